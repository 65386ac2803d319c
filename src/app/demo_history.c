/* Tells an invented family's past to the case file through the verbs of an import. */
#include "demo_history.h"

#include <string.h>

#define CLOSES_AFTER_DAYS 60 /* an episode of need goes on a while when everything is over */

bool demo_is_held(const struct demo_world *world, day_number day, day_number as_of)
{
	return day != DAY_NONE && day <= as_of && day < world->today;
}

static bool is_within(day_number day, day_number after, day_number until)
{
	return day != DAY_NONE && day > after && day <= until;
}

bool demo_has_news(const struct demo_world *world, const struct demo_family *family, day_number after, day_number until)
{
	for (size_t k = 0; k < family->enquiry_count; k++) {
		const struct demo_enquiry *e = &family->enquiries[k];

		if (is_within(e->strategy_on, after, until) || is_within(e->answered_on, after, until) ||
		    (is_within(e->conference_on, after, until) && e->conference_on < world->today))
			return true;
		for (size_t r = 0; r < e->review_count; r++)
			if (is_within(e->reviews[r], after, until) && e->reviews[r] < world->today)
				return true;
		for (size_t i = 0; i < family->child_count; i++)
			if (e->planned >> i & 1 && is_within(e->ended_on[i], after, until) &&
			    e->ended_on[i] < world->today)
				return true;
	}
	return false;
}

/* --- One child --- */

/* When what came of one enquiry was over for one child; DAY_NONE while it goes on. */
static day_number over_for(const struct demo_world *world, const struct demo_enquiry *e, size_t i, day_number as_of)
{
	day_number day = e->conference_on == DAY_NONE ? e->answered_on : e->conference_on;

	if (e->conference_on != DAY_NONE && e->planned >> i & 1)
		day = e->ended_on[i];
	return demo_is_held(world, day, as_of) ? day : DAY_NONE;
}

static struct intake_section47 section47_of(const struct demo_world *world, const struct demo_enquiry *e,
					    day_number as_of)
{
	return (struct intake_section47){
		.strategy_on = e->strategy_on,
		.conference_on = demo_is_held(world, e->conference_on, as_of) ? e->conference_on : DAY_NONE,
		.not_required = e->answered_on != DAY_NONE && e->answered_on <= as_of ? ANSWER_YES : ANSWER_UNKNOWN,
	};
}

static struct intake_plan plan_of(const struct demo_world *world, const struct demo_enquiry *e, size_t i,
				  day_number as_of)
{
	struct intake_plan plan = {.started_on = e->conference_on,
				   .ended_on = demo_is_held(world, e->ended_on[i], as_of) ? e->ended_on[i] : DAY_NONE,
				   .initial = e->initial,
				   .latest = e->latest,
				   .previous_plans = e->earlier_plans[i],
				   .reviews = e->reviews};

	while (plan.review_count < e->review_count && demo_is_held(world, e->reviews[plan.review_count], as_of) &&
	       e->reviews[plan.review_count] <= e->ended_on[i])
		plan.review_count++;
	return plan;
}

static const char *factors_of(enum category category)
{
	switch (category) {
	case CATEGORY_NEGLECT: return "16A 2B";
	case CATEGORY_PHYSICAL: return "18B";
	case CATEGORY_SEXUAL: return "19B";
	case CATEGORY_EMOTIONAL: return "3B 17A 4B";
	default: return "3B 16A";
	}
}

/* The episodes of one child in the making; the arrays have room for one of each an enquiry. */
struct telling {
	const struct demo_world *world;
	day_number as_of, open_until; /* until when the last episode goes on; DAY_NONE without end */
	struct intake_episode *episodes;
	struct intake_section47 *section47s;
	struct intake_plan *plans;
	struct intake_assessment *assessments;
	size_t episode_count, section47_count, plan_count;
};

static struct intake_episode *begin_episode(struct telling *t, const struct demo_enquiry *e)
{
	static const char *const sources[] = {"6", "2A", "3B", "1A", "3E", "5A", "9", "3A"};
	struct intake_assessment *assessment = &t->assessments[t->episode_count];
	struct intake_episode *episode = &t->episodes[t->episode_count++];
	day_number done = date_add_days(e->referred_on, 41);

	*assessment = (struct intake_assessment){.started_on = e->referred_on,
						 .internal_review_on = DAY_NONE,
						 .authorised_on = done <= t->as_of ? done : DAY_NONE,
						 .factors = done <= t->as_of ? factors_of(e->latest) : ""};
	*episode = (struct intake_episode){.referred_on = e->referred_on,
					   .closed_on = DAY_NONE,
					   .conference_on = DAY_NONE,
					   .referral_source = sources[(unsigned)e->strategy_on % 8],
					   .primary_need = "N1",
					   .closure_reason = "",
					   .section47s = &t->section47s[t->section47_count],
					   .plans = &t->plans[t->plan_count],
					   .assessments = assessment,
					   .assessment_count = 1};
	return episode;
}

