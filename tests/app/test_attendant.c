/* The attendant: what it hears and what ends it, commands started and passwords checked by it for a process that may do
 * neither, and what is left when either of the two dies. The commands are this program itself. */
#include "attendant_message.h"
#include "confine.h"

#include "domain/idle.h"
#include "letter/carrier.h"
#include "scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { BIG = 3 * 1024 * 1024, PATIENCE = 10000 /* milliseconds */ };

struct scene {
	struct scratch scratch;
	struct arena mem;
	char self[4096];
	const char *command[5], *told[5]; /* this program, playing a part; as the attendant was told */
	struct attendant_duties duties;
	struct attendant attendant;
	struct carrier_result result;
	struct fault fault;
};

static int begin(void **state)
{
	static struct scene scene;

	memset(&scene, 0, sizeof scene);
	scratch_begin(&scene.scratch);
	assert_true(readlink("/proc/self/exe", scene.self, sizeof scene.self - 1) > 0);
	scene.attendant.line = -1;
	*state = &scene;
	return 0;
}

static int finish(void **state)
{
	struct scene *scene = *state;

	attendant_end(&scene->attendant);
	arena_finish(&scene->mem);
	scratch_end(&scene->scratch);
	return 0;
}

static void with_command(struct scene *scene, const char *part)
{
	const char *const words[] = {scene->self, "--play", part, scene->scratch.file, NULL};

	memcpy(scene->command, words, sizeof words);
	memcpy(scene->told, words, sizeof words);
	scene->duties.commands[0] = scene->told;
	assert_true(attendant_begin(&scene->attendant, &scene->duties));
}

static bool run(struct scene *scene, size_t bytes, int seconds)
{
	const struct carrier_job job = {.starter = &scene->attendant.starter,
					.command = scene->command,
					.input = {arena_alloc(&scene->mem, bytes + 1), bytes},
					.seconds = seconds};

	return carrier_run(&job, &scene->mem, &scene->result, &scene->fault);
}

/* What another process did, as a test of this one sees it. */
static void in_a_child(struct scene *scene, void (*deed)(struct scene *scene))
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		deed(scene);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static bool is_gone(pid_t process)
{
	const struct timespec moment = {0, 10 * 1000000};

	for (int waited = 0; waited < PATIENCE; waited += 10) {
		char path[64], about[300] = "";
		FILE *file;

		snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
		file = fopen(path, "r");
		if (!file)
			return true;
		if (!fgets(about, sizeof about, file) || strstr(about, ") Z")) {
			fclose(file);
			return true; /* dead, only not yet buried */
		}
		fclose(file);
		nanosleep(&moment, NULL);
	}
	return false;
}

static const char *written(struct scene *scene)
{
	char *text = arena_alloc(&scene->mem, BIG + 1);
	FILE *file = fopen(scene->scratch.file, "r");

	assert_non_null(text);
	if (file) {
		text[fread(text, 1, BIG, file)] = '\0';
		fclose(file);
	}
	return text;
}

/* --- What it hears --- */

