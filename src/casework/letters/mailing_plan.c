/* Who a mailing is for: one row for each letter, with the template its reader needs and why it cannot go. */
#include "mailing_inside.h"

#include "change_last.h"
#include "invitee_words.h"
#include "letter_reader.h"
#include "london.h"
#include "own_conference.h"
#include "store/person_store.h"

#include <string.h>

struct planning {
	struct casework *cw;
	struct mailing_plan *plan;
	struct arena *mem;
	struct fault *f;
};

static enum letter_template_key invitation_for(const struct invitee *reader)
{
	switch (reader->capacity) {
	case CAPACITY_CHILD: return LETTER_INVITATION_CHILD;
	case CAPACITY_FAMILY: return LETTER_INVITATION_PARENT;
	case CAPACITY_PROFESSIONAL:
		return letter_reader_is_police(reader) ? LETTER_POLICE_NOTICE : LETTER_INVITATION_PROFESSIONAL;
	default: return LETTER_INVITATION_SUPPORTER;
	}
}

static bool has_a_day(const struct conference *c)
{
	return c->state == STATE_SCHEDULED || c->state == STATE_INVITED || c->state == STATE_READY;
}

static bool is_off(const struct conference *c)
{
	return c->state == STATE_POSTPONED || c->state == STATE_CANCELLED;
}

/* --- What went to this reader before --- */

struct earlier {
	int64_t telling_id, telling_at; /* the newest letter by which they know of a day; 0 none */
	int64_t exclusion_at;
	bool went_out;   /* one that tells a day has left the house */
	bool is_left;    /* one that tells a day has left it, waits, or failed and can be sent again */
	bool awaits_day; /* what they heard last is that it waits for a new day */
};

/* A postponed conference that is called off afterwards: whoever waits for its new day hears that there will be none. */
static bool says_when_or_whether(const char *template)
{
	return letter_tells_a_day(template) || strcmp(template, letter_template_name(LETTER_POSTPONED)) == 0 ||
	       strcmp(template, letter_template_name(LETTER_CANCELLED)) == 0;
}

static bool read_earlier(const struct planning *p, int64_t invitee, struct earlier *out)
{
	struct letter_listed_list letters;
	bool has_heard = false;

	*out = (struct earlier){0};
	if (!letters_of_invitee(p->cw->store, invitee, p->mem, &letters, p->f))
		return false;
	for (size_t i = 0; i < letters.count; i++) {
		const struct letter_listed *one = &letters.items[i];

		if (!out->exclusion_at && strcmp(one->template, letter_template_name(LETTER_EXCLUSION)) == 0)
			out->exclusion_at = one->written_at;
		if (!has_heard && one->state != DELIVERY_WITHDRAWN && says_when_or_whether(one->template)) {
			has_heard = true;
			out->awaits_day = strcmp(one->template, letter_template_name(LETTER_POSTPONED)) == 0;
		}
		if (!letter_tells_a_day(one->template))
			continue;
		if (!out->telling_id) {
			out->telling_id = one->letter_id;
			out->telling_at = one->written_at;
		}
		out->went_out = out->went_out || (one->state != DELIVERY_WAITING && one->state != DELIVERY_WITHDRAWN &&
						  one->state != DELIVERY_FAILED);
		out->is_left = out->is_left || one->state != DELIVERY_WITHDRAWN;
	}
	return true;
}

/* --- Who --- */

/* The row knows the day and time they were told; another room shows only in that the conference moved since. */
static bool knows_of_another(const struct planning *p, const struct invitee *reader, const struct earlier *earlier)
{
	const struct conference *c = &p->plan->conference;

	if (reader->told_day == DAY_NONE && earlier->awaits_day)
		return c->state == STATE_CANCELLED || reader->is_withdrawn;
	if (reader->told_day == DAY_NONE || reader->exclusion == EXCLUSION_WHOLE)
		return reader->told_day != DAY_NONE && (is_off(c) || reader->is_withdrawn);
	return invitee_is_behind(c, reader) || (c->state == STATE_SCHEDULED && earlier->telling_id &&
						p->plan->changed_at && earlier->telling_at < p->plan->changed_at);
}

