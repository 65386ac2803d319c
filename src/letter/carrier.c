/* Hands bytes to a command, waits for it, and says what came of it. */
#include "letter/carrier.h"

#include "base/text.h"
#include "carrier_start.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	SAID_ROOM = 2048,
	SAID_CELLS = 200,
	TICK = 100,     /* milliseconds between calls of job->waiting */
	SHORT_TICK = 5, /* where no descriptor tells that it has ended */
	GRACE = 1000,   /* between asking a command to end and ending it */
	/* of sysexits.h: EX_TEMPFAIL; EX_IOERR and EX_PROTOCOL, by which the talk with the server broke off */
	TRY_AGAIN_STATUS = 75,
	BROKEN_OFF_STATUS = 74,
	NO_ANSWER_STATUS = 76
};

/* One delivery on its way. */
struct delivery {
	const struct carrier_job *job;
	const struct program_starter *starter;
	struct carrier_child child;
	bool ended;
	struct program_end end;
	char said[SAID_ROOM];
	size_t said_bytes;
};

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Everything it says is read, or it would wait for us; the beginning is kept. */
static void listen_to(struct delivery *delivery)
{
	char rest[512];

	while (delivery->child.said >= 0) {
		size_t room = sizeof delivery->said - delivery->said_bytes;
		char *to = room ? delivery->said + delivery->said_bytes : rest;
		ssize_t n = read(delivery->child.said, to, room ? room : sizeof rest);

		if (n > 0 && room)
			delivery->said_bytes += (size_t)n;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n == 0 || (n < 0 && errno != EINTR))
			carrier_close(&delivery->child.said);
	}
}

static void see_whether_ended(struct delivery *delivery)
{
	if (!delivery->ended)
		delivery->ended = delivery->starter->ended(delivery->starter->self, &delivery->end);
}

static void wait_for_something(const struct delivery *delivery, int64_t most)
{
	struct pollfd watched[] = {
		{.fd = delivery->child.said, .events = POLLIN},
		{.fd = delivery->starter->ending(delivery->starter->self), .events = POLLIN},
	};
	int64_t time = watched[1].fd < 0 && most > SHORT_TICK ? SHORT_TICK : most;

	ppoll(watched, 2, &(struct timespec){.tv_sec = time / 1000, .tv_nsec = time % 1000 * 1000000}, NULL);
}

/* Until it ends, `until` has passed or the caller has had enough. */
static void attend(struct delivery *delivery, int64_t until, bool (*waiting)(void *payload), void *payload)
{
	int64_t asked = now(), time = asked;

	while (!delivery->ended && time < until) {
		wait_for_something(delivery, until - time < TICK ? until - time : TICK);
		listen_to(delivery);
		see_whether_ended(delivery);
		time = now();
		if (waiting && !delivery->ended && time - asked >= TICK) {
			asked = time;
			if (!waiting(payload))
				return;
		}
	}
	listen_to(delivery);
}

static void stop(struct delivery *delivery)
{
	delivery->starter->stop(delivery->starter->self, SIGTERM);
	attend(delivery, now() + GRACE, NULL, NULL);
	delivery->starter->stop(delivery->starter->self, SIGKILL);
	attend(delivery, now() + GRACE, NULL, NULL);
}

/* Whether it has read to the end, by the offset it shares with us. */
static bool took_all(const struct delivery *delivery)
{
	return lseek(delivery->child.input, 0, SEEK_CUR) >= (off_t)delivery->job->input.count;
}

/* msmtp ends alike whether a server says "not now" (4xx) or "never" (5xx); only its words tell them apart. */
static bool says_not_now(const struct delivery *delivery)
{
	static const char words[] = "server message: 4";
	const size_t length = sizeof words - 1;
	const char *end = delivery->said + delivery->said_bytes;
	const char *at = memmem(delivery->said, delivery->said_bytes, words, length);

	return at && end - at >= (ptrdiff_t)length + 2 && at[length] >= '0' && at[length] <= '9' &&
	       at[length + 1] >= '0' && at[length + 1] <= '9';
}

static enum carrier_end end_of_exit(const struct delivery *delivery, int status)
{
	if (status == 0)
		return took_all(delivery) ? CARRIER_DONE : CARRIER_UNSURE;
	if (status == TRY_AGAIN_STATUS || says_not_now(delivery))
		return CARRIER_LATER;
	if (status == BROKEN_OFF_STATUS || status == NO_ANSWER_STATUS)
		return took_all(delivery) ? CARRIER_UNSURE : CARRIER_LATER;
	return CARRIER_REFUSED;
}

static enum carrier_end end_of(const struct delivery *delivery, bool in_time)
{
	bool known = delivery->ended && delivery->end.is_known;

	if (in_time && known && delivery->end.exit_code >= 0)
		return end_of_exit(delivery, delivery->end.exit_code);
	return known && !took_all(delivery) ? CARRIER_LATER : CARRIER_UNSURE;
}

/* The first line that says something. */
static const char *first_line(const struct delivery *delivery, struct arena *mem)
{
	const char *said = arena_text_n(mem, delivery->said, delivery->said_bytes);

	said += strspn(said, " \t\r\n");
	said = arena_text_n(mem, said, strcspn(said, "\r\n"));
	return text_clipped(mem, text_safe(mem, said, false), SAID_CELLS);
}

static void tell(const struct delivery *delivery, bool in_time, struct arena *mem, struct carrier_result *out)
{
	out->end = end_of(delivery, in_time);
	out->exit_code = delivery->ended && delivery->end.is_known ? delivery->end.exit_code : -1;
	out->said = first_line(delivery, mem);
	if (!*out->said && delivery->ended && !delivery->end.is_known)
		out->said = "Nobody can tell how the command ended.";
}

bool carrier_run(const struct carrier_job *job, struct arena *mem, struct carrier_result *out, struct fault *f)
{
	struct delivery *delivery = arena_alloc(mem, sizeof *delivery);
	struct program program;
	const struct program_starter here = program_starter_here(&program);
	bool in_time;

	if (!delivery)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to start a command.");
	delivery->job = job;
	delivery->starter = job->starter ? job->starter : &here;
	if (!carrier_start(job, delivery->starter, mem, &delivery->child, f))
		return false;
	attend(delivery, now() + (int64_t)job->seconds * 1000, job->waiting, job->payload);
	in_time = delivery->ended;
	if (!in_time)
		stop(delivery);
	tell(delivery, in_time, mem, out);
	delivery->starter->forget(delivery->starter->self);
	carrier_close(&delivery->child.input);
	carrier_close(&delivery->child.said);
	return true;
}
