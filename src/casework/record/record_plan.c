/* What follows from a conference in its record: the plan and its progress, the core group, dates, and rights. */
#include "record_writing.h"

#include "domain/deadline.h"
#include "invitee_apart.h"

/* --- The plan --- */

static const char *child_name(const struct record_writing *w, int64_t child)
{
	for (size_t i = 0; child && i < w->facts->children.all.count; i++)
		if (w->facts->children.all.items[i].id == child)
			return record_full_name(w, &w->facts->children.all.items[i]);
	return "";
}

static bool is_meant(const struct plan_action *action, const struct invitee *one)
{
	return (action->who_invitee_id && action->who_invitee_id == one->id) ||
	       (action->who_person_id && action->who_person_id == one->person_id) ||
	       (action->who_contact_id && action->who_contact_id == one->contact_id);
}

/* As it was written down; but a plan is read by everybody in it, also by who must not know of one who is kept apart. */
static const char *who_does(const struct record_writing *w, const struct plan_action *action)
{
	for (size_t i = 0; i < w->facts->invitees.count; i++) {
		const struct invitee *one = &w->facts->invitees.items[i];

		bool is_child = w->facts->is_divided && one->capacity == CAPACITY_CHILD;

		if (is_meant(action, one) && (is_child || invitee_is_apart(&w->facts->invitees, one)))
			return record_who(w, one);
	}
	return action->who;
}

static void say_actions(struct record_writing *w, const struct plan_action_list *actions, bool with_progress)
{
	for (size_t i = 0; i < actions->count; i++) {
		const struct plan_action *one = &actions->items[i];
		const char *child = child_name(w, one->person_id), *who = who_does(w, one);

		if (!record_speaks_of(w, one->person_id))
			continue;
		record_line(w, "- %s%s%s%s%s%s%s%s%s", child, *child ? ": " : "", one->what, *who ? ", " : "", who,
			    one->by_on == DAY_NONE ? "" : ", by ", record_day(w, one->by_on), with_progress ? ": " : "",
			    with_progress ? plan_action_state_label(one->state) : "");
		if (!with_progress)
			continue;
		record_lead(w, "  What shows it", one->evidence);
		record_lead(w, "  What difference it made", one->difference);
	}
}

static void say_progress(struct record_writing *w)
{
	if (w->facts->earlier.id)
		say_actions(w, &w->facts->earlier_actions, true);
}

static bool has_action(const struct record_writing *w)
{
	for (size_t i = 0; i < w->facts->actions.count; i++)
		if (record_speaks_of(w, w->facts->actions.items[i].person_id))
			return true;
	return false;
}

/* Somebody who is kept apart is not named to whoever must not know of them. */
static const char *helper_name(const struct record_writing *w, const struct plan_network *helper)
{
	for (size_t i = 0; helper->person_id && i < w->facts->invitees.count; i++) {
		const struct invitee *one = &w->facts->invitees.items[i];

		if (one->person_id == helper->person_id && invitee_is_apart(&w->facts->invitees, one))
			return record_who(w, one);
	}
	return helper->name;
}

static void say_network(struct record_writing *w)
{
	const struct plan_network_list *all = &w->facts->network;

	if (!all->count)
		return;
	record_gap(w);
	record_line(w, "Who of the family's own people helps:");
	for (size_t i = 0; i < all->count; i++)
		record_line(w, "- %s%s%s%s%s", helper_name(w, &all->items[i]), *all->items[i].relation ? ", " : "",
			    all->items[i].relation, *all->items[i].does ? ": " : "", all->items[i].does);
}

static void say_outline(struct record_writing *w)
{
	const struct plan_version *plan = &w->facts->plan;
	const struct {
		const char *lead, *text;
	} parts[] = {
		{"What causes the harm", plan->harm},
		{"What must change", plan->change},
		{"Goals for now", plan->goals_short},
		{"Goals in the end", plan->goals_long},
		{"How everybody will know", plan->outcomes},
		{"What the children wish", plan->child_wishes},
		{"Lead social worker", plan->lead_social_worker},
		{"Visits", plan->visits},
		{"What the parents think", plan->parents_views},
		{"Assessments", plan->assessments},
		{"Limits on contact", plan->contact_limits},
		{"What happens if it does not work", plan->contingency},
	};

	for (size_t i = 0; plan->id && record_speaks_of(w, 0) && i < sizeof parts / sizeof *parts; i++)
		record_lead(w, parts[i].lead, parts[i].text);
	if (plan->id && has_action(w)) {
		record_gap(w);
		record_line(w, "Who does what, and by when:");
		say_actions(w, &w->facts->actions, false);
	}
	if (plan->id && record_speaks_of(w, 0))
		say_network(w);
}

