/* Two hundred and forty children live through a year at random: conferences held, missed, booked, moved, postponed,
 * cancelled and adjourned, plans that start and end, births, complaints, reviews brought forward. After each event
 * every child on a plan has one open limit of its next review, nobody else has any, and none moves later than it was
 * brought to. */
#include "casework/complaints.h"
#include "casework/live.h"
#include "casework/live_close.h"
#include "casework/pages.h"
#include "casework/plan_ends.h"
#include "review_steps.h"
#include "work.h"

#include <stdlib.h>

enum { FAMILIES = 30, CHILDREN = 2, STEPS = 10, SEEDS = 4, REVIEWS_MOST = 4 };

/* What happens. */
#define EVENTS(X)                                                                                                      \
	X(BIRTH)                                                                                                       \
	X(START)                                                                                                       \
	X(REVIEW)                                                                                                      \
	X(END)                                                                                                         \
	X(ASK)                                                                                                         \
	X(BOOK)                                                                                                        \
	X(POSTPONE)                                                                                                    \
	X(CANCEL)                                                                                                      \
	X(ADJOURN)                                                                                                     \
	X(GO_ON)                                                                                                       \
	X(EARLY)                                                                                                       \
	X(COMPLAINT)                                                                                                   \
	X(UPDATE)                                                                                                      \
	X(NOTHING)
enum event {
#define X(id) EVENT_##id,
	EVENTS(X)
#undef X
		EVENT_COUNT
};
static const char *const event_names[] = {
#define X(id) #id,
	EVENTS(X)
#undef X
};

struct history_child {
	char id[16], born[DATE_TEXT_ROOM], expected[DATE_TEXT_ROOM], strategy[DATE_TEXT_ROOM], plan[DATE_TEXT_ROOM];
	char reviews[REVIEWS_MOST][DATE_TEXT_ROOM];
	int review_count;
};
struct history {
	struct casework_fixture *fixture;
	struct history_child children[FAMILIES][CHILDREN];
	uint64_t random;
	day_number today;
	int done[EVENT_COUNT];
};

static int drawn(struct history *h, int below)
{
	h->random = h->random * 6364136223846793005u + 1442695040888963407u;
	return (int)((h->random >> 33) % (unsigned)below);
}

/* --- The file by SQL --- */

static int64_t one_of(struct history *h, int family, const char *what)
{
	return number(h->fixture,
		      "SELECT coalesce((SELECT %s FROM person AS n JOIN plan AS p ON p.person_id = n.id WHERE"
		      " n.la_child_id = '%s' AND p.ended_on IS NULL), 0)",
		      what, h->children[family][0].id);
}

static int64_t waiting_review(struct history *h, int family)
{
	return one_of(
		h, family,
		"(SELECT max(c.id) FROM conference_child AS k JOIN conference AS c ON c.id = k.conference_id WHERE"
		" k.person_id = n.id AND c.type = 'review' AND c.state IN ('requested', 'scheduled', 'postponed'))");
}

static int64_t version_of(struct history *h, int64_t conference)
{
	return number(h->fixture, "SELECT version FROM conference WHERE id = %lld", (long long)conference);
}

/* --- Events: false when it could not be, which is no fault --- */

static bool tell(struct history *h, int family)
{
	for (int i = 0; i < CHILDREN; i++) {
		struct history_child *child = &h->children[family][i];
		struct child_row row = {.la_child_id = child->id,
					.born_on = child->born,
					.expected_on = child->expected,
					.strategy_on = child->strategy,
					.conference_on = child->plan,
					.plan_on = child->plan};
		struct intake_complaint_list complaints;
		struct built_child b;

		for (int k = 0; k < child->review_count; k++)
			row.reviews[k] = child->reviews[k];
		build_child(&b, &row);
		if (take_child(h->fixture, &b, &complaints) == INTAKE_REFUSED || complaints.count > 0)
			fail_msg("%s", complaints.count ? complaints.items[0].message : "refused");
	}
	return true;
}

