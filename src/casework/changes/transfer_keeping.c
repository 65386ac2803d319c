/* What follows for a move from what is done elsewhere, and what it owes. */
#include "transfer_keeping.h"

#include "deadline_keeping.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "store/transfer_store.h"
#include "transfer_homes.h"

enum { MOST_SAID = 500 };

bool transfer_tell(struct casework *cw, const struct transfer *transfer, enum transfer_step step, day_number on,
		   const char *words, struct fault *f)
{
	struct transfer_note note = {.transfer_id = transfer->id,
				     .at = work_now(cw),
				     .by_user = cw->login,
				     .step = step,
				     .day = on,
				     .words = words};

	return transfer_note_insert(cw->store, &note, f);
}

bool transfer_clock(struct casework *cw, const struct transfer *transfer, const int64_t *children, size_t count,
		    day_number from, struct fault *f)
{
	const struct deadline_subject subject = {.kind = SUBJECT_TRANSFER,
						 .id = transfer->id,
						 .family_id = transfer->family_id,
						 .children = children,
						 .child_count = count};

	return transfer->direction != TRANSFER_OUT || transfer->stay != TRANSFER_STAY_FOR_GOOD ||
	       deadline_set(cw, RULE_TRANSFER_OUT, &subject, from, f);
}

static bool any_on_plan(struct casework *cw, int64_t transfer, struct arena *mem, bool *out, struct fault *f)
{
	struct transfer_child_list children;

	*out = false;
	if (!transfer_children(cw->store, transfer, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		bool has;

		if (!plan_of_ours_is_open(cw->store, children.items[i], mem, &has, f))
			return false;
		*out |= has;
	}
	return true;
}

static bool lose_plan(struct casework *cw, int64_t person, day_number on, struct arena *mem, struct fault *f)
{
	static const char why[] = "no child of it is on a plan of ours any more";
	struct transfer t;
	bool is_needed = false;

	if (!transfer_open_of(cw->store, person, TRANSFER_OUT, mem, &t, f) ||
	    (t.id && !any_on_plan(cw, t.id, mem, &is_needed, f)))
		return false;
	if (!t.id)
		return true;
	if (is_needed)
		return deadlines_child_drop(cw->store, SUBJECT_TRANSFER, t.id, person, f);
	t.state = TRANSFER_STOPPED;
	return transfer_save(cw->store, &t, f) && transfer_tell(cw, &t, TRANSFER_STEP_STOP, on, why, f) &&
	       deadlines_withdraw_all(cw, SUBJECT_TRANSFER, t.id, why, f);
}

bool transfer_loses_plan(struct casework *cw, int64_t person, day_number on, struct fault *f)
{
	struct arena mem = {0};
	bool ok = lose_plan(cw, person, on, &mem, f);

	arena_finish(&mem);
	return ok;
}

bool transfer_is_met(struct casework *cw, const struct conference *held, struct arena *mem, struct fault *f)
{
	struct transfer t;

	if (held->type != CONFERENCE_TRANSFER_IN)
		return true;
	if (!transfer_of_conference(cw->store, held->id, mem, &t, f))
		return false;
	if (!t.id || t.state != TRANSFER_OPEN)
		return true;
	t.state = TRANSFER_HELD;
	t.held_on = held->held_on;
	return transfer_save(cw->store, &t, f) &&
	       transfer_tell(cw, &t, TRANSFER_STEP_HELD, held->held_on, held->reference, f);
}

static bool is_without_conference(struct casework *cw, const struct transfer *t, struct arena *mem, bool *out,
				  struct fault *f)
{
	struct conference before;

	*out = true;
	if (!t->conference_id)
		return true;
	if (!conference_by_id(cw->store, t->conference_id, mem, &before, f))
		return false;
	*out = before.state == STATE_CANCELLED;
	return true;
}

bool transfer_gets_conference(struct casework *cw, const struct conference *asked, const int64_t *children,
			      size_t count, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < count; i++) {
		struct transfer t;
		bool waits = false;

		if (!transfer_open_of(cw->store, children[i], TRANSFER_IN, mem, &t, f) ||
		    (t.id && !is_without_conference(cw, &t, mem, &waits, f)))
			return false;
		if (!waits)
			continue;
		t.conference_id = asked->id;
		if (!transfer_save(cw->store, &t, f))
			return false;
	}
	return true;
}

bool transfer_words_of(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct transfer_list all;

	*out = "";
	if (!transfers_of(cw->store, cw->user_id, family, true, MOST_SAID, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const char *home = transfer_home_words(&all.items[i], casework_today(cw), mem), *behind;

		*out = arena_printf(mem, "%s%s%s: %s%s%s", *out, i ? "\n" : "", all.items[i].reference,
				    transfer_whose(&all.items[i], mem), *home ? " " : "", home);
		if (!transfer_left_behind(cw, &all.items[i], mem, &behind, f))
			return false;
		if (*behind)
			*out = arena_printf(
				mem,
				"%s\nLetters to %s still go to the home the children left: change the address "
				"with e if they moved too.",
				*out, behind);
	}
	return true;
}
