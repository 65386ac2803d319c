/* Change a request afterwards: its reason, social worker, needs and what to avoid. */
#include "casework/drafts.h"
#include "request_fields.h"
#include "request_parse.h"
#include "screens.h"

#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_LEAVE = 7701, ANSWER_WARNED };

struct change_state {
	int64_t conference;
	struct conference_page page;
	struct request_desk desk;
	struct request_values values, read; /* as typed, and as the request was when it was read */
	int64_t version;                    /* of that reading */
	struct form form;
	bool is_open;
	char reference[32], draft[4096];
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

static bool change_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct change_state *state = screen_state(s);
	const struct field *fields;
	size_t count;

	if (!casework_conference_page(casework_of(t), state->conference, screen_arena(s), &state->page, f))
		return false;
	if (state->is_open)
		return true;
	state->desk.cw = casework_of(t);
	snprintf(state->reference, sizeof state->reference, "%s", state->page.conference.reference);
	fill_values(&state->values, &state->page.conference);
	state->read = state->values;
	state->version = state->page.conference.version;
	fields = request_reason_and_needs(&count);
	if (!form_open(&state->form, fields, count, &state->values, &state->desk, f))
		return false;
	state->form.memory = &desk_of(t)->memory;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		state->form.changed = true;
	}
	state->is_open = true;
	return true;
}

static void change_title(const struct screen *s, char *out, size_t room)
{
	const struct change_state *state = screen_state(s);

	snprintf(out, room, "Change the request · %s · %s", state->page.family_words, state->reference);
}

static void change_draw(const struct screen *s, struct canvas *c)
{
	const struct change_state *state = screen_state(s);

	form_draw(&state->form, c);
}

static void change_keep(struct screen *s, struct tui *t)
{
	struct change_state *state = screen_state(s);
	char summary[200];

	if (!state->form.changed)
		return;
	snprintf(summary, sizeof summary, "Change of the request %s, %s", state->reference, state->page.family_words);
	casework_draft_keep(casework_of(t), "change", state->reference, summary,
			    form_to_draft(&state->form, screen_arena(s)), NULL);
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

/* Another person saved first: their changes come in beside what was typed, and the next save keeps both. */
static void take_in_others(struct change_state *state, struct tui *t)
{
	struct request_values before = state->read;
	struct conference_page page;
	struct arena mem = {0};
	struct fault f = {0};

	if (casework_conference_page(casework_of(t), state->conference, &mem, &page, &f)) {
		fill_values(&state->read, &page.conference);
		state->version = page.conference.version;
		form_take_in(&state->form, &before, &state->read);
		tui_say(t,
			"Another person changed %s meanwhile: their changes are here beside yours. Look, then save "
			"again.",
			state->reference);
	} else {
		tui_say_fault(t, &f);
	}
	arena_finish(&mem);
}

static void say_at_field(struct change_state *state, struct tui *t, const struct fault *f)
{
	if (f->code == FAULT_CONFLICT) {
		take_in_others(state, t);
		return;
	}
	form_show_fault(&state->form, f);
	tui_say_fault(t, f);
}

static void change(struct screen *s, struct tui *t, bool accept_warnings)
{
	struct change_state *state = screen_state(s);
	struct request_change wanted;
	struct fault f = {0};
	bool done = parse(state, &wanted, &f);

	wanted.accept_warnings = accept_warnings;
	if (!done || !casework_request_change(casework_of(t), &wanted, &f)) {
		say_at_field(state, t, &f);
		return;
	}
	casework_draft_drop(casework_of(t), "change", state->reference, NULL);
	form_mark_saved(&state->form);
	tui_say(t, "Saved: the request %s is changed.", state->reference);
	tui_close(t, NULL);
}

/* What the officer should know is asked once; then it is changed. */
static void save(struct screen *s, struct tui *t)
{
	struct change_state *state = screen_state(s);
	struct request_change wanted;
	struct arena mem = {0};
	const char *warnings = "";
	struct fault f = {0};

	if (!form_check(&state->form, &f) || !parse(state, &wanted, &f) ||
	    !casework_request_change_warnings(casework_of(t), &wanted, &mem, &warnings, &f))
		say_at_field(state, t, &f);
	else if (!warnings[0])
		change(s, t, false);
	else if (!prompt_yes_no(t, ANSWER_WARNED, "Change the request all the same?", warnings, &f))
		tui_say_fault(t, &f);
	arena_finish(&mem);
}

static enum handled change_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct change_state *state = screen_state(s);

	if (form_act(&state->form, op, typed) == HANDLED) {
		if (form_take_left(&state->form))
			change_keep(s, t);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: save(s, t); return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

static bool change_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool change_may_close(struct screen *s, struct tui *t)
{
	struct change_state *state = screen_state(s);

	return !state->form.changed || !prompt_leave(t, ANSWER_LEAVE, "this change", NULL);
}

static void change_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct change_state *state = screen_state(s);

	if (answer->code == ANSWER_WARNED && answer->number == 1)
		change(s, t, true);
	if (answer->code != ANSWER_LEAVE)
		return;
	if (answer->number == 1) {
		save(s, t);
		return;
	}
	if (answer->number == 2)
		change_keep(s, t);
	else
		casework_draft_drop(casework_of(t), "change", state->reference, NULL);
	state->form.changed = false;
	tui_close(t, NULL);
}

static void change_dispose(struct screen *s)
{
	struct change_state *state = screen_state(s);

	form_close(&state->form);
	arena_finish(&state->desk.mem);
}

static const struct binding no_keys[] = {{0}}; /* the form's own are enough */

const struct screen_class change_screen = {
	.name = "change",
	.purpose = "Change a request: reason, social worker, needs, what to avoid.",
	.keys = no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct change_state),
	.load = change_load,
	.title = change_title,
	.draw = change_draw,
	.act = change_act,
	.takes_text = change_takes_text,
	.answered = change_answered,
	.keep = change_keep,
	.may_close = change_may_close,
	.dispose = change_dispose,
};

bool change_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct change_state start = {.conference = conference};

	if (!casework_may(casework_of(t), ACTION_TAKE_REQUESTS, f))
		return false;
	snprintf(start.draft, sizeof start.draft, "%s", draft ? draft : "");
	return tui_push(t, &change_screen, &start, f);
}
