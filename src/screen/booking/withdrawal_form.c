/* Postpone or cancel a conference: why, what keeps the children safe until then, and who agreed. */
#include "casework/booking.h"
#include "casework/pages.h"
#include "form_screen.h"
#include "mailing.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_SURE = 7201, ANSWER_TELL };

struct withdrawal_values {
	char reason[600], interim_plan[600], agreed_by[160], still_needed[8];
	bool is_cancelling;
};

struct withdrawal_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference;
	enum withdrawal_kind kind;
	struct conference_page page;
	struct withdrawal_values values;
	int64_t version; /* as it was when this was opened */
	bool is_saved;   /* whether to tell those who were invited is asked */
	char reference[32];
};

static bool is_cancelling(const void *values)
{
	return ((const struct withdrawal_values *)values)->is_cancelling;
}

/* Without a conference that is still needed nothing waits. */
static bool is_waiting(const void *values)
{
	const struct withdrawal_values *v = values;

	return !v->is_cancelling || v->still_needed[0] != 'n';
}

#define VALUE(member) offsetof(struct withdrawal_values, member), sizeof(((struct withdrawal_values *)0)->member)

static const struct field withdrawal_fields[] = {
	{"reason", "Why", "Why it cannot go on as booked. Kept in its history.", NULL, FIELD_LINES, VALUE(reason),
	 .required = true, .rows = 3},
	{"interim_plan", "Until then", "What keeps the children safe until then. Colleagues read it in their letter.",
	 NULL, FIELD_LINES, VALUE(interim_plan), .required = true, .rows = 3, .shown = is_waiting},
	{"agreed_by", "Agreed by", "Who agreed: the chair, a manager.", NULL, FIELD_TEXT, VALUE(agreed_by),
	 .required = true},
	{"still_needed", "Still needed",
	 "Is a conference still required for this enquiry? y or n. If so, its limit stays.", NULL, FIELD_TICK,
	 VALUE(still_needed), .required = true, .shown = is_cancelling},
};
enum { WITHDRAWAL_FIELD_COUNT = sizeof withdrawal_fields / sizeof *withdrawal_fields };

static const char *verb(const struct withdrawal_state *state)
{
	return state->kind == WITHDRAWAL_CANCEL ? "Cancel" : "Postpone";
}

static void withdrawal_draw(const struct screen *s, struct canvas *c)
{
	const struct withdrawal_state *state = screen_state(s);
	const struct conference *conference = &state->page.conference;
	struct canvas_part part;
	char day[DATE_TEXT_ROOM], clock[8];
	int row = 0;

	if (conference->held_on != DAY_NONE)
		canvas_print(c, row++, 1, -1, TUI_TEXT, "Booked for %s %s · %s · %s",
			     date_medium(conference->held_on, day),
			     conference->starts < 0 ? "" : date_clock(conference->starts, clock), conference->chair,
			     conference->room);
	if (state->page.limit_words[0])
		canvas_print(c, row++, 1, -1, TUI_TEXT, "Limit %s", state->page.limit_words);
	canvas_text(c, row++, 1, -1, TUI_MUTED,
		    state->kind == WITHDRAWAL_CANCEL
			    ? "The slot is given back and the conference ends."
			    : "The slot is given back; the conference waits for a new day. Its limit stays.");
	row++;
	form_draw(&state->frame.form, canvas_part(c, &part, row, 0, canvas_rows(c) - row, canvas_columns(c)));
}

static bool read_conference(struct withdrawal_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	if (!casework_conference_page(casework_of(t), state->conference, mem, &state->page, f))
		return false;
	if (!state->is_saved &&
	    !transition_check(state->page.conference.state,
			      state->kind == WITHDRAWAL_CANCEL ? STEP_CANCEL : STEP_POSTPONE, NULL, f))
		return false;
	snprintf(state->reference, sizeof state->reference, "%s", state->page.conference.reference);
	return true;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct withdrawal_state *state = screen_state(s);

	if (!read_conference(state, t, screen_arena(s), f))
		return NULL;
	state->version = state->page.conference.version;
	return &state->values;
}

