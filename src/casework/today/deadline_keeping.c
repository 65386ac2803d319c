/* Keeps the deadline rows right in the transaction of the verb that changed what they count from. No date is ever moved
 * unseen: each change leaves old and new in the audit log. */
#include "deadline_keeping.h"

#include "store/deadline_store.h"

#include <stdio.h>

#define DETAIL_ROOM 400

static bool leave_row(struct casework *cw, const char *action, const struct deadline_row *row, const char *words,
		      struct fault *f)
{
	char detail[DETAIL_ROOM];
	struct audit_entry entry = {.at = work_now(cw),
				    .action = action,
				    .subject_kind = subject_kind_token(row->subject_kind),
				    .subject_id = row->subject_id,
				    .family_id = row->family_id,
				    .detail = detail};

	snprintf(detail, sizeof detail, "%s: %s", rule_token(row->rule), words);
	return audit_append(cw->store, &cw->identity, &entry, f);
}

static bool name_children(struct casework *cw, int64_t deadline, const struct deadline_subject *subject,
			  struct fault *f)
{
	for (size_t i = 0; i < subject->child_count; i++)
		if (!deadline_child_insert(cw->store, deadline, subject->children[i], f))
			return false;
	return true;
}

static bool open_row(struct casework *cw, struct deadline_row *row, const struct deadline_subject *subject,
		     struct fault *f)
{
	char words[DETAIL_ROOM], trigger[DATE_TEXT_ROOM], due[DATE_TEXT_ROOM];

	snprintf(words, sizeof words, "due %s, counted from %s", date_to_iso(row->due_on, due),
		 date_to_iso(row->trigger_on, trigger));
	return deadline_insert(cw->store, row, f) && name_children(cw, row->id, subject, f) &&
	       leave_row(cw, "deadline.open", row, words, f);
}

static bool move_row(struct casework *cw, struct deadline_row *old, const struct deadline_row *wanted, struct fault *f)
{
	char words[DETAIL_ROOM], dates[4][DATE_TEXT_ROOM];

	if (old->trigger_on == wanted->trigger_on && old->due_on == wanted->due_on && old->limit_on == wanted->limit_on)
		return true;
	snprintf(words, sizeof words, "due %s, was %s; counted from %s, was %s", date_to_iso(wanted->due_on, dates[0]),
		 date_to_iso(old->due_on, dates[1]), date_to_iso(wanted->trigger_on, dates[2]),
		 date_to_iso(old->trigger_on, dates[3]));
	old->trigger_on = wanted->trigger_on;
	old->due_on = wanted->due_on;
	old->limit_on = wanted->limit_on;
	old->policy = wanted->policy;
	return deadline_save(cw->store, old, f) && leave_row(cw, "deadline.move", old, words, f);
}

static bool set_in(struct casework *cw, enum rule_key rule, const struct deadline_subject *subject, day_number trigger,
		   struct deadline_dates dates, struct arena *mem, struct fault *f)
{
	struct deadline_row old, wanted = {.rule = rule,
					   .subject_kind = subject->kind,
					   .subject_id = subject->id,
					   .family_id = subject->family_id,
					   .trigger_on = trigger,
					   .due_on = dates.due,
					   .limit_on = dates.limit,
					   .state = STANDING_OPEN,
					   .done_on = DAY_NONE,
					   .reason = "",
					   .policy = work_policy_name(cw)};
	bool settled;

	if (dates.due == DAY_NONE)
		return true;
	wanted.owner = casework_policy(cw)->rules[rule].owner;
	if (!deadline_open_one(cw->store, rule, subject->kind, subject->id, mem, &old, f))
		return false;
	if (old.id)
		return move_row(cw, &old, &wanted, f) && name_children(cw, old.id, subject, f);
	if (!deadline_is_settled(cw->store, rule, subject->kind, subject->id, trigger, &settled, f))
		return false;
	return settled || open_row(cw, &wanted, subject, f);
}

bool deadline_set(struct casework *cw, enum rule_key rule, const struct deadline_subject *subject, day_number trigger,
		  struct fault *f)
{
	return deadline_set_to(cw, rule, subject, trigger,
			       deadline_compute(casework_policy(cw), casework_calendar(cw), rule, trigger), f);
}

