/* How safe each child was said to be: by the chair and the others at conferences, and by workers between them. */
#include "safety_scales.h"

#include "invitee_words.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"
#include "store/plan_version_store.h"
#include "store/view_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this plan.");
}

static const char *name_of_child(const struct family_plan *page, int64_t person)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (page->children.items[i].person_id == person)
			return page->children.items[i].name;
	return "";
}

static bool push_scale(struct family_plan *out, struct plan_scale scale, struct arena *mem)
{
	struct plan_scale *one;

	scale.child = name_of_child(out, scale.person_id);
	if (scale.scale < 0 || !*scale.child)
		return true;
	one = ARENA_PUSH(mem, &out->scales);
	if (one)
		*one = scale;
	return one != NULL;
}

static const char *who_said(const struct invitee_list *invitees, int64_t invitee, struct arena *mem)
{
	for (size_t i = 0; i < invitees->count; i++)
		if (invitees->items[i].id == invitee)
			return invitee_who(&invitees->items[i], mem);
	return "somebody who was there";
}

static bool read_scales_of(struct casework *cw, const struct conference *c, struct arena *mem, struct family_plan *out,
			   struct fault *f)
{
	struct child_decision_list decisions;
	struct view_list views;
	struct invitee_list invitees = {0};

	if (!child_decisions_of(cw->store, c->id, mem, &decisions, f) || !views_of(cw->store, c->id, mem, &views, f) ||
	    (views.count && !invitees_of(cw->store, c->id, true, mem, &invitees, f)))
		return false;
	for (size_t i = 0; i < decisions.count; i++)
		if (!push_scale(out,
				(struct plan_scale){.day = c->held_on,
						    .reference = c->reference,
						    .person_id = decisions.items[i].person_id,
						    .who = "chair",
						    .why = "",
						    .is_chair = true,
						    .scale = decisions.items[i].scale},
				mem))
			return too_much(f);
	for (size_t i = 0; i < views.count; i++)
		if (!push_scale(out,
				(struct plan_scale){.day = c->held_on,
						    .reference = c->reference,
						    .person_id = views.items[i].person_id,
						    .who = who_said(&invitees, views.items[i].invitee_id, mem),
						    .why = views.items[i].why,
						    .scale = views.items[i].scale},
				mem))
			return too_much(f);
	return true;
}

static bool read_between(struct casework *cw, int64_t family, struct arena *mem, struct family_plan *out,
			 struct fault *f)
{
	struct plan_scale_said_list all;

	if (!plan_scales_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (!push_scale(out,
				(struct plan_scale){.day = all.items[i].said_on,
						    .reference = "",
						    .person_id = all.items[i].person_id,
						    .who = all.items[i].who,
						    .why = all.items[i].why,
						    .scale = all.items[i].scale},
				mem))
			return too_much(f);
	return true;
}

static bool is_before(const struct plan_scale *a, const struct plan_scale *b)
{
	if (a->day != b->day)
		return a->day < b->day;
	return a->person_id < b->person_id;
}

/* Few, and mostly in order: those of one day and child stay as they were read, the chair first. */
static void sort_scales(struct plan_scale_list *all)
{
	for (size_t i = 1; i < all->count; i++) {
		struct plan_scale one = all->items[i];
		size_t at = i;

		for (; at > 0 && is_before(&one, &all->items[at - 1]); at--)
			all->items[at] = all->items[at - 1];
		all->items[at] = one;
	}
}

bool safety_scales_read(struct casework *cw, int64_t family, struct arena *mem, struct family_plan *out,
			struct fault *f)
{
	struct conference_list all;

	if (!conferences_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = all.count; i-- > 0;) /* newest first */
		if (all.items[i].held_on != DAY_NONE && all.items[i].held_on <= casework_today(cw) &&
		    !read_scales_of(cw, &all.items[i], mem, out, f))
			return false;
	if (!read_between(cw, family, mem, out, f))
		return false;
	sort_scales(&out->scales);
	return true;
}
