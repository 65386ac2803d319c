/* What the tests of invitations do over and over: a family with its adults, a directory, a list of invitees. */
#ifndef TESTS_INVITE_STEPS_H
#define TESTS_INVITE_STEPS_H

#include "booking_steps.h"
#include "casework/intake.h"
#include "casework/invitees.h"

/* A contact of an agency that is made when it is not there; their id. */
static inline int64_t a_contact(struct casework_fixture *fixture, const char *agency, const char *group,
				const char *name, const char *role)
{
	const struct intake_contact row = {.agency = agency,
					   .quorum_group = group,
					   .name = name,
					   .role = role,
					   .email = "desk@example.org",
					   .phone = "",
					   .checked_on = date_from_iso("2026-03-01")};
	enum intake_result result;
	char sql[300];

	MUST(intake_contact(fixture->cw, &row, &result, f));
	snprintf(sql, sizeof sql, "SELECT id FROM contact WHERE name = '%s'", name);
	return casework_fixture_number(fixture, sql);
}

static inline int64_t family_of(const struct casework_fixture *fixture, int64_t conference)
{
	return number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)conference);
}

static inline int64_t child_named(const struct casework_fixture *fixture, const char *given)
{
	return number(fixture, "SELECT id FROM person WHERE given_names = '%s'", given);
}

/* Somebody grown up who joins the family; `home` "" is not known. */
static inline int64_t an_adult(struct casework_fixture *fixture, int64_t family, const char *given, const char *surname,
			       enum relationship relationship, enum yes_no responsible, const char *home)
{
	struct person person = a_child(given, surname, "1988-01-02");
	const struct address address = {
		.lines = home, .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""};

	MUST(casework_member_add(fixture->cw, family, &person, relationship, responsible, *home ? &address : NULL, f));
	return person.id;
}

/* Ada (6) and Chidi (12), with a conference that is booked. */
static inline int64_t a_booked_conference(struct casework_fixture *fixture, const char *surname)
{
	int64_t id = a_waiting_conference(fixture, surname, "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	MUST(casework_book(fixture->cw, &booking, f));
	return id;
}

static inline struct invitees_page list_of(struct casework_fixture *fixture, int64_t conference)
{
	struct invitees_page page;

	MUST(casework_invitees(fixture->cw, conference, &fixture->mem, &page, f));
	return page;
}

static inline struct invitee_proposal_list proposed_for(struct casework_fixture *fixture, int64_t conference)
{
	struct invitee_proposal_list list;

	MUST(casework_invitees_propose(fixture->cw, conference, &fixture->mem, &list, f));
	return list;
}

static inline const struct invitee_proposal *proposal_called(const struct invitee_proposal_list *list, const char *who)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].who, who) == 0)
			return &list->items[i];
	return NULL;
}

/* Somebody to be put on a list, nothing said of them yet. */
static inline struct invitee somebody(enum capacity capacity)
{
	return (struct invitee){.capacity = capacity, .method = METHOD_TELEPHONE, .advocate_offered_on = DAY_NONE};
}

static inline struct invitee typed(enum capacity capacity, const char *name)
{
	struct invitee one = somebody(capacity);

	one.name = name;
	return one;
}

static inline struct invitee of_person(enum capacity capacity, int64_t person)
{
	struct invitee one = somebody(capacity);

	one.person_id = person;
	return one;
}

static inline struct invitee of_contact(int64_t contact)
{
	struct invitee one = somebody(CAPACITY_PROFESSIONAL);

	one.contact_id = contact;
	one.method = METHOD_EMAIL;
	return one;
}

/* Puts one on the list; their line's id. */
static inline int64_t put_on(struct casework_fixture *fixture, int64_t conference, struct invitee one)
{
	MUST(casework_invitees_add(fixture->cw, conference, &one, 1, f));
	return one.id;
}

static inline struct invitee invitee_now(struct casework_fixture *fixture, int64_t conference, int64_t id)
{
	struct invitees_page page = list_of(fixture, conference);

	for (size_t i = 0; i < page.lines.count; i++)
		if (page.lines.items[i].invitee.id == id)
			return page.lines.items[i].invitee;
	fail_msg("nobody with the id %lld is on the list", (long long)id);
	return (struct invitee){0};
}

static inline const struct invitee_line *line_of(const struct invitees_page *page, int64_t id)
{
	for (size_t i = 0; i < page->lines.count; i++)
		if (page->lines.items[i].invitee.id == id)
			return &page->lines.items[i];
	return NULL;
}

/* As the letters do it: this one was told the conference's present day. */
static inline void tell(struct casework_fixture *fixture, int64_t id)
{
	number(fixture,
	       "UPDATE invitee SET invited_on = '2026-04-01', told_day = (SELECT held_on FROM conference WHERE id ="
	       " conference_id), told_starts = (SELECT starts FROM conference WHERE id = conference_id) WHERE id = "
	       "%lld",
	       (long long)id);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

#endif
