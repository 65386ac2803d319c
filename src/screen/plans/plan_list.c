/* The look-up: is this child on a plan? A line to type in, and the children of the list as it is typed. */
#include "plan_list.h"

#include "base/text.h"
#include "domain/date_entry.h"
#include "screens.h"
#include "tui/edit_line.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_ANSWER = OP_FIRST_OWN, OP_AS_AT, OP_LOG, OP_TYPE };
enum { ANSWER_DAY = 8411 };
enum { MOST_LISTED = 50, WORDS_ROOM = 200, LEAST_BYTES = 2 };
enum { NAME, BORN, STANDING, FOUND_BY, COLUMN_COUNT };

static const struct binding plan_list_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "What the list holds of this child; of nobody found, the answer."},
	{TUI_F(6), 'a', 0, OP_ANSWER, "Answer", "Record who asks and what they are told."},
	{TUI_F(8), 'd', 0, OP_AS_AT, "As at", "The list as it was on another day."},
	{TUI_F(2), 'e', 0, OP_LOG, "Enquiries", "Who asked, and what they were told."},
	{TUI_KEY_TAB, '/', TUI_KEY_BACK_TAB, OP_TYPE, "Look for", "From the line to the list, and back."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[NAME] = {"child", 0, LIST_LEFT, 0, 0},
	[BORN] = {"born", 16, LIST_LEFT, 70, 0},
	[STANDING] = {"the list", 34, LIST_LEFT, 0, 0},
	[FOUND_BY] = {"found by", 40, LIST_LEFT, 120, 0},
};

struct plan_list_state {
	struct edit_line line;
	struct plan_list_found found;
	struct plan_list_counts counts;
	struct list list;
	day_number as_at;                /* DAY_NONE today */
	const char *duty_manager;        /* name and number, "" not in the settings */
	char unlogged[WORDS_ROOM];       /* what was looked for and has left no row yet, "" nothing */
	bool is_open, is_in_list, grows; /* grows: the last key made the words longer */
	bool only_words;                 /* nothing changed since they were counted but what is looked for */
};

/* --- What is shown --- */

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct plan_list_line_list *)rows)->items[row].person_id;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct plan_list_line *line = &((const struct plan_list_line_list *)rows)->items[row];

	switch (column) {
	case NAME: snprintf(out, room, "%s", line->name); break;
	case BORN: snprintf(out, room, "%s", line->birth); break;
	case STANDING: snprintf(out, room, "%s", line->standing_words); break;
	default: snprintf(out, room, "%s", line->found_by); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct plan_list_line *line = &((const struct plan_list_line_list *)rows)->items[row];

	if (column != STANDING)
		return TUI_TEXT;
	return line->standing == LIST_ON_PLAN ? TUI_LATE : TUI_MUTED;
}

static void show(struct plan_list_state *state, struct arena *mem)
{
	struct list_source source = {.count = state->found.lines.count,
				     .identity = line_identity,
				     .cell = line_cell,
				     .role = line_role,
				     .rows = &state->found.lines};

	list_fill(&state->list, &source, mem);
}

static bool look_for(struct plan_list_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct casework *cw = casework_of(t);

	if (!casework_plan_list_search(cw, state->line.text, state->as_at, MOST_LISTED, false, mem, &state->found, f) ||
	    (!state->only_words && !casework_plan_list_counts(cw, state->as_at, &state->counts, f)))
		return false;
	state->only_words = false;
	show(state, mem);
	return true;
}

static bool plan_list_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_list_state *state = screen_state(s);

	if (!state->is_open) {
		list_open(&state->list, columns, COLUMN_COUNT);
		edit_line_set(&state->line, "", WORDS_ROOM - 1);
		state->as_at = DAY_NONE;
		state->duty_manager = casework_settings(casework_of(t))->office.duty_manager;
	}
	state->is_open = true;
	return look_for(state, t, screen_arena(s), f);
}

static void plan_list_title(const struct screen *s, char *out, size_t room)
{
	const struct plan_list_state *state = screen_state(s);
	char day[DATE_TEXT_ROOM];

	snprintf(out, room, "List of children on plans · %s%s · %lld on a plan",
		 state->as_at == DAY_NONE ? "today" : "as at ",
		 state->as_at == DAY_NONE ? "" : date_medium(state->as_at, day), (long long)state->counts.children);
}

static const struct plan_list_line *selected(const struct plan_list_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->found.lines.items[row] : NULL;
}

static void plan_list_status(const struct screen *s, char *out, size_t room)
{
	const struct plan_list_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s%s%s%s%s%s%s", line->birth, *line->home ? " · " : "", line->home,
			 *line->found_by ? " · found by " : "", line->found_by,
			 line->standing == LIST_ON_PLAN ? " · " : "",
			 line->standing == LIST_ON_PLAN ? category_label(line->category) : "");
}

/* --- Drawing --- */

