/* A command is fed, waited for, stopped and understood, whatever it does. The commands are this program itself. */
#include "base/text.h"
#include "letter/carrier.h"

#include "scratch.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { BIG = 10 * 1024 * 1024 };

extern char **environ;

struct scene {
	struct scratch scratch;
	struct arena mem;
	char self[4096];
	struct carrier_result result;
	struct fault fault;
};

static int begin(void **state)
{
	static struct scene scene;
	ssize_t length;

	memset(&scene, 0, sizeof scene);
	scratch_begin(&scene.scratch);
	length = readlink("/proc/self/exe", scene.self, sizeof scene.self - 1);
	assert_true(length > 0);
	*state = &scene;
	return 0;
}

static int finish(void **state)
{
	struct scene *scene = *state;

	arena_finish(&scene->mem);
	scratch_end(&scene->scratch);
	return 0;
}

static struct press_bytes letter(struct scene *scene, size_t count)
{
	unsigned char *bytes = arena_alloc(&scene->mem, count + 1);

	assert_non_null(bytes);
	for (size_t i = 0; i < count; i++)
		bytes[i] = (unsigned char)("Dear Mx Okafor-Bright,\n"[i % 23]);
	return (struct press_bytes){bytes, count};
}

static bool soon_enough(void *payload)
{
	int *left = payload;

	return --*left > 0;
}

/* `patience` counts tenths of a second after which the caller gives up; 0 never. */
static void run(struct scene *scene, const char *part, const char *argument, size_t bytes, int seconds, int patience)
{
	const char *const command[] = {scene->self, "--play", part, scene->scratch.file, argument, NULL};
	struct carrier_job job = {.command = command,
				  .input = letter(scene, bytes),
				  .seconds = seconds,
				  .waiting = patience ? soon_enough : NULL,
				  .payload = &patience};

	assert_true(carrier_run(&job, &scene->mem, &scene->result, &scene->fault));
}

static char *left_behind(struct scene *scene, size_t *bytes)
{
	char *text = arena_alloc(&scene->mem, BIG + 1);
	FILE *file = fopen(scene->scratch.file, "r");

	assert_non_null(text);
	*bytes = file ? fread(text, 1, BIG, file) : 0;
	if (file)
		fclose(file);
	return text;
}

static const struct {
	const char *why, *part, *argument;
	size_t bytes;
	int patience;
	enum carrier_end end;
	int exit_code;
	const char *said;
} rows[] = {
	{"it took all of it", "take", "0", 5000, 0, CARRIER_DONE, 0, ""},
	{"nothing to take", "take", "0", 0, 0, CARRIER_DONE, 0, ""},
	{"more than any pipe holds", "take", "0", BIG, 0, CARRIER_DONE, 0, ""},
	{"its server is away", "take", "75", 5000, 0, CARRIER_LATER, 75, ""},
	{"its server said no", "take", "65", 5000, 0, CARRIER_REFUSED, 65, ""},
	{"the talk with its server broke off", "take", "74", 5000, 0, CARRIER_UNSURE, 74, ""},
	{"its server hung up", "take", "76", 5000, 0, CARRIER_UNSURE, 76, ""},
	{"its talk broke off before it read", "ignore", "74", 5000, 0, CARRIER_LATER, 74, ""},
	{"a server that says not now", "say", "m: server message: 451 busy\n", 10, 0, CARRIER_LATER, 1,
	 "m: server message: 451 busy"},
	{"a server that says never", "say", "m: server message: 550 no\n", 10, 0, CARRIER_REFUSED, 1,
	 "m: server message: 550 no"},
	{"words cut short", "say", "m: server message: 4", 10, 0, CARRIER_REFUSED, 1, "m: server message: 4"},
	{"it said why, over two lines and in colour", "say", "\n\x1b[31mrecipient \xff refused\a\r\nsecond line\n", 100,
	 0, CARRIER_REFUSED, 1, "\xef\xbf\xbd[31mrecipient \xef\xbf\xbd refused\xef\xbf\xbd"},
	{"it says more than anybody reads", "shout", "", 100, 0, CARRIER_DONE, 0, NULL},
	{"it ended well having read ten bytes", "nibble", "0", BIG, 0, CARRIER_UNSURE, 0, ""},
	{"it ended well having read nothing", "ignore", "0", 10, 0, CARRIER_UNSURE, 0, ""},
	{"it ended badly having read ten bytes", "nibble", "1", BIG, 0, CARRIER_REFUSED, 1, ""},
	{"it hangs before it reads", "deaf", "", 5000, 2, CARRIER_LATER, -1, ""},
	{"it hangs half way", "stall early", "", BIG, 2, CARRIER_LATER, -1, ""},
	{"it hangs after it has read everything", "stall", "", 5000, 3, CARRIER_UNSURE, -1, ""},
	{"it hangs and will not be told", "stubborn", "", 5000, 3, CARRIER_UNSURE, -1, ""},
	{"it is killed having read everything", "die", "", 5000, 0, CARRIER_UNSURE, -1, ""},
	{"it is killed before it reads", "die early", "", 5000, 0, CARRIER_LATER, -1, ""},
};

