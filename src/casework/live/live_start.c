/* Beginning a conference, another chair taking it over, and where its run-sheet stands. */
#include "casework/live.h"

#include "booking_check.h"
#include "conference_reach.h"
#include "conflict_keeping.h"
#include "live_reach.h"
#include "own_conference.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "words_tidy.h"

/* --- Started --- */

static bool check_day(const struct casework *cw, const struct conference *c, const char *reason, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (c->held_on == casework_today(cw))
		return true;
	if (c->held_on > casework_today(cw))
		return fault_set(f, FAULT_REFUSED, "%s is booked for %s: move it to today first.", c->reference,
				 date_medium(c->held_on, day));
	return text_is_given(reason) ||
	       fault_field(f, "reason",
			   "%s was booked for %s: say why it is entered only now, or move it to the day it is held.",
			   c->reference, date_medium(c->held_on, day));
}

/* One that is taken up again goes on as it stood. */
static bool open_state(struct casework *cw, const struct conference *c, struct arena *mem, struct fault *f)
{
	struct live_state state;

	if (!live_state_of(cw->store, c->id, mem, &state, f))
		return false;
	if (state.version == 0) {
		state = live_state_blank();
		state.conference_id = c->id;
		state.started_at = work_now(cw);
		state.format = note_format_token(casework_policy(cw)->note_format);
	}
	return live_state_keep(cw->store, &state, f);
}

static bool mark_excluded(struct casework *cw, const struct conference *c, struct arena *mem, struct fault *f)
{
	struct invitee_list all;

	if (!invitees_of(cw->store, c->id, false, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct attendance one = attendance_blank();

		if (all.items[i].exclusion != EXCLUSION_WHOLE)
			continue;
		one.conference_id = c->id;
		one.invitee_id = all.items[i].id;
		one.state = ATTENDANCE_EXCLUDED;
		one.by_user = casework_user_name(cw);
		one.at = work_now(cw);
		if (!attendance_keep(cw->store, &one, f))
			return false;
	}
	return true;
}

static bool start_in(struct casework *cw, int64_t id, const char **reason, struct arena *mem, struct conference *c,
		     struct fault *f)
{
	struct change_words words = {.step = conference_step_token(STEP_START)};
	struct conflict_list conflicts;
	const struct transition *step;

	if (!words_tidy(reason, "reason", true, mem, f) ||
	    !conference_reach_for(cw, ACTION_WRITE_RECORD, id, mem, c, f) ||
	    !transition_check(c->state, STEP_START, &step, f) || !check_day(cw, c, *reason, f) ||
	    !conflicts_of_family(cw->store, c->family_id, mem, &conflicts, f) ||
	    !conflict_refuses_none(&conflicts, c->chair_id, "chair", f))
		return false;
	words.from = c->state;
	words.reason = *reason;
	c->state = step->to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f) &&
	       open_state(cw, c, mem, f) && mark_excluded(cw, c, mem, f);
}

bool casework_live_start(struct casework *cw, int64_t conference, const char *reason, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = start_in(cw, conference, &reason, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.start", SUBJECT_CONFERENCE, c.id, c.family_id, "%s%s%s", c.reference,
			   *reason ? ": " : "", reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Taken over --- */

static bool may_be_taken_over(const struct casework *cw, const struct conference *c, struct fault *f)
{
	if (c->state == STATE_IN_PROGRESS)
		return true;
	if (!transition_find(c->state, STEP_START))
		return fault_set(f, FAULT_REFUSED, "%s is not to be held: there is nothing to take over.",
				 c->reference);
	return c->held_on == casework_today(cw) ||
	       fault_set(f, FAULT_REFUSED, "%s is taken over on its day: before it, move it to another chair.",
			 c->reference);
}

static bool check_chair(struct casework *cw, const struct conference *c, int64_t chair, struct arena *mem,
			struct resource *out, struct fault *f)
{
	struct conflict_list conflicts;
	struct conference earlier;

	if (!resource_of_id(cw->store, chair, mem, out, f))
		return false;
	if (!out->id || out->kind != RESOURCE_CHAIR)
		return fault_field(f, "chair", "Choose the chair who takes over.");
	if (out->id == c->chair_id)
		return fault_field(f, "chair", "%s chairs %s already: choose another chair.", out->name, c->reference);
	if (!conflicts_of_family(cw->store, c->family_id, mem, &conflicts, f) ||
	    !conflict_refuses_none(&conflicts, chair, "chair", f))
		return false;
	if (c->type != CONFERENCE_SECOND || !c->earlier_id)
		return true;
	if (!conference_by_id(cw->store, c->earlier_id, mem, &earlier, f))
		return false;
	return earlier.chair_id != chair ||
	       fault_field(f, "chair", "%s chaired the conference that was complained of: choose another chair.",
			   out->name);
}

/* The slot stays, and is the new chair's. */
static bool give_over_slot(struct casework *cw, const struct conference *c, int64_t chair, struct arena *mem,
			   struct fault *f)
{
	const struct slot slot = {
		.day = c->held_on, .starts = c->starts, .minutes = c->minutes, .chair_id = chair, .place = ""};
	struct booking_row_list rows;

	if (!bookings_of(cw->store, c->id, mem, &rows, f) || !booking_is_free(cw, &slot, c->id, mem, f) ||
	    !bookings_drop(cw->store, c->id, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		if (rows.items[i].resource_id == c->chair_id)
			rows.items[i].resource_id = chair;
		if (!booking_insert(cw->store, &rows.items[i], f))
			return false;
	}
	return true;
}

static bool take_over_in(struct casework *cw, int64_t id, int64_t from, int64_t chair, const char **why,
			 struct arena *mem, struct conference *c, struct fault *f)
{
	struct resource taker;

	if (!words_tidy(why, "why", true, mem, f) || !conference_reach(cw, id, mem, c, f) ||
	    !may_be_taken_over(cw, c, f) || !check_chair(cw, c, chair, mem, &taker, f))
		return false;
	if (c->chair_id != from)
		return fault_set(f, FAULT_CONFLICT, "%s chairs %s by now: look at it again.", c->chair, c->reference);
	if (!text_is_given(*why))
		return fault_field(f, "why", "Say why %s takes over: it is kept in the history.", taker.name);
	if (!give_over_slot(cw, c, chair, mem, f))
		return false;
	c->chair_id = chair;
	return conference_save(cw->store, c, f) && conference_by_id(cw->store, c->id, mem, c, f);
}

bool casework_live_take_over(struct casework *cw, int64_t conference, int64_t from, int64_t chair, const char *why,
			     struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = take_over_in(cw, conference, from, chair, &why, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.take_over", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: by %s: %s", c.reference,
			   c.chair, why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Where it stands --- */

static bool step_in(struct casework *cw, int64_t id, enum run_step step, struct arena *mem, struct conference *c,
		    struct fault *f)
{
	struct live_state state;

	if (!live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) || !live_state_of(cw->store, id, mem, &state, f))
		return false;
	if ((unsigned)step >= RUN_STEP_COUNT)
		return fault_field(f, "step", "Choose a step of the run-sheet.");
	state.step = step;
	return live_state_keep(cw->store, &state, f);
}

bool casework_live_step(struct casework *cw, int64_t conference, enum run_step step, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = step_in(cw, conference, step, &mem, &c, f);
	ok = ok ? work_end(cw, f, "live.step", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   run_step_label(step))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
