/* The register of what was shared outside about a family: written down, by letter, and from the list of children on
 * plans. */
#include "casework/disclosures.h"
#include "about.h"

#include "screens.h"
#include "timeline.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_ADD_SHARED = OP_FIRST_OWN, OP_CORRECT, OP_ONLY_WRITTEN, OP_WHOLE, OP_TIMELINE };

static const struct binding disclosures_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "All that is known of this line."},
	{'a', '+', 0, OP_ADD_SHARED, "Add",
	 "Write down what was shared; on a letter, why and on what ground that letter went."},
	{'e', 0, 0, OP_CORRECT, "Correct", "Correct this line, with a reason. The row that was is kept."},
	{'w', 0, 0, OP_ONLY_WRITTEN, "Written only", "Only what was written down, or letters and the list too."},
	{'c', 0, 0, OP_WHOLE, "Whole family", "About the child this was opened for, or about the whole family."},
	{'T', 0, 0, OP_TIMELINE, "Timeline", "The family's timeline."},
	{0},
};

struct disclosures_state {
	int64_t family, child; /* child 0: opened for the whole family */
	struct disclosure_page page;
	struct shared_line_list shown;
	struct list list;
	bool is_open, only_written, is_whole;
};

enum { DAY, TO, WHAT, ABOUT, HOW, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[DAY] = {"day", 15, LIST_LEFT, 0, 'd'},      [TO] = {"to", 24, LIST_LEFT, 0, 't'},
	[WHAT] = {"what", 0, LIST_LEFT, 0, 'w'},     [ABOUT] = {"about", 18, LIST_LEFT, 100, 'a'},
	[HOW] = {"ground", 19, LIST_LEFT, 110, 'g'},
};

static const struct shared_line *line_at(const void *rows, size_t row)
{
	return &((const struct shared_line_list *)rows)->items[row];
}

static int64_t line_identity(const void *rows, size_t row)
{
	return line_at(rows, row)->id * SHARED_BY_COUNT + (int64_t)line_at(rows, row)->by;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct shared_line *line = line_at(rows, row);
	const struct disclosure *d = &line->disclosure;
	char day[DATE_TEXT_ROOM];

	switch (column) {
	case DAY: snprintf(out, room, "%s", date_medium(line->day, day)); break;
	case TO: snprintf(out, room, "%s", line->to); break;
	case ABOUT: snprintf(out, room, "%s", line->about); break;
	case HOW:
		snprintf(out, room, "%s",
			 line->by == SHARED_BY_HAND ? disclosure_ground_label(d->ground) : shared_by_label(line->by));
		break;
	default:
		snprintf(out, room, "%s%s",
			 d->is_corrected  ? "(corrected since) "
			 : d->is_struck   ? "(struck out) "
			 : d->corrects_id ? "(a correction) "
					  : "",
			 line->what);
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	(void)column;
	return line_at(rows, row)->stands ? TUI_TEXT : TUI_MUTED;
}

static int line_compare(const void *rows, size_t a, size_t b, int column)
{
	day_number x = line_at(rows, a)->day, y = line_at(rows, b)->day;

	return column == DAY ? (x > y) - (x < y) : LIST_BY_TEXT;
}

/* The child the list is narrowed to; 0 the whole family. */
static int64_t only(const struct disclosures_state *state)
{
	return state->is_whole ? 0 : state->child;
}

/* What names no child is about all of them. */
static bool is_about(const struct shared_line *line, int64_t child)
{
	for (size_t i = 0; child && i < line->child_count; i++)
		if (line->children[i] == child)
			return true;
	return !child || !line->child_count;
}

static bool fill(struct disclosures_state *state, struct arena *mem, struct fault *f)
{
	struct list_source source = {.identity = line_identity,
				     .cell = line_cell,
				     .role = line_role,
				     .compare = line_compare,
				     .rows = &state->shown};

	state->shown = (struct shared_line_list){0};
	for (size_t i = 0; i < state->page.shared.count; i++) {
		struct shared_line *line;

		if (state->only_written && state->page.shared.items[i].by != SHARED_BY_HAND)
			continue;
		if (!is_about(&state->page.shared.items[i], only(state)))
			continue;
		line = ARENA_PUSH(mem, &state->shown);
		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show what was shared.");
		*line = state->page.shared.items[i];
	}
	source.count = state->shown.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static bool disclosures_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct disclosures_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct casework *cw = casework_of(t);

	if (!(state->is_open ? casework_disclosures_again(cw, state->family, mem, &state->page, f)
			     : casework_disclosures(cw, state->family, mem, &state->page, f)))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	return fill(state, mem, f);
}

static void disclosures_title(const struct screen *s, char *out, size_t room)
{
	const struct disclosures_state *state = screen_state(s);

	const char *name = "";

	for (size_t i = 0; i < state->page.children.count; i++)
		if (state->page.children.items[i].person_id == only(state))
			name = state->page.children.items[i].person.given_names;
	snprintf(out, room, "Shared outside · %s%s%s · %s%s", name, *name ? " · " : "", state->page.family.name,
		 state->page.family.reference, state->only_written ? " · written down" : "");
}

static const struct shared_line *selected(const struct disclosures_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->shown.items[row] : NULL;
}

static void disclosures_status(const struct screen *s, char *out, size_t room)
{
	const struct shared_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line && line->by == SHARED_BY_HAND)
		snprintf(out, room, "%s · %s: %s", line->about, disclosure_ground_label(line->disclosure.ground),
			 line->disclosure.decided_by);
	else if (line)
		snprintf(out, room, "Kept already: %s.", shared_by_label(line->by));
}

