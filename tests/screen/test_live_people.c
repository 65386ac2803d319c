/* Who is there, by hand: one key each, deputies, times, whoever was not on the list, and the quorum. */
#include "live_desk.h"

static int64_t said(struct desk_fixture *desk, const char *name, const char *sql)
{
	return number(desk->file, "SELECT count(*) FROM attendance WHERE invitee_id = %lld AND %s",
		      (long long)invitee_called(desk, name), sql);
}

static void choose(struct desk_fixture *desk, const char *who)
{
	desk_keys(desk, "/");
	desk_type(desk, who);
	desk_keys(desk, "Enter");
	desk_shows(desk, who);
}

static void who_is_there_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	attends(desk, "DC Hall", ATTENDANCE_APOLOGIES);
	open_step(desk, "3");
	live_golden(desk, "live-people-80x24.screen");
}

/* Word by word: where the rows break does not matter, that one is missing does. */
static void shows_all_of(struct desk_fixture *desk, const char *sentence)
{
	char *screen = arena_text(&desk->file->mem, desk_screen(desk));
	const char *at = strstr(screen, "Quorum for");
	char *words = arena_text(&desk->file->mem, sentence), *rest;

	if (!at)
		fail_msg("no quorum\n%s", screen);
	for (const char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		const char *found = strstr(at, word);

		if (!found)
			fail_msg("%s is cut\n%s", word, screen);
		at = found + strlen(word);
	}
}

static void the_quorum_is_never_cut(void **state)
{
	static const char *const agencies[][3] = {
		{"Northgate Community Mental Health Team", "health", "A. Bello"},
		{"St Winefride's Roman Catholic Primary School", "education", "B. Novak"},
		{"Harbour Street Substance Misuse Service", "substance", "C. Singh"},
		{"Northgate Independent Domestic Abuse Service", "domestic_abuse", "D. Kaya"},
		{"Probation Service, North East Region", "probation", "E. Odum"},
	};
	static const int sizes[][2] = {{43, 132}, {24, 80}};
	struct desk_fixture *desk = *state;
	struct live_page page;

	everybody_comes(desk);
	for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
		another_comes(desk, agencies[i][0], agencies[i][1], agencies[i][2]);
	open_step(desk, "3");
	MUST(casework_live_again(desk->file->cw, live_conference(desk), &desk->file->mem, &page, f));
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
		shows_all_of(desk, page.quorum_line);
		desk_shows(desk, "Amelia");
	}
	live_golden(desk, "live-people-many-80x24.screen");
	tui_headless_resize(desk->tui, 24, 60); /* no room for the names: whether there is one is said all the same */
	desk_shows(desk, "quorate for both children");
	number(desk->file, "DELETE FROM attendance WHERE invitee_id IN (SELECT i.id FROM invitee AS i JOIN contact AS c"
			   " ON c.id = i.contact_id WHERE c.name = 'T. Campbell')");
	desk_keys(desk, "2 3");
	desk_shows(desk, "No quorum · both children: social care");
}

static const struct {
	const char *key, *state;
} keys[] = {
	{"r", "room"}, {"v", "video"}, {"t", "telephone"}, {"a", "apologies"}, {"n", "absent"}, {"x", "excluded"},
};

static void each_key_says_how_somebody_is_there(void **state)
{
	struct desk_fixture *desk = *state;
	char sql[60];

	open_step(desk, "3");
	choose(desk, "K. Evans");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		desk_keys(desk, keys[i].key);
		snprintf(sql, sizeof sql, "state = '%s'", keys[i].state);
		if (said(desk, "K. Evans", sql) != 1)
			fail_msg("%s is not %s\n%s", keys[i].key, keys[i].state, desk_screen(desk));
	}
	desk_keys(desk, "u");
	assert_int_equal(said(desk, "K. Evans", "state <> ''"), 0);
}

