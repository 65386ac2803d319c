/* Events of a timeline as sentences: what it is, how it went, and of a limit whether it was kept. */
#include "timeline_words.h"

#include "domain/birth.h"
#include "domain/complaint.h"
#include "domain/decision.h"
#include "work.h"

#include <ctype.h>
#include <string.h>

/* A token of the row as people say it. */
static const char *conference_noun(const struct timeline_row *row)
{
	enum conference_type type;

	return conference_type_from_token(row->what, &type) ? conference_type_label(type) : "Conference";
}

static const char *plan_more(const struct timeline_row *row)
{
	enum category category;

	return category_from_token(row->what, &category) ? category_label(category) : "";
}

/* Of a death it is said once, by the event of its own. */
static const char *end_more(const struct timeline_row *row)
{
	enum plan_end_reason reason;

	return plan_end_reason_from_token(row->state, &reason) && reason != PLAN_END_DIED
		       ? plan_end_reason_label(reason)
		       : "";
}

/* Nothing but what happened: no number, no limit, no word of the file's own. */
static const char *loss_sentence(const struct timeline_row *row, const struct timeline_event *event, struct arena *mem)
{
	enum loss_kind kind;

	if (!loss_kind_from_token(row->what, &kind) || kind == LOSS_DEATH)
		return *event->about ? arena_printf(mem, "%s died.", event->about) : "The child died.";
	return kind == LOSS_STILLBIRTH ? "The baby was stillborn." : "The pregnancy ended in a miscarriage.";
}

static const char *complaint_more(const struct timeline_row *row, struct arena *mem)
{
	enum complaint_ground ground;

	return arena_printf(mem, "from %s%s%s", row->more, complaint_ground_from_token(row->what, &ground) ? ", " : "",
			    complaint_ground_from_token(row->what, &ground) ? complaint_ground_label(ground) : "");
}

static const char *outcome_more(const struct timeline_row *row)
{
	enum complaint_outcome outcome;

	return complaint_outcome_from_token(row->state, &outcome) ? complaint_outcome_label(outcome) : "";
}

static const char *group_more(const struct timeline_row *row, struct arena *mem)
{
	const char *flag = strcmp(row->state, "inquorate") == 0 ? "not quorate"
			   : strcmp(row->state, "without") == 0 ? "without the social worker"
								: "";

	return arena_printf(mem, "%s%s%s", flag, *flag && *row->more ? ", " : "", row->more);
}

static const char *more_of(const struct timeline_row *row, struct arena *mem)
{
	switch (row->kind) {
	case TIMELINE_EVENT_PLAN: return plan_more(row);
	case TIMELINE_EVENT_PLAN_ENDED: return end_more(row);
	case TIMELINE_EVENT_COMPLAINT: return complaint_more(row, mem);
	case TIMELINE_EVENT_COMPLAINT_SETTLED: return outcome_more(row);
	case TIMELINE_EVENT_EARLY_REVIEW: return arena_printf(mem, "complaint %s", row->more);
	case TIMELINE_EVENT_MOVE_HERE:
	case TIMELINE_EVENT_MOVE_AWAY:
	case TIMELINE_EVENT_MOVE_HELD:
		return arena_printf(mem, "%s %s", strcmp(row->what, "in") == 0 ? "from" : "to", row->more);
	case TIMELINE_EVENT_CORE_GROUP_HELD:
	case TIMELINE_EVENT_CORE_GROUP_BOOKED:
	case TIMELINE_EVENT_CORE_GROUP_MISSED:
	case TIMELINE_EVENT_CORE_GROUP_CANCELLED: return group_more(row, mem);
	default: return row->more;
	}
}

/* --- Limits --- */

/* At a weekend that is over it is late though no working day has gone. */
static const char *late_by(const struct casework *cw, day_number limit, day_number day, struct arena *mem)
{
	int days = working_day_between(limit, day, casework_calendar(cw), COUNT_LOCAL);

	if (days < 1)
		return "late over days nobody works";
	return arena_printf(mem, "%d working day%s late", days, days == 1 ? "" : "s");
}

/* "Limit, first core group: not done yet, 3 working days late (Ada and Ben).": what matters stands before what a narrow
 * list cuts. */
static const char *limit_state(const struct casework *cw, const struct timeline_row *row, struct timeline_event *event,
			       struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (strcmp(row->state, "waived") == 0)
		return arena_printf(mem, "waived, %s", row->more);
	if (strcmp(row->state, "lapsed") == 0) {
		event->is_late = true;
		return arena_printf(mem, "not done when the plan ended on %s, %s", date_medium(row->until, day),
				    late_by(cw, row->day, row->until, mem));
	}
	if (row->until == DAY_NONE) {
		event->is_late = row->day < casework_today(cw);
		return event->is_late
			       ? arena_printf(mem, "not done yet, %s", late_by(cw, row->day, casework_today(cw), mem))
			       : "to be done by this day";
	}
	event->is_late = row->until > row->day;
	if (row->until == row->day)
		return "done on this day";
	return arena_printf(mem, "done on %s, %s", date_medium(row->until, day),
			    event->is_late ? late_by(cw, row->day, row->until, mem) : "in time");
}

static const char *limit_sentence(const struct casework *cw, const struct timeline_row *row,
				  struct timeline_event *event, struct arena *mem)
{
	const char *state = limit_state(cw, row, event, mem);

	return arena_printf(mem, "%s, %s: %s%s%s%s.", timeline_kind_noun(row->kind), rule_label(event->rule), state,
			    *event->about ? " (" : "", event->about, *event->about ? ")" : "");
}

/* --- All of them --- */

/* What was booked for a day that is over is to come no more. */
static const char *words_on(const struct casework *cw, const struct timeline_row *row)
{
	if (row->day >= casework_today(cw))
		return timeline_kind_words(row->kind);
	switch (row->kind) {
	case TIMELINE_EVENT_CONFERENCE_BOOKED: return "was booked and is not written up";
	case TIMELINE_EVENT_CORE_GROUP_BOOKED: return "was held or missed: nobody has said which";
	default: return timeline_kind_words(row->kind);
	}
}

void timeline_words_of(const struct casework *cw, const struct timeline_row *row, struct timeline_event *event,
		       struct arena *mem)
{
	const char *noun = timeline_kind_noun(row->kind), *more;

	if (row->kind == TIMELINE_EVENT_LIMIT) {
		event->sentence = limit_sentence(cw, row, event, mem);
		return;
	}
	if (row->kind == TIMELINE_EVENT_LOSS) {
		event->sentence = loss_sentence(row, event, mem);
		return;
	}
	more = more_of(row, mem);
	if (timeline_kind_lane(row->kind) == TIMELINE_LANE_CONFERENCES && !*noun)
		noun = conference_noun(row);
	event->sentence = arena_printf(mem, "%s%s%s%s%s %s%s%s%s", noun, *row->reference ? " " : "", row->reference,
				       *event->about ? " for " : "", event->about, words_on(cw, row), *more ? ": " : "",
				       more, *more && strchr(".!?", more[strlen(more) - 1]) ? "" : ".");
}

const char *timeline_when(const struct casework *cw, const struct timeline_event *event, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM];

	return arena_printf(mem, "%s, %s", date_medium(event->on, day),
			    working_day_distance(casework_today(cw), event->on, casework_calendar(cw), distance));
}
