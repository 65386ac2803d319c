/* How long a record is kept: pure sums over the rules of a profile. */
#include "domain/retention.h"
#include "domain/plan_ending.h"
#include "words.h"

WORDS_OF(retention_trigger, RETENTION_TRIGGERS, RETENTION_TRIGGER_COUNT)
WORDS_OF(retention_rule_key, RETENTION_RULES, RETENTION_RULE_COUNT)

static const char *const standing_words[][2] = {
#define X(id, token, label) [RETENTION_IS_##id] = {token, label},
	RETENTION_STANDINGS(X)
#undef X
};

const char *retention_standing_token(enum retention_standing standing)
{
	return (unsigned)standing < RETENTION_STANDING_COUNT ? standing_words[standing][0] : "";
}

const char *retention_standing_label(enum retention_standing standing)
{
	return (unsigned)standing < RETENTION_STANDING_COUNT ? standing_words[standing][1] : "";
}

/* --- Days --- */

day_number retention_day(day_number from, int years)
{
	if (!date_in_range(from))
		return DAY_NONE;
	if (date_civil(from).year + years > DATE_LAST_YEAR)
		return date_number((struct civil_date){DATE_LAST_YEAR, 12, 31});
	return person_birthday(from, years);
}

static bool is_for(enum retention_rule_key key, const struct retention_child *child)
{
	bool died_young = child->was_looked_after && child->died_on != DAY_NONE && child->born_on != DAY_NONE &&
			  date_age(child->born_on, child->died_on) < 18;

	switch (key) {
	case RETENTION_NO_CONFERENCE: return !child->was_conferenced;
	case RETENTION_CONFERENCE: return child->was_conferenced;
	case RETENTION_LOOKED_AFTER: return child->was_looked_after && !died_young;
	case RETENTION_LOOKED_AFTER_DIED: return died_young;
	case RETENTION_ADOPTED: return child->adopted_on != DAY_NONE;
	case RETENTION_RULE_COUNT: break;
	}
	return false;
}

static day_number trigger_day(enum retention_trigger from, const struct retention_child *child, day_number closed_on)
{
	switch (from) {
	case RETENTION_FROM_CLOSURE: return closed_on;
	case RETENTION_FROM_BIRTH: return child->born_on;
	case RETENTION_FROM_DEATH: return child->died_on;
	case RETENTION_FROM_ADOPTION: return child->adopted_on;
	case RETENTION_TRIGGER_COUNT: break;
	}
	return DAY_NONE;
}

/* False when the day of one rule that is for this child cannot be told; *r then names that rule. */
static bool take_child(struct retention_review *r, const struct retention_rule *rules, day_number closed_on,
		       const struct retention_child *child)
{
	for (int key = 0; key < RETENTION_RULE_COUNT; key++) {
		day_number from, due;

		if (!is_for((enum retention_rule_key)key, child))
			continue;
		from = trigger_day(rules[key].from, child, closed_on);
		due = retention_day(from, rules[key].years);
		if (due == DAY_NONE || r->due_on == DAY_NONE || due > r->due_on)
			*r = (struct retention_review){.rule = (enum retention_rule_key)key,
						       .person_id = child->person_id,
						       .from = from,
						       .due_on = due};
		if (due == DAY_NONE)
			return false;
	}
	return true;
}

struct retention_review retention_review_of(const struct retention_rule rules[RETENTION_RULE_COUNT],
					    day_number closed_on, const struct retention_child_list *children,
					    day_number today)
{
	/* A record without a child is judged as of one of whom nothing is known. */
	static const struct retention_child nobody = {.born_on = DAY_NONE, .died_on = DAY_NONE, .adopted_on = DAY_NONE};
	struct retention_review r = {.from = DAY_NONE, .due_on = DAY_NONE};
	bool is_known = true;

	if (closed_on == DAY_NONE)
		return r; /* still open */
	for (size_t i = 0; i < children->count && is_known; i++)
		is_known = take_child(&r, rules, closed_on, &children->items[i]);
	if (children->count == 0)
		is_known = take_child(&r, rules, closed_on, &nobody);
	if (!is_known)
		r.standing = RETENTION_IS_UNKNOWN;
	else
		r.standing = r.due_on <= today ? RETENTION_IS_DUE : RETENTION_IS_KEPT;
	return r;
}

/* --- Disposal --- */

static const char *const state_words[][2] = {
#define X(id, token, label) [DISPOSAL_##id] = {token, label},
	DISPOSAL_STATES(X)
#undef X
};

const char *disposal_state_token(enum disposal_state state)
{
	return (unsigned)state < DISPOSAL_STATE_COUNT ? state_words[state][0] : "";
}

const char *disposal_state_label(enum disposal_state state)
{
	return (unsigned)state < DISPOSAL_STATE_COUNT ? state_words[state][1] : "";
}

static const char *const obstacle_sentences[] = {
#define X(id, sentence) [DISPOSAL_OBSTACLE_##id] = (sentence),
	DISPOSAL_OBSTACLES(X)
#undef X
};

const char *disposal_obstacle_sentence(enum disposal_obstacle obstacle)
{
	return (unsigned)obstacle < DISPOSAL_OBSTACLE_COUNT ? obstacle_sentences[obstacle] : "";
}

enum disposal_obstacle disposal_obstacle(const struct retention_review *now, bool is_held,
					 const struct disposal *proposed, bool is_own)
{
	if (proposed && proposed->state != DISPOSAL_PROPOSED)
		return DISPOSAL_OBSTACLE_ENDED;
	if (is_held)
		return DISPOSAL_OBSTACLE_HELD;
	switch (now->standing) {
	case RETENTION_IS_OPEN: return DISPOSAL_OBSTACLE_OPEN;
	case RETENTION_IS_UNKNOWN: return DISPOSAL_OBSTACLE_UNKNOWN;
	case RETENTION_IS_KEPT: return DISPOSAL_OBSTACLE_NOT_DUE;
	default: break;
	}
	if (!proposed)
		return DISPOSAL_OBSTACLE_NONE;
	if (is_own)
		return DISPOSAL_OBSTACLE_OWN;
	return proposed->rule == now->rule && proposed->from_on == now->from && proposed->due_on == now->due_on
		       ? DISPOSAL_OBSTACLE_NONE
		       : DISPOSAL_OBSTACLE_CHANGED;
}
