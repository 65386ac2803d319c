/* The directory: agencies and who works there, how each is reached, and what is wrong before it matters. */
#include "directory.h"
#include "directory_rows.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_ADD = OP_FIRST_OWN,
	OP_CHECKED,
	OP_PROBLEMS,
	OP_DEPUTY,
	OP_MERGE,
	OP_LEFT,
	OP_AGENCY,
	OP_SHOW_LEFT,
	OP_UNCHECK,
};

enum { ANSWER_LEFT = 8310 };

static const struct binding directory_keys[] = {
	{TUI_KEY_ENTER, 'e', 'o', OP_OPEN, "Edit", "Change how this person is reached, and who stands in."},
	{'a', 0, 0, OP_ADD, "Add", "Add somebody to the agency of this row, or to another."},
	{'v', 0, 0, OP_CHECKED, "Checked", "Their details were checked today and are right."},
	{'u', 0, 0, OP_UNCHECK, NULL, "Take back the last v: they were not checked after all."},
	{'p', 0, 0, OP_PROBLEMS, "Problems", "What is wrong only, needed soonest first; again: everybody by agency."},
	{'d', 0, 0, OP_DEPUTY, "Deputy", "Who stands in for this person, by first letters."},
	{'m', 0, 0, OP_MERGE, "Merge",
	 "This is the same person as another entry: choose it, look at both, make them one."},
	{'w', 0, 0, OP_LEFT, "Left", "They have left; of somebody who has, that they are at work again."},
	{'i', 0, 0, OP_AGENCY, "Agency", "The agency of this row: its name, group, and how its reports are handled."},
	{'x', 0, 0, OP_SHOW_LEFT, NULL, "Show those who left too, or leave them out again."},
	{0},
};

enum { DETAIL_COLUMNS = 42 }; /* beside the list, from 120 columns */

struct directory_state {
	struct directory_list contacts;
	struct agency_list agencies;
	struct directory_row_list rows;
	struct list list;
	int64_t select; /* an entry to go to when the list is read next */
	bool only_problems, left_too, may_change;
	/* The last one that was said to be checked, as it was before; id 0 none. Its texts are not kept. */
	struct contact before;
	int64_t checked_version;
	char checked_name[160];
	struct as_asked leaves; /* whether they left */
};

static bool directory_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct directory_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	const struct list_column *columns = state->only_problems ? problem_columns : directory_columns;
	struct list_source source;

	if (state->list.columns != columns)
		list_open(&state->list, columns, DIRECTORY_COLUMN_COUNT);
	state->may_change = casework_may(cw, ACTION_KEEP_DIRECTORY, NULL);
	state->rows.only_problems = state->only_problems;
	if (!casework_directory(cw, state->left_too, state->only_problems, mem, &state->contacts, f) ||
	    !casework_agencies(cw, mem, &state->agencies, f))
		return false;
	if (!directory_rows_make(&state->contacts, &state->agencies, mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "The directory is too long to show.");
	source = directory_source(&state->rows);
	list_fill(&state->list, &source, mem);
	if (state->select)
		list_select(&state->list, state->select);
	state->select = 0;
	return true;
}

static void directory_title(const struct screen *s, char *out, size_t room)
{
	const struct directory_state *state = screen_state(s);
	size_t wrong = state->contacts.problems;

	if (state->only_problems)
		snprintf(out, room, "Directory · %zu to look at, needed soonest first", wrong);
	else
		snprintf(out, room, "Directory · %zu people of %zu agencies · %zu to look at%s", state->contacts.count,
			 state->agencies.count, wrong, state->left_too ? " · with those who left" : "");
}

static const struct directory_line *selected(const struct directory_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? state->rows.items[row].line : NULL;
}

static void directory_status(const struct screen *s, char *out, size_t room)
{
	const struct directory_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line)
		directory_row_words(line, out, room);
}

static void directory_draw(const struct screen *s, struct canvas *c)
{
	const struct directory_state *state = screen_state(s);
	const struct directory_line *line = selected(state);
	int rows = canvas_rows(c), columns = canvas_columns(c);
	struct canvas_part part, detail;

	if (columns >= 120) {
		columns -= DETAIL_COLUMNS;
		canvas_vertical(c, columns, 0, rows);
		if (line)
			directory_detail_draw(line, canvas_part(c, &detail, 0, columns + 2, rows, DETAIL_COLUMNS - 2));
	}
	list_draw(&state->list, canvas_part(c, &part, 0, 0, rows, columns), true,
		  state->only_problems ? "Nothing is wrong: everybody can be reached and was checked within a year. p "
					 "shows everybody."
				       : "Nobody is in the directory yet. a adds somebody; \"quorate import contacts\" "
					 "takes a list in.");
}

/* --- One key --- */

static bool save(struct tui *t, struct contact *contact, bool is_checked, struct fault *f)
{
	if (!casework_contact_save(casework_of(t), contact, is_checked, f))
		return false;
	tui_refresh(t);
	return true;
}

static bool check_today(struct directory_state *state, struct tui *t, const struct directory_line *line,
			struct fault *f)
{
	struct contact now = line->contact;

	if (!save(t, &now, true, f))
		return false;
	state->before = (struct contact){
		.id = now.id, .checked_on = line->contact.checked_on, .bounced_on = line->contact.bounced_on};
	state->checked_version = now.version;
	snprintf(state->checked_name, sizeof state->checked_name, "%s", now.name);
	tui_say(t, "Saved: the details of %s were checked today. u takes it back.", now.name);
	return true;
}

