/* Taking a request: family, children, enquiry, conference and its first deadline are kept together or not at all. */
#include "request_check.h"

#include "booking_facts.h"
#include "casework/people.h"
#include "deadline_keeping.h"
#include "slot_keeping.h"
#include "social_worker.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "transfer_keeping.h"
#include "words_tidy.h"

#include <string.h>

/* A request while it is being kept. */
struct taking {
	struct casework *cw;
	const struct request *request;
	struct arena *mem;
	int64_t family, enquiry, *children;
	struct conference conference;
};

static const char *given(const char *text)
{
	return text ? text : "";
}

static const char *new_family_name(const struct request *r)
{
	if (*given(r->family_name))
		return r->family_name;
	return r->child_count > 0 && !r->children[0].person_id ? given(r->children[0].person.surname) : "";
}

bool request_people_keep(struct casework *cw, const struct request *r, struct arena *mem, int64_t *family,
			 int64_t **children, struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (r->child_count + 1) * sizeof *ids);

	if (!ids)
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to keep this request: nothing was saved.");
	*family = r->family_id;
	if (!*family && !casework_family_add(cw, new_family_name(r), family, f))
		return false;
	for (size_t i = 0; i < r->child_count; i++) {
		struct person person = r->children[i].person;

		if (!r->children[i].person_id &&
		    !casework_member_add(cw, *family, &person, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f))
			return false;
		ids[i] = r->children[i].person_id ? r->children[i].person_id : person.id;
	}
	*children = ids;
	return true;
}

static bool keep_enquiry(struct taking *t, struct fault *f)
{
	struct store *s = t->cw->store;
	struct enquiry enquiry = {.family_id = t->family,
				  .strategy_on = t->request->strategy_on,
				  .conference_required = ANSWER_YES,
				  .source = t->request->source};

	if (!request_has_discussion(t->request->type))
		return true;
	if (t->enquiry) {
		if (!enquiry_by_id(s, t->enquiry, t->mem, &enquiry, f))
			return false;
		enquiry.conference_required = ANSWER_YES;
		if (!enquiry_save(s, &enquiry, f))
			return false;
	} else if (!enquiry_insert(s, &enquiry, f))
		return false;
	t->enquiry = enquiry.id;
	for (size_t i = 0; i < t->request->child_count; i++)
		if (!enquiry_child_insert(s, enquiry.id, t->children[i], f))
			return false;
	return deadline_set(t->cw, RULE_ICPC,
			    &(struct deadline_subject){SUBJECT_ENQUIRY, enquiry.id, t->family, t->children,
						       t->request->child_count},
			    enquiry.strategy_on, f);
}

static bool tidy_texts(struct conference *c, struct arena *mem, struct fault *f)
{
	return words_tidy(&c->reason, "reason", true, mem, f) &&
	       words_tidy(&c->social_worker, "social_worker", false, mem, f) &&
	       words_tidy(&c->interpreter, "interpreter", false, mem, f) &&
	       words_tidy(&c->signing, "signing", false, mem, f) && words_tidy(&c->access, "access", false, mem, f) &&
	       words_tidy(&c->sittings, "sittings", false, mem, f) && words_tidy(&c->avoid, "avoid", false, mem, f);
}

