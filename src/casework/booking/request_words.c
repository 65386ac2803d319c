/* What is still missing from a request, and what an officer should know before taking it. */
#include "request_check.h"

#include "base/series.h"
#include "domain/plan_list.h"
#include "people_alike.h"
#include "people_keeping.h"
#include "social_worker.h"

#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/plan_store.h"

#include <string.h>

#define OF_AGE           18
#define FEW_DAYS_LEFT_WD 5 /* fewer than these to the limit: said before it is taken */

struct count {
	struct completeness *of;
	struct arena *mem;
};

static void need(struct count *c, bool has, const char *name)
{
	c->of->of++;
	if (has)
		c->of->have++;
	else
		c->of->missing = arena_joined(c->mem, c->of->missing, ", ", name);
}

static bool has_text(const char *text)
{
	return text && text[strspn(text, " \t\n")] != '\0';
}

static bool children_are_named(const struct request *r)
{
	for (size_t i = 0; i < r->child_count; i++) {
		const struct person *p = &r->children[i].person;

		if (!r->children[i].person_id && !has_text(p->surname) && !has_text(p->given_names) &&
		    !has_text(p->la_child_id))
			return false;
	}
	return true;
}

static bool children_have_dates(const struct request *r)
{
	for (size_t i = 0; i < r->child_count; i++) {
		const struct person *p = &r->children[i].person;

		if (!r->children[i].person_id && p->born_on == DAY_NONE && p->expected_on == DAY_NONE)
			return false;
	}
	return true;
}

static bool has_transfer_day(const struct request *r)
{
	return r->transfer_notified_on != DAY_NONE || r->transfer_referred_on != DAY_NONE ||
	       r->transfer_accepted_on != DAY_NONE || r->transfer_moved_on != DAY_NONE;
}

struct completeness request_completeness(const struct request *r, struct arena *mem)
{
	struct completeness out = {.missing = ""};
	struct count c = {&out, mem};

	need(&c,
	     r->family_id || has_text(r->family_name) ||
		     (r->child_count > 0 && !r->children[0].person_id && has_text(r->children[0].person.surname)),
	     "family");
	need(&c, r->child_count > 0, "children");
	if (r->child_count > 0) {
		need(&c, children_are_named(r), "names of children");
		need(&c, children_have_dates(r), r->type == CONFERENCE_PRE_BIRTH ? "expected date" : "birth dates");
	}
	if (request_has_discussion(r->type))
		need(&c, r->strategy_on != DAY_NONE || r->enquiry_id, "strategy discussion date");
	if (r->type == CONFERENCE_TRANSFER_IN)
		need(&c, has_transfer_day(r), "dates of the transfer");
	need(&c, has_text(r->reason), "reason");
	need(&c, has_text(r->social_worker) || r->social_worker_id, "social worker");
	return out;
}

struct warnings {
	struct casework *cw;
	const struct request *request;
	struct arena *mem;
	const char *words;
};

static void warn(struct warnings *w, const char *sentence)
{
	w->words = arena_joined(w->mem, w->words, "\n", sentence);
}

static bool is_in_request(const struct request *r, int64_t person)
{
	for (size_t i = 0; i < r->child_count; i++)
		if (r->children[i].person_id == person)
			return true;
	return false;
}

static bool warn_of_plans(struct warnings *w, struct fault *f)
{
	const struct plan *ours;
	struct plan_list plans;
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < w->request->child_count; i++) {
		const struct request_child *child = &w->request->children[i];

		if (!child->person_id || w->request->type == CONFERENCE_REVIEW ||
		    !people_may_see_person(w->cw, child->person_id, NULL))
			continue;
		if (!plans_of_person(w->cw->store, child->person_id, w->mem, &plans, f))
			return false;
		ours = plan_of_ours(&plans, child->person_id);
		if (ours)
			warn(w, arena_printf(w->mem, "%s is on a plan since %s (%s): would a review do?",
					     request_child_name(w->cw, child, w->mem),
					     date_medium(ours->started_on, day), ours->reference));
	}
	return true;
}

static bool is_still_a_child(const struct casework *cw, const struct person *p)
{
	return p->died_on == DAY_NONE && (p->born_on == DAY_NONE || date_age(p->born_on, casework_today(cw)) < OF_AGE);
}

