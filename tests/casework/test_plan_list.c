/* The list of children on plans: who is found by what, how each stood on any day, that a restricted family is silent,
 * and that nothing is told without being kept. */
#include "booking_steps.h"
#include "casework/intake.h"
#include "casework/pages.h"
#include "casework/plan_list.h"
#include "intake_rows.h"

#include <stdlib.h>

static void add(struct casework_fixture *fixture, struct intake_person row, const char *lines, const char *postcode,
		const char *kept_from)
{
	enum intake_result result;

	row.address.lines = lines;
	row.address.postcode = postcode;
	row.address.confidential_from = kept_from;
	MUST(intake_person(fixture->cw, &row, &result, f));
}

static void call_also(struct casework_fixture *fixture, const char *la_child_id, const char *alias)
{
	int64_t id = number(fixture, "SELECT id FROM person WHERE la_child_id = '%s'", la_child_id);
	struct person_record record;

	MUST(casework_person_record(fixture->cw, id, 0, &fixture->mem, &record, f));
	record.aliases = alias;
	record.address = NULL;
	MUST(casework_person_save(fixture->cw, &record, f));
}

/* Chidi: on a plan; his sister Ada was; Zofia: another authority's; Temilọlá has never been on one. */
static void make_list(struct casework_fixture *fixture)
{
	static const struct child_row plans[] = {
		{.la_child_id = "F1", .born_on = "2016-05-04", .plan_on = "2025-12-30"},
		{.la_child_id = "F2", .born_on = "2014-03-03", .plan_on = "2023-05-10", .plan_ended_on = "2024-03-03"},
		{.la_child_id = "F3", .born_on = "2019-11-20", .plan_on = "2025-07-10"},
	};

	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
		assert_int_equal(take_row(fixture, &plans[i]), INTAKE_ADDED);
	add(fixture, person_row("FAM-1", "F1", "Okonkwo", "Chidi", RELATIONSHIP_CHILD, "2016-05-04"),
	    "1 St John's Road", "ZZ6 9UZ", "");
	add(fixture, person_row("FAM-1", "F2", "Okonkwo", "Ada", RELATIONSHIP_CHILD, "2014-03-03"), "1 St John's Road",
	    "ZZ6 9UZ", "");
	add(fixture, person_row("FAM-1", "", "Eze", "Ngozi", RELATIONSHIP_MOTHER, "1990-02-11"), "1 St John's Road",
	    "ZZ6 9UZ", "");
	add(fixture, person_row("FAM-2", "F3", "Wiśniewska", "Zofia", RELATIONSHIP_CHILD, "2019-11-20"), "Refuge Lodge",
	    "ZZ2 1AA", "father");
	add(fixture, person_row("FAM-2", "", "Wiśniewski", "Łukasz", RELATIONSHIP_FATHER, "1988-01-30"), "9 Mill Row",
	    "ZZ3 3BB", "");
	add(fixture, person_row("FAM-3", "F4", "Ọ̀ṣúndé", "Temilọlá", RELATIONSHIP_CHILD, "2019-02-11"), "2 Low Street",
	    "ZZ4 4CC", "");
	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE person_id = (SELECT id FROM person WHERE"
			" la_child_id = 'F3')");
	call_also(fixture, "F3", "Zosia Nowak, Зофия");
}

static struct plan_list_found search(struct casework_fixture *fixture, const char *typed, const char *as_at)
{
	struct plan_list_found out;

	MUST(casework_plan_list_search(fixture->cw, typed, day_or_none(as_at), 20, false, &fixture->mem, &out, f));
	return out;
}

static int64_t child(struct casework_fixture *fixture, const char *la_child_id)
{
	return number(fixture, "SELECT id FROM person WHERE la_child_id = '%s'", la_child_id);
}

