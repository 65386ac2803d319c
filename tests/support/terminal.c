/* A program under test in a terminal of its own. */
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include <cmocka.h>

#define FAILURE_MILLISECONDS 20000
#define SETTINGS_MOST        40

struct terminal {
	pid_t process;
	int master;
	int rows, columns;
	VTerm *vterm;
	VTermScreen *screen;
	unsigned long long keys_sent, keys_taken;
	int marked_rows, marked_columns;
	size_t bytes, mark_bytes;
	bool cursor_visible, other_screen, has_ended;
	bool paste_marks;
	char last[8]; /* the last bytes, to see mode switches that come in pieces */
	int status;
	FILE *record;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	if (property == VTERM_PROP_ALTSCREEN)
		t->other_screen = value->boolean;
	return 1;
}

/* The mark comes as one command text; a piece of one would not scan. */
static int on_command(const char *command, size_t length, void *user)
{
	struct terminal *t = user;
	char text[64];
	unsigned long long keys;
	int rows, columns;

	if (length >= sizeof text)
		return 0;
	memcpy(text, command, length);
	text[length] = '\0';
	if (sscanf(text, "5113;%llu;%d;%d", &keys, &rows, &columns) != 3)
		return 0;
	t->keys_taken = keys;
	t->marked_rows = rows;
	t->marked_columns = columns;
	t->mark_bytes += length + 3; /* ESC ] and BEL */
	return 1;
}

static const VTermScreenCallbacks screen_calls = {.settermprop = on_property};
static const VTermParserCallbacks command_calls = {.osc = on_command};

static void open_screen(struct terminal *t)
{
	t->vterm = vterm_new(t->rows, t->columns);
	assert_non_null(t->vterm);
	vterm_set_utf8(t->vterm, 1);
	t->screen = vterm_obtain_screen(t->vterm);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_set_callbacks(t->screen, &screen_calls, t);
	vterm_screen_set_unrecognised_fallbacks(t->screen, &command_calls, t);
	vterm_screen_reset(t->screen, 1);
	t->cursor_visible = true;
}

static void set_environment(const char *const *env)
{
	clearenv();
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "Europe/London", 1);
	setenv("HOME", "/nonexistent", 1);
	setenv("QUORATE_TEST_SYNC", "1", 1);
	for (; env && *env; env++) {
		const char *value = strchr(*env, '=');
		char name[64];

		snprintf(name, sizeof name, "%.*s", (int)strcspn(*env, "="), *env);
		if (value)
			setenv(name, value + 1, 1);
		else
			unsetenv(name);
	}
}

/* Of the child process the answer's `process` is 0. */
static struct terminal *fork_terminal(const char *const *env, int rows, int columns)
{
	struct terminal *t = calloc(1, sizeof *t);
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	assert_non_null(t);
	t->rows = rows;
	t->columns = columns;
	open_screen(t);
	t->process = forkpty(&t->master, NULL, NULL, &size);
	assert_true(t->process >= 0);
	if (t->process == 0)
		set_environment(env);
	else
		fcntl(t->master, F_SETFD, FD_CLOEXEC); /* another program would keep this line from breaking */
	return t;
}

struct terminal *terminal_start(const char *const *argv, const char *const *env, int rows, int columns)
{
	struct terminal *t = fork_terminal(env, rows, columns);

