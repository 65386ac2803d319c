/* A conference that is adjourned, ends early or gets another chair: why, and what each of them asks besides. */
#include "base/text.h"
#include "casework/booking.h"
#include "casework/live_close.h"
#include "form_screen.h"
#include "live_end.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SURE = 8775 };

struct end_values {
	char chair[160], why[1000], interim_plan[3000];
	enum live_end kind; /* not typed: it was asked for */
};

struct end_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference;
	enum live_end kind;
	int64_t chair; /* who chaired it when this was opened */
	struct casework *cw;
	struct arena mem;            /* the chairs: as long as the form */
	struct resource_list chairs; /* free at its time, of taking over */
	struct live_page page;       /* in the screen's arena */
	struct end_values values;
};

static const struct {
	const char *form, *title, *about, *question, *follows;
} kinds[LIVE_END_COUNT] = {
	[LIVE_END_ADJOURN] =
		{"adjourn", "Adjourn",
		 "What is decided stays decided. The other children are decided for on another day, which is "
		 "asked for at once.",
		 "Adjourn", "Nothing more is written in it today."},
	[LIVE_END_EARLY] = {"end_early", "Ended early",
			    "It ends here, and counts as held: every child is decided for, or it is said why not.",
			    "End", "What follows from the decisions follows at once."},
	[LIVE_END_TAKE_OVER] = {"take_over", "Another chair",
				"Whoever takes over decides from then on, and the chair before no longer does.", NULL,
				NULL},
};

bool live_end_from_draft(const char *form, enum live_end *out)
{
	for (int i = 0; i < LIVE_END_COUNT; i++)
		if (strcmp(form, kinds[i].form) == 0) {
			*out = (enum live_end)i;
			return true;
		}
	return false;
}

/* --- The fields --- */

static bool asks_chair(const void *values)
{
	return ((const struct end_values *)values)->kind == LIVE_END_TAKE_OVER;
}

static bool asks_interim_plan(const void *values)
{
	return ((const struct end_values *)values)->kind == LIVE_END_ADJOURN;
}

static bool suggest_chair(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct end_state *state = world;
	const char *folded = text_fold(mem, typed);

	(void)values;
	for (size_t i = 0; i < state->chairs.count; i++) {
		const struct resource *chair = &state->chairs.items[i];
		struct field_suggestion *item;

		if (!strstr(text_fold(mem, chair->name), folded))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){.value = chair->name, .label = chair->name, .detail = chair->login};
	}
	return true;
}

#define VALUE(member) .offset = offsetof(struct end_values, member), .room = sizeof(((struct end_values *)0)->member)

