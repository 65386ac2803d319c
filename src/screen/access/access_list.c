/* For managers: glass that was broken and workers who know a family, until it is acknowledged; and what is restricted.
 */
#include "access.h"
#include "casework/restriction.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_ACKNOWLEDGE = OP_FIRST_OWN, OP_NOT_RELATED, OP_EVERYTHING, OP_RESTRICTION };
enum { ANSWER_FOUND = 8930, ANSWER_RELATIVE, ANSWER_NOT_RELATED };
enum { FAMILY, WHAT, WHO, WHEN, WORDS, COLUMN_COUNT };

static const struct binding access_keys[] = {
	{'a', 0, 0, OP_ACKNOWLEDGE, "Acknowledge", "You have looked into it: asks what you found."},
	{'n', 0, 0, OP_NOT_RELATED, "Not related",
	 "A worker is not related to the family after all: it is open to them again."},
	{'s', 0, 0, OP_RESTRICTION, "Restriction", "Change or lift the restriction of this line's family."},
	{'e', 0, 0, OP_EVERYTHING, "All/open", "Show what was acknowledged too, or only what waits."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[FAMILY] = {"family", 10, LIST_LEFT, 0, 'f'}, [WHAT] = {"what", 16, LIST_LEFT, 0, 'w'},
	[WHO] = {"who", 18, LIST_LEFT, 0, 'h'},       [WHEN] = {"when", 22, LIST_LEFT, 100, 't'},
	[WORDS] = {"because", 0, LIST_LEFT, 0, 'b'},
};

struct access_state {
	struct access_line_list events;
	struct restricted_line_list restricted;
	struct list list;
	bool is_open, everything;
};

/* The events first, then what is restricted. */
static const struct access_line *event_at(const struct access_state *state, size_t row)
{
	return row < state->events.count ? &state->events.items[row] : NULL;
}

static const struct restricted_line *restricted_at(const struct access_state *state, size_t row)
{
	return &state->restricted.items[row - state->events.count];
}

static int64_t line_identity(const void *rows, size_t row)
{
	const struct access_state *state = rows;
	const struct access_line *event = event_at(state, row);

	return event ? event->event.id * 2 : restricted_at(state, row)->family_id * 2 + 1;
}

static void event_cell(const struct access_line *line, int column, char *out, size_t room)
{
	switch (column) {
	case FAMILY: snprintf(out, room, "%s", line->family); break;
	case WHAT: snprintf(out, room, "%s", access_kind_label(line->event.kind)); break;
	case WHO: snprintf(out, room, "%s", line->who); break;
	case WHEN: snprintf(out, room, "%s", line->at); break;
	default: snprintf(out, room, "%s", line->event.words); break;
	}
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct access_state *state = rows;
	const struct access_line *event = event_at(state, row);
	const struct restricted_line *line = event ? NULL : restricted_at(state, row);
	char day[DATE_TEXT_ROOM];

	if (event) {
		event_cell(event, column, out, room);
		return;
	}
	switch (column) {
	case FAMILY: snprintf(out, room, "%s", line->reference); break;
	case WHAT: snprintf(out, room, "restricted"); break;
	case WHO: snprintf(out, room, "%s", line->set_by); break;
	case WHEN: snprintf(out, room, "review %s", date_medium(line->review_on, day)); break;
	default: snprintf(out, room, "named: %s", line->named); break;
	}
}

static bool access_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct access_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct list_source source = {.identity = line_identity, .cell = line_cell, .rows = state};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_access_events(cw, state->everything, screen_arena(s), &state->events, f) ||
	    !casework_restricted_families(cw, screen_arena(s), &state->restricted, f))
		return false;
	source.count = state->events.count + state->restricted.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void access_title(const struct screen *s, char *out, size_t room)
{
	const struct access_state *state = screen_state(s);
	size_t waiting = 0;

	for (size_t i = 0; i < state->events.count; i++)
		waiting += state->events.items[i].event.seen_at == 0;
	snprintf(out, room, "Restricted records · %zu to acknowledge, %zu restricted%s", waiting,
		 state->restricted.count, state->everything ? " · all" : "");
}

static void access_status(const struct screen *s, char *out, size_t room)
{
	const struct access_state *state = screen_state(s);
	const struct access_line *event;
	char day[DATE_TEXT_ROOM];
	size_t row;

	out[0] = '\0';
	if (!list_selection(&state->list, &row))
		return;
	event = event_at(state, row);
	if (!event)
		snprintf(out, room, "Looked at again by %s · named: %s",
			 date_medium(restricted_at(state, row)->review_on, day), restricted_at(state, row)->named);
	else if (*event->seen)
		snprintf(out, room, "Acknowledged: %s", event->seen);
	else
		snprintf(out, room, "%s%s%s · %s", event->at, *event->until ? " to " : "", event->until,
			 event->event.words);
}

