/* Reviews to come in the demonstration: updates asked and answered, some brought forward, children looked after. */
#include "demo_desk.h"

#include "casework/reviews.h"

#include <string.h>

enum { CHILDREN_MOST = 16, EARLY_WD = 15, LONG_ENOUGH_WD = 25 };

static size_t plans_of(const struct review_line *line, int64_t plans[CHILDREN_MOST])
{
	size_t count = line->count < CHILDREN_MOST ? line->count : CHILDREN_MOST;

	for (size_t i = 0; i < count; i++)
		plans[i] = line->children[i].plan_id;
	return count;
}

static bool answer(struct casework *cw, struct review_update *update, struct demo_random *random, struct fault *f)
{
	static const char *const answers[] = {
		"The same people come. Nothing has changed at home.",
		"The school has changed: invite the new one. Grandmother comes as a supporter.",
		"Father has moved out; he is to be invited at his own address.",
		"The health visitor has left: invite the new one.",
	};

	update->answered_on = DAY_NONE;
	update->answer = answers[demo_between(random, 0, 3)];
	return casework_review_update_answer(cw, update, f);
}

/* A sibling's conference was only today: they are asked about the others another day. */
static bool is_too_early(const struct review_line *line, const struct fault *f)
{
	return line->count > 0 && strcmp(f->field, "asked_on") == 0;
}

bool demo_ask_update(struct casework *cw, const struct demo_world *world, int64_t plan, struct fault *f)
{
	struct demo_random random = demo_random_of(world->seed, DEMO_DESK, (uint64_t)plan << 24);
	struct review_update update = {.asked_on = DAY_NONE,
				       .way = demo_chance(&random, 700) ? ASK_WAY_EMAIL : ASK_WAY_TELEPHONE};
	int64_t plans[CHILDREN_MOST];
	struct review_page page;
	struct arena mem = {0};
	bool ok = casework_review(cw, plan, &mem, &page, f);

	if (ok) {
		update.asked_of = *page.line.social_worker ? page.line.social_worker : "the duty team";
		ok = casework_review_update_ask(cw, plans, plans_of(&page.line, plans), &update, f)
			     ? demo_chance(&random, 250) || answer(cw, &update, &random, f)
			     : is_too_early(&page.line, f);
	}
	arena_finish(&mem);
	return ok;
}

/* --- Left for whoever opens it --- */

static bool bring_forward(struct casework *cw, const struct review_line *line, size_t nth, struct arena *mem,
			  struct fault *f)
{
	static const struct {
		enum early_trigger trigger;
		const char *why, *told;
	} reasons[] = {
		{EARLY_TRIGGER_RISKY_PERSON, "Mother's former partner visits again; the police know of him.", ""},
		{EARLY_TRIGGER_PLAN_TO_END, "The core group of last week found that the plan has done its work.",
		 "The core group thinks that the plan has done its work."},
	};
	int64_t plans[CHILDREN_MOST], conference;
	const struct review_early early = {
		.trigger = reasons[nth].trigger,
		.why = reasons[nth].why,
		.told = reasons[nth].told,
		.review_by = working_day_add(casework_today(cw), EARLY_WD, casework_calendar(cw), COUNT_LOCAL)};

	return casework_review_early(cw, plans, plans_of(line, plans), &early, mem, &conference, f);
}

static bool look_after(struct casework *cw, const struct review_line *line, struct fault *f)
{
	day_number today = casework_today(cw);

	for (size_t i = 0; i < line->count; i++) {
		struct looked_after row = {
			.person_id = line->children[i].person_id,
			.since = today - 12,
			.ended_on = DAY_NONE,
			.status = LEGAL_STATUS_ACCOMMODATED,
			.next_review_on = working_day_add(today, 10, casework_calendar(cw), COUNT_NATIONAL)};

		if (!casework_looked_after_save(cw, &row, f))
			return false;
	}
	return true;
}

/* One whose review has a slot and is not near, as these come about. */
static bool can_be_looked_after(const struct review_line *line)
{
	return line->booked_on != DAY_NONE && line->rule == RULE_REVIEW_NEXT && line->working_days_left > EARLY_WD;
}

bool demo_leave_reviews(struct casework *cw, struct fault *f)
{
	struct arena mem = {0};
	struct review_horizon h;
	size_t early = 0, looked_after = 0;
	bool ok = casework_review_horizon_again(cw, &mem, &h, f);

	for (size_t i = 0; ok && i < h.count; i++) {
		const struct review_line *line = &h.items[i];

		if (early < 2 && line->conference_id == 0 && line->working_days_left > LONG_ENOUGH_WD)
			ok = bring_forward(cw, line, early++, &mem, f);
		else if (looked_after < 1 && can_be_looked_after(line)) {
			looked_after++;
			ok = look_after(cw, line, f);
		}
	}
	arena_finish(&mem);
	return ok;
}
