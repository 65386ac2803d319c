/* Beginning a conference: on its day or with a reason, who is marked excluded, another chair, where it stands. */
#include "live_steps.h"

static void set_day(struct casework_fixture *fixture, const struct live_day *d, const char *day)
{
	number(fixture, "UPDATE conference SET held_on = '%s' WHERE id = %lld", day, (long long)d->id);
}

static void it_starts_on_its_day_and_later_with_a_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_live_day(fixture);
	struct run_mark early = {.conference_id = d.id, .item = RUN_ITEM_WELCOME, .answer = OPINION_YES};
	struct live_page page;

	REFUSED(casework_live_mark(fixture->cw, &early, f), "", "has not begun: start it first");
	set_day(fixture, &d, "2026-04-02");
	REFUSED(casework_live_start(fixture->cw, d.id, "in a hurry", f), "", "move it to today first");
	set_day(fixture, &d, "2026-03-31");
	REFUSED(casework_live_start(fixture->cw, d.id, " ", f), "reason", "say why it is entered only now");
	MUST(casework_live_start(fixture->cw, d.id, "the line was down", f));
	REFUSED(casework_live_start(fixture->cw, d.id, "again", f), "", "in progress");
	page = live_now(fixture, d.id);
	assert_int_equal(page.conference.state, STATE_IN_PROGRESS);
	assert_true(page.state.started_at > 0 && page.state.version == 1);
	assert_string_equal(page.state.format, note_format_token(casework_policy(fixture->cw)->note_format));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'start' AND reason ="
					 " 'the line was down'"),
			 1);
	assert_int_equal(casework_fixture_audited(fixture, "live.start"), 1);
}

static void whoever_is_excluded_is_marked_so(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_live_day(fixture);
	struct live_page page;

	number(fixture, "UPDATE invitee SET exclusion = 'whole', other_way = 'by letter' WHERE id = %lld",
	       (long long)d.mother);
	number(fixture, "UPDATE invitee SET exclusion = 'part', exclusion_part = 'health' WHERE id = %lld",
	       (long long)d.police);
	MUST(casework_live_start(fixture->cw, d.id, NULL, f));
	page = live_now(fixture, d.id);
	assert_int_equal(person_at(&page, d.mother)->attendance.state, ATTENDANCE_EXCLUDED);
	assert_string_equal(person_at(&page, d.mother)->note, "excluded: whole · views: by letter");
	assert_int_equal(person_at(&page, d.police)->attendance.state, ATTENDANCE_NONE);
	assert_int_equal(number(fixture, "SELECT count(*) FROM attendance"), 1);
}

/* The old chair's right to decide ends with it, the new one's begins. */
static void another_chair_takes_over(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	int64_t taker = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'chair' AND is_active");
	int64_t old = number(fixture, "SELECT chair_id FROM conference WHERE id = %lld", (long long)d.id);
	int64_t room = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'room'");

	REFUSED(casework_live_take_over(fixture->cw, d.id, old, room, "ill", f), "chair", "Choose the chair");
	REFUSED(casework_live_take_over(fixture->cw, d.id, old, old, "ill", f), "chair", "chairs C-0001 already");
	REFUSED(casework_live_take_over(fixture->cw, d.id, old, taker, " ", f), "why", "Say why");
	REFUSED(casework_live_take_over(fixture->cw, d.id, room, taker, "ill", f), "", "C. Hair chairs C-0001 by now");
	as_chair(fixture);
	assert_true(live_now(fixture, d.id).is_mine);
	MUST(casework_live_take_over(fixture->cw, d.id, old, taker, "C. Hair is ill", f));
	assert_false(live_now(fixture, d.id).is_mine);
	assert_false(casework_live_step(fixture->cw, d.id, RUN_NOTES, NULL));
	assert_int_equal(number(fixture, "SELECT chair_id FROM conference WHERE id = %lld", (long long)d.id), taker);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE action = 'live.take_over' AND detail LIKE"
					 " '%%C. Hair is ill'"),
			 1);
}

static void before_its_day_it_is_moved_not_taken_over(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_live_day(fixture);
	int64_t taker = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'chair' AND is_active");
	int64_t old = number(fixture, "SELECT chair_id FROM conference WHERE id = %lld", (long long)d.id);

	set_day(fixture, &d, "2026-04-02");
	REFUSED(casework_live_take_over(fixture->cw, d.id, old, taker, "ill", f), "", "on its day");
	set_day(fixture, &d, FIXTURE_TODAY);
	MUST(casework_live_take_over(fixture->cw, d.id, old, taker, "ill", f));
}

static void any_machine_goes_on_where_it_stood(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);

	MUST(casework_live_step(fixture->cw, d.id, RUN_VIEWS, f));
	REFUSED(casework_live_step(fixture->cw, d.id, RUN_STEP_COUNT, f), "step", "Choose a step");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	assert_int_equal(live_now(fixture, d.id).state.step, RUN_VIEWS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_starts_on_its_day_and_later_with_a_reason),
		TEST(whoever_is_excluded_is_marked_so),
		TEST(another_chair_takes_over),
		TEST(before_its_day_it_is_moved_not_taken_over),
		TEST(any_machine_goes_on_where_it_stood),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
