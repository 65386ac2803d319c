/* Whose child is whose, read and put into lines: of whom it was said, and what is still to be said. */
#include "whose_lines.h"

#include "store/family_store.h"
#include "store/parent_store.h"

const char *whose_child_name(const struct person *child, struct arena *mem)
{
	char name[NAME_ROOM];

	if (*child->known_as)
		return child->known_as;
	if (*child->given_names)
		return child->given_names;
	return person_is_unborn(child) ? "the unborn baby" : arena_text(mem, person_full_name(child, name));
}

static const char *full_name(const struct person *person, struct arena *mem)
{
	char name[NAME_ROOM];

	return arena_text(mem, person_full_name(person, name));
}

static const char *joined(const char *so_far, const char *between, const char *more, struct arena *mem)
{
	return *so_far ? arena_printf(mem, "%s%s%s", so_far, between, more) : more;
}

static const char *responsibility_words(const struct parent_of *one)
{
	switch (one->parental_responsibility) {
	case ANSWER_YES: return " (PR)";
	case ANSWER_NO: return " (no PR)";
	default: return "";
	}
}

/* "Ava (PR); not Ben; not said of Cy" */
static const char *adult_words(const struct whose_child *all, int64_t adult, bool *is_gap, struct arena *mem)
{
	const char *theirs = "", *others = "", *unsaid = "", *words;

	for (size_t i = 0; i < all->children.count; i++) {
		const struct person *child = &all->children.items[i].person;
		const struct parent_of *one = parent_of_find(&all->said, adult, child->id);
		const char *name = whose_child_name(child, mem);

		if (!one)
			unsaid = joined(unsaid, ", ", name, mem);
		else if (one->is_theirs)
			theirs = joined(theirs, ", ", arena_printf(mem, "%s%s", name, responsibility_words(one)), mem);
		else
			others = joined(others, ", ", name, mem);
	}
	*is_gap = *unsaid != '\0';
	words = *theirs ? theirs : "none of them";
	if (*others && *theirs)
		words = arena_printf(mem, "%s; not %s", words, others);
	return *unsaid ? arena_printf(mem, "%s; not said of %s", words, unsaid) : words;
}

/* Nothing was said of this adult; "Ava, Cy": those of whom another is said to be the mother or father. */
static const char *names_of_another(const struct whose_child *all, const struct member *adult, struct arena *mem)
{
	const char *names = "";

	for (size_t i = 0; i < all->children.count; i++) {
		const struct person *child = &all->children.items[i].person;

		if (!parent_of_may_read(&all->said, adult->person_id, adult->relationship, child->id))
			names = joined(names, ", ", whose_child_name(child, mem), mem);
	}
	return names;
}

static const char *unsaid_words(const struct whose_child *all, const struct member *adult, bool *is_gap,
				struct arena *mem)
{
	const char *names = names_of_another(all, adult, mem);

	*is_gap = *names != '\0';
	return *names ? arena_printf(mem, "not said yet; until then no letter speaks of %s, who has another %s", names,
				     relationship_label(adult->relationship))
		      : "all the children: nothing else was said";
}

static void add_adult(struct whose_child *all, const struct member *adult, struct arena *mem)
{
	bool is_said = parent_of_is_said(&all->said, adult->person_id);
	bool is_parent = adult->relationship == RELATIONSHIP_MOTHER || adult->relationship == RELATIONSHIP_FATHER;
	struct whose_line *line = is_said || is_parent ? ARENA_PUSH(mem, &all->lines) : NULL;

	if (!line)
		return;
	*line = (struct whose_line){
		.person_id = adult->person_id,
		.who = arena_printf(mem, "%s, %s", full_name(&adult->person, mem),
				    relationship_label(adult->relationship)),
	};
	line->words = is_said ? adult_words(all, adult->person_id, &line->is_gap, mem)
			      : unsaid_words(all, adult, &line->is_gap, mem);
}

/* Who of the adults with rows has none for this child; *any: somebody has one. */
static const char *not_said_of(const struct whose_child *all, int64_t child, bool *any, struct arena *mem)
{
	const char *names = "";

	*any = false;
	for (size_t i = 0; i < all->adults.count; i++) {
		const struct member *adult = &all->adults.items[i];

		if (!parent_of_is_said(&all->said, adult->person_id))
			continue;
		if (parent_of_find(&all->said, adult->person_id, child))
			*any = true;
		else
			names = joined(names, " or ", full_name(&adult->person, mem), mem);
	}
	return names;
}

/* The safe side: what nobody said is written to nobody of whom something was said. */
static void add_child(struct whose_child *all, const struct person *child, struct arena *mem)
{
	bool is_somebodys;
	const char *names = not_said_of(all, child->id, &is_somebodys, mem), *name = whose_child_name(child, mem);
	struct whose_line *line = *names ? ARENA_PUSH(mem, &all->lines) : NULL;

	if (!line)
		return;
	*line = (struct whose_line){.person_id = child->id,
				    .who = full_name(child, mem),
				    .words = arena_printf(mem,
							  is_somebodys ? "not said whether %s belongs to %s: until "
									 "then no letter to them speaks of %s"
								       : "nobody said whose child %s is: until then no "
									 "letter to %s speaks of %s",
							  name, names, name),
				    .is_child = true,
				    .is_gap = true};
}

static bool split_members(const struct member_list *members, struct whose_child *out, struct arena *mem)
{
	for (size_t i = 0; i < members->count; i++) {
		bool is_child = members->items[i].relationship == RELATIONSHIP_CHILD;
		struct member *one = is_child ? ARENA_PUSH(mem, &out->children) : ARENA_PUSH(mem, &out->adults);

		if (!one)
			return false;
		*one = members->items[i];
	}
	return true;
}

bool whose_child_read(struct casework *cw, int64_t family, struct arena *mem, struct whose_child *out, struct fault *f)
{
	struct member_list members;
	bool is_said = false;

	if (!members_of_family(cw->store, family, mem, &members, f) ||
	    !parents_of_family(cw->store, family, mem, &out->said, f))
		return false;
	if (!split_members(&members, out, mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read this family.");
	for (size_t i = 0; i < out->adults.count; i++)
		is_said = is_said || parent_of_is_said(&out->said, out->adults.items[i].person_id);
	for (size_t i = 0; is_said && i < out->adults.count; i++)
		add_adult(out, &out->adults.items[i], mem);
	for (size_t i = 0; is_said && i < out->children.count; i++)
		add_child(out, &out->children.items[i].person, mem);
	return true;
}
