/* Step 6 of a live conference: what each person there thinks about each child. A letter is the whole view, with its
 * category, and stands for every child while the whole row is chosen: twelve people who think alike of three children
 * take twelve letters, and twelve digits where a scale is given. Categories have letters, so that a digit is always the
 * scale; the steps are reached by Tab. Nothing moves by itself: what is typed next always belongs to the same cell. */
#include "base/text.h"
#include "live.h"
#include "live_views_say.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_CHILD_AFTER = OP_VIEW_TAKE_BACK + 1, OP_CHILD_BEFORE };
enum { ANSWER_DISSENT = 8741, ANSWER_WHY };

#define SCALE_KEY(digit)                                                                                               \
	{                                                                                                              \
		'0' + digit, 0, 0, OP_VIEW_SCALE + digit, NULL, "The scale: " #digit "."                               \
	}

static const struct binding views_keys[] = {
	{'g', 0, 0, OP_VIEW_CATEGORY + CATEGORY_NEGLECT, "NEG", "A plan, for neglect."},
	{'o', 0, 0, OP_VIEW_CATEGORY + CATEGORY_EMOTIONAL, "EMO", "A plan, for emotional abuse."},
	{'p', 0, 0, OP_VIEW_CATEGORY + CATEGORY_PHYSICAL, "PHY", "A plan, for physical abuse."},
	{'s', 0, 0, OP_VIEW_CATEGORY + CATEGORY_SEXUAL, "SAB", "A plan, for sexual abuse."},
	{'n', 0, 0, OP_VIEW_NO_PLAN, "No", "Says that no plan is needed."},
	{'u', 0, 0, OP_VIEW_UNSURE, "Unsure", "Is unsure."},
	{'0', 0, 0, OP_VIEW_SCALE, "to 9 Scale", "The scale: 0; after 1 it makes 10."},
	{'y', 0, 0, OP_VIEW_PLAN, "Plan", "Says that the child needs a plan; the category is left open."},
	{'m', 0, 0, OP_VIEW_CATEGORY + CATEGORY_MULTIPLE, "MUL", "A plan, for several kinds of harm."},
	{TUI_KEY_RIGHT, '>', 0, OP_CHILD_AFTER, "Child", "The next child; after the last, all of them again."},
	{TUI_KEY_LEFT, '<', 0, OP_CHILD_BEFORE, NULL, "The child before; before the first, all of them."},
	{'=', 0, 0, OP_VIEW_SAME, "Same for all", "What was said of this child is said of every child."},
	{'x', 0, 0, OP_VIEW_DISSENT, "Dissent", "Disagrees with the decision: the words for the record are asked."},
	{'r', 0, 0, OP_VIEW_RISK, NULL, "Still at risk: yes, then no, unsure, not asked."},
	{'e', 0, 0, OP_VIEW_WHY, NULL, "Why they think so."},
	{TUI_KEY_DELETE, TUI_KEY_BACKSPACE, 0, OP_VIEW_TAKE_BACK, NULL, "Take back plan, risk and scale; words stay."},
	SCALE_KEY(1),
	SCALE_KEY(2),
	SCALE_KEY(3),
	SCALE_KEY(4),
	SCALE_KEY(5),
	SCALE_KEY(6),
	SCALE_KEY(7),
	SCALE_KEY(8),
	SCALE_KEY(9),
	LIVE_KEYS,
	{0},
};

enum { WHO_LEAST = 17, CHILD_CELLS = 10, SCALE_CELLS = 5, DISSENT_CELLS = 7, NARROW = 56 };

struct views_state {
	struct live_screen live; /* first */
	struct views_grid grid;
	int child;        /* of the grid, or VIEWS_OF_ALL: the whole row */
	int first, shown; /* children whose columns are on the screen */
	bool is_ten_next; /* a 1 was the last key: 0 makes it 10 */
	bool is_begun;
	struct list_column columns[VIEWS_CHILDREN_MOST + 3];
	char headings[VIEWS_CHILDREN_MOST][44];
};

/* --- Rows and columns --- */

static const struct views_row *row_at(const void *rows, size_t row)
{
	return &((const struct views_state *)rows)->grid.items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	const struct views_row *one = row_at(rows, row);

	return one->person ? one->person->invitee.id : -1 - (int64_t)row;
}

