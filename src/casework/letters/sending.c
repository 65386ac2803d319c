/* Every waiting mail handed to the mail command, one after the other: claimed, run, settled, so that nothing goes twice
 * and nothing is lost. */
#include "casework/letters.h"

#include "letter/carrier.h"
#include "letter_hold.h"
#include "own_conference.h"
#include "sending_inside.h"

#include <stdio.h>
#include <string.h>

#define MOST_AT_ONCE 100000

/* Minutes after which a refused one is tried again; then it is given up. */
static const int tries_again[] = {1, 5, 30, 2 * 60, 6 * 60};
enum { TRIES_AGAIN = sizeof tries_again / sizeof *tries_again };

/* One run; its fault is always there. */
struct sender {
	struct casework *cw;
	const struct sending_watch *watch;
	struct arena *mem;
	struct sending *out;
	struct fault *f;
	size_t done, of;
	bool is_stopped;
	const struct letter_listed *one; /* the letter in hand */
	bool is_shown;                   /* its family may be seen by whoever sends */
};

/* --- Before --- */

static bool check_ready(const struct casework *cw, struct fault *f)
{
	const struct settings_carriers *carriers = &casework_settings(cw)->carriers;

	if (cw->is_read_only)
		return fault_set(
			f, FAULT_REFUSED,
			"This case file can only be looked at here: no letter was sent and nothing was saved.");
	if (cw->is_demo)
		return true;
	if (!carriers->mail_command || !carriers->mail_command[0])
		return fault_set(
			f, FAULT_REFUSED,
			"No mail command is configured. Write it in authority.yaml of the configuration folder: "
			"mail: {command: [msmtp, \"--read-recipients\"], from_address: ...}");
	if (!carriers->from_address || !mail_address_is_good(carriers->from_address))
		return fault_set(
			f, FAULT_REFUSED,
			"No sender is configured. Write in authority.yaml, under mail, from_address: the address "
			"that letters come from.");
	/* What is claimed must be saved before the command runs. */
	return cw->depth == 0 ||
	       fault_set(f, FAULT_REFUSED, "Letters are sent on their own, not in the middle of a batch.");
}

/* Whatever an earlier sender was doing when it ended is for a person to find out. */
static bool note_left_behind(struct sender *s)
{
	int64_t count = 0;

	if (!work_begin(s->cw, ACTION_INVITE, s->f))
		return false;
	if (!deliveries_left_behind(s->cw->store, work_now(s->cw), &count, s->f))
		return work_undo(s->cw);
	s->out->unsure += (size_t)count;
	if (count == 0)
		return work_keep(s->cw, s->f);
	return work_end(s->cw, s->f, "delivery.left_behind", SUBJECT_NONE, 0, 0, "%lld letters may have been sent",
			(long long)count);
}

/* --- One delivery --- */

/* What became of it stands under its family; a claim is followed by it, or by "may have been sent". */
static bool leave_row(struct sender *s, const struct delivery *delivery)
{
	char words[300];

	if (delivery->state == DELIVERY_SENDING)
		return true;
	snprintf(words, sizeof words, "%s to %s: %s", s->one->template, s->one->recipient,
		 delivery_state_label(delivery->state));
	return work_leave_row(s->cw, "delivery.settle", s->one->conference_id ? SUBJECT_CONFERENCE : SUBJECT_FAMILY,
			      s->one->conference_id ? s->one->conference_id : s->one->family_id, s->one->family_id,
			      words, s->f);
}

/* Another state by now means that somebody withdrew it: that is no fault, it is left alone. */
static bool save_state(struct sender *s, struct delivery *delivery, enum delivery_state was, bool *gone)
{
	struct fault why = {0};

	*gone = false;
	if (!work_open(s->cw, s->f))
		return false;
	if (!delivery_save(s->cw->store, delivery, was, &why)) {
		work_undo(s->cw);
		*gone = why.code == FAULT_CONFLICT;
		if (!*gone)
			*s->f = why;
		return *gone;
	}
	return leave_row(s, delivery) ? work_keep(s->cw, s->f) : work_undo(s->cw);
}

static void remember_trouble(struct sender *s, const char *words)
{
	static const char hidden[] = "A letter about a restricted family did not go: those named for it see why.";

	if (!*s->out->first_trouble)
		s->out->first_trouble = s->is_shown ? arena_text(s->mem, words) : hidden;
}

