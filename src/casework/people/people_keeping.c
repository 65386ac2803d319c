/* Keeping people and families right inside a verb. */
#include "people_keeping.h"

#include "base/text.h"
#include "session_keeping.h"
#include "staff_matching.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/merge_store.h"
#include "store/person_store.h"
#include "store/search_store.h"

#include <string.h>

bool people_found(bool ok, const struct fault *why, bool *found, struct fault *f)
{
	*found = ok;
	if (ok || why->code == FAULT_NOT_FOUND)
		return true;
	if (f)
		*f = *why;
	return false;
}

bool people_contact_chosen(struct casework *cw, const char *field, int64_t id, struct arena *mem, struct contact *out,
			   struct fault *f)
{
	struct fault why = {0};
	bool found;

	return people_found(contact_by_id(cw->store, id, mem, out, &why), &why, &found, f) &&
	       (found || fault_field(f, field, "This contact is not in the directory any more: choose another."));
}

bool people_index(struct casework *cw, const struct person *p, struct fault *f)
{
	struct arena mem = {0};
	struct alias_list aliases;
	struct person_merge_list merged;
	const char *all;
	bool ok = aliases_of(cw->store, p->id, &mem, &aliases, f) && merges_of(cw->store, p->id, &mem, &merged, f);

	if (ok) {
		all = arena_printf(&mem, "%s %s %s %s %s %s", p->surname, p->given_names, p->known_as, p->la_child_id,
				   p->upn, p->reference);
		for (size_t i = 0; i < aliases.count; i++)
			all = arena_printf(&mem, "%s %s", all, aliases.items[i].name);
		for (size_t i = 0; i < merged.count; i++)
			all = arena_printf(&mem, "%s %s %s", all, merged.items[i].gone,
					   merged.items[i].gone_la_child_id);
		all = text_fold(&mem, all);
		ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory to go on.")
					   : search_person_put(cw->store, p->id, all, f);
	}
	arena_finish(&mem);
	return ok;
}

bool people_may_see_family(struct casework *cw, int64_t family, struct fault *f)
{
	bool may = false;

	if (!work_may_see_family(cw, family, &may, f))
		return false;
	if (!may && f && family > 0)
		session_refused(cw, "a restricted record", SUBJECT_FAMILY, family, family);
	return may || fault_set(f, FAULT_NOT_ALLOWED,
				"There is no such family that you may see. If its record is restricted, a manager can "
				"name you.");
}

bool people_may_see_person(struct casework *cw, int64_t person, struct fault *f)
{
	struct arena mem = {0};
	struct member_list of;
	bool ok = members_of_person(cw->store, person, &mem, &of, f);

	for (size_t i = 0; ok && i < of.count; i++)
		ok = people_may_see_family(cw, of.items[i].family_id, f);
	arena_finish(&mem);
	return ok;
}

bool people_la_child_id_is_free(struct casework *cw, const struct person *person, struct arena *mem, struct fault *f)
{
	struct person other;
	struct fault why = {0};
	bool found = false;

	if (*person->la_child_id &&
	    !people_found(person_by_la_child_id(cw->store, person->la_child_id, mem, &other, &why), &why, &found, f))
		return false;
	if (found && other.id != person->id)
		return fault_field(f, "LA child id",
				   "%s is another child's LA child id already: check which child this is.",
				   person->la_child_id);
	return true;
}

bool people_add(struct casework *cw, int64_t family, struct person *person, enum relationship relationship,
		enum yes_no parental_responsibility, const struct address *address, struct arena *mem, struct fault *f)
{
	struct member member = {
		.family_id = family, .relationship = relationship, .parental_responsibility = parental_responsibility};

	if (!person_insert(cw->store, person, mem, f) || !people_index(cw, person, f))
		return false;
	member.person_id = person->id;
	if (!member_insert(cw->store, &member, f))
		return false;
	if (address && (*address->lines || *address->postcode)) {
		struct address kept = *address;

		kept.person_id = person->id;
		if (!address_insert(cw->store, &kept, f))
			return false;
	}
	return staff_match_person(cw, person->id, f);
}

bool people_name_family(struct casework *cw, int64_t family, struct arena *mem, bool *changed, struct fault *f)
{
	struct family row;
	const char *name;

	if (changed)
		*changed = false;
	if (!family_by_id(cw->store, family, mem, &row, f) || !family_common_surname(cw->store, family, mem, &name, f))
		return false;
	if (!*name || strcmp(name, row.name) == 0)
		return true;
	row.name = name;
	if (changed)
		*changed = true;
	return family_save(cw->store, &row, f);
}

void people_take_text(const char **kept, const char *given, bool *changed)
{
	if (*given && strcmp(*kept, given) != 0) {
		*kept = given;
		*changed = true;
	}
}