static const struct field fields[] = {
	{.name = "chair",
	 .label = "Chair from now on",
	 .hint = "Who is free at its time: two letters of the name, Down and Enter.",
	 .kind = FIELD_PICK,
	 VALUE(chair),
	 .required = true,
	 .must_pick = true,
	 .suggest = suggest_chair,
	 .shown = asks_chair},
	{.name = "interim_plan",
	 .label = "Until it goes on",
	 .hint = "What keeps the children safe until then, and who sees to it. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(interim_plan),
	 .required = true,
	 .rows = 5,
	 .shown = asks_interim_plan},
	{.name = "why",
	 .label = "Why",
	 .hint = "Fire alarm, somebody unwell, no interpreter: kept in the record.",
	 .kind = FIELD_LINES,
	 VALUE(why),
	 .required = true,
	 .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

/* --- Reading --- */

static bool read_page(struct end_state *state, struct arena *mem, struct fault *f)
{
	struct live_page page;

	if (!(state->frame.is_open ? casework_live_again(state->cw, state->conference, mem, &page, f)
				   : casework_live(state->cw, state->conference, mem, &page, f)))
		return false;
	state->page = page;
	return true;
}

/* Best first; this one's own name stands there when this is a chair who is free. */
static bool read_chairs(struct end_state *state, struct fault *f)
{
	const struct conference *c = &state->page.conference;
	struct resource_list chairs, rooms, minute_takers;

	if (!casework_free_at(state->cw, state->conference, c->held_on, c->starts, c->minutes, &state->mem, &chairs,
			      &rooms, &minute_takers, f))
		return false;
	for (size_t i = 0; i < chairs.count; i++) {
		struct resource *one = chairs.items[i].id == c->chair_id ? NULL
									 : ARENA_PUSH(&state->mem, &state->chairs);

		if (!one)
			continue;
		*one = chairs.items[i];
		if (strcmp(one->login, casework_user_name(state->cw)) == 0)
			snprintf(state->values.chair, sizeof state->values.chair, "%s", one->name);
	}
	return state->chairs.count || fault_set(f, FAULT_REFUSED,
						"No other chair is free at the time of %s: adjourn it, "
						"or postpone it before it begins.",
						c->reference);
}

static bool may_end(const struct end_state *state, struct fault *f)
{
	const struct conference *c = &state->page.conference;

	if (state->kind == LIVE_END_TAKE_OVER)
		return casework_may(state->cw, ACTION_BOOK, f);
	if (!state->page.is_mine)
		return fault_set(f, FAULT_NOT_ALLOWED, "Only the chair of %s, %s, ends it.", c->reference, c->chair);
	return c->state == STATE_IN_PROGRESS ||
	       fault_set(f, FAULT_REFUSED, "%s is not going on: there is nothing to end.", c->reference);
}

/* Another chair has taken over: what is typed is done to the conference as it is now. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct end_state *state = screen_state(s);

	(void)t;
	if (!read_page(state, screen_arena(s), f) || !may_end(state, f))
		return NULL;
	state->chair = state->page.conference.chair_id;
	return &state->values;
}

static void name_frame(struct end_state *state)
{
	struct form_screen *frame = &state->frame;
	const char *reference = state->page.conference.reference;

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s", kinds[state->kind].title, state->page.family_words,
		 reference);
	snprintf(frame->about, sizeof frame->about, "%s", kinds[state->kind].about);
	snprintf(frame->draft_form, sizeof frame->draft_form, "%s", kinds[state->kind].form);
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s", reference);
	frame->what = "this form";
}

/* --- Saving --- */

static int64_t chair_typed(const struct end_state *state)
{
	for (size_t i = 0; i < state->chairs.count; i++)
		if (strcmp(state->chairs.items[i].name, state->values.chair) == 0)
			return state->chairs.items[i].id;
	return 0;
}

static bool take_over(const struct end_state *state, struct tui *t, struct fault *f)
{
	if (!casework_live_take_over(state->cw, state->conference, state->chair, chair_typed(state), state->values.why,
				     f))
		return false;
	tui_say(t, "Saved: %s chairs %s from now on.", state->values.chair, state->page.conference.reference);
	return true;
}

static bool end_early(const struct end_state *state, struct tui *t, struct fault *f)
{
	if (!casework_live_end_early(state->cw, state->conference, state->values.why, f))
		return false;
	tui_say(t, "Saved: %s has ended. Letters and deadlines follow from what is decided.",
		state->page.conference.reference);
	return true;
}

/* The day it goes on is booked while everybody is still in the room. */
static bool adjourn(struct screen *s, struct tui *t, struct fault *f)
{
	struct end_state *state = screen_state(s);
	struct fault not_booked = {0};
	int64_t next;

	if (!casework_live_adjourn(state->cw, state->conference, state->values.why, state->values.interim_plan, &next,
				   f))
		return false;
	form_screen_saved(s, t);
	if (booking_form_open(t, next, NULL, &not_booked))
		tui_say(t, "Saved: %s is adjourned. When does it go on? Esc leaves the day open.",
			state->page.conference.reference);
	else
		tui_say(t, "Saved: %s is adjourned. Its new day waits on Today.", state->page.conference.reference);
	return true;
}

static void end(struct screen *s, struct tui *t)
{
	struct end_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	switch (state->kind) {
	case LIVE_END_ADJOURN: done = adjourn(s, t, &f); break;
	case LIVE_END_EARLY: done = end_early(state, t, &f); break;
	default: done = take_over(state, t, &f); break;
	}
	if (!done)
		form_screen_refused(&state->frame, t, &f);
	else if (state->kind != LIVE_END_ADJOURN)
		form_screen_saved(s, t);
}

/* What ends it is asked once more. */
static void save(struct screen *s, struct tui *t)
{
	struct end_state *state = screen_state(s);
	struct fault f = {0};
	char question[120];
	bool done = form_check(&state->frame.form, &f);

	if (done && !kinds[state->kind].question) {
		end(s, t);
		return;
	}
	snprintf(question, sizeof question, "%s %s?", kinds[state->kind].question, state->page.conference.reference);
	if (done)
		done = prompt_yes_no(t, ANSWER_SURE, question, kinds[state->kind].follows, &f);
	if (!done)
		tui_say_fault(t, &f);
}

static void end_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (answer->code != ANSWER_SURE)
		form_screen_answered(s, t, answer);
	else if (answer->number == 1)
		end(s, t);
}

/* --- The screen --- */

static bool open_form(struct end_state *state, struct tui *t, struct fault *f)
{
	state->values.kind = state->kind;
	if (!may_end(state, f) || (state->kind == LIVE_END_TAKE_OVER && !read_chairs(state, f)))
		return false;
	name_frame(state);
	state->chair = state->page.conference.chair_id;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_act = true;
	if (!form_screen_begin(&state->frame, t, fields, FIELD_COUNT, &state->values, state, f))
		return false;
	if (state->values.chair[0])
		form_focus(&state->frame.form, "why");
	return true;
}

static bool end_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct end_state *state = screen_state(s);

	state->cw = casework_of(t);
	if (!read_page(state, screen_arena(s), f))
		return false;
	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void end_title(const struct screen *s, char *out, size_t room)
{
	const struct end_state *state = screen_state(s);

	snprintf(out, room, "%s · %s", state->page.marker, state->frame.title);
}

static void end_dispose(struct screen *s)
{
	struct end_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class live_end_screen = {
	.name = "live-end",
	.purpose = "A live conference is adjourned, ends early, or another chair takes over: why is kept.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct end_state),
	.load = end_load,
	.title = end_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = end_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.dispose = end_dispose,
};

bool live_end_form_open(struct tui *t, int64_t conference, enum live_end kind, const char *draft, struct fault *f)
{
	struct end_state start = {.conference = conference, .kind = kind};

	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &live_end_screen, &start, f);
}
