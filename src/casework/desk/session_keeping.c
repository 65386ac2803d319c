/* What is written down about a session without being asked for: its beginning, what was refused in it, a clock that was
 * set. */
#include "session_keeping.h"

#include "anchor.h"
#include "london.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* --- The beginning, and the clock --- */

static struct clock_moment read_clock(const struct casework *cw)
{
	struct timespec steady;

	if (cw->read_clock)
		return cw->read_clock(cw->clock_payload);
	clock_gettime(CLOCK_BOOTTIME, &steady);
	return (struct clock_moment){.wall = (long long)time(NULL), .steady = (long long)steady.tv_sec};
}

static const char *span_words(long long seconds, char out[40])
{
	if (seconds >= DAY)
		snprintf(out, 40, seconds < 2 * DAY ? "%lld day" : "%lld days", seconds / DAY);
	else if (seconds >= HOUR)
		snprintf(out, 40, "%lld h %lld min", seconds / HOUR, seconds % HOUR / MINUTE);
	else
		snprintf(out, 40, "%lld min", seconds / MINUTE);
	return out;
}

static bool leave_jump(struct casework *cw, long long jump, const char *by_what, struct fault *f)
{
	char words[200], span[40];

	snprintf(words, sizeof words, "%s by %s, %s", jump > 0 ? "forward" : "back", span_words(llabs(jump), span),
		 by_what);
	return work_leave_row(cw, "clock.jump", SUBJECT_NONE, 0, 0, words, f);
}

/* Whoever is the first of a day has the head of the log said outside the case file when the save is made. */
static bool leave_sign_in(struct casework *cw, long long now, struct fault *f)
{
	char words[120];
	int64_t newest;

	if (!audit_newest_at(cw->store, &newest, f))
		return false;
	cw->is_first_today = london_day(newest) != london_day((int64_t)now);
	snprintf(words, sizeof words, "%s%s%s", cw->started_for, *cw->started_for && cw->today_is_given ? ", " : "",
		 cw->today_is_given ? "on a given day" : "");
	if (!cw->is_demo && newest - now >= CLOCK_JUMP_LEAST &&
	    !leave_jump(cw, now - newest, "the newest row was written later than now", f))
		return false;
	return work_leave_row(cw, "sign-in", SUBJECT_NONE, 0, 0, words, f);
}

/* The demonstration plays on its own day: its clock is no clock. */
bool session_rows(struct casework *cw, struct fault *f)
{
	long long jump;

	cw->clock_read = read_clock(cw);
	if (!cw->is_signed_in)
		return leave_sign_in(cw, cw->clock_read.wall, f);
	jump = cw->is_demo ? 0 : clock_jump(cw->clock_kept, cw->clock_read);
	return jump == 0 || leave_jump(cw, jump, "while this session was open", f);
}

void session_rows_kept(struct casework *cw)
{
	bool is_first = !cw->is_signed_in;

	cw->is_signed_in = true;
	cw->clock_kept = cw->clock_read;
	if (is_first && cw->is_first_today)
		anchor_log(cw);
}

/* --- What was refused --- */

void session_refused(struct casework *cw, const char *words, enum subject_kind kind, int64_t subject, int64_t family)
{
	struct refusal *r = &cw->refusal;

	r->is_there = true;
	r->kind = kind;
	r->subject = subject;
	r->family = family;
	snprintf(r->words, sizeof r->words, "%s", words);
}

void session_refusal_over(struct casework *cw)
{
	cw->refusal.is_there = false;
}

void session_refusals_forget(struct casework *cw)
{
	free(cw->refused.items);
	cw->refused = (struct refusals){0};
}

/* The verb that was refused is undone and the batch around it goes on. Without memory the refusal waits as one outside
 * a batch does. */
static void put_by(struct casework *cw)
{
	struct refusals *all = &cw->refused;

	if (all->count == all->room) {
		size_t room = all->room ? 2 * all->room : 8;
		struct refusal *grown = realloc(all->items, room * sizeof *grown);

		if (!grown)
			return;
		all->items = grown;
		all->room = room;
	}
	all->items[all->count++] = cw->refusal;
	cw->refusal.is_there = false;
}

static bool leave_refused(struct casework *cw, const struct refusal *refusal)
{
	return !refusal->is_there ||
	       work_leave_row(cw, "refused", refusal->kind, refusal->subject, refusal->family, refusal->words, NULL);
}

static bool leave_all_refused(struct casework *cw)
{
	for (size_t i = 0; i < cw->refused.count; i++)
		if (!leave_refused(cw, &cw->refused.items[i]))
			return false;
	return leave_refused(cw, &cw->refusal);
}

void session_refusal_written(struct casework *cw)
{
	if (cw->depth > 0 || cw->look_depth > 0) {
		if (cw->refusal.is_there && cw->batch > 0 && cw->depth == cw->batch && cw->look_depth == 0)
			put_by(cw);
		return;
	}
	if (!cw->refusal.is_there && cw->refused.count == 0)
		return;
	if (!cw->is_read_only && store_begin(cw->store, NULL)) {
		if (!session_rows(cw, NULL) || !leave_all_refused(cw))
			store_rollback(cw->store);
		else if (store_commit(cw->store, NULL))
			session_rows_kept(cw);
	}
	cw->refusal.is_there = false;
	session_refusals_forget(cw);
}

void session_start_refused(struct casework *cw, const char *words)
{
	if (cw->is_read_only || !store_begin(cw->store, NULL))
		return;
	if (work_leave_row(cw, "sign-in.refused", SUBJECT_NONE, 0, 0, words, NULL))
		store_commit(cw->store, NULL);
	else
		store_rollback(cw->store);
}
