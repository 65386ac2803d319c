/* Every verb and every query, tried by every role: who may is what the table of roles says, who may not is told so and
 * changes nothing, nothing is left open, and each leaves the audit rows that are written here. */
#include "domain/audit_kind.h"
#include "permission_rows.h"

#include <stdlib.h>

/* Public functions that ask for no right: they open and close, count off what is known, or frame other verbs. */
static const char *const without_right[] = {
	"casework_open",
	"casework_close",
	"casework_found",
	"casework_audit_trail", /* an auditor's alone: test_audit_trail.c */
	"casework_audit_people",
	"casework_today",
	"casework_day_of_now",
	"casework_settings",
	"casework_policy",
	"casework_calendar",
	"casework_authority",
	"casework_la_code",
	"casework_user_name",
	"casework_user_login",
	"casework_roles",
	"casework_is_demo",
	"casework_is_read_only",
	"casework_is_at_rest",
	"casework_rest", /* gives memory back, and reads nothing */
	"casework_changed_elsewhere",
	"casework_may",
	"casework_may_for",
	"casework_batch_begin",
	"casework_batch_end",
	"casework_draft_drop_id",
	"casework_draft_take_over",
	"casework_by_others",
	"casework_by_others_lately",
	"casework_be_present",
	"casework_present",
	"casework_also_open",
	"casework_heard",
	"casework_reading_again",
	"casework_search_rests", /* of what was found before, with its right */
	"casework_search_ends",
	"casework_search_was_none",
};

static int64_t audit_rows(const struct casework_fixture *fixture)
{
	return number(fixture, "SELECT count(*) FROM audit WHERE action <> 'sign-in' AND kind <> 'refusal'");
}

static bool may(role_set roles, enum action right)
{
	if (right == ACTION_READ_AUDIT) /* whoever keeps users or makes back-ups checks the log too */
		return roles_permission(roles, ACTION_READ_AUDIT) != NOT_ALLOWED ||
		       roles_permission(roles, ACTION_KEEP_USERS) != NOT_ALLOWED ||
		       roles_permission(roles, ACTION_BACK_UP) != NOT_ALLOWED;
	return roles_permission(roles, right) != NOT_ALLOWED;
}

/* Whoever approves a record may write in it, and never gives it to themselves. */
static bool is_the_approvers(size_t i, role_set roles, const struct fault *why)
{
	return calls[i].run == record_to_chair && roles == ROLE_BIT(ROLE_CHAIR) && why->code == FAULT_REFUSED;
}

/* A list of everybody's is not of conferences that one chairs. */
static bool is_of_all(size_t i)
{
	return calls[i].run == export_plans || calls[i].run == export_actions;
}

static bool may_do(size_t i, role_set roles)
{
	return is_of_all(i) ? roles_permission(roles, calls[i].right) == ALLOWED : may(roles, calls[i].right);
}

/* Run in a batch that is given up, so that the world is the same for the next. */
static void try_as(const struct world *w, size_t i, role_set roles, const char *who)
{
	struct casework_fixture *fixture = w->fixture;
	struct arena mem = {0};
	struct fault why = {0};
	bool ok;

	MUST(casework_batch_begin(fixture->cw, f));
	ok = calls[i].run(fixture->cw, w, &mem, &why);
	MUST(casework_batch_end(fixture->cw, false, f));
	if (may_do(i, roles) && !ok && !is_the_approvers(i, roles, &why))
		fail_msg("%s by %s: %s [%s]", calls[i].name, who, why.message, why.detail);
	if (!may_do(i, roles) && (ok || why.code != FAULT_NOT_ALLOWED || !*why.message))
		fail_msg("%s by %s: was not turned away: %s", calls[i].name, who, why.message);
	if (!casework_is_at_rest(fixture->cw))
		fail_msg("%s by %s: left something open", calls[i].name, who);
	arena_finish(&mem);
}

static void every_role_may_what_the_table_says(void **state)
{
	struct casework_fixture *fixture = *state;
	struct world w;

	casework_fixture_open_as(fixture, "spare", ROLE_BIT(ROLE_AUDITOR));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	w = make_world(fixture);
	for (int role = 0; role < ROLE_COUNT; role++) {
		casework_fixture_open_as(fixture, role_token((enum role)role), ROLE_BIT(role));
		for (size_t i = 0; i < CALL_COUNT; i++)
			try_as(&w, i, ROLE_BIT(role), role_token((enum role)role));
	}
}