/* Decided since the last letter of it; or of all of it, while they still believe that they may come. */
static bool awaits_exclusion_letter(const struct planning *p, const struct invitee *reader,
				    const struct earlier *earlier)
{
	day_number written = earlier->exclusion_at ? london_day(earlier->exclusion_at) : DAY_NONE;

	if (reader->is_withdrawn || (reader->exclusion != EXCLUSION_WHOLE && reader->exclusion != EXCLUSION_PART))
		return false;
	if (written == DAY_NONE || (reader->exclusion == EXCLUSION_WHOLE && reader->told_day != DAY_NONE))
		return true;
	return written < reader->exclusion_decided_on && written < london_day(work_now(p->cw));
}

/* Every letter that told them of the day was withdrawn before it went: they know of nothing. */
static bool was_told_in_vain(const struct planning *p, const struct invitee *reader, const struct earlier *earlier)
{
	return earlier->telling_id && !earlier->is_left && !knows_of_another(p, reader, earlier);
}

static bool is_meant(const struct planning *p, const struct invitee *reader, const struct earlier *earlier)
{
	switch (p->plan->mailing) {
	case MAILING_INVITATIONS:
		return !reader->is_withdrawn &&
		       (reader->told_day == DAY_NONE || was_told_in_vain(p, reader, earlier)) &&
		       reader->exclusion != EXCLUSION_WHOLE &&
		       !(reader->capacity == CAPACITY_CHILD && reader->chair_invites == ANSWER_NO);
	case MAILING_CHANGES: return knows_of_another(p, reader, earlier);
	default: return awaits_exclusion_letter(p, reader, earlier);
	}
}

/* A letter that never left the house is not moved: the reader gets a whole invitation. */
static enum letter_template_key template_for(const struct planning *p, const struct invitee *reader,
					     const struct earlier *earlier)
{
	const struct conference *c = &p->plan->conference;

	if (p->plan->mailing == MAILING_EXCLUSIONS)
		return LETTER_EXCLUSION;
	if (p->plan->mailing == MAILING_INVITATIONS)
		return invitation_for(reader);
	if (reader->is_withdrawn || c->state == STATE_CANCELLED)
		return LETTER_CANCELLED;
	if (c->state == STATE_POSTPONED)
		return LETTER_POSTPONED;
	return earlier->went_out ? LETTER_MOVED : invitation_for(reader);
}

/* --- Why not --- */

static bool find_problem(const struct planning *p, struct mailing_letter *letter)
{
	const struct invitee *reader = &letter->reader;
	bool too_young = false;

	letter->problem = "";
	if (p->plan->mailing == MAILING_INVITATIONS && !mailing_is_too_young(p->cw, reader, p->mem, &too_young, p->f))
		return false;
	if (too_young)
		letter->problem = "too young for a letter: set that the chair invites this child if it is to go";
	else if (p->plan->mailing != MAILING_EXCLUSIONS && reader->exclusion == EXCLUSION_ASKED &&
		 !reader->is_withdrawn)
		letter->problem = "exclusion not decided";
	else
		letter->problem = mailing_way_problem(reader, letter->address, p->mem);
	return true;
}

/* --- One letter --- */

static enum diary_entry diary_for(const struct planning *p, const struct mailing_letter *letter)
{
	const struct invitee *reader = &letter->reader;
	bool is_to_come = has_a_day(&p->plan->conference) && !reader->is_withdrawn &&
			  reader->exclusion != EXCLUSION_WHOLE && p->plan->mailing != MAILING_EXCLUSIONS;

	if (is_to_come)
		return reader->method == METHOD_EMAIL ? DIARY_REQUEST : DIARY_NOTHING;
	if (p->plan->mailing == MAILING_EXCLUSIONS && reader->exclusion == EXCLUSION_PART)
		return DIARY_NOTHING;
	return reader->method == METHOD_EMAIL && reader->calendar_sequence > 0 && reader->told_day != DAY_NONE
		       ? DIARY_CANCEL
		       : DIARY_NOTHING;
}

