/* What the matrix of reports, the chase list and Today say of many reports at once: one statement each, however many
 * conferences there are. Inside the caller's look or transaction. Days and tallies name nobody; whoever shows them
 * leaves out what belongs to no row of theirs. */
#ifndef STORE_MATRIX_STORE_H
#define STORE_MATRIX_STORE_H

#include "domain/invitation.h"
#include "store/store.h"

/* What one member of the family had of one report, and who that is. */
struct reading {
	int64_t report_id, person_id;
	day_number shared_on, seen_on;
	enum relationship relationship; /* "other" when no longer of the family */
	const char *given_names, *known_as;
};
struct reading_list {
	struct reading *items;
	size_t count, room;
};
/* By report, then day, then person. */
bool readings_of(struct store *s, int64_t conference, struct arena *mem, struct reading_list *out, struct fault *f);
bool readings_between(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		      struct reading_list *out,
		      struct fault *f); /* not of restricted families `user` is not named for */

/* One day on which a report was asked for again. */
struct chase_day {
	int64_t report_id;
	day_number chased_on;
};
struct chase_day_list {
	struct chase_day *items;
	size_t count, room;
};
/* By report, then day; each day once. */
bool chase_days_of(struct store *s, int64_t conference, struct arena *mem, struct chase_day_list *out, struct fault *f);
bool chase_days_between(struct store *s, day_number from, day_number to, struct arena *mem, struct chase_day_list *out,
			struct fault *f);
/* Of reports that are not in and due on or before `by`. */
bool chase_days_awaited(struct store *s, day_number by, struct arena *mem, struct chase_day_list *out, struct fault *f);

/* A conference that waits for a report due on or before `by`, as a list names it; by id. */
struct awaiting {
	int64_t conference_id, social_worker_id;
	const char *reference, *family_reference, *family_name;
	int child_count;
	day_number held_on;
	int starts;
};
struct awaiting_list {
	struct awaiting *items;
	size_t count, room;
};
bool conferences_awaiting(struct store *s, day_number by, int64_t user, struct arena *mem, struct awaiting_list *out,
			  struct fault *f);

/* How far the reports and the invitations of a conference are; by conference. A conference without any has no row. */
struct report_tally {
	int64_t conference_id;
	int wanted, missing; /* required, of those involved */
	int chased;          /* most often that one of the missing was asked for */
	const char *names;   /* of whoever owes the missing, parted by ", " */
};
struct report_tally_list {
	struct report_tally *items;
	size_t count, room;
};
struct invitee_tally {
	int64_t conference_id;
	int listed, untold; /* untold: not told the day and time it has now */
	int behind;         /* of them: told another */
	int unanswered;     /* told, and has not answered */
};
struct invitee_tally_list {
	struct invitee_tally *items;
	size_t count, room;
};
bool report_tallies(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		    struct report_tally_list *out, struct fault *f);
bool invitee_tallies(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		     struct invitee_tally_list *out, struct fault *f);

#endif
