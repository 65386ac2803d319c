/* What will follow when plans end outside a review, in sentences, before it is done. */
#include "plan_ends_inside.h"

#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/deadline_store.h"
#include "store/letter_store.h"
#include "store/plan_store.h"

#include "base/series.h"
#include "base/text.h"
#include "domain/plan_list.h"
#include "settings/settings.h"

#include <stdarg.h>
#include <stdio.h>

struct following {
	struct casework *cw;
	const struct plan_ends *ends;
	struct arena *mem;
	const char *lines;
};

__attribute__((format(printf, 2, 3))) static void say(struct following *x, const char *format, ...)
{
	char line[400];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	x->lines = arena_joined(x->mem, x->lines, "\n", line);
}

static bool ends_for(const struct plan_ends *ends, int64_t person)
{
	for (size_t i = 0; i < ends->plans.count; i++)
		if (ends->plans.items[i].person_id == person)
			return true;
	return false;
}

/* "first core group by Fri 17 Apr, first review by Tue 30 Jun" */
static bool say_owed(struct following *x, const struct plan *plan, const char *name, struct fault *f)
{
	struct deadline_row_list rows;
	const char *owed = "";
	char day[DATE_TEXT_ROOM];

	if (!deadlines_of_subject(x->cw->store, SUBJECT_PLAN, plan->id, x->mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN)
			owed = arena_printf(x->mem, "%s%s%s by %s", owed, *owed ? ", " : "",
					    rule_label(rows.items[i].rule), date_short(rows.items[i].due_on, day));
	if (*owed)
		say(x, "Not owed for %s any more: %s.", name, owed);
	return true;
}

static bool say_plans(struct following *x, struct fault *f)
{
	const struct plan_ending *e = &x->ends->ending;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < x->ends->plans.count; i++) {
		const struct plan *plan = &x->ends->plans.items[i];

		person_full_name(&x->ends->children[i], name);
		say(x, "%s: %s ends on %s, %s.", name, plan->reference, date_medium(e->on, day),
		    plan_end_reason_label(e->reason));
		if (!say_owed(x, plan, name, f))
			return false;
	}
	return true;
}

/* The children whose plans go on, and with them the core group: what another authority holds has one there. */
static bool staying(struct following *x, const char **names, struct fault *f)
{
	struct plan_list all;
	struct plan_ends stay = {.names = ""};

	*names = "";
	if (!plans_of_family(x->cw->store, x->ends->ending.family_id, x->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct plan *one;

		if (!plan_is_ours(&all.items[i]) || ends_for(x->ends, all.items[i].person_id))
			continue;
		one = ARENA_PUSH(x->mem, &stay.plans);
		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to say what follows.");
		*one = all.items[i];
	}
	if (!plan_ends_of(x->cw, &stay, x->mem, f))
		return false;
	*names = stay.names;
	return true;
}

static bool say_core_groups(struct following *x, struct fault *f)
{
	struct core_group_meeting_list meetings;
	const char *names;
	char day[DATE_TEXT_ROOM];

	if (!core_group_meetings_of_family(x->cw->store, x->ends->ending.family_id, x->mem, &meetings, f) ||
	    !staying(x, &names, f))
		return false;
	if (*names)
		say(x, "The plan and the core group go on for %s.", names);
	for (size_t i = 0; !*names && i < meetings.count; i++)
		if (meetings.items[i].state == CORE_GROUP_MEETING_BOOKED && meetings.items[i].day >= x->ends->ending.on)
			say(x, "The core group of %s is cancelled.", date_medium(meetings.items[i].day, day));
	return true;
}

static bool say_conference(struct following *x, const struct conference *c, struct fault *f)
{
	struct person_list children;
	struct series staying = {0}, leaving = {0};
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (!conference_children(x->cw->store, c->id, x->mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		const char *child = arena_text(x->mem, person_full_name(&children.items[i], name));

		series_add(ends_for(x->ends, children.items[i].id) ? &leaving : &staying, child, x->mem);
	}
	if (series_is_empty(&leaving))
		return true;
	if (!series_is_empty(&staying))
		say(x, "%s%s%s goes on for %s, without %s.", c->reference, c->held_on == DAY_NONE ? "" : " on ",
		    c->held_on == DAY_NONE ? "" : date_medium(c->held_on, day), series_words(&staying, x->mem),
		    series_words(&leaving, x->mem));
	else
		say(x, "%s%s%s is cancelled: whoever was told of it is told again.", c->reference,
		    c->held_on == DAY_NONE ? "" : " on ", c->held_on == DAY_NONE ? "" : date_medium(c->held_on, day));
	return true;
}

static bool say_conferences(struct following *x, struct fault *f)
{
	bool everything = plan_end_is_for_everything(x->ends->ending.reason);
	struct conference_list all;

	if (!conferences_of_family(x->cw->store, x->ends->ending.family_id, x->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (conference_state_is_to_be_held(all.items[i].state) &&
		    (everything || all.items[i].type == CONFERENCE_REVIEW) && !say_conference(x, &all.items[i], f))
			return false;
	return true;
}

static void say_told(struct following *x)
{
	const struct settings_notice_list *all = &casework_settings(x->cw)->notices;
	struct series agencies = {0};

	for (size_t i = 0; i < all->count; i++)
		series_add(&agencies, all->items[i].agency, x->mem);
	if (!series_is_empty(&agencies))
		say(x, "To be told the same day: %s.", series_words(&agencies, x->mem));
	if (!plan_ending_rule_of(x->ends->ending.reason)->family_is_written)
		say(x, "Nothing is written to the family by itself: the social worker speaks to them.");
}

bool plan_ends_follow(struct casework *cw, const struct plan_ends *ends, struct arena *mem, const char **out,
		      struct fault *f)
{
	struct following x = {.cw = cw, .ends = ends, .mem = mem, .lines = ""};

	*out = "";
	if (ends->ending.on == DAY_NONE) {
		say(&x, "Nothing ends yet for %s.", ends->names);
		say(&x, "Every agency of the plan is told that it is asked for, and by when it may object.");
		say(&x, "After that day a manager decides; only then the plan ends.");
	} else if (!say_plans(&x, f) || !say_core_groups(&x, f) || !say_conferences(&x, f)) {
		return false;
	} else {
		say_told(&x);
	}
	*out = x.lines;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to say what follows.");
}
