/* Finding people by what they are called. */
#include "store/search_store.h"

#include "base/text.h"
#include "store_fixture.h"

static const char *const names[] = {
	"Ọ̀ṣúndé Adébáyọ̀", "Adebayo",         "Saint-Clair Łukasz",  "O'Brien Niamh", "Obrienne",
	"de la Cruz Ana", "NOT AND OR NEAR", "Ειρήνη Παπαδοπούλου", "李 小龙",       "Brown 0123456789",
	"a\"b* c",
};

static void fill(struct fixture *x)
{
	assert_ok(x, store_begin(x->s, &x->f));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_ok(x, search_person_put(x->s, (int64_t)i + 1, text_fold(&x->mem, names[i]), &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
}

static void people_are_found_as_they_are_typed(void **state)
{
	static const struct {
		const char *why, *typed;
		int64_t first, total;
	} rows[] = {
		{"without the marks", "osunde", 1, 1},
		{"by the beginning, the closest first", "adeb", 2, 2},
		{"every word in any order", "ade osu", 1, 1},
		{"without the hyphen and the stroke", "lukasz saint", 3, 1},
		{"without the apostrophe", "obrien", 5, 2},
		{"an operator is a name", "not near", 7, 1},
		{"a star and a quote are nothing", "\"*a\"*b", 11, 1},
		{"Greek", "παπα", 8, 1},
		{"Chinese", "李", 9, 1},
		{"a number's beginning", "0123", 10, 1},
		{"two words one of which nobody has", "ade zzz", 0, 0},
		{"no words", " - ", 0, 0},
	};
	struct fixture *x = *state;

	fill(x);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct id_list found;
		int64_t total;

		assert_ok(x,
			  search_people(x->s, text_fold(&x->mem, rows[i].typed), 1, 5, &x->mem, &found, &total, &x->f));
		if (total != rows[i].total || found.count != (size_t)total ||
		    (total && found.items[0] != rows[i].first))
			fail_msg("%s: %lld found, first %lld", rows[i].why, (long long)total,
				 (long long)(found.count ? found.items[0] : 0));
	}
	assert_true(store_is_at_rest(x->s));
}

static void a_new_name_replaces_the_old(void **state)
{
	struct fixture *x = *state;
	struct id_list found;
	int64_t total;

	fill(x);
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, search_person_put(x->s, 2, "okafor", &x->f));
	assert_ok(x, search_person_put(x->s, 3, "", &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, search_people(x->s, "okafor", 1, 5, &x->mem, &found, NULL, &x->f));
	assert_int_equal(found.count, 1);
	assert_ok(x, search_people(x->s, "adebayo", 1, 5, &x->mem, &found, &total, &x->f));
	assert_int_equal(total, 1);
	assert_ok(x, search_people(x->s, "lukasz", 1, 5, &x->mem, &found, &total, &x->f));
	assert_int_equal(total, 0);
	assert_false(search_person_put(x->s, 4, "outside a save", &x->f));
}

static void many_are_counted_and_few_are_given(void **state)
{
	struct fixture *x = *state;
	struct id_list found;
	int64_t total;
	char name[40];

	assert_ok(x, store_begin(x->s, &x->f));
	for (int i = 1; i <= 1500; i++) {
		snprintf(name, sizeof name, "person%s %04d", i == 700 ? "" : "alised", i);
		assert_ok(x, search_person_put(x->s, i, name, &x->f));
	}
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, search_people(x->s, "perso", 1, 20, &x->mem, &found, &total, &x->f));
	assert_int_equal(total, 1500);
	assert_int_equal(found.count, 20);
	assert_ok(x, search_people(x->s, "perso 07", 1, 20, &x->mem, &found, &total, &x->f));
	assert_int_equal(total, 100);
	assert_int_equal(found.items[0], 700); /* the shortest */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(people_are_found_as_they_are_typed),
		TEST(a_new_name_replaces_the_old),
		TEST(many_are_counted_and_few_are_given),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
