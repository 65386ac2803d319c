/* What the tests of a conference that is being held do over and over: three children, six who were asked, its day. */
#ifndef TESTS_LIVE_STEPS_H
#define TESTS_LIVE_STEPS_H

#include "casework/live.h"
#include "invite_steps.h"

/* Who is on the list. */
struct live_day {
	int64_t id, family;
	int64_t ada, chidi, skye; /* children of the conference */
	int64_t mother, worker, school, nurse, police;
};

static inline int64_t professional(struct casework_fixture *fixture, int64_t conference, const char *agency,
				   const char *group, const char *name)
{
	struct invitee one = of_contact(a_contact(fixture, agency, group, name, "worker"));

	one.direct_contact = ANSWER_YES;
	return put_on(fixture, conference, one);
}

static inline int64_t child_of(const struct casework_fixture *fixture, int64_t conference, const char *given)
{
	return number(
		fixture,
		"SELECT person_id FROM conference_child JOIN person ON id = person_id WHERE conference_id = %lld AND"
		" given_names = '%s'",
		(long long)conference, given);
}

/* Booked for today, chaired by the account "chair". Somebody who is not of the settings and not at work is left alone
 * when they are read again. */
static inline struct live_day a_live_day(struct casework_fixture *fixture)
{
	const struct request_child children[] = {{.person = a_child("Ada", "Okonkwo", "2019-05-04")},
						 {.person = a_child("Chidi", "Okonkwo", "2014-03-03")},
						 {.person = a_child("Skye", "Okonkwo", "2023-09-09")}};
	struct request request = a_request(children, 3, "2026-03-26");
	struct live_day d = {.id = taken(fixture, &request)};
	struct booking booking = first_booking(fixture, d.id);

	MUST(casework_book(fixture->cw, &booking, f));
	d.family = family_of(fixture, d.id);
	d.ada = child_of(fixture, d.id, "Ada");
	d.chidi = child_of(fixture, d.id, "Chidi");
	d.skye = child_of(fixture, d.id, "Skye");
	d.mother = put_on(fixture, d.id,
			  of_person(CAPACITY_FAMILY, an_adult(fixture, d.family, "Amelia", "Okonkwo",
							      RELATIONSHIP_MOTHER, ANSWER_YES, "")));
	d.worker = professional(fixture, d.id, "Northgate Children's Services", "social care", "Emma Evans");
	d.school = professional(fixture, d.id, "Station Primary School", "education", "K. Evans");
	d.nurse = professional(fixture, d.id, "Northgate NHS Trust", "health", "P. Achebe");
	d.police = professional(fixture, d.id, "Northgate Police", "police", "DC Shaw");
	number(fixture, "INSERT INTO resource (kind, name, login, is_active) VALUES ('chair', 'C. Hair', 'chair', 0)");
	number(fixture,
	       "UPDATE conference SET held_on = '" FIXTURE_TODAY
	       "', chair_id = (SELECT id FROM resource WHERE login = 'chair') WHERE id = %lld",
	       (long long)d.id);
	return d;
}

static inline struct live_day a_started_day(struct casework_fixture *fixture)
{
	struct live_day d = a_live_day(fixture);

	MUST(casework_live_start(fixture->cw, d.id, "", f));
	return d;
}

static inline void as_chair(struct casework_fixture *fixture)
{
	casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
}

/* Another session in the same file. */
static inline struct casework *second_session(struct casework_fixture *fixture, const char *user)
{
	const struct casework_opening how = {.path = fixture->path,
					     .config_folder = fixture->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = user};
	struct casework *cw = NULL;

	MUST(casework_open(&cw, &how, f));
	return cw;
}

static inline struct live_page live_now(struct casework_fixture *fixture, int64_t conference)
{
	struct live_page page;

	MUST(casework_live(fixture->cw, conference, &fixture->mem, &page, f));
	return page;
}

static inline const struct live_person *person_at(const struct live_page *page, int64_t invitee)
{
	for (size_t i = 0; i < page->people.count; i++)
		if (page->people.items[i].invitee.id == invitee)
			return &page->people.items[i];
	fail_msg("nobody with the invitation %lld", (long long)invitee);
	return NULL;
}

static inline const struct live_child *child_at(const struct live_page *page, int64_t person)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (page->children.items[i].person.id == person)
			return &page->children.items[i];
	fail_msg("no child %lld", (long long)person);
	return NULL;
}

static inline struct attendance attends(const struct live_day *d, int64_t invitee, enum attendance_state state)
{
	struct attendance one = attendance_blank();

	one.conference_id = d->id;
	one.invitee_id = invitee;
	one.state = state;
	return one;
}

static inline void comes(struct casework_fixture *fixture, const struct live_day *d, int64_t invitee)
{
	struct attendance one = attends(d, invitee, ATTENDANCE_ROOM);

	MUST(casework_live_attend(fixture->cw, &one, f));
}

/* Social care and two agencies. */
static inline void make_quorate(struct casework_fixture *fixture, const struct live_day *d)
{
	comes(fixture, d, d->worker);
	comes(fixture, d, d->school);
	comes(fixture, d, d->nurse);
}

static inline struct child_decision a_plan_for(const struct live_day *d, int64_t child, enum category category)
{
	struct child_decision one = child_decision_blank();

	one.conference_id = d->id;
	one.person_id = child;
	one.participation = PARTICIPATION_PN5;
	one.child_views = "wants to stay with Nana";
	one.outcome = OUTCOME_PLAN_MADE;
	one.category = category;
	one.categories = CATEGORY_BIT(category);
	one.reasons = "left alone at night, three times since January";
	return one;
}

#define CONFLICTS(call)                                                                                                \
	do {                                                                                                           \
		struct fault fault_ = {0};                                                                             \
		struct fault *f = &fault_;                                                                             \
		if (call)                                                                                              \
			fail_msg("%s:%d: was not refused", __FILE__, __LINE__);                                        \
		if (fault_.code != FAULT_CONFLICT)                                                                     \
			fail_msg("%s:%d: %s: %s", __FILE__, __LINE__, fault_.field, fault_.message);                   \
	} while (0)

#endif
