/* What each person thinks about each child, how the child took part, and what is recommended besides. */
#include "casework/live.h"

#include "booking_check.h"
#include "invitee_words.h"
#include "live_reach.h"
#include "store/view_store.h"
#include "words_tidy.h"

#include <string.h>

enum { SCALE_MOST = 10 };

/* --- Views --- */

static bool check_opinion(enum opinion opinion, const char *field, struct fault *f)
{
	return (unsigned)opinion < OPINION_COUNT || fault_field(f, field, "Answer yes, no or unsure.");
}

static bool check_scale(int scale, struct fault *f)
{
	return (scale >= -1 && scale <= SCALE_MOST) ||
	       fault_field(f, "scale", "The scale goes from 0 to 10: enter a number between them, or leave it empty.");
}

static bool check_view(const struct view *view, const struct invitee *invitee, struct fault *f)
{
	if (invitee->capacity == CAPACITY_INTERPRETER || invitee->capacity == CAPACITY_OBSERVER)
		return fault_field(f, "invitee", "%s is there as %s: no view is asked of them.", invitee->shown_name,
				   capacity_label(invitee->capacity));
	if (!check_opinion(view->at_risk, "at_risk", f) || !check_opinion(view->plan, "plan", f) ||
	    !check_scale(view->scale, f))
		return false;
	if ((unsigned)view->category > CATEGORY_COUNT)
		return fault_field(f, "category", "Choose a category, or leave it empty.");
	return !view->is_dissent || text_is_given(view->dissent_words) ||
	       fault_field(f, "dissent_words", "Write what %s disagrees with: it stands in the record.",
			   invitee->shown_name);
}

static bool view_prepare(struct casework *cw, struct view *view, struct arena *mem, struct invitee *invitee,
			 struct conference *c, struct live_children *children, struct fault *f)
{
	if (!words_tidy(&view->why, "why", true, mem, f) ||
	    !words_tidy(&view->dissent_words, "dissent_words", true, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, view->conference_id, mem, c, f) ||
	    !live_invitee(cw, c, view->invitee_id, mem, invitee, f) || !live_children_read(cw, c, mem, children, f) ||
	    !check_view(view, invitee, f))
		return false;
	if (!view->is_dissent)
		view->dissent_words = "";
	view->by_user = casework_user_name(cw);
	view->at = work_now(cw);
	return true;
}

bool casework_live_view(struct casework *cw, struct view *view, struct fault *f)
{
	struct arena mem = {0};
	struct view kept = *view;
	struct live_children children;
	const struct person *child = NULL;
	struct invitee invitee;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = view_prepare(cw, &kept, &mem, &invitee, &c, &children, f) &&
	     live_child_find(&children, kept.person_id, &child, f) && view_keep(cw->store, &kept, f);
	ok = ok ? work_end(cw, f, "live.view", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: of %s (invitation %lld) about %s%s", c.reference, invitee_as(&invitee),
			   (long long)invitee.id, child->reference, kept.is_dissent ? ", disagrees" : "")
		: work_undo(cw);
	if (ok) {
		view->version = kept.version;
		view->at = kept.at;
	}
	arena_finish(&mem);
	return ok;
}

static const struct view *view_there(const struct view_list *all, int64_t invitee, int64_t child)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].invitee_id == invitee && all->items[i].person_id == child)
			return &all->items[i];
	return NULL;
}

static bool is_same_view(const struct view *a, const struct view *b)
{
	return a->at_risk == b->at_risk && a->plan == b->plan && a->category == b->category && a->scale == b->scale &&
	       a->is_dissent == b->is_dissent && strcmp(a->why, b->why) == 0 &&
	       strcmp(a->dissent_words, b->dissent_words) == 0;
}

/* The version that a save of `view` for a child goes by: of the one on the screen as it was read, of the others as they
 * stand, unless another person wrote them: what they wrote is not written over unseen. */
static bool version_for(struct casework *cw, const struct view *view, const struct view *there,
			const struct person *child, int64_t *out, struct fault *f)
{
	char name[NAME_ROOM];

	*out = child->id == view->person_id ? view->version : there ? there->version : 0;
	return child->id == view->person_id || !there || strcmp(there->by_user, casework_user_name(cw)) == 0 ||
	       fault_set(f, FAULT_CONFLICT, "%s wrote the view about %s: look at it, then change it alone.",
			 there->by_user, person_full_name(child, name));
}

static bool view_all_in(struct casework *cw, struct view *view, struct arena *mem, struct invitee *invitee,
			struct conference *c, size_t *count, struct fault *f)
{
	struct live_children children;
	struct view_list all;

	if (!view_prepare(cw, view, mem, invitee, c, &children, f) || !views_of(cw->store, c->id, mem, &all, f))
		return false;
	*count = children.of_conference;
	for (size_t i = 0; i < children.of_conference; i++) {
		const struct person *child = &children.all.items[i];
		const struct view *there = view_there(&all, view->invitee_id, child->id);
		struct view one = *view;

		one.person_id = child->id;
		if (there && is_same_view(there, view))
			continue;
		if (!version_for(cw, view, there, child, &one.version, f) || !view_keep(cw->store, &one, f))
			return false;
	}
	return true;
}

bool casework_live_view_all(struct casework *cw, const struct view *view, struct fault *f)
{
	struct arena mem = {0};
	struct view kept = *view;
	struct invitee invitee;
	struct conference c;
	size_t count = 0;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = view_all_in(cw, &kept, &mem, &invitee, &c, &count, f);
	ok = ok ? work_end(cw, f, "live.view", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: of %s (invitation %lld) about %zu children%s", c.reference, invitee_as(&invitee),
			   (long long)invitee.id, count, kept.is_dissent ? ", disagrees" : "")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- How a child took part --- */

/* The rest of the row is as it stands: the chair's. */
static bool participation_in(struct casework *cw, struct child_decision *given, struct arena *mem, struct conference *c,
			     const struct person **child, struct fault *f)
{
	struct child_decision kept = child_decision_blank();
	struct live_children children;
	struct child_decision_list all;

	if (!words_tidy(&given->child_views, "child_views", true, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, given->conference_id, mem, c, f) ||
	    !live_children_read(cw, c, mem, &children, f) || !live_child_find(&children, given->person_id, child, f) ||
	    !check_scale(given->scale, f) || !child_decisions_of(cw->store, c->id, mem, &all, f))
		return false;
	if ((unsigned)given->participation >= PARTICIPATION_COUNT)
		return fault_field(f, "participation", "Choose how the child took part.");
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].person_id == given->person_id)
			kept = all.items[i];
	kept.conference_id = c->id;
	kept.person_id = given->person_id;
	kept.participation = given->participation;
	kept.child_views = given->child_views;
	kept.scale = given->scale;
	kept.version = given->version;
	if (!child_decision_keep(cw->store, &kept, f))
		return false;
	given->version = kept.version;
	return true;
}

bool casework_live_participation(struct casework *cw, struct child_decision *decision, struct fault *f)
{
	struct arena mem = {0};
	struct child_decision given = *decision;
	const struct person *child = NULL;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = participation_in(cw, &given, &mem, &c, &child, f);
	ok = ok ? work_end(cw, f, "live.participation", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s: %s",
			   c.reference, child->reference, participation_label(given.participation))
		: work_undo(cw);
	if (ok)
		decision->version = given.version;
	arena_finish(&mem);
	return ok;
}
