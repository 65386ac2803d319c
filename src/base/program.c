/* Starts a program with its input, somewhere to complain and nothing else of ours: no shell, no environment. */
#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const folders[] = {"/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"};

/* NULL when it is not a path from the root and in none of the folders. `room` holds what is put together. */
static const char *path_of(const char *name, char room[static PATH_MAX])
{
	if (name[0] == '/')
		return name;
	for (size_t i = 0; name[0] && !strchr(name, '/') && i < sizeof folders / sizeof *folders; i++)
		if (snprintf(room, PATH_MAX, "%s/%s", folders[i], name) < PATH_MAX && access(room, X_OK) == 0)
			return room;
	return NULL;
}

struct environment {
	char home[PATH_MAX], login[300];
	const char *list[6];
};

static void make_environment(struct environment *out)
{
	const struct passwd *person = getpwuid(getuid());
	size_t n = 0;

	out->list[n++] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
	out->list[n++] = "LANG=C.UTF-8";
	out->list[n++] = "TZ=Europe/London";
	snprintf(out->home, sizeof out->home, "HOME=%s", person && person->pw_dir ? person->pw_dir : "/");
	out->list[n++] = out->home;
	if (person && person->pw_name) {
		snprintf(out->login, sizeof out->login, "LOGNAME=%s", person->pw_name);
		out->list[n++] = out->login;
	}
	out->list[n] = NULL;
}

static int arrange_files(posix_spawn_file_actions_t *actions, int input, int said)
{
	int problem = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);

	if (!problem)
		problem = posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	if (!problem)
		problem = posix_spawn_file_actions_adddup2(actions, said, STDERR_FILENO);
	if (!problem)
		problem = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
	if (!problem)
		problem = posix_spawn_file_actions_addchdir_np(actions, "/");
	return problem;
}

static int spawn(const char *path, const char *const *command, int input, int said, pid_t *pid)
{
	/* With the person's own rights, whatever the process was lent. */
	const short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_RESETIDS;
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	struct environment environment;
	sigset_t all, none;
	int problem;

	sigfillset(&all);
	sigemptyset(&none);
	make_environment(&environment);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, flags);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawn_file_actions_init(&actions);
	problem = arrange_files(&actions, input, said);
	/* The two lists are never written to; the type of the call is older than const. */
	if (!problem)
		problem = posix_spawn(pid, path, &actions, &attributes, (char *const *)command,
				      (char *const *)environment.list);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return problem;
}

/* Descriptors for a child lie above the standard three, so that dup2 can never close what it is to copy. */
static int start(void *self, const char *const *command, int input, int said)
{
	struct program *program = self;
	char room[PATH_MAX];
	const char *path = command[0] ? path_of(command[0], room) : NULL;
	int problem = path ? 0 : ENOENT;

	*program = (struct program){.ending = -1};
	if (!problem && (input <= STDERR_FILENO || said <= STDERR_FILENO))
		problem = EBADF;
	if (!problem)
		problem = spawn(path, command, input, said, &program->pid);
	if (problem)
		program->pid = 0;
	else
		program->ending = pidfd_open(program->pid, 0);
	return problem;
}

static int ending(void *self)
{
	return ((const struct program *)self)->ending;
}

/* It is not buried yet: until `forget` its number is nobody else's. */
static bool ended(void *self, struct program_end *out)
{
	const struct program *program = self;
	siginfo_t about = {0};
	int answer = waitid(P_PID, (id_t)program->pid, &about, WEXITED | WNOHANG | WNOWAIT);

	*out = (struct program_end){.exit_code = -1};
	if (answer < 0)
		return errno != EINTR;
	if (about.si_pid == 0)
		return false;
	out->is_known = true;
	if (about.si_code == CLD_EXITED)
		out->exit_code = about.si_status;
	return true;
}

/* The whole group, so that nothing it started goes on by itself. */
static void stop(void *self, int number)
{
	const struct program *program = self;

	if (program->pid > 0)
		kill(-program->pid, number);
}

static void forget(void *self)
{
	struct program *program = self;

	if (program->pid > 0)
		waitpid(program->pid, NULL, WNOHANG);
	if (program->ending >= 0)
		close(program->ending);
	*program = (struct program){.ending = -1};
}

struct program_starter program_starter_here(struct program *program)
{
	*program = (struct program){.ending = -1};
	return (struct program_starter){
		.start = start, .ending = ending, .ended = ended, .stop = stop, .forget = forget, .self = program};
}
