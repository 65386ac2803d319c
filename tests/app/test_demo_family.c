/* Invented families: they follow the national statistics, hold together, and are as varied as England's. */
#include "demo_family.h"

#include "base/text.h"
#include "settings/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MANY 6000

struct invented {
	struct arena mem;
	struct demo_names names;
	struct demo_world world;
};

static int invent(void **state)
{
	struct invented *invented = calloc(1, sizeof *invented);
	struct settings *settings = NULL;
	struct fault f = {0};

	assert_non_null(invented);
	if (!demo_names_load(&invented->names, &invented->mem, &f) ||
	    !settings_load(&settings, SOURCE_FOLDER "/data/demo", "national", &invented->mem, &f))
		fail_msg("%s [%s]", f.message, f.detail);
	invented->world = (struct demo_world){.names = &invented->names,
					      .calendar = &settings->calendar,
					      .seed = 1,
					      .today = date_from_iso("2026-04-01"),
					      .families = MANY,
					      .years = 5};
	*state = invented;
	return 0;
}

static int forget(void **state)
{
	struct invented *invented = *state;

	arena_finish(&invented->mem);
	free(invented);
	return 0;
}

/* --- Statistics --- */

struct tally {
	long families, children, enquiries, conferences, planned, again, months_and_more, on_time, reviews, meetings;
	long within[4];  /* working days to the conference: 10, 15, 20, more */
	long lengths[5]; /* 3 months, 6, 12, 2 years, more */
	long taken[40];  /* conferences by working days */
};

/* Reviewed in time, as the return counts it: every review of a plan of three months or more met its limit. */
static bool is_on_time(const struct demo_enquiry *e, day_number ended_on)
{
	day_number from = e->conference_on;
	int months = 3;

	for (size_t r = 0; r < e->review_count && e->reviews[r] <= ended_on; r++) {
		if (e->reviews[r] > date_add_months(from, months))
			return false;
		from = e->reviews[r];
		months = 6;
	}
	return true;
}

static void tally_plan(struct tally *t, const struct demo_enquiry *e, size_t i)
{
	int days = e->ended_on[i] - e->conference_on;

	t->planned++;
	t->again += e->earlier_plans[i] > 0;
	t->lengths[days <= 91 ? 0 : days <= 182 ? 1 : days <= 365 ? 2 : days <= 729 ? 3 : 4]++;
	if (days <= 91)
		return;
	t->months_and_more++;
	t->on_time += is_on_time(e, e->ended_on[i]);
}

static void tally_enquiry(struct tally *t, const struct demo_world *world, const struct demo_enquiry *e)
{
	int concerned = __builtin_popcount(e->children), taken;

	t->enquiries += concerned;
	if (e->conference_on == DAY_NONE)
		return;
	t->conferences += concerned;
	t->meetings++;
	t->reviews += (long)e->review_count;
	taken = working_day_between(e->strategy_on, e->conference_on, world->calendar, COUNT_NATIONAL);
	t->within[taken <= 10 ? 0 : taken <= 15 ? 1 : taken <= 20 ? 2 : 3] += concerned;
	t->taken[taken < 39 ? taken : 39] += concerned;
	for (size_t i = 0; i < DEMO_CHILDREN; i++)
		if (e->planned >> i & 1)
			tally_plan(t, e, i);
}

static struct tally tally_all(const struct demo_world *world)
{
	struct tally t = {0};
	struct arena mem = {0};
	struct demo_family family;

	for (int n = 1; n <= world->families; n++) {
		demo_family_make(world, n, &mem, &family);
		t.families++;
		t.children += (long)family.child_count;
		for (size_t k = 0; k < family.enquiry_count; k++)
			tally_enquiry(&t, world, &family.enquiries[k]);
		arena_reset(&mem);
	}
	arena_finish(&mem);
	return t;
}

