/* Declaring and ending a conflict of interest of a chair or minute-taker. */
#include "casework/conflicts.h"
#include "telling.h"

#include "access_keeping.h"
#include "conference_reach.h"
#include "conflict_keeping.h"
#include "store/booking_store.h"
#include "words_tidy.h"

#include <string.h>

bool conflict_refuses_none(const struct conflict_list *conflicts, int64_t resource, const char *field, struct fault *f)
{
	const struct conflict *one = conflict_of(conflicts, resource);

	return !one || fault_field(f, field, "%s has a conflict of interest with this family: choose another %s.",
				   one->name, conflict_staff(one->kind));
}

const char *conflict_lines(struct casework *cw, const struct conflict_list *conflicts, struct arena *mem)
{
	const char *words = "";
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < conflicts->count; i++) {
		const struct conflict *one = &conflicts->items[i];

		words = arena_printf(mem, "%s%sConflict of interest: %s (%s): %s · said by %s, %s", words,
				     i ? "\n" : "", one->name, one->kind == RESOURCE_CHAIR ? "chair" : "minutes",
				     one->reason, user_name_of(cw, one->said_by, mem), date_medium(one->said_on, day));
	}
	return words;
}

/* --- Looking --- */

/* 0: oneself; 1: booked for this conference; 2: any other. */
static int nearness(const struct casework *cw, const struct conference *c, const struct resource *one)
{
	if (*one->login && strcmp(one->login, cw->login) == 0)
		return 0;
	return one->id == c->chair_id || one->id == c->minute_taker_id ? 1 : 2;
}

static bool read_people(struct casework *cw, const struct conference *c, struct arena *mem, struct resource_list *out,
			struct fault *f)
{
	struct resource_list all;

	if (!resources_in_use(cw->store, mem, &all, f))
		return false;
	for (int near = 0; near < 3; near++)
		for (size_t i = 0; i < all.count; i++) {
			struct resource *item;

			if (all.items[i].kind == RESOURCE_ROOM || nearness(cw, c, &all.items[i]) != near)
				continue;
			item = ARENA_PUSH(mem, out);
			if (!item)
				return fault_set(f, FAULT_MEMORY,
						 "There is not enough memory to list who may be meant.");
			*item = all.items[i];
		}
	return true;
}

bool casework_conflicts(struct casework *cw, int64_t conference, struct arena *mem, struct conflict_page *out,
			struct fault *f)
{
	*out = (struct conflict_page){0};
	if (!look_begin(cw, ACTION_BOOK, f))
		return false;
	if (!conference_reach(cw, conference, mem, &out->conference, f) ||
	    !read_people(cw, &out->conference, mem, &out->people, f) ||
	    !conflicts_of_family(cw->store, out->conference.family_id, mem, &out->conflicts, f))
		return look_undo(cw);
	return look_end(cw, f, "conflict.look", SUBJECT_CONFERENCE, conference, out->conference.family_id,
			"%zu in force", out->conflicts.count);
}

/* --- Saying and ending --- */

static bool declare(struct casework *cw, const struct conference *c, int64_t resource, const char **reason,
		    struct arena *mem, struct resource *who, struct fault *f)
{
	struct conflict one = {.family_id = c->family_id,
			       .resource_id = resource,
			       .said_by = cw->login,
			       .said_on = cw->today,
			       .ended_on = DAY_NONE};
	struct conflict_list known;

	if (!words_tidy(reason, "reason", true, mem, f) || !resource_of_id(cw->store, resource, mem, who, f) ||
	    !conflicts_of_family(cw->store, c->family_id, mem, &known, f))
		return false;
	if (!who->id || who->kind == RESOURCE_ROOM)
		return fault_field(f, "who", "Choose the chair or minute-taker who has the conflict of interest.");
	if (conflict_of(&known, resource))
		return fault_field(f, "who", "It is written down already that %s has a conflict of interest.",
				   who->name);
	if (!**reason)
		return fault_field(f, "reason", "Say in a few words what the conflict of interest is.");
	one.reason = *reason;
	return conflict_insert(cw->store, &one, f);
}

bool casework_conflict_declare(struct casework *cw, int64_t conference, int64_t resource, const char *reason,
			       struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	struct resource who;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = conference_reach(cw, conference, &mem, &c, f) && declare(cw, &c, resource, &reason, &mem, &who, f);
	ok = ok ? work_end(cw, f, "conflict.declare", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", who.name, reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool end(struct casework *cw, const struct conference *c, struct conflict *one, const char **reason,
		struct arena *mem, struct fault *f)
{
	const int64_t id = one->id, version = one->version;
	struct conflict_list known;

	if (!words_tidy(reason, "reason", true, mem, f) ||
	    !conflicts_of_family(cw->store, c->family_id, mem, &known, f))
		return false;
	*one = (struct conflict){0};
	for (size_t i = 0; i < known.count; i++)
		if (known.items[i].id == id)
			*one = known.items[i];
	if (!one->id)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This conflict of interest stands no more. Look at the page again.");
	if (!**reason)
		return fault_field(f, "reason", "Say why there is no conflict of interest any more.");
	one->version = version;
	one->ended_on = cw->today;
	one->ended_by = cw->login;
	one->ended_because = *reason;
	return conflict_end(cw->store, one, f);
}

bool casework_conflict_end(struct casework *cw, int64_t conference, int64_t conflict, int64_t version,
			   const char *reason, struct fault *f)
{
	struct conflict one = {.id = conflict, .version = version};
	struct arena mem = {0};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = conference_reach(cw, conference, &mem, &c, f) && end(cw, &c, &one, &reason, &mem, f);
	ok = ok ? work_end(cw, f, "conflict.end", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", one.name, reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