static void a_child_is_found_by_whatever_is_known(void **state)
{
	static const struct {
		const char *why, *typed;
		int count;
		const char *first, *found_by;
	} rows[] = {
		{"the surname", "okonkwo", 2, "Okonkwo, Chidi", ""},
		{"beginnings, in any order", "chi oko", 1, "Okonkwo, Chidi", ""},
		{"the mother's name: her children", "eze", 2, "Okonkwo, Chidi", "mother Ngozi Eze"},
		{"without the marks", "wisniewska", 1, "Wiśniewska, Zofia", ""},
		{"the father's, spelt plainly", "lukasz", 1, "Wiśniewska, Zofia", "father Łukasz Wiśniewski"},
		{"another name", "nowak", 1, "Wiśniewska, Zofia", "also Zosia Nowak, Зофия"},
		{"in another script", "зоф", 1, "Wiśniewska, Zofia", "also Zosia Nowak, Зофия"},
		{"the birth date", "4 5 2016", 1, "Okonkwo, Chidi", NULL},
		{"the birth date in words", "4 may 2016", 1, "Okonkwo, Chidi", NULL},
		{"the mother's birth date", "11 2 1990", 2, "Okonkwo, Chidi", "mother Ngozi Eze"},
		{"name and birth date", "okonkwo 3 3 2014", 1, "Okonkwo, Ada", NULL},
		{"a birth date that is another's", "okonkwo 3 3 2013", 0, NULL, NULL},
		{"the postcode", "zz6 9uz", 2, "Okonkwo, Chidi", "address"},
		{"the postcode run together", "ZZ69UZ", 2, "Okonkwo, Chidi", "address"},
		{"the street, without the apostrophe", "st johns road", 2, "Okonkwo, Chidi", "address"},
		{"a parent's address", "mill row", 1, "Wiśniewska, Zofia", "address of father Łukasz Wiśniewski"},
		{"the LA child id", "F3", 1, "Wiśniewska, Zofia", NULL},
		{"a child that never had a plan is not on the list", "osunde", 0, NULL, NULL},
		{"one letter is too few", "o", 0, NULL, NULL},
		{"nothing", "  ", 0, NULL, NULL},
		{"a sign is no operator", "\"oko* OR", 0, NULL, NULL},
	};
	struct casework_fixture *fixture = *state;

	make_list(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_list_found found = search(fixture, rows[i].typed, "");

		if ((int)found.lines.count != rows[i].count || found.total != found.lines.count || found.ask_manager)
			fail_msg("%s: %zu found of %zu", rows[i].why, found.lines.count, found.total);
		if (rows[i].first && strcmp(found.lines.items[0].name, rows[i].first) != 0)
			fail_msg("%s: %s", rows[i].why, found.lines.items[0].name);
		if (rows[i].found_by && strcmp(found.lines.items[0].found_by, rows[i].found_by) != 0)
			fail_msg("%s: %s", rows[i].why, found.lines.items[0].found_by);
	}
}

/* Heard over the telephone. Short words are taken as they stand, and the first letter is. */
static void whoever_is_spelt_alike_is_found_where_nobody_is_called_so(void **state)
{
	static const struct {
		const char *why, *typed, *first;
	} rows[] = {
		{"a letter left out", "okonko", "Okonkwo, Chidi"},
		{"two letters wrong, with the beginning of another name", "wishniefska zof", "Wiśniewska, Zofia"},
		{"the mother's name", "ngosi", "Okonkwo, Chidi"},
		{"another first letter is another name", "akonkwo", NULL},
		{"a name too far off", "okafor", NULL},
		{"too short to tell", "oza", NULL},
		{"a figure is no name", "okonko 4", NULL},
	};
	struct casework_fixture *fixture = *state;

	make_list(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_list_found found = search(fixture, rows[i].typed, "");
		const char *first = found.lines.count ? found.lines.items[0].name : NULL;

		if (found.only_alike != (rows[i].first != NULL) || (first == NULL) != (rows[i].first == NULL) ||
		    (first && strcmp(first, rows[i].first) != 0))
			fail_msg("%s: %s", rows[i].why, first ? first : "nobody");
	}
	assert_false(search(fixture, "okonkwo", "").only_alike);
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE reference = 'FAM-1'");
	assert_int_equal(search(fixture, "okonko", "").lines.count, 0);
}

