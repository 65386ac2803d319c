/* The officers' last weeks: when each family's conference is asked for and booked, and which tasks are done in time. */
#include "demo_desk.h"

#include "casework/core_groups.h"
#include "casework/worklist.h"
#include "demo_directory.h"
#include "demo_history.h"
#include "demo_plans.h"

#include <string.h>

#define FORGET_WITHIN_WD 6   /* what was forgotten longer ago has been found since */
#define LEAST_TODAY      3   /* conferences on a working day that is today */
#define CASES_A_WORD     200 /* between two words of progress */
#define HORIZON_DAYS     75  /* how far ahead reviews are booked */

/* --- What is to come --- */

/* From this day on conferences were booked by the officers, those that have been held since too. */
static day_number first_booked(const struct demo_world *world)
{
	return working_day_add(world->today, -DEMO_HELD_WD, world->calendar, COUNT_LOCAL);
}

static struct demo_enquiry *waiting_enquiry(const struct demo_world *world, struct demo_family *family, day_number from)
{
	for (size_t k = 0; k < family->enquiry_count; k++) {
		struct demo_enquiry *e = &family->enquiries[k];

		if (e->conference_on != DAY_NONE && e->conference_on >= from && e->strategy_on <= world->today)
			return e;
	}
	return NULL;
}

static bool is_on_plan_at(const struct demo_world *world, const struct demo_enquiry *e, day_number day)
{
	for (size_t i = 0; i < DEMO_CHILDREN; i++)
		if (e->planned >> i & 1 && e->conference_on < world->today && e->ended_on[i] >= day)
			return true;
	return false;
}

static void find_review(const struct demo_world *world, struct demo_case *one, day_number from)
{
	one->review_on = DAY_NONE;
	for (size_t k = 0; k < one->family.enquiry_count && one->review_on == DAY_NONE; k++) {
		struct demo_enquiry *e = &one->family.enquiries[k];

		for (size_t r = 0; r < e->review_count && one->review_on == DAY_NONE; r++)
			if (e->reviews[r] >= from && is_on_plan_at(world, e, e->reviews[r])) {
				one->review_on = e->reviews[r];
				one->reviewed = e;
				one->review = r;
			}
	}
}

/* There is time enough to ask for reports and invite everybody inside fifteen working days, but not for leaving it. */
static bool can_wait(const struct demo_world *world, day_number strategy_on)
{
	int gone = working_day_between(strategy_on, world->today, world->calendar, COUNT_LOCAL);

	return gone >= 2 && gone <= 7;
}

/* A request comes within two working days of the discussion and is booked within two more; the newest have not come
 * yet. */
static void arrange_initial(const struct demo_world *world, struct demo_random *random, struct demo_case *one)
{
	one->request_on = working_day_add(one->enquiry->strategy_on, demo_between(random, 0, 1), world->calendar,
					  COUNT_LOCAL);
	one->book_on = working_day_add(one->request_on, demo_between(random, 0, 2), world->calendar, COUNT_LOCAL);
	if (demo_chance(random, 120) && one->enquiry->conference_on > world->today + 3)
		one->book_on = DAY_NONE;
	if (can_wait(world, one->enquiry->strategy_on)) {
		one->book_on = DAY_NONE;
		one->waits_for_newcomer = true;
	}
}

/* Most reviews are booked with five weeks to go; some of the later ones wait. */
static void arrange_review(const struct demo_world *world, struct demo_random *random, struct demo_case *one)
{
	int ahead = one->review_on - world->today;

	one->book_on = working_day_add(one->review_on, -demo_between(random, 23, 36), world->calendar, COUNT_LOCAL);
	if ((ahead >= 0 && demo_chance(random, ahead <= 7 ? 60 : 280)) || ahead > HORIZON_DAYS)
		one->book_on = DAY_NONE;
	if (one->book_on != DAY_NONE && one->book_on <= one->reviewed->conference_on)
		one->book_on = working_day_add(one->reviewed->conference_on, 2, world->calendar, COUNT_LOCAL);
	one->request_on = one->book_on;
}

