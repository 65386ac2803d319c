/* The notices of a plan that ends outside a review: to agencies that it is asked for and that it has ended, to the
 * parents and a child who is old enough that it has ended. Of a death nothing is written to the family. */
#include "letter_facts_inside.h"
#include "notice_inside.h"
#include "plan_ends_inside.h"
#include "plan_notice.h"
#include "store/core_group_store.h"
#include "store/plan_ending_store.h"

static const struct plan_ends *ends_in(const struct notice_case *c)
{
	return c->own;
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return plan_ending_by_reference(cw->store, reference, id, f);
}

static bool read(struct notice_case *c, struct fault *f)
{
	struct plan_ends *ends = arena_alloc(c->mem, sizeof *ends);
	char day[DATE_TEXT_ROOM];

	if (!ends)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	*ends = (struct plan_ends){.names = ""};
	if (!plan_ending_by_id(c->cw->store, c->id, c->mem, &ends->ending, f) ||
	    !plan_ending_plans(c->cw->store, c->id, c->mem, &ends->plans, f) || !plan_ends_of(c->cw, ends, c->mem, f))
		return false;
	c->own = ends;
	c->family_id = ends->ending.family_id;
	c->reference = ends->ending.reference;
	c->when = ends->ending.on == DAY_NONE ? "its end is asked for"
					      : arena_printf(c->mem, "plan ended %s", date_short(ends->ending.on, day));
	return true;
}

/* --- Whether there is anything to write --- */

static bool has_ended(const struct notice_case *c, struct fault *f)
{
	const struct plan_ending *e = &ends_in(c)->ending;

	return e->state == PLAN_ENDING_ENDED || fault_set(f, FAULT_REFUSED, "%s is %s: the plan has not ended by it.",
							  e->reference, plan_ending_state_label(e->state));
}

static bool is_for_family(const struct notice_case *c, struct fault *f)
{
	const struct plan_ending *e = &ends_in(c)->ending;

	if (e->reason == PLAN_END_DIED)
		return fault_set(f, FAULT_REFUSED,
				 "Nothing is written to the family from here: the social worker speaks to them.");
	return plan_ending_rule_of(e->reason)->family_is_written
		       ? has_ended(c, f)
		       : fault_set(f, FAULT_REFUSED, "The family gets no letter where the plan was %s.",
				   plan_end_reason_label(e->reason));
}

static bool may_be_objected(const struct notice_case *c, struct fault *f)
{
	const struct plan_ending *e = &ends_in(c)->ending;

	if (e->state == PLAN_ENDING_ASKED)
		return fault_set(f, FAULT_REFUSED,
				 "Say first until when the agencies may object: Agencies told, by s.");
	return e->state == PLAN_ENDING_TOLD || fault_set(f, FAULT_REFUSED, "%s is %s: nobody objects any more.",
							 e->reference, plan_ending_state_label(e->state));
}

/* --- Who --- */

static bool is_parent(const struct member *one)
{
	return one->relationship == RELATIONSHIP_MOTHER || one->relationship == RELATIONSHIP_FATHER ||
	       (one->relationship != RELATIONSHIP_CHILD && one->parental_responsibility == ANSWER_YES);
}

/* A parent of one of these children, or one of them who is old enough to be written to. */
static bool is_reader(const struct notice_case *c, const struct parent_of_list *said, const struct member *one)
{
	const struct plan_ends *ends = ends_in(c);
	int from = casework_policy(c->cw)->child_encourage_age;

	if (one->person.died_on != DAY_NONE)
		return false;
	for (size_t i = 0; i < ends->plans.count; i++) {
		const struct person *child = &ends->children[i];

		if (one->person_id == child->id)
			return child->born_on != DAY_NONE && date_age(child->born_on, casework_today(c->cw)) >= from;
		if (is_parent(one) && parent_of_may_read(said, one->person_id, one->relationship, child->id))
			return true;
	}
	return false;
}

static bool family(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	struct parent_of_list said;
	struct member_list members;

	if (!parents_of_family(c->cw->store, c->family_id, c->mem, &said, f) ||
	    !members_of_family(c->cw->store, c->family_id, c->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (is_reader(c, &said, &members.items[i]) &&
		    !notice_reader_person(c, members.items[i].person_id, out, f))
			return false;
	return true;
}

static bool is_among(const struct invitee_list *list, int64_t contact)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].contact_id == contact)
			return true;
	return false;
}

