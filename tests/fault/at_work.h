/* Forty processes at one case file, some of them killed, and what each was told: kept in memory they share with the
 * test and with nothing of the program. */
#ifndef TESTS_AT_WORK_H
#define TESTS_AT_WORK_H

#include "casework/backup.h"
#include "mixed_work.h"
#include "soak.h"
#include "store/store.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ACTS_MOST = 20000, SLOTS_MOST = 160, BACK_UPS_MOST = 400 };

/* One process, from its start to its end. */
struct at_work {
	pid_t pid;
	char session[48]; /* as the log names it */
	int count, waits; /* waits: told that somebody else is saving, after 0.3 s */
	struct act acts[ACTS_MOST];
};

struct shared {
	atomic_bool is_over;
	int used; /* of slots: the first does the back-ups */
	struct at_work slots[SLOTS_MOST];
};

/* What every process is given. */
struct office {
	const struct casework_fixture *fixture;
	struct hot_place place;
	struct shared *shared;
	int people;
};

/* The founder looks after the back-ups; one in five is a manager. */
static inline const char *login_of(const struct office *office, int slot, char out[16])
{
	if (slot == 0)
		return NULL;
	snprintf(out, 16, "person%02d", (slot - 1) % office->people);
	return out;
}

static inline void say_waiting(void *payload)
{
	((struct at_work *)payload)->waits++;
}

static inline struct casework *sit_down(const struct office *office, int slot, const char *path, struct fault *f)
{
	char login[16];
	struct casework_opening how = {.path = path,
				       .config_folder = office->fixture->config,
				       .today = date_from_iso(FIXTURE_TODAY),
				       .user = login_of(office, slot, login),
				       .waiting = say_waiting,
				       .payload = &office->shared->slots[slot]};
	struct casework *cw = NULL;

	casework_open(&cw, &how, f);
	return cw;
}

/* --- One process --- */

static inline _Noreturn void give_up(const char *what, const struct act *a, const struct fault *f)
{
	fprintf(stderr, "%s, %s: %s [%s]\n", what, a ? deeds[a->deed].name : "", f->message, f->detail);
	_exit(2);
}

static inline unsigned chance(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % below;
}

static inline void pause_up_to(unsigned *seed, unsigned milliseconds)
{
	const struct timespec nap = {.tv_nsec = (long)chance(seed, milliseconds * 1000) * 1000};

	nanosleep(&nap, NULL);
}

/* Which rows of the log are this session's since its last act. */
static inline void find_rows(struct casework *cw, int64_t after, struct act *a)
{
	static const struct statement first_row = {
		"SELECT min(seq) FROM audit WHERE seq > :after AND session = :session", false};
	static const struct statement last_row = {
		"SELECT max(seq) FROM audit WHERE seq > :after AND session = :session", false};
	const struct parameter *asked = PARAMETERS(PARAMETER_INTEGER("after", after),
						   PARAMETER_TEXT("session", cw->identity.session));
	struct fault f = {0};

	if (!store_select_number(cw->store, &first_row, asked, 0, &a->first, &f) ||
	    !store_select_number(cw->store, &last_row, asked, 0, &a->last, &f))
		give_up("the log could not be read", a, &f);
}

static inline bool is_answer(int code)
{
	return code == FAULT_CONFLICT || code == FAULT_REFUSED || code == FAULT_NOT_FOUND ||
	       code == FAULT_NOT_ALLOWED || code == FAULT_BUSY;
}

static inline int64_t last_row_of(const struct at_work *me)
{
	for (int i = me->count - 1; i >= 0; i--)
		if (me->acts[i].last)
			return me->acts[i].last;
	return 0;
}

/* Written down before it is tried, and again when the program has said what came of it. */
static inline struct act *perform(const struct office *office, int slot, struct casework *cw, const struct act *wanted)
{
	struct at_work *me = &office->shared->slots[slot];
	struct act *a = &me->acts[me->count];
	struct act done = *wanted;
	struct arena mem = {0};
	struct fault f = {0};
	int64_t before = last_row_of(me);
	bool ok;

	done.at = standing_clock = (int64_t)__real_time(NULL);
	*a = done;
	me->count++;
	ok = deeds[done.deed].run(cw, &office->place, &done, &mem, &f);
	standing_clock = 0;
	if (!ok && !is_answer((int)f.code))
		give_up("broken", &done, &f);
	if (!casework_is_at_rest(cw))
		give_up("not at rest", &done, &f);
	done.code = ok ? FAULT_NONE : (int)f.code;
	done.end = ok ? ACT_DONE : ACT_FAILED;
	find_rows(cw, before, &done);
	if (ok && !done.first)
		give_up("left no row", &done, &f);
	*a = done;
	arena_finish(&mem);
	return a;
}

static inline int any_deed(unsigned *seed)
{
	int left = (int)chance(seed, 100);

	for (int deed = 0; deed < DEED_COUNT; deed++)
		if ((left -= deeds[deed].each) < 0)
			return deed;
	return DEED_PAGE;
}

