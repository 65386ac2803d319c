/* What every form that is a screen of its own does alike: drafts, leaving, calendar, help. */
#include "form_screen.h"
#include "base/text.h"
#include "casework/drafts.h"
#include "domain/date.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_LEAVE = 8001, ANSWER_DAY };

const struct binding form_screen_no_keys[] = {{0}};

bool form_screen_begin(struct form_screen *state, struct tui *t, const struct field *fields, size_t count, void *values,
		       void *world, struct fault *f)
{
	if (!form_open(&state->form, fields, count, values, world, f))
		return false;
	state->form.memory = &desk_of(t)->memory;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		state->form.changed = true;
	}
	state->is_open = true;
	return true;
}

void form_screen_keep(struct screen *s, struct tui *t)
{
	struct form_screen *state = screen_state(s);

	if (state->form.changed && !(state->store && state->store(s, t)))
		casework_draft_keep(casework_of(t), state->draft_form, state->draft_for, state->title,
				    form_to_draft(&state->form, screen_arena(s)), NULL);
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

void form_screen_refused(struct form_screen *state, struct tui *t, const struct fault *f)
{
	form_show_fault(&state->form, f);
	tui_say_fault(t, f);
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

	if (form_act(&state->form, op, typed) == HANDLED) {
		if (state->typed)
			state->typed(s);
		if (form_take_left(&state->form))
			form_screen_keep(s, t);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: state->save(s, t); return HANDLED;
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

	return !state->form.changed || (state->store && state->store(s, t)) ||
	       !prompt_leave(t, ANSWER_LEAVE, state->what, NULL);
}

void form_screen_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct form_screen *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	if (answer->code == ANSWER_DAY && state->form.focus < state->form.count) {
		form_set(&state->form, state->form.fields[state->form.focus].name,
			 date_plain((day_number)answer->number, text));
	} else if (answer->code == ANSWER_LEAVE && answer->number == 1) {
		state->save(s, t);
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

	form_close(&state->form);
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
