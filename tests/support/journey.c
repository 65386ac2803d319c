/* A person's way through the real program. */
#include "journey.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

enum { WORDS_MOST = 32, ENV_MOST = 16 };

/* cmocka cuts a message at a thousand bytes, which is less than a screen. */
__attribute__((format(printf, 2, 3), noreturn)) static void fail_with_screen(struct journey *j, const char *format, ...)
{
	char message[600], *text = terminal_text(j->t);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	fprintf(stderr, "%s\n", text);
	free(text);
	fail_msg("%s", message);
	abort();
}

/* --- The program and its world --- */

static void set_home(const struct journey *j, char out[4][320], const char *env[ENV_MOST], const char *const *more)
{
	static const char *const names[] = {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"};
	int count = 0;

	for (; count < 4; count++) {
		snprintf(out[count], sizeof out[count], "%s=%s/home", names[count], j->scratch.folder);
		env[count] = out[count];
	}
	for (; more && *more && count < ENV_MOST - 1; more++)
		env[count++] = *more;
	env[count] = NULL;
}

/* "show 'C 1' --file %F" as words of argv. */
static void split(char *text, const struct journey *j, const char *argv[WORDS_MOST])
{
	int count = 0;

	argv[count++] = QUORATE_PROGRAM;
	while (*text && count < WORDS_MOST - 1) {
		char end = ' ';

		while (*text == ' ')
			text++;
		if (*text == '\'')
			end = *text++;
		if (!*text)
			break;
		argv[count++] = strncmp(text, "%F", 2) == 0 ? j->scratch.file : text;
		text += strcspn(text, (char[]){end, '\0'});
		if (*text)
			*text++ = '\0';
	}
	argv[count] = NULL;
}

static void run_child(const struct journey *j, const char *const *argv, int out)
{
	char home[4][320];
	const char *env[ENV_MOST];

	set_home(j, home, env, NULL);
	for (const char *const *pair = env; *pair; pair++)
		putenv((char *)(uintptr_t)*pair);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "Europe/London", 1);
	setenv("ASAN_OPTIONS", "exitcode=99", 1);
	unsetenv("QUORATE_FILE");
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	execv(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

char *journey_verb(const struct journey *j, const char *words, int *status)
{
	char *copy = strdup(words), *text = NULL, piece[4096];
	const char *argv[WORDS_MOST];
	size_t size;
	int ends[2], ended = -1;
	FILE *out = open_memstream(&text, &size);
	pid_t process;
	ssize_t n;

	split(copy, j, argv);
	assert_int_equal(pipe(ends), 0);
	process = fork();
	assert_true(process >= 0);
	if (process == 0)
		run_child(j, argv, ends[1]);
	close(ends[1]);
	while ((n = read(ends[0], piece, sizeof piece)) > 0)
		fwrite(piece, 1, (size_t)n, out);
	close(ends[0]);
	waitpid(process, &ended, 0);
	fclose(out);
	free(copy);
	*status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
	return text;
}

struct terminal *journey_start_by(const struct journey *j, const char *const *before, const char *const *env)
{
	const char *const words[] = {QUORATE_PROGRAM,
				     "--file",
				     j->scratch.file,
				     "--today",
				     j->today ? j->today : JOURNEY_TODAY,
				     j->user ? "--user" : NULL,
				     j->user,
				     NULL};
	const char *argv[WORDS_MOST], *all[ENV_MOST];
	char home[4][320];
	int count = 0;

	for (; before && before[count]; count++)
		argv[count] = before[count];
	memcpy(argv + count, words, sizeof words);
	set_home(j, home, all, env);
	return terminal_start(argv, all, 24, 80);
}

struct terminal *journey_start(const struct journey *j, const char *const *env)
{
	return journey_start_by(j, NULL, env);
}

static const char *first_screen(const struct journey *j)
{
	if (!j->user || strcmp(j->user, "dokafor") == 0) /* the manager */
		return j->today ? "Today · " : "Today · Wednesday 1 April 2026";
	return strcmp(j->user, "duty") == 0 ? "List of children on plans · today" : "My day · ";
}

void journey_open(struct journey *j)
{
	assert_null(j->t);
	j->t = journey_start(j, NULL);
	if (!terminal_wait(j->t) || !terminal_shows(j->t, first_screen(j)))
		fail_with_screen(j, "The first screen of this account is not above");
	terminal_take_bytes(j->t);
}

/* --- Setup and teardown --- */

int journey_begin_all(void **state)
{
	struct journey *j = calloc(1, sizeof *j);
	char words[400], *said;
	int status;

	if (!j)
		return -1;
	scratch_begin(&j->scratch);
	snprintf(j->demo, sizeof j->demo, "%s/demo.db", j->scratch.folder);
	snprintf(words, sizeof words, "demo --families 40 --years 1 --seed 7 --today %s --no-open --out %s",
		 JOURNEY_TODAY, j->demo);
	said = journey_verb(j, words, &status);
	if (status != 0)
		fprintf(stderr, "quorate %s: %s\n", words, said);
	free(said);
	*state = j;
	return status;
}

int journey_end_all(void **state)
{
	struct journey *j = *state;

	scratch_end(&j->scratch);
	free(j);
	return 0;
}

int journey_begin(void **state)
{
	struct journey *j = *state;
	char bytes[16384];
	FILE *in = fopen(j->demo, "rb"), *out;
	size_t n;

	umask(077);
	out = fopen(j->scratch.file, "wb");
	if (!in || !out)
		return -1;
	while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
		fwrite(bytes, 1, n, out);
	fclose(in);
	j->pressed = 0;
	j->user = j->today = NULL;
	return fclose(out);
}

int journey_end(void **state)
{
	static const char *const ends[] = {"", "-journal", "-wal", "-shm"};
	struct journey *j = *state;

	terminal_finish(j->t);
	j->t = NULL;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		char path[260];

		snprintf(path, sizeof path, "%s%s", j->scratch.file, ends[i]);
		unlink(path);
	}
	return 0;
}

void journey_sql(const struct journey *j, const char *sql)
{
	sqlite3 *db = NULL;

	if (sqlite3_open(j->scratch.file, &db) != SQLITE_OK || sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(db), sql);
	sqlite3_close(db);
}

void journey_write_at(const struct journey *j, long offset, const void *bytes, size_t count)
{
	FILE *file = fopen(j->scratch.file, "r+b");

	assert_non_null(file);
	assert_int_equal(fseek(file, offset, SEEK_SET), 0);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	assert_int_equal(fclose(file), 0);
}

void journey_import_families(struct journey *j)
{
	static const char *const kinds[] = {"people", "requests"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		char words[400], *said;
		int status;

		snprintf(words, sizeof words, "import %s %s/tests/fixtures/journeys/%s.csv --file %%F --today %s",
			 kinds[i], SOURCE_FOLDER, kinds[i], JOURNEY_TODAY);
		said = journey_verb(j, words, &status);
		if (status != 0)
			fail_msg("%s: %s", words, said);
		free(said);
	}
}

/* --- Keys --- */

static void press(struct journey *j, const char *bytes, size_t length, struct journey_keys *taken)
{
	char key[8];

	assert_true(length < sizeof key);
	snprintf(key, sizeof key, "%.*s", (int)length, bytes);
	terminal_send(j->t, key, 1);
	j->pressed++;
	if (!terminal_wait(j->t))
		fail_with_screen(j, "The key \"%s\" was not taken", key[0] == '\033' ? key + 1 : key);
	if (!taken)
		return;
	assert_true(taken->count < (int)(sizeof taken->items / sizeof *taken->items));
	memcpy(taken->items[taken->count++], key, sizeof key);
}

static const char *press_typed(struct journey *j, const char *text, struct journey_keys *taken)
{
	while (*text && *text != '}') {
		size_t length = 1;

		while (((unsigned char)text[length] & 0xC0) == 0x80)
			length++;
		press(j, text, length, taken);
		text += length;
	}
	return *text ? text + 1 : text;
}

static void press_named(struct journey *j, const char *name, size_t length, struct journey_keys *taken)
{
	static const char *const names[][2] = {
		{"Enter", "\r"},       {"Esc", "\033"},    {"Tab", "\t"},       {"BackTab", "\033[Z"},
		{"Up", "\033OA"},      {"Down", "\033OB"}, {"Right", "\033OC"}, {"Left", "\033OD"},
		{"Home", "\033OH"},    {"End", "\033OF"},  {"PgUp", "\033[5~"}, {"PgDn", "\033[6~"},
		{"Backspace", "\x7f"}, {"F1", "\033OP"},   {"F4", "\033OS"},    {"Space", " "},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i][0]) == length && strncmp(names[i][0], name, length) == 0) {
			press(j, names[i][1], strlen(names[i][1]), taken);
			return;
		}
	if (length == 6 && strncmp(name, "Ctrl-", 5) == 0)
		press(j, (char[]){(char)(name[5] & 0x1f), '\0'}, 1, taken);
	else if (length == 1)
		press(j, name, 1, taken);
	else
		fail_msg("\"%.*s\" is no key", (int)length, name);
}

