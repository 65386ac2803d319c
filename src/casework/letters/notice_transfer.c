/* The notices of a move between authorities: to the other authority that children moved there, or that we take over
 * from it; to health and education that a child of another authority's plan lives here for a time. */
#include "letter/press.h"
#include "letter_facts_inside.h"
#include "notice_inside.h"
#include "plan_notice.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/transfer_store.h"

#include <string.h>

static const struct transfer *transfer_in(const struct notice_case *c)
{
	return c->own;
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return transfer_by_reference(cw->store, reference, id, f);
}

static bool read(struct notice_case *c, struct fault *f)
{
	struct transfer *t = arena_alloc(c->mem, sizeof *t);

	if (!t)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	if (!transfer_by_id(c->cw->store, c->id, c->mem, t, f) ||
	    (t->conference_id && !conference_by_id(c->cw->store, t->conference_id, c->mem, &c->conference, f)))
		return false;
	c->own = t;
	c->family_id = t->family_id;
	c->reference = t->reference;
	c->when = arena_printf(c->mem, "%s %s", t->direction == TRANSFER_OUT ? "to" : "from", t->authority);
	return true;
}

/* --- Whether there is anything to write --- */

static bool is_open(const struct transfer *t, struct fault *f)
{
	return t->state == TRANSFER_OPEN ||
	       fault_set(f, FAULT_REFUSED, "%s is over: %s.", t->reference, transfer_state_label(t->state));
}

static bool moves_away(const struct notice_case *c, struct fault *f)
{
	const struct transfer *t = transfer_in(c);

	return t->direction == TRANSFER_OUT
		       ? is_open(t, f)
		       : fault_set(f, FAULT_REFUSED, "They move here: %s gave the notice.", t->authority);
}

static bool is_accepted(const struct notice_case *c, struct fault *f)
{
	const struct transfer *t = transfer_in(c);

	if (t->direction != TRANSFER_IN)
		return fault_set(f, FAULT_REFUSED, "They move away: it is for %s to accept it.", t->authority);
	return t->accepted_on == DAY_NONE
		       ? fault_set(f, FAULT_REFUSED, "It is not accepted yet: Accepted, by s on the list of moves.")
		       : is_open(t, f);
}

static bool is_temporary(const struct notice_case *c, struct fault *f)
{
	const struct transfer *t = transfer_in(c);

	return t->direction == TRANSFER_IN && t->stay == TRANSFER_STAY_FOR_A_TIME
		       ? is_open(t, f)
		       : fault_set(f, FAULT_REFUSED, "Only of children who are here for a time.");
}

/* --- Who --- */

/* "R. Shaw, duty team, duty@ashcombe.example": where it goes to; "" by hand. */
static const char *mail_of(const char *contact, struct arena *mem)
{
	static const char between[] = " \t,;<>()";

	for (const char *at = contact + strspn(contact, between); *at; at += strspn(at, between)) {
		size_t bytes = strcspn(at, between);
		const char *word = arena_printf(mem, "%.*s", (int)bytes, at);

		if (mail_address_is_good(word))
			return word;
		at += bytes;
	}
	return "";
}

static bool other_authority(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct transfer *t = transfer_in(c);
	const char *name = *t->contact ? t->contact : t->authority;

	if (!notice_reader_colleague(c, name, "", mail_of(t->contact, c->mem), out, f))
		return false;
	if (!*out->items[out->count - 1].shown_agency)
		out->items[out->count - 1].shown_agency = t->authority;
	return true;
}

/* One of each for the whole area; the child's own school and doctor are told by whoever knows them. */
static bool health_and_education(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	static const char *const told[] = {"child health", "education welfare"};

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		struct invitee one;
		bool found;

		if (!plan_notice_contact(c->cw, told[i], c->mem, &one, &found, f) ||
		    (found && !notice_reader_contact(c, one.contact_id, out, f)))
			return false;
	}
	return out->count > 0 || fault_set(f, FAULT_REFUSED,
					   "The directory has no contact for child health or education welfare: add "
					   "one first (:directory).");
}

/* --- What stands in it --- */

static bool say_children(const struct notice_case *c, struct facts_work *w)
{
	const struct transfer *t = transfer_in(c);
	struct transfer_child_list children;

	if (!transfer_children(c->cw->store, c->id, c->mem, &children, w->f))
		return false;
	for (size_t i = 0; i < children.count; i++) {
		struct letter_row *row;
		struct plan_list plans;
		struct person child;

		if (!person_by_id(c->cw->store, children.items[i], c->mem, &child, w->f) ||
		    !plans_of_person(c->cw->store, child.id, c->mem, &plans, w->f))
			return false;
		row = facts_notice(w, &child, "",
				   plans.count && plans.items[0].ended_on == DAY_NONE ? plans.items[0].started_on
										      : DAY_NONE);
		if (!row)
			return false;
		if (plans.count && plans.items[0].ended_on == DAY_NONE)
			row->fields[LETTER_FIELD_NOTICE_CATEGORY] = facts_category_words(
				w, plans.items[0].category_latest);
		row->fields[LETTER_FIELD_NOTICE_ADDRESS] = *t->address ? "" : row->fields[LETTER_FIELD_NOTICE_ADDRESS];
	}
	return true;
}

/* Of one who moves away: as the family's latest conference has it. */
static bool say_social_worker(const struct notice_case *c, struct facts_work *w)
{
	struct conference_list all;

	if (transfer_in(c)->direction != TRANSFER_OUT)
		return true;
	if (!conferences_of_family(c->cw->store, c->family_id, c->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (*all.items[i].social_worker) {
			facts_say(w, LETTER_FIELD_CONFERENCE_SOCIAL_WORKER, all.items[i].social_worker);
			break;
		}
	return true;
}

static bool say(const struct notice_case *c, struct facts_work *w)
{
	const struct transfer *t = transfer_in(c);

	facts_say(w, LETTER_FIELD_MOVE_REFERENCE, t->reference);
	facts_say(w, LETTER_FIELD_MOVE_AUTHORITY, t->authority);
	facts_say_day(w, LETTER_FIELD_MOVE_NOTICE, t->notified_on);
	if (t->moved_on != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_MOVE_DAY, t->moved_on);
	if (t->stay == TRANSFER_STAY_FOR_A_TIME && t->until_on != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_MOVE_UNTIL, t->until_on);
	if (t->accepted_on != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_MOVE_ACCEPTED, t->accepted_on);
	facts_say_yes(w, LETTER_FIELD_MOVE_FOR_A_TIME, t->stay == TRANSFER_STAY_FOR_A_TIME);
	/* by its own days, not by today's: a letter must say the same on the day it leaves */
	facts_say_yes(w, LETTER_FIELD_MOVE_IS_SHORT, t->until_on != DAY_NONE && transfer_is_short(t, t->until_on));
	if (*t->address)
		facts_say(w, LETTER_FIELD_MOVE_ADDRESS,
			  *t->kept_from || kept_home_is_told_by(&w->kept_homes, t->address, w->mem) ? KEPT_CONFIDENTIAL
												    : t->address);
	return say_social_worker(c, w) && say_children(c, w);
}

const struct notice_kind notice_transfer_told = {
	.find = find, .read = read, .ready = moves_away, .readers = other_authority, .say = say};
const struct notice_kind notice_transfer_accepted = {
	.find = find, .read = read, .ready = is_accepted, .readers = other_authority, .say = say};
const struct notice_kind notice_temporary_resident = {
	.find = find, .read = read, .ready = is_temporary, .readers = health_and_education, .say = say};
