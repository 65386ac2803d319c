/* What is written down on the day: every member comes back, and of two people who write the same the second is told. */
#include "live_fixture.h"
#include "store/view_store.h"

static void how_a_conference_goes_is_kept(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference review = a_conference(x, "C-0002", day.family, "2026-06-25", 570, STATE_SCHEDULED);
	struct live_state back, live = live_state_blank();

	assert_ok(x, live_state_of(x->s, day.conference.id, &x->mem, &back, &x->f));
	assert_int_equal(back.version, 0); /* not begun, which is no fault */
	assert_string_equal(back.format, "");
	live.conference_id = day.conference.id;
	live.format = "signs_of_safety";
	assert_ok(x, live_state_keep(x->s, &live, &x->f));
	assert_int_equal(live.version, 1);
	live.started_at = 1774516200;
	live.closed_at = 1774521600;
	live.quorum = QUORUM_ANSWER_PROCEEDED;
	live.quorum_exception = QUORUM_EXCEPTION_FEW_AGENCIES;
	live.quorum_reason = "only the midwife knows her";
	live.interim_plan = "grandmother stays";
	live.ended_early_why = "fire alarm";
	live.review_id = review.id;
	live.step = RUN_DECIDE;
	assert_ok(x, live_state_keep(x->s, &live, &x->f));
	assert_ok(x, live_state_of(x->s, day.conference.id, &x->mem, &back, &x->f));
	assert_int_equal(back.version, 2);
	assert_int_equal(back.started_at, live.started_at);
	assert_int_equal(back.closed_at, live.closed_at);
	assert_string_equal(back.format, "signs_of_safety");
	assert_int_equal(back.quorum, live.quorum);
	assert_int_equal(back.quorum_exception, live.quorum_exception);
	assert_string_equal(back.quorum_reason, live.quorum_reason);
	assert_string_equal(back.interim_plan, live.interim_plan);
	assert_string_equal(back.ended_early_why, live.ended_early_why);
	assert_int_equal(back.review_id, review.id);
	assert_int_equal(back.step, RUN_DECIDE);
	back.version = 1;
	assert_conflict(x, live_state_keep(x->s, &back, &x->f));
	back.version = 0;
	assert_conflict(x, live_state_keep(x->s, &back, &x->f)); /* begun on two machines */
}

static void a_tick_is_one_row_for_each_person_and_item(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct run_mark leaflet = {.conference_id = day.conference.id,
				   .invitee_id = day.parent.id,
				   .item = RUN_ITEM_LEAFLET,
				   .answer = OPINION_NO,
				   .note = "lost in the post",
				   .by_user = "chair",
				   .at = 1774516200},
			welcome = {.conference_id = day.conference.id,
				   .item = RUN_ITEM_WELCOME,
				   .answer = OPINION_YES,
				   .note = "",
				   .by_user = "chair",
				   .at = 1774516260},
			other = leaflet;
	struct run_mark_list list;

	assert_ok(x, run_mark_keep(x->s, &leaflet, &x->f));
	assert_ok(x, run_mark_keep(x->s, &welcome, &x->f));
	assert_conflict(x, run_mark_keep(x->s, &other, &x->f));
	other = leaflet;
	leaflet.answer = OPINION_YES;
	leaflet.note = "given now";
	leaflet.by_user = "minutes";
	leaflet.at++;
	assert_ok(x, run_mark_keep(x->s, &leaflet, &x->f));
	assert_conflict(x, run_mark_keep(x->s, &other, &x->f));
	assert_ok(x, run_marks_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].invitee_id, 0); /* of nobody in particular */
	assert_int_equal(list.items[0].item, RUN_ITEM_WELCOME);
	assert_int_equal(list.items[1].invitee_id, day.parent.id);
	assert_int_equal(list.items[1].answer, OPINION_YES);
	assert_string_equal(list.items[1].note, "given now");
	assert_string_equal(list.items[1].by_user, "minutes");
	assert_int_equal(list.items[1].at, leaflet.at);
	assert_int_equal(list.items[1].version, 2);
}

