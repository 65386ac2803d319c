/* Starts and stops the terminal, holds its signals back except while waiting, and tells a hang-up from silence. */
#include "term.h"

#include "key_read.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static volatile sig_atomic_t hung_up, resumed, must_stop;
static sigset_t while_waiting, before;
static struct {
	SCREEN *screen;
	FILE *nowhere_in, *nowhere_out;
	struct termios found; /* the line as it was, for IXON */
	char restore[160];    /* what the terminal is told when the program crashes */
	bool wants_marks;
} term;

static void on_hang_up(int number)
{
	(void)number;
	hung_up = 1;
}

static void on_resume(int number)
{
	(void)number;
	resumed = 1;
}

static void on_stop(int number)
{
	(void)number;
	must_stop = 1;
}

static bool use_utf8(bool *is_plain_locale)
{
	setlocale(LC_CTYPE, "");
	*is_plain_locale = strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	if (!*is_plain_locale)
		return true;
	return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_GB.UTF-8");
}

static const int held_signals[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};

/* Holds the signals back; after newterm, whose own handlers would leave without keeping drafts and, after a stop, throw
 * away what was typed ahead. Only its handler for a new size stays. */
static void hold_signals(void)
{
	static const int ending[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
	struct sigaction end = {.sa_handler = on_hang_up}, again = {.sa_handler = on_resume},
			 stop = {.sa_handler = on_stop};
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < sizeof held_signals / sizeof *held_signals; i++)
		sigaddset(&held, held_signals[i]);
	sigprocmask(SIG_BLOCK, &held, &before);
	while_waiting = before;
	for (size_t i = 0; i < sizeof held_signals / sizeof *held_signals; i++)
		sigdelset(&while_waiting, held_signals[i]);
	sigemptyset(&end.sa_mask);
	sigemptyset(&again.sa_mask);
	sigemptyset(&stop.sa_mask);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
		sigaction(ending[i], &end, NULL);
	sigaction(SIGCONT, &again, NULL);
	sigaction(SIGTSTP, &stop, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static void write_terminal(const char *bytes)
{
	size_t left = strlen(bytes);

	while (left > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, left);

		if (n < 0 && errno != EINTR)
			return;
		if (n > 0) {
			bytes += n;
			left -= (size_t)n;
		}
	}
}

/* Ctrl-S and Ctrl-Q are keys here: a frozen screen is not. raw() of the library switches the rest off. */
static void set_modes(void)
{
	struct termios line;

	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	idlok(stdscr, TRUE);
	if (!getenv("ESCDELAY"))
		set_escdelay(25);
	key_variants_define();
	if (tcgetattr(STDIN_FILENO, &line) == 0) {
		line.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
		tcsetattr(STDIN_FILENO, TCSANOW, &line);
		def_prog_mode();
	}
}

static void add_restore(const char *name)
{
	const char *bytes = tigetstr(name);
	size_t used = strlen(term.restore);

	if (bytes && bytes != (char *)-1 && !strchr(bytes, '$')) /* -1: not a text at all; $: wants timing */
		snprintf(term.restore + used, sizeof term.restore - used, "%s", bytes);
}

/* A crash must not leave the person with a terminal that does not echo. Only what is safe in a handler, then the signal
 * as it was meant. */
static void on_crash(int number)
{
	write_terminal(term.restore);
	tcsetattr(STDIN_FILENO, TCSANOW, &term.found);
	raise(number);
}

/* A handler that is there already (a sanitizer's) knows better. */
static void prepare_for_crash(void)
{
	static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
	static const char *const ends[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
	struct sigaction restore = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND}, was;

	snprintf(term.restore, sizeof term.restore, "%s", PASTE_OFF);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		add_restore(ends[i]);
	sigemptyset(&restore.sa_mask);
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		if (sigaction(crashes[i], NULL, &was) == 0 && was.sa_handler == SIG_DFL)
			sigaction(crashes[i], &restore, NULL);
}

/* The library opens a terminal that cannot place the cursor without a word of complaint. */
static bool can_show_screens(void)
{
	const char *move = tigetstr("cup"), *clear = tigetstr("clear");

	return move && move != (char *)-1 && clear && clear != (char *)-1; /* -1: not a text at all */
}

bool term_open(bool *is_plain_locale, struct fault *f)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return fault_set(f, FAULT_USAGE,
				 "The screens need a terminal for input and output; run it without a pipe.");
	if (!use_utf8(is_plain_locale))
		return fault_set(f, FAULT_USAGE,
				 "The screens need a UTF-8 locale and this computer has none; install C.UTF-8");
	tcgetattr(STDIN_FILENO, &term.found);
	unsetenv("LINES"); /* what a shell exported is wrong after the first resize */
	unsetenv("COLUMNS");
	term.screen = newterm(NULL, stdout, stdin);
	if (!term.screen)
		return fault_set(f, FAULT_USAGE,
				 "This computer does not know the terminal \"%s\"; set TERM to xterm-256color",
				 name ? name : "");
	if (!can_show_screens()) {
		endwin();
		delscreen(term.screen);
		term.screen = NULL;
		return fault_set(f, FAULT_USAGE, "The terminal \"%s\" cannot show screens; set TERM to xterm-256color",
				 name ? name : "");
	}
	set_modes();
	hold_signals();
	prepare_for_crash();
	write_terminal(PASTE_ON);
	term.wants_marks = getenv("QUORATE_TEST_SYNC") != NULL;
	return true;
}

