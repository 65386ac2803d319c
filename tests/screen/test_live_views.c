/* Views, by hand: one row a person, one column a child, one letter a view. */
#include "live_desk.h"

#include "casework/people.h"

static void views_ready(struct desk_fixture *desk)
{
	everybody_comes(desk);
	open_step(desk, "6");
}

static int64_t views_where(struct desk_fixture *desk, const char *sql)
{
	return number(desk->file, "SELECT count(*) FROM view WHERE %s", sql);
}

static void the_grid_reads_well_when_views_differ(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "g 4 Down Right g Right n 6 Down Left o 3 Down Left u End n 7 Up Right");
	live_golden(desk, "live-views-80x24.screen");
	assert_int_equal(views_where(desk, "plan = 'yes' AND category = 'NEG'"), 3);
	assert_int_equal(views_where(desk, "plan = 'no'"), 3);
}

static const struct {
	const char *keys, *wanted, *why;
} letters[] = {
	{"y", "plan = 'yes' AND category = ''", "a plan whose category is left open"},
	{"g", "plan = 'yes' AND category = 'NEG'", "a category says the plan as well"},
	{"o", "plan = 'yes' AND category = 'EMO'", "emotional"},
	{"p", "plan = 'yes' AND category = 'PHY'", "physical"},
	{"s", "plan = 'yes' AND category = 'SAB'", "sexual"},
	{"m", "plan = 'yes' AND category = 'MUL'", "multiple"},
	{"g y", "plan = 'yes' AND category = 'NEG'", "the category stays when the plan is said again"},
	{"g n", "plan = 'no' AND category = ''", "no plan has no category"},
	{"g u", "plan = 'unsure' AND category = ''", "nor has doubt"},
	{"0", "scale = 0", "the least of the scale is not nothing"},
	{"1 0", "scale = 10", "ten is typed as ten"},
	{"1 0 0", "scale = 0", "and mended by what it should be"},
	{"2 0", "scale = 0", "no other digit joins"},
	{"1 Down Up 0", "scale = 0", "nor does a one that was left"},
	{"1 g 0", "scale = 0 AND category = 'NEG'", "nor one with something said between"},
	{"r", "at_risk = 'yes'", "still at risk"},
	{"r r", "at_risk = 'no'", "not at risk"},
	{"r r r", "at_risk = 'unsure'", "unsure whether at risk"},
	{"r r r r", "at_risk = ''", "not asked after all"},
	{"g 4 r Backspace", "plan = '' AND category = '' AND at_risk = '' AND scale IS NULL", "taken back"},
};

static void each_key_writes_what_it_says_for_every_child(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		desk_keys(desk, "Home");
		desk_keys(desk, letters[i].keys);
		if (views_where(desk, letters[i].wanted) != 2)
			fail_msg("%s (%s): %lld views\n%s", letters[i].keys, letters[i].why,
				 (long long)views_where(desk, letters[i].wanted), desk_screen(desk));
		desk_keys(desk, "Backspace");
	}
}

static void a_category_and_a_scale_are_read_beneath(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "g 4 r");
	desk_shows(desk, "All children: plan NEG · at risk: yes · 4 of 10");
	desk_keys(desk, "Right n");
	desk_shows(desk, "Chidi 12: no plan · at risk: yes · 4 of 10");
}

/* One letter for all leaves alone what is each child's own. */
static void all_children_keep_what_is_their_own(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "Right 3 e");
	desk_type(desk, "hungry at school");
	desk_keys(desk, "Enter Right 7 Right o");
	assert_int_equal(views_where(desk, "category = 'EMO' AND scale = 3 AND why = 'hungry at school'"), 1);
	assert_int_equal(views_where(desk, "category = 'EMO' AND scale = 7 AND why = ''"), 1);
	desk_shows(desk, "plan EMO   plan EMO   3-7");
	desk_keys(desk, "Right =");
	assert_int_equal(views_where(desk, "category = 'EMO' AND scale = 3 AND why = 'hungry at school'"), 2);
}

static void dissent_is_written_with_its_words_and_taken_back(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "n Right Right x");
	desk_type(desk, "harm has not stopped");
	desk_keys(desk, "Enter");
	assert_int_equal(views_where(desk, "is_dissent = 1 AND dissent_words = 'harm has not stopped'"), 1);
	desk_shows(desk, "disagrees: harm has not stopped");
	desk_keys(desk, "Right");
	desk_shows(desk, "some");
	desk_keys(desk, "Left x Ctrl-U Enter");
	assert_int_equal(views_where(desk, "is_dissent = 1"), 0);
	desk_keys(desk, "x Esc");
	assert_int_equal(views_where(desk, "is_dissent = 1"), 0);
}

