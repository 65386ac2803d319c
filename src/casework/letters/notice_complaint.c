/* The notices of a complaint: that it came in, and how it was settled, to who complains and who supports them. */
#include "complaint_keeping.h"
#include "deadline_keeping.h"
#include "letter_facts_inside.h"
#include "notice_inside.h"
#include "store/complaint_store.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"

#include <string.h>

static const struct complaint *complaint_in(const struct notice_case *c)
{
	return c->own;
}

static bool is_about_agency(const struct complaint *k)
{
	return complaint_ground_about(k->ground) == COMPLAINT_ABOUT_AGENCY;
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return complaint_by_reference(cw->store, reference, id, f);
}

static bool read(struct notice_case *c, struct fault *f)
{
	struct complaint *k = arena_alloc(c->mem, sizeof *k);
	char day[DATE_TEXT_ROOM];

	if (!k)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	if (!complaint_by_id(c->cw->store, c->id, c->mem, k, f) ||
	    !conference_by_id(c->cw->store, k->conference_id, c->mem, &c->conference, f))
		return false;
	c->own = k;
	c->family_id = k->family_id;
	c->reference = k->reference;
	c->when = arena_printf(c->mem, "received %s", date_short(k->received_on, day));
	return true;
}

/* --- Readers --- */

static enum capacity capacity_of(enum complainant as)
{
	switch (as) {
	case COMPLAINANT_CHILD: return CAPACITY_CHILD;
	case COMPLAINANT_PARENT:
	case COMPLAINANT_RESPONSIBLE: return CAPACITY_FAMILY;
	default: return CAPACITY_SUPPORTER;
	}
}

static bool readers(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct complaint *k = complaint_in(c);

	return notice_reader_named(c, c->conference.id, k->who, capacity_of(k->as), k->write_to, out, f) &&
	       (!*k->advocate ||
		notice_reader_named(c, c->conference.id, k->advocate, CAPACITY_ADVOCATE, k->advocate_to, out, f));
}

static bool is_advocate(const struct notice_case *c, const struct facts_work *w)
{
	return *complaint_in(c)->advocate && strcmp(w->reader->shown_name, complaint_in(c)->who) != 0;
}

/* --- What it says --- */

/* Done or not: whether it was done while the letter lay there is nothing to hold it back for. */
static bool say_day_of(const struct notice_case *c, struct facts_work *w, enum rule_key rule, enum letter_field field)
{
	struct deadline_row_list rows;

	if (!deadlines_of_subject(c->cw->store, SUBJECT_COMPLAINT, c->id, c->mem, &rows, w->f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].rule == rule && rows.items[i].state != STANDING_WITHDRAWN)
			facts_say_day(w, field, rows.items[i].due_on);
	return true;
}

static void say_complaint(const struct notice_case *c, struct facts_work *w)
{
	const struct complaint *k = complaint_in(c);

	facts_say(w, LETTER_FIELD_COMPLAINT_REFERENCE, k->reference);
	facts_say_day(w, LETTER_FIELD_COMPLAINT_RECEIVED, k->received_on);
	facts_say(w, LETTER_FIELD_COMPLAINT_ABOUT, complaint_ground_label(k->ground));
	if (is_advocate(c, w))
		facts_say(w, LETTER_FIELD_COMPLAINT_WHOSE, k->who);
	if (is_about_agency(k))
		facts_say(w, LETTER_FIELD_COMPLAINT_AGENCY, k->agency);
}

/* --- That it came in --- */

static bool can_be_acknowledged(const struct notice_case *c, struct fault *f)
{
	const struct complaint *k = complaint_in(c);

	return k->state == COMPLAINT_OPEN ||
	       fault_set(f, FAULT_REFUSED, "%s is %s: there is nothing to acknowledge any more.", k->reference,
			 complaint_state_label(k->state));
}

static bool say_acknowledged(const struct notice_case *c, struct facts_work *w)
{
	say_complaint(c, w);
	return say_day_of(c, w, RULE_COMPLAINT_CHAIR_CONTACT, LETTER_FIELD_COMPLAINT_SPEAK_BY) &&
	       say_day_of(c, w, RULE_COMPLAINT_ANSWER, LETTER_FIELD_COMPLAINT_ANSWER_BY);
}

