/* One person, corrected by hand, or somebody added to a family: look-alikes are offered, another's save loses nothing.
 */
#include "casework/drafts.h"
#include "person_fields.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_LEAVE = 7801, ANSWER_ALIKE, ANSWER_DAY };
enum { ALIKE_MOST = 8, SOMEBODY_ELSE = -1 };

struct person_state {
	int64_t person, family; /* person 0: a new member of the family */
	struct person_desk desk;
	struct person_values values, read; /* as typed, and as it was read: what differs is the officer's own */
	struct form form;
	bool is_open;
	char draft[6000];
};

/* Into memory of its own: what a save is checked against must not follow another's change unseen. */
static bool read_record(struct person_state *state, struct casework *cw, struct fault *f)
{
	struct person_desk *desk = &state->desk;
	int64_t family = state->family;

	desk->cw = cw;
	if (!state->person)
		desk->record = person_record_new(family);
	else if (!casework_person_record(cw, state->person, family, &desk->mem, &desk->record, f))
		return false;
	family = desk->record.family_id;
	return !family || (casework_family(cw, family, &desk->mem, &desk->family, f) &&
			   casework_members(cw, family, &desk->mem, &desk->members, f));
}

static bool person_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct person_state *state = screen_state(s);
	const struct field *fields;
	size_t count;

	if (state->is_open)
		return true;
	if (!read_record(state, casework_of(t), f)) {
		arena_finish(&state->desk.mem); /* a load that fails leaves nothing behind for dispose to find */
		return false;
	}
	person_values_fill(&state->read, &state->desk.record);
	state->read.is_adding = state->person == 0;
	state->values = state->read;
	fields = person_fields(&count);
	if (!form_open(&state->form, fields, count, &state->values, &state->desk, f)) {
		arena_finish(&state->desk.mem);
		return false;
	}
	state->form.memory = &desk_of(t)->memory;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		state->form.changed = true;
	}
	state->is_open = true;
	return true;
}

static void person_title(const struct screen *s, char *out, size_t room)
{
	const struct person_state *state = screen_state(s);
	const struct person_desk *desk = &state->desk;
	const char *family = desk->family.id ? desk->family.reference : "no family";
	char name[NAME_ROOM];

	if (state->person)
		snprintf(out, room, "Details · %s · %s · %s", person_listed_name(&desk->record.person, name),
			 desk->record.person.reference, family);
	else
		snprintf(out, room, "Add a member · family %s · %s", desk->family.name, family);
}

static void person_draw(const struct screen *s, struct canvas *c)
{
	const struct person_state *state = screen_state(s);

	form_draw(&state->form, c);
}

/* --- Drafts --- */

static const char *draft_form(const struct person_state *state)
{
	return state->person ? "person" : "member";
}

static const char *draft_subject(const struct person_state *state)
{
	return state->person ? state->desk.record.person.reference : state->desk.family.reference;
}

static void person_keep(struct screen *s, struct tui *t)
{
	struct person_state *state = screen_state(s);
	char summary[300];

	if (!state->form.changed)
		return;
	snprintf(summary, sizeof summary, "%s %s, %s %s", state->person ? "Details of" : "New member of",
		 draft_subject(state), state->values.given_names, state->values.surname);
	casework_draft_keep(casework_of(t), draft_form(state), draft_subject(state), summary,
			    form_to_draft(&state->form, screen_arena(s)), NULL);
}

static void finish(struct person_state *state, struct tui *t)
{
	casework_draft_drop(casework_of(t), draft_form(state), draft_subject(state), NULL);
	state->form.changed = false;
	tui_close(t, NULL);
}

/* --- Saving --- */

static void saved(struct person_state *state, struct tui *t)
{
	form_mark_saved(&state->form);
	finish(state, t);
}

static void say_at_field(struct person_state *state, struct tui *t, const struct fault *f)
{
	struct fault at = *f;

	snprintf(at.field, sizeof at.field, "%s", person_field_of(&state->values, f->field));
	form_show_fault(&state->form, &at);
	tui_say_fault(t, f);
}

/* Another person saved first. What was not touched here becomes what they saved; what was typed stays typed. */
static void take_in_others(struct screen *s, struct tui *t)
{
	struct person_state *state = screen_state(s);
	struct person_values before = state->read;
	struct fault f = {0};

	person_keep(s, t);
	if (!read_record(state, casework_of(t), &f)) {
		tui_say_fault(t, &f);
		return;
	}
	person_values_fill(&state->read, &state->desk.record);
	form_take_in(&state->form, &before, &state->read);
	tui_say(t, "Another person changed %s meanwhile: their changes are here beside yours. Look, then save again.",
		state->desk.record.person.reference);
}

static void correct(struct screen *s, struct tui *t, const struct person_record *record)
{
	struct person_state *state = screen_state(s);
	struct fault f = {0};
	char name[NAME_ROOM];

	if (casework_person_save(casework_of(t), record, &f)) {
		tui_say(t, "Saved: the details of %s.", person_full_name(&record->person, name));
		saved(state, t);
	} else if (f.code == FAULT_CONFLICT) {
		take_in_others(s, t);
	} else {
		say_at_field(state, t, &f);
	}
}

