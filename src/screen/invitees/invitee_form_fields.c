/* The fields of the form on one invitee: as what and how they come, what they need. */
#include "invitee_form.h"

#include "alike.h"

#include <string.h>

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct invitee_values, member), .room = sizeof(((struct invitee_values *)0)->member)

static const struct field_choice method_choices[] = {
#define X(id, token, label) {token, label},
	INVITE_METHODS(X)
#undef X
		{NULL, NULL},
};
/* A child is asked as a child and nothing else. */
static const struct field_choice capacity_choices[] = {
	{"family", "family member"},
	{"professional", "professional"},
	{"supporter", "supporter"},
	{"advocate", "advocate"},
	{"solicitor", "solicitor"},
	{"representative", "representative, in somebody's place"},
	{"interpreter", "interpreter"},
	{"observer", "observer"},
	{NULL, NULL},
};
static const struct field_choice chair_choices[] = {
	{"yes", "Yes"}, {"no", "No"}, {"unknown", "Not decided"}, {NULL, NULL}};

static const struct invitee_values *of(const void *values)
{
	return values;
}

static bool comes_as(const struct invitee_values *v, enum capacity capacity)
{
	return !v->is_child && strcmp(v->capacity, capacity_token(capacity)) == 0;
}

static bool is_reached_by(const struct invitee_values *v, enum invite_method method)
{
	return strcmp(v->method, invite_method_token(method)) == 0;
}

static bool asks_name(const void *values)
{
	return of(values)->is_typed;
}

static bool asks_capacity(const void *values)
{
	return !of(values)->is_child;
}

static bool asks_comes_for(const void *values)
{
	const struct invitee_values *v = of(values);

	return comes_as(v, CAPACITY_SUPPORTER) || comes_as(v, CAPACITY_ADVOCATE) || comes_as(v, CAPACITY_SOLICITOR) ||
	       comes_as(v, CAPACITY_REPRESENTATIVE) || comes_as(v, CAPACITY_INTERPRETER);
}

static bool asks_why_represented(const void *values)
{
	return comes_as(values, CAPACITY_REPRESENTATIVE) || of(values)->stand_in[0] || of(values)->has_stand_in;
}

static bool asks_email(const void *values)
{
	return is_reached_by(values, METHOD_EMAIL) || is_reached_by(values, METHOD_PORTAL);
}

static bool asks_address(const void *values)
{
	return is_reached_by(values, METHOD_POST);
}

static bool is_professional(const void *values)
{
	return comes_as(values, CAPACITY_PROFESSIONAL);
}

static bool is_family(const void *values)
{
	const struct invitee_values *v = of(values);

	return v->is_child || comes_as(v, CAPACITY_FAMILY);
}

static bool asks_needs(const void *values)
{
	return !comes_as(values, CAPACITY_INTERPRETER);
}

static bool asks_language(const void *values)
{
	return !is_professional(values);
}

static bool asks_sitting(const void *values)
{
	return of(values)->has_sittings;
}

static bool asks_child(const void *values)
{
	return of(values)->is_child;
}

static bool asks_stand_in(const void *values)
{
	return comes_as(values, CAPACITY_FAMILY) && of(values)->is_person && !of(values)->has_stand_in;
}

