/* An unborn child is born: the day, names, and further children nobody knew of. */
#include "casework/births.h"
#include "child_event.h"
#include "date_field.h"
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
	struct child_event event; /* first */
	struct birth_values values;
};

static const struct field_choice sexes[] = {{"U", "not recorded"}, {"F", "female"}, {"M", "male"}, {NULL, NULL}};
static const struct field_choice counts[] = {{"1", "one child"}, {"2", "twins"}, {"3", "triplets"}, {NULL, NULL}};

/* Of a child who was expected until now: "3 apr" typed on 1 April is not the third of last April, and that it is still
 * to come is what helps. */
static struct date_context nearest(const struct birth_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->event.cw),
				     .calendar = casework_calendar(state->event.cw),
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
	*out = (struct birth){.person_id = state->event.child,
			      .version = state->event.version,
			      .born_on = on.day,
			      .count = (size_t)count_of(v)};
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

	if (!form_check(&state->event.form.form, &f) || !typed_in(state, &birth, &f) ||
	    !casework_birth(state->event.cw, &birth, screen_arena(s), &follows, &f)) {
		form_screen_refused(&state->event.form, t, &f);
		return;
	}
	tui_say(t, "Saved. %s", strchr(follows, '\n') ? strrchr(follows, '\n') + 1 : follows);
	form_screen_saved(s, t);
}

static bool birth_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct birth_state *state = screen_state(s);
	struct child_page child;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (state->event.form.is_open)
		return true;
	if (!child_event_read(&state->event, t, screen_arena(s), &child, f))
		return false;
	if (!person_is_unborn(&child.person) || child.person.died_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "A birth is recorded of a child who is expected.");
	snprintf(state->event.form.title, sizeof state->event.form.title, "Birth · %s",
		 person_full_name(&child.person, name));
	snprintf(state->event.form.about, sizeof state->event.form.about,
		 "Expected %s. What was decided before the birth goes on; its review comes sooner.",
		 date_medium(child.person.expected_on, day));
	snprintf(state->values.count, sizeof state->values.count, "1");
	snprintf(state->values.surname, sizeof state->values.surname, "%s", child.person.surname);
	/* What stands for a name until there is one is not offered as one. */
	if (strcasecmp(child.person.given_names, "unborn") != 0)
		snprintf(state->values.given[0], sizeof state->values.given[0], "%s", child.person.given_names);
	for (size_t i = 0; i < 3; i++)
		snprintf(state->values.sex[i], sizeof state->values.sex[i], "U");
	state->event.form.save = save;
	state->event.form.again = child_event_again;
	state->event.form.is_act = true;
	state->event.form.what = "this birth";
	return child_event_begin(&state->event, t, "birth", fields, FIELD_COUNT, &state->values, f);
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
	return child_event_open(t, &birth_screen, child, draft, f);
}
