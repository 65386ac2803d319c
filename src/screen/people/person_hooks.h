/* What the fields on a person say, suggest and refuse while they are typed. */
#ifndef PERSON_HOOKS_H
#define PERSON_HOOKS_H

#include "person_fields.h"

struct date_context person_birth_context(const struct person_desk *desk);
struct date_context person_expected_context(const struct person_desk *desk);
struct date_context person_past_context(const struct person_desk *desk);

bool person_birth_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool person_birth_check(void *world, const void *values, const char *typed, struct fault *f);
bool person_expected_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool person_expected_step(void *world, const void *values, char *typed, size_t room, int by);
bool person_expected_check(void *world, const void *values, const char *typed, struct fault *f);
bool person_past_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool person_past_step(void *world, const void *values, char *typed, size_t room, int by);
bool person_past_check(void *world, const void *values, const char *typed, struct fault *f);
/* The relationships of the family, each with who it is: the last of several parted by commas is completed. */
bool person_suggest_keep_from(void *world, const void *values, const char *typed, struct arena *mem,
			      struct field_suggestion_list *out);

#endif
