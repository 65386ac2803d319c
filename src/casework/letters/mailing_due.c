/* Which mailings of a conference have letters to write: for offering them, and for choosing the one that is due. */
#include "mailing_inside.h"

#include "booking_facts.h"
#include "conference_reach.h"
#include "invitee_words.h"
#include "session_keeping.h"
#include "store/family_store.h"

/* The day and time the first of them knows of: after a move all know of the same one. */
static const char *known_words(const struct mailing_plan *plan, struct arena *mem)
{
	for (size_t i = 0; i < plan->letters.count; i++) {
		const struct invitee *reader = &plan->letters.items[i].reader;
		const struct conference known = {.held_on = reader->told_day, .starts = reader->told_starts};

		if (reader->told_day != DAY_NONE)
			return conference_when(&known, mem);
	}
	return "";
}

/* That there can be no letter of one kind now is an answer, not a failure. */
static bool count_letters(struct casework *cw, int64_t conference, enum mailing mailing, struct arena *mem,
			  struct mailings_due *out, struct fault *f)
{
	struct mailing_plan plan;
	struct fault why = {0};

	if (!mailing_plan_of(cw, conference, mailing, mem, &plan, &why)) {
		if (why.code == FAULT_REFUSED || why.code == FAULT_NOT_ALLOWED) {
			session_refusal_over(cw);
			return true;
		}
		if (f)
			*f = why;
		return false;
	}
	out->letters[mailing] = plan.letters.count;
	if (mailing == MAILING_CHANGES)
		out->known = known_words(&plan, mem);
	return true;
}

/* `first` is what there is nothing of any more when there is nothing at all. */
static bool say_of_what(struct casework *cw, int64_t id, struct arena *mem, struct mailings_due *out, struct fault *f)
{
	struct conference conference;
	struct person_list children;
	struct family family;

	if (!conference_reach(cw, id, mem, &conference, f) ||
	    !family_by_id(cw->store, conference.family_id, mem, &family, f) ||
	    !conference_children(cw->store, id, mem, &children, f))
		return false;
	out->family_id = conference.family_id;
	out->reference = conference.reference;
	out->family_words = family_words(family.name, family.reference, children.count, mem);
	out->when = conference_when(&conference, mem);
	out->first = conference_state_is_held(conference.state) ? MAILING_DECISIONS : MAILING_INVITATIONS;
	return true;
}

/* What is to be told of a change comes before everything else. */
static void choose_first(struct mailings_due *out)
{
	static const enum mailing order[] = {MAILING_CHANGES, MAILING_INVITATIONS, MAILING_EXCLUSIONS,
					     MAILING_DECISIONS, MAILING_RECORD};

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (out->letters[order[i]]) {
			out->first = order[i];
			return;
		}
}

/* Counts only: the letters themselves are looked at, and logged, where they are shown. */
bool casework_mailings_due(struct casework *cw, int64_t conference, struct arena *mem, struct mailings_due *out,
			   struct fault *f)
{
	bool ok;

	*out = (struct mailings_due){.known = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = say_of_what(cw, conference, mem, out, f);
	for (int i = 0; ok && i < MAILING_COUNT; i++)
		ok = count_letters(cw, conference, (enum mailing)i, mem, out, f);
	look_undo(cw);
	if (!ok)
		return false;
	choose_first(out);
	return true;
}
