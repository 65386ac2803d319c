/* Book a conference: the clock and the needs, proposed slots, or a typed one; moving is the same form. */
#include "booking_form.h"
#include "about.h"
#include "casework/drafts.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_TAKE = OP_FIRST_OWN, OP_MORE, OP_MONTH, OP_TO_FORM, OP_SLOT_1, OP_SLOT_9 = OP_SLOT_1 + 8 };
enum { ANSWER_FROM = BOOKING_ANSWERS_END, ANSWER_DAY_FIELD, ANSWER_LEAVE };

static const struct binding booking_list_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_TAKE, "Take slot", "Take this slot; what is still missing is asked."},
	{'m', 0, 0, OP_MORE, "More", "Propose six slots more."},
	{'c', TUI_F(4), 0, OP_MONTH, "Calendar", "Choose a day; slots from that day on are proposed."},
	{TUI_KEY_TAB, 't', 0, OP_TO_FORM, "Type one", "Type a day, a time and who."},
	{'1', 0, 0, OP_SLOT_1, NULL, "Take the first slot; 2 to 6 take the others."},
	{'2', 0, 0, OP_SLOT_1 + 1, NULL, "Take the second slot."},
	{'3', 0, 0, OP_SLOT_1 + 2, NULL, "Take the third slot."},
	{'4', 0, 0, OP_SLOT_1 + 3, NULL, "Take the fourth slot."},
	{'5', 0, 0, OP_SLOT_1 + 4, NULL, "Take the fifth slot."},
	{'6', 0, 0, OP_SLOT_1 + 5, NULL, "Take the sixth slot."},
	{0},
};

static bool load_lists(struct booking_state *state, struct casework *cw, struct arena *mem, struct fault *f)
{
	struct booking_lists *lists = &state->lists;

	lists->today = casework_today(cw);
	lists->calendar = casework_calendar(cw);
	lists->anchors[0] = (struct date_anchor){"sd", state->facts.trigger_on};
	lists->anchors[1] = (struct date_anchor){"limit", state->facts.last};
	lists->anchors[2] = (struct date_anchor){"conf", state->facts.conference.held_on};
	lists->anchor_count = 3;
	return casework_resources(cw, RESOURCE_CHAIR, mem, &lists->chairs, f) &&
	       casework_resources(cw, RESOURCE_ROOM, mem, &lists->rooms, f) &&
	       casework_resources(cw, RESOURCE_MINUTE_TAKER, mem, &lists->minute_takers, f);
}

static bool open_form(struct booking_state *state, struct fault *f)
{
	struct slot slot = {
		.day = booking_is_move(state) ? state->facts.conference.held_on : DAY_NONE,
		.starts = booking_is_move(state) ? state->facts.conference.starts : -1,
		.minutes = state->facts.minutes,
		.chair_id = booking_is_move(state) ? state->facts.conference.chair_id : 0,
		.room_id = booking_is_move(state) ? state->facts.conference.room_id : 0,
		.minute_taker_id = booking_is_move(state) ? state->facts.conference.minute_taker_id : 0,
		.place = state->facts.conference.place,
	};

	booking_values_from_slot(&state->values, &slot, &state->lists);
	booking_values_late(&state->values, &state->facts.conference);
	booking_settle(state);
	if (!form_open(&state->form, booking_fields, BOOKING_FIELD_COUNT, &state->values, &state->lists, f))
		return false;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		booking_settle(state);
		state->in_form = true;
	}
	return true;
}

