/* An open case file in a scratch folder, for the tests of the store. */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include "kept_file.h"
#include "scratch.h"
#include "store/audit.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct scratch scratch;
	struct store *s;
	struct arena mem;
	struct fault f;
};

static inline bool fixture_new_file(const char *path, struct fault *f)
{
	static struct kept_file empty;

	if (empty.bytes)
		kept_file_write(&empty, path);
	else if (!store_create(path, f))
		return false;
	else
		kept_file_read(&empty, path);
	return true;
}

static inline int fixture_begin(void **state)
{
	static struct fixture one;

	one = (struct fixture){0};
	scratch_begin(&one.scratch);
	if (!fixture_new_file(one.scratch.file, &one.f) ||
	    !store_open(&one.s, &(struct store_opening){.path = one.scratch.file, .busy_seconds = 1}, &one.f)) {
		print_error("%s [%s]\n", one.f.message, one.f.detail);
		return -1;
	}
	*state = &one;
	return 0;
}

static inline int fixture_end(void **state)
{
	struct fixture *x = *state;

	store_close(x->s);
	arena_finish(&x->mem);
	scratch_end(&x->scratch);
	return 0;
}

/* So that a failing test says why in the program's own words. */
#define assert_ok(x, call)                                                                                             \
	do {                                                                                                           \
		if (!(call)) {                                                                                         \
			print_error("%s: %s [%s]\n", #call, (x)->f.message, (x)->f.detail);                            \
			fail();                                                                                        \
		}                                                                                                      \
	} while (0)

static const struct audit_identity worker = {
	.uid = 1007,
	.login = "bexleya",
	.roles = "business support",
	.terminal = "pts/4",
	.address = "192.0.2.7",
	.session = "7-4",
	.program = "0.1.0",
};

/* One agency and one audit row: the smallest honest save. */
static const struct statement fixture_add_agency = {"INSERT INTO agency (name) VALUES (:name)", false};
static const struct statement fixture_count_agencies = {"SELECT count(*) FROM agency", false};

static inline bool fixture_save(struct store *s, const char *name, struct fault *f)
{
	struct audit_entry entry = {.at = 1773000000, .action = "agency.add", .subject_kind = "agency", .detail = name};

	if (!store_begin(s, f))
		return false;
	if (store_change(s, &fixture_add_agency, NULL, NULL, PARAMETERS(PARAMETER_TEXT("name", name)), NULL, f)) {
		entry.subject_id = store_last_id(s);
		if (audit_append(s, &worker, &entry, f))
			return store_commit(s, f);
	}
	store_rollback(s);
	return false;
}

static inline int64_t fixture_agencies(struct store *s)
{
	int64_t count = -1;

	store_select_number(s, &fixture_count_agencies, NULL, -1, &count, NULL);
	return count;
}

#endif
