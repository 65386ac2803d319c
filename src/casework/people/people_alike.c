/* Finding out who on file is likely the person typed: gathered by number, by name and by birth date, then compared. */
#include "people_alike.h"

#include "people_keeping.h"
#include "people_likeness.h"

#include "base/text.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/search_store.h"

#include <string.h>

enum { LOOKED_AT_MOST = 40 /* of one search by name */ };

/* People who may be meant, before they are compared. */
struct alike {
	struct casework *cw;
	const struct person *asked;
	struct arena *mem;
	struct id_list ids; /* each once */
	struct look_alike_list found[LIKENESS_WHOLE + 1];
};

static bool no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show who may be the same person.");
}

static const char *given(const char *text)
{
	return text ? text : "";
}

static bool add_id(struct alike *a, int64_t id, struct fault *f)
{
	int64_t *item;

	for (size_t i = 0; i < a->ids.count; i++)
		if (a->ids.items[i] == id)
			return true;
	if (id == a->asked->id)
		return true;
	item = ARENA_PUSH(a->mem, &a->ids);
	if (!item)
		return no_memory(f);
	*item = id;
	return true;
}

static bool is_child(const struct member *member)
{
	return member->relationship == RELATIONSHIP_CHILD && member->ended_on == DAY_NONE;
}

/* The family that this worker may see and the person is a child of, else any that may be seen. */
static bool visible_family(struct alike *a, const struct member_list *of, const struct member **out, struct fault *f)
{
	*out = NULL;
	for (size_t i = 0; i < of->count; i++) {
		bool may = false;

		if (!work_may_see_family(a->cw, of->items[i].family_id, &may, f))
			return false;
		if (may && (!*out || (is_child(&of->items[i]) && !is_child(*out))))
			*out = &of->items[i];
	}
	return true;
}

/* By words and by birth date nobody is found who may not be seen; by number it is asked here. */
static bool add_by_number(struct alike *a, struct fault *f)
{
	const char *number = given(a->asked->la_child_id);
	struct arena mem = {0};
	struct member_list of = {0};
	const struct member *member = NULL;
	struct person kept;
	struct fault why = {0};
	bool found = false, ok;

	if (!*number)
		return true;
	ok = people_found(person_by_la_child_id(a->cw->store, number, &mem, &kept, &why), &why, &found, f);
	ok = ok && (!found || members_of_person(a->cw->store, kept.id, &mem, &of, f)) &&
	     visible_family(a, &of, &member, f) && (!member || add_id(a, kept.id, f));
	arena_finish(&mem);
	return ok;
}

static bool add_by_words(struct alike *a, const char *words, struct fault *f)
{
	struct id_list ids;

	if (!search_people(a->cw->store, text_fold(a->mem, words), a->cw->user_id, LOOKED_AT_MOST, a->mem, &ids, NULL,
			   f))
		return false;
	for (size_t i = 0; i < ids.count; i++)
		if (!add_id(a, ids.items[i], f))
			return false;
	return true;
}

/* All names; then without the middle ones, which one of the two records may lack; and the surname alone for a child
 * who was not yet named: the shortest names are found first. */
static bool add_by_name(struct alike *a, struct fault *f)
{
	const char *surname = given(a->asked->surname), *given_names = given(a->asked->given_names);
	int first = (int)strcspn(given_names, " ");

	return add_by_words(a, arena_printf(a->mem, "%s %s", surname, given_names), f) &&
	       (!given_names[first] ||
		add_by_words(a, arena_printf(a->mem, "%s %.*s", surname, first, given_names), f)) &&
	       (!*given_names || add_by_words(a, surname, f));
}

static bool add_by_birth(struct alike *a, struct fault *f)
{
	struct person_list people;

	if (a->asked->born_on == DAY_NONE)
		return true;
	if (!people_born_on(a->cw->store, a->cw->user_id, a->asked->born_on, a->mem, &people, f))
		return false;
	for (size_t i = 0; i < people.count; i++)
		if (!add_id(a, people.items[i].id, f))
			return false;
	return true;
}

