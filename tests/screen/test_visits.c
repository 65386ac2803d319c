/* Visits at the desk: how each child stands, writing one down for all of them, and putting one right. */
#include "timeline_desk.h"

static int64_t count_of(const struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

static void to_the_visits(struct desk_fixture *desk)
{
	to_the_family(desk);
	desk_keys(desk, "V");
	desk_shows(desk, "Visits · ");
}

static void the_list_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_visits(desk);
	desk_golden(desk, "visits-80x24.screen");
	start_on(desk, "2026-05-29", 43, 132);
	to_the_visits(desk);
	desk_golden(desk, "visits-late-132x43.screen");
}

/* A new visit from the list: the day, by whom, where, announced or not. */
static void begin_one(struct desk_fixture *desk, const char *day, const char *by)
{
	to_the_visits(desk);
	desk_keys(desk, "a Ctrl-U");
	desk_type(desk, day);
	desk_keys(desk, "Tab");
	desk_type(desk, by);
	desk_keys(desk, "Tab");
	desk_type(desk, "at home");
	desk_keys(desk, "Tab n Tab");
}

static void one_is_written_down_for_all(void **state)
{
	struct desk_fixture *desk = *state;

	begin_one(desk, "21 4", "Tom Campbell");
	desk_keys(desk, "s Tab y Tab"); /* Ada: seen alone; the bedroom too */
	desk_keys(desk, "s s Tab Tab");
	desk_golden(desk, "visit-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "The visit is written down.");
	desk_golden(desk, "visit-written-80x24.screen");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM visit"), 2);
}

/* Each is refused in one sentence, and what was typed stays. */
static void what_cannot_be_is_refused(void **state)
{
	static const struct {
		const char *day, *by, *keys, *says, *why;
	} rows[] = {
		{"1 5 2026", "Tom Campbell", "s", "Date of the visit must be in the past or today",
		 "nobody visits tomorrow"},
		{"31 feb", "Tom Campbell", "s", "February", "a day that is not"},
		{"21 4", "", "s", "By: an answer is needed", "somebody made it"},
		{"21 4", "Tom Campbell", "Tab", "Say which child the visit was to.", "a visit to nobody"},
	};
	struct desk_fixture *desk = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		begin_one(desk, rows[i].day, rows[i].by);
		desk_keys(desk, rows[i].keys);
		desk_keys(desk, "Ctrl-S");
		desk_shows(desk, rows[i].says);
		desk_shows(desk, "A visit · Okonkwo");
		if (count_of(desk, "SELECT count(*) FROM visit") != 1)
			fail_msg("%s: it was kept", rows[i].why);
		start_on(desk, "2026-04-22", 24, 80);
		casework_fixture_number(desk->file, "DELETE FROM draft");
	}
}

static void the_wrong_child_is_put_right(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_visits(desk);
	desk_keys(desk, "End");
	desk_shows(desk, "Ada seen alone; bedroom seen · Tom Cam"); /* what the list cuts */
	desk_keys(desk, "Home e");
	desk_shows(desk, "Choose the visit that is to be corrected.");
	desk_keys(desk, "End e");
	desk_golden(desk, "visit-correct-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Why corrected: an answer is needed");
	desk_type(desk, "Chidi came down after all");
	for (int i = 0; i < 7; i++) /* up to how Chidi was seen: a box to tick, the note, Skye, two lines of Ada */
		desk_keys(desk, "BackTab");
	desk_keys(desk, "s Ctrl-S");
	desk_shows(desk, "Corrected: both rows are kept.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM visit WHERE corrects_id IS NOT NULL"), 1);
	assert_int_equal(count_of(desk, "SELECT count(*) FROM visit_child WHERE outcome = 'seen'"), 3);
	desk_golden(desk, "visit-corrected-80x24.screen");
	desk_shows(desk, "(corrected since)");
	desk_shows(desk, "(a correction)");
}

/* Struck out: the children are owed again what they were owed before it. */
static void one_that_never_was_is_struck_out(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_visits(desk);
	desk_shows(desk, "seen alone and bedroom 20 Apr");
	desk_keys(desk, "End e Ctrl-S");
	desk_type(desk, "it was to another family");
	desk_keys(desk, "BackTab Space Ctrl-S");
	desk_shows(desk, "Corrected: both rows are kept.");
	desk_golden(desk, "visit-struck-80x24.screen");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM visit WHERE is_struck"), 1);
}

/* From a child's page only what concerns the child, until the whole family is asked for. */
static void a_childs_page_leads_to_its_own(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_visits(desk);
	desk_keys(desk, "Home Down Enter");
	desk_shows(desk, "Ada");
	desk_keys(desk, "V");
	desk_golden(desk, "visits-child-80x24.screen");
	desk_keys(desk, "w");
	desk_shows(desk, "Chidi           ! by 17 Apr");
	start_on(desk, "2026-04-17", 24, 80);
	to_the_visits(desk);
	desk_shows(desk, "Chidi           by 17 Apr, today · ");
	start_on(desk, "2026-04-22", 24, 80);
	to_the_visits(desk);
	desk_keys(desk, "Home Down Enter I");
	desk_shows(desk, "Shared outside · Ada · Okonkwo");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		COURSE_TEST(the_list_reads_well),
		COURSE_TEST(one_is_written_down_for_all),
		COURSE_TEST(what_cannot_be_is_refused),
		COURSE_TEST(the_wrong_child_is_put_right),
		COURSE_TEST(a_childs_page_leads_to_its_own),
		COURSE_TEST(one_that_never_was_is_struck_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
