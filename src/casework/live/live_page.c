/* What the screen of a conference that is being held shows: everybody, every child, everything written so far. */
#include "casework/live.h"

#include "booking_facts.h"
#include "complaint_keeping.h"
#include "conference_reach.h"
#include "invitee_words.h"
#include "live_decision.h"
#include "live_reach.h"
#include "live_words.h"
#include "own_conference.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/view_store.h"

/* What is read for a page and is not shown as it is. */
struct page_parts {
	struct family family;
	struct live live;
	struct invitee_list invitees;
	struct live_children children;
	struct quorum_presence_list there;
	enum conference_type of;
};

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this conference.");
}

static bool read_parts(struct casework *cw, int64_t id, struct arena *mem, struct conference *c, struct page_parts *out,
		       struct fault *f)
{
	return conference_reach(cw, id, mem, c, f) && family_by_id(cw->store, c->family_id, mem, &out->family, f) &&
	       live_of(cw->store, id, mem, &out->live, f) &&
	       invitees_of(cw->store, id, false, mem, &out->invitees, f) &&
	       live_children_read(cw, c, mem, &out->children, f) && live_type_repeated(cw, c, mem, &out->of, f) &&
	       live_presences(cw, c, &out->invitees, &out->live.attendances, mem, &out->there, f);
}

static struct attendance attendance_of(const struct attendance_list *all, const struct invitee *invitee)
{
	struct attendance none = attendance_blank();

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].invitee_id == invitee->id)
			return all->items[i];
	none.invitee_id = invitee->id;
	none.conference_id = invitee->conference_id;
	return none;
}

static struct child_decision decision_of(const struct child_decision_list *all, int64_t conference, int64_t child)
{
	struct child_decision none = child_decision_blank();

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child)
			return all->items[i];
	none.conference_id = conference;
	none.person_id = child;
	return none;
}

static bool add_people(const struct page_parts *parts, struct arena *mem, struct live_page *out, struct fault *f)
{
	for (size_t i = 0; i < parts->invitees.count; i++) {
		const struct invitee *invitee = &parts->invitees.items[i];
		struct live_person *one = ARENA_PUSH(mem, &out->people);
		struct child_decision decision;

		if (!one)
			return too_much(f);
		decision = decision_of(&parts->live.decisions, out->conference.id, invitee->person_id);
		*one = (struct live_person){
			.invitee = *invitee,
			.attendance = attendance_of(&parts->live.attendances, invitee),
			.who = invitee_who(invitee, mem),
			.as = invitee_as(invitee),
			.is_professional = invitee->capacity == CAPACITY_PROFESSIONAL,
			.is_family = invitee->capacity == CAPACITY_CHILD || invitee->capacity == CAPACITY_FAMILY,
		};
		one->is_present = attendance_is_present(one->attendance.state);
		one->gives_view = one->is_professional && one->is_present;
		one->note = live_person_note(
			invitee, &one->attendance,
			invitee->capacity == CAPACITY_CHILD ? decision.participation : PARTICIPATION_NONE, mem);
	}
	return true;
}

/* What was decided last stands, as long as the plan still says the same. */
static bool read_plan(struct casework *cw, struct live_child *child, struct arena *mem, struct fault *f)
{
	const struct plan *plan = &child->open_plan;
	struct child_decision_list earlier;
	struct plan_course course;

	if (!plan->id)
		return true;
	if (!plan_course_of(cw->store, plan->id, mem, &course, f) ||
	    !child_decisions_of_person(cw->store, child->person.id, mem, &earlier, f))
		return false;
	child->reviews = course.reviews;
	child->plan_categories = CATEGORY_BIT(plan->category_latest);
	for (size_t i = 0; i < earlier.count; i++) {
		const struct child_decision *one = &earlier.items[i];

		if (one->conference_id == child->decision.conference_id || !outcome_makes_plan(one->outcome))
			continue;
		if (one->category == plan->category_latest)
			child->plan_categories = one->categories;
		break;
	}
	return true;
}

static bool add_child(struct casework *cw, const struct page_parts *parts, size_t at, struct arena *mem,
		      struct live_page *out, struct fault *f)
{
	const struct person *child = &parts->children.all.items[at];
	struct live_child *one = ARENA_PUSH(mem, &out->children);
	struct decision_child facts;
	struct fault why = {0};
	char words[NAME_ROOM];

	if (!one)
		return too_much(f);
	*one = (struct live_child){
		.person = *child,
		.name = arena_text(mem, person_full_name(child, words)),
		.is_of_conference = at < parts->children.of_conference,
		.decision = decision_of(&parts->live.decisions, out->conference.id, child->id),
	};
	one->age = arena_text(mem, person_age_text(child, casework_today(cw), words));
	if (!live_decision_child(cw, &out->conference, parts->of, child, mem, &one->open_plan, &facts, f) ||
	    !read_plan(cw, one, mem, f))
		return false;
	quorum_evaluate(casework_policy(cw), parts->there.items, parts->there.count, child->id, mem, &one->quorum);
	one->undecided_why = out->conference.state != STATE_IN_PROGRESS || decision_check(&one->decision, &facts, &why)
				     ? "" /* of one that is over nothing stands in the way */
				     : arena_text(mem, why.message);
	return true;
}

static void take_live(struct casework *cw, const struct page_parts *parts, struct live_page *out)
{
	const char *format = parts->live.state.version ? parts->live.state.format
						       : note_format_token(casework_policy(cw)->note_format);

	out->state = parts->live.state;
	out->marks = parts->live.marks;
	out->notes = parts->live.notes;
	out->views = parts->live.views;
	out->recommendations = parts->live.recommendations;
	out->format = settings_format_find(casework_settings(cw), format);
}

static bool read_page(struct casework *cw, int64_t id, struct arena *mem, struct live_page *out, struct fault *f)
{
	struct page_parts parts = {0};
	struct conference own;

	if (!read_parts(cw, id, mem, &out->conference, &parts, f) || !add_people(&parts, mem, out, f))
		return false;
	for (size_t i = 0; i < parts.children.all.count; i++)
		if (!add_child(cw, &parts, i, mem, out, f))
			return false;
	if (!complaint_stands_over(cw, &out->conference, mem, &out->stands, f))
		return false;
	take_live(cw, &parts, out);
	out->of = parts.of;
	out->family_words = family_words(parts.family.name, parts.family.reference, parts.children.all.count, mem);
	out->when = conference_when(&out->conference, mem);
	out->is_mine = conference_reach_for(cw, ACTION_DECIDE, id, mem, &own, NULL);
	out->is_quorate = live_is_quorate(&out->children);
	out->quorum_words = live_quorum_words(&out->children, mem);
	out->marker = live_marker(parts.family.is_restricted);
	out->quorum_line = live_quorum_line(&out->children, mem);
	out->minute = live_minute(cw, &out->conference);
	out->saved = live_saved_words(&parts.live, mem);
	out->also_here = live_also_here(&parts.live, &out->conference, casework_user_name(cw), work_now(cw), mem);
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_live(struct casework *cw, int64_t conference, struct arena *mem, struct live_page *out, struct fault *f)
{
	*out = (struct live_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "live.look", SUBJECT_CONFERENCE, conference, out->conference.family_id, "%s",
			out->conference.reference);
}

bool casework_live_again(struct casework *cw, int64_t conference, struct arena *mem, struct live_page *out,
			 struct fault *f)
{
	bool ok;

	*out = (struct live_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, conference, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}
