/* The Plan page: one version of a family's plan whole, what became of its actions, and the next version begun from it.
 */
#include "about.h"
#include "plan_page_keys.h"
#include "screens.h"

#include <stdio.h>

static const struct binding page_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open",
	 "Write this part; of an action that was given out, say what became of it; of a version, show it."},
	{'a', '+', 0, OP_ACTION, "Action", "Add an action: what, who, by when. It begins the next version."},
	{'y', 0, 0, OP_MARK + PLAN_ACTION_DONE, "Done", "This action was done."},
	{'p', 0, 0, OP_MARK + PLAN_ACTION_PARTLY, NULL, "It was done in part."},
	{'n', 0, 0, OP_MARK + PLAN_ACTION_OPEN, NULL, "It is still to be done."},
	{'e', 0, 0, OP_EDIT, "Edit", "Write this part or this action anew, in the next version."},
	{'i', 0, 0, OP_GIVE_OUT, "Give out",
	 "Give out the version that is being written: when and to whom. Of one that was: to whom besides."},
	{'v', 0, 0, OP_COMPARE, "Versions", "This version beside the one before it, or the one of this line."},
	{'w', 0, 0, OP_DRAFT, "Draft", "The version that is being written, and back."},
	{'d', 0, 0, OP_OVERDUE, "Overdue", "The overdue actions of this plan, by who owes them."},
	{'h', 0, 0, OP_HELPER, NULL, "Add somebody of the family's own people who helps, and what they do."},
	{'x', TUI_KEY_DELETE, 0, OP_TAKE_OUT, NULL, "Take this action or helper out of the next version."},
	{'r', 0, 0, OP_SCALE, NULL, "How safe a child is said to be now, 0 to 10: by the core group, or by whom."},
	{'c', 0, 0, OP_CORE_GROUP, NULL, "The family's core group."},
	{'b', 0, 0, OP_BOOK_GROUP, NULL, "Book the next meeting of the core group: days that suit are proposed."},
	{'P', 0, 0, OP_PRINT, NULL,
	 "This version on paper: for colleagues, or for one of the family as they may have it."},
	{'z', 0, 0, OP_THROW_AWAY, NULL, "Throw away the version that is being written."},
	{0},
};

/* --- Rows --- */

