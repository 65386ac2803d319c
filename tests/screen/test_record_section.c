/* One section in the editor, by hand: saved on leaving, kept at a hang-up, two who write, finding. */
#include "record_desk.h"

/* The second section, "Why it was held". */
static void open_second(struct desk_fixture *desk)
{
	draft_it(desk);
	desk_keys(desk, "Down Enter");
}

static const char *kept(struct desk_fixture *desk, const char *key)
{
	char sql[120];

	snprintf(sql, sizeof sql, "SELECT text FROM record_section WHERE key = '%s'", key);
	return casework_fixture_text(desk->file, sql);
}

static void it_is_saved_on_leaving(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_shows(desk, "professionals + family · Why it was held");
	desk_type(desk, "Held at once. ");
	desk_golden(desk, "record-section-80x24.screen");
	tui_headless_resize(desk->tui, 18, 60);
	desk_golden(desk, "record-section-60x18.screen");
	assert_null(strstr(kept(desk, "purpose"), "Held at once."));
	desk_keys(desk, "Esc");
	assert_non_null(strstr(kept(desk, "purpose"), "Held at once. An initial conference"));
	desk_shows(desk, "Saved: Why it was held.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

static void a_hang_up_loses_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_type(desk, "Held at once. ");
	tui_headless_turn(desk->tui); /* keeps, as a hang-up does */
	desk_restart(desk);
	assert_null(strstr(kept(desk, "purpose"), "Held at once."));
	desk_keys(desk, "D");
	desk_shows(desk, "Why it was held");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Held at once. An initial conference");
	desk_shows(desk, "Not saved yet");
	desk_keys(desk, "Esc");
	assert_non_null(strstr(kept(desk, "purpose"), "Held at once. An initial conference"));
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

/* Somebody else at work in the same file saves this section. */
static void another_writes(struct desk_fixture *desk, const char *words)
{
	struct casework *cw = second_session(desk->file, NULL);
	struct record_page page;
	struct record_section one;

	MUST(casework_record_again(cw, held_conference(desk), &desk->file->mem, &page, f));
	one = *section_called(&page, "purpose");
	one.text = words;
	MUST(casework_record_section(cw, held_conference(desk), &one, f));
	casework_close(cw);
	tui_headless_turn(desk->tui);
}

static void another_persons_words_arrive_while_nothing_is_typed(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	another_writes(desk, "Theirs.");
	desk_shows(desk, "wrote in this section: their words are shown.");
	desk_shows(desk, "Theirs.");
	desk_keys(desk, "Esc");
	assert_string_equal(kept(desk, "purpose"), "Theirs.");
}

static void two_who_write_keep_both_texts(void **state)
{
	static const struct {
		const char *why, *key;
		bool is_mine, is_theirs;
		int drafts;
	} rows[] = {
		{"mine stands in place of theirs", "m", true, false, 0},
		{"theirs stays, mine is a draft", "t", false, true, 1},
		{"both, to be put together", "b Esc", true, true, 0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct desk_fixture *desk;
		void *own = NULL;

		record_desk_setup(&own);
		desk = own;
		open_second(desk);
		desk_type(desk, "Mine. ");
		another_writes(desk, "Theirs.");
		desk_shows(desk, "saved it meanwhile");
		desk_keys(desk, "Esc");
		desk_shows(desk, "saved this section while you wrote");
		assert_string_equal(kept(desk, "purpose"), "Theirs.");
		desk_keys(desk, rows[i].key);
		if ((strstr(kept(desk, "purpose"), "Mine. ") != NULL) != rows[i].is_mine ||
		    (strstr(kept(desk, "purpose"), "Theirs.") != NULL) != rows[i].is_theirs ||
		    number(desk->file, "SELECT count(*) FROM draft") != rows[i].drafts)
			fail_msg("%s: %s", rows[i].why, kept(desk, "purpose"));
		desk_fixture_teardown(&own);
	}
	(void)state;
}

static void finding_goes_on_from_the_cursor(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_keys(desk, "Ctrl-F");
	desk_type(desk, "CHILD");
	desk_keys(desk, "Enter");
	desk_type(desk, "<1>");
	desk_keys(desk, "Ctrl-N");
	desk_type(desk, "<2>");
	desk_shows(desk, "each <1>child");
	desk_keys(desk, "Ctrl-F Ctrl-U");
	desk_type(desk, "zebra");
	desk_keys(desk, "Enter");
	desk_shows(desk, "\"zebra\" does not stand in this section.");
	desk_keys(desk, "Ctrl-Z Ctrl-Z Esc");
	assert_null(strstr(kept(desk, "purpose"), "<1>"));
}

static void a_slash_is_text(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_type(desk, "1/2 ");
	desk_keys(desk, "Ctrl-S");
	assert_non_null(strstr(kept(desk, "purpose"), "1/2 An initial"));
}

/* Approved while somebody writes in it: what was typed is a draft, not lost. */
static void what_may_not_be_saved_stays_a_draft(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_type(desk, "Late words. ");
	number(desk->file,
	       "UPDATE conference_record SET state = 'approved', approver = 'chair', approved_on = '" FIXTURE_TODAY
	       "'");
	desk_keys(desk, "Esc");
	desk_shows(desk, "was approved and stays as it is");
	desk_keys(desk, "2");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%%Late words.%%'"), 1);
}

/* The next edition has sections of its own: what was typed for the one before can still be read. */
static void a_draft_without_its_section_is_read(void **state)
{
	struct desk_fixture *desk = *state;

	open_second(desk);
	desk_type(desk, "Late words. ");
	tui_headless_turn(desk->tui);
	number(desk->file, "DELETE FROM record_section WHERE key = 'purpose'");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "not in the record any more");
	desk_shows(desk, "Late words. An initial conference");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%%Late words.%%'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECORD_TEST(it_is_saved_on_leaving),
		RECORD_TEST(a_hang_up_loses_nothing),
		RECORD_TEST(another_persons_words_arrive_while_nothing_is_typed),
		cmocka_unit_test(two_who_write_keep_both_texts),
		RECORD_TEST(finding_goes_on_from_the_cursor),
		RECORD_TEST(a_slash_is_text),
		RECORD_TEST(what_may_not_be_saved_stays_a_draft),
		RECORD_TEST(a_draft_without_its_section_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
