/* A family whose record is due to go, with what is written of it everywhere, and people of other families beside it. */
#ifndef TESTS_RETENTION_STEPS_H
#define TESTS_RETENTION_STEPS_H

#include "booking_steps.h"
#include "casework/drafts.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/retention.h"
#include "store/paper_store.h"

/* Words that stand nowhere else: a byte search for them says whether anything is left. */
#define OLD_SURNAME "Quillfeather"
#define OLD_CHILD   "Zebediah"
#define OLD_ALIAS   "Thistlewick"
#define OLD_STREET  "Wrenhollow"
#define OLD_WORDS   "marzipan lighthouse"

struct old_family {
	int64_t family, child, uncle, other_family, conference, paper;
	const char *reference;
};

static inline int64_t old_member(struct casework_fixture *fixture, int64_t family, const char *given,
				 const char *surname, const char *born, enum relationship relationship)
{
	struct person person = a_child(given, surname, born);
	const struct address home = {.lines = "4 " OLD_STREET " Lane", .postcode = "ZZ1 1ZZ", .confidential_from = ""};

	MUST(casework_member_add(fixture->cw, family, &person, relationship, ANSWER_YES,
				 strcmp(surname, OLD_SURNAME) == 0 ? &home : NULL, f));
	return person.id;
}

/* What was written of it then. */
static inline void old_papers(struct casework_fixture *fixture, struct old_family *old)
{
	number(fixture,
	       "INSERT INTO letter (template, template_version, family_id, conference_id, recipient, subject, content, "
	       "digest, written_at, by_user) VALUES ('record', '1', %lld, %lld, 'Ottoline " OLD_SURNAME "', 'Record', "
	       "'" OLD_WORDS "', 'x', 607000000, 'typist')",
	       (long long)old->family, (long long)old->conference);
	number(fixture,
	       "INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, by_user) SELECT id, "
	       "'post', "
	       "'4 " OLD_STREET " Lane', 'sent', 607000000, 0, 'typist' FROM letter WHERE family_id = %lld",
	       (long long)old->family);
	old->paper = number(
		fixture,
		"INSERT INTO paper (family_id, conference_id, name, media_type, bytes, digest, kept_at, by_user, "
		"content) VALUES (%lld, %lld, '" OLD_SURNAME " report.txt', 'text/plain', 19, '%s', 607000000, "
		"'typist', CAST('" OLD_WORDS "' AS BLOB)) RETURNING id",
		(long long)old->family, (long long)old->conference,
		store_digest(&fixture->mem, OLD_WORDS, strlen(OLD_WORDS)));
	number(fixture,
	       "INSERT INTO live_note (conference_id, person_id, heading, text, by_user, at) VALUES (%lld, %lld, "
	       "'harm', "
	       "'" OLD_WORDS "', 'typist', 607000000)",
	       (long long)old->conference, (long long)old->child);
	number(fixture,
	       "INSERT INTO list_enquiry (asked_at, by_user, asker, agency, purpose, checked, words, person_id, as_at, "
	       "standing, answer, told) VALUES (607000000, 'typist', 'A nurse', 'Hospital', 'admission', 'call_back', "
	       "'" OLD_CHILD " " OLD_SURNAME "', %lld, '1989-04-01', 'on_plan', 'told', 'on a plan')",
	       (long long)old->child);
}

/* A conference in 1989, a plan until 14 June 1990: due on 14 June 2025 by the national profile. */
static inline struct old_family an_old_family(struct casework_fixture *fixture)
{
	struct old_family old = {0};
	struct found_list found;

	MUST(casework_family_add(fixture->cw, OLD_SURNAME, &old.family, f));
	MUST(casework_family_add(fixture->cw, "Sharedson", &old.other_family, f));
	old.child = old_member(fixture, old.family, OLD_CHILD, OLD_SURNAME, "1980-02-29", RELATIONSHIP_CHILD);
	old_member(fixture, old.family, "Ottoline", OLD_SURNAME, "1958-01-02", RELATIONSHIP_MOTHER);
	old_member(fixture, old.other_family, "Kit", "Sharedson", "2019-05-04", RELATIONSHIP_CHILD);
	old.uncle = old_member(fixture, old.other_family, "Barnaby", "Sharedson", "1960-01-02", RELATIONSHIP_FATHER);
	number(fixture, "INSERT INTO family_member (family_id, person_id, relationship) VALUES (%lld, %lld, 'uncle')",
	       (long long)old.family, (long long)old.uncle);
	number(fixture, "INSERT INTO person_alias (person_id, name) VALUES (%lld, '" OLD_ALIAS "')",
	       (long long)old.child);
	old.reference = arena_text(
		&fixture->mem,
		casework_fixture_text(fixture, "SELECT reference FROM family WHERE name = '" OLD_SURNAME "'"));
	old.conference = number(
		fixture,
		"INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on, "
		"reason) "
		"VALUES ('C-9001', %lld, 'initial', 'closed', 'typed', 'national', '1989-02-14', '1989-03-01', "
		"'" OLD_WORDS "') RETURNING id",
		(long long)old.family);
	number(fixture, "INSERT INTO conference_child VALUES (%lld, %lld)", (long long)old.conference,
	       (long long)old.child);
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, conference_id, started_on, ended_on, end_reason, "
	       "category_initial, category_latest) VALUES ('P-9001', %lld, %lld, %lld, '1989-03-01', '1990-06-14', "
	       "'recovered', 'NEG', 'NEG')",
	       (long long)old.child, (long long)old.family, (long long)old.conference);
	old_papers(fixture, &old);
	MUST(casework_find(fixture->cw, OLD_SURNAME, 5, true, &fixture->mem, &found, f));
	MUST(casework_draft_keep(fixture->cw, "person", old.reference, "Person, " OLD_SURNAME, "phone=1\n", f));
	MUST(casework_draft_keep(fixture->cw, "request", "", "Request, somebody else", "surname=Sharedson\n", f));
	return old;
}

/* Another manager, who did not propose it. */
static inline void as_second_manager(struct casework_fixture *fixture)
{
	casework_fixture_open_as(fixture, "second", ROLE_BIT(ROLE_MANAGER));
}

/* Proposed by whoever has the file open; approved by another. */
static inline int64_t proposed(struct casework_fixture *fixture, const struct old_family *old)
{
	int64_t id = 0;

	MUST(casework_disposal_propose(fixture->cw, old->family, "Nobody asked for it since it was closed.", &id, f));
	return id;
}

#endif
