/* The deadline engine: a rule and the day of its trigger give the day something is due and the national limit. */
#include "domain/policy.h"
#include "word_match.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *token, *label;
} lanes[] = {
#define X(id, token, label) [LANE_##id] = {token, label},
	LANES(X)
#undef X
};

static const char *const triggers[] = {
#define X(id, label) [TRIGGER_##id] = label,
	TRIGGERS(X)
#undef X
};

static const struct {
	const char *key;
	enum lane lane;
	enum trigger trigger;
	const char *label;
} rules[] = {
#define X(id, key, lane, trigger, label) [RULE_##id] = {key, LANE_##lane, TRIGGER_##trigger, label},
	RULES(X)
#undef X
};

static const char *const unit_labels[] = {
#define X(id, token, label) [UNIT_##id] = label,
	RULE_UNITS(X)
#undef X
};

static day_number within_calendar(int64_t day)
{
	const day_number first = date_number((struct civil_date){1900, 1, 1});
	const day_number last = date_number((struct civil_date){2200, 12, 31});

	return day < first || day > last ? DAY_NONE : (day_number)day;
}

static day_number count_from(const struct rule *rule, day_number trigger, const struct working_calendar *calendar,
			     enum day_count count)
{
	int sign = rule->before ? -1 : 1;
	/* Where the trigger's own day is day 1, day n lies n - 1 days on. */
	int own_day = rule->inclusive && rule->n > 0 ? sign : 0;
	day_number end;

	switch (rule->unit) {
	case UNIT_WORKING_DAYS: return working_day_add(trigger, sign * rule->n - own_day, calendar, count);
	case UNIT_DAYS: return within_calendar((int64_t)trigger + sign * rule->n - own_day);
	case UNIT_WEEKS: return within_calendar((int64_t)trigger + sign * rule->n * 7 - own_day);
	case UNIT_MONTHS:
		end = date_add_months(trigger, sign * rule->n);
		return end == DAY_NONE ? DAY_NONE : within_calendar((int64_t)end - own_day);
	case RULE_UNIT_COUNT: break;
	}
	return DAY_NONE;
}

struct deadline_dates deadline_compute(const struct policy *policy, const struct working_calendar *calendar,
				       enum rule_key rule, day_number trigger)
{
	struct deadline_dates dates = {DAY_NONE, DAY_NONE};

	if ((unsigned)rule >= RULE_COUNT || trigger == DAY_NONE || within_calendar(trigger) == DAY_NONE)
		return dates;
	if (policy->rules[rule].in_force)
		dates.due = count_from(&policy->rules[rule], trigger, calendar, COUNT_LOCAL);
	if (policy->national[rule].in_force && policy->national[rule].statutory)
		dates.limit = count_from(&policy->national[rule], trigger, calendar, COUNT_NATIONAL);
	return dates;
}

day_number deadline_last_day(day_number due, day_number limit)
{
	if (due == DAY_NONE || limit == DAY_NONE)
		return due == DAY_NONE ? limit : due;
	return due < limit ? due : limit;
}

enum deadline_state deadline_state(day_number due, day_number today, const struct working_calendar *calendar, int soon)
{
	if (due == DAY_NONE || due > working_day_add(today, soon, calendar, COUNT_LOCAL))
		return DEADLINE_OK;
	return due < today ? DEADLINE_LATE : due == today ? DEADLINE_TODAY : DEADLINE_SOON;
}

const char *deadline_state_token(enum deadline_state state)
{
	switch (state) {
	case DEADLINE_LATE: return "late";
	case DEADLINE_TODAY: return "today";
	case DEADLINE_SOON: return "soon";
	case DEADLINE_OK: break;
	}
	return "ok";
}

const char *lane_token(enum lane lane)
{
	return (unsigned)lane < LANE_COUNT ? lanes[lane].token : "";
}

const char *lane_label(enum lane lane)
{
	return (unsigned)lane < LANE_COUNT ? lanes[lane].label : "";
}

bool lane_from_token(const char *token, enum lane *out)
{
	for (int lane = 0; lane < LANE_COUNT; lane++)
		if (word_match(token, lanes[lane].token) || word_match(token, lanes[lane].label)) {
			*out = (enum lane)lane;
			return true;
		}
	return false;
}

const char *rule_token(enum rule_key rule)
{
	return (unsigned)rule < RULE_COUNT ? rules[rule].key : "";
}

const char *rule_label(enum rule_key rule)
{
	return (unsigned)rule < RULE_COUNT ? rules[rule].label : "";
}

enum lane rule_lane(enum rule_key rule)
{
	return (unsigned)rule < RULE_COUNT ? rules[rule].lane : LANE_COUNT;
}

enum trigger rule_trigger(enum rule_key rule)
{
	return (unsigned)rule < RULE_COUNT ? rules[rule].trigger : TRIGGER_COUNT;
}

const char *trigger_label(enum trigger trigger)
{
	return (unsigned)trigger < TRIGGER_COUNT ? triggers[trigger] : "";
}

bool rule_from_token(const char *token, enum rule_key *out)
{
	for (int rule = 0; token && rule < RULE_COUNT; rule++)
		if (strcmp(token, rules[rule].key) == 0) {
			*out = (enum rule_key)rule;
			return true;
		}
	return false;
}

char *rule_words(enum rule_key key, const struct rule *rule, char out[RULE_WORDS_ROOM])
{
	const char *from = trigger_label(rule_trigger(key));

	if (!rule->in_force || (unsigned)rule->unit >= RULE_UNIT_COUNT)
		snprintf(out, RULE_WORDS_ROOM, "no limit set");
	else if (rule->n == 0)
		snprintf(out, RULE_WORDS_ROOM, "%s, the same day", from);
	else
		snprintf(out, RULE_WORDS_ROOM, "%s %c %d %s%s%s", from, rule->before ? '-' : '+', rule->n,
			 unit_labels[rule->unit], rule->n == 1 ? "" : "s", rule->inclusive ? ", that day counted" : "");
	return out;
}