static void every_way_to_end_is_told_apart(void **state)
{
	struct scene *scene = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run(scene, rows[i].part, rows[i].argument, rows[i].bytes, 60, rows[i].patience);
		if (scene->result.end != rows[i].end || scene->result.exit_code != rows[i].exit_code ||
		    (rows[i].said && strcmp(scene->result.said, rows[i].said) != 0))
			fail_msg("%s: ended %d with %d saying \"%s\"", rows[i].why, (int)scene->result.end,
				 scene->result.exit_code, scene->result.said);
	}
}

static void what_arrives_is_what_was_handed_over(void **state)
{
	struct scene *scene = *state;
	size_t bytes;
	const char *text;

	run(scene, "take", "0", BIG, 60, 0);
	text = left_behind(scene, &bytes);
	assert_int_equal(bytes, BIG);
	assert_memory_equal(text, letter(scene, BIG).bytes, BIG);
}

static void time_runs_out(void **state)
{
	struct scene *scene = *state;

	run(scene, "stall", "", 5000, 1, 0);
	assert_int_equal(scene->result.end, CARRIER_UNSURE);
}

static void what_it_is_told_to_say_is_cut_short(void **state)
{
	struct scene *scene = *state;

	run(scene, "shout", "", 100, 60, 0);
	assert_true(text_width(scene->result.said) <= 200);
	assert_true(text_width(scene->result.said) > 100);
}

/* The child's own view: nothing of ours but three descriptors and five variables, and every signal as it was born. */
static void the_child_inherits_nothing(void **state)
{
	struct scene *scene = *state;
	size_t bytes;
	const char *text;
	int open_here = open("/dev/null", O_RDONLY);
	sigset_t held;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&held);
	sigaddset(&held, SIGUSR1);
	sigprocmask(SIG_BLOCK, &held, NULL);
	setenv("LD_PRELOAD_OF_SOMEBODY", "1", 1);
	run(scene, "look", "", 0, 60, 0);
	sigprocmask(SIG_UNBLOCK, &held, NULL);
	signal(SIGPIPE, SIG_DFL);
	close(open_here);
	text = left_behind(scene, &bytes);
	assert_non_null(strstr(text, "PATH=/usr/sbin:/usr/bin:/sbin:/bin\nLANG=C.UTF-8\nTZ=Europe/London\nHOME="));
	assert_null(strstr(text, "SOMEBODY"));
	assert_non_null(
		strstr(text, "descriptors 3\nSIGPIPE as born\nSIGUSR1 let through\nleads its group\nfolder /\n"));
}

