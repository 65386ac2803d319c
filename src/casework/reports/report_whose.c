/* Of which children a report speaks, and which of the family may therefore have it. */
#include "report_whose.h"

#include "base/series.h"
#include "base/text.h"
#include "letter_facts.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/parent_store.h"
#include "whose_lines.h"

#include <string.h>

bool report_is_of_theirs(struct casework *cw, const struct conference *conference, int64_t person, int64_t report,
			 struct arena *mem, bool *out, struct fault *f)
{
	struct invitee reader = invitee_blank();
	struct member_list of;

	*out = true;
	if (!members_of_person(cw->store, person, mem, &of, f))
		return false;
	reader.conference_id = conference->id;
	reader.person_id = person;
	for (size_t i = 0; i < of.count; i++)
		if (of.items[i].family_id == conference->family_id) {
			reader.capacity = of.items[i].relationship == RELATIONSHIP_CHILD ? CAPACITY_CHILD
											 : CAPACITY_FAMILY;
			reader.relationship = of.items[i].relationship;
			reader.parental_responsibility = of.items[i].parental_responsibility;
			return letter_may_have_report(cw, conference, &reader, report, mem, out, f);
		}
	return true;
}

bool report_not_for_words(struct casework *cw, const struct conference *conference, const struct member_list *family,
			  int64_t report, struct arena *mem, const char **out, struct fault *f)
{
	struct parent_of_list said;
	struct series names = {0};

	*out = "";
	if (!parents_of_family(cw->store, conference->family_id, mem, &said, f))
		return false;
	for (size_t i = 0; said.count && i < family->count; i++) {
		const struct member *one = &family->items[i];
		char name[NAME_ROOM];
		bool may = true;

		if (one->relationship == RELATIONSHIP_CHILD)
			continue;
		if (!report_is_of_theirs(cw, conference, one->person_id, report, mem, &may, f))
			return false;
		if (!may)
			series_add(&names, arena_text(mem, person_full_name(&one->person, name)), mem);
	}
	if (!series_is_empty(&names))
		*out = arena_printf(mem, "not for %s: it may speak of a child who is not theirs",
				    series_words(&names, mem));
	return true;
}

/* --- As it was typed --- */

static const struct person *child_called(const struct person_list *children, const char *name, struct arena *mem)
{
	const char *folded = text_fold(mem, name);

	for (size_t i = 0; i < children->count; i++)
		if (strcmp(text_fold(mem, whose_child_name(&children->items[i], mem)), folded) == 0 ||
		    strcmp(text_fold(mem, children->items[i].given_names), folded) == 0)
			return &children->items[i];
	return NULL;
}

static const char *names_of(const struct person_list *children, struct arena *mem)
{
	const char *names = "";

	for (size_t i = 0; i < children->count; i++)
		names = arena_printf(mem, "%s%s%s", names, i ? ", " : "", whose_child_name(&children->items[i], mem));
	return names;
}

static bool add_child(const struct person_list *children, const char *name, int64_t *ids, size_t *count,
		      struct arena *mem, struct fault *f)
{
	const struct person *child = child_called(children, name, mem);

	if (!child)
		return fault_field(f, "speaks_of",
				   "\"%s\" is no child of this conference: write %s, parted by commas, or nothing for "
				   "all of them.",
				   name, names_of(children, mem));
	for (size_t i = 0; i < *count; i++)
		if (ids[i] == child->id)
			return true;
	ids[(*count)++] = child->id;
	return true;
}

bool report_speaks_of(struct casework *cw, const struct conference *conference, int64_t report, const char *typed,
		      struct arena *mem, struct fault *f)
{
	struct person_list children;
	size_t count = 0;
	int64_t *ids;

	if (!conference_children(cw->store, conference->id, mem, &children, f))
		return false;
	ids = arena_alloc(mem, (children.count + 1) * sizeof *ids);
	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to save this report.");
	for (const char *at = typed; *(at += strspn(at, ", ")); at += strcspn(at, ","))
		if (!add_child(&children, text_tidy(mem, arena_text_n(mem, at, strcspn(at, ",")), false), ids, &count,
			       mem, f))
			return false;
	return report_children_keep(cw->store, report, ids, count, f);
}
