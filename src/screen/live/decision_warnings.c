/* What is warned of for several children, said once where it is the same of more than one. */
#include "decision_form.h"

#include "base/series.h"

#include <string.h>

enum { GROUPS_MOST = 24 };

/* One sentence, parted where the name of the child stands; a sentence without it has nobody. */
struct group {
	const char *before, *after;
	struct series names;
	const char *alone; /* the full name, while it is of one child */
};
struct groups {
	struct group items[GROUPS_MOST];
	size_t count;
};

static struct group *group_of(struct groups *groups, const char *before, const char *after)
{
	for (size_t i = 0; i < groups->count; i++)
		if (strcmp(groups->items[i].before, before) == 0 && strcmp(groups->items[i].after, after) == 0)
			return &groups->items[i];
	if (groups->count == GROUPS_MOST)
		return NULL;
	groups->items[groups->count] = (struct group){.before = before, .after = after};
	return &groups->items[groups->count++];
}

static void add_line(struct groups *groups, const struct live_child *child, const char *line, size_t length,
		     struct arena *mem)
{
	const char *whole = arena_printf(mem, "%.*s", (int)length, line), *name = strstr(whole, child->name);
	const char *before = name ? arena_printf(mem, "%.*s", (int)(name - whole), whole) : whole;
	struct group *group = group_of(groups, before, name ? name + strlen(child->name) : "");

	if (!group || !name)
		return;
	group->alone = series_is_empty(&group->names) ? child->name : NULL;
	series_add(&group->names, decide_given_name(child), mem);
}

static const char *group_words(const struct group *group, struct arena *mem)
{
	if (series_is_empty(&group->names))
		return group->before;
	return arena_printf(mem, "%s%s%s", group->before,
			    group->alone ? group->alone : series_words(&group->names, mem), group->after);
}

const char *decision_warnings_joined(const struct decision_warning *warnings, size_t count, struct arena *mem)
{
	struct groups groups = {.count = 0};
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		for (const char *line = warnings[i].words; *line;) {
			size_t length = strcspn(line, "\n");

			add_line(&groups, warnings[i].child, line, length, mem);
			line += length + (line[length] == '\n');
		}
	for (size_t i = 0; i < groups.count; i++)
		all = arena_joined(mem, all, "\n", group_words(&groups.items[i], mem));
	return all;
}
