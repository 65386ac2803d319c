/* Who is proposed for a list: each rule of practice a row, and a whole family as an officer meets it. */
#include "invite_steps.h"

struct wanted {
	const char *who, *why; /* why: the words it must hold */
	bool wanted;
};

static void are_proposed(const struct invitee_proposal_list *list, const struct wanted *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct invitee_proposal *one = proposal_called(list, rows[i].who);

		if (!one)
			fail_msg("%s is not proposed", rows[i].who);
		if (!strstr(one->why, rows[i].why) || one->wanted != rows[i].wanted)
			fail_msg("%s: %s, %s", rows[i].who, one->why, one->wanted ? "wanted" : "not wanted");
	}
}

/* A conference for a family that is there, about children it has; type initial. */
static int64_t another_conference(struct casework_fixture *fixture, int64_t family, const char *child)
{
	const struct request_child children[] = {{.person_id = child_named(fixture, child)}};
	struct request request = a_request(children, 1, "2026-03-30");

	request.family_id = family;
	return taken(fixture, &request);
}

static void took_place(struct casework_fixture *fixture, int64_t conference)
{
	number(fixture, "UPDATE conference SET state = 'closed', held_on = '2026-01-05' WHERE id = %lld",
	       (long long)conference);
	number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-01-05' WHERE rule = 'icpc'");
}

static void the_family_is_proposed_by_what_each_is_to_the_children(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	const struct wanted rows[] = {
		{"Chidi Okonkwo", "12: encouraged to come from 12", true},
		{"Ada Okonkwo", "6: the chair decides", false},
		{"Ngozi Okonkwo, mother", "mother, same home, parental responsibility", true},
		{"Emeka Okonkwo, father", "father, lives elsewhere", true},
		{"Bola Ade, parent's partner", "parent's partner", true},
		{"Femi Ade, carer", "carer", true},
		{"Grace Obi, grandmother", "grandmother", false},
		{"Tola Obi, aunt", "aunt, parental responsibility", true},
	};
	struct invitee_proposal_list list;
	const char *child = "INSERT INTO address (person_id, lines) SELECT id, '1 Elm Row' FROM person WHERE"
			    " given_names = 'Ada'";

	number(fixture, "%s", child);
	an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "1 Elm  Row");
	an_adult(fixture, family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_NO, "7 Ash Lane");
	an_adult(fixture, family, "Bola", "Ade", RELATIONSHIP_PARTNER, ANSWER_NO, "");
	an_adult(fixture, family, "Femi", "Ade", RELATIONSHIP_CARER, ANSWER_NO, "");
	an_adult(fixture, family, "Grace", "Obi", RELATIONSHIP_GRANDMOTHER, ANSWER_NO, "");
	an_adult(fixture, family, "Tola", "Obi", RELATIONSHIP_AUNT, ANSWER_YES, "");
	list = proposed_for(fixture, id);
	are_proposed(&list, rows, sizeof rows / sizeof *rows);
	assert_string_equal(proposal_called(&list, "Emma Evans, Children's social care")->why,
			    "the children's social worker");
	assert_int_equal(casework_fixture_audited(fixture, "invitees.propose"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee"), 0);
}

/* As each says they like to be reached; with what they need. */
static void each_is_reached_and_helped_as_they_need(void **state)
{
	static const struct {
		const char *way;
		enum invite_method method;
	} rows[] = {{"any", METHOD_POST},        {"post", METHOD_POST},      {"email", METHOD_EMAIL},
		    {"phone", METHOD_TELEPHONE}, {"text", METHOD_TELEPHONE}, {"by_hand", METHOD_IN_PERSON}};
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");

	number(fixture,
	       "UPDATE person SET needs_interpreter = 1, language = 'Igbo', signing = 'BSL', access = 'step-free'"
	       " WHERE id = %lld",
	       (long long)mother);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct invitee_proposal_list list;
		const struct invitee *one;

		number(fixture, "UPDATE person SET reached_by = '%s' WHERE id = %lld", rows[i].way, (long long)mother);
		list = proposed_for(fixture, id);
		one = &proposal_called(&list, "Ngozi Okonkwo, mother")->invitee;
		assert_int_equal(one->method, rows[i].method);
		assert_string_equal(one->language, "Igbo");
		assert_string_equal(one->signing, "BSL");
		assert_string_equal(one->access, "step-free");
		assert_non_null(proposal_called(&list, "Igbo interpreter"));
	}
}

