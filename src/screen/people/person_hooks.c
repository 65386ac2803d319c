/* What the fields on a person say, suggest and refuse while they are typed. */
#include "person_hooks.h"
#include "date_field.h"

#include <string.h>
#include <strings.h>

static struct date_context context_of(const struct person_desk *desk, enum date_field_kind kind, const char *label)
{
	return (struct date_context){.kind = kind,
				     .today = casework_today(desk->cw),
				     .calendar = casework_calendar(desk->cw),
				     .label = label};
}

struct date_context person_birth_context(const struct person_desk *desk)
{
	return context_of(desk, DATE_FIELD_BIRTH, "Date of birth");
}

struct date_context person_expected_context(const struct person_desk *desk)
{
	return context_of(desk, DATE_FIELD_EXPECTED, "Expected date of delivery");
}

struct date_context person_past_context(const struct person_desk *desk)
{
	return context_of(desk, DATE_FIELD_PAST, "The date");
}

static bool date_check(const struct date_context *context, const char *typed, struct fault *f)
{
	struct date_entry entry;

	return !typed[0] || date_entry_parse(&entry, typed, context, f);
}

/* One function a kind of date: the form asks by function. */
#define DATE_HOOKS(kind)                                                                                               \
	bool person_##kind##_echo(void *world, const void *values, const char *typed, char *out, size_t room)          \
	{                                                                                                              \
		struct date_context context = person_##kind##_context(world);                                          \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_echo(&context, typed, out, room);                                                    \
	}                                                                                                              \
	bool person_##kind##_check(void *world, const void *values, const char *typed, struct fault *f)                \
	{                                                                                                              \
		struct date_context context = person_##kind##_context(world);                                          \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_check(&context, typed, f);                                                                 \
	}
#define DATE_STEP(kind)                                                                                                \
	bool person_##kind##_step(void *world, const void *values, char *typed, size_t room, int by)                   \
	{                                                                                                              \
		struct date_context context = person_##kind##_context(world);                                          \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_step(&context, typed, room, by);                                                     \
	}
DATE_HOOKS(birth)
DATE_HOOKS(expected)
DATE_STEP(expected)
DATE_HOOKS(past)
DATE_STEP(past)

/* The first of them by name, where several are the same to the family. */
static bool is_listed(const struct field_suggestion_list *list, const char *label)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].label, label) == 0)
			return true;
	return false;
}

bool person_suggest_keep_from(void *world, const void *values, const char *typed, struct arena *mem,
			      struct field_suggestion_list *out)
{
	const struct person_desk *desk = world;
	const char *comma = strrchr(typed, ','), *last = comma ? comma + 1 : typed;

	(void)values;
	last += strspn(last, " ");
	for (size_t i = 0; i < desk->members.count; i++) {
		const struct member *member = &desk->members.items[i];
		const char *label = relationship_token(member->relationship);
		struct field_suggestion *item;
		char name[NAME_ROOM];

		if (member->person_id == desk->record.person.id || member->relationship == RELATIONSHIP_CHILD ||
		    strncasecmp(label, last, strlen(last)) != 0 || is_listed(out, label))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		item->label = label;
		item->detail = arena_text(mem, person_full_name(&member->person, name));
		item->value = arena_printf(mem, "%.*s%s%s", comma ? (int)(comma - typed + 1) : 0, typed,
					   comma ? " " : "", label);
	}
	return true;
}
