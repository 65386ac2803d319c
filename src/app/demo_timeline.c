/* What happens to a family: enquiries, conferences, plans and reviews, in the proportions of England's statistics for
 * the year to March 2025 (docs/demo.md). */
#include "demo_family.h"

#include <string.h>

#define DAYS_A_YEAR        365
#define LEAST_GAP_DAYS     45   /* between two enquiries about one family */
#define ADULT_DAYS         6574 /* eighteen years */
#define EARLIEST_PREGNANCY 140  /* days before birth from which an unborn child is spoken of */

static day_number working(const struct demo_world *world, day_number day)
{
	return working_day_on_or_before(day, world->calendar, COUNT_LOCAL);
}

/* Most families are the subject of two or three enquiries; a few of many. */
static size_t how_many(struct demo_random *random)
{
	static const int weights[] = {18, 20, 19, 15, 11, 8, 5, 3, 1};

	return 1 + demo_weighted(random, weights, sizeof weights / sizeof *weights);
}

/* A family becomes known on some day of the years, and what follows comes in the months after. */
void demo_timeline_days(const struct demo_world *world, struct demo_random *random, struct demo_family *family)
{
	day_number day = world->today - demo_between(random, 0, world->years * DAYS_A_YEAR);
	size_t most = how_many(random);

	family->enquiry_count = 0;
	for (size_t i = 0; i < most && day <= world->today; i++) {
		/* A discussion at a weekend happens, but is rare. */
		day_number held = demo_chance(random, 40) ? day : working(world, day);

		family->enquiries[family->enquiry_count++] = (struct demo_enquiry){.strategy_on = held};
		day += demo_between(random, LEAST_GAP_DAYS + 5, 300);
	}
}

/* Working days from discussion to conference: quartiles 13, 14 and 15, and 81 in a hundred by the fifteenth. */
static int working_days_taken(struct demo_random *random)
{
	static const struct {
		int weight, least, most;
	} bands[] = {{86, 5, 10},   {48, 11, 11},  {66, 12, 12}, {140, 13, 13},
		     {220, 14, 14}, {260, 15, 15}, {86, 16, 20}, {94, 21, 32}};
	int weights[sizeof bands / sizeof *bands];
	size_t band;

	for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
		weights[i] = bands[i].weight;
	band = demo_weighted(random, weights, sizeof bands / sizeof *bands);
	return demo_between(random, bands[band].least, bands[band].most);
}

/* Length of a plan in days, by the bands in which ended plans are counted. */
static int plan_days(struct demo_random *random)
{
	static const struct {
		int weight, least, most;
	} bands[] = {{159, 21, 90}, {110, 94, 182}, {435, 186, 364}, {252, 368, 725}, {44, 734, 1050}};
	int weights[sizeof bands / sizeof *bands];
	size_t band;

	for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
		weights[i] = bands[i].weight;
	band = demo_weighted(random, weights, sizeof bands / sizeof *bands);
	return demo_between(random, bands[band].least, bands[band].most);
}

static enum category category_drawn(struct demo_random *random)
{
	static const int weights[CATEGORY_COUNT] = {[CATEGORY_NEGLECT] = 49,
						    [CATEGORY_PHYSICAL] = 8,
						    [CATEGORY_SEXUAL] = 4,
						    [CATEGORY_EMOTIONAL] = 37,
						    [CATEGORY_MULTIPLE] = 2};

	return (enum category)demo_weighted(random, weights, CATEGORY_COUNT);
}

/* The latest day a review may be held on: three months after the first conference, six after a review. */
static day_number review_limit(const struct demo_enquiry *e)
{
	return e->review_count == 0 ? date_add_months(e->conference_on, 3)
				    : date_add_months(e->reviews[e->review_count - 1], 6);
}

/* Reviews on their way to the end of the plan; a plan of two months or more ends at one. */
static void hold_reviews(const struct demo_world *world, struct demo_random *random, struct demo_enquiry *e,
			 day_number end)
{
	bool ends_at_review = end - e->conference_on >= 60;

	while (e->review_count + 1 < DEMO_REVIEWS) {
		day_number limit = review_limit(e);
		bool is_late = demo_chance(random, 45);
		day_number day = limit + (is_late ? demo_between(random, 2, 16) : -demo_between(random, 1, 14));

		/* Nobody puts a month's reviews on the last day before a holiday. */
		if (working_day_holiday(day, world->calendar))
			day -= demo_between(random, 1, 12);
		day = working(world, day);
		if (end <= limit && !ends_at_review)
			return;
		if (end <= limit)
			day = end;
		else if (end - day < 21)
			day = working(world, end - demo_between(random, 21, 40));
		if (day > end || day <= e->conference_on ||
		    (e->review_count > 0 && day <= e->reviews[e->review_count - 1]))
			return;
		e->reviews[e->review_count++] = day;
		if (day == end)
			return;
	}
}

/* A child is on a plan until the family's ends, until eighteen, or until an earlier review finds that this one is safe.
 */
static void end_plans(struct demo_random *random, const struct demo_family *family, struct demo_enquiry *e,
		      day_number end)
{
	for (size_t i = 0; i < family->child_count; i++) {
		day_number last = end, eighteen = family->children[i].birth + ADULT_DAYS;

		if (!(e->planned >> i & 1))
			continue;
		if (e->review_count > 2 && demo_chance(random, 60))
			last = e->reviews[demo_between(random, 0, (int)e->review_count - 2)];
		if (eighteen < last)
			last = eighteen;
		e->ended_on[i] = last > e->conference_on ? last : e->conference_on + 1;
	}
}

