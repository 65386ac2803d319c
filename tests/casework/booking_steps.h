/* What the tests of requests, bookings and work lists do over and over: a family, a request, a slot. */
#ifndef TESTS_BOOKING_STEPS_H
#define TESTS_BOOKING_STEPS_H

#include "casework/booking.h"
#include "casework/people.h"
#include "casework/request.h"
#include "casework/worklist.h"
#include "casework_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define MUST(call)                                                                                                     \
	do {                                                                                                           \
		struct fault fault_ = {0};                                                                             \
		struct fault *f = &fault_;                                                                             \
		if (!(call))                                                                                           \
			fail_msg("%s:%d: %s: %s [%s]", __FILE__, __LINE__, fault_.field, fault_.message,               \
				 fault_.detail);                                                                       \
	} while (0)

/* The call must be refused, for this field, in words that hold `words`. */
#define REFUSED(call, wanted_field, words)                                                                             \
	do {                                                                                                           \
		struct fault fault_ = {0};                                                                             \
		struct fault *f = &fault_;                                                                             \
		if (call)                                                                                              \
			fail_msg("%s:%d: was not refused", __FILE__, __LINE__);                                        \
		if (strcmp(fault_.field, wanted_field) != 0 || !strstr(fault_.message, words))                         \
			fail_msg("%s:%d: %s: %s [%s]", __FILE__, __LINE__, fault_.field, fault_.message,               \
				 fault_.detail);                                                                       \
	} while (0)

static inline struct person a_child(const char *given, const char *surname, const char *born)
{
	return (struct person){.given_names = given,
			       .surname = surname,
			       .sex = SEX_UNKNOWN,
			       .born_on = date_from_iso(born),
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE};
}

/* An initial request for one family that is new; fill in and take. */
static inline struct request a_request(const struct request_child *children, size_t count, const char *strategy_on)
{
	return (struct request){.children = children,
				.child_count = count,
				.type = CONFERENCE_INITIAL,
				.strategy_on = date_from_iso(strategy_on),
				.transfer_notified_on = DAY_NONE,
				.transfer_referred_on = DAY_NONE,
				.transfer_accepted_on = DAY_NONE,
				.transfer_moved_on = DAY_NONE,
				.reason = "injury to a baby",
				.social_worker = "Emma Evans",
				.source = SOURCE_REQUEST,
				.accept_warnings = true};
}

/* Takes it; the id of the conference. */
static inline int64_t taken(struct casework_fixture *fixture, const struct request *request)
{
	const char *reference;
	int64_t id = 0;

	MUST(casework_request_take(fixture->cw, request, &fixture->mem, &reference, &id, f));
	return id;
}

static inline int64_t a_waiting_conference(struct casework_fixture *fixture, const char *surname,
					   const char *strategy_on)
{
	const struct request_child children[] = {{.person = a_child("Ada", surname, "2019-05-04")},
						 {.person = a_child("Chidi", surname, "2014-03-03")}};
	struct request request = a_request(children, 2, strategy_on);

	return taken(fixture, &request);
}

static inline struct booking_facts facts_of(struct casework_fixture *fixture, int64_t conference)
{
	struct booking_facts facts;

	MUST(casework_booking_facts(fixture->cw, conference, &fixture->mem, &facts, f));
	return facts;
}

static inline struct proposal_list proposals_for(struct casework_fixture *fixture, int64_t conference, size_t most)
{
	struct proposal_list list;

	MUST(casework_propose_slots(fixture->cw, conference, DAY_NONE, most, &fixture->mem, &list, f));
	return list;
}

/* A booking of the first proposal, every question answered. */
static inline struct booking first_booking(struct casework_fixture *fixture, int64_t conference)
{
	struct proposal_list list = proposals_for(fixture, conference, 1);

	assert_int_equal(list.count, 1);
	return (struct booking){.conference_id = conference,
				.version = facts_of(fixture, conference).conference.version,
				.slot = list.items[0].slot,
				.late_reason = "no chair free before",
				.late_agreed_by = "D. Walker and the chair",
				.reason = "chair off sick",
				.agreed_by = "D. Walker"};
}

__attribute__((format(printf, 2, 3))) static inline int64_t number(const struct casework_fixture *fixture,
								   const char *format, ...)
{
	char sql[400];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(sql, sizeof sql, format, arguments);
	va_end(arguments);
	return casework_fixture_number(fixture, sql);
}

#endif
