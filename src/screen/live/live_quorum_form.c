/* What is done where a conference has no quorum: an interim plan and another day, or holding it for a reason. */
#include "form_screen.h"
#include "live_decide.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SURE = 8761 };

struct quorum_values {
	char answer[16], exception[16], reason[1000], interim_plan[3000];
};

struct quorum_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference;
	struct casework *cw;
	struct live_page page; /* in the screen's arena */
	struct quorum_values values, read;
	int64_t version; /* of the state of the conference, as it was read */
};

static const struct field_choice answer_choices[] = {
	{"interim_plan", "not held: interim plan, and another day"},
	{"proceeded", "held all the same, with a reason"},
	{NULL, NULL},
};
static const struct field_choice exception_choices[] = {
	{"few_agencies", "fewer agencies than that know the child"},
	{"enough_known", "enough is known, and delay would harm"},
	{"looked_after", "the child became looked after"},
	{NULL, NULL},
};

static bool is_answer(const void *values, enum quorum_answer answer)
{
	return strcmp(((const struct quorum_values *)values)->answer, quorum_answer_token(answer)) == 0;
}

static bool is_held(const void *values)
{
	return is_answer(values, QUORUM_ANSWER_PROCEEDED);
}

static bool is_not_held(const void *values)
{
	return is_answer(values, QUORUM_ANSWER_INTERIM_PLAN);
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct quorum_values, member), .room = sizeof(((struct quorum_values *)0)->member)

