/* The words of a plan, how two versions of it differ, and the scale drawn. */
#include "domain/plan_version.h"

#include "word_match.h"
#include "words.h"

#include <string.h>

WORDS_OF(plan_action_state, ACTION_STATES, PLAN_ACTION_STATE_COUNT)

/* --- Its texts --- */

static const struct {
	const char *token, *label, *hint;
} texts[] = {
#define X(member, bytes, label, hint) {#member, label, hint},
	PLAN_TEXTS(X)
#undef X
};

static bool is_text(enum plan_text text)
{
	return (unsigned)text < PLAN_TEXT_COUNT;
}

const char *plan_text_token(enum plan_text text)
{
	return is_text(text) ? texts[text].token : "";
}

const char *plan_text_label(enum plan_text text)
{
	return is_text(text) ? texts[text].label : "";
}

const char *plan_text_hint(enum plan_text text)
{
	return is_text(text) ? texts[text].hint : "";
}

const char *plan_text_of(const struct plan_version *plan, enum plan_text text)
{
	const char *const all[] = {
#define X(member, bytes, label, hint) plan->member,
		PLAN_TEXTS(X)
#undef X
	};

	return is_text(text) && all[text] ? all[text] : "";
}

const char **plan_text_in(struct plan_version *plan, enum plan_text text)
{
	const char **const all[] = {
#define X(member, bytes, label, hint) &plan->member,
		PLAN_TEXTS(X)
#undef X
	};

	return is_text(text) ? all[text] : NULL;
}

/* --- Its actions --- */

bool plan_action_is_open(const struct plan_action *action)
{
	return action->state == PLAN_ACTION_OPEN || action->state == PLAN_ACTION_PARTLY;
}

bool plan_action_is_overdue(const struct plan_action *action, day_number today)
{
	return plan_action_is_open(action) && action->by_on != DAY_NONE && action->by_on < today;
}

bool plan_action_is_for(const struct plan_action *action, int64_t child)
{
	return !child || !action->person_id || action->person_id == child;
}

/* --- How two versions differ --- */

static const struct {
	const char *mark, *label;
} changes[] = {
#define X(id, mark, label) {mark, label},
	PLAN_CHANGES(X)
#undef X
};

const char *plan_change_mark(enum plan_change change)
{
	return (unsigned)change < PLAN_CHANGE_COUNT ? changes[change].mark : "";
}

const char *plan_change_label(enum plan_change change)
{
	return (unsigned)change < PLAN_CHANGE_COUNT ? changes[change].label : "";
}

enum plan_change plan_text_change(const char *before, const char *now)
{
	if (strcmp(before, now) == 0)
		return PLAN_CHANGE_SAME;
	if (!*before)
		return PLAN_CHANGE_ADDED;
	return *now ? PLAN_CHANGE_CHANGED : PLAN_CHANGE_TAKEN_OUT;
}

const struct plan_action *plan_action_match(const struct plan_action_list *before, const struct plan_action *now)
{
	for (size_t i = 0; now->earlier_id && i < before->count; i++)
		if (before->items[i].id == now->earlier_id)
			return &before->items[i];
	for (size_t i = 0; i < before->count; i++)
		if (before->items[i].person_id == now->person_id && word_match(before->items[i].what, now->what))
			return &before->items[i];
	return NULL;
}

enum plan_change plan_action_change(const struct plan_action *before, const struct plan_action *now)
{
	if (!before)
		return PLAN_CHANGE_ADDED;
	return strcmp(before->what, now->what) == 0 && strcmp(before->who, now->who) == 0 &&
			       before->by_on == now->by_on && before->person_id == now->person_id &&
			       before->state == now->state
		       ? PLAN_CHANGE_SAME
		       : PLAN_CHANGE_CHANGED;
}

const struct plan_network *plan_network_match(const struct plan_network_list *before, const struct plan_network *now)
{
	for (size_t i = 0; i < before->count; i++) {
		const struct plan_network *one = &before->items[i];

		if (now->person_id || one->person_id ? now->person_id == one->person_id
						     : word_match(one->name, now->name))
			return one;
	}
	return NULL;
}

enum plan_change plan_network_change(const struct plan_network *before, const struct plan_network *now)
{
	if (!before)
		return PLAN_CHANGE_ADDED;
	return strcmp(before->relation, now->relation) == 0 && strcmp(before->does, now->does) == 0
		       ? PLAN_CHANGE_SAME
		       : PLAN_CHANGE_CHANGED;
}

/* --- How safe --- */

char *plan_scale_strip(int scale, char out[PLAN_SCALE_ROOM])
{
	static const char dot[] = "·";
	char *at = out;

	for (int i = 0; scale >= 0 && i < PLAN_SCALE_MOST; i++) {
		if (i < scale) {
			*at++ = '#';
			continue;
		}
		memcpy(at, dot, sizeof dot - 1);
		at += sizeof dot - 1;
	}
	*at = '\0';
	return out;
}

/* --- Nothing said yet --- */

struct plan_version plan_version_blank(void)
{
	return (struct plan_version){
		.written_on = DAY_NONE,
		.issued_on = DAY_NONE,
#define X(member, bytes, label, hint) .member = "",
		PLAN_TEXTS(X)
#undef X
			.by_user = "",
		.why = "",
	};
}

struct plan_action plan_action_blank(void)
{
	return (struct plan_action){.what = "", .who = "", .by_on = DAY_NONE, .evidence = "", .difference = ""};
}

struct plan_network plan_network_blank(void)
{
	return (struct plan_network){.name = "", .relation = "", .does = ""};
}
