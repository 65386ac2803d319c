/* What every form that is a screen of its own does alike: drafts, leaving, calendar, help. */
#include "form_screen.h"
#include "base/text.h"
#include "casework/drafts.h"
#include "domain/date.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_LEAVE = 8001, ANSWER_DAY, ANSWER_OVERLAP };

const struct binding form_screen_no_keys[] = {{0}};

/* What another person's save is compared with later. */
static bool remember(struct form_screen *state, const char *const *was, struct fault *f)
{
	struct arena before = state->mem;

	state->mem = (struct arena){0};
	state->was = arena_alloc(&state->mem, (state->form.count + 1) * sizeof *state->was);
	for (size_t i = 0; state->was && i < state->form.count; i++)
		state->was[i] = arena_text(&state->mem, was[i]);
	arena_finish(&before);
	return !arena_exhausted(&state->mem) ||
	       fault_set(f, FAULT_MEMORY,
			 "There is not enough memory for this form. What was typed is kept as a draft.");
}

static const char *read_then(const struct form_screen *state, size_t i, const char *was)
{
	const struct field *field = &state->form.fields[i];

	if (was || field->kind == FIELD_HEADING)
		return was ? was : "";
	/* Left as it was then. Empty now: it was put there by how the form was opened, and is no part of the record. */
	return *state->was[i] ? form_value(&state->form, field->name) : "";
}

/* Over what is read now: fields left as they were are as they are now; where others changed what is typed here too, it
 * is chosen before it is saved. `was`: as it was read then, NULL for a field that was left so. */
static bool lay_over(struct form_screen *state, const char **was, struct tui *t, const char *said, struct fault *f)
{
	struct overlap *c = overlap_create(&state->form, state->was);
	bool is_open = false, is_met;

	for (size_t i = 0; i < state->form.count; i++)
		was[i] = read_then(state, i, was[i]);
	if (!c || !overlap_compare(c, &state->form, was, f)) {
		overlap_destroy(c);
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take up what was typed.");
	}
	for (size_t i = 0; i < c->count; i++)
		is_open |= c->rows[i].is_changed_by_both;
	is_met = overlap_is_met(c);
	overlap_settle(c, &state->form);
	if (is_open) {
		tui_say(t, "%s", said);
		state->overlap = c;
		return remember(state, was, f);
	}
	overlap_destroy(c);
	if (is_met)
		tui_say(t, "Another person changed this meanwhile: what they wrote is here beside yours.");
	return true;
}

static bool take_up(struct form_screen *state, struct tui *t, struct fault *f)
{
	struct arena mem = {0};
	const char **was = arena_alloc(&mem, (state->form.count + 1) * sizeof *was);
	bool ok = was != NULL;

	form_from_draft(&state->form, state->draft);
	if (ok && state->again && !state->is_act && !state->is_new &&
	    form_draft_was(&state->form, state->draft, was, &mem))
		ok = lay_over(state, was, t,
			      "Another person saved this since the draft was kept. Ctrl-S shows both, to choose from.",
			      f);
	state->form.changed = true;
	arena_finish(&mem);
	return ok;
}

static bool begin(struct form_screen *state, struct tui *t, struct fault *f)
{
	struct arena mem = {0};
	const char **was = overlap_texts(&state->form, state->form.values, &mem);
	bool ok = was ? remember(state, was, f)
		      : fault_set(f, FAULT_MEMORY, "There is not enough memory to open this form.");

	arena_finish(&mem);
	return ok && (!state->draft[0] || take_up(state, t, f));
}

static void let_go(struct form_screen *state)
{
	form_close(&state->form);
	overlap_destroy(state->overlap);
	state->overlap = NULL;
	arena_finish(&state->mem);
}

void *form_screen_blank(const struct screen_class *class, const char *draft, struct fault *f)
{
	struct form_screen *state = calloc(1, class->state_size);

	if (!state) {
		fault_set(f, FAULT_MEMORY, "There is no memory to open the form.");
		return NULL;
	}
	snprintf(state->draft, sizeof state->draft, "%s", draft ? draft : "");
	return state;
}

bool form_screen_push(struct tui *t, const struct screen_class *class, void *state, struct fault *f)
{
	bool opened = tui_push(t, class, state, f);

	free(state);
	return opened;
}

/* What was typed in the same form before, and not saved, is not typed once more. */
static void tell_of_draft(const struct form_screen *state, struct tui *t)
{
	struct arena mem = {0};
	struct draft_list drafts;

	if (state->draft_form[0] && casework_drafts(casework_of(t), &mem, &drafts, NULL))
		for (size_t i = 0; i < drafts.count; i++)
			if (strcmp(drafts.items[i].form, state->draft_form) == 0 &&
			    strcmp(drafts.items[i].subject, state->draft_for) == 0) {
				tui_say(t,
					"What you typed here before, kept %s, is not lost: Esc, then D, takes it up.",
					drafts.items[i].when);
				break;
			}
	arena_finish(&mem);
}

