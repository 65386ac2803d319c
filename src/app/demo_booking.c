/* Requests and bookings of the invented officers, by the verbs that people use. */
#include "demo_desk.h"

#include "casework/booking.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/request.h"
#include "demo_directory.h"

#include <string.h>

static struct demo_random own_chance(const struct demo_world *world, const struct demo_case *one, uint64_t what)
{
	return demo_random_of(world->seed, DEMO_DESK, (what << 32) + (uint64_t)one->family.number);
}

/* --- Asking --- */

static bool family_id_of(struct casework *cw, const struct demo_case *one, int64_t *out, struct fault *f)
{
	enum found_kind kind;

	return casework_resolve(cw, one->family.reference, &kind, out, f);
}

/* The children the enquiry is about, by their LA child ids. */
static bool name_children(struct casework *cw, const struct demo_case *one, struct request *request,
			  struct request_child *children, bool *all_unborn, struct arena *mem, struct fault *f)
{
	struct member_list members;

	*all_unborn = true;
	if (!casework_members(cw, request->family_id, mem, &members, f))
		return false;
	for (size_t k = 0; k < members.count; k++)
		for (size_t i = 0; i < one->family.child_count; i++) {
			const struct person *p = &one->family.children[i].person;

			if (!(one->enquiry->children >> i & 1) ||
			    strcmp(p->la_child_id, members.items[k].person.la_child_id) != 0)
				continue;
			children[request->child_count++].person_id = members.items[k].person_id;
			*all_unborn = *all_unborn && p->expected_on != DAY_NONE;
		}
	request->children = children;
	return true;
}

static const char *reason_drawn(struct demo_random *random)
{
	static const char *const reasons[] = {
		"Police were called to the home three times this month; the children saw one of the assaults.",
		"A bruise that the explanation does not fit; seen by the school nurse and examined the same day.",
		"The children are often hungry and late, and the home has had no heating since the summer.",
		"A parent's drinking has become worse again and nobody else looks after the children at weekends.",
		"A health visitor could not weigh the baby for six weeks; the home was not safe when she was let in.",
		"A parent's mental health crisis; the oldest child has been caring for the younger ones.",
		"An older child said at school what happens at home when friends of the family visit.",
		"Concern about the birth: an earlier child was removed, and antenatal appointments were missed.",
	};

	return reasons[demo_between(random, 0, (int)(sizeof reasons / sizeof *reasons) - 1)];
}

static const char *avoid_drawn(struct demo_random *random)
{
	static const char *const wishes[] = {"not Tuesdays", "mornings only", "not before 10:00", "afternoons only",
					     "not Fridays"};

	return demo_chance(random, 220) ? wishes[demo_between(random, 0, 4)] : "";
}

static struct request blank_request(const struct demo_world *world, const struct demo_case *one, struct arena *mem)
{
	struct demo_random random = own_chance(world, one, 1);
	const struct demo_family *family = &one->family;

	return (struct request){
		.family_name = "",
		.type = CONFERENCE_INITIAL,
		.strategy_on = one->enquiry ? one->enquiry->strategy_on : DAY_NONE,
		.transfer_notified_on = DAY_NONE,
		.transfer_referred_on = DAY_NONE,
		.transfer_accepted_on = DAY_NONE,
		.transfer_moved_on = DAY_NONE,
		.reason = reason_drawn(&random),
		.social_worker = demo_social_worker(world, family->number, mem),
		.interpreter = family->needs_interpreter ? family->culture->language : "",
		.signing = demo_chance(&random, 15) ? "BSL" : "",
		.access = demo_chance(&random, 40) ? "step-free" : "",
		.sittings = family->is_kept_apart ? "domestic abuse" : "",
		.avoid = avoid_drawn(&random),
		.source = SOURCE_DEMO,
		.accept_warnings = true,
	};
}

static bool ask_initial(struct casework *cw, const struct demo_world *world, struct demo_case *one, struct arena *mem,
			struct fault *f)
{
	struct request request = blank_request(world, one, mem);
	struct request_child children[DEMO_CHILDREN] = {0};
	const char *reference;
	bool all_unborn;

