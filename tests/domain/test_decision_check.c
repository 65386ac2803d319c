/* A decision about one child: what the national return and practice refuse, and what they ask about. */
#include "domain/decision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NEG CATEGORY_BIT(CATEGORY_NEGLECT)
#define EMO CATEGORY_BIT(CATEGORY_EMOTIONAL)
#define MUL CATEGORY_BIT(CATEGORY_MULTIPLE)

enum open_plan { NO_PLAN, OURS, THEIRS };

/* What a row says of the child and the decision; the rest is a plan made for a child of seven on Tuesday 10 March 2026.
 */
struct row {
	const char *why;
	enum conference_type type;
	enum outcome outcome;
	enum open_plan plan;
	const char *started, *referred, *born, *died;
	enum category category;
	unsigned categories;
	bool may_be_multiple;
	enum plan_end_reason end_reason;
	const char *reasons, *step_down, *not_decided_why;
	int scale;
	const char *field; /* refused about; "" is accepted */
};

#define I CONFERENCE_INITIAL
#define R CONFERENCE_REVIEW
#define MADE                                                                                                           \
	.outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_NEGLECT, .categories = NEG, .reasons = "harm", .scale = -1
#define CONTINUES                                                                                                      \
	.outcome = OUTCOME_PLAN_CONTINUES, .category = CATEGORY_NEGLECT, .categories = NEG, .reasons = "r", .scale = 4
#define ENDS                                                                                                           \
	.outcome = OUTCOME_PLAN_ENDS, .category = CATEGORY_COUNT, .reasons = "safe", .step_down = "need", .scale = 8

