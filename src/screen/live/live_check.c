/* Step 0 of a live conference: what is missing and at which step it is mended, what closing will do, and closing. */
#include "live.h"

#include "base/text.h"
#include "mailing.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_CLOSE = OP_FIRST_OWN };
enum { ANSWER_CLOSE = 8791, ANSWER_ACCEPTED, ANSWER_LETTERS };

static const struct binding check_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Mend", "Go to the step where this is mended."},
	{'c', 0, 0, OP_CLOSE, "Close", "Close the conference: plans, dates and letters follow from it."},
	LIVE_PRINT_KEY,
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

struct check_row {
	const char *sign, *words;
	const struct live_check *check; /* NULL: a heading, or what follows */
	bool is_heading;
};
struct check_rows {
	struct check_row *items;
	size_t count, room;
};
struct check_state {
	struct live_screen live; /* first */
	struct check_rows rows;
};

static const struct list_column check_columns[] = {{"", 2, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- Rows --- */

static bool push(struct check_rows *rows, struct arena *mem, struct check_row row)
{
	struct check_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = row;
	return one != NULL;
}

/* Wrapped: a sentence is read to its end. */
static bool push_wrapped(struct check_rows *rows, struct arena *mem, struct check_row row, int cells)
{
	const char *text = row.words;
	size_t shown;

	for (size_t n; (n = text_wrap(text, cells, &shown)) > 0; text += n) {
		row.words = arena_text_n(mem, text, shown);
		if (!push(rows, mem, row))
			return false;
		row.sign = "";
	}
	return true;
}

static bool push_checks(struct check_state *state, struct arena *mem, bool is_hard, const char *heading, int cells)
{
	bool any = false;

	for (size_t i = 0; i < state->live.checks.count; i++) {
		const struct live_check *check = &state->live.checks.items[i];
		struct check_row row = {.sign = is_hard ? "!" : "-", .words = check->what, .check = check};

		if (check->is_hard != is_hard)
			continue;
		if (!any && !push(&state->rows, mem, (struct check_row){.sign = heading, .is_heading = true}))
			return false;
		any = true;
		if (!push_wrapped(&state->rows, mem, row, cells))
			return false;
	}
	return true;
}

static bool push_follows(struct check_state *state, struct arena *mem, int cells)
{
	char *lines = arena_text(mem, state->live.follows), *rest = lines;

	if (!*lines)
		return true;
	if (!push(&state->rows, mem, (struct check_row){.sign = "When it is closed", .is_heading = true}))
		return false;
	for (char *line; (line = strsep(&rest, "\n"));)
		if (*line && !push_wrapped(&state->rows, mem, (struct check_row){.sign = "", .words = line}, cells))
			return false;
	return true;
}

static bool make_rows(struct check_state *state, struct arena *mem, int columns)
{
	int cells = columns < 30 ? 24 : columns - 6;

	state->rows = (struct check_rows){0};
	return push_checks(state, mem, true, "Before it can be closed", cells) &&
	       push_checks(state, mem, false, "Missing: why is asked when it is closed all the same", cells) &&
	       push_follows(state, mem, cells);
}

static const struct check_row *row_of(const void *rows, size_t row)
{
	return &((const struct check_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	(void)rows;
	return 1 + (int64_t)row;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_of(rows, row)->is_heading;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct check_row *one = row_of(rows, row);

	snprintf(out, room, "%s", column == 0 ? one->sign : one->words ? one->words : "");
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct check_row *one = row_of(rows, row);

	(void)column;
	return one->is_heading ? TUI_HEADING : one->check && one->check->is_hard ? TUI_LATE : TUI_TEXT;
}

static bool fill(struct check_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	if (!make_rows(state, mem, tui_columns(t)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show what is missing.");
	source.count = state->rows.count;
	list_fill(&state->live.list, &source, mem);
	return true;
}

static bool check_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct check_state *state = screen_state(s);

	if (!live_load(s, t, f))
		return false;
	state->live.checks = (struct live_check_list){0};
	state->live.follows = "";
	if (live_is_going_on(&state->live) &&
	    !casework_live_check(casework_of(t), state->live.conference, screen_arena(s), &state->live.checks,
				 &state->live.follows, f))
		return false;
	if (!state->live.is_open)
		list_open(&state->live.list, check_columns, 2);
	state->live.is_open = true;
	return fill(state, t, screen_arena(s), f);
}

static void check_resized(struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!fill(screen_state(s), t, screen_arena(s), &f))
		tui_say_fault(t, &f);
}

static void check_draw(const struct screen *s, struct canvas *c)
{
	const struct check_state *state = screen_state(s);
	struct canvas_part part;
	struct canvas *body = live_draw(&state->live, c, &part);

	list_draw(&state->live.list, body, true,
		  live_is_going_on(&state->live)   ? "Nothing is missing. c closes the conference."
		  : state->live.page.state.version ? "It is over. P prints the plan for the room; the tabs Letters and "
						     "Record of the conference go on with it."
						   : "It has not begun: S starts it.");
}

/* --- Keys --- */

static const struct check_row *selected(const struct screen *s)
{
	const struct check_state *state = screen_state(s);
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

static bool close_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_live_close(desk->cw, desk->live_conference, typed, f);
}

/* One question before it: everything follows at once. With something missing the question is why. */
static bool ask_close(struct check_state *state, struct tui *t, struct fault *f)
{
	char question[200];
	struct line_question why = {.code = ANSWER_ACCEPTED,
				    .label = "Why is it closed all the same?",
				    .hint = "What is missing stands above. Enter closes it.",
				    .check = close_why};

	for (size_t i = 0; i < state->live.checks.count; i++)
		if (state->live.checks.items[i].is_hard)
			return fault_set(f, FAULT_REFUSED, "%s Enter on its line goes to where that is mended.",
					 state->live.checks.items[i].what);
	desk_of(t)->live_conference = state->live.conference;
	if (state->live.checks.count)
		return prompt_question(t, &why, f);
	snprintf(question, sizeof question, "Close %s, %s?", state->live.page.conference.reference,
		 state->live.page.family_words);
	return prompt_yes_no(t, ANSWER_CLOSE, question, "What follows stands above.", f);
}

static bool mend(struct check_state *state, struct tui *t, const struct check_row *row, struct fault *f)
{
	if (!row || !row->check)
		return fault_set(f, FAULT_REFUSED, "Nothing is to be mended in this line.");
	return live_go(t, state->live.conference, row->check->step, f);
}

static enum handled check_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct check_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN: done = mend(state, t, selected(s), &f); break;
	case OP_CLOSE: done = ask_close(state, t, &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

/* It is closed: the letters are the next thing, at one key. */
static void offer_letters(struct check_state *state, struct tui *t)
{
	char question[200];
	struct fault f = {0};

	snprintf(question, sizeof question, "%s is closed. Look at the decision letters now?",
		 state->live.page.conference.reference);
	if (!prompt_yes_no(t, ANSWER_LETTERS, question, "They go within one working day; \"n\" leaves them on Today.",
			   &f))
		tui_say_fault(t, &f);
}

static void check_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct check_state *state = screen_state(s);
	struct fault f = {0};

	if (live_answered(s, t, answer))
		return;
	if (answer->code == ANSWER_ACCEPTED || (answer->code == ANSWER_CLOSE && answer->number &&
						casework_live_close(casework_of(t), state->live.conference, "", &f)))
		offer_letters(state, t);
	else if (answer->code == ANSWER_LETTERS && answer->number &&
		 !mailing_open(t, state->live.conference, MAILING_DECISIONS, &f))
		tui_say_fault(t, &f);
	else if (f.code)
		tui_say_fault(t, &f);
}

static bool check_key_is_live(const struct screen *s, int op)
{
	const struct check_state *state = screen_state(s);
	const struct check_row *row = selected(s);

	switch (op) {
	case OP_OPEN: return row && row->check;
	case OP_CLOSE: return live_is_going_on(&state->live);
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_check_screen = {
	.name = "live-check",
	.purpose = "A live conference, the last step: what is missing, what follows from closing, and closing.",
	.keys = check_keys,
	.state_size = sizeof(struct check_state),
	.list = LIST_OF(struct check_state, live.list),
	.load = check_load,
	.title = live_title,
	.about = live_about,
	.status = live_status,
	.draw = check_draw,
	.act = check_act,
	.answered = check_answered,
	.resized = check_resized,
	.key_is_live = check_key_is_live,
	.takes_text = live_takes_text,
};
