/* Invitations, changes and exclusions: who gets which letter, what follows, and that all of it is one act. */
#include "mailing_steps.h"

static void the_preview_says_who_gets_what(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list = previewed(&w, MAILING_INVITATIONS);
	const struct {
		const char *why;
		int64_t invitee;
		const char *template, *method, *encloses, *words;
	} rows[] = {
		{"a parent", w.mother, "invitation-parent", "e-mail", "calendar file", "Dear Ngozi Okonkwo"},
		{"the other parent has a letter of their own", w.father, "invitation-parent", "post", "",
		 "HMP Eastgate"},
		{"a child the chair invites", w.child, "invitation-child", "in person", "", "Dear Chidi"},
		{"an agency", w.school, "invitation-professional", "e-mail", "calendar file, report form",
		 "Thursday 9 April 2026"},
		{"the police's form is their own", w.police, "police-notice", "e-mail", "calendar file", "Checks on"},
		{"by post", w.health, "invitation-professional", "post", "report form", "2 Mill Lane"},
		{"probation", w.probation, "invitation-professional", "secure portal", "report form",
		 "probation service"},
		{"a supporter", w.supporter, "invitation-supporter", "telephone", "", "Ngozi Okonkwo"},
	};

	assert_int_equal(list.count, 9);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct mailing_item *item = item_of(&list, rows[i].invitee);

		if (!item || strcmp(item->template, rows[i].template) != 0 ||
		    strcmp(item->method, rows[i].method) != 0 || strcmp(item->encloses, rows[i].encloses) != 0 ||
		    !strstr(item->text, rows[i].words) || *item->problem)
			fail_msg("%s: %s, %s, %s, %s\n%s", rows[i].why, item ? item->template : "",
				 item ? item->method : "", item ? item->encloses : "", item ? item->problem : "",
				 item ? item->text : "");
	}
	assert_string_equal(item_of(&list, w.nobody)->problem, "no e-mail address");
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
	assert_int_equal(casework_fixture_audited(fixture, "letters.preview"), 1);
}

/* Booked at short notice: nobody is asked to do a thing by a day that has gone. */
static void a_day_that_has_gone_is_no_day_to_meet(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;

	casework_fixture_reopen(fixture, "2026-04-10");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_non_null(strstr(item_of(&list, w.school)->text, "as soon as you can: the day for it was Thursday"));
	assert_null(strstr(item_of(&list, w.school)->text, "Share with the family by"));
	assert_null(strstr(item_of(&list, w.school)->text, "by Thursday 9 April"));
	assert_null(strstr(item_of(&list, w.mother)->text, "by Thursday 9 April"));
	assert_non_null(strstr(item_of(&list, w.mother)->text, "- Orchard Primary School"));
}

static void what_follows_is_kept_with_the_letters(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	const struct {
		const char *why, *sql;
		int64_t wanted;
	} rows[] = {
		{"a delivery for each letter", "SELECT count(*) FROM delivery WHERE state = 'waiting'", 8},
		{"everybody told knows the day",
		 "SELECT count(*) FROM invitee WHERE invited_on = '2026-04-01' AND told_day = '2026-04-13' AND "
		 "told_starts ="
		 " 600",
		 8},
		{"every report was asked for", "SELECT count(*) FROM report WHERE requested_on = '2026-04-01'", 4},
		{"the conference is invited", "SELECT count(*) FROM conference WHERE state = 'invited'", 1},
		{"and its history says so", "SELECT count(*) FROM conference_change WHERE step = 'invite'", 1},
		{"the police have their notice",
		 "SELECT count(*) FROM deadline WHERE rule = 'police_notice' AND state = 'done'", 1},
		{"who cannot be told holds up nothing",
		 "SELECT count(*) FROM deadline WHERE rule = 'invite.initial' AND state = 'done'", 1},
		{"a calendar file for each e-mail", "SELECT count(*) FROM enclosure WHERE kind = 'calendar'", 3},
		{"and its number is kept", "SELECT count(*) FROM invitee WHERE calendar_sequence = 1", 3},
		{"a form for each agency", "SELECT count(*) FROM enclosure WHERE kind = 'document'", 3},
		{"one row in the audit log", "SELECT count(*) FROM audit WHERE action = 'invitations.send'", 1},
	};

	assert_int_equal(mailed(&w, MAILING_INVITATIONS), 8);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (casework_fixture_number(fixture, rows[i].sql) != rows[i].wanted)
			fail_msg("%s: %lld", rows[i].why, (long long)casework_fixture_number(fixture, rows[i].sql));
	assert_int_equal(previewed(&w, MAILING_INVITATIONS).count, 1);
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, NULL, 0, &(size_t){0}, f), "",
		"Grace Okonkwo");
}

