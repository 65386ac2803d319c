/* What a bundle would hold, and those that were made. */
#include "bundle.h"
#include "conference_reach.h"
#include "own_conference.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/person_store.h"

/* "by 10:00 today" */
static bool due_words(struct casework *cw, int64_t conference, struct arena *mem, const char **out, struct fault *f)
{
	struct deadline_row row;
	char clock[8], day[DATE_TEXT_ROOM];

	*out = "";
	if (!deadline_open_one(cw->store, RULE_BUNDLE, SUBJECT_CONFERENCE, conference, mem, &row, f))
		return false;
	if (!row.id)
		return true;
	date_clock(casework_policy(cw)->bundle_hour * 60, clock);
	if (row.due_on == casework_today(cw))
		*out = arena_printf(mem, "by %s today", clock);
	else
		*out = arena_printf(mem, "%sby %s on %s", row.due_on < casework_today(cw) ? "was due " : "", clock,
				    date_short(row.due_on, day));
	return true;
}

static bool copy_parts(const struct bundle_set *set, struct arena *mem, struct bundle_plan *out, struct fault *f)
{
	for (size_t i = 0; i < set->pieces.count; i++) {
		struct bundle_part *part = ARENA_PUSH(mem, &out->parts);

		if (!part)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the bundle.");
		*part = set->pieces.items[i].part;
		part->who = arena_text(mem, part->who);
		part->name = arena_text(mem, part->name);
		part->how = arena_text(mem, part->how);
	}
	out->for_whom = arena_text(mem, set->for_whom);
	out->pages = set->pages;
	return true;
}

bool casework_bundle_plan(struct casework *cw, int64_t conference, int64_t person, struct arena *mem,
			  struct bundle_plan *out, struct fault *f)
{
	struct arena own = {0}; /* the files themselves go at once */
	struct bundle_set set;
	bool ok;

	*out = (struct bundle_plan){.for_whom = "", .due = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = bundle_gather(cw, ACTION_SEE_CASES, conference, person, true, &own, &set, f) &&
	     bundle_lay(cw, &set, &own, f) && copy_parts(&set, mem, out, f) &&
	     (person || due_words(cw, conference, mem, &out->due, f));
	ok = ok ? look_end(cw, f, "bundle.look", SUBJECT_CONFERENCE, conference, set.conference.family_id,
			   "%s, for %s: %zu reports, %zu missing", set.conference.reference, set.short_name,
			   set.report_count, set.missing)
		: look_undo(cw);
	arena_finish(&own);
	return ok;
}

/* --- Those that were made --- */

static bool list_bundles(struct casework *cw, int64_t conference, struct arena *mem, struct bundle_item_list *out,
			 struct fault *f)
{
	struct bundle_list all;

	if (!bundles_of(cw->store, conference, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct bundle *bundle = &all.items[i];
		struct bundle_item *item = ARENA_PUSH(mem, out);
		struct person person;
		char name[NAME_ROOM];

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the bundles.");
		*item = (struct bundle_item){.id = bundle->id,
					     .paper_id = bundle->paper_id,
					     .person_id = bundle->person_id,
					     .for_whom = "professionals",
					     .when = work_moment_words(cw, bundle->made_at, mem),
					     .by = bundle->by_user,
					     .pages = bundle->pages,
					     .reports = bundle->reports,
					     .missing = bundle->missing};
		if (bundle->person_id && !person_by_id(cw->store, bundle->person_id, mem, &person, f))
			return false;
		if (bundle->person_id)
			item->for_whom = arena_text(mem, person_full_name(&person, name));
	}
	return true;
}

bool casework_bundles(struct casework *cw, int64_t conference, struct arena *mem, struct bundle_item_list *out,
		      struct fault *f)
{
	struct conference found;

	*out = (struct bundle_item_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!conference_reach(cw, conference, mem, &found, f) || !list_bundles(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "bundle.look", SUBJECT_CONFERENCE, conference, found.family_id, "%s: %zu bundles",
			found.reference, out->count);
}
