/* After each kind of plan ending, what every place that speaks of plans says: the lanes of Today, the board of core
 * groups, the reviews to come, the list of children on plans now and before, the chair's calendar, the timeline, the
 * child's page and the brief of the conference that is still to come. */
#include "casework/brief.h"
#include "casework/chair_calendar.h"
#include "casework/core_groups.h"
#include "casework/pages.h"
#include "casework/plan_list.h"
#include "casework/timeline.h"
#include "review_steps.h"
#include "transfer_steps.h"

#include <stdlib.h>
#include <unistd.h>

#define BEFORE "2026-04-14" /* both sisters are on plans */
#define ON     "2026-04-15" /* what happened, happened on this day */
#define NOW    "2026-04-28" /* whatever had to be decided is */

/* --- What each place says, as text --- */

static const char *lanes_say(struct casework_fixture *fixture, const struct live_day *d)
{
	const struct due_filter all = {.within_wd = -1, .lane = -1};
	const char *out = "";
	struct due_list due;

	(void)d;
	MUST(casework_due(fixture->cw, &all, &fixture->mem, &due, f));
	for (size_t i = 0; i < due.count; i++) {
		char *children = arena_text(&fixture->mem, due.items[i].children);

		for (char *at = children; (at = strchr(at, '\n')) != NULL;)
			*at = ',';
		out = arena_printf(&fixture->mem, "%s%s %s: %s\n", out, rule_label(due.items[i].rule),
				   due.items[i].reference, children);
	}
	return out;
}

static const char *board_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct core_group_board board;
	const char *out = "";

	(void)d;
	MUST(casework_core_groups(fixture->cw, &fixture->mem, &board, f));
	for (size_t i = 0; i < board.count; i++)
		out = arena_printf(&fixture->mem, "%s%s: %zu plans\n", out, board.items[i].family_words,
				   board.items[i].plans);
	return out;
}

static const char *horizon_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct review_horizon horizon = horizon_of(fixture);
	const char *out = "";

	(void)d;
	for (size_t i = 0; i < horizon.count; i++)
		out = arena_printf(&fixture->mem, "%s%s: %s\n", out, horizon.items[i].reference,
				   horizon.items[i].names);
	return out;
}

static const char *list_on(struct casework_fixture *fixture, const char *day)
{
	struct plan_list_line_list lines;
	const char *out = "";

	MUST(casework_plan_list_as_at(fixture->cw, date_from_iso(day), &fixture->mem, &lines, f));
	for (size_t i = 0; i < lines.count; i++)
		out = arena_printf(&fixture->mem, "%s%s: %s\n", out, lines.items[i].name,
				   lines.items[i].standing_words);
	return out;
}

static const char *list_says(struct casework_fixture *fixture, const struct live_day *d)
{
	(void)d;
	return list_on(fixture, NOW);
}

static const char *past_list_says(struct casework_fixture *fixture, const struct live_day *d)
{
	(void)d;
	return list_on(fixture, BEFORE);
}

/* Somebody asks about Ada today. */
static const char *look_up_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_list_entry entry;

	MUST(casework_plan_list_entry(fixture->cw, d->ada, DAY_NONE, &fixture->mem, &entry, f));
	return entry.line.standing_words;
}

/* "C-0900 CONFIRMED" of each meeting. */
static const char *calendar_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct press_bytes file;
	const char *text, *out = "";
	size_t count;

	(void)d;
	MUST(casework_chair_calendar(fixture->cw, "", &fixture->mem, &file, &count, f));
	text = arena_printf(&fixture->mem, "%.*s", (int)file.count, (const char *)file.bytes);
	for (const char *at = text; (at = strstr(at, "SUMMARY:")) != NULL;) {
		const char *status = strstr(at, "STATUS:");

		assert_non_null(status);
		out = arena_printf(&fixture->mem, "%s%.*s %.*s\n", out, (int)strcspn(at + 8, "\r\n"), at + 8,
				   (int)strcspn(status + 7, "\r\n"), status + 7);
		at = status;
	}
	return out;
}

static const char *timeline_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct timeline line;
	const char *out = "";

	MUST(casework_timeline(fixture->cw, 0, d->ada, &fixture->mem, &line, f));
	for (size_t i = 0; i < line.events.count; i++)
		out = arena_printf(&fixture->mem, "%s%s\n", out, line.events.items[i].sentence);
	return out;
}

static const char *page_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct child_page page;
	const char *out;

	MUST(casework_child_page(fixture->cw, d->ada, &fixture->mem, &page, f));
	out = arena_printf(&fixture->mem, "%s\n", page.notes);
	for (size_t i = 0; i < page.deadlines.count; i++)
		out = arena_printf(&fixture->mem, "%sdue: %s\n", out, rule_label(page.deadlines.items[i].rule));
	for (size_t i = 0; i < page.history.count; i++)
		out = arena_printf(&fixture->mem, "%s%s\n", out, page.history.items[i].what);
	return out;
}

