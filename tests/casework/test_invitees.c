/* The list of a conference: who may be put on it, what it says, what follows for reports, answers and notices. */
#include "invite_steps.h"

static int64_t count(const struct casework_fixture *fixture, const char *rule, const char *state)
{
	return number(fixture, "SELECT count(*) FROM deadline WHERE rule = '%s' AND state = '%s'", rule, state);
}

/* --- Putting people on the list --- */

struct refusal {
	const char *why, *field, *words;
	struct invitee one;
};

/* Refused, and whoever was to be added with them is not added either. */
static void none_can_be_added(struct casework_fixture *fixture, int64_t id, const struct refusal *rows, size_t count)
{
	int64_t before = number(fixture, "SELECT count(*) FROM invitee");

	for (size_t i = 0; i < count; i++) {
		struct invitee two[2] = {typed(CAPACITY_SOLICITOR, "R. Shah"), rows[i].one};
		struct fault fault = {0};

		if (casework_invitees_add(fixture->cw, id, two, 2, &fault) || strcmp(fault.field, rows[i].field) != 0 ||
		    !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
		assert_int_equal(two[0].id, 0);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee"), before);
}

static void who_cannot_go_on_the_list_is_said_by_name(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	int64_t nurse = a_contact(fixture, "Health Visiting", "health", "Ruth Abbey", "health visitor");
	int64_t left = a_contact(fixture, "Police", "police", "Sam Hall", "constable");
	int64_t ada = child_named(fixture, "Ada");
	struct invitee nobody = typed(CAPACITY_PROFESSIONAL, " "), both = of_person(CAPACITY_FAMILY, mother);

	put_on(fixture, id, of_person(CAPACITY_FAMILY, mother));
	put_on(fixture, id, of_contact(nurse));
	put_on(fixture, id, typed(CAPACITY_SUPPORTER, "Jo Tan"));
	number(fixture, "UPDATE contact SET is_active = 0 WHERE id = %lld", (long long)left);
	both.contact_id = nurse;
	nobody.agency = "GP";
	const struct refusal rows[] = {
		{"the mother is there", "name", "Ngozi Okonkwo is on the list already",
		 of_person(CAPACITY_FAMILY, mother)},
		{"the nurse is there", "name", "Ruth Abbey is on the list already", of_contact(nurse)},
		{"a typed name is there", "name", "jo TAN is on the list already",
		 typed(CAPACITY_SUPPORTER, "jo  TAN")},
		{"nobody is named", "name", "Name who is to come from GP", nobody},
		{"a screen control in a name", "name", "control characters", typed(CAPACITY_SUPPORTER, "A\x1b[2J")},
		{"a contact who left", "name", "not at work there any more", of_contact(left)},
		{"a contact nobody has", "name", "not in the directory", of_contact(999)},
		{"two at once", "name", "not both", both},
		{"a parent is no child", "capacity", "is not a child of this", of_person(CAPACITY_CHILD, mother)},
		{"a child is one", "capacity", "invite them as a child", of_person(CAPACITY_FAMILY, ada)},
		{"a child has a file", "capacity", "from the family", typed(CAPACITY_CHILD, "Bo")},
	};
	none_can_be_added(fixture, id, rows, sizeof rows / sizeof *rows);
	assert_int_equal(casework_fixture_audited(fixture, "invitees.add"), 3);
	REFUSED(casework_invitees_add(fixture->cw, id, NULL, 0, f), "", "Nobody was chosen");
}

static void what_cannot_be_true_of_them_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct invitee late = of_person(CAPACITY_CHILD, child_named(fixture, "Ada"));
	struct invitee second = typed(CAPACITY_SUPPORTER, "Joy Bell"), mail = typed(CAPACITY_OBSERVER, "Di Poe");
	struct invitee stray = typed(CAPACITY_SUPPORTER, "Ann Lee"),
		       no_reason = typed(CAPACITY_REPRESENTATIVE, "Kay Fox");
	struct invitee own = of_person(CAPACITY_PROFESSIONAL, an_adult(fixture, family_of(fixture, id), "Ngozi",
								       "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "")),
		       theirs = typed(CAPACITY_PROFESSIONAL, "N. Kaur");

	late.advocate_offered_on = date_from_iso("2026-04-02");
	second.sitting = 1;
	stray.for_invitee_id = 999;
	mail.email = "di.poe at example.org";
	no_reason.for_invitee_id = theirs.for_invitee_id = put_on(fixture, id, typed(CAPACITY_FAMILY, "Emeka Okonkwo"));
	const struct refusal rows[] = {
		{"offered tomorrow", "advocate_offered_on", "in the future", late},
		{"no such sitting", "sitting", "no sitting 1", second},
		{"for nobody here", "for", "whom Ann Lee comes for", stray},
		{"in place of nobody", "for", "whom Kay Fox comes for", typed(CAPACITY_REPRESENTATIVE, "Kay Fox")},
		{"in place, no reason", "represented_why", "why Kay Fox comes", no_reason},
		{"no address", "email", "no e-mail address", mail},
		{"a mother who would read what colleagues read", "capacity", "choose what else", own},
		{"so would the father's solicitor", "capacity", "N. Kaur comes for somebody", theirs},
	};
	none_can_be_added(fixture, id, rows, sizeof rows / sizeof *rows);
}

static void the_same_twice_in_one_act_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t nurse = a_contact(fixture, "Health Visiting", "health", "Ruth Abbey", "health visitor");
	struct invitee two[2] = {of_contact(nurse), of_contact(nurse)};

	REFUSED(casework_invitees_add(fixture->cw, id, two, 2, f), "name", "on the list already");
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report"), 0);
}

/* Nobody starts as invited, excluded or answered, whatever the caller left in the struct. */
static void who_is_new_was_told_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct invitee one = typed(CAPACITY_SOLICITOR, "R. Shah");

	one.told_day = one.invited_on = one.reply_on = date_from_iso("2026-03-01");
	one.reply = REPLY_COMING;
	one.exclusion = EXCLUSION_WHOLE;
	one.is_withdrawn = true;
	put_on(fixture, id, one);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE told_day IS NULL AND invited_on IS NULL"
					 " AND reply = 'none' AND exclusion = 'none' AND is_withdrawn = 0"),
			 1);
}

