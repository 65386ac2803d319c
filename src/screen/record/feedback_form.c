/* A feedback form of a child or parent: when it went out, when it came back, and what it says. */
#include "date_field.h"
#include "form_screen.h"
#include "record.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct feedback_values {
	char sent_on[48], returned_on[48], heard[4], understood[4], fair[4], words[2000];
};

struct feedback_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct feedback_values values, read;
	int64_t conference, invitee;
	struct feedback kept; /* as read; its words are not */
	struct casework *cw;
};

/* --- Fields --- */

static struct date_context past(const struct feedback_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(past)

static bool mark_check(void *world, const void *values, const char *typed, struct fault *f)
{
	(void)world;
	(void)values;
	return !*typed || (typed[0] >= '1' && typed[0] <= '5' && !typed[1]) ||
	       fault_set(f, FAULT_REFUSED, "Answers go from 1 to 5; leave it empty when nothing was ticked.");
}

#define DAY(member, words, said)                                                                                       \
	{                                                                                                              \
		.name = #member, .label = words, .hint = said, .kind = FIELD_DATE,                                     \
		FIELD_OF(struct feedback_values, member), .echo = day_echo, .step = day_step, .check = day_check       \
	}
#define MARK(member, words, said)                                                                                      \
	{                                                                                                              \
		.name = #member, .label = words, .hint = said, .kind = FIELD_TEXT,                                     \
		FIELD_OF(struct feedback_values, member), .check = mark_check                                          \
	}

static const struct field feedback_fields[] = {
	DAY(sent_on, "Given or sent", "The day the form was given or sent."),
	DAY(returned_on, "Came back", "The day it came back; empty while it has not."),
	MARK(heard, "Was heard", "1 not at all, to 5 very well; empty: not answered."),
	MARK(understood, "Understood it", "1 nothing, to 5 everything; empty: not answered."),
	MARK(fair, "Was treated fairly", "1 not at all, to 5 very much; empty: not answered."),
	{.name = "words",
	 .label = "In their words",
	 .hint = "As it is written, mistakes too. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct feedback_values, words),
	 .rows = 5},
};
enum { FEEDBACK_FIELD_COUNT = sizeof feedback_fields / sizeof *feedback_fields };

/* --- The form and what is kept --- */

static void fill(struct feedback_values *values, const struct feedback *kept)
{
	char day[DATE_TEXT_ROOM];

	*values = (struct feedback_values){0};
	snprintf(values->sent_on, sizeof values->sent_on, "%s", date_plain(kept->sent_on, day));
	snprintf(values->returned_on, sizeof values->returned_on, "%s", date_plain(kept->returned_on, day));
	if (kept->heard)
		snprintf(values->heard, sizeof values->heard, "%d", kept->heard);
	if (kept->understood)
		snprintf(values->understood, sizeof values->understood, "%d", kept->understood);
	if (kept->fair)
		snprintf(values->fair, sizeof values->fair, "%d", kept->fair);
	snprintf(values->words, sizeof values->words, "%s", kept->words);
}

/* Read once: a refresh behind the form must not hide that another person saved. */
static bool read_feedback(struct feedback_state *state, struct arena *mem, struct fault *f)
{
	struct record_page page;
	const char *who = "";

	if (!casework_record_again(state->cw, state->conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.copies.count; i++)
		if (page.copies.items[i].invitee_id == state->invitee)
			who = page.copies.items[i].who;
	if (!*who)
		return fault_set(f, FAULT_NOT_FOUND, "This person is not on the list of %s any more.",
				 page.conference.reference);
	state->kept = feedback_blank();
	state->kept.conference_id = state->conference;
	state->kept.invitee_id = state->invitee;
	for (size_t i = 0; i < page.feedback.count; i++)
		if (page.feedback.items[i].invitee_id == state->invitee)
			state->kept = page.feedback.items[i];
	fill(&state->read, &state->kept);
	state->kept.words = "";
	snprintf(state->frame.title, sizeof state->frame.title, "Feedback · %s · %s", who, page.conference.reference);
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s feedback %lld", page.conference.reference,
		 (long long)state->invitee);
	return true;
}

static bool day_of(const struct feedback_state *state, const char *typed, day_number *out, struct fault *f)
{
	struct date_context context = past(state);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!*typed)
		return true;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	*out = entry.day;
	return true;
}

static bool wanted(const struct feedback_state *state, struct feedback *out, struct fault *f)
{
	const struct feedback_values *v = &state->values;

	*out = state->kept;
	out->heard = atoi(v->heard);
	out->understood = atoi(v->understood);
	out->fair = atoi(v->fair);
	out->words = v->words;
	return day_of(state, v->sent_on, &out->sent_on, f) && day_of(state, v->returned_on, &out->returned_on, f);
}

/* --- The screen --- */

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct feedback_state *state = screen_state(s);

	struct arena mem = {0};
	bool ok = read_feedback(state, &mem, f);

	(void)t;
	arena_finish(&mem);
	return ok ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct feedback_state *state = screen_state(s);
	struct feedback feedback;
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !wanted(state, &feedback, &f)) {
		tui_say_fault(t, &f);
	} else if (casework_feedback_save(casework_of(t), &feedback, &f)) {
		tui_say(t, "Saved: %s, %s.", state->frame.title, feedback_kind_label(feedback.kind));
		form_screen_saved(s, t);
	} else {
		form_screen_refused(&state->frame, t, &f);
	}
}

static bool feedback_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct feedback_state *state = screen_state(s);

	if (state->frame.is_open)
		return true;
	state->cw = casework_of(t);
	if (!read_feedback(state, screen_arena(s), f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.what = "this form";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "feedback");
	return form_screen_begin(&state->frame, t, feedback_fields, FEEDBACK_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class feedback_screen = {
	.name = "feedback",
	.purpose = "A feedback form of a child or parent: sent, back, and what it says.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct feedback_state),
	.load = feedback_load,
	.dispose = form_screen_dispose,
};

bool feedback_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f)
{
	struct feedback_state *state;

	if (!casework_may_for(casework_of(t), ACTION_WRITE_RECORD, conference, f))
		return false;
	state = form_screen_blank(&feedback_screen, draft, f);
	if (!state)
		return false;
	state->conference = conference;
	state->invitee = invitee;
	return form_screen_push(t, &feedback_screen, state, f);
}
