/* The chair's day: conferences by time with what is missing, and one page to read before each. */
#ifndef CASEWORK_BRIEF_H
#define CASEWORK_BRIEF_H

#include "casework/casework.h"

struct my_day_item {
	int64_t conference_id;
	const char *when; /* "10:00-11:30" */
	const char *family_words, *reference, *type, *place, *chair;
	const char *missing; /* "1 exclusion to decide · quorum at risk · interpreter not confirmed · 2 reports not in";
				"" */
	const char *reports; /* "6 of 8", "" none is asked for */
	const char *quorum;  /* as it looks: "quorate: social care + 3 other agencies", "quorum: ... needs ..."; "" when
				it has begun */
	enum conference_state state;
	day_number day;
	int starts;
};
struct my_day_list {
	struct my_day_item *items;
	size_t count, room;
	const char *whose; /* "Siân Pritchard", "chairs called \"ann\"", "all chairs" */
};
/* By day and time, for `days` days from `from` on. chair NULL: one's own, by the account; everybody's where the account
 * chairs nothing. "": everybody's. Else as in due_filter. A slot of a restricted family this person is not named for
 * has the id 0 and nothing but its time, place and chair. Of a conference that has begun nothing is missing. */
bool casework_my_day(struct casework *cw, const char *chair, day_number from, int days, struct arena *mem,
		     struct my_day_list *out, struct fault *f);

/* One page to read in two minutes: headed lines, most needed first. Nobody's address is in it. */
struct brief_line {
	const char *heading; /* on every line of its part: a part may begin with what is left out for the family */
	const char *text;
	bool is_worry, is_restricted; /* restricted: professionals only */
};
struct brief {
	struct brief_line *items;
	size_t count, room;
	struct conference conference;
	const char *family_words, *when;
};
/* When and where, and the meeting with the family before; children and ages; who is who; risks and restrictions (who
 * may not meet, addresses kept back, exclusions); why now; the plan so far and the last conference; reports in and not
 * in; who is coming and who not; the quorum as it looks; needs and interpreter. Restricted is what no invitation to the
 * family says: risks, the reason, reports they never get, whoever is kept apart. */
bool casework_brief(struct casework *cw, int64_t conference, struct arena *mem, struct brief *out, struct fault *f);

#endif