static void disclosures_draw(const struct screen *s, struct canvas *c)
{
	list_draw(&((const struct disclosures_state *)screen_state(s))->list, c, true,
		  "Nothing was shared outside that is known here. a writes down what was.");
}

/* --- Keys --- */

static const char *labelled(struct arena *mem, const char *label, const char *text)
{
	return *text ? arena_printf(mem, "%-14s %s\n", label, text) : "";
}

static bool read_line(struct tui *t, const struct shared_line *line, struct fault *f)
{
	const struct disclosure *d = &line->disclosure;
	struct arena mem = {0};
	char day[DATE_TEXT_ROOM];
	bool is_written = line->by == SHARED_BY_HAND, ok;
	const char *text = arena_printf(
		&mem, "%s%s%s%s%s%s%s%s%s%s", labelled(&mem, "Day", date_long(line->day, day)),
		labelled(&mem, "To", line->to), labelled(&mem, "About", line->about),
		labelled(&mem, "What", line->what), labelled(&mem, "Why", line->why),
		labelled(&mem, "Ground", is_written ? disclosure_ground_label(d->ground) : shared_by_label(line->by)),
		labelled(&mem, "Decided by", d->decided_by), labelled(&mem, "Shared by", d->shared_by),
		labelled(&mem, "Paper", d->paper), labelled(&mem, "Corrected", d->correction_why));

	ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory to show this line.")
				   : pager_open(t, "Shared outside", text, f);
	arena_finish(&mem);
	return ok;
}

static bool act_own(struct disclosures_state *state, struct tui *t, int op, struct arena *mem, struct fault *f)
{
	const struct shared_line *line = selected(state);

	switch (op) {
	case OP_ADD_SHARED:
		return disclosure_form_open(t, state->family, 0, line && line->by == SHARED_BY_LETTER ? line->id : 0,
					    NULL, f);
	case OP_TIMELINE: return timeline_open(t, state->family, only(state), f);
	case OP_WHOLE: state->is_whole = !state->is_whole; return fill(state, mem, f);
	case OP_ONLY_WRITTEN: state->only_written = !state->only_written; return fill(state, mem, f);
	case OP_CORRECT:
		return line && line->by == SHARED_BY_HAND
			       ? disclosure_form_open(t, state->family, line->id, 0, NULL, f)
			       : fault_set(f, FAULT_REFUSED,
					   "Choose a line that was written down: letters and the list are kept as "
					   "they are.");
	default: return !line || read_line(t, line, f);
	}
}

static enum handled disclosures_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct disclosures_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_FIRST_OWN || op > OP_TIMELINE))
		return NOT_MINE;
	if (!act_own(state, t, op, screen_arena(s), &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool disclosures_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct disclosures_state *)screen_state(s))->list);
}

static bool disclosures_key_is_live(const struct screen *s, int op)
{
	const struct disclosures_state *state = screen_state(s);

	if (op == OP_WHOLE)
		return state->child != 0;
	return state->page.may_record || (op != OP_ADD_SHARED && op != OP_CORRECT);
}

ABOUT_FAMILY(disclosures_state, family)

const struct screen_class disclosures_screen = {
	.name = "shared",
	.purpose = "What was shared outside about a family: when, what, with whom, why and on what ground.",
	.keys = disclosures_keys,
	.state_size = sizeof(struct disclosures_state),
	.about = about,
	.list = LIST_OF(struct disclosures_state, list),
	.load = disclosures_load,
	.title = disclosures_title,
	.status = disclosures_status,
	.draw = disclosures_draw,
	.act = disclosures_act,
	.takes_text = disclosures_takes_text,
	.key_is_live = disclosures_key_is_live,
};

bool disclosures_open(struct tui *t, int64_t family, int64_t child, struct fault *f)
{
	struct disclosures_state start = {.family = family, .child = child};

	return tui_push(t, &disclosures_screen, &start, f);
}