static const struct row rows[] = {
	{"a plan is made", I, MADE, .field = ""},
	{"for an unborn child", CONFERENCE_PRE_BIRTH, MADE, .born = "", .field = ""},
	{"a plan goes on", R, CONTINUES, .plan = OURS, .started = "2025-12-01", .field = ""},
	{"a plan ends", R, ENDS, .plan = OURS, .started = "2025-12-01", .end_reason = PLAN_END_NO_RISK, .field = ""},
	{"no further action", I, .outcome = OUTCOME_NO_FURTHER_ACTION, .category = CATEGORY_COUNT, .reasons = "none",
	 .scale = -1, .field = ""},
	{"a child not decided for, with the reason", R, .outcome = OUTCOME_NONE, .category = CATEGORY_COUNT,
	 .not_decided_why = "lives with the father in Leeds", .scale = -1, .field = ""},
	{"a child left undecided", I, .outcome = OUTCOME_NONE, .category = CATEGORY_COUNT, .scale = -1,
	 .field = "outcome"},
	{"an initial conference ends no plan", I, ENDS, .plan = OURS, .started = "2025-12-01",
	 .end_reason = PLAN_END_NO_RISK, .field = "outcome"},
	{"a review makes none", R, MADE, .field = "outcome"},
	{"a plan that was complained of goes on", CONFERENCE_SECOND, CONTINUES, .plan = OURS, .started = "2025-12-01",
	 .field = ""},
	{"or ends", CONFERENCE_SECOND, ENDS, .plan = OURS, .started = "2025-12-01", .end_reason = PLAN_END_NO_RISK,
	 .field = ""},
	{"and is not forgotten", CONFERENCE_SECOND, .outcome = OUTCOME_CHILD_IN_NEED, .category = CATEGORY_COUNT,
	 .plan = OURS, .started = "2025-12-01", .reasons = "r", .scale = -1, .field = "outcome"},
	{"an initial conference leaves no plan behind", I, .outcome = OUTCOME_NO_FURTHER_ACTION,
	 .category = CATEGORY_COUNT, .plan = OURS, .started = "2025-12-01", .reasons = "r", .scale = -1,
	 .field = "outcome"},
	{"but may say why nothing is decided", I, .outcome = OUTCOME_NONE, .category = CATEGORY_COUNT, .plan = OURS,
	 .started = "2025-12-01", .not_decided_why = "the review does", .scale = -1, .field = ""},
	{"another authority's plan is not for it to leave", CONFERENCE_TRANSFER_IN, .outcome = OUTCOME_CHILD_IN_NEED,
	 .category = CATEGORY_COUNT, .plan = THEIRS, .started = "2025-12-01", .reasons = "r", .scale = -1, .field = ""},
	{"none was made, and none is", CONFERENCE_SECOND, .outcome = OUTCOME_CHILD_IN_NEED, .category = CATEGORY_COUNT,
	 .reasons = "r", .scale = -1, .field = ""},
	{"nothing to continue", R, CONTINUES, .field = "outcome"},
	{"nothing to end", R, ENDS, .end_reason = PLAN_END_NO_RISK, .field = "outcome"},
	{"one open plan", I, MADE, .plan = OURS, .started = "2025-12-01", .field = "outcome"},
	{"the other authority's ends when ours starts", CONFERENCE_TRANSFER_IN, MADE, .plan = THEIRS,
	 .started = "2025-12-01", .field = ""},
	{"after a death", I, MADE, .died = "2026-03-09", .field = "outcome"},
	{"on the day of a death", I, MADE, .died = "2026-03-10", .field = ""},
	{"continues after a death", R, CONTINUES, .plan = OURS, .started = "2025-12-01", .died = "2026-02-01",
	 .field = "outcome"},
	{"a day before 18", I, MADE, .born = "2008-03-11", .field = ""},
	{"on the day of 18", I, MADE, .born = "2008-03-10", .field = "outcome"},
	{"before the referral", I, MADE, .referred = "2026-03-11", .field = "starts_on"},
	{"on the day of the referral", I, MADE, .referred = "2026-03-10", .field = ""},
	{"reviewed on its first day", R, CONTINUES, .plan = OURS, .started = "2026-03-10", .field = "review_on"},
	{"reviewed before it", R, CONTINUES, .plan = OURS, .started = "2026-03-12", .field = "review_on"},
	{"reviewed the day after", R, CONTINUES, .plan = OURS, .started = "2026-03-09", .field = ""},
	{"starts and ends on one day", R, ENDS, .plan = OURS, .started = "2026-03-10", .end_reason = PLAN_END_NO_RISK,
	 .field = "ends_on"},
	{"no category", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_COUNT, .reasons = "harm", .scale = -1,
	 .field = "category"},
	{"the first category is not among them", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_NEGLECT,
	 .categories = EMO, .reasons = "harm", .scale = -1, .field = "category"},
	{"more than one, one of them first", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_NEGLECT,
	 .categories = NEG | EMO, .reasons = "harm", .scale = -1, .field = ""},
	{"a bit that is no category", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_NEGLECT,
	 .categories = NEG | 64, .reasons = "harm", .scale = -1, .field = "category"},
	{"Multiple where it is not used", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_MULTIPLE,
	 .categories = MUL | NEG | EMO, .reasons = "harm", .scale = -1, .field = "category"},
	{"Multiple where it is used", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_MULTIPLE,
	 .categories = MUL | NEG | EMO, .may_be_multiple = true, .reasons = "harm", .scale = -1, .field = ""},
	{"Multiple of one", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_MULTIPLE, .categories = MUL | NEG,
	 .may_be_multiple = true, .reasons = "harm", .scale = -1, .field = "category"},
	{"Multiple beside another", I, .outcome = OUTCOME_PLAN_MADE, .category = CATEGORY_NEGLECT,
	 .categories = MUL | NEG, .may_be_multiple = true, .reasons = "harm", .scale = -1, .field = "category"},
	{"ends without saying why", R, ENDS, .plan = OURS, .started = "2025-12-01", .field = "end_reason"},
	{"18 is no decision", R, ENDS, .plan = OURS, .started = "2025-12-01", .end_reason = PLAN_END_EIGHTEEN,
	 .field = "end_reason"},
	{"the head of service decides elsewhere", R, ENDS, .plan = OURS, .started = "2025-12-01",
	 .end_reason = PLAN_END_EXECUTIVE, .field = "end_reason"},
	{"no reasons", R, .outcome = OUTCOME_ADJOURNED, .category = CATEGORY_COUNT, .scale = -1, .field = "reasons"},
	{"ends safe and nothing follows", R, .outcome = OUTCOME_PLAN_ENDS, .plan = OURS, .started = "2025-12-01",
	 .category = CATEGORY_COUNT, .end_reason = PLAN_END_NO_RISK, .reasons = "safe", .scale = -1,
	 .field = "step_down"},
	{"ends by an order", R, .outcome = OUTCOME_PLAN_ENDS, .plan = OURS, .started = "2025-12-01",
	 .category = CATEGORY_COUNT, .end_reason = PLAN_END_ORDER, .reasons = "order", .scale = -1, .field = ""},
	{"referred to nobody", I, .outcome = OUTCOME_REFERRED, .category = CATEGORY_COUNT, .reasons = "r", .scale = -1,
	 .field = "step_down"},
	{"a scale of 11", I, .outcome = OUTCOME_EARLY_HELP, .category = CATEGORY_COUNT, .reasons = "r", .scale = 11,
	 .field = "scale"},
	{"a scale of nought", I, .outcome = OUTCOME_EARLY_HELP, .category = CATEGORY_COUNT, .reasons = "r", .scale = 0,
	 .field = ""},
};

