/* A desk over a conference of today that is being held: two children, a family with somebody excluded, five agencies.
 * Opened as its chair would. */
#ifndef TESTS_LIVE_DESK_H
#define TESTS_LIVE_DESK_H

#include "../casework/brief_steps.h"
#include "brief_desk.h"
#include "casework/live.h"
#include "golden.h"

#include <ctype.h>
#include <string.h>

static inline int64_t live_conference(struct desk_fixture *desk)
{
	return number(desk->file,
		      "SELECT min(id) FROM conference WHERE held_on = '" FIXTURE_TODAY "' AND starts = 600");
}

static inline int64_t invitee_called(struct desk_fixture *desk, const char *name)
{
	return number(desk->file,
		      "SELECT i.id FROM invitee i LEFT JOIN person p ON p.id = i.person_id LEFT JOIN contact c ON"
		      " c.id = i.contact_id WHERE i.conference_id = %lld AND '%s' IN (p.given_names, c.name, i.name)",
		      (long long)live_conference(desk), name);
}

static inline void attends(struct desk_fixture *desk, const char *name, enum attendance_state state)
{
	struct attendance one = attendance_blank();

	one.conference_id = live_conference(desk);
	one.invitee_id = invitee_called(desk, name);
	one.state = state;
	one.version = number(desk->file, "SELECT version FROM attendance WHERE invitee_id = %lld",
			     (long long)one.invitee_id);
	MUST(casework_live_attend(desk->file->cw, &one, f));
}

/* The conference of Loveridge from the brief's desk, begun, with who is there. */
static inline int live_desk_setup(void **state)
{
	struct desk_fixture *desk;

	if (brief_desk_setup(state) != 0)
		return -1;
	desk = *state;
	MUST(casework_live_start(desk->file->cw, live_conference(desk), "", f));
	return 0;
}

static inline void everybody_comes(struct desk_fixture *desk)
{
	attends(desk, "Amelia", ATTENDANCE_ROOM);
	attends(desk, "T. Campbell", ATTENDANCE_ROOM);
	attends(desk, "K. Evans", ATTENDANCE_ROOM);
	attends(desk, "N. Rahman", ATTENDANCE_VIDEO);
	attends(desk, "DC Hall", ATTENDANCE_ROOM);
}

/* Another child of the family, whom the conference is about too. */
static inline void another_child(struct desk_fixture *desk, const char *given, const char *born)
{
	int64_t family = family_of(desk->file, live_conference(desk));
	struct person child = a_child(given, "Loveridge", born);

	MUST(casework_member_add(desk->file->cw, family, &child, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	number(desk->file, "INSERT INTO conference_child (conference_id, person_id) VALUES (%lld, %lld)",
	       (long long)live_conference(desk), (long long)child.id);
}

/* Another agency, and its worker is there. */
static inline void another_comes(struct desk_fixture *desk, const char *agency, const char *group, const char *name)
{
	a_professional(desk->file, live_conference(desk), agency, group, name);
	attends(desk, name, ATTENDANCE_ROOM);
}

/* The program again, for whoever chairs the conference: it begins with their own day. */
static inline void as_its_chair(struct desk_fixture *desk)
{
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
}

/* The program again, on another day. */
static inline void start_on(struct desk_fixture *desk, const char *today)
{
	const struct desk_options options = {.colour = TUI_COLOUR_NEVER};
	struct tui_start program;

	tui_headless_end(desk->tui);
	desk_finish(&desk->desk);
	casework_fixture_reopen(desk->file, today);
	desk->desk = (struct desk){.cw = desk->file->cw};
	desk_start(&desk->desk, &options, &program);
	MUST((desk->tui = tui_headless_start(&program, 24, 80, f)) != NULL);
}

/* Somebody else at work in the same file. */
static inline struct casework *another_session(struct desk_fixture *desk, const char *login)
{
	const struct casework_opening how = {.path = desk->file->path,
					     .config_folder = desk->file->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = login};
	struct casework *cw = NULL;

	number(desk->file, "INSERT OR IGNORE INTO user_account (login, name, roles) VALUES ('%s', '%s', %u)", login,
	       login, (unsigned)ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	MUST(casework_open(&cw, &how, f));
	return cw;
}

/* My day, the first conference, Live, and on to the step with this key. */
static inline void open_step(struct desk_fixture *desk, const char *key)
{
	desk_keys(desk, "Y L");
	desk_keys(desk, key);
}

/* "saved 14:07:12" is the real time of day. */
static inline void live_golden(struct desk_fixture *desk, const char *name)
{
	char *screen = strdup(desk_screen(desk));

	for (char *at = strstr(screen, "saved "); at; at = strstr(at + 1, "saved "))
		if (isdigit((unsigned char)at[6]) && at[8] == ':' && at[11] == ':')
			memcpy(at + 6, "hh:mm:ss", 8);
	golden_matches(name, screen);
	free(screen);
}

/* Rows of the body (without title, message and key lines) that differ between two screens. */
static inline int rows_changed(const char *before, const char *after, int first, int last)
{
	int changed = 0;

	for (int row = 0; row <= last && *before && *after; row++) {
		size_t a = strcspn(before, "\n"), b = strcspn(after, "\n");

		changed += row >= first && (a != b || memcmp(before, after, a) != 0);
		before += a + (before[a] == '\n');
		after += b + (after[b] == '\n');
	}
	return changed;
}

#define LIVE_TEST(name) cmocka_unit_test_setup_teardown(name, live_desk_setup, desk_fixture_teardown)

#endif
