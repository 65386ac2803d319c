/* Gathering the timeline of a family or of one child, once, from what is kept of each kind of event. */
#include "casework/timeline.h"

#include "base/series.h"
#include "casework/disclosures.h"
#include "casework/visits.h"
#include "family_reach.h"
#include "store/disclosure_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/visit_store.h"
#include "timeline_words.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
	struct casework *cw;
	struct arena *mem;
	struct timeline *out;
	struct family_reached reached;
	int64_t child; /* 0 all */
};

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this timeline.");
}

/* Among "12,15". */
static bool is_among(const char *ids, int64_t person)
{
	for (char *end; *ids; ids = *end ? end + 1 : end) {
		if (strtoll(ids, &end, 10) == person)
			return true;
		if (end == ids)
			return false;
	}
	return false;
}

/* "12,15" as "Ada and Ben", in the family's own order; of one child it need not be said. */
static const char *about_words(const struct gathering *g, const char *ids)
{
	const struct member_list *all = &g->reached.children;
	struct series names = {0};

	for (size_t i = 0; !g->child && i < all->count; i++)
		if (is_among(ids, all->items[i].person_id))
			series_add(&names, family_child_name(&g->reached, all->items[i].person_id, g->mem), g->mem);
	return series_words(&names, g->mem);
}

static struct timeline_event *push(struct gathering *g, enum timeline_kind kind, int64_t id, day_number on)
{
	struct timeline_event *event = ARENA_PUSH(g->mem, &g->out->events);

	if (event)
		*event = (struct timeline_event){.kind = kind,
						 .lane = timeline_kind_lane(kind),
						 .id = id,
						 .family_id = g->reached.family.id,
						 .on = on,
						 .until = DAY_NONE,
						 .rule = RULE_COUNT,
						 .reference = "",
						 .about = "",
						 .sentence = ""};
	return event;
}

/* --- What is rows of one shape --- */

static bool take_row(struct gathering *g, const struct timeline_row *row)
{
	struct timeline_event *event;
	enum rule_key rule = RULE_COUNT;

	if (row->kind == TIMELINE_EVENT_LIMIT &&
	    (!rule_from_token(row->what, &rule) || timeline_rule_lane(rule) == TIMELINE_LANE_COUNT))
		return true;
	event = push(g, row->kind, row->id, row->day);
	if (!event)
		return false;
	event->until = row->until;
	event->rule = rule;
	if (rule != RULE_COUNT)
		event->lane = timeline_rule_lane(rule);
	event->reference = row->reference;
	event->about = about_words(g, row->children);
	event->child_id = strchr(row->children, ',') ? 0 : strtoll(row->children, NULL, 10);
	timeline_words_of(g->cw, row, event, g->mem);
	return true;
}

static bool take_rows(struct gathering *g, struct fault *f)
{
	struct timeline_row_list rows;

	if (!timeline_rows(g->cw->store, g->reached.family.id, g->child, g->mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].day != DAY_NONE && !take_row(g, &rows.items[i]))
			return too_much(f);
	return true;
}

/* --- Visits --- */

struct visit_told {
	const char *words; /* "Ada seen alone. Ben not at home" */
	bool concerns, is_seen;
};

static struct visit_told tell_visit(const struct gathering *g, int64_t visit, const struct visit_child_list *children)
{
	struct visit_told told = {.words = ""};
	char one[VISIT_WORDS_ROOM];

	for (size_t i = 0; i < children->count; i++) {
		const struct visit_child *child = &children->items[i];

		if (child->visit_id != visit || (g->child && child->person_id != g->child))
			continue;
		told.words = arena_printf(g->mem, "%s%s%s%s%s", told.words, told.concerns ? ". " : "",
					  g->child ? "" : family_child_name(&g->reached, child->person_id, g->mem),
					  g->child ? "" : " ", visit_child_words(child, one));
		told.concerns = true;
		told.is_seen = told.is_seen || child->outcome == VISIT_SEEN;
	}
	return told;
}

