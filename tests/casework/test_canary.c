/* Whoever is not named reads no word of a restricted family out of any verb or query there is. Every text of the case
 * file gets a word that stands nowhere else, every family is hidden, and each row of the table of calls is tried: what
 * it answers, and what it refuses with, must be without the word. A new verb stands in that table or test_permissions
 * fails, so none can be forgotten. */
#include "permission_rows.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <strings.h>

#define CANARY "Quillfeather"

/* As src/base/arena.c lays it out: everything that a verb hands out lies in the arena of its caller. */
struct arena_block {
	struct arena_block *next;
	size_t used, room;
	_Alignas(max_align_t) unsigned char bytes[];
};

static bool is_in(const unsigned char *bytes, size_t count)
{
	const size_t length = strlen(CANARY);

	for (size_t i = 0; i + length <= count; i++)
		if (tolower(bytes[i]) == 'q' && strncasecmp((const char *)bytes + i, CANARY, length) == 0)
			return true;
	return false;
}

static bool has_canary(const struct arena *mem)
{
	bool found = false;

	for (const struct arena_block *block = mem->blocks; block && !found; block = block->next)
		found = is_in(block->bytes, block->used);
	return found;
}

/* --- The word in every text --- */

/* What was typed about somebody has a capital or a blank, or may be empty; a token, a day and a digest are neither.
 * What a CHECK or a key holds as it is stays so, and so does what the program reads as words of its own. */
static const char every_text[] =
	"SELECT 'UPDATE OR IGNORE \"' || t.name || '\" SET \"' || c.name || '\" = \"' || c.name || '\" || '' " CANARY
	"'' WHERE \"' || c.name || '\" GLOB ''*[A-Z ]*'' AND \"' || c.name || '\" NOT GLOB ''[12][0-9][0-9][0-9]-*'''"
	" || iif(c.dflt_value = '''''', ' OR \"' || c.name || '\" = ''''', '')"
	" FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c"
	" WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'sqlite%'"
	" AND t.name NOT IN ('authority', 'user_account', 'resource', 'agency', 'contact', 'audit', "
	"'reference_counter',"
	" 'restriction', 'access_event', 'disposal')" /* of nobody's family, of one that is gone, or for managers */
	" AND c.name NOT IN ('reference', 'la_child_id', 'by', 'digest', 'template', 'policy', 'content', 'email',"
	" 'exclusion_reason', 'quorum_exception', 'participation', 'outcome', 'end_reason', 'upn_unknown', 'sittings',"
	" 'avoid', 'warnings_accepted', 'confidential_from', 'login', 'form', 'subject', 'session', 'relationship')"
	" AND c.name NOT GLOB '*_by' AND (t.name NOT IN ('invitee', 'core_group_member') OR c.name <> 'agency')";

static void run_sql(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", why, sql);
}

/* Runs each text that a query answers with; how many rows they changed. */
static int run_each(sqlite3 *db, const char *query)
{
	enum { ROOM = 1000 };
	struct arena mem = {0};
	char *texts[ROOM];
	sqlite3_stmt *q = NULL;
	size_t count = 0;
	int changed = 0;

	assert_int_equal(sqlite3_prepare_v2(db, query, -1, &q, NULL), SQLITE_OK);
	for (; sqlite3_step(q) == SQLITE_ROW && count < ROOM; count++)
		texts[count] = arena_text(&mem, (const char *)sqlite3_column_text(q, 0));
	assert_true(count > 0 && count < ROOM);
	sqlite3_finalize(q);
	for (size_t i = 0; i < count; i++) {
		run_sql(db, texts[i]);
		changed += sqlite3_changes(db);
	}
	arena_finish(&mem);
	return changed;
}

static void say_it_everywhere(const struct casework_fixture *fixture)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(fixture->path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	run_sql(db, "BEGIN");
	run_each(db, "SELECT 'DROP TRIGGER \"' || name || '\"' FROM sqlite_master WHERE type = 'trigger'");
	run_sql(db, "INSERT INTO address (person_id, lines) SELECT id, '1 Heron Wharf' FROM person");
	assert_true(run_each(db, every_text) > 600);
	run_sql(db, "COMMIT");
	sqlite3_close(db);
}

/* --- Every call --- */

static struct world make_told_world(struct casework_fixture *fixture)
{
	static call *const more[] = {visit_record, disclosure_record, chase_by_telephone, live_note,
				     live_view,    live_attend,       plan_scale,         core_group_tell};
	struct arena mem = {0};
	struct world w;

	casework_fixture_open_as(fixture, "spare", ROLE_BIT(ROLE_AUDITOR));
	casework_fixture_open_as(fixture, "chair", (1u << ROLE_COUNT) - 1);
	MUST(casework_draft_keep(fixture->cw, "record", "C-0002 section 1", "Record C-0002", "1\nShe said", f));
	MUST(casework_draft_keep(fixture->cw, "move", "1", "A move", "words Out\n", f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	w = make_world(fixture);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		MUST(more[i](fixture->cw, &w, &mem, f));
	arena_finish(&mem);
	say_it_everywhere(fixture);
	casework_fixture_open_as(fixture, "chair", (1u << ROLE_COUNT) - 1);
	return w;
}

/* Tried and taken back. What is read on the way to a refusal is shown to nobody: there the sentence counts. */
static bool tells(const struct world *w, size_t i, bool *done)
{
	struct casework_fixture *fixture = w->fixture;
	struct arena mem = {0};
	struct fault why = {0};
	bool found;

	MUST(casework_batch_begin(fixture->cw, f));
	*done = calls[i].run(fixture->cw, w, &mem, &why);
	MUST(casework_batch_end(fixture->cw, false, f));
	found = *done ? has_canary(&mem) : is_in((const unsigned char *)why.message, strlen(why.message));
	arena_finish(&mem);
	return found;
}

static void no_call_tells_a_word_of_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct world w = make_told_world(fixture);
	int leaks = 0, told = 0, refused = 0;
	bool done;

	for (size_t i = 0; i < CALL_COUNT; i++) {
		told += tells(&w, i, &done);
		refused += !done;
	}
	assert_true(told > 100 && refused < 15); /* or it was nowhere to be read; some were made above, once */
	number(fixture, "UPDATE family SET is_restricted = 1");
	for (size_t i = 0; i < CALL_COUNT; i++)
		if (tells(&w, i, &done)) {
			print_error("%s tells a word of a restricted family\n", calls[i].name);
			leaks++;
		}
	assert_int_equal(leaks, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {FIXTURE_TEST(no_call_tells_a_word_of_it)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
