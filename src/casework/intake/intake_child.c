/* One census child into the case file: identity first, then every part on its own, so that one wrong date costs one
 * part. */
#include "intake_parts.h"

#include "deadline_keeping.h"
#include "people_keeping.h"
#include "person_check.h"

#include "store/family_store.h"
#include "store/person_store.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- Identity --- */

/* Removes from a copy of the return's person what cannot be kept, and says so. */
static bool check_dates(struct child_intake *in, struct person *p, struct fault *f)
{
	char a[DATE_TEXT_ROOM], b[DATE_TEXT_ROOM];
	day_number today = in->cw->today;

	if (p->born_on != DAY_NONE && p->born_on > today) {
		if (!intake_complain(in, f, "PersonBirthDate",
				     "The birth date %s is in the future and was left out: correct it, or give the "
				     "expected date.",
				     date_plain(p->born_on, a)))
			return false;
		p->born_on = DAY_NONE;
	}
	if (p->born_on != DAY_NONE && p->expected_on != DAY_NONE) {
		if (!intake_complain(in, f, "ExpectedPersonBirthDate",
				     "There is a birth date %s and an expected date %s; the birth date was kept: "
				     "remove the other.",
				     date_plain(p->born_on, a), date_plain(p->expected_on, b)))
			return false;
		p->expected_on = DAY_NONE;
	}
	if (p->born_on == DAY_NONE && p->expected_on == DAY_NONE && in->from->person.born_on == DAY_NONE &&
	    !intake_complain(in, f, "PersonBirthDate",
			     "There is neither a birth date nor an expected date: give one, so that ages and limits "
			     "can be told."))
		return false;
	if (p->died_on != DAY_NONE && (p->died_on > today || (p->born_on != DAY_NONE && p->died_on < p->born_on))) {
		if (!intake_complain(
			    in, f, "PersonDeathDate", "The date of death %s is %s and was left out: correct it.",
			    date_plain(p->died_on, a), p->died_on > today ? "in the future" : "before the birth"))
			return false;
		p->died_on = DAY_NONE;
	}
	return true;
}

static bool add_child(struct child_intake *in, const struct person *from, struct fault *f)
{
	struct family family = {.is_provisional = true, .name = from->surname};
	const struct address nowhere = {.lines = "", .postcode = ""};

	family.reference = arena_printf(&in->scratch, "CIN-%s", from->la_child_id);
	if (!family_insert(in->cw->store, &family, f))
		return false;
	in->person = *from;
	in->family_id = family.id;
	in->is_new = true;
	return people_add(in->cw, family.id, &in->person, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, &nowhere, &in->scratch,
			  f);
}

static void take_day(day_number *kept, day_number given, bool *changed)
{
	if (given != DAY_NONE && *kept != given) {
		*kept = given;
		*changed = true;
	}
}

/* A birth follows an expected date; two birth dates that disagree are for a person to settle. */
static bool take_birth(struct child_intake *in, const struct person *from, bool *changed, struct fault *f)
{
	struct person *p = &in->person;
	char a[DATE_TEXT_ROOM], b[DATE_TEXT_ROOM];

	if (from->born_on != DAY_NONE && p->born_on != DAY_NONE && from->born_on != p->born_on)
		return intake_complain(
			in, f, "PersonBirthDate",
			"The return says born %s and the case file says born %s; the case file's was kept: find out "
			"which is right and correct the other.",
			date_plain(from->born_on, a), date_plain(p->born_on, b));
	if (from->born_on != DAY_NONE && p->born_on == DAY_NONE)
		p->expected_on = DAY_NONE;
	take_day(&p->born_on, from->born_on, changed);
	if (p->born_on == DAY_NONE)
		take_day(&p->expected_on, from->expected_on, changed);
	return true;
}

static bool update_child(struct child_intake *in, const struct person *from, struct fault *f)
{
	struct person *p = &in->person;
	bool changed = false, is_birth;

	if (!take_birth(in, from, &changed, f))
		return false;
	is_birth = changed;
	take_day(&p->died_on, from->died_on, &changed);
	people_take_text(&p->upn, from->upn, &changed);
	if (*from->upn || *from->upn_unknown) {
		changed = changed || strcmp(p->upn_unknown, from->upn_unknown) != 0;
		p->upn_unknown = from->upn_unknown;
	}
	people_take_text(&p->ethnicity, from->ethnicity, &changed);
	people_take_text(&p->disabilities, from->disabilities, &changed);
	if (!*p->surname && !*p->given_names) {
		people_take_text(&p->surname, from->surname, &changed);
		people_take_text(&p->given_names, from->given_names, &changed);
	}
	if (from->sex != SEX_UNKNOWN && from->sex != p->sex) {
		p->sex = from->sex;
		changed = true;
	}
	if (!changed)
		return true;
	in->has_changed = true;
	return person_save(in->cw->store, p, f) && people_index(in->cw, p, f) &&
	       (!is_birth || deadlines_of_birth(in->cw, p->id, f));
}

static bool identify(struct child_intake *in, struct fault *f)
{
	struct person from = in->from->person;
	struct family family;
	struct fault why = {0};
	bool found;

	if (!person_tidy(&from, &in->scratch, f) || !la_child_id_check(from.la_child_id, f))
		return false;
	if (!*from.la_child_id)
		return fault_field(
			f, "LAchildID",
			"The child has no LA child id, so nobody can tell which child it is: give it in the return.");
	if (!check_dates(in, &from, f) ||
	    !people_found(person_by_la_child_id(in->cw->store, from.la_child_id, &in->scratch, &in->person, &why), &why,
			  &found, f))
		return false;
	if (!found)
		return add_child(in, &from, f);
	if (!family_of_child(in->cw->store, in->person.id, &in->scratch, &family, &why))
		return fault_field(f, "LAchildID",
				   "%s is in the case file but not as a child of a family: add the child to one.",
				   from.la_child_id);
	in->family_id = family.id;
	return people_may_see_family(in->cw, family.id, f) && update_child(in, &from, f);
}

/* --- The verb --- */

static bool take_in(struct child_intake *in, struct fault *f)
{
	if (!identify(in, f))
		return false;
	for (size_t i = 0; i < in->from->episode_count; i++)
		if (!intake_episode(in, &in->from->episodes[i], f))
			return false;
	return !arena_exhausted(&in->scratch) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this child.");
}

static bool finish(struct child_intake *in, enum intake_result *out, struct fault *f)
{
	if (!in->is_new && !in->has_changed) {
		work_undo(in->cw); /* nothing was written: no row is left */
		*out = INTAKE_UNCHANGED;
		return true;
	}
	*out = in->is_new ? INTAKE_ADDED : INTAKE_CHANGED;
	return work_end(in->cw, f, "intake.child", SUBJECT_PERSON, in->person.id, in->family_id,
			"%s from the census return: %zu enquiries, %zu conferences and %zu plans added",
			in->is_new ? "a new child" : "changed", in->enquiries, in->conferences, in->plans);
}

bool intake_child(struct casework *cw, const struct intake_child *child, struct arena *mem,
		  struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f)
{
	struct child_intake in = {.cw = cw, .mem = mem, .complaints = complaints, .from = child};
	bool ok;

	*out = INTAKE_REFUSED;
	if (!work_begin(cw, ACTION_IMPORT, f))
		return false;
	ok = take_in(&in, f) ? finish(&in, out, f) : work_undo(cw);
	arena_finish(&in.scratch);
	return ok;
}