/* Every agency that stands in the settings, one contact each. */
static void a_directory(struct casework_fixture *fixture)
{
	a_contact(fixture, "Health Visiting", "health", "Ruth Abbey", "health visitor");
	a_contact(fixture, "School Nursing", "health", "Ken Bird", "school nurse");
	a_contact(fixture, "Police Protection Unit", "police", "Sam Hall", "constable");
	a_contact(fixture, "Probation", "probation", "Mo Khan", "officer");
	a_contact(fixture, "Midwifery", "health", "Eve Ross", "midwife");
	a_contact(fixture, "Neonatal Unit", "health", "Tim Vale", "consultant");
	a_contact(fixture, "Station Primary School", "education", "K. Evans", "designated safeguarding lead");
	a_contact(fixture, "Advocacy Service", "advocacy", "Lou Marsh", "advocate");
}

static void agencies_are_asked_by_the_childrens_ages(void **state)
{
	static const char *const all[] = {"Ruth Abbey, Health Visiting",
					  "Ken Bird, School Nursing",
					  "Sam Hall, Police Protection Unit",
					  "Mo Khan, Probation",
					  "Eve Ross, Midwifery",
					  "Tim Vale, Neonatal Unit",
					  "K. Evans, Station Primary School",
					  "Lou Marsh, advocate"};
	static const struct {
		const char *why, *born, *expected;
		bool asked[8];
	} rows[] = {
		{"a baby", "2025-12-01", NULL, {true, false, true, true, false, false, false, false}},
		{"of four", "2022-02-01", NULL, {true, false, true, true, false, false, true, false}},
		{"of eight", "2018-02-01", NULL, {false, true, true, true, false, false, true, true}},
		{"unborn", NULL, "2026-06-20", {true, false, true, true, true, true, false, false}},
	};
	struct casework_fixture *fixture = *state;

	a_directory(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char surname[20];
		struct request_child child = {.person = a_child("Sol", "", "")};
		struct request request;
		struct invitee_proposal_list list;

		snprintf(surname, sizeof surname, "Family%zu", i);
		child.person.surname = surname;
		child.person.born_on = rows[i].born ? date_from_iso(rows[i].born) : DAY_NONE;
		child.person.expected_on = rows[i].expected ? date_from_iso(rows[i].expected) : DAY_NONE;
		request = a_request(&child, 1, "2026-03-26");
		request.type = rows[i].born ? CONFERENCE_INITIAL : CONFERENCE_PRE_BIRTH;
		list = proposed_for(fixture, taken(fixture, &request));
		for (size_t k = 0; k < 8; k++)
			if (!!proposal_called(&list, all[k]) != rows[i].asked[k])
				fail_msg("%s: %s", rows[i].why, all[k]);
		for (size_t k = 0; k < list.count; k++)
			assert_true(rows[i].born || list.items[k].invitee.capacity != CAPACITY_CHILD);
	}
}

/* A tick is the officer's where the settings only say who might come. */
static void who_might_come_is_not_ticked(void **state)
{
	const struct wanted rows[] = {
		{"Sam Hall, Police Protection Unit", "police: asked to every conference", true},
		{"Mo Khan, Probation", "probation: always asked for written information", true},
		{"Ken Bird, School Nursing", "school nursing: child of 5 or older", true},
		{"Jo Tan, Housing", "housing: where they are involved", false},
		{"Lou Marsh, advocate", "an advocate is offered from 5", true},
	};
	struct casework_fixture *fixture = *state;
	struct invitee_proposal_list list;

	a_directory(fixture);
	a_contact(fixture, "Housing", "housing", "Jo Tan", "officer");
	list = proposed_for(fixture, a_booked_conference(fixture, "Okonkwo"));
	are_proposed(&list, rows, sizeof rows / sizeof *rows);
}

