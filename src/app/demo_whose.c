/* Half-siblings of the demonstration: the youngest is the child of whoever lives with the mother now. */
#include "demo_history.h"

#include "casework/pages.h"
#include "casework/whose_child.h"

static const struct member *adult_who_is(const struct whose_child *all, bool lives_with_mother)
{
	for (size_t i = 0; i < all->adults.count; i++) {
		enum relationship as = all->adults.items[i].relationship;

		if (lives_with_mother ? as == RELATIONSHIP_STEP_FATHER || as == RELATIONSHIP_PARTNER
				      : as == RELATIONSHIP_FATHER)
			return &all->adults.items[i];
	}
	return NULL;
}

static bool say(struct parent_of_list *said, const struct member *adult, const struct member *child, bool is_theirs,
		struct arena *mem)
{
	struct parent_of *one = ARENA_PUSH(mem, said);

	if (!one)
		return false;
	*one = (struct parent_of){.adult_id = adult->person_id,
				  .child_id = child->person_id,
				  .is_theirs = is_theirs,
				  .parental_responsibility = is_theirs ? ANSWER_YES : ANSWER_NO};
	return true;
}

static bool say_in(struct casework *cw, const struct demo_family *family, struct arena *mem, struct fault *f)
{
	struct parent_of_list said = {0};
	const struct member *father, *partner;
	struct whose_child all;
	enum found_kind kind;
	int64_t id, version;
	bool ok = true;

	if (!casework_resolve(cw, family->reference, &kind, &id, f) || !casework_whose_child(cw, id, mem, &all, f))
		return false;
	father = adult_who_is(&all, false);
	partner = adult_who_is(&all, true);
	if (!father || !partner)
		return true;
	for (size_t i = 0; i < all.children.count; i++) {
		const struct member *child = &all.children.items[i];
		bool is_youngest = i + 1 == all.children.count;

		ok = ok && say(&said, father, child, !is_youngest, mem) && say(&said, partner, child, is_youngest, mem);
	}
	if (!ok)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for so many families.");
	return casework_whose_child_save(cw, id, all.family.version, &said, &version, f);
}

bool demo_say_whose_child(struct casework *cw, const struct demo_family *family, struct fault *f)
{
	struct arena mem = {0};
	bool has_father = false, has_partner = false, ok;

	for (size_t i = 0; i < family->adult_count; i++) {
		enum relationship as = family->adults[i].relationship;

		has_father = has_father || as == RELATIONSHIP_FATHER;
		has_partner = has_partner || as == RELATIONSHIP_STEP_FATHER || as == RELATIONSHIP_PARTNER;
	}
	if (!has_father || !has_partner || family->child_count < 2 || family->number % 2)
		return true;
	ok = say_in(cw, family, &mem, f);
	arena_finish(&mem);
	return ok;
}