static bool is_today(const struct demo_world *world, const struct demo_case *one)
{
	return one->review_on == world->today || (one->enquiry && one->enquiry->conference_on == world->today);
}

/* A working morning has a few conferences: those of the next days come forward when there are too few. */
static void fill_today(struct demo_desk *desk)
{
	const struct demo_world *world = desk->world;
	size_t today = 0;

	if (!working_day_is(world->today, world->calendar, COUNT_LOCAL))
		return;
	for (size_t i = 0; i < desk->count; i++)
		today += is_today(world, &desk->cases[i]);
	for (day_number day = world->today + 1; today < LEAST_TODAY && day <= world->today + 28; day++)
		for (size_t i = 0; i < desk->count && today < LEAST_TODAY; i++) {
			if (desk->cases[i].review_on != day)
				continue;
			desk->cases[i].review_on = world->today;
			today++;
		}
}

void demo_desk_arrange(struct demo_desk *desk, day_number first)
{
	const struct demo_world *world = desk->world;
	day_number start = working_day_add(first, 1, world->calendar, COUNT_LOCAL);

	for (size_t i = 0; i < desk->count; i++) {
		struct demo_case *one = &desk->cases[i];

		one->enquiry = waiting_enquiry(world, &one->family, first_booked(world));
		if (!one->enquiry)
			find_review(world, one, first_booked(world));
	}
	fill_today(desk);
	for (size_t i = 0; i < desk->count; i++) {
		struct demo_case *one = &desk->cases[i];
		struct demo_random random = demo_random_of(world->seed, DEMO_DESK, (uint64_t)one->family.number);

		if (one->enquiry)
			arrange_initial(world, &random, one);
		else if (one->review_on != DAY_NONE)
			arrange_review(world, &random, one);
		if (is_today(world, one) && (one->book_on == DAY_NONE || one->book_on >= world->today))
			one->book_on = one->request_on = working_day_add(world->today, one->enquiry ? -2 : -22,
									 world->calendar, COUNT_LOCAL);
		if (one->request_on != DAY_NONE && one->request_on < start)
			one->request_on = start;
		if (one->book_on != DAY_NONE && one->book_on < one->request_on)
			one->book_on = one->request_on;
		desk->waiting += one->waits_for_newcomer && one->book_on == DAY_NONE;
	}
}

/* --- Tasks --- */

static uint64_t mark_of(const struct due_item *item)
{
	uint64_t mark = (uint64_t)item->rule + 1;

	for (const char *at = item->reference; *at; at++)
		mark = mark * 31 + (unsigned char)*at;
	return mark;
}

/* Invitations, answers and reports are done by doing them, as long as the conference is to come. */
static bool is_met_by_deeds(const struct due_item *item)
{
	return (item->lane == LANE_INVITE || item->lane == LANE_REPLIES || item->lane == LANE_REPORTS) &&
	       item->rule != RULE_EXCLUSION_REQUEST && item->rule != RULE_REVIEW_UPDATE && item->conference_id &&
	       conference_state_is_to_be_held(item->conference_state);
}

/* A good officer does what is due; something is forgotten now and then, and some things are done ahead. */
static bool is_done_on(const struct demo_world *world, const struct due_item *item, day_number day)
{
	struct demo_random random = demo_random_of(world->seed, DEMO_DESK, mark_of(item) << 20);
	bool is_forgotten = demo_chance(&random, 45);
	int ahead = demo_between(&random, 0, 5);

	if (item->lane == LANE_BOOK || item->lane == LANE_REVIEWS || item->lane == LANE_ACTIONS ||
	    is_met_by_deeds(item))
		return false;
	if (is_forgotten &&
	    working_day_between(item->due, world->today, world->calendar, COUNT_LOCAL) <= FORGET_WITHIN_WD)
		return false;
	if (day == world->today)
		return item->due < day;
	return item->due <= day ||
	       (ahead > 2 && working_day_between(day, item->due, world->calendar, COUNT_LOCAL) <= ahead - 2);
}