void term_close(void)
{
	if (!term.screen)
		return;
	write_terminal(PASTE_OFF);
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &term.found);
	delscreen(term.screen);
	term.screen = NULL;
	sigprocmask(SIG_SETMASK, &before, NULL);
}

bool term_has_gone(void)
{
	return hung_up;
}

bool term_took_resume(void)
{
	bool was = resumed;

	resumed = 0;
	if (was) {
		reset_prog_mode(); /* the shell had the line in between */
		write_terminal(PASTE_ON);
	}
	return was;
}

/* Gives the terminal back to the shell and stops, as the signal asks; goes on here when continued. */
static void stop_now(void)
{
	struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
	sigset_t stop, held;

	must_stop = 0;
	write_terminal(PASTE_OFF);
	endwin();
	sigemptyset(&plain.sa_mask);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigaction(SIGTSTP, &plain, &ours);
	kill(getpid(), SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, &held);
	sigprocmask(SIG_SETMASK, &held, NULL);
	sigaction(SIGTSTP, &ours, NULL);
	resumed = 1;
}

/* While keys keep coming, ppoll returns without ever letting a signal in: this does. */
static void let_signals_in(void)
{
	sigset_t held;

	sigprocmask(SIG_SETMASK, &while_waiting, &held);
	sigprocmask(SIG_SETMASK, &held, NULL);
	if (must_stop)
		stop_now();
}

/* Ready to read and yet nothing there: the other side has closed. */
static bool is_at_end(void)
{
	int bytes = 0;

	return ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0;
}

enum term_event term_wait(int milliseconds)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	struct timespec limit = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
	int ready = ppoll(&input, 1, milliseconds < 0 ? NULL : &limit, &while_waiting);
	bool is_broken = ready < 0 && errno != EINTR;

	let_signals_in();
	if (hung_up || is_broken) {
		hung_up = 1;
		return TERM_GONE;
	}
	if (ready < 0)
		return TERM_SIGNAL;
	if (ready == 0)
		return TERM_QUIET;
	if (input.revents & (POLLHUP | POLLERR | POLLNVAL) || is_at_end())
		hung_up = 1;
	return hung_up ? TERM_GONE : TERM_KEYS;
}

bool term_input_waits(void)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

	return poll(&input, 1, 0) > 0;
}

bool term_follow_size(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || (size.ws_row == LINES && size.ws_col == COLS))
		return false;
	resizeterm(size.ws_row, size.ws_col);
	return true;
}

int64_t term_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now); /* goes on while the machine sleeps */
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void term_sync_mark(uint64_t keys_taken)
{
	char mark[64];

	if (!term.wants_marks)
		return;
	snprintf(mark, sizeof mark, "\033]5113;%llu;%d;%d\a", (unsigned long long)keys_taken, LINES, COLS);
	write_terminal(mark);
}

bool term_open_headless(int rows, int columns, struct fault *f)
{
	bool is_plain;

	if (!use_utf8(&is_plain))
		return fault_set(f, FAULT_USAGE,
				 "The screens need a UTF-8 locale and this computer has none; install C.UTF-8");
	use_env(FALSE);
	term.nowhere_in = fopen("/dev/null", "r");
	term.nowhere_out = fopen("/dev/null", "w");
	if (term.nowhere_in && term.nowhere_out)
		term.screen = newterm("xterm-256color", term.nowhere_out, term.nowhere_in);
	if (!term.screen) {
		term_close_headless();
		return fault_set(f, FAULT_STORAGE, "No terminal description for xterm-256color; install ncurses-base.");
	}
	resize_term(rows, columns);
	return true;
}

void term_resize_headless(int rows, int columns)
{
	resize_term(rows, columns);
}

void term_close_headless(void)
{
	if (term.screen) {
		endwin();
		delscreen(term.screen);
	}
	if (term.nowhere_in)
		fclose(term.nowhere_in);
	if (term.nowhere_out)
		fclose(term.nowhere_out);
	memset(&term, 0, sizeof term);
}
