/* The line drops, the machine shuts down, the program is killed, at twenty moments of filling each form: what was typed
 * is offered at the next start. */
#include "journey.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

enum { MOMENTS = 20 };

/* A field by its label, what is typed there, and what the screen shows of it when not that. */
struct step {
	const char *label, *typed, *shows;
};

static const struct step request_steps[] = {
	{"family", "Ní Dhomhnaill", NULL},
	{"new child 1", "Caoimhe", NULL},
	{"born", "3 3 2014", NULL},
	{"sex", "f", "Female"},
	{"type", "i", "Initial"},
	{"strategy", "27 3", NULL},
	{"reason", "Bruising nobody can explain", NULL},
	{"interpreter", "Irish", NULL},
	{"signing", "lip-speaker", NULL},
	{"access", "step-free", NULL},
	{0},
};
static const struct step booking_steps[] = {
	{"date", "14 4", NULL},
	{"starts", "9:30", NULL},
	{"chair", "Siân Pr", NULL},
	{"room", "Roo", NULL},
	{"place", "by video, link to follow", NULL},
	{0},
};

enum { STEPS_MOST = 16 };

struct filling {
	const char *way_in; /* keys from Today that are not part of the filling */
	const struct step *steps;
	struct journey_keys keys; /* learnt once */
	int ends[STEPS_MOST];     /* of each step, in keys */
};

