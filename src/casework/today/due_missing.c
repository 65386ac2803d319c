/* What is still missing of invitations, answers, reports and bundles, and whom a conference must not have. */
#include "due_missing.h"

#include "store/conflict_store.h"
#include "store/matrix_store.h"

#include <stdlib.h>

/* The conferences a list is about, by the days they are held on. */
struct span {
	day_number from, to; /* DAY_NONE: no such conference is in the list */
};

static bool is_about_preparing(const struct work_row *row)
{
	enum lane lane = rule_lane(row->rule);

	return row->subject_kind == SUBJECT_CONFERENCE && row->held_on != DAY_NONE &&
	       (lane == LANE_INVITE || lane == LANE_REPLIES || lane == LANE_REPORTS || lane == LANE_BUNDLE);
}

static struct span span_of(const struct due_group_list *groups)
{
	struct span span = {DAY_NONE, DAY_NONE};

	for (size_t i = 0; i < groups->count; i++) {
		const struct work_row *row = groups->items[i].row;

		if (!is_about_preparing(row))
			continue;
		if (span.from == DAY_NONE || row->held_on < span.from)
			span.from = row->held_on;
		if (row->held_on > span.to)
			span.to = row->held_on;
	}
	return span;
}

static const char *missing_reports(const struct report_tally *tally, struct arena *mem)
{
	const char *words;

	if (tally->missing == 0)
		return arena_printf(mem, "all %d in", tally->wanted);
	words = arena_printf(mem, "%d of %d missing: %s", tally->missing, tally->wanted, tally->names);
	return tally->chased ? arena_printf(mem, "%s; chased ×%d", words, tally->chased) : words;
}

static const char *missing_for_bundle(const struct report_tally *tally, struct arena *mem)
{
	if (tally->missing == 0)
		return arena_printf(mem, "all %d reports in", tally->wanted);
	return arena_printf(mem, "%d report%s missing", tally->missing, tally->missing == 1 ? "" : "s");
}

static const char *told_words(const struct invitee_tally *tally, struct arena *mem)
{
	return tally->untold == 0 ? arena_printf(mem, "all %d told", tally->listed)
				  : arena_printf(mem, "%d of %d not told", tally->untold, tally->listed);
}

static const char *answer_words(const struct invitee_tally *tally, struct arena *mem)
{
	if (tally->untold == tally->listed && tally->unanswered == 0)
		return "not asked";
	return tally->unanswered == 0 ? "all answered" : arena_printf(mem, "%d unanswered", tally->unanswered);
}

/* NULL: what the group says already stays. */
static const char *words_of(enum rule_key rule, const struct report_tally *reports, const struct invitee_tally *people,
			    struct arena *mem)
{
	switch (rule) {
	case RULE_REPORT_INITIAL:
	case RULE_REPORT_REVIEW: return reports ? missing_reports(reports, mem) : NULL;
	case RULE_BUNDLE: return reports ? missing_for_bundle(reports, mem) : NULL;
	case RULE_INVITE_INITIAL:
	case RULE_INVITE_REVIEW: return people ? told_words(people, mem) : NULL;
	case RULE_CHANGE_NOTICE:
		return people && people->behind ? arena_printf(mem, "%d not told of the change", people->behind) : NULL;
	case RULE_REPLIES: return people ? answer_words(people, mem) : NULL;
	default: return NULL;
	}
}

static int compare_ids(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

/* Both tallies begin with the conference they are of. */
_Static_assert(offsetof(struct report_tally, conference_id) == 0, "found by their first member");
_Static_assert(offsetof(struct invitee_tally, conference_id) == 0, "found by their first member");

static const void *found(const void *items, size_t count, size_t size, int64_t conference)
{
	return count ? bsearch(&conference, items, count, size, compare_ids) : NULL;
}

static bool is_about_booked(const struct work_row *row)
{
	enum lane lane = rule_lane(row->rule);

	return is_about_preparing(row) || lane == LANE_BOOK || lane == LANE_REVIEWS;
}

/* A chair who said that they know the family is booked for it still: whoever looks at its work is told. */
static bool staff_to_replace(struct casework *cw, struct due_group_list *groups, struct arena *mem, struct fault *f)
{
	struct conflict_booked_list booked;

	if (!conflicts_booked(cw->store, cw->user_id, mem, &booked, f))
		return false;
	for (size_t i = 0; i < groups->count; i++)
		for (size_t k = 0; k < booked.count; k++) {
			const struct conflict_booked *one = &booked.items[k];
			struct due_group *group = &groups->items[i];

			if (group->row->conference_id == one->conference_id && is_about_booked(group->row))
				group->item.missing = arena_printf(mem, "another %s; %s", conflict_staff(one->kind),
								   group->item.missing);
		}
	return true;
}

static bool preparations(struct casework *cw, struct due_group_list *groups, struct arena *mem, struct fault *f)
{
	struct span span = span_of(groups);
	struct report_tally_list reports;
	struct invitee_tally_list people;

	if (span.from == DAY_NONE)
		return true;
	if (!report_tallies(cw->store, span.from, span.to, cw->user_id, mem, &reports, f) ||
	    !invitee_tallies(cw->store, span.from, span.to, cw->user_id, mem, &people, f))
		return false;
	for (size_t i = 0; i < groups->count; i++) {
		struct due_group *group = &groups->items[i];
		int64_t id = group->row->subject_id;
		const char *words;

		if (!is_about_preparing(group->row))
			continue;
		words = words_of(group->row->rule, found(reports.items, reports.count, sizeof *reports.items, id),
				 found(people.items, people.count, sizeof *people.items, id), mem);
		group->item.missing = words ? words : group->item.missing;
	}
	return true;
}

bool due_missing(struct casework *cw, struct due_group_list *groups, struct arena *mem, struct fault *f)
{
	return preparations(cw, groups, mem, f) && staff_to_replace(cw, groups, mem, f);
}