bool form_screen_begin(struct form_screen *state, struct tui *t, const struct field *fields, size_t count, void *values,
		       void *world, struct fault *f)
{
	if (!form_open(&state->form, fields, count, values, world, f))
		return false;
	state->form.memory = &desk_of(t)->memory;
	state->since = casework_heard(casework_of(t));
	state->is_open = begin(state, t, f);
	if (!state->is_open)
		let_go(state);
	else if (!state->draft[0])
		tell_of_draft(state, t);
	return state->is_open;
}

/* Not over what others wrote and nobody has chosen between. */
static bool store(struct form_screen *state, struct screen *s, struct tui *t)
{
	return state->store && !state->overlap && state->store(s, t);
}

void form_screen_keep(struct screen *s, struct tui *t)
{
	struct form_screen *state = screen_state(s);

	state->self = s;
	if (state->form.changed && !store(state, s, t))
		keep_typed(t, state->draft_form, state->draft_for, state->title,
			   form_to_draft_over(&state->form, state->was, screen_arena(s)));
}

static void drop_draft(struct form_screen *state, struct tui *t)
{
	casework_draft_drop(casework_of(t), state->draft_form, state->draft_for, NULL);
	state->form.changed = false;
}

static void finish(struct form_screen *state, struct tui *t)
{
	drop_draft(state, t);
	tui_close(t, NULL);
}

void form_screen_kept(struct screen *s, struct tui *t)
{
	struct form_screen *state = screen_state(s);

	form_mark_saved(&state->form);
	drop_draft(state, t);
}

void form_screen_saved(struct screen *s, struct tui *t)
{
	struct form_screen *state = screen_state(s);

	form_mark_saved(&state->form);
	finish(state, t);
}

/* --- Another person saved the same record first --- */

static void name_other(const struct form_screen *state, struct tui *t)
{
	struct by_others others;

	casework_by_others(casework_of(t), tui_about(t).whole, state->since, &others);
	snprintf(state->overlap->title, sizeof state->overlap->title, "%s%s%s", state->marker,
		 *state->marker ? " · " : "", state->title);
	memcpy(state->overlap->who, others.who, sizeof state->overlap->who);
}

static bool show_overlap(struct form_screen *state, struct tui *t, struct fault *f)
{
	name_other(state, t);
	return overlap_compare(state->overlap, &state->form, state->was, f) &&
	       overlap_open(t, state->overlap, ANSWER_OVERLAP, f);
}

/* What they left in the fields is from here on what was read. */
static bool end_overlap(struct form_screen *state, struct fault *f)
{
	bool ok = remember(state, state->overlap->theirs, f);

	overlap_destroy(state->overlap);
	state->overlap = NULL;
	return ok;
}

