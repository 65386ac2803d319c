/* Each family of SQLite results has its code and its own sentence. */
#include "sqlite_fault.h"
#include "store_fixture.h"

static void fail_with(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	sqlite3_result_error_code(context, sqlite3_value_int(values[0]));
}

static sqlite3 *failing_with(int code)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *q = NULL;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	sqlite3_extended_result_codes(db, 1);
	sqlite3_create_function(db, "fail_with", 1, SQLITE_UTF8, NULL, fail_with, NULL, NULL);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT fail_with(?1)", -1, &q, NULL), SQLITE_OK);
	sqlite3_bind_int(q, 1, code);
	assert_int_equal(sqlite3_step(q), code);
	sqlite3_finalize(q);
	return db;
}

static void each_result_has_its_sentence(void **state)
{
	static const struct {
		const char *why;
		int result;
		enum fault_code code;
		const char *word; /* of the sentence said while saving */
	} rows[] = {
		{"the usual wait", SQLITE_BUSY, FAULT_BUSY, "Another person"},
		{"a log that moved on", SQLITE_BUSY_SNAPSHOT, FAULT_BUSY, "Another person"},
		{"playing a journal back", SQLITE_BUSY_RECOVERY, FAULT_BUSY, "Another person"},
		{"a lock inside the process", SQLITE_LOCKED, FAULT_BUSY, "Another person"},
		{"many starting at once", SQLITE_PROTOCOL, FAULT_BUSY, "Another person"},
		{"no room", SQLITE_FULL, FAULT_STORAGE, "disk is full"},
		{"no right to write", SQLITE_READONLY, FAULT_STORAGE, "read but not written"},
		{"the folder was moved", SQLITE_READONLY_DBMOVED, FAULT_STORAGE, "read but not written"},
		{"a bad sector", SQLITE_IOERR_READ, FAULT_STORAGE, "disk reported an error"},
		{"a sync that failed", SQLITE_IOERR_FSYNC, FAULT_STORAGE, "disk reported an error"},
		{"memory", SQLITE_NOMEM, FAULT_MEMORY, "memory"},
		{"the journal could not be made", SQLITE_CANTOPEN, FAULT_STORAGE, "folder"},
		{"a damaged page", SQLITE_CORRUPT, FAULT_CORRUPT, "damaged"},
		{"a damaged index", SQLITE_CORRUPT_INDEX, FAULT_CORRUPT, "damaged"},
		{"another kind of file", SQLITE_NOTADB, FAULT_CORRUPT, "overwritten"},
		{"a trigger's refusal", SQLITE_CONSTRAINT_TRIGGER, FAULT_REFUSED, "refuses"},
		{"a text over the limit", SQLITE_TOOBIG, FAULT_REFUSED, "shorten"},
		{"anything else", SQLITE_MISMATCH, FAULT_STORAGE, "doctor"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		sqlite3 *db = failing_with(rows[i].result);

		for (enum store_doing doing = STORE_OPENING; doing < STORE_DOING_COUNT; doing++) {
			struct fault f = {0};
			size_t bytes;

			assert_false(sqlite_fault(db, doing, &f));
			bytes = strlen(f.message);
			if (f.code != rows[i].code || bytes < 20 || bytes > FAULT_MESSAGE_ROOM - 2 ||
			    f.message[bytes - 1] != '.' || !f.detail[0])
				fail_msg("%s: %d \"%s\" [%s]", rows[i].why, f.code, f.message, f.detail);
			if (doing == STORE_SAVING && !strstr(f.message, rows[i].word))
				fail_msg("%s: \"%s\"", rows[i].why, f.message);
			if (doing == STORE_NOTING && strstr(f.message, "saved")) /* they saved nothing */
				fail_msg("%s: \"%s\"", rows[i].why, f.message);
		}
		sqlite3_close(db);
	}
}

static void without_a_connection_it_is_memory(void **state)
{
	struct fault f = {0};

	(void)state;
	assert_false(sqlite_fault(NULL, STORE_OPENING, &f));
	assert_int_equal(f.code, FAULT_MEMORY);
	assert_false(sqlite_fault(NULL, STORE_OPENING, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_result_has_its_sentence),
		cmocka_unit_test(without_a_connection_it_is_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