static const char *brief_says(struct casework_fixture *fixture, const struct live_day *d)
{
	struct brief brief;
	const char *out = "";

	(void)d;
	MUST(casework_brief(fixture->cw, number(fixture, "SELECT id FROM conference WHERE reference = 'C-0900'"),
			    &fixture->mem, &brief, f));
	for (size_t i = 0; i < brief.count; i++)
		out = arena_printf(&fixture->mem, "%s%s: %s\n", out, brief.items[i].heading, brief.items[i].text);
	return out;
}

/* --- The events --- */

static void dies(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_DIED, ON);

	ended(fixture, &request);
}

static void leaves_the_country(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ABROAD, ON);

	ended(fixture, &request);
}

static void all_leave_the_country(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ABROAD, ON);

	request.all_of_family = true;
	ended(fixture, &request);
}

static void comes_of_age(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_EIGHTEEN, "");

	number(fixture, "UPDATE person SET born_on = '2008-04-15' WHERE id = %lld", (long long)d->ada);
	ended(fixture, &request);
}

static void was_a_mistake(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ERROR, ON);

	ended(fixture, &request);
}

static void is_decided(struct casework_fixture *fixture, const struct plan_end_request *request)
{
	int64_t id = ended(fixture, request);
	struct plan_ending_act act = an_act(fixture, id, PLAN_ENDING_STEP_TELL);

	act.object_by = date_from_iso("2026-04-24");
	acts(fixture, act);
	casework_fixture_reopen(fixture, NOW);
	act = an_act(fixture, id, PLAN_ENDING_STEP_END);
	act.on = date_from_iso("2026-04-27");
	acts(fixture, act);
}

static void is_looked_after(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_LOOKED_AFTER, "");

	is_decided(fixture, &request);
}

static void an_order_for_all(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ORDER, "");

	request.all_of_family = true;
	is_decided(fixture, &request);
}

static void head_of_service_decides(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_EXECUTIVE, "");

	is_decided(fixture, &request);
}

static void all_move_out(struct casework_fixture *fixture, const struct live_day *d)
{
	struct transfer_registration move = a_move(d->family, TRANSFER_OUT, BEFORE);
	struct transfer_act act = a_move_act(fixture, moves(fixture, &move), TRANSFER_STEP_HELD);

	act.on = date_from_iso("2026-04-17");
	MUST(casework_transfer_act(fixture->cw, &act, f));
}

/* --- What is expected --- */

typedef const char *place(struct casework_fixture *fixture, const struct live_day *d);
struct expectation {
	place *place;
	const char *says, *never; /* NULL: nothing is asked */
};

/* One of two sisters: everything goes on for Skye, and nothing is owed for Ada. */
static const struct expectation of_one[] = {
	{lanes_say, "outline plan C-0001: Skye Okonkwo\n", NULL},
	{lanes_say, "first core group P-0002: Skye Okonkwo\n", "P-0001"},
	{lanes_say, "first review C-0900: Skye Okonkwo\n", "C-0900: Ada"},
	{board_says, "Okonkwo: 1 plans\n", NULL},
	{horizon_says, "C-0900: Skye\n", "Ada"},
	{past_list_says, "Okonkwo, Ada: on a plan since 1 Apr 2026\nOkonkwo, Skye: on a plan", "ended"},
	{list_says, "Okonkwo, Skye: on a plan since 1 Apr 2026\n", "Ada"},
	{calendar_says, "Review conference C-0900 CONFIRMED\n", "CANCELLED"},
	{timeline_says, "Plan P-0001 began", "C-0900"},
	{page_says, "Plan ended P-0001", "due: first review"},
	{brief_says, "Children: Skye Okonkwo", "Children: Ada Okonkwo"},
};
/* Both: nobody meets any more, and the slots are free. */
static const struct expectation of_all[] = {
	{lanes_say, "decision letter C-0001", "outline plan"},
	{lanes_say, "", "core group"},
	{lanes_say, "", "C-0900"},
	{board_says, "", "Okonkwo"},
	{horizon_says, "", "C-0900"},
	{past_list_says, "Okonkwo, Ada: on a plan since 1 Apr 2026\nOkonkwo, Skye: on a plan", "ended"},
	{list_says, "", "Okonkwo"},
	{calendar_says, "family F-0001 CANCELLED\n", "C-0900"},
	{timeline_says, "Review conference C-0900 was cancelled", "is booked.\nReview"},
	{page_says, "Plan ended P-0001", "due: first review"},
};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct {
	const char *why;
	void (*happens)(struct casework_fixture *fixture, const struct live_day *d);
	bool is_all;
	const char *timeline, *look_up, *brief; /* what is this event's own */
} events[] = {
	{"a death", dies, false, "", "plan ended 15 Apr 2026", "died 15 Apr 2026"},
	{"one goes abroad", leaves_the_country, false, "ended: left the United Kingdom for good.",
	 "plan ended 15 Apr 2026", "plan ended 15 Apr 2026: left the United Kingdom"},
	{"all go abroad", all_leave_the_country, true, "ended: left the United Kingdom for good.",
	 "plan ended 15 Apr 2026", ""},
	{"18", comes_of_age, false, "ended: reached 18.", "plan ended 15 Apr 2026", "15 Apr 2026: reached 18"},
	{"recorded in error", was_a_mistake, false, "ended: recorded in error.", "plan ended 15 Apr 2026",
	 "recorded in error"},
	{"looked after", is_looked_after, false, "ended: looked after, safe placement.", "plan ended 27 Apr 2026",
	 "27 Apr 2026: looked after"},
	{"an order for both", an_order_for_all, true, "ended: an order was made", "plan ended 27 Apr 2026", ""},
	{"an executive decision", head_of_service_decides, false, "ended: ended by decision of the head of service.",
	 "plan ended 27 Apr 2026", "decision of the head of service"},
	{"both move out", all_move_out, true, "ended: moved, the other authority has held its conference.",
	 "plan ended 17 Apr 2026", ""},
};

