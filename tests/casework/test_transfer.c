/* A transfer in counts from the event the policy names: that day is asked for by its own field, and lies in the past.
 */
#include "booking_steps.h"
#include "intake_rows.h"
#include "work.h"

static const struct {
	enum transfer_start start;
	const char *field, *words;
} starts[] = {
	{TRANSFER_NOTICE_WRITTEN, "transfer_notified_on", "written notice"},
	{TRANSFER_REFERRAL_RECEIVED, "transfer_referred_on", "referral received"},
	{TRANSFER_REFERRAL_ACCEPTED, "transfer_accepted_on", "referral accepted"},
	{TRANSFER_MOVE_NOTIFIED, "transfer_moved_on", "move"},
};
enum { START_COUNT = sizeof starts / sizeof *starts };

static day_number *day_of(struct request *r, int i)
{
	day_number *const days[] = {&r->transfer_notified_on, &r->transfer_referred_on, &r->transfer_accepted_on,
				    &r->transfer_moved_on};

	return days[i];
}

static void each_event_starts_its_clock(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("Wei", "Wang", "2019-05-04")}};
	const char *reference;
	int64_t id;

	for (int i = 0; i < START_COUNT; i++) {
		struct request request = a_request(children, 1, "");

		request.type = CONFERENCE_TRANSFER_IN;
		fixture->cw->settings->policy.transfer_start = starts[i].start;
		for (int k = 0; k < START_COUNT; k++)
			*day_of(&request, k) = date_from_iso(k == i ? "" : "2026-03-10");
		REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f),
			starts[i].field, starts[i].words);
		*day_of(&request, i) = date_from_iso("2026-04-02");
		REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f),
			starts[i].field, "in the future");
		*day_of(&request, i) = date_from_iso("2026-03-26");
		id = taken(fixture, &request);
		assert_int_equal(
			number(fixture,
			       "SELECT count(*) FROM deadline WHERE rule = 'transfer_in' AND subject_id = %lld "
			       "AND trigger_on = '2026-03-26' AND due_on = '2026-04-20'",
			       (long long)id),
			1);
	}
}

/* A day that starts no clock may be still to come: the family moves next week. */
static void a_move_may_be_planned(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("Wei", "Wang", "2019-05-04")}};
	struct request request = a_request(children, 1, "");

	request.type = CONFERENCE_TRANSFER_IN;
	request.transfer_notified_on = date_from_iso("2026-03-26");
	request.transfer_moved_on = date_from_iso("2026-04-09");
	taken(fixture, &request);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(each_event_starts_its_clock),
		FIXTURE_TEST(a_move_may_be_planned),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
