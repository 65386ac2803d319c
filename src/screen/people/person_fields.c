/* The fields of the form on one person: who, how to reach them, where they live. */
#include "person_fields.h"
#include "alike.h"
#include "person_hooks.h"

#include <stdio.h>
#include <string.h>

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct person_values, member), .room = sizeof(((struct person_values *)0)->member)

static const struct field_choice relationship_choices[] = {
#define X(id, token, label) {token, label},
	RELATIONSHIPS(X)
#undef X
		{NULL, NULL},
};
static const struct field_choice contact_choices[] = {
#define X(id, token, label) {token, label},
	CONTACT_WAYS(X)
#undef X
		{NULL, NULL},
};
static const struct field_choice answer_choices[] = {
	{"yes", "Yes"}, {"no", "No"}, {"unknown", "Not known"}, {NULL, NULL}};
static const struct field_choice sex_choices[] = {{"F", "Female"}, {"M", "Male"}, {"U", "Not recorded"}, {NULL, NULL}};

static bool is_child(const struct person_values *v)
{
	return v->was_child || strcmp(v->relationship, relationship_token(RELATIONSHIP_CHILD)) == 0;
}

static bool asks_relationship(const void *values)
{
	const struct person_values *v = values;

	return v->has_family && !v->was_child;
}

static bool asks_responsibility(const void *values)
{
	const struct person_values *v = values;

	return v->has_family && v->relationship[0] && !is_child(v);
}

static bool asks_child(const void *values)
{
	return is_child(values);
}

/* Once there is a birth date nothing is expected any more. */
static bool asks_expected(const void *values)
{
	const struct person_values *v = values;

	return is_child(v) && !v->born[0];
}

static bool is_kept(const void *values)
{
	return !((const struct person_values *)values)->is_adding;
}

static const struct field fields[] = {
	{.name = "relationship",
	 .label = "Relationship",
	 .hint = "To the family's children: m mother, f father; Left and Right show all.",
	 .kind = FIELD_CHOICE,
	 VALUE(relationship),
	 .required = true,
	 .choices = relationship_choices,
	 .shown = asks_relationship},
	{.name = "responsibility",
	 .label = "Parental responsibility",
	 .hint = "For the family's children: y yes, n no, Right not known.",
	 .kind = FIELD_CHOICE,
	 VALUE(responsibility),
	 .choices = answer_choices,
	 .shown = asks_responsibility},
	{.name = "given_names",
	 .label = "Given names",
	 .hint = "As the person writes them. One name only goes here or under the family name.",
	 .kind = FIELD_TEXT,
	 VALUE(given_names)},
	{.name = "surname",
	 .label = "Family name",
	 .hint = "Empty for a person of one name.",
	 .kind = FIELD_TEXT,
	 VALUE(surname)},
	{.name = "known_as",
	 .label = "Known as",
	 .hint = "What the person is called by day.",
	 .kind = FIELD_TEXT,
	 VALUE(known_as)},
	{.name = "aliases",
	 .label = "Also called",
	 .hint = "Other names to be found by, parted by commas: K. Owusu, Kwame Mensah.",
	 .kind = FIELD_TEXT,
	 VALUE(aliases),
	 .shown = is_kept},
	{.name = "born",
	 .label = "Date of birth",
	 .hint = "With its year: 3 3 2014.",
	 .kind = FIELD_DATE,
	 VALUE(born),
	 .echo = person_birth_echo,
	 .check = person_birth_check},
	{.name = "expected",
	 .label = "  or expected on",
	 .hint = "Of an unborn child: 15 6. It goes when a birth date is typed.",
	 .kind = FIELD_DATE,
	 VALUE(expected),
	 .echo = person_expected_echo,
	 .step = person_expected_step,
	 .check = person_expected_check,
	 .shown = asks_expected},
	{.name = "died",
	 .label = "Date of death",
	 .hint = "Empty while the person lives.",
	 .kind = FIELD_DATE,
	 VALUE(died),
	 .echo = person_past_echo,
	 .check = person_past_check,
	 .shown = is_kept},
	{.name = "sex",
	 .label = "Sex",
	 .hint = "f, m, or Right for not recorded.",
	 .kind = FIELD_CHOICE,
	 VALUE(sex),
	 .choices = sex_choices},
	{.name = "la_child_id",
	 .label = "LA child id",
	 .hint = "Letters and digits, at most 20, as the return has it.",
	 .kind = FIELD_TEXT,
	 VALUE(la_child_id),
	 .shown = asks_child},
	{.name = "upn",
	 .label = "UPN",
	 .hint = "The school's pupil number, 13 characters.",
	 .kind = FIELD_TEXT,
	 VALUE(upn),
	 .shown = asks_child},
	{.name = "nhs_number",
	 .label = "NHS number",
	 .hint = "Ten digits; the last follows from the others, so a slip is noticed.",
	 .kind = FIELD_TEXT,
	 VALUE(nhs_number),
	 .alike = alike_closed_up},
	{.name = "", .label = "What this person needs", .kind = FIELD_HEADING},
	{.name = "language",
	 .label = "First language",
	 .hint = "Polish, Yoruba, English.",
	 .kind = FIELD_TEXT,
	 VALUE(language)},
	{.name = "interpreter",
	 .label = "Interpreter needed",
	 .hint = "y or n: at meetings, and for letters in that language.",
	 .kind = FIELD_TICK,
	 VALUE(interpreter)},
	{.name = "signing",
	 .label = "Signing",
	 .hint = "BSL, lip-speaker. Empty for none.",
	 .kind = FIELD_TEXT,
	 VALUE(signing)},
	{.name = "access",
	 .label = "Access",
	 .hint = "What a room, a letter or a call must have: step-free, large print, Easy Read.",
	 .kind = FIELD_TEXT,
	 VALUE(access)},
	{.name = "", .label = "How to reach this person", .kind = FIELD_HEADING},
	{.name = "reached_by",
	 .label = "Likes to be reached by",
	 .hint = "n no preference, l letter, e e-mail, t telephone, b by hand; Left, Right.",
	 .kind = FIELD_CHOICE,
	 VALUE(reached_by),
	 .choices = contact_choices},
	{.name = "phone",
	 .label = "Telephone",
	 .hint = "01632 960000.",
	 .kind = FIELD_TEXT,
	 VALUE(phone),
	 .alike = alike_closed_up},
	{.name = "email", .label = "E-mail", .hint = "name@example.org.", .kind = FIELD_TEXT, VALUE(email)},
	{.name = "reach_note",
	 .label = "With care",
	 .hint = "What to mind: never leave a message; ring after 3.",
	 .kind = FIELD_TEXT,
	 VALUE(reach_note)},
	{.name = "", .label = "Address", .kind = FIELD_HEADING},
	{.name = "lines",
	 .label = "Address",
	 .hint = "A line each, without the postcode; Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(lines),
	 .rows = 2},
	{.name = "postcode",
	 .label = "Postcode",
	 .hint = "ZZ14 2YH.",
	 .kind = FIELD_TEXT,
	 VALUE(postcode),
	 .alike = alike_closed_up},
	{.name = "since",
	 .label = "Lives there since",
	 .hint = "A new address with a later day keeps the old one; else it is corrected.",
	 .kind = FIELD_DATE,
	 VALUE(since),
	 .echo = person_past_echo,
	 .step = person_past_step,
	 .check = person_past_check},
	{.name = "keep_from",
	 .label = "Keep address from",
	 .hint = "Who must never read it: father, or father, step-father. Empty for nobody.",
	 .kind = FIELD_PICK,
	 VALUE(keep_from),
	 .suggest = person_suggest_keep_from},
};

