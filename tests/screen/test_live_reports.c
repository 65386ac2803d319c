/* Reports at the conference, by hand: in or not, by word of mouth, shared with the family, and what is never shared. */
#include "live_desk.h"

/* The police owe one as well, and one is for professionals only. */
static void reports_ready(struct desk_fixture *desk)
{
	everybody_comes(desk);
	number(desk->file, "UPDATE report SET received_on = '2026-03-31' WHERE invitee_id = %lld",
	       (long long)invitee_called(desk, "DC Hall"));
	number(desk->file,
	       "UPDATE report SET received_on = '2026-03-30', handling = 'professionals_only' WHERE invitee_id = %lld",
	       (long long)invitee_called(desk, "N. Rahman"));
	open_step(desk, "4");
}

static void choose(struct desk_fixture *desk, const char *who)
{
	desk_keys(desk, "/");
	desk_type(desk, who);
	desk_keys(desk, "Enter");
	desk_shows(desk, who);
}

static int64_t readers(struct desk_fixture *desk, const char *name)
{
	return number(
		desk->file,
		"SELECT count(*) FROM report_reader WHERE shared_on IS NOT NULL AND report_id = (SELECT id FROM report"
		" WHERE invitee_id = %lld)",
		(long long)invitee_called(desk, name));
}

static void the_reports_read_well(void **state)
{
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	live_golden(desk, "live-reports-80x24.screen");
}

static void one_key_says_that_the_family_has_had_it(void **state)
{
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	choose(desk, "K. Evans");
	desk_keys(desk, "s");
	live_golden(desk, "live-reports-shared-80x24.screen");
	assert_true(readers(desk, "K. Evans") > 0);
	desk_keys(desk, "s");
	assert_int_equal(readers(desk, "K. Evans"), 0);
}

static void word_of_mouth_is_one_key(void **state)
{
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	choose(desk, "T. Campbell");
	desk_keys(desk, "v");
	desk_shows(desk, "verbal Wed 1 Apr");
	assert_int_equal(number(desk->file, "SELECT is_verbal FROM report WHERE invitee_id = %lld",
				(long long)invitee_called(desk, "T. Campbell")),
			 1);
}

static const struct {
	const char *who, *readers, *sentence;
} never[] = {
	{"DC Hall", "professionals", "A police report is never given to the family."},
	{"N. Rahman", "professionals", "This report is not for the family"},
};

static void what_is_for_professionals_is_named_so_and_never_shared(void **state)
{
	static const char *const keys[] = {"s", "F", "b"};
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
		choose(desk, never[i].who);
		desk_shows(desk, never[i].readers);
		desk_shows_not(desk, "s Shared");
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
			desk_keys(desk, keys[k]);
			desk_shows(desk, never[i].sentence);
		}
		assert_int_equal(readers(desk, never[i].who), 0);
		desk_keys(desk, "Esc");
	}
}

static void enter_opens_the_report_and_comes_back(void **state)
{
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	choose(desk, "K. Evans");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Ashfield School");
	desk_shows_not(desk, "[4 Reports]");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[4 Reports]");
}

static void small_windows_hold_it(void **state)
{
	static const int sizes[][2] = {{18, 60}, {12, 40}, {6, 20}, {3, 12}, {43, 132}};
	struct desk_fixture *desk = *state;

	reports_ready(desk);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 12)
			desk_shows(desk, "> ");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(the_reports_read_well),
		LIVE_TEST(one_key_says_that_the_family_has_had_it),
		LIVE_TEST(word_of_mouth_is_one_key),
		LIVE_TEST(what_is_for_professionals_is_named_so_and_never_shared),
		LIVE_TEST(enter_opens_the_report_and_comes_back),
		LIVE_TEST(small_windows_hold_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
