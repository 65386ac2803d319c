/* The children, their parents and whoever has the care of them, as a conference's list should hold them. */
#include "base/series.h"
#include "base/text.h"
#include "invitee_proposal.h"
#include "invitee_words.h"
#include "store/parent_store.h"
#include "store/person_store.h"
#include "whose_lines.h"

#include <string.h>

/* The places where the children live, folded; few. */
struct homes {
	const char **items;
	size_t count, room;
};

static bool home_of(struct proposing *p, int64_t person, const char **out, struct fault *f)
{
	struct address_list all;

	*out = "";
	if (!p->with_homes)
		return true;
	if (!addresses_of(p->cw->store, person, p->mem, &all, f))
		return false;
	if (all.count && all.items[0].to_on == DAY_NONE)
		*out = text_fold(p->mem, arena_printf(p->mem, "%s %s", all.items[0].lines, all.items[0].postcode));
	return true;
}

static bool homes_of_children(struct proposing *p, struct homes *out, struct fault *f)
{
	for (size_t i = 0; i < p->children->count; i++) {
		const char *home, **slot;

		if (!home_of(p, p->children->items[i].id, &home, f))
			return false;
		if (!*home)
			continue;
		slot = ARENA_PUSH(p->mem, out);
		if (!slot)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to propose whom to invite.");
		*slot = home;
	}
	return true;
}

/* ", lives elsewhere"; "" where either home is not known. */
static bool home_words(struct proposing *p, const struct homes *homes, int64_t person, const char **out,
		       struct fault *f)
{
	const char *home;

	*out = "";
	if (!home_of(p, person, &home, f))
		return false;
	if (!*home || homes->count == 0)
		return true;
	*out = ", lives elsewhere";
	for (size_t i = 0; i < homes->count; i++)
		if (strcmp(homes->items[i], home) == 0)
			*out = ", same home";
	return true;
}

static bool propose_child(struct proposing *p, const struct person *child, struct fault *f)
{
	const struct member as_member = {.person_id = child->id, .relationship = RELATIONSHIP_CHILD, .person = *child};
	struct invitee one = proposal_of_person(p, CAPACITY_CHILD, &as_member);
	int from = casework_policy(p->cw)->child_encourage_age;
	bool encouraged = child->born_on != DAY_NONE && date_age(child->born_on, casework_today(p->cw)) >= from;
	char age[NAME_ROOM];
	const char *why;

	if (proposal_has(p, &one))
		return true;
	person_age_text(child, casework_today(p->cw), age);
	why = encouraged ? arena_printf(p->mem, "%s: encouraged to come from %d", age, from)
			 : arena_printf(p->mem, "%s%sthe chair decides whether to invite", age, *age ? ": " : "");
	return proposal_add(p, &one, why, encouraged, f);
}

/* Nobody is invited for a child who is not born. */
static bool propose_children(struct proposing *p, struct fault *f)
{
	for (size_t i = 0; i < p->children->count; i++) {
		const struct person *child = &p->children->items[i];

		if (person_is_unborn(child) || child->died_on != DAY_NONE)
			continue;
		if (!propose_child(p, child, f))
			return false;
	}
	return true;
}

bool member_has_care(const struct member *member)
{
	switch (member->relationship) {
	case RELATIONSHIP_MOTHER:
	case RELATIONSHIP_FATHER:
	case RELATIONSHIP_STEP_MOTHER:
	case RELATIONSHIP_STEP_FATHER:
	case RELATIONSHIP_PARTNER:
	case RELATIONSHIP_CARER:
	case RELATIONSHIP_GUARDIAN: return true;
	default: return member->parental_responsibility == ANSWER_YES;
	}
}

/* Where something was said of an adult, but not of a child who came later: the one who is expected, mostly. */
static const char *none_words(const struct proposing *p, const struct parent_of_list *said, int64_t adult)
{
	for (size_t i = 0; i < p->children->count; i++)
		if (!parent_of_find(said, adult, p->children->items[i].id))
			return arena_printf(p->mem, ", not said whether a parent of %s: p on the family's page",
					    whose_child_name(&p->children->items[i], p->mem));
	return ", of no child of this conference";
}

/* "for Ava alone: a sitting of their own?"; "" for all of the children. *any: for one of them at least. */
static const char *whose_words(const struct proposing *p, const struct parent_of_list *said,
			       const struct member *member, bool *any)
{
	struct series names = {0};
	bool all = true;

	*any = p->children->count == 0;
	for (size_t i = 0; i < p->children->count; i++) {
		const struct person *child = &p->children->items[i];

		if (!parent_of_may_read(said, member->person_id, member->relationship, child->id)) {
			all = false;
			continue;
		}
		*any = true;
		series_add(&names, whose_child_name(child, p->mem), p->mem);
	}
	if (!*any)
		return none_words(p, said, member->person_id);
	return all ? "" : arena_printf(p->mem, ", for %s alone: a sitting of their own?", series_words(&names, p->mem));
}

static bool propose_adult(struct proposing *p, const struct homes *homes, const struct parent_of_list *said,
			  const struct member *member, struct fault *f)
{
	struct invitee one = proposal_of_person(p, CAPACITY_FAMILY, member);
	const char *home, *why = relationship_label(member->relationship), *whose;
	bool is_for_one;

	if (proposal_has(p, &one))
		return true;
	if (!home_words(p, homes, member->person_id, &home, f))
		return false;
	whose = whose_words(p, said, member, &is_for_one);
	why = arena_printf(p->mem, "%s%s%s%s", why, home,
			   member->parental_responsibility == ANSWER_YES ? ", parental responsibility" : "", whose);
	return proposal_add(p, &one, why, member_has_care(member) && is_for_one, f);
}

bool propose_family(struct proposing *p, struct fault *f)
{
	struct homes homes = {0};
	struct parent_of_list said;

	if (!parents_of_family(p->cw->store, p->conference->family_id, p->mem, &said, f) || !propose_children(p, f) ||
	    !homes_of_children(p, &homes, f))
		return false;
	for (size_t i = 0; i < p->members.count; i++) {
		const struct member *member = &p->members.items[i];

		if (member->relationship == RELATIONSHIP_CHILD || member->person.died_on != DAY_NONE)
			continue;
		if (!propose_adult(p, &homes, &said, member, f))
			return false;
	}
	return true;
}
