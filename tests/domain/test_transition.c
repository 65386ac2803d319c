/* The life of a conference: no dead end, no way round the chair, and a sentence wherever a step is refused. */
#include "domain/conference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void mark_reachable(bool reached[CONFERENCE_STATE_COUNT], enum conference_state from)
{
	size_t count;
	const struct transition *table = transition_table(&count);

	if (reached[from])
		return;
	reached[from] = true;
	for (size_t i = 0; i < count; i++)
		if (table[i].from == from)
			mark_reachable(reached, table[i].to);
}

static void every_state_is_reached_from_a_request(void **state)
{
	bool reached[CONFERENCE_STATE_COUNT] = {false};

	(void)state;
	mark_reachable(reached, STATE_REQUESTED);
	for (int i = 0; i < CONFERENCE_STATE_COUNT; i++)
		if (!reached[i])
			fail_msg("nothing leads to %s", conference_state_token((enum conference_state)i));
}

static void every_state_that_goes_on_can_end(void **state)
{
	(void)state;
	for (int i = 0; i < CONFERENCE_STATE_COUNT; i++) {
		bool reached[CONFERENCE_STATE_COUNT] = {false};

		mark_reachable(reached, (enum conference_state)i);
		if (!reached[STATE_CLOSED] && !reached[STATE_CANCELLED])
			fail_msg("%s never ends", conference_state_token((enum conference_state)i));
	}
}

static void an_ended_conference_is_only_reopened_or_challenged(void **state)
{
	(void)state;
	for (int from = 0; from < CONFERENCE_STATE_COUNT; from++)
		for (int step = 0; step < CONFERENCE_STEP_COUNT; step++) {
			const struct transition *found = transition_find((enum conference_state)from,
									 (enum conference_step)step);
			if (found && conference_state_is_ended((enum conference_state)from))
				assert_true((step == STEP_REOPEN || step == STEP_CHALLENGE) && found->needs_reason);
		}
}

static void a_row_stands_once_and_is_complete(void **state)
{
	size_t count;
	const struct transition *table = transition_table(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(transition_find(table[i].from, table[i].step), &table[i]);
		assert_true(table[i].follows && *table[i].follows);
		assert_true(table[i].who < ACTION_COUNT);
	}
}