static bool birth(struct history *h, int family)
{
	struct history_child *child = &h->children[family][1];
	struct fault f = {0};
	struct person p;
	int64_t id;

	if (*child->born || !*child->plan)
		return false;
	id = number(h->fixture, "SELECT id FROM person WHERE la_child_id = '%s'", child->id);
	date_to_iso(h->today - drawn(h, 5), child->born);
	child->expected[0] = '\0';
	assert_true(casework_person(h->fixture->cw, id, &h->fixture->mem, &p, &f));
	p.born_on = date_from_iso(child->born);
	p.expected_on = DAY_NONE;
	p.surname = "Okonkwo";
	if (!casework_person_save(h->fixture->cw, &(struct person_record){.person = p}, &f))
		fail_msg("%s", f.message);
	return true;
}

static bool start(struct history *h, int family)
{
	struct history_child *child = h->children[family];

	if (*child->plan)
		return false;
	for (int i = 0; i < CHILDREN; i++) {
		date_to_iso(h->today - 12, child[i].strategy);
		date_to_iso(h->today, child[i].plan);
	}
	return tell(h, family);
}

/* Held today, as a return tells it; what was booked for it is given back. */
static bool review(struct history *h, int family)
{
	int64_t waits = waiting_review(h, family), plan = one_of(h, family, "p.id");
	struct history_child *child = h->children[family];
	char today[DATE_TEXT_ROOM];

	date_to_iso(h->today, today);
	if (!plan || child->review_count == REVIEWS_MOST || strcmp(child->plan, today) >= 0 ||
	    (child->review_count && strcmp(child->reviews[child->review_count - 1], today) >= 0))
		return false;
	if (waits)
		MUST(casework_cancel(h->fixture->cw,
				     &(struct withdrawal){.conference_id = waits,
							  .version = version_of(h, waits),
							  .reason = "held elsewhere",
							  .agreed_by = "the chair"},
				     f));
	for (int i = 0; i < CHILDREN; i++)
		if (number(h->fixture,
			   "SELECT count(*) FROM plan JOIN person ON person.id = person_id WHERE la_child_id = '%s' AND"
			   " ended_on IS NULL",
			   child[i].id))
			memcpy(child[i].reviews[child[i].review_count++], today, sizeof today);
	return tell(h, family);
}

static bool end(struct history *h, int family)
{
	const struct plan_end_request request = {.person_id = one_of(h, family, "n.id"),
						 .reason = PLAN_END_ABROAD,
						 .on = h->today,
						 .words = "moved to Cork",
						 .authority = ""};
	struct fault f = {0};
	int64_t ending;

	return request.person_id && casework_plan_end(h->fixture->cw, &request, &h->fixture->mem, &ending, &f);
}

static bool ask(struct history *h, int family)
{
	int64_t plan = one_of(h, family, "p.id"), conference;
	struct fault f = {0};

	return plan && casework_review_request(h->fixture->cw, plan, &h->fixture->mem, &conference, &f);
}

/* Booked, or moved. */
static bool book(struct history *h, int family)
{
	int64_t plan = one_of(h, family, "p.id"), conference;
	struct proposal_list slots;
	struct booking_facts facts;
	struct booking booking = {
		.late_reason = "no room", .late_agreed_by = "D. Walker", .reason = "ill", .agreed_by = "D. Walker"};
	struct fault f = {0};

	if (!plan || !casework_review_facts(h->fixture->cw, plan, &h->fixture->mem, &facts, &f) ||
	    !casework_propose_review_slots(h->fixture->cw, plan, h->today + 3 + drawn(h, 60), 1, &h->fixture->mem,
					   &slots, &f) ||
	    slots.count == 0)
		return false;
	booking.conference_id = facts.conference.id;
	booking.version = facts.conference.version;
	booking.slot = slots.items[0].slot;
	return casework_review_booking(h->fixture->cw, plan, &booking, &h->fixture->mem, &conference, &f);
}

