/* The rows of step 7: children of the conference, the others of the household, and what is recommended. */
#include "live_decide.h"

#include <stdio.h>
#include <string.h>

const struct list_column decide_columns[DECIDE_COLUMN_COUNT] = {
	{"", 3, LIST_LEFT, 0, 0},          {"child", 16, LIST_LEFT, 0, 0}, {"age", 4, LIST_LEFT, 70, 0},
	{"plan now", 16, LIST_LEFT, 0, 0}, {"views", 8, LIST_LEFT, 70, 0}, {"decision", 0, LIST_LEFT, 0, 0},
};
enum { COLUMN_TICK, COLUMN_WHO, COLUMN_AGE, COLUMN_PLAN, COLUMN_VIEWS, COLUMN_DECISION };
const unsigned decide_columns_widen = 1u << COLUMN_WHO | 1u << COLUMN_PLAN;

/* --- Ticks --- */

static size_t tick_at(const struct decide_rows *rows, int64_t child)
{
	size_t i = 0;

	while (i < rows->ticked && rows->ticks[i].child != child)
		i++;
	return i;
}

static bool is_ticked(const struct decide_rows *rows, const struct live_child *child)
{
	return tick_at(rows, child->person.id) < rows->ticked;
}

bool decide_rows_tick(struct decide_rows *rows, const struct live_child *child)
{
	size_t at = tick_at(rows, child->person.id);

	if (at < rows->ticked) {
		memmove(&rows->ticks[at], &rows->ticks[at + 1], (--rows->ticked - at) * sizeof *rows->ticks);
		return true;
	}
	if (rows->ticked == DECIDED_AT_ONCE_MOST)
		return false;
	rows->ticks[rows->ticked++] = (struct decide_tick){.child = child->person.id,
							   .version = child->decision.version};
	return true;
}

/* Turns the ticks of those who still want deciding and are (not) ticked; false when there is nobody. */
static bool turn_undecided(struct decide_rows *rows, bool is_of_conference, bool ticked)
{
	bool any = false;

	for (size_t i = 0; i < rows->page->children.count; i++) {
		const struct live_child *child = &rows->page->children.items[i];

		if (*child->undecided_why && child->is_of_conference == is_of_conference &&
		    is_ticked(rows, child) == ticked)
			any |= decide_rows_tick(rows, child);
	}
	return any;
}

size_t decide_rows_tick_undecided(struct decide_rows *rows)
{
	if (!turn_undecided(rows, true, false) && !turn_undecided(rows, false, false)) {
		turn_undecided(rows, true, true);
		turn_undecided(rows, false, true);
	}
	return rows->ticked;
}

/* A child that was decided for since, or is gone, is not ticked any more. */
static void drop_ticks(struct decide_rows *rows)
{
	size_t kept = 0;

	for (size_t i = 0; i < rows->ticked; i++) {
		const struct live_child *child = decide_child_of(rows->page, rows->ticks[i].child);

		if (child && child->decision.version == rows->ticks[i].version)
			rows->ticks[kept++] = rows->ticks[i];
	}
	rows->ticked = kept;
}

/* --- Rows --- */

static bool push(struct decide_rows *rows, struct arena *mem, const struct decide_row *row)
{
	struct decide_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = *row;
	return one != NULL;
}

static bool push_children(struct decide_rows *rows, bool is_of_conference, struct arena *mem)
{
	bool is_headed = is_of_conference;

	for (size_t i = 0; i < rows->page->children.count; i++) {
		const struct live_child *child = &rows->page->children.items[i];

		if (child->is_of_conference != is_of_conference)
			continue;
		if (!is_headed &&
		    !push(rows, mem,
			  &(struct decide_row){.heading = "Also of the household: decide, or n says why not"}))
			return false;
		is_headed = true;
		if (!push(rows, mem, &(struct decide_row){.child = child}))
			return false;
	}
	return true;
}

bool decide_rows_fill(struct decide_rows *rows, const struct live_page *page, struct arena *mem)
{
	rows->items = NULL;
	rows->count = rows->room = 0;
	rows->page = page;
	drop_ticks(rows);
	if (!push_children(rows, true, mem) || !push_children(rows, false, mem))
		return false;
	for (size_t i = 0; i < page->recommendations.count; i++) {
		if (i == 0 &&
		    !push(rows, mem,
			  &(struct decide_row){.heading = "Recommended besides: the conference cannot remove a child"}))
			return false;
		if (!push(rows, mem, &(struct decide_row){.recommends = &page->recommendations.items[i]}))
			return false;
	}
	return true;
}

