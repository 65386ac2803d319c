/* Whose record is due to be looked at, and why. */
#include "retention_keeping.h"
#include "telling.h"

#include "access_keeping.h"
#include "kept_copies.h"
#include "people_keeping.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <stdlib.h>
#include <string.h>

/* --- Judging --- */

struct retention_review retention_judge(const struct casework *cw, const struct retention_facts *facts,
					const struct retention_child_list *children)
{
	day_number closed_on = facts->is_open ? DAY_NONE : facts->last_on;
	struct retention_review review = retention_review_of(casework_policy(cw)->retention, closed_on, children,
							     cw->today);

	/* Nothing is open and nothing is dated: a family that was only entered. */
	if (!facts->is_open && facts->last_on == DAY_NONE)
		review.standing = RETENTION_IS_UNKNOWN;
	return review;
}

const char *retention_rule_words(const struct retention_rule *rule, struct arena *mem)
{
	return arena_printf(mem, "%d years from the %s", rule->years, retention_trigger_label(rule->from));
}

static bool say_open(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct retention_word_list open = {0};

	if (!retention_open_of(cw->store, family, mem, &open, f))
		return false;
	*out = "";
	for (size_t i = 0; i < open.count; i++)
		*out = arena_printf(mem, "%s%s%s", *out, i ? ", " : "", open.items[i].words);
	*out = arena_printf(mem, "still open: %s", *out);
	return true;
}

static bool say_unknown(struct casework *cw, const struct retention_facts *facts, const struct retention_review *review,
			struct arena *mem, const char **out, struct fault *f)
{
	const struct retention_rule *rule = &casework_policy(cw)->retention[review->rule];
	struct person person;

	if (facts->last_on == DAY_NONE)
		*out = "nothing of it has a date";
	else if (!review->person_id)
		*out = "no child is entered";
	else if (!person_by_id(cw->store, review->person_id, mem, &person, f))
		return false;
	else
		*out = arena_printf(mem, "%s: the %s of %s %s is not entered", retention_rule_words(rule, mem),
				    retention_trigger_label(rule->from), person.given_names, person.surname);
	return true;
}

bool retention_why(struct casework *cw, const struct retention_facts *facts, const struct retention_review *review,
		   struct arena *mem, const char **out, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	switch (review->standing) {
	case RETENTION_IS_OPEN: return say_open(cw, facts->family_id, mem, out, f);
	case RETENTION_IS_UNKNOWN: return say_unknown(cw, facts, review, mem, out, f);
	default:
		*out = arena_printf(mem, "%s, %s",
				    retention_rule_words(&casework_policy(cw)->retention[review->rule], mem),
				    date_plain(review->from, day));
		return true;
	}
}

/* --- The list --- */

/* Rows come by family; `from` moves past those of this one. */
static bool take_children(const struct retention_child_row_list *rows, size_t *from, int64_t family, struct arena *mem,
			  struct retention_child_list *out)
{
	*out = (struct retention_child_list){0};
	while (*from < rows->count && rows->items[*from].family_id < family)
		++*from;
	for (size_t i = *from; i < rows->count && rows->items[i].family_id == family; i++) {
		struct retention_child *child = ARENA_PUSH(mem, out);

		if (!child)
			return false;
		*child = rows->items[i].child;
	}
	return true;
}

static bool is_listed(const struct retention_facts *facts, const struct retention_review *review, bool all)
{
	/* One that was only entered so far is nobody's question yet. */
	return all || facts->is_held || facts->is_proposed || review->standing == RETENTION_IS_DUE ||
	       (review->standing == RETENTION_IS_UNKNOWN && facts->last_on != DAY_NONE);
}

static bool add_line(struct casework *cw, const struct retention_facts *facts, const struct retention_review *review,
		     struct arena *mem, struct retention_line_list *out, struct fault *f)
{
	struct retention_line *line = ARENA_PUSH(mem, out);

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list how long records are kept.");
	*line = (struct retention_line){.family_id = facts->family_id,
					.reference = facts->reference,
					.name = facts->name,
					.review = *review,
					.is_held = facts->is_held,
					.disposal_id = facts->is_proposed,
					.why = ""};
	/* What is open is said on the family's own page: it would be asked for thousands of families here. */
	if (review->standing == RETENTION_IS_OPEN) {
		line->why = "still open";
		return true;
	}
	return retention_why(cw, facts, review, mem, &line->why, f);
}

static int rank(const struct retention_line *line)
{
	static const int ranks[] = {
		[RETENTION_IS_DUE] = 1, [RETENTION_IS_UNKNOWN] = 2, [RETENTION_IS_KEPT] = 3, [RETENTION_IS_OPEN] = 4};

	return line->disposal_id ? 0 : ranks[line->review.standing];
}

static int by_rank(const void *a, const void *b)
{
	const struct retention_line *first = a, *second = b;

	if (rank(first) != rank(second))
		return rank(first) - rank(second);
	if (first->review.due_on != second->review.due_on)
		return first->review.due_on < second->review.due_on ? -1 : 1;
	return strcmp(first->reference, second->reference);
}

static int by_family(const void *a, const void *b)
{
	const struct retention_facts *first = a, *second = b;

	return (first->family_id > second->family_id) - (first->family_id < second->family_id);
}