/* Read, thought about, saved; and when somebody was quicker, read and saved once more. */
static inline void do_one(const struct office *office, int slot, struct casework *cw, unsigned *seed)
{
	struct act a = {.deed = any_deed(seed), .which = (int)chance(seed, 1000)};
	int tries = 2;

	snprintf(a.words, sizeof a.words, "of %d, %d", slot, office->shared->slots[slot].count);
	do {
		if (deeds[a.deed].read != NO_DEED) {
			struct act reading = {.deed = deeds[a.deed].read, .which = a.which};
			const struct act *read = perform(office, slot, cw, &reading);

			if (read->end != ACT_DONE)
				return;
			a.version = read->version;
			pause_up_to(seed, 15);
		}
	} while (perform(office, slot, cw, &a)->code == FAULT_CONFLICT && --tries > 0);
}

static inline void work_until_over(const struct office *office, int slot)
{
	struct at_work *me = &office->shared->slots[slot];
	unsigned seed = (unsigned)slot * 7919u + 1u;
	struct fault f = {0};
	struct casework *cw = sit_down(office, slot, office->fixture->path, &f);

	if (!cw)
		give_up("could not open the case file", NULL, &f);
	snprintf(me->session, sizeof me->session, "%s", cw->identity.session);
	while (!atomic_load(&office->shared->is_over) && me->count < ACTS_MOST - 4) {
		do_one(office, slot, cw, &seed);
		casework_changed_elsewhere(cw);
		pause_up_to(&seed, 40);
	}
	casework_close(cw);
	_exit(0);
}

/* --- Whoever looks after the back-ups --- */

static const struct backup_opener back_up_key = {.passphrase = "seven plain words in a row", .is_quick = true};

static inline void back_up_path(const struct office *office, int number, char out[120])
{
	snprintf(out, 120, "%s/%d.backup", office->fixture->folder, number);
}

/* `version`: how far the log had come in it. */
static inline void back_up(const struct office *office, struct casework *cw)
{
	struct at_work *me = &office->shared->slots[0];
	struct act a = {.deed = BACK_UP, .which = me->count, .at = (int64_t)__real_time(NULL)};
	struct backup_facts facts;
	struct arena mem = {0};
	struct fault f = {0};
	char path[120];

	back_up_path(office, me->count, path);
	standing_clock = a.at;
	if (!casework_backup(cw, path, &back_up_key, &mem, &facts, &f) ||
	    !backup_look_through(path, &back_up_key, &mem, &facts, &f))
		give_up("no back-up", &a, &f);
	standing_clock = 0;
	a.version = facts.audit_rows;
	a.end = ACT_DONE;
	find_rows(cw, last_row_of(me), &a);
	me->acts[me->count++] = a;
	arena_finish(&mem);
}

static inline void back_up_until_over(const struct office *office)
{
	const struct timespec nap = {.tv_sec = soak_times(4, 0), .tv_nsec = 300000000};
	struct at_work *me = &office->shared->slots[0];
	struct fault f = {0};
	struct casework *cw = sit_down(office, 0, office->fixture->path, &f);

	if (!cw)
		give_up("could not open the case file", NULL, &f);
	snprintf(me->session, sizeof me->session, "%s", cw->identity.session);
	while (!atomic_load(&office->shared->is_over) && me->count < BACK_UPS_MOST) {
		back_up(office, cw);
		nanosleep(&nap, NULL);
	}
	casework_close(cw);
	_exit(0);
}

/* --- All of them --- */

static inline void start_process(const struct office *office, int slot)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0 && slot == 0)
		back_up_until_over(office);
	else if (pid == 0)
		work_until_over(office, slot);
	office->shared->slots[slot].pid = pid;
}

/* The process of a slot has ended by being killed, or, when it was not, by itself and well. */
static inline void wait_for(const struct office *office, int slot, bool is_killed)
{
	struct at_work *w = &office->shared->slots[slot];
	int status = 0;

	assert_int_equal(waitpid(w->pid, &status, 0), w->pid);
	if (is_killed ? !WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL
		      : !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("process %d ended with %x", slot, (unsigned)status);
	w->pid = 0;
}

/* Now and then one is killed in the middle of whatever it does, and somebody else sits down in its place. */
static inline int work_for(const struct office *office, int seconds)
{
	const struct timespec nap = {.tv_sec = soak_times(2, 0), .tv_nsec = 700000000};
	time_t end = __real_time(NULL) + seconds;
	int kills = 0;

	office->shared->used = office->people + 1;
	for (int i = 0; i < office->shared->used; i++)
		start_process(office, i);
	while (__real_time(NULL) < end && office->shared->used < SLOTS_MOST) {
		int killed = 1 + kills * 7 % office->people, next = office->shared->used;

		nanosleep(&nap, NULL);
		if (!office->shared->slots[killed].pid)
			continue;
		kill(office->shared->slots[killed].pid, SIGKILL);
		wait_for(office, killed, true);
		kills++;
		start_process(office, next);
		office->shared->used++;
	}
	atomic_store(&office->shared->is_over, true);
	for (int i = 0; i < office->shared->used; i++)
		if (office->shared->slots[i].pid)
			wait_for(office, i, false);
	return kills;
}

#endif
