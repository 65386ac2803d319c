/* Holding a record, whatever its day, and lifting the hold. */
#include "retention_keeping.h"

#include "people_keeping.h"
#include "words_tidy.h"

#include <string.h>

static bool is_not_held_so(struct casework *cw, const struct retention_hold *hold, struct arena *mem, struct fault *f)
{
	struct retention_hold_list all;

	if (!holds_of(cw->store, hold->family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].lifted_on == DAY_NONE && all.items[i].until_on == hold->until_on &&
		    strcmp(all.items[i].reason, hold->reason) == 0 &&
		    strcmp(all.items[i].asked_by, hold->asked_by) == 0)
			return fault_field(f, "asked_by", "It is held for %s already.", hold->asked_by);
	return true;
}

static bool set(struct casework *cw, const struct holding *holding, struct arena *mem, struct retention_hold *hold,
		struct fault *f)
{
	*hold = (struct retention_hold){.family_id = holding->family_id,
					.reason = holding->reason,
					.asked_by = holding->asked_by,
					.until_on = holding->until_on,
					.set_on = cw->today,
					.set_by = cw->login};
	if (!people_may_see_family(cw, holding->family_id, f) || !words_tidy(&hold->reason, "reason", true, mem, f) ||
	    !words_tidy(&hold->asked_by, "asked_by", false, mem, f))
		return false;
	if (!*hold->reason)
		return fault_field(f, "reason", "Say why this record must stay.");
	if (!*hold->asked_by)
		return fault_field(f, "asked_by", "Say who asked for it: an inquiry, a court, a solicitor.");
	if (hold->until_on != DAY_NONE && hold->until_on <= cw->today)
		return fault_field(f, "until_on",
				   "Enter a day to come, or leave it empty: it holds until it is lifted.");
	return is_not_held_so(cw, hold, mem, f) && hold_insert(cw->store, hold, f);
}

bool casework_hold_set(struct casework *cw, const struct holding *holding, struct fault *f)
{
	struct retention_hold hold;
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_HOLD_RECORDS, f))
		return false;
	ok = set(cw, holding, &mem, &hold, f);
	ok = ok ? work_end(cw, f, "hold.set", SUBJECT_FAMILY, hold.family_id, hold.family_id, "%s, asked by %s",
			   hold.reason, hold.asked_by)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool lift(struct casework *cw, int64_t id, int64_t version, const char *words, struct arena *mem,
		 struct retention_hold *hold, struct fault *f)
{
	if (!hold_by_id(cw->store, id, mem, hold, f) || !people_may_see_family(cw, hold->family_id, f) ||
	    !words_tidy(&words, "words", true, mem, f))
		return false;
	if (hold->lifted_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED, "This hold was lifted already.");
	if (!*words)
		return fault_field(f, "words", "Say why it need not be held any more.");
	hold->version = version;
	hold->lifted_on = cw->today;
	hold->lifted_by = cw->login;
	hold->lifted_because = words;
	return hold_lift(cw->store, hold, f);
}

bool casework_hold_lift(struct casework *cw, int64_t id, int64_t version, const char *words, struct fault *f)
{
	struct retention_hold hold;
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_HOLD_RECORDS, f))
		return false;
	ok = lift(cw, id, version, words, &mem, &hold, f);
	ok = ok ? work_end(cw, f, "hold.lift", SUBJECT_FAMILY, hold.family_id, hold.family_id, "%s",
			   hold.lifted_because)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