static const struct field fields[] = {
	{.name = "name",
	 .label = "Name",
	 .hint = "As the letter is to begin: Sarah Doran, Dr Tran, or one name only.",
	 .kind = FIELD_TEXT,
	 VALUE(name),
	 .required = true,
	 .shown = asks_name},
	{.name = "capacity",
	 .label = "Comes as",
	 .hint = "s supporter, so solicitor, a advocate, i interpreter, r in somebody's place.",
	 .kind = FIELD_CHOICE,
	 VALUE(capacity),
	 .choices = capacity_choices,
	 .shown = asks_capacity},
	{.name = "for",
	 .label = "Comes for",
	 .hint = "Whom on the list: two letters of the name, Down and Enter.",
	 .kind = FIELD_PICK,
	 VALUE(comes_for),
	 .must_pick = true,
	 .suggest = invitee_suggest_comes_for,
	 .shown = asks_comes_for},
	{.name = "agency",
	 .label = "From",
	 .hint = "The firm, service or agency; empty for a friend or relative.",
	 .kind = FIELD_TEXT,
	 VALUE(agency),
	 .shown = asks_name},
	{.name = "role",
	 .label = "Who they are",
	 .hint = "Aunt, friend, solicitor for the mother.",
	 .kind = FIELD_TEXT,
	 VALUE(role),
	 .shown = asks_name},
	{.name = "method",
	 .label = "Reached by",
	 .hint = "e e-mail, p post, s secure portal, t telephone, i in person.",
	 .kind = FIELD_CHOICE,
	 VALUE(method),
	 .required = true,
	 .choices = method_choices},
	{.name = "email",
	 .label = "E-mail",
	 .hint = "For this conference only; empty: the one on file.",
	 .kind = FIELD_TEXT,
	 VALUE(email),
	 .shown = asks_email},
	{.name = "phone",
	 .label = "Telephone",
	 .hint = "For this conference only; empty: the one on file.",
	 .kind = FIELD_TEXT,
	 VALUE(phone),
	 .alike = alike_closed_up},
	{.name = "address",
	 .label = "Post goes to",
	 .hint = "For this conference only; empty: the address on file. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(address),
	 .rows = 2,
	 .shown = asks_address},
	{.name = "involved",
	 .label = "Involved",
	 .hint = "y owes a report and is chased for it; n owes none: does not know them.",
	 .kind = FIELD_TICK,
	 VALUE(involved),
	 .shown = is_professional},
	{.name = "direct_contact",
	 .label = "Works with the child",
	 .hint = "y or n: directly, with the children themselves.",
	 .kind = FIELD_TICK,
	 VALUE(direct_contact),
	 .shown = is_professional},
	{.name = "understanding",
	 .label = "Understanding",
	 .hint = "What this child can follow: understands well; needs pictures.",
	 .kind = FIELD_TEXT,
	 VALUE(understanding),
	 .shown = asks_child},
	{.name = "chair_invites",
	 .label = "Chair invites them",
	 .hint = "y, n, or Right for not decided. n: no invitation goes to the child.",
	 .kind = FIELD_CHOICE,
	 VALUE(chair_invites),
	 .choices = chair_choices,
	 .shown = asks_child},
	{.name = "advocate_offered_on",
	 .label = "Advocate offered on",
	 .hint = "The day the child was offered one: t today, 27 3. Empty: not yet.",
	 .kind = FIELD_DATE,
	 VALUE(advocate_offered_on),
	 .echo = invitee_past_echo,
	 .step = invitee_past_step,
	 .check = invitee_past_check,
	 .shown = asks_child},
	{.name = "other_way",
	 .label = "Other way to be heard",
	 .hint = "How they are heard without coming: a letter, a drawing, an advocate.",
	 .kind = FIELD_LINES,
	 VALUE(other_way),
	 .rows = 2,
	 .shown = is_family},
	{.name = "sitting",
	 .label = "Sitting",
	 .hint = "The number of the only sitting they come to; empty: all of it.",
	 .kind = FIELD_TEXT,
	 VALUE(sitting),
	 .echo = invitee_sitting_echo,
	 .check = invitee_sitting_check,
	 .shown = asks_sitting},
	{.name = "stand_in",
	 .label = "Represented by",
	 .hint = "Who comes in their place: they are in hospital or custody. Joins the list.",
	 .kind = FIELD_TEXT,
	 VALUE(stand_in),
	 .shown = asks_stand_in},
	{.name = "represented_why",
	 .label = "Because",
	 .hint = "Why somebody comes in their place: in hospital, in custody.",
	 .kind = FIELD_PICK,
	 VALUE(represented_why),
	 .required = true,
	 .suggest = invitee_suggest_why,
	 .shown = asks_why_represented},
	{.name = "", .label = "What they need", .kind = FIELD_HEADING, .shown = asks_needs},
	{.name = "language",
	 .label = "Interpreter into",
	 .hint = "The language: Polish, Yoruba. Empty: none is needed.",
	 .kind = FIELD_TEXT,
	 VALUE(language),
	 .shown = asks_language},
	{.name = "signing",
	 .label = "Signing",
	 .hint = "BSL, lip-speaker. Empty for none.",
	 .kind = FIELD_TEXT,
	 VALUE(signing),
	 .shown = asks_needs},
	{.name = "access",
	 .label = "Access",
	 .hint = "Step-free, large print, Easy Read.",
	 .kind = FIELD_TEXT,
	 VALUE(access),
	 .shown = asks_needs},
	{.name = "childcare",
	 .label = "Childcare",
	 .hint = "Who looks after the children meanwhile, and who pays.",
	 .kind = FIELD_TEXT,
	 VALUE(childcare),
	 .shown = is_family},
	{.name = "transport",
	 .label = "Transport",
	 .hint = "Taxi, bus fare; who arranges it.",
	 .kind = FIELD_TEXT,
	 VALUE(transport),
	 .shown = is_family},
};

const struct field *invitee_fields(size_t *count)
{
	*count = sizeof fields / sizeof *fields;
	return fields;
}
