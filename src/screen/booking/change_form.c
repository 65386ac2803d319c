/* Change a request afterwards: its reason, social worker, needs and what to avoid. */
#include "casework/pages.h"
#include "form_screen.h"
#include "request_fields.h"
#include "request_parse.h"
#include "screens.h"

#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_WARNED = 7702 };

struct change_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference, version;
	struct request_desk desk;
	struct request_values values, read; /* as typed, and as the request was when it was read */
	char reference[32];
};

static void fill_values(struct request_values *values, const struct conference *c)
{
	snprintf(values->reason, sizeof values->reason, "%s", c->reason);
	snprintf(values->social_worker, sizeof values->social_worker, "%s", c->social_worker);
	snprintf(values->interpreter, sizeof values->interpreter, "%s", c->interpreter);
	snprintf(values->signing, sizeof values->signing, "%s", c->signing);
	snprintf(values->access, sizeof values->access, "%s", c->access);
	snprintf(values->sittings, sizeof values->sittings, "%s", c->sittings);
	snprintf(values->avoid, sizeof values->avoid, "%s", c->avoid);
}

static bool read_request(struct change_state *state, struct fault *f)
{
	struct conference_page page;
	struct arena mem = {0};
	bool ok = casework_conference_page(state->desk.cw, state->conference, &mem, &page, f);

	if (ok) {
		fill_values(&state->read, &page.conference);
		state->version = page.conference.version;
		snprintf(state->reference, sizeof state->reference, "%s", page.conference.reference);
		snprintf(state->frame.title, sizeof state->frame.title, "Change the request · %s · %s",
			 page.family_words, state->reference);
		snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", state->reference);
	}
	arena_finish(&mem);
	return ok;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct change_state *state = screen_state(s);

	(void)t;
	return read_request(state, f) ? &state->read : NULL;
}

/* The change as it is typed; its texts are the form's. */
static bool parse(struct change_state *state, struct request_change *out, struct fault *f)
{
	const struct request_values *v = &state->values;
	struct arena mem = {0};
	bool done;

	*out = (struct request_change){
		.conference_id = state->conference,
		.version = state->version,
		.reason = v->reason,
		.social_worker = v->social_worker,
		.interpreter = v->interpreter,
		.signing = v->signing,
		.access = v->access,
		.sittings = v->sittings,
		.avoid = v->avoid,
	};
	done = request_worker_named(&state->desk, v->social_worker, &mem, &out->social_worker_id, f);
	arena_finish(&mem);
	return done;
}

static void change(struct screen *s, struct tui *t, bool accept_warnings)
{
	struct change_state *state = screen_state(s);
	struct request_change wanted;
	struct fault f = {0};
	bool done = parse(state, &wanted, &f);

	wanted.accept_warnings = accept_warnings;
	if (!done || !casework_request_change(casework_of(t), &wanted, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, "Saved: the request %s is changed.", state->reference);
	form_screen_saved(s, t);
}

/* What the officer should know is asked once; then it is changed. */
static void save(struct screen *s, struct tui *t)
{
	struct change_state *state = screen_state(s);
	struct request_change wanted;
	struct arena mem = {0};
	const char *warnings = "";
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !parse(state, &wanted, &f) ||
	    !casework_request_change_warnings(casework_of(t), &wanted, &mem, &warnings, &f))
		form_screen_refused(&state->frame, t, &f);
	else if (!warnings[0])
		change(s, t, false);
	else if (!prompt_yes_no(t, ANSWER_WARNED, "Change the request all the same?", warnings, &f))
		tui_say_fault(t, &f);
	arena_finish(&mem);
}

static void change_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (answer->code != ANSWER_WARNED)
		form_screen_answered(s, t, answer);
	else if (answer->number == 1)
		change(s, t, true);
}

static bool change_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct change_state *state = screen_state(s);
	const struct field *fields;
	size_t count;

	if (state->frame.is_open)
		return true;
	state->desk.cw = casework_of(t);
	if (!read_request(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.what = "this change";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "change");
	fields = request_reason_and_needs(&count);
	return form_screen_begin(&state->frame, t, fields, count, &state->values, &state->desk, f);
}

static void change_dispose(struct screen *s)
{
	struct change_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->desk.mem);
}

const struct screen_class change_screen = {
	.name = "change",
	.purpose = "Change a request: reason, social worker, needs, what to avoid.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = change_answered,
	.state_size = sizeof(struct change_state),
	.load = change_load,
	.dispose = change_dispose,
};

bool change_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct change_state start = {.conference = conference};

	if (!casework_may(casework_of(t), ACTION_TAKE_REQUESTS, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &change_screen, &start, f);
}
