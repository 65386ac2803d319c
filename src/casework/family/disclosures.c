/* The register of what was shared outside about one family. */
#include "casework/disclosures.h"

#include "base/series.h"
#include "family_reach.h"
#include "london.h"
#include "store/disclosure_store.h"

#include <stdlib.h>

static const struct {
	const char *token, *label;
} origins[] = {
#define X(id, token, label) {token, label},
	SHARED_BY(X)
#undef X
};

const char *shared_by_token(enum shared_by by)
{
	return (unsigned)by < SHARED_BY_COUNT ? origins[by].token : "";
}

const char *shared_by_label(enum shared_by by)
{
	return (unsigned)by < SHARED_BY_COUNT ? origins[by].label : "";
}

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show what was shared.");
}

static const char *to_words(const char *name, const char *agency, struct arena *mem)
{
	return arena_printf(mem, "%s%s%s", name, *name && *agency ? ", " : "", agency);
}

/* --- Written down --- */

static bool take_children(const struct family_reached *reached, const struct disclosure_child_list *all,
			  struct shared_line *line, struct arena *mem)
{
	size_t count = 0, at = 0;
	struct series names = {0};
	int64_t *ids;

	for (size_t i = 0; i < all->count; i++)
		count += all->items[i].disclosure_id == line->id;
	ids = arena_alloc(mem, (count + 1) * sizeof *ids);
	if (!ids)
		return false;
	for (size_t i = 0; i < all->count; i++) {
		if (all->items[i].disclosure_id != line->id)
			continue;
		series_add(&names, family_child_name(reached, all->items[i].person_id, mem), mem);
		ids[at++] = all->items[i].person_id;
	}
	line->about = series_words(&names, mem);
	line->children = ids;
	line->child_count = count;
	return true;
}

static bool push_written(struct casework *cw, const struct family_reached *reached, struct arena *mem,
			 struct disclosure_page *out, struct fault *f)
{
	struct disclosure_list written;
	struct disclosure_child_list children;

	if (!disclosures_of_family(cw->store, reached->family.id, mem, &written, f) ||
	    !disclosure_children_of_family(cw->store, reached->family.id, mem, &children, f))
		return false;
	for (size_t i = 0; i < written.count; i++) {
		const struct disclosure *d = &written.items[i];
		struct shared_line *line = ARENA_PUSH(mem, &out->shared);

		if (!line)
			return too_much(f);
		*line = (struct shared_line){.by = SHARED_BY_HAND,
					     .id = d->id,
					     .day = d->shared_on,
					     .to = to_words(d->name, d->agency, mem),
					     .what = d->what,
					     .why = d->why,
					     .about = "",
					     .disclosure = *d,
					     .stands = disclosure_stands(d)};
		if (!take_children(reached, &children, line, mem))
			return too_much(f);
		out->written++;
	}
	return true;
}

/* --- Kept already --- */

static bool push_kept(const struct family_reached *reached, enum shared_by by, const struct shared_otherwise_list *kept,
		      struct arena *mem, struct disclosure_page *out)
{
	for (size_t i = 0; i < kept->count; i++) {
		const struct shared_otherwise *one = &kept->items[i];
		struct shared_line *line = ARENA_PUSH(mem, &out->shared);

		if (!line)
			return false;
		*line = (struct shared_line){.by = by,
					     .id = one->id,
					     .day = london_day(one->at),
					     .to = to_words(one->to, one->agency, mem),
					     .what = one->what,
					     .why = one->why,
					     .about = one->person_id ? family_child_name(reached, one->person_id, mem)
								     : "",
					     .disclosure = disclosure_blank(),
					     .children = &one->person_id,
					     .child_count = one->person_id != 0,
					     .stands = true};
	}
	return true;
}

static int newest_first(const void *a, const void *b)
{
	const struct shared_line *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? 1 : -1;
	if (x->by != y->by)
		return (int)x->by - (int)y->by;
	return (x->id < y->id) - (x->id > y->id);
}

static bool read_page(struct casework *cw, int64_t family, struct arena *mem, struct disclosure_page *out,
		      struct fault *f)
{
	struct family_reached reached;
	struct shared_otherwise_list letters, notices, answers;

	*out = (struct disclosure_page){0};
	if (!family_reach(cw, family, mem, &reached, f))
		return false;
	out->family = reached.family;
	out->children = reached.children;
	out->may_record = casework_may(cw, ACTION_RECORD_DISCLOSURES, NULL);
	if (!push_written(cw, &reached, mem, out, f) ||
	    !letters_shared_of_family(cw->store, family, mem, &letters, f) ||
	    !notices_shared_of_family(cw->store, family, mem, &notices, f) ||
	    !answers_shared_of_family(cw->store, family, mem, &answers, f))
		return false;
	if (!push_kept(&reached, SHARED_BY_LETTER, &letters, mem, out) ||
	    !push_kept(&reached, SHARED_BY_LETTER, &notices, mem, out) ||
	    !push_kept(&reached, SHARED_BY_LIST, &answers, mem, out) || arena_exhausted(mem))
		return too_much(f);
	if (out->shared.count)
		qsort(out->shared.items, out->shared.count, sizeof *out->shared.items, newest_first);
	return true;
}

bool casework_disclosures(struct casework *cw, int64_t family, struct arena *mem, struct disclosure_page *out,
			  struct fault *f)
{
	*out = (struct disclosure_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.disclosures", SUBJECT_FAMILY, family, family, "%zu shared", out->shared.count);
}

bool casework_disclosures_again(struct casework *cw, int64_t family, struct arena *mem, struct disclosure_page *out,
				struct fault *f)
{
	bool ok;

	*out = (struct disclosure_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, family, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}
