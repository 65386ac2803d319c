/* What a confined process is denied by the kernel, and what it can still do: each tried in a child of its own. */
#include "confine.h"

#include "arguments.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { DONE = 7 };

static void start_a_program(const char *folder)
{
	(void)folder;
	execl("/bin/sh", "sh", "-c", "exit 7", (char *)NULL);
}

static void call_another_machine(const char *folder)
{
	(void)folder;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_INET6, SOCK_DGRAM, 0) >= 0)
		_exit(DONE);
}

static void ask_this_machine(const char *folder)
{
	(void)folder;
	if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0)
		_exit(DONE);
}

/* On no terminal at all: what is denied is denied before that is looked at. */
static void type_for_somebody(const char *folder)
{
	(void)folder;
	if (ioctl(-1, TIOCSTI, "x") != 0 && errno != EPERM)
		_exit(DONE);
}

/* What every screen does of a terminal. */
static void ask_a_terminal(const char *folder)
{
	struct winsize size;

	(void)folder;
	if (ioctl(-1, TIOCGWINSZ, &size) != 0 && errno != EPERM)
		_exit(DONE);
}

/* As a new file gets its name when it is whole. */
static void name_a_file(const char *folder)
{
	char from[80], to[80];
	FILE *file;

	snprintf(from, sizeof from, "%s/part", folder);
	snprintf(to, sizeof to, "%s/within/whole", folder);
	file = fopen(from, "w");
	if (file && fputs("x", file) >= 0 && fclose(file) == 0 && link(from, to) == 0 && unlink(from) == 0)
		_exit(DONE);
}

static bool can(void (*deed)(const char *folder), bool is_confined, const char *folder)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		if (is_confined)
			process_confine();
		deed(folder);
		_exit(1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == DONE;
}

/* What this machine has, found out in a child: there is no way back. */
static struct confinement offered(void)
{
	struct confinement held = {0};
	int report[2];
	pid_t child;

	assert_int_equal(pipe(report), 0);
	child = fork();
	if (child == 0) {
		held = process_confine();
		_exit(write(report[1], &held, sizeof held) == (ssize_t)sizeof held ? 0 : 1);
	}
	assert_int_equal(read(report[0], &held, sizeof held), sizeof held);
	assert_int_equal(waitpid(child, NULL, 0), child);
	close(report[0]);
	close(report[1]);
	return held;
}

static void what_is_denied_is_denied_and_no_more(void **state)
{
	char folder[] = "/tmp/quorate-confine-XXXXXX", within[60], whole[70];
	struct confinement held = offered();

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(within, sizeof within, "%s/within", folder);
	snprintf(whole, sizeof whole, "%s/whole", within);
	assert_int_equal(mkdir(within, 0700), 0);
	assert_true(can(start_a_program, false, folder)); /* else the next lines could not fail */
	assert_true(can(call_another_machine, false, folder));
	assert_true(can(type_for_somebody, false, folder));
	assert_true(can(ask_this_machine, true, folder));
	assert_true(can(ask_a_terminal, true, folder));
	assert_true(can(name_a_file, true, folder));
	assert_int_equal(can(start_a_program, true, folder), !held.by_landlock && !held.by_seccomp);
	assert_int_equal(can(call_another_machine, true, folder), !held.by_seccomp);
	assert_int_equal(can(type_for_somebody, true, folder), !held.by_seccomp);
	unlink(whole);
	rmdir(within);
	rmdir(folder);
	if (!held.by_landlock || !held.by_seccomp)
		print_message("this machine offers Landlock: %s, seccomp: %s\n", held.by_landlock ? "yes" : "no",
			      held.by_seccomp ? "yes" : "no");
}

static void only_what_may_start_a_program_has_an_attendant(void **state)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		assert_int_equal(verbs[i].has_attendant,
				 strcmp(verbs[i].name, "demo") == 0 || strcmp(verbs[i].name, "send") == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_denied_is_denied_and_no_more),
		cmocka_unit_test(only_what_may_start_a_program_has_an_attendant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