/* Nobody of the police on the list looks like a list without the police: it is said, until somebody of them is on it.
 */
static void an_agency_of_whom_nobody_is_known_is_named(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"); /* children of 12 and 6 */
	struct invitee typed = {.conference_id = id,
				.capacity = CAPACITY_PROFESSIONAL,
				.name = "Sam Hall",
				.role = "constable",
				.agency = "Police Protection Unit",
				.method = METHOD_POST};

	assert_string_equal(proposed_for(fixture, id).unnamed, "school nursing, police, probation");
	assert_string_equal(list_of(fixture, id).unnamed, "school nursing, police, probation");
	a_contact(fixture, "Probation", "probation", "Mo Khan", "officer");
	assert_string_equal(proposed_for(fixture, id).unnamed, "school nursing, police");
	MUST(casework_invitees_add(fixture->cw, id, &typed, 1, f));
	assert_string_equal(proposed_for(fixture, id).unnamed, "school nursing");
	assert_string_equal(list_of(fixture, id).unnamed, "school nursing");
	a_contact(fixture, "School Nursing North", "health", "Ken Bird", "school nurse");
	assert_string_equal(proposed_for(fixture, id).unnamed, "");
	a_contact(fixture, "School Nursing South", "health", "Una Dale", "school nurse"); /* and nothing tells which */
	assert_string_equal(proposed_for(fixture, id).unnamed, "school nursing");
}

/* Which school is the children's nothing tells: it is left to the officer, and said that it is. */
static void an_agency_of_which_there_are_several_is_to_be_chosen(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), school;
	struct invitee chosen = {.conference_id = id, .capacity = CAPACITY_PROFESSIONAL, .method = METHOD_EMAIL};

	assert_string_equal(proposed_for(fixture, id).unchosen, ""); /* nobody is known, and they need not come */
	school = a_contact(fixture, "Station Primary School", "education", "K. Evans", "designated safeguarding lead");
	assert_string_equal(proposed_for(fixture, id).unchosen, ""); /* the only one is proposed */
	a_contact(fixture, "Beacon Academy", "education", "P. Rao", "designated safeguarding lead");
	a_contact(fixture, "Harbour Surgery", "gp", "Dr Amin", "GP");
	a_contact(fixture, "Priory Surgery", "gp", "Dr Lee", "GP");
	a_contact(fixture, "Education Welfare", "education", "Mo Ray", "officer"); /* proposed, and no school */
	assert_string_equal(proposed_for(fixture, id).unchosen, "education, gp");
	chosen.contact_id = school;
	MUST(casework_invitees_add(fixture->cw, id, &chosen, 1, f));
	assert_string_equal(proposed_for(fixture, id).unchosen, "gp");
}

/* A service for those who suffer abuse, and somebody from whom a home is kept or who was to stay away. */
static void a_service_against_abuse_is_not_named_by_accident(void **state)
{
	struct casework_fixture *fixture = *state;
	struct settings *settings = (struct settings *)casework_settings(fixture->cw);
	struct settings_standing services[] = {{.agency = "domestic abuse service",
						.role = "",
						.when_born = true,
						.age_to = 17,
						.is_wanted = true,
						.report_kind = ""}};
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id), service, father;
	const struct invitee_proposal *one;
	struct invitee_proposal_list list;

	settings->standing.items = services;
	settings->standing.count = 1;
	service = a_contact(fixture, "Domestic Abuse Service", "voluntary", "Rita Cole", "adviser");
	an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "7 Rose Row");
	father = an_adult(fixture, family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES, "");
	list = proposed_for(fixture, id);
	one = proposal_called(&list, "Rita Cole, Domestic Abuse Service");
	assert_non_null(one);
	assert_true(one->wanted);
	assert_null(strstr(one->why, "would be named"));
	number(fixture, "UPDATE address SET confidential_from = 'father' WHERE lines = '7 Rose Row'");
	list = proposed_for(fixture, id);
	one = proposal_called(&list, "Rita Cole, Domestic Abuse Service");
	assert_false(one->wanted);
	assert_non_null(
		strstr(one->why, "would be named to the father, and an address is kept from them: another sitting"));
	assert_null(strstr(proposal_called(&list, "Ngozi Okonkwo, mother")->why, "would"));
	put_on(fixture, id, of_contact(service));
	list = proposed_for(fixture, id);
	assert_non_null(strstr(proposal_called(&list, "Emeka Okonkwo, father")->why,
			       "would read that Domestic Abuse Service comes"));
	number(fixture, "UPDATE invitee SET is_withdrawn = 1");
	number(fixture, "UPDATE address SET confidential_from = ''");
	service = put_on(fixture, id, of_person(CAPACITY_FAMILY, father));
	number(fixture, "UPDATE invitee SET exclusion = 'asked', exclusion_reason = 'disruption' WHERE id = %lld",
	       (long long)service);
	list = proposed_for(fixture, id);
	assert_non_null(strstr(proposal_called(&list, "Rita Cole, Domestic Abuse Service")->why,
			       "it was asked that they stay away"));
	settings->standing.count = 0;
}

