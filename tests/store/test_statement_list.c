/* Every statement of the program: it can be prepared against the newest schema, it is listed, and the hot ones never
 * read a whole table. */
#include "guard.h"
#include "statement.h"
#include "statement_list.h"
#include "store_fixture.h"

#include <ctype.h>
#include <dirent.h>

struct plan_line {
	const char *text;
};
struct plan {
	struct plan_line lines[64];
	size_t count;
};

static void read_plan(struct fixture *x, const struct statement *q, struct plan *plan)
{
	char *sql = arena_printf(&x->mem, "EXPLAIN QUERY PLAN %s", q->sql);
	sqlite3_stmt *explain = NULL;

	plan->count = 0;
	assert_int_equal(sqlite3_prepare_v2(x->s->db, sql, -1, &explain, NULL), SQLITE_OK);
	while (sqlite3_step(explain) == SQLITE_ROW && plan->count < 64)
		plan->lines[plan->count++].text = arena_text(&x->mem, (const char *)sqlite3_column_text(explain, 3));
	sqlite3_finalize(explain);
}

static const struct statement is_partial = {
	"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = :name AND sql LIKE '% WHERE %'", false};

/* An index over some of the rows only, such as the open deadlines, is as short as the answer. */
static bool scans_partial_index(struct fixture *x, const char *line)
{
	const char *name = strstr(line, "INDEX ");
	int64_t found = 0;

	if (name)
		store_select_number(x->s, &is_partial, PARAMETERS(PARAMETER_TEXT("name", name + 6)), 0, &found, &x->f);
	return found == 1;
}

/* A part of the statement that was worked out before: "SCAN due" after "MATERIALIZE due" or "CO-ROUTINE due". */
static bool scans_own_result(const struct plan *plan, const char *line)
{
	const char *name = line + strlen("SCAN ");
	size_t bytes = strcspn(name, " ");

	if (name[0] == '(' || strncmp(name, "CONSTANT", 8) == 0 || isdigit((unsigned char)name[0]))
		return true;
	for (size_t i = 0; i < plan->count; i++) {
		const char *made = strchr(plan->lines[i].text, ' ');
		bool is_made = strncmp(plan->lines[i].text, "MATERIALIZE ", 12) == 0 ||
			       strncmp(plan->lines[i].text, "CO-ROUTINE ", 11) == 0;

		if (is_made && strncmp(made + 1, name, bytes) == 0 && strlen(made + 1) == bytes)
			return true;
	}
	return false;
}

static bool reads_whole_table(struct fixture *x, const struct plan *plan, const char **line)
{
	for (size_t i = 0; i < plan->count; i++) {
		*line = plan->lines[i].text;
		if (strncmp(*line, "SCAN ", 5) == 0 && !strstr(*line, "VIRTUAL TABLE INDEX") &&
		    !scans_own_result(plan, *line) && !scans_partial_index(x, *line))
			return true;
	}
	return false;
}

static void each_is_prepared_and_the_hot_do_not_scan(void **state)
{
	struct fixture *x = *state;
	size_t count = 0, bad = 0;

	assert_ok(x, guard_lower(x->s, &x->f)); /* some of them run only while a record is erased */
	for (const struct statement *const *const *file = statement_files; *file; file++)
		for (const struct statement *const *q = *file; *q; q++, count++) {
			struct prepared *p = statement_borrow(x->s, *q, &x->f);
			struct plan plan;
			const char *line;

			if (!p) {
				print_error("cannot be prepared: %s\n  %s\n", (*q)->sql, x->f.detail);
				bad++;
				continue;
			}
			statement_return(&p);
			read_plan(x, *q, &plan);
			if ((*q)->hot && reads_whole_table(x, &plan, &line)) {
				print_error("hot, but %s: %s\n", line, (*q)->sql);
				bad++;
			}
			arena_reset(&x->mem);
		}
	assert_int_equal(bad, 0);
	assert_true(count > 10);
}

/* The test above must be able to fail. */
static void a_scan_is_seen(void **state)
{
	static const struct statement slow = {"SELECT id FROM contact WHERE email = :email", true};
	static const struct statement quick = {"SELECT id FROM contact WHERE agency_id = :agency", true};
	static const struct statement partial = {"SELECT count(*) FROM plan WHERE ended_on IS NULL", true};
	struct fixture *x = *state;
	struct plan plan;
	const char *line;

	read_plan(x, &slow, &plan);
	assert_true(reads_whole_table(x, &plan, &line));
	read_plan(x, &quick, &plan);
	assert_false(reads_whole_table(x, &plan, &line));
	read_plan(x, &partial, &plan);
	assert_false(reads_whole_table(x, &plan, &line));
}

static char *text_of_file(struct arena *mem, const char *path)
{
	FILE *file = fopen(path, "r");
	char *text;
	size_t bytes;

	assert_non_null(file);
	text = arena_alloc(mem, 200000);
	bytes = fread(text, 1, 199999, file);
	fclose(file);
	assert_true(bytes < 199999);
	return text;
}

/* BEGIN, COMMIT and SAVEPOINT are no queries, and store_refused_by asks the schema only. */
static bool stays_out_of_the_list(const char *file)
{
	return strcmp(file, "transaction.c") == 0 || strcmp(file, "mark.c") == 0 || strcmp(file, "query.c") == 0;
}

static size_t count_unlisted(struct arena *mem, const char *file, const char *text)
{
	static const char opening[] = "static const struct statement ";
	size_t unlisted = 0;

	for (const char *at = text; (at = strstr(at, opening));) {
		char *pointer;

		at += sizeof opening - 1;
		if (*at == '*') /* a pointer that chooses among them */
			continue;
		pointer = arena_printf(mem, "&%.*s", (int)strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789_"), at);
		/* Once in use and once in the array: the array's entry is followed by a comma. */
		if (!strstr(text, arena_printf(mem, "%s,", pointer)) || !strstr(text, "_statements[] = {")) {
			print_error("%s: %s is not in the file's array\n", file, pointer + 1);
			unlisted++;
		}
	}
	return unlisted;
}

static void each_is_listed(void **state)
{
	struct fixture *x = *state;
	DIR *folder = opendir(SOURCE_FOLDER "/src/store");
	struct dirent *entry;
	size_t unlisted = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		size_t bytes = strlen(entry->d_name);
		char *path = arena_printf(&x->mem, SOURCE_FOLDER "/src/store/%s", entry->d_name);

		if (bytes > 2 && strcmp(entry->d_name + bytes - 2, ".c") == 0 && !stays_out_of_the_list(entry->d_name))
			unlisted += count_unlisted(&x->mem, entry->d_name, text_of_file(&x->mem, path));
		arena_reset(&x->mem);
	}
	closedir(folder);
	assert_int_equal(unlisted, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_is_prepared_and_the_hot_do_not_scan, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_scan_is_seen, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(each_is_listed, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
