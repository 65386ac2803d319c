/* Who gets which letter after a conference: what was decided, notices of plans, and the record. */
#include "mailing_inside.h"

#include "letter_day.h"
#include "letter_facts_inside.h"
#include "letter_reader.h"
#include "plan_notice.h"
#include "store/record_store.h"
#include "store/view_store.h"

#include <string.h>

struct after {
	struct casework *cw;
	struct mailing_plan *plan;
	struct letter_listed_list written; /* of the conference, newest first */
	int64_t since;                     /* letters of before do not count */
	struct arena *mem;
	struct fault *f;
};

bool mailing_is_after(enum mailing mailing)
{
	return mailing == MAILING_DECISIONS || mailing == MAILING_RECORD;
}

const char *mailing_notice_name(const struct invitee *reader, struct arena *mem)
{
	return arena_printf(mem, "%s%s%s", reader->shown_name, *reader->shown_name && *reader->shown_agency ? ", " : "",
			    reader->shown_agency);
}

/* --- What they have already --- */

static bool has_letter(const struct after *a, const struct mailing_letter *letter)
{
	const char *name = mailing_notice_name(&letter->reader, a->mem);

	for (size_t i = 0; i < a->written.count; i++) {
		const struct letter_listed *one = &a->written.items[i];
		bool is_theirs = letter->reader.id ? one->invitee_id == letter->reader.id
						   : !one->invitee_id && strcmp(one->recipient, name) == 0;

		if (is_theirs && one->state != DELIVERY_WITHDRAWN && one->written_at >= a->since &&
		    strcmp(one->template, letter_template_name(letter->key)) == 0)
			return true;
	}
	return false;
}