static bool fill_conference(struct taking *t, struct fault *f)
{
	const struct request *r = t->request;
	struct conference last;

	if (!conference_last_held(t->cw->store, t->family, casework_today(t->cw), t->mem, &last, f))
		return false;
	t->conference = (struct conference){
		.family_id = t->family,
		.enquiry_id = t->enquiry,
		.earlier_id = r->type != CONFERENCE_REVIEW ? 0
			      : r->decided_at              ? r->decided_at
							   : last.id,
		.type = r->type,
		.state = STATE_REQUESTED,
		.source = r->source,
		.policy = work_policy_name(t->cw),
		.requested_on = casework_today(t->cw),
		.transfer_notified_on = r->transfer_notified_on,
		.transfer_referred_on = r->transfer_referred_on,
		.transfer_accepted_on = r->transfer_accepted_on,
		.transfer_moved_on = r->transfer_moved_on,
		.reason = given(r->reason),
		.social_worker = given(r->social_worker),
		.social_worker_id = r->social_worker_id,
		.interpreter = given(r->interpreter),
		.signing = given(r->signing),
		.access = given(r->access),
		.sittings = given(r->sittings),
		.avoid = given(r->avoid),
		.held_on = DAY_NONE,
		.starts = -1,
		.minutes = -1,
		.chair = "",
		.room = "",
		.minute_taker = "",
		.place = "",
		.late_reason = "",
		.late_agreed_by = "",
	};
	if (r->type != CONFERENCE_TRANSFER_IN)
		t->conference.transfer_notified_on = t->conference.transfer_referred_on =
			t->conference.transfer_accepted_on = t->conference.transfer_moved_on = DAY_NONE;
	return tidy_texts(&t->conference, t->mem, f) &&
	       social_worker_settle(t->cw, &t->conference.social_worker, &t->conference.social_worker_id, t->mem, f) &&
	       store_next_reference(t->cw->store, "C", 4, t->mem, &t->conference.reference, f);
}

/* The limit of a transfer-in that was cancelled goes on as this one's. */
static bool asked_again(struct taking *t, struct fault *f)
{
	struct conference_list all;

	if (!conferences_of_family(t->cw->store, t->family, t->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].type == CONFERENCE_TRANSFER_IN && all.items[i].state == STATE_CANCELLED &&
		    !deadline_withdraw(t->cw, RULE_TRANSFER_IN, SUBJECT_CONFERENCE, all.items[i].id, "asked for again",
				       f))
			return false;
	return true;
}

/* The limits that are the conference's own. An enquiry's and a plan's are theirs, whatever becomes of the conference.
 */
static bool own_limits(struct taking *t, struct fault *f)
{
	const struct deadline_subject subject = {SUBJECT_CONFERENCE, t->conference.id, t->family, t->children,
						 t->request->child_count};

	if (t->request->type == CONFERENCE_TRANSFER_IN)
		return asked_again(t, f) &&
		       transfer_gets_conference(t->cw, &t->conference, t->children, t->request->child_count, t->mem,
						f) &&
		       deadline_set(t->cw, RULE_TRANSFER_IN, &subject,
				    request_transfer_day(casework_policy(t->cw), t->request), f);
	return t->request->type != CONFERENCE_PRE_BIRTH || deadline_of_pre_birth(t->cw, &t->conference, t->mem, f);
}

static bool keep_conference(struct taking *t, struct fault *f)
{
	const struct change_words words = {.step = "request",
					   .from = STATE_REQUESTED,
					   .from_slot = "",
					   .to_slot = "",
					   .reason = t->conference.reason};

	if (!fill_conference(t, f) || !conference_insert(t->cw->store, &t->conference, f))
		return false;
	for (size_t i = 0; i < t->request->child_count; i++)
		if (!conference_child_insert(t->cw->store, t->conference.id, t->children[i], f))
			return false;
	return conference_note_change(t->cw, &t->conference, &words, f) && own_limits(t, f);
}

bool request_warnings_are_read(struct casework *cw, const struct request *r, struct arena *mem, struct fault *f)
{
	const char *words;

	if (r->accept_warnings)
		return true;
	if (!request_warnings_read(cw, r, mem, &words, f))
		return false;
	return !*words || fault_field(f, "accept_warnings", "%.*s Change the request, or take it all the same.",
				      (int)strcspn(words, "\n"), words);
}

static bool keep_request(struct taking *t, struct fault *f)
{
	return request_people_keep(t->cw, t->request, t->mem, &t->family, &t->children, f) && keep_enquiry(t, f) &&
	       keep_conference(t, f);
}

/* Takes it and takes it back: the fault of the first thing that taking it would refuse. */
static bool can_be_taken(struct casework *cw, const struct request *request, struct arena *mem, struct fault *f)
{
	struct taking t = {.cw = cw, .request = request, .mem = mem};
	bool ok;

	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = request_check(cw, request, mem, &t.enquiry, f) && keep_request(&t, f);
	work_undo(cw);
	return ok;
}

