/* The chair decides for a child, or for several alike: one form, what it asks following from what is decided. */
#include "decision_form.h"
#include "base/series.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { WARNINGS_ROOM = 1600, WARNINGS_ROWS = 6 };

struct decision_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct decision_start start;
	struct casework *cw;
	struct arena mem;      /* labels of the choices: as long as the form */
	struct live_page page; /* in the screen's arena */
	struct decision_choices choices;
	struct field fields[DECISION_FIELD_COUNT];
	struct decision_values values, read;
	int64_t version; /* of the decision as it was read, of one child */
	char warnings[WARNINGS_ROOM];
	bool asked_quorum; /* the form above settles what is done without one */
};

static const struct live_child *child_at(const struct decision_state *state, size_t i)
{
	return decide_child_of(&state->page, state->start.children[i]);
}

/* --- Reading --- */

static bool read_page(struct decision_state *state, struct arena *mem, struct fault *f)
{
	const struct decision_start *start = &state->start;
	struct live_page page;

	if (!(state->frame.is_open ? casework_live_again(state->cw, start->conference, mem, &page, f)
				   : casework_live(state->cw, start->conference, mem, &page, f)))
		return false;
	for (size_t i = 0; i < start->count; i++)
		if (!decide_child_of(&page, start->children[i]))
			return fault_set(f, FAULT_NOT_FOUND,
					 "One of these children is not to be decided for here any more.");
	state->page = page;
	return true;
}

static bool may_decide(const struct live_page *page, struct fault *f)
{
	if (!page->is_mine)
		return fault_set(f, FAULT_NOT_ALLOWED, "Only the chair of %s, %s, decides for a child.",
				 page->conference.reference, page->conference.chair);
	return page->conference.state == STATE_IN_PROGRESS ||
	       fault_set(f, FAULT_REFUSED, "%s is not going on: nothing can be decided in it now.",
			 page->conference.reference);
}

/* "Kai, Skye and Leo". */
static const char *names(const struct decision_state *state, struct arena *mem)
{
	struct series names = {0};

	if (state->start.count == 1)
		return arena_printf(mem, "%s, %s", child_at(state, 0)->name, child_at(state, 0)->age);
	for (size_t i = 0; i < state->start.count; i++)
		series_add(&names, decide_given_name(child_at(state, i)), mem);
	return series_words(&names, mem);
}

static void name_frame(struct decision_state *state, struct arena *mem)
{
	struct form_screen *frame = &state->frame;
	const char *reference = state->page.conference.reference;
	const char *who = names(state, mem);
	size_t at;

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s",
		 state->start.asked == DECISION_CONTINUES ? "Plan continues"
		 : state->start.count > 1                 ? "Decide alike"
							  : "Decide",
		 who, reference);
	if (state->start.count == 1)
		snprintf(frame->about, sizeof frame->about, "%s",
			 decide_child_words(&state->page, child_at(state, 0), mem));
	else
		snprintf(frame->about, sizeof frame->about,
			 "%s%sOne decision for %zu children, kept for each. How each took part stays its own.",
			 state->start.asked == DECISION_CONTINUES ? decide_plan_categories(child_at(state, 0), mem)
								  : "",
			 state->start.asked == DECISION_CONTINUES ? ": the plans go on as they are. " : "",
			 state->start.count);
	snprintf(frame->draft_form, sizeof frame->draft_form, "decision");
	at = (size_t)snprintf(frame->draft_for, sizeof frame->draft_for, "%s", reference);
	for (size_t i = 0; i < state->start.count && at < sizeof frame->draft_for; i++)
		at += (size_t)snprintf(frame->draft_for + at, sizeof frame->draft_for - at, " %lld",
				       (long long)state->start.children[i]);
}

static void take_values(struct decision_state *state)
{
	decision_values_fill(&state->read, &state->page, &state->start);
	state->version = child_at(state, 0)->decision.version;
}

/* The minute-taker writes how the child took part while the chair decides: it arrives here, and what was typed stays.
 * Several children keep theirs where it is. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct decision_state *state = screen_state(s);

	(void)t;
	if (!read_page(state, screen_arena(s), f))
		return NULL;
	take_values(state);
	return &state->read;
}

/* --- What stands in the way --- */

