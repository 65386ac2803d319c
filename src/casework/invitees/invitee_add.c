/* Putting people on the list of a conference, all of them in one act, with what follows for the reports. */
#include "casework/invitees.h"

#include "invitee_check.h"
#include "invitee_reading.h"
#include "own_conference.h"
#include "report_keeping.h"
#include "report_progress.h"
#include "represented.h"
#include "store/invitee_store.h"

/* What only later acts may say, whatever came in with the struct. */
static void begin_anew(struct invitee *invitee, int64_t conference)
{
	invitee->id = invitee->version = 0;
	invitee->conference_id = conference;
	invitee->reply = REPLY_NONE;
	invitee->reply_how = invitee->reply_note = invitee->deputy = "";
	invitee->exclusion = EXCLUSION_NONE;
	invitee->exclusion_reason = EXCLUSION_REASON_NONE;
	invitee->exclusion_part = invitee->exclusion_words = "";
	invitee->exclusion_asked_by = invitee->exclusion_decided_by = "";
	invitee->reply_on = invitee->exclusion_asked_on = invitee->exclusion_decided_on = DAY_NONE;
	invitee->invited_on = invitee->told_day = DAY_NONE;
	invitee->told_starts = -1;
	invitee->calendar_sequence = 0;
	invitee->is_withdrawn = false;
	invitee->withdrawn_why = "";
	if (invitee->capacity != CAPACITY_CHILD)
		invitee->advocate_offered_on = DAY_NONE;
}

/* Whoever they come for may have been put on the list just before, in the same act. */
static void find_principal(const struct invitee_place *place, struct invitee *invitee)
{
	for (size_t i = 0; !invitee->for_invitee_id && invitee->for_person_id && i < place->on_list.count; i++)
		if (place->on_list.items[i].person_id == invitee->for_person_id)
			invitee->for_invitee_id = place->on_list.items[i].id;
}

static bool add_one(struct casework *cw, struct invitee_place *place, struct invitee *invitee, struct arena *mem,
		    struct fault *f)
{
	struct invitee typed = *invitee, kept, *listed;

	begin_anew(&typed, place->conference->id);
	find_principal(place, &typed);
	if (!invitee_tidy(&typed, mem, f) || !invitee_identify(cw, place, &typed, mem, f) ||
	    !invitee_check(cw, place, &typed, f) || !invitee_insert(cw->store, &typed, f) ||
	    !represented_keep(cw, &typed, mem, f) || !invitee_by_id(cw->store, typed.id, mem, &kept, f) ||
	    !report_owed_keep(cw, place->conference, &kept, mem, f))
		return false;
	listed = ARENA_PUSH(mem, &place->on_list);
	if (!listed)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to save this: nothing was saved.");
	*listed = kept;
	invitee->id = kept.id;
	invitee->conference_id = kept.conference_id;
	invitee->version = kept.version;
	return true;
}

/* "2 as child, 3 as family member, 8 as professional": names stay out of the log. */
static const char *added_words(const struct invitee *invitees, size_t count, struct arena *mem)
{
	const char *words = "";

	for (int capacity = 0; capacity < CAPACITY_COUNT; capacity++) {
		size_t of_it = 0;

		for (size_t i = 0; i < count; i++)
			of_it += (int)invitees[i].capacity == capacity;
		if (of_it)
			words = arena_printf(mem, "%s%s%zu as %s", words, *words ? ", " : "", of_it,
					     capacity_label((enum capacity)capacity));
	}
	return words;
}

static bool add_all(struct casework *cw, int64_t id, struct invitee *invitees, size_t count, struct arena *mem,
		    struct conference *conference, struct fault *f)
{
	struct report_progress before;
	struct invitee_place place;

	if (!conference_reach_for(cw, ACTION_INVITE, id, mem, conference, f) || !invitees_may_change(conference, f))
		return false;
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "Nobody was chosen: choose who is to be put on the list.");
	if (!invitee_place_read(cw, conference, mem, &place, f) ||
	    !report_progress_read(cw, conference, mem, &before, f))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!add_one(cw, &place, &invitees[i], mem, f))
			return false;
	return report_progress_keep(cw, conference, &before, mem, f);
}

bool casework_invitees_add(struct casework *cw, int64_t conference, struct invitee *invitees, size_t count,
			   struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = add_all(cw, conference, invitees, count, &mem, &c, f);
	ok = ok ? work_end(cw, f, "invitees.add", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   added_words(invitees, count, &mem))
		: work_undo(cw);
	for (size_t i = 0; !ok && i < count; i++)
		invitees[i].id = 0;
	arena_finish(&mem);
	return ok;
}
