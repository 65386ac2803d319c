/* What the keys of the look-up do: the line is typed in, what was looked for leaves its row, an answer is recorded,
 * another day is asked for. */
#include "plan_list_keys.h"

#include "domain/date_entry.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_DAY = 8411 };

const struct plan_list_line *plan_list_selected(const struct plan_list_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->found.lines.items[row] : NULL;
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

void plan_list_keep(struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!log_search(screen_state(s), t, &f))
		tui_say_fault(t, &f);
}

/* On a file that cannot be written nothing keeps anybody here. */
bool plan_list_may_close(struct screen *s, struct tui *t)
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
	return state->found.only_alike && !state->is_in_list ? NULL : plan_list_selected(state);
}

static bool open_selected(struct plan_list_state *state, struct tui *t, struct fault *f)
{
	const struct plan_list_line *line = plan_list_selected(state);

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

void plan_list_answered(struct screen *s, struct tui *t, const struct answer *answer)
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

enum handled plan_list_act(struct screen *s, struct tui *t, int op, tui_key typed)
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
