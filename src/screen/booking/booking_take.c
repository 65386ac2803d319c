/* A time that was proposed or typed becomes a booking: what must be answered first, the one question, what is said
 * then. */
#include "booking_form.h"

#include "casework/drafts.h"
#include "mailing.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

bool booking_is_move(const struct booking_state *state)
{
	return state->about.conference && !conference_state_awaits_slot(state->facts.conference.state);
}

void booking_settle(struct booking_state *state)
{
	day_number day = booking_values_day(&state->values, &state->lists);
	day_number last = state->facts.last;

	state->values.is_late = day != DAY_NONE && last != DAY_NONE && day > last;
	state->values.is_move = booking_is_move(state);
	state->values.is_later = state->values.is_move && day != DAY_NONE && day > state->facts.conference.held_on;
}

void booking_mark_seen(struct booking_state *state)
{
	state->seen_id = state->facts.conference.id;
	state->seen_version = state->facts.conference.version;
}

/* What others save is read as it comes, so that a booking may have become a move of what another person booked. */
static bool is_as_seen(struct booking_state *state, struct tui *t)
{
	if (state->facts.conference.id == state->seen_id && state->facts.conference.version == state->seen_version)
		return true;
	booking_mark_seen(state);
	state->in_form = true;
	desk_tell(t, &state->since);
	return false;
}

static bool parsed(struct booking_state *state, struct booking *out, struct fault *f)
{
	*out = (struct booking){.conference_id = state->about.conference, .version = state->facts.conference.version};
	return booking_values_parse(&state->values, &state->lists, out, f);
}

void booking_try(struct screen *s, struct tui *t)
{
	struct booking_state *state = screen_state(s);
	struct booking booking;
	struct fault f = {0};
	char question[200], day[DATE_TEXT_ROOM], clock[8], detail[1200];

	booking_settle(state);
	if (!is_as_seen(state, t))
		return;
	if (!form_check(&state->form, &f) || !parsed(state, &booking, &f) ||
	    !about_check(casework_of(t), &state->about, &booking, &f)) {
		state->in_form = true;
		form_show_fault(&state->form, &f);
		tui_say_fault(t, &f);
		return;
	}
	snprintf(question, sizeof question, "%s %s %s %s at %s?", booking_is_move(state) ? "Move" : "Book",
		 state->facts.family_words, booking_is_move(state) ? "to" : "for", date_medium(booking.slot.day, day),
		 date_clock(booking.slot.starts, clock));
	snprintf(detail, sizeof detail, "%s · %s · chair %s · minutes %s", state->values.length,
		 state->values.room[0] ? state->values.room : state->values.place, state->values.chair,
		 state->values.minute_taker[0] ? state->values.minute_taker : "not named yet");
	if (!prompt_yes_no(t, BOOKING_ANSWER_BOOK, question, detail, &f))
		tui_say_fault(t, &f);
}

static void say_booked(struct booking_state *state, struct tui *t, int64_t conference, day_number on, int starts,
		       bool was_move)
{
	struct booking_facts now = state->facts;
	char day[DATE_TEXT_ROOM], clock[8], distance[DISTANCE_TEXT_ROOM];
	struct arena mem = {0};

	working_day_distance(state->lists.today, on, state->lists.calendar, distance);
	if (casework_booking_facts(casework_of(t), conference, &mem, &now,
				   NULL)) /* a review has its reference only now */
		tui_say(t, "Saved: %s %s is %s %s %s, %s, with %s%s.", now.conference.reference,
			state->facts.family_words, was_move ? "moved to" : "booked for", date_short(on, day),
			date_clock(starts, clock), distance, state->values.chair,
			state->values.is_late ? " (after its limit)" : "");
	arena_finish(&mem);
}

/* The form stays beneath the question, so that its answer is heard. */
static bool offer_to_tell(struct booking_state *state, struct tui *t, int64_t conference, const struct slot *slot)
{
	char day[DATE_TEXT_ROOM], clock[8], done[120];

	snprintf(done, sizeof done, "%s is moved to %s %s", state->reference, date_short(slot->day, day),
		 date_clock(slot->starts, clock));
	state->is_saved = mailing_offer(t, BOOKING_ANSWER_TELL, conference, done, NULL);
	return state->is_saved;
}

void booking_end_telling(struct booking_state *state, struct tui *t, bool tell)
{
	int64_t conference = state->about.conference;
	struct fault f = {0};

	tui_close(t, NULL);
	if (tell && !mailing_open(t, conference, MAILING_CHANGES, &f))
		tui_say_fault(t, &f);
}

void booking_book(struct screen *s, struct tui *t)
{
	struct booking_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	bool was_move = booking_is_move(state);
	struct booking booking;
	struct fault f = {0};
	int64_t conference;

	if (!parsed(state, &booking, &f) || !about_book(cw, &state->about, &booking, &conference, &f)) {
		state->in_form = true;
		form_show_fault(&state->form, &f);
		tui_say_fault(t, &f);
		if (f.code == FAULT_CONFLICT || f.code == FAULT_REFUSED)
			tui_refresh(t);
		return;
	}
	casework_draft_drop(cw, "booking", state->reference, NULL);
	form_mark_saved(&state->form);
	if (was_move && offer_to_tell(state, t, conference, &booking.slot))
		return;
	tui_close(t, &(struct answer){0});
	say_booked(state, t, conference, booking.slot.day, booking.slot.starts, was_move);
}

void booking_take_slot(struct screen *s, struct tui *t, size_t row)
{
	struct booking_state *state = screen_state(s);

	if (row >= state->proposals.count)
		return;
	booking_values_from_slot(&state->values, &state->proposals.items[row].slot, &state->lists);
	form_close(&state->form);
	if (!form_open(&state->form, booking_fields, BOOKING_FIELD_COUNT, &state->values, &state->lists, NULL))
		return;
	state->form.memory = &desk_of(t)->memory;
	state->form.changed = true;
	booking_settle(state);
	if (state->values.is_late || state->values.is_move) {
		state->in_form = true;
		form_focus(&state->form, state->values.is_late ? "late_reason" : "reason");
		tui_say(t, "%s",
			state->values.is_late
				? "This slot is after the limit: say why, and who agreed. Ctrl-S books it."
				: "Say why it is moved, and who agreed. Ctrl-S moves it.");
		return;
	}
	booking_try(s, t);
}