	if (!family_id_of(cw, one, &request.family_id, f) ||
	    !name_children(cw, one, &request, children, &all_unborn, mem, f))
		return false;
	if (all_unborn)
		request.type = CONFERENCE_PRE_BIRTH;
	return casework_request_take(cw, &request, mem, &reference, &one->conference, f);
}

/* All children of the family who are on a plan: their reviews are held together. */
static bool ask_review(struct casework *cw, const struct demo_world *world, struct demo_case *one, struct arena *mem,
		       struct fault *f)
{
	struct request request = blank_request(world, one, mem);
	struct request_child children[DEMO_CHILDREN] = {0};
	struct family_page page;
	const char *reference;

	if (!family_id_of(cw, one, &request.family_id, f) ||
	    !casework_family_page(cw, request.family_id, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.plans.count && request.child_count < DEMO_CHILDREN; i++)
		if (page.plans.items[i].ended_on == DAY_NONE)
			children[request.child_count++].person_id = page.plans.items[i].person_id;
	if (request.child_count == 0)
		return true;
	request.type = CONFERENCE_REVIEW;
	request.reason = "Review of the plan.";
	request.children = children;
	return casework_request_take(cw, &request, mem, &reference, &one->conference, f);
}

/* --- Booking --- */

static bool is_past_limit(const struct booking_facts *facts, day_number day)
{
	return (facts->due != DAY_NONE && day > facts->due) || (facts->limit != DAY_NONE && day > facts->limit);
}

static const char *late_reason(struct demo_random *random)
{
	static const char *const reasons[] = {
		"No interpreter could be had earlier.",
		"The hospital's report was not ready; an interim safety plan is in place.",
		"The family moved within the borough and school staff could not attend before.",
		"A parent is in hospital until the week before.",
	};

	return reasons[demo_between(random, 0, 3)];
}

/* Proposals begin as early as can be; people spread over the day. A later start is kept when nothing stands in its way.
 */
static void spread(struct casework *cw, struct demo_random *random, struct booking *booking)
{
	const struct settings *settings = casework_settings(cw);
	struct booking later = *booking;
	struct fault why = {0};

	for (int tries = 0; tries < 3; tries++) {
		later.slot.starts = booking->slot.starts + 30 * demo_between(random, 0, 9);
		if (later.slot.starts + later.slot.minutes > settings->day_ends ||
		    !casework_booking_check(cw, &later, &why))
			continue;
		*booking = later;
		return;
	}
}

static struct booking booking_of(const struct demo_case *one, const struct booking_facts *facts,
				 const struct proposal *proposal, const struct withdrawal *why)
{
	return (struct booking){.conference_id = one->conference,
				.version = facts->conference.version,
				.slot = proposal->slot,
				.late_reason = "",
				.late_agreed_by = "",
				.reason = why ? why->reason : "",
				.agreed_by = why ? why->agreed_by : ""};
}

/* Takes the first slot that is free from a day on. Where there is none the conference stays unbooked. */
static bool take_slot(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number from,
		      const struct withdrawal *why, struct arena *mem, struct fault *f)
{
	struct demo_random random = own_chance(world, one, 2);
	struct booking_facts facts;
	struct proposal_list proposals;
	struct booking booking;

	if (!casework_booking_facts(cw, one->conference, mem, &facts, f) ||
	    !casework_propose_slots(cw, one->conference, from, 2, mem, &proposals, f))
		return false;
	if (proposals.count == 0)
		return true;
	booking = booking_of(one, &facts, &proposals.items[0], why);
	if (is_past_limit(&facts, booking.slot.day)) {
		booking.late_reason = late_reason(&random);
		booking.late_agreed_by = "the team manager and the chair";
	}
	spread(cw, &random, &booking);
	one->is_booked = true;
	one->booked_for = booking.slot.day;
	return casework_book(cw, &booking, f);
}

static void move_ends(struct demo_enquiry *e, day_number from, day_number to)
{
	for (size_t i = 0; i < DEMO_CHILDREN; i++)
		if (e->ended_on[i] >= from && e->ended_on[i] < to)
			e->ended_on[i] = to;
}

/* What comes after counts from the day that was to be had, which may be later than the day that was meant. A plan that
 * ends at this review ends with it; none ends before it has begun. */
static void follow_slot(struct demo_case *one)
{
	day_number day = one->booked_for;

	if (!one->is_booked)
		return;
	if (one->enquiry) {
		one->enquiry->conference_on = day;
		move_ends(one->enquiry, 0, day + 1);
	} else if (one->reviewed) {
		move_ends(one->reviewed, one->reviewed->reviews[one->review], day);
		one->reviewed->reviews[one->review] = day;
	}
}

static bool book(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		 struct arena *mem, struct fault *f)
{
	day_number from = one->enquiry ? one->enquiry->conference_on : one->review_on;

	/* What is still free today depends on the hour, and the demonstration must not. */
	if (from <= day)
		from = working_day_add(day, 1, world->calendar, COUNT_LOCAL);
	if (!take_slot(cw, world, one, from, NULL, mem, f))
		return false;
	follow_slot(one);
	return true;
}

bool demo_book_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		    struct fault *f)
{
	struct arena mem = {0};
	bool ok = true;

	if (one->request_on == day && !one->conference)
		ok = one->enquiry ? ask_initial(cw, world, one, &mem, f) : ask_review(cw, world, one, &mem, f);
	if (ok && one->book_on == day && one->conference && !one->is_booked)
		ok = book(cw, world, one, day, &mem, f);
	arena_finish(&mem);
	return ok;
}

