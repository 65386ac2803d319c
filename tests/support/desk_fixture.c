/* A small authority with a morning's work in it. */
#include "desk_fixture.h"
#include "casework/booking.h"
#include "casework/intake.h"
#include "casework/people.h"
#include "casework/request.h"
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void add_contacts(struct casework *cw)
{
	static const struct intake_contact rows[] = {
		{.agency = "Children's Social Care",
		 .quorum_group = "social care",
		 .name = "Tomasz Campbell",
		 .role = "social worker",
		 .email = "tomasz.campbell@example.org",
		 .phone = "01632 960468",
		 .checked_on = DAY_NONE},
		{.agency = "Children's Social Care",
		 .quorum_group = "social care",
		 .name = "Hương Ivanova",
		 .role = "social worker",
		 .email = "huong.ivanova@example.org",
		 .phone = "01632 960502",
		 .checked_on = DAY_NONE},
		{.agency = "Police",
		 .quorum_group = "police",
		 .name = "Shabana Kovalenko",
		 .role = "detective",
		 .email = "shabana.kovalenko@example.org",
		 .phone = "01632 960325",
		 .checked_on = DAY_NONE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum intake_result result;
		assert_true(intake_contact(cw, &rows[i], &result, NULL));
	}
}

static struct person person_called(const char *given, const char *surname, const char *born, const char *la_child_id)
{
	return (struct person){.reference = "",
			       .la_child_id = la_child_id,
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "",
			       .surname = surname,
			       .given_names = given,
			       .known_as = "",
			       .sex = SEX_UNKNOWN,
			       .born_on = born[0] ? date_from_iso(born) : DAY_NONE,
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = "",
			       .disabilities = "",
			       .language = "English",
			       .phone = "",
			       .email = ""};
}

static void add_member(struct casework *cw, const char *family, enum relationship relationship, const char *given,
		       const char *surname, const char *born, const char *la_child_id)
{
	struct intake_person row = {.family_reference = family,
				    .relationship = relationship,
				    .parental_responsibility = relationship == RELATIONSHIP_CHILD ? ANSWER_UNKNOWN
												  : ANSWER_YES,
				    .person = person_called(given, surname, born, la_child_id),
				    .address = {.lines = "1 Marsh Road",
						.postcode = "ZZ6 9UZ",
						.from_on = DAY_NONE,
						.to_on = DAY_NONE,
						.confidential_from = ""}};
	enum intake_result result;
	struct fault f = {0};

	if (!intake_person(cw, &row, &result, &f))
		fail_msg("%s", f.message);
}

static void add_plan(struct casework *cw, const char *la_child_id, const char *started, const char *reviewed)
{
	day_number review = reviewed[0] ? date_from_iso(reviewed) : DAY_NONE;
	struct intake_plan plan = {.started_on = date_from_iso(started),
				   .ended_on = DAY_NONE,
				   .initial = CATEGORY_NEGLECT,
				   .latest = CATEGORY_NEGLECT,
				   .reviews = &review,
				   .review_count = reviewed[0] ? 1 : 0};
	struct intake_episode episode = {.referred_on = date_from_iso(started) - 30,
					 .closed_on = DAY_NONE,
					 .conference_on = DAY_NONE,
					 .referral_source = "6",
					 .primary_need = "N1",
					 .closure_reason = "",
					 .plans = &plan,
					 .plan_count = 1};
	struct intake_child child = {
		.person = person_called("", "", "", la_child_id), .episodes = &episode, .episode_count = 1};
	struct intake_complaint_list complaints = {0};
	struct arena mem = {0};
	enum intake_result result;
	struct fault f = {0};

	child.person.born_on = date_from_iso("2016-05-04");
	if (!intake_child(cw, &child, &mem, &complaints, &result, &f))
		fail_msg("%s", f.message);
	if (complaints.count)
		fail_msg("%s: %s", complaints.items[0].field, complaints.items[0].message);
	arena_finish(&mem);
}

static void add_request(struct casework *cw, const char *family, const char *children, const char *strategy,
			const char *interpreter, const char *avoid)
{
	struct intake_request row = {.family_reference = family,
				     .children = children,
				     .type = CONFERENCE_INITIAL,
				     .strategy_on = date_from_iso(strategy),
				     .social_worker = "Tomasz Campbell",
				     .reason = "injury to a baby",
				     .interpreter = interpreter,
				     .sittings = "",
				     .avoid = avoid};
	enum intake_result result;
	struct fault f = {0};

	if (!intake_request(cw, &row, &result, &f))
		fail_msg("%s", f.message);
}

static void add_families(struct casework *cw)
{
	add_plan(cw, "F000001", "2025-12-30", "");
	add_plan(cw, "F000002", "2025-07-10", "2025-10-08");
	add_member(cw, "FAM-0001", RELATIONSHIP_CHILD, "Chidi", "Okonkwo", "2016-05-04", "F000001");
	add_member(cw, "FAM-0001", RELATIONSHIP_MOTHER, "Ngozi", "Okonkwo", "", "");
	add_member(cw, "FAM-0002", RELATIONSHIP_CHILD, "Zofia", "Wiśniewska", "2016-05-04", "F000002");
	add_member(cw, "FAM-0003", RELATIONSHIP_CHILD, "Temilọlá", "Ọ̀ṣúndé", "2019-02-11", "F000003");
	add_member(cw, "FAM-0003", RELATIONSHIP_CHILD, "Ayọ̀", "Ọ̀ṣúndé", "2021-08-30", "F000004");
	add_member(cw, "FAM-0004", RELATIONSHIP_CHILD, "小明", "王", "2014-01-20", "F000005");
	add_member(cw, "FAM-0005", RELATIONSHIP_CHILD, "محمد", "", "2012-07-07", "F000006");
	add_request(cw, "FAM-0003", "F000003 F000004", "2026-03-23", "Yoruba", "not Tuesdays");
	add_request(cw, "FAM-0004", "F000005", "2026-03-09", "", "");
}

static void add_all(struct casework *cw)
{
	add_contacts(cw);
	add_families(cw);
}

static enum desk_password fixture_password(void *asked, const char *typed)
{
	(void)asked;
	return strcmp(typed, "correct horse") == 0 ? PASSWORD_RIGHT : PASSWORD_WRONG;
}

static int64_t fixture_now(void *world)
{
	return ((const struct desk_fixture *)((const char *)world - offsetof(struct desk_fixture, desk)))->milliseconds;
}

static void start_sized(struct desk_fixture *fixture, int rows, int columns)
{
	struct desk_options options = {.colour = TUI_COLOUR_NEVER, .password = fixture_password, .now = fixture_now};
	struct tui_start program;
	struct fault f = {0};

	fixture->desk = (struct desk){.cw = fixture->file->cw};
	desk_start(&fixture->desk, &options, &program);
	fixture->tui = tui_headless_start(&program, rows, columns, &f);
	if (!fixture->tui)
		fail_msg("%s", f.message);
}

static void start(struct desk_fixture *fixture)
{
	start_sized(fixture, 24, 80);
}

int desk_fixture_setup(void **state)
{
	static struct kept_file morning;
	struct desk_fixture *fixture = calloc(1, sizeof *fixture);
	void *file = NULL;

	if (!fixture || casework_fixture_setup_with(&file, &morning, add_all) != 0)
		return -1;
	fixture->file = file;
	start(fixture);
	*state = fixture;
	return 0;
}

int desk_fixture_teardown(void **state)
{
	struct desk_fixture *fixture = *state;
	void *file = fixture->file;

	tui_headless_end(fixture->tui);
	desk_finish(&fixture->desk);
	casework_fixture_teardown(&file);
	free((void *)desk_screen(NULL));
	free(fixture);
	return 0;
}

void desk_start_over(struct desk_fixture *fixture)
{
	tui_headless_end(fixture->tui);
	desk_finish(&fixture->desk);
	start(fixture);
}

void desk_restart(struct desk_fixture *fixture)
{
	tui_headless_end(fixture->tui);
	desk_finish(&fixture->desk);
	casework_fixture_reopen(fixture->file, FIXTURE_TODAY);
	start(fixture);
}

void desk_restart_on(struct desk_fixture *fixture, const char *today, int rows, int columns)
{
	tui_headless_end(fixture->tui);
	desk_finish(&fixture->desk);
	casework_fixture_reopen(fixture->file, today);
	start_sized(fixture, rows, columns);
}

void desk_restart_as(struct desk_fixture *fixture, const char *login, role_set roles)
{
	tui_headless_end(fixture->tui);
	desk_finish(&fixture->desk);
	casework_fixture_open_as(fixture->file, login, roles);
	start(fixture);
}

static tui_key key_named(const char *name)
{
	static const struct {
		const char *name;
		tui_key key;
	} names[] = {
		{"Enter", TUI_KEY_ENTER},
		{"Esc", TUI_KEY_ESCAPE},
		{"Tab", TUI_KEY_TAB},
		{"BackTab", TUI_KEY_BACK_TAB},
		{"Down", TUI_KEY_DOWN},
		{"Up", TUI_KEY_UP},
		{"Left", TUI_KEY_LEFT},
		{"Right", TUI_KEY_RIGHT},
		{"Home", TUI_KEY_HOME},
		{"End", TUI_KEY_END},
		{"PgDn", TUI_KEY_PAGE_DOWN},
		{"PgUp", TUI_KEY_PAGE_UP},
		{"Space", ' '},
		{"Backspace", TUI_KEY_BACKSPACE},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].key;
	if (strncmp(name, "Ctrl-", 5) == 0)
		return KEY_CONTROL(name[5]);
	if (name[0] == 'F' && name[1])
		return TUI_F(atoi(name + 1));
	return (tui_key)(unsigned char)name[0];
}

void desk_keys(struct desk_fixture *fixture, const char *keys)
{
	char *copy = strdup(keys), *rest = NULL;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
		tui_headless_key(fixture->tui, key_named(name));
	free(copy);
}

void desk_type(struct desk_fixture *fixture, const char *text)
{
	tui_headless_type(fixture->tui, text);
}

const char *desk_screen(struct desk_fixture *fixture)
{
	static char *last;

	if (!fixture) { /* the end of a test: hand it over to be freed */
		char *held = last;
		last = NULL;
		return held;
	}
	free(last);
	last = tui_headless_text(fixture->tui);
	return last;
}

void desk_shows(struct desk_fixture *fixture, const char *text)
{
	const char *screen = desk_screen(fixture);

	if (!strstr(screen, text))
		fail_msg("\"%s\" is not on the screen:\n%s", text, screen);
}

void desk_shows_not(struct desk_fixture *fixture, const char *text)
{
	const char *screen = desk_screen(fixture);

	if (strstr(screen, text))
		fail_msg("\"%s\" is on the screen:\n%s", text, screen);
}

/* "14:07" after a date of the history is the real time of day. */
static void mask_times(char *screen)
{
	for (char *at = strstr(screen, "2026 "); at; at = strstr(at + 1, "2026 "))
		if (at[7] == ':' && strspn(at + 5, "0123456789") == 2)
			memcpy(at + 5, "hh:mm", 5);
}

void desk_golden(struct desk_fixture *fixture, const char *name)
{
	char *screen = strdup(desk_screen(fixture));

	mask_times(screen);
	golden_matches(name, screen);
	free(screen);
}