/* A sentence is never lost to one key: neither to Backspace nor to words for all over those of one child. */
static void words_said_of_one_child_stay(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "g 4 Right e");
	desk_type(desk, "hungry at school");
	desk_keys(desk, "Enter Backspace");
	assert_int_equal(views_where(desk, "plan = '' AND scale IS NULL AND why = 'hungry at school'"), 1);
	desk_keys(desk, "Left e");
	desk_shows(desk, "The words differ from child to child");
	desk_keys(desk, "Backspace");
	assert_int_equal(views_where(desk, "plan = ''"), 2);
	assert_int_equal(views_where(desk, "why = 'hungry at school'"), 1);
}

/* Twelve people, three children: a letter each when the siblings are seen alike, a digit for the scale. */
static void twelve_people_and_three_children_take_few_keys(void **state)
{
	static const char *const more[] = {"A. Bello", "B. Novak", "C. Singh", "D. Kaya", "E. Odum", "F. Murphy"};
	struct desk_fixture *desk = *state;
	int keys = 0;

	another_child(desk, "Zoë", "2024-01-09");
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		another_comes(desk, more[i] + 3, "health", more[i]);
	views_ready(desk);
	for (int person = 0; person < 12; person++) {
		desk_keys(desk, person ? "Down g 5" : "g 5");
		keys += person ? 3 : 2;
	}
	assert_int_equal(views_where(desk, "category = 'NEG' AND scale = 5"), 36);
	assert_true(keys <= 35);
	desk_keys(desk, "Home Right n Right u Right p");
	assert_int_equal(views_where(desk, "category = 'PHY' OR plan IN ('no', 'unsure')"), 3);
}

static void a_view_repaints_its_row_alone(void **state)
{
	struct desk_fixture *desk = *state;
	char *before;

	views_ready(desk);
	desk_keys(desk, "g");
	before = strdup(desk_screen(desk));
	desk_keys(desk, "o");
	assert_int_equal(rows_changed(before, desk_screen(desk), 3, 20), 1);
	free(before);
	before = strdup(desk_screen(desk));
	desk_keys(desk, "Right");
	assert_true(rows_changed(before, desk_screen(desk), 3, 20) <= 2);
	free(before);
}

static const struct {
	int rows, columns;
	const char *golden;
} sizes[] = {
	{24, 80, "live-views-six-80x24.screen"},
	{18, 60, "live-views-six-60x18.screen"},
	{12, 40, "live-views-six-40x12.screen"},
};

static void six_children_scroll_sideways(void **state)
{
	static const char *const born[][2] = {
		{"Kai", "2013-02-01"}, {"Skye", "2016-06-01"}, {"Leo", "2019-09-01"}, {"Zoë", "2024-01-09"}};
	struct desk_fixture *desk = *state;

	for (size_t i = 0; i < sizeof born / sizeof *born; i++)
		another_child(desk, born[i][0], born[i][1]);
	views_ready(desk);
	desk_keys(desk, "g 4 Right Right Right Right Right n");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i].rows, sizes[i].columns);
		live_golden(desk, sizes[i].golden);
	}
	desk_keys(desk, "Right Right");
	tui_headless_resize(desk->tui, 24, 80);
	desk_shows(desk, "[Kai 13]");
}

static void what_another_wrote_meanwhile_is_shown_and_kept(void **state)
{
	struct desk_fixture *desk = *state;
	struct casework *other;
	struct view view = view_blank();

	views_ready(desk);
	other = another_session(desk, "minute");
	view.conference_id = live_conference(desk);
	view.invitee_id = invitee_called(desk, "K. Evans");
	view.person_id = number(desk->file, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
				(long long)view.conference_id);
	view.plan = OPINION_YES;
	view.category = CATEGORY_SEXUAL;
	MUST(casework_live_view(other, &view, f));
	casework_close(other);
	/* The change is seen before the key is acted on: the key is written over nothing unseen. */
	desk_keys(desk, "4");
	desk_shows(desk, "plan SAB");
	assert_int_equal(views_where(desk, "category = 'SAB'"), 1);
	assert_int_equal(views_where(desk, "category = 'SAB' AND scale = 4"), 1);
}

