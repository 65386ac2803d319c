/* What the request form's fields say and suggest while they are typed. */
#ifndef REQUEST_HOOKS_H
#define REQUEST_HOOKS_H

#include "tui/form.h"

bool request_suggest_family(void *world, const void *values, const char *typed, struct arena *mem,
			    struct field_suggestion_list *out);
bool request_suggest_worker(void *world, const void *values, const char *typed, struct arena *mem,
			    struct field_suggestion_list *out);
bool request_family_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool request_born_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool request_avoid_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool request_past_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool request_past_step(void *world, const void *values, char *typed, size_t room, int by);
bool request_past_check(void *world, const void *values, const char *typed, struct fault *f);
bool request_any_echo(void *world, const void *values, const char *typed, char *out, size_t room);
bool request_any_step(void *world, const void *values, char *typed, size_t room, int by);
bool request_any_check(void *world, const void *values, const char *typed, struct fault *f);

#endif