static bool cursor_is_at(struct journey *j, const char *label, size_t length)
{
	int row, column;
	bool is_visible, is_there;
	char *text = terminal_text(j->t), *line = text;

	terminal_cursor(j->t, &row, &column, &is_visible);
	while (row-- > 0)
		line = strchr(line, '\n') + 1;
	line += strspn(line, " ");
	is_there = strncasecmp(line, label, length) == 0;
	free(text);
	return is_there;
}

/* A form may be laid out anew; a person finds the field by its name. */
static const char *go_to_field(struct journey *j, const char *label, struct journey_keys *taken)
{
	size_t length = strcspn(label, "]");

	for (int tabs = 0; !cursor_is_at(j, label, length); tabs++) {
		if (tabs > 60)
			fail_with_screen(j, "No field is called \"%.*s\"", (int)length, label);
		press(j, "\t", 1, taken);
	}
	return label[length] ? label + length + 1 : label + length;
}

void journey_learn(struct journey *j, const char *script, struct journey_keys *taken)
{
	while (*script) {
		size_t length = strcspn(script, " ");

		if (*script == '{') {
			script = press_typed(j, script + 1, taken);
			continue;
		}
		if (*script == '[' && length > 1) {
			script = go_to_field(j, script + 1, taken);
			continue;
		}
		if (length)
			press_named(j, script, length, taken);
		script += length ? length : 1;
	}
}