/* A question about a request that cannot be taken would be answered in vain. */
bool casework_request_warnings(struct casework *cw, const struct request *request, struct arena *mem, const char **out,
			       struct fault *f)
{
	*out = "";
	return can_be_taken(cw, request, mem, f) && request_warnings_read(cw, request, mem, out, f);
}

bool casework_request_take(struct casework *cw, const struct request *request, struct arena *mem,
			   const char **reference, int64_t *conference, struct fault *f)
{
	struct taking t = {.cw = cw, .request = request, .mem = mem};

	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	if (!request_check(cw, request, mem, &t.enquiry, f) || !request_warnings_are_read(cw, request, mem, f) ||
	    !keep_request(&t, f))
		return work_undo(cw);
	if (!work_end(cw, f, "request.take", SUBJECT_CONFERENCE, t.conference.id, t.family, "%s: %s, %zu children",
		      t.conference.reference, conference_type_brief(request->type), request->child_count))
		return false;
	*reference = t.conference.reference;
	*conference = t.conference.id;
	return true;
}

static bool correct_in(struct casework *cw, struct enquiry *e, int64_t version, day_number strategy_on,
		       struct arena *mem, struct fault *f)
{
	struct person_list children;
	struct deadline_row row;
	struct deadline_subject subject = {SUBJECT_ENQUIRY, e->id, e->family_id, NULL, 0};

	if (e->version != version)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this enquiry since you opened it. Look at it again, then make "
				 "your change.");
	e->strategy_on = strategy_on;
	if (!enquiry_save(cw->store, e, f) || !enquiry_children(cw->store, e->id, mem, &children, f) ||
	    !deadline_open_one(cw->store, RULE_ICPC, SUBJECT_ENQUIRY, e->id, mem, &row, f))
		return false;
	return !row.id || deadline_set(cw, RULE_ICPC, &subject, strategy_on, f);
}

bool casework_enquiry_correct(struct casework *cw, int64_t enquiry, int64_t version, day_number strategy_on,
			      const char *reason, struct fault *f)
{
	struct arena mem = {0};
	struct enquiry e;
	char before[DATE_TEXT_ROOM], after[DATE_TEXT_ROOM];
	bool may = false, ok;

	if (!given(reason)[strspn(given(reason), " \t\n")])
		return fault_field(f, "reason",
				   "Say why the date of the discussion is changed: it moves a legal limit.");
	if (strategy_on == DAY_NONE || strategy_on > casework_today(cw))
		return fault_field(f, "strategy_on",
				   "Enter the day the strategy discussion took place, not later than today.");
	if (!work_begin(cw, ACTION_TAKE_REQUESTS, f))
		return false;
	ok = enquiry_by_id(cw->store, enquiry, &mem, &e, f) && work_may_see_family(cw, e.family_id, &may, f) &&
	     (may ||
	      fault_set(f, FAULT_NOT_FOUND, "This enquiry is not in the case file any more. Find the family again."));
	if (ok)
		date_to_iso(e.strategy_on, before);
	ok = ok && correct_in(cw, &e, version, strategy_on, &mem, f);
	ok = ok ? work_end(cw, f, "enquiry.correct", SUBJECT_ENQUIRY, enquiry, e.family_id,
			   "strategy discussion %s, was %s: %s", date_to_iso(strategy_on, after), before, reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_enquiry(struct casework *cw, int64_t id, struct arena *mem, struct enquiry *out,
		      struct person_list *children, struct fault *f)
{
	bool may = false;

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!enquiry_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f) ||
	    !enquiry_children(cw->store, id, mem, children, f))
		return look_undo(cw);
	if (!may) {
		look_undo(cw);
		return fault_set(f, FAULT_NOT_FOUND,
				 "This enquiry is not in the case file any more. Find the family again.");
	}
	return look_end(cw, f, "enquiry.look", SUBJECT_ENQUIRY, id, out->family_id, "%zu children", children->count);
}
