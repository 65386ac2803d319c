/* What the Conference, Family and Child pages show, each as one look. */
#include "casework/pages.h"
#include "casework/booking.h"
#include "complaint_keeping.h"
#include "conflict_keeping.h"
#include "due_group.h"
#include "family_notes.h"
#include "history.h"
#include "review_notes.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/merge_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "visit_reading.h"
#include "whose_lines.h"

#include <string.h>

/* Restricted families look as if they were not there. */
static bool must_see(struct casework *cw, int64_t family, struct fault *f)
{
	bool may = false;

	if (!work_may_see_family(cw, family, &may, f))
		return false;
	return may || fault_set(f, FAULT_NOT_FOUND, "There is no such record, or it is not for you to see.");
}

static bool due_of_family(struct casework *cw, int64_t family, struct arena *mem, struct due_list *out, struct fault *f)
{
	struct due_filter filter = {.within_wd = -1, .lane = -1, .family_id = family};

	return casework_due(cw, &filter, mem, out, f);
}

static bool is_of(const struct due_item *item, const struct conference *conference)
{
	return item->conference_id == conference->id ||
	       (item->subject_kind == SUBJECT_ENQUIRY && conference->enquiry_id &&
		item->subject_id == conference->enquiry_id);
}

/* Only what concerns this conference. */
static void keep_own(struct due_list *due, const struct conference *conference)
{
	size_t kept = 0;

	for (size_t i = 0; i < due->count; i++)
		if (is_of(&due->items[i], conference))
			due->items[kept++] = due->items[i];
	due->count = kept;
}

static const char *conference_missing(const struct conference *c, const struct person_list *children,
				      const struct conflict_list *conflicts, struct arena *mem)
{
	const char *words = "";
	const struct {
		bool is_missing;
		const char *what;
	} parts[] = {
		{c->held_on == DAY_NONE, "a slot"},
		{c->held_on != DAY_NONE && !c->chair_id, "a chair"},
		{c->held_on != DAY_NONE && !c->room_id && !c->place[0], "a room"},
		{c->held_on != DAY_NONE && !c->minute_taker_id, "a minute-taker"},
		{conflict_of(conflicts, c->chair_id), "another chair (conflict of interest)"},
		{conflict_of(conflicts, c->minute_taker_id), "another minute-taker (conflict of interest)"},
		{!c->social_worker[0], "the social worker"},
		{!c->reason[0], "the reason"},
		{children->count == 0, "the children"},
	};

	if (conference_state_is_held(c->state) || conference_state_is_ended(c->state))
		return "";
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].is_missing)
			words = arena_joined(mem, words, ", ", parts[i].what);
	return words;
}

static const char *limit_words(struct casework *cw, const struct booking_facts *facts, struct arena *mem)
{
	day_number last = facts->last;
	char day[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM];

	if (last == DAY_NONE)
		return "";
	return arena_printf(mem, "%s, %s", date_medium(last, day),
			    working_day_distance(cw->today, last, &cw->settings->calendar, distance));
}

static bool fill_conference(struct casework *cw, struct arena *mem, struct conference_page *out, struct fault *f)
{
	struct conference *c = &out->conference;
	struct booking_facts facts;

	if (!must_see(cw, c->family_id, f) || !family_by_id(cw->store, c->family_id, mem, &out->family, f) ||
	    !conference_children(cw->store, c->id, mem, &out->children, f) ||
	    !members_of_family(cw->store, c->family_id, mem, &out->members, f) ||
	    !due_of_family(cw, c->family_id, mem, &out->deadlines, f) ||
	    (c->enquiry_id && !enquiry_by_id(cw->store, c->enquiry_id, mem, &out->enquiry, f)) ||
	    !casework_booking_facts(cw, c->id, mem, &facts, f) || !complaint_stands(cw, c->id, mem, &out->stands, f) ||
	    !review_note_lines(cw, c->family_id, c->id, mem, &out->notes, f) ||
	    !history_of_conference(cw, c->id, mem, &out->history, f))
		return false;
	keep_own(&out->deadlines, c);
	out->family_words = facts.family_words;
	out->missing = conference_missing(c, &out->children, &facts.conflicts, mem);
	out->conflicts = conflict_lines(cw, &facts.conflicts, mem);
	out->limit_words = conference_state_is_held(c->state) || conference_state_is_ended(c->state)
				   ? ""
				   : limit_words(cw, &facts, mem);
	return true;
}

bool casework_conference_page(struct casework *cw, int64_t id, struct arena *mem, struct conference_page *out,
			      struct fault *f)
{
	*out = (struct conference_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!conference_by_id(cw->store, id, mem, &out->conference, f) || !fill_conference(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "conference.look", SUBJECT_CONFERENCE, id, out->conference.family_id, "page");
}

static bool read_whose(struct casework *cw, int64_t family, struct arena *mem, struct whose_line_list *out,
		       struct fault *f)
{
	struct whose_child whose = {0};