static void attendance_is_one_row_for_each_invitee(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct attendance one = attendance_blank(), stale;
	struct attendance_list list;

	one.invitee_id = day.school.id;
	one.conference_id = day.conference.id;
	one.state = ATTENDANCE_ROOM;
	one.by_user = "minutes";
	one.at = 1774516200;
	assert_ok(x, attendance_keep(x->s, &one, &x->f));
	stale = one;
	one.state = ATTENDANCE_DEPUTY;
	one.came_at = 0; /* midnight is a minute, not "from the start" */
	one.left_at = 640;
	one.deputy = "Mr Osei";
	one.note = "train";
	assert_ok(x, attendance_keep(x->s, &one, &x->f));
	assert_conflict(x, attendance_keep(x->s, &stale, &x->f));
	stale.version = 0;
	assert_conflict(x, attendance_keep(x->s, &stale, &x->f));
	assert_ok(x, attendances_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].invitee_id, day.school.id);
	assert_int_equal(list.items[0].state, ATTENDANCE_DEPUTY);
	assert_int_equal(list.items[0].came_at, 0);
	assert_int_equal(list.items[0].left_at, 640);
	assert_string_equal(list.items[0].deputy, "Mr Osei");
	assert_string_equal(list.items[0].note, "train");
	assert_string_equal(list.items[0].by_user, "minutes");
	assert_int_equal(list.items[0].version, 2);
	one.came_at = -1;
	assert_ok(x, attendance_keep(x->s, &one, &x->f));
	assert_ok(x, attendances_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.items[0].came_at, -1);
}

/* The same heading holds a text for all, one for a child, and beside either one for professionals only. */
static void a_note_is_one_for_heading_child_and_restriction(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct live_note notes[] = {
		{.conference_id = day.conference.id, .heading = "danger", .text = "of all", .by_user = "m", .at = 1},
		{.conference_id = day.conference.id,
		 .heading = "danger",
		 .text = "not for the family",
		 .by_user = "m",
		 .at = 2,
		 .is_restricted = true},
		{.conference_id = day.conference.id,
		 .heading = "danger",
		 .text = "of Sam",
		 .by_user = "m",
		 .at = 3,
		 .person_id = day.sam},
	};
	struct live_note_list list;

	for (size_t i = 0; i < 3; i++) {
		struct live_note again = notes[i], stale;

		assert_ok(x, live_note_keep(x->s, &notes[i], &x->f));
		assert_conflict(x, live_note_keep(x->s, &again, &x->f)); /* begun by two at once */
		stale = notes[i];
		notes[i].at = 10;
		assert_ok(x, live_note_keep(x->s, &notes[i], &x->f));
		assert_conflict(x, live_note_keep(x->s, &stale, &x->f));
	}
	assert_ok(x, live_notes_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(list.items[i].id, notes[i].id);
		assert_string_equal(list.items[i].text, notes[i].text);
		assert_string_equal(list.items[i].heading, "danger");
		assert_string_equal(list.items[i].by_user, "m");
		assert_int_equal(list.items[i].person_id, notes[i].person_id);
		assert_int_equal(list.items[i].is_restricted, notes[i].is_restricted);
		assert_int_equal(list.items[i].at, 10);
		assert_int_equal(list.items[i].version, 2);
	}
}

