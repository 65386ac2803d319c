/* Whose child is whose, as a list of people says it of one adult. */
#include "intake_theirs.h"

#include "base/text.h"
#include "casework/whose_child.h"
#include "store/family_store.h"
#include "whose_lines.h"

#include <string.h>

struct theirs {
	struct arena *mem;
	struct whose_child whose;
	const struct intake_person *row;
	int64_t adult;
	struct parent_of_list said; /* of everybody who belongs to the family now */
};

static bool is_member(const struct member_list *members, int64_t person)
{
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i].person_id == person)
			return true;
	return false;
}

static bool is_called(const struct person *child, const char *named, struct arena *mem)
{
	const char *folded = text_fold(mem, named);

	return strcmp(child->la_child_id, named) == 0 ||
	       (*child->given_names && strcmp(text_fold(mem, child->given_names), folded) == 0) ||
	       (*child->known_as && strcmp(text_fold(mem, child->known_as), folded) == 0);
}

static bool find_child(struct theirs *t, const char *named, int64_t *out, struct fault *f)
{
	*out = 0;
	for (size_t i = 0; i < t->whose.children.count; i++) {
		const struct person *child = &t->whose.children.items[i].person;

		if (!is_called(child, named, t->mem))
			continue;
		if (*out)
			return fault_field(f, "Theirs",
					   "Two children of family %s are called %s: give the LA child ID.",
					   t->row->family_reference, named);
		*out = child->id;
	}
	return *out || fault_field(f, "Theirs",
				   "%s is no child of family %s here yet: give the LA child ID or the given names, and "
				   "put the rows of the children before those of their parents.",
				   named, t->row->family_reference);
}

/* The next of "Ada, F000123": tidied, in `mem`; NULL at the end. */
static const char *next_named(const char **at, struct arena *mem)
{
	size_t length;
	char *named;

	*at += strspn(*at, ",; ");
	if (!**at)
		return NULL;
	length = strcspn(*at, ",;");
	named = arena_text_n(mem, *at, length);
	*at += length;
	while (length && named[length - 1] == ' ')
		named[--length] = '\0';
	return named;
}

static struct parent_of *push(struct theirs *t, const struct parent_of *row, struct fault *f)
{
	struct parent_of *one = ARENA_PUSH(t->mem, &t->said);

	if (!one)
		fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this row.");
	else
		*one = *row;
	return one;
}

/* What was said of the others goes back as it is. */
static bool keep_others(struct theirs *t, struct fault *f)
{
	for (size_t i = 0; i < t->whose.said.count; i++) {
		const struct parent_of *one = &t->whose.said.items[i];

		if (one->adult_id != t->adult && is_member(&t->whose.adults, one->adult_id) &&
		    is_member(&t->whose.children, one->child_id) && !push(t, one, f))
			return false;
	}
	return true;
}

/* No child is theirs until one is named. */
static bool say_none(struct theirs *t, struct fault *f)
{
	for (size_t i = 0; i < t->whose.children.count; i++)
		if (!push(t,
			  &(struct parent_of){.family_id = t->whose.family.id,
					      .adult_id = t->adult,
					      .child_id = t->whose.children.items[i].person_id},
			  f))
			return false;
	return true;
}

/* A responsibility that the row leaves open stays as it was said. */
static void say_theirs(struct theirs *t, int64_t child)
{
	const struct parent_of *was = parent_of_find(&t->whose.said, t->adult, child);

	for (size_t i = 0; i < t->said.count; i++) {
		struct parent_of *one = &t->said.items[i];

		if (one->adult_id != t->adult || one->child_id != child)
			continue;
		one->is_theirs = true;
		one->parental_responsibility = t->row->parental_responsibility != ANSWER_UNKNOWN
						       ? t->row->parental_responsibility
					       : was ? was->parental_responsibility
						     : ANSWER_UNKNOWN;
	}
}

static bool say_named(struct theirs *t, struct fault *f)
{
	const char *at = t->row->theirs, *named;
	int64_t child;

	if (strcmp(text_fold(t->mem, at), "none") == 0)
		return true;
	while ((named = next_named(&at, t->mem)) != NULL) {
		if (!find_child(t, named, &child, f))
			return false;
		say_theirs(t, child);
	}
	return true;
}

static bool is_as_before(const struct theirs *t)
{
	for (size_t i = 0; i < t->said.count; i++) {
		const struct parent_of *now = &t->said.items[i];
		const struct parent_of *was = parent_of_find(&t->whose.said, now->adult_id, now->child_id);

		if (!was || was->is_theirs != now->is_theirs ||
		    was->parental_responsibility != now->parental_responsibility)
			return false;
	}
	return true;
}

bool intake_theirs(struct casework *cw, int64_t family, int64_t adult, const struct intake_person *row,
		   struct arena *mem, bool *changed, struct fault *f)
{
	struct theirs t = {.mem = mem, .row = row, .adult = adult};
	int64_t version;

	if (!row->theirs || !*row->theirs)
		return true;
	if (row->relationship == RELATIONSHIP_CHILD)
		return fault_field(f, "Theirs", "is said of an adult: leave it empty for a child.");
	if (!family_by_id(cw->store, family, mem, &t.whose.family, f) ||
	    !whose_child_read(cw, family, mem, &t.whose, f) || !keep_others(&t, f) || !say_none(&t, f) ||
	    !say_named(&t, f))
		return false;
	if (is_as_before(&t))
		return true;
	*changed = true;
	return casework_whose_child_save(cw, family, t.whose.family.version, &t.said, &version, f);
}
