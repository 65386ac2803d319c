/* What the request form's fields say and suggest while they are typed. */
#include "request_hooks.h"
#include "casework/booking.h"
#include "date_field.h"
#include "request_alike.h"
#include "request_fields.h"
#include "request_parse.h"

#include <stdio.h>
#include <string.h>

bool request_suggest_family(void *world, const void *values, const char *typed, struct arena *mem,
			    struct field_suggestion_list *out)
{
	struct request_desk *desk = world;
	struct found_list found = {0};

	(void)values;
	if (strlen(typed) < 2)
		return casework_search_ends(desk->cw, NULL);
	if (!casework_find_families(desk->cw, typed, 6, mem, &found, NULL))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		struct field_suggestion *item = ARENA_PUSH(mem, out);

		if (!item)
			return false;
		item->label = found.items[i].label;
		item->detail = found.items[i].detail;
		item->value = arena_printf(mem, "%.*s %s", (int)strcspn(item->detail, " "), item->detail, item->label);
	}
	return true;
}

bool request_suggest_worker(void *world, const void *values, const char *typed, struct arena *mem,
			    struct field_suggestion_list *out)
{
	struct request_desk *desk = world;
	struct contact_list contacts = {0};

	(void)values;
	if (!casework_contacts(desk->cw, typed, "social care", mem, &contacts, NULL))
		return false;
	for (size_t i = 0; i < contacts.count && i < 8; i++) {
		struct field_suggestion *item = ARENA_PUSH(mem, out);

		if (!item)
			return false;
		*item = (struct field_suggestion){contacts.items[i].name, contacts.items[i].name,
						  contacts.items[i].role};
	}
	return true;
}

bool request_family_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct request_desk *desk = world;

	(void)values;
	if (!typed[0])
		out[0] = '\0';
	else if (desk->family_id)
		snprintf(out, room, "= known family");
	else
		snprintf(out, room, "= a new family");
	return desk->family_id != 0;
}

/* The new child whose birth date stands at `typed`; NEW_CHILDREN_MOST when none does. */
static int child_born_at(const struct request_values *values, const char *typed)
{
	int n = 0;

	while (n < NEW_CHILDREN_MOST && values->fresh[n].born != typed)
		n++;
	return n;
}

bool request_born_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct request_desk *desk = world;
	struct person person = {.died_on = DAY_NONE};
	struct fault f = {0};
	char text[NAME_ROOM], day[DATE_TEXT_ROOM];
	int n = child_born_at(values, typed);
	size_t used;

	out[0] = '\0';
	if (!typed[0])
		return false;
	if (!request_born_parse(desk, typed, &person, &f)) {
		snprintf(out, room, "%s", f.message);
		return false;
	}
	if (person.expected_on != DAY_NONE)
		snprintf(out, room, "= unborn, due %s", date_medium(person.expected_on, day));
	else
		snprintf(out, room, "= born %s, %s", date_plain(person.born_on, day),
			 person_age_text(&person, casework_today(desk->cw), text));
	used = strlen(out);
	if (n < NEW_CHILDREN_MOST && used + 4 < room) {
		snprintf(out + used, room - used, ". ");
		request_alike_words(desk, values, n, out + used + 2, room - used - 2);
		if (!out[used + 2])
			out[used] = '\0';
	}
	return true;
}

bool request_avoid_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct arena mem = {0};
	struct avoidance avoidance = avoidance_read(typed, &mem);
	bool understood = !avoidance.not_understood[0];

	(void)world, (void)values;
	if (!typed[0])
		out[0] = '\0';
	else if (understood)
		snprintf(out, room, "= slots will honour it");
	else
		snprintf(out, room, "by eye: %s", avoidance.not_understood);
	arena_finish(&mem);
	return understood;
}

/* The days of a field: those that are over, or any. */
#define DAY_HOOKS(role)                                                                                                \
	bool request_##role##_echo(void *world, const void *values, const char *typed, char *out, size_t room)         \
	{                                                                                                              \
		struct date_context context = request_##role##_context(world);                                         \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_echo(&context, typed, out, room);                                                    \
	}                                                                                                              \
	bool request_##role##_step(void *world, const void *values, char *typed, size_t room, int by)                  \
	{                                                                                                              \
		struct date_context context = request_##role##_context(world);                                         \
                                                                                                                       \
		(void)values;                                                                                          \
		return date_field_step(&context, typed, room, by);                                                     \
	}                                                                                                              \
	bool request_##role##_check(void *world, const void *values, const char *typed, struct fault *f)               \
	{                                                                                                              \
		struct date_context context = request_##role##_context(world);                                         \
		struct date_entry entry;                                                                               \
                                                                                                                       \
		(void)values;                                                                                          \
		return !typed[0] || date_entry_parse(&entry, typed, &context, f);                                      \
	}
DAY_HOOKS(past)
DAY_HOOKS(any)