static void twelve_people_take_at_most_fifteen_keys(void **state)
{
	static const char *const more[] = {"A. Bello", "B. Novak", "C. Singh", "D. Kaya", "E. Odum"};
	struct desk_fixture *desk = *state;
	int64_t there = number(desk->file, "SELECT count(*) FROM invitee WHERE conference_id = %lld",
			       (long long)live_conference(desk));
	int pressed = 0;

	for (size_t i = 0; there < 12; i++, there++)
		a_professional(desk->file, live_conference(desk), more[i] + 3, "health", more[i]);
	open_step(desk, "3");
	for (int person = 0; person < 12; person++, pressed++)
		desk_keys(desk, person % 4 == 1 ? "v" : person % 4 == 2 ? "a" : "r");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM attendance WHERE state <> ''"), 12);
	assert_true(pressed <= 15);
}

/* The one who was announced is offered. */
static void a_deputy_is_named(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "3");
	choose(desk, "K. Evans");
	desk_keys(desk, "d");
	desk_shows(desk, "Who came instead?");
	desk_shows(desk, "L. Wood");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "K. Evans", "state = 'deputy' AND deputy = 'L. Wood'"), 1);
	desk_shows(desk, "deputy L. Wood");
	desk_keys(desk, "Esc");
	choose(desk, "DC Hall");
	desk_keys(desk, "d Enter");
	desk_shows(desk, "Name who came in place of DC Hall.");
	assert_int_equal(said(desk, "DC Hall", "state = 'deputy'"), 0);
}

static void coming_late_and_leaving_are_times(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "3");
	choose(desk, "N. Rahman");
	desk_keys(desk, "l");
	desk_shows(desk, "is not said to be there yet");
	desk_keys(desk, "v c");
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "10:20");
	desk_keys(desk, "Enter l Ctrl-U");
	desk_type(desk, "nonsense");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "N. Rahman", "left_at IS NOT NULL"), 0);
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "11:05");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "N. Rahman", "came_at = 620 AND left_at = 665"), 1);
	desk_shows(desk, "10:20-11:05");
	desk_keys(desk, "l Ctrl-U Enter");
	assert_int_equal(said(desk, "N. Rahman", "came_at = 620 AND left_at IS NULL"), 1);
}

static void words_beside_somebody_are_kept(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "3");
	choose(desk, "Amelia");
	desk_keys(desk, "r e");
	desk_type(desk, "with her sister");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "Amelia", "state = 'room' AND note = 'with her sister'"), 1);
}

static void a_note_another_wrote_meanwhile_is_shown_first(void **state)
{
	struct desk_fixture *desk = *state;
	struct casework *other;
	struct attendance one = attendance_blank();

	open_step(desk, "3");
	choose(desk, "Amelia");
	desk_keys(desk, "r e");
	desk_type(desk, "with her sister");
	other = another_session(desk, "minute");
	one.conference_id = live_conference(desk);
	one.invitee_id = invitee_called(desk, "Amelia");
	one.state = ATTENDANCE_ROOM;
	one.note = "leaves at noon";
	one.version = number(desk->file, "SELECT version FROM attendance WHERE invitee_id = %lld",
			     (long long)one.invitee_id);
	MUST(casework_live_attend(other, &one, f));
	casework_close(other);
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "Amelia", "note = 'leaves at noon'"), 1);
	desk_shows(desk, "[with her sister");
	desk_shows(desk, "Error: minute at ");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "Amelia", "note = 'with her sister'"), 1);
}

static void how_a_child_took_part_is_not_said_over_anothers(void **state)
{
	struct desk_fixture *desk = *state;
	struct live_page page;
	struct child_decision decision;
	struct casework *other;
	struct arena mem = {0};

	number(desk->file,
	       "INSERT INTO invitee (conference_id, person_id, capacity, method) SELECT conference_id, person_id,"
	       " 'child', 'in_person' FROM conference_child WHERE conference_id = %lld ORDER BY person_id LIMIT 1",
	       (long long)live_conference(desk));
	open_step(desk, "3");
	choose(desk, "Ada");
	desk_keys(desk, "p");
	other = another_session(desk, "minute");
	MUST(casework_live(other, live_conference(desk), &mem, &page, f));
	assert_string_equal(page.children.items[1].person.given_names, "Ada");
	decision = page.children.items[1].decision;
	decision.participation = PARTICIPATION_PN1;
	MUST(casework_live_participation(other, &decision, f));
	arena_finish(&mem);
	casework_close(other);
	desk_keys(desk, "6");
	desk_shows(desk, "Another person changed");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM child_decision WHERE participation = 'PN1'"), 1);
}

