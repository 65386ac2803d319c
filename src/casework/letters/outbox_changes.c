/* What becomes of a delivery by a person's hand: done, came back, once more, not any more. */
#include "casework/letters.h"

#include "letter_delivery.h"
#include "letter_queue.h"
#include "letter_reader.h"
#include "london.h"
#include "notice_hold.h"
#include "own_conference.h"
#include "store/directory_store.h"
#include "store/invitee_store.h"
#include "words_tidy.h"

#include <stdlib.h>
#include <string.h>

/* A delivery with its letter and its reader: one of the list, or of a notice. */
struct delivering {
	struct delivery delivery;
	struct letter letter;
	struct invitee reader;
	bool has_reader;
	enum delivery_state was;
};

/* What belongs to no conference is for those who may do it for all. */
static bool check_right(struct casework *cw, const struct letter *letter, struct arena *mem, struct fault *f)
{
	struct conference conference;

	if (letter->conference_id)
		return conference_reach_for(cw, ACTION_INVITE, letter->conference_id, mem, &conference, f);
	return conference_right_for_all(cw, ACTION_INVITE, f);
}

static bool reach(struct casework *cw, int64_t id, struct arena *mem, struct delivering *out, struct fault *f)
{
	memset(out, 0, sizeof *out);
	if (!delivery_by_id(cw->store, id, mem, &out->delivery, f) ||
	    !letter_reach(cw, out->delivery.letter_id, mem, &out->letter, f) || !check_right(cw, &out->letter, mem, f))
		return false;
	out->was = out->delivery.state;
	if (!out->letter.invitee_id)
		return notice_went_to(cw, out->letter.id, mem, &out->reader, &out->has_reader, f);
	out->has_reader = true;
	return invitee_by_id(cw->store, out->letter.invitee_id, mem, &out->reader, f);
}

static bool must_be(const struct delivering *d, unsigned states, const char *done, struct fault *f)
{
	if (states & 1u << d->was)
		return true;
	return fault_set(f, FAULT_REFUSED, "The letter to %s %s, so it cannot be %s.", d->letter.recipient,
			 d->was == DELIVERY_SENT        ? "was sent"
			 : d->was == DELIVERY_WAITING   ? "waits to be sent"
			 : d->was == DELIVERY_SENDING   ? "is being sent"
			 : d->was == DELIVERY_WITHDRAWN ? "was withdrawn"
			 : d->was == DELIVERY_BOUNCED   ? "came back"
			 : d->was == DELIVERY_UNSURE    ? "may have been sent"
							: "was not sent",
			 done);
}

/* On a day that was given, the letter may have been written after today. */
static bool check_day(struct casework *cw, const struct delivering *d, day_number on, struct fault *f)
{
	day_number today = casework_today(cw), written = london_day(d->letter.written_at);

	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day on which it was.");
	if (on > today)
		return fault_field(f, "on", "This day is in the future: enter the day on which it was.");
	return on >= written || written > today ||
	       fault_field(f, "on", "The letter was written after this day: enter the day on which it was.");
}

static bool settle(struct casework *cw, struct delivering *d, enum delivery_state state, day_number on,
		   const char *said, struct fault *f)
{
	d->delivery.state = state;
	d->delivery.settled_at = on == casework_today(cw) ? work_now(cw) : london_moment(on, 12 * 60 * 60);
	d->delivery.said = said;
	d->delivery.by_user = casework_user_name(cw);
	return delivery_save(cw->store, &d->delivery, d->was, f);
}

/* --- Done by hand --- */

#define STATE(state) (1u << DELIVERY_##state)