static bool uncheck(struct directory_state *state, struct tui *t, struct fault *f)
{
	if (!state->before.id)
		return fault_set(f, FAULT_REFUSED, "Nobody was said to be checked here since the list was opened.");
	if (!casework_contact_uncheck(casework_of(t), &state->before, state->checked_version, f))
		return false;
	tui_say(t, "Taken back: the details of %s were not checked.", state->checked_name);
	state->before.id = 0;
	tui_refresh(t);
	return true;
}

/* Asked only where a conference still counts on them. */
static bool say_left(struct directory_state *state, struct tui *t, const struct directory_line *line, bool is_sure,
		     struct fault *f)
{
	struct contact now = line->contact;
	char question[300], consequence[200], day[DATE_TEXT_ROOM];

	if (now.is_active && line->next != DAY_NONE && !is_sure) {
		snprintf(question, sizeof question, "Has %s left?", now.name);
		snprintf(consequence, sizeof consequence,
			 "They are invited to a conference on %s: somebody else must be invited to it.",
			 date_medium(line->next, day));
		state->leaves = (struct as_asked){now.id, now.version};
		return prompt_yes_no(t, ANSWER_LEFT, question, consequence, f);
	}
	if (is_sure)
		now.version = state->leaves.version;
	now.is_active = !now.is_active;
	if (!save(t, &now, false, f))
		return false;
	if (now.is_active)
		tui_say(t, "Saved: %s is at work again.", now.name);
	else
		tui_say(t, "Saved: %s has left. x shows those who did; w takes it back.", now.name);
	return true;
}

static bool act_on_line(struct directory_state *state, struct tui *t, const struct directory_line *line, int op,
			struct fault *f)
{
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Nobody is chosen: a adds somebody.");
	switch (op) {
	case OP_OPEN: return contact_form_open(t, line->contact.id, "", NULL, f);
	case OP_CHECKED: return check_today(state, t, line, f);
	case OP_DEPUTY: return deputy_choose(t, &line->contact, f);
	case OP_MERGE: return double_choose(t, &line->contact, f);
	case OP_AGENCY: return agency_form_open(t, line->contact.agency_id, NULL, f);
	default: return say_left(state, t, line, false, f);
	}
}

/* --- What is shown --- */

static void show(struct directory_state *state, struct tui *t)
{
	const struct directory_line *line = selected(state);

	state->select = line ? line->contact.id : 0;
	tui_refresh(t);
}

static void turn_to_problems(struct directory_state *state, struct tui *t)
{
	state->only_problems = !state->only_problems;
	show(state, t);
	tui_say(t, state->only_problems ? "What is wrong is shown, needed soonest first. p shows everybody again."
					: "Everybody is shown, by agency.");
}

static enum handled directory_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct directory_state *state = screen_state(s);
	const struct directory_line *line = selected(state);
	struct fault f = {0};
	bool done = true;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN && op != OP_OPEN)
		return NOT_MINE;
	if (op == OP_PROBLEMS) {
		turn_to_problems(state, t);
	} else if (op == OP_SHOW_LEFT) {
		state->left_too = !state->left_too;
		show(state, t);
		tui_say(t, state->left_too ? "Those who left are shown too." : "Those who left are not shown.");
	} else if (!casework_may(casework_of(t), ACTION_KEEP_DIRECTORY, &f)) {
		done = false;
	} else if (op == OP_UNCHECK) {
		done = uncheck(state, t, &f);
	} else if (op == OP_ADD) {
		done = contact_form_open(t, 0, line ? line->contact.agency : "", NULL, &f);
	} else {
		done = act_on_line(state, t, line, op, &f);
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool directory_key_is_live(const struct screen *s, int op)
{
	const struct directory_state *state = screen_state(s);

	switch (op) {
	case OP_OPEN:
	case OP_CHECKED:
	case OP_DEPUTY:
	case OP_MERGE:
	case OP_LEFT:
	case OP_AGENCY: return state->may_change && state->contacts.count != 0;
	case OP_ADD: return state->may_change;
	default: return true;
	}
}

static bool directory_takes_text(const struct screen *s)
{
	const struct directory_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void directory_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct directory_state *state = screen_state(s);
	const struct directory_line *line = selected(state);
	struct fault f = {0};

	if (answer->code == ANSWER_CONTACT)
		state->select = answer->number;
	else if (answer->code == ANSWER_LEFT && answer->number == 1 && line && !say_left(state, t, line, true, &f))
		tui_say_fault(t, &f);
	else
		directory_choice_answered(t, &state->contacts, answer);
}

const struct screen_class directory_screen = {
	.name = "directory",
	.purpose = "Agencies and who works there: how each is reached, who stands in, what is wrong before it matters.",
	.keys = directory_keys,
	.state_size = sizeof(struct directory_state),
	.list = LIST_OF(struct directory_state, list),
	.load = directory_load,
	.title = directory_title,
	.status = directory_status,
	.draw = directory_draw,
	.act = directory_act,
	.takes_text = directory_takes_text,
	.answered = directory_answered,
	.key_is_live = directory_key_is_live,
};

bool directory_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &directory_screen, NULL, f);
}