static bool is_heading(const void *rows, size_t row)
{
	return !row_at(rows, row)->person;
}

/* What the next letter is written into stands in brackets, here or, for all children, in their headings. */
static void child_cell(const struct views_state *state, const struct live_person *person, int child, char *out,
		       size_t room)
{
	struct view view = views_grid_view(&state->grid, person, child);
	bool is_chosen = state->child == child && state->live.list.selected_identity == person->invitee.id;
	char words[24];

	views_plan_words(&view, words, sizeof words);
	snprintf(out, room, is_chosen ? "[%s]" : "%s", words);
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct views_state *state = rows;
	const struct views_row *one = row_at(rows, row);

	out[0] = '\0';
	if (!one->person)
		snprintf(out, room, "%s", column == 0 ? one->heading : "");
	else if (column == 0)
		views_person_words(one->person, out, room);
	else if (column <= state->shown)
		child_cell(state, one->person, state->first + column - 1, out, room);
	else if (column == state->shown + 1)
		views_scale_words(&state->grid, one->person, state->child, out, room);
	else
		snprintf(out, room, "%s", views_dissent_words(&state->grid, one->person, state->child));
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct views_row *one = row_at(rows, row);

	(void)column;
	return !one->person ? TUI_HEADING : one->person->is_present ? TUI_TEXT : TUI_MUTED;
}

static void head_child(struct views_state *state, int child)
{
	bool is_chosen = state->child == child || (state->child == VIEWS_OF_ALL && state->grid.child_count > 1);
	char words[40], *heading = state->headings[child];

	views_child_words(&state->grid, child, words, sizeof words);
	snprintf(heading, sizeof state->headings[child], "%s%s%s%s%s", child == state->first && child > 0 ? "<" : "",
		 is_chosen ? "[" : "", words, is_chosen ? "]" : "",
		 child == state->first + state->shown - 1 && child < state->grid.child_count - 1 ? ">" : "");
}

static int longest_person(const struct views_state *state)
{
	int longest = 0;

	for (size_t i = 0; i < state->grid.count; i++) {
		char words[200] = "";

		if (state->grid.items[i].person)
			views_person_words(state->grid.items[i].person, words, sizeof words);
		longest = text_width(words) > longest ? text_width(words) : longest;
	}
	return longest;
}

/* Of what the names of the people leave, so many cells as the child's own name wants in brackets and with an arrow: it
 * does not change when the child is chosen. */
static int more_for_child(const struct views_state *state, int child, int left)
{
	char words[40];
	int wanted;

	views_child_words(&state->grid, child, words, sizeof words);
	wanted = text_width(words) + (state->shown < state->grid.child_count ? 3 : 2) - CHILD_CELLS;
	wanted = wanted < left ? wanted : left;
	return wanted > 0 ? wanted : 0;
}

/* Columns of the children that fit, the chosen one among them. */
static void lay_out(struct views_state *state, int columns)
{
	bool is_narrow = columns < NARROW;
	int fixed = is_narrow ? SCALE_CELLS + 1 : SCALE_CELLS + DISSENT_CELLS + 2;
	int fit = (columns - 2 - WHO_LEAST - 1 - fixed) / (CHILD_CELLS + 1), count = 0, left;

	fit = fit < 1 ? 1 : fit;
	state->shown = fit < state->grid.child_count ? fit : state->grid.child_count;
	if (state->child != VIEWS_OF_ALL && state->child < state->first)
		state->first = state->child;
	if (state->child != VIEWS_OF_ALL && state->child >= state->first + state->shown)
		state->first = state->child - state->shown + 1;
	if (state->child == VIEWS_OF_ALL || state->first + state->shown > state->grid.child_count)
		state->first = state->child == VIEWS_OF_ALL ? 0 : state->grid.child_count - state->shown;
	left = columns - 2 - longest_person(state) - 1 - fixed - state->shown * (CHILD_CELLS + 1);
	state->columns[count++] = (struct list_column){"", 0, LIST_LEFT, 0, 0};
	for (int i = state->first; i < state->first + state->shown; i++) {
		int more = more_for_child(state, i, left);

		head_child(state, i);
		state->columns[count++] = (struct list_column){state->headings[i], CHILD_CELLS + more, LIST_LEFT, 0, 0};
		left -= more;
	}
	state->columns[count++] = (struct list_column){"scale", SCALE_CELLS, LIST_LEFT, 0, 0};
	if (!is_narrow)
		state->columns[count++] = (struct list_column){"dissent", DISSENT_CELLS, LIST_LEFT, 0, 0};
	state->live.list.column_count = count;
}