/* Some now, the rest later: the deadline waits for the last. */
static void some_can_be_told_before_others(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	const int64_t first[] = {w.mother, w.police};
	size_t written;

	MUST(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, first, 2, &written, f));
	assert_int_equal(written, 2);
	assert_string_equal(standing_of_rule(fixture, w.conference, "police_notice"), "done 2026-04-01");
	assert_string_equal(standing_of_rule(fixture, w.conference, "invite.initial"), "open");
	assert_int_equal(mailed(&w, MAILING_INVITATIONS), 6);
	assert_string_equal(standing_of_rule(fixture, w.conference, "invite.initial"), "done 2026-04-01");
}

static void nothing_is_half_written(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	const int64_t both[] = {w.mother, w.nobody}, stranger[] = {999};
	size_t written = 7;

	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, both, 2, &written, f), "",
		"Grace Okonkwo, grandmother cannot be written to: no e-mail address");
	assert_int_equal(written, 0);
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, stranger, 1, &written, f), "",
		"has changed");
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_CHANGES, NULL, 0, &written, f), "",
		"everybody who was told");
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_EXCLUSIONS, NULL, 0, &written, f), "",
		"no exclusion waits");
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE told_day IS NOT NULL"), 0);
}

static void without_a_day_there_is_no_invitation(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct mailing_item_list list;

	REFUSED(casework_mailing_preview(fixture->cw, id, MAILING_INVITATIONS, &fixture->mem, &list, f), "", "book it");
}

static void who_is_not_asked_yet_waits(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;

	number(fixture, "UPDATE invitee SET exclusion = 'asked' WHERE id = %lld", (long long)w.father);
	number(fixture, "UPDATE invitee SET chair_invites = 'no' WHERE id = %lld", (long long)w.child);
	list = previewed(&w, MAILING_INVITATIONS);
	assert_string_equal(item_of(&list, w.father)->problem, "exclusion not decided");
	assert_null(item_of(&list, w.child));
	number(fixture, "UPDATE invitee SET chair_invites = 'unknown' WHERE id = %lld", (long long)w.child);
	number(fixture, "UPDATE person SET born_on = '2024-05-05' WHERE given_names = 'Chidi'");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_non_null(strstr(item_of(&list, w.child)->problem, "too young"));
	number(fixture, "UPDATE contact SET bounced_on = '2026-03-03' WHERE name = 'Kit Evans'");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_string_equal(item_of(&list, w.school)->problem, "e-mail came back Tue 3 Mar");
}

/* --- Changes --- */

static void a_move_withdraws_what_was_said(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	const struct mailing_item *item;
	struct mailing_item_list list;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at WHERE method <> 'post'");
	moved_by_a_day(&w);
	list = previewed(&w, MAILING_CHANGES);
	assert_int_equal(list.count, 8);
	item = item_of(&list, w.mother);
	assert_string_equal(item->template, "moved");
	assert_string_equal(item->withdraws, "the invitation for Mon 13 Apr 10:00");
	assert_non_null(strstr(item->text, "Tuesday 14 April 2026"));
	assert_non_null(strstr(item->text, "The earlier invitation for Monday 13 April 2026 at 10:00 no longer holds"));
	assert_null(strstr(item->text, "prison"));
	assert_non_null(strstr(item_of(&list, w.school)->text, "Emeka was moved to another prison"));
	assert_string_equal(item_of(&list, w.father)->template, "invitation-parent"); /* his had not left the house */
	assert_int_equal(mailed(&w, MAILING_CHANGES), 8);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'withdrawn' AND method = 'post'"),
			 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter WHERE replaces_id IS NOT NULL"), 8);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE told_day = '2026-04-14'"), 8);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'invited'"), 1);
	assert_string_equal(standing_of_rule(fixture, w.conference, "change_notice"), "done 2026-04-01");
	assert_int_equal(number(fixture, "SELECT count(*) FROM enclosure WHERE content LIKE '%%SEQUENCE:2%%'"), 3);
	assert_int_equal(number(fixture,
				"SELECT count(DISTINCT substr(content, instr(content, 'UID:'), 30)) FROM enclosure"
				" WHERE kind = 'calendar'"),
			 3);
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_CHANGES, NULL, 0, &(size_t){0}, f), "",
		"knows how it stands");
}

