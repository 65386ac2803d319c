/* Corrections asked of a record, by the family or a colleague, and what was answered. */
#include "record_keeping.h"

#include "store/conference_store.h"
#include "words_tidy.h"

/* --- Asked --- */

static bool check_asked(const struct casework *cw, const struct conference *c, const struct record_correction *asked,
			struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!*asked->asked_by)
		return fault_field(f, "asked_by", "Say who asks for the correction.");
	if (!*asked->words)
		return fault_field(f, "words", "Say what is wrong in the record, and how it should read.");
	if (asked->asked_on == DAY_NONE)
		return fault_field(f, "asked_on", "Say on which day it was asked.");
	if (asked->asked_on > casework_today(cw))
		return fault_field(f, "asked_on", "%s is still to come: give the day it was asked.",
				   date_medium(asked->asked_on, day));
	return asked->asked_on >= c->held_on ||
	       fault_field(f, "asked_on", "The conference was held on %s: a correction is asked on that day or after.",
			   date_medium(c->held_on, day));
}

static bool ask_in(struct casework *cw, int64_t conference, struct record_correction *asked, struct arena *mem,
		   struct conference *c, struct fault *f)
{
	struct conference_record record;

	if (!words_tidy(&asked->asked_by, "asked_by", false, mem, f) ||
	    !words_tidy(&asked->words, "words", true, mem, f) ||
	    !record_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, &record, f) || !check_asked(cw, c, asked, f))
		return false;
	asked->record_id = record.id;
	return record_correction_insert(cw->store, asked, f);
}

bool casework_record_correction_ask(struct casework *cw, int64_t conference, const char *asked_by, day_number on,
				    const char *words, struct fault *f)
{
	struct arena mem = {0};
	struct record_correction asked = record_correction_blank();
	struct conference c;
	bool ok;

	asked.asked_by = asked_by;
	asked.asked_on = on;
	asked.words = words;
	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = ask_in(cw, conference, &asked, &mem, &c, f);
	ok = ok ? work_end(cw, f, "record.correction_ask", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: correction %lld",
			   c.reference, (long long)asked.id)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Answered --- */

static bool find_asked(struct casework *cw, const struct conference *c, int64_t correction, struct arena *mem,
		       struct record_correction *out, struct fault *f)
{
	struct record_correction_list all;

	if (!record_corrections_of_conference(cw->store, c->id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id == correction) {
			*out = all.items[i];
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "This correction is none of %s: open its record again.", c->reference);
}

static bool answer_in(struct casework *cw, int64_t conference, int64_t correction, bool accepted, const char **answer,
		      struct arena *mem, struct conference *c, struct fault *f)
{
	struct conference_record record;
	struct record_correction kept;

	if (!words_tidy(answer, "answer", true, mem, f) ||
	    !record_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, &record, f) ||
	    !find_asked(cw, c, correction, mem, &kept, f))
		return false;
	if (!**answer)
		return fault_field(f, "answer",
				   accepted ? "Say what was changed in the record."
					    : "Say why it stays as it is: whoever asked will read it.");
	kept.accepted = accepted ? OPINION_YES : OPINION_NO;
	kept.answer = *answer;
	kept.answered_by = casework_user_name(cw);
	kept.answered_on = casework_today(cw);
	return record_correction_answer(cw->store, &kept, f);
}

bool casework_record_correction_answer(struct casework *cw, int64_t conference, int64_t correction, bool accepted,
				       const char *answer, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = answer_in(cw, conference, correction, accepted, &answer, &mem, &c, f);
	ok = ok ? work_end(cw, f, "record.correction_answer", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: correction %lld %s", c.reference, (long long)correction,
			   accepted ? "accepted" : "not accepted")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