static bool give_up(struct history *h, int family, bool for_good)
{
	bool is_booked = for_good || book(h, family);
	int64_t waits = is_booked ? waiting_review(h, family) : 0;
	const struct withdrawal withdrawal = {.conference_id = waits,
					      .version = waits ? version_of(h, waits) : 0,
					      .reason = "the family is ill",
					      .agreed_by = "the chair",
					      .interim_plan = "Nana stays"};
	struct fault f = {0};

	if (!waits)
		return false;
	return for_good ? casework_cancel(h->fixture->cw, &withdrawal, &f)
			: casework_postpone(h->fixture->cw, &withdrawal, &f);
}

/* Begun and not finished: another conference goes on with it. */
static bool adjourn(struct history *h, int family)
{
	int64_t waits = waiting_review(h, family), next;
	char today[DATE_TEXT_ROOM];
	struct fault f = {0};

	if (!waits || !book(h, family))
		return false;
	h->fixture->cw->roles |= ROLE_BIT(ROLE_CHAIR);
	number(h->fixture, "DELETE FROM booking WHERE conference_id = %lld", (long long)waits);
	number(h->fixture,
	       "UPDATE conference SET held_on = '%s', chair_id = (SELECT id FROM resource WHERE name = 'C. Hair') WHERE"
	       " id = %lld",
	       date_to_iso(h->today, today), (long long)waits);
	return casework_live_start(h->fixture->cw, waits, "", &f) &&
	       casework_live_adjourn(h->fixture->cw, waits, "fire alarm", "Nana stays", &next, &f);
}

/* Nobody from outside came: the chair goes on all the same, and says why. */
static void decide_children(struct history *h, int64_t conference)
{
	struct arena *mem = &h->fixture->mem;
	struct conference_page page;

	MUST(casework_conference_page(h->fixture->cw, conference, mem, &page, f));
	for (size_t i = 0; i < page.children.count; i++) {
		struct child_decision one = child_decision_blank();
		bool ends = drawn(h, 4) == 0;

		one.conference_id = conference;
		one.person_id = page.children.items[i].id;
		one.outcome = ends ? OUTCOME_PLAN_ENDS : OUTCOME_PLAN_CONTINUES;
		one.category = ends ? CATEGORY_COUNT : CATEGORY_NEGLECT;
		one.categories = ends ? 0 : CATEGORY_BIT(CATEGORY_NEGLECT);
		one.end_reason = ends ? PLAN_END_NO_RISK : PLAN_END_NONE;
		one.step_down = ends ? "a child in need plan" : "";
		one.reasons = "as the core group saw it";
		MUST(casework_live_decide(h->fixture->cw, &one, "said", f));
	}
}

static int64_t adjourned(struct history *h, int family)
{
	return one_of(h, family,
		      "(SELECT max(c.id) FROM conference_child AS k JOIN conference AS c ON c.id = "
		      "k.conference_id WHERE k.person_id = n.id AND c.type = 'reconvened' AND c.state = 'requested')");
}

/* What was adjourned is taken up again, and decides: each plan goes on or ends. */
static bool go_on(struct history *h, int family)
{
	int64_t next = adjourned(h, family);
	const struct quorum_choice held_all_the_same = {.answer = QUORUM_ANSWER_PROCEEDED,
							.exception = QUORUM_EXCEPTION_ENOUGH_KNOWN,
							.reason = "the plan cannot wait",
							.interim_plan = ""};
	char today[DATE_TEXT_ROOM];

	if (!next && adjourn(h, family)) /* for an hour only */
		next = adjourned(h, family);
	if (!next)
		return false;
	h->fixture->cw->roles |= ROLE_BIT(ROLE_CHAIR);
	number(h->fixture,
	       "UPDATE conference SET state = 'scheduled', held_on = '%s', starts = 600, minutes = 60, chair_id = "
	       "(SELECT id "
	       "FROM resource WHERE name = 'C. Hair') WHERE id = %lld",
	       date_to_iso(h->today, today), (long long)next);
	MUST(casework_live_start(h->fixture->cw, next, "", f));
	MUST(casework_live_quorum(
		h->fixture->cw, next,
		number(h->fixture, "SELECT version FROM live_state WHERE conference_id = %lld", (long long)next),
		&held_all_the_same, f));
	decide_children(h, next);
	MUST(casework_live_close(h->fixture->cw, next, "said", f));
	return true;
}

