/* What is done where a conference has no quorum: an interim plan and another day, or going on for a reason. */
#include "casework/live.h"

#include "booking_check.h"
#include "live_reach.h"
#include "live_reconvene.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/live_store.h"
#include "store/view_store.h"
#include "words_tidy.h"

/* Of every child of the conference. */
static bool is_quorate(struct casework *cw, const struct conference *c, struct arena *mem, bool *out, struct fault *f)
{
	struct quorum_presence_list there;
	struct person_list children;

	if (!live_presences_read(cw, c, mem, &there, f) || !conference_children(cw->store, c->id, mem, &children, f))
		return false;
	*out = true;
	for (size_t i = 0; i < children.count; i++) {
		struct quorum one;

		quorum_evaluate(casework_policy(cw), there.items, there.count, children.items[i].id, mem, &one);
		*out = *out && one.is_quorate;
	}
	return true;
}

static bool check_answer(struct casework *cw, const struct conference *c, const struct quorum_choice *choice,
			 struct arena *mem, struct fault *f)
{
	bool quorate = false;

	if ((unsigned)choice->answer >= QUORUM_ANSWER_COUNT)
		return fault_field(f, "answer", "Choose what is done about the quorum.");
	if (!is_quorate(cw, c, mem, &quorate, f))
		return false;
	if (choice->answer == QUORUM_ANSWER_QUORATE && !quorate)
		return fault_field(f, "answer",
				   "There is no quorum: make an interim plan, or say why it is held all the same.");
	return choice->answer == QUORUM_ANSWER_NONE || choice->answer == QUORUM_ANSWER_QUORATE || !quorate ||
	       fault_field(f, "answer", "There is a quorum for every child: hold the conference.");
}

static bool check_choice(struct casework *cw, const struct conference *c, const struct quorum_choice *choice,
			 struct arena *mem, struct fault *f)
{
	int earlier = 0;

	if (!check_answer(cw, c, choice, mem, f))
		return false;
	if (choice->answer == QUORUM_ANSWER_PROCEEDED &&
	    (!live_held_without_quorum(cw->store, c->id, &earlier, f) ||
	     !quorum_may_proceed(casework_policy(cw), earlier, c->type, choice->exception, f)))
		return false;
	if (quorum_answer_asks_reason(choice->answer) && !text_is_given(choice->reason))
		return fault_field(f, "reason", "Say why, and who was missing: it stands in the record.");
	return choice->answer != QUORUM_ANSWER_INTERIM_PLAN || text_is_given(choice->interim_plan) ||
	       fault_field(f, "interim_plan", "Write what keeps the children safe until the conference is held.");
}

/* What was decided while there was a quorum stands, so such a conference is not undone as a whole. */
static bool nothing_is_decided(struct casework *cw, const struct conference *c, struct arena *mem, struct fault *f)
{
	struct child_decision_list all;

	if (!child_decisions_of(cw->store, c->id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].outcome != OUTCOME_NONE && all.items[i].outcome != OUTCOME_ADJOURNED)
			return fault_field(f, "answer",
					   "Some children are decided for already: adjourn the conference, and only "
					   "the others wait for another day.");
	return true;
}

/* Not held: its tasks from before the day are over, and the conference that goes on with it is asked for. */
static bool end_inquorate(struct casework *cw, struct conference *c, const struct quorum_choice *choice,
			  struct arena *mem, struct fault *f)
{
	struct change_words words = {.step = conference_step_token(STEP_FIND_INQUORATE),
				     .from = c->state,
				     .reason = choice->reason,
				     .interim_plan = choice->interim_plan};
	const struct transition *step;
	int64_t *children, reconvened;
	size_t count;

	if (!transition_check(c->state, STEP_FIND_INQUORATE, &step, f) || !nothing_is_decided(cw, c, mem, f) ||
	    !conference_children_ids(cw, c->id, mem, &children, &count, f))
		return false;
	c->state = step->to;
	c->interim_plan = choice->interim_plan;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f) &&
	       live_day_is_over(cw, c, "the conference was not quorate", mem, f) &&
	       live_reconvene(cw, c, children, count, choice->reason, mem, &reconvened, f);
}

static bool quorum_in(struct casework *cw, int64_t id, int64_t version, struct quorum_choice *choice, struct arena *mem,
		      struct conference *c, struct fault *f)
{
	struct live_state state;
	bool proceeds = choice->answer == QUORUM_ANSWER_PROCEEDED;

	if (!words_tidy(&choice->reason, "reason", true, mem, f) ||
	    !words_tidy(&choice->interim_plan, "interim_plan", true, mem, f) ||
	    !live_reach(cw, ACTION_CHAIR_CONFERENCE, id, mem, c, f) || !live_state_of(cw->store, id, mem, &state, f) ||
	    !check_choice(cw, c, choice, mem, f))
		return false;
	state.version = version;
	state.quorum = choice->answer;
	state.quorum_exception = proceeds ? choice->exception : QUORUM_EXCEPTION_NONE;
	state.quorum_reason = quorum_answer_asks_reason(choice->answer) ? choice->reason : "";
	state.interim_plan = choice->answer == QUORUM_ANSWER_INTERIM_PLAN ? choice->interim_plan : "";
	return live_state_keep(cw->store, &state, f) &&
	       (choice->answer != QUORUM_ANSWER_INTERIM_PLAN || end_inquorate(cw, c, choice, mem, f));
}

bool casework_live_quorum(struct casework *cw, int64_t conference, int64_t version, const struct quorum_choice *choice,
			  struct fault *f)
{
	struct arena mem = {0};
	struct quorum_choice tidy = *choice;
	struct conference c;
	bool ok, is_over = choice->answer == QUORUM_ANSWER_INTERIM_PLAN;

	if (!work_begin(cw, ACTION_CHAIR_CONFERENCE, f))
		return false;
	ok = quorum_in(cw, conference, version, &tidy, &mem, &c, f);
	ok = ok ? work_end(cw, f, is_over ? "live.inquorate" : "live.quorum", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s%s%s", c.reference, quorum_answer_label(tidy.answer),
			   tidy.answer == QUORUM_ANSWER_PROCEEDED ? ": " : "",
			   tidy.answer == QUORUM_ANSWER_PROCEEDED ? quorum_exception_label(tidy.exception) : "")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
