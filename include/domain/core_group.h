/* When a core group meets: by when the next one is due, a run of dates laid to the review, and its time drawn to scale.
 */
#ifndef DOMAIN_CORE_GROUP_H
#define DOMAIN_CORE_GROUP_H

#include "domain/live.h"
#include "domain/policy.h"

/* The last day for the one after a meeting that was held: the policy's interval from that day, never from one that was
 * missed. DAY_NONE: the policy sets no interval. */
day_number core_group_next_due(const struct policy *policy, const struct working_calendar *calendar, day_number held);

/* The last day for a meeting on `day`: the interval after the nearest one before it that is still to be held, else
 * `owed_by`, which counts from the last that was held. `except`: a meeting that is being moved, 0 none. */
struct core_group_ahead {
	const struct core_group_meeting_list *meetings;
	day_number owed_by, today;
	int64_t except;
};
day_number core_group_limit(const struct core_group_ahead *ahead, day_number day, const struct policy *policy,
			    const struct working_calendar *calendar);

/* One date of a run. Where the interval ends on a day nobody works, it is on the working day before. */
struct core_group_date {
	day_number day, asked; /* asked: what the interval gives */
	const char *why;       /* "Christmas Day": why `day` is not `asked`; NULL it is */
};
enum { CORE_GROUP_RUN_MOST = 12 };
/* From `first` on, each within the interval of the one before it, until the review on `review`; the policy may want the
 * last so many working days before it. Gives how many there are. */
size_t core_group_lay(day_number first, day_number review, const struct policy *policy,
		      const struct working_calendar *calendar, struct core_group_date out[CORE_GROUP_RUN_MOST]);

/* A group's weeks, six before today and six to come: "|" the last one held (of one that never met, the day the plan
 * began), "-" the time gone since, "!" it is late, "x" the day booked, "·" the days left. What lies before or after
 * that is as at the edge. */
struct core_group_time {
	day_number last_held, due, booked, today; /* DAY_NONE where there is none */
};
enum { CORE_GROUP_STRIP_MOST = 60 };
#define CORE_GROUP_STRIP_ROOM (CORE_GROUP_STRIP_MOST * 2 + 1) /* a dot takes two bytes */
char *core_group_strip(const struct core_group_time *time, int columns, char out[CORE_GROUP_STRIP_ROOM]);

#endif
