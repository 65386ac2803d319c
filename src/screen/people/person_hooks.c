/* What the fields on a person say, suggest and refuse while they are typed. */
#include "person_hooks.h"
#include "date_field.h"
#include "keep_from.h"

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

bool person_suggest_keep_from(void *world, const void *values, const char *typed, struct arena *mem,
			      struct field_suggestion_list *out)
{
	const struct person_desk *desk = world;

	(void)values;
	return keep_from_suggest(&desk->members, desk->record.person.id, typed, mem, out);
}
