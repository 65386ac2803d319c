/* Who is there: one row at a time, the quorum as they come and go, people nobody had on the list. */
#include "live_steps.h"

static void attendance_is_checked_by_field(void **state)
{
	static const struct {
		const char *why, *field, *words;
		enum attendance_state state;
		int came_at, left_at;
		const char *deputy, *note;
		bool excluded;
	} rows[] = {
		{"no such state", "state", "Choose how", ATTENDANCE_COUNT, -1, -1, "", "", false},
		{"a deputy has a name", "deputy", "Name who came in place of K. Evans", ATTENDANCE_DEPUTY, -1, -1, " ",
		 "", false},
		{"after midnight", "came_at", "a time of the day", ATTENDANCE_ROOM, 1440, -1, "", "", false},
		{"before the day", "left_at", "a time of the day", ATTENDANCE_ROOM, -1, -2, "", "", false},
		{"left, then came", "left_at", "Nobody leaves before", ATTENDANCE_ROOM, 600, 599, "", "", false},
		{"excluded, no reason", "note", "excluded from all of it", ATTENDANCE_VIDEO, -1, -1, "", " ", true},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct attendance one = attends(&d, d.school, rows[i].state);

		one.came_at = rows[i].came_at;
		one.left_at = rows[i].left_at;
		one.deputy = rows[i].deputy;
		one.note = rows[i].note;
		number(fixture, "UPDATE invitee SET exclusion = '%s' WHERE id = %lld",
		       rows[i].excluded ? "whole" : "none", (long long)d.school);
		REFUSED(casework_live_attend(fixture->cw, &one, f), rows[i].field, rows[i].words);
		if (rows[i].excluded) {
			one.note = "the child asked for her";
			MUST(casework_live_attend(fixture->cw, &one, f));
		}
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM attendance"), 1);
}

static void what_is_said_of_them_reads_short(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct attendance one = attends(&d, d.police, ATTENDANCE_DEPUTY);
	struct live_page page;

	one.deputy = "DC Osei";
	one.came_at = 14 * 60;
	one.left_at = 14 * 60 + 20;
	MUST(casework_live_attend(fixture->cw, &one, f));
	page = live_now(fixture, d.id);
	assert_string_equal(person_at(&page, d.police)->note, "deputy DC Osei · 14:00-14:20");
	assert_true(person_at(&page, d.police)->is_present && person_at(&page, d.police)->gives_view);
	one.state = ATTENDANCE_ABSENT; /* times and deputy go with it */
	MUST(casework_live_attend(fixture->cw, &one, f));
	page = live_now(fixture, d.id);
	assert_string_equal(person_at(&page, d.police)->note, "");
	assert_string_equal(person_at(&page, d.police)->who, "DC Shaw, Northgate Police");
	assert_true(person_at(&page, d.mother)->is_family && !person_at(&page, d.mother)->gives_view);
}

/* Live: whoever comes counts, whoever has left does not, and who comes at a minute to midnight is not there yet. */
static void the_quorum_follows_who_comes_and_goes(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	const struct {
		const char *why, *words;
		int64_t who;
		enum attendance_state state;
		int came_at, left_at;
		bool quorate;
	} rows[] = {
		{"the family does not count", "all 3 children: social care and 2 more agencies", d.mother,
		 ATTENDANCE_ROOM, -1, -1, false},
		{"social care", "all 3 children: 2 more agencies", d.worker, ATTENDANCE_ROOM, -1, -1, false},
		{"a school by video", "all 3 children: one more agency", d.school, ATTENDANCE_VIDEO, -1, -1, false},
		{"apologies are no presence", "all 3 children: one more agency", d.nurse, ATTENDANCE_APOLOGIES, -1, -1,
		 false},
		{"the nurse comes after all", "quorate for all 3 children", d.nurse, ATTENDANCE_TELEPHONE, -1, -1,
		 true},
		{"the school has left", "all 3 children: one more agency", d.school, ATTENDANCE_VIDEO, -1, 0, false},
		{"and is back", "quorate for all 3 children", d.school, ATTENDANCE_VIDEO, -1, -1, true},
		{"social care left", "all 3 children: social care", d.worker, ATTENDANCE_ABSENT, -1, -1, false},
	};
	int64_t versions[64] = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct attendance one = attends(&d, rows[i].who, rows[i].state);
		struct live_page page;

		assert_in_range(rows[i].who, 1, 63);
		one.came_at = rows[i].came_at;
		one.left_at = rows[i].left_at;
		one.version = versions[rows[i].who];
		MUST(casework_live_attend(fixture->cw, &one, f));
		versions[rows[i].who] = one.version;
		MUST(casework_live_again(fixture->cw, d.id, &fixture->mem, &page, f));
		if (strcmp(page.quorum_words, rows[i].words) != 0 || page.is_quorate != rows[i].quorate)
			fail_msg("%s: %s", rows[i].why, page.quorum_words);
	}
	assert_int_equal(casework_fixture_audited(fixture, "live.look"), 0); /* what is open is not looked at anew */
}