/* Those of the core group; whoever left it before is told no more. */
static bool core_group_agencies(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	struct core_group_list groups;

	if (!core_groups_of_family(c->cw->store, c->family_id, c->mem, &groups, f))
		return false;
	for (size_t i = 0; i < groups.count; i++) {
		struct core_group_member_list members;

		if (!core_group_members_of(c->cw->store, groups.items[i].id, c->mem, &members, f))
			return false;
		for (size_t k = 0; k < members.count; k++) {
			const struct core_group_member *one = &members.items[k];

			if (one->contact_id && one->until == DAY_NONE && !is_among(out, one->contact_id) &&
			    !notice_reader_contact(c, one->contact_id, out, f))
				return false;
		}
	}
	return true;
}

/* And the agencies that are told of every plan. */
static bool agencies(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	struct invitee_list others;

	if (!core_group_agencies(c, out, f) || !plan_notice_others(c->cw, out, c->mem, &others, f))
		return false;
	for (size_t i = 0; i < others.count; i++)
		if (!is_among(out, others.items[i].contact_id) &&
		    !notice_reader_contact(c, others.items[i].contact_id, out, f))
			return false;
	return true;
}

/* --- What stands in it --- */

/* Where a child lives now is told to nobody in a family in which a home is kept from somebody. */
static const char *because(const struct notice_case *c, const struct facts_work *w)
{
	bool is_kept = w->kept_homes.count > 0;

	switch (ends_in(c)->ending.reason) {
	case PLAN_END_EIGHTEEN: return "A child protection plan ends when a young person turns 18.";
	case PLAN_END_MOVED: return is_kept ? "" : "The authority of another area has held its own conference.";
	case PLAN_END_ABROAD: return is_kept ? "" : "We were told of a move abroad for good.";
	case PLAN_END_ORDER: return "A court has made an order, and help goes on under it.";
	case PLAN_END_LOOKED_AFTER: return "Being looked after has a care plan of its own, which takes its place.";
	case PLAN_END_EXECUTIVE: return "The head of service decided it, after every agency was asked.";
	default: return "";
	}
}

static bool say_ended(const struct notice_case *c, struct facts_work *w)
{
	const struct plan_ends *ends = ends_in(c);
	size_t known = 0;

	facts_say_day(w, LETTER_FIELD_PLAN_END_DAY, ends->ending.on);
	facts_say(w, LETTER_FIELD_PLAN_END_BECAUSE, because(c, w));
	for (size_t i = 0; i < ends->plans.count; i++) {
		known += facts_may_know_of(w, &ends->children[i]);
		if (!facts_child(w, &ends->children[i]))
			return false;
	}
	facts_say_yes(w, LETTER_FIELD_PLAN_END_SEVERAL, known > 1);
	return true;
}

static bool say_to_agency(const struct notice_case *c, struct facts_work *w)
{
	const struct plan_ends *ends = ends_in(c);
	const struct plan_ending *e = &ends->ending;
	const char *change = e->state == PLAN_ENDING_ENDED ? "child protection plan ended" : "its end is asked for";

	facts_say(w, LETTER_FIELD_PLAN_END_REASON, plan_end_reason_label(e->reason));
	facts_say(w, LETTER_FIELD_PLAN_END_WORDS, facts_words(w, e->words));
	facts_say_day(w, LETTER_FIELD_PLAN_END_ASKED, e->asked_on);
	if (e->object_by != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_PLAN_END_OBJECT_BY, e->object_by);
	for (size_t i = 0; i < ends->plans.count; i++) {
		struct letter_row *row = facts_notice(w, &ends->children[i], change, e->on);

		if (!row)
			return false;
		row->fields[LETTER_FIELD_NOTICE_CATEGORY] = facts_category_words(w,
										 ends->plans.items[i].category_latest);
	}
	return true;
}

const struct notice_kind notice_plan_end_asked = {
	.find = find, .read = read, .ready = may_be_objected, .readers = agencies, .say = say_to_agency};
const struct notice_kind notice_plan_ended = {
	.find = find, .read = read, .ready = is_for_family, .readers = family, .say = say_ended};
const struct notice_kind notice_plan_ended_agency = {
	.find = find, .read = read, .ready = has_ended, .readers = agencies, .say = say_to_agency};
