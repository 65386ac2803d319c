/* One row of an authority's list of families into the case file. */
#include "casework/intake.h"

#include "deadline_keeping.h"
#include "gather.h"
#include "intake_theirs.h"
#include "people_keeping.h"
#include "person_check.h"

#include "base/text.h"
#include "staff_matching.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <string.h>

/* One row on its way in. */
struct person_intake {
	struct casework *cw;
	struct arena mem;
	struct intake_person row; /* tidied */
	int64_t family_id;
	struct member kept; /* person_id 0: nobody of the file */
	bool has_moved, has_changed;
};

static bool is_child(const struct person_intake *in)
{
	return in->row.relationship == RELATIONSHIP_CHILD;
}

static bool check_row(struct person_intake *in, struct fault *f)
{
	struct intake_person *row = &in->row;

	if (!field_tidy(&row->family_reference, "Family ref", &in->mem, f) || !person_tidy(&row->person, &in->mem, f) ||
	    !address_tidy(&row->address, &in->mem, f))
		return false;
	if (!*row->family_reference)
		return fault_field(f, "Family ref", "Give the family's reference: it says who belongs together.");
	if (!is_child(in))
		row->person.la_child_id = "";
	if (!*row->person.surname && !*row->person.given_names)
		return fault_field(f, "Surname",
				   "A person needs at least one name; for an unborn child give the family's surname.");
	return la_child_id_check(row->person.la_child_id, f) && email_check(row->person.email, f) &&
	       person_dates_check(&row->person, is_child(in), in->cw->today, f);
}

/* --- Whose family --- */

static bool family_named(struct person_intake *in, bool *found, struct fault *f)
{
	struct family family;
	struct fault why = {0};

	if (!people_found(family_by_reference(in->cw->store, in->row.family_reference, &in->mem, &family, &why), &why,
			  found, f))
		return false;
	if (*found)
		in->family_id = family.id;
	return !*found || people_may_see_family(in->cw, family.id, f);
}

static bool find_or_add_family(struct person_intake *in, struct fault *f)
{
	struct family row = {.reference = in->row.family_reference, .name = is_child(in) ? in->row.person.surname : ""};
	bool found;

	if (!family_named(in, &found, f))
		return false;
	if (found)
		return true;
	if (!family_insert(in->cw->store, &row, f))
		return false;
	in->family_id = row.id;
	return true;
}

/* Two birth dates that disagree may be two children: nothing of the row is taken. */
static bool check_birth(const struct person_intake *in, const struct person *kept, struct fault *f)
{
	const struct person *p = &in->row.person;
	char a[DATE_TEXT_ROOM], b[DATE_TEXT_ROOM];

	if (p->born_on == DAY_NONE || kept->born_on == DAY_NONE || p->born_on == kept->born_on)
		return true;
	return fault_field(f, "DOB",
			   "The row says born %s and the case file says born %s: find out which is right, or whether "
			   "these are two "
			   "children, and correct the other.",
			   date_plain(p->born_on, a), date_plain(kept->born_on, b));
}

/* The child of that LA child id, brought into the family of the row. */
static bool bring_child(struct person_intake *in, const struct person *kept, struct fault *f)
{
	struct family now;
	struct fault why = {0};
	bool found;

	in->kept.person = *kept;
	in->kept.person_id = kept->id;
	if (!check_birth(in, kept, f) ||
	    !people_found(family_of_child(in->cw->store, kept->id, &in->mem, &now, &why), &why, &found, f))
		return false;
	if (!found)
		return fault_field(f, "LA child ID", "%s is in the case file but not as a child of a family.",
				   kept->la_child_id);
	in->family_id = now.id;
	if (!people_may_see_family(in->cw, now.id, f) || strcmp(now.reference, in->row.family_reference) == 0)
		return people_may_see_family(in->cw, now.id, f);
	if (!now.is_provisional)
		return fault_field(
			f, "Family ref",
			"%s is a child of family %s already, and a child is in one family only: correct the reference, "
			"or have the child moved.",
			kept->la_child_id, now.reference);
	in->has_moved = true;
	return gather_child(in->cw, &now, in->row.family_reference, &in->mem, &in->family_id, f);
}