static bool early(struct history *h, int family)
{
	int64_t plan = one_of(h, family, "p.id"), conference;
	struct review_early wanted = {.trigger = (enum early_trigger)drawn(h, EARLY_TRIGGER_COUNT),
				      .why = "It cannot wait.",
				      .told = "",
				      .review_by = h->today + drawn(h, 80)};
	struct fault f = {0};

	return plan && casework_review_early(h->fixture->cw, &plan, 1, &wanted, &h->fixture->mem, &conference, &f);
}

static bool complain(struct history *h, int family)
{
	struct complaint c = complaint_blank();
	struct complaint_settlement how = {.outcome = COMPLAINT_OUTCOME_REVIEW_FORWARD,
					   .on = DAY_NONE,
					   .words = "The review comes sooner.",
					   .review_by = h->today + 5 + drawn(h, 60)};
	struct fault f = {0};
	int64_t second;

	c.conference_id = one_of(h, family, "p.conference_id");
	c.who = "A. Parent";
	c.ground = GROUND_NOT_HEARD;
	c.words = "Nobody asked me.";
	c.late_reason = "was ill";
	if (!c.conference_id || !casework_complaint_register(h->fixture->cw, &c, &h->fixture->mem, &f))
		return false;
	how.complaint_id = c.id;
	how.version = c.version;
	return casework_complaint_settle(h->fixture->cw, &how, &h->fixture->mem, &second, &f);
}

static bool update(struct history *h, int family)
{
	struct review_update asked = {.asked_of = "Emma Evans", .asked_on = DAY_NONE};
	int64_t plan = one_of(h, family, "p.id");
	struct fault f = {0};

	return plan && casework_review_update_ask(h->fixture->cw, &plan, 1, &asked, &f);
}

static bool happens(struct history *h, int family, enum event event)
{
	switch (event) {
	case EVENT_BIRTH: return birth(h, family);
	case EVENT_START: return start(h, family);
	case EVENT_REVIEW: return review(h, family);
	case EVENT_END: return drawn(h, 4) == 0 && end(h, family);
	case EVENT_ASK: return ask(h, family);
	case EVENT_BOOK: return book(h, family);
	case EVENT_POSTPONE: return give_up(h, family, false);
	case EVENT_CANCEL: return give_up(h, family, true);
	case EVENT_ADJOURN: return adjourn(h, family);
	case EVENT_GO_ON: return go_on(h, family);
	case EVENT_EARLY: return early(h, family);
	case EVENT_COMPLAINT: return complain(h, family);
	case EVENT_UPDATE: return update(h, family);
	default: return true;
	}
}

/* --- What holds at every moment --- */

