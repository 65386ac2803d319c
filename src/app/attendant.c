/* The attendant as the process beside it knows it: started, asked, and ended. */
#include "attendant.h"
#include "attendant_message.h"
#include "process.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	LINE = STDERR_FILENO + 1,
	START_WAIT = 30 * 1000, /* milliseconds */
	PASSWORD_WAIT = (ACCOUNT_SECONDS + 5) * 1000
};

/* --- Its beginning --- */

/* Nothing of the terminal, of its group of processes or of what else the program was started with. */
static bool leave_the_terminal(int line)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (setsid() < 0 || chdir("/") != 0 || nothing < 0)
		return false;
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (dup2(nothing, fd) != fd)
			return false;
	if (line != LINE && (dup2(line, LINE) != LINE || fcntl(LINE, F_SETFD, FD_CLOEXEC) != 0))
		return false;
	return close_range(LINE + 1, UINT_MAX, 0) == 0;
}

/* The rights first: giving them up takes back what was said of the parent's death and of looking in. */
static void be_the_attendant(int line, const struct attendant_duties *duties, pid_t parent)
{
	if (!rights_give_up() || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent ||
	    !leave_the_terminal(line))
		_exit(1);
	process_keep_memory_private();
	prctl(PR_SET_NAME, "quorate-attends");
	attendant_serve(LINE, duties);
	_exit(0);
}

/* --- The line to it --- */

/* A late answer would be taken for one to the next question: whoever did not answer is asked nothing any more. */
static bool lose(struct attendant *a)
{
	if (a->line >= 0)
		close(a->line);
	a->line = -1;
	return false;
}

static bool ask(struct attendant *a, const struct attendant_request *request, const int *files)
{
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(START_DESCRIPTORS * sizeof(int))];
	} control = {0};
	struct iovec bytes = {.iov_base = (void *)(uintptr_t)request, .iov_len = sizeof *request};
	struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
	ssize_t sent;

	if (files) {
		message.msg_control = &control;
		message.msg_controllen = sizeof control;
		control.head.cmsg_level = SOL_SOCKET;
		control.head.cmsg_type = SCM_RIGHTS;
		control.head.cmsg_len = CMSG_LEN(START_DESCRIPTORS * sizeof *files);
		memcpy(CMSG_DATA(&control.head), files, START_DESCRIPTORS * sizeof *files);
	}
	do {
		sent = a->line < 0 ? -1 : sendmsg(a->line, &message, MSG_NOSIGNAL);
	} while (sent < 0 && a->line >= 0 && errno == EINTR);
	return sent == (ssize_t)sizeof *request || lose(a);
}

/* What comes besides is the end of a program that was forgotten before it was told. */
static bool hear(struct attendant *a, enum attendant_answer_kind kind, int milliseconds, struct attendant_answer *out)
{
	struct pollfd line = {.fd = a->line, .events = POLLIN};

	for (;;) {
		int ready = poll(&line, 1, milliseconds);

		if (ready < 0 && errno == EINTR)
			continue;
		if (ready != 1 || recv(a->line, out, sizeof *out, 0) != (ssize_t)sizeof *out)
			return lose(a);
		if (out->kind != ANSWER_ENDED)
			return out->kind == kind || lose(a);
	}
}

/* --- Starting programs --- */

static bool is_same(const char *const *one, const char *const *other)
{
	for (; *one && *other; one++, other++)
		if (strcmp(*one, *other) != 0)
			return false;
	return !*one && !*other;
}

static int which_command(const struct attendant *a, const char *const *command)
{
	for (int i = 0; i < ATTENDANT_COMMANDS; i++)
		if (a->duties->commands[i] && is_same(a->duties->commands[i], command))
			return i;
	return -1;
}

/* Asked and not answered, it may have been started all the same: then its end is what nobody knows. */
static int start(void *self, const char *const *command, int input, int said)
{
	struct attendant *a = self;
	const int files[START_DESCRIPTORS] = {input, said}, which = which_command(a, command);
	const struct attendant_request request = {.wish = WISH_START, .number = (uint32_t)which};
	struct attendant_answer answer;

	if (which < 0)
		return EPERM;
	if (!ask(a, &request, files))
		return EPIPE;
	return hear(a, ANSWER_STARTED, START_WAIT, &answer) ? answer.number : 0;
}

static int ending(void *self)
{
	return ((const struct attendant *)self)->line;
}

static bool ended(void *self, struct program_end *out)
{
	struct attendant *a = self;
	struct attendant_answer answer;
	ssize_t got = a->line < 0 ? 0 : recv(a->line, &answer, sizeof answer, MSG_DONTWAIT);

	*out = (struct program_end){.exit_code = -1};
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	if (got != (ssize_t)sizeof answer || answer.kind != ANSWER_ENDED) {
		lose(a);
		return true;
	}
	*out = (struct program_end){.is_known = answer.is_known, .exit_code = answer.number};
	return true;
}

static void stop(void *self, int number)
{
	ask(self, &(struct attendant_request){.wish = WISH_STOP, .number = (uint32_t)number}, NULL);
}

static void forget(void *self)
{
	ask(self, &(struct attendant_request){.wish = WISH_FORGET}, NULL);
}

/* --- All of it --- */

enum account_answer attendant_password(struct attendant *a, const char *typed)
{
	struct attendant_request request = {.wish = WISH_PASSWORD};
	struct attendant_answer answer;
	size_t bytes = strlen(typed);
	bool ok = bytes > 0 && bytes < sizeof request.password;

	if (ok) {
		memcpy(request.password, typed, bytes);
		ok = ask(a, &request, NULL) && hear(a, ANSWER_PASSWORD, PASSWORD_WAIT, &answer);
	}
	explicit_bzero(&request, sizeof request);
	return ok && answer.number >= ACCOUNT_KNOWN && answer.number <= ACCOUNT_CANNOT
		       ? (enum account_answer)answer.number
		       : ACCOUNT_CANNOT;
}

bool attendant_begin(struct attendant *out, const struct attendant_duties *duties)
{
	const pid_t parent = getpid();
	int ends[2];

	*out = (struct attendant){.line = -1, .duties = duties};
	out->starter = (struct program_starter){
		.start = start, .ending = ending, .ended = ended, .stop = stop, .forget = forget, .self = out};
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
		return false;
	out->process = fork();
	if (out->process == 0)
		be_the_attendant(ends[1], duties, parent);
	close(ends[1]);
	out->line = ends[0];
	if (out->process > 0)
		return true;
	out->process = 0;
	return lose(out);
}

/* A program that it started and nobody waited for goes on: half a letter would be worse. */
void attendant_end(struct attendant *a)
{
	lose(a);
	if (a->process > 0) {
		kill(a->process, SIGKILL);
		waitpid(a->process, NULL, 0);
	}
	a->process = 0;
}
