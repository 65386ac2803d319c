/* What was proposed to go and what went: each with its certificate, which names nobody. */
#include "casework/retention.h"
#include "reports_place.h"
#include "retention.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_FILE = OP_FIRST_OWN };
enum { ANSWER_FOLDER = 8970 };
enum { REFERENCE, FAMILY, STATE, ON, WHO, WHY, COLUMN_COUNT };

static const struct binding disposals_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The certificate of what went; the family of what is proposed."},
	{'f', 0, 0, OP_FILE, "To a file", "Write the certificate of this line to a new file."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[REFERENCE] = {"number", 7, LIST_LEFT, 0, 'n'}, [FAMILY] = {"family", 10, LIST_LEFT, 0, 'f'},
	[STATE] = {"stands", 11, LIST_LEFT, 0, 's'},    [ON] = {"on", 12, LIST_LEFT, 0, 'd'},
	[WHO] = {"by", 18, LIST_LEFT, 0, 'w'},          [WHY] = {"because", 0, LIST_LEFT, 0, 'b'},
};

struct disposals_state {
	struct disposal_line_list lines;
	struct list list;
	bool is_open;
};

static const struct disposal *disposal_at(const struct disposals_state *state, size_t row)
{
	return &state->lines.items[row].disposal;
}

static int64_t line_identity(const void *rows, size_t row)
{
	return disposal_at(rows, row)->id;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct disposal *d = disposal_at(rows, row);
	bool is_proposed = d->state == DISPOSAL_PROPOSED;
	char day[DATE_TEXT_ROOM];

	switch (column) {
	case REFERENCE: snprintf(out, room, "%s", d->reference); break;
	case FAMILY: snprintf(out, room, "%s", d->family); break;
	case STATE: snprintf(out, room, "%s", disposal_state_label(d->state)); break;
	case ON: snprintf(out, room, "%s", date_plain(is_proposed ? d->proposed_on : d->ended_on, day)); break;
	case WHO: snprintf(out, room, "%s", is_proposed ? d->proposed_by : d->ended_by); break;
	default: snprintf(out, room, "%s", d->state == DISPOSAL_WITHDRAWN ? d->ended_words : d->reason); break;
	}
}

static bool disposals_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct disposals_state *state = screen_state(s);
	struct list_source source = {.identity = line_identity, .cell = line_cell, .rows = state};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_disposals(casework_of(t), screen_arena(s), &state->lines, f))
		return false;
	source.count = state->lines.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void disposals_title(const struct screen *s, char *out, size_t room)
{
	const struct disposals_state *state = screen_state(s);
	size_t proposed = 0;

	for (size_t i = 0; i < state->lines.count; i++)
		proposed += disposal_at(state, i)->state == DISPOSAL_PROPOSED;
	snprintf(out, room, "Disposals · %zu proposed, %zu in all", proposed, state->lines.count);
}

static void disposals_status(const struct screen *s, char *out, size_t room)
{
	const struct disposals_state *state = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (list_selection(&state->list, &row))
		snprintf(out, room, "%s · proposed by %s: %s", state->lines.items[row].rule,
			 disposal_at(state, row)->proposed_by, disposal_at(state, row)->reason);
}

static void disposals_draw(const struct screen *s, struct canvas *c)
{
	const struct disposals_state *state = screen_state(s);

	list_draw(&state->list, c, true, "No record was proposed to go yet, and none went.");
}

static bool act_on(struct disposals_state *state, struct tui *t, int op, struct arena *mem, struct fault *f)
{
	const struct disposal *d;
	const char *text;
	size_t row;

	if (!list_selection(&state->list, &row))
		return true;
	d = disposal_at(state, row);
	if (op == OP_OPEN && d->state != DISPOSAL_DONE && d->family_id)
		return retention_page_open(t, d->family_id, f);
	if (!casework_certificate(casework_of(t), d->reference, mem, &text, f))
		return false;
	if (op == OP_OPEN)
		return pager_open(t, d->reference, text, f);
	return place_ask_folder(t,
				&(struct line_question){.code = ANSWER_FOLDER,
							.label = "Which folder?",
							.hint = "A new file is written there, never over another."},
				f);
}

static enum handled disposals_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct disposals_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_FILE)
		return NOT_MINE;
	if (!act_on(state, t, op, screen_arena(s), &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void disposals_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct disposals_state *state = screen_state(s);
	struct fault f = {0};
	const char *path, *folder;
	size_t row;

	if (answer->code != ANSWER_FOLDER || !list_selection(&state->list, &row))
		return;
	folder = place_folder(desk_of(t), answer->text, screen_arena(s));
	if (casework_certificate_write(casework_of(t), disposal_at(state, row)->reference, folder, screen_arena(s),
				       &path, &f))
		tui_say(t, "Written to %s.", path);
	else
		tui_refuse_answer(t, &f);
}

static bool disposals_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct disposals_state *)screen_state(s))->list);
}

const struct screen_class disposals_screen = {
	.name = "disposals",
	.purpose = "What was proposed to go, what was withdrawn, and the certificates of what went.",
	.keys = disposals_keys,
	.state_size = sizeof(struct disposals_state),
	.load = disposals_load,
	.title = disposals_title,
	.status = disposals_status,
	.draw = disposals_draw,
	.act = disposals_act,
	.answered = disposals_answered,
	.takes_text = disposals_takes_text,
};

bool disposals_open(struct tui *t, struct fault *f)
{
	return casework_may(casework_of(t), ACTION_REVIEW_RETENTION, f) && tui_push(t, &disposals_screen, NULL, f);
}
