/* The demonstration's case file: complete, believable on the day, and the same for the same seed. */
#include "demo.h"

#include "casework/drafts.h"
#include "casework/worklist.h"
#include "casework_fixture.h"
#include "scratch.h"
#include "soak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define TODAY "2026-04-01" /* a Wednesday before Easter */

/* What was told on the way. */
struct heard {
	int times, last;
	bool went_back;
};

struct made {
	struct scratch scratch;
	struct casework_fixture file; /* only to look into the rows */
	struct heard heard;
};

static void hear(void *payload, int percent, const char *what)
{
	struct heard *heard = payload;

	assert_true(*what);
	heard->went_back = heard->went_back || percent < heard->last;
	heard->last = percent;
	heard->times++;
}

static struct demo_options options_of(const char *path)
{
	return (struct demo_options){
		.out = path, .families = 120, .years = 1, .seed = 7, .today = date_from_iso(TODAY)};
}

static void must_make(const struct demo_options *options)
{
	struct fault f = {0};

	if (!demo_make(options, &f))
		fail_msg("%s [%s]", f.message, f.detail);
}

static struct made *make_of(int families)
{
	struct made *made = calloc(1, sizeof *made);
	struct demo_options options;

	assert_non_null(made);
	scratch_begin(&made->scratch);
	snprintf(made->file.path, sizeof made->file.path, "%.90s", made->scratch.file);
	options = options_of(made->file.path);
	options.families = families;
	options.progress = hear;
	options.payload = &made->heard;
	must_make(&options);
	return made;
}

static int make_one(void **state)
{
	*state = make_of(120);
	return 0;
}

static int remove_one(void **state)
{
	struct made *made = *state;

	arena_finish(&made->file.mem);
	scratch_end(&made->scratch);
	free(made);
	return 0;
}

static int64_t number(const struct made *made, const char *sql)
{
	return casework_fixture_number(&made->file, sql);
}

static struct casework *open_made(const struct made *made)
{
	struct casework_opening how = {
		.path = made->file.path, .config_folder = SOURCE_FOLDER "/data/demo", .today = date_from_iso(TODAY)};
	struct fault f = {0};
	struct casework *cw;

