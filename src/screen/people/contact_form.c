/* One contact of the directory, added or changed. Somebody who may be there already is offered; another's save loses
 * nothing. */
#include "contact_form.h"
#include "directory.h"
#include "form_screen.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_ALIKE = 8340 };
enum { ALIKE_MOST = 8, SOMEBODY_ELSE = -1 };

struct contact_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t contact;
	char agency[160]; /* of the row it was added from */
	struct contact_desk desk;
	struct contact_values values, read; /* as typed, and as it was read: what differs is the officer's own */
};

/* Into memory of its own: what a save is checked against must not follow another's change unseen. */
static bool read_contact(struct contact_state *state, struct fault *f)
{
	struct contact_desk *desk = &state->desk;
	const struct directory_line *line;

	if (!casework_directory(desk->cw, true, false, &desk->mem, &desk->all, f) ||
	    !casework_agencies(desk->cw, &desk->mem, &desk->agencies, f))
		return false;
	if (!state->contact) {
		desk->contact = (struct contact){
			.agency = state->agency, .is_active = true, .checked_on = DAY_NONE, .bounced_on = DAY_NONE};
		return true;
	}
	line = directory_line_of(&desk->all, state->contact, f);
	if (line)
		desk->contact = line->contact;
	return line != NULL;
}

static void typed(struct screen *s)
{
	struct contact_state *state = screen_state(s);

	state->values.is_new_agency = contact_agency_is_new(&state->desk, form_value(&state->frame.form, "agency"));
}

static void name_frame(struct contact_state *state)
{
	struct form_screen *frame = &state->frame;
	const struct contact *one = &state->desk.contact;

	if (state->contact)
		snprintf(frame->title, sizeof frame->title, "Contact · %s · %s", one->name, one->agency);
	else
		snprintf(frame->title, sizeof frame->title, "Add to the directory%s%s", one->agency[0] ? " · " : "",
			 one->agency);
	snprintf(frame->draft_form, sizeof frame->draft_form, "contact");
	if (state->contact)
		snprintf(frame->draft_for, sizeof frame->draft_for, "%lld", (long long)state->contact);
	else
		snprintf(frame->draft_for, sizeof frame->draft_for, "new");
}

/* --- Saving --- */

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct contact_state *state = screen_state(s);

	(void)t;
	if (!read_contact(state, f))
		return NULL;
	contact_values_fill(&state->read, &state->desk);
	return &state->read;
}

/* Closes with the entry that the list is to go to. */
static void finish(struct contact_state *state, struct tui *t, int64_t contact)
{
	casework_draft_drop(casework_of(t), state->frame.draft_form, state->frame.draft_for, NULL);
	form_mark_saved(&state->frame.form);
	state->frame.form.changed = false;
	tui_close(t, &(struct answer){.code = ANSWER_CONTACT, .number = contact});
}

static void keep(struct screen *s, struct tui *t, struct contact *contact)
{
	struct contact_state *state = screen_state(s);
	struct fault f = {0};

	if (casework_contact_save(state->desk.cw, contact, strcmp(state->values.checked, "yes") == 0, &f)) {
		tui_say(t, "Saved: %s, %s.", contact->name, contact->agency);
		finish(state, t, contact->id);
	} else {
		form_screen_refused(&state->frame, t, &f);
	}
}

/* True when the question is asked: the answer goes on. */
static bool ask_alike(struct contact_state *state, struct tui *t, const struct contact *contact, struct fault *f)
{
	struct arena mem = {0};
	struct contact_list alike = {0};
	struct menu_item items[ALIKE_MOST + 1];
	size_t count = 0;
	bool asked = false;

	if (casework_contacts_like(state->desk.cw, contact, &mem, &alike, f) && alike.count) {
		for (size_t i = 0; i < alike.count && count < ALIKE_MOST; i++) {
			const struct contact *one = &alike.items[i];

			items[count++] = (struct menu_item){.label = one->name,
							    .detail = arena_printf(&mem, "%s%s%s%s%s", one->agency,
										   *one->email ? " · " : "", one->email,
										   one->is_active ? "" : " · left", ""),
							    .number = one->id};
		}
		items[count++] = (struct menu_item){
			.key = 'n', .label = "New: another person", .detail = "", .number = SOMEBODY_ELSE};
		asked = prompt_menu(t, ANSWER_ALIKE, "The directory knows somebody like this. Who is it?", items, count,
				    f);
	}
	arena_finish(&mem);
	return asked;
}

static void save(struct screen *s, struct tui *t)
{
	struct contact_state *state = screen_state(s);
	struct contact contact;
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!contact_values_parse(&state->desk, &state->values, &contact, &f))
		form_screen_refused(&state->frame, t, &f);
	else if (state->contact || (!ask_alike(state, t, &contact, &f) && f.code == FAULT_NONE))
		keep(s, t, &contact);
	else if (f.code != FAULT_NONE)
		form_screen_refused(&state->frame, t, &f);
}

static void contact_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct contact_state *state = screen_state(s);
	struct contact contact;
	struct fault f = {0};

	if (answer->code != ANSWER_ALIKE) {
		form_screen_answered(s, t, answer);
	} else if (answer->number != SOMEBODY_ELSE) {
		tui_say(t, "Nothing was added: this is the entry that was there. e changes it.");
		finish(state, t, answer->number);
	} else if (contact_values_parse(&state->desk, &state->values, &contact, &f)) {
		keep(s, t, &contact);
	} else {
		form_screen_refused(&state->frame, t, &f);
	}
}

/* --- The screen --- */

static bool contact_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct contact_state *state = screen_state(s);
	const struct field *fields;
	size_t count;

	if (state->frame.is_open)
		return true;
	state->desk.cw = casework_of(t);
	if (!read_contact(state, f))
		return false;
	contact_values_fill(&state->read, &state->desk);
	state->values = state->read;
	name_frame(state);
	state->frame.what = state->contact ? "this entry" : "this addition";
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->contact;
	state->frame.typed = typed;
	fields = contact_fields(&count);
	if (!form_screen_begin(&state->frame, t, fields, count, &state->values, &state->desk, f))
		return false;
	typed(s); /* what a draft says is as good as typed */
	if (state->contact || state->agency[0])
		form_focus(&state->frame.form, state->contact ? "email" : "name"); /* what is changed most */
	return true;
}

static void contact_dispose(struct screen *s)
{
	struct contact_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->desk.mem);
}

const struct screen_class contact_screen = {
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.title = form_screen_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = contact_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.name = "contact",
	.purpose = "One contact of the directory: where they work, how they are reached, who stands in.",
	.state_size = sizeof(struct contact_state),
	.load = contact_load,
	.dispose = contact_dispose,
};

bool contact_form_open(struct tui *t, int64_t contact, const char *agency, const char *draft, struct fault *f)
{
	struct contact_state start = {.contact = contact};

	if (!casework_may(casework_of(t), ACTION_KEEP_DIRECTORY, f))
		return false;
	snprintf(start.agency, sizeof start.agency, "%s", agency);
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &contact_screen, &start, f);
}
