/* A version of a plan given out: when, to whom and why; one thrown away before that. */
#include "casework/family_plan.h"

#include "plan_reach.h"
#include "plan_words.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

#include <string.h>

static const struct plan_version *version_find(const struct plan_reached *reached, int64_t id)
{
	for (size_t i = 0; i < reached->versions.count; i++)
		if (reached->versions.items[i].id == id)
			return &reached->versions.items[i];
	return NULL;
}

static bool no_version(struct fault *f)
{
	return fault_set(f, FAULT_NOT_FOUND, "This version of the plan is no longer in the case file.");
}

static bool check_day(const struct casework *cw, day_number on, day_number not_before, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day it was given out.");
	date_medium(on, words);
	if (on > casework_today(cw))
		return fault_field(f, "on", "%s is in the future: enter the day it was given out.", words);
	return not_before == DAY_NONE || on >= not_before ||
	       fault_field(f, "on", "%s is before the plan it follows was given out: enter a later day.", words);
}

static bool is_not_written(const struct plan_given_list *known, const struct plan_given *one, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < known->count; i++)
		if (known->items[i].given_on == one->given_on && strcmp(known->items[i].who, one->who) == 0 &&
		    strcmp(known->items[i].how, one->how) == 0)
			return fault_field(f, "who", "That %s got it on %s is written down already: take the line out.",
					   one->who, date_medium(one->given_on, day));
	return true;
}

/* One row for each line of those it went to. */
static bool keep_given(struct casework *cw, const struct plan_giving *giving, struct arena *mem, size_t *count,
		       struct fault *f)
{
	struct plan_given_list known;

	if (!plan_given_of(cw->store, giving->id, mem, &known, f))
		return false;
	for (const char *at = giving->who; *at;) {
		size_t length = strcspn(at, "\n");
		struct plan_given one = {.plan_version_id = giving->id,
					 .who = arena_text_n(mem, at, length),
					 .how = giving->how,
					 .by_user = cw->login,
					 .given_on = giving->on};

		at += length + (at[length] == '\n');
		if (!words_tidy(&one.who, "who", false, mem, f))
			return false;
		if (!*one.who)
			continue;
		if (!is_not_written(&known, &one, f) || !plan_given_insert(cw->store, &one, f))
			return false;
		(*count)++;
	}
	return *count || fault_field(f, "who", "Say to whom the plan was given, each on a line.");
}

/* --- Given out --- */

static bool say_why(struct casework *cw, struct plan_version *plan, const char *why, struct fault *f)
{
	plan->why = why;
	return plan_version_keep(cw->store, plan, f);
}

static bool give_out_in(struct casework *cw, int64_t family, struct plan_giving *giving, struct arena *mem,
			struct plan_reached *reached, size_t *count, struct fault *f)
{
	struct plan_version *plan = &reached->draft;
	const struct plan_version *known;

	if (!words_tidy(&giving->who, "who", true, mem, f) || !words_tidy(&giving->how, "how", false, mem, f) ||
	    !words_tidy(&giving->why, "why", true, mem, f) || !plan_reach(cw, family, mem, reached, f))
		return false;
	known = version_find(reached, giving->id);
	if (known && known->issued_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "Version %d was given out already and stays as it is.",
				 known->number);
	if (!known || known->id != plan->id)
		return known ? fault_set(f, FAULT_REFUSED,
					 "Another plan was given out since version %d was begun: begin the next one.",
					 known->number)
			     : no_version(f);
	if (!plan_draft(cw, reached, mem, f)) /* it may still be written */
		return false;
	plan->version = giving->version;
	return check_day(cw, giving->on, reached->newest.issued_on, f) && say_why(cw, plan, giving->why, f) &&
	       plan_version_issue(cw->store, plan, giving->on, f) && keep_given(cw, giving, mem, count, f);
}

bool casework_plan_give_out(struct casework *cw, int64_t family, const struct plan_giving *giving, struct fault *f)
{
	struct arena mem = {0};
	struct plan_giving kept = *giving;
	struct plan_reached reached;
	size_t count = 0;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = give_out_in(cw, family, &kept, &mem, &reached, &count, f);
	ok = ok ? work_end(cw, f, "plan.give_out", SUBJECT_FAMILY, family, family, "%s: plan %d on %s, to %zu",
			   reached.family.reference, reached.draft.number, date_to_iso(kept.on, day), count)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool given_in(struct casework *cw, int64_t family, struct plan_giving *giving, struct arena *mem,
		     struct plan_reached *reached, int *number, size_t *count, struct fault *f)
{
	const struct plan_version *known;

	if (!words_tidy(&giving->who, "who", true, mem, f) || !words_tidy(&giving->how, "how", false, mem, f) ||
	    !plan_reach(cw, family, mem, reached, f))
		return false;
	known = version_find(reached, giving->id);
	if (!known)
		return no_version(f);
	if (known->issued_on == DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "Version %d is still being written: give it out first.",
				 known->number);
	*number = known->number;
	return check_day(cw, giving->on, known->issued_on, f) && keep_given(cw, giving, mem, count, f);
}

bool casework_plan_given(struct casework *cw, int64_t family, const struct plan_giving *giving, struct fault *f)
{
	struct arena mem = {0};
	struct plan_giving kept = *giving;
	struct plan_reached reached;
	size_t count = 0;
	int number = 0;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = given_in(cw, family, &kept, &mem, &reached, &number, &count, f);
	ok = ok ? work_end(cw, f, "plan.given", SUBJECT_FAMILY, family, family, "%s: plan %d on %s, to %zu",
			   reached.family.reference, number, date_to_iso(kept.on, day), count)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Thrown away --- */

static bool drop_in(struct casework *cw, int64_t family, int64_t id, int64_t version, struct arena *mem,
		    struct plan_reached *reached, int *number, struct fault *f)
{
	const struct plan_version *known;

	if (!plan_reach(cw, family, mem, reached, f))
		return false;
	known = version_find(reached, id);
	if (!known)
		return no_version(f);
	*number = known->number;
	if (known->conference_id)
		return fault_set(f, FAULT_REFUSED, "Version %d was written at a conference and stays in the case file.",
				 known->number);
	return plan_version_drop(cw->store, id, version, f);
}

bool casework_plan_drop(struct casework *cw, int64_t family, int64_t id, int64_t version, struct fault *f)
{
	struct arena mem = {0};
	struct plan_reached reached;
	int number = 0;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = drop_in(cw, family, id, version, &mem, &reached, &number, f);
	ok = ok ? work_end(cw, f, "plan.drop", SUBJECT_FAMILY, family, family, "%s: plan %d, never given out",
			   reached.family.reference, number)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
