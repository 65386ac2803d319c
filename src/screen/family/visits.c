/* The visits to the children of a family: how each child stands, and every visit with who was seen. */
#include "casework/visits.h"
#include "about.h"

#include "due_words.h"
#include "screens.h"
#include "timeline.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_ADD_VISIT = OP_FIRST_OWN, OP_CORRECT, OP_WHOLE, OP_TIMELINE };

static const struct binding visits_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The child of this line, or all that was written of this visit."},
	{'a', '+', 0, OP_ADD_VISIT, "Add", "Write down a visit: one act for all the children it was to."},
	{'e', 0, 0, OP_CORRECT, "Correct", "Correct the visit of this line, with a reason. The row that was is kept."},
	{'w', 0, 0, OP_WHOLE, "Whole family", "The visits to the child this was opened for, or to the whole family."},
	{'T', 0, 0, OP_TIMELINE, "Timeline", "The family's timeline; the child's, where only its visits are shown."},
	{0},
};

enum row_kind { ROW_HEADING, ROW_CHILD, ROW_VISIT };
struct visits_row {
	enum row_kind kind;
	const char *label, *words;
	enum tui_role role;
	size_t at;
	int64_t identity;
};
struct visits_rows {
	struct visits_row *items;
	size_t count, room;
};
struct visits_state {
	int64_t family, child; /* child 0: opened for the whole family */
	bool is_whole;
	struct visit_page page;
	struct visits_rows rows;
	struct list list;
	day_number today;
	bool is_open;
};

