/* Notes, by hand: the list of headings, the editor, two people at one note, a line that breaks, and what is for
 * professionals only. */
#include "live_desk.h"

#include "casework/restriction.h"

static void notes_ready(struct desk_fixture *desk)
{
	everybody_comes(desk);
	open_step(desk, "5");
}

static int64_t notes_where(struct desk_fixture *desk, const char *sql)
{
	return number(desk->file, "SELECT count(*) FROM live_note WHERE %s", sql);
}

static const char *text_of(struct desk_fixture *desk, const char *heading)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT text FROM live_note WHERE heading = '%s' ORDER BY id LIMIT 1", heading);
	return casework_fixture_text(desk->file, sql);
}

/* Somebody else writes the first heading, for all. */
static void minute_taker_writes(struct desk_fixture *desk, const char *text, int64_t id, int64_t version)
{
	struct casework *other = another_session(desk, "minute");
	struct live_note note = {.id = id,
				 .conference_id = live_conference(desk),
				 .heading = "purpose",
				 .text = text,
				 .version = version};

	MUST(casework_live_note(other, &note, f));
	casework_close(other);
}

static void the_headings_read_well(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "Nana has the children every Friday and comes at once when she is rung.");
	desk_keys(desk, "Enter Enter");
	desk_type(desk, "Second paragraph.");
	live_golden(desk, "live-note-80x24.screen");
	desk_keys(desk, "Esc");
	live_golden(desk, "live-notes-80x24.screen");
	assert_string_equal(text_of(desk, "purpose"),
			    "Nana has the children every Friday and comes at once when she is rung.\n\n"
			    "Second paragraph.");
}

static void each_child_has_a_note_of_its_own(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "/");
	desk_type(desk, "Chidi");
	desk_keys(desk, "Enter Enter");
	desk_shows(desk, "Danger and harm · Chidi");
	desk_shows(desk, "Chidi");
	desk_type(desk, "left alone");
	desk_keys(desk, "Esc");
	assert_int_equal(notes_where(desk,
				     "heading = 'harm' AND text = 'left alone' AND person_id ="
				     " (SELECT id FROM person WHERE given_names = 'Chidi' AND surname = 'Loveridge')"),
			 1);
}

static void typed_text_is_stored_without_asking(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "Nana helps");
	desk_shows(desk, "Stored 5 seconds after the last key");
	assert_int_equal(notes_where(desk, "1"), 0);
	tui_headless_turn(desk->tui); /* five seconds later, and on hang-up */
	assert_string_equal(text_of(desk, "purpose"), "Nana helps");
	desk_shows_not(desk, "Stored 5 seconds");
	desk_type(desk, ".");
	desk_keys(desk, "Ctrl-S");
	assert_string_equal(text_of(desk, "purpose"), "Nana helps.");
	assert_int_equal(notes_where(desk, "version = 2"), 1);
	desk_keys(desk, "Esc");
	assert_int_equal(notes_where(desk, "version = 2"), 1);
}

/* The chair's line breaks; from another machine the conference goes on where it stood. */
static void a_broken_line_loses_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	everybody_comes(desk);
	as_its_chair(desk);
	desk_keys(desk, "L 5 Enter");
	desk_type(desk, "typed before the line broke");
	tui_headless_turn(desk->tui);
	as_its_chair(desk);
	desk_keys(desk, "L");
	desk_shows(desk, "[5 Notes]");
	desk_shows(desk, "typed before the");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

static void what_another_writes_appears_where_nothing_was_typed(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	minute_taker_writes(desk, "Nana has them on Fridays", 0, 0);
	tui_headless_turn(desk->tui);
	desk_shows(desk, "Nana has them on Fridays");
	desk_shows_not(desk, "Not stored");
	desk_keys(desk, "End");
	desk_type(desk, " and Sundays");
	desk_keys(desk, "Esc");
	assert_string_equal(text_of(desk, "purpose"), "Nana has them on Fridays and Sundays");
}

