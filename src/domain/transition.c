/* The life of a conference: which step leads from which state to which, who may take it and what is asked. */
#include "domain/conference.h"
#include "word_match.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *token, *label;
} states[] = {
#define X(id, token, label) [STATE_##id] = {token, label},
	CONFERENCE_STATES(X)
#undef X
};

static const struct {
	const char *token, *label;
} steps[] = {
#define X(id, token, label) [STEP_##id] = {token, label},
	CONFERENCE_STEPS(X)
#undef X
};

/* The words of a refusal: "This conference <is>, so <what> cannot <be done>. From here you can <do>." */
static const char *const state_is[CONFERENCE_STATE_COUNT] = {
	[STATE_REQUESTED] = "is requested and has no date yet",
	[STATE_SCHEDULED] = "is booked and its invitations are not sent yet",
	[STATE_INVITED] = "is booked and its invitations are sent",
	[STATE_READY] = "is ready to be held",
	[STATE_IN_PROGRESS] = "is in progress",
	[STATE_DECIDED] = "has decided and its record is not drafted yet",
	[STATE_RECORD_DRAFTED] = "was held and its record waits for the chair's approval",
	[STATE_RECORD_APPROVED] = "was held and its record is approved",
	[STATE_DISTRIBUTED] = "was held and its record is distributed",
	[STATE_CLOSED] = "is closed",
	[STATE_POSTPONED] = "is postponed and has no date",
	[STATE_CANCELLED] = "is cancelled",
	[STATE_INQUORATE] = "was not quorate",
	[STATE_ADJOURNED] = "is adjourned",
	[STATE_CHALLENGED] = "is challenged",
};

static const struct {
	const char *cannot, *can;
} step_words[CONFERENCE_STEP_COUNT] = {
	[STEP_BOOK] = {"it cannot be booked", "book it"},
	[STEP_MOVE] = {"it cannot be moved", "move it"},
	[STEP_POSTPONE] = {"it cannot be postponed", "postpone it"},
	[STEP_CANCEL] = {"it cannot be cancelled", "cancel it"},
	[STEP_INVITE] = {"invitations cannot be sent", "send invitations"},
	[STEP_MAKE_READY] = {"the bundle cannot be made", "make the bundle"},
	[STEP_START] = {"it cannot be started", "start it"},
	[STEP_DECIDE] = {"a decision cannot be recorded", "record the decision"},
	[STEP_FIND_INQUORATE] = {"a missing quorum cannot be recorded", "record that it is not quorate"},
	[STEP_ADJOURN] = {"it cannot be adjourned", "adjourn it"},
	[STEP_RECONVENE] = {"it cannot be reconvened", "reconvene it"},
	[STEP_DRAFT_RECORD] = {"the record cannot be drafted", "draft the record"},
	[STEP_APPROVE_RECORD] = {"the record cannot be approved", "approve the record"},
	[STEP_DISTRIBUTE] = {"the record cannot be distributed", "distribute the record"},
	[STEP_CLOSE] = {"it cannot be closed", "close it"},
	[STEP_CHALLENGE] = {"a challenge cannot be registered", "register a challenge"},
	[STEP_SETTLE] = {"a challenge cannot be settled", "settle the challenge"},
	[STEP_REOPEN] = {"its record cannot be reopened", "reopen its record"},
};

enum { NOTHING = 0, REASON = 1, AGREED = 2 };
#define ROW(from, step, to, who, asked, follows)                                                                       \
	{                                                                                                              \
		STATE_##from, STEP_##step, STATE_##to, ACTION_##who, ((asked)&REASON) != 0, ((asked)&AGREED) != 0,     \
			follows                                                                                        \
	}

