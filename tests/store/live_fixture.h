/* A review of two children with people who came to it, for the tests of what is written down on the day. */
#ifndef STORE_LIVE_FIXTURE_H
#define STORE_LIVE_FIXTURE_H

#include "invitation_fixture.h"
#include "store/live_store.h"

struct day {
	int64_t family, sam, ama, mother;
	struct conference conference;
	struct invitee parent, school;
};

static inline struct day a_day(struct fixture *x)
{
	struct day day = {.family = a_family(x, "FAM-0001", "Mensah")};

	day.sam = a_member(x, day.family, "Sam", "Mensah", "2015-05-05", RELATIONSHIP_CHILD);
	day.ama = a_member(x, day.family, "Ama", "Mensah", "2019-02-03", RELATIONSHIP_CHILD);
	day.mother = a_member(x, day.family, "Akua", "Mensah", "1990-05-05", RELATIONSHIP_MOTHER);
	day.conference = a_conference(x, "C-0001", day.family, "2026-03-26", 570, STATE_IN_PROGRESS);
	day.parent = invite(x, day.conference.id, CAPACITY_FAMILY, day.mother, 0, "");
	day.school = invite(x, day.conference.id, CAPACITY_PROFESSIONAL, 0,
			    a_contact(x, an_agency(x, "Ashfield School", "education"), "Ms Gill").id, "");
	return day;
}

/* The second of two people who write the same is told so, and nothing of the first is lost. */
#define assert_conflict(x, call)                                                                                       \
	do {                                                                                                           \
		(x)->f = (struct fault){0};                                                                            \
		assert_false(call);                                                                                    \
		assert_int_equal((x)->f.code, FAULT_CONFLICT);                                                         \
	} while (0)

#define assert_refused(x, call, words)                                                                                 \
	do {                                                                                                           \
		(x)->f = (struct fault){0};                                                                            \
		assert_false(call);                                                                                    \
		assert_int_equal((x)->f.code, FAULT_REFUSED);                                                          \
		if (!strstr((x)->f.message, words))                                                                    \
			fail_msg("%s: %s", #call, (x)->f.message);                                                     \
	} while (0)

/* As somebody would with another program: the case file itself must refuse each, in its own words. */
struct by_hand {
	struct statement q;
};
static inline void assert_each_refused(struct fixture *x, const struct by_hand *rows, size_t count, const char *words)
{
	for (size_t i = 0; i < count; i++) {
		x->f = (struct fault){0};
		if (store_change(x->s, &rows[i].q, NULL, NULL, NULL, NULL, &x->f) || !store_refused_by(x->s, words))
			fail_msg("went through: %s %s", rows[i].q.sql, x->f.detail);
	}
}

#endif
