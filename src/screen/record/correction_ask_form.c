/* A correction of a record that somebody asks for: who, on which day, and in their words. */
#include "date_field.h"
#include "form_screen.h"
#include "record.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

struct ask_values {
	char asked_by[160], asked_on[48], words[2000];
};

struct ask_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct ask_values values;
	int64_t conference;
	struct casework *cw;
	struct record_copy_list people; /* of the screen's arena, read once */
	struct arena mem;
};

/* --- The day --- */

static struct date_context past(const struct ask_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it was asked"};
}

DATE_FIELD_HOOKS(past)

/* --- Who asks: those on the list, or anybody --- */

static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct ask_state *state = world;
	size_t bytes = strlen(typed);

	(void)values;
	for (size_t i = 0; i < state->people.count; i++) {
		const struct record_copy *one = &state->people.items[i];
		struct field_suggestion *item;

		if (strncasecmp(one->who, typed, bytes) != 0)
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){.value = one->who, .label = one->who, .detail = one->kind};
	}
	return true;
}

static const struct field ask_fields[] = {
	{.name = "asked_by",
	 .label = "Who asks",
	 .hint = "First letters of a name on the list, or anybody's name.",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct ask_values, asked_by),
	 .required = true,
	 .suggest = suggest_who},
	{.name = "asked_on",
	 .label = "On",
	 .hint = "The day it was asked: today, yesterday, 9 apr.",
	 .kind = FIELD_DATE,
	 FIELD_OF(struct ask_values, asked_on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "words",
	 .label = "What is wrong",
	 .hint = "What the record says, and how it should read; in their words. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct ask_values, words),
	 .required = true,
	 .rows = 6},
};
enum { ASK_FIELD_COUNT = sizeof ask_fields / sizeof *ask_fields };

/* --- The screen --- */

static void save(struct screen *s, struct tui *t)
{
	struct ask_state *state = screen_state(s);
	struct date_context context = past(state);
	struct date_entry on;
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !date_entry_parse(&on, state->values.asked_on, &context, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!casework_record_correction_ask(casework_of(t), state->conference, state->values.asked_by, on.day,
					    state->values.words, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, "Kept: the correction is to be answered before the record is approved.");
	form_screen_saved(s, t);
}

static bool ask_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct ask_state *state = screen_state(s);
	struct record_page page;
	char day[DATE_TEXT_ROOM];

	if (state->frame.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_record_again(state->cw, state->conference, &state->mem, &page, f))
		return false;
	state->people = page.copies;
	snprintf(state->frame.title, sizeof state->frame.title, "Correction asked · %s · %s", page.conference.reference,
		 page.family_words);
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s correction", page.conference.reference);
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "amendment");
	snprintf(state->values.asked_on, sizeof state->values.asked_on, "%s",
		 date_plain(casework_today(state->cw), day));
	state->frame.save = save;
	state->frame.what = "this correction";
	return form_screen_begin(&state->frame, t, ask_fields, ASK_FIELD_COUNT, &state->values, state, f);
}

static void ask_dispose(struct screen *s)
{
	struct ask_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class correction_ask_screen = {
	.name = "amendment",
	.purpose = "A correction of a record that somebody asks for: who, when, and what is wrong.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct ask_state),
	.load = ask_load,
	.dispose = ask_dispose,
};

bool correction_ask_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct ask_state *state;

	if (!casework_may_for(casework_of(t), ACTION_WRITE_RECORD, conference, f))
		return false;
	state = form_screen_blank(&correction_ask_screen, draft, f);
	if (!state)
		return false;
	state->conference = conference;
	return form_screen_push(t, &correction_ask_screen, state, f);
}
