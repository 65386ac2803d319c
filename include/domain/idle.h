/* How long a session may be left alone: warned, locked, ended; and how many tries a lock allows. Seconds throughout. */
#ifndef DOMAIN_IDLE_H
#define DOMAIN_IDLE_H

#include <stdbool.h>

enum {
	IDLE_WARNING = 60,    /* before the lock: any key keeps the screen */
	LOCK_TRIES_FREE = 3,  /* wrong tries before the first wait */
	LOCK_TRIES_MOST = 10, /* then the session ends */
	LOCK_WAIT = 30,       /* after the free ones, for each try */
};

struct idle_limits {
	int lock, end; /* without a key; 0: never */
};

enum idle_state { IDLE_AT_WORK, IDLE_WARNED, IDLE_LOCKED, IDLE_OVER };

/* `quiet`: since the last key that was work. What is locked stays locked; its time runs on. */
enum idle_state idle_state_of(struct idle_limits limits, long long quiet, bool is_locked);

/* How long no further try is taken after so many wrong ones; -1: no more at all. */
int lock_wait_after(int wrong);

#endif
