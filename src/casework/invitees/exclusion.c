/* Asking that somebody stay away, and deciding it: any worker asks, the chair decides, for as short a part as will do.
 */
#include "booking_check.h"
#include "casework/invitees.h"
#include "invitee_reading.h"
#include "invitee_words.h"
#include "own_conference.h"
#include "replies_keeping.h"
#include "store/invitee_store.h"
#include "words_tidy.h"

const char *exclusion_words_for(enum exclusion_reason reason)
{
	static const char *const words[EXCLUSION_REASON_COUNT] = {
		[EXCLUSION_REASON_NONE] = "",
		[EXCLUSION_REASON_WELFARE] = "Your being there could do serious harm to the child's welfare.",
		[EXCLUSION_REASON_DISRUPTION] = "The meeting could not go on calmly and safely if you were there.",
		[EXCLUSION_REASON_CHILD_ASKS] = "It would help the child to take part if you were not there.",
		[EXCLUSION_REASON_SILENCES] = "Somebody who must be heard could not speak freely if you were there.",
		[EXCLUSION_REASON_CONFIDENTIAL] = "The meeting must speak of matters that the law keeps confidential.",
		[EXCLUSION_REASON_CONFLICT] = "It is safer for everybody in the family to come at separate times.",
	};

	return (unsigned)reason < EXCLUSION_REASON_COUNT ? words[reason] : "";
}

static bool is_excluded(enum exclusion exclusion)
{
	return exclusion == EXCLUSION_WHOLE || exclusion == EXCLUSION_PART;
}

static bool check_day(const struct casework *cw, day_number on, const char *field, const char *what, struct fault *f)
{
	if (on == DAY_NONE)
		return fault_field(f, field, "Enter the day it was %s.", what);
	return on <= casework_today(cw) || fault_field(f, field, "The day it was %s is in the future.", what);
}

/* --- Asked --- */

static bool tidy_request(struct exclusion_request *request, struct arena *mem, struct fault *f)
{
	return words_tidy(&request->part, "part", false, mem, f) &&
	       words_tidy(&request->asked_by, "asked_by", false, mem, f);
}

static bool check_request(const struct casework *cw, const struct invitee *invitee,
			  const struct exclusion_request *request, struct fault *f)
{
	if (invitee->exclusion == EXCLUSION_ASKED)
		return fault_set(f, FAULT_REFUSED, "That %s stay away is asked already: the chair decides it.",
				 invitee->shown_name);
	if (is_excluded(invitee->exclusion))
		return fault_set(f, FAULT_REFUSED, "%s is excluded already: the chair can decide it anew.",
				 invitee->shown_name);
	if (request->reason == EXCLUSION_REASON_NONE)
		return fault_field(f, "reason", "Choose the reason: there is none but those on the list.");
	if (!request->is_whole && !*request->part)
		return fault_field(f, "part", "Say which part %s should not be there for.", invitee->shown_name);
	if (!*request->asked_by)
		return fault_field(f, "asked_by", "Name who asks for it.");
	return check_day(cw, request->asked_on, "asked_on", "asked", f);
}

static bool ask_in(struct casework *cw, int64_t id, int64_t version, struct exclusion_request *request,
		   struct arena *mem, struct invitee *invitee, struct conference *conference, bool *late,
		   struct fault *f)
{
	day_number last;

	if (!tidy_request(request, mem, f) || !invitee_reach(cw, id, version, mem, invitee, conference, f) ||
	    !invitees_may_change(conference, f) || !check_request(cw, invitee, request, f))
		return false;
	last = exclusion_ask_by(cw, conference);
	*late = last != DAY_NONE && request->asked_on > last;
	invitee->exclusion = EXCLUSION_ASKED;
	invitee->exclusion_reason = request->reason;
	invitee->exclusion_part = request->is_whole ? "" : request->part;
	invitee->exclusion_words = exclusion_words_for(request->reason);
	invitee->exclusion_asked_by = request->asked_by;
	invitee->exclusion_asked_on = request->asked_on;
	invitee->exclusion_decided_by = "";
	invitee->exclusion_decided_on = DAY_NONE;
	return invitee_save(cw->store, invitee, f);
}