static bool gather(struct casework *cw, bool all, struct arena *mem, struct retention_line_list *out, struct fault *f)
{
	struct retention_facts_list families = {0};
	struct retention_child_row_list rows = {0};
	struct retention_child_list children;
	size_t from = 0;

	if (!retention_facts_of(cw->store, 0, cw->user_id, mem, &families, f) ||
	    !retention_children_of(cw->store, 0, mem, &rows, f))
		return false;
	if (families.count)
		qsort(families.items, families.count, sizeof *families.items, by_family);
	for (size_t i = 0; i < families.count; i++) {
		const struct retention_facts *facts = &families.items[i];
		struct retention_review review;

		if (!take_children(&rows, &from, facts->family_id, mem, &children))
			return fault_set(f, FAULT_MEMORY,
					 "There is not enough memory to list how long records are kept.");
		review = retention_judge(cw, facts, &children);
		if (is_listed(facts, &review, all) && !add_line(cw, facts, &review, mem, out, f))
			return false;
	}
	if (out->count)
		qsort(out->items, out->count, sizeof *out->items, by_rank);
	return true;
}

bool casework_retention(struct casework *cw, bool all, struct arena *mem, struct retention_line_list *out,
			struct fault *f)
{
	*out = (struct retention_line_list){0};
	if (!look_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	if (!gather(cw, all, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "retention.look", SUBJECT_NONE, 0, 0, "%zu families%s", out->count, all ? ", all" : "");
}

/* --- One family --- */

bool retention_reach(struct casework *cw, int64_t family, struct arena *mem, struct retention_subject *out,
		     struct fault *f)
{
	struct retention_facts_list facts = {0};
	struct retention_child_row_list rows = {0};
	size_t from = 0;

	if (!people_may_see_family(cw, family, f) ||
	    !retention_facts_of(cw->store, family, cw->user_id, mem, &facts, f) ||
	    !retention_children_of(cw->store, family, mem, &rows, f))
		return false;
	if (facts.count != 1)
		return fault_set(f, FAULT_NOT_FOUND, "This family is no longer in the case file.");
	if (!take_children(&rows, &from, family, mem, &out->children))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look at this family.");
	out->facts = facts.items[0];
	out->review = retention_judge(cw, &out->facts, &out->children);
	return true;
}

/* The day of one child alone, as if there were no other. */
static bool add_child(struct casework *cw, const struct retention_subject *subject, const struct retention_child *child,
		      struct arena *mem, struct retention_page *out, struct fault *f)
{
	struct retention_child_line *line = ARENA_PUSH(mem, &out->children);
	struct retention_child copy = *child;
	struct retention_child_list alone = {&copy, 1, 1};
	struct retention_review review;
	struct person person;
	char day[DATE_TEXT_ROOM];

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look at this family.");
	if (!person_by_id(cw->store, child->person_id, mem, &person, f))
		return false;
	review = retention_judge(cw, &subject->facts, &alone);
	*line = (struct retention_child_line){.name = arena_printf(mem, "%s %s", person.given_names, person.surname),
					      .why = ""};
	if (review.standing == RETENTION_IS_OPEN)
		return true;
	if (review.standing == RETENTION_IS_UNKNOWN)
		return say_unknown(cw, &subject->facts, &review, mem, &line->why, f);
	line->why = arena_printf(mem, "%s, %s: kept until %s", retention_rule_key_label(review.rule),
				 retention_rule_words(&casework_policy(cw)->retention[review.rule], mem),
				 date_plain(review.due_on, day));
	return true;
}

static bool add_proposal(struct casework *cw, int64_t family, struct arena *mem, struct retention_page *out,
			 struct fault *f)
{
	struct disposal_list all = {0};

	if (!disposals(cw->store, cw->user_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].family_id == family && all.items[i].state == DISPOSAL_PROPOSED) {
			out->disposal = all.items[i];
			out->is_own = strcmp(out->disposal.proposed_by, cw->login) == 0;
			out->disposal.proposed_by = user_name_of(cw, out->disposal.proposed_by, mem);
			out->line.disposal_id = out->disposal.id;
		}
	return true;
}

static bool fill_page(struct casework *cw, int64_t family, struct arena *mem, struct retention_page *out,
		      struct fault *f)
{
	struct retention_subject subject;
	struct retention_file_list files = {0};

	if (!retention_reach(cw, family, mem, &subject, f) || !holds_of(cw->store, family, mem, &out->holds, f) ||
	    !retention_files(cw, family, mem, &files, f))
		return false;
	out->line = (struct retention_line){.family_id = family,
					    .reference = subject.facts.reference,
					    .name = subject.facts.name,
					    .review = subject.review,
					    .is_held = subject.facts.is_held};
	out->first_on = subject.facts.first_on;
	out->last_on = subject.facts.last_on;
	out->basis = casework_policy(cw)->retention[subject.review.rule].basis;
	for (size_t i = 0; i < files.count; i++)
		out->files = arena_printf(mem, "%s%s%s", out->files, i ? "\n" : "", files.items[i].path);
	out->copies = kept_copies_now(cw, INT64_MAX, mem);
	for (size_t i = 0; i < out->holds.count; i++) {
		out->holds.items[i].set_by = user_name_of(cw, out->holds.items[i].set_by, mem);
		out->holds.items[i].lifted_by = user_name_of(cw, out->holds.items[i].lifted_by, mem);
	}
	for (size_t i = 0; i < subject.children.count; i++)
		if (!add_child(cw, &subject, &subject.children.items[i], mem, out, f))
			return false;
	return retention_why(cw, &subject.facts, &subject.review, mem, &out->line.why, f) &&
	       add_proposal(cw, family, mem, out, f);
}

bool casework_retention_page(struct casework *cw, int64_t family, struct arena *mem, struct retention_page *out,
			     struct fault *f)
{
	*out = (struct retention_page){.files = "", .copies = ""};
	if (!look_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	if (!fill_page(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "retention.look", SUBJECT_FAMILY, family, family, "%s", out->line.reference);
}