static void save_again(struct form_screen *state, struct tui *t)
{
	struct fault f = {0};

	if (!end_overlap(state, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	state->is_saving_again = true;
	if (state->store)
		state->store(state->self, t);
	else
		state->save(state->self, t);
	state->is_saving_again = false;
}

/* False with a fault when it cannot be shown. What they changed beside this form's fields is no conflict. */
static bool meet(struct form_screen *state, struct tui *t, struct fault *f)
{
	bool was_again = state->is_saving_again;
	const char **theirs = NULL;
	struct arena mem = {0};
	const void *now;

	form_screen_keep(state->self, t);
	now = state->again(state->self, t, f);
	if (!now)
		return false;
	if (state->is_act) {
		desk_tell(t, &state->since);
		return true;
	}
	theirs = overlap_texts(&state->form, now, &mem);
	overlap_destroy(state->overlap);
	state->overlap = theirs ? overlap_create(&state->form, theirs) : NULL;
	arena_finish(&mem);
	if (!state->overlap)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show both. Yours is kept as a draft.");
	name_other(state, t);
	if (!overlap_compare(state->overlap, &state->form, state->was, f))
		return false;
	if (!overlap_is_met(state->overlap) && !was_again)
		save_again(state, t);
	else
		return overlap_open(t, state->overlap, ANSWER_OVERLAP, f);
	return true;
}

void form_screen_stored(struct screen *s)
{
	struct form_screen *state = screen_state(s);
	struct arena mem = {0};
	const char **now;

	form_mark_saved(&state->form);
	now = overlap_texts(&state->form, state->form.values, &mem);
	if (now)
		remember(state, now, NULL);
	arena_finish(&mem);
}

bool form_screen_take_in(struct screen *s, struct tui *t, struct fault *f)
{
	struct form_screen *state = screen_state(s);
	bool was_changed = state->form.changed, ok = false;
	struct arena mem = {0}, before_mem = {0};
	const char **was, **now = NULL;
	const void *values;

	state->self = s;
	if (state->overlap)
		return true; /* it is chosen first */
	was = arena_alloc(&before_mem, (state->form.count + 1) * sizeof *was);
	values = state->again(s, t, f);
	for (size_t i = 0; was && i < state->form.count; i++)
		was[i] = arena_text(&before_mem, state->was[i]);
	if (values)
		now = overlap_texts(&state->form, values, &mem);
	if (values && (!now || !was || arena_exhausted(&before_mem)))
		fault_set(f, FAULT_MEMORY, "There is not enough memory to show what others wrote.");
	else if (values)
		ok = remember(state, now, f) &&
		     lay_over(state, was, t, "Another person wrote in the same field meanwhile. Ctrl-S shows both.", f);
	state->form.changed = was_changed;
	arena_finish(&mem);
	arena_finish(&before_mem);
	return ok;
}

void form_screen_refused(struct form_screen *state, struct tui *t, const struct fault *f)
{
	struct fault why = {0};

	if (f->code == FAULT_CONFLICT && state->again) {
		if (meet(state, t, &why))
			return;
		f = &why;
	}
	form_show_fault(&state->form, f);
	tui_say_fault(t, f);
}

/* What was not chosen yet is asked for again instead of being saved over. */
static void save_or_choose(struct form_screen *state, struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!state->overlap)
		state->save(s, t);
	else if (!show_overlap(state, t, &f))
		tui_say_fault(t, &f);
}

static void chosen(struct form_screen *state, struct tui *t, bool is_to_save)
{
	if (!is_to_save) {
		tui_say(t, "Nothing is saved yet. Ctrl-S shows yours and theirs side by side again.");
		return;
	}
	overlap_settle(state->overlap, &state->form);
	save_again(state, t);
}

void form_screen_title(const struct screen *s, char *out, size_t room)
{
	const struct form_screen *state = screen_state(s);

	snprintf(out, room, "%s%s%s", state->marker, *state->marker ? " · " : "", state->title);
}

void form_screen_draw(const struct screen *s, struct canvas *c)
{
	const struct form_screen *state = screen_state(s);
	struct canvas_part part;
	int row = 0;

	if (state->about[0])
		row = 1 + canvas_paragraph(c, 0, 0, canvas_columns(c), 3, TUI_TEXT, state->about);
	form_draw(&state->form, canvas_part(c, &part, row, 0, canvas_rows(c) - row, canvas_columns(c)));
}

enum handled form_screen_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct form_screen *state = screen_state(s);
	struct fault f = {0};

	state->self = s;
	if (form_act(&state->form, op, typed) == HANDLED) {
		if (state->typed)
			state->typed(s);
		if (form_take_left(&state->form))
			form_screen_keep(s, t);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: save_or_choose(state, s, t); return HANDLED;
	case OP_FORM_CALENDAR:
		if (!calendar_open(t, ANSWER_DAY, casework_today(casework_of(t)), &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

bool form_screen_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

bool form_screen_may_close(struct screen *s, struct tui *t)
{
	struct form_screen *state = screen_state(s);

	state->self = s;
	return !state->form.changed || store(state, s, t) || !prompt_leave(t, ANSWER_LEAVE, state->what, NULL);
}

void form_screen_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct form_screen *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	state->self = s;
	if (answer->code == ANSWER_OVERLAP && state->overlap) {
		chosen(state, t, answer->number == 1);
	} else if (answer->code == ANSWER_DAY && state->form.focus < state->form.count) {
		form_set(&state->form, state->form.fields[state->form.focus].name,
			 date_plain((day_number)answer->number, text));
	} else if (answer->code == ANSWER_LEAVE && answer->number == 1) {
		save_or_choose(state, s, t);
	} else if (answer->code == ANSWER_LEAVE && answer->number == 2) {
		form_screen_keep(s, t);
		state->form.changed = false;
		tui_close(t, NULL);
	} else if (answer->code == ANSWER_LEAVE) {
		finish(state, t);
	}
}

void form_screen_dispose(struct screen *s)
{
	struct form_screen *state = screen_state(s);

	let_go(state);
}

bool form_screen_suggest(struct field_suggestion_list *out, struct arena *mem, const char *value, const char *detail,
			 const char *typed)
{
	struct field_suggestion *item;

	if (!text_begins_words(mem, value, typed))
		return true;
	item = ARENA_PUSH(mem, out);
	if (item)
		*item = (struct field_suggestion){.value = value, .label = value, .detail = detail};
	return item != NULL;
}
