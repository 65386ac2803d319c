/* What the tests of letters do over and over: a booked conference with a list of people who are told in every way there
 * is. */
#ifndef TESTS_MAILING_STEPS_H
#define TESTS_MAILING_STEPS_H

#include "casework/letters.h"
#include "report_steps.h"

/* Ids of the invitees. */
struct mailing_world {
	struct casework_fixture *fixture;
	int64_t conference;
	int64_t mother, father, child, school, police, health, probation, supporter, nobody;
};

static inline int64_t invited(struct casework_fixture *fixture, int64_t conference, const char *columns,
			      const char *values)
{
	number(fixture, "INSERT INTO invitee (conference_id, %s) VALUES (%lld, %s)", columns, (long long)conference,
	       values);
	return number(fixture, "SELECT max(id) FROM invitee");
}

static inline int64_t a_parent(struct mailing_world *w, const char *given, enum relationship relationship,
			       const char *method, const char *home)
{
	const struct address address = {.lines = home,
					.postcode = "ZZ14 2YH",
					.from_on = DAY_NONE,
					.to_on = DAY_NONE,
					.confidential_from = relationship == RELATIONSHIP_MOTHER ? "father" : ""};
	struct person person = a_child(given, "Okonkwo", "1988-02-03");
	int64_t family = number(w->fixture, "SELECT family_id FROM conference WHERE id = %lld",
				(long long)w->conference);
	char values[200];

	MUST(casework_member_add(w->fixture->cw, family, &person, relationship, ANSWER_YES, &address, f));
	snprintf(values, sizeof values, "%lld, 'family', '%s', '%s@example.org'", (long long)person.id, method, given);
	return invited(w->fixture, w->conference, "person_id, capacity, method, email", values);
}

static inline int64_t a_colleague(struct mailing_world *w, const char *agency, const char *group, const char *name,
				  const char *method, const char *kind)
{
	int64_t contact = a_contact(w->fixture, agency, name, "worker"), id;
	char values[200];

	number(w->fixture, "UPDATE agency SET quorum_group = '%s' WHERE name = '%s'", group, agency);
	number(w->fixture, "UPDATE contact SET address = '2 Mill Lane' || char(10) || 'ZZ1 1ZZ' WHERE id = %lld",
	       (long long)contact);
	snprintf(values, sizeof values, "%lld, 'professional', '%s'", (long long)contact, method);
	id = invited(w->fixture, w->conference, "contact_id, capacity, method", values);
	number(w->fixture,
	       "INSERT INTO report (conference_id, invitee_id, kind, handling, due_on) VALUES (%lld, %lld, '%s', '%s',"
	       " '2026-04-09')",
	       (long long)w->conference, (long long)id, kind,
	       strcmp(kind, "police") == 0 ? "professionals_only" : "share");
	return id;
}

/* Eight who can be told and one who cannot: a family member without an address. */
static inline struct mailing_world a_mailing_world(struct casework_fixture *fixture)
{
	struct mailing_world w = {.fixture = fixture, .conference = a_booked_conference(fixture, "Okonkwo")};
	char values[200];

	w.mother = a_parent(&w, "Ngozi", RELATIONSHIP_MOTHER, "email", "7 Rose Row");
	w.father = a_parent(&w, "Emeka", RELATIONSHIP_FATHER, "post", "HMP Eastgate");
	snprintf(values, sizeof values,
		 "(SELECT id FROM person WHERE given_names = 'Chidi'), 'child', 'in_person', 'yes'");
	w.child = invited(fixture, w.conference, "person_id, capacity, method, chair_invites", values);
	w.school = a_colleague(&w, "Orchard Primary School", "education", "Kit Evans", "email", "agency");
	w.police = a_colleague(&w, "Police Public Protection Unit", "police", "Sam Idris", "email", "police");
	w.health = a_colleague(&w, "Health Visiting", "health", "Ruth Abbey", "post", "agency");
	w.probation = a_colleague(&w, "Probation", "probation", "Jo Tran", "portal", "written_information");
	snprintf(values, sizeof values, "%lld, 'supporter', 'Bisi Ade', 'telephone', '01632 960123'",
		 (long long)w.mother);
	w.supporter = invited(fixture, w.conference, "for_invitee_id, capacity, name, method, phone", values);
	w.nobody = a_parent(&w, "Grace", RELATIONSHIP_GRANDMOTHER, "email", "");
	number(fixture, "UPDATE invitee SET email = '' WHERE id = %lld", (long long)w.nobody);
	return w;
}

static inline struct mailing_item_list previewed(struct mailing_world *w, enum mailing mailing)
{
	struct mailing_item_list list;

	MUST(casework_mailing_preview(w->fixture->cw, w->conference, mailing, &w->fixture->mem, &list, f));
	return list;
}

static inline const struct mailing_item *item_of(const struct mailing_item_list *list, int64_t invitee)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].invitee_id == invitee)
			return &list->items[i];
	return NULL;
}

static inline size_t mailed(struct mailing_world *w, enum mailing mailing)
{
	size_t written;

	MUST(casework_mailing_send(w->fixture->cw, w->conference, mailing, NULL, 0, &written, f));
	return written;
}

static inline struct letter_item_list letters_of_world(struct mailing_world *w)
{
	struct letter_item_list list;

	MUST(casework_letters(w->fixture->cw, w->conference, &w->fixture->mem, &list, f));
	return list;
}

/* The newest letter to an invitee. */
static inline const struct letter_item *letter_to(const struct letter_item_list *list, int64_t invitee)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].invitee_id == invitee)
			return &list->items[i];
	fail_msg("no letter to %lld", (long long)invitee);
	return NULL;
}

static inline void moved_by_a_day(struct mailing_world *w)
{
	struct booking booking = first_booking(w->fixture, w->conference);

	booking.slot.day = date_from_iso("2026-04-14");
	booking.slot.starts = 600;
	booking.reason = "Emeka was moved to another prison";
	booking.agreed_by = "D. Walker";
	MUST(casework_book(w->fixture->cw, &booking, f));
}

static inline struct withdrawal a_withdrawal(struct mailing_world *w)
{
	return (struct withdrawal){.conference_id = w->conference,
				   .version = number(w->fixture, "SELECT version FROM conference WHERE id = %lld",
						     (long long)w->conference),
				   .reason = "Ngozi is in hospital",
				   .agreed_by = "D. Walker"};
}

#endif
