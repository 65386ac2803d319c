/* Step 5 of a live conference: the notes under the headings of its format, and those for professionals only, which are
 * a list of their own. */
#include "live_notes.h"
#include "base/text.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_RESTRICTED = OP_FIRST_OWN };

static const struct binding notes_keys[] = {
	{TUI_KEY_ENTER, 'o', 'e', OP_OPEN, "Write", "The note under this heading, to be read and written."},
	{'p', 0, 0, OP_RESTRICTED, "Professionals only",
	 "The notes that no family copy has; again: back to the others."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

/* A heading of the format: with its note, or over those of each child. */
struct notes_row {
	const struct settings_heading *heading;
	const struct live_child *child; /* NULL: one note for all */
	const struct live_note *note;   /* NULL: nothing yet */
	bool is_heading;
	int64_t identity;
};
struct notes_rows {
	struct notes_row *items;
	size_t count, room;
};
struct notes_state {
	struct live_screen live; /* first */
	struct notes_rows rows;
	bool wants_restricted; /* becomes live.is_restricted together with the rows it is said of */
};

static const struct list_column notes_columns[] = {
	{"", 36, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}, {"", 14, LIST_LEFT, 60, 0}};
enum { COLUMN_HEADING, COLUMN_TEXT, COLUMN_BY, COLUMN_COUNT };

/* --- Rows --- */

const struct live_note *live_note_at(const struct live_page *page, const struct note_place *place)
{
	for (size_t i = 0; i < page->notes.count; i++) {
		const struct live_note *note = &page->notes.items[i];

		if (note->person_id == place->child && note->is_restricted == place->is_restricted &&
		    strcmp(note->heading, place->heading) == 0)
			return note;
	}
	return NULL;
}

static struct note_place place_of(const struct notes_state *state, const struct notes_row *row)
{
	struct note_place place = {.conference = state->live.conference,
				   .child = row->child ? row->child->person.id : 0,
				   .is_restricted = state->live.is_restricted};

	snprintf(place.heading, sizeof place.heading, "%s", row->heading->key);
	return place;
}

static bool push(struct notes_state *state, size_t at, const struct live_child *child, bool is_heading,
		 struct arena *mem)
{
	struct notes_row *row = ARENA_PUSH(mem, &state->rows);
	struct note_place place;
	int64_t number = (int64_t)at + 1;

	if (!row)
		return false;
	*row = (struct notes_row){
		.heading = &state->live.page.format->headings.items[at], .child = child, .is_heading = is_heading};
	row->identity = is_heading ? -number : child ? child->person.id * 1000 + number : number;
	place = place_of(state, row);
	row->note = is_heading ? NULL : live_note_at(&state->live.page, &place);
	return true;
}

static bool push_children(struct notes_state *state, size_t at, struct arena *mem)
{
	for (size_t i = 0; i < state->live.page.children.count; i++)
		if (state->live.page.children.items[i].is_of_conference &&
		    !push(state, at, &state->live.page.children.items[i], false, mem))
			return false;
	return true;
}

static bool push_all(struct notes_state *state, struct arena *mem)
{
	const struct settings_format *format = state->live.page.format;

	state->rows = (struct notes_rows){0};
	for (size_t i = 0; format && i < format->headings.count; i++) {
		bool is_of_child = format->headings.items[i].is_of_child;

		if (!push(state, i, NULL, is_of_child, mem) || (is_of_child && !push_children(state, i, mem)))
			return false;
	}
	return true;
}

static const struct notes_row *row_at(const void *rows, size_t row)
{
	return &((const struct notes_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static bool is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->is_heading;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct notes_row *one = row_at(rows, row);

	out[0] = '\0';
	if (column == COLUMN_HEADING)
		snprintf(out, room, "%s%s", one->child ? "  " : "",
			 one->child ? one->child->name : one->heading->heading);
	else if (!one->note || !*one->note->text)
		snprintf(out, room, "%s", column == COLUMN_TEXT && !one->is_heading ? "-" : "");
	else if (column == COLUMN_TEXT)
		snprintf(out, room, "%.*s", (int)strcspn(one->note->text, "\n"), one->note->text);
	else
		snprintf(out, room, "%s", one->note->by_user);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)column;
	return row_at(rows, row)->is_heading ? TUI_HEADING : TUI_TEXT;
}

static bool notes_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct notes_state *state = screen_state(s);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = is_heading,
				     .rows = &state->rows};

	if (!live_load(s, t, f))
		return false;
	state->live.is_restricted = state->wants_restricted;
	if (!push_all(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There are too many notes to show at once.");
	source.count = state->rows.count;
	live_fill(&state->live, notes_columns, COLUMN_COUNT, &source, screen_arena(s));
	list_widen(&state->live.list, 1u << COLUMN_BY);
	return true;
}

/* --- Drawing --- */

static void notes_draw(const struct screen *s, struct canvas *c)
{
	const struct notes_state *state = screen_state(s);
	const char *readers = state->live.is_restricted
				      ? "For professionals only: no copy for the family has these. p goes back."
				      : "The family's copy of the record has these. p: notes for professionals only.";
	struct canvas_part whole, part;
	struct canvas *body = live_draw(&state->live, c, &whole);
	int rows = canvas_rows(body), columns = canvas_columns(body);
	int foot = rows < 6 ? 0 : text_width(readers) > columns - 4 ? 2 : 1;

	if (foot)
		canvas_paragraph(body, rows - foot, 2, columns - 4, foot,
				 state->live.is_restricted ? TUI_LATE : TUI_MUTED, readers);
	list_draw(&state->live.list, canvas_part(body, &part, 0, 0, rows - foot, columns), true,
		  "The format of this conference has no headings: the settings of the authority name its format.");
}

static const struct notes_row *selected(const struct notes_state *state)
{
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

/* What is to be asked, where nothing is written yet; otherwise who wrote it. */
static void notes_status(const struct screen *s, char *out, size_t room)
{
	const struct notes_state *state = screen_state(s);
	const struct notes_row *row = selected(state);

	if (row && row->note && *row->note->text)
		snprintf(out, room, "%s wrote this last.", row->note->by_user);
	else if (row && *row->heading->hints && live_is_going_on(&state->live))
		snprintf(out, room, "%.*s", (int)strcspn(row->heading->hints, "\n"), row->heading->hints);
	else
		live_status(s, out, room);
}

/* --- Keys --- */

static bool open_selected(const struct notes_state *state, struct tui *t, struct fault *f)
{
	const struct notes_row *row = selected(state);
	struct note_place place;

	if (!row)
		return fault_set(f, FAULT_REFUSED, "Choose a heading first.");
	place = place_of(state, row);
	if (row->note && *row->note->text &&
	    !casework_may_for(casework_of(t), ACTION_WRITE_RECORD, place.conference, NULL))
		return pager_open(t, row->heading->heading, row->note->text, f); /* who may not write it reads it */
	return live_note_open(t, &place, f);
}

static enum handled notes_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct notes_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN:
		if (!open_selected(state, t, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_RESTRICTED:
		state->wants_restricted = !state->live.is_restricted;
		tui_refresh(t);
		return HANDLED;
	default: return NOT_MINE;
	}
}

static void notes_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	live_answered(s, t, answer);
}

static bool notes_key_is_live(const struct screen *s, int op)
{
	return op == OP_OPEN ? selected(screen_state(s)) != NULL : op == OP_RESTRICTED || live_key_is_live(s, op);
}

const struct screen_class live_notes_screen = {
	.name = "live-notes",
	.purpose = "A live conference, step 5: what is said, under the headings of its format.",
	.keys = notes_keys,
	.state_size = sizeof(struct notes_state),
	.list = LIST_OF(struct notes_state, live.list),
	.load = notes_load,
	.title = live_title,
	.about = live_about,
	.status = notes_status,
	.draw = notes_draw,
	.act = notes_act,
	.takes_text = live_takes_text,
	.answered = notes_answered,
	.key_is_live = notes_key_is_live,
};