static const char *or_else(const char *text, const char *otherwise)
{
	return text ? text : otherwise;
}

static void the_hard_rules_refuse_with_the_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *r = &rows[i];
		struct person person = {.given_names = "Chidi",
					.surname = "Okonkwo",
					.born_on = date_from_iso(or_else(r->born, "2019-02-03")),
					.expected_on = r->born && !*r->born ? date_from_iso("2026-05-15") : DAY_NONE,
					.died_on = date_from_iso(or_else(r->died, ""))};
		struct plan plan = {.reference = "P-0001",
				    .started_on = date_from_iso(or_else(r->started, "")),
				    .ended_on = DAY_NONE,
				    .is_other_authority = r->plan == THEIRS};
		struct decision_child child = {.person = &person,
					       .type = r->type,
					       .of = CONFERENCE_TYPE_COUNT,
					       .held_on = date_from_iso("2026-03-10"),
					       .referred_on = date_from_iso(or_else(r->referred, "")),
					       .open_plan = r->plan == NO_PLAN ? NULL : &plan,
					       .may_be_multiple = r->may_be_multiple};
		struct child_decision decision = child_decision_blank();
		struct fault f = {0};

		decision.outcome = r->outcome;
		decision.category = r->category;
		decision.categories = r->categories;
		decision.end_reason = r->end_reason;
		decision.scale = r->scale;
		decision.reasons = or_else(r->reasons, "");
		decision.step_down = or_else(r->step_down, "");
		decision.not_decided_why = or_else(r->not_decided_why, "");
		if (decision_check(&decision, &child, &f) != !*r->field || strcmp(f.field, r->field) != 0)
			fail_msg("%s: \"%s\" %s", r->why, f.field, f.message);
		assert_int_equal(f.code, *r->field ? FAULT_REFUSED : FAULT_NONE);
	}
}

static void a_sentence_names_what_may_be_done(void **state)
{
	struct person person = {.given_names = "Chidi",
				.surname = "Okonkwo",
				.born_on = date_from_iso("2019-02-03"),
				.expected_on = DAY_NONE,
				.died_on = DAY_NONE};
	struct decision_child child = {.person = &person,
				       .type = CONFERENCE_REVIEW,
				       .of = CONFERENCE_TYPE_COUNT,
				       .held_on = DAY_NONE,
				       .referred_on = DAY_NONE};
	struct child_decision decision = child_decision_blank();
	struct fault f = {0};

	(void)state;
	decision.outcome = OUTCOME_PLAN_MADE;
	assert_false(decision_check(&decision, &child, &f));
	assert_string_equal(f.message, "A conference of this kind cannot decide \"plan made\". It can decide: plan "
				       "continues; plan ends; adjourned.");
	decision.outcome = OUTCOME_NONE;
	assert_false(decision_check(&decision, &child, &f));
	assert_non_null(strstr(f.message, "Chidi Okonkwo"));
}

