/* One person, corrected by hand, or somebody added to a family: look-alikes are offered, another's save loses nothing.
 */
#include "form_screen.h"
#include "person_fields.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_ALIKE = 7802 };
enum { ALIKE_MOST = 8, SOMEBODY_ELSE = -1 };

struct person_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t person, family;   /* person 0: a new member of the family */
	struct person_desk desk;
	struct person_values values, read; /* as typed, and as it was read: what differs is the officer's own */
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

static void name_frame(struct person_state *state)
{
	const struct person_desk *desk = &state->desk;
	const char *family = desk->family.id ? desk->family.reference : "no family";
	struct form_screen *frame = &state->frame;
	char name[NAME_ROOM];

	if (state->person)
		snprintf(frame->title, sizeof frame->title, "Details · %s · %s · %s",
			 person_listed_name(&desk->record.person, name), desk->record.person.reference, family);
	else
		snprintf(frame->title, sizeof frame->title, "Add a member · family %s · %s", desk->family.name, family);
	snprintf(frame->draft_form, sizeof frame->draft_form, "%s", state->person ? "person" : "member");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s",
		 state->person ? desk->record.person.reference : desk->family.reference);
}

/* --- Saving --- */

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct person_state *state = screen_state(s);

	if (!read_record(state, casework_of(t), f))
		return NULL;
	person_values_fill(&state->read, &state->desk.record);
	return &state->read;
}

static void say_at_field(struct person_state *state, struct tui *t, const struct fault *f)
{
	struct fault at = *f;

	snprintf(at.field, sizeof at.field, "%s", person_field_of(&state->values, f->field));
	form_screen_refused(&state->frame, t, &at);
}

static void correct(struct screen *s, struct tui *t, const struct person_record *record)
{
	struct person_state *state = screen_state(s);
	struct fault f = {0};
	char name[NAME_ROOM];

	if (casework_person_save(casework_of(t), record, &f)) {
		tui_say(t, "Saved: the details of %s.", person_full_name(&record->person, name));
		form_screen_saved(s, t);
	} else {
		say_at_field(state, t, &f);
	}
}

/* Somebody the file knows joins the family with an id; anybody else is new. */
static void add(struct screen *s, struct tui *t, int64_t known)
{
	struct person_state *state = screen_state(s);
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
	form_screen_saved(s, t);
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

	if (!form_check(&state->frame.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!person_values_parse(&state->desk, &state->values, &record, &address, &f))
		say_at_field(state, t, &f);
	else if (state->person)
		correct(s, t, &record);
	else if (!ask_alike(state, t, &record.person, &f) && f.code == FAULT_NONE)
		add(s, t, 0);
	else if (f.code != FAULT_NONE)
		say_at_field(state, t, &f);
}

static void person_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (answer->code == ANSWER_ALIKE)
		add(s, t, answer->number == SOMEBODY_ELSE ? 0 : answer->number);
	else
		form_screen_answered(s, t, answer);
}

static bool open_form(struct person_state *state, struct tui *t, struct fault *f)
{
	const struct field *fields;
	size_t count;

	if (!read_record(state, casework_of(t), f))
		return false;
	person_values_fill(&state->read, &state->desk.record);
	state->read.is_adding = state->person == 0;
	state->values = state->read;
	name_frame(state);
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->person;
	state->frame.what = "these details";
	fields = person_fields(&count);
	return form_screen_begin(&state->frame, t, fields, count, &state->values, &state->desk, f);
}

static bool person_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct person_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->desk.mem); /* a load that fails leaves nothing behind for dispose to find */
	return false;
}

static void person_dispose(struct screen *s)
{
	struct person_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->desk.mem);
}

const struct screen_class person_screen = {
	.name = "person",
	.purpose = "One person's names, birth, needs, how to reach them and where they live; or a new member.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = person_answered,
	.state_size = sizeof(struct person_state),
	.load = person_load,
	.dispose = person_dispose,
};

static bool open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	struct person_state *state;

	if (!casework_may(casework_of(t), ACTION_RECORD_PEOPLE, f))
		return false;
	state = form_screen_blank(&person_screen, draft, f);
	if (!state)
		return false;
	state->person = person;
	state->family = family;
	return form_screen_push(t, &person_screen, state, f);
}

bool person_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	return open(t, person, family, draft, f);
}

bool member_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f)
{
	return open(t, 0, family, draft, f);
}
