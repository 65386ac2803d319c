/* Who asked the list of children on plans, how they were made sure of, and what they were told. */
#include "plan_list.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { WHEN, ASKED_BY, ABOUT, TOLD, COLUMN_COUNT };

static const struct binding log_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "The whole enquiry."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[WHEN] = {"when", 21, LIST_LEFT, 0, 'w'},
	[ASKED_BY] = {"who asked", 0, LIST_LEFT, 0, 'a'},
	[ABOUT] = {"about", 20, LIST_LEFT, 70, 'b'},
	[TOLD] = {"they were", 11, LIST_LEFT, 0, 't'},
};

struct list_log_state {
	struct plan_list_asked_list asked;
	struct list list;
	bool is_open;
};

static int64_t log_identity(const void *rows, size_t row)
{
	return ((const struct plan_list_asked_list *)rows)->items[row].enquiry.id;
}

static const char *answer_in_a_column(const struct list_enquiry *e)
{
	switch (e->answer) {
	case LIST_ANSWER_MANAGER: return "sent on";
	case LIST_ANSWER_NOTHING: return "not told";
	default: return e->standing == LIST_ON_PLAN ? "told: yes" : "told: no";
	}
}

static void log_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct plan_list_asked *asked = &((const struct plan_list_asked_list *)rows)->items[row];
	const struct list_enquiry *e = &asked->enquiry;

	switch (column) {
	case WHEN: snprintf(out, room, "%s", asked->when); break;
	case ASKED_BY: snprintf(out, room, "%s, %s", e->asker, e->agency); break;
	case ABOUT: snprintf(out, room, "%s", *asked->child ? asked->child : e->words); break;
	default: snprintf(out, room, "%s", answer_in_a_column(e)); break;
	}
}

static int log_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct plan_list_asked_list *list = rows;
	int64_t first = list->items[a].enquiry.asked_at, second = list->items[b].enquiry.asked_at;

	if (column != WHEN)
		return LIST_BY_TEXT;
	return first < second ? -1 : first > second;
}

static bool list_log_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct list_log_state *state = screen_state(s);
	struct list_source source = {
		.identity = log_identity, .cell = log_cell, .compare = log_compare, .rows = &state->asked};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_plan_list_enquiries(casework_of(t), DAY_NONE, DAY_NONE, 0, screen_arena(s), &state->asked, f))
		return false;
	source.count = state->asked.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void list_log_title(const struct screen *s, char *out, size_t room)
{
	const struct list_log_state *state = screen_state(s);

	snprintf(out, room, "Enquiries to the list · %zu, the newest first", state->asked.count);
}

static const struct plan_list_asked *selected(const struct list_log_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->asked.items[row] : NULL;
}

static void list_log_status(const struct screen *s, char *out, size_t room)
{
	const struct plan_list_asked *asked = selected(screen_state(s));

	out[0] = '\0';
	if (asked)
		snprintf(out, room, "%s · %s · answered by %s", *asked->child ? asked->child : asked->enquiry.words,
			 list_check_label(asked->enquiry.checked), asked->by_name);
}

static void list_log_draw(const struct screen *s, struct canvas *c)
{
	const struct list_log_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nobody has asked yet. An enquiry is recorded from the list, by Answer.");
}

static const char *line_of(struct arena *mem, const char *label, const char *text)
{
	return *text ? arena_printf(mem, "%-14s %s\n", label, text) : "";
}

const char *list_asked_text(const struct plan_list_asked *asked, struct arena *mem)
{
	const struct list_enquiry *e = &asked->enquiry;
	char day[DATE_TEXT_ROOM];

	return arena_printf(
		mem, "%s%s%s%s%s%s%s%s%s%s%s%s%s%s", line_of(mem, "When", asked->when),
		line_of(mem, "Who asked", e->asker), line_of(mem, "As what", e->asker_role),
		line_of(mem, "Agency", e->agency), line_of(mem, "Why", e->purpose), line_of(mem, "About", e->words),
		line_of(mem, "The child", *asked->child ? asked->child : "nobody was found"),
		line_of(mem, "List as at", date_medium(e->as_at, day)),
		line_of(mem, "Made sure by", list_check_label(e->checked)),
		line_of(mem, "Checked with", e->checked_with), line_of(mem, "Told although", e->unchecked_why),
		line_of(mem, "They were", list_answer_label(e->answer)), line_of(mem, "Words", e->told),
		line_of(mem, "Answered by", asked->by_name));
}

static bool read_one(struct list_log_state *state, struct tui *t, struct fault *f)
{
	const struct plan_list_asked *asked = selected(state);
	struct arena mem = {0};
	bool ok = !asked || pager_open(t, "Enquiry", list_asked_text(asked, &mem), f);

	arena_finish(&mem);
	return ok;
}

static enum handled list_log_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct list_log_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN)
		return NOT_MINE;
	if (!read_one(state, t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool list_log_takes_text(const struct screen *s)
{
	const struct list_log_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class list_log_screen = {
	.name = "enquiries",
	.purpose = "Who asked the list of children on plans, how that was made sure, and what they were told.",
	.keys = log_keys,
	.state_size = sizeof(struct list_log_state),
	.list = LIST_OF(struct list_log_state, list),
	.load = list_log_load,
	.title = list_log_title,
	.status = list_log_status,
	.draw = list_log_draw,
	.act = list_log_act,
	.takes_text = list_log_takes_text,
};

bool list_log_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &list_log_screen, NULL, f);
}
