/* How an invitee reads in a list: who, how reached, what they need, how the invitation stands. */
#ifndef CASEWORK_INVITEE_WORDS_H
#define CASEWORK_INVITEE_WORDS_H

#include "casework/invitees.h"

/* "Amelia Loveridge, mother", "K. Evans, Station Primary School", "R. Shah, solicitor". `invitee` is as the store reads
 * it. */
const char *invitee_who(const struct invitee *invitee, struct arena *mem);

/* Without a name, for the log: "mother", "Station Primary School", "solicitor". */
const char *invitee_as(const struct invitee *invitee);

/* What a letter to them goes to by their own method, "" where none is needed. `postal` is their postal address. */
const char *invitee_address(const struct invitee *invitee, const char *postal);

/* Why no invitation can go to them, in a few words; "" when it can. `postal` as above. */
const char *invitee_problem(const struct invitee *invitee, const char *postal, struct arena *mem);

/* What every line of a list goes by. */
struct invitee_context {
	const struct conference *conference;
	const struct invitee_list *all;
	day_number ask_exclusion_by; /* DAY_NONE: no day is set */
};

/* The words of a line about `line->invitee`, who is one of `context->all`; `postal` as above. */
void invitee_line_words(const struct invitee_context *context, const char *postal, struct arena *mem,
			struct invitee_line *line);

/* The day by which policy wants exclusions asked for; DAY_NONE when it sets none, or there is no day yet. */
day_number exclusion_ask_by(const struct casework *cw, const struct conference *conference);

/* "9 of 14 invited · 6 coming · 1 exclusion to decide" */
const char *invitees_summary(const struct invitees_page *page, struct arena *mem);

/* "Thu 2 Apr 10:00", "no day yet" */
const char *conference_when(const struct conference *conference, struct arena *mem);

/* "so far · more"; either may be "". */
const char *words_joined(const char *so_far, const char *more, struct arena *mem);

#endif
