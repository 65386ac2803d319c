/* What refuses a request: each rule of practice in one place, with the field it is about. */
#include "request_check.h"

#include "domain/plan_list.h"
#include "people_keeping.h"

#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/view_store.h"

bool request_has_discussion(enum conference_type type)
{
	return type == CONFERENCE_INITIAL || type == CONFERENCE_PRE_BIRTH;
}

day_number request_transfer_day(const struct policy *policy, const struct request *request)
{
	switch (policy->transfer_start) {
	case TRANSFER_REFERRAL_RECEIVED: return request->transfer_referred_on;
	case TRANSFER_REFERRAL_ACCEPTED: return request->transfer_accepted_on;
	case TRANSFER_MOVE_NOTIFIED: return request->transfer_moved_on;
	default: return request->transfer_notified_on;
	}
}

const char *request_child_name(struct casework *cw, const struct request_child *child, struct arena *mem)
{
	char name[NAME_ROOM];
	struct person known;

	if (!child->person_id)
		return arena_text(mem, person_full_name(&child->person, name));
	return people_may_see_person(cw, child->person_id, NULL) &&
			       person_by_id(cw->store, child->person_id, mem, &known, NULL)
		       ? arena_text(mem, person_full_name(&known, name))
		       : "This child";
}

static bool check_past(struct casework *cw, const char *field, const char *what, day_number day, struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	if (day == DAY_NONE || day <= casework_today(cw))
		return true;
	return fault_field(f, field, "%s on %s is in the future: enter the day it took place.", what,
			   date_medium(day, words));
}

/* The days on which something was done to the family's transfer are past. The move itself may be planned, unless it is
 * what the clock counts from. */
static bool check_transfer(struct casework *cw, const struct request *r, struct fault *f)
{
	const enum transfer_start start = casework_policy(cw)->transfer_start;
	const struct {
		enum transfer_start starts;
		const char *field, *what, *ask;
		day_number day;
	} events[] = {
		{TRANSFER_NOTICE_WRITTEN, "transfer_notified_on", "The written notice", "the written notice",
		 r->transfer_notified_on},
		{TRANSFER_REFERRAL_RECEIVED, "transfer_referred_on", "The receipt of the referral",
		 "the referral received", r->transfer_referred_on},
		{TRANSFER_REFERRAL_ACCEPTED, "transfer_accepted_on", "The acceptance of the referral",
		 "the referral accepted", r->transfer_accepted_on},
		{TRANSFER_MOVE_NOTIFIED, "transfer_moved_on", "The move", "the move notified", r->transfer_moved_on},
	};

	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		bool is_start = events[i].starts == start;

		if ((is_start || events[i].starts != TRANSFER_MOVE_NOTIFIED) &&
		    !check_past(cw, events[i].field, events[i].what, events[i].day, f))
			return false;
		if (is_start && events[i].day == DAY_NONE)
			return fault_field(f, events[i].field,
					   "Enter the day of %s: this authority counts a transfer-in conference from "
					   "it.",
					   events[i].ask);
	}
	return true;
}

static bool check_dates(struct casework *cw, const struct request *r, struct fault *f)
{
	if (r->type == CONFERENCE_TRANSFER_IN)
		return check_transfer(cw, r, f);
	if (!request_has_discussion(r->type))
		return true;
	if (r->strategy_on == DAY_NONE && !r->enquiry_id)
		return fault_field(f, "strategy_on", "Enter the date of the strategy discussion: it starts the clock.");
	return check_past(cw, "strategy_on", "A strategy discussion", r->strategy_on, f);
}

/* A child belongs to one family only. */
static bool check_family(struct casework *cw, const struct request *r, const struct request_child *child,
			 struct arena *mem, struct fault *f)
{
	struct family family;
	struct fault none = {0};
	bool may;

	if (!family_of_child(cw->store, child->person_id, mem, &family, &none)) {
		if (none.code != FAULT_NOT_FOUND) {
			if (f)
				*f = none;
			return false;
		}
		return fault_field(f, "children",
				   "%s is in the case file, but not as a child of a family. Add the child to the "
				   "family first.",
				   request_child_name(cw, child, mem));
	}
	if (!work_may_see_family(cw, family.id, &may, f))
		return false;
	if (family.id == r->family_id && may)
		return true;
	return fault_field(f, "children",
			   "%s is a child of %s, and a child is in one family only. Take the request for that family.",
			   request_child_name(cw, child, mem), may ? family.reference : "another family");
}

static bool check_not_waiting(struct casework *cw, const struct request *r, const struct request_child *child,
			      struct arena *mem, struct fault *f)
{
	struct conference_list list;

