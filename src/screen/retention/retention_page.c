/* One family's record: how long it is kept and why, what holds it, what would go, and the steps of a disposal. */
#include "about.h"
#include "base/text.h"
#include "casework/retention.h"
#include "page.h"
#include "retention.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_PROPOSE = OP_FIRST_OWN, OP_APPROVE, OP_WITHDRAW, OP_HOLD, OP_LIFT, OP_FAMILY };
enum { ANSWER_PROPOSE = 8960, ANSWER_APPROVE, ANSWER_WITHDRAW, ANSWER_LIFT };
enum { TAB_PAGE, TAB_GOES, TAB_FILES, TAB_COUNT };
enum { MOST_PARTS = 40 };

static const struct binding retention_page_keys[] = {
	{'p', 0, 0, OP_PROPOSE, "Propose", "Propose that this record goes, with a reason; another manager decides."},
	{'a', 0, 0, OP_APPROVE, "Approve", "Approve what another proposed: the record is erased for good."},
	{'w', 0, 0, OP_WITHDRAW, "Withdraw", "Take the proposal back, your own or another's; why is asked."},
	{'h', 0, 0, OP_HOLD, "Hold", "Hold this record, whatever its day, until the hold is lifted."},
	{'u', 0, 0, OP_LIFT, "Lift hold", "Lift the newest hold; why is asked."},
	{'f', 0, 0, OP_FAMILY, "Family", "The family's page."},
	PAGE_KEYS,
	{0},
};

struct retention_page_state {
	struct page page; /* first: page.c draws and asks by it */
	int64_t family;
	struct retention_page data;
	struct disposal_trial trial; /* its parts lie in `parts`: it is counted once, and outlives a reload */
	struct disposal_part parts[MOST_PARTS];
	bool was_tried;
	struct as_asked disposal, hold;
};

static const char *const tab_labels[] = {"Page", "What goes", "Files outside"};

static const struct retention_hold *hold_in_force(const struct retention_page *data)
{
	return data->holds.count && data->holds.items[0].lifted_on == DAY_NONE ? &data->holds.items[0] : NULL;
}

static void add_why(struct retention_page_state *state, struct arena *mem, int cells)
{
	const struct retention_page *data = &state->data;
	struct page *page = &state->page;
	char first[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];

	page_heading(page, TAB_PAGE, mem, "How long it is kept");
	page_add(page, TAB_PAGE, mem, "Stands", retention_standing_label(data->line.review.standing));
	page_date(page, TAB_PAGE, mem, "Due", data->line.review.due_on);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Because", data->line.why);
	if (data->line.review.standing != RETENTION_IS_OPEN)
		page_add_wrapped(page, TAB_PAGE, mem, cells, "Basis", data->basis);
	if (data->last_on != DAY_NONE)
		page_add(page, TAB_PAGE, mem, "First, last contact",
			 arena_printf(mem, "%s, %s", date_plain(data->first_on, first),
				      date_plain(data->last_on, last)));
	for (size_t i = 0; i < data->children.count; i++)
		page_add_wrapped(page, TAB_PAGE, mem, cells, data->children.items[i].name, data->children.items[i].why);
}

static void add_hold(struct page *page, const struct retention_hold *hold, struct arena *mem, int cells)
{
	char set[DATE_TEXT_ROOM], until[DATE_TEXT_ROOM], lifted[DATE_TEXT_ROOM];
	const char *from = arena_printf(mem, "%s, since %s by %s%s%s", hold->asked_by, date_plain(hold->set_on, set),
					hold->set_by, hold->until_on != DAY_NONE ? ", to be looked at on " : "",
					date_plain(hold->until_on, until));

	if (hold->lifted_on == DAY_NONE) {
		page_add(page, TAB_PAGE, mem, "Held for", from)->role = TUI_SOON;
		page_add_wrapped(page, TAB_PAGE, mem, cells, "", hold->reason);
		return;
	}
	page_add_wrapped(page, TAB_PAGE, mem, cells, "Was held for", from);
	page_add_wrapped(page, TAB_PAGE, mem, cells, "",
			 arena_printf(mem, "lifted %s by %s: %s", date_plain(hold->lifted_on, lifted), hold->lifted_by,
				      hold->lifted_because));
}

