/* A program run to its end with a home folder of its own. */
#include "command.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORDS_MOST = 40, PATH_ROOM = 400 };

/* Splits in place. */
static void split(char *line, char *words[WORDS_MOST])
{
	size_t count = 1; /* words[0] is the program */

	while (count + 1 < WORDS_MOST && *(line += strspn(line, " "))) {
		bool is_quoted = *line == '\'';

		line += is_quoted;
		words[count++] = line;
		line += strcspn(line, is_quoted ? "'" : " ");
		if (*line)
			*line++ = '\0';
	}
	words[count] = NULL;
}

static void open_as(int fd, const char *path, int flags, bool is_closed)
{
	int from = is_closed ? -1 : open(path, flags, 0600);

	if (is_closed) {
		close(fd);
		return;
	}
	if (from < 0 || dup2(from, fd) < 0)
		_exit(127);
	if (from != fd)
		close(from);
}

static void put_pipe_without_reader(void)
{
	int ends[2];

	if (pipe(ends) != 0 || dup2(ends[1], STDOUT_FILENO) < 0)
		_exit(127);
	close(ends[0]);
	close(ends[1]);
}

static void run_in_child(const struct command *command, char *const words[], const char *const paths[3])
{
	char home[PATH_ROOM];
	const char *environment[9] = {home, "LC_ALL=C.UTF-8", "TZ=Europe/London", "TERM=xterm-256color"};

	snprintf(home, sizeof home, "HOME=%s", command->home);
	for (size_t i = 0; i < 4 && command->environment[i]; i++)
		environment[4 + i] = command->environment[i];
	open_as(0, paths[0], O_RDONLY, command->is_closed[0]);
	open_as(1, paths[1], O_WRONLY | O_CREAT | O_TRUNC, command->is_closed[1]);
	open_as(2, paths[2], O_WRONLY | O_CREAT | O_TRUNC, command->is_closed[2]);
	if (command->has_no_reader)
		put_pipe_without_reader();
	execve(command->program, words, (char *const *)(uintptr_t)environment);
	_exit(127);
}

static char *read_all(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t room = 0;

	if (!file)
		return strdup("");
	if (getdelim(&text, &room, '\0', file) < 0) {
		free(text);
		text = strdup("");
	}
	fclose(file);
	return text;
}

static void write_all(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

struct command_result command_run(const struct command *command, const char *line)
{
	char in[PATH_ROOM], out[PATH_ROOM], err[PATH_ROOM];
	const char *paths[3] = {"/dev/null", command->out ? command->out : out, err};
	char *words[WORDS_MOST] = {(char *)(uintptr_t)command->program};
	char *copy = strdup(line);
	struct command_result result;
	int status = 0;
	pid_t child;

	snprintf(in, sizeof in, "%s/.in", command->home);
	snprintf(out, sizeof out, "%s/.out", command->home);
	snprintf(err, sizeof err, "%s/.err", command->home);
	if (command->input) {
		write_all(in, command->input);
		paths[0] = in;
	}
	split(copy, words);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		run_in_child(command, words, paths);
	assert_int_equal(waitpid(child, &status, 0), child);
	result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	result.out = read_all(out);
	result.err = read_all(err);
	unlink(in);
	unlink(out);
	unlink(err);
	free(copy);
	return result;
}

void command_forget(struct command_result *result)
{
	free(result->out);
	free(result->err);
}
