/* A fresh case file in a scratch folder, with the demonstration's rooms and chairs and a fixed day, for tests of
 * casework and of everything above it. Every test gets its own. */
#ifndef TESTS_CASEWORK_FIXTURE_H
#define TESTS_CASEWORK_FIXTURE_H

#include "casework/casework.h"
#include "kept_file.h"

#define FIXTURE_TODAY "2026-04-01"

struct casework_fixture {
	char folder[64];
	char path[96];
	char config[160];    /* settings folder: data/demo of the source tree */
	struct casework *cw; /* open as the founder: business support, manager and administrator */
	struct arena mem;
};

/* cmocka's setup and teardown; *state becomes a struct casework_fixture. */
int casework_fixture_setup(void **state);
/* The same with what is filled in by the founder, once: kept, and copied for every later test. */
int casework_fixture_setup_with(void **state, struct kept_file *kept, void (*fill)(struct casework *cw));
int casework_fixture_teardown(void **state);

/* Closes and opens again on a day (ISO), as the founder. */
void casework_fixture_reopen(struct casework_fixture *fixture, const char *today);
/* Closes and opens again as somebody with these roles, a user made for it when there is none yet. */
void casework_fixture_open_as(struct casework_fixture *fixture, const char *login, role_set roles);

/* Nothing of this process has the file open any more, as before a fork; what asks next opens it again. */
void casework_fixture_let_go(struct casework_fixture *fixture);

/* The rows themselves, past every guard; belongs to the fixture, and is at rest between two calls. */
struct sqlite3 *casework_fixture_rows(const struct casework_fixture *fixture);
/* A number from the case file by SQL, past every guard: what a test wants to know of the rows themselves. */
int64_t casework_fixture_number(const struct casework_fixture *fixture, const char *sql);
/* The same for a text; lives in the fixture's arena, "" when there is no row. */
const char *casework_fixture_text(struct casework_fixture *fixture, const char *sql);

/* How often one of these two was asked so far: a test must not be refused the memory for it. */
int casework_fixture_questions(void);

/* How many audit rows of this action there are. */
int64_t casework_fixture_audited(const struct casework_fixture *fixture, const char *action);

#endif
