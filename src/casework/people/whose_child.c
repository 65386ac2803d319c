/* Saying whose child is whose: one save of the whole family, with one audit row that says what changed. */
#include "casework/whose_child.h"

#include "people_keeping.h"
#include "store/family_store.h"
#include "store/parent_store.h"
#include "whose_lines.h"

#include <string.h>

bool casework_whose_child(struct casework *cw, int64_t family, struct arena *mem, struct whose_child *out,
			  struct fault *f)
{
	*out = (struct whose_child){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_family(cw, family, f) || !family_by_id(cw->store, family, mem, &out->family, f) ||
	    !whose_child_read(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "family.look", SUBJECT_FAMILY, family, family, "whose child is whose");
}

/* --- Saving --- */

struct saving {
	struct casework *cw;
	struct arena mem;
	struct whose_child before;
	const struct parent_of_list *said;
	const char *changed; /* "Kofi Mensah: Ava, not Ben"; "" while nothing differs */
};

static const struct member *member_in(const struct member_list *members, int64_t person)
{
	for (size_t i = 0; i < members->count; i++)
		if (members->items[i].person_id == person)
			return &members->items[i];
	return NULL;
}

static bool check(struct saving *in, struct fault *f)
{
	for (size_t i = 0; i < in->said->count; i++) {
		const struct parent_of *one = &in->said->items[i];
		const struct member *adult = member_in(&in->before.adults, one->adult_id);
		const struct member *child = member_in(&in->before.children, one->child_id);
		char name[NAME_ROOM];

		if (!adult || !child)
			return fault_set(f, FAULT_CONFLICT,
					 "Somebody left this family or came to it since you opened this: look at it "
					 "again, then say whose child is whose.");
		if (!one->is_theirs && one->parental_responsibility == ANSWER_YES)
			return fault_field(f, "parental responsibility",
					   "%s has parental responsibility for %s and so belongs to this child: say "
					   "that too, or take the responsibility back.",
					   person_full_name(&adult->person, name),
					   whose_child_name(&child->person, &in->mem));
	}
	return true;
}

static bool is_same(const struct parent_of *a, const struct parent_of *b)
{
	return a && b ? a->is_theirs == b->is_theirs && a->parental_responsibility == b->parental_responsibility
		      : a == b;
}

static const char *answer_words(const struct parent_of *one, const char *child, struct arena *mem)
{
	if (!one)
		return arena_printf(mem, "%s not said", child);
	if (!one->is_theirs)
		return arena_printf(mem, "not %s", child);
	return arena_printf(mem, "%s%s", child,
			    one->parental_responsibility == ANSWER_YES  ? " with parental responsibility"
			    : one->parental_responsibility == ANSWER_NO ? " without parental responsibility"
									: "");
}

/* Also of the rows that stay as they were: a letter of before may speak of a child whose row went. */
static bool touch(struct saving *in, int64_t adult, struct fault *f)
{
	for (size_t i = 0; i < in->said->count; i++) {
		struct parent_of row = in->said->items[i];

		row.family_id = in->before.family.id;
		row.said_at = work_now(in->cw);
		if (row.adult_id == adult && !parent_of_keep(in->cw->store, &row, f))
			return false;
	}
	return true;
}

static bool keep_one(struct saving *in, int64_t adult, const struct person *child, const char **changed,
		     struct fault *f)
{
	const struct parent_of *was = parent_of_find(&in->before.said, adult, child->id);
	const struct parent_of *now = parent_of_find(in->said, adult, child->id);

	if (is_same(was, now))
		return true;
	*changed = arena_joined(&in->mem, *changed, ", ",
				answer_words(now, whose_child_name(child, &in->mem), &in->mem));
	return now || parent_of_drop(in->cw->store, in->before.family.id, adult, child->id, f);
}

/* What the family's list says of the adult follows what was said of each child. */
static bool follow_responsibility(struct saving *in, const struct member *adult, struct fault *f)
{
	struct member now = *adult;
	size_t said = 0, no = 0;

	now.parental_responsibility = ANSWER_UNKNOWN;
	for (size_t i = 0; i < in->said->count; i++) {
		const struct parent_of *one = &in->said->items[i];

		if (one->adult_id != adult->person_id || !one->is_theirs)
			continue;
		said++;
		no += one->parental_responsibility == ANSWER_NO;
		if (one->parental_responsibility == ANSWER_YES)
			now.parental_responsibility = ANSWER_YES;
	}
	if (said && no == said)
		now.parental_responsibility = ANSWER_NO;
	return !said || now.parental_responsibility == adult->parental_responsibility ||
	       member_save(in->cw->store, &now, f);
}

static bool keep_adult(struct saving *in, const struct member *adult, struct fault *f)
{
	const char *changed = "";
	char name[NAME_ROOM];

	for (size_t i = 0; i < in->before.children.count; i++)
		if (!keep_one(in, adult->person_id, &in->before.children.items[i].person, &changed, f))
			return false;
	if (*changed)
		in->changed = arena_printf(&in->mem, "%s%s%s: %s", in->changed, *in->changed ? "; " : "",
					   person_full_name(&adult->person, name), changed);
	return !*changed || (touch(in, adult->person_id, f) && follow_responsibility(in, adult, f));
}

static bool save_all(struct saving *in, int64_t family, int64_t version, struct fault *f)
{
	struct whose_child *before = &in->before;

	if (!people_may_see_family(in->cw, family, f) ||
	    !family_by_id(in->cw->store, family, &in->mem, &before->family, f) ||
	    !whose_child_read(in->cw, family, &in->mem, before, f) || !check(in, f))
		return false;
	before->family.version = version;
	if (!family_save(in->cw->store, &before->family, f))
		return false;
	for (size_t i = 0; i < before->adults.count; i++)
		if (!keep_adult(in, &before->adults.items[i], f))
			return false;
	return !arena_exhausted(&in->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to save whose child is whose.");
}

bool casework_whose_child_save(struct casework *cw, int64_t family, int64_t version, const struct parent_of_list *said,
			       int64_t *out, struct fault *f)
{
	struct saving in = {.cw = cw, .said = said, .changed = ""};
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = save_all(&in, family, version, f);
	*out = in.before.family.version;
	ok = ok ? work_end(cw, f, "family.whose_child", SUBJECT_FAMILY, family, family, "%s",
			   *in.changed ? in.changed : "nothing changed")
		: work_undo(cw);
	arena_finish(&in.mem);
	return ok;
}