static bool warn_of_siblings(struct warnings *w, struct fault *f)
{
	struct member_list members;
	struct series left_out = {0};
	char name[NAME_ROOM];

	if (!w->request->family_id)
		return true;
	if (!members_of_family(w->cw->store, w->request->family_id, w->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct member *m = &members.items[i];

		if (m->relationship == RELATIONSHIP_CHILD && is_still_a_child(w->cw, &m->person) &&
		    !is_in_request(w->request, m->person_id))
			series_add(&left_out, arena_text(w->mem, person_full_name(&m->person, name)), w->mem);
	}
	if (!series_is_empty(&left_out))
		warn(w, arena_printf(w->mem, "Left out of this request: %s. Is each of them safe?",
				     series_words(&left_out, w->mem)));
	return true;
}

static bool warn_of_enquiries(struct warnings *w, struct fault *f)
{
	struct enquiry_list list;
	struct deadline_row row;
	char day[DATE_TEXT_ROOM];

	if (!w->request->family_id || !request_has_discussion(w->request->type))
		return true;
	if (!enquiries_of_family(w->cw->store, w->request->family_id, w->mem, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct enquiry *e = &list.items[i];

		if (!deadline_open_one(w->cw->store, RULE_ICPC, SUBJECT_ENQUIRY, e->id, w->mem, &row, f))
			return false;
		if (row.id && e->id != w->request->enquiry_id && e->strategy_on != w->request->strategy_on)
			warn(w, arena_printf(w->mem,
					     "An enquiry of this family since %s still waits for its conference: is "
					     "this the same one?",
					     date_medium(e->strategy_on, day)));
	}
	return true;
}

static void warn_of_lateness(struct warnings *w)
{
	const struct request *r = w->request;
	const struct working_calendar *calendar = casework_calendar(w->cw);
	day_number today = casework_today(w->cw);
	struct deadline_dates dates;
	char day[DATE_TEXT_ROOM];
	int left;

	if (!request_has_discussion(r->type) || r->strategy_on == DAY_NONE || r->strategy_on > today)
		return;
	dates = deadline_compute(casework_policy(w->cw), calendar, RULE_ICPC, r->strategy_on);
	if (dates.due == DAY_NONE)
		return;
	left = working_day_between(today, dates.due, calendar, COUNT_LOCAL);
	if (dates.due < today)
		warn(w, arena_printf(w->mem,
				     "The limit for this conference was %s: why it is late will be asked when booking.",
				     date_medium(dates.due, day)));
	else if (left < FEW_DAYS_LEFT_WD)
		warn(w, arena_printf(w->mem,
				     "The discussion was %d working days ago: the limit is %s, in %d working day%s.",
				     working_day_between(r->strategy_on, today, calendar, COUNT_LOCAL),
				     date_medium(dates.due, day), left, left == 1 ? "" : "s"));
}

static bool warn_of_social_worker(struct warnings *w, struct fault *f)
{
	const struct request *r = w->request;
	const char *words;

	if (!social_worker_warning(w->cw, r->social_worker, r->social_worker_id, w->mem, &words, f))
		return false;
	if (*words)
		warn(w, words);
	return true;
}

static bool warn_of_look_alikes(struct warnings *w, struct fault *f)
{
	for (size_t i = 0; i < w->request->child_count; i++) {
		const struct request_child *child = &w->request->children[i];
		struct look_alike_list alike;
		char name[NAME_ROOM];

		if (child->person_id || child->is_another)
			continue;
		if (!people_alike(w->cw, &child->person, w->mem, &alike, f))
			return false;
		for (size_t k = 0; k < alike.count; k++)
			warn(w,
			     arena_printf(w->mem, "%s looks like %s, %s, who is on file: is it the same child?",
					  request_child_name(w->cw, child, w->mem),
					  person_full_name(&alike.items[k].member.person, name), alike.items[k].words));
	}
	return true;
}

bool request_warnings_read(struct casework *cw, const struct request *request, struct arena *mem, const char **out,
			   struct fault *f)
{
	struct warnings w = {cw, request, mem, ""};
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = warn_of_look_alikes(&w, f) && warn_of_plans(&w, f) && warn_of_siblings(&w, f) &&
	     warn_of_enquiries(&w, f) && warn_of_social_worker(&w, f);
	look_undo(cw); /* no row of its own: asked while the request is typed, and the request itself leaves one */
	if (!ok)
		return false;
	warn_of_lateness(&w);
	*out = w.words;
	return true;
}