static void give_up_or_wait(struct sender *s, struct delivery *delivery, const char *said)
{
	delivery->said = said;
	if (delivery->attempts > TRIES_AGAIN) {
		delivery->state = DELIVERY_FAILED;
		delivery->settled_at = work_now(s->cw);
		s->out->failed++;
		return;
	}
	delivery->state = DELIVERY_WAITING;
	delivery->next_at = work_now(s->cw) + (int64_t)tries_again[delivery->attempts - 1] * 60;
	s->out->later++;
}

static void fail(struct sender *s, struct delivery *delivery, const char *said)
{
	delivery->state = DELIVERY_FAILED;
	delivery->settled_at = work_now(s->cw);
	delivery->said = said;
	s->out->failed++;
	remember_trouble(s, said);
}

static void note_result(struct sender *s, struct delivery *delivery, const struct carrier_result *result,
			struct arena *mem)
{
	const char *said = *result->said ? result->said
			   : result->exit_code < 0
				   ? "The mail command did not end in time."
				   : arena_printf(mem, "The mail command ended with status %d.", result->exit_code);

	switch (result->end) {
	case CARRIER_DONE:
		delivery->state = DELIVERY_SENT;
		delivery->settled_at = work_now(s->cw);
		delivery->said = "";
		s->out->sent++;
		return;
	case CARRIER_UNSURE:
		delivery->state = DELIVERY_UNSURE;
		delivery->settled_at = work_now(s->cw);
		delivery->said = said;
		s->out->unsure++;
		break;
	default: give_up_or_wait(s, delivery, said); break;
	}
	remember_trouble(s, said);
}

/* Whoever watches is kept awake while a command takes its time; the letter in hand is always finished. */
static bool tell_watch(void *payload)
{
	struct sender *s = payload;

	if (s->watch && s->watch->progress && !s->watch->progress(s->watch->payload, s->done, s->of))
		s->is_stopped = true;
	return true;
}

/* False when the command could not even be started: the letter waits on, and so do those after it. */
static bool hand_over(struct sender *s, struct delivery *delivery, const struct press_bytes *mail, struct arena *mem)
{
	const struct settings_carriers *carriers = &casework_settings(s->cw)->carriers;
	const struct carrier_job job = {.starter = s->cw->starter,
					.command = carriers->mail_command,
					.input = *mail,
					.seconds = carriers->mail_seconds > 0 ? carriers->mail_seconds : 60,
					.waiting = tell_watch,
					.payload = s};
	struct carrier_result result;

	if (carrier_run(&job, mem, &result, s->f)) {
		note_result(s, delivery, &result, mem);
		return true;
	}
	delivery->state = DELIVERY_WAITING;
	delivery->attempts--;
	delivery->said = arena_text(mem, s->f->message);
	return false;
}

static bool run_claimed(struct sender *s, struct delivery *delivery, const struct press_bytes *mail, struct arena *mem)
{
	bool gone, started = true;
	struct fault why;

	if (s->cw->is_demo) {
		delivery->state = DELIVERY_SENT;
		delivery->settled_at = work_now(s->cw);
		delivery->said = "demonstration: not really sent";
		s->out->sent++;
	} else {
		started = hand_over(s, delivery, mail, mem);
	}
	why = *s->f;
	if (!save_state(s, delivery, DELIVERY_SENDING, &gone))
		return false;
	*s->f = why;
	return started;
}

static bool read_one(struct sender *s, const struct letter_listed *one, struct arena *mem, struct delivery *delivery,
		     struct press_bytes *mail, const char **hold, struct fault *why)
{
	bool ok;

	if (!store_look_begin(s->cw->store, why))
		return false;
	ok = work_may_see_family(s->cw, one->family_id, &s->is_shown, why) &&
	     delivery_by_id(s->cw->store, one->delivery_id, mem, delivery, why) &&
	     letter_hold_of(s->cw, one->letter_id, delivery->address, mem, hold, why) &&
	     (**hold || s->cw->is_demo || sending_mail(s->cw, delivery, mem, mail, why));
	store_look_end(s->cw->store);
	return ok;
}

/* What it says is not for its reader any more; nobody has it, so that it can be written anew. */
static bool hold_back(struct sender *s, struct delivery *delivery, const char *words)
{
	struct fault why = {0};

	if (!work_begin(s->cw, ACTION_INVITE, s->f))
		return false;
	if (!letter_hold_back(s->cw, delivery, words, &why)) {
		work_undo(s->cw);
		if (why.code == FAULT_CONFLICT)
			return true;
		*s->f = why;
		return false;
	}
	s->out->failed++;
	remember_trouble(s, words);
	return leave_row(s, delivery) ? work_keep(s->cw, s->f) : work_undo(s->cw);
}