/* Whatever the settings leave out. */
static void some_are_asked_without_settings(void **state)
{
	const struct wanted rows[] = {
		{"Mo Khan, Probation", "written information", true},
		{"Eve Ross, Midwifery", "unborn child", true},
		{"Tim Vale, Neonatal Unit", "unborn child", true},
	};
	struct casework_fixture *fixture = *state;
	struct request_child child = {.person = a_child("", "Okonkwo", "")};
	struct request request = a_request(&child, 1, "2026-03-26");
	struct settings *settings = (struct settings *)casework_settings(fixture->cw);
	struct invitee_proposal_list list;
	int64_t id;

	a_directory(fixture);
	child.person.expected_on = date_from_iso("2026-06-20");
	request.type = CONFERENCE_PRE_BIRTH;
	id = taken(fixture, &request);
	settings->standing.count = 0;
	list = proposed_for(fixture, id);
	are_proposed(&list, rows, sizeof rows / sizeof *rows);
	assert_null(proposal_called(&list, "Sam Hall, Police Protection Unit"));
}

static void whom_of_an_agency_to_ask(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id), again;
	struct invitee_proposal_list list;

	a_contact(fixture, "School Nursing", "health", "Ada Old", "school nurse");
	a_contact(fixture, "School Nursing", "health", "Bob Manager", "manager");
	a_contact(fixture, "School Nursing", "health", "Cat New", "school nurse");
	number(fixture, "UPDATE contact SET checked_on = '2026-03-20' WHERE name IN ('Cat New', 'Bob Manager')");
	list = proposed_for(fixture, id);
	assert_non_null(proposal_called(&list, "Cat New, School Nursing")); /* the role, then checked last */
	assert_null(proposal_called(&list, "Ada Old, School Nursing"));
	put_on(fixture, id, of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'Ada Old'")));
	list = proposed_for(fixture, id);
	assert_null(proposal_called(&list, "Cat New, School Nursing")); /* the agency is there */
	took_place(fixture, id);
	again = another_conference(fixture, family, "Ada");
	list = proposed_for(fixture, again);
	assert_non_null(proposal_called(&list, "Ada Old, School Nursing")); /* came last time */
	assert_null(proposal_called(&list, "Cat New, School Nursing"));
}

/* The wrong school would read what is none of its business. */
static void no_school_is_guessed_among_several(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id), school;
	struct invitee_proposal_list list;

	school = a_contact(fixture, "Station Primary School", "education", "K. Evans", "designated safeguarding lead");
	a_contact(fixture, "Beacon Academy", "education", "P. Rao", "designated safeguarding lead");
	list = proposed_for(fixture, id);
	for (size_t i = 0; i < list.count; i++)
		assert_string_not_equal(list.items[i].invitee.quorum_group, "education");
	put_on(fixture, id, of_contact(school)); /* chosen once: asked again */
	took_place(fixture, id);
	list = proposed_for(fixture, another_conference(fixture, family, "Ada"));
	assert_true(proposal_called(&list, "K. Evans, Station Primary School")->wanted);
	assert_non_null(strstr(proposal_called(&list, "K. Evans, Station Primary School")->why,
			       "invited last time, Mon 5 Jan 2026"));
}