static void only_what_it_is_there_for_is_heard(void **state)
{
	static const char *const command[] = {"/bin/true", NULL};
	static const struct attendant_duties duties = {.commands = {command}};
	static const struct {
		const char *why;
		struct attendant_request asked;
		size_t descriptors;
		bool is_running, is_good;
	} rows[] = {
		{"a password", {.wish = WISH_PASSWORD, .password = "correct horse"}, 0, false, true},
		{"no password", {.wish = WISH_PASSWORD}, 0, false, false},
		{"a password and a number", {.wish = WISH_PASSWORD, .number = 1, .password = "x"}, 0, false, false},
		{"a password with a file", {.wish = WISH_PASSWORD, .password = "x"}, 1, false, false},
		{"a password while a program runs", {.wish = WISH_PASSWORD, .password = "x"}, 0, true, false},
		{"the mail command", {.wish = WISH_START}, 2, false, true},
		{"a command that the settings do not have", {.wish = WISH_START, .number = 1}, 2, false, false},
		{"a command beyond the list", {.wish = WISH_START, .number = 2}, 2, false, false},
		{"a command far beyond it", {.wish = WISH_START, .number = UINT32_MAX}, 2, false, false},
		{"a command with words", {.wish = WISH_START, .password = "/bin/sh"}, 2, false, false},
		{"a command with nowhere to complain to", {.wish = WISH_START}, 1, false, false},
		{"a command with one file too many", {.wish = WISH_START}, 3, false, false},
		{"a second one beside the first", {.wish = WISH_START}, 2, true, false},
		{"to be told to end", {.wish = WISH_STOP, .number = SIGTERM}, 0, true, true},
		{"to be ended", {.wish = WISH_STOP, .number = SIGKILL}, 0, true, true},
		{"another signal", {.wish = WISH_STOP, .number = SIGSTOP}, 0, true, false},
		{"no signal", {.wish = WISH_STOP}, 0, true, false},
		{"to end what does not run", {.wish = WISH_STOP, .number = SIGKILL}, 0, false, false},
		{"to be forgotten", {.wish = WISH_FORGET}, 0, true, true},
		{"to forget what is not there", {.wish = WISH_FORGET}, 0, false, false},
		{"to forget with a number", {.wish = WISH_FORGET, .number = 1}, 0, true, false},
		{"nothing", {.wish = 0}, 0, false, false},
		{"something new", {.wish = WISH_FORGET + 1}, 0, true, false},
	};
	struct attendant_request endless = {.wish = WISH_PASSWORD};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (attendant_request_is_good(&rows[i].asked, sizeof rows[i].asked, rows[i].descriptors, &duties,
					      rows[i].is_running) != rows[i].is_good)
			fail_msg("%s is %s", rows[i].why, rows[i].is_good ? "not heard" : "heard");
	assert_false(attendant_request_is_good(&rows[0].asked, sizeof rows[0].asked - 1, 0, &duties, false));
	memset(endless.password, 'x', sizeof endless.password);
	assert_false(attendant_request_is_good(&endless, sizeof endless, 0, &duties, false));
}

static void send_raw(int line, const void *bytes, size_t count, int copies)
{
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(8 * sizeof(int))];
	} control = {0};
	int files[8];
	struct iovec part = {.iov_base = (void *)(uintptr_t)bytes, .iov_len = count};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};

	for (int i = 0; i < copies; i++)
		files[i] = STDERR_FILENO;
	if (copies) {
		size_t size = (size_t)copies * sizeof *files;

		message.msg_control = &control;
		message.msg_controllen = CMSG_SPACE(size);
		control.head = (struct cmsghdr){
			.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(size)};
		memcpy(CMSG_DATA(&control.head), files, size);
	}
	assert_int_equal(sendmsg(line, &message, MSG_NOSIGNAL), count);
}

