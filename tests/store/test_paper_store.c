/* Papers: byte for byte what came in, or a sentence that they are not. */
#include "invitation_fixture.h"

#include <sqlite3.h>
#include <stdlib.h>

static struct paper a_paper(int64_t family, const char *name, int64_t bytes)
{
	return (struct paper){.family_id = family,
			      .name = name,
			      .media_type = "application/pdf",
			      .by_user = "bexleya",
			      .bytes = bytes,
			      .kept_at = 1773000000};
}

static void the_digest_is_that_of_the_standard(void **state)
{
	struct fixture *x = *state;

	/* b2sum -l 256 of nothing, and of "abc" */
	assert_string_equal(store_digest(&x->mem, NULL, 0),
			    "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
	assert_string_equal(store_digest(&x->mem, "abc", 3),
			    "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void what_came_in_is_read_back(void **state)
{
	static const struct {
		const char *why, *content;
		size_t bytes;
	} rows[] = {
		{"a text", "Attendance is good.", 19},
		{"noughts are bytes like others", "%PDF\0\0\xff\n", 8},
		{"an empty file is a file", "", 0},
	};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct paper_list list;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct paper paper = a_paper(family, "school report.pdf", (int64_t)rows[i].bytes), back;
		const unsigned char *content;
		size_t bytes = 99;

		paper.conference_id = c.id;
		assert_ok(x, paper_insert(x->s, &paper, rows[i].content, &x->mem, &x->f));
		assert_ok(x, paper_read(x->s, paper.id, &x->mem, &content, &bytes, &x->f));
		if (bytes != rows[i].bytes || (bytes > 0 && memcmp(content, rows[i].content, bytes) != 0))
			fail_msg("%s: %zu bytes", rows[i].why, bytes);
		assert_ok(x, paper_by_id(x->s, paper.id, &x->mem, &back, &x->f));
		assert_string_equal(back.name, "school report.pdf");
		assert_string_equal(back.digest, store_digest(&x->mem, rows[i].content, rows[i].bytes));
		assert_int_equal(back.bytes, rows[i].bytes);
		assert_int_equal(back.report_id, 0);
	}
	assert_ok(x, papers_of_conference(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_ok(x, paper_withdraw(x->s, list.items[0].id, &x->f));
	assert_ok(x, papers_of_conference(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3); /* still kept */
	assert_true(list.items[0].is_withdrawn);
}

static void the_largest_goes_in_and_one_byte_more_does_not(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	unsigned char *content = malloc(PAPER_MOST_BYTES);
	struct paper largest = a_paper(family, "scan.pdf", PAPER_MOST_BYTES),
		     larger = a_paper(family, "holiday.mov", PAPER_MOST_BYTES + 1);
	const unsigned char *back;
	size_t bytes;

	assert_non_null(content);
	memset(content, 0x5a, PAPER_MOST_BYTES);
	assert_ok(x, paper_insert(x->s, &largest, content, &x->mem, &x->f));
	assert_ok(x, paper_read(x->s, largest.id, &x->mem, &back, &bytes, &x->f));
	assert_int_equal(bytes, PAPER_MOST_BYTES);
	assert_memory_equal(back, content, bytes);
	assert_false(paper_insert(x->s, &larger, content, &x->mem, &x->f)); /* not read: refused by its size */
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_non_null(strstr(x->f.message, "holiday.mov"));
	assert_non_null(strstr(x->f.message, "25 MB"));
	assert_int_equal(larger.id, 0);
	free(content);
}

/* By another hand than ours, past the trigger. */
static void change_outside(struct fixture *x)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(x->scratch.file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "DROP TRIGGER paper_is_never_changed;"
				      "UPDATE paper SET content = x'25504447'",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
}

static void a_changed_paper_is_not_handed_out(void **state)
{
	static const struct statement change = {"UPDATE paper SET content = x'00' WHERE id = :id", false};
	static const struct statement drop = {"DELETE FROM paper WHERE id = :id", false};
	struct fixture *x = *state;
	const unsigned char *back;
	struct paper paper;
	size_t bytes;

	assert_ok(x, store_begin(x->s, &x->f));
	paper = a_paper(a_family(x, "FAM-0001", "Mensah"), "school report.pdf", 4);
	assert_ok(x, paper_insert(x->s, &paper, "%PDF", &x->mem, &x->f));
	assert_false(store_change(x->s, &change, NULL, NULL, PARAMETERS(PARAMETER_ID("id", paper.id)), NULL, &x->f));
	assert_true(store_refused_by(x->s, "never changed"));
	assert_false(store_change(x->s, &drop, NULL, NULL, PARAMETERS(PARAMETER_ID("id", paper.id)), NULL, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	change_outside(x);
	assert_false(paper_read(x->s, paper.id, &x->mem, &back, &bytes, &x->f));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
	assert_non_null(strstr(x->f.message, "school report.pdf"));
	assert_null(back);
	assert_false(paper_read(x->s, 4711, &x->mem, &back, &bytes, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
}

static void bundles_are_listed_newest_first(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	int64_t mother = a_member(x, family, "Akua", "Mensah", "1990-05-05", RELATIONSHIP_MOTHER);
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct paper paper = a_paper(family, "bundle.pdf", 4);
	struct bundle professionals = {.conference_id = c.id,
				       .pages = 40,
				       .reports = 7,
				       .missing = 1,
				       .made_at = 1773000000,
				       .by_user = "bexleya"},
		      hers = professionals;
	struct bundle_list list;

	assert_ok(x, paper_insert(x->s, &paper, "%PDF", &x->mem, &x->f));
	professionals.paper_id = hers.paper_id = paper.id;
	hers.person_id = mother;
	hers.reports = 3;
	assert_ok(x, bundle_insert(x->s, &professionals, &x->f));
	assert_ok(x, bundle_insert(x->s, &hers, &x->f));
	assert_ok(x, bundles_of(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].person_id, mother);
	assert_int_equal(list.items[0].reports, 3);
	assert_int_equal(list.items[1].person_id, 0);
	assert_int_equal(list.items[1].pages, 40);
	assert_int_equal(list.items[1].missing, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_digest_is_that_of_the_standard),
		TEST(what_came_in_is_read_back),
		TEST(the_largest_goes_in_and_one_byte_more_does_not),
		cmocka_unit_test_setup_teardown(a_changed_paper_is_not_handed_out, fixture_begin, fixture_end),
		TEST(bundles_are_listed_newest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
