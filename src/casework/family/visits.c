/* The visits of a family: each of them, and how each child stands. */
#include "casework/visits.h"

#include "family_reach.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "store/visit_store.h"
#include "visit_reading.h"

enum { SOON_WD = 10 };

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show these visits.");
}

/* --- Each visit --- */

/* Children come by visit. */
static void take_children(struct visit_line *line, const struct visit_child_list *all)
{
	for (size_t i = 0; i < all->count; i++) {
		if (all->items[i].visit_id != line->visit.id)
			continue;
		if (!line->child_count++)
			line->children = &all->items[i];
	}
}

static const char *line_words(const struct family_reached *reached, const struct visit_line *line, struct arena *mem)
{
	const char *words = "";
	char one[VISIT_WORDS_ROOM];

	if (line->visit.is_struck)
		return "no such visit";
	for (size_t i = 0; i < line->child_count; i++)
		words = arena_printf(mem, "%s%s%s %s", words, i ? ". " : "",
				     family_child_name(reached, line->children[i].person_id, mem),
				     visit_child_words(&line->children[i], one));
	return words;
}

static bool read_visits(struct casework *cw, const struct family_reached *reached, struct arena *mem,
			struct visit_line_list *out, struct fault *f)
{
	struct visit_list visits;
	struct visit_child_list children;

	if (!visits_of_family(cw->store, reached->family.id, mem, &visits, f) ||
	    !visit_children_of_family(cw->store, reached->family.id, mem, &children, f))
		return false;
	for (size_t i = 0; i < visits.count; i++) {
		struct visit_line *line = ARENA_PUSH(mem, out);

		if (!line)
			return too_much(f);
		*line = (struct visit_line){.visit = visits.items[i]};
		take_children(line, &children);
		line->words = line_words(reached, line, mem);
	}
	return !arena_exhausted(mem) || too_much(f);
}

/* --- Each child --- */

static void later(day_number *kept, day_number day)
{
	if (*kept == DAY_NONE || day > *kept)
		*kept = day;
}

static void note_seen(struct visit_standing *standing, const struct visit_line_list *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct visit_line *line = &lines->items[i];

		for (size_t k = 0; visit_stands(&line->visit) && k < line->child_count; k++) {
			const struct visit_child *child = &line->children[k];

			if (child->person_id != standing->person_id || child->outcome != VISIT_SEEN)
				continue;
			later(&standing->last_seen, line->visit.visited_on);
			if (child->alone == ANSWER_YES)
				later(&standing->last_alone, line->visit.visited_on);
			if (child->bedroom == ANSWER_YES)
				later(&standing->last_bedroom, line->visit.visited_on);
		}
	}
}

static bool note_due(struct casework *cw, struct visit_standing *standing, struct arena *mem, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);
	struct deadline_row open;

	if (!standing->plan_id)
		return true;
	if (!deadline_open_one(cw->store, RULE_VISIT, SUBJECT_PLAN, standing->plan_id, mem, &open, f))
		return false;
	if (!open.id)
		return true;
	standing->due = open.due_on;
	standing->working_days_left = working_days_left(today, open.due_on, calendar);
	standing->state = deadline_state(open.due_on, today, calendar, SOON_WD);
	return true;
}

static int64_t open_plan_of(const struct plan_list *plans, int64_t person)
{
	for (size_t i = 0; i < plans->count; i++)
		if (plans->items[i].person_id == person && plans->items[i].ended_on == DAY_NONE)
			return plans->items[i].id;
	return 0;
}

static bool read_children(struct casework *cw, const struct family_reached *reached, struct arena *mem,
			  struct visit_page *out, struct fault *f)
{
	struct plan_list plans;

	if (!plans_of_family(cw->store, reached->family.id, mem, &plans, f))
		return false;
	for (size_t i = 0; i < reached->children.count; i++) {
		const struct member *member = &reached->children.items[i];
		struct visit_standing *one = ARENA_PUSH(mem, &out->children);

		if (!one)
			return too_much(f);
		*one = (struct visit_standing){.person_id = member->person_id,
					       .plan_id = open_plan_of(&plans, member->person_id),
					       .name = family_child_name(reached, member->person_id, mem),
					       .is_unborn = person_is_unborn(&member->person),
					       .has_left = member->ended_on != DAY_NONE,
					       .last_seen = DAY_NONE,
					       .last_alone = DAY_NONE,
					       .last_bedroom = DAY_NONE,
					       .due = DAY_NONE,
					       .state = DEADLINE_OK};
		note_seen(one, &out->visits);
		if (!note_due(cw, one, mem, f))
			return false;
	}
	return true;
}

bool visits_read(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out, struct fault *f)
{
	struct family_reached reached;

	*out = (struct visit_page){0};
	if (!family_reach(cw, family, mem, &reached, f))
		return false;
	out->family = reached.family;
	out->may_record = casework_may(cw, ACTION_RECORD_VISITS, NULL);
	return read_visits(cw, &reached, mem, &out->visits, f) && read_children(cw, &reached, mem, out, f);
}

struct visit_standing visit_standing_of(const struct visit_page *page, int64_t person)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (page->children.items[i].person_id == person)
			return page->children.items[i];
	return (struct visit_standing){.name = "",
				       .last_seen = DAY_NONE,
				       .last_alone = DAY_NONE,
				       .last_bedroom = DAY_NONE,
				       .due = DAY_NONE,
				       .state = DEADLINE_OK};
}

bool casework_visits(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out, struct fault *f)
{
	*out = (struct visit_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!visits_read(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.visits", SUBJECT_FAMILY, family, family, "%zu visits", out->visits.count);
}

bool casework_visits_again(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out,
			   struct fault *f)
{
	bool ok;

	*out = (struct visit_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = visits_read(cw, family, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}
