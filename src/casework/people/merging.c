/* Two entries of one person made one, tried first and taken apart again. */
#include "casework/merging.h"

#include "gather.h"
#include "merging_rows.h"
#include "people_keeping.h"

#include "base/text.h"
#include "store/family_store.h"
#include "store/merge_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/search_store.h"

#include <string.h>

struct pair {
	struct casework *cw;
	struct person kept, gone;
	struct family kept_family, gone_family; /* of which they are a child now; id 0 none */
	int64_t family;                         /* to which the history belongs */
	bool families_differ;
	struct arena *mem;
	struct fault *f;
};

/* --- Who they are --- */

static bool read_family(struct pair *p, const struct person *person, struct family *child_of, bool *is_grown_up)
{
	struct member_list of;

	*child_of = (struct family){0};
	*is_grown_up = false;
	if (!members_of_person(p->cw->store, person->id, p->mem, &of, p->f))
		return false;
	for (size_t i = 0; i < of.count; i++) {
		const struct member *one = &of.items[i];

		if (!p->family)
			p->family = one->family_id;
		if (one->ended_on != DAY_NONE)
			continue;
		if (one->relationship != RELATIONSHIP_CHILD)
			*is_grown_up = true;
		else if (!family_by_id(p->cw->store, one->family_id, p->mem, child_of, p->f))
			return false;
	}
	return true;
}

