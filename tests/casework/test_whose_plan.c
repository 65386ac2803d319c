/* The outline plan and the proposal of invitees in a family of half-siblings: what the mother of one of the children
 * reads of the plan, and for whom each parent is proposed. */
#include "casework/letters.h"
#include "casework/whose_child.h"
#include "complaint_steps.h"
#include "intake_rows.h"
#include "invite_steps.h"

/* The mother is Ada's, and not Skye's, who is on the same plan. */
static void divide(struct casework_fixture *fixture, const struct live_day *d)
{
	struct parent_of rows[] = {
		{.child_id = d->ada, .is_theirs = true}, {.child_id = d->chidi}, {.child_id = d->skye}};
	const struct parent_of_list said = {rows, 3, 0};
	int64_t version = number(fixture, "SELECT version FROM family WHERE id = %lld", (long long)d->family);

	for (size_t i = 0; i < 3; i++)
		rows[i].adult_id = number(fixture, "SELECT person_id FROM invitee WHERE id = %lld",
					  (long long)d->mother);
	MUST(casework_whose_child_save(fixture->cw, d->family, version, &said, &version, f));
}

static const char *outline_for(struct casework_fixture *fixture, const char *who)
{
	struct letter_tried out;

	MUST(casework_letter_try(fixture->cw, "outline-plan", "C-0001", who, false, &fixture->mem, &out, f));
	return out.text;
}

/* A version and its day say that there is a plan of all of them: whoever reads no word of it does not read that. */
static void who_reads_nothing_of_the_plan_does_not_read_its_number(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	const char *text = outline_for(fixture, "Amelia");

	assert_non_null(strstr(text, "Version of the plan"));
	assert_non_null(strstr(text, "a lock for the door"));
	divide(fixture, &d);
	text = outline_for(fixture, "Amelia");
	assert_null(strstr(text, "a lock for the door")); /* of all the children together */
	assert_null(strstr(text, "Version of the plan"));
	number(fixture, "DROP TRIGGER issued_action_is_never_changed"); /* in place of another conference */
	number(fixture, "UPDATE plan_action SET person_id = %lld", (long long)d.ada);
	text = outline_for(fixture, "Amelia");
	assert_non_null(strstr(text, "a lock for the door"));
	assert_non_null(strstr(text, "Version of the plan"));
	assert_null(strstr(text, "Skye"));
	assert_non_null(strstr(outline_for(fixture, "K. Evans"), "Version of the plan"));
}

static const struct invitee_proposal *mother_in(const struct invitee_proposal_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (strncmp(list->items[i].who, "Amelia", 6) == 0)
			return &list->items[i];
	fail_msg("she is not proposed");
	return NULL;
}

/* Each parent is proposed for the children who are theirs; who is none's at this conference is not ticked. */
static void parents_are_proposed_for_their_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t review = number(fixture, "SELECT id FROM conference WHERE reference = 'C-0900'");
	struct invitee_proposal_list list;

	divide(fixture, &d);
	list = proposed_for(fixture, review);
	assert_non_null(strstr(mother_in(&list)->why, "for Ada alone: a sitting of their own?"));
	assert_true(mother_in(&list)->wanted);
	number(fixture, "DELETE FROM conference_child WHERE conference_id = %lld AND person_id = %lld",
	       (long long)review, (long long)d.ada);
	list = proposed_for(fixture, review);
	assert_non_null(strstr(mother_in(&list)->why, "of no child of this conference"));
	assert_false(mother_in(&list)->wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(who_reads_nothing_of_the_plan_does_not_read_its_number),
		FIXTURE_TEST(parents_are_proposed_for_their_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