/* The clock is met by who complains; a copy to who supports them meets nothing. */
static bool is_whose_clock(const struct notice_case *c, const struct invitee *reader)
{
	return strcmp(reader->shown_name, complaint_in(c)->who) == 0 || !*complaint_in(c)->advocate;
}

static bool acknowledge(const struct notice_case *c, const struct invitee *reader, struct fault *f)
{
	struct complaint k;

	if (!is_whose_clock(c, reader))
		return true;
	if (!complaint_by_id(c->cw->store, c->id, c->mem, &k, f))
		return false;
	if (k.acknowledged_on != DAY_NONE)
		return true;
	k.acknowledged_on = casework_today(c->cw);
	return complaint_save(c->cw->store, &k, f) &&
	       complaint_tell(c->cw, &k, COMPLAINT_STEP_ACKNOWLEDGE, k.acknowledged_on, "by letter", f) &&
	       deadline_met(c->cw, RULE_COMPLAINT_ACKNOWLEDGE, SUBJECT_COMPLAINT, k.id, k.acknowledged_on, f);
}

static bool take_back(const struct notice_case *c, const struct invitee *reader, struct fault *f)
{
	struct complaint k;

	if (!is_whose_clock(c, reader))
		return true;
	if (!complaint_by_id(c->cw->store, c->id, c->mem, &k, f))
		return false;
	if (k.acknowledged_on == DAY_NONE || k.state != COMPLAINT_OPEN)
		return true;
	k.acknowledged_on = DAY_NONE;
	return complaint_save(c->cw->store, &k, f) &&
	       deadline_undone(c->cw, RULE_COMPLAINT_ACKNOWLEDGE, SUBJECT_COMPLAINT, k.id, f);
}

const struct notice_kind notice_complaint_acknowledged = {
	.find = find,
	.read = read,
	.ready = can_be_acknowledged,
	.readers = readers,
	.say = say_acknowledged,
	.follow = acknowledge,
	.undo = take_back,
};

/* --- How it was settled --- */

static bool can_be_answered(const struct notice_case *c, struct fault *f)
{
	const struct complaint *k = complaint_in(c);

	if (k->state == COMPLAINT_SETTLED || k->state == COMPLAINT_PASSED)
		return true;
	if (k->state == COMPLAINT_WITHDRAWN)
		return fault_set(f, FAULT_REFUSED, "%s was withdrawn: there is nothing to answer.", k->reference);
	return fault_set(f, FAULT_REFUSED, "%s is not settled yet: settle it%s, then send the answer.", k->reference,
			 is_about_agency(k) ? ", or pass it to the agency" : "");
}

static bool say_answered(const struct notice_case *c, struct facts_work *w)
{
	const struct complaint *k = complaint_in(c);
	int stages = casework_policy(c->cw)->complaint_stages;

	say_complaint(c, w);
	facts_say(w, LETTER_FIELD_COMPLAINT_PASSED_TO, k->agency_passed_to);
	if (k->state != COMPLAINT_SETTLED)
		return true;
	facts_say(w, LETTER_FIELD_COMPLAINT_ANSWER, facts_words(w, k->outcome_words));
	facts_say_yes(w, LETTER_FIELD_COMPLAINT_UPHELD, k->outcome == COMPLAINT_OUTCOME_UPHELD);
	facts_say_yes(w, LETTER_FIELD_COMPLAINT_SECOND, k->outcome == COMPLAINT_OUTCOME_SECOND_CONFERENCE);
	if (k->outcome == COMPLAINT_OUTCOME_REVIEW_FORWARD)
		facts_say_day(w, LETTER_FIELD_COMPLAINT_REVIEW_BY, k->review_by);
	if (k->stage < stages && k->outcome == COMPLAINT_OUTCOME_UPHELD)
		facts_say(w, LETTER_FIELD_COMPLAINT_NEXT_STAGE, complaint_stage_label(k->stage + 1, stages));
	return true;
}

const struct notice_kind notice_complaint_answered = {
	.find = find,
	.read = read,
	.ready = can_be_answered,
	.readers = readers,
	.say = say_answered,
};
