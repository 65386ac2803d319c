/* Reports: the one the reader owes, and those the reader will be given. */
#include "letter_facts_inside.h"

#include "store/report_store.h"

#include <string.h>

static bool is_review(const struct facts_work *w)
{
	return w->conference->type == CONFERENCE_REVIEW;
}

static day_number day_of_rule(const struct facts_work *w, enum rule_key rule)
{
	return deadline_compute(casework_policy(w->cw), casework_calendar(w->cw), rule, w->conference->held_on).due;
}

/* "2 working days before the conference" */
static const char *days_words(const struct facts_work *w)
{
	const struct rule *rule = &casework_policy(w->cw)
					   ->rules[is_review(w) ? RULE_REPORT_REVIEW : RULE_REPORT_INITIAL];
	static const char *const units[] = {[UNIT_WORKING_DAYS] = "working day",
					    [UNIT_DAYS] = "day",
					    [UNIT_WEEKS] = "week",
					    [UNIT_MONTHS] = "month"};

	if (!rule->in_force || !rule->before || rule->n <= 0)
		return "";
	return arena_printf(w->mem, "%d %s%s before the conference", rule->n, units[rule->unit],
			    rule->n == 1 ? "" : "s");
}

/* By when the family has it: the social worker's has a day of its own, an agency's is there when it is due. */
static day_number day_for_family(const struct facts_work *w, const struct report *report)
{
	return report->kind == REPORT_SOCIAL_WORK
		       ? day_of_rule(w, is_review(w) ? RULE_REPORT_FAMILY_REVIEW : RULE_REPORT_FAMILY_INITIAL)
		       : report->due_on;
}

/* A day to come, or none: a letter asks nobody to do something by a day that has gone. */
static day_number still_to_come(const struct facts_work *w, day_number day)
{
	return day != DAY_NONE && day >= casework_today(w->cw) ? day : DAY_NONE;
}

/* Nobody gets today what is posted today. */
static day_number still_to_reach(const struct facts_work *w, day_number day)
{
	bool is_posted_late = w->reader->method == METHOD_POST && day == casework_today(w->cw);

	return is_posted_late ? DAY_NONE : still_to_come(w, day);
}

/* Asked for late, as when a conference is booked at short notice: the day stands there as the day it was. */
static void say_when_due(struct facts_work *w, const struct report *report)
{
	char day[DATE_TEXT_ROOM];

	if (report->due_on == DAY_NONE || still_to_come(w, report->due_on) != DAY_NONE) {
		facts_say_day(w, LETTER_FIELD_REPORT_DUE, report->due_on);
		facts_say(w, LETTER_FIELD_REPORT_DAYS, days_words(w));
	} else {
		facts_say(w, LETTER_FIELD_REPORT_DUE,
			  arena_printf(w->mem, "as soon as you can: the day for it was %s",
				       date_long(report->due_on, day)));
	}
}

static void say_own_report(struct facts_work *w, const struct report *report)
{
	int copies = casework_policy(w->cw)->report_copies;

	facts_say(w, LETTER_FIELD_REPORT_TITLE, report_kind_label(report->kind));
	say_when_due(w, report);
	if (copies > 0)
		facts_say(w, LETTER_FIELD_REPORT_COPIES, arena_printf(w->mem, "%d", copies));
	facts_say_yes(w, LETTER_FIELD_REPORT_NOT_SHARED, !report_may_go_to_family(report));
	if (report_may_go_to_family(report))
		facts_say_day(w, LETTER_FIELD_REPORT_SHARE_BY, still_to_reach(w, day_for_family(w, report)));
}

static bool say_what_reader_owes(struct facts_work *w)
{
	struct report report;

	if (w->audience != AUDIENCE_PROFESSIONAL || !w->reader->id)
		return true;
	if (!report_of_invitee(w->cw->store, w->reader->id, w->mem, &report, w->f))
		return false;
	if (report.id && report.involved != ANSWER_NO)
		say_own_report(w, &report);
	return true;
}

static bool comes_to_readers_sitting(const struct facts_work *w, int64_t invitee)
{
	for (size_t i = 0; i < w->invitees.count; i++)
		if (w->invitees.items[i].id == invitee)
			return facts_is_at_the_same_sitting(w, w->invitees.items[i].sitting);
	return false;
}

static bool say_what_reader_gets(struct facts_work *w)
{
	struct report_list reports;
	struct report_child_list children;
	char text[DATE_TEXT_ROOM];

	if (!w->sight->reports || w->is_kept_away)
		return true;
	if (!reports_of(w->cw->store, w->conference->id, w->mem, &reports, w->f) ||
	    !report_children_of(w->cw->store, w->conference->id, w->mem, &children, w->f))
		return false;
	for (size_t i = 0; i < reports.count; i++) {
		const struct report *report = &reports.items[i];
		day_number by = still_to_reach(w, day_for_family(w, report));
		struct letter_row *row;

		if (!report_may_go_to_family(report) || report->involved == ANSWER_NO ||
		    !facts_may_have_report(w, &children, report->id) ||
		    !comes_to_readers_sitting(w, report->invitee_id))
			continue;
		row = facts_row(w, LETTER_LIST_REPORTS);
		if (!row)
			return false;
		row->fields[LETTER_FIELD_REPORT_AGENCY] = *report->shown_agency ? report->shown_agency
										: report_kind_label(report->kind);
		row->fields[LETTER_FIELD_REPORT_FROM] = report->shown_name;
		row->fields[LETTER_FIELD_REPORT_BY] = by == DAY_NONE ? "" : arena_text(w->mem, date_long(by, text));
	}
	return true;
}

bool facts_of_reports(struct facts_work *w)
{
	return say_what_reader_owes(w) && say_what_reader_gets(w);
}