/* A plan is told of only to who may see every family it could be of. */
static bool is_on_plan(struct alike *a, int64_t person, bool *out, struct fault *f)
{
	struct plan_list plans;

	*out = false;
	if (!people_may_see_person(a->cw, person, NULL))
		return true;
	if (!plans_of_person(a->cw->store, person, a->mem, &plans, f))
		return false;
	*out = plans.count > 0 && plans.items[0].ended_on == DAY_NONE;
	return true;
}

static bool describe(struct alike *a, const struct member *member, const struct person *kept, struct look_alike *out,
		     struct fault *f)
{
	struct family family;
	char age[NAME_ROOM], day[DATE_TEXT_ROOM];
	bool has_plan;

	if (!family_by_id(a->cw->store, member->family_id, a->mem, &family, f) ||
	    !is_on_plan(a, kept->id, &has_plan, f))
		return false;
	*out = (struct look_alike){.member = *member, .family_reference = family.reference, .family_name = family.name};
	out->member.person = *kept;
	out->words = arena_printf(a->mem, "%s%s%s, %s, %s%s%s", kept->born_on != DAY_NONE ? "born " : "",
				  kept->born_on != DAY_NONE ? date_plain(kept->born_on, day)
				  : person_is_unborn(kept)  ? person_age_text(kept, casework_today(a->cw), age)
							    : "birth date not known",
				  has_plan ? ", on a plan" : "",
				  *kept->la_child_id ? kept->la_child_id : kept->reference, family.reference,
				  *family.name ? " " : "", family.name);
	return true;
}

static bool is_dated(const struct person *p)
{
	return p->born_on != DAY_NONE || p->expected_on != DAY_NONE;
}

static bool compare(struct alike *a, int64_t id, struct fault *f)
{
	const struct member *member;
	struct member_list of;
	struct alias_list aliases;
	struct person kept;
	struct look_alike *item;
	enum likeness likeness;

	if (!person_by_id(a->cw->store, id, a->mem, &kept, f) || !aliases_of(a->cw->store, id, a->mem, &aliases, f))
		return false;
	likeness = people_likeness(a->asked, &kept, &aliases, a->mem);
	if (likeness == LIKENESS_NONE)
		return true;
	if (!members_of_person(a->cw->store, id, a->mem, &of, f) || !visible_family(a, &of, &member, f))
		return false;
	/* Parents are often kept without their birth date: one of the same name is not therefore the child. Whoever is
	 * typed without any date is no child. */
	if (!member ||
	    (likeness == LIKENESS_UNDATED && member->relationship != RELATIONSHIP_CHILD && is_dated(a->asked)))
		return true;
	item = ARENA_PUSH(a->mem, &a->found[likeness]);
	return item ? describe(a, member, &kept, item, f) : no_memory(f);
}

static bool put_in_order(struct alike *a, struct look_alike_list *out, struct fault *f)
{
	for (int likeness = LIKENESS_WHOLE; likeness > LIKENESS_NONE; likeness--)
		for (size_t i = 0; i < a->found[likeness].count; i++) {
			struct look_alike *item = ARENA_PUSH(a->mem, out);

			if (!item)
				return no_memory(f);
			*item = a->found[likeness].items[i];
		}
	return !arena_exhausted(a->mem) || no_memory(f);
}

bool people_alike(struct casework *cw, const struct person *person, struct arena *mem, struct look_alike_list *out,
		  struct fault *f)
{
	struct alike a = {.cw = cw, .asked = person, .mem = mem};

	*out = (struct look_alike_list){0};
	if (!add_by_number(&a, f) || !add_by_name(&a, f) || !add_by_birth(&a, f))
		return false;
	for (size_t i = 0; i < a.ids.count; i++)
		if (!compare(&a, a.ids.items[i], f))
			return false;
	return put_in_order(&a, out, f);
}

bool casework_people_like(struct casework *cw, const struct person *person, struct arena *mem,
			  struct look_alike_list *out, struct fault *f)
{
	*out = (struct look_alike_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_alike(cw, person, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.alike", SUBJECT_PERSON, person->id, 0, "%zu people may be the same", out->count);
}