void journey_do(struct journey *j, const char *script)
{
	journey_learn(j, script, NULL);
}

void journey_press(struct journey *j, const struct journey_keys *keys, int count)
{
	for (int i = 0; i < count && i < keys->count; i++)
		press(j, keys->items[i], strlen(keys->items[i]), NULL);
}

void journey_press_ahead(struct journey *j, const struct journey_keys *keys)
{
	char bytes[sizeof keys->items];
	size_t used = 0;

	for (int i = 0; i < keys->count; i++)
		used += (size_t)snprintf(bytes + used, sizeof bytes - used, "%s", keys->items[i]);
	bytes[used] = '\0';
	terminal_send(j->t, bytes, keys->count);
	j->pressed += keys->count;
	if (!terminal_wait(j->t))
		fail_with_screen(j, "%d keys at once were not all taken", keys->count);
}

/* --- What is seen --- */

void journey_shows(struct journey *j, const char *words)
{
	if (!terminal_shows(j->t, words))
		fail_with_screen(j, "\"%s\" is not on the screen above", words);
}

void journey_shows_not(struct journey *j, const char *words)
{
	if (terminal_shows(j->t, words))
		fail_with_screen(j, "\"%s\" is on the screen above", words);
}

void journey_wait_end(struct journey *j, int *status)
{
	if (!terminal_wait_end(j->t, status))
		fail_msg("The program does not end");
	terminal_finish(j->t);
	j->t = NULL;
}

void journey_quit(struct journey *j)
{
	int status;
	bool is_visible, has_ended;
	int row, column;

	terminal_send(j->t, "Q", 1);
	has_ended = terminal_wait_end(j->t, &status);
	if (!has_ended || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_with_screen(j, "It did not end with 0 but %x", (unsigned)status);
	assert_false(terminal_is_on_other_screen(j->t));
	assert_false(terminal_has_paste_marks(j->t));
	terminal_cursor(j->t, &row, &column, &is_visible);
	assert_true(is_visible);
	terminal_finish(j->t);
	j->t = NULL;
}
