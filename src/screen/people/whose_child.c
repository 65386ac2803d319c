/* Whose child is whose: the adults of a family by its children. A letter says it of one adult and one child and is
 * saved at once; the chosen child's answers stand in brackets. */
#include "casework/whose_child.h"
#include "base/text.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

enum { OP_THEIRS = OP_FIRST_OWN, OP_BY_LAW, OP_WITHOUT, OP_NOT_THEIRS, OP_NOT_SAID, OP_CHILD_AFTER, OP_CHILD_BEFORE };

static const struct binding whose_keys[] = {
	{'y', 0, 0, OP_THEIRS, "Theirs", "The chosen child is this adult's."},
	{'p', 0, 0, OP_BY_LAW, "Theirs, with PR", "Theirs, and they have parental responsibility for the child."},
	{'o', 0, 0, OP_WITHOUT, "without PR", "Theirs, and they have no parental responsibility for the child."},
	{'n', 0, 0, OP_NOT_THEIRS, "Not theirs", "Not theirs: no letter to them speaks of this child."},
	{TUI_KEY_DELETE, TUI_KEY_BACKSPACE, 0, OP_NOT_SAID, "Not said",
	 "Take back what was said of this adult and this child."},
	{TUI_KEY_RIGHT, '>', 0, OP_CHILD_AFTER, "Child", "The next child."},
	{TUI_KEY_LEFT, '<', 0, OP_CHILD_BEFORE, NULL, "The child before."},
	{0},
};

enum { CHILDREN_MOST = 24, WHO_LEAST = 22, CHILD_CELLS = 12 };

struct whose_state {
	int64_t family;
	struct whose_child data;
	struct list list;
	int child;        /* chosen, of the children */
	int first, shown; /* whose columns are on the screen */
	struct list_column columns[CHILDREN_MOST + 1];
	char headings[CHILDREN_MOST][60], words[400];
	bool is_open;
};

/* --- Rows and columns --- */

static const struct member *adult_at(const struct whose_state *state, size_t row)
{
	return &state->data.adults.items[row];
}

static int child_count(const struct whose_state *state)
{
	return state->data.children.count < CHILDREN_MOST ? (int)state->data.children.count : CHILDREN_MOST;
}

static const char *child_name(const struct whose_state *state, int child, char out[NAME_ROOM])
{
	const struct person *one = &state->data.children.items[child].person;

	return *one->known_as ? one->known_as : *one->given_names ? one->given_names : person_full_name(one, out);
}

static int64_t row_identity(const void *rows, size_t row)
{
	return adult_at(rows, row)->person_id;
}

static const char *answer_words(const struct parent_of *one)
{
	if (!one)
		return "-";
	if (!one->is_theirs)
		return "no";
	return one->parental_responsibility == ANSWER_YES  ? "yes, PR"
	       : one->parental_responsibility == ANSWER_NO ? "yes, no PR"
							   : "yes";
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct whose_state *state = rows;
	const struct member *adult = adult_at(state, row);
	int child = state->first + column - 1;
	char name[NAME_ROOM];

	if (column == 0)
		snprintf(out, room, "%s, %s", person_full_name(&adult->person, name),
			 relationship_label(adult->relationship));
	else
		snprintf(out, room,
			 child == state->child && state->list.selected_identity == adult->person_id ? "[%s]" : "%s",
			 answer_words(parent_of_find(&state->data.said, adult->person_id,
						     state->data.children.items[child].person_id)));
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct whose_state *state = rows;

	(void)column;
	return parent_of_is_said(&state->data.said, adult_at(state, row)->person_id) ? TUI_TEXT : TUI_MUTED;
}

/* The columns that fit, the chosen child's among them. */
static void lay_out(struct whose_state *state, int columns)
{
	int count = child_count(state), fit = (columns - 2 - WHO_LEAST) / (CHILD_CELLS + 1);
	char name[NAME_ROOM];

	fit = fit < 1 ? 1 : fit;
	state->shown = fit < count ? fit : count;
	if (state->child < state->first)
		state->first = state->child;
	if (state->child >= state->first + state->shown)
		state->first = state->child - state->shown + 1;
	state->columns[0] = (struct list_column){"", 0, LIST_LEFT, 0, 0};
	for (int i = 0; i < state->shown; i++) {
		int child = state->first + i;

		snprintf(state->headings[i], sizeof state->headings[i],
			 child == state->child ? "%s[%.40s]%s" : "%s%.40s%s", i == 0 && child > 0 ? "<" : "",
			 child_name(state, child, name), i == state->shown - 1 && child < count - 1 ? ">" : "");
		state->columns[i + 1] = (struct list_column){state->headings[i], CHILD_CELLS, LIST_LEFT, 0, 0};
	}
	state->list.column_count = state->shown + 1;
}

