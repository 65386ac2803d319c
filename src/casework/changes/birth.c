/* A birth: the child gets a birth date and names, what was decided before it goes on, brothers and sisters nobody knew
 * of come with it. */
#include "casework/births.h"

#include "casework/people.h"
#include "core_group_reach.h"
#include "deadline_keeping.h"
#include "people_keeping.h"
#include "person_check.h"
#include "plan_reach.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

#include <stdio.h>
#include <string.h>

struct bearing {
	struct casework *cw;
	const struct birth *birth;
	struct arena *mem;
	struct family family;
	struct person first;
	struct plan plan; /* open, of the first; id 0 none */
	struct conference_list conferences;
	const char *follows;
};

/* --- The child that was expected --- */

static bool reach(struct bearing *b, struct fault *f)
{
	struct plan_list plans;
	struct fault why = {0};
	bool found;

	if (!people_may_see_person(b->cw, b->birth->person_id, f) ||
	    !person_by_id(b->cw->store, b->birth->person_id, b->mem, &b->first, f) ||
	    !people_found(family_of_child(b->cw->store, b->first.id, b->mem, &b->family, &why), &why, &found, f))
		return false;
	if (!found)
		return fault_set(f, FAULT_REFUSED, "%s is not a child of a family: a birth is recorded of a child.",
				 b->first.reference);
	if (!birth_check(&b->first, b->birth->born_on, casework_today(b->cw), f) ||
	    !plans_of_person(b->cw->store, b->first.id, b->mem, &plans, f))
		return false;
	if (plans.count && plans.items[0].ended_on == DAY_NONE) /* an open one comes first */
		b->plan = plans.items[0];
	return conferences_of_person(b->cw->store, b->first.id, b->mem, &b->conferences, f);
}

static bool fill(struct bearing *b, size_t at, struct person *p, struct fault *f)
{
	const struct born_child *child = &b->birth->children[at];
	const char *given = child->given_names, *surname = child->surname, *nhs = child->nhs_number;

	if (!words_tidy(&given, "given_names", false, b->mem, f) ||
	    !words_tidy(&surname, "surname", false, b->mem, f) || !words_tidy(&nhs, "nhs_number", false, b->mem, f))
		return false;
	if (*given)
		p->given_names = given;
	if (*surname)
		p->surname = surname;
	p->nhs_number = nhs;
	p->sex = child->sex;
	p->born_on = b->birth->born_on;
	p->expected_on = DAY_NONE;
	return nhs_number_check(nhs, f);
}

static bool bear_first(struct bearing *b, struct fault *f)
{
	struct person_record record = {.person = b->first};

	if (!fill(b, 0, &record.person, f))
		return false;
	record.person.version = b->birth->version;
	return casework_person_save(b->cw, &record, f) && person_by_id(b->cw->store, b->first.id, b->mem, &b->first, f);
}

/* --- Those who came with it --- */

/* What is still to be held, and what was decided before the birth, is about this child too. */
static bool join_conferences(struct bearing *b, int64_t person, struct fault *f)
{
	for (size_t i = 0; i < b->conferences.count; i++) {
		const struct conference *c = &b->conferences.items[i];
		struct deadline_row_list rows;

		if (!conference_state_is_to_be_held(c->state) && c->id != b->plan.conference_id)
			continue;
		if (!conference_child_insert(b->cw->store, c->id, person, f) ||
		    !deadlines_of_subject(b->cw->store, SUBJECT_CONFERENCE, c->id, b->mem, &rows, f))
			return false;
		for (size_t k = 0; k < rows.count; k++)
			if (rows.items[k].state == STANDING_OPEN &&
			    !deadline_child_insert(b->cw->store, rows.items[k].id, person, f))
				return false;
	}
	return true;
}

static bool begin_plan(struct bearing *b, int64_t person, struct fault *f)
{
	struct plan plan = b->plan;

	if (!b->plan.id)
		return true;
	plan.id = plan.version = 0;
	plan.person_id = person;
	plan.reference = "";
	plan.previous_plans = 0;
	return plan_insert(b->cw->store, &plan, b->mem, f) && deadlines_of_plan(b->cw, plan.id, false, f);
}