static int plans_before(const struct demo_family *family, const struct demo_enquiry *e, size_t child)
{
	int plans = 0;

	for (const struct demo_enquiry *past = family->enquiries; past < e; past++)
		if (past->planned >> child & 1)
			plans = past->earlier_plans[child] + 1;
	return plans;
}

static void begin_plans(const struct demo_world *world, struct demo_random *random, struct demo_family *family,
			struct demo_enquiry *e)
{
	bool was_known = demo_chance(random, 120 + 200 / world->years); /* a plan before this file begins */
	day_number end = working(world, e->conference_on + plan_days(random));

	e->initial = e->latest = category_drawn(random);
	if (demo_chance(random, 70))
		e->latest = category_drawn(random);
	for (size_t i = 0; i < family->child_count; i++) {
		int before = plans_before(family, e, i);
		bool was_born = e->conference_on - family->children[i].birth > 2 * DAYS_A_YEAR;

		e->earlier_plans[i] = before == 0 && was_known && was_born ? 1 : before;
	}
	hold_reviews(world, random, e, end);
	end_plans(random, family, e, end);
	e->over_on = end;
}

/* About 86 of a hundred children come away with a plan; mostly all siblings or none. */
static unsigned decided(struct demo_random *random, unsigned children)
{
	unsigned planned = 0;
	int drawn = demo_between(random, 1, 1000);

	if (drawn <= 825)
		return children;
	if (drawn > 895)
		return 0;
	for (size_t i = 0; i < DEMO_CHILDREN; i++)
		if (children >> i & 1 && demo_chance(random, 500))
			planned |= 1u << i;
	return planned;
}

/* Children old enough to be spoken of and not yet grown up. */
static unsigned those_concerned(struct demo_random *random, const struct demo_family *family, day_number day)
{
	unsigned concerned = 0, any = 0;

	for (size_t i = 0; i < family->child_count; i++) {
		day_number birth = family->children[i].birth;

		if (birth - day > EARLIEST_PREGNANCY || day - birth > ADULT_DAYS - 240)
			continue;
		any |= 1u << i;
		if (demo_chance(random, 960))
			concerned |= 1u << i;
	}
	return concerned ? concerned : any;
}

static bool is_on_plan(const struct demo_family *family, const struct demo_enquiry *e)
{
	for (const struct demo_enquiry *past = family->enquiries; past < e; past++)
		if (past->planned && past->over_on >= e->strategy_on - LEAST_GAP_DAYS)
			return true;
	return false;
}

static bool had_plan(const struct demo_family *family, const struct demo_enquiry *e)
{
	for (const struct demo_enquiry *past = family->enquiries; past < e; past++)
		if (past->planned)
			return true;
	return false;
}

static void unfold(const struct demo_world *world, struct demo_random *random, struct demo_family *family,
		   struct demo_enquiry *e)
{
	bool is_held = !is_on_plan(family, e) && demo_chance(random, had_plan(family, e) ? 280 : 520);

	e->referred_on = e->strategy_on - demo_between(random, 0, 18);
	e->conference_on = e->answered_on = DAY_NONE;
	e->children = those_concerned(random, family, e->strategy_on);
	if (!is_held) {
		e->answered_on = working_day_add(e->strategy_on, demo_between(random, 1, 4), world->calendar,
						 COUNT_LOCAL);
		e->over_on = e->answered_on;
		return;
	}
	e->conference_on = working_day_add(e->strategy_on, working_days_taken(random), world->calendar, COUNT_LOCAL);
	e->over_on = e->conference_on;
	e->planned = decided(random, e->children);
	if (e->planned)
		begin_plans(world, random, family, e);
}

void demo_timeline_unfold(const struct demo_world *world, struct demo_random *random, struct demo_family *family)
{
	size_t kept = 0;

	for (size_t i = 0; i < family->enquiry_count; i++) {
		struct demo_enquiry e = {.strategy_on = family->enquiries[i].strategy_on};

		/* A conference may still be to come from the one before: no second enquiry meanwhile. */
		if (kept > 0 && family->enquiries[kept - 1].conference_on != DAY_NONE &&
		    e.strategy_on < family->enquiries[kept - 1].conference_on + LEAST_GAP_DAYS)
			continue;
		family->enquiries[kept] = e;
		unfold(world, random, family, &family->enquiries[kept]);
		if (family->enquiries[kept].children)
			kept++;
	}
	family->enquiry_count = kept;
}

void demo_family_make(const struct demo_world *world, int number, struct arena *mem, struct demo_family *out)
{
	struct demo_random people = demo_random_of(world->seed, DEMO_PEOPLE, (uint64_t)number);
	struct demo_random timeline = demo_random_of(world->seed, DEMO_TIMELINE, (uint64_t)number);

	memset(out, 0, sizeof *out);
	out->number = number;
	out->reference = arena_printf(mem, "FAM-%04d", number);
	demo_timeline_days(world, &timeline, out);
	demo_people_make(world, &people, mem, out);
	demo_timeline_unfold(world, &timeline, out);
}
