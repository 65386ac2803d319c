/* What follows from letters that were queued: who knows what, which reports are asked for, what is withdrawn, which
 * deadlines are met. All in the verb that queued them. */
#include "mailing_inside.h"

#include "change_notice.h"
#include "deadline_keeping.h"
#include "letter_reader.h"
#include "slot_keeping.h"

#include <string.h>

/* --- One letter --- */

/* What waits is not sent any more: the new letter says what holds now. */
static bool withdraw_overtaken(struct casework *cw, const struct mailing_letter *letter, struct arena *mem,
			       struct fault *f)
{
	struct letter_listed_list earlier;

	if (!letter->replaces_id)
		return true;
	if (!letters_of_invitee(cw->store, letter->reader.id, mem, &earlier, f))
		return false;
	for (size_t i = 0; i < earlier.count; i++) {
		const struct letter_listed *one = &earlier.items[i];
		struct delivery delivery;

		if (one->letter_id > letter->replaces_id || one->state != DELIVERY_WAITING ||
		    !letter_tells_a_day(one->template))
			continue;
		if (!delivery_by_id(cw->store, one->delivery_id, mem, &delivery, f))
			return false;
		delivery.state = DELIVERY_WITHDRAWN;
		delivery.settled_at = work_now(cw);
		delivery.said = "overtaken by a later letter";
		if (!delivery_save(cw->store, &delivery, DELIVERY_WAITING, f))
			return false;
	}
	return true;
}

static bool ask_for_report(struct casework *cw, struct mailing_letter *letter, struct fault *f)
{
	if (!letter->report.id || letter->report.requested_on != DAY_NONE)
		return true;
	letter->report.requested_on = casework_today(cw);
	return report_save(cw->store, &letter->report, f);
}

/* An answer was to the day that it answered. */
static void forget_answer(struct invitee *reader)
{
	reader->reply = REPLY_NONE;
	reader->reply_on = DAY_NONE;
	reader->reply_how = "";
}

static void note_what_is_known(struct casework *cw, const struct mailing_plan *plan, struct invitee *reader)
{
	const struct conference *c = &plan->conference;
	bool is_off = c->state == STATE_POSTPONED || c->state == STATE_CANCELLED || reader->is_withdrawn ||
		      reader->exclusion == EXCLUSION_WHOLE;

	if (plan->mailing == MAILING_EXCLUSIONS && !is_off)
		return; /* asked to stay away from a part: the invitation to the rest is a letter of its own */
	if (plan->mailing == MAILING_CHANGES)
		forget_answer(reader);
	reader->told_day = is_off ? DAY_NONE : c->held_on;
	reader->told_starts = is_off ? -1 : c->starts;
	if (!is_off && reader->invited_on == DAY_NONE)
		reader->invited_on = casework_today(cw);
}

bool mailing_follow_letter(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
			   struct arena *mem, struct fault *f)
{
	note_what_is_known(cw, plan, &letter->reader);
	return withdraw_overtaken(cw, letter, mem, f) && ask_for_report(cw, letter, f) &&
	       invitee_save(cw->store, &letter->reader, f);
}

/* --- The whole --- */

/* Of those who can be told: the others are in the list with what stands in the way. */
static bool is_told(const struct conference *c, const struct invitee *invitee)
{
	return invitee->told_day == c->held_on && invitee->told_starts == c->starts;
}

/* Only what can be sent counts: for the rest the same plan says why it cannot. */
static bool everybody_is_told(struct casework *cw, const struct mailing_plan *plan, struct arena *mem, bool *all,
			      bool *police, struct fault *f)
{
	struct mailing_plan left;
	struct invitee_list invitees;

	*all = true;
	*police = false;
	if (!mailing_plan_of(cw, plan->conference.id, MAILING_INVITATIONS, mem, &left, f) ||
	    !invitees_of(cw->store, plan->conference.id, false, mem, &invitees, f))
		return false;
	for (size_t i = 0; i < left.letters.count; i++)
		if (!*left.letters.items[i].problem)
			*all = false;
	for (size_t i = 0; i < invitees.count; i++) {
		if (invitees.items[i].told_day != DAY_NONE && !is_told(&plan->conference, &invitees.items[i]))
			*all = false;
		if (letter_reader_is_police(&invitees.items[i]) && is_told(&plan->conference, &invitees.items[i]))
			*police = true;
	}
	return true;
}

static bool meet_deadlines(struct casework *cw, const struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	const struct conference *c = &plan->conference;
	enum rule_key invite = c->type == CONFERENCE_REVIEW ? RULE_INVITE_REVIEW : RULE_INVITE_INITIAL;
	bool all, police;

	if (c->state == STATE_POSTPONED || c->state == STATE_CANCELLED || c->held_on == DAY_NONE)
		return true;
	if (!everybody_is_told(cw, plan, mem, &all, &police, f))
		return false;
	return (!all || deadline_met(cw, invite, SUBJECT_CONFERENCE, c->id, casework_today(cw), f)) &&
	       (!police || deadline_met(cw, RULE_POLICE_NOTICE, SUBJECT_CONFERENCE, c->id, casework_today(cw), f));
}

static bool is_still_for_others(const struct mailing_plan *left)
{
	for (size_t i = 0; i < left->letters.count; i++)
		if (!*left->letters.items[i].problem)
			return true;
	return false;
}

/* The conference is invited with its first letter; after a move, when nobody who was told and can be told again is
 * still to be told of it: in between, another room shows only in that it is booked and not invited. */
static bool take_step(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	struct conference *c = &plan->conference;
	struct change_words words = {.step = conference_step_token(STEP_INVITE), .from = c->state};
	const struct transition *step;
	struct mailing_plan left;

	if (c->state != STATE_SCHEDULED || plan->mailing == MAILING_EXCLUSIONS)
		return true;
	if (!mailing_plan_of(cw, c->id, MAILING_CHANGES, mem, &left, f))
		return false;
	if (is_still_for_others(&left))
		return true;
	if (!transition_check(c->state, STEP_INVITE, &step, f))
		return false;
	c->state = step->to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

bool mailing_follow(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	return take_step(cw, plan, mem, f) && meet_deadlines(cw, plan, mem, f) &&
	       change_notice_keep(cw, &plan->conference, f);
}
