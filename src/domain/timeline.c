/* What the events of a timeline are called, and in which lane each stands. */
#include "domain/timeline.h"

static const struct {
	const char *token, *label;
} lanes[] = {
#define X(id, token, label) {token, label},
	TIMELINE_LANES(X)
#undef X
};

static const struct {
	const char *token;
	enum timeline_lane lane;
	enum timeline_sign sign;
	const char *noun, *words;
} kinds[] = {
#define X(id, token, lane, sign, noun, words) {token, TIMELINE_LANE_##lane, TIMELINE_##sign, noun, words},
	TIMELINE_EVENTS(X)
#undef X
};

const char *timeline_lane_token(enum timeline_lane lane)
{
	return (unsigned)lane < TIMELINE_LANE_COUNT ? lanes[lane].token : "";
}

const char *timeline_lane_label(enum timeline_lane lane)
{
	return (unsigned)lane < TIMELINE_LANE_COUNT ? lanes[lane].label : "";
}

const char *timeline_kind_token(enum timeline_kind kind)
{
	return (unsigned)kind < TIMELINE_KIND_COUNT ? kinds[kind].token : "";
}

const char *timeline_kind_noun(enum timeline_kind kind)
{
	return (unsigned)kind < TIMELINE_KIND_COUNT ? kinds[kind].noun : "";
}

const char *timeline_kind_words(enum timeline_kind kind)
{
	return (unsigned)kind < TIMELINE_KIND_COUNT ? kinds[kind].words : "";
}

enum timeline_sign timeline_kind_sign(enum timeline_kind kind)
{
	return (unsigned)kind < TIMELINE_KIND_COUNT ? kinds[kind].sign : TIMELINE_HAPPENED;
}

enum timeline_lane timeline_kind_lane(enum timeline_kind kind)
{
	return (unsigned)kind < TIMELINE_KIND_COUNT ? kinds[kind].lane : TIMELINE_LANE_COUNT;
}

enum timeline_lane timeline_rule_lane(enum rule_key rule)
{
	if (rule == RULE_VISIT)
		return TIMELINE_LANE_VISITS;
	switch (rule_lane(rule)) {
	case LANE_BOOK:
	case LANE_REVIEWS: return TIMELINE_LANE_CONFERENCES;
	case LANE_CORE_GROUPS: return TIMELINE_LANE_CORE_GROUPS;
	case LANE_COMPLAINTS: return TIMELINE_LANE_COMPLAINTS;
	default: return TIMELINE_LANE_COUNT;
	}
}

int timeline_event_order(const void *a, const void *b)
{
	const struct timeline_event *x = a, *y = b;

	if (x->on != y->on)
		return x->on < y->on ? -1 : 1;
	if (x->lane != y->lane)
		return (int)x->lane - (int)y->lane;
	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	return (x->id > y->id) - (x->id < y->id);
}
