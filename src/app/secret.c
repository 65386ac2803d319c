/* Passphrases and keys: read from a file or typed on the terminal without being shown. */
#include "secret.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { SECRET_ROOM = 1024, CONTROL_C = 3, CONTROL_D = 4, CONTROL_U = 21, DELETE_KEY = 127 };

/* --- From a file --- */

static bool not_read(const char *option, const char *path, struct fault *f)
{
	int why = errno;

	fault_set(f, FAULT_USAGE, "The file \"%.100s\" that --%s names cannot be read. Check its name and your rights.",
		  path, option);
	fault_detail(f, "%s", strerror(why));
	return false;
}

/* The whole of a short file, or of what a pipe has to say. */
static char *read_file(struct app *app, const char *option, const char *path, struct fault *f)
{
	char *text = arena_alloc(&app->mem, SECRET_ROOM);
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : rights_own_open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
	size_t bytes = 0;
	ssize_t got = -1;

	while (text && fd >= 0 && bytes < SECRET_ROOM - 1 &&
	       (got = read(fd, text + bytes, SECRET_ROOM - 1 - bytes)) > 0)
		bytes += (size_t)got;
	if (got < 0)
		not_read(option, path, f);
	if (fd > STDERR_FILENO)
		close(fd);
	return got < 0 ? NULL : text;
}

static const char *passphrase_from_file(struct app *app, struct fault *f)
{
	char *text = read_file(app, "passphrase-file", app->arguments.values[OPTION_PASSPHRASE_FILE], f);

	if (!text)
		return NULL;
	text[strcspn(text, "\r\n")] = '\0';
	if (*text)
		return text;
	fault_set(f, FAULT_USAGE, "The first line of the passphrase's file is empty. Write the passphrase there.");
	return NULL;
}

/* --- From the terminal --- */

static size_t without_last(const char *text, size_t bytes)
{
	while (bytes > 0 && ((unsigned char)text[bytes - 1] & 0xc0) == 0x80)
		bytes--;
	return bytes > 0 ? bytes - 1 : 0;
}

/* Letter by letter, so that Ctrl-C leaves the terminal as it was. False when the person gave up. */
static bool read_hidden(int terminal, char *text)
{
	size_t bytes = 0;
	unsigned char c;

	while (read(terminal, &c, 1) == 1) {
		if (c == '\r' || c == '\n') {
			text[bytes] = '\0';
			return true;
		}
		if (c == CONTROL_C || (c == CONTROL_D && bytes == 0))
			return false;
		if (c == CONTROL_U)
			bytes = 0;
		else if (c == DELETE_KEY || c == '\b')
			bytes = without_last(text, bytes);
		else if (c >= ' ' && bytes < SECRET_ROOM - 1)
			text[bytes++] = (char)c;
	}
	return false;
}

static bool ask_once(int terminal, const char *question, char *text)
{
	struct termios before, hidden;
	bool ok = tcgetattr(terminal, &before) == 0;

	if (!ok)
		return false;
	hidden = before;
	hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG);
	hidden.c_cc[VMIN] = 1;
	hidden.c_cc[VTIME] = 0;
	ok = write(terminal, question, strlen(question)) > 0 && tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 &&
	     read_hidden(terminal, text);
	tcsetattr(terminal, TCSAFLUSH, &before);
	return write(terminal, "\n", 1) == 1 && ok;
}

static bool ask(int terminal, bool is_new, char *text, char *again, struct fault *f)
{
	if (!ask_once(terminal,
		      is_new ? "Passphrase for the new back-up (not shown): " : "Passphrase (not shown): ", text))
		return fault_set(f, FAULT_USAGE, "No passphrase was given: nothing was done.");
	if (!is_new)
		return true;
	if (!ask_once(terminal, "The same again: ", again))
		return fault_set(f, FAULT_USAGE, "No passphrase was given: nothing was done.");
	return strcmp(text, again) == 0 ||
	       fault_set(f, FAULT_REFUSED, "The two passphrases differ: nothing was done. Try again.");
}

static const char *passphrase_from_terminal(struct app *app, bool is_new, struct fault *f)
{
	char *text = arena_alloc(&app->mem, SECRET_ROOM), *again = arena_alloc(&app->mem, SECRET_ROOM);
	int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
	bool ok;

	if (!text || !again || terminal < 0) {
		fault_set(f, FAULT_USAGE,
			  is_new ? "There is no terminal to ask for a passphrase. Name a key with --public-key, or a "
				   "file with "
				   "--passphrase-file."
				 : "There is no terminal to ask for the passphrase. Name its file with "
				   "--passphrase-file.");
		if (terminal >= 0)
			close(terminal);
		return NULL;
	}
	ok = ask(terminal, is_new, text, again, f);
	close(terminal);
	explicit_bzero(again, SECRET_ROOM);
	if (!ok)
		explicit_bzero(text, SECRET_ROOM);
	return ok ? text : NULL;
}

static const char *passphrase(struct app *app, bool is_new, struct fault *f)
{
	return app->arguments.values[OPTION_PASSPHRASE_FILE] ? passphrase_from_file(app, f)
							     : passphrase_from_terminal(app, is_new, f);
}

/* --- Which --- */

bool secret_to_seal(struct app *app, struct backup_opener *out, struct fault *f)
{
	const char *file = app->arguments.values[OPTION_PUBLIC_KEY];
	const char *own = casework_settings(app->cw)->backup_key;

	*out = (struct backup_opener){0};
	if (file && app->arguments.values[OPTION_PASSPHRASE_FILE])
		return fault_set(f, FAULT_USAGE,
				 "A back-up is sealed for a key or under a passphrase. Leave out one of them.");
	if (file)
		out->public_key = read_file(app, "public-key", file, f);
	else if (!app->arguments.values[OPTION_PASSPHRASE_FILE] && *own)
		out->public_key = own;
	else
		out->passphrase = passphrase(app, true, f);
	return out->public_key || out->passphrase;
}

bool secret_to_open(struct app *app, const char *path, struct backup_opener *out, struct fault *f)
{
	const char *file = app->arguments.values[OPTION_KEY];
	bool by_passphrase;

	*out = (struct backup_opener){0};
	if (file && app->arguments.values[OPTION_PASSPHRASE_FILE])
		return fault_set(f, FAULT_USAGE, "A back-up opens by a key or by a passphrase. Leave out one of them.");
	if (!backup_opens_by_passphrase(path, &by_passphrase, f))
		return false;
	if (by_passphrase && file)
		return fault_set(
			f, FAULT_USAGE,
			"This back-up was sealed under a passphrase and not for a key: leave out --key, and name "
			"the passphrase's file with --passphrase-file or type it.");
	if (by_passphrase)
		out->passphrase = passphrase(app, false, f);
	else if (file)
		out->secret_key = read_file(app, "key", file, f);
	else
		return fault_set(f, FAULT_USAGE,
				 "This back-up was sealed for a key: name the file of its secret key with --key.");
	return out->passphrase || out->secret_key;
}

/* Both lie in the app's own memory. */
void secret_forget(struct backup_opener *opener)
{
	if (opener->passphrase)
		explicit_bzero((char *)(uintptr_t)opener->passphrase, strlen(opener->passphrase));
	if (opener->secret_key)
		explicit_bzero((char *)(uintptr_t)opener->secret_key, strlen(opener->secret_key));
	*opener = (struct backup_opener){0};
}