static struct child_decision decision_for(const struct decision_state *state, const struct child_decision *typed,
					  size_t i)
{
	struct child_decision one = *typed;
	const struct child_decision *own = &child_at(state, i)->decision;

	one.person_id = state->start.children[i];
	if (state->start.count > 1) {
		one.participation = own->participation;
		one.child_views = own->child_views;
		one.scale = own->scale;
		one.version = own->version;
	}
	return one;
}

/* Of every child, so that one reason answers what was read and nothing else. */
static bool collect_warnings(struct decision_state *state, const struct child_decision *typed, struct fault *f)
{
	struct decision_warning each[DECIDED_AT_ONCE_MOST];
	struct arena mem = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < state->start.count; i++) {
		const struct child_decision one = decision_for(state, typed, i);

		each[i].child = child_at(state, i);
		ok = casework_live_decision_warnings(state->cw, &one, &mem, &each[i].words, f);
	}
	if (ok)
		snprintf(state->warnings, sizeof state->warnings, "%s",
			 decision_warnings_joined(each, state->start.count, &mem));
	arena_finish(&mem);
	return ok;
}

/* `shown`: what stood over the form while the reason was typed. */
static bool are_warnings_answered(struct decision_state *state, struct tui *t, const char *shown)
{
	const char *accepted = state->values.accepted;

	state->values.is_warned = state->warnings[0] != '\0';
	if (!state->values.is_warned || (strcmp(shown, state->warnings) == 0 && accepted[strspn(accepted, " \n")]))
		return true;
	form_focus(&state->frame.form, "accepted");
	tui_say(t, "Not saved yet: mend what stands above, or say why it is decided all the same.");
	return false;
}

/* --- Saving --- */

static bool keep_decision(struct decision_state *state, const struct child_decision *typed, struct fault *f)
{
	const struct decision_start *start = &state->start;
	const char *accepted = state->values.is_warned ? state->values.accepted : "";
	struct child_decision one = decision_for(state, typed, 0);

	return start->count > 1 ? casework_live_decide_all(state->cw, typed, start->children, start->count, accepted, f)
				: casework_live_decide(state->cw, &one, accepted, f);
}

static bool is_asked(const struct decision_state *state, const char *name)
{
	for (size_t i = 0; i < DECISION_FIELD_COUNT; i++)
		if (state->fields[i].name && strcmp(state->fields[i].name, name) == 0)
			return !state->fields[i].shown || state->fields[i].shown(&state->values);
	return false;
}

static void say_fault(struct screen *s, struct tui *t, const struct fault *f)
{
	struct decision_state *state = screen_state(s);
	struct fault other = {0};

	if (strcmp(f->field, "quorum") == 0) {
		form_screen_keep(s, t);
		state->asked_quorum = live_quorum_form_open(t, state->start.conference, NULL, &other);
		tui_say_fault(t, state->asked_quorum ? f : &other);
		return;
	}
	/* What only the whole form can mend is mended there. */
	if (state->values.asked == DECISION_CONTINUES && f->field[0] && !is_asked(state, f->field))
		state->values.asked = DECISION_ALL;
	form_screen_refused(&state->frame, t, f);
}

static void say_saved(const struct decision_state *state, struct tui *t, const struct child_decision *typed)
{
	const char *what = typed->outcome == OUTCOME_NONE ? "why nothing is decided" : outcome_label(typed->outcome);

	if (state->start.count > 1)
		tui_say(t, "Saved for %zu children: %s.", state->start.count, what);
	else
		tui_say(t, "Saved for %s: %s.", child_at(state, 0)->name, what);
}

static void save(struct screen *s, struct tui *t)
{
	struct decision_state *state = screen_state(s);
	struct child_decision typed = child_decision_blank();
	char shown[WARNINGS_ROOM];
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	typed.conference_id = state->start.conference;
	typed.version = state->version;
	memcpy(shown, state->warnings, sizeof shown);
	if (!decision_values_parse(&state->values, &typed, &f) || !collect_warnings(state, &typed, &f)) {
		say_fault(s, t, &f);
		return;
	}
	if (!are_warnings_answered(state, t, shown))
		return;
	if (!keep_decision(state, &typed, &f)) {
		say_fault(s, t, &f);
		return;
	}
	say_saved(state, t, &typed);
	form_screen_saved(s, t);
}