static void close_last(struct telling *t)
{
	struct intake_episode *last = t->episode_count ? &t->episodes[t->episode_count - 1] : NULL;

	if (!last || t->open_until == DAY_NONE || t->open_until > t->as_of)
		return;
	last->closed_on = t->open_until;
	last->closure_reason = "RC7";
}

/* An enquiry that comes while an episode goes on belongs to it. */
static void tell_enquiry(struct telling *t, const struct demo_enquiry *e, size_t i)
{
	struct intake_episode *episode = t->episode_count ? &t->episodes[t->episode_count - 1] : NULL;
	day_number over = over_for(t->world, e, i, t->as_of);

	if (!episode || (t->open_until != DAY_NONE && e->referred_on > t->open_until)) {
		close_last(t);
		episode = begin_episode(t, e);
		t->open_until = e->strategy_on;
	}
	t->section47s[t->section47_count++] = section47_of(t->world, e, t->as_of);
	episode->section47_count++;
	if (e->planned >> i & 1 && demo_is_held(t->world, e->conference_on, t->as_of)) {
		t->plans[t->plan_count++] = plan_of(t->world, e, i, t->as_of);
		episode->plan_count++;
	}
	if (over == DAY_NONE || t->open_until == DAY_NONE)
		t->open_until = DAY_NONE;
	else if (over + CLOSES_AFTER_DAYS > t->open_until)
		t->open_until = over + CLOSES_AFTER_DAYS;
}

struct intake_child demo_child_as_of(const struct demo_world *world, const struct demo_family *family, size_t i,
				     day_number as_of, struct arena *mem)
{
	size_t room = family->enquiry_count + 1;
	struct telling t = {.world = world,
			    .as_of = as_of,
			    .episodes = arena_alloc(mem, room * sizeof *t.episodes),
			    .section47s = arena_alloc(mem, room * sizeof *t.section47s),
			    .plans = arena_alloc(mem, room * sizeof *t.plans),
			    .assessments = arena_alloc(mem, room * sizeof *t.assessments)};

	for (size_t k = 0; !arena_exhausted(mem) && k < family->enquiry_count; k++) {
		const struct demo_enquiry *e = &family->enquiries[k];

		if (e->children >> i & 1 && e->strategy_on <= as_of)
			tell_enquiry(&t, e, i);
	}
	close_last(&t);
	return (struct intake_child){
		.person = family->children[i].person, .episodes = t.episodes, .episode_count = t.episode_count};
}

/* --- Into the file --- */

bool demo_enter_people(struct casework *cw, const struct demo_family *family, struct fault *f)
{
	struct intake_person row = {.family_reference = family->reference};
	enum intake_result result;

	for (size_t i = 0; i < family->child_count; i++) {
		row.relationship = RELATIONSHIP_CHILD;
		row.parental_responsibility = ANSWER_UNKNOWN;
		row.person = family->children[i].person;
		row.address = family->home;
		if (!intake_person(cw, &row, &result, f))
			return false;
	}
	for (size_t i = 0; i < family->adult_count; i++) {
		row.relationship = family->adults[i].relationship;
		row.parental_responsibility = family->adults[i].parental_responsibility;
		row.person = family->adults[i].person;
		row.address = family->adults[i].address;
		if (!intake_person(cw, &row, &result, f))
			return false;
	}
	return demo_say_whose_child(cw, family, f);
}

bool demo_enter_history(struct casework *cw, const struct demo_world *world, const struct demo_family *family,
			day_number as_of, struct fault *f)
{
	struct arena mem = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < family->child_count; i++) {
		struct intake_child child = demo_child_as_of(world, family, i, as_of, &mem);
		struct intake_complaint_list complaints = {0};
		enum intake_result result;

		ok = !arena_exhausted(&mem)
			     ? intake_child(cw, &child, &mem, &complaints, &result, f)
			     : fault_set(f, FAULT_MEMORY, "There is not enough memory for the demonstration.");
		if (ok && complaints.count > 0) {
			ok = fault_set(f, FAULT_REFUSED, "The demonstration is not as it should be: %s",
				       complaints.items[0].message);
			fault_detail(f, "%s, seed %llu", child.person.la_child_id, (unsigned long long)world->seed);
		}
		arena_reset(&mem);
	}
	arena_finish(&mem);
	return ok;
}