/* A list of what took place is a record, not a plan. */
static void a_conference_that_is_over_keeps_its_list(void **state)
{
	static const struct {
		const char *state, *words;
	} rows[] = {{"cancelled", "is cancelled"}, {"decided", "has taken place"}, {"closed", "has taken place"}};
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t kept = put_on(fixture, id, typed(CAPACITY_SOLICITOR, "R. Shah"));
	struct invitee one = typed(CAPACITY_OBSERVER, "Di Poe"), change = invitee_now(fixture, id, kept);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number(fixture, "UPDATE conference SET state = '%s' WHERE id = %lld", rows[i].state, (long long)id);
		REFUSED(casework_invitees_add(fixture->cw, id, &one, 1, f), "", rows[i].words);
		REFUSED(casework_invitee_save(fixture->cw, &change, f), "", rows[i].words);
		REFUSED(casework_invitee_remove(fixture->cw, kept, 1, "a slip", f), "", rows[i].words);
	}
}

/* --- What is owed --- */

static void each_agency_owes_its_own_kind_of_report(void **state)
{
	static const struct {
		const char *why, *agency, *group, *handling, *kind, *wanted;
	} rows[] = {
		{"the usual form", "Orchard Primary School", "education", "share", "agency", "share"},
		{"an agency that keeps it to the chair", "CAMHS", "health", "chair_only", "agency", "chair_only"},
		{"police never share with the family", "Police Protection Unit", "police", "share", "police",
		 "professionals_only"},
		{"police entered under another group", "Northgate Police", "health", "share", "police",
		 "professionals_only"},
		{"police who want it read out", "Thames Constabulary", "police", "read_out", "police", "read_out"},
		{"probation gives information", "Probation", "probation", "share", "written_information", "share"},
	};
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	day_number due = working_day_add(list_of(fixture, id).conference.held_on, -2, casework_calendar(fixture->cw),
					 COUNT_LOCAL);
	char iso[DATE_TEXT_ROOM];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char name[20];
		int64_t contact, invitee;

		snprintf(name, sizeof name, "Person %zu", i);
		contact = a_contact(fixture, rows[i].agency, rows[i].group, name, "worker");
		number(fixture, "UPDATE agency SET report_handling = '%s' WHERE name = '%s'", rows[i].handling,
		       rows[i].agency);
		invitee = put_on(fixture, id, of_contact(contact));
		if (number(fixture,
			   "SELECT count(*) FROM report WHERE invitee_id = %lld AND kind = '%s' AND handling = '%s'"
			   " AND is_required = 1 AND due_on = '%s' AND requested_on IS NULL",
			   (long long)invitee, rows[i].kind, rows[i].wanted, date_to_iso(due, iso)) != 1)
			fail_msg("%s", rows[i].why);
	}
}

