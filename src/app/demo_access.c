/* Who may see what, left in the demonstration: a restricted family whose glass was broken twice, of which a manager has
 * looked into one, a worker's own relatives, and a chair who is not impartial. All of families whose conference was
 * months ago, so that the work of the day stands as it is. */
#include "casework/booking.h"
#include "casework/conflicts.h"
#include "casework/pages.h"
#include "casework/restriction.h"
#include "casework/worklist.h"
#include "demo_desk.h"

enum { LONG_AGO = 400, NOT_SINCE = 120, FAMILIES = 3 };

/* Families of whom nothing is to be done: none is open in any list of the desk. */
static bool is_at_rest(struct casework *cw, int64_t family, bool *out, struct fault *f)
{
	const struct due_filter all = {.within_wd = -1, .lane = -1, .family_id = family};
	struct arena mem = {0};
	struct due_list due;
	bool ok = casework_due(cw, &all, &mem, &due, f);

	*out = ok && due.count == 0;
	arena_finish(&mem);
	return ok;
}

bool demo_choose_closed(struct casework *cw, day_number day, struct demo_closed *out, struct fault *f)
{
	struct arena mem = {0};
	struct diary_list held;
	bool ok = casework_diary(cw, day - LONG_AGO, day - NOT_SINCE, NULL, &mem, &held, f);

	*out = (struct demo_closed){0};
	for (size_t i = 0; ok && i < held.count && out->count < FAMILIES; i++) {
		const struct diary_item *one = &held.items[i];
		bool is_quiet = false;

		for (size_t k = 0; k < out->count; k++)
			is_quiet = is_quiet || out->families[k] == one->family_id;
		if (is_quiet)
			continue;
		ok = is_at_rest(cw, one->family_id, &is_quiet, f);
		if (ok && is_quiet) {
			out->families[out->count] = one->family_id;
			out->conferences[out->count++] = one->id;
		}
	}
	arena_finish(&mem);
	return ok;
}

/* The manager's: one is restricted, and of another family's chair something is known. */
bool demo_leave_restricted(struct casework *cw, const struct demo_closed *closed, day_number day, struct fault *f)
{
	struct arena mem = {0};
	struct conflict_page page;
	const char *named = arena_printf(&mem, "%s, dokafor", casework_user_login(cw));
	const struct restricting restricting = {.family_id = closed->families[0],
						.reason = "A parent works in the next team of this building.",
						.review_on = date_add_days(day, 90),
						.named = named};
	bool ok = closed->count < 1 || casework_restrict(cw, &restricting, f);

	if (ok && closed->count > 1)
		ok = casework_conflicts(cw, closed->conferences[1], &mem, &page, f) &&
		     (!page.people.count ||
		      casework_conflict_declare(cw, closed->conferences[1], page.people.items[0].id,
						"Was the grandmother's neighbour for years.", f));
	arena_finish(&mem);
	return ok;
}

bool demo_break_glass(struct casework *cw, const char *reference, const char *reason, struct fault *f)
{
	struct arena mem = {0};
	struct glass glass;
	bool ok = casework_glass_break(cw, reference, reason, &mem, &glass, f);

	arena_finish(&mem);
	return ok;
}

bool demo_leave_relative(struct casework *cw, const struct demo_closed *closed, struct fault *f)
{
	return closed->count < FAMILIES ||
	       casework_relative_declare(cw, closed->families[2], "The children are my cousin's.", f);
}

/* The first of what waits; the others are left for whoever opens the demonstration. */
bool demo_look_into_one(struct casework *cw, struct fault *f)
{
	struct arena mem = {0};
	struct access_line_list events;
	bool ok = casework_access_events(cw, false, &mem, &events, f);

	if (ok && events.count)
		ok = casework_access_acknowledge(cw, events.items[0].event.id, events.items[0].event.version,
						 "Spoke with her: the school had rung, it was right to look.", f);
	arena_finish(&mem);
	return ok;
}