bool casework_exclusion_ask(struct casework *cw, int64_t invitee, int64_t version,
			    const struct exclusion_request *request, struct fault *f)
{
	struct arena mem = {0};
	struct exclusion_request tidy = *request;
	struct invitee row;
	struct conference c;
	bool late = false, ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = ask_in(cw, invitee, version, &tidy, &mem, &row, &c, &late, f);
	ok = ok ? work_end(cw, f, "exclusion.ask", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s (invitation %lld), from %s: %s; asked by %s%s", c.reference, invitee_as(&row),
			   (long long)invitee, tidy.is_whole ? "all of it" : tidy.part,
			   exclusion_reason_label(tidy.reason), tidy.asked_by, late ? "; late" : "")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Decided --- */

static bool tidy_decision(struct exclusion_decision *decision, struct arena *mem, struct fault *f)
{
	return words_tidy(&decision->part, "part", false, mem, f) &&
	       words_tidy(&decision->words, "words", true, mem, f) &&
	       words_tidy(&decision->other_way, "other_way", true, mem, f) &&
	       words_tidy(&decision->decided_by, "decided_by", false, mem, f);
}

static bool check_terms(const struct invitee *invitee, const struct exclusion_decision *decision, struct fault *f)
{
	if (decision->decision == EXCLUSION_REFUSED)
		return true;
	if (!is_excluded(decision->decision))
		return fault_field(f, "decision", "Choose whether %s is excluded from all of it, from a part, or not.",
				   invitee->shown_name);
	if (decision->decision == EXCLUSION_PART && !*decision->part)
		return fault_field(f, "part", "Say which part %s is excluded from.", invitee->shown_name);
	if (!*decision->words)
		return fault_field(f, "words", "Give the reason in words that %s may read: it goes into their letter.",
				   invitee->shown_name);
	return *decision->other_way ||
	       fault_field(f, "other_way", "Say how %s can give their views without being there.", invitee->shown_name);
}

static bool check_decision(const struct casework *cw, const struct invitee *invitee,
			   const struct exclusion_decision *decision, struct fault *f)
{
	if (invitee->exclusion == EXCLUSION_NONE)
		return fault_set(f, FAULT_REFUSED, "Nobody has asked that %s stay away: there is nothing to decide.",
				 invitee->shown_name);
	if (!check_terms(invitee, decision, f) || !check_day(cw, decision->decided_on, "decided_on", "decided", f))
		return false;
	return decision->decided_on >= invitee->exclusion_asked_on ||
	       fault_field(f, "decided_on", "It was decided before it was asked for: correct the day.");
}

/* The chair of this conference decides here; anybody else writes down what the chair said, and names the chair. */
static bool settle_who(struct casework *cw, const struct conference *conference, struct exclusion_decision *decision,
		       struct arena *mem, struct fault *f)
{
	struct conference own;

	if (*decision->decided_by)
		return true;
	if (!conference_reach_for(cw, ACTION_DECIDE, conference->id, mem, &own, NULL))
		return fault_field(f, "decided_by",
				   "Name the chair who decided it: only the chair of the conference may exclude.");
	decision->decided_by = casework_user_name(cw);
	return true;
}

static void take_decision(struct invitee *invitee, const struct exclusion_decision *decision)
{
	bool excluded = is_excluded(decision->decision);

	invitee->exclusion = decision->decision;
	if (decision->reason != EXCLUSION_REASON_NONE)
		invitee->exclusion_reason = decision->reason;
	invitee->exclusion_part = decision->decision == EXCLUSION_PART ? decision->part : "";
	invitee->exclusion_words = excluded ? decision->words : "";
	if (excluded)
		invitee->other_way = decision->other_way;
	invitee->exclusion_decided_by = decision->decided_by;
	invitee->exclusion_decided_on = decision->decided_on;
}

static bool decide_in(struct casework *cw, int64_t id, int64_t version, struct exclusion_decision *decision,
		      struct arena *mem, struct invitee *invitee, struct conference *conference, struct fault *f)
{
	bool were_in;

	if (!tidy_decision(decision, mem, f) || !invitee_reach(cw, id, version, mem, invitee, conference, f) ||
	    !invitees_may_change(conference, f) || !check_decision(cw, invitee, decision, f) ||
	    !settle_who(cw, conference, decision, mem, f) || !replies_are_in(cw, conference->id, mem, &were_in, f))
		return false;
	take_decision(invitee, decision);
	return invitee_save(cw->store, invitee, f) && replies_keep(cw, conference, were_in, mem, f);
}

bool casework_exclusion_decide(struct casework *cw, int64_t invitee, int64_t version,
			       const struct exclusion_decision *decision, struct fault *f)
{
	struct arena mem = {0};
	struct exclusion_decision tidy = *decision;
	struct invitee row;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = decide_in(cw, invitee, version, &tidy, &mem, &row, &c, f);
	ok = ok ? work_end(cw, f, "exclusion.decide", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s (invitation %lld): %s%s%s; decided by %s", c.reference, invitee_as(&row),
			   (long long)invitee, exclusion_label(tidy.decision),
			   tidy.decision == EXCLUSION_PART ? ": " : "",
			   tidy.decision == EXCLUSION_PART ? tidy.part : "", tidy.decided_by)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Withdrawn --- */

static void forget_exclusion(struct invitee *invitee)
{
	invitee->exclusion = EXCLUSION_NONE;
	invitee->exclusion_reason = EXCLUSION_REASON_NONE;
	invitee->exclusion_part = invitee->exclusion_words = "";
	invitee->exclusion_asked_by = invitee->exclusion_decided_by = "";
	invitee->exclusion_asked_on = invitee->exclusion_decided_on = DAY_NONE;
}

static bool end_in(struct casework *cw, int64_t id, int64_t version, const char **why, struct arena *mem,
		   struct invitee *invitee, struct conference *conference, struct fault *f)
{
	bool were_in;

	if (!words_tidy(why, "why", true, mem, f) || !invitee_reach(cw, id, version, mem, invitee, conference, f) ||
	    !invitees_may_change(conference, f))
		return false;
	if (invitee->exclusion == EXCLUSION_NONE || invitee->exclusion == EXCLUSION_REFUSED)
		return fault_set(f, FAULT_REFUSED, "%s is not excluded: there is nothing to end.", invitee->shown_name);
	if (!text_is_given(*why))
		return fault_field(f, "why", "Say why %s may come after all: it is kept in the history.",
				   invitee->shown_name);
	if (!replies_are_in(cw, conference->id, mem, &were_in, f))
		return false;
	forget_exclusion(invitee);
	return invitee_save(cw->store, invitee, f) && replies_keep(cw, conference, were_in, mem, f);
}

bool casework_exclusion_end(struct casework *cw, int64_t invitee, int64_t version, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct invitee row;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = end_in(cw, invitee, version, &why, &mem, &row, &c, f);
	ok = ok ? work_end(cw, f, "exclusion.end", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s (invitation %lld): %s", c.reference, invitee_as(&row), (long long)invitee, why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