/* One report is the social worker's; a colleague who is asked too writes an ordinary one. */
static void one_report_is_the_social_workers(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"); /* asked for by Emma Evans */
	struct invitee emma = typed(CAPACITY_PROFESSIONAL, "emma  evans");
	int64_t colleague = a_contact(fixture, "Children's Social Care", "social care", "Lee Ray", "social worker");

	put_on(fixture, id, emma);
	put_on(fixture, id, of_contact(colleague));
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE kind = 'social_work'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report JOIN invitee AS i ON i.id = invitee_id"
					 " WHERE kind = 'social_work' AND i.name <> ''"),
			 1);
}

static void only_professionals_who_are_involved_owe_one(void **state)
{
	static const enum capacity others[] = {CAPACITY_SUPPORTER, CAPACITY_ADVOCATE,    CAPACITY_SOLICITOR,
					       CAPACITY_OBSERVER,  CAPACITY_INTERPRETER, CAPACITY_FAMILY};
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), late;
	struct invitee not_involved = typed(CAPACITY_PROFESSIONAL, "Tess Orr");
	struct invitee change;

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		char name[20];

		snprintf(name, sizeof name, "Person %zu", i);
		put_on(fixture, id, typed(others[i], name));
	}
	not_involved.involved = ANSWER_NO;
	late = put_on(fixture, id, not_involved);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report"), 0);
	change = invitee_now(fixture, id, late);
	change.involved = ANSWER_YES; /* it was a slip */
	MUST(casework_invitee_save(fixture->cw, &change, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE invitee_id = %lld", (long long)late), 1);
	change.capacity = CAPACITY_OBSERVER; /* comes to learn */
	MUST(casework_invitee_save(fixture->cw, &change, f));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM invitee WHERE id = %lld AND involved = 'no'", (long long)late),
		1);
}

