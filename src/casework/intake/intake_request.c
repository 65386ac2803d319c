/* One row of the list of conference requests into the case file. */
#include "casework/intake.h"
#include "casework/request.h"

#include "access_keeping.h"
#include "people_keeping.h"
#include "person_check.h"

#include "base/text.h"
#include "store/child_events_store.h"
#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/person_store.h"

#include <string.h>

/* One row on its way in. */
struct request_intake {
	struct casework *cw;
	struct arena mem;
	struct intake_request row; /* tidied */
	struct member_list members;
	struct request_child *children;
	struct request request;
};

static bool tidy(struct request_intake *in, struct fault *f)
{
	struct intake_request *row = &in->row;

	return field_tidy(&row->family_reference, "Family ref", &in->mem, f) &&
	       field_tidy(&row->children, "Children", &in->mem, f) &&
	       field_tidy(&row->social_worker, "Social worker", &in->mem, f) &&
	       field_tidy(&row->reason, "Reason", &in->mem, f) &&
	       field_tidy(&row->interpreter, "Interpreter", &in->mem, f) &&
	       field_tidy(&row->sittings, "Sittings", &in->mem, f) && field_tidy(&row->avoid, "Avoid", &in->mem, f);
}

/* Of a restricted family no more is said than of one that is asked for by its reference anywhere else. */
static bool find_family(struct request_intake *in, struct fault *f)
{
	struct family family;
	struct fault why = {0};
	bool found, may = false;

	if (!people_found(family_by_reference(in->cw->store, in->row.family_reference, &in->mem, &family, &why), &why,
			  &found, f) ||
	    (found && !work_may_see_family(in->cw, family.id, &may, f)))
		return false;
	if (!may) {
		fault_field(
			f, "Family ref",
			"There is no family %s in the case file: import its people first, or correct the reference.",
			in->row.family_reference);
		return found && access_not_found(in->cw, in->row.family_reference, &in->mem, f);
	}
	in->request.family_id = family.id;
	return members_of_family(in->cw->store, family.id, &in->mem, &in->members, f);
}

static const struct member *child_named(const struct request_intake *in, const char *id, size_t bytes)
{
	for (size_t i = 0; i < in->members.count; i++) {
		const struct member *m = &in->members.items[i];

		if (m->relationship == RELATIONSHIP_CHILD && strlen(m->person.la_child_id) == bytes &&
		    memcmp(m->person.la_child_id, id, bytes) == 0)
			return m;
	}
	return NULL;
}

static void add_child(struct request_intake *in, int64_t person)
{
	for (size_t i = 0; i < in->request.child_count; i++)
		if (in->children[i].person_id == person)
			return;
	in->children[in->request.child_count++].person_id = person;
}

/* The children named, or all of the family where none is. */
static bool find_children(struct request_intake *in, struct fault *f)
{
	in->children = arena_alloc(&in->mem, (in->members.count + 1) * sizeof *in->children);
	if (!in->children)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this request.");
	in->request.children = in->children;
	for (const char *at = in->row.children; *at;) {
		size_t bytes = strcspn(at, " ");
		const struct member *m = child_named(in, at, bytes);

		if (!m)
			return fault_field(f, "Children",
					   "%.*s is not a child of family %s: correct the LA child id or the family.",
					   (int)bytes, at, in->row.family_reference);
		add_child(in, m->person_id);
		at += bytes;
		at += *at == ' ';
	}
	if (!*in->row.children)
		for (size_t i = 0; i < in->members.count; i++)
			if (in->members.items[i].relationship == RELATIONSHIP_CHILD)
				add_child(in, in->members.items[i].person_id);
	return in->request.child_count > 0 || fault_field(f, "Children",
							  "Family %s has no child in the case file: import its "
							  "people first.",
							  in->row.family_reference);
}

static bool find_social_worker(struct request_intake *in, struct fault *f)
{
	const char *wanted = text_fold(&in->mem, in->row.social_worker);
	struct contact_list contacts;
	const struct contact *found = NULL;

	if (!*in->row.social_worker)
		return true;
	if (!contacts_all(in->cw->store, "", &in->mem, &contacts, f))
		return false;
	for (size_t i = 0; i < contacts.count; i++) {
		if (strcmp(text_fold(&in->mem, contacts.items[i].name), wanted) != 0)
			continue;
		if (found)
			return fault_field(f, "Social worker",
					   "There is a %s in %s and in %s: take this request by hand and choose which.",
					   found->name, found->agency, contacts.items[i].agency);
		found = &contacts.items[i];
	}
	if (!found)
		return fault_field(f, "Social worker",
				   "%s is not in the directory: add the contact, correct the name, or leave it empty.",
				   in->row.social_worker);
	in->request.social_worker = found->name;
	in->request.social_worker_id = found->id;
	return true;
}

/* A list says "yes" where a conference needs the language: the one of whoever in the family needs it. */
static const char *language_needed(const struct request_intake *in)
{
	const char *language = "";

	for (size_t i = 0; i < in->members.count; i++) {
		const struct person *p = &in->members.items[i].person;

		if (p->needs_interpreter && *p->language)
			return p->language;
		if (!*language && *p->language && strcmp(p->language, "English") != 0)
			language = p->language;
	}
	return *language ? language : "language not recorded";
}

