/* Records to go on the screen: who is due and why, a hold, and a disposal by two managers with its certificate. */
#include "../casework/retention_steps.h"
#include "desk_fixture.h"

#include <unistd.h>

static const role_set manager = ROLE_BIT(ROLE_MANAGER);

static void open_list(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, "records to go");
	desk_keys(desk, "Enter");
}

/* The journey's old family, entered by the first manager. */
static void begin(struct desk_fixture *desk)
{
	desk_restart_as(desk, "boss", manager);
	an_old_family(desk->file);
	open_list(desk);
}

static void who_is_due_is_shown_with_the_reason(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_golden(desk, "records-to-go-80x24.screen");
	desk_keys(desk, "Enter");
	desk_golden(desk, "record-of-a-family-80x24.screen");
	desk_keys(desk, "2");
	desk_golden(desk, "record-of-a-family-what-goes-80x24.screen");
	tui_headless_resize(desk->tui, 43, 132);
	desk_golden(desk, "record-of-a-family-what-goes-132x43.screen");
	desk_keys(desk, "1");
	desk_golden(desk, "record-of-a-family-132x43.screen");
	desk_keys(desk, "Esc");
	desk_golden(desk, "records-to-go-132x43.screen");
}

static void a_file_kept_beside_the_case_file_is_named(void **state)
{
	struct desk_fixture *desk = *state;
	char path[300];
	FILE *file;

	snprintf(path, sizeof path, "%s.replaced-2026-03-02-101500", desk->file->path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("what was there before", file);
	fclose(file);
	begin(desk);
	tui_headless_resize(desk->tui, 43, 132);
	desk_keys(desk, "Enter 2");
	desk_shows(desk, "What else holds it");
	desk_shows(desk, strrchr(path, '/') + 1);
	desk_shows(desk, "remove them:");
	assert_int_equal(unlink(path), 0);
}

static void a_hold_is_set_shown_and_lifted(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_keys(desk, "Enter h");
	desk_type(desk, "the inquiry, letter of 2 March");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "Keep all records of these years.");
	desk_golden(desk, "hold-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Held: this record stays until the hold is lifted.");
	desk_shows(desk, "Held for");
	desk_keys(desk, "Esc");
	desk_shows(desk, "0 due, 1 held");
	desk_keys(desk, "Enter u");
	desk_type(desk, "the inquiry has reported");
	desk_keys(desk, "Enter");
	desk_shows(desk, "The hold is lifted.");
	desk_shows(desk, "Was held for");
}

static void one_proposes_another_approves(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_keys(desk, "Enter p");
	desk_type(desk, "the " OLD_SURNAME "s are all grown up");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Leave out \"" OLD_SURNAME "\"");
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "nobody has asked for it since 1990");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Proposed: another manager decides.");
	desk_keys(desk, "a"); /* not one's own */
	desk_shows(desk, "You proposed this yourself");
	desk_restart_as(desk, "second", manager);
	desk_shows(desk, "1 record proposed to go waits for a second manager");
	open_list(desk);
	desk_keys(desk, "Enter a");
	desk_type(desk, "yes");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Type F-0001, the family's reference");
	desk_keys(desk, "Ctrl-U");
	desk_golden(desk, "disposal-approve-80x24.screen");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT family FROM disposal WHERE state = 'proposed'"));
	desk_keys(desk, "Enter");
	desk_shows(desk, "Erased. Z-0001 is its certificate.");
	desk_shows_not(desk, OLD_SURNAME);
	desk_keys(desk, "d");
	desk_golden(desk, "disposals-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Certificate of disposal Z-0001");
	desk_shows_not(desk, OLD_SURNAME);
}

static int64_t number_of(struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

/* The first manager takes the proposal back and makes another one. */
static void proposed_anew_meanwhile(struct desk_fixture *desk)
{
	const struct casework_opening how = {.path = desk->file->path,
					     .config_folder = desk->file->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = "boss"};
	struct casework *cw = NULL;
	int64_t id;

	MUST(casework_open(&cw, &how, f));
	MUST(casework_disposal_withdraw(cw, number_of(desk, "SELECT id FROM disposal"),
					number_of(desk, "SELECT version FROM disposal"), "an inquiry may need it", f));
	MUST(casework_disposal_propose(cw, number_of(desk, "SELECT min(id) FROM family WHERE reference = 'F-0001'"),
				       "for another reason", &id, f));
	casework_close(cw);
}

/* What is approved is the proposal that was read, and no other that took its place while the reference was typed. */
static void what_was_proposed_anew_is_not_approved_unread(void **state)
{
	struct desk_fixture *desk = *state;

	begin(desk);
	desk_keys(desk, "Enter p");
	desk_type(desk, "nobody has asked for it since 1990");
	desk_keys(desk, "Enter");
	desk_restart_as(desk, "second", manager);
	open_list(desk);
	desk_keys(desk, "Enter a");
	desk_type(desk, "F-0001");
	proposed_anew_meanwhile(desk);
	desk_keys(desk, "Enter");
	desk_shows(desk, "Error: ");
	assert_int_equal(number_of(desk, "SELECT count(*) FROM disposal WHERE state = 'done'"), 0);
	desk_keys(desk, "Esc a");
	desk_type(desk, "F-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, "is its certificate.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_due_is_shown_with_the_reason),
		TEST(a_file_kept_beside_the_case_file_is_named),
		TEST(a_hold_is_set_shown_and_lifted),
		TEST(one_proposes_another_approves),
		TEST(what_was_proposed_anew_is_not_approved_unread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