static void the_last_one_owing_who_is_not_involved_meets_the_deadline(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t one = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	int64_t two = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Lee Ray"));
	struct invitee change;

	number(fixture, "UPDATE report SET received_on = '2026-04-01' WHERE invitee_id = %lld", (long long)one);
	change = invitee_now(fixture, id, two);
	change.involved = ANSWER_NO;
	MUST(casework_invitee_save(fixture->cw, &change, f));
	assert_int_equal(count(fixture, "report.initial", "done"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report"), 2); /* the row stays for the history */
	put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Ann Lee"));
	assert_int_equal(count(fixture, "report.initial", "open"), 1);
}

static void reports_are_due_by_the_day_the_conference_has(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct withdrawal w = {.conference_id = id, .reason = "mother in hospital", .agreed_by = "chair"};
	struct booking booking;
	const char *first;

	put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Lee Ray"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE due_on IS NULL"), 2);
	booking = first_booking(fixture, id);
	MUST(casework_book(fixture->cw, &booking, f));
	first = casework_fixture_text(fixture, "SELECT min(due_on) FROM report");
	number(fixture, "UPDATE report SET received_on = '2026-04-01' WHERE id = 1"); /* in: due by the day it was */
	booking.version = facts_of(fixture, id).conference.version;
	booking.slot.day = working_day_add(booking.slot.day, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
	MUST(casework_book(fixture->cw, &booking, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT due_on FROM report WHERE id = 1"), first);
	assert_true(strcmp(casework_fixture_text(fixture, "SELECT due_on FROM report WHERE id = 2"), first) > 0);
	w.version = facts_of(fixture, id).conference.version;
	MUST(casework_postpone(fixture->cw, &w, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE due_on IS NULL"), 1);
}

/* A move opens the deadlines of the new day: what is done already is done for it too. */
static void a_move_asks_for_no_report_again(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct booking booking;

	put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	number(fixture, "UPDATE report SET received_on = '2026-04-01'");
	number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-04-01' WHERE rule = 'report.initial'");
	booking = first_booking(fixture, id);
	booking.slot.day = working_day_add(booking.slot.day, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(count(fixture, "report.initial", "open"), 0);
}

/* --- Changing, removing, answering --- */

static void a_save_changes_what_its_form_shows_and_no_more(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	int64_t line = put_on(fixture, id, of_person(CAPACITY_FAMILY, mother));
	struct invitee change, stale;

	number(fixture, "UPDATE invitee SET reply = 'coming', reply_on = '2026-04-01', told_day = '2026-04-10'"
			", told_starts = 600, exclusion = 'part', exclusion_part = 'the police' ");
	change = stale = invitee_now(fixture, id, line);
	change.language = " Igbo ";
	change.childcare = "two at home";
	change.reply = REPLY_DECLINED;
	change.exclusion = EXCLUSION_NONE;
	change.told_day = DAY_NONE;
	change.person_id = child_named(fixture, "Ada");
	MUST(casework_invitee_save(fixture->cw, &change, f));
	assert_int_equal(change.version, stale.version + 1);
	assert_int_equal(
		number(fixture,
		       "SELECT count(*) FROM invitee WHERE language = 'Igbo' AND childcare = 'two at home' AND"
		       " reply = 'coming' AND exclusion = 'part' AND told_day = '2026-04-10' AND person_id = %lld",
		       (long long)mother),
		1);
	REFUSED(casework_invitee_save(fixture->cw, &stale, f), "", "Another person changed");
	change.capacity = CAPACITY_CHILD;
	REFUSED(casework_invitee_save(fixture->cw, &change, f), "capacity", "stays so");
	assert_int_equal(casework_fixture_audited(fixture, "invitee.save"), 1);
}

static void whoever_comes_for_somebody_goes_with_them(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	int64_t line = put_on(fixture, id, of_person(CAPACITY_FAMILY, mother));
	struct invitee friend = typed(CAPACITY_SUPPORTER, "Joy Bell");

	friend.for_invitee_id = line;
	put_on(fixture, id, friend);
	REFUSED(casework_invitee_remove(fixture->cw, line, 1, " ", f), "why", "Say why Ngozi Okonkwo");
	REFUSED(casework_invitee_remove(fixture->cw, line, 7, "moved away", f), "", "Another person changed");
	MUST(casework_invitee_remove(fixture->cw, line, 1, "moved away", f));
	assert_int_equal(list_of(fixture, id).lines.count, 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE withdrawn_why = 'moved away'"), 2);
	REFUSED(casework_invitee_remove(fixture->cw, line, 2, "again", f), "", "was taken off the list");
	put_on(fixture, id, of_person(CAPACITY_FAMILY, mother)); /* it was a slip */
	assert_int_equal(list_of(fixture, id).lines.count, 1);
}

/* Who is in custody or hospital is said on both lines, and gone when nobody comes for them any more. */
static void a_representative_says_why(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id), line;
	int64_t father = put_on(fixture, id,
				of_person(CAPACITY_FAMILY, an_adult(fixture, family, "Emeka", "Okonkwo",
								    RELATIONSHIP_FATHER, ANSWER_YES, "")));
	struct invitee fox = typed(CAPACITY_REPRESENTATIVE, "Kay Fox");
	struct invitees_page page;

	fox.for_invitee_id = father;
	fox.represented_why = "custody";
	line = put_on(fixture, id, fox);
	page = list_of(fixture, id);
	assert_string_equal(line_of(&page, line)->comes_for, "Emeka Okonkwo (custody)");
	assert_string_equal(line_of(&page, line)->who, "Kay Fox, representative");
	assert_string_equal(line_of(&page, father)->invitee.represented_why, "custody");
	fox = invitee_now(fixture, id, line);
	fox.represented_why = "hospital";
	MUST(casework_invitee_save(fixture->cw, &fox, f));
	assert_string_equal(invitee_now(fixture, id, father).represented_why, "hospital");
	MUST(casework_invitee_remove(fixture->cw, line, fox.version, "he was released", f));
	assert_string_equal(invitee_now(fixture, id, father).represented_why, "");
}

static void an_answer_is_kept_with_its_day_and_meets_the_deadline(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t one = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	int64_t two = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Lee Ray"));
	struct invitee_answer answer = {.reply = REPLY_DEPUTY, .on = date_from_iso(FIXTURE_TODAY), .how = "telephone"};
	struct invitees_page page;

	tell(fixture, one);
	tell(fixture, two);
	REFUSED(casework_invitee_answer(fixture->cw, one, 1, &answer, f), "deputy", "in place of Tess Orr");
	answer.deputy = "Omar Aziz";
	answer.on++;
	REFUSED(casework_invitee_answer(fixture->cw, one, 1, &answer, f), "on", "in the future");
	answer.on = DAY_NONE;
	REFUSED(casework_invitee_answer(fixture->cw, one, 1, &answer, f), "on", "Enter the day");
	answer.on = date_from_iso(FIXTURE_TODAY);
	REFUSED(casework_invitee_answer(fixture->cw, one, 9, &answer, f), "", "Another person changed");
	MUST(casework_invitee_answer(fixture->cw, one, 1, &answer, f));
	assert_int_equal(count(fixture, "replies", "open"), 1);
	answer = (struct invitee_answer){.reply = REPLY_DECLINED, .on = answer.on, .note = "on leave"};
	MUST(casework_invitee_answer(fixture->cw, two, 1, &answer, f));
	assert_int_equal(count(fixture, "replies", "done"), 1);
	page = list_of(fixture, id);
	assert_string_equal(line_of(&page, one)->standing, "invited Wed 1 Apr · sends Omar Aziz");
	assert_string_equal(line_of(&page, two)->standing, "invited Wed 1 Apr · not coming");
	assert_string_equal(page.summary, "2 of 2 invited · 1 coming · 1 not coming");
	answer = (struct invitee_answer){.reply = REPLY_NONE, .on = DAY_NONE};
	MUST(casework_invitee_answer(fixture->cw, two, 2, &answer, f)); /* it was another conference's */
	assert_int_equal(count(fixture, "replies", "open"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE reply_on IS NULL AND reply_note = ''"), 1);
}

/* --- Who was told is told again --- */

static void a_move_opens_the_task_to_tell_of_it(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t line = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	struct booking booking = first_booking(fixture, id);
	const struct booking_facts facts = facts_of(fixture, id);
	struct withdrawal w = {.conference_id = id, .reason = "mother in hospital", .agreed_by = "chair"};
	struct invitees_page page;
	day_number first = facts.conference.held_on;

	booking.slot.day = working_day_add(first, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(count(fixture, "change_notice", "open"), 0); /* nobody was told a day */
	tell(fixture, line);
	booking.version = facts_of(fixture, id).conference.version;
	booking.slot.day = first;
	MUST(casework_book(fixture->cw, &booking, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'change_notice' AND state = 'open'"
					 " AND due_on = '2026-04-01'"),
			 1);
	page = list_of(fixture, id);
	assert_non_null(strstr(line_of(&page, line)->standing, "still knows of "));
	booking.version = facts_of(fixture, id).conference.version;
	booking.slot.day = working_day_add(first, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
	MUST(casework_book(fixture->cw, &booking, f)); /* back to what they know of */
	assert_int_equal(count(fixture, "change_notice", "open"), 0);
	w.version = facts_of(fixture, id).conference.version;
	MUST(casework_cancel(fixture->cw, &w, f));
	assert_int_equal(count(fixture, "change_notice", "open"), 1);
}

/* Told of the first move in the morning; moved again after lunch. */
static void a_second_move_on_one_day_is_told_of_too(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t line = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	struct booking booking = first_booking(fixture, id);

	tell(fixture, line);
	for (int i = 0; i < 2; i++) {
		booking.version = facts_of(fixture, id).conference.version;
		booking.slot.day = working_day_add(booking.slot.day, 1, casework_calendar(fixture->cw), COUNT_LOCAL);
		MUST(casework_book(fixture->cw, &booking, f));
		assert_int_equal(count(fixture, "change_notice", "open"), 1);
		tell(fixture, line);
		number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-04-01' WHERE rule ="
				" 'change_notice'");
	}
}

static void who_is_taken_off_after_being_told_is_told(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	int64_t told = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	int64_t untold = put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Lee Ray"));

	tell(fixture, told);
	MUST(casework_invitee_remove(fixture->cw, untold, 1, "a slip", f));
	assert_int_equal(count(fixture, "change_notice", "open"), 0);
	MUST(casework_invitee_remove(fixture->cw, told, 1, "left the service", f));
	assert_int_equal(count(fixture, "change_notice", "open"), 1);
}

/* --- How it reads --- */

static void a_line_says_who_how_and_what_they_need(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	int64_t aunt = an_adult(fixture, family, "Ife", "Bello", RELATIONSHIP_AUNT, ANSWER_NO, "9 Elm Row");
	int64_t school = a_contact(fixture, "Station Primary School", "education", "K. Evans", "lead");
	int64_t bounced = a_contact(fixture, "Housing", "housing", "Jo Tan", "officer");
	struct invitee by_post = of_person(CAPACITY_FAMILY, mother), mail = of_contact(school), interpreter;
	struct invitee aunts = of_person(CAPACITY_FAMILY, aunt), chidi = of_person(CAPACITY_CHILD, 0);
	struct invitee broken = of_contact(bounced);
	struct invitees_page page;
	int64_t ids[6];

	number(fixture, "UPDATE contact SET bounced_on = '2026-03-03' WHERE id = %lld", (long long)bounced);
	by_post.method = aunts.method = METHOD_POST;
	by_post.language = "Polish";
	by_post.signing = "BSL";
	by_post.access = "step-free";
	by_post.transport = "taxi";
	chidi.person_id = child_named(fixture, "Chidi");
	chidi.method = METHOD_IN_PERSON;
	interpreter = typed(CAPACITY_INTERPRETER, "Polish interpreter");
	interpreter.language = "Polish";
	ids[0] = put_on(fixture, id, by_post);
	ids[1] = put_on(fixture, id, mail);
	ids[2] = put_on(fixture, id, aunts);
	ids[3] = put_on(fixture, id, chidi);
	ids[4] = put_on(fixture, id, broken);
	ids[5] = put_on(fixture, id, interpreter);
	const struct {
		const char *who, *how, *needs, *standing, *problem, *age;
		bool encouraged;
	} rows[] = {
		{"Ngozi Okonkwo, mother", "post", "Polish interpreter · BSL signing · step-free · transport: taxi",
		 "no address", "no postal address", "", false},
		{"K. Evans, Station Primary School", "e-mail", "", "not invited", "", "", false},
		{"Ife Bello, aunt", "post", "", "not invited", "", "", false},
		{"Chidi Okonkwo", "in person", "", "not invited", "", "12", true},
		{"Jo Tan, Housing", "e-mail, came back Tue 3 Mar", "", "no address", "e-mail came back Tue 3 Mar", "",
		 false},
		{"Polish interpreter", "telephone", "", "no address", "no telephone number", "", false},
	};
	page = list_of(fixture, id);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct invitee_line *line = line_of(&page, ids[i]);

		assert_string_equal(line->who, rows[i].who);
		assert_string_equal(line->how, rows[i].how);
		assert_string_equal(line->needs, rows[i].needs);
		assert_string_equal(line->standing, rows[i].standing);
		assert_string_equal(line->problem, rows[i].problem);
		assert_string_equal(line->age, rows[i].age);
		assert_true(line->encouraged == rows[i].encouraged);
	}
	assert_string_equal(page.family_words, "Okonkwo ×2");
	assert_string_equal(page.summary, "0 of 6 invited");
	assert_int_equal(casework_fixture_audited(fixture, "invitees.look"), 1);
}

/* A chair has this right for the conferences they chair, and no others. */
static void a_chair_invites_to_their_own_conferences(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct invitee one = typed(CAPACITY_SOLICITOR, "R. Shah");
	struct fault fault = {0};

	casework_fixture_open_as(fixture, "chair1", ROLE_BIT(ROLE_CHAIR));
	assert_false(casework_invitees_add(fixture->cw, id, &one, 1, &fault));
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
	assert_non_null(strstr(fault.message, "only for conferences"));
	number(fixture,
	       "UPDATE resource SET login = 'chair1' WHERE id = (SELECT chair_id FROM conference WHERE id ="
	       " %lld)",
	       (long long)id);
	MUST(casework_invitees_add(fixture->cw, id, &one, 1, f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_cannot_go_on_the_list_is_said_by_name),
		TEST(what_cannot_be_true_of_them_is_refused),
		TEST(the_same_twice_in_one_act_is_refused),
		TEST(who_is_new_was_told_nothing),
		TEST(a_conference_that_is_over_keeps_its_list),
		TEST(each_agency_owes_its_own_kind_of_report),
		TEST(one_report_is_the_social_workers),
		TEST(only_professionals_who_are_involved_owe_one),
		TEST(the_last_one_owing_who_is_not_involved_meets_the_deadline),
		TEST(reports_are_due_by_the_day_the_conference_has),
		TEST(a_move_asks_for_no_report_again),
		TEST(a_save_changes_what_its_form_shows_and_no_more),
		TEST(whoever_comes_for_somebody_goes_with_them),
		TEST(a_representative_says_why),
		TEST(an_answer_is_kept_with_its_day_and_meets_the_deadline),
		TEST(a_move_opens_the_task_to_tell_of_it),
		TEST(a_second_move_on_one_day_is_told_of_too),
		TEST(who_is_taken_off_after_being_told_is_told),
		TEST(a_line_says_who_how_and_what_they_need),
		TEST(a_chair_invites_to_their_own_conferences),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