bool deadline_set_to(struct casework *cw, enum rule_key rule, const struct deadline_subject *subject,
		     day_number trigger, struct deadline_dates dates, struct fault *f)
{
	struct arena mem = {0};
	bool ok = set_in(cw, rule, subject, trigger, dates, &mem, f);

	arena_finish(&mem);
	return ok;
}

/* Ends the open row, if there is one. */
static bool end_row(struct casework *cw, struct deadline_row *row, enum deadline_standing standing, day_number on,
		    const char *reason, struct fault *f)
{
	char words[DETAIL_ROOM], day[DATE_TEXT_ROOM];

	row->state = standing;
	row->done_on = on;
	row->reason = reason;
	if (standing == STANDING_DONE)
		snprintf(words, sizeof words, "done on %s", date_to_iso(on, day));
	else
		snprintf(words, sizeof words, "%s: %s", deadline_standing_token(standing), reason);
	return deadline_save(cw->store, row, f) &&
	       leave_row(cw, standing == STANDING_DONE ? "deadline.done" : "deadline.withdraw", row, words, f);
}

bool deadline_met(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject, day_number on,
		  struct fault *f)
{
	struct arena mem = {0};
	struct deadline_row row;
	bool ok = deadline_open_one(cw->store, rule, kind, subject, &mem, &row, f) &&
		  (!row.id || end_row(cw, &row, STANDING_DONE, on, "", f));

	arena_finish(&mem);
	return ok;
}

static bool open_again(struct casework *cw, struct deadline_row *row, struct fault *f)
{
	char words[DETAIL_ROOM], day[DATE_TEXT_ROOM];

	row->state = STANDING_OPEN;
	row->done_on = DAY_NONE;
	row->reason = "";
	snprintf(words, sizeof words, "open again, due %s", date_to_iso(row->due_on, day));
	return deadline_save(cw->store, row, f) && leave_row(cw, "deadline.reopen", row, words, f);
}

bool deadline_undone(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject, struct fault *f)
{
	struct arena mem = {0};
	struct deadline_row_list rows;
	struct deadline_row *last = NULL;
	bool ok = deadlines_of_subject(cw->store, kind, subject, &mem, &rows, f);

	for (size_t i = 0; ok && i < rows.count; i++)
		if (rows.items[i].rule == rule && rows.items[i].state != STANDING_WITHDRAWN &&
		    rows.items[i].state != STANDING_LAPSED)
			last = &rows.items[i];
	if (last && last->state == STANDING_DONE)
		ok = open_again(cw, last, f);
	arena_finish(&mem);
	return ok;
}

bool deadline_withdraw(struct casework *cw, enum rule_key rule, enum subject_kind kind, int64_t subject,
		       const char *reason, struct fault *f)
{
	struct arena mem = {0};
	struct deadline_row row;
	bool ok = deadline_open_one(cw->store, rule, kind, subject, &mem, &row, f) &&
		  (!row.id || end_row(cw, &row, STANDING_WITHDRAWN, DAY_NONE, reason, f));

	arena_finish(&mem);
	return ok;
}

static bool was_owed_before(const struct deadline_row *row, day_number on)
{
	return row->due_on < on || (row->limit_on != DAY_NONE && row->limit_on < on);
}

bool deadlines_end_all(struct casework *cw, enum subject_kind kind, int64_t subject, day_number on, const char *reason,
		       struct fault *f)
{
	struct arena mem = {0};
	struct deadline_row_list rows;
	bool ok = deadlines_of_subject(cw->store, kind, subject, &mem, &rows, f);

	for (size_t i = 0; ok && i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN)
			ok = end_row(cw, &rows.items[i],
				     was_owed_before(&rows.items[i], on) ? STANDING_LAPSED : STANDING_WITHDRAWN,
				     DAY_NONE, reason, f);
	arena_finish(&mem);
	return ok;
}

bool deadlines_withdraw_all(struct casework *cw, enum subject_kind kind, int64_t subject, const char *reason,
			    struct fault *f)
{
	return deadlines_end_all(cw, kind, subject, DAY_NONE, reason, f);
}