/* --- Who it is --- */

static bool same_folded(const char *a, const char *b, struct arena *mem)
{
	return strcmp(a, b) == 0 || strcmp(text_fold(mem, a), text_fold(mem, b)) == 0;
}

static bool is_same_person(struct person_intake *in, const struct member *m)
{
	const struct person *a = &in->row.person, *b = &m->person;

	if (m->relationship != in->row.relationship)
		return false;
	if (*a->la_child_id && *b->la_child_id)
		return false; /* two known children, told apart by their ids */
	if (a->born_on != DAY_NONE && b->born_on != DAY_NONE && a->born_on != b->born_on)
		return false;
	return same_folded(a->surname, b->surname, &in->mem) && same_folded(a->given_names, b->given_names, &in->mem);
}

static bool find_among_members(struct person_intake *in, struct fault *f)
{
	struct member_list now, former; /* whoever left is known all the same, and stays as it was recorded */

	if (!members_of_family(in->cw->store, in->family_id, &in->mem, &now, f) ||
	    !former_members_of_family(in->cw->store, in->family_id, &in->mem, &former, f))
		return false;
	for (size_t i = 0; i < now.count + former.count && !in->kept.person_id; i++) {
		const struct member *m = i < now.count ? &now.items[i] : &former.items[i - now.count];

		if (is_same_person(in, m))
			in->kept = *m;
	}
	return true;
}

static bool identify(struct person_intake *in, struct fault *f)
{
	struct person kept;
	struct fault why = {0};
	bool found = false;

	if (*in->row.person.la_child_id &&
	    !people_found(person_by_la_child_id(in->cw->store, in->row.person.la_child_id, &in->mem, &kept, &why), &why,
			  &found, f))
		return false;
	return found ? bring_child(in, &kept, f) : find_or_add_family(in, f) && find_among_members(in, f);
}

/* Offered, never merged: a second row may be a slip or a second person of the same name. */
static bool check_first_row(struct person_intake *in, struct fault *f)
{
	char name[NAME_ROOM];

	if (in->cw->batch == 0 || !seen_has(&in->cw->people_seen, in->kept.person_id))
		return true;
	return fault_field(f, *in->row.person.la_child_id ? "LA child ID" : "Surname",
			   "An earlier row of this file is %s, %s of family %s, already: remove one of the two rows, "
			   "or give birth "
			   "dates when they are two people.",
			   person_full_name(&in->row.person, name), relationship_label(in->row.relationship),
			   in->row.family_reference);
}

/* --- What changes --- */

static bool update_person(struct person_intake *in, struct fault *f)
{
	struct person *p = &in->kept.person;
	const struct person *from = &in->row.person;
	day_number born_on = p->born_on, expected_on = p->expected_on;
	bool changed = false;

	people_take_text(&p->surname, from->surname, &changed);
	people_take_text(&p->given_names, from->given_names, &changed);
	people_take_text(&p->known_as, from->known_as, &changed);
	people_take_text(&p->la_child_id, from->la_child_id, &changed);
	people_take_text(&p->language, from->language, &changed);
	people_take_text(&p->phone, from->phone, &changed);
	people_take_text(&p->email, from->email, &changed);
	if (from->sex != SEX_UNKNOWN && from->sex != p->sex) {
		p->sex = from->sex;
		changed = true;
	}
	if (from->needs_interpreter != p->needs_interpreter) {
		p->needs_interpreter = from->needs_interpreter;
		changed = true;
	}
	if (from->born_on != DAY_NONE && p->born_on == DAY_NONE) { /* born since */
		p->born_on = from->born_on;
		p->expected_on = DAY_NONE;
		changed = true;
	} else if (from->expected_on != DAY_NONE && p->born_on == DAY_NONE && from->expected_on != p->expected_on) {
		p->expected_on = from->expected_on;
		changed = true;
	}
	in->has_changed = in->has_changed || changed;
	return !changed ||
	       (person_save(in->cw->store, p, f) && people_index(in->cw, p, f) &&
		((p->born_on == born_on && p->expected_on == expected_on) || deadlines_of_birth(in->cw, p->id, f)));
}