static void an_address_that_changed_is_found_by_both(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person_record record;
	struct address moved = {.lines = "Flat 4, Rose Court", .postcode = "ZZ9 9ZZ", .confidential_from = ""};

	make_list(fixture);
	MUST(casework_person_record(fixture->cw, child(fixture, "F1"), 0, &fixture->mem, &record, f));
	moved.from_on = date_from_iso("2026-02-01");
	moved.to_on = DAY_NONE;
	record.address = &moved;
	MUST(casework_person_save(fixture->cw, &record, f));
	assert_int_equal(search(fixture, "rose court", "").lines.count, 1);
	assert_string_equal(search(fixture, "rose court", "").lines.items[0].home, "Flat 4, Rose Court, ZZ9 9ZZ");
	assert_string_equal(search(fixture, "chidi", "2026-01-31").lines.items[0].home, "1 St John's Road, ZZ6 9UZ");
	moved.lines = "Flat 5, Rose Court";
	MUST(casework_person_record(fixture->cw, child(fixture, "F1"), 0, &fixture->mem, &record, f));
	record.address = &moved;
	MUST(casework_person_save(fixture->cw, &record, f));
	assert_int_equal(search(fixture, "flat 4", "").lines.count, 0); /* it was a slip of the keys */
	assert_int_equal(search(fixture, "flat 5", "").lines.count, 1);
}

/* Was this child on a plan on that day? Ada's was from 10 May 2023 to 3 March 2024. */
static void the_list_is_as_it_was_on_any_day(void **state)
{
	static const struct {
		const char *la_child_id, *typed, *day;
		enum list_standing standing;
		const char *words;
	} rows[] = {
		{"F2", "ada", "2023-05-09", LIST_LATER, "plan began later, 10 May 2023"},
		{"F2", "ada", "2023-05-10", LIST_ON_PLAN, "on a plan since 10 May 2023"},
		{"F2", "ada", "2024-03-02", LIST_ON_PLAN, "on a plan since 10 May 2023"},
		{"F2", "ada", "2024-03-03", LIST_ENDED, "plan ended 3 Mar 2024"},
		{"F2", "ada", "", LIST_ENDED, "plan ended 3 Mar 2024"},
		{"F1", "chidi", "2025-12-29", LIST_LATER, "plan began later, 30 Dec 2025"},
		{"F1", "chidi", "", LIST_ON_PLAN, "on a plan since 30 Dec 2025"},
		{"F3", "zofia", "", LIST_ON_PLAN, "on a plan since 10 Jul 2025, another authority's"},
	};
	static const struct {
		const char *day;
		size_t count;
	} days[] = {{"2023-05-09", 0},
		    {"2023-05-10", 1},
		    {"2024-03-02", 1},
		    {"2024-03-03", 0},
		    {"2025-07-10", 1},
		    {"2025-12-30", 2},
		    {"", 2}};
	struct casework_fixture *fixture = *state;

	make_list(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_list_found found = search(fixture, rows[i].typed, rows[i].day);
		struct plan_list_entry entry;

		assert_int_equal(found.lines.count, 1);
		MUST(casework_plan_list_entry(fixture->cw, child(fixture, rows[i].la_child_id),
					      day_or_none(rows[i].day), &fixture->mem, &entry, f));
		if (found.lines.items[0].standing != rows[i].standing || entry.line.standing != rows[i].standing ||
		    strcmp(found.lines.items[0].standing_words, rows[i].words) != 0)
			fail_msg("%s on %s: %s", rows[i].la_child_id, rows[i].day, found.lines.items[0].standing_words);
	}
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct plan_list_line_list all;
		struct plan_list_counts counts;

		MUST(casework_plan_list_as_at(fixture->cw, day_or_none(days[i].day), &fixture->mem, &all, f));
		MUST(casework_plan_list_counts(fixture->cw, day_or_none(days[i].day), &counts, f));
		if (all.count != days[i].count || counts.children != (int64_t)days[i].count)
			fail_msg("on %s: %zu on plans, %lld counted", days[i].day, all.count,
				 (long long)counts.children);
		assert_int_equal(counts.by_category[CATEGORY_NEGLECT], counts.children);
	}
	assert_int_equal(search(fixture, "okonkwo", "2023-06-01").lines.items[0].standing,
			 LIST_ON_PLAN); /* Ada first */
}