static void last_times_list_says_what_was_known_then(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	int64_t father = an_adult(fixture, family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_NO, "");
	struct invitee mothers = of_person(CAPACITY_FAMILY, mother);
	const struct invitee_proposal *one;
	struct invitee_proposal_list list;

	mothers.method = METHOD_EMAIL;
	mothers.email = "ngozi@example.org";
	mothers.childcare = "two at home";
	put_on(fixture, id, mothers);
	put_on(fixture, id, of_person(CAPACITY_FAMILY, father));
	put_on(fixture, id, typed(CAPACITY_PROFESSIONAL, "Tess Orr"));
	put_on(fixture, id, typed(CAPACITY_OBSERVER, "Di Poe"));
	number(fixture,
	       "UPDATE invitee SET exclusion = 'whole', exclusion_reason = 'disruption' WHERE person_id = %lld",
	       (long long)father);
	took_place(fixture, id);
	list = proposed_for(fixture, another_conference(fixture, family, "Ada"));
	one = proposal_called(&list, "Ngozi Okonkwo, mother");
	assert_int_equal(one->invitee.method, METHOD_EMAIL);
	assert_string_equal(one->invitee.email, "ngozi@example.org");
	assert_string_equal(one->invitee.childcare, "two at home");
	one = proposal_called(&list, "Emeka Okonkwo, father");
	assert_non_null(strstr(one->why, "excluded from all of it last time: violence, threats"));
	assert_int_equal(one->invitee.exclusion, EXCLUSION_NONE);
	assert_string_equal(proposal_called(&list, "Tess Orr")->why, "invited last time, Mon 5 Jan 2026");
	assert_null(proposal_called(&list, "Di Poe, observer"));
}

/* In whose place they came must be on the list before them. */
static void a_representative_is_proposed_after_whom_they_come_for(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id), again;
	int64_t father = an_adult(fixture, family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES, "");
	struct invitee fox = typed(CAPACITY_REPRESENTATIVE, "Kay Fox");
	struct invitee_proposal_list list;

	fox.represented_why = "custody";
	fox.for_invitee_id = put_on(fixture, id, of_person(CAPACITY_FAMILY, father));
	put_on(fixture, id, fox);
	took_place(fixture, id);
	again = another_conference(fixture, family, "Ada");
	list = proposed_for(fixture, again);
	assert_null(proposal_called(&list, "Kay Fox, representative"));
	put_on(fixture, again, of_person(CAPACITY_FAMILY, father));
	list = proposed_for(fixture, again);
	assert_string_equal(proposal_called(&list, "Kay Fox, representative")->invitee.represented_why, "custody");
	put_on(fixture, again, proposal_called(&list, "Kay Fox, representative")->invitee);
}

/* Whoever is proposed can be added, and is not proposed again. */
static void what_is_proposed_can_be_added_once(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo"), family = family_of(fixture, id);
	int64_t mother = an_adult(fixture, family, "Ngozi", "Okonkwo", RELATIONSHIP_MOTHER, ANSWER_YES, "");
	struct invitee_proposal_list list;

	number(fixture, "UPDATE person SET needs_interpreter = 1, language = 'Igbo' WHERE id = %lld",
	       (long long)mother);
	a_directory(fixture);
	a_contact(fixture, "Interpreting Service", "interpreting", "Uche Obi", "interpreter");
	list = proposed_for(fixture, id);
	assert_non_null(proposal_called(&list, "Uche Obi, interpreter"));
	assert_true(list_of(fixture, id).proposed > 0);
	for (size_t i = 0; i < list.count; i++)
		put_on(fixture, id, list.items[i].invitee);
	list = proposed_for(fixture, id);
	assert_int_equal(list.count, 0);
	assert_int_equal(list_of(fixture, id).proposed, 0);
}

/* Children, family, those who come for them right after them, then the agencies. */
static void stand_in_order(const struct invitees_page *page)
{
	static const char *const order[] = {"Zofia Nowak", "Amelia Nowak, mother", "Marek Nowak, father",
					    "R. Shah, representative"};
	size_t at = 0;

	for (size_t i = 0; i < page->lines.count && at < 4; i++)
		at += strcmp(page->lines.items[i].who, order[at]) == 0;
	if (at < 4)
		fail_msg("%s stands too early or is missing", order[at]);
}