static int64_t refusals(const struct casework_fixture *fixture)
{
	return number(fixture, "SELECT count(*) FROM audit WHERE kind = 'refusal'");
}

/* Whoever tries leaves one row, which says what; nothing else is left. */
static void who_may_not_changes_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct world w = make_world(fixture);
	struct arena mem = {0};

	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	for (size_t i = 0; i < CALL_COUNT; i++) {
		int64_t before = audit_rows(fixture), refused = refusals(fixture);
		struct fault why = {0};

		if (may(ROLE_BIT(ROLE_OUT_OF_HOURS), calls[i].right)) /* its own drafts, and the list */
			continue;
		if (calls[i].run(fixture->cw, &w, &mem, &why))
			fail_msg("%s: done without any right", calls[i].name);
		if (audit_rows(fixture) != before || refusals(fixture) != refused + 1 ||
		    !casework_is_at_rest(fixture->cw))
			fail_msg("%s: left %lld rows and %lld refusals", calls[i].name,
				 (long long)(audit_rows(fixture) - before), (long long)(refusals(fixture) - refused));
	}
	arena_finish(&mem);
}

/* A caller that wants no fault must not bring the program down, and what failed leaves nothing behind. */
static void a_refusal_needs_no_fault_and_leaves_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct world nothing;
	struct arena mem = {0};

	make_world(fixture);
	nothing = (struct world){.fixture = fixture, .person = some_person("", "", "")};
	nothing.booking.slot.day = DAY_NONE;
	nothing.person.id = 999;
	for (size_t i = 0; i < CALL_COUNT; i++) {
		int64_t before = audit_rows(fixture);
		struct fault f = {0};

		if (!calls[i].can_fail)
			continue;
		if (calls[i].run(fixture->cw, &nothing, &mem, NULL) || calls[i].run(fixture->cw, &nothing, &mem, &f))
			fail_msg("%s: there is nothing it could be about", calls[i].name);
		if (f.code == FAULT_NONE || !strchr(f.message, '.') || audit_rows(fixture) != before ||
		    !casework_is_at_rest(fixture->cw))
			fail_msg("%s: \"%s\" or something left behind", calls[i].name, f.message);
	}
	arena_finish(&mem);
}

