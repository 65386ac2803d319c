/* What children and parents say of how a conference was: which form each gets, sent, returned and entered. */
#include "casework/conference_record.h"

#include "feedback_kind.h"
#include "live_reach.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/record_store.h"
#include "words_tidy.h"

enum { OLDER_FROM = 12, BEST = 5 };

/* --- Which form --- */

bool feedback_kind_for(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		       struct arena *mem, enum feedback_kind *out, struct fault *f)
{
	struct person child;

	*out = reader->capacity == CAPACITY_CHILD ? FEEDBACK_OLDER : FEEDBACK_PARENT;
	if (*out == FEEDBACK_PARENT || !reader->person_id)
		return true;
	if (!person_by_id(cw->store, reader->person_id, mem, &child, f))
		return false;
	if (child.born_on != DAY_NONE && date_age(child.born_on, conference->held_on) < OLDER_FROM)
		*out = FEEDBACK_YOUNG;
	return true;
}

/* --- Checks --- */

static bool check_mark(int mark, const char *field, struct fault *f)
{
	return (mark >= 0 && mark <= BEST) ||
	       fault_field(f, field, "Answers go from 1 to %d; leave it empty when nothing was ticked.", BEST);
}

static bool check_reader(const struct invitee *reader, struct fault *f)
{
	return reader->capacity == CAPACITY_CHILD || reader->capacity == CAPACITY_FAMILY ||
	       fault_field(f, "invitee", "Feedback is asked of the children and the family: choose one of them.");
}

static bool check_day(const struct casework *cw, const struct conference *c, day_number day, const char *field,
		      struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (day == DAY_NONE)
		return true;
	if (day > casework_today(cw))
		return fault_field(f, field, "%s is still to come: give a day that has been.", date_medium(day, words));
	return day >= c->held_on || fault_field(f, field, "The conference was held on %s: give that day or one after.",
						date_medium(c->held_on, words));
}

static bool check_feedback(const struct casework *cw, const struct conference *c, const struct feedback *one,
			   struct fault *f)
{
	bool is_answered = one->heard || one->understood || one->fair || *one->words;

	if (!check_mark(one->heard, "heard", f) || !check_mark(one->understood, "understood", f) ||
	    !check_mark(one->fair, "fair", f) || !check_day(cw, c, one->sent_on, "sent_on", f) ||
	    !check_day(cw, c, one->returned_on, "returned_on", f))
		return false;
	if (is_answered && one->returned_on == DAY_NONE)
		return fault_field(f, "returned_on", "Say on which day the form came back.");
	if (one->sent_on == DAY_NONE && one->returned_on == DAY_NONE)
		return fault_field(f, "sent_on", "Say on which day the form was sent or given.");
	return one->sent_on == DAY_NONE || one->returned_on == DAY_NONE || one->returned_on >= one->sent_on ||
	       fault_field(f, "returned_on", "The form came back before it was sent: mend one of the days.");
}

/* --- The verb --- */

static bool save_in(struct casework *cw, struct feedback *one, struct arena *mem, struct conference *c, struct fault *f)
{
	struct invitee invitee;

	if (!words_tidy(&one->words, "words", true, mem, f) ||
	    !conference_reach_for(cw, ACTION_WRITE_RECORD, one->conference_id, mem, c, f))
		return false;
	if (!conference_state_is_held(c->state))
		return fault_set(f, FAULT_REFUSED, "%s was not held yet: feedback is asked afterwards.", c->reference);
	return live_invitee(cw, c, one->invitee_id, mem, &invitee, f) && check_reader(&invitee, f) &&
	       feedback_kind_for(cw, c, &invitee, mem, &one->kind, f) && check_feedback(cw, c, one, f) &&
	       feedback_keep(cw->store, one, f);
}

bool casework_feedback_save(struct casework *cw, struct feedback *feedback, struct fault *f)
{
	struct arena mem = {0};
	struct feedback kept = *feedback;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = save_in(cw, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "feedback.save", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s (invitation %lld)",
			   c.reference, feedback_kind_label(kept.kind), (long long)kept.invitee_id)
		: work_undo(cw);
	if (ok) {
		feedback->id = kept.id;
		feedback->kind = kept.kind;
		feedback->version = kept.version;
	}
	arena_finish(&mem);
	return ok;
}
