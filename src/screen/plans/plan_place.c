/* A plan is written at a conference or between two: what its forms read and save, whichever it is. */
#include "casework/core_groups.h"
#include "casework/live.h"
#include "plan_forms.h"

#include <string.h>

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to open this plan.");
}

static bool push_person(struct plan_place_page *out, struct arena *mem, struct plan_place_person person)
{
	struct plan_place_person *one = ARENA_PUSH(mem, &out->people);

	if (one)
		*one = person;
	return one != NULL;
}

static bool push_child(struct plan_place_page *out, struct arena *mem, struct plan_place_child child)
{
	struct plan_place_child *one = ARENA_PUSH(mem, &out->children);

	if (one)
		*one = child;
	return one != NULL;
}

bool plan_place_may(struct casework *cw, const struct plan_place *place, struct fault *f)
{
	return place->conference ? casework_may_for(cw, ACTION_WRITE_RECORD, place->conference, f)
				 : casework_may(cw, ACTION_WRITE_PLAN, f);
}

/* --- At a conference --- */

static bool read_live(struct casework *cw, int64_t conference, struct arena *mem, struct plan_place_page *out,
		      struct fault *f)
{
	struct live_plan_page plan;
	struct live_page page;

	if (!casework_live_plan_again(cw, conference, mem, &plan, f) ||
	    !casework_live_again(cw, conference, mem, &page, f))
		return false;
	*out = (struct plan_place_page){.reference = plan.conference.reference,
					.family_words = plan.family_words,
					.marker = plan.marker,
					.title = "Outline plan",
					.plan = plan.plan,
					.actions = plan.actions,
					.earlier = plan.earlier_actions,
					.network = plan.network};
	out->plan.conference_id = conference;
	for (size_t i = 0; i < page.people.count; i++)
		if (!push_person(out, mem,
				 (struct plan_place_person){.words = page.people.items[i].who,
							    .detail = "",
							    .invitee_id = page.people.items[i].invitee.id,
							    .person_id = page.people.items[i].invitee.person_id}))
			return too_much(f);
	for (size_t i = 0; i < page.children.count; i++)
		if (!push_child(out, mem,
				(struct plan_place_child){.name = page.children.items[i].name,
							  .detail = page.children.items[i].age,
							  .person_id = page.children.items[i].person.id}))
			return too_much(f);
	return true;
}

/* --- Between --- */

static bool add_people(const struct family_plan *plan, struct arena *mem, struct plan_place_page *out, struct fault *f)
{
	for (size_t i = 0; i < plan->people.count; i++)
		if (!push_person(out, mem,
				 (struct plan_place_person){.words = plan->people.items[i].name,
							    .detail = plan->people.items[i].words,
							    .person_id = plan->people.items[i].person_id,
							    .contact_id = plan->people.items[i].contact_id}))
			return too_much(f);
	for (size_t i = 0; i < plan->children.count; i++)
		if (plan->children.items[i].is_on_plan &&
		    !push_child(out, mem,
				(struct plan_place_child){.name = plan->children.items[i].name,
							  .detail = plan->children.items[i].plan_words,
							  .person_id = plan->children.items[i].person_id}))
			return too_much(f);
	return true;
}

/* The one being written, else what it will begin with: the newest that was given out. */
static bool read_family(struct casework *cw, int64_t family, struct arena *mem, struct plan_place_page *out,
			struct fault *f)
{
	struct family_plan newest, draft;
	int number = 1;

	if (!casework_family_plan_again(cw, family, 0, mem, &newest, f))
		return false;
	draft = newest;
	if (newest.draft && !casework_family_plan_again(cw, family, newest.draft, mem, &draft, f))
		return false;
	if (!newest.draft)
		draft.plan.id = draft.plan.version = 0;
	if (newest.versions.count)
		number = newest.draft ? draft.plan.number : newest.versions.items[0].number + 1;
	*out = (struct plan_place_page){.reference = newest.reference,
					.family_words = newest.family_words,
					.marker = newest.marker,
					.title = arena_printf(mem, "Plan, version %d", number),
					.plan = draft.plan,
					.actions = draft.actions,
					.network = draft.network};
	if (newest.newest)
		out->earlier = newest.actions;
	return add_people(&newest, mem, out, f);
}

bool plan_place_read(struct casework *cw, const struct plan_place *place, struct arena *mem,
		     struct plan_place_page *out, struct fault *f)
{
	bool ok = place->conference ? read_live(cw, place->conference, mem, out, f)
				    : read_family(cw, place->family, mem, out, f);

	return ok && (!arena_exhausted(mem) || too_much(f));
}

/* --- Saved --- */

bool plan_place_texts(struct casework *cw, const struct plan_place *place, struct plan_version *plan, struct fault *f)
{
	return place->conference ? casework_live_plan(cw, plan, f) : casework_plan_texts(cw, place->family, plan, f);
}

bool plan_place_action(struct casework *cw, const struct plan_place *place, struct plan_action *action, struct fault *f)
{
	return place->conference ? casework_live_action(cw, place->conference, action, f)
				 : casework_plan_action(cw, place->family, action, f);
}

bool plan_place_mark(struct casework *cw, const struct plan_place *place, struct plan_action *action, struct fault *f)
{
	return place->conference ? casework_live_action_mark(cw, place->conference, action, f)
				 : casework_core_group_action(cw, place->family, 0, action, f);
}

bool plan_place_network(struct casework *cw, const struct plan_place *place, struct plan_network *one, struct fault *f)
{
	return place->conference ? casework_live_network(cw, place->conference, one, f)
				 : casework_plan_network(cw, place->family, one, f);
}

const struct plan_place_person *plan_place_person_called(const struct plan_place_page *page, const char *words)
{
	for (size_t i = 0; i < page->people.count; i++)
		if (strcmp(page->people.items[i].words, words) == 0)
			return &page->people.items[i];
	return NULL;
}
