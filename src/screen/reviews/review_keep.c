/* What is kept of the review form: an update asked or answered, an earlier day, a child looked after, two in one. */
#include "review_keep.h"

#include "domain/clock_entry.h"

#include <string.h>

const char *const review_all_children = "all of them";

struct date_context review_days(const struct review_form_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "The day"};
}

static bool day_of(const struct review_form_state *state, const char *typed, day_number *out, struct fault *f)
{
	struct date_context context = review_days(state);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!*typed)
		return true;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	*out = entry.day;
	return true;
}

static size_t plans_of(const struct review_line *line, int64_t plans[REVIEW_CHILDREN_MOST])
{
	size_t count = line->count < REVIEW_CHILDREN_MOST ? line->count : REVIEW_CHILDREN_MOST;

	for (size_t i = 0; i < count; i++)
		plans[i] = line->children[i].plan_id;
	return count;
}

static bool keep_update(struct review_form_state *state, struct tui *t, struct fault *f)
{
	const struct review_values *v = &state->values;
	struct review_update update = {.id = state->page.update.id,
				       .version = state->page.update.version,
				       .asked_of = v->who,
				       .answer = v->answer};
	int64_t plans[REVIEW_CHILDREN_MOST];

	if (v->kind == REVIEW_FORM_ANSWER) {
		if (!day_of(state, v->on, &update.answered_on, f) ||
		    !casework_review_update_answer(state->cw, &update, f))
			return false;
		tui_say(t, "Kept: the update of %s.", state->page.line.family_words);
		return true;
	}
	ask_way_from_token(v->way, &update.way);
	if (!day_of(state, v->on, &update.asked_on, f) ||
	    !casework_review_update_ask(state->cw, plans, plans_of(&state->page.line, plans), &update, f))
		return false;
	tui_say(t, "Asked. The answer is written down with a.");
	return true;
}

static bool keep_early(struct review_form_state *state, struct tui *t, struct fault *f)
{
	const struct review_values *v = &state->values;
	struct review_early early = {.trigger = EARLY_TRIGGER_COUNT, .why = v->why, .told = v->told};
	int64_t plans[REVIEW_CHILDREN_MOST], conference;
	char day[DATE_TEXT_ROOM];

	early_trigger_from_token(v->trigger, &early.trigger);
	if (!day_of(state, v->review_by, &early.review_by, f) ||
	    !casework_review_early(state->cw, plans, plans_of(&state->page.line, plans), &early, &state->mem,
				   &conference, f))
		return false;
	tui_say(t, "The review is due by %s now. b %s it.", date_medium(early.review_by, day),
		state->page.line.booked_on == DAY_NONE ? "books" : "moves");
	return true;
}

static bool keep_child(struct review_form_state *state, size_t which, struct fault *f)
{
	const struct review_values *v = &state->values;
	const struct review_child *child = &state->page.line.children[which];
	struct looked_after row;

	if (!casework_looked_after(state->cw, child->person_id, &state->mem, &row, f))
		return false;
	if (row.version != state->versions[which])
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed how %s is looked after. Look at it again, then save.",
				 child->name);
	if (row.ended_on != DAY_NONE) /* another time than the one that is over */
		row = (struct looked_after){.person_id = child->person_id};
	legal_status_from_token(v->status, &row.status);
	return day_of(state, v->since, &row.since, f) && day_of(state, v->next, &row.next_review_on, f) &&
	       day_of(state, v->ended, &row.ended_on, f) && casework_looked_after_save(state->cw, &row, f);
}

static bool keep_looked_after(struct review_form_state *state, struct tui *t, struct fault *f)
{
	const struct review_line *line = &state->page.line;
	bool all = line->count == 1 || strcmp(state->values.child, review_all_children) == 0, any = false, ok = true;

	if (!casework_batch_begin(state->cw, f))
		return false;
	for (size_t i = 0; ok && i < line->count && i < REVIEW_CHILDREN_MOST; i++) {
		if (!all && strcmp(state->values.child, line->children[i].name) != 0)
			continue;
		any = true;
		ok = keep_child(state, i, f);
	}
	if (!casework_batch_end(state->cw, ok, ok ? f : NULL) || !ok)
		return false;
	if (!any)
		return fault_field(f, "child", "Choose one of the children, or all of them.");
	tui_say(t, "Kept. %s",
		*state->values.ended ? "Only the plan is reviewed now." : "m offers one meeting for both.");
	return true;
}

static bool keep_combined(struct review_form_state *state, struct tui *t, struct fault *f)
{
	const struct review_line *line = &state->page.line;
	int starts = -1;

	if (*state->values.starts && !clock_entry_parse(&starts, state->values.starts, "Begins", f))
		return false;
	if (!casework_review_combine(state->cw, line->conference_id, line->conference_version, starts, f))
		return false;
	tui_say(t, starts < 0 ? "The two reviews are held apart." : "The looked-after review follows %s.",
		line->reference);
	return true;
}

bool review_keep(struct review_form_state *state, struct tui *t, struct fault *f)
{
	switch (state->values.kind) {
	case REVIEW_FORM_EARLY: return keep_early(state, t, f);
	case REVIEW_FORM_LOOKED_AFTER: return keep_looked_after(state, t, f);
	case REVIEW_FORM_COMBINE: return keep_combined(state, t, f);
	default: return keep_update(state, t, f);
	}
}
