/* What the fields on an invitee say, suggest and refuse while they are typed. */
#include "base/text.h"
#include "date_field.h"
#include "invitee_form.h"

#include <stdio.h>
#include <string.h>

static bool suggest(struct field_suggestion_list *out, struct arena *mem, const char *words, const char *detail)
{
	struct field_suggestion *item = ARENA_PUSH(mem, out);

	if (item)
		*item = (struct field_suggestion){.value = words, .label = words, .detail = detail};
	return item != NULL;
}

/* At the start of any word of the name. */
static bool is_meant(const char *who, const char *typed, struct arena *mem)
{
	const char *folded = text_fold(mem, typed), *at = text_fold(mem, who);
	size_t length = strlen(folded);

	while (at && strncmp(at, folded, length) != 0)
		at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL;
	return at != NULL;
}

bool invitee_suggest_comes_for(void *world, const void *values, const char *typed, struct arena *mem,
			       struct field_suggestion_list *out)
{
	const struct invitee_desk *desk = world;

	(void)values;
	for (size_t i = 0; i < desk->page.lines.count; i++) {
		const struct invitee_line *line = &desk->page.lines.items[i];

		if (line->invitee.id != desk->invitee.id &&
		    (line->invitee.capacity == CAPACITY_CHILD || line->invitee.capacity == CAPACITY_FAMILY) &&
		    is_meant(line->who, typed, mem) && !suggest(out, mem, line->who, line->age))
			return false;
	}
	return true;
}

bool invitee_suggest_why(void *world, const void *values, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out)
{
	static const char *const reasons[] = {"in hospital", "in custody", "not able to take part"};

	(void)world;
	(void)values;
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (is_meant(reasons[i], typed, mem) && !suggest(out, mem, reasons[i], ""))
			return false;
	return true;
}

/* --- Sittings --- */

static const struct sitting_time *sitting_typed(const struct invitee_desk *desk, const char *typed)
{
	for (size_t i = 0; i < desk->page.sittings.count; i++) {
		char position[16];

		snprintf(position, sizeof position, "%d", desk->page.sittings.items[i].position);
		if (strcmp(position, typed) == 0)
			return &desk->page.sittings.items[i];
	}
	return NULL;
}

static bool is_all(const char *typed)
{
	return !typed[0] || strcmp(typed, "0") == 0;
}

bool invitee_sitting_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	const struct invitee_desk *desk = world;
	const struct sitting_time *sitting = sitting_typed(desk, typed);
	char from[8], to[8];

	(void)values;
	if (is_all(typed))
		snprintf(out, room, "= all of it; there are %zu", desk->page.sittings.count);
	else if (sitting)
		snprintf(out, room, "= %s to %s%s%s", date_clock(sitting->starts, from),
			 date_clock(sitting->starts + sitting->minutes, to), sitting->who[0] ? ", " : "", sitting->who);
	else
		snprintf(out, room, "type 1 to %zu", desk->page.sittings.count);
	return is_all(typed) || sitting;
}

bool invitee_sitting_check(void *world, const void *values, const char *typed, struct fault *f)
{
	const struct invitee_desk *desk = world;

	(void)values;
	return is_all(typed) || sitting_typed(desk, typed) ||
	       fault_field(f, "sitting", "There is no sitting \"%s\": type 1 to %zu, or nothing for all of it.", typed,
			   desk->page.sittings.count);
}

/* --- Days --- */

struct date_context invitee_past_context(const struct invitee_desk *desk)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(desk->cw),
				     .calendar = casework_calendar(desk->cw),
				     .label = "The day"};
}

bool invitee_past_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct date_context context = invitee_past_context(world);

	(void)values;
	return date_field_echo(&context, typed, out, room);
}

bool invitee_past_step(void *world, const void *values, char *typed, size_t room, int by)
{
	struct date_context context = invitee_past_context(world);

	(void)values;
	return date_field_step(&context, typed, room, by);
}

bool invitee_past_check(void *world, const void *values, const char *typed, struct fault *f)
{
	struct date_context context = invitee_past_context(world);
	struct date_entry entry;

	(void)values;
	return !typed[0] || date_entry_parse(&entry, typed, &context, f);
}