static void an_entry_tells_what_may_be_said_and_no_more(void **state)
{
	struct casework_fixture *fixture = *state;
	struct plan_list_entry entry;

	make_list(fixture);
	number(fixture,
	       "UPDATE conference SET social_worker = 'Tomasz Campbell' WHERE id = (SELECT conference_id FROM plan"
	       " WHERE person_id = %lld)",
	       (long long)child(fixture, "F1"));
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F1"), DAY_NONE, &fixture->mem, &entry, f));
	assert_string_equal(entry.address, "1 St John's Road\nZZ6 9UZ");
	assert_int_equal(entry.family.count, 1);
	assert_string_equal(entry.family.items[0].name, "Ngozi Eze");
	assert_int_equal(entry.others.count, 1);
	assert_string_equal(entry.others.items[0].name, "Okonkwo, Ada");
	assert_int_equal(entry.others.items[0].standing, LIST_ENDED);
	assert_non_null(strstr(entry.may_say, "Chidi Okonkwo, born 4 May 2016, is on a child protection plan"));
	assert_null(strstr(entry.may_say, "Road"));
	assert_null(strstr(entry.may_say, "Eze"));
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F2"), date_from_iso("2024-03-02"), &fixture->mem,
				      &entry, f));
	assert_non_null(strstr(entry.may_say, "was on a child protection plan on 2 Mar 2024, since 10 May 2023"));
	assert_int_equal(entry.review_due, DAY_NONE); /* a review to come says nothing of a day that is past */
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F3"), DAY_NONE, &fixture->mem, &entry, f));
	assert_string_equal(entry.address, "");
	assert_string_equal(entry.kept_from, "father");
	assert_string_equal(entry.line.home, "kept confidential");
	assert_non_null(strstr(entry.may_say, "another authority's"));
	REFUSED(casework_plan_list_entry(fixture->cw, child(fixture, "F4"), DAY_NONE, &fixture->mem, &entry, f), "",
		"never was");
}

/* A child lives where its mother does: what is kept of hers is kept of the child's, marked or not. */
static void a_home_that_is_kept_of_anybody_is_kept_of_all(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row plan = {.la_child_id = "F9", .born_on = "2020-01-09", .plan_on = "2025-12-30"};
	struct plan_list_entry entry;

	assert_int_equal(take_row(fixture, &plan), INTAKE_ADDED);
	add(fixture, person_row("FAM-9", "F9", "Haddad", "Layla", RELATIONSHIP_CHILD, "2020-01-09"), "5 Hill Top",
	    "ZZ7 7AA", "");
	assert_string_equal(search(fixture, "layla", "").lines.items[0].home, "5 Hill Top, ZZ7 7AA");
	add(fixture, person_row("FAM-9", "", "Haddad", "Rana", RELATIONSHIP_MOTHER, "1994-04-04"), "5 Hill Top",
	    "ZZ7 7AA", "father");
	assert_string_equal(search(fixture, "layla", "").lines.items[0].home, "kept confidential");
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F9"), DAY_NONE, &fixture->mem, &entry, f));
	assert_string_equal(entry.address, "");
	assert_string_not_equal(entry.kept_from, "");
	assert_int_equal(search(fixture, "hill top", "").lines.count, 1); /* who knows the address is answered */
}

/* --- Recording --- */

static struct list_enquiry an_enquiry(int64_t person)
{
	return (struct list_enquiry){.asker = "Dr Imran Shah",
				     .asker_role = "registrar",
				     .agency = "Northgate Hospital",
				     .purpose = "a burn, waiting in the emergency department",
				     .checked = LIST_CHECK_CALL_BACK,
				     .checked_with = "01632 960700",
				     .words = "Chidi Okonkwo, 4 May 2016",
				     .person_id = person,
				     .as_at = DAY_NONE,
				     .answer = LIST_ANSWER_TOLD};
}

