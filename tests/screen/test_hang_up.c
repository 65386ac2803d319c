/* Every form is typed into and cut off: the draft is offered at the next start and holds what was typed. In the long
 * form at fifty points of the typing and each in a terminal of its own, whose line breaks or whose program is killed
 * once a field was left. In the short one at one point, by what a broken line does in the program, and a few in a
 * terminal. */
#include "form_desk.h"
#include "soak.h"
#include "terminal.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STOPS = 10, WORD = 4, KEYS = STOPS * (WORD + 1) };

/* Field by field a word of its own, the first `count` keys of it. */
static void type_so_many(struct form_desk *h, int count)
{
	int stops = 0;

	for (int i = 0; i < count; i++) {
		char word[16];
		int at = i % (WORD + 1);

		snprintf(word, sizeof word, "Zq%dx", stops);
		if (at == WORD) {
			desk_keys(&h->desk, "Tab");
			stops++;
		} else {
			tui_headless_key(h->desk.tui, (tui_key)(unsigned char)word[at]);
		}
	}
}

/* How it looks where no line breaks; the file is as before. */
static char *typed_in_one_go(struct form_desk *h, const struct form_row *form, int count)
{
	char *text;

	sit_down(h);
	open_form(h, form);
	type_so_many(h, count);
	text = fields_shown(h);
	if (form->is_stored)
		put_back(h);
	else
		number(h->desk.file, "DELETE FROM draft");
	return text;
}

/* The lines that are another, of both. */
static void show_difference(const char *found, const char *typed)
{
	for (int line = 0; line < 200 && *found && *typed; line++) {
		size_t a = strcspn(found, "\n"), b = strcspn(typed, "\n");

		if (a != b || memcmp(found, typed, a) != 0)
			fprintf(stderr, "  typed: %.*s\n  found: %.*s\n", (int)b, typed, (int)a, found);
		found += a + (found[a] == '\n');
		typed += b + (typed[b] == '\n');
	}
}

static bool is_same(const struct form_row *form, int count, const char *found, const char *typed)
{
	if (strcmp(found, typed) == 0)
		return true;
	fprintf(stderr, "%s, cut off after %d keys: what comes back is not what was typed\n", form->name, count);
	show_difference(found, typed);
	return false;
}

/* As a person takes it up again; false when nothing is offered. */
static bool take_up_again(struct form_desk *h, const struct form_row *form, int count)
{
	sit_down(h);
	if (form->is_stored) {
		open_form(h, form);
		return true;
	}
	if (number(h->desk.file, "SELECT count(*) FROM draft WHERE login = 'chair'") != 1) {
		fprintf(stderr, "%s, cut off after %d keys: no draft\n", form->name, count);
		return false;
	}
	desk_shows(&h->desk, "not saved: ");
	desk_keys(&h->desk, "D Enter");
	return true;
}

static bool comes_back(struct form_desk *h, const struct form_row *form, int count, const char *typed)
{
	char *found;
	bool ok;

	if (!take_up_again(h, form, count))
		return false;
	found = fields_shown(h);
	ok = is_same(form, count, found, typed);
	free(found);
	return ok;
}

/* Each field of the draft, without what was read before. */
static const char *drafted(struct form_desk *h)
{
	const char *fields = casework_fixture_text(h->desk.file, "SELECT fields FROM draft WHERE login = 'chair'");
	const char *was = strstr(fields, "\nwas:");

	return arena_text_n(&h->desk.file->mem, fields, was ? (size_t)(was - fields) : strlen(fields));
}

/* --- Cut off --- */

enum cut { CUT_BY_PAUSE, CUT_BY_HANG_UP, CUT_BY_KILL, CUT_BY_KILL_AFTER_PAUSE };

/* As after the pause: what is kept then is what is kept when the line breaks. */
static void cut_in_process(struct form_desk *h, const struct form_row *form, int count)
{
	sit_down(h);
	open_form(h, form);
	type_so_many(h, count);
	tui_headless_turn(h->desk.tui);
}

static struct {
	struct form_desk *h;
	const struct form_row *form;
} seat;

static bool open_at_seat(struct tui *t, struct fault *f)
{
	return seat.form->open(t, &seat.h->world, f);
}

/* The whole program but its arguments; ':' opens the form instead of the palette. */
static int sit_at_terminal(void *unused)
{
	const struct desk_options options = {.colour = TUI_COLOUR_NEVER};
	struct casework_fixture *file = seat.h->desk.file;
	struct desk desk = {0};
	struct tui_start start;
	struct fault f = {0};
	enum tui_end end;

	(void)unused;
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
	desk.cw = file->cw;
	desk_start(&desk, &options, &start);
	start.go_to = open_at_seat;
	end = tui_run(&start, &f);
	desk_finish(&desk);
	casework_close(file->cw);
	return (int)end;
}

