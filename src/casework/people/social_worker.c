/* A social worker named in words, found in the directory: the whole name, or the only name that begins so. */
#include "social_worker.h"

#include "base/text.h"
#include "store/directory_store.h"

#include <string.h>

bool social_worker_named(struct casework *cw, const char *words, struct arena *mem, struct contact *out, size_t *alike,
			 size_t *listed, struct fault *f)
{
	const char *tidy = text_tidy(mem, words ? words : "", false);
	const char *wanted = tidy ? text_fold(mem, tidy) : "";
	struct contact_list all;
	struct contact whole = {0}, begun = {0};
	size_t wholes = 0, begins = 0;

	*out = (struct contact){0};
	*alike = *listed = 0;
	if (!*wanted)
		return true;
	if (!contacts_all(cw->store, "", mem, &all, f))
		return false;
	*listed = all.count;
	for (size_t i = 0; i < all.count; i++) {
		const char *name = text_fold(mem, all.items[i].name);

		if (strncmp(name, wanted, strlen(wanted)) != 0)
			continue;
		begins++;
		begun = all.items[i];
		if (strcmp(name, wanted) == 0) {
			wholes++;
			whole = all.items[i];
		}
	}
	*alike = wholes ? wholes : begins;
	if (*alike == 1)
		*out = wholes ? whole : begun;
	return true;
}

bool social_worker_settle(struct casework *cw, const char **words, int64_t *id, struct arena *mem, struct fault *f)
{
	struct contact found;
	size_t alike, listed;

	if (*id)
		return true;
	if (!social_worker_named(cw, *words, mem, &found, &alike, &listed, f))
		return false;
	if (found.id) {
		*id = found.id;
		*words = found.name;
	}
	return true;
}

bool social_worker_warning(struct casework *cw, const char *words, int64_t id, struct arena *mem, const char **out,
			   struct fault *f)
{
	struct contact found;
	size_t alike, listed;

	*out = "";
	if (id)
		return true;
	if (!social_worker_named(cw, words, mem, &found, &alike, &listed, f))
		return false;
	if (listed == 0 || found.id || !words || !words[strspn(words, " \t\n")])
		return true;
	*out = alike == 0
		       ? arena_printf(mem,
				      "Nobody in the directory is called \"%s\": the request keeps the words as typed.",
				      words)
		       : arena_printf(
				 mem,
				 "%zu people in the directory are called \"%s\": the request keeps the words as typed.",
				 alike, words);
	return true;
}

bool social_worker_is(const struct conference *conference, const struct list_entry *entry, struct arena *mem)
{
	const char *role = text_fold(mem, entry->role);

	if (conference->social_worker_id && entry->contact_id)
		return conference->social_worker_id == entry->contact_id;
	if (!*conference->social_worker ||
	    strcmp(text_fold(mem, entry->name), text_fold(mem, conference->social_worker)) != 0)
		return false;
	if (*entry->quorum_group)
		return strcmp(text_fold(mem, entry->quorum_group), "social care") == 0;
	return !conference->social_worker_id || !*role || strstr(role, "social");
}