static void somebody_excluded_is_there_only_with_a_reason(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file, "UPDATE invitee SET exclusion = 'whole', exclusion_reason = 'conflict' WHERE id = %lld",
	       (long long)invitee_called(desk, "Tommy"));
	open_step(desk, "3");
	choose(desk, "Tommy");
	desk_keys(desk, "r");
	desk_shows(desk, "Why are they there all the same?");
	desk_keys(desk, "Esc");
	assert_int_equal(said(desk, "Tommy", "state = 'room'"), 0);
	desk_keys(desk, "r");
	desk_type(desk, "the chair let him hear the decision");
	desk_keys(desk, "Enter");
	assert_int_equal(said(desk, "Tommy", "state = 'room' AND note LIKE 'the chair let%%'"), 1);
}

static void the_quorum_follows_each_key(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "3");
	desk_shows(desk, "Quorum for both children");
	desk_shows_not(desk, ": quorate");
	everybody_comes(desk);
	tui_headless_turn(desk->tui);
	desk_keys(desk, "F5");
	desk_shows(desk, ": quorate");
	choose(desk, "T. Campbell");
	desk_keys(desk, "a");
	desk_shows(desk, ": needs");
	desk_shows_not(desk, ": quorate");
}

static void somebody_who_was_not_on_the_list_is_added(void **state)
{
	struct desk_fixture *desk = *state;
	int64_t before = number(desk->file, "SELECT count(*) FROM invitee WHERE conference_id = %lld",
				(long long)live_conference(desk));

	open_step(desk, "3");
	desk_keys(desk, "+");
	desk_type(desk, "Tomasz Campbell");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Add to the list");
	desk_keys(desk, "Ctrl-S");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM invitee WHERE conference_id = %lld",
				(long long)live_conference(desk)),
			 before + 1);
	desk_shows(desk, "> Tomasz Campbell");
	desk_keys(desk, "r");
	assert_int_equal(said(desk, "Tomasz Campbell", "state = 'room'"), 1);
}

static void a_tick_repaints_few_rows(void **state)
{
	struct desk_fixture *desk = *state;
	char *before;

	everybody_comes(desk);
	open_step(desk, "3");
	desk_keys(desk, "Home");
	before = strdup(desk_screen(desk));
	desk_keys(desk, "v");
	assert_true(rows_changed(before, desk_screen(desk), 3, 20) <= 2);
	free(before);
}

static void letters_of_a_filter_say_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "3");
	desk_keys(desk, "/");
	desk_type(desk, "rvtanx");
	desk_keys(desk, "Esc");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM attendance WHERE state <> ''"), 0);
}

static void small_windows_hold_it(void **state)
{
	static const int sizes[][2] = {{18, 60}, {12, 40}, {6, 20}, {3, 12}, {43, 132}};
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	open_step(desk, "3");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 12)
			desk_shows(desk, "> ");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(who_is_there_reads_well),
		LIVE_TEST(the_quorum_is_never_cut),
		LIVE_TEST(each_key_says_how_somebody_is_there),
		LIVE_TEST(twelve_people_take_at_most_fifteen_keys),
		LIVE_TEST(a_deputy_is_named),
		LIVE_TEST(how_a_child_took_part_is_not_said_over_anothers),
		LIVE_TEST(a_note_another_wrote_meanwhile_is_shown_first),
		LIVE_TEST(coming_late_and_leaving_are_times),
		LIVE_TEST(words_beside_somebody_are_kept),
		LIVE_TEST(somebody_excluded_is_there_only_with_a_reason),
		LIVE_TEST(the_quorum_follows_each_key),
		LIVE_TEST(somebody_who_was_not_on_the_list_is_added),
		LIVE_TEST(a_tick_repaints_few_rows),
		LIVE_TEST(letters_of_a_filter_say_nothing),
		LIVE_TEST(small_windows_hold_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
