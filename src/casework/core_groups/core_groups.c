/* The board of core groups, and one group's page. */
#include "casework/core_groups.h"

#include "booking_facts.h"
#include "core_group_reach.h"
#include "core_group_records.h"
#include "kept_plans.h"
#include "store/core_group_said_store.h"
#include "store/plan_version_store.h"

enum { SOON_WD = 10 };

static const char *day_words(day_number day, const char *none, struct arena *mem)
{
	char words[DATE_TEXT_ROOM];

	return day == DAY_NONE ? none : arena_text(mem, date_short(day, words));
}

static const char *booked_words(const struct core_group_standing *standing, bool is_unsaid, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	if (standing->booked_on == DAY_NONE)
		return "-";
	if (is_unsaid)
		return "held or missed?";
	return arena_printf(mem, "%s%s%s", date_short(standing->booked_on, day), standing->booked_starts < 0 ? "" : " ",
			    standing->booked_starts < 0 ? "" : date_clock(standing->booked_starts, clock));
}

static const char *booked_said(const struct core_group_standing *standing, bool is_unsaid, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (standing->booked_on == DAY_NONE)
		return "not booked";
	return is_unsaid ? arena_printf(mem, "held or missed on %s?", date_short(standing->booked_on, day))
			 : arena_printf(mem, "booked %s", booked_words(standing, false, mem));
}

/* Late by the working days gone since; at a weekend that is over it is late though none has. */
static struct core_group_line line_of(struct casework *cw, const struct core_group_standing *standing,
				      const struct kept_plan_list *kept, struct arena *mem)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);
	bool is_owed = standing->due_on != DAY_NONE;
	bool is_unsaid = standing->booked_on != DAY_NONE && standing->booked_on < today;

	return (struct core_group_line){
		.family_id = standing->family_id,
		.reference = standing->reference,
		.family_words = family_words(standing->name, standing->reference, (size_t)standing->plans, mem),
		.plans = (size_t)standing->plans,
		.started_on = standing->started_on,
		.last_held = standing->last_held,
		.due = standing->due_on,
		.booked_on = standing->booked_on,
		.missed_on = standing->missed_on != DAY_NONE && standing->missed_on > standing->last_held
				     ? standing->missed_on
				     : DAY_NONE,
		.working_days_left = is_owed ? working_days_left(today, standing->due_on, calendar) : 0,
		.state = is_owed ? deadline_state(standing->due_on, today, calendar, SOON_WD) : DEADLINE_OK,
		.is_first = standing->is_first,
		.is_booked_late = is_owed && standing->booked_on != DAY_NONE && standing->booked_on > standing->due_on,
		.is_unsaid = is_unsaid,
		.is_named = standing->group_id != 0,
		.unsent_on = standing->unsent_on,
		.keeps = kept_plan_in(kept, standing->family_id, 0),
		.held_words = day_words(standing->last_held, standing->is_first ? "none" : "not known", mem),
		.due_words = day_words(standing->due_on, "not known", mem),
		.booked = booked_words(standing, is_unsaid, mem),
		.booked_said = booked_said(standing, is_unsaid, mem),
	};
}

/* --- All of them --- */

static bool read_board(struct casework *cw, struct arena *mem, struct core_group_board *out, struct fault *f)
{
	struct core_group_standing_list all;
	struct kept_plan_list kept;

	*out = (struct core_group_board){0};
	if (!core_group_standings(cw->store, 0, cw->user_id, mem, &all, f) || !kept_plans(cw, 0, mem, &kept, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct core_group_line *line = ARENA_PUSH(mem, out);

		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
		*line = line_of(cw, &all.items[i], &kept, mem);
		out->plans += line->plans;
		out->late += line->state == DEADLINE_LATE;
		out->soon += line->state == DEADLINE_TODAY || line->state == DEADLINE_SOON;
	}
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
}

bool casework_core_groups(struct casework *cw, struct arena *mem, struct core_group_board *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_board(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.core_groups", SUBJECT_NONE, 0, 0, "%zu families, %zu late", out->count, out->late);
}

/* --- One --- */

/* The plan that was given out last, and its actions. */
static bool read_plan(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
		      struct fault *f)
{
	struct plan_version_list versions;

	out->plan = plan_version_blank();
	if (!plan_versions_of_family(cw->store, family, mem, &versions, f))
		return false;
	for (size_t i = 0; i < versions.count && !out->plan.id; i++) /* newest first */
		if (versions.items[i].issued_on != DAY_NONE)
			out->plan = versions.items[i];
	return !out->plan.id || (plan_actions_of(cw->store, out->plan.id, mem, &out->actions, f) &&
				 plan_action_said_of(cw->store, out->plan.id, mem, &out->said, f));
}

static bool read_page(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
		      struct fault *f)
{
	struct core_group_reached reached;
	struct kept_plan_list kept;

	*out = (struct core_group_page){0};
	if (!core_group_reach(cw, family, mem, &reached, f) || !kept_plans(cw, family, mem, &kept, f))
		return false;
	out->line = line_of(cw, &reached.standing, &kept, mem);
	out->group = reached.group;
	out->meetings = reached.meetings;
	out->review = reached.review;
	out->review_is_booked = reached.review_is_booked;
	out->last_before = reached.review != DAY_NONE && casework_policy(cw)->core_group_before_review_wd > 0
				   ? core_group_last_before(reached.review, casework_policy(cw), casework_calendar(cw))
				   : DAY_NONE;
	out->may_change = casework_may(cw, ACTION_KEEP_CORE_GROUPS, NULL);
	return core_group_members_of(cw->store, reached.group.id, mem, &out->members, f) &&
	       core_group_presences_of_family(cw->store, family, mem, &out->presences, f) &&
	       core_group_records(cw, family, mem, &out->sent, f) &&
	       core_group_corrections_of_family(cw->store, family, mem, &out->corrections, f) &&
	       core_group_asked_of_family(cw->store, family, mem, &out->asked, f) && read_plan(cw, family, mem, out, f);
}

bool casework_core_group(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
			 struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.core_group", SUBJECT_CORE_GROUP, out->group.id, family, "%s", out->line.reference);
}

bool casework_core_group_again(struct casework *cw, int64_t family, struct arena *mem, struct core_group_page *out,
			       struct fault *f)
{
	bool ok;

	*out = (struct core_group_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, family, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}