static const struct decide_row *row_at(const void *rows, size_t row)
{
	return &((const struct decide_rows *)rows)->items[row];
}

static bool is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->heading != NULL;
}

static int64_t identity(const void *rows, size_t row)
{
	const struct decide_row *one = row_at(rows, row);

	if (one->heading)
		return INT64_MIN + (int64_t)row;
	return one->child ? one->child->person.id : -one->recommends->id;
}

/* --- Cells: codes, so that they fit; the foot has the words --- */

static const char *const kinds[RECOMMENDATION_COUNT] = {
	[RECOMMEND_LEGAL] = "legal advice",
	[RECOMMEND_COURT] = "court",
	[RECOMMEND_FAMILY_GROUP] = "family group",
	[RECOMMEND_ASSESSMENT] = "assessment",
	[RECOMMEND_SPECIALIST] = "specialist",
	[RECOMMEND_EARLY_REVIEW] = "early review",
	[RECOMMEND_OTHER] = "other",
};

static void plan_cell(const struct live_child *child, char *out, size_t room)
{
	char since[DATE_TEXT_ROOM];

	if (child->open_plan.id)
		snprintf(out, room, "%s, %s", category_token(child->open_plan.category_latest),
			 date_plain(child->open_plan.started_on, since));
	else
		snprintf(out, room, "none");
}

static void views_cell(const struct live_page *page, const struct live_child *child, char *out, size_t room)
{
	int asked, plan;

	decide_count_views(page, child, &asked, &plan);
	if (asked)
		snprintf(out, room, "%d of %d", plan, asked);
	else
		snprintf(out, room, "-");
}

/* "18 m" for "18 months": cut by its column it would read as years. */
static void age_cell(const struct live_child *child, char *out, size_t room)
{
	int number;
	char unit;

	if (sscanf(child->age, "%d %c", &number, &unit) == 2)
		snprintf(out, room, "%d %c", number, unit);
	else
		snprintf(out, room, "%s", child->age);
}

static void child_cell(const struct decide_rows *rows, const struct live_child *child, int column, char *out,
		       size_t room)
{
	switch (column) {
	case COLUMN_TICK: snprintf(out, room, "%s", is_ticked(rows, child) ? "[x]" : "[ ]"); break;
	case COLUMN_WHO: snprintf(out, room, "%s", child->name); break;
	case COLUMN_AGE: age_cell(child, out, room); break;
	case COLUMN_PLAN: plan_cell(child, out, room); break;
	case COLUMN_VIEWS: views_cell(rows->page, child, out, room); break;
	default: decide_decision_words(child, category_token, out, room); break;
	}
}

static void recommendation_cell(const struct live_page *page, const struct recommendation *one, int column, char *out,
				size_t room)
{
	const struct live_child *child = decide_child_of(page, one->person_id);
	char by[DATE_TEXT_ROOM];

	switch (column) {
	case COLUMN_WHO: snprintf(out, room, "%s", child ? child->name : "for all"); break;
	case COLUMN_PLAN: snprintf(out, room, "%s", kinds[one->kind]); break;
	case COLUMN_VIEWS:
		snprintf(out, room, "%s", one->by_on == DAY_NONE ? "" : strchr(date_short(one->by_on, by), ' ') + 1);
		break;
	case COLUMN_DECISION:
		snprintf(out, room, "%s%s%s", one->who, *one->who && *one->words ? ": " : "", one->words);
		break;
	default: break;
	}
}

static void cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct decide_rows *all = rows;
	const struct decide_row *one = row_at(rows, row);

	out[0] = '\0';
	if (one->heading)
		snprintf(out, room, "%s", column == 0 ? one->heading : "");
	else if (one->child)
		child_cell(all, one->child, column, out, room);
	else
		recommendation_cell(all->page, one->recommends, column, out, room);
}

static enum tui_role role(const void *rows, size_t row, int column)
{
	const struct decide_row *one = row_at(rows, row);

	if (one->heading)
		return TUI_HEADING;
	return one->child && column == COLUMN_DECISION && *one->child->undecided_why ? TUI_LATE : TUI_TEXT;
}

struct list_source decide_rows_source(const struct decide_rows *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = identity,
				    .cell = cell,
				    .role = role,
				    .is_heading = is_heading,
				    .rows = rows};
}