static void access_draw(const struct screen *s, struct canvas *c)
{
	const struct access_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  "Nothing is restricted and nothing waits. A family is restricted from its page, by s.");
}

/* The list is of many families: the question says whose. */
static bool ask_about(struct tui *t, const struct access_event *event, int op, struct fault *f)
{
	struct line_question question = {.code = ANSWER_FOUND,
					 .label = "What did you find?",
					 .hint = "Kept with it; say whether it was right to look.",
					 .whole = event->family_id};

	if (op == OP_NOT_RELATED) {
		question.code = ANSWER_NOT_RELATED;
		question.label = "How do you know they are not related?";
		question.hint = "Kept with it; the record is open to them again.";
	}
	return prompt_question(t, &question, f);
}

static bool act_on(struct access_state *state, struct tui *t, int op, struct fault *f)
{
	const struct access_line *event = NULL;
	size_t row;

	if (op == OP_EVERYTHING) {
		state->everything = !state->everything;
		tui_refresh(t);
		return true;
	}
	if (!list_selection(&state->list, &row))
		return true;
	event = event_at(state, row);
	if (op == OP_RESTRICTION)
		return restriction_open(t, event ? event->event.family_id : restricted_at(state, row)->family_id, NULL,
					f);
	if (!event || event->event.seen_at)
		return fault_set(f, FAULT_REFUSED, "Nothing waits on this line.");
	if (op == OP_NOT_RELATED && event->event.kind == ACCESS_GLASS)
		return fault_set(f, FAULT_REFUSED, "The glass was broken: a acknowledges it.");
	return ask_about(t, &event->event, op, f);
}

static enum handled access_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct access_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_ACKNOWLEDGE && op != OP_NOT_RELATED && op != OP_EVERYTHING && op != OP_RESTRICTION)
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool take_note(struct access_state *state, struct tui *t, const struct answer *answer, struct fault *f)
{
	const struct access_line *event;
	size_t row;

	event = list_selection(&state->list, &row) ? event_at(state, row) : NULL;
	if (!event)
		return fault_set(f, FAULT_REFUSED, "The line you wrote about is not in the list any more: choose one.");
	return (answer->code == ANSWER_FOUND ? casework_access_acknowledge : casework_access_mistaken)(
		casework_of(t), event->event.id, event->event.version, answer->text, f);
}

static void access_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct fault f = {0};

	if (answer->code != ANSWER_FOUND && answer->code != ANSWER_NOT_RELATED)
		return;
	if (take_note(screen_state(s), t, answer, &f))
		tui_say(t, answer->code == ANSWER_FOUND ? "Acknowledged." : "Open to them again, as to others.");
	else
		tui_refuse_answer(t, &f);
	tui_refresh(t);
}

static bool access_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct access_state *)screen_state(s))->list);
}

const struct screen_class access_screen = {
	.name = "restricted records",
	.purpose = "For managers: glass that was broken, workers who know a family, and what is restricted.",
	.keys = access_keys,
	.state_size = sizeof(struct access_state),
	.list = LIST_OF(struct access_state, list),
	.load = access_load,
	.title = access_title,
	.status = access_status,
	.draw = access_draw,
	.act = access_act,
	.answered = access_answered,
	.takes_text = access_takes_text,
};

bool access_open(struct tui *t, struct fault *f)
{
	return casework_may(casework_of(t), ACTION_RESTRICT_FAMILIES, f) && tui_push(t, &access_screen, NULL, f);
}

/* --- A worker who knows the family --- */

bool relative_ask(struct tui *t, int64_t family, struct fault *f)
{
	const struct line_question question = {
		.code = ANSWER_RELATIVE,
		.label = "How do you know this family?",
		.hint = "From then on its record is closed to you; managers are told. Esc: nothing.",
		.whole = family};

	return prompt_question(t, &question, f);
}

bool relative_answered(struct tui *t, int64_t family, const struct answer *answer)
{
	struct fault f = {0};

	if (answer->code != ANSWER_RELATIVE)
		return false;
	if (casework_relative_declare(casework_of(t), family, answer->text, &f)) {
		tui_say(t, "This family is closed to you now. Managers are told.");
		tui_close(t, NULL);
	} else {
		tui_refuse_answer(t, &f);
	}
	return true;
}