static void copy_file(const char *from, const char *to)
{
	char bytes[65536];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t n;

	assert_non_null(in);
	assert_non_null(out);
	while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
		assert_int_equal(fwrite(bytes, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

/* Two who only look would make each other read again for ever. */
static void assert_no_news(struct casework_fixture *fixture, size_t i, int64_t rows)
{
	char sql[80];

	for (int64_t k = 0; calls[i].looks && k < rows; k++) {
		const char *act;

		snprintf(sql, sizeof sql, "SELECT action FROM audit ORDER BY seq DESC LIMIT 1 OFFSET %lld",
			 (long long)k);
		act = casework_fixture_text(fixture, sql);
		if (audit_act_changes(act))
			fail_msg("%s only looks, and others read again because of \"%s\"", calls[i].name, act);
	}
}

static void assert_rows(struct casework_fixture *fixture, const struct world *w, size_t i)
{
	int64_t before = audit_rows(fixture), rows;
	struct fault f = {0};

	if (!calls[i].run(fixture->cw, w, &fixture->mem, &f))
		fail_msg("%s: %s [%s]", calls[i].name, f.message, f.detail);
	rows = audit_rows(fixture) - before;
	if (rows != calls[i].rows)
		fail_msg("%s: %lld audit rows, not %d: %s", calls[i].name, (long long)rows, calls[i].rows,
			 casework_fixture_text(fixture,
					       "SELECT group_concat(action, ' ') FROM (SELECT action FROM audit"
					       " ORDER BY seq DESC LIMIT 9)"));
	assert_no_news(fixture, i, rows);
}

/* Each is tried in a copy of one and the same file. */
static void every_call_leaves_its_rows(void **state)
{
	struct casework_fixture *fixture = *state;
	char kept[140];
	struct world w;

	casework_fixture_open_as(fixture, "spare", ROLE_BIT(ROLE_AUDITOR));
	casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	w = make_world(fixture);
	casework_close(fixture->cw);
	fixture->cw = NULL;
	snprintf(kept, sizeof kept, "%s.kept", fixture->path);
	copy_file(fixture->path, kept);
	for (size_t i = 0; i < CALL_COUNT; i++) {
		copy_file(kept, fixture->path);
		if (is_the_chairs(calls[i].right))
			casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
		else
			casework_fixture_reopen(fixture, FIXTURE_TODAY);
		assert_rows(fixture, &w, i);
		casework_close(fixture->cw);
		fixture->cw = NULL;
	}
	unlink(kept);
}

static void shows_and_keeps_nothing(const struct world *w, size_t i)
{
	struct casework *cw = w->fixture->cw;
	struct arena mem = {0};
	struct fault why = {0};
	bool done = calls[i].run(cw, w, &mem, &why);

	if (done != calls[i].looks)
		fail_msg("%s: %s", calls[i].name, done ? "was done" : why.message);
	if (!done && (!strstr(why.message, "nothing was saved") || why.code == FAULT_NONE))
		fail_msg("%s: %s", calls[i].name, why.message);
	assert_true(casework_is_at_rest(cw));
	arena_finish(&mem);
}

/* A file to look at only: whatever looks is answered, whatever writes is told why not. */
static void a_file_to_look_at_shows_and_keeps_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct world w = make_world(fixture);
	struct casework_opening how = {.path = fixture->path,
				       .config_folder = fixture->config,
				       .today = date_from_iso(FIXTURE_TODAY),
				       .read_only = true};
	int64_t before;

	casework_fixture_open_as(fixture, "chair", ROLE_BIT(ROLE_CHAIR));
	before = number(fixture, "SELECT count(*) FROM audit");
	for (int chairs = 0; chairs < 2; chairs++) {
		how.user = chairs ? "chair" : NULL;
		casework_close(fixture->cw);
		MUST(casework_open(&fixture->cw, &how, f));
		for (size_t i = 0; i < CALL_COUNT; i++)
			if (is_the_chairs(calls[i].right) == chairs)
				shows_and_keeps_nothing(&w, i);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit"), before);
}

/* --- That nothing is left out --- */

static bool is_listed(const char *name)
{
	for (size_t i = 0; i < CALL_COUNT; i++)
		if (strcmp(calls[i].name, name) == 0)
			return true;
	for (size_t i = 0; i < sizeof without_right / sizeof *without_right; i++)
		if (strcmp(without_right[i], name) == 0)
			return true;
	return false;
}

static char *whole_file(const char *name)
{
	char path[300];
	FILE *file;
	char *text = calloc(1, 100000);

	snprintf(path, sizeof path, "%s/include/casework/%s", SOURCE_FOLDER, name);
	file = fopen(path, "r");
	assert_non_null(text);
	assert_non_null(file);
	assert_true(fread(text, 1, 99999, file) > 0);
	fclose(file);
	return text;
}

static void no_public_function_is_left_out(void **state)
{
	static const char *const headers[] = {"births.h",      "booking.h",     "chair_calendar.h",
					      "brief.h",       "conflicts.h",   "complaints.h",
					      "casework.h",    "directory.h",   "conference_record.h",
					      "drafts.h",      "escalations.h", "intake.h",
					      "invitees.h",    "letters.h",     "live.h",
					      "notices.h",     "oversight.h",   "pages.h",
					      "people.h",      "plan_ends.h",   "plan_list.h",
					      "reports.h",     "request.h",     "restriction.h",
					      "transfers.h",   "reviews.h",     "session.h",
					      "audit_trail.h", "worklist.h"};
	int found = 0, left_out = 0;

	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		char *text = whole_file(headers[i]);

		for (char *at = strchr(text, '('); at; at = strchr(at + 1, '(')) {
			char name[64] = "", *from = at;

			while (from > text && (from[-1] == '_' || (from[-1] >= 'a' && from[-1] <= 'z') ||
					       (from[-1] >= '0' && from[-1] <= '9')))
				from--;
			if (strncmp(at, "(struct casework *cw", 20) != 0)
				continue;
			snprintf(name, sizeof name, "%.*s", (int)(at - from), from);
			found++;
			if (!is_listed(name)) {
				print_error("%s of %s is in no row of this test\n", name, headers[i]);
				left_out++;
			}
		}
		free(text);
	}
	assert_int_equal(left_out, 0);
	assert_true(found > 40); /* or nothing was read */
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(every_role_may_what_the_table_says),
		FIXTURE_TEST(who_may_not_changes_nothing),
		FIXTURE_TEST(a_refusal_needs_no_fault_and_leaves_nothing),
		FIXTURE_TEST(a_file_to_look_at_shows_and_keeps_nothing),
		FIXTURE_TEST(every_call_leaves_its_rows),
		cmocka_unit_test(no_public_function_is_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
