/* Random keys, words and sizes on the whole program over a small authority: it stands, the cursor stays on the screen,
 * and the file is sound with its audit chain unbroken at the end. QUORATE_TURNS and QUORATE_SEED in the environment
 * make another walk. */
#include "live_desk.h"
#include "soak.h"
#include "store/audit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct monkey {
	uint64_t seed;
	int rows, columns;
};

static uint64_t number_from_environment(const char *name, uint64_t otherwise)
{
	const char *value = getenv(name);

	return value ? strtoull(value, NULL, 10) : otherwise;
}

static uint64_t next_random(struct monkey *monkey)
{
	uint64_t z = (monkey->seed += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

static void press_anything(struct desk_fixture *fixture, uint64_t n)
{
	static const tui_key odd[] = {0x301, 0x738b, 0xeb, 0x200d, 0x202e, 0x9b, 0xe000, TUI_KEY_UNKNOWN, '\n'};

	switch (n % 4) {
	case 0: tui_headless_key(fixture->tui, (tui_key)(0x20 + n / 4 % 95)); break;
	case 1: tui_headless_key(fixture->tui, TUI_KEY_UP + (tui_key)(n / 4 % 19)); break;
	case 2: tui_headless_key(fixture->tui, n / 4 % 2 ? (tui_key)(1 + n / 8 % 31) : TUI_F(1 + n / 8 % 12)); break;
	default: tui_headless_key(fixture->tui, odd[n / 4 % (sizeof odd / sizeof *odd)]); break;
	}
}

/* What a person does on purpose: without it random keys hardly ever fill a form in or answer yes. */
static void press_something_sensible(struct desk_fixture *fixture, uint64_t n)
{
	static const char *const keys[] = {
		"a",
		"b",
		"c",
		"d",
		"D",
		"t",
		"u",
		"w",
		"e",
		"/",
		"Tab",
		"?",
		"Enter",
		"Esc",
		"Ctrl-S",
		"y",
		"3",
		"F4",
		"Esc Esc",
		"BackTab",
		"Tab Tab",
		":",
		"Down",
		"Up",
		"PgDn",
		"c Enter",
		"Down Enter",
		"Esc k",
		"Esc d",
		"0 2 Home b 1 y",
		"Esc Esc 0 3 Down b 2 y",
		"t Enter",
		"c Home b Enter",
		"Esc Esc Y L",
		"Esc Esc Y L 3 r v",
		"Esc Esc Y L 4 s",
		"Esc Esc Y L 5 Enter",
		"Esc Esc Y L 5 p Enter",
		"Esc Esc Y L 6 g 4 Right",
		"Esc Esc Y L 7 Enter",
	};
	static const char *const words[] = {"okon",   "Ọ̀ṣúndé", "王",    "27 3", "14 4",    "9:30",
					    "+3wd",   "i",      "Tomas", "محمد", "due 3 7", "D'Arcy-Lowe",
					    "Room 1", "p",      "r",     "2 h"};

	if (n % 3)
		desk_keys(fixture, keys[n / 3 % (sizeof keys / sizeof *keys)]);
	else
		desk_type(fixture, words[n / 3 % (sizeof words / sizeof *words)]);
}

static void assert_cursor_on_screen(struct desk_fixture *fixture, const struct monkey *monkey)
{
	const char *screen = desk_screen(fixture), *last = strstr(screen, "\ncursor ");
	int row = -1, column = -1;

	assert_non_null(last);
	assert_int_equal(sscanf(last, "\ncursor %d %d", &row, &column), 2);
	if (row < 0 || row >= monkey->rows || column < 0 || column >= monkey->columns)
		fail_msg("The cursor is at %d %d of %dx%d:\n%s", row, column, monkey->columns, monkey->rows, screen);
}

static void change_size(struct desk_fixture *fixture, struct monkey *monkey)
{
	monkey->rows = 3 + (int)(next_random(monkey) % 48);
	monkey->columns = 12 + (int)(next_random(monkey) % 160);
	tui_headless_resize(fixture->tui, monkey->rows, monkey->columns);
}

static void assert_file_is_sound(struct desk_fixture *fixture)
{
	enum audit_verdict verdict = AUDIT_ROW_MISSING;
	struct fault f = {0};
	struct store *s = NULL;
	int64_t seq = 0, rows = 0;

	assert_string_equal(casework_fixture_text(fixture->file, "PRAGMA integrity_check"), "ok");
	assert_string_equal(casework_fixture_text(fixture->file, "PRAGMA foreign_key_check"), "");
	if (!store_open(&s, &(struct store_opening){.path = fixture->file->path, .read_only = true}, &f) ||
	    !audit_verify(s, NULL, &verdict, &seq, &rows, &f))
		fail_msg("%s", f.message);
	store_close(s);
	assert_int_equal(verdict, AUDIT_SOUND);
	assert_true(rows > 100);
}

static void random_keys_and_sizes_break_nothing(void **state)
{
	struct desk_fixture *fixture = *state;
	struct monkey monkey = {.seed = number_from_environment("QUORATE_SEED", 20260401), .rows = 24, .columns = 80};
	uint64_t turns = number_from_environment("QUORATE_TURNS", (uint64_t)soak_times(1000000, 8000));

	for (uint64_t turn = 0; turn < turns; turn++) {
		uint64_t n = next_random(&monkey);

		if (n % 5 < 3)
			press_something_sensible(fixture, n / 5);
		else
			press_anything(fixture, n / 5);
		if (tui_headless_has_quit(fixture->tui)) {
			desk_restart(fixture);
			monkey.rows = 24;
			monkey.columns = 80;
		}
		if (turn % 61 == 0)
			change_size(fixture, &monkey);
		if (turn % 101 == 0)
			tui_headless_turn(fixture->tui);
		if (turn % 7 == 0 && !tui_headless_has_quit(fixture->tui))
			assert_cursor_on_screen(fixture, &monkey);
	}
	print_message("%d turns\n", (int)turns);
	assert_file_is_sound(fixture);
	/* It did real work on the way, a conference that is being held among it. */
	assert_true(casework_fixture_audited(fixture->file, "conference.book") > 0);
	assert_true(casework_fixture_audited(fixture->file, "request.take") > 0);
	assert_true(casework_fixture_audited(fixture->file, "live.attend") > 0);
	assert_true(casework_fixture_audited(fixture->file, "live.note") > 0);
	assert_true(casework_fixture_audited(fixture->file, "live.view") > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(random_keys_and_sizes_break_nothing, live_desk_setup,
						desk_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