/* Somebody the file knows joins the family with an id; anybody else is new. */
static void add(struct person_state *state, struct tui *t, int64_t known)
{
	struct person_record record;
	struct address address;
	struct fault f = {0};
	char name[NAME_ROOM];

	if (!person_values_parse(&state->desk, &state->values, &record, &address, &f)) {
		say_at_field(state, t, &f);
		return;
	}
	record.person.id = known;
	if (!casework_member_add(casework_of(t), state->family, &record.person, record.relationship,
				 record.parental_responsibility, record.address, &f)) {
		say_at_field(state, t, &f);
		return;
	}
	if (known)
		tui_say(t, "Saved: of family %s too, with the details kept before; e changes them.",
			state->desk.family.reference);
	else
		tui_say(t, "Saved: %s is of family %s.", person_full_name(&record.person, name),
			state->desk.family.reference);
	saved(state, t);
}

static bool belongs(const struct person_desk *desk, int64_t person)
{
	for (size_t i = 0; i < desk->members.count; i++)
		if (desk->members.items[i].person_id == person)
			return true;
	return false;
}

/* True when the question is asked: the answer adds. */
static bool ask_alike(struct person_state *state, struct tui *t, const struct person *person, struct fault *f)
{
	struct arena mem = {0};
	struct look_alike_list alike = {0};
	struct menu_item items[ALIKE_MOST + 1];
	size_t count = 0;
	char name[NAME_ROOM];
	bool asked;

	if ((!person->given_names[0] && !person->surname[0]) ||
	    !casework_people_like(state->desk.cw, person, &mem, &alike, f) || !alike.count) {
		arena_finish(&mem);
		return false;
	}
	for (size_t i = 0; i < alike.count && count < ALIKE_MOST; i++) {
		const struct look_alike *one = &alike.items[i];

		person_full_name(&one->member.person, name);
		items[count++] = (struct menu_item){.label = arena_text(&mem, name),
						    .detail = one->words,
						    .why_not = belongs(&state->desk, one->member.person_id)
								       ? "belongs to this family already"
								       : NULL,
						    .number = one->member.person_id};
	}
	items[count++] = (struct menu_item){
		.key = 'n', .label = "New: somebody else of this name", .detail = "", .number = SOMEBODY_ELSE};
	asked = prompt_menu(t, ANSWER_ALIKE, "The file knows somebody like this. Who is it?", items, count, f);
	arena_finish(&mem);
	return asked;
}

static void save(struct screen *s, struct tui *t)
{
	struct person_state *state = screen_state(s);
	struct person_record record;
	struct address address;
	struct fault f = {0};

	if (!form_check(&state->form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!person_values_parse(&state->desk, &state->values, &record, &address, &f))
		say_at_field(state, t, &f);
	else if (state->person)
		correct(s, t, &record);
	else if (!ask_alike(state, t, &record.person, &f) && f.code == FAULT_NONE)
		add(state, t, 0);
	else if (f.code != FAULT_NONE)
		say_at_field(state, t, &f);
}

static enum handled person_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct person_state *state = screen_state(s);
	struct fault f = {0};

	if (form_act(&state->form, op, typed) == HANDLED) {
		if (form_take_left(&state->form))
			person_keep(s, t);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: save(s, t); return HANDLED;
	case OP_FORM_CALENDAR:
		if (!calendar_open(t, ANSWER_DAY, casework_today(state->desk.cw), &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

static bool person_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool person_may_close(struct screen *s, struct tui *t)
{
	struct person_state *state = screen_state(s);

	return !state->form.changed || !prompt_leave(t, ANSWER_LEAVE, "these details", NULL);
}

static void leave(struct screen *s, struct tui *t, int64_t choice)
{
	struct person_state *state = screen_state(s);

	if (choice == 1) {
		save(s, t);
	} else if (choice == 2) {
		person_keep(s, t);
		state->form.changed = false;
		tui_close(t, NULL);
	} else {
		finish(state, t);
	}
}

static void person_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct person_state *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	if (answer->code == ANSWER_ALIKE)
		add(state, t, answer->number == SOMEBODY_ELSE ? 0 : answer->number);
	else if (answer->code == ANSWER_LEAVE)
		leave(s, t, answer->number);
	else if (answer->code == ANSWER_DAY && state->form.focus < state->form.count)
		form_set(&state->form, state->form.fields[state->form.focus].name,
			 date_plain((day_number)answer->number, text));
}

static void person_dispose(struct screen *s)
{
	struct person_state *state = screen_state(s);

	form_close(&state->form);
	arena_finish(&state->desk.mem);
}

static const struct binding no_keys[] = {{0}}; /* the form's own are enough */

const struct screen_class person_screen = {
	.name = "person",
	.purpose = "One person's names, birth, needs, how to reach them and where they live; or a new member.",
	.keys = no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct person_state),
	.load = person_load,
	.title = person_title,
	.draw = person_draw,
	.act = person_act,
	.takes_text = person_takes_text,
	.answered = person_answered,
	.keep = person_keep,
	.may_close = person_may_close,
	.dispose = person_dispose,
};

static bool open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	struct person_state *state;
	bool opened;

	if (!casework_may(casework_of(t), ACTION_RECORD_PEOPLE, f))
		return false;
	state = calloc(1, sizeof *state);
	if (!state)
		return fault_set(f, FAULT_MEMORY, "There is no memory to open the form.");
	state->person = person;
	state->family = family;
	snprintf(state->draft, sizeof state->draft, "%s", draft ? draft : "");
	opened = tui_push(t, &person_screen, state, f);
	free(state);
	return opened;
}

bool person_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	return open(t, person, family, draft, f);
}

bool member_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f)
{
	return open(t, 0, family, draft, f);
}
