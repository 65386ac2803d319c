/* Separate sittings of one conference: when each begins, how long it takes, who comes to it. */
#include "alike.h"
#include "domain/clock_entry.h"
#include "form_screen.h"
#include "invitees.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { SITTINGS_MOST = 6 };

struct sittings_values {
	struct {
		char starts[16], minutes[24], who[160];
	} rows[SITTINGS_MOST];
};

struct sittings_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference;
	struct casework *cw;
	struct arena mem;
	struct invitees_page page;
	struct sittings_values values, read;
};

/* A row more than are typed, and all that hold something. */
static bool row_is_there(const struct sittings_values *values, int row)
{
	for (int i = row; i < SITTINGS_MOST; i++)
		if (values->rows[i].starts[0] || values->rows[i].minutes[0] || values->rows[i].who[0])
			return true;
	return row < 2 || values->rows[row - 1].starts[0];
}

#define SHOWN(row)                                                                                                     \
	static bool shown_##row(const void *values)                                                                    \
	{                                                                                                              \
		return row_is_there(values, row);                                                                      \
	}
SHOWN(0)
SHOWN(1)
SHOWN(2)
SHOWN(3)
SHOWN(4)
SHOWN(5)

static bool starts_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct fault f = {0};
	char clock[8];
	int at;

	(void)world;
	(void)values;
	out[0] = '\0';
	if (!typed[0])
		return false;
	if (clock_entry_parse(&at, typed, "The start", &f))
		snprintf(out, room, "= %s", date_clock(at, clock));
	else
		snprintf(out, room, "%s", f.message);
	return f.code == FAULT_NONE;
}

static bool starts_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int at;

	(void)world;
	(void)values;
	return !typed[0] || clock_entry_parse(&at, typed, "The start", f);
}

static bool minutes_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct fault f = {0};
	char words[LENGTH_WORDS_ROOM];
	int minutes;

	(void)world;
	(void)values;
	out[0] = '\0';
	if (!typed[0])
		return false;
	if (length_entry_parse(&minutes, typed, "The length", &f))
		snprintf(out, room, "= %s", length_words(minutes, words));
	else
		snprintf(out, room, "%s", f.message);
	return f.code == FAULT_NONE;
}

static bool minutes_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minutes;

	(void)world;
	(void)values;
	return !typed[0] || length_entry_parse(&minutes, typed, "The length", f);
}

#define PLACE(row, member)                                                                                             \
	.offset = offsetof(struct sittings_values, rows[row].member),                                                  \
	.room = sizeof(((struct sittings_values *)0)->rows[row].member), .shown = shown_##row
#define ROW(row, number)                                                                                               \
	{.name = "starts" number,                                                                                      \
	 .label = "Sitting " number " starts",                                                                         \
	 .hint = "10, 10:30, 2pm. Empty: there is no sitting " number ".",                                             \
	 .kind = FIELD_TEXT,                                                                                           \
	 PLACE(row, starts),                                                                                           \
	 .echo = starts_echo,                                                                                          \
	 .alike = alike_clock,                                                                                         \
	 .check = starts_check},                                                                                       \
		{.name = "minutes" number,                                                                             \
		 .label = "  takes",                                                                                   \
		 .hint = "45, 1h, 1h30.",                                                                              \
		 .kind = FIELD_TEXT,                                                                                   \
		 PLACE(row, minutes),                                                                                  \
		 .echo = minutes_echo,                                                                                 \
		 .alike = alike_length,                                                                                \
		 .check = minutes_check},                                                                              \
	{                                                                                                              \
		.name = "who" number, .label = "  for",                                                                \
		.hint = "Mother and her supporter; father. Goes into letters.", .kind = FIELD_TEXT, PLACE(row, who)    \
	}

static const struct field sittings_fields[] = {ROW(0, "1"), ROW(1, "2"), ROW(2, "3"),
					       ROW(3, "4"), ROW(4, "5"), ROW(5, "6")};