static bool views_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct views_state *state = screen_state(s);
	struct list_source source = {
		.identity = row_identity, .cell = row_cell, .role = row_role, .is_heading = is_heading, .rows = state};

	if (!live_load(s, t, f))
		return false;
	if (!views_grid_make(&state->live.page, screen_arena(s), &state->grid))
		return fault_set(f, FAULT_MEMORY, "There are too many people to show at once.");
	if (!state->live.is_open)
		list_open(&state->live.list, state->columns, 0);
	if (!state->is_begun || state->child >= state->grid.child_count)
		state->child = state->grid.child_count > 1 ? VIEWS_OF_ALL : 0;
	state->live.is_open = state->is_begun = true;
	lay_out(state, tui_columns(t));
	source.count = state->grid.count;
	list_fill(&state->live.list, &source, screen_arena(s));
	return true;
}

static void views_resized(struct screen *s, struct tui *t)
{
	lay_out(screen_state(s), tui_columns(t));
}

static void views_draw(const struct screen *s, struct canvas *c)
{
	static const char sentence[] = "Views are heard, not counted: the chair decides for each child. A digit is the "
				       "scale here; Tab goes on.";
	const struct views_state *state = screen_state(s);
	struct canvas_part whole, part;
	struct canvas *body = live_draw(&state->live, c, &whole);
	int rows = canvas_rows(body), columns = canvas_columns(body);
	int wanted = text_width(sentence) / (columns > 8 ? columns - 8 : 1) + 1;
	int foot = rows < 6 ? 0 : wanted < 3 ? wanted : 3;

	if (foot)
		canvas_paragraph(body, rows - foot, 2, columns - 4, foot, TUI_MUTED, sentence);
	list_draw(&state->live.list, canvas_part(body, &part, 0, 0, rows - foot, columns), true,
		  "Nobody is said to be there yet: step 3, People, says who is.");
}

static const struct live_person *selected(const struct views_state *state)
{
	size_t row;

	return list_selection(&state->live.list, &row) ? state->grid.items[row].person : NULL;
}

static void views_status(const struct screen *s, char *out, size_t room)
{
	const struct views_state *state = screen_state(s);
	const struct live_person *person = selected(state);

	out[0] = '\0';
	if (person)
		views_said_words(&state->grid, person, state->child, out, room);
	if (!*out)
		live_status(s, out, room);
}

/* --- Saying something --- */

/* What somebody else wrote meanwhile is shown at once. */
static bool saved(struct tui *t, bool is_saved, const struct fault *f)
{
	if (!live_saved(t, is_saved, f, "") && f->code == FAULT_CONFLICT)
		tui_refresh(t);
	return is_saved;
}

static const char *words_of(const struct view *view, int op)
{
	return op == OP_VIEW_WHY ? view->why : view->dissent_words;
}

/* One sentence for all would write over what was said of one child alone. */
static bool differ(const struct views_grid *grid, const struct live_person *person, int op)
{
	struct view first = views_grid_view(grid, person, 0);

	for (int i = 1; i < grid->child_count; i++) {
		struct view other = views_grid_view(grid, person, i);

		if (strcmp(words_of(&first, op), words_of(&other, op)) != 0)
			return true;
	}
	return false;
}

/* What stands where the words that are asked for go; of all children one after another where it differs. */
static const char *words_there(const struct views_state *state, const struct live_person *person, int op,
			       struct arena *mem)
{
	const struct views_grid *grid = &state->grid;
	struct view view = views_grid_view(grid, person, state->child == VIEWS_OF_ALL ? 0 : state->child);
	const char *all = arena_text(mem, words_of(&view, op));

	if (state->child != VIEWS_OF_ALL || !differ(grid, person, op))
		return all;
	for (int i = 1; i < grid->child_count; i++) {
		view = views_grid_view(grid, person, i);
		all = arena_printf(mem, "%s / %s", all, words_of(&view, op));
	}
	return all;
}

