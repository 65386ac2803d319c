/* The attendant's own life: it waits for a request, hears it or ends, and never does two things at once. */
#include "attendant_message.h"

#include "domain/idle.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SHORT_WAIT = 20 /* milliseconds, where no descriptor tells that a program ended */ };

struct serving {
	int line;
	const struct attendant_duties *duties;
	struct program program;
	struct program_starter starter;
	bool is_running; /* until it is forgotten */
	bool has_told;   /* how it ended */
	int wrong;       /* passwords, one after the other */
};

static bool answer(const struct serving *s, enum attendant_answer_kind kind, int number, bool is_known)
{
	struct attendant_answer words;

	memset(&words, 0, sizeof words);
	words.kind = kind;
	words.number = number;
	words.is_known = is_known;
	return send(s->line, &words, sizeof words, MSG_NOSIGNAL) == (ssize_t)sizeof words;
}

/* Who asks more often than a locked screen lets anybody try is no locked screen. */
static bool check_password(struct serving *s, struct attendant_request *asked)
{
	enum account_answer found;

	if (s->wrong >= LOCK_TRIES_MOST)
		return false;
	found = account_check(s->duties->pam_folder, asked->password);
	explicit_bzero(asked->password, sizeof asked->password);
	s->wrong = found == ACCOUNT_KNOWN ? 0 : s->wrong + (found == ACCOUNT_WRONG);
	return answer(s, ANSWER_PASSWORD, (int)found, true);
}

static bool start(struct serving *s, uint32_t which, const int files[static START_DESCRIPTORS])
{
	int problem = s->starter.start(s->starter.self, s->duties->commands[which], files[0], files[1]);

	s->is_running = problem == 0;
	s->has_told = false;
	return answer(s, ANSWER_STARTED, problem, true);
}

static bool do_what_is_asked(struct serving *s, struct attendant_request *asked, const int *files)
{
	switch ((enum attendant_wish)asked->wish) {
	case WISH_PASSWORD: return check_password(s, asked);
	case WISH_START: return start(s, asked->number, files);
	case WISH_STOP: s->starter.stop(s->starter.self, (int)asked->number); return true;
	case WISH_FORGET:
		s->starter.forget(s->starter.self);
		s->is_running = false;
		return true;
	}
	return false;
}

/* How many descriptors came; more than there may be: one too many. */
static size_t take_descriptors(struct msghdr *message, int out[static START_DESCRIPTORS])
{
	size_t count = 0;

	if (message->msg_flags & (MSG_CTRUNC | MSG_TRUNC))
		return START_DESCRIPTORS + 1;
	for (struct cmsghdr *part = CMSG_FIRSTHDR(message); part; part = CMSG_NXTHDR(message, part)) {
		size_t bytes = part->cmsg_len - CMSG_LEN(0);

		if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS ||
		    count * sizeof *out + bytes > START_DESCRIPTORS * sizeof *out)
			return START_DESCRIPTORS + 1;
		memcpy(out + count, CMSG_DATA(part), bytes);
		count += bytes / sizeof *out;
	}
	return count;
}

/* False when there is nobody any more to ask, or what came is no request: the end. */
static bool hear(struct serving *s)
{
	struct attendant_request asked = {0};
	union {
		struct cmsghdr aligned;
		char room[CMSG_SPACE(START_DESCRIPTORS * sizeof(int))];
	} files;
	struct iovec bytes = {.iov_base = &asked, .iov_len = sizeof asked};
	struct msghdr message = {
		.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &files, .msg_controllen = sizeof files};
	ssize_t got = recvmsg(s->line, &message, MSG_CMSG_CLOEXEC);
	int came[START_DESCRIPTORS] = {-1, -1};
	size_t count;
	bool ok;

	if (got <= 0)
		return got < 0 && errno == EINTR;
	count = take_descriptors(&message, came);
	ok = attendant_request_is_good(&asked, (size_t)got, count, s->duties, s->is_running) &&
	     do_what_is_asked(s, &asked, came);
	for (size_t i = 0; i < START_DESCRIPTORS; i++)
		if (came[i] >= 0)
			close(came[i]);
	return ok;
}

static bool tell_the_end(struct serving *s)
{
	struct program_end end;

	if (!s->is_running || s->has_told || !s->starter.ended(s->starter.self, &end))
		return true;
	s->has_told = true;
	return answer(s, ANSWER_ENDED, end.exit_code, end.is_known);
}

void attendant_serve(int line, const struct attendant_duties *duties)
{
	struct serving s = {.line = line, .duties = duties};
	bool ok = true;

	s.starter = program_starter_here(&s.program);
	while (ok) {
		bool waits = s.is_running && !s.has_told;
		struct pollfd watched[] = {
			{.fd = line, .events = POLLIN},
			{.fd = waits ? s.starter.ending(s.starter.self) : -1, .events = POLLIN},
		};

		poll(watched, 2, waits && watched[1].fd < 0 ? SHORT_WAIT : -1);
		ok = tell_the_end(&s) && (!watched[0].revents || hear(&s));
	}
}