static void two_who_write_one_note_put_their_texts_together(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "What the chair typed");
	minute_taker_writes(desk, "What the minute-taker typed", 0, 0);
	tui_headless_turn(desk->tui);
	desk_shows(desk, "Somebody else wrote this note meanwhile");
	live_golden(desk, "live-note-two-80x24.screen");
	assert_string_equal(text_of(desk, "purpose"), "What the minute-taker typed");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%%the chair typed%%'"), 1);
	desk_keys(desk, "Ctrl-T Ctrl-S");
	assert_string_equal(text_of(desk, "purpose"), "What the chair typed\nWhat the minute-taker typed");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
	desk_keys(desk, "Esc");
	desk_shows(desk, "[5 Notes]");
}

/* Left as it is, it stays a draft; taken up again both texts are there again. */
static void a_text_not_put_together_stays_a_draft(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "What the chair typed");
	minute_taker_writes(desk, "What the minute-taker typed", 0, 0);
	desk_keys(desk, "Esc");
	desk_shows(desk, "Yours is not stored");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[5 Notes]");
	desk_shows(desk, "What the minute-taker");
	desk_restart(desk);
	desk_keys(desk, "D");
	desk_shows(desk, "Note of C-0006: Purpose of the conference");
	desk_keys(desk, "Enter");
	desk_shows(desk, "What the minute-taker typed");
	desk_shows(desk, "What the chair typed");
	tui_headless_turn(desk->tui);
	assert_string_equal(text_of(desk, "purpose"), "What the minute-taker typed");
	desk_keys(desk, "Ctrl-S Esc");
	assert_string_equal(text_of(desk, "purpose"), "What the chair typed");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft"), 0);
}

static void write_restricted(struct desk_fixture *desk)
{
	notes_ready(desk);
	desk_keys(desk, "p Enter");
	desk_type(desk, "Police know of a cannabis farm next door");
	desk_shows(desk, "Professionals only · LIVE");
	desk_shows(desk, "for professionals only");
	desk_keys(desk, "Esc");
}

static void restricted_notes_are_a_list_of_their_own(void **state)
{
	struct desk_fixture *desk = *state;

	write_restricted(desk);
	assert_int_equal(notes_where(desk, "is_restricted = 1 AND text LIKE 'Police know%%'"), 1);
	live_golden(desk, "live-notes-restricted-80x24.screen");
	desk_keys(desk, "p");
	desk_shows_not(desk, "Police know");
	desk_shows(desk, " professionals + family · LIVE");
	desk_keys(desk, "Enter");
	desk_shows_not(desk, "Police know");
	desk_type(desk, "Said to all");
	desk_keys(desk, "Esc");
	assert_int_equal(notes_where(desk, "is_restricted = 0 AND text = 'Said to all'"), 1);
	desk_keys(desk, "p");
	desk_shows(desk, "Police know");
	desk_shows_not(desk, "Said to all");
}

/* Wherever else one goes and comes back from, the list that the family may see comes first. */
static void restricted_notes_do_not_come_back_by_themselves(void **state)
{
	static const char *const ways[] = {"Tab BackTab", "Esc L 5", "6 BackTab"};
	struct desk_fixture *desk = *state;

	write_restricted(desk);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		desk_keys(desk, ways[i]);
		desk_shows(desk, "[5 Notes]");
		desk_shows(desk, "professionals + family · LIVE");
		desk_shows_not(desk, "Police know");
		desk_keys(desk, "p");
		desk_shows(desk, "Police know");
	}
	desk_restart(desk);
	desk_keys(desk, "Y L 5");
	desk_shows_not(desk, "Police know");
}

static void words_are_found_in_a_note(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "one Zoë two");
	desk_keys(desk, "Home Ctrl-F");
	desk_type(desk, "zoe");
	desk_keys(desk, "Enter");
	desk_type(desk, "!");
	assert_non_null(strstr(desk_screen(desk), "one !Zoë two"));
	desk_keys(desk, "Ctrl-F");
	desk_type(desk, "nowhere");
	desk_keys(desk, "Enter");
	desk_shows(desk, "\"nowhere\" does not stand in this note.");
}

