/* Who gets which copy of a record: the one place that decides it, by the same audience as every letter. */
#include "record_keeping.h"

#include "letter_facts_inside.h"

/* Whoever is kept away from the conference gets none of what was said there. */
static bool is_kept_away(const struct invitee *invitee)
{
	return invitee->exclusion == EXCLUSION_WHOLE || invitee->exclusion == EXCLUSION_ASKED || invitee->is_withdrawn;
}

/* It holds what is said in the reports, and all children: only who reads those in letters too. */
enum record_copy_kind record_copy_of(const struct invitee *invitee)
{
	if (is_kept_away(invitee))
		return RECORD_COPY_NONE;
	switch (letter_audience(invitee)) {
	case AUDIENCE_PROFESSIONAL: return RECORD_COPY_WHOLE;
	case AUDIENCE_PARENT: return RECORD_COPY_PART;
	default: return RECORD_COPY_NONE;
	}
}

const char *record_copy_words(const struct invitee *invitee)
{
	switch (record_copy_of(invitee)) {
	case RECORD_COPY_WHOLE: return "whole";
	case RECORD_COPY_PART: return "without restricted parts";
	case RECORD_COPY_NONE: break;
	}
	if (invitee->is_withdrawn)
		return "none: taken off the list";
	if (invitee->exclusion == EXCLUSION_WHOLE)
		return "none: excluded from all of it";
	if (invitee->exclusion == EXCLUSION_ASKED)
		return "none: exclusion not decided";
	switch (letter_audience(invitee)) {
	case AUDIENCE_CHILD: return "none: told in a letter of their own";
	case AUDIENCE_COMPANION: return "none: came for somebody else";
	case AUDIENCE_GUEST: return "none: not of the family";
	default: return "none: not a parent";
	}
}