static void ask_sure(struct screen *s, struct tui *t)
{
	struct withdrawal_state *state = screen_state(s);
	struct fault f = {0};
	char question[200];

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	snprintf(question, sizeof question, "%s %s, %s?", verb(state), state->reference, state->page.family_words);
	if (!prompt_yes_no(t, ANSWER_SURE, question, "The slot is given back at once.", &f))
		tui_say_fault(t, &f);
}

/* The form stays beneath the question, so that its answer is heard. */
static bool offer_to_tell(struct withdrawal_state *state, struct tui *t)
{
	char done[80];

	snprintf(done, sizeof done, "%s is %s", state->reference,
		 state->kind == WITHDRAWAL_CANCEL ? "cancelled" : "postponed");
	state->is_saved = mailing_offer(t, ANSWER_TELL, state->conference, done, NULL);
	return state->is_saved;
}

static void end_telling(struct withdrawal_state *state, struct tui *t, bool tell)
{
	int64_t conference = state->conference;
	struct fault f = {0};

	tui_close(t, NULL);
	if (tell && !mailing_open(t, conference, MAILING_CHANGES, &f))
		tui_say_fault(t, &f);
}

static void withdraw(struct screen *s, struct tui *t)
{
	struct withdrawal_state *state = screen_state(s);
	struct withdrawal withdrawal = {
		.conference_id = state->conference,
		.version = state->version,
		.reason = state->values.reason,
		.agreed_by = state->values.agreed_by,
		.interim_plan = is_waiting(&state->values) ? state->values.interim_plan : "",
		.no_longer_required = state->values.still_needed[0] == 'n',
	};
	struct fault f = {0};
	bool done = state->kind == WITHDRAWAL_CANCEL ? casework_cancel(casework_of(t), &withdrawal, &f)
						     : casework_postpone(casework_of(t), &withdrawal, &f);

	if (!done) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	form_screen_kept(s, t);
	if (offer_to_tell(state, t))
		return;
	tui_say(t, "Saved: %s is %s.%s", state->reference, state->kind == WITHDRAWAL_CANCEL ? "cancelled" : "postponed",
		state->kind == WITHDRAWAL_CANCEL ? "" : " b books it again.");
	tui_close(t, NULL);
}

static void withdrawal_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct withdrawal_state *state = screen_state(s);

	if (state->is_saved)
		end_telling(state, t, answer->code == ANSWER_TELL && answer->number == 1);
	else if (answer->code != ANSWER_SURE)
		form_screen_answered(s, t, answer);
	else if (answer->number == 1)
		withdraw(s, t);
}

static bool withdrawal_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct withdrawal_state *state = screen_state(s);

	if (!read_conference(state, t, screen_arena(s), f))
		return false;
	if (state->frame.is_open)
		return true;
	state->version = state->page.conference.version;
	state->values.is_cancelling = state->kind == WITHDRAWAL_CANCEL;
	snprintf(state->frame.title, sizeof state->frame.title, "%s · %s · %s", verb(state), state->page.family_words,
		 state->reference);
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "%s",
		 state->kind == WITHDRAWAL_CANCEL ? "cancel" : "postpone");
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", state->reference);
	state->frame.save = ask_sure;
	state->frame.again = again;
	state->frame.is_act = true;
	state->frame.what = "this form";
	return form_screen_begin(&state->frame, t, withdrawal_fields, WITHDRAWAL_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class withdrawal_screen = {
	.name = "withdrawal",
	.purpose = "Postpone or cancel a conference: the reason and who agreed are kept.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.title = form_screen_title,
	.draw = withdrawal_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = withdrawal_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.state_size = sizeof(struct withdrawal_state),
	.load = withdrawal_load,
	.dispose = form_screen_dispose,
};

bool withdrawal_form_open(struct tui *t, int64_t conference, enum withdrawal_kind kind, const char *draft,
			  struct fault *f)
{
	struct withdrawal_state start = {.conference = conference, .kind = kind};

	if (!casework_may(casework_of(t), ACTION_BOOK, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &withdrawal_screen, &start, f);
}