static bool ask_words(struct views_state *state, struct tui *t, int op, struct fault *f)
{
	const struct live_person *person = selected(state);
	struct arena mem = {0};
	char who[240];
	bool ok;

	if (!person || !state->grid.child_count)
		return fault_set(f, FAULT_REFUSED, "Choose a person first: step 3, People, says who is there.");
	if (state->child == VIEWS_OF_ALL && differ(&state->grid, person, op))
		return fault_set(f, FAULT_REFUSED, "The words differ from child to child: Right chooses the child.");
	views_person_words(person, who, sizeof who);
	ok = words_ask(t, op == OP_VIEW_WHY ? ANSWER_WHY : ANSWER_DISSENT,
		       op == OP_VIEW_WHY ? "Why do they think so?" : "What do they disagree with? Empty: they agree",
		       who, words_there(state, person, op, &mem), f);
	arena_finish(&mem);
	return ok;
}

static void choose_child(struct views_state *state, struct tui *t, int by)
{
	int least = state->grid.child_count > 1 ? VIEWS_OF_ALL : 0, count = state->grid.child_count - least;

	if (state->grid.child_count)
		state->child = least + (state->child - least + by + count) % count;
	lay_out(state, tui_columns(t));
}

/* --- Keys --- */

static bool is_writing(int op)
{
	return (op >= OP_VIEW_PLAN && op <= OP_VIEW_TAKE_BACK) || (op >= OP_VIEW_CATEGORY && op <= OP_VIEW_SCALE + 9);
}

static enum handled say(struct views_state *state, struct tui *t, int op)
{
	struct views_change change = {.op = op, .is_ten = op == OP_VIEW_SCALE && state->is_ten_next};
	struct fault f = {0};
	bool done;

	state->is_ten_next = false;
	if (op == OP_VIEW_DISSENT || op == OP_VIEW_WHY) {
		if (!ask_words(state, t, op, &f))
			tui_say_fault(t, &f);
	} else {
		done = views_say(casework_of(t), &state->grid, selected(state), state->child, &change, &f);
		state->is_ten_next = saved(t, done, &f) && op == OP_VIEW_SCALE + 1;
	}
	return HANDLED;
}

static enum handled views_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct views_state *state = screen_state(s);

	if (is_writing(op))
		return say(state, t, op);
	state->is_ten_next = false;
	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	if (op != OP_CHILD_AFTER && op != OP_CHILD_BEFORE)
		return NOT_MINE;
	choose_child(state, t, op == OP_CHILD_AFTER ? 1 : -1);
	return HANDLED;
}

static void views_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct views_state *state = screen_state(s);
	struct views_change change = {.op = answer->code == ANSWER_WHY ? OP_VIEW_WHY : OP_VIEW_DISSENT,
				      .words = answer->text};
	const struct live_person *person = selected(state);
	struct arena mem = {0};
	struct fault f = {0};

	if (live_answered(s, t, answer) || (answer->code != ANSWER_WHY && answer->code != ANSWER_DISSENT))
		return;
	saved(t,
	      (!person || words_still(t, words_there(state, person, change.op, &mem), answer->text, &f)) &&
		      views_say(casework_of(t), &state->grid, person, state->child, &change, &f),
	      &f);
	arena_finish(&mem);
}

static bool views_key_is_live(const struct screen *s, int op)
{
	const struct views_state *state = screen_state(s);

	if (op == OP_CHILD_AFTER || op == OP_CHILD_BEFORE)
		return state->grid.child_count > 1;
	if (!is_writing(op))
		return live_key_is_live(s, op);
	return selected(state) && live_is_going_on(&state->live) &&
	       (op != OP_VIEW_SAME || (state->child != VIEWS_OF_ALL && state->grid.child_count > 1));
}

const struct screen_class live_views_screen = {
	.name = "live-views",
	.purpose = "A live conference, step 6: what each person thinks about each child.",
	.keys = views_keys,
	.state_size = sizeof(struct views_state),
	.list = LIST_OF(struct views_state, live.list),
	.load = views_load,
	.title = live_title,
	.about = live_about,
	.status = views_status,
	.draw = views_draw,
	.act = views_act,
	.takes_text = live_takes_text,
	.answered = views_answered,
	.key_is_live = views_key_is_live,
	.resized = views_resized,
};