static void cut_at_terminal(struct form_desk *h, const struct form_row *form, int count, enum cut cut)
{
	struct terminal *t;
	int status, stops = 0;

	stand_up(h);
	seat.h = h;
	seat.form = form;
	t = terminal_start_call(sit_at_terminal, NULL, 40, COLUMNS);
	assert_true(terminal_wait(t));
	terminal_type(t, ":");
	if (form->begin)
		terminal_type(t, "\t");
	for (int i = 0; i < count; i++) {
		char word[16];

		snprintf(word, sizeof word, "Zq%dx", stops);
		stops += i % (WORD + 1) == WORD;
		terminal_send(t, i % (WORD + 1) == WORD ? "\t" : (char[]){word[i % (WORD + 1)], '\0'}, 1);
	}
	if (!terminal_wait(t))
		fail_msg("%s: the program ended before %d keys", form->name, count);
	if (cut == CUT_BY_KILL_AFTER_PAUSE)
		terminal_is_silent(t, 6000);
	if (cut != CUT_BY_HANG_UP)
		terminal_signal(t, SIGKILL);
	else
		terminal_hang_up(t);
	assert_true(terminal_wait_end(t, &status));
	assert_true(cut != CUT_BY_HANG_UP || (WIFEXITED(status) && WEXITSTATUS(status) == TUI_END_HANG_UP));
	terminal_finish(t);
	open_on(h, FIXTURE_TODAY);
}

static void clear(struct form_desk *h, const struct form_row *form)
{
	if (form->is_stored)
		put_back(h);
	else
		number(h->desk.file, "DELETE FROM draft");
}

struct counted {
	int points, untyped, lost;
};

static void try_point(struct form_desk *h, const struct form_row *form, int count, enum cut cut, struct counted *all)
{
	char *typed = typed_in_one_go(h, form, count);
	bool is_typed = strstr(typed, "Zq") != NULL || form->is_stored;

	if (cut == CUT_BY_PAUSE)
		cut_in_process(h, form, count);
	else
		cut_at_terminal(h, form, count, cut);
	if (is_typed || number(h->desk.file, "SELECT count(*) FROM draft") > 0) {
		all->lost += !comes_back(h, form, count, typed);
		all->points++;
	} else {
		all->untyped++; /* a choice that these letters do not choose */
	}
	clear(h, form);
	free(typed);
}

static void every_form_is_offered_again(void **state)
{
	struct form_desk *h = *state;
	struct counted all = {0};

	for (int i = 0; i < EVERY_FORM_COUNT; i++) {
		const struct form_row *form = &every_form[i];
		bool is_one_text = form->open == open_section || form->open == open_note; /* no field to leave */
		int before = all.points;

		for (int point = 0; point < soak_times(50, 1); point++) {
			int count = soak_is_long() ? 1 + point * (KEYS - 1) / 49 : 14 + i * 7 % (KEYS - 2);
			bool is_left = count % (WORD + 1) == 0;

			try_point(h, form, count,
				  !soak_is_long() ? CUT_BY_PAUSE
				  : is_left       ? is_one_text ? CUT_BY_KILL_AFTER_PAUSE : CUT_BY_KILL
						  : CUT_BY_HANG_UP,
				  &all);
		}
		if (all.points == before)
			fail_msg("%s takes nothing that is typed", form->name);
	}
	print_message("%d forms cut off at %d points: %d lost (%d where nothing was typed yet)\n", EVERY_FORM_COUNT,
		      all.points, all.lost, all.untyped);
	assert_int_equal(all.lost, 0);
}

/* The two ways a session ends by itself, each of them with a form that keeps a draft and one that stores. */
static void a_line_breaks_and_a_program_is_killed(void **state)
{
	struct form_desk *h = *state;
	struct counted all = {0};

	for (int i = 0; i < EVERY_FORM_COUNT; i++)
		if (every_form[i].open == open_visit || every_form[i].open == open_texts) {
			try_point(h, &every_form[i], 13, CUT_BY_HANG_UP, &all);
			try_point(h, &every_form[i], 10, CUT_BY_KILL, &all);
		}
	assert_int_equal(all.points, 4);
	assert_int_equal(all.lost, 0);
}

/* What stood in a field when it was typed stands there on the next day too. */
static void a_draft_is_the_same_tomorrow(void **state)
{
	struct form_desk *h = *state;
	const char *before[EVERY_FORM_COUNT];
	int lost = 0;

	for (int i = 0; i < EVERY_FORM_COUNT; i++) {
		if (every_form[i].is_stored)
			continue;
		cut_in_process(h, &every_form[i], WORD + 1);
		before[i] = drafted(h);
		number(h->desk.file, "UPDATE draft SET login = 'form %d' WHERE login = 'chair'", i);
	}
	open_on(h, "2026-04-02");
	for (int i = 0; i < EVERY_FORM_COUNT; i++) {
		const struct form_row *form = &every_form[i];

		if (form->is_stored || !*before[i])
			continue;
		number(h->desk.file, "UPDATE draft SET login = 'chair' WHERE login = 'form %d'", i);
		if (take_up_again(h, form, 0)) {
			desk_keys(&h->desk, "Tab");
			tui_headless_turn(h->desk.tui);
			lost += !is_same(form, WORD + 1, drafted(h), before[i]);
		} else {
			lost++;
		}
		number(h->desk.file, "DELETE FROM draft WHERE login = 'chair'");
	}
	assert_int_equal(lost, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_offered_again),
		cmocka_unit_test(a_line_breaks_and_a_program_is_killed),
		cmocka_unit_test(a_draft_is_the_same_tomorrow),
	};
	return cmocka_run_group_tests(tests, form_desk_begin, form_desk_end);
}
