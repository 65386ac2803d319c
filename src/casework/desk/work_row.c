/* The moment a row is of, and the row every verb and look leaves in the log. */
#include "work.h"

#include "london.h"

#include <time.h>

#define DEMO_MADE_AT (10 * 3600) /* seconds since midnight */

/* The demonstration plays on its day; on any other file a row says when it was really written, whatever day was given.
 * What is made in one batch is made at ten o'clock, so that the same demonstration is made at any time of day; its
 * clock is never earlier, so that what was made is never still to come. */
int64_t work_now(const struct casework *cw)
{
	int64_t now = (int64_t)time(NULL);
	int second = london_second(now);

	if (!cw->today_is_given || !cw->is_demo)
		return now;
	return london_moment(cw->today, cw->batch || second < DEMO_MADE_AT ? DEMO_MADE_AT : second);
}

char *work_moment_words(const struct casework *cw, int64_t at, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	(void)cw;
	date_medium(london_day(at), day);
	date_clock(london_second(at) / 60, clock);
	return arena_printf(mem, "%s %s", day, clock);
}

const char *work_policy_name(const struct casework *cw)
{
	return cw->policy_name;
}

bool work_leave_row(struct casework *cw, const char *action, enum subject_kind kind, int64_t subject, int64_t family,
		    const char *detail, struct fault *f)
{
	struct audit_entry entry = {.at = work_now(cw),
				    .action = action,
				    .subject_kind = subject_kind_token(kind),
				    .subject_id = subject,
				    .family_id = family,
				    .detail = detail};

	return audit_append(cw->store, &cw->identity, &entry, f);
}
