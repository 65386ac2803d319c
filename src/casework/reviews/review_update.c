/* The update that a social worker gives before a review: who is to come, what has changed. */
#include "booking_check.h"
#include "casework/reviews.h"
#include "review_deadlines.h"
#include "review_request.h"
#include "store/review_store.h"
#include "words_tidy.h"

#include <string.h>

static bool check_day(struct casework *cw, day_number *day, const char *field, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (*day == DAY_NONE)
		*day = casework_today(cw);
	return *day <= casework_today(cw) ||
	       fault_field(f, field, "%s has not come yet: enter today or a day before.", date_medium(*day, words));
}

/* --- Asked --- */

static bool is_not_written(struct casework *cw, int64_t plan, day_number since, const struct review_update *update,
			   struct arena *mem, struct fault *f)
{
	struct review_update known;
	char day[DATE_TEXT_ROOM];

	if (!review_update_of_plan(cw->store, plan, since, mem, &known, f))
		return false;
	return !known.id || known.asked_on != update->asked_on || known.way != update->way ||
	       strcmp(known.asked_of, update->asked_of) != 0 ||
	       fault_field(f, "asked_of", "That %s was asked on %s is written down already.", known.asked_of,
			   date_medium(known.asked_on, day));
}

static bool ask_of(struct casework *cw, const int64_t *plans, size_t count, struct review_update *update,
		   struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < count; i++) {
		struct plan_course course;
		struct plan plan;
		char day[DATE_TEXT_ROOM];

		if (!review_plan_reach(cw, plans[i], mem, &plan, f) ||
		    !plan_course_of(cw->store, plan.id, mem, &course, f))
			return false;
		if (i == 0) {
			update->family_id = plan.family_id;
			if (!is_not_written(cw, plan.id, review_follows(&course), update, mem, f) ||
			    !review_update_insert(cw->store, update, f))
				return false;
		}
		if (plan.family_id != update->family_id)
			return fault_set(f, FAULT_REFUSED, "%s is of another family: ask about it alone.",
					 plan.reference);
		if (update->asked_on <= review_follows(&course))
			return fault_field(f, "asked_on", "The last conference was on %s: an update is asked after it.",
					   date_medium(review_follows(&course), day));
		if (!review_update_plan_insert(cw->store, update->id, plan.id, f) ||
		    !deadline_met(cw, RULE_REVIEW_UPDATE, SUBJECT_PLAN, plan.id, update->asked_on, f))
			return false;
	}
	return true;
}

static bool check_ask(struct casework *cw, struct review_update *update, size_t count, struct arena *mem,
		      struct fault *f)
{
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "No child is named: choose a review first.");
	if (!words_tidy(&update->asked_of, "asked_of", false, mem, f) ||
	    !check_day(cw, &update->asked_on, "asked_on", f))
		return false;
	if ((unsigned)update->way >= ASK_WAY_COUNT)
		return fault_field(f, "way", "Choose how they were asked.");
	return text_is_given(update->asked_of) || fault_field(f, "asked_of", "Enter who was asked.");
}

bool casework_review_update_ask(struct casework *cw, const int64_t *plans, size_t count, struct review_update *update,
				struct fault *f)
{
	struct arena mem = {0};
	struct review_update asked = *update;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DEADLINES, f))
		return false;
	asked.by_user = casework_user_name(cw);
	asked.answered_on = DAY_NONE;
	asked.answer = "";
	ok = check_ask(cw, &asked, count, &mem, f) && ask_of(cw, plans, count, &asked, &mem, f);
	ok = ok ? work_end(cw, f, "review.update_ask", SUBJECT_PLAN, plans[0], asked.family_id, "%s, %s",
			   asked.asked_of, ask_way_label(asked.way))
		: work_undo(cw);
	if (ok) {
		update->id = asked.id;
		update->version = asked.version;
		update->family_id = asked.family_id;
		update->asked_on = asked.asked_on;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Answered --- */

static bool answer_in(struct casework *cw, struct review_update *update, struct arena *mem, struct fault *f)
{
	struct review_update known;
	day_number answered_on = update->answered_on;
	const char *answer = update->answer;
	char day[DATE_TEXT_ROOM];
	bool may = false;

	if (!review_update_by_id(cw->store, update->id, mem, &known, f) ||
	    !work_may_see_family(cw, known.family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND, "This update was never asked for. Open the reviews again.");
	if (!words_tidy(&answer, "answer", true, mem, f) || !check_day(cw, &answered_on, "answered_on", f))
		return false;
	if (!text_is_given(answer))
		return fault_field(f, "answer", "Write down what they answered: who is to come, what has changed.");
	if (answered_on < known.asked_on)
		return fault_field(f, "answered_on", "They were asked on %s: the answer came that day or later.",
				   date_medium(known.asked_on, day));
	known.version = update->version;
	known.answer = answer;
	known.answered_on = answered_on;
	if (!review_update_answer(cw->store, &known, f))
		return false;
	update->version = known.version;
	update->family_id = known.family_id;
	update->answered_on = answered_on;
	return true;
}

bool casework_review_update_answer(struct casework *cw, struct review_update *update, struct fault *f)
{
	struct arena mem = {0};
	struct review_update answered = *update;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DEADLINES, f))
		return false;
	ok = answer_in(cw, &answered, &mem, f);
	ok = ok ? work_end(cw, f, "review.update_answer", SUBJECT_NONE, 0, answered.family_id, "update %lld answered",
			   (long long)answered.id)
		: work_undo(cw);
	if (ok) {
		update->version = answered.version;
		update->answered_on = answered.answered_on;
	}
	arena_finish(&mem);
	return ok;
}