enum { SITTINGS_FIELD_COUNT = sizeof sittings_fields / sizeof *sittings_fields };

static bool read_page(struct sittings_state *state, struct fault *f)
{
	const struct conference *c = &state->page.conference;
	char from[8], to[8];

	if (!casework_invitees(state->cw, state->conference, &state->mem, &state->page, f))
		return false;
	if (c->starts < 0)
		return fault_set(f, FAULT_REFUSED, "%s has no time yet: book it first, then set the sittings.",
				 c->reference);
	state->read = (struct sittings_values){0};
	for (size_t i = 0; i < state->page.sittings.count && i < SITTINGS_MOST; i++) {
		const struct sitting_time *one = &state->page.sittings.items[i];

		date_clock(one->starts, state->read.rows[i].starts);
		snprintf(state->read.rows[i].minutes, sizeof state->read.rows[i].minutes, "%d", one->minutes);
		snprintf(state->read.rows[i].who, sizeof state->read.rows[i].who, "%s", one->who);
	}
	snprintf(state->frame.title, sizeof state->frame.title, "Sittings · %s · %s · %s", state->page.family_words,
		 c->reference, state->page.when);
	snprintf(state->frame.about, sizeof state->frame.about,
		 "Booked from %s to %s. Each sitting has its own time and people; none at all: everybody comes at one "
		 "time. e on a person says to which sitting they come.",
		 date_clock(c->starts, from), date_clock(c->starts + c->minutes, to));
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "sittings");
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", c->reference);
	return true;
}

static bool parse(const struct sittings_state *state, struct sitting_time *out, size_t *count, struct fault *f)
{
	*count = 0;
	for (int i = 0; i < SITTINGS_MOST; i++) {
		struct sitting_time *one = &out[*count];
		const char *starts = state->values.rows[i].starts, *minutes = state->values.rows[i].minutes;
		char name[16];

		if (!starts[0] && !minutes[0] && !state->values.rows[i].who[0])
			continue;
		snprintf(name, sizeof name, "%s%d", starts[0] ? "minutes" : "starts", i + 1);
		if (!starts[0] || !minutes[0])
			return fault_field(f, name, "Sitting %d needs %s, or nothing at all.", i + 1,
					   starts[0] ? "its length" : "the time it starts");
		*one = (struct sitting_time){.position = (int)*count + 1, .who = state->values.rows[i].who};
		if (!clock_entry_parse(&one->starts, starts, "The start", f) ||
		    !length_entry_parse(&one->minutes, minutes, "The length", f))
			return false;
		(*count)++;
	}
	return true;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct sittings_state *state = screen_state(s);

	(void)t;
	return read_page(state, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct sittings_state *state = screen_state(s);
	struct sitting_time sittings[SITTINGS_MOST];
	struct fault f = {0};
	size_t count;

	if (!form_check(&state->frame.form, &f) || !parse(state, sittings, &count, &f) ||
	    !casework_sittings_save(state->cw, state->conference, state->page.conference.version, sittings, count,
				    &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	if (count)
		tui_say(t, "Saved: %zu separate sittings. e on a person says to which one they come.", count);
	else
		tui_say(t, "Saved: everybody comes at one time.");
	form_screen_saved(s, t);
}

static bool open_form(struct sittings_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_page(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.what = "these sittings";
	return form_screen_begin(&state->frame, t, sittings_fields, SITTINGS_FIELD_COUNT, &state->values, state, f);
}

static bool sittings_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct sittings_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void sittings_dispose(struct screen *s)
{
	struct sittings_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class sittings_screen = {
	FORM_SCREEN_ROWS,
	.name = "sittings",
	.purpose = "Separate sittings of a conference, for people who are not to meet.",
	.state_size = sizeof(struct sittings_state),
	.load = sittings_load,
	.dispose = sittings_dispose,
};

bool sittings_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct sittings_state start = {.conference = conference};

	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &sittings_screen, &start, f);
}
