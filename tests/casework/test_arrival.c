/* A family that moves here with another authority's plan, kept in one act: its people, the move, our conference. */
#include "casework/arrivals.h"
#include "transfer_steps.h"

struct newcomers {
	struct request_child children[2];
	struct arrival arrival;
};

static struct newcomers two_newcomers(void)
{
	struct newcomers n = {.children = {{.person = a_child("Wei", "Wang", "2019-05-04")},
					   {.person = a_child("Lan", "Wang", "2021-08-30")}}};

	n.arrival.move = a_move(0, TRANSFER_IN, "2026-03-26");
	n.arrival.move.their_plan.started_on = date_from_iso("2025-11-03");
	return n;
}

static struct arrival *arrives(struct newcomers *n)
{
	n->arrival.request = a_request(n->children, 2, "");
	n->arrival.request.type = CONFERENCE_TRANSFER_IN;
	n->arrival.request.family_name = "Wang";
	n->arrival.request.transfer_notified_on = date_from_iso("2026-03-26");
	n->arrival.request.transfer_moved_on = date_from_iso("2026-04-07"); /* still to come */
	return &n->arrival;
}

static void a_family_nobody_knew_moves_here_in_one_act(void **state)
{
	struct casework_fixture *fixture = *state;
	struct newcomers n = two_newcomers();
	struct arrival *a = arrives(&n);
	const char *reference, *warnings;
	int64_t conference;
	struct transfer_page page;

	MUST(casework_arrival_warnings(fixture->cw, a, &fixture->mem, &warnings, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM family"), 0);
	a->request.accept_warnings = true;
	MUST(casework_arrival_take(fixture->cw, a, &fixture->mem, &reference, &conference, f));
	page = move_page(fixture, a->move.transfer.id);
	assert_string_equal(page.line.children, "Wei Wang, Lan Wang");
	assert_string_equal(page.line.conference, reference);
	assert_string_equal(page.line.whose, "Ashcombe keeps its plan until our conference.");
	assert_int_equal(page.line.transfer.moved_on, date_from_iso("2026-04-07"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE is_other_authority"), 2);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT rule || ' ' || trigger_on || ' ' || due_on FROM deadline"),
		"transfer_in 2026-03-26 2026-04-20");
}

static void who_comes_for_a_time_has_no_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct newcomers n = two_newcomers();
	struct arrival *a = arrives(&n);
	const char *reference;
	int64_t conference;

	a->move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	a->request.accept_warnings = true;
	MUST(casework_arrival_take(fixture->cw, a, &fixture->mem, &reference, &conference, f));
	assert_int_equal(conference, 0);
	assert_string_equal(reference, "");
	assert_string_equal(move_page(fixture, a->move.transfer.id).line.children, "Wei Wang, Lan Wang");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE is_other_authority"), 2);
}

static void spoil_authority(struct arrival *a)
{
	a->move.transfer.authority = " ";
}

static void spoil_their_plan(struct arrival *a)
{
	a->move.their_plan.started_on = date_from_iso("2027-01-01");
}

static void spoil_notice(struct arrival *a)
{
	a->request.transfer_notified_on = date_from_iso("2026-12-01");
}

static void spoil_type(struct arrival *a)
{
	a->request.type = CONFERENCE_REVIEW;
}

static void spoil_children(struct arrival *a)
{
	a->request.child_count = 0;
}

/* What is wrong leaves nothing: no family, no child, no conference. */
static void an_arrival_is_kept_whole_or_not_at_all(void **state)
{
	struct casework_fixture *fixture = *state;
	struct newcomers n;
	const char *reference;
	int64_t conference;
	static const struct {
		const char *field, *words;
		void (*spoil)(struct arrival *a);
		const char *why;
	} rows[] = {
		{"authority", "Newham", spoil_authority, "whose plan it is must be said"},
		{"started_on", "future", spoil_their_plan, "their plan is seen to last, after the people were kept"},
		{"transfer_notified_on", "future", spoil_notice, "the clock starts on a day that is over"},
		{"type", "transfer-in", spoil_type, "a review is none of a family that moves here"},
		{"children", "at least one", spoil_children, "nobody comes"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arrival *a;

		n = two_newcomers();
		a = arrives(&n);
		a->request.accept_warnings = true;
		rows[i].spoil(a);
		REFUSED(casework_arrival_take(fixture->cw, a, &fixture->mem, &reference, &conference, f), rows[i].field,
			rows[i].words);
		assert_int_equal(number(fixture,
					"SELECT (SELECT count(*) FROM family) + (SELECT count(*) FROM person) + "
					"(SELECT count(*) FROM conference) + (SELECT count(*) FROM transfer)"),
				 0);
	}
}

/* A move that was registered first waits for the conference that is asked for later, also for the second one. */
static void a_conference_asked_for_later_is_the_moves(void **state)
{
	struct casework_fixture *fixture = *state;
	struct newcomers n = two_newcomers();
	struct arrival *a = arrives(&n);
	struct request_child known = {0};
	struct request later;
	const char *reference;
	int64_t conference;

	a->move.transfer.stay = TRANSFER_STAY_FOR_A_TIME;
	a->request.accept_warnings = true;
	MUST(casework_arrival_take(fixture->cw, a, &fixture->mem, &reference, &conference, f));
	known.person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Wei'");
	later = a_request(&known, 1, "");
	later.family_id = a->move.transfer.family_id;
	later.type = CONFERENCE_TRANSFER_IN;
	later.transfer_notified_on = date_from_iso("2026-03-26");
	later.accept_warnings = true;
	conference = taken(fixture, &later);
	assert_int_equal(move_page(fixture, a->move.transfer.id).line.transfer.conference_id, conference);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_family_nobody_knew_moves_here_in_one_act),
		FIXTURE_TEST(who_comes_for_a_time_has_no_conference),
		FIXTURE_TEST(an_arrival_is_kept_whole_or_not_at_all),
		FIXTURE_TEST(a_conference_asked_for_later_is_the_moves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