#define LIMITS "('review.first', 'review.next', 'review.after_birth')"
static const struct {
	const char *what, *sql; /* how many rows break it */
} laws[] = {
	{"one open limit for each open plan",
	 "SELECT count(*) FROM plan AS p WHERE ended_on IS NULL AND (SELECT count(*) FROM deadline AS d WHERE d.state ="
	 " 'open' AND d.subject_kind = 'plan' AND d.subject_id = p.id AND d.rule IN " LIMITS ") <> 1"},
	{"nothing open for a plan that ended",
	 "SELECT count(*) FROM deadline AS d JOIN plan AS p ON p.id = d.subject_id WHERE d.subject_kind = 'plan' AND"
	 " d.state = 'open' AND p.ended_on IS NOT NULL"},
	{"due never after the national limit",
	 "SELECT count(*) FROM deadline WHERE state = 'open' AND rule IN " LIMITS " AND due_on > limit_on"},
	{"never later than it was brought forward to",
	 "SELECT count(*) FROM deadline AS d JOIN review_early AS y ON y.plan_id = d.subject_id WHERE d.subject_kind ="
	 " 'plan' AND d.state = 'open' AND d.rule IN ('review.first', 'review.next') AND y.after_on = d.trigger_on AND"
	 " d.due_on > y.review_by"},
	{"a review settles what was open before it",
	 "SELECT count(*) FROM deadline AS d JOIN plan AS p ON p.id = d.subject_id JOIN conference_child AS k"
	 " ON k.person_id = p.person_id JOIN conference AS c ON c.id = k.conference_id WHERE d.subject_kind = 'plan' "
	 "AND"
	 " d.state = 'open' AND d.rule IN " LIMITS " AND c.type = 'review' AND c.state = 'closed' AND c.held_on >"
	 " d.trigger_on"},
	{"an update is owed once, and not where it was asked",
	 "SELECT count(*) FROM deadline AS d JOIN review_update_plan AS k ON k.plan_id = d.subject_id JOIN "
	 "review_update"
	 " AS u ON u.id = k.update_id JOIN deadline AS r ON r.subject_kind = 'plan' AND r.subject_id = d.subject_id AND"
	 " r.state = 'open' AND r.rule IN ('review.first', 'review.next') WHERE d.rule = 'review.update' AND d.state ="
	 " 'open' AND u.asked_on > r.trigger_on"},
	{"one review waits for a child",
	 "SELECT count(*) FROM (SELECT k.person_id FROM conference_child AS k JOIN conference AS c ON c.id ="
	 " k.conference_id WHERE c.type IN ('review', 'reconvened') AND c.state IN ('requested', 'scheduled', "
	 "'invited',"
	 " 'ready', 'postponed') GROUP BY k.person_id HAVING count(*) > 1)"},
	{"one core group is owed for each open plan",
	 "SELECT count(*) FROM plan AS p WHERE ended_on IS NULL AND (SELECT count(*) FROM deadline AS d WHERE d.state ="
	 " 'open' AND d.subject_kind = 'plan' AND d.subject_id = p.id AND d.rule IN ('core_group.first',"
	 " 'core_group.next')) <> 1"},
};

static void check(struct history *h, int seed, int family, enum event event)
{
	for (size_t i = 0; i < sizeof laws / sizeof *laws; i++) {
		int64_t broken = casework_fixture_number(h->fixture, laws[i].sql);

		if (broken)
			fail_msg("seed %d, family %d, %s: %s (%lld)", seed, family, event_names[event], laws[i].what,
				 (long long)broken);
	}
}

static void arrange(struct history *h)
{
	for (int family = 0; family < FAMILIES; family++)
		for (int i = 0; i < CHILDREN; i++) {
			struct history_child *child = &h->children[family][i];

			*child = (struct history_child){0};
			snprintf(child->id, sizeof child->id, "F%03d%c", family, 'A' + i);
			if (i == 1 && drawn(h, 2))
				date_to_iso(h->today + 30 + drawn(h, 200), child->expected);
			else
				date_to_iso(h->today - 1000 - drawn(h, 3000), child->born);
		}
	number(h->fixture, "INSERT INTO resource (kind, name, login, is_active) VALUES ('chair', 'C. Hair', '%s', 0)",
	       h->fixture->cw->login);
}

static void at_every_moment_one_limit(void **state)
{
	struct history h = {.fixture = *state};

	for (int seed = 0; seed < SEEDS; seed++) {
		h.random = (uint64_t)seed * 7919 + 1;
		h.today = date_from_iso("2025-01-06");
		if (seed) {
			void *fresh;

			casework_fixture_teardown(state);
			assert_int_equal(casework_fixture_setup(&fresh), 0);
			*state = h.fixture = fresh;
		}
		arrange(&h);
		for (int step = 0; step < STEPS; step++) {
			char today[DATE_TEXT_ROOM];

			h.today = working_day_on_or_before(h.today + 7 + drawn(&h, 50),
							   casework_calendar(h.fixture->cw), COUNT_LOCAL);
			casework_fixture_reopen(h.fixture, date_to_iso(h.today, today));
			for (int family = 0; family < FAMILIES; family++) {
				enum event event = (enum event)drawn(&h, EVENT_COUNT);

				if (!happens(&h, family, event))
					continue;
				h.done[event]++;
				check(&h, seed, family, event);
			}
		}
	}
	for (int event = 0; event < EVENT_COUNT; event++)
		if (h.done[event] < 3) /* a law that nothing tries is none */
			fail_msg("%s happened %d times", event_names[event], h.done[event]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(at_every_moment_one_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
