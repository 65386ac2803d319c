/* A hundred thousand random keys and sizes on the toy program: it stands, and the cursor stays on the screen. */
#include "play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t next_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

static tui_key random_key(uint64_t *seed)
{
	static const tui_key odd[] = {0x301, 0x738b, 0xeb, 0x200d, 0x1f468, 0xe000, TUI_KEY_UNKNOWN,
				      '\n',  '/',    '?',  's',    'w',     'a'};
	uint64_t n = next_random(seed);

	switch (n % 4) {
	case 0: return (tui_key)(0x20 + n / 4 % 95);
	case 1: return TUI_KEY_UP + (tui_key)(n / 4 % 19);
	case 2: return n / 4 % 2 ? (tui_key)(1 + n / 8 % 31) : TUI_F(1 + n / 8 % 12);
	default: return odd[n / 4 % (sizeof odd / sizeof *odd)];
	}
}

static void assert_cursor_on_screen(struct play *p, int rows, int columns)
{
	char *text = tui_headless_text(p->tui), *last = strstr(text, "\ncursor ");
	int row = -1, column = -1;

	assert_non_null(last);
	assert_int_equal(sscanf(last, "\ncursor %d %d", &row, &column), 2);
	assert_in_range(row, 0, rows - 1);
	assert_in_range(column, 0, columns - 1);
	free(text);
}

static void start_again_when_quit(struct play *p, int rows, int columns)
{
	struct tui_start start = toy_start(&p->toy);

	if (!tui_headless_has_quit(p->tui))
		return;
	tui_headless_end(p->tui);
	p->toy.must_fail = false;
	p->tui = tui_headless_start(&start, rows, columns, NULL);
	assert_non_null(p->tui);
}

static void random_keys_break_nothing(void **state)
{
	struct play *p = *state;
	uint64_t seed = 20260401;
	int rows = 24, columns = 80;

	for (int i = 0; i < 100000; i++) {
		press(p, random_key(&seed));
		start_again_when_quit(p, rows, columns);
		if (i % 97 == 0) {
			rows = 10 + (int)(next_random(&seed) % 20);
			columns = 40 + (int)(next_random(&seed) % 60);
			tui_headless_resize(p->tui, rows, columns);
			p->toy.count = next_random(&seed) % 40;
			p->toy.is_changed = true;
			p->toy.must_fail = i % 3 == 0;
			assert_cursor_on_screen(p, rows, columns);
		}
		if (i % 997 == 0)
			tui_headless_turn(p->tui);
	}
}

static void every_size_from_1x1_to_300x100_is_drawn(void **state)
{
	static const char *const screens[] = {"", "w", "\033a", "\033?", "/zo"};
	struct play *p = *state;

	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		for (const char *key = screens[i]; *key; key++)
			press(p, *key == '\033' ? (tui_key)TUI_KEY_ESCAPE : (tui_key)(unsigned char)*key);
		for (int rows = 1; rows <= 100; rows += rows < 14 ? 1 : 17)
			for (int columns = 1; columns <= 300; columns += columns < 45 ? 3 : 37) {
				tui_headless_resize(p->tui, rows, columns);
				assert_cursor_on_screen(p, rows, columns);
			}
		tui_headless_resize(p->tui, 24, 80);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY(random_keys_break_nothing),
		PLAY(every_size_from_1x1_to_300x100_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
