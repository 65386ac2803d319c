/* How long a session may be left alone, and how many tries a lock allows. */
#include "domain/idle.h"

enum idle_state idle_state_of(struct idle_limits limits, long long quiet, bool is_locked)
{
	if (limits.end > 0 && quiet >= limits.end)
		return IDLE_OVER;
	if (is_locked || (limits.lock > 0 && quiet >= limits.lock))
		return IDLE_LOCKED;
	return limits.lock > 0 && quiet >= limits.lock - IDLE_WARNING ? IDLE_WARNED : IDLE_AT_WORK;
}

int lock_wait_after(int wrong)
{
	if (wrong >= LOCK_TRIES_MOST)
		return -1;
	return wrong < LOCK_TRIES_FREE ? 0 : LOCK_WAIT;
}
