/* The fields of the request form: the table, built for the family as it stands. */
#include "request_fields.h"
#include "date_field.h"
#include "request_hooks.h"
#include "request_move.h"

#include <stdio.h>
#include <string.h>

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct request_values, member), .room = sizeof(((struct request_values *)0)->member)

static const struct field_choice type_choices[] = {
	{"initial", "Initial"}, {"pre_birth", "Pre-birth"}, {"transfer_in", "Transfer in"}, {"review", "Review"},
	{NULL, NULL},
};
static const struct field_choice sex_choices[] = {{"F", "Female"}, {"M", "Male"}, {"U", "Not known"}, {NULL, NULL}};

static bool is_transfer(const void *values)
{
	return ((const struct request_values *)values)->is_transfer;
}

static bool is_referred(const void *values)
{
	return is_transfer(values) && request_has_conference(values);
}

static bool has_discussion(const void *values)
{
	const struct request_values *v = values;

	return !v->is_transfer && !v->is_review;
}

static bool child_is_begun(const struct new_child_values *child)
{
	return child->given[0] || child->surname[0] || child->born[0];
}

/* One function a row: the form asks by function. Each new child appears once the one before it is begun, and its
 * surname and sex once it is begun itself, so that a family that is known costs few keys. */
#define NEW_CHILD_SHOWN(n)                                                                                             \
	static bool shows_child_##n(const void *values)                                                                \
	{                                                                                                              \
		return ((const struct request_values *)values)->fresh_shown > (n);                                     \
	}                                                                                                              \
	static bool shows_rest_of_child_##n(const void *values)                                                        \
	{                                                                                                              \
		return child_is_begun(&((const struct request_values *)values)->fresh[n]);                             \
	}
NEW_CHILD_SHOWN(0)
NEW_CHILD_SHOWN(1)
NEW_CHILD_SHOWN(2)
NEW_CHILD_SHOWN(3)
NEW_CHILD_SHOWN(4)
NEW_CHILD_SHOWN(5)
NEW_CHILD_SHOWN(6)
NEW_CHILD_SHOWN(7)

static bool (*const child_shown[NEW_CHILDREN_MOST])(const void *) = {
	shows_child_0, shows_child_1, shows_child_2, shows_child_3,
	shows_child_4, shows_child_5, shows_child_6, shows_child_7,
};
static bool (*const rest_shown[NEW_CHILDREN_MOST])(const void *) = {
	shows_rest_of_child_0, shows_rest_of_child_1, shows_rest_of_child_2, shows_rest_of_child_3,
	shows_rest_of_child_4, shows_rest_of_child_5, shows_rest_of_child_6, shows_rest_of_child_7,
};

static void add(struct request_desk *desk, struct field field)
{
	if (desk->field_count < FORM_FIELDS_MOST)
		desk->fields[desk->field_count++] = field;
}

static void add_known_children(struct request_desk *desk)
{
	for (size_t i = 0; i < desk->known.count && i < KNOWN_CHILDREN_MOST; i++) {
		char name[NAME_ROOM], age[NAME_ROOM];
		const struct person *person = &desk->known.items[i].person;

		person_full_name(person, name);
		person_age_text(person, casework_today(desk->cw), age);
		add(desk,
		    (struct field){
			    .name = arena_printf(&desk->mem, "known_%s", person->reference),
			    .label = arena_printf(&desk->mem, "%s, %s", name, age),
			    .hint = arena_printf(&desk->mem, "Is the conference about %s too? Space changes it.", name),
			    .kind = FIELD_TICK,
			    .offset = offsetof(struct request_values, known) + i * sizeof(char[4]),
			    .room = sizeof(char[4]),
		    });
	}
	if (desk->known.count > KNOWN_CHILDREN_MOST)
		add(desk, (struct field){.kind = FIELD_HEADING,
					 .name = "known_more",
					 .label = arena_printf(&desk->mem,
							       "%zu more children of this family have no room here",
							       desk->known.count - KNOWN_CHILDREN_MOST)});
}

#define CHILD_VALUE(member)                                                                                            \
	.offset = base + offsetof(struct new_child_values, member),                                                    \
	.room = sizeof(((struct new_child_values *)0)->member)

static void add_new_child(struct request_desk *desk, int n)
{
	size_t base = offsetof(struct request_values, fresh) + (size_t)n * sizeof(struct new_child_values);
	struct arena *mem = &desk->mem;

	add(desk,
	    (struct field){.name = arena_printf(mem, "given_%d", n + 1),
			   .kind = FIELD_TEXT,
			   CHILD_VALUE(given),
			   .label = arena_printf(mem, "New child %d", n + 1),
			   .shown = child_shown[n],
			   .hint = "Given names of a child not listed. Unborn: leave empty, and type when due below."});
	add(desk, (struct field){.name = arena_printf(mem, "born_%d", n + 1),
				 .kind = FIELD_DATE,
				 CHILD_VALUE(born),
				 .label = "  born or due",
				 .shown = child_shown[n],
				 .echo = request_born_echo,
				 .hint = "Birth date with its year: 3 3 2014. Unborn: due 15 6."});
	add(desk, (struct field){.name = arena_printf(mem, "surname_%d", n + 1),
				 .kind = FIELD_TEXT,
				 CHILD_VALUE(surname),
				 .label = "  surname",
				 .shown = rest_shown[n],
				 .hint = "Empty when it is the family's name."});
	add(desk, (struct field){.name = arena_printf(mem, "sex_%d", n + 1),
				 .kind = FIELD_CHOICE,
				 CHILD_VALUE(sex),
				 .label = "  sex",
				 .shown = rest_shown[n],
				 .choices = sex_choices,
				 .hint = "f, m or u."});
}

