/* How a reader's copy of a record is called: who gets how much is decided with every other letter (letter_facts.h). */
#include "record_keeping.h"

static const char *why_none(const struct invitee *invitee)
{
	if (invitee->is_withdrawn)
		return "none: taken off the list";
	switch (invitee->exclusion) {
	case EXCLUSION_WHOLE: return "none: excluded from all of it";
	case EXCLUSION_ASKED: return "none: exclusion not decided";
	default: break;
	}
	switch (invitee->capacity) {
	case CAPACITY_CHILD: return "none: told in a letter of their own";
	case CAPACITY_FAMILY: return "none: not a parent";
	case CAPACITY_INTERPRETER:
	case CAPACITY_OBSERVER: return "none: not of the family";
	default: return "none: came for somebody else";
	}
}

const char *record_copy_words(enum letter_copy copy, const struct invitee *invitee)
{
	switch (copy) {
	case LETTER_COPY_WHOLE: return "whole";
	case LETTER_COPY_FAMILY: return "without restricted parts";
	case LETTER_COPY_OWN_PART: return "decisions and plan only: was there for a part";
	default: return why_none(invitee);
	}
}