	if (t->process == 0) {
		execv(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	return t;
}

struct terminal *terminal_start_call(int (*call)(void *), void *argument, int rows, int columns)
{
	struct terminal *t = fork_terminal(NULL, rows, columns);

	if (t->process == 0)
		_exit(call(argument));
	return t;
}

static void wait_process(struct terminal *t, int options)
{
	if (!t->has_ended && waitpid(t->process, &t->status, options) == t->process)
		t->has_ended = true;
}

void terminal_finish(struct terminal *t)
{
	if (!t)
		return;
	if (!t->has_ended)
		kill(t->process, SIGKILL);
	wait_process(t, 0);
	if (t->master >= 0)
		close(t->master);
	vterm_free(t->vterm);
	free(t);
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Bracketed paste is a mode libvterm keeps to itself: the last switch seen decides. */
static void watch_modes(struct terminal *t, const char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		memmove(t->last, t->last + 1, sizeof t->last - 1);
		t->last[sizeof t->last - 1] = bytes[i];
		if (memcmp(t->last, "\033[?2004", 7) == 0)
			t->paste_marks = bytes[i] == 'h';
	}
}

/* One read of what the program wrote; false when nothing came in time or the program has closed its end. */
static bool read_some(struct terminal *t, int64_t until)
{
	struct pollfd fd = {.fd = t->master, .events = POLLIN};
	int64_t left = until - milliseconds();
	char bytes[16384];
	ssize_t n;

	if (t->master < 0 || poll(&fd, 1, left > 0 ? (int)left : 0) <= 0)
		return false;
	n = read(t->master, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	t->bytes += (size_t)n;
	if (t->record)
		fwrite(bytes, 1, (size_t)n, t->record);
	watch_modes(t, bytes, (size_t)n);
	vterm_input_write(t->vterm, bytes, (size_t)n);
	return true;
}

static void send_bytes(struct terminal *t, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t n = write(t->master, bytes, count);

		assert_true(n > 0);
		bytes += n;
		count -= (size_t)n;
	}
}

void terminal_send(struct terminal *t, const char *bytes, int keys)
{
	send_bytes(t, bytes, strlen(bytes));
	t->keys_sent += (unsigned)keys;
}

static int characters(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

void terminal_type(struct terminal *t, const char *text)
{
	terminal_send(t, text, characters(text));
}

void terminal_paste(struct terminal *t, const char *text)
{
	terminal_send(t, "\033[200~", 1);
	terminal_type(t, text);
	terminal_send(t, "\033[201~", 1);
}

bool terminal_wait(struct terminal *t)
{
	int64_t until = milliseconds() + FAILURE_MILLISECONDS;

	while (t->keys_taken < t->keys_sent || !t->marked_rows)
		if (!read_some(t, until))
			return false;
	return true;
}

bool terminal_wait_for(struct terminal *t, const char *words)
{
	int64_t until = milliseconds() + FAILURE_MILLISECONDS;

	while (!terminal_shows(t, words))
		if (!read_some(t, until))
			return false;
	return true;
}

void terminal_resize(struct terminal *t, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	t->rows = rows;
	t->columns = columns;
	vterm_set_size(t->vterm, rows, columns);
	assert_int_equal(ioctl(t->master, TIOCSWINSZ, &size), 0);
}

bool terminal_wait_size(struct terminal *t)
{
	int64_t until = milliseconds() + FAILURE_MILLISECONDS;

	while (t->marked_rows != t->rows || t->marked_columns != t->columns)
		if (!read_some(t, until))
			return false;
	return true;
}

void terminal_hang_up(struct terminal *t)
{
	close(t->master);
	t->master = -1;
}

void terminal_signal(struct terminal *t, int number)
{
	kill(t->process, number);
}

pid_t terminal_process(const struct terminal *t)
{
	return t->process;
}

bool terminal_wait_end(struct terminal *t, int *status)
{
	int64_t until = milliseconds() + FAILURE_MILLISECONDS;

	while (read_some(t, until))
		;
	while (!t->has_ended && milliseconds() < until) {
		wait_process(t, WNOHANG);
		if (!t->has_ended)
			poll(NULL, 0, 1); /* its end of the line is closed: it is on its way out */
	}
	*status = t->status;
	return t->has_ended;
}

bool terminal_is_silent(struct terminal *t, int wanted)
{
	return !read_some(t, milliseconds() + wanted);
}

static void write_cell(const VTermScreenCell *cell, FILE *out)
{
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
		uint32_t c = cell->chars[i];

		if (c < 0x80)
			fputc((int)c, out);
		else if (c < 0x800)
			fprintf(out, "%c%c", 0xC0 | (int)(c >> 6), 0x80 | (int)(c & 0x3F));
		else if (c < 0x10000)
			fprintf(out, "%c%c%c", 0xE0 | (int)(c >> 12), 0x80 | (int)(c >> 6 & 0x3F),
				0x80 | (int)(c & 0x3F));
		else
			fprintf(out, "%c%c%c%c", 0xF0 | (int)(c >> 18), 0x80 | (int)(c >> 12 & 0x3F),
				0x80 | (int)(c >> 6 & 0x3F), 0x80 | (int)(c & 0x3F));
	}
}

static void write_row(struct terminal *t, int row, FILE *out)
{
	int blanks = 0;

	for (int column = 0; column < t->columns; column++) {
		VTermScreenCell cell;

		vterm_screen_get_cell(t->screen, (VTermPos){row, column}, &cell);
		if (!cell.chars[0] || (cell.chars[0] == ' ' && !cell.chars[1])) {
			blanks++;
			continue;
		}
		if (cell.chars[0] == (uint32_t)-1)
			continue; /* the right half of a wide character */
		fprintf(out, "%*s", blanks, "");
		blanks = 0;
		write_cell(&cell, out);
	}
	fputc('\n', out);
}

char *terminal_text(struct terminal *t)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(out);
	for (int row = 0; row < t->rows; row++)
		write_row(t, row, out);
	fclose(out);
	return text;
}

bool terminal_shows(struct terminal *t, const char *words)
{
	char *text = terminal_text(t);
	bool shows = strstr(text, words) != NULL;

	free(text);
	return shows;
}

struct terminal_look terminal_look_at(struct terminal *t, int row, int column)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(t->screen, (VTermPos){row, column}, &cell);
	return (struct terminal_look){
		.is_bold = cell.attrs.bold,
		.is_underlined = cell.attrs.underline != 0,
		.is_reversed = cell.attrs.reverse,
		.has_colour = !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg),
	};
}

void terminal_cursor(struct terminal *t, int *row, int *column, bool *is_visible)
{
	VTermPos place;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vterm), &place);
	*row = place.row;
	*column = place.col;
	*is_visible = t->cursor_visible;
}

bool terminal_is_on_other_screen(const struct terminal *t)
{
	return t->other_screen;
}

bool terminal_has_paste_marks(const struct terminal *t)
{
	return t->paste_marks;
}

size_t terminal_take_bytes(struct terminal *t)
{
	size_t bytes = t->bytes - t->mark_bytes;

	t->bytes = t->mark_bytes = 0;
	return bytes;
}

void terminal_record(struct terminal *t, FILE *out)
{
	t->record = out;
}
