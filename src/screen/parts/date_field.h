/* A date in a form: what was understood beside it, and stepping by days. One way for every form. */
#ifndef DATE_FIELD_H
#define DATE_FIELD_H

#include "domain/date_entry.h"

/* The echo, or a hint (false) while it is not yet a date. */
bool date_field_echo(const struct date_context *context, const char *typed, char *out, size_t room);
/* `typed` moved by days and written back as a date; an empty one starts today. False when it cannot be understood. */
bool date_field_step(const struct date_context *context, char *typed, size_t room, int by);

/* day_echo, day_step and day_check for the FIELD_DATE rows of a form whose world is its state: `context_of(world)` says
 * how its days are read. Nothing typed passes: whether it is needed is said in the row. */
#define DATE_FIELD_HOOKS(context_of)                                                                                   \
	static bool day_echo(void *world, const void *values, const char *typed, char *out, size_t room)               \
	{                                                                                                              \
		struct date_context context = context_of(world);                                                       \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_echo(&context, typed, out, room);                                                    \
	}                                                                                                              \
                                                                                                                       \
	static bool day_step(void *world, const void *values, char *typed, size_t room, int by)                        \
	{                                                                                                              \
		struct date_context context = context_of(world);                                                       \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_step(&context, typed, room, by);                                                     \
	}                                                                                                              \
                                                                                                                       \
	static bool day_check(void *world, const void *values, const char *typed, struct fault *f)                     \
	{                                                                                                              \
		struct date_context context = context_of(world);                                                       \
		struct date_entry entry;                                                                               \
                                                                                                                       \
		(void)values;                                                                                          \
		return !*typed || date_entry_parse(&entry, typed, &context, f);                                        \
	}

#endif