static const struct plan_page_row *row_at(const void *rows, size_t row)
{
	return &((const struct plan_page_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	snprintf(out, room, "%s", column == 0 ? row_at(rows, row)->label : row_at(rows, row)->words);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	return column == 1 ? row_at(rows, row)->role : TUI_TEXT;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->kind == PLAN_ROW_HEADING;
}

static bool show(struct plan_page_state *state, int width, struct arena *mem)
{
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	if (!plan_page_rows_make(&state->plan, state->child, state->today, state->calendar, width, mem, &state->rows))
		return false;
	state->columns[0] = (struct list_column){"", state->rows.label_columns, LIST_LEFT, 0, 0};
	state->columns[1] = (struct list_column){"", 0, LIST_LEFT, 0, 0};
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
	return true;
}

/* A version that was thrown away meanwhile: the newest is shown in its place. One that was begun here is shown. */
static bool read_plan(struct plan_page_state *state, struct casework *cw, struct arena *mem, struct fault *f)
{
	if (!state->is_open)
		return casework_family_plan(cw, state->family, state->version, mem, &state->plan, f);
	if (state->is_writing) {
		if (!casework_family_plan_again(cw, state->family, 0, mem, &state->plan, f))
			return false;
		if (state->plan.draft)
			state->version = state->plan.draft;
		state->is_writing = false;
	}
	if (state->version && casework_family_plan_again(cw, state->family, state->version, mem, &state->plan, NULL))
		return true;
	state->version = 0;
	return casework_family_plan_again(cw, state->family, 0, mem, &state->plan, f);
}

static bool page_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_page_state *state = screen_state(s);

	if (!read_plan(state, casework_of(t), screen_arena(s), f))
		return false;
	if (!state->is_open)
		list_open(&state->list, state->columns, 2);
	state->is_open = true;
	state->today = casework_today(casework_of(t));
	state->calendar = casework_calendar(casework_of(t));
	return show(state, tui_columns(t), screen_arena(s)) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to show this plan.");
}

static void page_resized(struct screen *s, struct tui *t)
{
	show(screen_state(s), tui_columns(t), screen_arena(s));
}

static const char *child_called(const struct plan_page_state *state)
{
	for (size_t i = 0; i < state->plan.children.count; i++)
		if (state->plan.children.items[i].person_id == state->child)
			return state->plan.children.items[i].name;
	return "";
}

static void page_title(const struct screen *s, char *out, size_t room)
{
	const struct plan_page_state *state = screen_state(s);
	const char *child = child_called(state);

	snprintf(out, room, "Plan · %s · %s%s%s", state->plan.family_words, state->plan.reference,
		 *child ? " · the part about " : "", child);
}

/* Which version it is, and for whom. */
static void version_line(const struct plan_page_state *state, char *out, size_t room)
{
	const struct family_plan *plan = &state->plan;
	const struct plan_version *v = &plan->plan;
	char day[DATE_TEXT_ROOM];

	if (!v->id)
		snprintf(out, room, "No plan was written here yet: a begins one with an action, e with its texts.");
	else if (v->issued_on != DAY_NONE)
		snprintf(out, room, "Version %d, given out %s · for %s", v->number, date_medium(v->issued_on, day),
			 plan->for_words);
	else
		snprintf(out, room, "Version %d is being written%s%s, by %s", v->number,
			 *plan->for_words ? " for " : "", plan->for_words, v->by_user);
}

static void standing_line(const struct plan_page_state *state, char *out, size_t room)
{
	const struct family_plan *plan = &state->plan;

	if (!plan->is_open)
		snprintf(out, room, "No child of this family is on a plan of ours now.");
	else if (*plan->live_reference)
		snprintf(out, room, "%s is being held and writes the plan now.", plan->live_reference);
	else if (plan->plan.id && plan->plan.id == plan->draft)
		snprintf(out, room, "Not given out yet: i gives it out.%s",
			 plan->newest ? " Until then the version before counts." : "");
	else if (plan->draft)
		snprintf(out, room, "The next version is being written: w shows it.%s",
			 plan->overdue ? " Actions are overdue: d." : "");
	else if (plan->newest && plan->plan.id != plan->newest)
		snprintf(out, room, "An older version, as it was given out. w shows the newest.");
	else if (plan->overdue)
		snprintf(out, room, "! %zu action%s overdue: d shows who owes %s.", plan->overdue,
			 plan->overdue == 1 ? " is" : "s are", plan->overdue == 1 ? "it" : "them");
	else
		snprintf(out, room, "Nothing is overdue.");
}

static void page_draw(const struct screen *s, struct canvas *c)
{
	const struct plan_page_state *state = screen_state(s);
	bool is_late = state->plan.is_open && state->plan.overdue;
	char words[400];
	struct canvas_part part;
	int head = 2;

	version_line(state, words, sizeof words);
	canvas_cell(c, 0, 2, canvas_columns(c) - 2, TUI_TEXT, words);
	standing_line(state, words, sizeof words);
	canvas_text(c, 1, 2, -1, is_late ? TUI_LATE : TUI_MUTED, words);
	if (*state->plan.stands)
		head += canvas_paragraph(c, head, 2, canvas_columns(c) - 4, 2, TUI_SOON, state->plan.stands);
	list_draw(&state->list, canvas_part(c, &part, head, 0, canvas_rows(c) - head, canvas_columns(c)), true, "");
}

static enum handled page_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct plan_page_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_FIRST_OWN || op >= OP_MARK + PLAN_ACTION_STATE_COUNT))
		return NOT_MINE;
	if (!plan_page_do(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool page_takes_text(const struct screen *s)
{
	const struct plan_page_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static bool page_key_is_live(const struct screen *s, int op)
{
	const struct plan_page_state *state = screen_state(s);
	const struct plan_page_row *row = plan_page_selected(state);
	bool is_action = row && row->kind == PLAN_ROW_ACTION;

	switch (op) {
	case OP_ACTION:
	case OP_SCALE:
	case OP_HELPER: return state->plan.may_write;
	case OP_EDIT: return plan_page_is_current(state);
	case OP_TAKE_OUT: return plan_page_is_current(state) && row && (is_action || row->kind == PLAN_ROW_HELPER);
	case OP_DRAFT:
		return state->plan.newest &&
		       (state->plan.draft || (state->version && state->version != state->plan.newest));
	case OP_GIVE_OUT: return state->plan.may_write && state->plan.plan.id;
	case OP_PRINT: return state->plan.plan.id != 0;
	case OP_THROW_AWAY: return state->plan.may_write && state->plan.draft;
	case OP_COMPARE: return state->plan.versions.count > 1;
	case OP_OVERDUE: return state->plan.overdue > 0;
	case OP_MARK + PLAN_ACTION_OPEN:
	case OP_MARK + PLAN_ACTION_DONE:
	case OP_MARK + PLAN_ACTION_PARTLY: return is_action && plan_page_is_newest(state) && state->plan.may_mark;
	default: return true;
	}
}

ABOUT_FAMILY(plan_page_state, family)

const struct screen_class plan_page_screen = {
	.name = "plan",
	.purpose = "A family's plan: harm, goals, actions, bottom line, visits, network, how safe, and its versions.",
	.keys = page_keys,
	.state_size = sizeof(struct plan_page_state),
	.about = about,
	.list = LIST_OF(struct plan_page_state, list),
	.load = page_load,
	.title = page_title,
	.draw = page_draw,
	.resized = page_resized,
	.act = page_act,
	.answered = plan_page_answered,
	.key_is_live = page_key_is_live,
	.takes_text = page_takes_text,
};

bool plan_page_open(struct tui *t, int64_t family, int64_t child, struct fault *f)
{
	const struct plan_page_state start = {.family = family, .child = child};

	return tui_push(t, &plan_page_screen, &start, f);
}

bool plan_page_of_child(struct tui *t, int64_t child, struct fault *f)
{
	int64_t family;

	return casework_plan_family(casework_of(t), child, &family, f) && plan_page_open(t, family, child, f);
}