static void a_conference_that_is_not_held_is_only_read(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "as it was");
	desk_keys(desk, "Esc");
	number(desk->file, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)live_conference(desk));
	desk_keys(desk, "F5 Enter");
	desk_type(desk, "x");
	desk_shows(desk, "this note can be read only");
	desk_keys(desk, "Backspace Esc");
	desk_shows(desk, "[5 Notes]");
	assert_string_equal(text_of(desk, "purpose"), "as it was");
}

/* Ended by somebody else while it was typed: a draft, and the way out is open. */
static void what_can_no_longer_be_stored_becomes_a_draft(void **state)
{
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "the last words");
	number(desk->file, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)live_conference(desk));
	desk_keys(desk, "Esc");
	desk_shows(desk, "What you typed is kept");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[5 Notes]");
	assert_int_equal(notes_where(desk, "1"), 0);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%%the last words'"), 1);
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "the last words");
	number(desk->file, "UPDATE draft SET subject = replace(subject, 'purpose', 'no_such_heading')");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "the last words");
}

static void manager_closes(struct desk_fixture *desk, int64_t family)
{
	struct restricting why = {.family_id = family,
				  .reason = "An uncle threatens them.",
				  .review_on = date_from_iso("2026-07-01"),
				  .named = "boss"};
	struct casework *boss;

	number(desk->file, "INSERT INTO user_account (login, name, roles) VALUES ('boss', 'boss', %u)",
	       (unsigned)ROLE_BIT(ROLE_MANAGER));
	boss = another_session(desk, "boss");
	MUST(casework_restrict(boss, &why, f));
	casework_close(boss);
}

/* Restricted to others while it was typed: kept with its family, kept from whoever may not see it, offered again after.
 */
static void a_note_of_a_family_that_is_closed_waits_with_it(void **state)
{
	struct desk_fixture *desk = *state;
	int64_t family;

	notes_ready(desk);
	family = family_of(desk->file, live_conference(desk));
	desk_keys(desk, "Enter");
	desk_type(desk, "the last words");
	manager_closes(desk, family);
	tui_headless_turn(desk->tui);
	desk_shows_not(desk, "the last words");
	desk_shows(desk, "Enter goes on.");
	desk_type(desk, "qq");
	desk_shows(desk, "Enter goes on.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM draft WHERE family_id = %lld", (long long)family), 1);
	desk_keys(desk, "Enter D");
	desk_shows_not(desk, "Purpose of the conference");
	number(desk->file, "UPDATE family SET is_restricted = 0; DELETE FROM restriction");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "the last words");
}

static void small_windows_hold_list_and_editor(void **state)
{
	static const int sizes[][2] = {{18, 60}, {12, 40}, {6, 20}, {3, 12}, {43, 132}};
	struct desk_fixture *desk = *state;

	notes_ready(desk);
	desk_keys(desk, "Enter");
	desk_type(desk, "Nana helps");
	minute_taker_writes(desk, "What the minute-taker typed", 0, 0);
	tui_headless_turn(desk->tui);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 12)
			desk_shows(desk, "Nana helps");
	}
	desk_keys(desk, "Ctrl-S Esc");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
	desk_shows(desk, "Nana helps");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(the_headings_read_well),
		LIVE_TEST(each_child_has_a_note_of_its_own),
		LIVE_TEST(typed_text_is_stored_without_asking),
		LIVE_TEST(a_broken_line_loses_nothing),
		LIVE_TEST(what_another_writes_appears_where_nothing_was_typed),
		LIVE_TEST(two_who_write_one_note_put_their_texts_together),
		LIVE_TEST(a_text_not_put_together_stays_a_draft),
		LIVE_TEST(restricted_notes_are_a_list_of_their_own),
		LIVE_TEST(restricted_notes_do_not_come_back_by_themselves),
		LIVE_TEST(words_are_found_in_a_note),
		LIVE_TEST(a_conference_that_is_not_held_is_only_read),
		LIVE_TEST(what_can_no_longer_be_stored_becomes_a_draft),
		LIVE_TEST(a_note_of_a_family_that_is_closed_waits_with_it),
		LIVE_TEST(small_windows_hold_list_and_editor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
