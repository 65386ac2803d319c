/* What the keys of the Plan page do: the next version is begun, written, given out or thrown away; what became of an
 * action is said; versions are shown and compared. */
#include "plan_page_keys.h"

#include "core_groups.h"
#include "plan_forms.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_THROW_AWAY = 8891 };

const struct plan_page_row *plan_page_selected(const struct plan_page_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

bool plan_page_is_newest(const struct plan_page_state *state)
{
	return state->plan.plan.id && state->plan.plan.id == state->plan.newest;
}

bool plan_page_is_current(const struct plan_page_state *state)
{
	return state->plan.may_write &&
	       (!state->plan.plan.id || plan_page_is_newest(state) || state->plan.plan.id == state->plan.draft);
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
	if (!plan_page_is_current(state))
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
		if (plan_page_is_newest(state) && state->plan.may_mark)
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
	if (!plan_page_is_newest(state))
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
	if (!plan_page_is_current(state))
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
	snprintf(words, sizeof words, "Throw away the version that is being written?");
	return prompt_yes_no(t, ANSWER_THROW_AWAY, words, "What was given out before stays and counts.", f);
}

bool plan_page_do(struct plan_page_state *state, struct tui *t, int op, struct fault *f)
{
	const struct plan_page_row *row = plan_page_selected(state);
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

void plan_page_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct plan_page_state *state = screen_state(s);
	const struct plan_version *draft = draft_of(&state->plan);
	struct fault f = {0};

	if (plan_print_answered(t, answer) || answer->code != ANSWER_THROW_AWAY || answer->number != 1 || !draft)
		return;
	if (!casework_plan_drop(casework_of(t), state->family, draft->id, draft->version, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	tui_say(t, "Version %d was thrown away: it was never given out.", draft->number);
	state->version = 0;
}
