/* A family with a booked conference, and who may be invited to it, for the tests of invitations, reports and letters.
 */
#ifndef STORE_INVITATION_FIXTURE_H
#define STORE_INVITATION_FIXTURE_H

#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/letter_store.h"
#include "store/paper_store.h"
#include "store/person_store.h"
#include "store/report_store.h"
#include "store_fixture.h"

/* Everything of a test in one save that is never made. */
static inline int saving_begin(void **state)
{
	int rc = fixture_begin(state);
	struct fixture *x = *state;

	return rc == 0 && store_begin(x->s, &x->f) ? 0 : -1;
}

static inline int saving_end(void **state)
{
	struct fixture *x = *state;

	store_rollback(x->s);
	return fixture_end(state);
}

static inline int64_t a_family(struct fixture *x, const char *reference, const char *name)
{
	struct family family = {.reference = reference, .name = name};

	assert_ok(x, family_insert(x->s, &family, &x->f));
	return family.id;
}

static inline int64_t a_member(struct fixture *x, int64_t family, const char *given_names, const char *surname,
			       const char *born, enum relationship relationship)
{
	struct person person = {.given_names = given_names,
				.surname = surname,
				.sex = SEX_UNKNOWN,
				.email = relationship == RELATIONSHIP_CHILD ? "" : "home@example.net",
				.phone = "",
				.born_on = date_from_iso(born),
				.expected_on = *born ? DAY_NONE : date_from_iso("2026-06-30"),
				.died_on = DAY_NONE};

	assert_ok(x, person_insert(x->s, &person, &x->mem, &x->f));
	assert_ok(x, member_insert(x->s,
				   &(struct member){.family_id = family,
						    .person_id = person.id,
						    .relationship = relationship,
						    .parental_responsibility = ANSWER_YES,
						    .ended_on = DAY_NONE},
				   &x->f));
	return person.id;
}

static inline struct conference a_conference(struct fixture *x, const char *reference, int64_t family, const char *day,
					     int starts, enum conference_state state)
{
	struct conference c = {.reference = reference,
			       .family_id = family,
			       .type = CONFERENCE_REVIEW,
			       .state = state,
			       .source = SOURCE_TYPED,
			       .policy = "national 2026-04",
			       .requested_on = date_from_iso("2026-03-02"),
			       .transfer_notified_on = DAY_NONE,
			       .transfer_referred_on = DAY_NONE,
			       .transfer_accepted_on = DAY_NONE,
			       .transfer_moved_on = DAY_NONE,
			       .held_on = date_from_iso(day),
			       .starts = starts,
			       .minutes = starts < 0 ? -1 : 90};

	assert_ok(x, conference_insert(x->s, &c, &x->f));
	return c;
}

static inline int64_t an_agency(struct fixture *x, const char *name, const char *quorum_group)
{
	struct agency agency = {.name = name, .quorum_group = quorum_group, .report_handling = "share"};

	assert_ok(x, agency_insert(x->s, &agency, &x->f));
	return agency.id;
}

static inline struct contact a_contact(struct fixture *x, int64_t agency, const char *name)
{
	struct contact contact = {.agency_id = agency,
				  .name = name,
				  .role = "practitioner",
				  .email = "desk@example.net",
				  .phone = "020 7946 0321",
				  .checked_on = date_from_iso("2026-01-02"),
				  .bounced_on = DAY_NONE,
				  .is_active = true};

	assert_ok(x, contact_insert(x->s, &contact, &x->f));
	return contact;
}

static inline struct invitee invite(struct fixture *x, int64_t conference, enum capacity capacity, int64_t person,
				    int64_t contact, const char *name)
{
	struct invitee invitee = invitee_blank();

	invitee.conference_id = conference;
	invitee.capacity = capacity;
	invitee.person_id = person;
	invitee.contact_id = contact;
	invitee.name = name;
	assert_ok(x, invitee_insert(x->s, &invitee, &x->f));
	return invitee;
}

static inline struct report owe(struct fixture *x, const struct invitee *invitee, enum report_kind kind,
				const char *due)
{
	struct report report = report_blank();

	report.conference_id = invitee->conference_id;
	report.invitee_id = invitee->id;
	report.kind = kind;
	report.due_on = date_from_iso(due);
	assert_ok(x, report_insert(x->s, &report, &x->f));
	return report;
}

static inline struct letter a_letter(struct fixture *x, const struct conference *conference, int64_t invitee,
				     const char *recipient, int64_t written_at)
{
	struct letter letter = {.template = "invitation_parent",
				.template_version = "1",
				.family_id = conference->family_id,
				.conference_id = conference->id,
				.invitee_id = invitee,
				.recipient = recipient,
				.subject = "Invitation",
				.content = "Dear parent",
				.by_user = "bexleya",
				.written_at = written_at};

	letter.digest = store_digest(&x->mem, letter.content, strlen(letter.content));
	assert_ok(x, letter_insert(x->s, &letter, &x->f));
	return letter;
}

static inline struct delivery a_delivery(struct fixture *x, int64_t letter, enum invite_method method,
					 enum delivery_state state, int64_t queued_at)
{
	struct delivery delivery = {.letter_id = letter,
				    .method = method,
				    .state = state,
				    .address = "home@example.net",
				    .said = "",
				    .message_id = "",
				    .by_user = "bexleya",
				    .queued_at = queued_at,
				    .next_at = queued_at};

	if (state != DELIVERY_WAITING && state != DELIVERY_SENDING)
		delivery.settled_at = queued_at + 60;
	assert_ok(x, delivery_insert(x->s, &delivery, &x->f));
	return delivery;
}

/* A user who is named for no family. */
static inline int64_t a_user(struct fixture *x, const char *login)
{
	static const struct statement add = {"INSERT INTO user_account (login, name, roles) VALUES (:login, :login, 1)",
					     false};

	assert_ok(x, store_change(x->s, &add, NULL, NULL, PARAMETERS(PARAMETER_TEXT("login", login)), NULL, &x->f));
	return store_last_id(x->s);
}

static inline void restrict_to(struct fixture *x, int64_t family, int64_t user)
{
	static const struct statement hide = {"UPDATE family SET is_restricted = 1 WHERE id = :family", false};
	static const struct statement name = {"INSERT INTO family_named (family_id, user_id) VALUES (:family, :user)",
					      false};

	assert_ok(x, store_change(x->s, &hide, NULL, NULL, PARAMETERS(PARAMETER_ID("family", family)), NULL, &x->f));
	assert_ok(x, store_change(x->s, &name, NULL, NULL,
				  PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user)), NULL, &x->f));
}

#endif