void record_plan(struct record_writing *w)
{
	record_of_each(w, "progress", "The plan so far, and what came of it", say_progress);
	record_of_each(w, "plan", "The outline plan", say_outline);
}

/* --- The core group --- */

static void say_members(struct record_writing *w)
{
	for (size_t i = 0; i < w->facts->core_members.count; i++) {
		const struct core_group_member *one = &w->facts->core_members.items[i];
		const char *name = *one->shown_name ? one->shown_name : one->name;
		const char *as = *one->shown_agency ? one->shown_agency : one->role;

		if (one->until == DAY_NONE)
			record_line(w, "- %s%s%s", name, *as ? ", " : "", as);
	}
}

static const char *meeting_words(const struct record_writing *w)
{
	char clock[8];

	for (size_t i = 0; i < w->facts->meetings.count; i++) {
		const struct core_group_meeting *one = &w->facts->meetings.items[i];

		if (one->day > w->facts->conference.held_on && one->state != CORE_GROUP_MEETING_CANCELLED &&
		    one->state != CORE_GROUP_MEETING_MISTAKEN)
			return arena_printf(w->mem, "%s%s%s%s%s", record_day(w, one->day), one->starts < 0 ? "" : ", ",
					    date_clock(one->starts, clock), *one->place ? ", " : "", one->place);
	}
	return "";
}

static bool has_child_member(const struct record_writing *w)
{
	for (size_t i = 0; i < w->facts->core_members.count; i++)
		if (*child_name(w, w->facts->core_members.items[i].person_id))
			return true;
	return false;
}

static void say_core_group(struct record_writing *w)
{
	const char *meets = meeting_words(w);

	record_begin(w, "core_group", "The core group", false);
	if (!has_child_member(w))
		record_of_no_child(w);
	if (w->facts->group.id) {
		record_lead(w, "Led by", w->facts->group.lead);
		say_members(w);
		record_lead(w, "It meets first on", meets);
	}
	record_end(w);
}

/* --- Dates and rights --- */

static void say_dates(struct record_writing *w)
{
	const struct conference *review = &w->facts->review;
	char clock[8];

	record_begin(w, "dates", "What happens next", false);
	if (w->facts->is_divided || !w->facts->plan.id || !*w->facts->plan.visits)
		record_of_no_child(w);
	if (review->id && review->held_on != DAY_NONE)
		record_line(w, "The next review conference is on %s%s%s%s%s.", record_day(w, review->held_on),
			    review->starts < 0 ? "" : " at ", date_clock(review->starts, clock),
			    *review->room || *review->place ? ", " : "", *review->room ? review->room : review->place);
	record_lead(w, "First meeting of the core group", meeting_words(w));
	if (!w->facts->is_divided) /* typed of all of them: it stands in the plan */
		record_lead(w, "Visits to the children", w->facts->plan.visits);
	record_end(w);
}

static void say_rights(struct record_writing *w)
{
	const char *how = casework_settings(w->cw)->office.complaints;
	struct deadline_dates raise = deadline_compute(casework_policy(w->cw), casework_calendar(w->cw),
						       RULE_COMPLAINT_RAISE, w->facts->conference.held_on);

	record_begin(w, "rights", "If you disagree", false);
	record_of_no_child(w);
	record_line(w, "If something in this record is wrong, tell the chair: it is corrected, or your words are kept "
		       "beside it.");
	record_line(w, "A parent, anybody with parental responsibility, and a child who is old enough may complain of "
		       "how the conference was held, of what it decided or of the category. What was decided stands "
		       "while that is looked into.");
	if (raise.due != DAY_NONE)
		record_line(w, "Complain by %s.", record_day(w, raise.due));
	if (how && *how)
		record_line(w, "%s", how);
	record_end(w);
}

void record_afterwards(struct record_writing *w)
{
	say_core_group(w);
	say_dates(w);
	say_rights(w);
}
