/* The first meeting of a core group: the day inside its limit, the time and the place. */
#include "alike.h"
#include "date_field.h"
#include "domain/clock_entry.h"
#include "form_screen.h"
#include "live_plan.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct meeting_values {
	char day[48], starts[24], length[24], place[300], late_reason[600];
};

struct meeting_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference;
	struct casework *cw;
	struct arena mem;                  /* the texts of the next, of those that no field shows too */
	struct core_group_meeting meeting; /* as read */
	day_number due;
	struct meeting_values values, read;
};

enum { MINUTES_USUAL = 60 };

static struct date_context future(const struct meeting_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_FUTURE,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "The day of the meeting"};
}

DATE_FIELD_HOOKS(future)

static bool starts_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minute;

	(void)world;
	(void)values;
	return clock_entry_parse(&minute, typed, "Starts", f);
}

static bool length_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minutes;

	(void)world;
	(void)values;
	return length_entry_parse(&minutes, typed, "Length", f);
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct meeting_values, member), .room = sizeof(((struct meeting_values *)0)->member)

static const struct field meeting_fields[] = {
	{.name = "day",
	 .label = "Day",
	 .hint = "A working day: +8wd, thu, 14 4. + and - step it.",
	 .kind = FIELD_DATE,
	 VALUE(day),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "starts",
	 .label = "Starts",
	 .hint = "10, 9:30, 2pm.",
	 .kind = FIELD_TEXT,
	 VALUE(starts),
	 .required = true,
	 .check = starts_check,
	 .alike = alike_clock},
	{.name = "length",
	 .label = "Length",
	 .hint = "1h, 90, 1h30.",
	 .kind = FIELD_TEXT,
	 VALUE(length),
	 .required = true,
	 .check = length_check,
	 .alike = alike_length},
	{.name = "place",
	 .label = "Place",
	 .hint = "Where, or how to join: the school, by video.",
	 .kind = FIELD_TEXT,
	 VALUE(place),
	 .required = true},
	{.name = "late_reason",
	 .label = "Why late",
	 .hint = "Asked only when the day is after the limit above.",
	 .kind = FIELD_LINES,
	 VALUE(late_reason),
	 .rows = 2},
};
enum { MEETING_FIELD_COUNT = sizeof meeting_fields / sizeof *meeting_fields };

/* --- Reading and saving --- */

static void fill(struct meeting_state *state, const struct live_plan_page *page)
{
	const struct core_group_meeting *m = &page->meeting;
	struct meeting_values *v = &state->read;
	char day[DATE_TEXT_ROOM], clock[8], length[LENGTH_WORDS_ROOM];

	*v = (struct meeting_values){.day = ""};
	snprintf(v->day, sizeof v->day, "%s", m->id ? date_plain(m->day, day) : "");
	snprintf(v->starts, sizeof v->starts, "%s", m->id && m->starts >= 0 ? date_clock(m->starts, clock) : "");
	snprintf(v->length, sizeof v->length, "%s",
		 length_words(m->id && m->minutes > 0 ? m->minutes : MINUTES_USUAL, length));
	snprintf(v->place, sizeof v->place, "%s", m->id ? m->place : "");
	snprintf(v->late_reason, sizeof v->late_reason, "%s",
		 page->meeting_late_reason ? page->meeting_late_reason : "");
}

static bool read_meeting(struct meeting_state *state, struct fault *f)
{
	struct live_plan_page page;
	char day[DATE_TEXT_ROOM];
	bool ok = casework_live_plan_again(state->cw, state->conference, &state->mem, &page, f);

	if (ok) {
		state->meeting = page.meeting.id ? page.meeting : core_group_meeting_blank();
		state->due = page.meeting_due;
		fill(state, &page);
		snprintf(state->frame.marker, sizeof state->frame.marker, "%s", page.marker);
		snprintf(state->frame.title, sizeof state->frame.title, "Core group · %s · %s",
			 page.conference.reference, page.family_words);
		if (state->due != DAY_NONE)
			snprintf(state->frame.about, sizeof state->frame.about, "It must meet by %s.",
				 date_long(state->due, day));
		snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", page.conference.reference);
	}
	return ok;
}

static bool save_meeting(struct meeting_state *state, day_number *day, struct fault *f)
{
	const struct meeting_values *v = &state->values;
	struct core_group_meeting meeting = state->meeting;
	struct date_context context = future(state);
	struct date_entry entry;

	if (!date_entry_parse(&entry, v->day, &context, f) ||
	    !clock_entry_parse(&meeting.starts, v->starts, "Starts", f) ||
	    !length_entry_parse(&meeting.minutes, v->length, "Length", f))
		return false;
	meeting.day = *day = entry.day;
	meeting.place = v->place;
	return casework_live_core_group_meeting(state->cw, state->conference, &meeting, v->late_reason, f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct meeting_state *state = screen_state(s);

	(void)t;
	return read_meeting(state, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct meeting_state *state = screen_state(s);
	struct fault f = {0};
	char words[DATE_TEXT_ROOM], clock[8];
	day_number day;
	int starts;

	if (form_check(&state->frame.form, &f) && save_meeting(state, &day, &f) &&
	    clock_entry_parse(&starts, state->values.starts, "Starts", &f)) {
		tui_say(t, "Saved: the core group meets on %s at %s.", date_medium(day, words),
			date_clock(starts, clock));
		form_screen_saved(s, t);
		return;
	}
	form_screen_refused(&state->frame, t, &f);
}

static bool open_form(struct meeting_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_meeting(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.what = "this meeting";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "core_group");
	return form_screen_begin(&state->frame, t, meeting_fields, MEETING_FIELD_COUNT, &state->values, state, f);
}

static bool meeting_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct meeting_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void meeting_dispose(struct screen *s)
{
	struct meeting_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class live_meeting_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "core-group-meeting",
	.purpose = "The first meeting of a core group: day, time and place.",
	.state_size = sizeof(struct meeting_state),
	.load = meeting_load,
	.dispose = meeting_dispose,
};

bool live_meeting_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct meeting_state *start;

	if (!casework_may_for(casework_of(t), ACTION_WRITE_RECORD, conference, f))
		return false;
	start = form_screen_blank(&live_meeting_form_screen, draft, f);
	if (!start)
		return false;
	start->conference = conference;
	return form_screen_push(t, &live_meeting_form_screen, start, f);
}
