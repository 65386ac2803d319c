/* The fields of the form on one contact: where, who, how they are reached, who stands in. */
#include "alike.h"
#include "base/text.h"
#include "contact_form.h"
#include "directory.h"
#include "domain/invitation.h"

#include <stdio.h>
#include <string.h>

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct contact_values, member), .room = sizeof(((struct contact_values *)0)->member)

static const struct field_choice method_choices[] = {
#define X(id, token, label) {token, label},
	INVITE_METHODS(X)
#undef X
		{NULL, NULL},
};
static const struct field_choice work_choices[] = {{"yes", "At work"}, {"left", "Has left"}, {NULL, NULL}};

static bool asks_group(const void *values)
{
	return ((const struct contact_values *)values)->is_new_agency;
}

static bool is_kept(const void *values)
{
	return !((const struct contact_values *)values)->is_adding;
}

/* --- What is suggested --- */

static bool suggest(struct field_suggestion_list *out, struct arena *mem, const char *words, const char *detail)
{
	struct field_suggestion *item = ARENA_PUSH(mem, out);

	if (item)
		*item = (struct field_suggestion){.value = words, .label = words, .detail = detail};
	return item != NULL;
}

/* At the start of any word. */
static bool is_meant(const char *words, const char *typed, struct arena *mem)
{
	const char *folded = text_fold(mem, typed), *at = text_fold(mem, words);
	size_t length = strlen(folded);

	while (at && strncmp(at, folded, length) != 0)
		at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL;
	return at != NULL;
}

static bool suggest_agency(void *world, const void *values, const char *typed, struct arena *mem,
			   struct field_suggestion_list *out)
{
	const struct contact_desk *desk = world;

	(void)values;
	for (size_t i = 0; i < desk->agencies.count; i++)
		if (is_meant(desk->agencies.items[i].name, typed, mem) &&
		    !suggest(out, mem, desk->agencies.items[i].name, desk->agencies.items[i].quorum_group))
			return false;
	return true;
}

static bool is_listed(const struct field_suggestion_list *list, const char *value)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].value, value) == 0)
			return true;
	return false;
}

/* The groups there are: the rules for quorum and for who is invited go by their words. */
static bool suggest_group(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct contact_desk *desk = world;

	(void)values;
	for (size_t i = 0; i < desk->agencies.count; i++) {
		const char *group = desk->agencies.items[i].quorum_group;

		if (*group && is_meant(group, typed, mem) && !is_listed(out, group) && !suggest(out, mem, group, ""))
			return false;
	}
	return true;
}

static bool suggest_deputy(void *world, const void *values, const char *typed, struct arena *mem,
			   struct field_suggestion_list *out)
{
	const struct contact_desk *desk = world;

	(void)values;
	for (size_t i = 0; i < desk->all.count; i++) {
		const struct contact *one = &desk->all.items[i].contact;
		const char *words = contact_listed(one, mem);

		if (one->id != desk->contact.id && (one->is_active || one->id == desk->contact.deputy_id) &&
		    is_meant(words, typed, mem) && !suggest(out, mem, words, one->role))
			return false;
	}
	return true;
}

/* --- The table --- */