static void add_proposal(struct retention_page_state *state, struct arena *mem, int cells)
{
	const struct disposal *d = &state->data.disposal;
	char day[DATE_TEXT_ROOM];

	if (!d->id)
		return;
	page_heading(&state->page, TAB_PAGE, mem, "Proposed to go");
	page_add(&state->page, TAB_PAGE, mem, d->reference,
		 arena_printf(mem, "by %s, %s", d->proposed_by, date_medium(d->proposed_on, day)));
	page_add_wrapped(&state->page, TAB_PAGE, mem, cells, "Because", d->reason);
	page_add_wrapped(&state->page, TAB_PAGE, mem, cells, "Next",
			 state->data.is_own ? "Another manager approves or withdraws it; you may withdraw it."
					    : "Look at what goes, then approve it (a) or withdraw it (w).");
}

static void add_number(struct page *page, struct arena *mem, const char *what, int64_t number)
{
	page_add(page, TAB_GOES, mem, what, arena_printf(mem, "%6lld", (long long)number));
}

static void add_each_line(struct page *page, int tab, struct arena *mem, int cells, const char *lines)
{
	for (; *lines; lines += *lines == '\n') {
		size_t length = strcspn(lines, "\n");

		page_add_wrapped(page, tab, mem, cells, "", arena_text_n(mem, lines, length));
		lines += length;
	}
}

/* What the program kept of the case file from before an upgrade or a restore: nothing seals it. */
static void add_copies(struct retention_page_state *state, struct arena *mem, int cells)
{
	if (state->data.copies && !*state->data.copies)
		return;
	page_heading(&state->page, TAB_GOES, mem, "What else holds it");
	if (!state->data.copies) {
		page_add_wrapped(
			&state->page, TAB_GOES, mem, cells, "",
			"Whether files kept from before an upgrade or a restore lie beside the case file could "
			"not be told: its folder may not be looked at.");
		return;
	}
	page_add_wrapped(&state->page, TAB_GOES, mem, cells, "",
			 "These files beside the case file, kept from before an upgrade or a restore, hold this record "
			 "in clear and keep it. Have whoever looks after this machine remove them:");
	add_each_line(&state->page, TAB_GOES, mem, cells, state->data.copies);
}

static void add_trial(struct retention_page_state *state, struct arena *mem, int cells)
{
	const struct disposal_trial *trial = &state->trial;
	struct page *page = &state->page;

	page_heading(page, TAB_GOES, mem, "What would be erased");
	if (!state->was_tried) {
		page_add_wrapped(page, TAB_GOES, mem, cells, "", "Nothing: this record is not due, or it is held.");
		return;
	}
	for (size_t i = 0; i < trial->parts.count; i++)
		add_number(page, mem, trial->parts.items[i].what, trial->parts.items[i].total);
	add_number(page, mem, "people of this family", trial->people_gone);
	add_number(page, mem, "rows of the audit log", trial->log_rows);
	page_heading(page, TAB_GOES, mem, "What stays");
	add_number(page, mem, "people of others too", trial->people_kept);
	page_add_wrapped(
		page, TAB_GOES, mem, cells, "",
		"Of the audit log only the words go: who did what and when stays. So do a certificate that names "
		"nobody, and back-ups made before until they age out.");
	add_copies(state, mem, cells);
}

static void add_files(struct retention_page_state *state, struct arena *mem, int cells)
{
	const char *files = state->data.files;

	page_heading(&state->page, TAB_FILES, mem, "Written out of the case file");
	if (!*files)
		page_add_wrapped(&state->page, TAB_FILES, mem, cells, "", "No file is known to have been written.");
	add_each_line(&state->page, TAB_FILES, mem, cells, files);
	page_add_wrapped(
		&state->page, TAB_FILES, mem, cells, "",
		"Whoever approves removes those that are theirs and as they were written; the others are named.");
}

/* Counted once for what is due: a trial takes the lock for saving, so that a change by another does not begin it anew.
 */