static const struct field fields[] = {
	{.name = "answer",
	 .label = "What is done",
	 .hint = "n it is not held today; h it is held all the same.",
	 .kind = FIELD_CHOICE,
	 VALUE(answer),
	 .required = true,
	 .choices = answer_choices},
	{.name = "quorum_exception",
	 .label = "It may, because",
	 .hint = "f few agencies know the child; e enough is known; t looked after.",
	 .kind = FIELD_CHOICE,
	 VALUE(exception),
	 .required = true,
	 .choices = exception_choices,
	 .shown = is_held},
	{.name = "interim_plan",
	 .label = "Until it is held",
	 .hint = "What keeps the children safe until then, and who sees to it. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(interim_plan),
	 .required = true,
	 .rows = 5,
	 .shown = is_not_held},
	{.name = "reason",
	 .label = "Who was missing",
	 .hint = "Who was missing and why: it stands in the record.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .required = true,
	 .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

/* --- Reading --- */

static bool read_page(struct quorum_state *state, struct arena *mem, struct fault *f)
{
	struct live_page page;

	if (!(state->frame.is_open ? casework_live_again(state->cw, state->conference, mem, &page, f)
				   : casework_live(state->cw, state->conference, mem, &page, f)))
		return false;
	state->page = page;
	return true;
}

static void fill(struct quorum_state *state)
{
	const struct live_state *kept = &state->page.state;
	struct quorum_values *read = &state->read;

	*read = (struct quorum_values){0};
	state->version = kept->version;
	if (kept->quorum != QUORUM_ANSWER_PROCEEDED)
		return;
	snprintf(read->answer, sizeof read->answer, "%s", quorum_answer_token(kept->quorum));
	snprintf(read->exception, sizeof read->exception, "%s", quorum_exception_token(kept->quorum_exception));
	snprintf(read->reason, sizeof read->reason, "%s", kept->quorum_reason);
}

static bool may_answer(const struct live_page *page, struct fault *f)
{
	const struct conference *c = &page->conference;

	if (!page->is_mine)
		return fault_set(f, FAULT_NOT_ALLOWED, "Only the chair of %s, %s, says what is done without a quorum.",
				 c->reference, c->chair);
	if (c->state != STATE_IN_PROGRESS)
		return fault_set(f, FAULT_REFUSED, "%s is not going on: nothing is to be said about its quorum now.",
				 c->reference);
	return !page->is_quorate ||
	       fault_set(f, FAULT_REFUSED, "There is a quorum for every child: there is nothing to answer for.");
}

static void name_frame(struct quorum_state *state)
{
	struct form_screen *frame = &state->frame;
	const char *reference = state->page.conference.reference;

	snprintf(frame->title, sizeof frame->title, "No quorum · %s · %s", state->page.family_words, reference);
	snprintf(frame->about, sizeof frame->about,
		 "Missing: %s. A conference is not held without a quorum twice running.", state->page.quorum_words);
	snprintf(frame->draft_form, sizeof frame->draft_form, "quorum");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s", reference);
}

/* --- Saving --- */

static bool keep(struct quorum_state *state, struct quorum_choice *choice, struct fault *f)
{
	const struct quorum_values *v = &state->values;

	*choice = (struct quorum_choice){.reason = v->reason, .interim_plan = is_not_held(v) ? v->interim_plan : ""};
	quorum_answer_from_token(v->answer, &choice->answer);
	if (is_held(v))
		quorum_exception_from_token(v->exception, &choice->exception);
	return casework_live_quorum(state->cw, state->conference, state->version, choice, f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct quorum_state *state = screen_state(s);

	(void)t;
	if (!read_page(state, screen_arena(s), f))
		return NULL;
	fill(state);
	return &state->read;
}

static void keep_and_say(struct screen *s, struct tui *t)
{
	struct quorum_state *state = screen_state(s);
	struct quorum_choice choice;
	struct fault f = {0};

	if (!keep(state, &choice, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	if (choice.answer == QUORUM_ANSWER_INTERIM_PLAN)
		tui_say(t, "Saved: %s was not quorate. It is to be held on another day: Today lists it under Book.",
			state->page.conference.reference);
	else
		tui_say(t, "Saved: %s is held without a quorum, and why stands in the record.",
			state->page.conference.reference);
	form_screen_saved(s, t);
}

/* What ends the conference is asked once more. */
static void save(struct screen *s, struct tui *t)
{
	struct quorum_state *state = screen_state(s);
	struct fault f = {0};
	char question[120];
	bool done = form_check(&state->frame.form, &f);

	if (done && !is_not_held(&state->values)) {
		keep_and_say(s, t);
		return;
	}
	snprintf(question, sizeof question, "End %s as not quorate?", state->page.conference.reference);
	if (done)
		done = prompt_yes_no(t, ANSWER_SURE, question,
				     "Nothing more is written in it. It is to be held on another day.", &f);
	if (!done)
		tui_say_fault(t, &f);
}

static void quorum_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (answer->code != ANSWER_SURE)
		form_screen_answered(s, t, answer);
	else if (answer->number == 1)
		keep_and_say(s, t);
}

/* --- The screen --- */

static bool quorum_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct quorum_state *state = screen_state(s);

	state->cw = casework_of(t);
	if (!read_page(state, screen_arena(s), f))
		return false;
	if (state->frame.is_open)
		return true;
	if (!may_answer(&state->page, f))
		return false;
	fill(state);
	state->values = state->read;
	name_frame(state);
	state->frame.what = "this answer";
	state->frame.save = save;
	state->frame.again = again;
	return form_screen_begin(&state->frame, t, fields, FIELD_COUNT, &state->values, state, f);
}

static void quorum_title(const struct screen *s, char *out, size_t room)
{
	const struct quorum_state *state = screen_state(s);

	snprintf(out, room, "%s · %s", state->page.marker, state->frame.title);
}

const struct screen_class live_quorum_screen = {
	.name = "quorum",
	.purpose = "No quorum: an interim plan and another day, or held all the same with a reason.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct quorum_state),
	.load = quorum_load,
	.title = quorum_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = quorum_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.dispose = form_screen_dispose,
};

bool live_quorum_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct quorum_state start = {.conference = conference};

	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &live_quorum_screen, &start, f);
}