	if (!casework_open(&cw, &how, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	return cw;
}

/* --- What is in it --- */

static const struct {
	const char *sql, *why;
	int64_t least, most;
} parts[] = {
	{"SELECT is_demo FROM authority", "the screen must say DEMO", 1, 1},
	{"SELECT count(*) FROM family WHERE reference LIKE 'FAM-%'", "families asked for", 115, 120},
	{"SELECT count(*) FROM family WHERE is_provisional", "no child came without a family", 0, 0},
	{"SELECT count(*) FROM person", "children and adults", 350, 900},
	{"SELECT count(*) FROM contact", "the directory", 60, 200},
	{"SELECT count(*) FROM plan WHERE ended_on IS NULL", "children on a plan", 40, 180},
	{"SELECT count(*) FROM plan p WHERE ended_on IS NULL AND is_other_authority = (SELECT count(*) > 0 FROM "
	 "deadline d WHERE "
	 "d.subject_kind = 'plan' AND d.subject_id = p.id AND d.state = 'open')",
	 "each open plan of ours waits for a review, of another authority for none", 0, 0},
	{"SELECT count(*) FROM conference WHERE state = 'closed'", "held before today", 60, 600},
	{"SELECT count(*) FROM conference WHERE state = 'closed' AND held_on >= '" TODAY "'",
	 "nothing of today has been held", 0, 0},
	{"SELECT count(*) FROM conference WHERE state IN ('scheduled', 'invited') AND held_on < '" TODAY "'",
	 "nothing booked is left behind in the past", 0, 0},
	{"SELECT count(*) FROM conference WHERE held_on = '" TODAY "'", "a few today", 3, 12},
	{"SELECT count(*) FROM conference WHERE state = 'closed' AND held_on BETWEEN '2026-03-18' AND "
	 "'2026-03-31'",
	 "held in the last two weeks", 2, 40},
	{"SELECT count(*) FROM conference WHERE state = 'closed' AND held_on BETWEEN '2026-03-18' AND "
	 "'2026-03-31' "
	 "AND (starts IS NULL OR chair_id IS NULL OR minute_taker_id IS NULL OR (room_id IS NULL AND place = "
	 "''))",
	 "those keep the slot they were booked with", 0, 0},
	{"SELECT count(DISTINCT starts) FROM conference WHERE held_on = '" TODAY "'", "at different times", 2, 12},
	{"SELECT count(*) FROM conference WHERE starts IS NOT NULL AND state IN ('scheduled', 'invited')",
	 "booked ahead", 8, 80},
	{"SELECT count(*) FROM conference WHERE state IN ('scheduled', 'invited') AND strftime('%w', held_on) IN ('0', "
	 "'6')",
	 "none at a weekend", 0, 0},
	{"SELECT count(*) FROM conference WHERE held_on IN ('2026-04-03', '2026-04-06', '2025-12-25')",
	 "none on a bank holiday", 0, 0},
	{"SELECT count(*) FROM conference WHERE requested_on > held_on", "none held before it was asked for", 0, 0},
	{"SELECT count(*) FROM conference WHERE late_reason <> '' AND late_agreed_by = ''",
	 "a late one says who agreed", 0, 0},
	{"SELECT count(*) FROM deadline WHERE state = 'done'", "tasks done by officers", 30, 2000},
	{"SELECT count(*) FROM invitee", "people asked to the conferences booked at the desk", 120, 900},
	{"SELECT count(*) FROM conference AS c WHERE c.held_on > '" TODAY "' AND c.starts IS NOT NULL AND EXISTS"
	 " (SELECT 1 FROM invitee AS i WHERE i.conference_id = c.id AND i.invited_on IS NOT NULL)",
	 "conferences to come that were invited to", 6, 60},
	{"SELECT count(*) FROM invitee WHERE invited_on IS NOT NULL AND reply = 'none'", "some have not answered", 5,
	 200},
	{"SELECT count(*) FROM invitee WHERE reply = 'declined'", "some do not come", 3, 100},
	{"SELECT count(*) FROM invitee WHERE exclusion = 'asked'", "an exclusion to decide", 1, 4},
	{"SELECT count(*) FROM invitee WHERE capacity = 'interpreter' AND language <> ''", "interpreters", 1, 60},
	{"SELECT count(*) FROM sitting WHERE who <> ''", "separate sittings with names", 2, 60},
	{"SELECT count(*) FROM report WHERE received_on <= due_on", "reports in on time", 25, 600},
	{"SELECT count(*) FROM report WHERE received_on > due_on", "late ones", 1, 60},
	{"SELECT count(*) FROM report WHERE received_on IS NULL AND requested_on IS NOT NULL", "some not in", 5, 300},
	{"SELECT count(*) FROM report WHERE received_on < requested_on OR received_on > '" TODAY "'",
	 "none in before it was asked for", 0, 0},
	{"SELECT count(*) FROM report_reader AS r JOIN report AS o ON o.id = r.report_id WHERE o.kind = 'police'",
	 "the police's report goes to nobody of the family", 0, 0},
	{"SELECT count(*) FROM chaser", "reports asked for again", 1, 120},
	{"SELECT count(*) FROM delivery WHERE state = 'waiting'", "letters of today wait", 1, 200},
	{"SELECT count(*) FROM delivery AS d WHERE d.state = 'sent' AND d.said NOT LIKE 'demonstration%'",
	 "nothing is really sent", 0, 0},
	{"SELECT count(*) FROM delivery WHERE address LIKE '%@%' AND address NOT LIKE '%@example.%'", "no real mailbox",
	 0, 0},
	{"SELECT count(*) FROM audit WHERE action = 'conference.book'", "booked by the verb", 10, 100},
	{"SELECT count(*) FROM person WHERE phone <> '' AND phone NOT LIKE '07700 900%'", "no real telephone", 0, 0},
	{"SELECT count(*) FROM contact WHERE phone NOT LIKE '01632 960%' OR email NOT LIKE '%@example.%'",
	 "no real desk", 0, 0},
	{"SELECT count(*) FROM address WHERE postcode NOT LIKE 'ZZ%'", "no real address", 0, 0},
	{"SELECT count(*) FROM address WHERE confidential_from = 'father'", "addresses kept from somebody", 4, 200},
};

static void every_part_of_the_file_is_filled(void **state)
{
	const struct made *made = *state;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		int64_t found = number(made, parts[i].sql);

		if (found < parts[i].least || found > parts[i].most)
			fail_msg("%s: %lld, expected %lld to %lld", parts[i].why, (long long)found,
				 (long long)parts[i].least, (long long)parts[i].most);
	}
}

/* Late is a handful: a newcomer must be able to deal with it. */
static void today_looks_like_a_working_morning(void **state)
{
	const struct made *made = *state;
	struct casework *cw = open_made(made);
	const struct due_filter filter = {.within_wd = 10, .lane = -1};
	struct arena mem = {0};
	struct due_list due;
	struct diary_list meetings;
	struct draft_list drafts;
	struct fault f = {0};

	assert_true(casework_is_demo(cw));
	assert_true(casework_board(cw, &filter, &mem, &due, &meetings, &f));
	assert_in_range(due.late, 1, 15);
	assert_in_range(due.count, 15, 150);
	assert_true(due.by_lane[LANE_BOOK] > 0 && due.by_lane[LANE_REVIEWS] > 0 && due.by_lane[LANE_REPORTS] > 0);
	assert_in_range(meetings.count, 3, 12);
	for (size_t i = 0; i < meetings.count; i++)
		assert_true(*meetings.items[i].chair && *meetings.items[i].minute_taker);
	assert_true(casework_drafts(cw, &mem, &drafts, &f));
	assert_true(drafts.count >= 1);
	arena_finish(&mem);
	casework_close(cw);
}

static void chairs_share_the_work(void **state)
{
	const struct made *made = *state;
	int64_t chairs = number(made, "SELECT count(*) FROM resource WHERE kind = 'chair' AND is_active");
	int64_t booked = number(made, "SELECT count(*) FROM conference WHERE chair_id IS NOT NULL");
	int64_t most = number(made, "SELECT max(n) FROM (SELECT count(*) AS n FROM conference WHERE chair_id IS NOT "
				    "NULL GROUP BY chair_id)");

	assert_int_equal(chairs, 6);
	assert_true(most <= 3 * (booked / chairs + 1));
}

/* --- The same again --- */

/* Every column of every table but those that say when and by which program run a row was written. */
static const char *dump(struct made *made, const char *table)
{
	char sql[1600];
	const char *columns;

	snprintf(
		sql, sizeof sql,
		"SELECT group_concat('quote(' || name || ')', ' || '' '' || ') FROM pragma_table_info('%s') WHERE name "
		"NOT IN ('at', 'created_at', 'saved_at', 'session', 'hash', 'previous', 'terminal', 'address', "
		"'detail_seal')",
		table);
	columns = casework_fixture_text(&made->file, sql);
	snprintf(sql, sizeof sql, "SELECT group_concat(line, char(10)) FROM (SELECT %s AS line FROM %s ORDER BY line)",
		 columns, table);
	return casework_fixture_text(&made->file, sql);
}

static void the_same_seed_makes_the_same_file(void **state)
{
	static const char *const tables[] = {
		"person",     "family",           "family_member",  "episode",       "enquiry",
		"conference", "conference_child", "booking",        "plan",          "deadline",
		"draft",      "contact",          "resource",       "sitting",       "conference_change",
		"need_plan",  "assessment",       "deadline_child", "enquiry_child", "audit",
	};
	int families = soak_times(120, 30);
	struct made *made = make_of(families), *again = make_of(families);

	(void)state;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (strcmp(dump(made, tables[i]), dump(again, tables[i])) != 0)
			fail_msg("%s differs between two makings", tables[i]);
	assert_true(*dump(made, "person") && *dump(made, "booking"));
	remove_one((void **)&made);
	remove_one((void **)&again);
}

/* --- On the way --- */

static void progress_is_told_often_and_ends_at_a_hundred(void **state)
{
	const struct made *made = *state;

	assert_true(made->heard.times > 30 && !made->heard.went_back);
	assert_int_equal(made->heard.last, 100);
}

static void any_size_on_any_day(void **state)
{
	const struct {
		int families, years;
		const char *today, *why;
	} rows[] = {
		{1, 1, "2026-04-01", "the smallest"},
		{10, 1, "2026-11-22", "a Sunday"},
		{10, 1, "2026-12-25", "a bank holiday"},
		{10, 2, "2026-12-30", "a closure day"},
		{soak_times(25, 6), 14, "2027-01-04", "the longest, after the holidays"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct scratch scratch;
		struct demo_options options;
		struct fault f = {0};

		scratch_begin(&scratch);
		options = options_of(scratch.file);
		options.families = rows[i].families;
		options.years = rows[i].years;
		options.today = date_from_iso(rows[i].today);
		if (!demo_make(&options, &f))
			fail_msg("%s: %s [%s]", rows[i].why, f.message, f.detail);
		scratch_end(&scratch);
	}
}

static void sizes_out_of_range_and_files_in_the_way_are_refused(void **state)
{
	struct made *made = *state;
	struct scratch scratch;
	struct demo_options options;
	struct fault f = {0};
	int64_t people = number(made, "SELECT count(*) FROM person");

	scratch_begin(&scratch);
	options = options_of(scratch.file);
	options.families = 0;
	assert_false(demo_make(&options, &f));
	assert_int_equal(f.code, FAULT_USAGE);
	options.families = 10;
	options.years = 15;
	assert_false(demo_make(&options, &f));
	assert_int_equal(f.code, FAULT_USAGE);
	assert_null(fopen(scratch.file, "r"));
	scratch_end(&scratch);

	options = options_of(made->file.path);
	assert_false(demo_make(&options, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_int_equal(number(made, "SELECT count(*) FROM person"), people);
}

/* A making that was stopped half-way is not taken for a demonstration, and does not stand in the way of the next. */
static void what_a_stopped_making_left_is_cleared(void **state)
{
	struct scratch scratch;
	struct demo_options options;
	struct fault f = {0};
	char part[260];
	FILE *left;

	(void)state;
	scratch_begin(&scratch);
	snprintf(part, sizeof part, "%s.part", scratch.file);
	left = fopen(part, "w");
	assert_non_null(left);
	fputs("half an authority", left);
	fclose(left);
	options = options_of(scratch.file);
	options.families = 5;
	if (!demo_make(&options, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	assert_int_equal(access(part, F_OK), -1);
	snprintf(part, sizeof part, "%s.part-journal", scratch.file);
	assert_int_equal(access(part, F_OK), -1);
	assert_int_not_equal(access(scratch.file, F_OK), -1);
	scratch_end(&scratch);
}

/* Conferences were moved, and each to another slot. */
static void moves_go_somewhere_else(void **state)
{
	struct made *made = *state;

	assert_int_equal(
		number(made, "SELECT count(*) FROM conference_change WHERE step = 'move' AND from_slot = to_slot"), 0);
	assert_true(number(made, "SELECT count(*) FROM conference_change WHERE step = 'move' AND reason <> '' AND "
				 "agreed_by <> ''") > 0);
}

/* --- Whatever the size and the seed --- */

static struct casework *open_scratch(const char *path)
{
	struct casework_opening how = {.path = path, .config_folder = SOURCE_FOLDER "/data/demo", .today = DAY_NONE};
	struct fault f = {0};
	struct casework *cw;

	if (!casework_open(&cw, &how, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	return cw;
}

/* Asked for, not booked, and with a free slot inside the limit: a first booking needs no reason for being late. */
static size_t bookable(struct casework *cw)
{
	struct arena mem = {0};
	struct clock_list clock;
	struct fault f = {0};
	size_t count = 0;

	assert_true(casework_clock(cw, &mem, &clock, &f));
	for (size_t i = 0; i < clock.count; i++) {
		const struct clock_item *item = &clock.items[i];

		count += item->conference_id != 0 && !*item->booked && *item->earliest && item->earliest_left >= 0;
	}
	arena_finish(&mem);
	return count;
}

static void a_newcomer_finds_something_to_book(struct casework *cw, const char *why)
{
	const struct due_filter filter = {.within_wd = 10, .lane = LANE_BOOK};
	struct arena mem = {0};
	struct due_list due;
	struct fault f = {0};
	size_t late = 0;

	if (bookable(cw) < 5)
		fail_msg("%s: only %zu can be booked in time", why, bookable(cw));
	assert_true(casework_due(cw, &filter, &mem, &due, &f));
	for (size_t i = 0; i < due.count; i++)
		late += due.items[i].state == DEADLINE_LATE;
	if (due.count < late + 2)
		fail_msg("%s: Book has %zu rows, %zu of them late", why, due.count, late);
	arena_finish(&mem);
}

static void every_size_and_seed_leaves_work(void **state)
{
	static const struct {
		int families, years;
		uint64_t seed;
		const char *today, *why;
	} rows[] = {
		{40, 2, 1, TODAY, "a small one"},
		{60, 1, 1, "2026-11-21", "on a Saturday"},
		{60, 2, 1, "2026-11-21", "on a Saturday, of two years"},
		{450, 2, 1, TODAY, "the usual one"},
		{40, 1, 2, TODAY, "of one year"},
		{60, 5, 3, TODAY, "a small one with a long history"},
		{100, 2, 4, TODAY, "a middling one"},
	};
	size_t count = (size_t)soak_times(sizeof rows / sizeof *rows, 2);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		struct scratch scratch;
		struct demo_options options;
		struct casework *cw;

		scratch_begin(&scratch);
		options = options_of(scratch.file);
		options.families = rows[i].families;
		options.years = rows[i].years;
		options.seed = rows[i].seed;
		options.today = date_from_iso(rows[i].today);
		must_make(&options);
		cw = open_scratch(scratch.file);
		assert_int_equal(casework_today(cw), options.today); /* it stays on its own day */
		a_newcomer_finds_something_to_book(cw, rows[i].why);
		casework_close(cw);
		scratch_end(&scratch);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_part_of_the_file_is_filled),
		cmocka_unit_test(the_same_seed_makes_the_same_file),
		cmocka_unit_test(today_looks_like_a_working_morning),
		cmocka_unit_test(chairs_share_the_work),
		cmocka_unit_test(moves_go_somewhere_else),
		cmocka_unit_test(what_a_stopped_making_left_is_cleared),
		cmocka_unit_test(progress_is_told_often_and_ends_at_a_hundred),
		cmocka_unit_test(any_size_on_any_day),
		cmocka_unit_test(every_size_and_seed_leaves_work),
		cmocka_unit_test(sizes_out_of_range_and_files_in_the_way_are_refused),
	};

	return cmocka_run_group_tests(tests, make_one, remove_one);
}