static void another_disagrees(struct desk_fixture *desk, const char *words)
{
	struct casework *other = another_session(desk, "minute");
	struct view view = view_blank();

	view.conference_id = live_conference(desk);
	view.invitee_id = invitee_called(desk, "K. Evans");
	view.person_id = number(desk->file, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
				(long long)view.conference_id);
	view.is_dissent = true;
	view.dissent_words = words;
	MUST(casework_live_view(other, &view, f));
	casework_close(other);
}

/* Another person writes while the question is open: their words are not written over unseen, and one's own stay. */
static void words_asked_for_are_not_written_over_anothers(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "x");
	desk_type(desk, "Neglect is not shown.");
	another_disagrees(desk, "Wanted a plan.");
	desk_keys(desk, "Enter");
	assert_int_equal(views_where(desk, "dissent_words = 'Wanted a plan.'"), 1);
	desk_shows(desk, "[Neglect is not shown.");
	desk_shows(desk, "Error: minute at ");
	desk_keys(desk, "Enter");
	assert_int_equal(views_where(desk, "dissent_words = 'Neglect is not shown.'"), 2);
}

/* Who leaves theirs in place has not thrown away their own. */
static void words_another_came_before_are_kept_when_they_are_left(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "x");
	desk_type(desk, "Neglect is not shown.");
	another_disagrees(desk, "Wanted a plan.");
	desk_keys(desk, "Enter Esc");
	desk_shows(desk, "What you typed is kept: Drafts shows it.");
	assert_int_equal(views_where(desk, "dissent_words = 'Wanted a plan.'"), 1);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE 'Neglect is not shown.%%'"),
			 1);
}

/* The view is that of who spoke: a deputy is not written down under the name of whom they came for. */
static void a_deputy_stands_in_the_grid_by_name(void **state)
{
	struct desk_fixture *desk = *state;
	int64_t id = invitee_called(desk, "K. Evans");

	everybody_comes(desk);
	number(desk->file, "UPDATE attendance SET state = 'deputy', deputy = 'Zoe Bell' WHERE invitee_id = %lld",
	       (long long)id);
	open_step(desk, "6");
	desk_shows(desk, "Zoe Bell for K. Eva");
}

static void letters_of_a_filter_are_no_views(void **state)
{
	struct desk_fixture *desk = *state;

	views_ready(desk);
	desk_keys(desk, "/");
	desk_type(desk, "school");
	desk_keys(desk, "Enter");
	assert_int_equal(views_where(desk, "1"), 0);
	desk_shows(desk, "K. Evans, Ashfield School");
	desk_shows_not(desk, "T. Campbell");
}

/* A name is cut only where the terminal has no room for it. */
static void names_are_whole_where_there_is_room(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file, "UPDATE person SET given_names = 'Temperance-Rosamund' WHERE given_names = 'Ada'");
	views_ready(desk);
	desk_shows_not(desk, "[Temperance-Rosamund 6]");
	tui_headless_resize(desk->tui, 43, 132);
	desk_shows(desk, "[Temperance-Rosamund 6]");
	desk_keys(desk, "Tab"); /* what is decided */
	desk_shows(desk, "] Temperance-Rosamund Loveridge ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(the_grid_reads_well_when_views_differ),
		LIVE_TEST(names_are_whole_where_there_is_room),
		LIVE_TEST(each_key_writes_what_it_says_for_every_child),
		LIVE_TEST(a_category_and_a_scale_are_read_beneath),
		LIVE_TEST(all_children_keep_what_is_their_own),
		LIVE_TEST(dissent_is_written_with_its_words_and_taken_back),
		LIVE_TEST(words_said_of_one_child_stay),
		LIVE_TEST(twelve_people_and_three_children_take_few_keys),
		LIVE_TEST(a_view_repaints_its_row_alone),
		LIVE_TEST(six_children_scroll_sideways),
		LIVE_TEST(what_another_wrote_meanwhile_is_shown_and_kept),
		LIVE_TEST(words_asked_for_are_not_written_over_anothers),
		LIVE_TEST(words_another_came_before_are_kept_when_they_are_left),
		LIVE_TEST(a_deputy_stands_in_the_grid_by_name),
		LIVE_TEST(letters_of_a_filter_are_no_views),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