static bool booking_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct booking_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	if (!about_facts(cw, &state->about, mem, &state->facts, f))
		return false;
	if (state->facts.conference.id) /* a review that somebody asked for in the meantime is that conference */
		state->about.conference = state->facts.conference.id;
	if ((!state->is_saved && !transition_check(state->facts.conference.state,
						   booking_is_move(state) ? STEP_MOVE : STEP_BOOK, NULL, f)) ||
	    !load_lists(state, cw, mem, f) ||
	    !about_slots(cw, &state->about, state->propose_from, state->most, mem, &state->proposals, f))
		return false;
	if (state->about.conference)
		snprintf(state->reference, sizeof state->reference, "%s", state->facts.conference.reference);
	else
		snprintf(state->reference, sizeof state->reference, "%s %lld", state->about.held ? "held" : "plan",
			 (long long)(state->about.held ? state->about.held : state->about.plan));
	if (!state->is_open) {
		list_open(&state->list, proposal_columns, PROPOSAL_COLUMN_COUNT);
		list_widen(&state->list, proposal_columns_widen);
		if (!open_form(state, f))
			return false;
		state->form.memory = &desk_of(t)->memory;
		booking_mark_seen(state);
		state->since = casework_heard(cw);
		state->is_open = true;
	}
	source = proposal_source(&state->proposals);
	list_fill(&state->list, &source, mem);
	booking_settle(state);
	return true;
}

static void booking_title(const struct screen *s, char *out, size_t room)
{
	const struct booking_state *state = screen_state(s);

	snprintf(out, room, "%s · %s · %s · %s", booking_is_move(state) ? "Move" : "Book",
		 conference_type_brief(state->facts.conference.type), state->facts.family_words,
		 state->about.conference ? state->reference : "not asked for yet");
}