/* What a return tells of a plan names no group: the office writes down that it met. Two plans of one family that began
 * on different days share the meeting. */
static bool core_group_meets(struct casework *cw, const struct demo_world *world, int64_t family, day_number day,
			     struct fault *f)
{
	struct core_group_meeting meeting = core_group_meeting_blank();
	struct core_group_page page;
	struct arena mem = {0};
	bool ok = casework_core_group_again(cw, family, &mem, &page, f);

	meeting.day = day;
	meeting.starts = 14 * 60;
	meeting.minutes = 60;
	meeting.place = "At school";
	if (ok && page.line.last_held != day)
		ok = casework_core_group_held(cw, family, &meeting, NULL, 0, f) &&
		     demo_write_plan(cw, world, family, day, f);
	arena_finish(&mem);
	return ok;
}

static bool tick_tasks(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f)
{
	const struct due_filter filter = {.within_wd = 4, .lane = -1};
	struct arena mem = {0};
	struct due_list due;
	bool ok = casework_due(cw, &filter, &mem, &due, f);

	for (size_t i = 0; ok && i < due.count; i++) {
		const struct due_item *item = &due.items[i];

		if (!is_done_on(world, item, day))
			continue;
		if (item->rule == RULE_REVIEW_UPDATE)
			ok = demo_ask_update(cw, world, item->subject_id, f);
		else if (item->rule == RULE_VISIT)
			ok = demo_visit(cw, item->family_id, day, f);
		else if (item->lane == LANE_CORE_GROUPS)
			ok = core_group_meets(cw, world, item->family_id, day, f) &&
			     demo_visit(cw, item->family_id, day, f);
		else
			ok = casework_deadline_done(cw, item->ids, day, "", f);
	}
	arena_finish(&mem);
	return ok;
}

/* --- One day --- */

static bool learn(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number before,
		  day_number day, struct fault *f)
{
	if (!demo_has_news(world, &one->family, before, day))
		return true;
	if (!one->is_known && !demo_enter_people(cw, &one->family, f))
		return false;
	one->is_known = true;
	return demo_enter_history(cw, world, &one->family, day, f);
}

bool demo_desk_live(struct casework *cw, struct demo_desk *desk, day_number before, day_number day, struct fault *f)
{
	for (size_t i = 0; i < desk->count; i++) {
		struct demo_case *one = &desk->cases[i];

		if (i % CASES_A_WORD == 0)
			desk->going_on(desk->payload);
		if (!learn(cw, desk->world, one, before, day, f) || !demo_book_case(cw, desk->world, one, day, f) ||
		    !demo_invite_case(cw, desk->world, one, day, desk->is_mended, f) ||
		    !demo_report_case(cw, desk->world, one, day, f) || !demo_upset_case(cw, desk->world, one, day, f))
			return false;
	}
	desk->going_on(desk->payload);
	/* What is to be asked for and sent today is left to whoever opens the demonstration. */
	if (day < desk->world->today && (!demo_mend_directory(cw, desk->world, day, &desk->is_mended, f) ||
					 !demo_chase(cw, desk->world, day, f) || !demo_send(cw, desk->world, day, f)))
		return false;
	if (day == desk->world->today && !demo_leave_exclusion(cw, desk, day, f))
		return false;
	return demo_take_newcomers(cw, desk, day, f) && demo_know_core_groups(cw, desk->world, day, f) &&
	       tick_tasks(cw, desk->world, day, f) &&
	       (day < desk->world->today || (demo_leave_reviews(cw, f) && demo_leave_core_groups(cw, desk->world, f)));
}