/* --- Changes of plan --- */

enum upset { UPSET_NONE, UPSET_MOVE, UPSET_GIVE_UP };

static enum upset upset_of(const struct demo_world *world, const struct demo_case *one, day_number day)
{
	struct demo_random random = own_chance(world, one, 3);
	static const int weights[] = {820, 110, 70};
	day_number when = working_day_add(world->today, -demo_between(&random, 1, 9), world->calendar, COUNT_LOCAL);
	enum upset upset = (enum upset)demo_weighted(&random, weights, 3);

	return when == day ? upset : UPSET_NONE;
}

static bool give_up(struct casework *cw, const struct demo_world *world, struct demo_case *one, struct arena *mem,
		    struct fault *f)
{
	struct demo_random random = own_chance(world, one, 5);
	struct booking_facts facts;
	struct withdrawal withdrawal = {.conference_id = one->conference, .agreed_by = "the conference chair"};

	if (!casework_booking_facts(cw, one->conference, mem, &facts, f))
		return false;
	withdrawal.version = facts.conference.version;
	one->is_booked = false;
	/* A review is never cancelled while a child is on a plan. */
	if (!one->enquiry || demo_chance(&random, 500)) {
		withdrawal.reason = "The social worker's report was not shared with the family in time.";
		return casework_postpone(cw, &withdrawal, f);
	}
	withdrawal.reason = "The enquiry ended: the injury is explained by the hospital's findings.";
	withdrawal.no_longer_required = true;
	return casework_cancel(cw, &withdrawal, f);
}

bool demo_upset_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		     struct fault *f)
{
	static const struct withdrawal moved = {
		.reason = "A parent's hospital appointment; the family asked for another day.",
		.agreed_by = "the conference chair"};
	enum upset upset = one->is_booked ? upset_of(world, one, day) : UPSET_NONE;
	struct arena mem = {0};
	bool ok = true;

	/* Nobody gives up what is about to begin. */
	if (upset == UPSET_NONE || one->book_on == day || one->booked_for <= world->today + 1)
		return true;
	if (upset == UPSET_MOVE)
		ok = take_slot(cw, world, one, working_day_add(one->booked_for, 1, world->calendar, COUNT_LOCAL),
			       &moved, &mem, f);
	else
		ok = give_up(cw, world, one, &mem, f);
	arena_finish(&mem);
	return ok;
}