static void add_dates(struct request_desk *desk)
{
	static const struct field dates[] = {
		{.name = "strategy",
		 .label = "Strategy discussion",
		 .hint = "The day it was held: 27 3, y, fri. It starts the clock.",
		 .kind = FIELD_DATE,
		 VALUE(strategy),
		 .required = true,
		 .echo = request_past_echo,
		 .step = request_past_step,
		 .check = request_past_check,
		 .shown = has_discussion},
		{.name = "notified",
		 .label = "Notice of the move",
		 .hint = "When the other authority gave written notice.",
		 .kind = FIELD_DATE,
		 VALUE(notified),
		 .echo = request_past_echo,
		 .step = request_past_step,
		 .check = request_past_check,
		 .shown = is_transfer},
		{.name = "referred",
		 .label = "Referral received",
		 .hint = "When its referral was received.",
		 .kind = FIELD_DATE,
		 VALUE(referred),
		 .echo = request_past_echo,
		 .step = request_past_step,
		 .check = request_past_check,
		 .shown = is_referred},
		{.name = "accepted",
		 .label = "Referral accepted",
		 .hint = "When it was accepted.",
		 .kind = FIELD_DATE,
		 VALUE(accepted),
		 .echo = request_past_echo,
		 .step = request_past_step,
		 .check = request_past_check,
		 .shown = is_referred},
		{.name = "moved",
		 .label = "Family moved",
		 .hint = "When the family moved in; it may be still to come.",
		 .kind = FIELD_DATE,
		 VALUE(moved),
		 .echo = request_any_echo,
		 .step = request_any_step,
		 .check = request_any_check,
		 .shown = is_transfer},
	};

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		add(desk, dates[i]);
}

/* What the request is about and what it needs: typed with it, and changed afterwards. */
static const struct field reason_and_needs[] = {
	{.name = "reason",
	 .label = "Reason",
	 .hint = "Why a conference is asked for, in a sentence or two.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .rows = 2},
	{.name = "social_worker",
	 .label = "Social worker",
	 .hint = "First letters, then Down and Enter.",
	 .kind = FIELD_PICK,
	 VALUE(social_worker),
	 .suggest = request_suggest_worker},
	{.name = "interpreter",
	 .label = "Interpreter",
	 .hint = "The language: Polish. Empty for none.",
	 .kind = FIELD_TEXT,
	 VALUE(interpreter)},
	{.name = "signing",
	 .label = "Signing",
	 .hint = "BSL, lip-speaker. Empty for none.",
	 .kind = FIELD_TEXT,
	 VALUE(signing)},
	{.name = "access",
	 .label = "Access",
	 .hint = "What the room must have: step-free, hearing loop.",
	 .kind = FIELD_TEXT,
	 VALUE(access)},
	{.name = "sittings",
	 .label = "Separate sittings",
	 .hint = "Why the parents must not meet; empty for one sitting.",
	 .kind = FIELD_TEXT,
	 VALUE(sittings)},
	{.name = "avoid",
	 .label = "Avoid",
	 .hint = "not Tuesdays, afternoons only, not before 10.",
	 .kind = FIELD_TEXT,
	 VALUE(avoid),
	 .echo = request_avoid_echo},
};

const struct field *request_reason_and_needs(size_t *count)
{
	*count = sizeof reason_and_needs / sizeof *reason_and_needs;
	return reason_and_needs;
}

static void add_reason_and_needs(struct request_desk *desk)
{
	for (size_t i = 0; i < sizeof reason_and_needs / sizeof *reason_and_needs; i++) {
		struct field one = reason_and_needs[i];

		one.shown = request_has_conference;
		add(desk, one);
	}
}

void request_fields_build(struct request_desk *desk)
{
	desk->field_count = 0;
	add(desk, (struct field){.name = "family",
				 .label = "Family",
				 .kind = FIELD_PICK,
				 VALUE(family),
				 .required = true,
				 .hint = "Any name or reference; a name nobody has makes a new family.",
				 .suggest = request_suggest_family,
				 .echo = request_family_echo});
	add_known_children(desk);
	for (int n = 0; n < NEW_CHILDREN_MOST; n++)
		add_new_child(desk, n);
	add(desk, (struct field){.name = "type",
				 .label = "Type",
				 .kind = FIELD_CHOICE,
				 VALUE(type),
				 .required = true,
				 .hint = "i initial, p pre-birth, t transfer in, r review.",
				 .choices = type_choices});
	request_move_whence(desk);
	add_dates(desk);
	request_move_their_plan(desk);
	add_reason_and_needs(desk);
}

void request_values_settle(struct request_values *values)
{
	int begun = 0;

	for (int n = 0; n < NEW_CHILDREN_MOST; n++)
		if (child_is_begun(&values->fresh[n]))
			begun = n + 1;
	values->fresh_shown = begun + 1;
	values->is_transfer = strcmp(values->type, "transfer_in") == 0;
	values->is_review = strcmp(values->type, "review") == 0;
	values->is_for_a_time = values->is_transfer && strcmp(values->stay, "for_a_time") == 0;
}