static const struct field fields[] = {
	{.name = "agency",
	 .label = "Agency",
	 .hint = "Two letters, then Down and Enter; another name makes a new agency.",
	 .kind = FIELD_PICK,
	 VALUE(agency),
	 .required = true,
	 .suggest = suggest_agency},
	{.name = "group",
	 .label = "  counts for",
	 .hint = "The group a new agency counts for: health, education, police.",
	 .kind = FIELD_PICK,
	 VALUE(group),
	 .suggest = suggest_group,
	 .shown = asks_group},
	{.name = "name",
	 .label = "Name",
	 .hint = "A person, or the name of a team or desk.",
	 .kind = FIELD_TEXT,
	 VALUE(name),
	 .required = true},
	{.name = "role",
	 .label = "Role",
	 .hint = "As a letter would say it: health visitor, designated safeguarding lead.",
	 .kind = FIELD_TEXT,
	 VALUE(role)},
	{.name = "method",
	 .label = "Reached by",
	 .hint = "How letters go out: e e-mail, p post, s secure portal, t telephone, i in person.",
	 .kind = FIELD_CHOICE,
	 VALUE(method),
	 .required = true,
	 .choices = method_choices},
	{.name = "email",
	 .label = "E-mail",
	 .hint = "name@example.org, by a way that is safe for such letters.",
	 .kind = FIELD_TEXT,
	 VALUE(email)},
	{.name = "phone",
	 .label = "Telephone",
	 .hint = "For chasing and for what is urgent.",
	 .kind = FIELD_TEXT,
	 VALUE(phone),
	 .alike = alike_closed_up},
	{.name = "address",
	 .label = "Postal address",
	 .hint = "As on an envelope. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(address),
	 .rows = 3},
	{.name = "deputy",
	 .label = "Deputy",
	 .hint = "Who stands in: two letters of the name, then Down and Enter. Empty: nobody.",
	 .kind = FIELD_PICK,
	 VALUE(deputy),
	 .must_pick = true,
	 .suggest = suggest_deputy},
	{.name = "at_work",
	 .label = "Still there",
	 .hint = "Whoever has left is offered no more; what was written to them stays.",
	 .kind = FIELD_CHOICE,
	 VALUE(at_work),
	 .required = true,
	 .choices = work_choices,
	 .shown = is_kept},
	{.name = "checked",
	 .label = "Checked today",
	 .hint = "y when somebody asked them today and it is all right.",
	 .kind = FIELD_TICK,
	 VALUE(checked)},
};

const struct field *contact_fields(size_t *count)
{
	*count = sizeof fields / sizeof *fields;
	return fields;
}

/* --- Between a contact and its texts --- */

bool contact_agency_is_new(const struct contact_desk *desk, const char *typed)
{
	for (size_t i = 0; i < desk->agencies.count; i++)
		if (strcmp(desk->agencies.items[i].name, typed) == 0)
			return false;
	return typed[0] != '\0';
}

static void put(char *out, size_t room, const char *text)
{
	snprintf(out, room, "%s", text ? text : "");
}

void contact_values_fill(struct contact_values *v, const struct contact_desk *desk)
{
	const struct contact *one = &desk->contact;
	struct arena mem = {0};

	*v = (struct contact_values){.is_adding = one->id == 0};
	put(v->agency, sizeof v->agency, one->agency);
	put(v->name, sizeof v->name, one->name);
	put(v->role, sizeof v->role, one->role);
	put(v->method, sizeof v->method, invite_method_token(one->method));
	put(v->email, sizeof v->email, one->email);
	put(v->phone, sizeof v->phone, one->phone);
	put(v->address, sizeof v->address, one->address);
	put(v->at_work, sizeof v->at_work, one->is_active ? "yes" : "left");
	for (size_t i = 0; one->deputy_id && i < desk->all.count; i++)
		if (desk->all.items[i].contact.id == one->deputy_id)
			put(v->deputy, sizeof v->deputy, contact_listed(&desk->all.items[i].contact, &mem));
	v->is_new_agency = contact_agency_is_new(desk, v->agency);
	arena_finish(&mem);
}

static bool parse_deputy(const struct contact_desk *desk, const char *typed, int64_t *out, struct fault *f)
{
	struct arena mem = {0};

	*out = 0;
	for (size_t i = 0; typed[0] && i < desk->all.count && !*out; i++)
		if (strcmp(contact_listed(&desk->all.items[i].contact, &mem), typed) == 0)
			*out = desk->all.items[i].contact.id;
	arena_finish(&mem);
	return *out || !typed[0] ||
	       fault_field(f, "deputy",
			   "“%s” is not in the directory: type two letters, then choose with Down and Enter.", typed);
}

bool contact_values_parse(const struct contact_desk *desk, const struct contact_values *v, struct contact *out,
			  struct fault *f)
{
	*out = desk->contact;
	out->agency = v->agency;
	out->quorum_group = v->group;
	out->name = v->name;
	out->role = v->role;
	out->email = v->email;
	out->phone = v->phone;
	out->address = v->address;
	out->is_active = v->is_adding || strcmp(v->at_work, "left") != 0;
	return (invite_method_from_token(v->method, &out->method) ||
		fault_field(f, "method", "Reached by: an answer is needed. Choose with Left and Right.")) &&
	       parse_deputy(desk, v->deputy, &out->deputy_id, f);
}
