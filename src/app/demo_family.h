/* One invented family: its people and everything that happens to it, past and to come. Pure: the same options give the
 * same family, whatever is done with it. */
#ifndef APP_DEMO_FAMILY_H
#define APP_DEMO_FAMILY_H

#include "demo_names.h"
#include "domain/record.h"

enum { DEMO_CHILDREN = 10, DEMO_ADULTS = 6, DEMO_ENQUIRIES = 10, DEMO_REVIEWS = 16 };

struct demo_world {
	const struct demo_names *names;
	const struct working_calendar *calendar;
	uint64_t seed;
	day_number today;
	int families, years;
};

struct demo_child {
	struct person person;
	day_number birth; /* born, or expected */
};

struct demo_adult {
	struct person person;
	enum relationship relationship;
	enum yes_no parental_responsibility;
	struct address address;
};

/* One strategy discussion and what came of it. Days after today are still to come. */
struct demo_enquiry {
	day_number referred_on, strategy_on;
	day_number answered_on;   /* when it was decided that no conference is needed; DAY_NONE when one is */
	day_number conference_on; /* DAY_NONE: none */
	unsigned children;        /* bit for each child of the family */
	unsigned planned;         /* those made subject of a plan at the conference */
	enum category initial, latest;
	int earlier_plans[DEMO_CHILDREN];
	day_number reviews[DEMO_REVIEWS];
	size_t review_count;
	day_number ended_on[DEMO_CHILDREN]; /* of a planned child's plan */
	day_number over_on;                 /* when the last thing that came of it is over */
};

struct demo_family {
	int number;
	const char *reference; /* FAM-00012 */
	const char *surname;
	const struct demo_culture *culture;
	bool needs_interpreter, is_kept_apart; /* parents who must not meet */
	struct demo_child children[DEMO_CHILDREN];
	size_t child_count;
	struct demo_adult adults[DEMO_ADULTS];
	size_t adult_count;
	struct address home;
	struct demo_enquiry enquiries[DEMO_ENQUIRIES];
	size_t enquiry_count;
};

/* The n-th family, from 1. Its texts live in `mem`. */
void demo_family_make(const struct demo_world *world, int number, struct arena *mem, struct demo_family *out);

/* The parts, in the order they are made: when things happen, who there is, and what came of it for whom. */
void demo_timeline_days(const struct demo_world *world, struct demo_random *random, struct demo_family *family);
void demo_people_make(const struct demo_world *world, struct demo_random *random, struct arena *mem,
		      struct demo_family *family);
void demo_timeline_unfold(const struct demo_world *world, struct demo_random *random, struct demo_family *family);

#endif