static void says(struct casework_fixture *fixture, const struct live_day *d, const char *why, place *at,
		 const char *expected, const char *never)
{
	const char *text = at(fixture, d);

	if (expected && !strstr(text, expected))
		fail_msg("%s: \"%s\" is not said:\n%s", why, expected, text);
	if (never && strstr(text, never))
		fail_msg("%s: \"%s\" is said:\n%s", why, never, text);
}

/* The file as it was before anything ended, for each event anew: made once, copied. */
static void copy_file(struct casework_fixture *fixture, bool is_back)
{
	char line[260];

	casework_close(fixture->cw);
	fixture->cw = NULL;
	snprintf(line, sizeof line, "cp '%s%s' '%s%s'", fixture->path, is_back ? ".before" : "", fixture->path,
		 is_back ? "" : ".before");
	assert_int_equal(system(line), 0);
	casework_fixture_reopen(fixture, THREE_WEEKS_LATER);
}

static void every_place_knows_of_each_ending(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);

	char before[120];

	copy_file(fixture, false);
	for (size_t i = 0; i < COUNT(events); i++) {
		const struct expectation *all = events[i].is_all ? of_all : of_one;
		size_t count = events[i].is_all ? COUNT(of_all) : COUNT(of_one);

		copy_file(fixture, true);
		events[i].happens(fixture, &d);
		casework_fixture_reopen(fixture, NOW);
		for (size_t k = 0; k < count; k++)
			says(fixture, &d, events[i].why, all[k].place, all[k].says, all[k].never);
		says(fixture, &d, events[i].why, timeline_says, events[i].timeline, NULL);
		says(fixture, &d, events[i].why, look_up_says, events[i].look_up, "on a plan since");
		says(fixture, &d, events[i].why, brief_says, events[i].brief, NULL);
		assert_one_of_each(fixture);
	}
	snprintf(before, sizeof before, "%s.before", fixture->path);
	unlink(before);
}

/* The ordinary way: what the review decides is known in the same places, and its next review is about Skye alone. */
static void every_place_knows_of_a_review(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	const int64_t both[] = {d.ada, d.skye};
	struct child_decision chidi;

	begin_review(fixture, &d, "2026-06-24");
	chidi = at_review(d.id, d.chidi, OUTCOME_NONE, CATEGORY_COUNT);
	make_quorate(fixture, &d);
	decides(fixture, at_review(d.id, d.ada, OUTCOME_PLAN_ENDS, CATEGORY_COUNT));
	decides(fixture, at_review(d.id, d.skye, OUTCOME_PLAN_CONTINUES, CATEGORY_EMOTIONAL));
	chidi.not_decided_why = "a child in need plan, not on the list";
	decides(fixture, chidi);
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-07-15", "the school is closed for a week");
	book_next_review(fixture, &d, "C-0901", "2026-12-09", both, 2);
	MUST(casework_live_close(fixture->cw, d.id, "said", f));
	casework_fixture_reopen(fixture, "2026-06-25");
	says(fixture, &d, "a review", lanes_say, "ask for the update C-0901: Skye Okonkwo\n", "C-0901: Ada");
	says(fixture, &d, "a review", board_says, "Okonkwo: 1 plans\n", NULL);
	says(fixture, &d, "a review", look_up_says, "plan ended 24 Jun 2026", NULL);
	says(fixture, &d, "a review", timeline_says, "ended: no longer at continuing risk", "C-0901");
	says(fixture, &d, "a review", past_list_says, "Okonkwo, Ada: on a plan since 1 Apr 2026", NULL);
	assert_string_equal(list_on(fixture, "2026-06-24"), "Okonkwo, Skye: on a plan since 1 Apr 2026\n");
	assert_one_of_each(fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(every_place_knows_of_each_ending),
		FIXTURE_TEST(every_place_knows_of_a_review),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