static bool whose_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct whose_state *state = screen_state(s);
	struct list_source source = {.identity = row_identity, .cell = row_cell, .role = row_role, .rows = state};

	if (!casework_whose_child(casework_of(t), state->family, screen_arena(s), &state->data, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, state->columns, 0);
	state->is_open = true;
	if (state->child >= child_count(state))
		state->child = 0;
	lay_out(state, tui_columns(t));
	source.count = child_count(state) ? state->data.adults.count : 0;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void whose_resized(struct screen *s, struct tui *t)
{
	lay_out(screen_state(s), tui_columns(t));
}

static void whose_title(const struct screen *s, char *out, size_t room)
{
	const struct whose_state *state = screen_state(s);

	snprintf(out, room, "Whose child is whose · Family %s · %s", state->data.family.name,
		 state->data.family.reference);
}

/* --- What it means --- */

static void whose_draw(const struct screen *s, struct canvas *c)
{
	static const char rule[] =
		"An adult of whom nothing is said reads about all the children but those with another "
		"father, or mother. Once something is said they read about theirs alone: in letters, the "
		"plan, the record and reports.";
	const struct whose_state *state = screen_state(s);
	const struct whose_line_list *lines = &state->data.lines;
	int columns = canvas_columns(c), rows = canvas_rows(c), at, top = (int)state->data.adults.count + 2;
	struct canvas_part part;

	if (top > rows / 2)
		top = rows / 2;
	list_draw(&state->list, canvas_part(c, &part, 0, 0, top, columns), true,
		  "The family has no adults or no children yet: add them under Family first.");
	at = top + 1;
	at += canvas_paragraph(c, at, 2, columns - 4, 3, TUI_MUTED, rule) + 1;
	for (size_t i = 0; i < lines->count && at < rows; i++) {
		const struct whose_line *line = &lines->items[i];

		if (line->is_gap && line->is_child)
			at += canvas_paragraph(c, at, 2, columns - 4, 2, TUI_SOON, line->words);
	}
}

static void whose_status(const struct screen *s, char *out, size_t room)
{
	const struct whose_state *state = screen_state(s);
	size_t row;
	char name[NAME_ROOM], child[NAME_ROOM];

	out[0] = '\0';
	if (list_selection(&state->list, &row) && child_count(state))
		snprintf(out, room, "%s and %s", person_full_name(&adult_at(state, row)->person, name),
			 child_name(state, state->child, child));
}

/* --- Saying --- */

static bool answer_of(int op, struct parent_of *out)
{
	out->is_theirs = op != OP_NOT_THEIRS;
	out->parental_responsibility = op == OP_BY_LAW ? ANSWER_YES : op == OP_WITHOUT ? ANSWER_NO : ANSWER_UNKNOWN;
	return op != OP_NOT_SAID;
}

static bool is_present(const struct member_list *members, int64_t person)
{
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i].person_id == person)
			return true;
	return false;
}

/* All that is said of those who belong to the family now, but for these two. */
static bool others(const struct whose_child *data, const struct parent_of *but, struct arena *mem,
		   struct parent_of_list *out, struct fault *f)
{
	for (size_t i = 0; i < data->said.count; i++) {
		const struct parent_of *one = &data->said.items[i];
		struct parent_of *kept;

		if ((one->adult_id == but->adult_id && one->child_id == but->child_id) ||
		    !is_present(&data->adults, one->adult_id) || !is_present(&data->children, one->child_id))
			continue;
		kept = ARENA_PUSH(mem, out);
		if (!kept)
			return fault_set(f, FAULT_MEMORY, "There is no memory to save this.");
		*kept = *one;
	}
	return true;
}

static bool say_it(struct whose_state *state, struct tui *t, int op, struct arena *mem, struct fault *f)
{
	struct parent_of one = {.family_id = state->family};
	struct parent_of_list said = {0};
	struct parent_of *added;
	int64_t version;
	size_t row;

	if (!list_selection(&state->list, &row) || !child_count(state))
		return fault_set(f, FAULT_REFUSED,
				 "The family has no adults or no children yet: add them under Family.");
	one.adult_id = adult_at(state, row)->person_id;
	one.child_id = state->data.children.items[state->child].person_id;
	if (!others(&state->data, &one, mem, &said, f))
		return false;
	if (answer_of(op, &one)) {
		added = ARENA_PUSH(mem, &said);
		if (!added)
			return fault_set(f, FAULT_MEMORY, "There is no memory to save this.");
		*added = one;
	}
	return casework_whose_child_save(casework_of(t), state->family, state->data.family.version, &said, &version, f);
}

static void say(struct screen *s, struct tui *t, int op)
{
	struct fault f = {0};

	if (!say_it(screen_state(s), t, op, screen_arena(s), &f))
		tui_say_fault(t, &f);
	if (f.code == FAULT_NONE || f.code == FAULT_CONFLICT)
		tui_refresh(t);
}

static enum handled whose_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct whose_state *state = screen_state(s);
	int count = child_count(state);

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN || op > OP_CHILD_BEFORE)
		return NOT_MINE;
	if (op < OP_CHILD_AFTER) {
		say(s, t, op);
	} else if (count) {
		state->child = (state->child + (op == OP_CHILD_AFTER ? 1 : count - 1)) % count;
		lay_out(state, tui_columns(t));
	}
	return HANDLED;
}

static bool whose_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct whose_state *)screen_state(s))->list);
}

const struct screen_class whose_child_screen = {
	.name = "whose_child",
	.purpose = "Whose child is whose, where the children do not have the same parents.",
	.keys = whose_keys,
	.state_size = sizeof(struct whose_state),
	.list = LIST_OF(struct whose_state, list),
	.load = whose_load,
	.title = whose_title,
	.draw = whose_draw,
	.status = whose_status,
	.resized = whose_resized,
	.act = whose_act,
	.takes_text = whose_takes_text,
};

bool whose_child_open(struct tui *t, int64_t family, struct fault *f)
{
	struct whose_state start = {.family = family};

	if (!casework_may(casework_of(t), ACTION_RECORD_PEOPLE, f))
		return false;
	return tui_push(t, &whose_child_screen, &start, f);
}