static bool fill(struct request_intake *in, struct fault *f)
{
	const char *answer = text_fold(&in->mem, in->row.interpreter);
	struct request *r = &in->request;

	*r = (struct request){.type = in->row.type,
			      .strategy_on = in->row.strategy_on,
			      .transfer_notified_on = DAY_NONE,
			      .transfer_referred_on = DAY_NONE,
			      .transfer_accepted_on = DAY_NONE,
			      .transfer_moved_on = DAY_NONE,
			      .reason = in->row.reason,
			      .social_worker = "",
			      .signing = "",
			      .access = "",
			      .sittings = in->row.sittings,
			      .avoid = in->row.avoid,
			      .source = SOURCE_REQUEST,
			      .accept_warnings = true};
	if (!find_family(in, f) || !find_children(in, f) || !find_social_worker(in, f))
		return false;
	r->interpreter = in->row.interpreter;
	if (strcmp(answer, "yes") == 0 || strcmp(answer, "y") == 0)
		r->interpreter = language_needed(in);
	else if (strcmp(answer, "no") == 0 || strcmp(answer, "n") == 0)
		r->interpreter = "";
	if (strcmp(r->interpreter, "BSL") == 0) { /* a signer is booked apart from interpreters of spoken languages */
		r->interpreter = "";
		r->signing = "BSL";
	}
	return true;
}

/* --- Was it asked for before? --- */

static bool same_words(const struct conference *c, const struct request *r)
{
	return c->type == r->type && strcmp(c->reason, r->reason) == 0 &&
	       strcmp(c->social_worker, r->social_worker) == 0 && strcmp(c->interpreter, r->interpreter) == 0 &&
	       strcmp(c->sittings, r->sittings) == 0 && strcmp(c->avoid, r->avoid) == 0;
}

/* The conferences this row may have led to: those of its discussion, or, where there is none to know them by, those of
 * the child that are still to be held or were given up. */
static bool read_earlier(struct request_intake *in, struct conference_list *out, struct fault *f)
{
	const struct request *r = &in->request;
	struct enquiry enquiry;

	*out = (struct conference_list){0};
	if (r->strategy_on == DAY_NONE)
		return conferences_of_person(in->cw->store, r->children[0].person_id, &in->mem, out, f);
	if (!enquiry_of_child(in->cw->store, r->children[0].person_id, r->strategy_on, &in->mem, &enquiry, f))
		return false;
	return !enquiry.id || conferences_of_enquiry(in->cw->store, enquiry.id, &in->mem, out, f);
}

static bool already_taken(const struct request *r, const struct conference *c, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	return same_words(c, r) ||
	       fault_field(f, "Strategy discussion",
			   "The discussion of %s has its conference, %s, already, taken with other words: change %s "
			   "instead, or correct the date.",
			   date_plain(r->strategy_on, day), c->reference, c->reference);
}

/* The same discussion about the same child is the same request: word for word it was taken already; otherwise somebody
 * must say which words hold. What was cancelled by hand is not brought back by the list it came from. */
static bool asked_before(struct request_intake *in, bool *out, struct fault *f)
{
	const struct request *r = &in->request;
	const struct conference *cancelled = NULL;
	struct conference_list earlier;

	*out = false;
	if (!read_earlier(in, &earlier, f))
		return false;
	for (size_t i = 0; i < earlier.count && !*out; i++) {
		const struct conference *c = &earlier.items[i];

		if (c->state == STATE_CANCELLED) {
			cancelled = same_words(c, r) ? c : cancelled;
		} else if (r->strategy_on != DAY_NONE) {
			*out = already_taken(r, c, f);
			if (!*out)
				return false;
		} else {
			*out = !conference_state_is_held(c->state) && same_words(c, r);
		}
	}
	return *out || !cancelled ||
	       fault_field(f, "Reason",
			   "%s was taken from this list in the same words and was cancelled since. If a conference is "
			   "needed after all, take the request by hand.",
			   cancelled->reference);
}

static bool take_in(struct request_intake *in, const char **reference, int64_t *conference, enum intake_result *out,
		    struct fault *f)
{
	bool before;

	if (!tidy(in, f) || !fill(in, f) || !asked_before(in, &before, f))
		return false;
	*out = before ? INTAKE_UNCHANGED : INTAKE_ADDED;
	return before || casework_request_take(in->cw, &in->request, &in->mem, reference, conference, f);
}

bool intake_request(struct casework *cw, const struct intake_request *row, enum intake_result *out, struct fault *f)
{
	struct request_intake in = {.cw = cw, .row = *row};
	const char *reference = "";
	int64_t conference = 0;
	bool ok;

	*out = INTAKE_REFUSED;
	if (!work_begin(cw, ACTION_IMPORT, f))
		return false;
	ok = take_in(&in, &reference, &conference, out, f);
	if (!ok)
		*out = INTAKE_REFUSED;
	if (!ok || *out == INTAKE_UNCHANGED)
		work_undo(cw);
	else
		ok = work_end(cw, f, "intake.request", SUBJECT_CONFERENCE, conference, in.request.family_id,
			      "%s from the list of requests", reference);
	arena_finish(&in.mem);
	return ok;
}
