/* The chair's day: conferences by time with what is missing, and one page to read before each. */
#ifndef CASEWORK_BRIEF_H
#define CASEWORK_BRIEF_H

#include "casework/casework.h"

struct my_day_item {
	int64_t conference_id;
	const char *when; /* "10:00-11:30" */
	const char *family_words, *reference, *type, *place;
	const char *missing; /* "2 reports · quorum at risk · interpreter not confirmed · 1 exclusion to decide" */
	const char *reports; /* "6 of 8" */
	enum conference_state state;
	day_number day;
	int starts;
};
struct my_day_list {
	struct my_day_item *items;
	size_t count, room;
};
/* Of this person's conferences; a chair given by login or part of the name for others. `days` ahead, 1: today only. */
bool casework_my_day(struct casework *cw, const char *chair, day_number from, int days, struct arena *mem,
		     struct my_day_list *out, struct fault *f);

/* One page to read in two minutes: headed lines, most needed first. */
struct brief_line {
	const char *heading; /* of a new part, "" otherwise */
	const char *text;
	bool is_worry, is_restricted; /* restricted: professionals only */
};
struct brief_line_list {
	struct brief_line *items;
	size_t count, room;
};
/* Children and ages; who is who; risks and restrictions (who may not meet, addresses kept back, exclusions); why now;
 * last decision and plan progress; reports in and not in; who is coming, quorum as it looks; needs and interpreter;
 * pre-meeting at T-30. */
bool casework_brief(struct casework *cw, int64_t conference, struct arena *mem, struct brief_line_list *out,
		    struct fault *f);

#endif
