/* Starts a command with its letter in a file of memory, and says in a sentence why one was not started. */
#include "carrier_start.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void carrier_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* What goes to a child lies above the standard three (base/program.h). */
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
	else if (problem == EPERM)
		fault_set(f, FAULT_STORAGE,
			  "The command %s is another than when Quorate was started. Leave Quorate and start it again.",
			  command);
	else if (problem == EPIPE)
		fault_set(f, FAULT_STORAGE,
			  "The command %s was not started: Quorate's attendant has ended. Leave Quorate and start it "
			  "again.",
			  command);
	else
		fault_set(f, FAULT_STORAGE, "The command %s could not be started. Try again in a minute.", command);
	fault_detail(f, "%s", strerror(problem));
	return false;
}

bool carrier_start(const struct carrier_job *job, const struct program_starter *starter, struct arena *mem,
		   struct carrier_child *out, struct fault *f)
{
	const char *name = job->command[0] ? job->command[0] : "";
	int said[2] = {-1, -1}, problem;

	*out = (struct carrier_child){.input = open_input(&job->input), .said = -1};
	problem = out->input >= 0 && open_pipe(said) ? starter->start(starter->self, job->command, out->input, said[1])
						     : errno;
	carrier_close(&said[1]);
	out->said = said[0];
	if (!problem)
		return true;
	carrier_close(&out->input);
	carrier_close(&out->said);
	return not_started(f, text_clipped(mem, text_safe(mem, name, false), 60), problem);
}
