/* What is printed for everybody in the room, and what is asked on the feedback forms. */
#include "letter_facts_inside.h"

#include "store/live_store.h"

#include <string.h>

/* --- The agenda --- */

static bool say_point(struct facts_work *w, const char *point)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_AGENDA);

	if (row)
		row->fields[LETTER_FIELD_AGENDA_POINT] = point;
	return row != NULL;
}

static bool say_points(struct facts_work *w, const char *const *points, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!say_point(w, points[i]))
			return false;
	return true;
}

/* The headings under which this conference is noted. */
static bool say_headings(struct facts_work *w)
{
	const struct settings_format *format;
	struct live_state state;

	if (!live_state_of(w->cw->store, w->conference->id, w->mem, &state, w->f))
		return false;
	format = settings_format_find(casework_settings(w->cw),
				      *state.format ? state.format
						    : note_format_token(casework_policy(w->cw)->note_format));
	for (size_t i = 0; format && i < format->headings.count; i++)
		if (!say_point(w, format->headings.items[i].heading))
			return false;
	return true;
}

static bool say_agenda(struct facts_work *w)
{
	static const char *const begins[] = {
		"Welcome: who everybody is, and what they do with the family",
		"How we talk with each other: privacy, respect, different views",
		"Why we are here",
		"Names and birth dates: are they right?",
		"The reports, and what the family says to them",
	};
	static const char *const progress = "The plan so far: what was done, and what has changed";
	static const char *const ends[] = {
		"What each child thinks and wants",
		"What the parents think",
		"What each agency thinks, for each child",
		"The decision for each child, and why",
		"What will be done: who does what, by when",
		"Dates: the core group, and the next conference",
		"How to disagree or complain, and how it was for you",
	};

	return say_points(w, begins, sizeof begins / sizeof *begins) &&
	       (w->conference->type != CONFERENCE_REVIEW || say_point(w, progress)) && say_headings(w) &&
	       say_points(w, ends, sizeof ends / sizeof *ends);
}

/* --- What is read out --- */

static bool say_statements(struct facts_work *w)
{
	static const struct {
		enum run_item item;
		const char *title;
	} read[] = {{RUN_ITEM_WELCOME, "Welcome"},
		    {RUN_ITEM_CONFIDENTIALITY, "Confidentiality"},
		    {RUN_ITEM_EQUALITY, "Equality"},
		    {RUN_ITEM_DIFFERENCE, "Different views"},
		    {RUN_ITEM_RECORDING, "Sound recording, if one is made"}};

	for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
		struct letter_row *row = facts_row(w, LETTER_LIST_STATEMENTS);

		if (!row)
			return false;
		row->fields[LETTER_FIELD_STATEMENT_TITLE] = read[i].title;
		row->fields[LETTER_FIELD_STATEMENT_WORDS] = run_item_statement(read[i].item);
	}
	return true;
}

/* --- Who signs --- */

/* A child who comes signs where everybody reads it: only in front of those who may read of that child. Whether the
 * child was there is written down in the conference all the same. */
static bool is_expected(const struct facts_work *w, const struct invitee *one)
{
	if (one->capacity == CAPACITY_CHILD && !facts_may_name_child(w, one))
		return false;
	return one->exclusion != EXCLUSION_WHOLE && one->exclusion != EXCLUSION_ASKED && !one->is_withdrawn &&
	       !(one->capacity == CAPACITY_CHILD && one->chair_invites != ANSWER_YES);
}

static int sitting_of(const struct facts_work *w, const struct invitee *one)
{
	for (size_t i = 0; !one->sitting && one->for_invitee_id && i < w->invitees.count; i++)
		if (w->invitees.items[i].id == one->for_invitee_id)
			return w->invitees.items[i].sitting;
	return one->sitting;
}

static bool say_attendee(struct facts_work *w, const struct invitee *one, const char *part, bool is_new_sheet)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_ATTENDEES);

	if (!row)
		return false;
	row->fields[LETTER_FIELD_ATTENDEE_NAME] = one->shown_name;
	row->fields[LETTER_FIELD_ATTENDEE_CAPACITY] = facts_place_in_it(one);
	row->fields[LETTER_FIELD_ATTENDEE_AGENCY] = one->shown_agency;
	row->fields[LETTER_FIELD_ATTENDEE_PART] = part;
	row->fields[LETTER_FIELD_ATTENDEE_NEW_SHEET] = is_new_sheet ? "yes" : "";
	return true;
}

/* Who comes to one sitting must not read on the sheet who came to another: each has a sheet of its own. */
static bool say_sheet(struct facts_work *w, const struct sitting *sitting)
{
	char from[8], to[8];
	const char *part = "";

	if (sitting)
		part = arena_printf(w->mem, "%s to %s", date_clock(sitting->starts, from),
				    date_clock(sitting->starts + sitting->minutes, to));
	for (size_t i = 0; i < w->invitees.count; i++) {
		const struct invitee *one = &w->invitees.items[i];
		int theirs = sitting_of(w, one);

		if (!is_expected(w, one) || (sitting && theirs && theirs != sitting->position))
			continue;
		if (!say_attendee(w, one, part, *part && w->out->lists[LETTER_LIST_ATTENDEES].count))
			return false;
		part = "";
	}
	return true;
}

static bool say_attendees(struct facts_work *w)
{
	if (w->sittings.count < 2)
		return say_sheet(w, NULL);
	for (size_t i = 0; i < w->sittings.count; i++)
		if (!say_sheet(w, &w->sittings.items[i]))
			return false;
	return true;
}

bool facts_of_room(struct facts_work *w)
{
	return say_agenda(w) && say_statements(w) && say_attendees(w);
}

/* --- How it was --- */

/* Three questions, in the order in which the answers are kept: heard, understood, fair. */
bool facts_of_feedback(struct facts_work *w)
{
	static const struct {
		const char *question, *from, *to;
	} family[] = {{"Did people listen to you?", "not at all", "very well"},
		      {"Did you understand what was said and decided?", "nothing", "all of it"},
		      {"Were you treated fairly?", "not at all", "very fairly"}},
	  child[] = {{"Did people listen to what you think?", "no", "yes, a lot"},
		     {"Do you understand what was decided?", "no", "yes, all of it"},
		     {"Was it fair to you?", "no", "yes, very"}};
	bool is_child = w->audience == AUDIENCE_CHILD;

	if (!is_child && w->audience != AUDIENCE_PARENT && w->audience != AUDIENCE_FAMILY)
		return true;
	for (size_t i = 0; i < sizeof family / sizeof *family; i++) {
		struct letter_row *row = facts_row(w, LETTER_LIST_FEEDBACK);

		if (!row)
			return false;
		row->fields[LETTER_FIELD_FEEDBACK_QUESTION] = is_child ? child[i].question : family[i].question;
		row->fields[LETTER_FIELD_FEEDBACK_FROM] = is_child ? child[i].from : family[i].from;
		row->fields[LETTER_FIELD_FEEDBACK_TO] = is_child ? child[i].to : family[i].to;
	}
	return true;
}