static bool update_membership(struct person_intake *in, struct fault *f)
{
	struct member member = {.family_id = in->family_id,
				.person_id = in->kept.person_id,
				.relationship = in->row.relationship,
				.parental_responsibility = in->row.parental_responsibility};

	if (is_child(in) || member.parental_responsibility == ANSWER_UNKNOWN ||
	    member.parental_responsibility == in->kept.parental_responsibility)
		return true;
	in->has_changed = true;
	return member_save(in->cw->store, &member, f);
}

/* A new address ends the old one today; a change of who must not read it does not. */
static bool update_address(struct person_intake *in, struct fault *f)
{
	struct address now = in->row.address;
	struct address_list kept;
	bool same;

	if (!*now.lines && !*now.postcode)
		return true;
	if (!addresses_of(in->cw->store, in->kept.person_id, &in->mem, &kept, f))
		return false;
	same = kept.count > 0 && kept.items[0].to_on == DAY_NONE && address_is_same_place(&kept.items[0], &now);
	if (same && strcmp(kept.items[0].confidential_from, now.confidential_from) == 0)
		return true;
	in->has_changed = true;
	if (same) {
		kept.items[0].confidential_from = now.confidential_from;
		return address_save(in->cw->store, &kept.items[0], f);
	}
	if (kept.count > 0 && kept.items[0].to_on == DAY_NONE) {
		kept.items[0].to_on = in->cw->today;
		if (!address_save(in->cw->store, &kept.items[0], f))
			return false;
	}
	now.person_id = in->kept.person_id;
	return address_insert(in->cw->store, &now, f);
}

static bool add_person(struct person_intake *in, struct fault *f)
{
	if (!people_add(in->cw, in->family_id, &in->row.person, in->row.relationship, in->row.parental_responsibility,
			&in->row.address, &in->mem, f))
		return false;
	in->kept.person_id = in->row.person.id;
	return true;
}

static bool take_in(struct person_intake *in, enum intake_result *out, struct fault *f)
{
	bool is_new, is_renamed = false;

	if (!check_row(in, f) || !identify(in, f))
		return false;
	is_new = in->kept.person_id == 0;
	if (!is_new && !check_first_row(in, f))
		return false;
	if (!(is_new ? add_person(in, f) : update_person(in, f) && update_membership(in, f) && update_address(in, f)))
		return false;
	if ((in->has_changed || in->has_moved) && !staff_match_person(in->cw, in->kept.person_id, f))
		return false;
	if (!intake_theirs(in->cw, in->family_id, in->kept.person_id, &in->row, &in->mem, &in->has_changed, f))
		return false;
	if (is_child(in) && (is_new || in->has_changed || in->has_moved) &&
	    !people_name_family(in->cw, in->family_id, &in->mem, &is_renamed, f))
		return false;
	*out = is_new ? INTAKE_ADDED : in->has_changed || in->has_moved ? INTAKE_CHANGED : INTAKE_UNCHANGED;
	return !arena_exhausted(&in->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this row.");
}

static bool finish(struct person_intake *in, enum intake_result result, struct fault *f)
{
	if (in->cw->batch > 0 && !seen_add(&in->cw->people_seen, in->kept.person_id)) {
		work_undo(in->cw);
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this row.");
	}
	if (result == INTAKE_UNCHANGED) {
		work_undo(in->cw); /* nothing was written */
		return true;
	}
	return work_end(in->cw, f, "intake.person", SUBJECT_PERSON, in->kept.person_id, in->family_id,
			"%s as %s from the list of "
			"people%s",
			result == INTAKE_ADDED ? "added" : "changed", relationship_label(in->row.relationship),
			in->has_moved ? "; brought into the family" : "");
}

bool intake_person(struct casework *cw, const struct intake_person *row, enum intake_result *out, struct fault *f)
{
	struct person_intake in = {.cw = cw, .row = *row};
	bool ok;

	*out = INTAKE_REFUSED;
	if (!work_begin(cw, ACTION_IMPORT, f))
		return false;
	ok = take_in(&in, out, f) ? finish(&in, *out, f) : work_undo(cw);
	if (!ok)
		*out = INTAKE_REFUSED;
	arena_finish(&in.mem);
	return ok;
}