static bool take_home(struct bearing *b, struct address *out, struct fault *f)
{
	struct address_list all;

	*out = (struct address){.lines = "", .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE};
	if (!addresses_of(b->cw->store, b->first.id, b->mem, &all, f))
		return false;
	if (all.count && all.items[0].to_on == DAY_NONE) {
		*out = all.items[0];
		out->id = 0;
	}
	return true;
}

static bool bear_other(struct bearing *b, size_t at, struct fault *f)
{
	struct person p = b->first;
	struct address home;

	p.id = p.version = 0;
	p.reference = p.la_child_id = p.upn = p.upn_unknown = p.known_as = p.given_names = "";
	if (!fill(b, at, &p, f))
		return false;
	if (!*p.given_names)
		return fault_field(
			f, "given_names",
			"Enter a name for each child, so that they are told apart: Twin 2 will do until there "
			"is one.");
	return take_home(b, &home, f) && person_check(&p, true, casework_today(b->cw), f) &&
	       people_add(b->cw, b->family.id, &p, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, &home, b->mem, f) &&
	       join_conferences(b, p.id, f) && begin_plan(b, p.id, f);
}

static bool bear_others(struct bearing *b, struct fault *f)
{
	for (size_t i = 1; i < b->birth->count; i++) {
		struct fault why = {0};

		if (bear_other(b, i, &why))
			continue;
		if (why.field[0])
			snprintf(why.field + strlen(why.field), sizeof why.field - strlen(why.field), "%zu", i + 1);
		if (f)
			*f = why;
		return false;
	}
	return !b->plan.id || (core_group_deadlines(b->cw, b->family.id, b->mem, f) &&
			       plan_draft_follows(b->cw, b->family.id, b->mem, f));
}

/* --- What became of it --- */

static bool say_follows(struct bearing *b, struct fault *f)
{
	struct deadline_row_list rows;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	b->follows = arena_printf(b->mem, "%s, born %s.", person_full_name(&b->first, name),
				  date_plain(b->first.born_on, day));
	if (b->birth->count > 1)
		b->follows = arena_printf(b->mem, "%s\n%s now too.", b->follows,
					  b->birth->count == 2 ? "The second twin is a child of the family"
							       : "The others are children of the family");
	if (!b->plan.id)
		return true;
	b->follows = arena_printf(b->mem, "%s\n%s goes on%s.", b->follows, b->plan.reference,
				  b->birth->count > 1 ? ", and each of the others has a plan of its own" : "");
	if (!deadlines_of_subject(b->cw->store, SUBJECT_PLAN, b->plan.id, b->mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN && rows.items[i].rule == RULE_REVIEW_AFTER_BIRTH)
			b->follows = arena_printf(b->mem, "%s\nThe review is due sooner now: by %s.", b->follows,
						  date_medium(rows.items[i].due_on, day));
	return true;
}

static bool bear(struct bearing *b, struct fault *f)
{
	if (b->birth->count < 1 || b->birth->count > BIRTH_MOST)
		return fault_field(f, "count", "Between one and %d children are recorded at once.", BIRTH_MOST);
	return reach(b, f) && bear_first(b, f) && bear_others(b, f) &&
	       people_name_family(b->cw, b->family.id, b->mem, NULL, f) && say_follows(b, f);
}

bool casework_birth(struct casework *cw, const struct birth *birth, struct arena *mem, const char **follows,
		    struct fault *f)
{
	struct bearing b = {.cw = cw, .birth = birth, .mem = mem, .follows = ""};
	char day[DATE_TEXT_ROOM];

	*follows = "";
	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	if (!bear(&b, f))
		return work_undo(cw);
	*follows = b.follows;
	return work_end(cw, f, "child.born", SUBJECT_PERSON, b.first.id, b.family.id, "%s%s",
			date_to_iso(birth->born_on, day),
			birth->count > 1 ? arena_printf(mem, ", %zu children", birth->count) : "");
}