/* clang-format off */
static const struct transition table[] = {
	ROW(REQUESTED, BOOK, SCHEDULED, BOOK, NOTHING,
	    "deadlines counted from its day are set; invitations fall due"),
	ROW(REQUESTED, CANCEL, CANCELLED, BOOK, REASON | AGREED,
	    "its deadlines end; the enquiry keeps its own limit"),
	ROW(POSTPONED, BOOK, SCHEDULED, BOOK, NOTHING,
	    "deadlines counted from its day are set anew; invitations fall due again"),
	ROW(POSTPONED, CANCEL, CANCELLED, BOOK, REASON | AGREED,
	    "its deadlines end; the enquiry or plan keeps its own limit"),

	ROW(SCHEDULED, MOVE, SCHEDULED, BOOK, REASON | AGREED,
	    "the old slot is given back; deadlines counted from its day move"),
	ROW(INVITED, MOVE, SCHEDULED, BOOK, REASON | AGREED,
	    "the old slot is given back; deadlines move; invitations are withdrawn and sent again"),
	ROW(READY, MOVE, SCHEDULED, BOOK, REASON | AGREED,
	    "the old slot is given back; deadlines move; invitations are withdrawn and sent again"),
	ROW(SCHEDULED, POSTPONE, POSTPONED, BOOK, REASON | AGREED,
	    "the slot is given back; the limit stays; a new date is wanted"),
	ROW(INVITED, POSTPONE, POSTPONED, BOOK, REASON | AGREED,
	    "the slot is given back; the limit stays; everyone invited is told"),
	ROW(READY, POSTPONE, POSTPONED, BOOK, REASON | AGREED,
	    "the slot is given back; the limit stays; everyone invited is told"),
	ROW(SCHEDULED, CANCEL, CANCELLED, BOOK, REASON | AGREED,
	    "the slot is given back; its deadlines end"),
	ROW(INVITED, CANCEL, CANCELLED, BOOK, REASON | AGREED,
	    "the slot is given back; its deadlines end; everyone invited is told"),
	ROW(READY, CANCEL, CANCELLED, BOOK, REASON | AGREED,
	    "the slot is given back; its deadlines end; everyone invited is told"),

	ROW(SCHEDULED, INVITE, INVITED, INVITE, NOTHING,
	    "replies and reports are awaited"),
	ROW(INVITED, MAKE_READY, READY, RECORD_REPORTS, NOTHING,
	    "the chair's brief is complete; professionals receive the bundle"),

	/* A conference called at short notice is held whether or not the paper caught up with it. */
	ROW(SCHEDULED, START, IN_PROGRESS, CHAIR_CONFERENCE, NOTHING,
	    "attendance is taken; invitations and bundle count as not sent"),
	ROW(INVITED, START, IN_PROGRESS, CHAIR_CONFERENCE, NOTHING,
	    "attendance is taken; the bundle counts as not made"),
	ROW(READY, START, IN_PROGRESS, CHAIR_CONFERENCE, NOTHING,
	    "attendance is taken and the quorum is checked for each child"),

	ROW(IN_PROGRESS, DECIDE, DECIDED, DECIDE, NOTHING,
	    "decision letters, outline plans, the first core group and the next review fall due"),
	ROW(IN_PROGRESS, FIND_INQUORATE, INQUORATE, CHAIR_CONFERENCE, NOTHING,
	    "an interim plan is made or the existing plan reviewed; a reconvened conference is requested"),
	ROW(IN_PROGRESS, ADJOURN, ADJOURNED, CHAIR_CONFERENCE, REASON,
	    "a plan in force stays in force; a reconvened conference is requested"),
	ROW(INQUORATE, RECONVENE, CLOSED, BOOK, NOTHING,
	    "the reconvened conference has decided; nothing more is expected of this one"),
	ROW(ADJOURNED, RECONVENE, CLOSED, BOOK, NOTHING,
	    "the reconvened conference has decided; nothing more is expected of this one"),

	ROW(DECIDED, DRAFT_RECORD, RECORD_DRAFTED, WRITE_RECORD, NOTHING,
	    "the chair is asked to approve"),
	ROW(RECORD_DRAFTED, DRAFT_RECORD, RECORD_DRAFTED, WRITE_RECORD, NOTHING,
	    "the new draft takes the place of the old one, which is kept"),
	ROW(RECORD_DRAFTED, APPROVE_RECORD, RECORD_APPROVED, APPROVE_RECORD, NOTHING,
	    "the record is fixed and may be sent"),
	ROW(RECORD_APPROVED, DISTRIBUTE, DISTRIBUTED, DISTRIBUTE_RECORD, NOTHING,
	    "each recipient receives the full record or the part meant for them"),
	ROW(DISTRIBUTED, CLOSE, CLOSED, DISTRIBUTE_RECORD, NOTHING,
	    "nothing more is expected of this conference"),

	/* The decision stands while a challenge is looked into, so the record is still owed. */
	ROW(DECIDED, CHALLENGE, CHALLENGED, HANDLE_COMPLAINTS, REASON,
	    "the decision stands; the chair speaks to the complainant"),
	ROW(RECORD_DRAFTED, CHALLENGE, CHALLENGED, HANDLE_COMPLAINTS, REASON,
	    "the decision stands; the chair speaks to the complainant"),
	ROW(RECORD_APPROVED, CHALLENGE, CHALLENGED, HANDLE_COMPLAINTS, REASON,
	    "the decision stands; the chair speaks to the complainant"),
	ROW(DISTRIBUTED, CHALLENGE, CHALLENGED, HANDLE_COMPLAINTS, REASON,
	    "the decision stands; the chair speaks to the complainant"),
	ROW(CLOSED, CHALLENGE, CHALLENGED, HANDLE_COMPLAINTS, REASON,
	    "the decision stands; the chair speaks to the complainant"),
	ROW(CHALLENGED, DRAFT_RECORD, RECORD_DRAFTED, WRITE_RECORD, NOTHING,
	    "the record goes on; the complaint stays open in its own register"),
	ROW(CHALLENGED, APPROVE_RECORD, RECORD_APPROVED, APPROVE_RECORD, NOTHING,
	    "the record goes on; the complaint stays open in its own register"),
	ROW(CHALLENGED, SETTLE, DECIDED, HANDLE_COMPLAINTS, NOTHING,
	    "the outcome is told: upheld, review brought forward, or a second conference with a different chair; the "
	    "conference goes on with its record where it was"),

	/* It is the record that is reopened, never a decision: plans began with it, and letters told of it. One that was
	 * wrong is answered by a complaint, an earlier review, or a plan that ends as recorded in error. Nor does a
	 * cancelled conference come back: whoever was told that it is off would not know. It is asked for anew, and an
	 * enquiry, a plan or a transfer-in keeps its limit for that. */
	ROW(RECORD_APPROVED, REOPEN, RECORD_DRAFTED, APPROVE_RECORD, REASON,
	    "the approval is taken back; the record is corrected"),
	ROW(DISTRIBUTED, REOPEN, RECORD_DRAFTED, APPROVE_RECORD, REASON,
	    "the record is corrected, approved and sent again"),
	ROW(CLOSED, REOPEN, RECORD_DRAFTED, APPROVE_RECORD, REASON,
	    "the record is corrected, approved and sent again"),
};
/* clang-format on */

