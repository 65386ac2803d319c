/* The second person's part: trying what would go, approving it, and packing the file after it. */
#include "disposal_keeping.h"

#include "people_keeping.h"
#include "store/erase_store.h"

#include <stdlib.h>
#include <string.h>

static struct erasing erasing_of(const struct casework *cw, int64_t family)
{
	return (struct erasing){.family_id = family, .who = &cw->identity, .at = work_now(cw), .order = "tried"};
}

/* --- What would go --- */

static int most_first(const void *a, const void *b)
{
	const struct disposal_part *first = a, *second = b;
	bool is_rest = strcmp(first->what, "other rows") == 0, is_other_rest = strcmp(second->what, "other rows") == 0;

	if (is_rest != is_other_rest)
		return is_rest - is_other_rest;
	if (first->total != second->total)
		return first->total > second->total ? -1 : 1;
	return strcmp(first->what, second->what);
}

static bool take_parts(const struct erased *erased, struct arena *mem, struct disposal_trial *out)
{
	out->people_gone = erased->people_gone;
	out->people_kept = erased->people_kept;
	out->log_rows = erased->log_rows;
	for (size_t i = 0; i < erased->counts.count; i++) {
		struct disposal_part *part = ARENA_PUSH(mem, &out->parts);

		if (!part)
			return false;
		*part = (struct disposal_part){erased->counts.items[i].what, erased->counts.items[i].total};
	}
	if (out->parts.count)
		qsort(out->parts.items, out->parts.count, sizeof *out->parts.items, most_first);
	return true;
}

bool casework_disposal_try(struct casework *cw, int64_t family, struct arena *mem, struct disposal_trial *out,
			   struct fault *f)
{
	const struct erasing order = erasing_of(cw, family);
	struct erased erased;
	bool ok;

	*out = (struct disposal_trial){0};
	if (!work_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	ok = people_may_see_family(cw, family, f) && store_mark(cw->store, f);
	if (!ok)
		return work_undo(cw);
	ok = family_erase(cw->store, &order, mem, &erased, f);
	store_mark_undo(cw->store);
	ok = ok && (take_parts(&erased, mem, out) ||
		    fault_set(f, FAULT_MEMORY, "There is not enough memory to count what would go."));
	return ok ? work_end(cw, f, "disposal.try", SUBJECT_FAMILY, family, family, "%lld people would go",
			     (long long)out->people_gone)
		  : work_undo(cw);
}

/* --- Approving --- */

static bool check(struct casework *cw, const struct disposal_approval *approval, struct arena *mem, struct disposal *d,
		  struct retention_subject *subject, struct fault *f)
{
	const char *words = approval->words ? approval->words : "", *reason;

	if (!disposal_reach(cw, approval->disposal_id, mem, d, f))
		return false;
	if (d->state != DISPOSAL_PROPOSED)
		return fault_set(f, FAULT_REFUSED, "%s", disposal_obstacle_sentence(DISPOSAL_OBSTACLE_ENDED));
	if (!retention_reach(cw, d->family_id, mem, subject, f) ||
	    !disposal_may(subject, d, strcmp(d->proposed_by, cw->login) == 0, f) ||
	    !retention_words(cw, d->family_id, &words, "words", mem, f))
		return false;
	reason = d->reason; /* whoever came into the family since may be named in it */
	if (!retention_words(cw, d->family_id, &reason, "", mem, f))
		return false;
	if (!approval->reference || strcmp(approval->reference, d->family) != 0)
		return fault_field(f, "reference", "Type %s, the family's reference, to say that this record goes.",
				   d->family);
	d->version = approval->version;
	d->ended_by = cw->login;
	d->ended_on = cw->today;
	d->ended_words = words;
	return true;
}

static bool keep_counts(struct casework *cw, const struct disposal *d, const struct disposal_count_list *counts,
			struct fault *f)
{
	for (size_t i = 0; i < counts->count; i++) {
		struct disposal_count count = counts->items[i];

		count.disposal_id = d->id;
		if (!disposal_count_insert(cw->store, &count, f))
			return false;
	}
	return true;
}

static bool erase(struct casework *cw, struct disposal *d, const struct retention_subject *subject, struct arena *mem,
		  struct fault *f)
{
	struct erasing order = erasing_of(cw, d->family_id);
	struct erased erased;

	order.order = d->reference;
	order.disposal = d->id;
	if (!family_erase(cw->store, &order, mem, &erased, f))
		return false;
	d->state = DISPOSAL_DONE;
	d->family_id = 0;
	d->first_on = subject->facts.first_on;
	d->last_on = subject->facts.last_on;
	d->children = (int64_t)subject->children.count;
	d->people_gone = erased.people_gone;
	d->people_kept = erased.people_kept;
	d->log_rows = erased.log_rows;
	d->digest = erased.digest;
	d->approved_at = work_now(cw);
	return disposal_save(cw->store, d, f) && keep_counts(cw, d, &erased.counts, f);
}

static bool approve(struct casework *cw, const struct disposal_approval *approval, struct arena *mem,
		    struct retention_file_list *files, struct disposal *d, struct fault *f)
{
	struct retention_subject subject;

	return check(cw, approval, mem, d, &subject, f) && retention_files(cw, d->family_id, mem, files, f) &&
	       erase(cw, d, &subject, mem, f);
}

/* What is left in free room of the file is no row any more; that nobody else saves just then can be waited for. */
static bool pack(struct casework *cw, struct fault *f)
{
	return store_pack(cw->store, f) && work_begin(cw, ACTION_REVIEW_RETENTION, f) &&
	       ((disposal_wiped(cw->store, work_now(cw), f) &&
		 work_end(cw, f, "disposal.pack", SUBJECT_NONE, 0, 0, "the case file was packed")) ||
		work_undo(cw));
}

bool casework_disposal_approve(struct casework *cw, const struct disposal_approval *approval, struct arena *mem,
			       struct disposal_outcome *out, struct fault *f)
{
	struct retention_file_list files = {0};
	struct disposal d;

	*out = (struct disposal_outcome){.reference = "", .left = ""};
	if (!work_begin(cw, ACTION_DISPOSE, f))
		return false;
	if (!approve(cw, approval, mem, &files, &d, f))
		return work_undo(cw);
	if (!work_end(cw, f, "disposal.approve", SUBJECT_DISPOSAL, d.id, 0, "%s: %s, proposed by %s, digest %s",
		      d.reference, d.family, d.proposed_by, d.digest))
		return false;
	out->reference = d.reference;
	out->removed = cw->depth > 0 ? 0 : retention_files_remove(&files, mem, &out->left);
	return true;
}

bool casework_disposals_settle(struct casework *cw, bool *done, struct fault *f)
{
	struct retention_totals totals;
	bool ok;

	*done = false; /* nothing in a batch: the file cannot be packed inside a save */
	if (!look_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	ok = retention_totals_read(cw->store, cw->today, &totals, f);
	look_undo(cw);
	if (!ok || totals.to_wipe == 0 || cw->is_read_only || cw->depth > 0)
		return ok;
	*done = pack(cw, f);
	return *done;
}
