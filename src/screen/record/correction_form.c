/* A day and why: the strategy discussion of a conference was on another day, or a person no longer belongs to a family.
 * Both are kept in the history, and a draft of them is offered again. */
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/request.h"
#include "date_field.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>

enum correction_kind { CORRECTION_DISCUSSION, CORRECTION_LEAVING };

struct correction_values {
	char on[48], reason[600];
};

struct correction_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	enum correction_kind kind;
	int64_t conference, family, person; /* what it is about */
	int64_t subject, version;           /* the enquiry or person that changes, as it was read */
	day_number kept;                    /* the day of the discussion as it is kept */
	struct casework *cw;
	struct correction_values values;
};

static struct date_context past(const struct correction_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = state->kind == CORRECTION_LEAVING ? "Date it ended"
										: "Strategy discussion"};
}

static bool day_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct date_context context = past(world);

	(void)values;
	return date_field_echo(&context, typed, out, room);
}

static bool day_step(void *world, const void *values, char *typed, size_t room, int by)
{
	struct date_context context = past(world);

	(void)values;
	return date_field_step(&context, typed, room, by);
}

static bool day_check(void *world, const void *values, const char *typed, struct fault *f)
{
	const struct correction_state *state = world;
	struct date_context context = past(state);
	struct date_entry entry;
	char day[DATE_TEXT_ROOM];

	(void)values;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	return state->kind != CORRECTION_DISCUSSION || entry.day != state->kept ||
	       fault_set(f, FAULT_REFUSED, "%s is the day kept already: type the day it took place.",
			 date_plain(entry.day, day));
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct correction_values, member), .room = sizeof(((struct correction_values *)0)->member)

static const struct field discussion_fields[] = {
	{.name = "on",
	 .label = "It was held on",
	 .hint = "The day the strategy discussion took place: 27 3, y, fri.",
	 .kind = FIELD_DATE,
	 VALUE(on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "reason",
	 .label = "Why",
	 .hint = "Typed wrongly; the minutes say so. It moves a legal limit.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .required = true,
	 .rows = 3},
};
static const struct field leaving_fields[] = {
	{.name = "on",
	 .label = "Since",
	 .hint = "The day it ended: 27 3, y, today.",
	 .kind = FIELD_DATE,
	 VALUE(on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "reason",
	 .label = "Why",
	 .hint = "Moved away; recorded in the wrong family. Kept in the history.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .required = true,
	 .rows = 3},
};
enum { CORRECTION_FIELD_COUNT = 2 };

static bool read_discussion(struct correction_state *state, struct arena *mem, struct fault *f)
{
	struct conference_page page;
	char day[DATE_TEXT_ROOM];

	if (!casework_conference_page(state->cw, state->conference, mem, &page, f))
		return false;
	if (!page.enquiry.id)
		return fault_set(f, FAULT_REFUSED, "%s is not counted from a strategy discussion.",
				 page.conference.reference);
	state->subject = page.enquiry.id;
	state->version = page.enquiry.version;
	state->kept = page.enquiry.strategy_on;
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", page.conference.reference);
	snprintf(state->frame.title, sizeof state->frame.title, "Correct the strategy discussion · %s · %s",
		 page.family_words, page.conference.reference);
	snprintf(state->frame.about, sizeof state->frame.about,
		 "Kept as held on %s. The limit of the conference is counted anew.", date_medium(state->kept, day));
	return true;
}

static bool read_member(struct correction_state *state, struct arena *mem, struct fault *f)
{
	struct person_record record;
	struct family family;
	char name[NAME_ROOM];

	if (!casework_person_record(state->cw, state->person, state->family, mem, &record, f) ||
	    !casework_family(state->cw, state->family, mem, &family, f))
		return false;
	person_full_name(&record.person, name);
	if (!record.family_id)
		return fault_set(f, FAULT_REFUSED, "%s does not belong to family %s any more.", name, family.reference);
	state->subject = record.person.id;
	state->version = record.person.version;
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s %s", record.person.reference,
		 family.reference);
	snprintf(state->frame.title, sizeof state->frame.title, "No longer of the family · %s · %s", name,
		 family.reference);
	snprintf(state->frame.about, sizeof state->frame.about, "Recorded as %s. The details and the history stay.",
		 relationship_label(record.relationship));
	return true;
}

static bool read_subject(struct correction_state *state, struct arena *mem, struct fault *f)
{
	return state->kind == CORRECTION_LEAVING ? read_member(state, mem, f) : read_discussion(state, mem, f);
}

static bool correct(const struct correction_state *state, day_number on, struct fault *f)
{
	const struct leaving leaving = {.family_id = state->family,
					.person_id = state->person,
					.version = state->version,
					.on = on,
					.reason = state->values.reason};

	if (state->kind == CORRECTION_LEAVING)
		return casework_member_end(state->cw, &leaving, f);
	return casework_enquiry_correct(state->cw, state->subject, state->version, on, state->values.reason, f);
}

/* What is kept now is shown, what was typed stays. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct correction_state *state = screen_state(s);

	(void)t;
	return read_subject(state, screen_arena(s), f) ? &state->values : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct correction_state *state = screen_state(s);
	struct date_context context = past(state);
	struct date_entry entry;
	struct fault f = {0};
	char day[DATE_TEXT_ROOM];

	if (!form_check(&state->frame.form, &f) || !date_entry_parse(&entry, state->values.on, &context, &f) ||
	    !correct(state, entry.day, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	if (state->kind == CORRECTION_LEAVING)
		tui_say(t, "Saved: no longer of the family since %s.", date_plain(entry.day, day));
	else
		tui_say(t, "Saved: the strategy discussion was on %s; the limit is counted anew.",
			date_plain(entry.day, day));
	form_screen_saved(s, t);
}

static bool correction_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct correction_state *state = screen_state(s);
	bool is_leaving = state->kind == CORRECTION_LEAVING;

	if (state->frame.is_open)
		return true;
	state->cw = casework_of(t);
	if (!read_subject(state, screen_arena(s), f))
		return false;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_act = true;
	state->frame.what = "this correction";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "%s", is_leaving ? "leaving" : "discussion");
	return form_screen_begin(&state->frame, t, is_leaving ? leaving_fields : discussion_fields,
				 CORRECTION_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class correction_screen = {
	.name = "correction",
	.purpose =
		"A day corrected with its reason: of a strategy discussion, or since when somebody has left a family.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct correction_state),
	.load = correction_load,
	.dispose = form_screen_dispose,
};

static bool open(struct tui *t, struct correction_state *start, enum action right, const char *draft, struct fault *f)
{
	if (!casework_may(casework_of(t), right, f))
		return false;
	snprintf(start->frame.draft, sizeof start->frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &correction_screen, start, f);
}

bool discussion_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct correction_state start = {.kind = CORRECTION_DISCUSSION, .conference = conference};

	return open(t, &start, ACTION_TAKE_REQUESTS, draft, f);
}

bool leaving_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	struct correction_state start = {.kind = CORRECTION_LEAVING, .person = person, .family = family};

	return open(t, &start, ACTION_RECORD_PEOPLE, draft, f);
}