bool casework_delivery_done(struct casework *cw, int64_t delivery, day_number on, const char *how, struct fault *f)
{
	struct arena mem = {0};
	struct delivering d;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = words_tidy(&how, "how", false, &mem, f) && reach(cw, delivery, &mem, &d, f) &&
	     must_be(&d, STATE(WAITING) | STATE(UNSURE) | STATE(FAILED), "marked done", f) &&
	     check_day(cw, &d, on, f) && settle(cw, &d, DELIVERY_SENT, on, how, f);
	ok = ok ? work_end(cw, f, "delivery.done", SUBJECT_CONFERENCE, d.letter.conference_id, d.letter.family_id,
			   "%s to %s, %s%s%s", d.letter.template, d.letter.recipient,
			   invite_method_label(d.delivery.method), *how ? ": " : "", how)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Came back --- */

/* The directory shows such contacts first, until somebody has checked them. */
static bool mark_contact(struct casework *cw, const struct delivering *d, day_number on, struct arena *mem,
			 struct fault *f)
{
	struct contact contact;

	if (!d->has_reader || !d->reader.contact_id || d->delivery.method != METHOD_EMAIL ||
	    strcmp(d->delivery.address, d->reader.shown_email) != 0 || *d->reader.email)
		return true;
	if (!contact_by_id(cw->store, d->reader.contact_id, mem, &contact, f))
		return false;
	contact.bounced_on = on;
	return contact_save(cw->store, &contact, f);
}

bool casework_delivery_bounced(struct casework *cw, int64_t delivery, day_number on, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct delivering d;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = words_tidy(&why, "why", false, &mem, f) && reach(cw, delivery, &mem, &d, f) &&
	     must_be(&d, STATE(SENT) | STATE(UNSURE), "marked as come back", f) && check_day(cw, &d, on, f) &&
	     settle(cw, &d, DELIVERY_BOUNCED, on, why, f) && mark_contact(cw, &d, on, &mem, f);
	ok = ok ? work_end(cw, f, "delivery.bounced", SUBJECT_CONFERENCE, d.letter.conference_id, d.letter.family_id,
			   "%s to %s%s%s", d.letter.template, d.letter.recipient, *why ? ": " : "", why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Once more --- */

/* One that was sent again is settled by that. */
static bool is_newest(struct casework *cw, const struct delivering *d, struct arena *mem, struct fault *f)
{
	struct letter_listed newest;

	if (!letter_listed_by_id(cw->store, d->letter.id, mem, &newest, f))
		return false;
	return newest.delivery_id == d->delivery.id ||
	       fault_set(f, FAULT_REFUSED, "The letter to %s was sent again already.", d->letter.recipient);
}

/* "letter-42.1.6a...@": the first of letter 42. */
static int number_of(const struct delivery *delivery)
{
	const char *at = strchr(delivery->message_id, '.');

	return at ? atoi(at + 1) : 1;
}

static bool queue_again(struct casework *cw, const struct delivering *d, enum invite_method method, const char *address,
			struct arena *mem, struct fault *f)
{
	if (!*address && method == d->delivery.method)
		address = d->delivery.address;
	else if (!*address && d->has_reader && !letter_reader_address(cw, &d->reader, method, mem, &address, f))
		return false;
	return is_newest(cw, d, mem, f) &&
	       delivery_queue(cw, d->letter.id, number_of(&d->delivery) + 1, method, address, mem, f);
}

bool casework_delivery_again(struct casework *cw, int64_t delivery, enum invite_method method, const char *address,
			     struct fault *f)
{
	struct arena mem = {0};
	struct delivering d;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = words_tidy(&address, "address", true, &mem, f) && reach(cw, delivery, &mem, &d, f) &&
	     must_be(&d, STATE(FAILED) | STATE(UNSURE) | STATE(BOUNCED), "sent again", f) &&
	     queue_again(cw, &d, method, address, &mem, f);
	ok = ok ? work_end(cw, f, "delivery.again", SUBJECT_CONFERENCE, d.letter.conference_id, d.letter.family_id,
			   "%s to %s, by %s", d.letter.template, d.letter.recipient, invite_method_label(method))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Not any more --- */

static bool is_held(const struct delivering *d)
{
	return d->was == DELIVERY_WITHDRAWN &&
	       strncmp(d->delivery.said, DELIVERY_HELD_SAYS, strlen(DELIVERY_HELD_SAYS)) == 0;
}

bool casework_delivery_withdraw(struct casework *cw, int64_t delivery, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct delivering d;
	bool ok, is_notice;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = words_tidy(&why, "why", false, &mem, f) && reach(cw, delivery, &mem, &d, f) &&
	     (is_held(&d) || must_be(&d, STATE(WAITING), "withdrawn", f)) &&
	     settle(cw, &d, DELIVERY_WITHDRAWN, casework_today(cw), why, f) &&
	     (is_held(&d) || notice_drop(cw, d.letter.id, &mem, &is_notice, f));
	ok = ok ? work_end(cw, f, "delivery.withdraw", SUBJECT_CONFERENCE, d.letter.conference_id, d.letter.family_id,
			   "%s to %s%s%s", d.letter.template, d.letter.recipient, *why ? ": " : "", why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
