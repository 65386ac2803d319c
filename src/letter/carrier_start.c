/* Starts a command with its input, a pipe for what it says and nothing else of ours: no shell, no environment. */
#include "carrier_start.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <unistd.h>

static const char *const folders[] = {"/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"};

void carrier_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* NULL when it is not a path from the root and in none of the folders. */
static const char *command_path(const char *name, struct arena *mem)
{
	if (name[0] == '/')
		return name;
	for (size_t i = 0; name[0] && !strchr(name, '/') && i < sizeof folders / sizeof *folders; i++) {
		const char *path = arena_printf(mem, "%s/%s", folders[i], name);
		if (path && access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

/* Descriptors that go to a child lie above the standard three, so that dup2 can never close what it is to copy. */
static int raised(int fd)
{
	int high = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1), problem = errno;

	if (fd >= 0)
		close(fd);
	errno = problem;
	return high;
}

static bool open_pipe(int ends[2])
{
	int raw[2];

	if (pipe2(raw, O_CLOEXEC) < 0)
		return false;
	ends[0] = raised(raw[0]);
	ends[1] = raised(raw[1]);
	return ends[0] >= 0 && ends[1] >= 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

/* A file in memory, not a pipe: were this process to die half way, a pipe would end early and the command would send
 * half a letter. It also tells, by its offset, how much was read. */
static int open_input(const struct press_bytes *input)
{
	int fd = raised(memfd_create("letter", MFD_CLOEXEC));
	size_t written = 0;

	while (fd >= 0 && written < input->count) {
		ssize_t n = write(fd, input->bytes + written, input->count - written);
		if (n > 0)
			written += (size_t)n;
		else if (n == 0 || errno != EINTR)
			break;
	}
	if (fd >= 0 && (written < input->count || lseek(fd, 0, SEEK_SET) != 0))
		carrier_close(&fd);
	return fd;
}

#define ENVIRONMENT_ROOM 6

static bool make_environment(struct arena *mem, const char *out[static ENVIRONMENT_ROOM])
{
	const struct passwd *person = getpwuid(getuid());
	size_t n = 0;

	out[n++] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
	out[n++] = "LANG=C.UTF-8";
	out[n++] = "TZ=Europe/London";
	out[n++] = arena_printf(mem, "HOME=%s", person && person->pw_dir ? person->pw_dir : "/");
	if (person && person->pw_name)
		out[n++] = arena_printf(mem, "LOGNAME=%s", person->pw_name);
	out[n] = NULL;
	return !arena_exhausted(mem);
}

static int spawn(const char *path, const struct carrier_job *job, const char *const *environment, int input, int said,
		 pid_t *pid)
{
	/* With the person's own rights, whatever the program was lent. */
	const short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_RESETIDS;
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	int problem;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, flags);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawn_file_actions_init(&actions);
	problem = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	if (!problem)
		problem = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	if (!problem)
		problem = posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
	if (!problem)
		problem = posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	if (!problem)
		problem = posix_spawn_file_actions_addchdir_np(&actions, "/");
	/* The two lists are never written to; the type of the call is older than const. */
	if (!problem)
		problem = posix_spawn(pid, path, &actions, &attributes, (char *const *)job->command,
				      (char *const *)environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return problem;
}

static bool not_started(struct fault *f, const char *command, int problem)
{
	if (problem == ENOENT || problem == ENOTDIR)
		fault_set(f, FAULT_STORAGE,
			  "The command %s was not found. Ask whoever looks after the machine to install it, or to put "
			  "its full path into the authority's settings.",
			  command);
	else if (problem == EACCES || problem == ENOEXEC)
		fault_set(f, FAULT_STORAGE,
			  "The command %s is not a program that may be run. Ask whoever looks after the machine.",
			  command);
	else
		fault_set(f, FAULT_STORAGE, "The command %s could not be started. Try again in a minute.", command);
	fault_detail(f, "%s", strerror(problem));
	return false;
}

bool carrier_start(const struct carrier_job *job, struct arena *mem, struct carrier_child *out, struct fault *f)
{
	const char *name = job->command[0] ? job->command[0] : "", *path = command_path(name, mem);
	const char *safe = text_clipped(mem, text_safe(mem, name, false), 60);
	const char *environment[ENVIRONMENT_ROOM];
	int said[2] = {-1, -1}, problem = ENOENT;

	*out = (struct carrier_child){.pid = -1, .input = -1, .said = -1, .ending = -1};
	if (!make_environment(mem, environment))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to start %s.", safe);
	if (path) {
		out->input = open_input(&job->input);
		problem = out->input >= 0 && open_pipe(said)
				  ? spawn(path, job, environment, out->input, said[1], &out->pid)
				  : errno;
	}
	carrier_close(&said[1]);
	out->said = said[0];
	if (problem) {
		carrier_close(&out->input);
		carrier_close(&out->said);
		return not_started(f, safe, problem);
	}
	out->ending = pidfd_open(out->pid, 0);
	return true;
}
