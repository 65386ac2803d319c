/* One person kept twice in the directory: found, offered, and made one when somebody says so. */
#include "casework/directory.h"

#include "people_keeping.h"
#include "work.h"

#include "base/text.h"
#include "store/directory_store.h"

#include <string.h>
#include <strings.h>

/* --- Who may be the same --- */

static size_t words_of(const char *folded)
{
	size_t count = *folded != '\0';

	for (; *folded; folded++)
		count += *folded == ' ';
	return count;
}

static bool has_word(const char *folded, const char *word, size_t bytes)
{
	for (const char *at = folded; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strncmp(at, word, bytes) == 0 && (at[bytes] == ' ' || !at[bytes]))
			return true;
	}
	return false;
}

static bool holds_words(const char *folded, const char *words)
{
	for (const char *at = words; *at; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");

		if (!has_word(folded, at, bytes))
			return false;
		at += bytes;
	}
	return true;
}

/* "Evans, Emma" is Emma Evans. Both are folded. */
static bool same_words(const char *a, const char *b)
{
	return *a && words_of(a) == words_of(b) && holds_words(a, b) && holds_words(b, a);
}

static bool is_alike(const struct contact *asked, const struct contact *kept, struct arena *mem)
{
	if (*asked->email && *kept->email && strcasecmp(asked->email, kept->email) == 0)
		return true;
	return same_words(text_fold(mem, asked->name), text_fold(mem, kept->name));
}

bool casework_contacts_like(struct casework *cw, const struct contact *contact, struct arena *mem,
			    struct contact_list *out, struct fault *f)
{
	struct contact_list all;

	*out = (struct contact_list){0};
	if (!casework_may(cw, ACTION_SEE_CASES, f) || !contacts_every(cw->store, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct contact *item;

		if (all.items[i].id == contact->id || !is_alike(contact, &all.items[i], mem))
			continue;
		item = ARENA_PUSH(mem, out);
		if (item)
			*item = all.items[i];
	}
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to show who may be the same person.");
}

/* --- Making them one --- */

static bool read_one(struct casework *cw, int64_t id, int64_t version, struct arena *mem, struct contact *out,
		     struct fault *f)
{
	struct fault why = {0};
	bool found;

	if (!people_found(contact_by_id(cw->store, id, mem, out, &why), &why, &found, f))
		return false;
	if (!found)
		return fault_set(f, FAULT_NOT_FOUND, "This contact is not in the directory any more.");
	return out->version == version ||
	       fault_set(f, FAULT_CONFLICT,
			 "Another person changed %s meanwhile: look at both entries again, then merge them.",
			 out->name);
}

static void take_text(const char **kept, const char *other)
{
	if (!**kept)
		*kept = other;
}

/* What the entry kept does not say, the other one may. Of one address the later check holds. */
static void fill(struct contact *kept, const struct contact *gone)
{
	if (!*kept->email && *gone->email) {
		kept->email = gone->email;
		kept->bounced_on = gone->bounced_on;
	}
	if (strcasecmp(kept->email, gone->email) == 0 && gone->checked_on != DAY_NONE &&
	    (kept->checked_on == DAY_NONE || gone->checked_on > kept->checked_on)) {
		kept->checked_on = gone->checked_on;
		kept->bounced_on = gone->bounced_on;
	}
	take_text(&kept->role, gone->role);
	take_text(&kept->phone, gone->phone);
	take_text(&kept->address, gone->address);
	if (!kept->deputy_id && gone->deputy_id != kept->id)
		kept->deputy_id = gone->deputy_id;
	kept->is_active = kept->is_active || gone->is_active;
}

static bool merge(struct casework *cw, struct contact *gone, struct contact *kept, struct arena *mem, struct fault *f)
{
	const struct contact was = *gone;

	if (!contact_merge(cw->store, gone, kept->id, cw->user_id, mem, f) ||
	    !contact_by_id(cw->store, kept->id, mem, kept, f)) /* whose deputy may have been the one that is gone */
		return false;
	fill(kept, &was);
	return contact_save(cw->store, kept, f);
}

bool casework_contacts_merge(struct casework *cw, int64_t from, int64_t from_version, int64_t into,
			     int64_t into_version, struct fault *f)
{
	struct arena mem = {0};
	struct contact gone, kept;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DIRECTORY, f))
		return false;
	ok = read_one(cw, from, from_version, &mem, &gone, f) && read_one(cw, into, into_version, &mem, &kept, f) &&
	     (!gone.merged_into_id ||
	      fault_set(f, FAULT_REFUSED, "%s was merged into another entry already.", gone.name)) &&
	     merge(cw, &gone, &kept, &mem, f);
	ok = ok ? work_end(cw, f, "contact.merge", SUBJECT_NONE, into, 0, "%s, %s, into %s, %s", gone.name, gone.agency,
			   kept.name, kept.agency)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