static enum handled act_in_list(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct booking_state *state = screen_state(s);
	struct fault f = {0};
	size_t row;

	if (op >= OP_SLOT_1 && op <= OP_SLOT_9) {
		booking_take_slot(s, t, (size_t)(op - OP_SLOT_1));
		return HANDLED;
	}
	switch (op) {
	case OP_TAKE:
	case OP_OPEN:
		if (list_selection(&state->list, &row))
			booking_take_slot(s, t, row);
		return HANDLED;
	case OP_MORE:
		if (state->proposals.count < state->most)
			tui_say(t, "No more slots were found. c looks from another day on.");
		state->most += PROPOSALS_SHOWN;
		tui_refresh(t);
		return HANDLED;
	case OP_MONTH:
		if (!calendar_open(t, ANSWER_FROM, state->lists.today, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_TO_FORM:
	case OP_NEXT_PANE: state->in_form = true; return HANDLED;
	default: return list_act(&state->list, op, typed, screen_arena(s));
	}
}

static void booking_keep(struct screen *s, struct tui *t)
{
	struct booking_state *state = screen_state(s);
	char summary[200];
	size_t of, filled = form_filled(&state->form, &of);

	if (!state->form.changed)
		return;
	snprintf(summary, sizeof summary, "Booking %s, %s, %zu of %zu fields",
		 state->about.conference ? state->reference : "a review", state->facts.family_words, filled, of);
	keep_typed(t, "booking", state->reference, summary, form_to_draft(&state->form, screen_arena(s)));
}

static bool is_same_time(const struct slot *a, const struct slot *b)
{
	return a->day == b->day && a->starts == b->starts && a->minutes == b->minutes;
}

/* Once day, start and length are understood: who is free then is suggested, and the best named where nobody is yet. */
static void follow_time(struct booking_state *state, struct casework *cw)
{
	struct slot time;

	if (!booking_values_time(&state->values, &state->lists, &time) || is_same_time(&time, &state->free_asked))
		return;
	state->free_asked = time;
	arena_reset(&state->free_mem);
	state->lists.knows_free = about_free(cw, &state->about, &time, &state->free_mem, &state->lists, NULL);
	booking_values_fill(&state->values, &state->lists);
}

static enum handled act_in_form(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct booking_state *state = screen_state(s);
	struct fault f = {0};

	if (form_act(&state->form, op, typed) == HANDLED) {
		booking_settle(state);
		if (form_take_left(&state->form)) {
			follow_time(state, casework_of(t));
			booking_keep(s, t);
		}
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: booking_try(s, t); return HANDLED;
	case OP_FORM_CALENDAR:
		if (!calendar_open(t, ANSWER_DAY_FIELD, state->lists.today, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: break;
	}
	if (op == OP_BACK && !state->form.changed) {
		state->in_form = false;
		return HANDLED;
	}
	return op == OP_BACK || op < OP_FIRST_OWN ? NOT_MINE : HANDLED;
}

static enum handled booking_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct booking_state *state = screen_state(s);

	return state->in_form ? act_in_form(s, t, op, typed) : act_in_list(s, t, op, typed);
}

static bool booking_takes_text(const struct screen *s)
{
	const struct booking_state *state = screen_state(s);

	return state->in_form || list_takes_text(&state->list);
}

static bool booking_may_close(struct screen *s, struct tui *t)
{
	struct booking_state *state = screen_state(s);

	return !state->form.changed || !prompt_leave(t, ANSWER_LEAVE, "this booking", NULL);
}

static void leave(struct screen *s, struct tui *t, int64_t choice)
{
	struct booking_state *state = screen_state(s);

	if (choice == 1) {
		booking_try(s, t);
		return;
	}
	if (choice == 2)
		booking_keep(s, t);
	else
		casework_draft_drop(casework_of(t), "booking", state->reference, NULL);
	state->form.changed = false;
	tui_close(t, NULL);
}

static void booking_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct booking_state *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	if (state->is_saved) {
		booking_end_telling(state, t, answer->code == BOOKING_ANSWER_TELL && answer->number == 1);
		return;
	}
	switch (answer->code) {
	case BOOKING_ANSWER_BOOK:
		if (answer->number == 1)
			booking_book(s, t);
		else if (!state->in_form)
			state->form.changed = false; /* a slot that was looked at and not taken was never typed */
		break;
	case ANSWER_LEAVE: leave(s, t, answer->number); break;
	case ANSWER_FROM:
		state->propose_from = (day_number)answer->number;
		state->most = PROPOSALS_SHOWN;
		break;
	case ANSWER_DAY_FIELD:
		form_set(&state->form, "day", date_plain((day_number)answer->number, text));
		booking_settle(state);
		break;
	default: break;
	}
}

/* The slots' keys while the list has the focus, the form's while it has. */
static bool booking_key_is_live(const struct screen *s, int op)
{
	const struct booking_state *state = screen_state(s);

	return (op >= OP_FIRST_OWN) != state->in_form;
}

static void booking_dispose(struct screen *s)
{
	struct booking_state *state = screen_state(s);

	form_close(&state->form);
	arena_finish(&state->free_mem);
}

ABOUT_CONFERENCE(booking_state, facts.conference)

const struct screen_class booking_screen = {
	.name = "booking",
	.purpose = "Book or move a conference: take a proposed slot or type one.",
	.keys = booking_list_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct booking_state),
	.about = about,
	.list = LIST_OF(struct booking_state, list),
	.load = booking_load,
	.title = booking_title,
	.draw = booking_draw,
	.act = booking_act,
	.takes_text = booking_takes_text,
	.answered = booking_answered,
	.keep = booking_keep,
	.may_close = booking_may_close,
	.key_is_live = booking_key_is_live,
	.dispose = booking_dispose,
};

static bool open_about(struct tui *t, const struct booking_about *about, const char *draft, struct fault *f)
{
	struct booking_state start = {.about = *about, .propose_from = DAY_NONE, .most = PROPOSALS_SHOWN};

	if (!casework_may(casework_of(t), ACTION_BOOK, f))
		return false;
	snprintf(start.draft, sizeof start.draft, "%s", draft ? draft : "");
	return tui_push(t, &booking_screen, &start, f);
}

bool booking_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	return open_about(t, &(struct booking_about){.conference = conference}, draft, f);
}

bool review_booking_open(struct tui *t, int64_t plan, const char *draft, struct fault *f)
{
	return open_about(t, &(struct booking_about){.plan = plan}, draft, f);
}

bool live_review_open(struct tui *t, int64_t held, const char *draft, struct fault *f)
{
	return open_about(t, &(struct booking_about){.held = held}, draft, f);
}
