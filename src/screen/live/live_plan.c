/* Step 8 of a live conference: the outline plan, its actions, and what became of those of the plan before. */
#include "live_plan.h"
#include "live.h"
#include "plan_forms.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_ACTION = OP_FIRST_OWN, OP_HELPER, OP_TAKE_OUT, OP_COPY, OP_MARK };

static const struct binding plan_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Write", "Write this part of the plan, or change this action."},
	{'a', '+', 0, OP_ACTION, "Action", "Add an action: what, who, by when."},
	{'h', 0, 0, OP_HELPER, "Helper", "Add somebody of the family's own people who helps, and what they do."},
	{'c', 0, 0, OP_COPY, "Copy", "Begin with what the plan before says, and with its actions still to do."},
	{'y', 0, 0, OP_MARK + PLAN_ACTION_DONE, "Done", "This action of the plan before was done."},
	{'p', 0, 0, OP_MARK + PLAN_ACTION_PARTLY, "Partly", "It was done in part."},
	{'n', 0, 0, OP_MARK + PLAN_ACTION_OPEN, "To do", "It is still to be done."},
	{'x', TUI_KEY_DELETE, 0, OP_TAKE_OUT, "Take out",
	 "Take this action or helper out of the plan; one of the plan before is no longer needed."},
	LIVE_PRINT_KEY,
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

enum row_kind { ROW_HEADING, ROW_TEXT, ROW_HELPER, ROW_ACTION, ROW_EARLIER };
struct plan_row {
	enum row_kind kind;
	const char *label, *words, *by;
	enum plan_text text;
	const struct plan_action *action;
	const struct plan_network *helper;
	int64_t identity;
};
struct plan_rows {
	struct plan_row *items;
	size_t count, room;
};
struct plan_state {
	struct live_screen live; /* first */
	struct live_plan_page plan;
	struct plan_rows rows;
};

static const struct list_column plan_columns[] = {
	{"", 21, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}, {"", 18, LIST_LEFT, 0, 0}};
enum { COLUMN_LABEL, COLUMN_WORDS, COLUMN_BY, COLUMN_COUNT };
enum { FAR_OFF = 180 }; /* days from which the year is named */

/* --- Rows --- */

static bool push(struct plan_rows *rows, struct arena *mem, const struct plan_row *row)
{
	struct plan_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = *row;
	return one != NULL;
}

static bool push_heading(struct plan_rows *rows, struct arena *mem, const char *words)
{
	return push(rows, mem,
		    &(struct plan_row){.kind = ROW_HEADING,
				       .label = words,
				       .words = "",
				       .by = "",
				       .identity = -1 - (int64_t)rows->count});
}

static bool push_texts(struct plan_state *state, struct arena *mem)
{
	for (int text = 0; text < PLAN_TEXT_COUNT; text++) {
		const char *words = plan_text_of(&state->plan.plan, (enum plan_text)text);
		struct plan_row row = {.kind = ROW_TEXT,
				       .label = plan_text_label((enum plan_text)text),
				       .words = *words ? words : "-",
				       .by = "",
				       .text = (enum plan_text)text,
				       .identity = 1 + text};

		if (!push(&state->rows, mem, &row))
			return false;
	}
	return true;
}

static bool push_helpers(struct plan_state *state, struct arena *mem)
{
	const struct plan_network_list *all = &state->plan.network;

	if (!push_heading(&state->rows, mem,
			  all->count ? "Family and friends who help"
				     : "Family and friends who help: none yet. h adds who, and what they do."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_network *one = &all->items[i];
		struct plan_row row = {.kind = ROW_HELPER,
				       .label = one->name,
				       .words = one->does,
				       .by = one->relation,
				       .helper = one,
				       .identity = 500000 + one->id};

		if (!push(&state->rows, mem, &row))
			return false;
	}
	return true;
}

static const char *by_words(const struct plan_action *action, bool is_earlier, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (is_earlier)
		return plan_action_state_label(action->state);
	if (action->by_on == DAY_NONE)
		return "";
	return arena_printf(mem, "by %s",
			    action->by_on > today + FAR_OFF ? date_medium(action->by_on, day)
							    : date_short(action->by_on, day));
}

static const char *child_name(const struct live_page *page, int64_t person)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (page->children.items[i].person.id == person)
			return page->children.items[i].name;
	return "";
}