static int quartile(const struct tally *t, int quarter)
{
	long sum = 0;

	for (int day = 0; day < 40; day++) {
		sum += t->taken[day];
		if (4 * sum >= quarter * t->conferences)
			return day;
	}
	return 40;
}

static void follows_the_national_statistics(void **state)
{
	struct invented *invented = *state;
	struct tally t = tally_all(&invented->world);
	const struct {
		const char *what;
		long part, whole;
		double expected, give;
	} rows[] = {
		{"conferences within ten working days", t.within[0], t.conferences, 0.087, 0.02},
		{"conferences in eleven to fifteen", t.within[1], t.conferences, 0.727, 0.03},
		{"conferences in sixteen to twenty", t.within[2], t.conferences, 0.089, 0.03},
		{"conferences later than that", t.within[3], t.conferences, 0.097, 0.02},
		{"conferences that lead to a plan", t.planned, t.conferences, 0.858, 0.02},
		{"plans that are not the first", t.again, t.planned, 0.245, 0.04},
		{"plans of up to three months", t.lengths[0], t.planned, 0.159, 0.025},
		{"plans of up to six months", t.lengths[1], t.planned, 0.110, 0.025},
		{"plans of up to a year", t.lengths[2], t.planned, 0.435, 0.03},
		{"plans of up to two years", t.lengths[3], t.planned, 0.252, 0.03},
		{"plans of more than two years", t.lengths[4], t.planned, 0.044, 0.015},
		{"plans reviewed in time", t.on_time, t.months_and_more, 0.906, 0.02},
		{"enquiries that lead to a conference", t.conferences, t.enquiries, 0.313, 0.05},
		{"children a family", t.children, t.families, 2.05, 0.15},
		{"reviews an initial conference", t.reviews, t.meetings, 2.26, 0.25},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		double measured = (double)rows[i].part / (double)rows[i].whole;

		if (measured < rows[i].expected - rows[i].give || measured > rows[i].expected + rows[i].give)
			fail_msg("%s: %.3f, expected %.3f give or take %.3f", rows[i].what, measured, rows[i].expected,
				 rows[i].give);
	}
	assert_int_equal(quartile(&t, 1), 13);
	assert_int_equal(quartile(&t, 2), 14);
	assert_int_equal(quartile(&t, 3), 15);
}

/* The authority of ten years that is measured: the largest council's plans, conferences, enquiries and reviews. */
static void ten_years_of_the_largest_council(void **state)
{
	struct invented *invented = *state;
	struct demo_world world = invented->world;
	struct tally t;

	world.families = 11500;
	world.years = 10;
	t = tally_all(&world);
	assert_in_range(t.planned, 19000, 22500);
	assert_in_range(t.conferences, 21500, 26000);
	assert_in_range(t.enquiries, 67000, 77000);
}

/* --- Families hold together --- */

static void check_enquiry(const struct demo_world *world, const struct demo_family *family, size_t k)
{
	const struct demo_enquiry *e = &family->enquiries[k];
	day_number before = e->conference_on;

	assert_true(e->children != 0);
	assert_true(e->strategy_on <= world->today && e->referred_on <= e->strategy_on);
	assert_true(k == 0 || e->strategy_on > family->enquiries[k - 1].strategy_on);
	assert_int_equal(e->planned & ~e->children, 0);
	assert_true((e->conference_on == DAY_NONE) != (e->answered_on == DAY_NONE));
	if (e->conference_on == DAY_NONE)
		return;
	assert_true(working_day_is(e->conference_on, world->calendar, COUNT_LOCAL));
	for (size_t r = 0; r < e->review_count; r++) {
		assert_true(working_day_is(e->reviews[r], world->calendar, COUNT_LOCAL));
		assert_true(e->reviews[r] > before);
		before = e->reviews[r];
	}
	for (size_t i = 0; i < family->child_count; i++)
		if (e->planned >> i & 1) {
			assert_true(e->ended_on[i] > e->conference_on);
			assert_true(e->ended_on[i] <= family->children[i].birth + 6575);
			for (size_t past = 0; past < k; past++)
				if (family->enquiries[past].planned >> i & 1)
					assert_true(family->enquiries[past].ended_on[i] < e->conference_on);
		}
}

