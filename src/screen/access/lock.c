/* The lock of the screens: after the policy's minutes without a key, or at once by its key; the account's password
 * opens it, and every step is in the audit log. */
#include "lock.h"

#include "casework/session.h"
#include "domain/idle.h"

#include <stdio.h>

enum { MINUTE = 60, SECOND_IN_MILLISECONDS = 1000 };

static int64_t clock_of(struct desk *desk)
{
	return desk->lock.toolkit.now ? desk->lock.toolkit.now(desk) : tui_milliseconds();
}

static enum tui_idle desk_idle(void *world, int64_t quiet, bool is_locked)
{
	const struct desk *desk = world;

	switch (idle_state_of(desk->lock.limits, quiet / SECOND_IN_MILLISECONDS, is_locked)) {
	case IDLE_WARNED: return TUI_IDLE_WARN;
	case IDLE_LOCKED: return TUI_IDLE_LOCK;
	case IDLE_OVER: return TUI_IDLE_END;
	case IDLE_AT_WORK: break;
	}
	return TUI_IDLE_NOTHING;
}

static void desk_locked(void *world, bool by_key)
{
	struct desk *desk = world;
	char words[60] = "by its key";

	if (!by_key)
		snprintf(words, sizeof words, "after %d minutes without a key", desk->lock.limits.lock / MINUTE);
	desk->lock.by_key = by_key;
	desk->lock.wrong = 0;
	casework_session_note(desk->cw, SESSION_LOCK, words, NULL);
}

/* Nobody's work and nobody's name but of whose session it is. */
static void desk_lock_words(void *world, struct tui_lock_words *out)
{
	struct desk *desk = world;
	int minutes = desk->lock.limits.lock / MINUTE;

	snprintf(out->title, sizeof out->title, "Quorate · locked");
	if (desk->lock.by_key)
		snprintf(out->lines[0], sizeof out->lines[0], "%s locked this screen.", casework_user_name(desk->cw));
	else
		snprintf(out->lines[0], sizeof out->lines[0], "%s has pressed no key for %d minutes.",
			 casework_user_name(desk->cw), minutes);
	snprintf(out->lines[1], sizeof out->lines[1],
		 "Anything typed and not saved is kept as a draft. After %d minutes without work Quorate ends by "
		 "itself.",
		 desk->lock.limits.end / MINUTE);
	if (casework_is_demo(desk->cw)) {
		snprintf(out->prompt, sizeof out->prompt, "A demonstration asks for no password: press Enter.");
	} else if (!desk->lock.password) {
		snprintf(
			out->lines[2], sizeof out->lines[2],
			"This machine cannot check a password, so it cannot be opened here: leave, and sign in again.");
	} else {
		snprintf(out->lines[2], sizeof out->lines[2],
			 "The password you sign in to this machine with opens it. Nothing shows while you type.");
		snprintf(out->prompt, sizeof out->prompt, "Password:");
	}
}

static enum tui_unlock opened(struct desk *desk)
{
	desk->lock.wrong = 0;
	casework_session_note(desk->cw, SESSION_UNLOCK, "", NULL);
	return TUI_UNLOCKED;
}

static enum tui_unlock was_wrong(struct desk *desk, char *said, size_t room)
{
	char words[60];
	int left;

	desk->lock.wrong++;
	desk->lock.wrong_at = clock_of(desk);
	left = LOCK_TRIES_MOST - desk->lock.wrong;
	snprintf(words, sizeof words, "wrong password, try %d of %d", desk->lock.wrong, LOCK_TRIES_MOST);
	casework_session_note(desk->cw, SESSION_UNLOCK_REFUSED, words, NULL);
	if (lock_wait_after(desk->lock.wrong) < 0)
		return TUI_UNLOCK_NEVER;
	if (desk->lock.wrong < LOCK_TRIES_FREE)
		snprintf(said, room, "That is not the password of your account. Try again.");
	else
		snprintf(said, room,
			 "That is not the password of your account. Wait %d seconds; %d %s left. An account that signs "
			 "in by key alone has none: leave, and sign in again.",
			 lock_wait_after(desk->lock.wrong), left, left == 1 ? "try is" : "tries are");
	return TUI_UNLOCK_REFUSED;
}

/* Too soon is not tried at all, so that nobody learns anything by it. */
static bool must_wait(struct desk *desk, char *said, size_t room)
{
	int64_t gone = (clock_of(desk) - desk->lock.wrong_at) / SECOND_IN_MILLISECONDS;
	int64_t left = lock_wait_after(desk->lock.wrong) - gone;

	if (desk->lock.wrong == 0 || left <= 0)
		return false;
	snprintf(said, room, "Too soon: wait %lld seconds more, then type it again.", (long long)left);
	return true;
}

static enum tui_unlock desk_open_lock(void *world, const char *typed, char *said, size_t room)
{
	struct desk *desk = world;

	if (casework_is_demo(desk->cw))
		return opened(desk);
	if (!desk->lock.password) {
		snprintf(said, room, "This machine cannot check a password: Esc leaves, drafts are kept.");
		return TUI_UNLOCK_REFUSED;
	}
	if (!*typed || must_wait(desk, said, room))
		return TUI_UNLOCK_REFUSED;
	switch (desk->lock.password(desk->lock.asked, typed)) {
	case PASSWORD_RIGHT: return opened(desk);
	case PASSWORD_WRONG: return was_wrong(desk, said, room);
	case PASSWORD_CLOSED:
		snprintf(said, room, "Your account may not be used any more: Esc leaves, drafts are kept.");
		break;
	case PASSWORD_UNKNOWABLE:
		snprintf(said, room,
			 "This machine could not check the password: Esc leaves, drafts are kept. \"quorate doctor\" "
			 "says more.");
		break;
	}
	return TUI_UNLOCK_REFUSED;
}

void lock_begin(struct desk *desk, const struct desk_options *options)
{
	const struct policy *policy = casework_policy(desk->cw);

	desk->lock = (struct desk_lock){
		.limits = {policy->lock_minutes * MINUTE, policy->idle_end_minutes * MINUTE},
		.password = options->password,
		.asked = options->asked,
		.toolkit = {.idle = desk_idle,
			    .warning = "This screen locks in a minute; any key keeps it open.",
			    .locked = desk_locked,
			    .words = desk_lock_words,
			    .open = desk_open_lock,
			    .now = options->now},
	};
}