static void draw_line(const struct plan_list_state *state, struct canvas *c, int *caret_column)
{
	static const char label[] = "Look for ";
	int from_column = (int)sizeof label - 1, cells = canvas_columns(c) - from_column - 1;
	int caret = edit_line_column(&state->line);
	size_t from = caret < cells ? 0 : text_clip(state->line.text, caret - cells / 2);
	enum tui_role role = state->is_in_list ? TUI_FIELD : TUI_FIELD_FOCUS;

	canvas_text(c, 0, 0, -1, TUI_TEXT, label);
	canvas_fill(c, 0, from_column, cells + 1, role);
	canvas_text(c, 0, from_column, cells, role, state->line.text + from);
	*caret_column = from_column + text_width_n(state->line.text + from, state->line.caret - from);
}

static void draw_hint(const struct plan_list_state *state, struct canvas *c)
{
	if (state->found.ask_manager)
		canvas_print(c, 1, 0, -1, TUI_LATE, "! The duty manager answers this one: %s. F6 records it.",
			     *state->duty_manager ? state->duty_manager : "send them there");
	else if (state->line.length < LEAST_BYTES)
		canvas_text(c, 1, 0, -1, TUI_MUTED, "Any name, a parent's too; birth date, address or postcode.");
	else if (state->found.only_alike)
		canvas_text(c, 1, 0, -1, TUI_SOON, "Nobody is called so. Spelt alike; a birth date tells which:");
	else if (state->found.total > state->found.lines.count)
		canvas_print(c, 1, 0, -1, TUI_MUTED, "%zu of %zu found; type more, or the birth date after the name.",
			     state->found.lines.count, state->found.total);
	else
		canvas_print(c, 1, 0, -1, TUI_MUTED, "%zu found.", state->found.total);
}

static const char *when_empty(const struct plan_list_state *state)
{
	if (state->line.length < LEAST_BYTES)
		return "Nobody is looked for yet. Who is or was on a plan is found as you type.";
	return "Nobody on the list is found by this. Before you say so, try another spelling, the birth date and a "
	       "parent's name. Enter records the answer.";
}

static void plan_list_draw(const struct screen *s, struct canvas *c)
{
	const struct plan_list_state *state = screen_state(s);
	struct canvas_part part;
	int caret;

	draw_line(state, c, &caret);
	draw_hint(state, c);
	list_draw(&state->list, canvas_part(c, &part, 3, 0, canvas_rows(c) - 3, canvas_columns(c)), state->is_in_list,
		  when_empty(state));
	if (!state->is_in_list)
		canvas_cursor(c, 0, caret);
}

/* --- What was looked for leaves its row once it rests: five seconds, on leaving, or when the words get shorter --- */

static bool log_search(struct plan_list_state *state, struct tui *t, struct fault *f)
{
	struct plan_list_found again;
	struct arena mem = {0};
	bool ok;

	if (strlen(state->unlogged) < LEAST_BYTES) {
		state->unlogged[0] = '\0';
		return true;
	}
	ok = casework_plan_list_search(casework_of(t), state->unlogged, state->as_at, MOST_LISTED, true, &mem, &again,
				       f);
	if (ok)
		state->unlogged[0] = '\0';
	arena_finish(&mem);
	return ok;
}

static void plan_list_keep(struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!log_search(screen_state(s), t, &f))
		tui_say_fault(t, &f);
}

/* On a file that cannot be written nothing keeps anybody here. */
static bool plan_list_may_close(struct screen *s, struct tui *t)
{
	plan_list_keep(s, t);
	return true;
}

/* --- Keys --- */

static void typed_in_line(struct plan_list_state *state, struct tui *t, size_t length_before)
{
	struct fault f = {0};
	bool grows = state->line.length > length_before;

	if (!grows && state->grows && !log_search(state, t, &f))
		tui_say_fault(t, &f);
	state->grows = grows;
	if (grows)
		snprintf(state->unlogged, sizeof state->unlogged, "%s", state->line.text);
	state->only_words = true;
	tui_refresh(t);
}

static enum handled type(struct plan_list_state *state, struct tui *t, tui_key key)
{
	char before[EDIT_LINE_ROOM];
	size_t length = state->line.length;
	bool refused = false;

	if (state->is_in_list)
		return NOT_MINE;
	memcpy(before, state->line.text, sizeof before);
	if (!edit_line_key(&state->line, key, &refused))
		return NOT_MINE;
	if (refused)
		tui_say(t, "There is no room for more letters.");
	if (strcmp(before, state->line.text) != 0)
		typed_in_line(state, t, length);
	return HANDLED;
}

static struct list_question question_of(const struct plan_list_state *state, const struct plan_list_line *line)
{
	struct list_question question = {.person = line ? line->person_id : 0,
					 .as_at = state->as_at,
					 .ask_manager = !line && state->found.ask_manager};

	snprintf(question.words, sizeof question.words, "%s", state->line.text);
	return question;
}

static bool answer(struct plan_list_state *state, struct tui *t, const struct plan_list_line *line, struct fault *f)
{
	struct list_question question = question_of(state, line);

	if (!line && state->line.length < LEAST_BYTES)
		return fault_set(f, FAULT_REFUSED, "Look for the child first, so that the answer is about somebody.");
	return list_enquiry_open(t, &question, NULL, f);
}