/* A decision is evidence and a cancelled conference is told of: only a record is reopened. */
static void only_a_record_is_reopened(void **state)
{
	size_t count;
	const struct transition *table = transition_table(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		if (table[i].step == STEP_REOPEN) {
			assert_int_equal(table[i].to, STATE_RECORD_DRAFTED);
			assert_int_equal(table[i].who, ACTION_APPROVE_RECORD);
		}
}

/* What the officer may and must do: domain practice, row by row. */
static void steps_lead_where_practice_says(void **state)
{
	static const struct {
		const char *why;
		enum conference_state from;
		enum conference_step step;
		enum conference_state to;
		enum action who;
		bool reason, agreed;
	} rows[] = {
		{"a request is booked", STATE_REQUESTED, STEP_BOOK, STATE_SCHEDULED, ACTION_BOOK, false, false},
		{"a postponed one too", STATE_POSTPONED, STEP_BOOK, STATE_SCHEDULED, ACTION_BOOK, false, false},
		{"a booking moves", STATE_SCHEDULED, STEP_MOVE, STATE_SCHEDULED, ACTION_BOOK, true, true},
		{"invitations must go again", STATE_INVITED, STEP_MOVE, STATE_SCHEDULED, ACTION_BOOK, true, true},
		{"and so even when ready", STATE_READY, STEP_MOVE, STATE_SCHEDULED, ACTION_BOOK, true, true},
		{"postponed with who agreed", STATE_READY, STEP_POSTPONE, STATE_POSTPONED, ACTION_BOOK, true, true},
		{"cancelled with who agreed", STATE_REQUESTED, STEP_CANCEL, STATE_CANCELLED, ACTION_BOOK, true, true},
		{"only the chair decides", STATE_IN_PROGRESS, STEP_DECIDE, STATE_DECIDED, ACTION_DECIDE, false, false},
		{"no quorum", STATE_IN_PROGRESS, STEP_FIND_INQUORATE, STATE_INQUORATE, ACTION_CHAIR_CONFERENCE, false,
		 false},
		{"another conference follows", STATE_INQUORATE, STEP_RECONVENE, STATE_CLOSED, ACTION_BOOK, false,
		 false},
		{"adjourning says why", STATE_IN_PROGRESS, STEP_ADJOURN, STATE_ADJOURNED, ACTION_CHAIR_CONFERENCE, true,
		 false},
		{"only the chair approves", STATE_RECORD_DRAFTED, STEP_APPROVE_RECORD, STATE_RECORD_APPROVED,
		 ACTION_APPROVE_RECORD, false, false},
		{"a challenge", STATE_DISTRIBUTED, STEP_CHALLENGE, STATE_CHALLENGED, ACTION_HANDLE_COMPLAINTS, true,
		 false},
		{"a challenge that is settled", STATE_CHALLENGED, STEP_SETTLE, STATE_DECIDED, ACTION_HANDLE_COMPLAINTS,
		 false, false},
		{"reopening says why", STATE_CLOSED, STEP_REOPEN, STATE_RECORD_DRAFTED, ACTION_APPROVE_RECORD, true,
		 false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct transition *found = transition_find(rows[i].from, rows[i].step);

		if (!found || found->to != rows[i].to || found->who != rows[i].who ||
		    found->needs_reason != rows[i].reason || found->needs_agreement != rows[i].agreed)
			fail_msg("%s", rows[i].why);
	}
}

static void the_main_road_runs_from_request_to_end(void **state)
{
	static const enum conference_step road[] = {STEP_BOOK,           STEP_INVITE,     STEP_MAKE_READY,
						    STEP_START,          STEP_DECIDE,     STEP_DRAFT_RECORD,
						    STEP_APPROVE_RECORD, STEP_DISTRIBUTE, STEP_CLOSE};
	enum conference_state at = STATE_REQUESTED;

	(void)state;
	for (size_t i = 0; i < sizeof road / sizeof *road; i++) {
		const struct transition *next;
		assert_true(transition_check(at, road[i], &next, NULL));
		at = next->to;
	}
	assert_int_equal(at, STATE_CLOSED);
}

/* Whatever changes a decision or an approval needs a right that only the chair of that conference has. */
static void only_a_chair_can_decide_or_approve(void **state)
{
	size_t count;
	const struct transition *table = transition_table(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		/* a challenge that is settled gives back a decision that stood all the while */
		bool decides = table[i].to == STATE_DECIDED && table[i].from != STATE_DECIDED &&
			       table[i].step != STEP_SETTLE;
		bool chairs = decides || table[i].to == STATE_RECORD_APPROVED;
		if (chairs)
			for (int role = 0; role < ROLE_COUNT; role++)
				assert_int_equal(role_permission((enum role)role, table[i].who),
						 role == ROLE_CHAIR ? ALLOWED_OWN : NOT_ALLOWED);
		if (table[i].step == STEP_REOPEN || table[i].step == STEP_CHALLENGE)
			assert_true(table[i].needs_reason);
		if (table[i].step == STEP_MOVE || table[i].step == STEP_POSTPONE || table[i].step == STEP_CANCEL)
			assert_true(table[i].needs_reason && table[i].needs_agreement);
	}
}

static void a_refusal_says_what_can_be_done_instead(void **state)
{
	struct fault f;

	(void)state;
	assert_false(transition_check(STATE_CANCELLED, STEP_MOVE, NULL, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_string_equal(f.message, "This conference is cancelled, so it cannot be moved. Ask for another one.");
	assert_false(transition_check(STATE_REQUESTED, STEP_MOVE, NULL, &f));
	assert_string_equal(f.message, "This conference is requested and has no date yet, so it cannot be moved. "
				       "From here you can book it or cancel it.");
	assert_false(transition_check(STATE_IN_PROGRESS, STEP_CANCEL, NULL, &f));
	assert_string_equal(f.message,
			    "This conference is in progress, so it cannot be cancelled. From here you can record "
			    "the decision, record that it is not quorate or adjourn it.");
	for (int from = 0; from < CONFERENCE_STATE_COUNT; from++)
		for (int step = 0; step < CONFERENCE_STEP_COUNT; step++) {
			const struct transition *found = (const struct transition *)&f;
			if (transition_check((enum conference_state)from, (enum conference_step)step, &found, &f))
				continue;
			assert_null(found);
			assert_non_null(strstr(f.message, "cannot be"));
			assert_int_equal(f.message[strlen(f.message) - 1], '.'); /* not cut off */
			assert_null(strstr(f.message, "(null)"));
		}
	assert_false(transition_check(CONFERENCE_STATE_COUNT, STEP_BOOK, NULL, &f));
	assert_false(transition_check(STATE_REQUESTED, CONFERENCE_STEP_COUNT, NULL, &f));
}

static void states_are_sorted_into_their_kinds(void **state)
{
	/* One letter a state in the order of CONFERENCE_STATES: e ended, h held, w waits for a slot, x ended and held.
	 */
	static const char kinds[] = "w----hhhhxwe--h";
	enum conference_state found;

	(void)state;
	assert_int_equal(strlen(kinds), CONFERENCE_STATE_COUNT);
	for (int i = 0; i < CONFERENCE_STATE_COUNT; i++) {
		enum conference_state at = (enum conference_state)i;

		assert_int_equal(conference_state_is_ended(at), kinds[i] == 'e' || kinds[i] == 'x');
		assert_int_equal(conference_state_is_held(at), kinds[i] == 'h' || kinds[i] == 'x');
		assert_int_equal(conference_state_awaits_slot(at), kinds[i] == 'w');
		assert_int_equal(conference_state_is_to_be_held(at), transition_find(at, STEP_CANCEL) != NULL);
		assert_true(conference_state_from_token(conference_state_token(at), &found) && found == at);
		assert_true(*conference_state_label(at));
	}
	assert_false(conference_state_from_token("held", &found));
	for (int i = 0; i < CONFERENCE_STEP_COUNT; i++)
		assert_true(*conference_step_token((enum conference_step)i) &&
			    *conference_step_label((enum conference_step)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_is_reached_from_a_request),
		cmocka_unit_test(every_state_that_goes_on_can_end),
		cmocka_unit_test(an_ended_conference_is_only_reopened_or_challenged),
		cmocka_unit_test(only_a_record_is_reopened),
		cmocka_unit_test(a_row_stands_once_and_is_complete),
		cmocka_unit_test(steps_lead_where_practice_says),
		cmocka_unit_test(the_main_road_runs_from_request_to_end),
		cmocka_unit_test(only_a_chair_can_decide_or_approve),
		cmocka_unit_test(a_refusal_says_what_can_be_done_instead),
		cmocka_unit_test(states_are_sorted_into_their_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