static bool push_actions(struct plan_state *state, const struct plan_action_list *actions, bool is_earlier,
			 struct arena *mem)
{
	for (size_t i = 0; i < actions->count; i++) {
		const struct plan_action *action = &actions->items[i];
		const char *child = child_name(&state->live.page, action->person_id);
		struct plan_row row = {.kind = is_earlier ? ROW_EARLIER : ROW_ACTION,
				       .label = action->who,
				       .words = *child ? arena_printf(mem, "%s: %s", child, action->what)
						       : action->what,
				       .by = by_words(action, is_earlier, state->live.page.conference.held_on, mem),
				       .action = action,
				       .identity = 1000000 + action->id};

		if (!push(&state->rows, mem, &row))
			return false;
	}
	return true;
}

static bool push_outline(struct plan_state *state, struct arena *mem)
{
	const struct live_plan_page *plan = &state->plan;

	return push_texts(state, mem) &&
	       push_heading(&state->rows, mem,
			    plan->actions.count ? "Actions"
						: "Actions: none yet. a adds what is done, who does it, by when.") &&
	       push_actions(state, &plan->actions, false, mem) && push_helpers(state, mem);
}

static bool make_rows(struct plan_state *state, struct arena *mem)
{
	const struct live_plan_page *plan = &state->plan;
	char day[DATE_TEXT_ROOM];

	state->rows = (struct plan_rows){0};
	if (!plan->is_needed && !plan->plan.id && !plan->earlier_actions.count)
		return true;
	if (!push_heading(&state->rows, mem,
			  plan->is_needed
				  ? arena_printf(mem, "Outline plan for %s%s%s%s", plan->children_words,
						 *plan->staying_words ? "; it goes on for " : "", plan->staying_words,
						 *plan->must_copy ? ": c begins with theirs" : "")
				  : "No child has a plan after today, so there is none to write.") ||
	    ((plan->is_needed || plan->plan.id) && !push_outline(state, mem)))
		return false;
	if (!plan->earlier_actions.count)
		return true;
	return push_heading(&state->rows, mem,
			    plan->earlier.issued_on == DAY_NONE
				    ? "Actions of the plan before"
				    : arena_printf(mem, "Actions of the plan of %s",
						   date_medium(plan->earlier.issued_on, day))) &&
	       push_actions(state, &plan->earlier_actions, true, mem);
}