/* --- The screen --- */

/* A draft was typed before what others wrote since: what it leaves empty is not emptied by taking it up. */
static void keep_heard(struct decision_state *state)
{
	struct form *form = &state->frame.form;

	if (!state->values.participation[0])
		form_set(form, "participation", state->read.participation);
	if (!state->values.child_views[0])
		form_set(form, "child_views", state->read.child_views);
	if (!state->values.scale[0])
		form_set(form, "scale", state->read.scale);
}

static bool open_form(struct decision_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	bool is_draft = state->frame.draft[0] != '\0';

	if (!may_decide(&state->page, f))
		return false;
	take_values(state);
	state->values = state->read;
	decision_choices_make(&state->choices, &state->page, &state->start, casework_policy(state->cw)->may_be_multiple,
			      &state->mem);
	decision_fields_make(state->fields, &state->choices);
	name_frame(state, mem);
	state->frame.what = "this decision";
	state->frame.save = save;
	state->frame.again = again;
	if (!form_screen_begin(&state->frame, t, state->fields, DECISION_FIELD_COUNT, &state->values, state, f))
		return false;
	if (is_draft)
		keep_heard(state);
	state->values.is_warned = state->values.accepted[0] != '\0';
	form_focus(&state->frame.form, state->start.asked == DECISION_NOTHING ? "not_decided_why" : "outcome");
	return true;
}

static bool decision_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct decision_state *state = screen_state(s);

	state->cw = casework_of(t);
	if (!read_page(state, screen_arena(s), f))
		return false;
	if (!state->frame.is_open) {
		if (open_form(state, t, screen_arena(s), f))
			return true;
		arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
		return false;
	}
	return state->start.count > 1 || child_at(state, 0)->decision.version == state->version ||
	       form_screen_take_in(s, t, f);
}

static void decision_title(const struct screen *s, char *out, size_t room)
{
	const struct decision_state *state = screen_state(s);

	snprintf(out, room, "%s · %s", state->page.marker, state->frame.title);
}

/* What is to be mended or answered for stands over the form, where it can be read while the answer is typed. */
static void decision_draw(const struct screen *s, struct canvas *c)
{
	const struct decision_state *state = screen_state(s);
	int columns = canvas_columns(c), row = canvas_paragraph(c, 0, 0, columns, 3, TUI_TEXT, state->frame.about);
	struct canvas_part part;

	if (state->values.is_warned && state->warnings[0])
		row += canvas_paragraph(c, row, 0, columns, WARNINGS_ROWS, TUI_LATE, state->warnings);
	row++;
	form_draw(&state->frame.form, canvas_part(c, &part, row, 0, canvas_rows(c) - row, columns));
}

/* Not held after all: there is nothing left to decide, and what was typed is kept. */
static void decision_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct decision_state *state = screen_state(s);
	struct arena mem = {0};
	struct live_page page;

	if (answer->code || !state->asked_quorum) {
		form_screen_answered(s, t, answer);
		return;
	}
	state->asked_quorum = false;
	if (casework_live_again(state->cw, state->start.conference, &mem, &page, NULL) &&
	    page.conference.state != STATE_IN_PROGRESS) {
		form_screen_keep(s, t);
		state->frame.form.changed = false;
		tui_close(t, NULL);
	}
	arena_finish(&mem);
}

static void decision_dispose(struct screen *s)
{
	struct decision_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class decision_screen = {
	.name = "decision",
	.purpose = "The chair decides for a child, or for several alike: outcome, categories, reasons, what follows.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct decision_state),
	.load = decision_load,
	.title = decision_title,
	.draw = decision_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = decision_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.dispose = decision_dispose,
};

bool decision_form_open(struct tui *t, const struct decision_start *start, const char *draft, struct fault *f)
{
	struct decision_state state = {.start = *start};

	if (!start->count)
		return fault_set(f, FAULT_REFUSED, "Choose a child first.");
	snprintf(state.frame.draft, sizeof state.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &decision_screen, &state, f);
}
