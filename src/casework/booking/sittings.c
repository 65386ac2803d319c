/* Separate sittings of one conference: who comes when, and keeping them with a conference that moves. */
#include "base/text.h"
#include "booking_check.h"
#include "casework/invitees.h"
#include "invitee_reading.h"
#include "own_conference.h"
#include "sittings_keeping.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"
#include "words_tidy.h"

enum { SHORTEST = 5, MOST_SITTINGS = 6 };

static int ends(const struct sitting *sitting)
{
	return sitting->starts + sitting->minutes;
}

/* --- With a conference that moves --- */

static bool are_named(const struct sitting_list *sittings)
{
	for (size_t i = 0; i < sittings->count; i++)
		if (*sittings->items[i].who)
			return true;
	return false;
}

/* Halves that nobody named are made anew for another length. */
static bool were_set(const struct conference *conference, const struct sitting_list *sittings)
{
	const struct sitting *last = sittings->count ? &sittings->items[sittings->count - 1] : NULL;

	if (!last || are_named(sittings))
		return last;
	return *conference->sittings && ends(last) - sittings->items[0].starts == conference->minutes;
}

/* As long as before, each as much later as the conference. */
static bool shifted(const struct conference *conference, int began, struct sitting_list *sittings)
{
	int by = conference->starts - (began >= 0 ? began : sittings->items[0].starts);

	for (size_t i = 0; i < sittings->count; i++)
		sittings->items[i].starts += by;
	return sittings->items[0].starts >= conference->starts &&
	       ends(&sittings->items[sittings->count - 1]) <= conference->starts + conference->minutes;
}

/* Equal parts with the gap between them, the last takes what is over; false when they would be too short. */
static bool spread(const struct conference *conference, int gap, struct sitting *sittings, int count)
{
	int each = (conference->minutes - gap * (count - 1)) / count;

	for (int i = 0; i < count; i++) {
		sittings[i].position = i + 1;
		sittings[i].starts = conference->starts + i * (each + gap);
		sittings[i].minutes = i < count - 1 ? each
						    : conference->starts + conference->minutes - sittings[i].starts;
	}
	return each >= SHORTEST;
}

static bool write_sittings(struct casework *cw, int64_t conference, struct sitting *sittings, size_t count,
			   struct fault *f)
{
	if (!sittings_drop(cw->store, conference, f))
		return false;
	for (size_t i = 0; i < count; i++) {
		sittings[i].conference_id = conference;
		sittings[i].position = (int)i + 1;
		if (!sitting_insert(cw->store, &sittings[i], f))
			return false;
	}
	return true;
}

static bool follow(struct casework *cw, const struct conference *conference, int began, struct arena *mem,
		   struct fault *f)
{
	int gap = casework_policy(cw)->sitting_gap_minutes;
	struct sitting halves[2] = {{.who = ""}, {.who = ""}};
	struct sitting_list kept;

	if (!sittings_of(cw->store, conference->id, mem, &kept, f))
		return false;
	if (were_set(conference, &kept)) {
		if (!shifted(conference, began, &kept) && !spread(conference, gap, kept.items, (int)kept.count))
			return fault_field(f, "minutes",
					   "The %zu separate sittings do not fit in %d minutes: make it longer, or "
					   "change the sittings first.",
					   kept.count, conference->minutes);
		return write_sittings(cw, conference->id, kept.items, kept.count, f);
	}
	return write_sittings(cw, conference->id, halves,
			      *conference->sittings && spread(conference, gap, halves, 2) ? 2 : 0, f);
}

bool sittings_follow_slot(struct casework *cw, const struct conference *conference, int began, struct fault *f)
{
	struct arena mem = {0};
	bool ok = follow(cw, conference, began, &mem, f);

	arena_finish(&mem);
	return ok;
}

/* --- Set by a person --- */

static bool check_one(const struct conference *conference, const struct sitting *one, const struct sitting *before,
		      struct fault *f)
{
	char clock[8], other[8];

	if (one->starts < 0 || one->starts >= 24 * 60)
		return fault_field(f, "starts", "Enter the time sitting %d starts.", one->position);
	if (one->minutes < SHORTEST || one->minutes > 12 * 60)
		return fault_field(f, "minutes", "Enter how long sitting %d takes, 5 minutes at least.", one->position);
	if (before && one->starts < ends(before))
		return fault_field(f, "starts", "Sitting %d starts at %s, before sitting %d ends at %s.", one->position,
				   date_clock(one->starts, clock), before->position, date_clock(ends(before), other));
	if (one->starts < conference->starts || ends(one) > conference->starts + conference->minutes)
		return fault_field(f, "starts",
				   "Sitting %d is not within the conference, which is booked from %s to %s.",
				   one->position, date_clock(conference->starts, clock),
				   date_clock(conference->starts + conference->minutes, other));
	return true;
}

static bool check_nobody_is_left(struct casework *cw, const struct conference *conference, size_t count,
				 struct arena *mem, struct fault *f)
{
	struct invitee_list all;

	if (!invitees_of(cw->store, conference->id, false, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].sitting > (int)count)
			return fault_set(f, FAULT_REFUSED,
					 "%s is down for sitting %d, which would be taken away: change that first.",
					 all.items[i].shown_name, all.items[i].sitting);
	return true;
}

/* One sitting alone is the conference itself. */
static bool check_whole(const struct conference *conference, int64_t version, size_t count, struct fault *f)
{
	if (!invitees_may_change(conference, f) || !conference_is_as_read(conference, version, f))
		return false;
	if (count == 1 || count > MOST_SITTINGS)
		return fault_field(f, "sittings",
				   "Separate sittings are two to six: leave them out when all come at "
				   "one time.");
	return count == 0 || conference->starts >= 0 ||
	       fault_field(f, "starts", "%s has no time yet: book it first, then set the sittings.",
			   conference->reference);
}

static bool save_in(struct casework *cw, int64_t id, int64_t version, const struct sitting_time *times, size_t count,
		    struct arena *mem, struct conference *conference, struct fault *f)
{
	struct sitting sittings[MOST_SITTINGS];

	if (!conference_reach_for(cw, ACTION_INVITE, id, mem, conference, f) ||
	    !check_whole(conference, version, count, f))
		return false;
	for (size_t i = 0; i < count; i++) {
		sittings[i] = (struct sitting){.position = (int)i + 1,
					       .starts = times[i].starts,
					       .minutes = times[i].minutes,
					       .who = times[i].who};
		if (!words_tidy(&sittings[i].who, "who", false, mem, f) ||
		    !check_one(conference, &sittings[i], i ? &sittings[i - 1] : NULL, f))
			return false;
	}
	return check_nobody_is_left(cw, conference, count, mem, f) && conference_save(cw->store, conference, f) &&
	       write_sittings(cw, id, sittings, count, f);
}

bool casework_sittings_save(struct casework *cw, int64_t conference, int64_t version,
			    const struct sitting_time *sittings, size_t count, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = save_in(cw, conference, version, sittings, count, &mem, &c, f);
	ok = ok ? work_end(cw, f, "sittings.save", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %zu separate sittings",
			   c.reference, count)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