/* The group of the case file's folder, which an installed program is lent, stays behind: now and for good. */
static void the_child_has_its_persons_group_alone(void **state)
{
	struct scene *scene = *state;
	const gid_t lent = 65534;
	char groups[60];
	size_t bytes;

	if (geteuid() != 0) {
		print_message("Not run as root: no group could be lent.\n");
		skip();
	}
	assert_int_equal(setresgid(getgid(), lent, lent), 0);
	chmod(scene->scratch.folder, 0777);
	run(scene, "look", "", 0, 60, 0);
	assert_int_equal(getegid(), lent); /* ours is as it was */
	assert_int_equal(setresgid(getgid(), getgid(), getgid()), 0);
	snprintf(groups, sizeof groups, "groups %ld %ld\n", (long)getgid(), (long)getgid());
	assert_non_null(strstr(left_behind(scene, &bytes), groups));
}

/* What a command started goes with it. */
static void the_whole_group_is_stopped(void **state)
{
	struct scene *scene = *state;
	const struct timespec moment = {0, 10000000};
	size_t bytes;
	pid_t grandchild;

	run(scene, "brood", "", 100, 60, 3);
	grandchild = (pid_t)atoi(left_behind(scene, &bytes));
	assert_true(grandchild > 1);
	for (int i = 0; i < 500 && kill(grandchild, 0) == 0; i++) {
		char path[64], about[256] = "";
		FILE *file;

		snprintf(path, sizeof path, "/proc/%d/stat", (int)grandchild);
		file = fopen(path, "r");
		if (!file || !fgets(about, sizeof about, file) || strstr(about, ") Z")) {
			if (file)
				fclose(file);
			return; /* dead, only not yet buried by its new parent */
		}
		fclose(file);
		nanosleep(&moment, NULL);
	}
	assert_int_equal(kill(grandchild, 0), -1);
}

static void a_command_that_is_not_there_is_named(void **state)
{
	static const struct {
		const char *why, *command, *says;
	} missing[] = {
		{"no such path", "/usr/sbin/quorate-no-such-mailer", "/usr/sbin/quorate-no-such-mailer was not found"},
		{"in none of the folders", "quorate-no-such-mailer", "quorate-no-such-mailer was not found"},
		{"a path that depends on where one stands", "./mailer", "./mailer was not found"},
		{"a folder", "/usr/bin", "not a program that may be run"},
		{"a file that is no program", "/etc/passwd", "not a program that may be run"},
		{"nothing", "", "was not found"},
		{"no text for a terminal", "/bin/\x1b[2Jmail", "/bin/\xef\xbf\xbd[2Jmail was not found"},
	};
	struct scene *scene = *state;

	setenv("PATH", scene->scratch.folder, 1);
	for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
		const char *const command[] = {missing[i].command, NULL};
		struct carrier_job job = {.command = command, .seconds = 5};

		assert_false(carrier_run(&job, &scene->mem, &scene->result, &scene->fault));
		if (scene->fault.code != FAULT_STORAGE || !strstr(scene->fault.message, missing[i].says))
			fail_msg("%s: %s", missing[i].why, scene->fault.message);
	}
}

static void a_bare_name_is_found_in_the_fixed_folders(void **state)
{
	struct scene *scene = *state;
	const char *const command[] = {"false", NULL};
	struct carrier_job job = {.command = command, .seconds = 60};

	setenv("PATH", "", 1);
	assert_true(carrier_run(&job, &scene->mem, &scene->result, &scene->fault));
	assert_int_equal(scene->result.end, CARRIER_REFUSED);
}

/* --- The parts the commands play --- */

static void read_all(const char *to)
{
	FILE *file = to ? fopen(to, "w") : NULL;
	char bytes[65536];
	ssize_t n;

	while ((n = read(STDIN_FILENO, bytes, sizeof bytes)) > 0)
		if (file)
			fwrite(bytes, 1, (size_t)n, file);
	if (file)
		fclose(file);
}

