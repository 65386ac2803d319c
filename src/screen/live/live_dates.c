/* Step 9 of a live conference: who is in the core group, when it meets first, and when the next review is. */
#include "live_dates.h"
#include "screens.h"
#include "tui/prompt.h"

enum { OP_PROPOSE = OP_FIRST_OWN, OP_MEMBER, OP_TAKE_OUT, OP_MEETING, OP_REVIEW, OP_LEAD, OP_GIVE_BACK };
enum { ANSWER_MEMBER = 8781, ANSWER_LEAD, ANSWER_GIVE_BACK };

static const struct binding dates_keys[] = {
	{'p', 0, 0, OP_PROPOSE, "Propose", "Put the proposed members into the core group."},
	{'m', 0, 0, OP_MEETING, "Meeting", "The first meeting of the core group: day, time, place."},
	{'r', 0, 0, OP_REVIEW, "Review", "Book the next review, or move it."},
	{'a', '+', 0, OP_MEMBER, "Add", "Add a member: somebody of the list, or anybody else by name."},
	{'x', TUI_KEY_DELETE, 0, OP_TAKE_OUT, "Take out", "Take this member out."},
	{'l', 0, 0, OP_LEAD, "Lead", "Who leads the core group."},
	{'g', 0, 0, OP_GIVE_BACK, NULL, "Give the slot of the next review back."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, NULL, "What this line is about: the meeting, the review, the lead."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

static bool dates_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct dates_state *state = screen_state(s);
	struct list_source source;

	if (!live_load(s, t, f) ||
	    !casework_live_plan_again(casework_of(t), state->live.conference, screen_arena(s), &state->plan, f))
		return false;
	if (!dates_rows_make(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these dates.");
	source = dates_source(&state->rows);
	live_fill(&state->live, dates_columns, DATES_COLUMNS, &source, screen_arena(s));
	return true;
}

static void dates_draw(const struct screen *s, struct canvas *c)
{
	const struct dates_state *state = screen_state(s);
	struct canvas_part part;
	struct canvas *body = live_draw(&state->live, c, &part);

	list_draw(&state->live.list, body, true,
		  live_waits_for_decision(&state->live)
			  ? "No plan after today: no core group and no review follow. Decide first: 7."
			  : "No plan after today: no core group and no review follow.");
}

static const struct dates_row *selected(const struct screen *s)
{
	const struct dates_state *state = screen_state(s);
	size_t row;

	return list_selection(&state->live.list, &row) ? &state->rows.items[row] : NULL;
}

/* --- Keys --- */

static bool ask_give_back(struct dates_state *state, struct tui *t, struct fault *f)
{
	if (!state->plan.review.id)
		return fault_set(f, FAULT_REFUSED, "No review is booked yet: r books it.");
	return prompt_yes_no(t, ANSWER_GIVE_BACK, "Give the slot of the next review back?",
			     "It is then to be booked again before the conference closes, while a plan goes on.", f);
}

static bool open_review(struct dates_state *state, struct tui *t, struct fault *f)
{
	return state->plan.review.id ? booking_form_open(t, state->plan.review.id, NULL, f)
				     : live_review_open(t, state->live.conference, NULL, f);
}

static bool open_row(struct dates_state *state, struct tui *t, const struct dates_row *row, struct fault *f)
{
	switch (row ? row->kind : ROW_HEADING) {
	case ROW_MEETING: return live_meeting_form_open(t, state->live.conference, NULL, f);
	case ROW_REVIEW: return open_review(state, t, f);
	case ROW_LEAD: return words_ask(t, ANSWER_LEAD, "Who leads the core group?", "", dates_lead(state), f);
	default: return true;
	}
}

static enum handled dates_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct dates_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_PROPOSE: live_saved(t, dates_propose_members(state, t, &f), &f, ""); return HANDLED;
	case OP_TAKE_OUT: live_saved(t, dates_take_out(state, t, selected(s), &f), &f, ""); return HANDLED;
	case OP_MEMBER: done = dates_ask_member(state, t, ANSWER_MEMBER, &f); break;
	case OP_MEETING: done = live_meeting_form_open(t, state->live.conference, NULL, &f); break;
	case OP_REVIEW: done = open_review(state, t, &f); break;
	case OP_GIVE_BACK: done = ask_give_back(state, t, &f); break;
	case OP_LEAD: done = words_ask(t, ANSWER_LEAD, "Who leads the core group?", "", dates_lead(state), &f); break;
	case OP_OPEN: done = open_row(state, t, selected(s), &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static void dates_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct dates_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (live_answered(s, t, answer))
		return;
	if (answer->code == ANSWER_MEMBER)
		done = dates_add_member(state, t, answer, &f);
	else if (answer->code == ANSWER_LEAD)
		done = words_still(t, dates_lead(state), answer->text, &f) &&
		       dates_set_lead(state, t, answer->text, &f);
	else if (answer->code == ANSWER_GIVE_BACK && answer->number)
		done = casework_live_review_drop(casework_of(t), state->live.conference, &f);
	if (!done)
		tui_refuse_answer(t, &f);
}

static bool dates_key_is_live(const struct screen *s, int op)
{
	const struct dates_state *state = screen_state(s);
	const struct dates_row *row = selected(s);

	switch (op) {
	case OP_PROPOSE:
	case OP_MEMBER:
	case OP_MEETING:
	case OP_REVIEW:
	case OP_LEAD: return state->plan.is_needed && live_is_going_on(&state->live);
	case OP_TAKE_OUT: return row && row->kind == ROW_MEMBER && live_is_going_on(&state->live);
	case OP_GIVE_BACK: return state->plan.review.id && live_is_going_on(&state->live);
	default: return live_key_is_live(s, op);
	}
}

const struct screen_class live_dates_screen = {
	.name = "live-dates",
	.purpose = "A live conference, step 9: the core group, its first meeting, and the next review.",
	.keys = dates_keys,
	.state_size = sizeof(struct dates_state),
	.list = LIST_OF(struct dates_state, live.list),
	.load = dates_load,
	.title = live_title,
	.about = live_about,
	.status = live_status,
	.draw = dates_draw,
	.act = dates_act,
	.answered = dates_answered,
	.key_is_live = dates_key_is_live,
	.takes_text = live_takes_text,
};