	if (!whose_child_read(cw, family, mem, &whose, f))
		return false;
	*out = whose.lines;
	return true;
}

bool casework_family_page(struct casework *cw, int64_t id, struct arena *mem, struct family_page *out, struct fault *f)
{
	*out = (struct family_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!must_see(cw, id, f) || !family_by_id(cw->store, id, mem, &out->family, f) ||
	    !members_of_family(cw->store, id, mem, &out->members, f) ||
	    !former_members_of_family(cw->store, id, mem, &out->former, f) ||
	    !conferences_of_family(cw->store, id, mem, &out->conferences, f) ||
	    !plans_of_family(cw->store, id, mem, &out->plans, f) || !read_whose(cw, id, mem, &out->whose, f) ||
	    !family_notes(cw, id, mem, &out->notes, f) || !due_of_family(cw, id, mem, &out->deadlines, f) ||
	    !history_of_family(cw, id, mem, &out->history, f))
		return look_undo(cw);
	return look_end(cw, f, "family.look", SUBJECT_FAMILY, id, id, "page");
}

/* What is due for nobody in particular is due for each; for a child who was lost nothing is. */
static bool concerns(const struct due_item *item, const struct person *person, struct arena *mem)
{
	const struct work_child as_listed = {.person_id = person->id,
					     .la_child_id = person->la_child_id,
					     .surname = person->surname,
					     .given_names = person->given_names,
					     .known_as = person->known_as,
					     .born_on = person->born_on,
					     .expected_on = person->expected_on};

	if (person->died_on != DAY_NONE)
		return false;
	return item->child_count == 0 || due_names_child(item, due_child_label(&as_listed, mem));
}

/* An adult is seen by the same right: nobody is shown out of one family to whom another is closed. */
static bool must_see_person(struct casework *cw, int64_t person, struct arena *mem, struct fault *f)
{
	struct member_list of;

	if (!members_of_person(cw->store, person, mem, &of, f))
		return false;
	for (size_t i = 0; i < of.count; i++)
		if (!must_see(cw, of.items[i].family_id, f))
			return false;
	return true;
}

/* What is still to be said of other children stands on their own pages. */
static void keep_whose_of(struct child_page *page)
{
	size_t kept = 0;

	for (size_t i = 0; i < page->whose.count; i++)
		if (!page->whose.items[i].is_child || page->whose.items[i].person_id == page->person.id)
			page->whose.items[kept++] = page->whose.items[i];
	page->whose.count = kept;
}

static bool fill_child(struct casework *cw, int64_t id, struct arena *mem, struct child_page *out, struct fault *f)
{
	struct family none = {0};
	struct visit_page visits = {0};
	size_t kept = 0;

	out->notes = "";
	if (!must_see_person(cw, id, mem, f) || !person_by_id(cw->store, id, mem, &out->person, f))
		return false;
	if (!family_of_child(cw->store, id, mem, &out->family, NULL))
		out->family = none;
	if (!addresses_of(cw->store, id, mem, &out->addresses, f) ||
	    !conferences_of_person(cw->store, id, mem, &out->conferences, f) ||
	    !plans_of_person(cw->store, id, mem, &out->plans, f) ||
	    !history_of_child(cw, out->family.id, id, mem, &out->history, f))
		return false;
	out->visits = visit_standing_of(&visits, id);
	if (!out->family.id)
		return true;
	if (!members_of_family(cw->store, out->family.id, mem, &out->members, f) ||
	    !visits_read(cw, out->family.id, mem, &visits, f) || !read_whose(cw, out->family.id, mem, &out->whose, f) ||
	    !due_of_family(cw, out->family.id, mem, &out->deadlines, f) ||
	    !family_notes(cw, out->family.id, mem, &out->notes, f))
		return false;
	keep_whose_of(out);
	out->visits = visit_standing_of(&visits, id);
	for (size_t i = 0; i < out->deadlines.count; i++)
		if (concerns(&out->deadlines.items[i], &out->person, mem))
			out->deadlines.items[kept++] = out->deadlines.items[i];
	out->deadlines.count = kept;
	return true;
}

bool casework_child_page(struct casework *cw, int64_t id, struct arena *mem, struct child_page *out, struct fault *f)
{
	int64_t first = 0;

	*out = (struct child_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	/* A second entry leads to the first. */
	if (!merged_into(cw->store, id, &first, f) || !fill_child(cw, first ? first : id, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "child.look", SUBJECT_PERSON, out->person.id, out->family.id, "page");
}

bool casework_board(struct casework *cw, const struct due_filter *filter, struct arena *mem, struct due_list *due,
		    struct diary_list *meetings, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!casework_due(cw, filter, mem, due, f) ||
	    !casework_diary(cw, casework_today(cw), casework_today(cw), filter->chair, mem, meetings, f))
		return look_undo(cw);
	return look_end(cw, f, "today.look", SUBJECT_NONE, 0, 0, "%zu due, %zu conferences today", due->count,
			meetings->count);
}