static bool try_it(struct retention_page_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	bool wanted = state->data.line.review.standing == RETENTION_IS_DUE && !state->data.line.is_held;
	struct disposal_trial trial;

	if (!wanted || casework_is_read_only(casework_of(t))) {
		state->was_tried = false;
		return true;
	}
	if (state->was_tried)
		return true;
	if (!casework_disposal_try(casework_of(t), state->family, mem, &trial, f))
		return false;
	state->trial = trial;
	state->trial.parts.items = state->parts;
	if (trial.parts.count > MOST_PARTS)
		state->trial.parts.count = MOST_PARTS;
	for (size_t i = 0; i < state->trial.parts.count; i++)
		state->parts[i] = trial.parts.items[i]; /* their words are the program's own */
	state->was_tried = true;
	return true;
}

static bool retention_page_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct retention_page_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	int cells = page_text_columns(t);

	if (!casework_retention_page(casework_of(t), state->family, mem, &state->data, f) || !try_it(state, t, mem, f))
		return false;
	page_begin(&state->page, tab_labels, TAB_COUNT);
	if (state->data.holds.count)
		page_heading(&state->page, TAB_PAGE, mem, "Holds");
	for (size_t i = 0; i < state->data.holds.count; i++)
		add_hold(&state->page, &state->data.holds.items[i], mem, cells);
	add_proposal(state, mem, cells);
	add_why(state, mem, cells);
	add_trial(state, mem, cells);
	add_files(state, mem, cells);
	page_show(&state->page, mem);
	return true;
}

static void retention_page_title(const struct screen *s, char *out, size_t room)
{
	const struct retention_line *line = &((const struct retention_page_state *)screen_state(s))->data.line;

	snprintf(out, room, "Record of %s %s · %s", line->reference, line->name,
		 line->is_held       ? "held"
		 : line->disposal_id ? "proposed to go"
				     : retention_standing_label(line->review.standing));
}

/* --- Steps --- */

static bool ask_approve(const struct retention_page_state *state, struct tui *t, struct fault *f)
{
	const struct retention_line *line = &state->data.line;
	char label[120], hint[160];

	snprintf(label, sizeof label, "Erase the record of %s for good?", line->reference);
	snprintf(hint, sizeof hint, "%lld people and all that was written go. Type %s to do it; Esc: nothing.",
		 (long long)state->trial.people_gone, line->reference);
	return prompt_line(t, ANSWER_APPROVE, label, hint, "", f);
}

/* A key that is not offered may be pressed all the same: says why not. */
static bool may_do(const struct retention_page *data, int op, struct fault *f)
{
	bool is_proposed = data->disposal.id != 0;
	const char *why = "";

	if (op == OP_PROPOSE && is_proposed)
		why = "Somebody proposed this already: another manager decides it.";
	else if (op == OP_PROPOSE)
		why = disposal_obstacle_sentence(
			disposal_obstacle(&data->line.review, data->line.is_held, NULL, false));
	else if ((op == OP_APPROVE || op == OP_WITHDRAW) && !is_proposed)
		why = "Nobody proposed that this record goes.";
	else if (op == OP_APPROVE)
		why = disposal_obstacle_sentence(
			disposal_obstacle(&data->line.review, data->line.is_held, &data->disposal, data->is_own));
	else if (op == OP_LIFT && !hold_in_force(data))
		why = "Nothing holds this record.";
	return !*why || fault_set(f, FAULT_REFUSED, "%s", why);
}

static bool act_own(struct retention_page_state *state, struct tui *t, int op, struct fault *f)
{
	const struct retention_hold *hold = hold_in_force(&state->data);

	if (!may_do(&state->data, op, f))
		return false;
	state->disposal = (struct as_asked){state->data.disposal.id, state->data.disposal.version};
	state->hold = (struct as_asked){hold ? hold->id : 0, hold ? hold->version : 0};
	switch (op) {
	case OP_PROPOSE:
		return prompt_line(t, ANSWER_PROPOSE, "Why need this record not be kept any longer?",
				   "Without names: it stays on the certificate. Another manager decides.", "", f);
	case OP_APPROVE: return ask_approve(state, t, f);
	case OP_WITHDRAW:
		return prompt_line(t, ANSWER_WITHDRAW, "Why does this record stay?", "Without names: it is kept.", "",
				   f);
	case OP_HOLD: return hold_form_open(t, state->family, NULL, f);
	case OP_LIFT:
		return prompt_line(t, ANSWER_LIFT, "Why need this record not be held any more?",
				   "Kept with the hold until the record goes.", "", f);
	default: return family_open(t, state->family, f);
	}
}