/* Made before it is claimed: what cannot be made was surely not sent. */
static bool send_one(struct sender *s, const struct letter_listed *one, struct arena *mem)
{
	struct delivery delivery = {0};
	struct press_bytes mail = {0};
	const char *hold = "";
	struct fault why = {0};
	bool gone;

	s->one = one;
	if (!read_one(s, one, mem, &delivery, &mail, &hold, &why)) {
		if (why.code != FAULT_REFUSED && why.code != FAULT_CORRUPT) {
			*s->f = why;
			return false;
		}
		fail(s, &delivery, why.message);
		return save_state(s, &delivery, DELIVERY_WAITING, &gone);
	}
	if (*hold)
		return hold_back(s, &delivery, hold);
	delivery.state = DELIVERY_SENDING;
	delivery.attempts++;
	if (!save_state(s, &delivery, DELIVERY_WAITING, &gone))
		return false;
	return gone || run_claimed(s, &delivery, &mail, mem);
}

/* --- All of them --- */

static bool send_batch(struct sender *s, const struct letter_listed_list *due)
{
	struct arena mem = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < due->count && !s->is_stopped; i++) {
		arena_reset(&mem);
		ok = send_one(s, &due->items[i], &mem);
		s->done++;
		tell_watch(s);
	}
	arena_finish(&mem);
	return ok;
}

/* Whoever may write to people only for the conferences they chair sends the letters of those alone. */
static void keep_own(struct sender *s, struct arena *mem, struct letter_listed_list *out)
{
	struct conference conference;
	size_t kept = 0;

	if (roles_permission(s->cw->roles, ACTION_INVITE) == ALLOWED)
		return;
	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].conference_id &&
		    conference_reach_for(s->cw, ACTION_INVITE, out->items[i].conference_id, mem, &conference, NULL))
			out->items[kept++] = out->items[i];
	out->count = kept;
}

static bool read_due(struct sender *s, int64_t now, int most, struct arena *mem, struct letter_listed_list *out)
{
	bool ok;

	if (!store_look_begin(s->cw->store, s->f))
		return false;
	ok = deliveries_due(s->cw->store, METHOD_EMAIL, now, most, mem, out, s->f);
	if (ok)
		keep_own(s, mem, out);
	store_look_end(s->cw->store);
	return ok;
}

static bool send_all(struct sender *s)
{
	int64_t now = work_now(s->cw);
	struct arena mem = {0};
	struct letter_listed_list due = {0};
	bool ok = read_due(s, now, MOST_AT_ONCE, &mem, &due);

	s->of = due.count;
	ok = ok && send_batch(s, &due);
	arena_finish(&mem);
	return ok;
}

static bool count_left(struct sender *s)
{
	struct letter_listed_list left;

	if (!read_due(s, INT64_MAX, MOST_AT_ONCE, s->mem, &left))
		return false;
	s->out->left = left.count;
	return true;
}

static bool note_sending(struct sender *s)
{
	const struct sending *o = s->out;

	if (o->sent + o->failed + o->later + o->unsure == 0)
		return true;
	if (!work_begin(s->cw, ACTION_INVITE, s->f))
		return false;
	return work_end(s->cw, s->f, "letters.send", SUBJECT_NONE, 0, 0, "%zu sent, %zu later, %zu failed, %zu unsure",
			o->sent, o->later, o->failed, o->unsure);
}

/* What was done is noted and counted even where it ended in trouble. */
static bool end_sending(struct sender *s, bool ok)
{
	struct fault first = *s->f;
	bool is_noted = note_sending(s) && count_left(s);

	if (!ok)
		*s->f = first;
	return ok && is_noted;
}

bool casework_send(struct casework *cw, const struct sending_watch *watch, struct arena *mem, struct sending *out,
		   struct fault *f)
{
	struct fault why = {0};
	struct sender s = {.cw = cw, .watch = watch, .mem = mem, .out = out, .f = &why};
	struct sending_lock lock;
	bool ok;

	*out = (struct sending){.first_trouble = ""};
	if (!casework_may(cw, ACTION_INVITE, f) || !check_ready(cw, f) || !sending_lock_take(cw, &lock, f))
		return false;
	ok = end_sending(&s, note_left_behind(&s) && send_all(&s));
	sending_lock_give(&lock);
	if (!ok && f)
		*f = why;
	return ok;
}