static void everything_of_one_conference_comes_at_once(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct conference other = a_conference(x, "C-0009", day.family, "2025-12-01", 570, STATE_DECIDED);
	struct live_state live = live_state_blank();
	struct run_mark mark = {.item = RUN_ITEM_WELCOME, .answer = OPINION_YES, .note = "", .by_user = "c"};
	struct attendance attendance = attendance_blank();
	struct live_note note = {.heading = "danger", .text = "t", .by_user = "m"};
	struct view view = view_blank();
	struct child_decision decision = child_decision_blank();
	struct recommendation recommendation = recommendation_blank();
	struct live all;

	live.format = "signs_of_safety";
	attendance.invitee_id = view.invitee_id = day.school.id;
	view.person_id = decision.person_id = day.sam;
	live.conference_id = mark.conference_id = attendance.conference_id = note.conference_id = view.conference_id =
		decision.conference_id = recommendation.conference_id = day.conference.id;
	assert_ok(x, live_state_keep(x->s, &live, &x->f));
	assert_ok(x, run_mark_keep(x->s, &mark, &x->f));
	assert_ok(x, attendance_keep(x->s, &attendance, &x->f));
	assert_ok(x, live_note_keep(x->s, &note, &x->f));
	assert_ok(x, view_keep(x->s, &view, &x->f));
	assert_ok(x, child_decision_keep(x->s, &decision, &x->f));
	assert_ok(x, recommendation_keep(x->s, &recommendation, &x->f));
	assert_ok(x, live_of(x->s, day.conference.id, &x->mem, &all, &x->f));
	assert_int_equal(all.state.version, 1);
	assert_int_equal(all.marks.count, 1);
	assert_int_equal(all.attendances.count, 1);
	assert_int_equal(all.notes.count, 1);
	assert_int_equal(all.views.count, 1);
	assert_int_equal(all.decisions.count, 1);
	assert_int_equal(all.recommendations.count, 1);
	assert_ok(x, live_of(x->s, other.id, &x->mem, &all, &x->f));
	assert_int_equal(all.state.version, 0);
	assert_int_equal(all.marks.count + all.attendances.count + all.notes.count + all.views.count +
				 all.decisions.count + all.recommendations.count,
			 0);
}

/* Conferences in the order they were held, the one that is asked about last. */
static void conferences_without_a_quorum_are_counted_back(void **state)
{
	static const struct {
		const char *why;
		enum quorum_answer earlier[3]; /* NONE at the front: there was none */
		int count;
	} rows[] = {
		{"nothing before", {QUORUM_ANSWER_NONE, QUORUM_ANSWER_NONE, QUORUM_ANSWER_NONE}, 0},
		{"the last was quorate", {QUORUM_ANSWER_PROCEEDED, QUORUM_ANSWER_PROCEEDED, QUORUM_ANSWER_QUORATE}, 0},
		{"the last was not", {QUORUM_ANSWER_PROCEEDED, QUORUM_ANSWER_QUORATE, QUORUM_ANSWER_PROCEEDED}, 1},
		{"two running", {QUORUM_ANSWER_QUORATE, QUORUM_ANSWER_PROCEEDED, QUORUM_ANSWER_PROCEEDED}, 2},
		{"not held, so passed over",
		 {QUORUM_ANSWER_QUORATE, QUORUM_ANSWER_PROCEEDED, QUORUM_ANSWER_INTERIM_PLAN},
		 1},
		{"not held", {QUORUM_ANSWER_NONE, QUORUM_ANSWER_QUORATE, QUORUM_ANSWER_INTERIM_PLAN}, 0},
	};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t earlier = 0;
		int count = -1;

		for (size_t k = 0; k < 4; k++) {
			struct conference c = a_conference(x, arena_printf(&x->mem, "C-%zu-%zu", i, k), family,
							   "2026-03-26", 570, STATE_DECIDED);
			struct live_state live = live_state_blank();

			c.earlier_id = earlier;
			assert_ok(x, conference_save(x->s, &c, &x->f));
			live.conference_id = earlier = c.id;
			live.format = "signs_of_safety";
			live.quorum = k < 3 ? rows[i].earlier[k] : QUORUM_ANSWER_PROCEEDED; /* its own does not count */
			assert_ok(x, live_state_keep(x->s, &live, &x->f));
		}
		assert_ok(x, live_held_without_quorum(x->s, earlier, &count, &x->f));
		if (count != rows[i].count)
			fail_msg("%s: %d", rows[i].why, count);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(how_a_conference_goes_is_kept),
		TEST(a_tick_is_one_row_for_each_person_and_item),
		TEST(attendance_is_one_row_for_each_invitee),
		TEST(a_note_is_one_for_heading_child_and_restriction),
		TEST(everything_of_one_conference_comes_at_once),
		TEST(conferences_without_a_quorum_are_counted_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