static bool add(const struct after *a, const struct invitee *reader, enum letter_template_key key)
{
	struct mailing_letter letter = {.reader = *reader, .key = key, .address = "", .problem = "", .withdraws = ""};
	struct mailing_letter *kept;

	if (has_letter(a, &letter))
		return true;
	if (reader->id || reader->method != METHOD_POST) {
		if (!letter_reader_address(a->cw, reader, reader->method, a->mem, &letter.address, a->f))
			return false;
	} else if (!letter_contact_address(a->cw, reader->contact_id, a->mem, &letter.address, a->f)) {
		return false;
	}
	letter.problem = mailing_way_problem(reader, letter.address, a->mem);
	kept = ARENA_PUSH(a->mem, &a->plan->letters);
	if (!kept)
		return fault_set(a->f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	*kept = letter;
	return true;
}

/* --- Decisions --- */

/* Whoever comes for somebody of the family is told with them; strangers, and whoever comes for nobody, are not. */
static bool decision_for(const struct invitee_list *invitees, const struct invitee *reader,
			 enum letter_template_key *out)
{
	switch (letter_audience(reader)) {
	case AUDIENCE_PROFESSIONAL: *out = LETTER_DECISION_PROFESSIONAL; return true;
	case AUDIENCE_PARENT:
	case AUDIENCE_FAMILY: *out = LETTER_DECISION_PARENT; return true;
	case AUDIENCE_CHILD: *out = LETTER_DECISION_CHILD; return true;
	case AUDIENCE_COMPANION: break;
	default: return false;
	}
	*out = LETTER_DECISION_SUPPORTER;
	for (size_t i = 0; reader->for_invitee_id && i < invitees->count; i++)
		if (invitees->items[i].id == reader->for_invitee_id)
			return invitees->items[i].capacity == CAPACITY_FAMILY ||
			       invitees->items[i].capacity == CAPACITY_CHILD;
	return false;
}

static bool plan_decision(const struct after *a, const struct invitee_list *invitees, const struct invitee *reader)
{
	enum letter_template_key key;
	bool too_young;

	if (!decision_for(invitees, reader, &key))
		return true;
	if (!mailing_is_too_young(a->cw, reader, a->mem, &too_young, a->f))
		return false;
	return too_young || add(a, reader, key);
}

/* An agency of which nobody is on the list hears of plans that started, changed or ended, and of nothing else. */
static bool plan_notices(const struct after *a, const struct invitee_list *invitees)
{
	struct invitee_list others;

	if (!plan_notice_others(a->cw, invitees, a->mem, &others, a->f))
		return false;
	for (size_t i = 0; i < others.count; i++) {
		struct letter_facts facts;

		if (!letter_day_facts_of(a->cw, LETTER_PLAN_NOTICE, &a->plan->conference, &others.items[i], a->mem,
					 &facts, a->f))
			return false;
		if (facts.lists[LETTER_LIST_NOTICES].count && !add(a, &others.items[i], LETTER_PLAN_NOTICE))
			return false;
	}
	return true;
}

/* Of a conference that was entered from elsewhere nobody wrote here what was decided. */
static bool check_decided(const struct after *a)
{
	const struct conference *c = &a->plan->conference;
	struct child_decision_list decisions;
	bool is_over = conference_state_is_held(c->state) || c->state == STATE_ADJOURNED;

	if (is_over && !child_decisions_of(a->cw->store, c->id, a->mem, &decisions, a->f))
		return false;
	for (size_t i = 0; is_over && i < decisions.count; i++)
		if (decisions.items[i].decided_at)
			return true;
	return fault_set(a->f, FAULT_REFUSED,
			 "Nothing is decided at %s yet: decide for each child and close it, then send the letters.",
			 c->reference);
}

static bool plan_decisions(const struct after *a)
{
	struct invitee_list invitees;

	if (!check_decided(a) || !invitees_of(a->cw->store, a->plan->conference.id, false, a->mem, &invitees, a->f))
		return false;
	for (size_t i = 0; i < invitees.count; i++)
		if (!plan_decision(a, &invitees, &invitees.items[i]))
			return false;
	return plan_notices(a, &invitees);
}

/* --- The record --- */

/* When the newest edition was approved: what went out before was another one. */
static bool read_approval(struct after *a)
{
	struct conference_change_list changes;

	if (!conference_changes_of(a->cw->store, a->plan->conference.id, a->mem, &changes, a->f))
		return false;
	for (size_t i = 0; !a->since && i < changes.count; i++)
		if (strcmp(changes.items[i].step, conference_step_token(STEP_APPROVE_RECORD)) == 0)
			a->since = changes.items[i].at;
	return true;
}

static bool check_approved(const struct after *a)
{
	struct conference_record record;

	if (!conference_record_of(a->cw->store, a->plan->conference.id, a->mem, &record, a->f))
		return false;
	return (record.id && (record.state == RECORD_APPROVED || record.state == RECORD_DISTRIBUTED)) ||
	       fault_set(a->f, FAULT_REFUSED, "The record of %s is not approved: its chair approves it first.",
			 a->plan->conference.reference);
}

static bool plan_record(struct after *a)
{
	struct invitee_list invitees;

	if (!check_approved(a) || !read_approval(a) ||
	    !invitees_of(a->cw->store, a->plan->conference.id, false, a->mem, &invitees, a->f))
		return false;
	for (size_t i = 0; i < invitees.count; i++) {
		const struct invitee *reader = &invitees.items[i];
		enum audience audience = letter_audience(reader);
		enum letter_copy copy;

		/* Whoever comes for somebody reads theirs. */
		if (audience == AUDIENCE_COMPANION || audience == AUDIENCE_GUEST)
			continue;
		if (!letter_copy_of(a->cw, &a->plan->conference, reader, a->mem, &copy, a->f))
			return false;
		if (copy != LETTER_COPY_NONE && !add(a, reader, LETTER_RECORD_SENT))
			return false;
	}
	return true;
}

bool mailing_after_plan(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	struct after a = {.cw = cw, .plan = plan, .mem = mem, .f = f};

	plan->change_reason = plan->change_agreed_by = "";
	if (!letters_of_conference(cw->store, plan->conference.id, mem, &a.written, f))
		return false;
	return plan->mailing == MAILING_RECORD ? plan_record(&a) : plan_decisions(&a);
}