/* The chair ticks, the minute-taker ticks another: both see both; the same one twice is told to the second. */
static void two_people_in_one_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct casework *taker;
	struct attendance by_chair = attends(&d, d.worker, ATTENDANCE_ROOM);
	struct attendance by_taker = attends(&d, d.school, ATTENDANCE_VIDEO);
	struct attendance late = attends(&d, d.worker, ATTENDANCE_ABSENT);
	struct live_page page;

	casework_fixture_open_as(fixture, "minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	as_chair(fixture);
	taker = second_session(fixture, "minutes");
	MUST(casework_live_attend(fixture->cw, &by_chair, f));
	MUST(casework_live_attend(taker, &by_taker, f));
	CONFLICTS(casework_live_attend(taker, &late, f));
	assert_int_equal(late.version, 0);
	assert_int_equal(late.state, ATTENDANCE_ABSENT);
	page = live_now(fixture, d.id);
	assert_int_equal(person_at(&page, d.worker)->attendance.state, ATTENDANCE_ROOM);
	assert_int_equal(person_at(&page, d.school)->attendance.state, ATTENDANCE_VIDEO);
	assert_string_equal(page.also_here, "minutes");
	late.version = person_at(&page, d.worker)->attendance.version;
	MUST(casework_live_attend(taker, &late, f)); /* seen, and changed */
	by_chair.state = ATTENDANCE_VIDEO;
	CONFLICTS(casework_live_attend(fixture->cw, &by_chair, f));
	assert_int_equal(casework_fixture_audited(fixture, "live.attend"), 3);
	assert_true(casework_is_at_rest(fixture->cw) && casework_is_at_rest(taker));
	casework_close(taker);
}

static void whoever_is_there_unasked_is_put_on_the_list(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct invitee aunt = typed(CAPACITY_SUPPORTER, "Joy Bell"), again = aunt;
	struct live_page page;

	MUST(casework_live_add_person(fixture->cw, d.id, &aunt, ATTENDANCE_ROOM, f));
	REFUSED(casework_live_add_person(fixture->cw, d.id, &again, ATTENDANCE_ROOM, f), "name", "on the list already");
	page = live_now(fixture, d.id);
	assert_int_equal(person_at(&page, aunt.id)->attendance.state, ATTENDANCE_ROOM);
	again = typed(CAPACITY_SUPPORTER, "Di Poe");
	REFUSED(casework_live_add_person(fixture->cw, d.id, &again, ATTENDANCE_DEPUTY, f), "deputy", "Name who");
	assert_int_equal(again.id, 0); /* both or neither */
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE name = 'Di Poe'"), 0);
}

static void nobody_of_another_conference_is_there(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct attendance one = attends(&d, 999, ATTENDANCE_ROOM);

	REFUSED(casework_live_attend(fixture->cw, &one, f), "", "not on the list of C-0001");
	one = attends(&d, d.school, ATTENDANCE_ROOM);
	number(fixture, "UPDATE invitee SET is_withdrawn = 1 WHERE id = %lld", (long long)d.school);
	REFUSED(casework_live_attend(fixture->cw, &one, f), "", "not on the list of C-0001");
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_live_attend(fixture->cw, &one, f), "", "is over");
}

static int64_t version_of(const struct casework_fixture *fixture, int64_t invitee)
{
	return number(fixture, "SELECT version FROM invitee WHERE id = %lld", (long long)invitee);
}

/* Off the list, what they said would be in no record, and they would get no letter. */
static void who_took_part_stays_on_the_list(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct attendance one = attends(&d, d.school, ATTENDANCE_ROOM);
	struct view view = view_blank();

	MUST(casework_live_attend(fixture->cw, &one, f));
	REFUSED(casework_invitee_remove(fixture->cw, d.school, version_of(fixture, d.school), "not ours", f), "",
		"K. Evans took part in this conference");
	view.conference_id = d.id;
	view.invitee_id = d.nurse;
	view.person_id = d.ada;
	view.why = "by telephone before it began";
	MUST(casework_live_view(fixture->cw, &view, f));
	REFUSED(casework_invitee_remove(fixture->cw, d.nurse, version_of(fixture, d.nurse), "not ours", f), "",
		"P. Achebe took part");
	one.state = ATTENDANCE_NONE;
	MUST(casework_live_attend(fixture->cw, &one, f));
	MUST(casework_invitee_remove(fixture->cw, d.school, version_of(fixture, d.school), "not ours", f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(attendance_is_checked_by_field),
		TEST(what_is_said_of_them_reads_short),
		TEST(the_quorum_follows_who_comes_and_goes),
		TEST(two_people_in_one_conference),
		TEST(whoever_is_there_unasked_is_put_on_the_list),
		TEST(nobody_of_another_conference_is_there),
		TEST(who_took_part_stays_on_the_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