static int letters(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

/* Fills the form once, noting the keys it takes, and leaves no draft. */
static void learn(struct journey *j, struct filling *filling)
{
	journey_open(j);
	journey_do(j, filling->way_in);
	for (int i = 0; filling->steps[i].label; i++) {
		char script[200];

		snprintf(script, sizeof script, "[%s] {%s}", filling->steps[i].label, filling->steps[i].typed);
		journey_learn(j, script, &filling->keys);
		filling->ends[i] = filling->keys.count;
	}
	journey_do(j, "Esc d");
	terminal_signal(j->t, SIGKILL);
	terminal_finish(j->t);
	j->t = NULL;
}

static void fill(struct journey *j, const struct filling *filling, int keys)
{
	journey_do(j, filling->way_in);
	journey_press(j, &filling->keys, keys);
}

/* The first letters of a text. */
static void begin_of(const char *text, int count, char *out, size_t room)
{
	size_t bytes = 0;

	for (; text[bytes] && (count > 0 || ((unsigned char)text[bytes] & 0xC0) == 0x80); bytes++)
		count -= ((unsigned char)text[bytes + 1] & 0xC0) != 0x80;
	while (bytes > 0 && text[bytes - 1] == ' ') /* nothing to see at the end of a line */
		bytes--;
	snprintf(out, room, "%.*s", (int)bytes, text);
}

/* Everything that `keys` keys typed is in the form; with `is_killed` the field being typed may be missing. */
static void assert_form_holds(struct journey *j, const struct filling *filling, int keys, bool is_killed)
{
	for (int i = 0; filling->steps[i].label; i++) {
		const struct step *step = &filling->steps[i];
		int typed = keys - (filling->ends[i] - letters(step->typed));
		char begun[100];

		if (typed <= 0 || (is_killed && keys <= filling->ends[i]))
			return;
		begin_of(step->typed, typed, begun, sizeof begun);
		journey_shows(j, step->shows ? step->shows : begun);
	}
}

static void take_up_the_draft(struct journey *j)
{
	journey_shows(j, "1 draft not saved");
	journey_do(j, "D Enter");
}

static void throw_the_draft_away(struct journey *j)
{
	journey_do(j, "Esc d Esc");
	journey_shows(j, "Today · Wednesday 1 April 2026");
	journey_shows_not(j, "Drafts");
}

/* At the first moment one letter is typed: there is something to keep. */
static int keys_at(const struct filling *filling, int moment)
{
	return 1 + (filling->keys.count - 1) * moment / (MOMENTS - 1);
}

static const struct filling request = {.way_in = "a", .steps = request_steps};
static const struct filling booking = {.way_in = "c / {zdziarska} Enter b Tab", .steps = booking_steps};

static void close_the_line(struct journey *j)
{
	terminal_hang_up(j->t);
}

static void send_term(struct journey *j)
{
	terminal_signal(j->t, SIGTERM);
}

static void send_hup(struct journey *j)
{
	terminal_signal(j->t, SIGHUP);
}

/* The demonstration comes with drafts of its own. */
static void begin_without_drafts(struct journey *j)
{
	journey_import_families(j);
	journey_open(j);
	journey_do(j, "D");
	for (int i = 0; i < 10 && !terminal_shows(j->t, "No drafts"); i++)
		journey_do(j, "d y");
	journey_shows(j, "No drafts");
	journey_do(j, "Esc");
	journey_quit(j);
}

static void assert_draft_survives(struct journey *j, struct filling filling, void (*end)(struct journey *))
{
	begin_without_drafts(j);
	learn(j, &filling);
	for (int moment = 0; moment < MOMENTS; moment++) {
		int keys = keys_at(&filling, moment), status;

		journey_open(j);
		if (moment) {
			take_up_the_draft(j);
			assert_form_holds(j, &filling, keys_at(&filling, moment - 1), false);
			throw_the_draft_away(j);
		}
		fill(j, &filling, keys);
		end(j);
		journey_wait_end(j, &status);
		assert_true(WIFEXITED(status));
	}
}

static void a_request_survives_a_lost_line(void **state)
{
	assert_draft_survives(*state, request, close_the_line);
}

static void a_request_survives_a_shutdown(void **state)
{
	assert_draft_survives(*state, request, send_term);
}

static void a_request_survives_a_hang_up(void **state)
{
	assert_draft_survives(*state, request, send_hup);
}

static void a_booking_survives_a_lost_line(void **state)
{
	assert_draft_survives(*state, booking, close_the_line);
}

static void a_booking_survives_a_shutdown(void **state)
{
	assert_draft_survives(*state, booking, send_term);
}

static void a_booking_survives_a_hang_up(void **state)
{
	assert_draft_survives(*state, booking, send_hup);
}

/* Killed in mid-field: at most that field is lost. */
static void assert_kill_loses_one_field(struct journey *j, struct filling filling)
{
	begin_without_drafts(j);
	learn(j, &filling);
	for (int moment = MOMENTS / 2; moment < MOMENTS; moment++) {
		int keys = keys_at(&filling, moment), status;

		journey_open(j);
		fill(j, &filling, keys);
		terminal_signal(j->t, SIGKILL);
		journey_wait_end(j, &status);
		assert_true(WIFSIGNALED(status));
		journey_open(j);
		take_up_the_draft(j);
		assert_form_holds(j, &filling, keys, true);
		throw_the_draft_away(j);
		journey_quit(j);
	}
}

static void a_killed_request_loses_at_most_the_field_being_typed(void **state)
{
	assert_kill_loses_one_field(*state, request);
}

static void a_killed_booking_loses_at_most_the_field_being_typed(void **state)
{
	assert_kill_loses_one_field(*state, booking);
}

/* On every other screen too. */
static void every_screen_gives_the_terminal_back(void **state)
{
	static const char *const places[] = {"", "c", "d", "D", "a", "?", ": {o}", "/ {x}", "c Enter", "M"};
	struct journey *j = *state;

	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		int status;

		journey_open(j);
		journey_do(j, places[i]);
		terminal_signal(j->t, i % 2 ? SIGTERM : SIGHUP);
		assert_true(terminal_wait_end(j->t, &status));
		assert_true(WIFEXITED(status));
		assert_false(terminal_is_on_other_screen(j->t));
		assert_false(terminal_has_paste_marks(j->t));
		terminal_finish(j->t);
		j->t = NULL;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(a_request_survives_a_lost_line),
		JOURNEY(a_request_survives_a_shutdown),
		JOURNEY(a_request_survives_a_hang_up),
		JOURNEY(a_booking_survives_a_lost_line),
		JOURNEY(a_booking_survives_a_shutdown),
		JOURNEY(a_booking_survives_a_hang_up),
		JOURNEY(a_killed_request_loses_at_most_the_field_being_typed),
		JOURNEY(a_killed_booking_loses_at_most_the_field_being_typed),
		JOURNEY(every_screen_gives_the_terminal_back),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