static void an_enquiry_without_a_check_is_refused(void **state)
{
	static const struct {
		const char *why;
		struct list_enquiry change;
		const char *field, *words;
	} rows[] = {
		{"nobody asks", {.asker = " "}, "asker", "Enter the name"},
		{"for no agency", {.agency = ""}, "agency", "Enter the agency"},
		{"for no reason", {.purpose = ""}, "purpose", "why they need"},
		{"about nobody", {.words = ""}, "words", "whom they asked"},
		{"rung back, on what number?", {.checked_with = "the ward"}, "checked_with", "number"},
		{"a mail from where?",
		 {.checked = LIST_CHECK_SECURE_MAIL, .checked_with = "the ward"},
		 "checked_with",
		 "address"},
		{"which card?", {.checked = LIST_CHECK_IN_PERSON, .checked_with = ""}, "checked_with", "card"},
		{"a known voice is no check", {.checked = LIST_CHECK_KNOWN_VOICE}, "unchecked_why", "Ring back"},
		{"nor is nothing", {.checked = LIST_CHECK_NOT_CHECKED}, "unchecked_why", "Ring back"},
		{"a day to come", {.as_at = 30000}, "as_at", "to come"},
		{"a control character in a name", {.asker = "Dr\x01Shah"}, "asker", "cannot be kept"},
	};
	struct casework_fixture *fixture = *state;

	make_list(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct list_enquiry *change = &rows[i].change;
		struct list_enquiry e = an_enquiry(child(fixture, "F1"));
		struct fault f = {0};

		e.asker = change->asker ? change->asker : e.asker;
		e.agency = change->agency ? change->agency : e.agency;
		e.purpose = change->purpose ? change->purpose : e.purpose;
		e.words = change->words ? change->words : e.words;
		e.checked_with = change->checked_with ? change->checked_with : e.checked_with;
		e.checked = change->checked;
		e.as_at = change->as_at ? change->as_at : e.as_at;
		if (casework_plan_list_record(fixture->cw, &e, &fixture->mem, &f))
			fail_msg("%s: was kept", rows[i].why);
		if (strcmp(f.field, rows[i].field) != 0 || !strstr(f.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, f.field, f.message);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM list_enquiry"), 0);
	assert_int_equal(casework_fixture_audited(fixture, "list.answer"), 0);
}

static void what_was_told_is_kept_for_ever(void **state)
{
	struct casework_fixture *fixture = *state;
	struct list_enquiry e;
	struct plan_list_asked_list log;

	make_list(fixture);
	e = an_enquiry(child(fixture, "F1"));
	MUST(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f));
	e = an_enquiry(0);
	e.words = "Temilola Osunde";
	MUST(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f));
	e = an_enquiry(child(fixture, "F2"));
	e.checked = LIST_CHECK_KNOWN_VOICE;
	e.unchecked_why = "the switchboard did not answer and the child was being discharged";
	MUST(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f));
	e = an_enquiry(child(fixture, "F2"));
	e.checked = LIST_CHECK_NOT_CHECKED;
	e.answer = LIST_ANSWER_NOTHING;
	MUST(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f)); /* told nothing needs no check */
	MUST(casework_plan_list_enquiries(fixture->cw, DAY_NONE, DAY_NONE, 0, &fixture->mem, &log, f));
	assert_int_equal(log.count, 4);
	assert_string_equal(log.items[0].enquiry.told, "Told nothing.");
	assert_string_equal(log.items[2].child, "");
	assert_non_null(strstr(log.items[2].enquiry.told, "Nobody who was described so was on the list"));
	assert_string_equal(log.items[3].child, "Chidi Okonkwo");
	assert_non_null(strstr(log.items[3].enquiry.told, "is on a child protection plan"));
	MUST(casework_plan_list_enquiries(fixture->cw, DAY_NONE, DAY_NONE, child(fixture, "F2"), &fixture->mem, &log,
					  f));
	assert_int_equal(log.count, 2);
	MUST(casework_plan_list_enquiries(fixture->cw, date_from_iso("2020-01-01"), date_from_iso("2020-01-02"), 0,
					  &fixture->mem, &log, f));
	assert_int_equal(log.count, 0);
	number(fixture, "UPDATE list_enquiry SET told = 'nothing at all'");
	number(fixture, "DELETE FROM list_enquiry");
	assert_int_equal(number(fixture, "SELECT count(*) FROM list_enquiry WHERE told = 'nothing at all'"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM list_enquiry"), 4);
	assert_int_equal(casework_fixture_audited(fixture, "list.answer"), 4);
}

static void every_look_leaves_a_row(void **state)
{
	struct casework_fixture *fixture = *state;
	struct plan_list_found found;
	struct plan_list_entry entry;

	make_list(fixture);
	search(fixture, "oko", "");
	assert_int_equal(casework_fixture_audited(fixture, "list.search"), 0); /* the next letter is still to come */
	MUST(casework_plan_list_search(fixture->cw, "okonkwo", date_from_iso("2024-01-01"), 20, true, &fixture->mem,
				       &found, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'list.search'"),
			    "\"okonkwo\" as at 1 Jan 2024: 2 found");
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F1"), DAY_NONE, &fixture->mem, &entry, f));
	assert_int_equal(casework_fixture_audited(fixture, "list.entry"), 1);
}

/* --- A restricted family --- */

static void hide(struct casework_fixture *fixture)
{
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE reference = 'FAM-1'");
	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
}

/* Nothing but the duty manager's answer, and that only when somebody of it is named beyond doubt. */
static void a_restricted_family_is_silent(void **state)
{
	static const struct {
		const char *why, *typed;
		bool ask_manager;
	} rows[] = {
		{"a surname alone says nothing", "okonkwo", false},
		{"nor do beginnings", "chid okon", false},
		{"nor the birth date alone: it may be anybody's", "4 5 2016", false},
		{"nor the postcode", "zz6 9uz", false},
		{"the whole name", "chidi okonkwo", true},
		{"the whole name of one whose plan has ended", "Ada OKONKWO", true},
		{"a name and the birth date", "chidi 4 5 2016", true},
		{"a parent's whole name", "ngozi eze", true},
		{"the whole name with another birth date is another child", "chidi okonkwo 5 5 2016", false},
		{"the whole address", "1 st johns road", true},
		{"a visible child is answered as ever", "zofia wisniewska", false},
	};
	struct casework_fixture *fixture = *state;
	struct plan_list_found found;

	make_list(fixture);
	hide(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		found = search(fixture, rows[i].typed, "");
		if (found.ask_manager != rows[i].ask_manager)
			fail_msg("%s", rows[i].why);
		for (size_t k = 0; k < found.lines.count; k++)
			if (strstr(found.lines.items[k].name, "Okonkwo"))
				fail_msg("%s: is listed", rows[i].why);
	}
	MUST(casework_plan_list_search(fixture->cw, "chidi okonkwo", DAY_NONE, 20, true, &fixture->mem, &found, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%okonkwo%%'"), 0);
}

/* Chidi is on a plan and not to be counted: Zofia is the only one. */
static void a_restricted_family_is_in_no_count_and_no_list(void **state)
{
	struct casework_fixture *fixture = *state;
	struct plan_list_line_list all;
	struct plan_list_counts counts;

	make_list(fixture);
	hide(fixture);
	MUST(casework_plan_list_counts(fixture->cw, DAY_NONE, &counts, f));
	assert_int_equal(counts.children, 1);
	assert_int_equal(counts.other_authority, 1);
	casework_fixture_open_as(fixture, "stranger", ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_MANAGER));
	MUST(casework_plan_list_as_at(fixture->cw, DAY_NONE, &fixture->mem, &all, f));
	assert_int_equal(all.count, 1);
	assert_string_equal(all.items[0].name, "Wiśniewska, Zofia");
	assert_true(all.items[0].is_home_kept);
}

static void an_enquiry_about_a_restricted_family_goes_to_the_manager(void **state)
{
	struct casework_fixture *fixture = *state;
	struct list_enquiry e;
	struct plan_list_asked_list log;
	struct plan_list_entry entry;
	struct plan_list_found found;
	int64_t hidden;

	make_list(fixture);
	hidden = child(fixture, "F1");
	hide(fixture);
	REFUSED(casework_plan_list_entry(fixture->cw, hidden, DAY_NONE, &fixture->mem, &entry, f), "", "restricted");
	e = an_enquiry(hidden);
	REFUSED(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f), "", "restricted");
	e = an_enquiry(0);
	REFUSED(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f), "answer", "duty manager");
	e.answer = LIST_ANSWER_MANAGER;
	MUST(casework_plan_list_record(fixture->cw, &e, &fixture->mem, f));
	assert_string_equal(e.told, "Sent to the duty manager.");
	MUST(casework_plan_list_enquiries(fixture->cw, DAY_NONE, DAY_NONE, 0, &fixture->mem, &log, f));
	assert_int_equal(log.count, 1);
	assert_string_equal(log.items[0].child, "Restricted");
	assert_string_equal(log.items[0].enquiry.words, "");
	assert_int_equal(log.items[0].enquiry.person_id, 0);
	MUST(casework_plan_list_enquiries(fixture->cw, DAY_NONE, DAY_NONE, hidden, &fixture->mem, &log, f));
	assert_int_equal(log.count, 0);
	number(fixture,
	       "INSERT INTO family_named (family_id, user_id) SELECT f.id, u.id FROM family AS f, user_account AS"
	       " u WHERE f.reference = 'FAM-1' AND u.login = 'night'");
	found = search(fixture, "chidi okonkwo", "");
	assert_false(found.ask_manager);
	assert_int_equal(found.lines.count, 1);
	MUST(casework_plan_list_enquiries(fixture->cw, DAY_NONE, DAY_NONE, 0, &fixture->mem, &log, f));
	assert_string_equal(log.items[0].child, "Chidi Okonkwo"); /* whoever is named for it reads whom it was about */
}

/* The out-of-hours account sees the list and nothing else. */
static void out_of_hours_sees_the_list_only(void **state)
{
	struct casework_fixture *fixture = *state;
	struct plan_list_line_list all;
	struct plan_list_entry entry;
	struct child_page page;
	struct found_list found;

	make_list(fixture);
	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	assert_int_equal(search(fixture, "okonkwo", "").lines.count, 2);
	MUST(casework_plan_list_entry(fixture->cw, child(fixture, "F1"), DAY_NONE, &fixture->mem, &entry, f));
	REFUSED(casework_child_page(fixture->cw, child(fixture, "F1"), &fixture->mem, &page, f), "", "You may not");
	REFUSED(casework_find(fixture->cw, "okonkwo", 9, false, &fixture->mem, &found, f), "", "You may not");
	REFUSED(casework_plan_list_as_at(fixture->cw, DAY_NONE, &fixture->mem, &all, f), "", "You may not");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_child_is_found_by_whatever_is_known),
		FIXTURE_TEST(whoever_is_spelt_alike_is_found_where_nobody_is_called_so),
		FIXTURE_TEST(an_address_that_changed_is_found_by_both),
		FIXTURE_TEST(the_list_is_as_it_was_on_any_day),
		FIXTURE_TEST(an_entry_tells_what_may_be_said_and_no_more),
		FIXTURE_TEST(a_home_that_is_kept_of_anybody_is_kept_of_all),
		FIXTURE_TEST(an_enquiry_without_a_check_is_refused),
		FIXTURE_TEST(what_was_told_is_kept_for_ever),
		FIXTURE_TEST(every_look_leaves_a_row),
		FIXTURE_TEST(a_restricted_family_is_silent),
		FIXTURE_TEST(a_restricted_family_is_in_no_count_and_no_list),
		FIXTURE_TEST(an_enquiry_about_a_restricted_family_goes_to_the_manager),
		FIXTURE_TEST(out_of_hours_sees_the_list_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
