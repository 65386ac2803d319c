/* People and families: adding them. */
#include "casework/people.h"

#include "people_keeping.h"
#include "person_check.h"

#include "base/text.h"
#include "staff_matching.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <string.h>

static bool reference_is_free(struct casework *cw, const char *reference, struct arena *mem, struct fault *f)
{
	struct family row;
	struct fault why = {0};
	bool found;

	if (!people_found(family_by_reference(cw->store, reference, mem, &row, &why), &why, &found, f))
		return false;
	if (found)
		return fault_field(f, "family reference",
				   "There is a family %s already: add to that family, or give another reference.",
				   reference);
	return true;
}

/* Our own references begin with F; an authority's spreadsheets may hold some of them already. */
static bool next_free_reference(struct casework *cw, struct arena *mem, const char **out, struct fault *f)
{
	struct fault why;

	do {
		why = (struct fault){0};
		if (!store_next_reference(cw->store, "F", 4, mem, out, f))
			return false;
	} while (!reference_is_free(cw, *out, mem, &why) && why.code == FAULT_REFUSED);
	if (why.code != FAULT_NONE && f)
		*f = why;
	return why.code == FAULT_NONE;
}

static bool add_family(struct casework *cw, const char *reference, const char *name, struct arena *mem, int64_t *out,
		       struct fault *f)
{
	struct family row = {.reference = reference, .name = name};

	if (!field_tidy(&row.reference, "family reference", mem, f) || !field_tidy(&row.name, "family name", mem, f))
		return false;
	if (*row.reference) {
		if (!reference_is_free(cw, row.reference, mem, f))
			return false;
	} else if (!next_free_reference(cw, mem, &row.reference, f)) {
		return false;
	}
	if (!family_insert(cw->store, &row, f))
		return false;
	*out = row.id;
	return true;
}

bool casework_family_add_as(struct casework *cw, const char *reference, const char *name, int64_t *out, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	*out = 0;
	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = add_family(cw, reference, name, &mem, out, f);
	arena_finish(&mem);
	if (!ok)
		return work_undo(cw);
	return work_end(cw, f, "family.add", SUBJECT_FAMILY, *out, *out, "a new family");
}

bool casework_family_add(struct casework *cw, const char *name, int64_t *out, struct fault *f)
{
	return casework_family_add_as(cw, "", name, out, f);
}

static bool is_child_elsewhere(struct casework *cw, int64_t person, int64_t family, struct arena *mem, struct fault *f)
{
	struct family other;
	struct fault why = {0};
	bool found;

	if (!people_found(family_of_child(cw->store, person, mem, &other, &why), &why, &found, f))
		return false;
	if (found && other.id != family)
		return fault_field(
			f, "child",
			"This child belongs to family %s: work with that family, or have the child moved first.",
			other.reference);
	if (found)
		return fault_field(f, "child", "This child belongs to the family already.");
	return true;
}

/* Somebody known already becomes a member of one more family, or again of one that was left. */
static bool join_family(struct casework *cw, const struct member *member, struct arena *mem, struct fault *f)
{
	struct member_list of;

	if (!people_may_see_person(cw, member->person_id, f) ||
	    (member->relationship == RELATIONSHIP_CHILD &&
	     !is_child_elsewhere(cw, member->person_id, member->family_id, mem, f)) ||
	    !members_of_person(cw->store, member->person_id, mem, &of, f))
		return false;
	for (size_t i = 0; i < of.count; i++) {
		if (of.items[i].family_id != member->family_id)
			continue;
		if (of.items[i].ended_on == DAY_NONE)
			return fault_field(f, "surname", "This person belongs to the family already.");
		return member_save(cw->store, member, f) &&
		       member_end(cw->store, member->family_id, member->person_id, DAY_NONE, f) &&
		       staff_match_person(cw, member->person_id, f);
	}
	return member_insert(cw->store, member, f) && staff_match_person(cw, member->person_id, f);
}

static bool add_new(struct casework *cw, struct member *member, const struct address *address, struct arena *mem,
		    struct fault *f)
{
	struct person *p = &member->person;
	struct address where = address ? *address : (struct address){0};

	if (!address)
		where.from_on = where.to_on = DAY_NONE;
	return person_tidy(p, mem, f) && address_tidy(&where, mem, f) &&
	       person_check(p, member->relationship == RELATIONSHIP_CHILD, cw->today, f) &&
	       people_la_child_id_is_free(cw, p, mem, f) &&
	       people_add(cw, member->family_id, p, member->relationship, member->parental_responsibility, &where, mem,
			  f);
}

static bool add_member(struct casework *cw, struct member *member, const struct address *address, struct arena *mem,
		       struct fault *f)
{
	struct family family;

	if (!people_may_see_family(cw, member->family_id, f) ||
	    !family_by_id(cw->store, member->family_id, mem, &family, f))
		return false;
	if (!(member->person_id ? join_family(cw, member, mem, f) : add_new(cw, member, address, mem, f)))
		return false;
	return *family.name || people_name_family(cw, member->family_id, mem, NULL, f);
}

bool casework_member_add(struct casework *cw, int64_t family, struct person *person, enum relationship relationship,
			 enum yes_no parental_responsibility, const struct address *address, struct fault *f)
{
	struct member member = {.family_id = family,
				.person_id = person->id,
				.relationship = relationship,
				.parental_responsibility = parental_responsibility,
				.person = *person};
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = add_member(cw, &member, address, &mem, f);
	if (ok && person->id == 0) {
		person->id = member.person.id;
		person->version = member.person.version;
	}
	arena_finish(&mem);
	if (!ok)
		return work_undo(cw);
	return work_end(cw, f, "person.add", SUBJECT_PERSON, person->id, family, "as %s",
			relationship_label(relationship));
}