const char *conference_state_token(enum conference_state state)
{
	return (unsigned)state < CONFERENCE_STATE_COUNT ? states[state].token : "";
}

const char *conference_state_label(enum conference_state state)
{
	return (unsigned)state < CONFERENCE_STATE_COUNT ? states[state].label : "";
}

const char *conference_state_said(enum conference_state state)
{
	return (unsigned)state < CONFERENCE_STATE_COUNT ? state_is[state] : "";
}

bool conference_state_from_token(const char *token, enum conference_state *out)
{
	for (int i = 0; i < CONFERENCE_STATE_COUNT; i++)
		if (word_match(token, states[i].token)) {
			*out = (enum conference_state)i;
			return true;
		}
	return false;
}

const char *conference_step_token(enum conference_step step)
{
	return (unsigned)step < CONFERENCE_STEP_COUNT ? steps[step].token : "";
}

const char *conference_step_label(enum conference_step step)
{
	return (unsigned)step < CONFERENCE_STEP_COUNT ? steps[step].label : "";
}

const struct transition *transition_table(size_t *count)
{
	*count = sizeof table / sizeof *table;
	return table;
}

const struct transition *transition_find(enum conference_state from, enum conference_step step)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].from == from && table[i].step == step)
			return &table[i];
	return NULL;
}

/* "book it or cancel it", "start it, adjourn it or cancel it": the steps that are open from here. */
static void write_choices(enum conference_state from, char *out, size_t room)
{
	const char *choices[CONFERENCE_STEP_COUNT];
	size_t count = 0, used = 0;

	for (int step = 0; step < CONFERENCE_STEP_COUNT; step++)
		if (transition_find(from, (enum conference_step)step))
			choices[count++] = step_words[step].can;
	out[0] = '\0';
	for (size_t i = 0; i < count && used < room; i++) {
		const char *join = i == 0 ? "" : i + 1 == count ? " or " : ", ";
		used += (size_t)snprintf(out + used, room - used, "%s%s", join, choices[i]);
	}
}

bool transition_check(enum conference_state from, enum conference_step step, const struct transition **out,
		      struct fault *f)
{
	const struct transition *found = transition_find(from, step);
	char choices[200];

	if (out)
		*out = found;
	if (found)
		return true;
	if ((unsigned)from >= CONFERENCE_STATE_COUNT || (unsigned)step >= CONFERENCE_STEP_COUNT)
		return fault_set(f, FAULT_REFUSED, "This conference is in a state that this version does not know.");
	write_choices(from, choices, sizeof choices);
	if (!*choices)
		return fault_set(f, FAULT_REFUSED, "This conference %s, so %s. Ask for another one.", state_is[from],
				 step_words[step].cannot);
	return fault_set(f, FAULT_REFUSED, "This conference %s, so %s. From here you can %s.", state_is[from],
			 step_words[step].cannot, choices);
}

bool conference_state_is_ended(enum conference_state state)
{
	return state == STATE_CLOSED || state == STATE_CANCELLED;
}

bool conference_state_is_held(enum conference_state state)
{
	switch (state) {
	case STATE_DECIDED:
	case STATE_RECORD_DRAFTED:
	case STATE_RECORD_APPROVED:
	case STATE_DISTRIBUTED:
	case STATE_CLOSED:
	case STATE_CHALLENGED: return true;
	default: return false;
	}
}

bool conference_state_is_to_be_held(enum conference_state state)
{
	return state == STATE_REQUESTED || state == STATE_SCHEDULED || state == STATE_INVITED || state == STATE_READY ||
	       state == STATE_POSTPONED;
}

bool conference_state_awaits_slot(enum conference_state state)
{
	return state == STATE_REQUESTED || state == STATE_POSTPONED;
}