static void check_person(const struct person *p)
{
	char name[NAME_ROOM];

	assert_true(*person_full_name(p, name) != '\0');
	assert_true(text_is_utf8(name, strlen(name)));
	if (*p->phone)
		assert_memory_equal(p->phone, "07700 900", 9);
	if (*p->email)
		assert_true(strstr(p->email, "@example.org") || strstr(p->email, "@example.net"));
}

static void families_hold_together(void **state)
{
	struct invented *invented = *state;
	const struct demo_world *world = &invented->world;
	struct arena mem = {0};
	struct demo_family family;

	for (int n = 1; n <= 2000; n++) {
		demo_family_make(world, n, &mem, &family);
		assert_true(family.child_count > 0 && family.enquiry_count > 0);
		assert_memory_equal(family.home.postcode, "ZZ", 2);
		for (size_t k = 0; k < family.enquiry_count; k++)
			check_enquiry(world, &family, k);
		for (size_t i = 0; i < family.child_count; i++) {
			const struct person *p = &family.children[i].person;

			check_person(p);
			assert_true((p->born_on == DAY_NONE) != (p->expected_on == DAY_NONE));
			assert_true(p->born_on == DAY_NONE ? p->expected_on > world->today
							   : p->born_on <= world->today);
		}
		for (size_t i = 0; i < family.adult_count; i++)
			check_person(&family.adults[i].person);
		arena_reset(&mem);
	}
	arena_finish(&mem);
}

/* --- Variety --- */

struct variety {
	long twins, unborn, unborn_twins, one_name, eight, straight, curly, marks, arabic, chinese, hyphens,
		step_parents, kept_from_father, elsewhere, interpreted, known_as;
};

static void look_at_name(struct variety *v, const struct person *p)
{
	char name[NAME_ROOM];

	person_full_name(p, name);
	v->one_name += !*p->surname;
	v->straight += strchr(name, '\'') != NULL;
	v->curly += strstr(name, "’") != NULL;
	v->marks += strstr(name, "\u0323") != NULL || strstr(name, "\u0300") != NULL;
	v->arabic += strstr(name, "يوسف") != NULL || strstr(name, "مريم") != NULL;
	v->chinese += strstr(name, "子豪") != NULL || strstr(name, "小雨") != NULL;
	v->hyphens += strchr(name, '-') != NULL;
	v->known_as += *p->known_as != '\0';
}

static void look_at_children(struct variety *v, const struct demo_family *family)
{
	for (size_t i = 0; i < family->child_count; i++) {
		const struct person *p = &family->children[i].person;

		look_at_name(v, p);
		v->unborn += p->expected_on != DAY_NONE;
		if (i == 0 || family->children[i].birth != family->children[i - 1].birth)
			continue;
		v->twins++;
		v->unborn_twins += p->expected_on != DAY_NONE;
	}
	v->eight += family->child_count >= 8;
}

static void look_at_adults(struct variety *v, const struct demo_family *family)
{
	for (size_t i = 0; i < family->adult_count; i++) {
		const struct demo_adult *adult = &family->adults[i];

		look_at_name(v, &adult->person);
		v->step_parents += adult->relationship == RELATIONSHIP_STEP_FATHER;
		if (adult->relationship == RELATIONSHIP_FATHER)
			v->elsewhere += strcmp(adult->address.lines, family->home.lines) != 0;
	}
	v->kept_from_father += strcmp(family->home.confidential_from, "father") == 0;
	v->interpreted += family->needs_interpreter;
}

