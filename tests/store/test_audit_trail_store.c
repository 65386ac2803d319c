/* The audit log as it is read: narrowed, a page at a time, each row once. */
#include "store/audit_trail_store.h"

#include "store_fixture.h"

enum { LOG_ROWS = 400, FIRST_AT = 1773000000, EACH = 60 };

static void append(struct fixture *x, int number)
{
	static const char *const actions[] = {"conference.book", "today.look", "family.look", "refused", "find"};
	static const char *const people[] = {"lena", "lena", "omar"};
	struct audit_identity who = worker;
	char detail[40];
	struct audit_entry entry = {
		/* Two rows each of one and the same second. */
		.at = FIRST_AT + number / 2 * EACH,
		.action = actions[number % 5],
		.subject_kind = number % 4 ? "conference" : "",
		.subject_id = number % 4 ? number % 50 : 0,
		.family_id = number % 20,
		.detail = detail,
	};

	who.login = people[number % 3];
	snprintf(detail, sizeof detail, "row %d", number);
	assert_ok(x, audit_append(x->s, &who, &entry, &x->f));
}

static void fill(struct fixture *x)
{
	assert_ok(x, store_begin(x->s, &x->f));
	for (int i = 1; i <= LOG_ROWS; i++)
		append(x, i);
	assert_ok(x, store_commit(x->s, &x->f));
}

static struct trail_query every_row(void)
{
	return (struct trail_query){.login = "",
				    .kind = "",
				    .subject_kind = "",
				    .to_at = INT64_MAX,
				    .before_at = INT64_MAX,
				    .before_seq = INT64_MAX,
				    .most = 7};
}

/* Through all pages; each row is older than the one before. */
static int count_pages(struct fixture *x, struct trail_query query)
{
	struct trail_row_list rows;
	int count = 0;

	do {
		assert_ok(x, trail_rows(x->s, &query, &x->mem, &rows, &x->f));
		for (size_t i = 0; i < rows.count; i++) {
			const struct trail_row *row = &rows.items[i];

			assert_true(row->at < query.before_at ||
				    (row->at == query.before_at && row->seq < query.before_seq));
			query.before_at = row->at;
			query.before_seq = row->seq;
			count++;
		}
	} while (rows.count == (size_t)query.most);
	return count;
}

static void every_filter_gives_each_of_its_rows_once(void **state)
{
	static const struct {
		const char *why, *login, *kind, *subject_kind;
		int64_t subject, family;
		int from, to, rows; /* minutes after the first */
	} rows[] = {
		{"all", "", "", "", 0, 0, 0, 1000, 400},
		{"one person", "omar", "", "", 0, 0, 0, 1000, 133},
		{"one kind", "", "refusal", "", 0, 0, 0, 1000, 80},
		{"a rare kind of one person", "omar", "refusal", "", 0, 0, 0, 1000, 27},
		{"a common kind of one person", "omar", "look", "", 0, 0, 0, 1000, 53},
		{"an hour", "", "", "", 0, 0, 60, 120, 120},
		{"one person's hour", "omar", "", "", 0, 0, 60, 120, 40},
		{"a kind's hour", "", "search", "", 0, 0, 60, 120, 24},
		{"one family", "", "", "", 0, 3, 0, 1000, 20},
		{"one family, one kind", "", "refusal", "", 0, 3, 0, 1000, 20},
		{"one family, one person", "omar", "", "", 0, 3, 0, 1000, 7},
		{"one conference", "", "", "conference", 7, 0, 0, 1000, 8},
		{"nobody", "nobody", "", "", 0, 0, 0, 1000, 0},
		{"no time at all", "", "", "", 0, 0, 60, 60, 0},
	};
	struct fixture *x = *state;

	fill(x);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct trail_query query = every_row();
		int found;

		query.login = rows[i].login;
		query.kind = rows[i].kind;
		query.family = rows[i].family;
		query.subject_kind = rows[i].subject_kind;
		query.subject_id = rows[i].subject;
		query.from_at = FIRST_AT + rows[i].from * EACH;
		query.to_at = FIRST_AT + rows[i].to * EACH;
		found = count_pages(x, query);
		if (found != rows[i].rows)
			fail_msg("%s: %d, not %d", rows[i].why, found, rows[i].rows);
	}
	assert_true(store_is_at_rest(x->s));
}

static void a_childs_rows_are_its_own_and_its_families(void **state)
{
	static const struct statement make[] = {
		{"INSERT INTO family (id, reference, name) VALUES (3, 'FAM-0003', 'Adeyemi')", false},
		{"INSERT INTO person (id, reference, surname, given_names) VALUES (9, 'P-0009', 'Adeyemi', 'Bisi')",
		 false},
		{"INSERT INTO family_member (family_id, person_id, relationship) VALUES (3, 9, 'child')", false},
	};
	struct fixture *x = *state;
	struct audit_entry own = {
		.at = FIRST_AT, .action = "child.look", .subject_kind = "person", .subject_id = 9, .detail = ""};
	struct trail_query query = every_row();
	struct trail_row_list rows;

	fill(x);
	assert_ok(x, store_begin(x->s, &x->f));
	for (size_t i = 0; i < sizeof make / sizeof *make; i++)
		assert_ok(x, store_change(x->s, &make[i], NULL, NULL, NULL, NULL, &x->f));
	assert_ok(x, audit_append(x->s, &worker, &own, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	query.person = 9;
	assert_int_equal(count_pages(x, query), 21);
	query.most = 100;
	assert_ok(x, trail_rows(x->s, &query, &x->mem, &rows, &x->f));
	assert_string_equal(rows.items[0].family_reference, "FAM-0003");
	assert_string_equal(rows.items[20].subject_reference, "P-0009");
}

static void everybody_with_a_row_is_named_once(void **state)
{
	struct fixture *x = *state;
	struct login_row_list logins;

	fill(x);
	assert_ok(x, trail_logins(x->s, &x->mem, &logins, &x->f));
	assert_int_equal(logins.count, 2);
	assert_string_equal(logins.items[0].login, "lena");
	assert_string_equal(logins.items[1].login, "omar");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_filter_gives_each_of_its_rows_once, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_childs_rows_are_its_own_and_its_families, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(everybody_with_a_row_is_named_once, fixture_begin, fixture_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
