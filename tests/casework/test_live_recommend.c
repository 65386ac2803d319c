/* Recommendations: what each needs, and that one of another conference is out of reach. */
#include "live_steps.h"

static struct recommendation a_recommendation(const struct live_day *d, enum recommendation_kind kind)
{
	struct recommendation one = recommendation_blank();

	one.conference_id = d->id;
	one.kind = kind;
	return one;
}

static void a_recommendation_is_checked_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct recommendation one = a_recommendation(&d, RECOMMEND_OTHER);

	REFUSED(casework_live_recommend(fixture->cw, &one, f), "words", "Write what is recommended");
	one.kind = RECOMMENDATION_COUNT;
	REFUSED(casework_live_recommend(fixture->cw, &one, f), "kind", "Choose what is recommended");
	one = a_recommendation(&d, RECOMMEND_LEGAL);
	one.by_on = date_from_iso(FIXTURE_TODAY) - 1;
	REFUSED(casework_live_recommend(fixture->cw, &one, f), "by_on", "before the conference");
	one.by_on = date_from_iso(FIXTURE_TODAY);
	one.person_id = 999;
	REFUSED(casework_live_recommend(fixture->cw, &one, f), "", "none of the family's");
	one.person_id = d.ada;
	MUST(casework_live_recommend(fixture->cw, &one, f));
	assert_int_equal(live_now(fixture, d.id).recommendations.count, 1);
}

static void it_is_changed_and_dropped_by_version(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture), other;
	struct recommendation one = a_recommendation(&d, RECOMMEND_FAMILY_GROUP), moved;

	MUST(casework_live_recommend(fixture->cw, &one, f));
	one.who = "Emma Evans";
	MUST(casework_live_recommend(fixture->cw, &one, f));
	CONFLICTS(casework_live_recommend_drop(fixture->cw, d.id, one.id, 1, f));
	other.id = a_waiting_conference(fixture, "Marlowe", "2026-03-26");
	number(fixture, "UPDATE conference SET state = 'in_progress', held_on = '" FIXTURE_TODAY "' WHERE id = %lld",
	       (long long)other.id);
	moved = one;
	moved.conference_id = other.id;
	REFUSED(casework_live_recommend(fixture->cw, &moved, f), "", "not there any more");
	REFUSED(casework_live_recommend_drop(fixture->cw, other.id, one.id, 2, f), "", "not there any more");
	MUST(casework_live_recommend_drop(fixture->cw, d.id, one.id, 2, f));
	assert_int_equal(live_now(fixture, d.id).recommendations.count, 0);
	assert_int_equal(casework_fixture_audited(fixture, "live.recommend_drop"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_recommendation_is_checked_by_field),
		TEST(it_is_changed_and_dropped_by_version),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