/* Whoever asks for anything else may have been taken over: it hears nothing more, from anybody. */
static void anything_else_ends_it(void **state)
{
	const struct attendant_request password = {.wish = WISH_PASSWORD, .password = "x"},
				       start = {.wish = WISH_START};
	const char more[sizeof password + 1] = {WISH_PASSWORD, [8] = 'x'};
	const struct {
		const char *why;
		const void *bytes;
		size_t count;
		int copies;
	} rows[] = {
		{"a packet without anything", more, 0, 0},
		{"a byte too few", &password, sizeof password - 1, 0},
		{"a byte too many", more, sizeof more, 0},
		{"a command that is not there", &start, sizeof start, 2},
		{"more descriptors than one may send", &start, sizeof start, 8},
		{"a descriptor with a password", &password, sizeof password, 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct scene *scene = *state;
		struct pollfd cut = {.events = POLLIN};

		assert_true(attendant_begin(&scene->attendant, &scene->duties));
		send_raw(scene->attendant.line, rows[i].bytes, rows[i].count, rows[i].copies);
		cut.fd = scene->attendant.line;
		if (poll(&cut, 1, PATIENCE) != 1 || !(cut.revents & POLLHUP))
			fail_msg("%s: it is still there", rows[i].why);
		assert_int_equal(attendant_password(&scene->attendant, "x"), ACCOUNT_CANNOT);
		attendant_end(&scene->attendant);
	}
}

/* Half a million requests of chance: none is heard that names what is not there. */
static void chance_finds_no_way_in(void **state)
{
	static const char *const command[] = {"/bin/true", NULL};
	static const struct attendant_duties duties = {.commands = {command}};
	uint64_t seed = 20261122;

	(void)state;
	for (int i = 0; i < 500000; i++) {
		struct attendant_request asked = {0};
		bool is_running, is_good;
		size_t files;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		asked.wish = (uint32_t)(seed >> 60);
		asked.number = seed >> 59 & 1 ? (uint32_t)(seed >> 20 & 15) : (uint32_t)(seed >> 20);
		if (seed >> 58 & 1)
			memset(asked.password, 'x', (size_t)(seed >> 40 & 1023) % (PASSWORD_ROOM + 1));
		files = (size_t)(seed >> 56 & 3);
		is_running = seed >> 55 & 1;
		is_good = attendant_request_is_good(&asked, sizeof asked, files, &duties, is_running);
		if (!is_good)
			continue;
		assert_in_range(asked.wish, WISH_PASSWORD, WISH_FORGET);
		assert_true(asked.wish == WISH_START ? asked.number == 0 && files == 2 : files == 0);
		assert_int_equal(is_running, asked.wish == WISH_STOP || asked.wish == WISH_FORGET);
		assert_int_equal(asked.password[0] != '\0', asked.wish == WISH_PASSWORD);
		assert_non_null(memchr(asked.password, '\0', sizeof asked.password));
	}
}

/* --- Commands --- */

static void send_while_confined(struct scene *scene)
{
	const struct carrier_job by_itself = {.command = scene->command, .seconds = 5};
	struct confinement held = process_confine();

	if (!run(scene, BIG, 60) || scene->result.end != CARRIER_DONE)
		_exit(1);
	if ((held.by_landlock || held.by_seccomp) &&
	    carrier_run(&by_itself, &scene->mem, &scene->result, &scene->fault))
		_exit(2);
}

static void what_may_start_nothing_sends_all_the_same(void **state)
{
	struct scene *scene = *state;
	struct stat about;

	with_command(scene, "take");
	in_a_child(scene, send_while_confined);
	assert_int_equal(stat(scene->scratch.file, &about), 0);
	assert_int_equal(about.st_size, BIG);
}

static void every_way_to_end_is_told_apart_from_afar(void **state)
{
	static const struct {
		const char *why, *part;
		int seconds;
		enum carrier_end end;
		int exit_code;
		const char *said;
	} rows[] = {
		{"it took all of it", "take", 60, CARRIER_DONE, 0, ""},
		{"its server is away", "later", 60, CARRIER_LATER, 75, "try again later"},
		{"its server said no", "refuse", 60, CARRIER_REFUSED, 65, "no such person"},
		{"it hangs and will not be told", "stubborn", 1, CARRIER_UNSURE, -1, ""},
		{"it is killed", "die", 60, CARRIER_UNSURE, -1, ""},
	};
	struct scene *scene = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		with_command(scene, rows[i].part);
		for (int turn = 0; turn < (rows[i].seconds > 1 ? 2 : 1); turn++) {
			if (!run(scene, 5000, rows[i].seconds))
				fail_msg("%s: %s", rows[i].why, scene->fault.message);
			if (scene->result.end != rows[i].end || scene->result.exit_code != rows[i].exit_code ||
			    strcmp(scene->result.said, rows[i].said) != 0)
				fail_msg("%s: ended %d with %d saying \"%s\"", rows[i].why, (int)scene->result.end,
					 scene->result.exit_code, scene->result.said);
		}
		attendant_end(&scene->attendant);
	}
}

static void a_command_it_was_not_told_of_is_refused(void **state)
{
	struct scene *scene = *state;

	with_command(scene, "take");
	scene->command[2] = "later"; /* as settings that were changed meanwhile */
	assert_false(run(scene, 10, 5));
	assert_non_null(strstr(scene->fault.message, "is another than when Quorate was started"));
	assert_string_equal(written(scene), "");
}