const struct field *person_fields(size_t *count)
{
	*count = sizeof fields / sizeof *fields;
	return fields;
}

struct person_record person_record_new(int64_t family)
{
	static const struct address nowhere = {
		.lines = "", .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""};

	return (struct person_record){
		.person = {.reference = "",
			   .la_child_id = "",
			   .upn = "",
			   .upn_unknown = "",
			   .nhs_number = "",
			   .surname = "",
			   .given_names = "",
			   .known_as = "",
			   .sex = SEX_UNKNOWN,
			   .born_on = DAY_NONE,
			   .expected_on = DAY_NONE,
			   .died_on = DAY_NONE,
			   .ethnicity = "",
			   .disabilities = "",
			   .language = "",
			   .signing = "",
			   .access = "",
			   .phone = "",
			   .email = "",
			   .reach_note = ""},
		.aliases = "",
		.address = &nowhere,
		.family_id = family,
		.relationship = RELATIONSHIP_COUNT,
	};
}

static void fill_day(char *out, size_t room, day_number day)
{
	char text[DATE_TEXT_ROOM];

	snprintf(out, room, "%s", day == DAY_NONE ? "" : date_plain(day, text));
}

#define FILL(member, text) snprintf(values->member, sizeof values->member, "%s", (text))

void person_values_fill(struct person_values *values, const struct person_record *record)
{
	const struct person *p = &record->person;
	const struct address *a = record->address;

	*values = (struct person_values){.has_family = record->family_id != 0,
					 .was_child = record->family_id && record->relationship == RELATIONSHIP_CHILD};
	FILL(relationship, relationship_token(record->relationship));
	FILL(responsibility, yes_no_token(record->parental_responsibility));
	FILL(given_names, p->given_names);
	FILL(surname, p->surname);
	FILL(known_as, p->known_as);
	FILL(aliases, record->aliases);
	fill_day(values->born, sizeof values->born, p->born_on);
	fill_day(values->expected, sizeof values->expected, p->expected_on);
	fill_day(values->died, sizeof values->died, p->died_on);
	FILL(sex, sex_token(p->sex));
	FILL(la_child_id, p->la_child_id);
	FILL(upn, p->upn);
	FILL(nhs_number, p->nhs_number);
	FILL(language, p->language);
	FILL(interpreter, p->needs_interpreter ? "yes" : "no");
	FILL(signing, p->signing);
	FILL(access, p->access);
	FILL(phone, p->phone);
	FILL(email, p->email);
	FILL(reached_by, contact_way_token(p->reached_by));
	FILL(reach_note, p->reach_note);
	FILL(lines, a->lines);
	FILL(postcode, a->postcode);
	fill_day(values->since, sizeof values->since, a->from_on);
	FILL(keep_from, a->confidential_from);
}