	if (!conferences_of_person(cw->store, child->person_id, mem, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct conference *c = &list.items[i];

		if ((!conference_state_is_to_be_held(c->state) && c->state != STATE_IN_PROGRESS) ||
		    c->id == r->decided_at ||
		    conference_type_is_initial(c->type) != conference_type_is_initial(r->type))
			continue;
		return fault_field(f, "children", "%s already waits for a conference, %s (%s): %s.%s",
				   request_child_name(cw, child, mem), c->reference, conference_state_label(c->state),
				   c->held_on == DAY_NONE ? "book that one" : "go on with that one",
				   request_has_discussion(r->type) ? " A second request does not restart the clock."
								   : "");
	}
	return true;
}

static bool is_of_enquiry(struct casework *cw, int64_t enquiry, int64_t child, struct arena *mem, bool *out,
			  struct fault *f)
{
	struct person_list children;

	*out = false;
	if (!enquiry_children(cw->store, enquiry, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++)
		*out = *out || children.items[i].id == child;
	return true;
}

/* Of the same discussion, but no limit is open: its conference was held, or was thought not to be needed and now is. */
static bool check_settled_enquiry(struct casework *cw, const struct request_child *child, const struct enquiry *settled,
				  int64_t *answered, struct arena *mem, struct fault *f)
{
	struct conference_list list;
	char day[DATE_TEXT_ROOM];

	if (!conferences_of_enquiry(cw->store, settled->id, mem, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (conference_state_is_held(list.items[i].state))
			return fault_field(f, "strategy_on",
					   "The conference of %s that followed this discussion was held on %s (%s). "
					   "Enter the date of "
					   "the new discussion.",
					   request_child_name(cw, child, mem), date_medium(list.items[i].held_on, day),
					   list.items[i].reference);
	*answered = settled->id;
	return true;
}

/* An enquiry that waits for its conference is answered, never doubled by a later discussion. */
static bool check_enquiry(struct casework *cw, const struct request *r, const struct request_child *child,
			  const struct enquiry *waiting, int64_t *answered, struct arena *mem, struct fault *f)
{
	char day[DATE_TEXT_ROOM];
	struct deadline_row row;
	bool is_of,
		is_same = waiting->id == r->enquiry_id || (waiting->strategy_on == r->strategy_on && !r->enquiry_id);

	if (!deadline_open_one(cw->store, RULE_ICPC, SUBJECT_ENQUIRY, waiting->id, mem, &row, f) ||
	    !is_of_enquiry(cw, waiting->id, child->person_id, mem, &is_of, f))
		return false;
	if (!row.id)
		return !is_same || !is_of || check_settled_enquiry(cw, child, waiting, answered, mem, f);
	if (is_same) {
		*answered = waiting->id;
		return true;
	}
	return !is_of ||
	       fault_field(
		       f, "strategy_on",
		       "%s already waits for a conference since the strategy discussion on %s. Take the request for "
		       "that one: a later discussion does not restart the clock.",
		       request_child_name(cw, child, mem), date_medium(waiting->strategy_on, day));
}

static bool is_put_on_plan(struct casework *cw, const struct request *r, int64_t child, struct arena *mem, bool *out,
			   struct fault *f)
{
	struct child_decision_list decisions;

	*out = false;
	if (!r->decided_at)
		return true;
	if (!child_decisions_of(cw->store, r->decided_at, mem, &decisions, f))
		return false;
	for (size_t i = 0; i < decisions.count; i++)
		if (decisions.items[i].person_id == child)
			*out = outcome_makes_plan(decisions.items[i].outcome);
	return true;
}

static bool check_has_plan(struct casework *cw, const struct request *r, const struct request_child *child,
			   struct arena *mem, struct fault *f)
{
	struct plan_list plans;
	bool will_have;

	if (!plans_of_person(cw->store, child->person_id, mem, &plans, f) ||
	    !is_put_on_plan(cw, r, child->person_id, mem, &will_have, f))
		return false;
	if (will_have || plan_of_ours(&plans, child->person_id))
		return true;
	if (plans.count && plans.items[0].ended_on == DAY_NONE) /* an open one comes first */
		return fault_field(f, "children",
				   "%s is on the plan of another authority, which holds its reviews. Leave the child "
				   "out, or choose another type.",
				   request_child_name(cw, child, mem));
	return fault_field(f, "children",
			   "%s is not on a plan, so there is nothing to review. Leave the child out, or choose "
			   "another type.",
			   request_child_name(cw, child, mem));
}

static bool check_known_child(struct casework *cw, const struct request *r, const struct request_child *child,
			      int64_t *enquiry, struct arena *mem, struct fault *f)
{
	struct enquiry_list enquiries;

	if (!check_family(cw, r, child, mem, f) || !check_not_waiting(cw, r, child, mem, f))
		return false;
	if (request_has_discussion(r->type)) {
		if (!enquiries_of_family(cw->store, r->family_id, mem, &enquiries, f))
			return false;
		for (size_t i = 0; i < enquiries.count; i++)
			if (!check_enquiry(cw, r, child, &enquiries.items[i], enquiry, mem, f))
				return false;
	}
	return r->type != CONFERENCE_REVIEW || check_has_plan(cw, r, child, mem, f);
}

static bool check_new_child(struct casework *cw, const struct request *r, const struct request_child *child,
			    struct arena *mem, struct fault *f)
{
	const struct person *p = &child->person;

	if (r->type == CONFERENCE_REVIEW)
		return fault_field(f, "children",
				   "A child who is new to the case file has no plan to review. Choose another type.");
	if (p->born_on == DAY_NONE && p->expected_on == DAY_NONE)
		return fault_field(f, "children", "Enter the birth date of %s, or the expected date while unborn.",
				   request_child_name(cw, child, mem));
	return true;
}

static bool is_unborn(struct casework *cw, const struct request_child *child, struct arena *mem, bool *out,
		      struct fault *f)
{
	struct person known = child->person;

	if (child->person_id && !person_by_id(cw->store, child->person_id, mem, &known, f))
		return false;
	*out = person_is_unborn(&known);
	return true;
}

static bool check_children(struct casework *cw, const struct request *r, int64_t *enquiry, struct arena *mem,
			   struct fault *f)
{
	bool any_unborn = false;

	if (r->child_count == 0)
		return fault_field(f, "children", "Choose at least one child: a conference decides for each child.");
	for (size_t i = 0; i < r->child_count; i++) {
		const struct request_child *child = &r->children[i];
		bool unborn;

		for (size_t k = 0; child->person_id && k < i; k++)
			if (r->children[k].person_id == child->person_id)
				return fault_field(f, "children", "%s is named twice: take one out.",
						   request_child_name(cw, child, mem));
		if (!(child->person_id ? check_known_child(cw, r, child, enquiry, mem, f)
				       : check_new_child(cw, r, child, mem, f)) ||
		    !is_unborn(cw, child, mem, &unborn, f))
			return false;
		any_unborn = any_unborn || unborn;
	}
	return any_unborn || r->type != CONFERENCE_PRE_BIRTH ||
	       fault_field(f, "children",
			   "A pre-birth conference is about an unborn child: enter the expected date, or choose "
			   "an initial conference.");
}

/* The enquiry named must be this family's, still wait, and be of the day that was typed. */
static bool check_named_enquiry(struct casework *cw, const struct request *r, struct arena *mem, struct fault *f)
{
	struct enquiry named;
	char day[DATE_TEXT_ROOM];

	if (!r->enquiry_id || !request_has_discussion(r->type))
		return true;
	if (!enquiry_by_id(cw->store, r->enquiry_id, mem, &named, f))
		return false;
	if (named.family_id != r->family_id)
		return fault_field(f, "strategy_on",
				   "That enquiry is about another family. Choose the family it belongs to.");
	return r->strategy_on == DAY_NONE || r->strategy_on == named.strategy_on ||
	       fault_field(f, "strategy_on",
			   "The strategy discussion of this enquiry was on %s. If that is wrong, correct it on the "
			   "enquiry, with a "
			   "reason.",
			   date_medium(named.strategy_on, day));
}

static bool check_deciding(struct casework *cw, const struct request *r, struct arena *mem, struct fault *f)
{
	struct conference deciding;

	if (!r->decided_at)
		return true;
	if (!conference_by_id(cw->store, r->decided_at, mem, &deciding, f))
		return false;
	return (r->type == CONFERENCE_REVIEW && deciding.family_id == r->family_id &&
		deciding.state == STATE_IN_PROGRESS) ||
	       fault_set(f, FAULT_REFUSED, "%s is not being held, so no review can be asked for at it.",
			 deciding.reference);
}

static bool check_family_seen(struct casework *cw, const struct request *r, struct fault *f)
{
	bool may = true;

	if (r->family_id && !work_may_see_family(cw, r->family_id, &may, f))
		return false;
	return may || fault_field(f, "family", "This family is not in the case file. Find it again by name.");
}

bool request_people_check(struct casework *cw, const struct request *request, struct arena *mem, struct fault *f)
{
	int64_t enquiry = 0;

	return check_family_seen(cw, request, f) && check_children(cw, request, &enquiry, mem, f);
}

bool request_check(struct casework *cw, const struct request *r, struct arena *mem, int64_t *enquiry, struct fault *f)
{
	*enquiry = 0;
	if ((unsigned)r->type > CONFERENCE_REVIEW)
		return fault_field(f, "type",
				   "A %s is arranged from the conference it follows. Choose another type here.",
				   conference_type_label(r->type));
	if (!check_family_seen(cw, r, f) || !check_dates(cw, r, f) || !check_named_enquiry(cw, r, mem, f) ||
	    !check_deciding(cw, r, mem, f) || !check_children(cw, r, enquiry, mem, f))
		return false;
	if (r->enquiry_id && request_has_discussion(r->type))
		*enquiry = r->enquiry_id;
	return true;
}