/* An answer was to the day that was given up. */
static void a_move_asks_everybody_anew(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);

	mailed(&w, MAILING_INVITATIONS);
	number(fixture,
	       "UPDATE invitee SET reply = 'coming', reply_on = '2026-04-01', version = version + 1 WHERE id = %lld",
	       (long long)w.school);
	moved_by_a_day(&w);
	mailed(&w, MAILING_CHANGES);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE reply = 'coming' OR reply_on IS NOT NULL"),
			 0);
}

static int open_tasks(struct casework_fixture *fixture, const char *rule)
{
	return (int)number(fixture, "SELECT count(*) FROM deadline WHERE rule = '%s' AND state = 'open'", rule);
}

/* Same day and time, another room: told again all the same. */
static void another_room_is_a_change_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct booking booking;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at");
	number(fixture, "DROP TRIGGER letter_is_never_changed"); /* they were written a while ago */
	number(fixture, "UPDATE letter SET written_at = written_at - 60");
	booking = first_booking(fixture, w.conference);
	booking.slot.day = date_from_iso("2026-04-13");
	booking.slot.starts = 600;
	booking.slot.room_id = 0;
	booking.slot.place = "St Anne's Hall";
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(previewed(&w, MAILING_CHANGES).count, 8);
	assert_int_equal(open_tasks(fixture, "change_notice"), 1);
	MUST(casework_mailing_send(fixture->cw, w.conference, MAILING_CHANGES, &w.mother, 1, &(size_t){0}, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'scheduled'"), 1);
	assert_int_equal(open_tasks(fixture, "change_notice"), 1);
	assert_int_equal(mailed(&w, MAILING_CHANGES), 7);
	assert_int_equal(open_tasks(fixture, "change_notice"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'invited'"), 1);
	assert_int_equal(previewed(&w, MAILING_CHANGES).count, 0);
}

static void who_is_off_is_told_so(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct {
		const char *why, *template, *state;
		bool cancels;
	} rows[] = {{"postponed", "postponed", "postponed", false}, {"cancelled", "cancelled", "cancelled", true}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct mailing_world w;
		struct withdrawal off;
		struct mailing_item_list list;

		number(fixture, "UPDATE person SET given_names = 'Old' WHERE given_names = 'Chidi'");
		number(fixture, "UPDATE contact SET name = name || ' Old'");
		w = a_mailing_world(fixture);
		mailed(&w, MAILING_INVITATIONS);
		number(fixture, "UPDATE conference SET interim_plan = 'The aunt stays with them' WHERE id = %lld",
		       (long long)w.conference);
		off = a_withdrawal(&w);
		MUST(rows[i].cancels ? casework_cancel(fixture->cw, &off, f) : casework_postpone(fixture->cw, &off, f));
		number(fixture, "UPDATE conference SET interim_plan = 'The aunt stays with them' WHERE id = %lld",
		       (long long)w.conference);
		list = previewed(&w, MAILING_CHANGES);
		assert_int_equal(list.count, 8);
		assert_string_equal(item_of(&list, w.mother)->template, rows[i].template);
		assert_string_equal(item_of(&list, w.mother)->encloses, "calendar file that takes the day out");
		assert_null(strstr(item_of(&list, w.father)->text, "hospital"));
		assert_null(strstr(item_of(&list, w.father)->text, "aunt"));
		assert_non_null(strstr(item_of(&list, w.school)->text, "Ngozi is in hospital"));
		assert_non_null(strstr(item_of(&list, w.school)->text, "The aunt stays with them"));
		assert_int_equal(mailed(&w, MAILING_CHANGES), 8);
		assert_int_equal(number(fixture,
					"SELECT count(*) FROM invitee WHERE conference_id = %lld AND told_day IS NOT"
					" NULL",
					(long long)w.conference),
				 0);
		assert_int_equal(number(fixture,
					"SELECT count(*) FROM enclosure JOIN letter ON letter.id = letter_id WHERE "
					"conference_id ="
					" %lld AND enclosure.content LIKE '%%METHOD:CANCEL%%'",
					(long long)w.conference),
				 3);
	}
}

/* Postponed, and then not to be held at all: whoever waits for a new day hears that there will be none, once. */
static void who_waits_for_a_new_day_is_told_that_there_is_none(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;
	struct withdrawal off;

	mailed(&w, MAILING_INVITATIONS);
	off = a_withdrawal(&w);
	MUST(casework_postpone(fixture->cw, &off, f));
	mailed(&w, MAILING_CHANGES);
	assert_int_equal(previewed(&w, MAILING_CHANGES).count, 0);
	off = a_withdrawal(&w);
	MUST(casework_cancel(fixture->cw, &off, f));
	list = previewed(&w, MAILING_CHANGES);
	assert_int_equal(list.count, 8);
	assert_string_equal(item_of(&list, w.mother)->template, "cancelled");
	assert_string_equal(item_of(&list, w.mother)->encloses, ""); /* the day was taken out of the diary before */
	assert_int_equal(mailed(&w, MAILING_CHANGES), 8);
	assert_int_equal(previewed(&w, MAILING_CHANGES).count, 0);
}

static void who_is_taken_off_is_told_and_nobody_else(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE invitee SET is_withdrawn = 1, withdrawn_why = 'the wrong school' WHERE id = %lld",
	       (long long)w.school);
	list = previewed(&w, MAILING_CHANGES);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].template, "cancelled");
	assert_non_null(strstr(list.items[0].text, "You are not asked to come"));
	assert_non_null(strstr(list.items[0].text, "the wrong school"));
	assert_null(strstr(list.items[0].text, "will not be held"));
	assert_int_equal(mailed(&w, MAILING_CHANGES), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE state = 'invited'"), 1);
}

/* --- Exclusions --- */

static void exclude(struct mailing_world *w, int64_t invitee, const char *how)
{
	number(w->fixture,
	       "UPDATE invitee SET exclusion = '%s', exclusion_reason = 'conflict', exclusion_part = 'the first hour',"
	       " exclusion_words = 'You would meet somebody who must not meet you.', exclusion_decided_on = "
	       "'2026-04-01',"
	       " exclusion_asked_by = 'Emma Evans', other_way = 'write to the chair by 10 April' WHERE id = %lld",
	       how, (long long)invitee);
}

static void who_is_excluded_is_told_why_and_how_to_be_heard(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	const struct mailing_item *item;
	struct mailing_item_list list;

	mailed(&w, MAILING_INVITATIONS);
	exclude(&w, w.father, "whole");
	list = previewed(&w, MAILING_EXCLUSIONS);
	assert_int_equal(list.count, 1);
	item = item_of(&list, w.father);
	assert_string_equal(item->template, "exclusion");
	assert_non_null(strstr(item->text, "You would meet somebody who must not meet you."));
	assert_non_null(strstr(item->text, "write to the chair by 10 April"));
	assert_null(strstr(item->text, "10:00"));
	assert_null(strstr(item->text, "Emma Evans"));
	assert_string_equal(item->withdraws, "the invitation for Mon 13 Apr 10:00");
	assert_int_equal(mailed(&w, MAILING_EXCLUSIONS), 1);
	assert_int_equal(previewed(&w, MAILING_EXCLUSIONS).count, 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'withdrawn'"), 1);
	moved_by_a_day(&w);
	list = previewed(&w, MAILING_CHANGES);
	assert_null(item_of(&list, w.father)); /* he knows of no day that has moved */
}

static void a_part_leaves_the_invitation_to_the_rest(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;

	exclude(&w, w.father, "part");
	assert_int_equal(mailed(&w, MAILING_INVITATIONS), 8);
	list = previewed(&w, MAILING_EXCLUSIONS);
	assert_non_null(strstr(item_of(&list, w.father)->text, "the first hour"));
	assert_int_equal(mailed(&w, MAILING_EXCLUSIONS), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'withdrawn'"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE told_day IS NOT NULL"), 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_preview_says_who_gets_what),
		FIXTURE_TEST(a_day_that_has_gone_is_no_day_to_meet),
		FIXTURE_TEST(what_follows_is_kept_with_the_letters),
		FIXTURE_TEST(some_can_be_told_before_others),
		FIXTURE_TEST(nothing_is_half_written),
		FIXTURE_TEST(without_a_day_there_is_no_invitation),
		FIXTURE_TEST(who_is_not_asked_yet_waits),
		FIXTURE_TEST(a_move_withdraws_what_was_said),
		FIXTURE_TEST(a_move_asks_everybody_anew),
		FIXTURE_TEST(another_room_is_a_change_too),
		FIXTURE_TEST(who_is_off_is_told_so),
		FIXTURE_TEST(who_waits_for_a_new_day_is_told_that_there_is_none),
		FIXTURE_TEST(who_is_taken_off_is_told_and_nobody_else),
		FIXTURE_TEST(who_is_excluded_is_told_why_and_how_to_be_heard),
		FIXTURE_TEST(a_part_leaves_the_invitation_to_the_rest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
