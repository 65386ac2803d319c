/* The first two steps of a live conference: what the chair asks each of the family before it, and what is read out. */
#include "live.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_YES = OP_FIRST_OWN, OP_NO, OP_TAKE_BACK, OP_REST, OP_NOTE };
enum { ANSWER_NOTE = 8711, ANSWER_NOT_SO };

static const struct binding opening_keys[] = {
	{'y', ' ', 0, OP_YES, "Yes", "Done, read, agrees; goes to the next line."},
	{'n', 0, 0, OP_NO, "No", "Not done, or does not agree: what is to be put right is asked."},
	{'=', 0, 0, OP_REST, "Yes to the rest",
	 "Yes to every line of this part that has no answer yet; goes to the next part."},
	{'e', 0, 0, OP_NOTE, "Note", "A few words beside this line: what is to be put right, why not."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "The words that are read out, in full."},
	{'u', TUI_KEY_DELETE, 0, OP_TAKE_BACK, NULL, "Take the answer of this line back."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

/* A heading (words alone), or an item of nobody in particular or of one person. */
struct opening_row {
	const char *words;
	bool is_heading;
	struct run_mark mark; /* as kept, or blank with item and invitee */
};
struct opening_rows {
	struct opening_row *items;
	size_t count, room;
};
struct opening_state {
	struct live_screen live; /* first */
	struct opening_rows rows;
};

static const struct list_column opening_columns[] = {
	{"", 6, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}, {"", 30, LIST_LEFT, 100, 0}};
enum { COLUMN_ANSWER, COLUMN_WORDS, COLUMN_NOTE, COLUMN_COUNT };

/* --- Rows --- */

static struct run_mark mark_of(const struct live_page *page, enum run_item item, int64_t invitee)
{
	for (size_t i = 0; i < page->marks.count; i++)
		if (page->marks.items[i].item == item && page->marks.items[i].invitee_id == invitee)
			return page->marks.items[i];
	return (struct run_mark){.conference_id = page->conference.id,
				 .invitee_id = invitee,
				 .item = item,
				 .answer = OPINION_NONE,
				 .note = "",
				 .by_user = ""};
}

static bool push(struct opening_rows *rows, const struct opening_row *row, struct arena *mem)
{
	struct opening_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = *row;
	return one != NULL;
}

/* The items of this step that are asked of each, or those said once to all. */
static bool push_items(struct opening_state *state, bool of_each, int64_t invitee, struct arena *mem)
{
	for (int item = 0; item < RUN_ITEM_COUNT; item++) {
		struct opening_row row = {.words = run_item_words((enum run_item)item)};

		if (run_item_step((enum run_item)item) != state->live.step ||
		    run_item_is_of_each((enum run_item)item) != of_each)
			continue;
		row.mark = mark_of(&state->live.page, (enum run_item)item, invitee);
		if (!push(&state->rows, &row, mem))
			return false;
	}
	return true;
}

static bool is_asked(const struct live_person *person)
{
	return person->is_family && person->invitee.exclusion != EXCLUSION_WHOLE &&
	       (person->is_present || person->attendance.state == ATTENDANCE_NONE);
}

static bool push_people(struct opening_state *state, struct arena *mem)
{
	for (size_t i = 0; i < state->live.page.people.count; i++) {
		const struct live_person *person = &state->live.page.people.items[i];
		struct opening_row heading = {.words = person->who, .is_heading = true};

		if (!is_asked(person))
			continue;
		heading.mark.invitee_id = person->invitee.id;
		if (!push(&state->rows, &heading, mem) || !push_items(state, true, person->invitee.id, mem))
			return false;
	}
	return true;
}

static bool is_heading(const void *rows, size_t row)
{
	return ((const struct opening_rows *)rows)->items[row].is_heading;
}

static int64_t row_identity(const void *rows, size_t row)
{
	const struct opening_row *one = &((const struct opening_rows *)rows)->items[row];

	return one->is_heading ? -1 - one->mark.invitee_id
			       : 1 + one->mark.invitee_id * RUN_ITEM_COUNT + (int64_t)one->mark.item;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct opening_row *one = &((const struct opening_rows *)rows)->items[row];

	out[0] = '\0';
	if (one->is_heading)
		snprintf(out, room, "%s", column == COLUMN_ANSWER ? one->words : "");
	else if (column == COLUMN_ANSWER)
		snprintf(out, room, "  %s", one->mark.answer == OPINION_NONE ? "-" : opinion_label(one->mark.answer));
	else
		snprintf(out, room, "%s", column == COLUMN_WORDS ? one->words : one->mark.note);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct opening_row *one = &((const struct opening_rows *)rows)->items[row];

	(void)column;
	return one->is_heading ? TUI_HEADING : one->mark.answer == OPINION_NO ? TUI_LATE : TUI_TEXT;
}

static bool opening_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct opening_state *state = screen_state(s);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = is_heading,
				     .rows = &state->rows};

	if (!live_load(s, t, f))
		return false;
	state->rows = (struct opening_rows){0};
	if (!push_items(state, false, 0, screen_arena(s)) || !push_people(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "The run-sheet is too long to show.");
	source.count = state->rows.count;
	live_fill(&state->live, opening_columns, COLUMN_COUNT, &source, screen_arena(s));
	return true;
}

static void opening_draw(const struct screen *s, struct canvas *c)
{
	const struct opening_state *state = screen_state(s);
	struct canvas_part part;
	struct canvas *body = live_draw(&state->live, c, &part);

	list_draw(&state->live.list, body, true,
		  "Nobody of the family is expected. Who is there is said under People.");
}

static const struct opening_row *selected(const struct opening_state *state)
{
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

/* A note is read here where the list is too narrow for it. */
static void opening_status(const struct screen *s, char *out, size_t room)
{
	const struct opening_row *row = selected(screen_state(s));

	if (row && row->mark.note && *row->mark.note)
		snprintf(out, room, "%s: %s", row->mark.by_user, row->mark.note);
	else
		live_status(s, out, room);
}

/* --- Keys --- */

static bool answer_one(struct tui *t, const struct opening_row *row, enum opinion answer, struct fault *f)
{
	struct run_mark mark = row->mark;

	mark.answer = answer;
	return casework_live_mark(casework_of(t), &mark, f);
}

static bool answer_selected(struct screen *s, struct tui *t, enum opinion answer, struct fault *f)
{
	struct opening_state *state = screen_state(s);
	const struct opening_row *row = selected(state);

	if (!row)
		return fault_set(f, FAULT_REFUSED, "Choose a line first.");
	if (!answer_one(t, row, answer, f))
		return false;
	if (answer != OPINION_NONE)
		list_act(&state->live.list, OP_DOWN, 0, screen_arena(s));
	return true;
}

/* The line after the last of this part, as a single answer goes to the line after its own. */
static void go_to_next_part(struct opening_state *state)
{
	int64_t invitee = selected(state)->mark.invitee_id;
	size_t next = 0;

	for (size_t i = 0; i < state->rows.count; i++)
		if (state->rows.items[i].mark.invitee_id == invitee)
			next = i + 1;
	while (next < state->rows.count && is_heading(&state->rows, next))
		next++;
	list_select(&state->live.list, row_identity(&state->rows, next < state->rows.count ? next : next - 1));
}

static bool yes_to_the_rest(struct opening_state *state, struct tui *t, struct fault *f)
{
	const struct opening_row *chosen = selected(state);

	if (!chosen)
		return fault_set(f, FAULT_REFUSED, "Choose a line first.");
	for (size_t i = 0; i < state->rows.count; i++) {
		const struct opening_row *row = &state->rows.items[i];

		if (row->is_heading || row->mark.invitee_id != chosen->mark.invitee_id ||
		    row->mark.answer != OPINION_NONE)
			continue;
		if (!answer_one(t, row, OPINION_YES, f))
			return false;
	}
	go_to_next_part(state);
	return true;
}

static bool ask_note(struct opening_state *state, struct tui *t, int code, struct fault *f)
{
	const struct opening_row *row = selected(state);

	if (!row)
		return fault_set(f, FAULT_REFUSED, "Choose a line first.");
	return words_ask(t, code, code == ANSWER_NOT_SO ? "No: what is to be put right? Enter alone: just no" : "Note",
			 row->words, row->mark.note, f);
}

static bool read_out(struct opening_state *state, struct tui *t, struct fault *f)
{
	const struct opening_row *row = selected(state);
	const char *statement = row ? run_item_statement(row->mark.item) : NULL;

	if (!statement)
		return fault_set(f, FAULT_REFUSED, "Nothing is read out word for word at this line.");
	return pager_open(t, row->words, statement, f);
}

static enum handled opening_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct opening_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN:
		if (!read_out(state, t, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_NOTE:
	case OP_NO:
		if (!ask_note(state, t, op == OP_NO ? ANSWER_NOT_SO : ANSWER_NOTE, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_YES: done = answer_selected(s, t, OPINION_YES, &f); break;
	case OP_TAKE_BACK: done = answer_selected(s, t, OPINION_NONE, &f); break;
	case OP_REST: done = yes_to_the_rest(state, t, &f); break;
	default: return NOT_MINE;
	}
	live_saved(t, done, &f, "");
	return HANDLED;
}

static void opening_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct opening_state *state = screen_state(s);
	const struct opening_row *row = selected(state);
	struct fault f = {0};
	struct run_mark mark;

	if (live_answered(s, t, answer) || (answer->code != ANSWER_NOTE && answer->code != ANSWER_NOT_SO))
		return;
	if (!row || !words_still(t, row->mark.note, answer->text, &f)) {
		if (!row)
			fault_set(&f, FAULT_REFUSED, "The line you wrote about is not there any more: choose one.");
		tui_refuse_answer(t, &f);
		return;
	}
	mark = row->mark;
	mark.note = answer->text;
	if (answer->code == ANSWER_NOT_SO)
		mark.answer = OPINION_NO;
	if (live_saved(t, casework_live_mark(casework_of(t), &mark, &f), &f, "") && answer->code == ANSWER_NOT_SO)
		list_act(&state->live.list, OP_DOWN, 0, screen_arena(s));
}

static bool opening_key_is_live(const struct screen *s, int op)
{
	const struct opening_state *state = screen_state(s);
	const struct opening_row *row = selected(state);

	switch (op) {
	case OP_OPEN: return row && run_item_statement(row->mark.item);
	case OP_YES:
	case OP_NO:
	case OP_REST:
	case OP_NOTE:
	case OP_TAKE_BACK: return row && live_is_going_on(&state->live);
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_opening_screen = {
	.name = "live-opening",
	.purpose = "A live conference, steps 1 and 2: the meeting with the family before it, and what is read out.",
	.keys = opening_keys,
	.state_size = sizeof(struct opening_state),
	.list = LIST_OF(struct opening_state, live.list),
	.load = opening_load,
	.title = live_title,
	.about = live_about,
	.status = opening_status,
	.draw = opening_draw,
	.act = opening_act,
	.takes_text = live_takes_text,
	.answered = opening_answered,
	.key_is_live = opening_key_is_live,
};