static gid_t saved_group(void)
{
	gid_t own, now, saved;

	return getresgid(&own, &now, &saved) == 0 ? saved : (gid_t)-1;
}

static void look_around(const char *to)
{
	FILE *file = fopen(to, "w");
	struct sigaction pipe_action;
	sigset_t held;
	char folder[100] = "";
	int descriptors = 0;

	for (int fd = 0; fd < 256; fd++)
		descriptors += fcntl(fd, F_GETFD) >= 0;
	for (char **variable = environ; *variable; variable++)
		fprintf(file, "%s\n", *variable);
	sigaction(SIGPIPE, NULL, &pipe_action);
	sigprocmask(SIG_BLOCK, NULL, &held);
	fprintf(file,
		"descriptors %d\nSIGPIPE %s\nSIGUSR1 %s\n%s its group\nfolder %s\n"
		"groups %ld %ld\n",
		descriptors - 1, pipe_action.sa_handler == SIG_DFL ? "as born" : "changed",
		sigismember(&held, SIGUSR1) ? "held back" : "let through", getpgrp() == getpid() ? "leads" : "follows",
		getcwd(folder, sizeof folder) ? folder : "none", (long)getegid(), (long)saved_group());
	fclose(file);
}

static void linger(void)
{
	for (;;)
		pause();
}

static void leave_a_child(const char *to)
{
	pid_t child = fork();
	FILE *file;

	if (child == 0)
		linger();
	file = fopen(to, "w");
	fprintf(file, "%d\n", (int)child);
	fclose(file);
	read_all(NULL);
	linger();
}

static int play(const char *part, const char *file, const char *argument)
{
	char some[10];

	if (strcmp(part, "look") == 0)
		look_around(file);
	if (strcmp(part, "brood") == 0)
		leave_a_child(file);
	if (strcmp(part, "stubborn") == 0)
		signal(SIGTERM, SIG_IGN);
	if (strcmp(part, "die early") == 0)
		raise(SIGKILL);
	if (strcmp(part, "nibble") == 0 || strcmp(part, "stall early") == 0)
		if (read(STDIN_FILENO, some, sizeof some) < 0)
			return 2;
	if (strcmp(part, "deaf") == 0 || strcmp(part, "stall early") == 0)
		linger();
	if (strcmp(part, "nibble") == 0 || strcmp(part, "ignore") == 0)
		return atoi(argument);
	read_all(strcmp(part, "take") == 0 ? file : NULL);
	if (strcmp(part, "stall") == 0 || strcmp(part, "stubborn") == 0)
		linger();
	if (strcmp(part, "die") == 0)
		raise(SIGKILL);
	for (int i = 0; strcmp(part, "shout") == 0 && i < 40000; i++)
		fputs("the same thing again and again ", stderr);
	if (strcmp(part, "say") == 0)
		fputs(argument, stderr);
	return strcmp(part, "say") == 0 ? 1 : atoi(argument);
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_way_to_end_is_told_apart, begin, finish),
		cmocka_unit_test_setup_teardown(what_arrives_is_what_was_handed_over, begin, finish),
		cmocka_unit_test_setup_teardown(time_runs_out, begin, finish),
		cmocka_unit_test_setup_teardown(what_it_is_told_to_say_is_cut_short, begin, finish),
		cmocka_unit_test_setup_teardown(the_child_inherits_nothing, begin, finish),
		cmocka_unit_test_setup_teardown(the_child_has_its_persons_group_alone, begin, finish),
		cmocka_unit_test_setup_teardown(the_whole_group_is_stopped, begin, finish),
		cmocka_unit_test_setup_teardown(a_command_that_is_not_there_is_named, begin, finish),
		cmocka_unit_test_setup_teardown(a_bare_name_is_found_in_the_fixed_folders, begin, finish),
	};

	if (count > 4 && strcmp(arguments[1], "--play") == 0)
		return play(arguments[2], arguments[3], arguments[4]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
