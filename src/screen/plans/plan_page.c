/* The Plan page: one version of a family's plan whole, what became of its actions, and the next version begun from it.
 */
#include "plan_page.h"
#include "about.h"

#include "core_groups.h"
#include "plan_forms.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum {
	OP_ACTION = OP_FIRST_OWN,
	OP_HELPER,
	OP_EDIT,
	OP_TAKE_OUT,
	OP_DRAFT,
	OP_GIVE_OUT,
	OP_COMPARE,
	OP_SCALE,
	OP_OVERDUE,
	OP_CORE_GROUP,
	OP_BOOK_GROUP,
	OP_THROW_AWAY,
	OP_PRINT,
	OP_MARK
};
enum { ANSWER_THROW_AWAY = 8891 };

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

struct plan_page_state {
	int64_t family, child, version; /* version: which is shown; 0 the newest */
	struct family_plan plan;
	struct plan_page_rows rows;
	struct list list;
	struct list_column columns[2];
	day_number today;
	const struct working_calendar *calendar;
	bool is_open;
	int64_t asked_since; /* whether to throw away: what others had done by then */
	bool is_writing;     /* a form of the next version was opened: it is shown when it is there */
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

static const struct plan_page_row *selected(const struct plan_page_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

/* --- Keys --- */

static bool is_newest(const struct plan_page_state *state)
{
	return state->plan.plan.id && state->plan.plan.id == state->plan.newest;
}

/* What is shown can go on in the next version: it is the newest, or that version itself. */
static bool is_current(const struct plan_page_state *state)
{
	return state->plan.may_write &&
	       (!state->plan.plan.id || is_newest(state) || state->plan.plan.id == state->plan.draft);
}

static bool old_version(struct fault *f)
{
	return fault_set(f, FAULT_REFUSED, "This version stays as it was: w shows the one that counts now.");
}

/* Asked before a form opens: nobody fills one in that cannot be saved. */
static bool may_write(const struct plan_page_state *state, struct tui *t, struct fault *f)
{
	return casework_may(casework_of(t), ACTION_WRITE_PLAN, f) &&
	       (state->plan.is_open ||
		fault_set(f, FAULT_REFUSED,
			  "No child of this family is on a plan of ours now: the plan stays as it was."));
}

/* A form of the next version comes on top: when it was saved, that version is shown. */
static bool begin_writing(struct plan_page_state *state, struct tui *t, struct fault *f)
{
	state->is_writing = may_write(state, t, f);
	return state->is_writing;
}

static bool edit_row(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row, struct fault *f)
{
	const struct plan_place place = {.family = state->family};

	if (!may_write(state, t, f))
		return false;
	if (!is_current(state))
		return old_version(f);
	state->is_writing = true;
	if (row && row->kind == PLAN_ROW_ACTION)
		return plan_action_form_open(t, &place, row->action->id, false, NULL, f);
	if (row && row->kind == PLAN_ROW_HELPER)
		return plan_network_form_open(t, &place, row->helper->id, NULL, f);
	return plan_text_form_open(t, &place, row && row->kind == PLAN_ROW_TEXT ? row->text : PLAN_TEXT_harm, NULL, f);
}

static bool read_scale(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row, struct fault *f)
{
	struct arena mem = {0};
	const char *text = plan_scale_text(&state->plan, row->scale, &mem);
	bool ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory for this text.")
					: pager_open(t, row->label, text, f);

	arena_finish(&mem);
	return ok;
}

static bool show_version(struct plan_page_state *state, struct tui *t, int64_t version)
{
	state->version = version;
	tui_refresh(t);
	return true;
}

static bool open_row(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row, struct fault *f)
{
	switch (row->kind) {
	case PLAN_ROW_TEXT:
	case PLAN_ROW_HELPER: return edit_row(state, t, row, f);
	case PLAN_ROW_ACTION:
		if (is_newest(state) && state->plan.may_mark)
			return core_group_action_form_open(t, state->family, row->action->id, 0, f);
		return edit_row(state, t, row, f);
	case PLAN_ROW_SCALE: return read_scale(state, t, row, f);
	case PLAN_ROW_VERSION: return show_version(state, t, row->version->id);
	default: return true;
	}
}

static bool mark(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row,
		 enum plan_action_state to, struct fault *f)
{
	struct plan_action action;

	if (!row || row->kind != PLAN_ROW_ACTION)
		return fault_set(f, FAULT_REFUSED, "Choose an action first.");
	if (!is_newest(state))
		return fault_set(f, FAULT_REFUSED,
				 "What became of it is said in the version that was given out last: w shows it.");
	action = *row->action;
	action.state = to;
	if (!casework_core_group_action(casework_of(t), state->family, 0, &action, f))
		return false;
	tui_say(t, "Saved: %s. Enter says how that is known and what it changed.", plan_action_state_label(to));
	tui_refresh(t);
	return true;
}

static bool take_out(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row, struct fault *f)
{
	struct casework *cw = casework_of(t);
	bool ok;

	if (!row || (row->kind != PLAN_ROW_ACTION && row->kind != PLAN_ROW_HELPER))
		return fault_set(f, FAULT_REFUSED, "Choose an action or a helper first.");
	if (!is_current(state))
		return old_version(f);
	ok = row->kind == PLAN_ROW_ACTION
		     ? casework_plan_action_drop(cw, state->family, row->action->id, row->action->version, f)
		     : casework_plan_network_drop(cw, state->family, row->helper->id, row->helper->version, f);
	if (ok) {
		state->is_writing = true;
		tui_say(t, "Taken out of the next version; in what was given out before it stays.");
		tui_refresh(t);
	}
	return ok;
}

/* The version of the line, else the one before the one that is shown. */
static bool compare(struct plan_page_state *state, struct tui *t, const struct plan_page_row *row, struct fault *f)
{
	const struct plan_version_list *all = &state->plan.versions;
	int64_t other = row && row->kind == PLAN_ROW_VERSION && row->version->id != state->plan.plan.id
				? row->version->id
				: 0;

	for (size_t i = 0; !other && i + 1 < all->count; i++)
		if (all->items[i].id == state->plan.plan.id)
			other = all->items[i + 1].id;
	if (!other && all->count > 1)
		other = all->items[0].id;
	return other ? plan_compare_open(t, state->family, state->plan.plan.id, other, f)
		     : fault_set(f, FAULT_REFUSED, "There is one version of this plan: nothing to set beside it.");
}

static bool to_draft(struct plan_page_state *state, struct tui *t, struct fault *f)
{
	if (state->version && state->plan.plan.id != state->plan.newest)
		return show_version(state, t, 0);
	return state->plan.draft
		       ? show_version(state, t, state->plan.draft)
		       : fault_set(f, FAULT_REFUSED,
				   "No version is being written: a adds an action, e changes a text, and that "
				   "begins one.");
}

static bool give_out(struct plan_page_state *state, struct tui *t, struct fault *f)
{
	if (!may_write(state, t, f))
		return false;
	if (state->plan.draft)
		return plan_give_form_open(t, state->family, state->plan.draft, false, NULL, f);
	return state->plan.plan.id ? plan_give_form_open(t, state->family, state->plan.plan.id, true, NULL, f)
				   : fault_set(f, FAULT_REFUSED, "No plan was written yet: there is none to give out.");
}

static const struct plan_version *draft_of(const struct family_plan *plan)
{
	for (size_t i = 0; i < plan->versions.count; i++)
		if (plan->versions.items[i].id == plan->draft)
			return &plan->versions.items[i];
	return NULL;
}

static bool ask_throw_away(struct plan_page_state *state, struct tui *t, struct fault *f)
{
	const struct plan_version *draft = draft_of(&state->plan);
	char words[120];

	if (!draft)
		return fault_set(f, FAULT_REFUSED, "No version is being written: what was given out stays.");
	state->asked_since = casework_heard(casework_of(t));
	snprintf(words, sizeof words, "Throw away the version that is being written?");
	return prompt_yes_no(t, ANSWER_THROW_AWAY, words, "What was given out before stays and counts.", f);
}

static bool act_own(struct plan_page_state *state, struct tui *t, int op, struct fault *f)
{
	const struct plan_page_row *row = selected(state);
	const struct plan_place place = {.family = state->family};

	switch (op) {
	case OP_OPEN: return !row || open_row(state, t, row, f);
	case OP_ACTION: return begin_writing(state, t, f) && plan_action_form_open(t, &place, 0, false, NULL, f);
	case OP_HELPER: return begin_writing(state, t, f) && plan_network_form_open(t, &place, 0, NULL, f);
	case OP_EDIT: return edit_row(state, t, row, f);
	case OP_TAKE_OUT: return take_out(state, t, row, f);
	case OP_DRAFT: return to_draft(state, t, f);
	case OP_GIVE_OUT: return give_out(state, t, f);
	case OP_COMPARE: return compare(state, t, row, f);
	case OP_SCALE: return may_write(state, t, f) && plan_scale_form_open(t, state->family, state->child, NULL, f);
	case OP_OVERDUE: return overdue_actions_open(t, state->family, f);
	case OP_CORE_GROUP: return core_group_open(t, state->family, f);
	case OP_BOOK_GROUP: return core_group_slots_open(t, state->family, f);
	case OP_THROW_AWAY: return ask_throw_away(state, t, f);
	case OP_PRINT: return plan_print_ask(t, &state->plan, f);
	default: return mark(state, t, row, (enum plan_action_state)(op - OP_MARK), f);
	}
}

static enum handled page_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct plan_page_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_FIRST_OWN || op >= OP_MARK + PLAN_ACTION_STATE_COUNT))
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void page_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct plan_page_state *state = screen_state(s);
	const struct plan_version *draft = draft_of(&state->plan);
	struct fault f = {0};

	if (plan_print_answered(t, answer) || answer->code != ANSWER_THROW_AWAY || answer->number != 1 || !draft)
		return;
	if (!desk_is_as_asked(t, state->asked_since, &f) ||
	    !casework_plan_drop(casework_of(t), state->family, draft->id, draft->version, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	tui_say(t, "Version %d was thrown away: it was never given out.", draft->number);
	state->version = 0;
}

static bool page_takes_text(const struct screen *s)
{
	const struct plan_page_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static bool page_key_is_live(const struct screen *s, int op)
{
	const struct plan_page_state *state = screen_state(s);
	const struct plan_page_row *row = selected(state);
	bool is_action = row && row->kind == PLAN_ROW_ACTION;

	switch (op) {
	case OP_ACTION:
	case OP_SCALE:
	case OP_HELPER: return state->plan.may_write;
	case OP_EDIT: return is_current(state);
	case OP_TAKE_OUT: return is_current(state) && row && (is_action || row->kind == PLAN_ROW_HELPER);
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
	case OP_MARK + PLAN_ACTION_PARTLY: return is_action && is_newest(state) && state->plan.may_mark;
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
	.answered = page_answered,
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
