/* An unborn child is born: the day, names, and further children nobody knew of. */
#include "casework/births.h"
#include "casework/pages.h"
#include "date_field.h"
#include "form_screen.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct birth_values {
	char born_on[48], surname[100], count[4];
	char given[3][100], sex[3][4], nhs[3][24];
};

struct birth_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct birth_values values;
	int64_t child, version;
	struct casework *cw;
};

static const struct field_choice sexes[] = {{"U", "not recorded"}, {"F", "female"}, {"M", "male"}, {NULL, NULL}};
static const struct field_choice counts[] = {{"1", "one child"}, {"2", "twins"}, {"3", "triplets"}, {NULL, NULL}};

/* Of a child who was expected until now: "3 apr" typed on 1 April is not the third of last April, and that it is still
 * to come is what helps. */
static struct date_context nearest(const struct birth_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day of the birth"};
}

DATE_FIELD_HOOKS(nearest)

static int count_of(const void *values)
{
	return atoi(((const struct birth_values *)values)->count);
}

static bool is_second(const void *values)
{
	return count_of(values) >= 2;
}

static bool is_third(const void *values)
{
	return count_of(values) >= 3;
}

#define VALUE(member) FIELD_OF(struct birth_values, member)

static const struct field fields[] = {
	{"born_on", "Born", "The day of the birth: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(born_on),
	 .required = true, .echo = day_echo, .step = day_step, .check = day_check},
	{"count", "How many", "Left and right choose: twins get a plan and deadlines of their own.", NULL, FIELD_CHOICE,
	 VALUE(count), .required = true, .choices = counts},
	{"surname", "Surname", "Of each of them; another one is corrected with the child's details.", NULL, FIELD_TEXT,
	 VALUE(surname), .required = true},
	{"given_names", "Given names", "Empty while there is none yet.", NULL, FIELD_TEXT, VALUE(given[0]),
	 .required = false},
	{"sex", "Sex", "Left and right choose.", NULL, FIELD_CHOICE, VALUE(sex[0]), .choices = sexes},
	{"nhs_number", "NHS number", "Ten digits; empty while it is not known.", NULL, FIELD_TEXT, VALUE(nhs[0]),
	 .required = false},
	{"given_names2", "Second child", "A name, or Twin 2 until there is one.", NULL, FIELD_TEXT, VALUE(given[1]),
	 .required = true, .shown = is_second},
	{"sex2", "Sex", "Left and right choose.", NULL, FIELD_CHOICE, VALUE(sex[1]), .choices = sexes,
	 .shown = is_second},
	{"nhs_number2", "NHS number", "Ten digits; empty while it is not known.", NULL, FIELD_TEXT, VALUE(nhs[1]),
	 .shown = is_second},
	{"given_names3", "Third child", "A name, or Triplet 3 until there is one.", NULL, FIELD_TEXT, VALUE(given[2]),
	 .required = true, .shown = is_third},
	{"sex3", "Sex", "Left and right choose.", NULL, FIELD_CHOICE, VALUE(sex[2]), .choices = sexes,
	 .shown = is_third},
	{"nhs_number3", "NHS number", "Ten digits; empty while it is not known. Ctrl-S saves.", NULL, FIELD_TEXT,
	 VALUE(nhs[2]), .shown = is_third},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static enum sex sex_of(const char *token)
{
	return *token == 'F' ? SEX_FEMALE : *token == 'M' ? SEX_MALE : SEX_UNKNOWN;
}

static bool typed_in(const struct birth_state *state, struct birth *out, struct fault *f)
{
	const struct birth_values *v = &state->values;
	struct date_context context = nearest(state);
	struct date_entry on;

	if (!date_entry_parse(&on, v->born_on, &context, f))
		return false;
	*out = (struct birth){
		.person_id = state->child, .version = state->version, .born_on = on.day, .count = (size_t)count_of(v)};
	for (size_t i = 0; i < out->count; i++)
		out->children[i] = (struct born_child){.given_names = v->given[i],
						       .surname = v->surname,
						       .nhs_number = v->nhs[i],
						       .sex = sex_of(v->sex[i])};
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	struct birth_state *state = screen_state(s);
	struct birth birth;
	const char *follows;
	struct fault f = {0};

	if (!form_check(&state->form.form, &f) || !typed_in(state, &birth, &f) ||
	    !casework_birth(state->cw, &birth, screen_arena(s), &follows, &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	tui_say(t, "Saved. %s", strchr(follows, '\n') ? strrchr(follows, '\n') + 1 : follows);
	form_screen_saved(s, t);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct birth_state *state = screen_state(s);
	struct child_page child;

	(void)t;
	if (!casework_child_page(state->cw, state->child, screen_arena(s), &child, f))
		return NULL;
	state->version = child.person.version;
	return &state->values;
}

static bool birth_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct birth_state *state = screen_state(s);
	struct child_page child;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_child_page(state->cw, state->child, screen_arena(s), &child, f))
		return false;
	if (!person_is_unborn(&child.person) || child.person.died_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "A birth is recorded of a child who is expected.");
	state->version = child.person.version;
	snprintf(state->form.title, sizeof state->form.title, "Birth · %s", person_full_name(&child.person, name));
	snprintf(state->form.about, sizeof state->form.about,
		 "Expected %s. What was decided before the birth goes on; its review comes sooner.",
		 date_medium(child.person.expected_on, day));
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld", (long long)state->child);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "birth");
	snprintf(state->values.count, sizeof state->values.count, "1");
	snprintf(state->values.surname, sizeof state->values.surname, "%s", child.person.surname);
	/* What stands for a name until there is one is not offered as one. */
	if (strcasecmp(child.person.given_names, "unborn") != 0)
		snprintf(state->values.given[0], sizeof state->values.given[0], "%s", child.person.given_names);
	for (size_t i = 0; i < 3; i++)
		snprintf(state->values.sex[i], sizeof state->values.sex[i], "U");
	state->form.save = save;
	state->form.again = again;
	state->form.is_act = true;
	state->form.what = "this birth";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

const struct screen_class birth_screen = {
	.name = "birth",
	.purpose = "An unborn child is born: the day, names, twins and triplets.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct birth_state),
	.load = birth_load,
	.dispose = form_screen_dispose,
};

bool birth_open(struct tui *t, int64_t child, const char *draft, struct fault *f)
{
	struct birth_state *state;

	if (!casework_may(casework_of(t), ACTION_END_PLANS, f))
		return false;
	state = form_screen_blank(&birth_screen, draft, f);
	if (!state)
		return false;
	state->child = child;
	return form_screen_push(t, &birth_screen, state, f);
}