static enum handled retention_page_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct retention_page_state *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_PROPOSE || op > OP_FAMILY)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool approve(struct retention_page_state *state, struct tui *t, const char *typed, struct arena *mem,
		    struct fault *f)
{
	const struct disposal_approval approval = {state->disposal.id, state->disposal.version, typed, ""};
	struct disposal_outcome out;
	const char *text;
	bool packed;

	if (!casework_disposal_approve(casework_of(t), &approval, mem, &out, f))
		return false;
	casework_disposals_settle(casework_of(t), &packed, NULL); /* if not now, when the list is opened next */
	tui_close(t, NULL);
	tui_say(t, "Erased. %s%s is its certificate.", packed ? "" : "The file is packed when others rest. ",
		out.reference);
	if (!*out.left)
		return true;
	text = arena_printf(mem,
			    "These files were written out of the case file, and could not be removed by the "
			    "program:\nsomebody else's, or changed since. Take them away by hand. This list is kept "
			    "nowhere.\n\n%s\n",
			    out.left);
	return pager_open(t, "Files to take away", text, f);
}

static bool do_answer(struct retention_page_state *state, struct tui *t, const struct answer *answer, struct arena *mem,
		      struct fault *f)
{
	struct casework *cw = casework_of(t);
	int64_t id;

	switch (answer->code) {
	case ANSWER_PROPOSE: return casework_disposal_propose(cw, state->family, answer->text, &id, f);
	case ANSWER_WITHDRAW:
		return casework_disposal_withdraw(cw, state->disposal.id, state->disposal.version, answer->text, f);
	case ANSWER_LIFT: return casework_hold_lift(cw, state->hold.id, state->hold.version, answer->text, f);
	default: return approve(state, t, answer->text, mem, f);
	}
}

static void retention_page_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	static const char *const said[] = {[ANSWER_PROPOSE - ANSWER_PROPOSE] = "Proposed: another manager decides.",
					   [ANSWER_WITHDRAW - ANSWER_PROPOSE] = "Withdrawn: the record stays.",
					   [ANSWER_LIFT - ANSWER_PROPOSE] = "The hold is lifted."};
	struct retention_page_state *state = screen_state(s);
	struct fault f = {0};

	if (answer->code < ANSWER_PROPOSE || answer->code > ANSWER_LIFT)
		return;
	if (!do_answer(state, t, answer, screen_arena(s), &f)) {
		tui_refuse_answer(t, &f);
		return;
	}
	if (answer->code != ANSWER_APPROVE) {
		tui_say(t, "%s", said[answer->code - ANSWER_PROPOSE]);
		tui_refresh(t);
	}
}

/* What cannot be done now is not offered. */
static bool retention_page_key_is_live(const struct screen *s, int op)
{
	return may_do(&((const struct retention_page_state *)screen_state(s))->data, op, NULL);
}

ABOUT_FAMILY(retention_page_state, family)

const struct screen_class retention_page_screen = {
	.name = "record of a family",
	.purpose = "How long one family's record is kept and why; holding it; proposing and approving that it goes.",
	.keys = retention_page_keys,
	.state_size = sizeof(struct retention_page_state),
	.load = retention_page_load,
	.title = retention_page_title,
	.about = about,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = retention_page_act,
	.answered = retention_page_answered,
	.takes_text = page_screen_takes_text,
	.key_is_live = retention_page_key_is_live,
};

bool retention_page_open(struct tui *t, int64_t family, struct fault *f)
{
	struct retention_page_state start = {.family = family};

	return casework_may(casework_of(t), ACTION_REVIEW_RETENTION, f) &&
	       tui_push(t, &retention_page_screen, &start, f);
}
