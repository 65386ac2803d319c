/* Visits in the demonstration: of some families the social worker's visits are written down, and what was shared. */
#include "demo_desk.h"

#include "casework/disclosures.h"
#include "casework/visits.h"

enum { CHILDREN_MOST = 12, WRITTEN_DOWN_OF = 4, SHARED_OF = 12 };

static const char *const workers[] = {"Tom Campbell", "Folasade Ibe", "Marta Nowak",
				      "Hywel Rees",   "Anjali Desai", "Grace Otieno"};
enum { WORKER_COUNT = sizeof workers / sizeof *workers };

/* The eldest is seen alone; the last of several is sometimes out. */
static struct visit_child met(const struct visit_standing *child, size_t at, size_t count, day_number day)
{
	struct visit_child one = {.person_id = child->person_id, .outcome = VISIT_SEEN, .why = ""};

	if (count > 1 && at + 1 == count && day % 5 == 0) {
		one.outcome = VISIT_NOT_IN;
		one.why = "at a friend's house";
		return one;
	}
	one.alone = at == 0 ? ANSWER_YES : ANSWER_NO;
	one.bedroom = day % 2 ? ANSWER_YES : ANSWER_UNKNOWN;
	return one;
}

static bool write_down(struct casework *cw, int64_t family, const struct visit_page *page, day_number day,
		       struct fault *f)
{
	struct visit_child to[CHILDREN_MOST];
	struct visit visit = visit_blank();
	size_t count = 0, on_plan = 0;

	for (size_t i = 0; i < page->children.count; i++)
		on_plan += page->children.items[i].plan_id != 0 && !page->children.items[i].is_unborn;
	for (size_t i = 0; i < page->children.count && count < CHILDREN_MOST; i++) {
		const struct visit_standing *child = &page->children.items[i];

		if (!child->plan_id || child->is_unborn || child->last_seen == day)
			continue;
		to[count] = met(child, count, on_plan, day);
		count++;
	}
	if (!count)
		return true;
	visit.visited_on = day;
	visit.by_whom = workers[family % WORKER_COUNT];
	visit.place = "at home";
	visit.announced = day % 3 ? ANSWER_YES : ANSWER_NO;
	visit.noted = "The home was warm and there was food. The children showed their drawings from school.";
	return casework_visit_record(cw, family, &visit, to, count, f);
}

static bool share(struct casework *cw, int64_t family, const struct visit_page *page, day_number day, struct fault *f)
{
	struct disclosure d = disclosure_blank();

	d.shared_on = day;
	d.what = "That the children are on a plan and that repairs are part of it.";
	d.agency = "Northgate Homes";
	d.name = "Priti Dhillon, housing officer";
	d.why = "The repairs are to be done before the next core group.";
	d.ground = family % 2 ? DISCLOSURE_PERMISSION : DISCLOSURE_PROTECTION;
	d.decided_by = family % 2 ? "the mother, in writing" : "the team manager";
	d.shared_by = workers[family % WORKER_COUNT];
	return casework_disclosure_record(cw, family, &d, &page->children.items[0].person_id, 1, f);
}

bool demo_visit(struct casework *cw, int64_t family, day_number day, struct fault *f)
{
	struct visit_page page;
	struct arena mem = {0};
	bool ok = true;

	if (family % WRITTEN_DOWN_OF == 0) {
		ok = casework_visits_again(cw, family, &mem, &page, f);
		if (ok && !page.visits.count && page.children.count && family % SHARED_OF == 0)
			ok = share(cw, family, &page, day, f);
		ok = ok && write_down(cw, family, &page, day, f);
	}
	arena_finish(&mem);
	return ok;
}