static const struct plan_row *row_of(const void *rows, size_t row)
{
	return &((const struct plan_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_of(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_of(rows, row)->kind == ROW_HEADING;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct plan_row *one = row_of(rows, row);

	snprintf(out, room, "%s", column == COLUMN_LABEL ? one->label : column == COLUMN_BY ? one->by : one->words);
}

static bool plan_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_state *state = screen_state(s);
	struct list_source source = {
		.identity = row_identity, .cell = row_cell, .is_heading = row_is_heading, .rows = &state->rows};

	if (!live_load(s, t, f) ||
	    !casework_live_plan_again(casework_of(t), state->live.conference, screen_arena(s), &state->plan, f))
		return false;
	if (!make_rows(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "The plan is too long to show.");
	source.count = state->rows.count;
	live_fill(&state->live, plan_columns, COLUMN_COUNT, &source, screen_arena(s));
	return true;
}

static void plan_draw(const struct screen *s, struct canvas *c)
{
	const struct plan_state *state = screen_state(s);
	struct canvas_part part;
	struct canvas *body = live_draw(&state->live, c, &part);

	list_draw(&state->live.list, body, true,
		  live_waits_for_decision(&state->live)
			  ? "No child has a plan after today, so there is none to write. Decide first: 7."
			  : "No child has a plan after today, so there is none to write.");
}

/* --- Keys --- */

static const struct plan_row *selected(const struct screen *s)
{
	const struct plan_state *state = screen_state(s);
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

static bool open_row(struct plan_state *state, struct tui *t, const struct plan_row *row, struct fault *f)
{
	const struct plan_place place = {.conference = state->live.conference};

	switch (row->kind) {
	case ROW_TEXT: return plan_text_form_open(t, &place, row->text, NULL, f);
	case ROW_HELPER: return plan_network_form_open(t, &place, row->helper->id, NULL, f);
	case ROW_ACTION:
	case ROW_EARLIER: return plan_action_form_open(t, &place, row->action->id, row->kind == ROW_EARLIER, NULL, f);
	default: return true;
	}
}

static bool mark(struct plan_state *state, struct tui *t, const struct plan_row *row, enum plan_action_state to,
		 struct fault *f)
{
	struct plan_action action = *row->action;

	action.state = to;
	return casework_live_action_mark(casework_of(t), state->live.conference, &action, f);
}

static bool take_out(struct plan_state *state, struct tui *t, const struct plan_row *row, struct fault *f)
{
	if (row->kind == ROW_HELPER)
		return casework_live_network_drop(casework_of(t), state->live.conference, row->helper->id,
						  row->helper->version, f);
	if (row->kind == ROW_EARLIER)
		return mark(state, t, row, PLAN_ACTION_DROPPED, f);
	return casework_live_action_drop(casework_of(t), state->live.conference, row->action->id, row->action->version,
					 f);
}

static bool act_on_row(struct screen *s, struct tui *t, int op, struct fault *f)
{
	struct plan_state *state = screen_state(s);
	const struct plan_row *row = selected(s);

	if (!row || (!row->action && !(op == OP_TAKE_OUT && row->helper)))
		return fault_set(f, FAULT_REFUSED, "Choose an action first.");
	if (op == OP_TAKE_OUT)
		return take_out(state, t, row, f);
	if (row->kind != ROW_EARLIER)
		return fault_set(f, FAULT_REFUSED,
				 "What became of it is said of the actions of the plan before, below.");
	if (!mark(state, t, row, (enum plan_action_state)(op - OP_MARK), f))
		return false;
	list_act(&state->live.list, OP_DOWN, 0, screen_arena(s));
	return true;
}

static enum handled plan_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct plan_state *state = screen_state(s);
	const struct plan_row *row = selected(s);
	const struct plan_place place = {.conference = state->live.conference};
	struct fault f = {0};
	bool done = true;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN:
	case OP_ACTION:
	case OP_HELPER:
		done = *state->plan.must_copy && !(op == OP_OPEN && row && row->kind == ROW_EARLIER)
			       ? fault_set(&f, FAULT_REFUSED, "%s", state->plan.must_copy)
		       : op == OP_ACTION ? plan_action_form_open(t, &place, 0, false, NULL, &f)
		       : op == OP_HELPER ? plan_network_form_open(t, &place, 0, NULL, &f)
					 : !row || open_row(state, t, row, &f);
		if (!done)
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_COPY: done = casework_live_plan_from_earlier(casework_of(t), state->live.conference, &f); break;
	case OP_TAKE_OUT:
	case OP_MARK + PLAN_ACTION_OPEN:
	case OP_MARK + PLAN_ACTION_DONE:
	case OP_MARK + PLAN_ACTION_PARTLY: done = act_on_row(s, t, op, &f); break;
	default: return NOT_MINE;
	}
	live_saved(t, done, &f, "");
	return HANDLED;
}

static void plan_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	live_answered(s, t, answer);
}

/* A long text is read here in part, and whole when it is opened. */
static void plan_status(const struct screen *s, char *out, size_t room)
{
	const struct plan_row *row = selected(s);

	if (row && row->kind == ROW_EARLIER && (*row->action->evidence || *row->action->difference))
		snprintf(out, room, "%s%s%s", row->action->evidence,
			 *row->action->evidence && *row->action->difference ? " · " : "", row->action->difference);
	else
		live_status(s, out, room);
}

static bool plan_key_is_live(const struct screen *s, int op)
{
	const struct plan_state *state = screen_state(s);
	const struct plan_row *row = selected(s);
	bool goes_on = live_is_going_on(&state->live);

	switch (op) {
	case OP_OPEN: return goes_on && row;
	case OP_HELPER:
	case OP_ACTION: return goes_on && state->plan.is_needed;
	case OP_COPY: return goes_on && state->plan.is_needed && state->plan.earlier.id && !state->plan.plan.id;
	case OP_TAKE_OUT: return goes_on && row && (row->action || row->helper);
	case OP_MARK + PLAN_ACTION_OPEN:
	case OP_MARK + PLAN_ACTION_DONE:
	case OP_MARK + PLAN_ACTION_PARTLY: return goes_on && row && row->kind == ROW_EARLIER;
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_plan_screen = {
	.name = "live-plan",
	.purpose = "A live conference, step 8: the outline plan, who does what by when, and how the plan before went.",
	.keys = plan_keys,
	.state_size = sizeof(struct plan_state),
	.list = LIST_OF(struct plan_state, live.list),
	.load = plan_load,
	.title = live_title,
	.about = live_about,
	.status = plan_status,
	.draw = plan_draw,
	.act = plan_act,
	.answered = plan_answered,
	.key_is_live = plan_key_is_live,
	.takes_text = live_takes_text,
};