static void a_command_that_is_not_there_is_named_from_afar(void **state)
{
	static const char *const missing[] = {"quorate-no-such-mailer", NULL};
	struct scene *scene = *state;

	scene->duties.commands[1] = missing;
	with_command(scene, "take");
	scene->command[0] = missing[0];
	scene->command[1] = NULL;
	assert_false(run(scene, 10, 5));
	assert_non_null(strstr(scene->fault.message, "quorate-no-such-mailer was not found"));
	memcpy(scene->command, scene->told, sizeof scene->told);
	assert_true(run(scene, 10, 60)); /* a refusal is not the end of it */
	assert_int_equal(scene->result.end, CARRIER_DONE);
}

/* Soon: what it ran it forgets when it is told to. */
static bool has_four_descriptors(pid_t process)
{
	const struct timespec moment = {0, 10 * 1000000};
	int count = 0;

	for (int waited = 0; count != 2 + 4 && waited < PATIENCE; waited += 10) {
		char path[64];
		DIR *folder;

		nanosleep(&moment, NULL);
		snprintf(path, sizeof path, "/proc/%d/fd", (int)process);
		folder = opendir(path);
		assert_non_null(folder);
		for (count = 0; readdir(folder);)
			count++;
		closedir(folder);
	}
	return count == 2 + 4; /* and two names of folders */
}

/* The group of the case file's folder, a terminal, files of ours: it has none of them. */
static void it_has_nothing_of_ours(void **state)
{
	struct scene *scene = *state;
	char path[64], words[300] = "";
	const gid_t lent = 65534;
	int open_here = open("/dev/null", O_RDONLY);
	FILE *file;

	if (geteuid() == 0)
		assert_int_equal(setresgid(getgid(), lent, lent), 0);
	with_command(scene, "look");
	chmod(scene->scratch.folder, 0777);
	assert_true(run(scene, 10, 60));
	if (geteuid() == 0)
		assert_int_equal(setresgid(getgid(), getgid(), getgid()), 0);
	close(open_here);
	assert_true(has_four_descriptors(scene->attendant.process));
	assert_int_equal(getsid(scene->attendant.process), scene->attendant.process);
	snprintf(path, sizeof path, "/proc/%d/status", (int)scene->attendant.process);
	file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(words, sizeof words, file) && strncmp(words, "Gid:", 4) != 0)
		;
	fclose(file);
	snprintf(path, sizeof path, "Gid:\t%d\t%d\t%d\t%d\n", (int)getgid(), (int)getgid(), (int)getgid(),
		 (int)getgid());
	assert_string_equal(words, path);
	assert_string_equal(written(scene), "descriptors 3, leads its group\n");
}

/* --- One of the two dies --- */

static void what_it_may_have_sent_is_unsure_when_it_dies(void **state)
{
	struct scene *scene = *state;

	with_command(scene, "kill its parent");
	assert_true(run(scene, 5000, 60));
	assert_int_equal(scene->result.end, CARRIER_UNSURE);
	assert_string_equal(scene->result.said, "Nobody can tell how the command ended.");
	assert_false(run(scene, 5000, 60)); /* from now on it is known before anything is handed over */
	assert_int_equal(scene->fault.code, FAULT_STORAGE);
	assert_non_null(strstr(scene->fault.message, "Quorate's attendant has ended"));
	assert_int_equal(attendant_password(&scene->attendant, "x"), ACCOUNT_CANNOT);
}