static const char *withdrawn_words(const struct planning *p, const struct invitee *reader)
{
	const struct conference known = {.held_on = reader->told_day, .starts = reader->told_starts};

	return arena_printf(p->mem, "the invitation for %s", conference_when(&known, p->mem));
}

static bool read_report(const struct planning *p, struct mailing_letter *letter)
{
	bool is_invitation = letter->key == LETTER_INVITATION_PROFESSIONAL || letter->key == LETTER_POLICE_NOTICE;

	if (!is_invitation)
		return true;
	if (!report_of_invitee(p->cw->store, letter->reader.id, p->mem, &letter->report, p->f))
		return false;
	if (letter->report.involved == ANSWER_NO)
		letter->report.id = 0;
	/* The police and the social worker write on forms of their own. */
	letter->has_form = letter->report.id && letter->report.received_on == DAY_NONE &&
			   (letter->report.kind == REPORT_AGENCY || letter->report.kind == REPORT_WRITTEN_INFORMATION);
	return true;
}

static bool plan_letter(const struct planning *p, const struct invitee *reader)
{
	struct earlier earlier;
	struct mailing_letter *letter;

	if (!read_earlier(p, reader->id, &earlier))
		return false;
	if (!is_meant(p, reader, &earlier))
		return true;
	letter = ARENA_PUSH(p->mem, &p->plan->letters);
	if (!letter)
		return fault_set(p->f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	letter->reader = *reader;
	letter->key = template_for(p, reader, &earlier);
	letter->withdraws = "";
	if (reader->told_day != DAY_NONE &&
	    !(p->plan->mailing == MAILING_EXCLUSIONS && reader->exclusion == EXCLUSION_PART)) {
		letter->replaces_id = earlier.telling_id;
		letter->withdraws = withdrawn_words(p, reader);
	}
	letter->diary = diary_for(p, letter);
	return letter_reader_address(p->cw, reader, reader->method, p->mem, &letter->address, p->f) &&
	       find_problem(p, letter) && read_report(p, letter);
}

/* --- The whole --- */

static bool check_state(const struct planning *p)
{
	const struct conference *c = &p->plan->conference;

	if (conference_state_is_held(c->state) || c->state == STATE_IN_PROGRESS)
		return fault_set(p->f, FAULT_REFUSED, "%s was held: there is nothing more to tell of its day.",
				 c->reference);
	if (p->plan->mailing == MAILING_INVITATIONS && !has_a_day(c))
		return fault_set(p->f, FAULT_REFUSED, "%s has no day: book it, then send the invitations.",
				 c->reference);
	return true;
}

bool mailing_change_read(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	struct conference_change change;

	if (!change_last(cw, plan->conference.id, mem, &change, f))
		return false;
	plan->change_reason = change.reason;
	plan->change_agreed_by = change.agreed_by;
	plan->changed_at = change.at;
	return true;
}

bool mailing_plan_of(struct casework *cw, int64_t conference, enum mailing mailing, struct arena *mem,
		     struct mailing_plan *out, struct fault *f)
{
	const struct planning p = {.cw = cw, .plan = out, .mem = mem, .f = f};
	struct invitee_list invitees;

	memset(out, 0, sizeof *out);
	out->mailing = mailing;
	if (!conference_reach_for(cw, mailing_action(mailing), conference, mem, &out->conference, f))
		return false;
	if (mailing_is_after(mailing))
		return mailing_after_plan(cw, out, mem, f);
	if (!check_state(&p) || !mailing_change_read(cw, out, mem, f) ||
	    !invitees_of(cw->store, conference, true, mem, &invitees, f))
		return false;
	for (size_t i = 0; i < invitees.count; i++)
		if (!plan_letter(&p, &invitees.items[i]))
			return false;
	return true;
}