static bool has_open_plan(struct pair *p, int64_t person, const char **reference)
{
	struct plan_list plans;

	*reference = "";
	if (!plans_of_person(p->cw->store, person, p->mem, &plans, p->f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		if (plans.items[i].ended_on == DAY_NONE)
			*reference = plans.items[i].reference;
	return true;
}

static bool check_plans(struct pair *p)
{
	const char *kept, *gone;

	if (!has_open_plan(p, p->kept.id, &kept) || !has_open_plan(p, p->gone.id, &gone))
		return false;
	return !*kept || !*gone ||
	       fault_set(p->f, FAULT_REFUSED,
			 "Both entries have an open plan, %s and %s. End the one that is not real, as recorded in "
			 "error, then make them one.",
			 kept, gone);
}

static bool stands_for_itself(struct pair *p, const struct person *entry)
{
	struct person first;
	int64_t id;

	if (!merged_into(p->cw->store, entry->id, &id, p->f))
		return false;
	if (!id)
		return true;
	return person_by_id(p->cw->store, id, p->mem, &first, p->f) &&
	       fault_set(p->f, FAULT_REFUSED, "%s was made one with %s already: choose that one.", entry->reference,
			 first.reference);
}

static bool read_pair(struct pair *p, int64_t kept, int64_t gone)
{
	bool kept_is_grown_up, gone_is_grown_up;

	if (kept == gone)
		return fault_set(p->f, FAULT_REFUSED, "This is the same entry: choose the other one.");
	if (!people_may_see_person(p->cw, kept, p->f) || !people_may_see_person(p->cw, gone, p->f) ||
	    !person_by_id(p->cw->store, kept, p->mem, &p->kept, p->f) ||
	    !person_by_id(p->cw->store, gone, p->mem, &p->gone, p->f) || !stands_for_itself(p, &p->kept) ||
	    !stands_for_itself(p, &p->gone) || !read_family(p, &p->kept, &p->kept_family, &kept_is_grown_up) ||
	    !read_family(p, &p->gone, &p->gone_family, &gone_is_grown_up))
		return false;
	/* A parent who is a child of another family is both; a child and a grown-up with nothing in common are not. */
	if ((p->kept_family.id && !kept_is_grown_up && gone_is_grown_up && !p->gone_family.id) ||
	    (p->gone_family.id && !gone_is_grown_up && kept_is_grown_up && !p->kept_family.id))
		return fault_set(p->f, FAULT_REFUSED,
				 "One entry is a child and the other a grown-up of a family: they are not the same "
				 "person.");
	p->families_differ = p->kept_family.id && p->gone_family.id && p->kept_family.id != p->gone_family.id;
	return check_plans(p);
}

/* --- Making them one --- */

static bool keep_names(struct pair *p)
{
	char gone[NAME_ROOM], kept[NAME_ROOM];
	struct alias alias = {.person_id = p->kept.id};

	person_full_name(&p->gone, gone);
	person_full_name(&p->kept, kept);
	if (!*gone || strcmp(text_fold(p->mem, gone), text_fold(p->mem, kept)) == 0)
		return true;
	alias.name = gone;
	return alias_insert(p->cw->store, &alias, p->f);
}

/* An LA child id is one child's: the entry that is left gives it away first. An entry without a name keeps it as one.
 */
static bool keep_details(struct pair *p)
{
	struct person gone = p->gone;
	bool changed = false;

	merging_take_details(&p->kept, &p->gone, &changed);
	if (*gone.la_child_id && strcmp(gone.la_child_id, p->kept.la_child_id) == 0) {
		if (!*gone.surname && !*gone.given_names)
			gone.surname = gone.la_child_id;
		gone.la_child_id = "";
		if (!person_save(p->cw->store, &gone, p->f))
			return false;
		p->gone.version = gone.version;
	}
	return person_save(p->cw->store, &p->kept, p->f);
}

static bool find_anew(struct pair *p)
{
	return search_person_put(p->cw->store, p->gone.id, "", p->f) && people_index(p->cw, &p->kept, p->f);
}

static bool make_one(struct pair *p)
{
	if (p->families_differ && !gather_family(p->cw, &p->gone_family, &p->kept_family, p->mem, p->f))
		return false;
	return keep_names(p) && keep_details(p) && merge_rows(p->cw->store, p->kept.id, p->gone.id, p->cw->today, p->f);
}

static bool check_versions(const struct pair *p, const struct merging *merging)
{
	const struct person *changed = p->kept.version != merging->kept_version   ? &p->kept
				       : p->gone.version != merging->gone_version ? &p->gone
										  : NULL;

	return !changed || fault_set(p->f, FAULT_CONFLICT,
				     "Another person changed %s since you read it: look at it again, then save.",
				     changed->reference);
}

static bool merge(struct pair *p, const struct merging *merging, struct person_merge *row)
{
	struct recording *recording;

	if (!read_pair(p, merging->kept_id, merging->gone_id) || !check_versions(p, merging) ||
	    !recording_begin(p->cw->store, &recording, p->f))
		return false;
	if (!make_one(p)) {
		recording_drop(recording);
		return false;
	}
	*row = (struct person_merge){.kept_id = p->kept.id,
				     .gone_id = p->gone.id,
				     .at = work_now(p->cw),
				     .by = p->cw->login,
				     .reason = merging->reason};
	return merge_keep(p->cw->store, row, recording, p->f) && find_anew(p);
}

bool casework_merge(struct casework *cw, const struct merging *merging, struct fault *f)
{
	struct arena mem = {0};
	struct pair p = {.cw = cw, .mem = &mem, .f = f};
	struct merging what = *merging;
	struct person_merge row;
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = merging_reason(&what.reason, "Say how you know that they are the same person.", &mem, f) &&
	     merge(&p, &what, &row);
	ok = ok ? work_end(cw, f, "person.merge", SUBJECT_PERSON, p.kept.id, p.family, "%s is %s: %s", p.gone.reference,
			   p.kept.reference, what.reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Trying --- */

static bool try_it(struct pair *p, int64_t kept, int64_t gone, struct merging_page *out)
{
	struct merge_count_list of_kept, of_gone;

	if (!read_pair(p, kept, gone) || !merge_counts(p->cw->store, kept, p->mem, &of_kept, p->f) ||
	    !merge_counts(p->cw->store, gone, p->mem, &of_gone, p->f))
		return false;
	*out = (struct merging_page){.kept = p->kept, .gone = p->gone, .families = ""};
	out->family_id = p->kept_family.id ? p->kept_family.id : p->gone_family.id;
	out->kept_family = merging_family_words(&p->kept_family, p->mem);
	out->gone_family = merging_family_words(&p->gone_family, p->mem);
	out->kept_words = merging_count_words(&of_kept, p->mem);
	out->gone_words = merging_count_words(&of_gone, p->mem);
	out->warning = merging_warning(&p->kept, &p->gone, p->mem);
	if (p->families_differ)
		out->families = arena_printf(p->mem, "%s %s becomes part of %s %s.", p->gone_family.reference,
					     p->gone_family.name, p->kept_family.reference, p->kept_family.name);
	if (!merging_rows(&p->kept, &p->gone, p->mem, &out->rows))
		return fault_set(p->f, FAULT_MEMORY, "There is not enough memory to look at these entries.");
	return make_one(p);
}

bool casework_merge_try(struct casework *cw, int64_t kept, int64_t gone, struct arena *mem, struct merging_page *out,
			struct fault *f)
{
	struct pair p = {.cw = cw, .mem = mem, .f = f};
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = try_it(&p, kept, gone, out);
	work_undo(cw);
	return ok && look_begin(cw, ACTION_RECORD_PEOPLE, f) &&
	       look_end(cw, f, "person.compare", SUBJECT_PERSON, kept, p.family, "with %s", out->gone.reference);
}

/* --- Taking apart --- */

static bool part(struct casework *cw, struct person_merge *merge, struct arena *mem, struct fault *f)
{
	struct person kept, gone;

	return people_may_see_person(cw, merge->kept_id, f) && merge_turn_back(cw->store, merge, f) &&
	       person_by_id(cw->store, merge->kept_id, mem, &kept, f) &&
	       person_by_id(cw->store, merge->gone_id, mem, &gone, f) && people_index(cw, &kept, f) &&
	       people_index(cw, &gone, f);
}

bool casework_merge_undo(struct casework *cw, int64_t id, const char *reason, struct fault *f)
{
	struct arena mem = {0};
	struct pair p = {.cw = cw, .mem = &mem, .f = f};
	struct person_merge merge = {0};
	bool is_grown_up, ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = merging_reason(&reason, "Say why they are two people after all.", &mem, f) &&
	     merge_by_id(cw->store, id, &mem, &merge, f);
	if (ok && merge.undone_at)
		ok = fault_set(f, FAULT_REFUSED, "%s and %s were taken apart already.", merge.kept, merge.gone);
	merge.undone_at = work_now(cw);
	merge.undone_by = cw->login;
	merge.undone_why = reason;
	ok = ok && part(cw, &merge, &mem, f) &&
	     read_family(&p, &(struct person){.id = merge.kept_id}, &p.kept_family, &is_grown_up);
	ok = ok ? work_end(cw, f, "person.part", SUBJECT_PERSON, merge.kept_id, p.family, "%s is not %s: %s",
			   merge.gone, merge.kept, reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_merged(struct casework *cw, int64_t family, struct arena *mem, struct merged_list *out, struct fault *f)
{
	struct person_merge_list merges = {0};
	bool ok;

	*out = (struct merged_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = people_may_see_family(cw, family, f) && merges_of_family(cw->store, family, mem, &merges, f);
	look_undo(cw);
	for (size_t i = 0; ok && i < merges.count; i++) {
		struct merged *row = ARENA_PUSH(mem, out);

		if (row)
			*row = (struct merged){merges.items[i].id, merges.items[i].kept,
					       merging_words(&merges.items[i], mem)};
		ok = row || fault_set(f, FAULT_MEMORY, "There is not enough memory to look at this family.");
	}
	return ok;
}