static void people_are_as_varied_as_englands(void **state)
{
	struct invented *invented = *state;
	struct arena mem = {0};
	struct variety v = {0};
	struct demo_family family;

	for (int n = 1; n <= MANY; n++) {
		demo_family_make(&invented->world, n, &mem, &family);
		look_at_children(&v, &family);
		look_at_adults(&v, &family);
		arena_reset(&mem);
	}
	arena_finish(&mem);
	assert_true(v.twins > 20 && v.unborn > 20 && v.unborn_twins > 0 && v.eight > 0);
	assert_true(v.one_name > 10 && v.straight > 10 && v.curly > 10 && v.hyphens > 10 && v.known_as > 10);
	assert_true(v.marks > 10 && v.arabic > 0 && v.chinese > 0);
	assert_true(v.step_parents > 10 && v.kept_from_father > 10 && v.elsewhere > 100 && v.interpreted > 100);
}

/* docs/demo.md has a newcomer find this family in the demonstration that is made when nothing is asked. */
static void the_tour_finds_its_family(void **state)
{
	static const char *const days[] = {"2026-04-01", "2027-01-04", "2028-07-14"};
	struct invented *invented = *state;
	struct demo_world world = invented->world;
	struct arena mem = {0};
	struct demo_family family;

	world.years = 2;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		bool is_there = false;

		world.today = date_from_iso(days[i]);
		for (int n = 1; n <= 200; n++) {
			demo_family_make(&world, n, &mem, &family);
			is_there = is_there || strcmp(text_fold(&mem, family.surname), "olanrewaju") == 0;
			arena_reset(&mem);
		}
		assert_true(is_there);
	}
	arena_finish(&mem);
}

/* --- Chance --- */

static void a_seed_and_a_number_make_one_family(void **state)
{
	struct invented *invented = *state;
	struct demo_world other = invented->world;
	struct arena mem = {0};
	struct demo_family a, b;
	int different = 0;

	other.seed = 2;
	for (int n = 1; n <= 50; n++) {
		demo_family_make(&invented->world, n, &mem, &a);
		demo_family_make(&invented->world, n, &mem, &b);
		assert_int_equal(a.child_count, b.child_count);
		assert_memory_equal(a.enquiries, b.enquiries, sizeof a.enquiries);
		assert_string_equal(a.children[0].person.given_names, b.children[0].person.given_names);
		demo_family_make(&other, n, &mem, &b);
		different += a.enquiries[0].strategy_on != b.enquiries[0].strategy_on;
	}
	arena_finish(&mem);
	assert_true(different > 40);
}

/* Known answers: another machine or a later release must make the same authority from the same seed. */
static void chance_is_the_same_everywhere(void **state)
{
	struct demo_random random = demo_random_of(1, DEMO_PEOPLE, 1);
	static const int weights[] = {1, 0, 3};
	long drawn[3] = {0};

	(void)state;
	for (int i = 0; i < 4000; i++)
		drawn[demo_weighted(&random, weights, 3)]++;
	assert_int_equal(drawn[1], 0);
	assert_in_range(drawn[0], 900, 1100);
	for (int i = 0; i < 1000; i++)
		assert_in_range(demo_between(&random, -3, 3) + 3, 0, 6);
	random = demo_random_of(1, DEMO_PEOPLE, 1);
	assert_int_equal(demo_between(&random, 0, 999999), 569811);
	assert_int_equal(demo_between(&random, 0, 999999), 257016);
	assert_int_equal(demo_between(&random, 0, 999999), 115307);
	assert_int_equal(demo_between(&random, 5, 5), 5);
	assert_false(demo_chance(&random, 0));
	assert_true(demo_chance(&random, 1000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_the_national_statistics),
		cmocka_unit_test(ten_years_of_the_largest_council),
		cmocka_unit_test(families_hold_together),
		cmocka_unit_test(people_are_as_varied_as_englands),
		cmocka_unit_test(the_tour_finds_its_family),
		cmocka_unit_test(a_seed_and_a_number_make_one_family),
		cmocka_unit_test(chance_is_the_same_everywhere),
	};

	return cmocka_run_group_tests(tests, invent, forget);
}
