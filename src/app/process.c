/* What the process is before it does anything: its files, its rights, its memory, its locale. */
#include "process.h"

#include "base/rights.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where 0, 1 or 2 is closed, the case file would be opened in its place and messages would be written into it. What
 * takes the place can be used the wrong way round only, so that reading or writing it is a failure that is seen. */
static bool fill_standard_files(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			return false;
	return true;
}

/* It holds children's names. */
void process_keep_memory_private(void)
{
#ifdef NDEBUG
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

/* Names of languages, terminals and places on a map, numbers, addresses; no path from the root and none that climbs. */
static bool is_harmless(const char *value)
{
	return strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _.:@+-/") ==
		       strlen(value) &&
	       *value != '/' && *value != ':' && !strstr(value, "..") && strlen(value) < 100;
}

/* Whoever starts a program that was lent rights chooses its environment: nothing of it stays but this. */
static bool clean_environment(void)
{
	static const char *const kept[] = {"TERM",    "LANG",     "LC_ALL",         "LC_CTYPE",   "TZ",      "LINES",
					   "COLUMNS", "NO_COLOR", "SSH_CONNECTION", "SSH_CLIENT", "SUDO_UID"};
	enum { KEPT = sizeof kept / sizeof *kept };
	char *values[KEPT];
	bool ok = true;

	for (int i = 0; i < KEPT; i++) {
		const char *value = getenv(kept[i]);

		values[i] = value && is_harmless(value) ? strdup(value) : NULL;
	}
	clearenv();
	for (int i = 0; i < KEPT; i++) {
		ok = (!values[i] || setenv(kept[i], values[i], 1) == 0) && ok;
		free(values[i]);
	}
	return ok && setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1) == 0;
}

static bool locale_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Only character types are taken from the locale: numbers and dates are written one way everywhere. */
static bool choose_locale(void)
{
	if (setlocale(LC_CTYPE, "") && locale_is_utf8())
		return true;
	setlocale(LC_CTYPE, "C.UTF-8");
	return false;
}

bool process_prepare(bool *is_utf8)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};

	if (!fill_standard_files() || (rights_are_lent() && !clean_environment()))
		return false;
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, NULL); /* a reader that leaves is a failed write with a sentence */
	sigaction(SIGXFSZ, &ignore, NULL); /* and so is a quota */
	umask(077);
	process_keep_memory_private();
	*is_utf8 = choose_locale();
	return true;
}
