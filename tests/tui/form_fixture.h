/* A form with a field of every kind, on a headless screen. */
#ifndef TESTS_TUI_FORM_FIXTURE_H
#define TESTS_TUI_FORM_FIXTURE_H

#include "base/text.h"
#include "tui/form.h"
#include "tui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct booking {
	char kind[20];
	char date[40];
	char chair[64];
	char late[8];
	char why_late[80];
	char place[30];
	char notes[400];
};

static const struct field_choice kinds[] = {
	{"initial", "Initial"}, {"review", "Review"}, {"pre_birth", "Pre-birth"}, {"receiving_in", "Receiving-in"}, {0},
};

static const struct {
	const char *name, *detail;
} chairs[] = {
	{"Pritchard, Siân", "chair · team East"}, {"Hollins, Peter", "chair · team West"},
	{"Oyèláran, Moyọ̀", "chair · team West"},  {"Hollingsworth, Ann", "chair · left 2025"},
	{"陈, 美玲", "chair · team East"},        {"شادي, منى", "chair · team East"},
};

static inline bool suggest_chair(void *world, const void *values, const char *typed, struct arena *mem,
				 struct field_suggestion_list *out)
{
	const char *folded = text_fold(mem, typed);

	(void)world;
	(void)values;
	for (size_t i = 0; i < sizeof chairs / sizeof *chairs; i++) {
		struct field_suggestion *s;

		if (!strstr(text_fold(mem, chairs[i].name), folded))
			continue;
		s = ARENA_PUSH(mem, out);
		if (!s)
			return false;
		*s = (struct field_suggestion){chairs[i].name, chairs[i].name, chairs[i].detail};
	}
	return true;
}

/* A day of the month stands for a date: enough to see hints, echoes and steps. */
static inline bool echo_date(void *world, const void *values, const char *typed, char *out, size_t room)
{
	int day = atoi(typed);

	(void)world;
	(void)values;
	if (day < 1 || day > 30) {
		snprintf(out, room, "a day from 1 to 30");
		return false;
	}
	snprintf(out, room, "= day %d of April", day);
	return true;
}

static inline bool step_date(void *world, const void *values, char *typed, size_t room, int by)
{
	int day = atoi(typed) + by;

	(void)world;
	(void)values;
	if (day < 1 || day > 30)
		return false;
	snprintf(typed, room, "%d", day);
	return true;
}

static inline bool check_date(void *world, const void *values, const char *typed, struct fault *f)
{
	char echo[80];

	return echo_date(world, values, typed, echo, sizeof echo) ||
	       fault_field(f, "date", "Date must be a day from 1 to 30, for example 14.");
}

static inline bool is_late(const void *values)
{
	return strcmp(((const struct booking *)values)->late, "yes") == 0;
}

static const struct field booking_fields[] = {
	{.kind = FIELD_HEADING, .label = "When and where"},
	{.name = "kind",
	 .label = "Kind",
	 .hint = "Initial, review or pre-birth",
	 .kind = FIELD_CHOICE,
	 FIELD_OF(struct booking, kind),
	 .choices = kinds,
	 .required = true},
	{.name = "date",
	 .label = "Date",
	 .hint = "A day, e.g. 14",
	 .help = "The day the conference is held.",
	 .kind = FIELD_DATE,
	 FIELD_OF(struct booking, date),
	 .required = true,
	 .echo = echo_date,
	 .step = step_date,
	 .check = check_date},
	{.name = "chair",
	 .label = "Chair",
	 .hint = "Two letters of the name",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct booking, chair),
	 .must_pick = true,
	 .suggest = suggest_chair},
	{.name = "late", .label = "Late", .hint = "y or n", .kind = FIELD_TICK, FIELD_OF(struct booking, late)},
	{.name = "why_late",
	 .label = "Why late",
	 .hint = "One sentence",
	 .kind = FIELD_TEXT,
	 FIELD_OF(struct booking, why_late),
	 .required = true,
	 .shown = is_late},
	{.name = "notes", .label = "Notes", .hint = "Tab leaves", .kind = FIELD_LINES, FIELD_OF(struct booking, notes)},
	{.name = "place",
	 .label = "Place",
	 .hint = "Where the family will be met",
	 .kind = FIELD_TEXT,
	 FIELD_OF(struct booking, place)},
};
#define BOOKING_FIELDS (sizeof booking_fields / sizeof *booking_fields)

struct booking_screen {
	struct form form;
	struct booking values;
	bool is_open;
	int saves;
	char said[200];
};

static inline bool booking_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct booking_screen *b = screen_state(s);

	if (b->is_open)
		return true;
	b->is_open = true;
	return form_open(&b->form, booking_fields, BOOKING_FIELDS, &b->values, tui_world(t), f);
}

static inline void booking_draw(const struct screen *s, struct canvas *c)
{
	form_draw(&((struct booking_screen *)screen_state(s))->form, c);
}

static inline enum handled booking_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct booking_screen *b = screen_state(s);
	struct fault f = {0};

	if (form_act(&b->form, op, typed) == HANDLED)
		return HANDLED;
	switch (form_take_request(&b->form)) {
	case OP_FORM_SAVE:
		if (form_check(&b->form, &f)) {
			b->saves++;
			form_mark_saved(&b->form);
			tui_say(t, "Saved.");
		} else {
			tui_say_fault(t, &f);
		}
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&b->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

static inline bool booking_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static inline void booking_dispose(struct screen *s)
{
	form_close(&((struct booking_screen *)screen_state(s))->form);
}

static const struct binding no_keys[] = {{0}};

static const struct screen_class booking_class = {
	.name = "book",
	.purpose = "Books.",
	.keys = no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct booking_screen),
	.load = booking_load,
	.draw = booking_draw,
	.act = booking_act,
	.takes_text = booking_takes_text,
	.dispose = booking_dispose,
};

#endif
