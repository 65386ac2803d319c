/* The rows of step 9 of a live conference: core group, its first meeting, the next review. */
#include "live_dates.h"

#include <stdio.h>
#include <string.h>

const struct list_column dates_columns[DATES_COLUMNS] = {{"", 34, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

static bool push(struct dates_rows *rows, struct arena *mem, const struct dates_row *row)
{
	struct dates_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = *row;
	return one != NULL;
}

static bool push_heading(struct dates_rows *rows, struct arena *mem, const char *words)
{
	const struct dates_row row = {
		.kind = ROW_HEADING, .label = words, .words = "", .identity = -1 - (int64_t)rows->count};

	return push(rows, mem, &row);
}

static const char *by_words(day_number due, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return due == DAY_NONE ? "not booked" : arena_printf(mem, "not booked: by %s", date_medium(due, day));
}

static const char *meeting_words(const struct live_plan_page *plan, struct arena *mem)
{
	const struct core_group_meeting *m = &plan->meeting;
	char day[DATE_TEXT_ROOM], clock[8];

	if (!m->id)
		return by_words(plan->meeting_due, mem);
	return arena_printf(mem, "%s%s%s%s%s", date_medium(m->day, day), m->starts >= 0 ? " " : "",
			    m->starts >= 0 ? date_clock(m->starts, clock) : "", *m->place ? ", " : "", m->place);
}

static const char *review_words(const struct live_plan_page *plan, struct arena *mem)
{
	const struct conference *c = &plan->review;
	char day[DATE_TEXT_ROOM], clock[8];

	if (!c->id || c->held_on == DAY_NONE)
		return by_words(plan->review_limit != DAY_NONE ? plan->review_limit : plan->review_due, mem);
	return arena_printf(mem, "%s %s, %s%s%s (%s)", date_medium(c->held_on, day),
			    c->starts >= 0 ? date_clock(c->starts, clock) : "", *c->room ? c->room : c->place,
			    *c->chair ? ", " : "", c->chair, c->reference);
}

static bool push_members(struct dates_state *state, struct arena *mem)
{
	const struct core_group_member_list *members = &state->plan.members;

	for (size_t i = 0; i < members->count; i++) {
		const struct core_group_member *one = &members->items[i];
		struct dates_row row = {.kind = ROW_MEMBER,
					.label = *one->shown_name ? one->shown_name : one->name,
					.words = *one->role ? one->role : one->shown_agency,
					.member = i,
					.identity = 100 + (int64_t)i};

		if (one->until == DAY_NONE && !push(&state->rows, mem, &row))
			return false;
	}
	return true;
}

bool dates_rows_make(struct dates_state *state, struct arena *mem)
{
	const struct live_plan_page *plan = &state->plan;
	const struct live_page *page = &state->live.page;
	bool is_first = page->of != CONFERENCE_REVIEW && page->conference.type != CONFERENCE_SECOND;
	struct dates_row lead = {.kind = ROW_LEAD,
				 .label = "Leads it",
				 .words = plan->group.id && *plan->group.lead ? plan->group.lead : "not said",
				 .is_missing = !plan->group.id || !*plan->group.lead,
				 .identity = 1};
	struct dates_row meeting = {.kind = ROW_MEETING,
				    .label = is_first ? "First meeting" : "Next meeting",
				    .words = meeting_words(plan, mem),
				    .is_missing = !plan->meeting.id,
				    .identity = 2};
	struct dates_row review = {.kind = ROW_REVIEW,
				   .label = "Next review",
				   .words = review_words(plan, mem),
				   .is_missing = !plan->review.id,
				   .identity = 3};

	state->rows = (struct dates_rows){0};
	if (!plan->is_needed)
		return true;
	return push_heading(&state->rows, mem,
			    plan->members.count ? "Core group" : "Core group: nobody yet. p proposes its members.") &&
	       push_members(state, mem) && push(&state->rows, mem, &lead) && push(&state->rows, mem, &meeting) &&
	       push_heading(&state->rows, mem, "Review") && push(&state->rows, mem, &review);
}

static const struct dates_row *row_of(const void *rows, size_t row)
{
	return &((const struct dates_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_of(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_of(rows, row)->kind == ROW_HEADING;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	snprintf(out, room, "%s", column == 0 ? row_of(rows, row)->label : row_of(rows, row)->words);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)column;
	return row_of(rows, row)->is_missing            ? TUI_SOON
	       : row_of(rows, row)->kind == ROW_HEADING ? TUI_HEADING
							: TUI_TEXT;
}

struct list_source dates_source(const struct dates_rows *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .is_heading = row_is_heading,
				    .rows = rows};
}