static void the_days_of_a_plan_follow_one_another(void **state)
{
	static const struct {
		const char *conference, *referred, *starts, *ends, *review, *died;
		bool made_here;
		const char *field, *why;
	} days[] = {
		{"2026-03-10", "2026-02-01", "2026-03-10", "", "2026-06-09", "", true, "", "as it should be"},
		{"2026-03-10", "", "2026-03-11", "", "", "", true, "starts_on", "starts on the conference's day"},
		{"2026-03-10", "", "2025-12-01", "", "", "", false, "", "a review of an earlier one"},
		{"2026-03-10", "2026-03-11", "2026-03-10", "", "", "", true, "starts_on", "before the referral"},
		{"2026-03-10", "", "2026-03-10", "", "", "2026-03-09", true, "starts_on", "after the death"},
		{"2026-03-10", "", "2026-03-10", "", "2026-03-10", "", true, "review_on", "review on the first day"},
		{"2026-03-10", "", "2026-03-10", "2026-03-10", "", "", true, "ends_on", "ends on the first day"},
		{"2026-03-10", "", "2026-03-10", "2026-03-11", "", "", true, "", "lasts a day"},
		{"2026-03-10", "", "", "", "2026-03-01", "", false, "", "no plan, no days"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct plan_days of = {date_from_iso(days[i].conference), date_from_iso(days[i].referred),
				       date_from_iso(days[i].starts),     date_from_iso(days[i].ends),
				       date_from_iso(days[i].review),     date_from_iso(days[i].died)};
		struct fault f = {0};

		if (plan_days_check(&of, days[i].made_here, &f) != !*days[i].field ||
		    strcmp(f.field, days[i].field) != 0)
			fail_msg("%s: \"%s\" %s", days[i].why, f.field, f.message);
	}
}

static const struct {
	const char *why, *born, *held;
	enum outcome outcome;
	enum participation participation;
	const char *views;
	bool need_plan;
	int scale;
	const char *asks;
} soft[] = {
	{"nothing to ask", "2019-02-03", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN1, "scared", false, -1, ""},
	{"how the child took part", "2019-02-03", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_NONE, "scared", false,
	 -1, "It is not written down how Chidi Okonkwo took part."},
	{"PN0 at seven", "2019-02-03", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN0, "scared", false, -1,
	 "PN0 is for children under four, and Chidi Okonkwo is 7."},
	{"another code at three", "2022-03-11", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN7, "", false, -1,
	 "Chidi Okonkwo is under four: PN0 is the usual code, not PN7."},
	{"PN0 at three", "2022-03-11", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN0, "", false, -1, ""},
	{"spoke, and nothing is written", "2019-02-03", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN1, "", false,
	 -1, "The views of Chidi Okonkwo are not written down."},
	{"gave no views", "2019-02-03", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_PN7, "", false, -1, ""},
	{"unborn", "", "2026-03-10", OUTCOME_PLAN_MADE, PARTICIPATION_NONE, "", false, -1, ""},
	{"child in need plan still open", "2019-02-03", "2026-03-10", OUTCOME_PLAN_CONTINUES, PARTICIPATION_PN1,
	 "scared", true, -1,
	 "The child in need plan of Chidi Okonkwo is still open: it should end when a child protection plan "
	 "runs."},
	{"open, and no plan is made", "2019-02-03", "2026-03-10", OUTCOME_CHILD_IN_NEED, PARTICIPATION_PN1, "scared",
	 true, -1, ""},
	{"on a Saturday", "2019-02-03", "2026-03-14", OUTCOME_PLAN_MADE, PARTICIPATION_PN1, "scared", false, -1,
	 "Sat 14 Mar 2026 is at the weekend: the national return asks whether the day is right."},
	{"ends low on the scale", "2019-02-03", "2026-03-10", OUTCOME_PLAN_ENDS, PARTICIPATION_PN1, "fine", false, 4,
	 "The plan of Chidi Okonkwo ends at 4 on the scale of 10."},
	{"ends at five", "2019-02-03", "2026-03-10", OUTCOME_PLAN_ENDS, PARTICIPATION_PN1, "fine", false, 5, ""},
	{"two at once", "2019-02-03", "2026-03-10", OUTCOME_PLAN_ENDS, PARTICIPATION_NONE, "fine", false, 0,
	 "It is not written down how Chidi Okonkwo took part.\nThe plan of Chidi Okonkwo ends at 0 on the "
	 "scale of "
	 "10."},
	{"nothing decided, nothing asked", "2019-02-03", "2026-03-14", OUTCOME_NONE, PARTICIPATION_NONE, "", true, 0,
	 ""},
};

static void the_soft_rules_ask(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof soft / sizeof *soft; i++) {
		struct person person = {.given_names = "Chidi",
					.surname = "Okonkwo",
					.born_on = date_from_iso(soft[i].born),
					.expected_on = *soft[i].born ? DAY_NONE : date_from_iso("2026-05-15"),
					.died_on = DAY_NONE};
		struct decision_child child = {.person = &person,
					       .type = CONFERENCE_INITIAL,
					       .held_on = date_from_iso(soft[i].held),
					       .need_plan_is_open = soft[i].need_plan};
		struct child_decision decision = child_decision_blank();

		decision.outcome = soft[i].outcome;
		decision.participation = soft[i].participation;
		decision.child_views = soft[i].views;
		decision.scale = soft[i].scale;
		decision.end_reason = PLAN_END_NO_RISK;
		if (strcmp(decision_warnings(&decision, &child, &mem), soft[i].asks) != 0)
			fail_msg("%s: %s", soft[i].why, decision_warnings(&decision, &child, &mem));
	}
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_hard_rules_refuse_with_the_field),
		cmocka_unit_test(a_sentence_names_what_may_be_done),
		cmocka_unit_test(the_days_of_a_plan_follow_one_another),
		cmocka_unit_test(the_soft_rules_ask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
