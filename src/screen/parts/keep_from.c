/* From whom of a family a home is kept: offered as it is typed. */
#include "keep_from.h"

#include <string.h>
#include <strings.h>

/* The first of them by name, where several are the same to the family. */
static bool is_listed(const struct field_suggestion_list *list, const char *label)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].label, label) == 0)
			return true;
	return false;
}

bool keep_from_suggest(const struct member_list *members, int64_t except, const char *typed, struct arena *mem,
		       struct field_suggestion_list *out)
{
	const char *comma = strrchr(typed, ','), *last = comma ? comma + 1 : typed;

	last += strspn(last, " ");
	for (size_t i = 0; i < members->count; i++) {
		const struct member *member = &members->items[i];
		const char *label = relationship_token(member->relationship);
		struct field_suggestion *item;
		char name[NAME_ROOM];

		if (member->person_id == except || member->relationship == RELATIONSHIP_CHILD ||
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