static bool take_visits(struct gathering *g, struct fault *f)
{
	struct visit_list visits;
	struct visit_child_list children;

	if (!visits_of_family(g->cw->store, g->reached.family.id, g->mem, &visits, f) ||
	    !visit_children_of_family(g->cw->store, g->reached.family.id, g->mem, &children, f))
		return false;
	for (size_t i = 0; i < visits.count; i++) {
		const struct visit *visit = &visits.items[i];
		struct visit_told told;
		struct timeline_event *event;

		if (!visit_stands(visit))
			continue;
		told = tell_visit(g, visit->id, &children);
		if (!told.concerns)
			continue;
		event = push(g, told.is_seen ? TIMELINE_EVENT_VISIT : TIMELINE_EVENT_VISIT_NOT_SEEN, visit->id,
			     visit->visited_on);
		if (!event)
			return too_much(f);
		event->sentence = arena_printf(g->mem, "Visit by %s%s%s: %s.", visit->by_whom,
					       *visit->place ? ", " : "", visit->place, told.words);
	}
	return true;
}

/* --- What was shared --- */

/* By hand only: each letter of each conference would fill the lane and say nothing new. */
static bool take_shared(struct gathering *g, struct fault *f)
{
	struct disclosure_list shared;
	struct disclosure_child_list children;

	if (!disclosures_of_family(g->cw->store, g->reached.family.id, g->mem, &shared, f) ||
	    !disclosure_children_of_family(g->cw->store, g->reached.family.id, g->mem, &children, f))
		return false;
	for (size_t i = 0; i < shared.count; i++) {
		const struct disclosure *d = &shared.items[i];
		struct timeline_event *event;
		bool concerns = !g->child;

		for (size_t k = 0; k < children.count; k++)
			concerns = concerns || (children.items[k].disclosure_id == d->id &&
						children.items[k].person_id == g->child);
		if (!disclosure_stands(d) || !concerns)
			continue;
		event = push(g, TIMELINE_EVENT_SHARED, d->id, d->shared_on);
		if (!event)
			return too_much(f);
		event->sentence = arena_printf(g->mem, "Shared with %s%s%s, %s: %s%s", d->name,
					       *d->name && *d->agency ? ", " : "", d->agency,
					       disclosure_ground_label(d->ground), d->what, ".");
	}
	return true;
}

/* --- All of it --- */

static bool gather(struct gathering *g, int64_t family, struct fault *f)
{
	return family_reach(g->cw, family, g->mem, &g->reached, f) && take_rows(g, f) && take_visits(g, f) &&
	       take_shared(g, f);
}

static bool gather_child(struct gathering *g, struct fault *f)
{
	struct member_list of;
	struct person child;
	char name[NAME_ROOM];

	if (!person_by_id(g->cw->store, g->child, g->mem, &child, f) ||
	    !members_of_person(g->cw->store, g->child, g->mem, &of, f))
		return false;
	if (!of.count)
		return fault_set(f, FAULT_REFUSED, "This person belongs to no family: there is no timeline.");
	for (size_t i = 0; i < of.count; i++)
		if (!gather(g, of.items[i].family_id, f))
			return false;
	g->out->family_id = of.items[0].family_id;
	g->out->title = arena_printf(g->mem, "%s · %s", person_full_name(&child, name), child.reference);
	return true;
}

static bool gather_family(struct gathering *g, int64_t family, struct fault *f)
{
	if (!gather(g, family, f))
		return false;
	g->out->family_id = family;
	g->out->title = *g->reached.family.name
				? arena_printf(g->mem, "%s · %s", g->reached.family.name, g->reached.family.reference)
				: g->reached.family.reference;
	return true;
}

bool casework_timeline(struct casework *cw, int64_t family, int64_t child, struct arena *mem, struct timeline *out,
		       struct fault *f)
{
	struct gathering g = {.cw = cw, .mem = mem, .out = out, .child = child};

	*out = (struct timeline){.child_id = child, .title = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!(child ? gather_child(&g, f) : gather_family(&g, family, f)))
		return look_undo(cw);
	if (arena_exhausted(mem)) {
		too_much(f);
		return look_undo(cw);
	}
	if (out->events.count)
		qsort(out->events.items, out->events.count, sizeof *out->events.items, timeline_event_order);
	for (size_t i = 0; i < out->events.count; i++)
		out->late += out->events.items[i].is_late;
	return look_end(cw, f, "look.timeline", child ? SUBJECT_PERSON : SUBJECT_FAMILY, child ? child : family,
			out->family_id, "%zu events", out->events.count);
}
