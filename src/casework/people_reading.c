/* Reading people and families, and finding out who is likely the same person. */
#include "casework/people.h"

#include "people_keeping.h"

#include "base/text.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/search_store.h"

#include <string.h>

#define LIKELY_MOST 40

bool casework_members(struct casework *cw, int64_t family, struct arena *mem, struct member_list *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_family(cw, family, f) || !members_of_family(cw->store, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "family.members", SUBJECT_FAMILY, family, family, "%zu people", out->count);
}

bool casework_person(struct casework *cw, int64_t id, struct arena *mem, struct person *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_person(cw, id, f) || !person_by_id(cw->store, id, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.look", SUBJECT_PERSON, id, 0, "details");
}

bool casework_addresses(struct casework *cw, int64_t person, struct arena *mem, struct address_list *out,
			struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_person(cw, person, f) || !addresses_of(cw->store, person, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.addresses", SUBJECT_PERSON, person, 0, "%zu addresses", out->count);
}

bool casework_family(struct casework *cw, int64_t id, struct arena *mem, struct family *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_family(cw, id, f) || !family_by_id(cw->store, id, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "family.look", SUBJECT_FAMILY, id, id, "details");
}

/* --- Likely the same person --- */

static bool same_folded(const char *a, const char *b, struct arena *mem)
{
	return strcmp(text_fold(mem, a), text_fold(mem, b)) == 0;
}

/* Dates that are both known and differ speak against it; one that is missing does not. */
static bool is_likely(const struct person *asked, const struct person *kept, struct arena *mem)
{
	if (*asked->la_child_id && strcmp(asked->la_child_id, kept->la_child_id) == 0)
		return true;
	if (asked->born_on != DAY_NONE && kept->born_on != DAY_NONE && asked->born_on != kept->born_on)
		return false;
	return same_folded(asked->surname, kept->surname, mem) &&
	       same_folded(asked->given_names, kept->given_names, mem);
}

/* One row for each family the person belongs to and this worker may see. */
static bool offer(struct casework *cw, const struct person *p, struct arena *mem, struct member_list *out,
		  struct fault *f)
{
	struct member_list of;

	if (!members_of_person(cw->store, p->id, mem, &of, f))
		return false;
	for (size_t i = 0; i < of.count; i++) {
		struct member *item;
		bool may = false;

		if (!work_may_see_family(cw, of.items[i].family_id, &may, f))
			return false;
		if (!may)
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return fault_set(f, FAULT_MEMORY,
					 "There is not enough memory to show who may be the same person.");
		*item = of.items[i];
	}
	return true;
}

static bool offer_by_id(struct casework *cw, const struct person *asked, struct arena *mem, struct member_list *out,
			int64_t *offered, struct fault *f)
{
	struct person kept;
	struct fault why = {0};
	bool found = false;

	*offered = 0;
	if (*asked->la_child_id &&
	    !people_found(person_by_la_child_id(cw->store, asked->la_child_id, mem, &kept, &why), &why, &found, f))
		return false;
	if (!found || kept.id == asked->id)
		return true;
	*offered = kept.id;
	return offer(cw, &kept, mem, out, f);
}

static bool offer_by_name(struct casework *cw, const struct person *asked, int64_t offered, struct arena *mem,
			  struct member_list *out, struct fault *f)
{
	const char *words = text_fold(mem, arena_printf(mem, "%s %s", asked->surname, asked->given_names));
	struct id_list ids;

	if (!search_people(cw->store, words, cw->user_id, LIKELY_MOST, mem, &ids, NULL, f))
		return false;
	for (size_t i = 0; i < ids.count; i++) {
		struct person kept;

		if (ids.items[i] == asked->id || ids.items[i] == offered)
			continue;
		if (!person_by_id(cw->store, ids.items[i], mem, &kept, f))
			return false;
		if (is_likely(asked, &kept, mem) && !offer(cw, &kept, mem, out, f))
			return false;
	}
	return true;
}

bool casework_people_like(struct casework *cw, const struct person *person, struct arena *mem, struct member_list *out,
			  struct fault *f)
{
	int64_t offered = 0;

	*out = (struct member_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!offer_by_id(cw, person, mem, out, &offered, f) || !offer_by_name(cw, person, offered, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.alike", SUBJECT_PERSON, person->id, 0, "%zu people may be the same", out->count);
}