static const struct list_column columns[] = {{"", 15, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- Rows --- */

static bool push(struct visits_rows *rows, struct arena *mem, struct visits_row row)
{
	struct visits_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = row;
	return one != NULL;
}

static bool push_heading(struct visits_rows *rows, struct arena *mem, const char *words)
{
	return push(rows, mem,
		    (struct visits_row){
			    .label = words, .words = "", .role = TUI_TEXT, .identity = -1 - (int64_t)rows->count});
}

/* "10 Apr", "10 Apr 2025" when that is long ago, "never": three of them stand on one line. */
static const char *day_words(day_number day, day_number today, struct arena *mem)
{
	char text[DATE_TEXT_ROOM];

	if (day == DAY_NONE)
		return "never";
	if (today - day > 300)
		return arena_text(mem, date_plain(day, text));
	return arena_text(mem, date_short(day, text) + strlen("Fri "));
}

/* "seen 10 Apr, alone and bedroom 27 Mar" */
static const char *last_words(const struct visit_standing *one, day_number today, struct arena *mem)
{
	const char *seen = day_words(one->last_seen, today, mem), *alone = day_words(one->last_alone, today, mem),
		   *bedroom = day_words(one->last_bedroom, today, mem);

	if (one->last_seen == DAY_NONE)
		return "never seen";
	if (one->last_alone != one->last_bedroom)
		return one->last_seen == one->last_alone
			       ? arena_printf(mem, "seen alone %s, bedroom %s", alone, bedroom)
			       : arena_printf(mem, "seen %s, alone %s, bedroom %s", seen, alone, bedroom);
	return one->last_seen == one->last_alone ? arena_printf(mem, "seen alone and bedroom %s", alone)
						 : arena_printf(mem, "seen %s, alone and bedroom %s", seen, alone);
}

/* "by 24 Apr, 8 wd · seen 10 Apr, alone 27 Mar, bedroom never": all of it within eighty columns. */
static const char *standing_words(const struct visit_standing *one, day_number today, struct arena *mem)
{
	char due[DATE_TEXT_ROOM], left[32];
	const char *lead = one->has_left    ? "no longer of this family · "
			   : one->is_unborn ? "not born yet"
			   : !one->plan_id  ? "not on a plan · "
			   : one->due == DAY_NONE
				   ? "no visit is owed · "
				   : arena_printf(mem, "%sby %s, %s · ", one->state == DEADLINE_LATE ? "! " : "",
						  date_short(one->due, due) + strlen("Fri "),
						  one->state == DEADLINE_TODAY
							  ? "today"
							  : due_left_words(one->state, one->working_days_left, left));

	return arena_printf(mem, "%s%s", lead, one->is_unborn ? "" : last_words(one, today, mem));
}

/* The child the list is narrowed to; 0 the whole family. */
static int64_t only(const struct visits_state *state)
{
	return state->is_whole ? 0 : state->child;
}

static bool is_to(const struct visit_line *line, int64_t child)
{
	for (size_t i = 0; child && i < line->child_count; i++)
		if (line->children[i].person_id == child)
			return true;
	return !child;
}

static bool push_children(struct visits_state *state, struct arena *mem)
{
	if (!push_heading(&state->rows, mem, "Children"))
		return false;
	for (size_t i = 0; i < state->page.children.count; i++) {
		const struct visit_standing *one = &state->page.children.items[i];

		if (only(state) && one->person_id != only(state))
			continue;
		if (!push(&state->rows, mem,
			  (struct visits_row){.kind = ROW_CHILD,
					      .label = one->name,
					      .words = standing_words(one, state->today, mem),
					      .role = one->due == DAY_NONE ? TUI_TEXT : due_role(one->state),
					      .at = i,
					      .identity = 1000000000 + one->person_id}))
			return false;
	}
	return true;
}

static const char *visit_words(const struct visit_line *line, struct arena *mem)
{
	const struct visit *v = &line->visit;
	const char *how = v->announced == ANSWER_YES  ? " · announced"
			  : v->announced == ANSWER_NO ? " · not announced"
						      : "";

	return arena_printf(mem, "%s%s · %s%s%s%s",
			    v->is_corrected  ? "(corrected since) "
			    : v->is_struck   ? "(struck out) "
			    : v->corrects_id ? "(a correction) "
					     : "",
			    line->words, v->by_whom, *v->place ? ", " : "", v->place, how);
}

static bool push_visits(struct visits_state *state, struct arena *mem)
{
	const struct visit_line_list *all = &state->page.visits;

	if (!push_heading(&state->rows, mem, all->count ? "Visits" : "No visit is written down yet. a adds one."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		char day[DATE_TEXT_ROOM];

		if (!is_to(&all->items[i], only(state)))
			continue;
		if (!push(&state->rows, mem,
			  (struct visits_row){
				  .kind = ROW_VISIT,
				  .label = arena_text(mem, date_medium(all->items[i].visit.visited_on, day)),
				  .words = visit_words(&all->items[i], mem),
				  .role = visit_stands(&all->items[i].visit) ? TUI_TEXT : TUI_MUTED,
				  .at = i,
				  .identity = all->items[i].visit.id}))
			return false;
	}
	return true;
}

static const struct visits_row *row_at(const void *rows, size_t row)
{
	return &((const struct visits_rows *)rows)->items[row];
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
	return row_at(rows, row)->kind == ROW_HEADING;
}

static bool fill(struct visits_state *state, struct arena *mem, struct fault *f)
{
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	state->rows = (struct visits_rows){0};
	if (!push_children(state, mem) || !push_visits(state, mem) || arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these visits.");
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static bool visits_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct visits_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct casework *cw = casework_of(t);

	if (!(state->is_open ? casework_visits_again(cw, state->family, mem, &state->page, f)
			     : casework_visits(cw, state->family, mem, &state->page, f)))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, 2);
	state->is_open = true;
	state->today = casework_today(cw);
	return fill(state, mem, f);
}

static void visits_title(const struct screen *s, char *out, size_t room)
{
	const struct visits_state *state = screen_state(s);

	const char *name = "";

	for (size_t i = 0; i < state->page.children.count; i++)
		if (state->page.children.items[i].person_id == only(state))
			name = state->page.children.items[i].name;
	snprintf(out, room, "Visits · %s%s%s · %s", name, *name ? " · " : "", state->page.family.name,
		 state->page.family.reference);
}

static const struct visits_row *selected(const struct visits_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

/* Of a child, the days in full; of a visit, what the list cuts. */
static void visits_status(const struct screen *s, char *out, size_t room)
{
	const struct visits_state *state = screen_state(s);
	const struct visits_row *row = selected(state);
	const struct visit_standing *one;
	char due[DATE_TEXT_ROOM], seen[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (row && row->kind == ROW_VISIT)
		snprintf(out, room, "%s", row->words);
	if (!row || row->kind != ROW_CHILD)
		return;
	one = &state->page.children.items[row->at];
	if (one->due != DAY_NONE)
		snprintf(out, room, "%s: to be visited by %s%s%s.", one->name, date_medium(one->due, due),
			 one->last_seen == DAY_NONE ? "" : "; seen last ",
			 one->last_seen == DAY_NONE ? "" : date_medium(one->last_seen, seen));
}

static void visits_draw(const struct screen *s, struct canvas *c)
{
	list_draw(&((const struct visits_state *)screen_state(s))->list, c, true, "");
}

/* --- Keys --- */

static bool read_visit(const struct visits_state *state, struct tui *t, const struct visits_row *row, struct fault *f)
{
	const struct visit_line *line = &state->page.visits.items[row->at];
	struct arena mem = {0};
	const char *text = arena_printf(&mem, "%s\n\n%s", row->words, line->visit.noted);
	bool ok;

	if (*line->visit.correction_why)
		text = arena_printf(&mem, "%s\n\nCorrected: %s", text, line->visit.correction_why);
	text = arena_printf(&mem, "%s\n\nWritten down by %s.", text, line->visit.by_user);
	ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory to show this visit.")
				   : pager_open(t, row->label, text, f);
	arena_finish(&mem);
	return ok;
}

static bool act_own(struct visits_state *state, struct tui *t, int op, struct arena *mem, struct fault *f)
{
	const struct visits_row *row = selected(state);

	switch (op) {
	case OP_ADD_VISIT: return visit_form_open(t, state->family, 0, NULL, f);
	case OP_TIMELINE: return timeline_open(t, state->family, only(state), f);
	case OP_WHOLE: state->is_whole = !state->is_whole; return fill(state, mem, f);
	case OP_CORRECT:
		return row && row->kind == ROW_VISIT
			       ? visit_form_open(t, state->family, state->page.visits.items[row->at].visit.id, NULL, f)
			       : fault_set(f, FAULT_REFUSED, "Choose the visit that is to be corrected.");
	default: break;
	}
	if (!row)
		return true;
	return row->kind == ROW_CHILD ? child_open(t, state->page.children.items[row->at].person_id, f)
				      : read_visit(state, t, row, f);
}

static enum handled visits_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct visits_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_FIRST_OWN || op > OP_TIMELINE))
		return NOT_MINE;
	if (!act_own(state, t, op, screen_arena(s), &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool visits_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct visits_state *)screen_state(s))->list);
}

static bool visits_key_is_live(const struct screen *s, int op)
{
	const struct visits_state *state = screen_state(s);

	if (op == OP_WHOLE)
		return state->child != 0;
	return state->page.may_record || (op != OP_ADD_VISIT && op != OP_CORRECT);
}

ABOUT_FAMILY(visits_state, family)

const struct screen_class visits_screen = {
	.name = "visits",
	.purpose =
		"The visits to the children of a family: when each was seen last, alone last, and is to be seen next.",
	.keys = visits_keys,
	.state_size = sizeof(struct visits_state),
	.about = about,
	.list = LIST_OF(struct visits_state, list),
	.load = visits_load,
	.title = visits_title,
	.status = visits_status,
	.draw = visits_draw,
	.act = visits_act,
	.takes_text = visits_takes_text,
	.key_is_live = visits_key_is_live,
};

bool visits_open(struct tui *t, int64_t family, int64_t child, struct fault *f)
{
	struct visits_state start = {.family = family, .child = child};

	return tui_push(t, &visits_screen, &start, f);
}