static void start_and_die(struct scene *scene)
{
	int report = open(scene->scratch.file, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (!attendant_begin(&scene->attendant, &scene->duties) ||
	    dprintf(report, "%d\n", (int)scene->attendant.process) < 0)
		_exit(1);
	kill(getpid(), SIGKILL);
}

static void it_is_gone_when_we_are(void **state)
{
	struct scene *scene = *state;
	pid_t child = fork(), attendant;

	if (child == 0)
		start_and_die(scene);
	assert_int_equal(waitpid(child, NULL, 0), child);
	attendant = (pid_t)atoi(written(scene));
	assert_true(attendant > 1);
	assert_true(is_gone(attendant));
}

/* --- Passwords --- */

static void with_service(struct scene *scene, char path[static 300], const char *auth)
{
	FILE *file;

	snprintf(path, 300, "%s/quorate", scene->scratch.folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "auth required %s\naccount required pam_permit.so\n", auth);
	fclose(file);
	scene->duties.pam_folder = scene->scratch.folder;
	assert_true(attendant_begin(&scene->attendant, &scene->duties));
}

static void ask_while_confined(struct scene *scene)
{
	process_confine();
	if (attendant_password(&scene->attendant, "correct horse") != ACCOUNT_KNOWN)
		_exit(1);
}

/* pam_exec stands for the helpers of PAM: it starts a program, which a confined process may not. */
static void the_machine_is_asked_for_one_that_may_start_nothing(void **state)
{
	struct scene *scene = *state;
	char path[300];

	with_service(scene, path, "pam_exec.so quiet /bin/true");
	in_a_child(scene, ask_while_confined);
	unlink(path);
}

static void a_locked_screen_tries_no_oftener_than_this(void **state)
{
	struct scene *scene = *state;
	char path[300];

	with_service(scene, path, "pam_debug.so auth=auth_err");
	for (int i = 0; i < LOCK_TRIES_MOST; i++)
		assert_int_equal(attendant_password(&scene->attendant, "battery staple"), ACCOUNT_WRONG);
	assert_int_equal(attendant_password(&scene->attendant, "battery staple"), ACCOUNT_CANNOT);
	assert_true(is_gone(scene->attendant.process));
	unlink(path);
}

static void what_is_no_password_is_not_asked(void **state)
{
	struct scene *scene = *state;
	char path[300], longest[PASSWORD_ROOM + 1];

	with_service(scene, path, "pam_permit.so");
	memset(longest, 'x', PASSWORD_ROOM);
	longest[PASSWORD_ROOM] = '\0';
	assert_int_equal(attendant_password(&scene->attendant, longest), ACCOUNT_CANNOT);
	assert_int_equal(attendant_password(&scene->attendant, ""), ACCOUNT_CANNOT);
	longest[PASSWORD_ROOM - 1] = '\0';
	assert_int_equal(attendant_password(&scene->attendant, longest), ACCOUNT_KNOWN);
	unlink(path);
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

static void look_around(const char *to)
{
	FILE *file = fopen(to, "w");
	int descriptors = 0;

	for (int fd = 0; fd < 256; fd++)
		descriptors += fcntl(fd, F_GETFD) >= 0;
	fprintf(file, "descriptors %d, %s its group\n", descriptors - 1, getpgrp() == getpid() ? "leads" : "follows");
	fclose(file);
}

static int play(const char *part, const char *file)
{
	if (strcmp(part, "stubborn") == 0)
		signal(SIGTERM, SIG_IGN);
	read_all(strcmp(part, "take") == 0 ? file : NULL);
	if (strcmp(part, "look") == 0)
		look_around(file);
	if (strcmp(part, "kill its parent") == 0)
		kill(getppid(), SIGKILL);
	if (strcmp(part, "die") == 0)
		raise(SIGKILL);
	while (strcmp(part, "stubborn") == 0)
		pause();
	if (strcmp(part, "later") == 0)
		fputs("try again later\n", stderr);
	if (strcmp(part, "refuse") == 0)
		fputs("no such person\n", stderr);
	return strcmp(part, "later") == 0 ? 75 : strcmp(part, "refuse") == 0 ? 65 : 0;
}

int main(int count, char **arguments)
{
#define SCENE(test) cmocka_unit_test_setup_teardown(test, begin, finish)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_it_is_there_for_is_heard),
		cmocka_unit_test(chance_finds_no_way_in),
		SCENE(anything_else_ends_it),
		SCENE(what_may_start_nothing_sends_all_the_same),
		SCENE(every_way_to_end_is_told_apart_from_afar),
		SCENE(a_command_it_was_not_told_of_is_refused),
		SCENE(a_command_that_is_not_there_is_named_from_afar),
		SCENE(it_has_nothing_of_ours),
		SCENE(what_it_may_have_sent_is_unsure_when_it_dies),
		SCENE(it_is_gone_when_we_are),
		SCENE(the_machine_is_asked_for_one_that_may_start_nothing),
		SCENE(a_locked_screen_tries_no_oftener_than_this),
		SCENE(what_is_no_password_is_not_asked),
	};

	if (count > 3 && strcmp(arguments[1], "--play") == 0)
		return play(arguments[2], arguments[3]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
