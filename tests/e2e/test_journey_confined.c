/* The real program at its screen: what the kernel holds it to, the attendant beside it, and letters that go all the
 * same - or wait, when the attendant is gone. */
#include "journey.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE = 5000 /* milliseconds */ };

/* A line of /proc/PID/status, "" when there is none. */
static void status_line(pid_t process, const char *name, char out[static 100])
{
	char path[64], line[200];
	FILE *file;

	*out = '\0';
	snprintf(path, sizeof path, "/proc/%d/status", (int)process);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		if (strncmp(line, name, strlen(name)) == 0)
			snprintf(out, 100, "%.*s", (int)strcspn(line, "\n"), line);
	if (file)
		fclose(file);
}

static void assert_status(pid_t process, const char *name, const char *line)
{
	char found[100];

	status_line(process, name, found);
	assert_string_equal(found, line);
}

/* The one process that was started by it; 0: none. */
static pid_t attendant_of(pid_t process)
{
	DIR *processes = opendir("/proc");
	pid_t found = 0;
	int count = 0;

	assert_non_null(processes);
	for (const struct dirent *entry = readdir(processes); entry; entry = readdir(processes)) {
		pid_t one = (pid_t)atoi(entry->d_name);
		char parent[100], expected[100];

		if (one <= 0)
			continue;
		status_line(one, "PPid:", parent);
		snprintf(expected, sizeof expected, "PPid:\t%d", (int)process);
		if (strcmp(parent, expected) == 0) {
			found = one;
			count++;
		}
	}
	closedir(processes);
	assert_in_range(count, 0, 1);
	return found;
}

static void assert_gone(pid_t process)
{
	const struct timespec moment = {0, 10 * 1000000};
	char state[100] = "State:";

	for (int waited = 0; *state && !strstr(state, "Z (zombie)") && waited < PATIENCE; waited += 10) {
		nanosleep(&moment, NULL);
		status_line(process, "State:", state);
	}
	assert_true(!*state || strstr(state, "Z (zombie)"));
}

static void the_screen_is_confined_and_its_attendant_is_not(void **state)
{
	struct journey *j = *state;
	pid_t screen, attendant;
	char own[100];

	journey_open(j);
	screen = terminal_process(j->t);
	attendant = attendant_of(screen);
	assert_status(screen, "NoNewPrivs:", "NoNewPrivs:\t1");
	status_line(getpid(), "Seccomp:", own);
	if (*own)
		assert_status(screen, "Seccomp:", "Seccomp:\t2"); /* a filter of calls */
	assert_true(attendant > 0);
	assert_status(attendant, "Name:", "Name:\tquorate-attends");
	assert_status(attendant, "NoNewPrivs:", "NoNewPrivs:\t0"); /* PAM's helper lives by that */
	assert_int_equal(getsid(attendant), attendant);
	journey_quit(j);
	assert_gone(attendant);
}

static void killed_it_leaves_nothing_behind(void **state)
{
	struct journey *j = *state;
	pid_t attendant;
	int status;

	journey_open(j);
	attendant = attendant_of(terminal_process(j->t));
	assert_true(attendant > 0);
	terminal_signal(j->t, SIGKILL);
	journey_wait_end(j, &status);
	assert_gone(attendant);
}

/* --- Letters --- */

static void copy_to(FILE *out, const char *path)
{
	char line[500];
	FILE *in = fopen(path, "r");

	assert_non_null(in);
	while (fgets(line, sizeof line, in))
		fputs(line, out);
	fclose(in);
}

/* The demonstration's settings with a command that keeps what it is given, in the place of the person's own. */
static void with_mail_command(const struct journey *j, char kept[static 300])
{
	char path[320];
	FILE *file;

	snprintf(kept, 300, "%s/mailed", j->scratch.folder);
	snprintf(path, sizeof path, "%s/home", j->scratch.folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/home/quorate", j->scratch.folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/home/quorate/authority.yaml", j->scratch.folder);
	file = fopen(path, "w");
	assert_non_null(file);
	copy_to(file, SOURCE_FOLDER "/data/demo/authority.yaml");
	fprintf(file,
		"mail:\n  command: [tee, \"-a\", %s]\n  from_name: Conference Unit\n"
		"  from_address: unit@northgate.example.net\n",
		kept);
	assert_int_equal(fclose(file), 0);
}

static void letters_wait(const struct journey *j)
{
	journey_sql(j,
		    "UPDATE authority SET is_demo = 0;"
		    "UPDATE delivery SET state = 'waiting', settled_at = NULL, said = '', attempts = 0 WHERE state = "
		    "'sent' AND method = 'email' AND id IN (SELECT max(id) FROM delivery GROUP BY letter_id ORDER BY 1 "
		    "DESC "
		    "LIMIT 6)");
}

static bool is_in(const char *path, const char *words)
{
	char line[2000];
	FILE *file = fopen(path, "r");
	bool found = false;

	while (file && !found && fgets(line, sizeof line, file))
		found = strstr(line, words) != NULL;
	if (file)
		fclose(file);
	return found;
}

static void open_outbox(struct journey *j)
{
	j->t = journey_start(j, NULL);
	if (!terminal_wait_for(j->t, "Today · "))
		journey_shows(j, "Today · ");
	journey_do(j, "O");
	journey_shows(j, "Outbox");
}

static void letters_go_by_the_attendant(void **state)
{
	struct journey *j = *state;
	char kept[300];

	with_mail_command(j, kept);
	letters_wait(j);
	open_outbox(j);
	journey_do(j, "s");
	if (!terminal_wait_for(j->t, " sent."))
		journey_shows(j, " sent.");
	assert_true(is_in(kept, "From: Conference Unit <unit@northgate.example.net>"));
	journey_quit(j);
	unlink(kept);
}

static void without_the_attendant_letters_wait_and_the_screen_says_so(void **state)
{
	struct journey *j = *state;
	char kept[300];

	with_mail_command(j, kept);
	letters_wait(j);
	open_outbox(j);
	kill(attendant_of(terminal_process(j->t)), SIGKILL);
	journey_do(j, "s");
	if (!terminal_wait_for(j->t, "ended. Leave Quorate and start it again."))
		journey_shows(j, "ended. Leave Quorate and start it again.");
	assert_int_not_equal(access(kept, F_OK), 0);
	journey_quit(j);

	open_outbox(j); /* begun again, they go */
	journey_do(j, "s");
	if (!terminal_wait_for(j->t, " sent."))
		journey_shows(j, " sent.");
	journey_quit(j);
	unlink(kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(the_screen_is_confined_and_its_attendant_is_not),
		JOURNEY(killed_it_leaves_nothing_behind),
		JOURNEY(letters_go_by_the_attendant),
		JOURNEY(without_the_attendant_letters_wait_and_the_screen_says_so),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
