/* The toy program in a real terminal: `toy_program [file for the note on the way out]`. With TOY_CLOCK the name of a
 * file that holds the seconds of a clock of its own, it locks when it is left alone; the file named by TOY_QUIET gets a
 * letter each time nobody types for a while. */
#include "toy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOCK_AFTER = 600, WARN_AFTER = 540, END_AFTER = 3600, TRIES_MOST = 4 };

static struct toy toy;
static int wrong_tries;

static int64_t toy_now(void *world)
{
	FILE *file = fopen(getenv("TOY_CLOCK"), "r");
	long long seconds = 0;

	(void)world;
	if (file) {
		if (fscanf(file, "%lld", &seconds) != 1)
			seconds = 0;
		fclose(file);
	}
	return seconds * 1000;
}

static enum tui_idle toy_idle(void *world, int64_t quiet, bool is_locked)
{
	(void)world;
	if (quiet >= END_AFTER * 1000)
		return TUI_IDLE_END;
	if (is_locked || quiet >= LOCK_AFTER * 1000)
		return TUI_IDLE_LOCK;
	return quiet >= WARN_AFTER * 1000 ? TUI_IDLE_WARN : TUI_IDLE_NOTHING;
}

static void toy_locked(void *world, bool by_key)
{
	(void)world;
	(void)by_key;
}

static void toy_words(void *world, struct tui_lock_words *out)
{
	(void)world;
	snprintf(out->title, sizeof out->title, "The toy is locked");
	snprintf(out->lines[0], sizeof out->lines[0], "What was typed is kept.");
	snprintf(out->prompt, sizeof out->prompt, "Password:");
}

static enum tui_unlock toy_open(void *world, const char *typed, char *said, size_t room)
{
	const char *const right[] = {"corr", "ect h", "orse"}; /* not whole in this program's own text */
	size_t at = 0;

	(void)world;
	for (size_t i = 0; i < 3; at += strlen(right[i++]))
		if (strncmp(typed + at, right[i], strlen(right[i])) != 0) {
			snprintf(said, room, "That is not it.");
			return ++wrong_tries >= TRIES_MOST ? TUI_UNLOCK_NEVER : TUI_UNLOCK_REFUSED;
		}
	return TUI_UNLOCKED;
}

static const struct tui_lock toy_lock = {
	.idle = toy_idle,
	.warning = "This screen locks in a minute; any key keeps it open.",
	.locked = toy_locked,
	.words = toy_words,
	.open = toy_open,
	.now = toy_now,
};

static int exit_code(enum tui_end end)
{
	switch (end) {
	case TUI_END_QUIT: return 0;
	case TUI_END_HANG_UP: return 3;
	case TUI_END_IDLE: return 4;
	case TUI_END_LEFT_LOCKED: return 5;
	case TUI_END_LOCKED_OUT: return 6;
	case TUI_END_NO_TERMINAL: break;
	}
	return 2;
}

int main(int argc, char **argv)
{
	struct fault f = {0};
	struct tui_start start;
	enum tui_end end;

	toy_fill(&toy, 300);
	toy.quiet_file = getenv("TOY_QUIET");
	toy.kept_file = argc > 1 ? argv[1] : NULL;
	start = toy_start(&toy);
	if (getenv("TOY_CLOCK"))
		start.lock = &toy_lock;
	end = tui_run(&start, &f);
	if (end == TUI_END_NO_TERMINAL)
		fprintf(stderr, "%s.\n", f.message);
	return exit_code(end);
}