/* Who is only spelt alike is not meant until chosen. */
static const struct plan_list_line *meant(const struct plan_list_state *state)
{
	return state->found.only_alike && !state->is_in_list ? NULL : selected(state);
}

static bool open_selected(struct plan_list_state *state, struct tui *t, struct fault *f)
{
	const struct plan_list_line *line = selected(state);

	if (!line)
		return answer(state, t, NULL, f);
	return list_entry_open(t, line->person_id, state->as_at, state->line.text, f);
}

static bool understand_day(void *world, const char *typed, struct date_entry *entry, struct fault *f)
{
	const struct casework *cw = ((struct desk *)world)->cw;
	const struct date_context context = {.kind = DATE_FIELD_PAST,
					     .today = casework_today(cw),
					     .calendar = casework_calendar(cw),
					     .label = "Day"};

	return date_entry_parse(entry, typed, &context, f);
}

static bool check_day(void *world, const char *typed, struct fault *f)
{
	struct date_entry entry;

	return understand_day(world, typed, &entry, f);
}

static bool echo_day(void *world, const char *typed, char *out, size_t room)
{
	const struct casework *cw = ((struct desk *)world)->cw;
	const struct date_context context = {.kind = DATE_FIELD_PAST,
					     .today = casework_today(cw),
					     .calendar = casework_calendar(cw),
					     .label = "Day"};
	struct date_entry entry;
	char words[DATE_ECHO_ROOM];

	if (!understand_day(world, typed, &entry, NULL))
		return false;
	snprintf(out, room, "%s", date_entry_echo(&entry, &context, words));
	return true;
}

static bool ask_day(struct tui *t, struct fault *f)
{
	const struct line_question question = {.code = ANSWER_DAY,
					       .label = "The list as at",
					       .hint = "A day that is past, such as 3 3 2024; t is today.",
					       .check = check_day,
					       .echo = echo_day};

	return prompt_question(t, &question, f);
}

static void plan_list_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct plan_list_state *state = screen_state(s);
	struct date_entry entry;

	if (answer->code != ANSWER_DAY || !understand_day(tui_world(t), answer->text, &entry, NULL))
		return;
	state->as_at = entry.day == casework_today(casework_of(t)) ? DAY_NONE : entry.day;
	snprintf(state->unlogged, sizeof state->unlogged, "%s", state->line.text); /* another day is another question */
}

static void change_focus(struct plan_list_state *state, bool to_list)
{
	state->is_in_list = to_list;
}

/* Esc takes back what is typed, then the focus; only then the screen. */
static enum handled step_back(struct plan_list_state *state, struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (state->is_in_list) {
		change_focus(state, false);
		return HANDLED;
	}
	if (state->line.length) {
		if (!log_search(state, t, &f))
			tui_say_fault(t, &f);
		edit_line_set(&state->line, "", WORDS_ROOM - 1);
		tui_refresh(t);
		return HANDLED;
	}
	if (!tui_is_first(t, s))
		return NOT_MINE;
	change_focus(state, true);
	tui_say(t, "Letters are keys now: Q leaves the program, / goes back to the line.");
	return HANDLED;
}

static bool act_own(struct plan_list_state *state, struct tui *t, int op, struct fault *f)
{
	if (!log_search(state, t, f))
		return false;
	switch (op) {
	case OP_OPEN: return open_selected(state, t, f);
	case OP_ANSWER: return answer(state, t, meant(state), f);
	case OP_AS_AT: return ask_day(t, f);
	default: return list_log_open(t, f);
	}
}

static enum handled plan_list_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct plan_list_state *state = screen_state(s);
	struct fault f = {0};

	if (op == OP_TYPED)
		return type(state, t, typed);
	if (op == OP_TYPE) {
		change_focus(state, !state->is_in_list);
		return HANDLED;
	}
	if (op == OP_BACK)
		return step_back(state, s, t);
	if (op >= OP_UP && op <= OP_LAST) {
		change_focus(state, state->found.lines.count > 0);
		return list_act(&state->list, op, typed, screen_arena(s));
	}
	if (op != OP_OPEN && op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool plan_list_takes_text(const struct screen *s)
{
	const struct plan_list_state *state = screen_state(s);

	return !state->is_in_list;
}

const struct screen_class plan_list_screen = {
	.name = "list",
	.purpose = "Is this child on a plan? By any name, birth date, address or postcode, today or on any past day.",
	.keys = plan_list_keys,
	.state_size = sizeof(struct plan_list_state),
	.list = LIST_OF(struct plan_list_state, list),
	.load = plan_list_load,
	.title = plan_list_title,
	.status = plan_list_status,
	.draw = plan_list_draw,
	.act = plan_list_act,
	.takes_text = plan_list_takes_text,
	.answered = plan_list_answered,
	.keep = plan_list_keep,
	.may_close = plan_list_may_close,
};

bool plan_list_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &plan_list_screen, NULL, f);
}

bool plan_list_is_all(const struct casework *cw)
{
	return casework_roles(cw) == ROLE_BIT(ROLE_OUT_OF_HOURS);
}