/* Two children, separated parents, the father in prison, the mother's interpreter, eight agencies. */
static void a_family_as_an_officer_meets_it(void **state)
{
	const struct request_child children[] = {{.person = a_child("Zofia", "Nowak", "2013-01-20")},
						 {.person = a_child("Kuba", "Nowak", "2022-06-01")}};
	struct casework_fixture *fixture = *state;
	struct request request = a_request(children, 2, "2026-03-26");
	struct invitee solicitor = typed(CAPACITY_REPRESENTATIVE, "R. Shah");
	struct invitee_proposal_list list;
	struct invitee wanted[40];
	struct invitees_page page;
	struct booking booking;
	size_t count = 0;
	int64_t id, family, mother;

	id = taken(fixture, &request);
	family = family_of(fixture, id);
	booking = first_booking(fixture, id);
	MUST(casework_book(fixture->cw, &booking, f));
	mother = an_adult(fixture, family, "Amelia", "Nowak", RELATIONSHIP_MOTHER, ANSWER_YES, "1 Elm Row");
	an_adult(fixture, family, "Marek", "Nowak", RELATIONSHIP_FATHER, ANSWER_YES, "HMP Leyhill");
	number(fixture, "UPDATE person SET needs_interpreter = 1, language = 'Polish' WHERE id = %lld",
	       (long long)mother);
	a_directory(fixture);
	a_contact(fixture, "Housing", "housing", "Jo Tan", "officer");
	a_contact(fixture, "Harbour Surgery", "gp", "Dr Amin", "GP");
	a_contact(fixture, "Domestic Abuse Service", "voluntary", "Fay Lord", "adviser");
	list = proposed_for(fixture, id);
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].wanted || *list.items[i].invitee.quorum_group)
			wanted[count++] = list.items[i].invitee;
	MUST(casework_invitees_add(fixture->cw, id, wanted, count, f));
	solicitor.represented_why = "custody";
	page = list_of(fixture, id);
	for (size_t i = 0; i < page.lines.count; i++)
		if (strcmp(page.lines.items[i].who, "Marek Nowak, father") == 0)
			solicitor.for_invitee_id = page.lines.items[i].invitee.id;
	put_on(fixture, id, solicitor);
	page = list_of(fixture, id);
	stand_in_order(&page);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report"), 9); /* eight agencies and the social worker */
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE kind = 'social_work'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE kind = 'police' AND handling ="
					 " 'professionals_only'"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report WHERE kind = 'written_information'"), 1);
	/* Put on the list in the same act, and yet each with whom they come for: the letters say so. */
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM invitee AS i JOIN invitee AS h ON h.id = i.for_invitee_id"
				" WHERE i.capacity = 'interpreter' AND h.person_id = %lld",
				(long long)mother),
			 1);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM invitee AS i JOIN invitee AS h ON h.id = i.for_invitee_id"
				" WHERE i.capacity = 'advocate' AND h.capacity = 'child'"),
			 1);
	assert_int_equal(page.proposed, 0);
	assert_string_equal(page.summary, "0 of 15 invited");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_family_is_proposed_by_what_each_is_to_the_children),
		TEST(each_is_reached_and_helped_as_they_need),
		TEST(agencies_are_asked_by_the_childrens_ages),
		TEST(who_might_come_is_not_ticked),
		TEST(an_agency_of_whom_nobody_is_known_is_named),
		TEST(an_agency_of_which_there_are_several_is_to_be_chosen),
		TEST(some_are_asked_without_settings),
		TEST(a_service_against_abuse_is_not_named_by_accident),
		TEST(whom_of_an_agency_to_ask),
		TEST(no_school_is_guessed_among_several),
		TEST(last_times_list_says_what_was_known_then),
		TEST(a_representative_is_proposed_after_whom_they_come_for),
		TEST(what_is_proposed_can_be_added_once),
		TEST(a_family_as_an_officer_meets_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
