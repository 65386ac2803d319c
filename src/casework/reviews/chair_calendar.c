/* A chair's conferences and core groups as a calendar file: references, times and places, no names. */
#include "casework/chair_calendar.h"

#include "chair_filter.h"
#include "store/meeting_store.h"
#include "work.h"

#include <string.h>

enum { WEEKS_BACK = 4, DAY_SECONDS = 24 * 60 * 60, LENGTH_UNKNOWN = 60 };

static const char *summary_of(const struct meeting *one, struct arena *mem)
{
	return one->is_core_group ? arena_printf(mem, "Core group, family %s", one->reference)
				  : arena_printf(mem, "%s %s", conference_type_label(one->type), one->reference);
}

/* The name stays the same for as long as the file lives, whoever chairs it. */
static struct calendar_event event_of(struct casework *cw, const struct meeting *one, struct arena *mem)
{
	return (struct calendar_event){
		.uid = arena_printf(mem, "%s-%lld-%llx@quorate.example",
				    one->is_core_group ? "core-group" : "conference-of-chair", (long long)one->id,
				    (unsigned long long)cw->created_at),
		.sequence = one->sequence,
		.method = CALENDAR_PUBLISH,
		.is_cancelled = one->is_gone,
		.summary = summary_of(one, mem),
		.place = one->is_gone ? "" : one->place,
		.description = "",
		.organiser_name = "",
		.organiser_address = "",
		.attendee_name = "",
		.attendee_address = "",
		.day = one->day,
		.starts = one->starts,
		.minutes = one->minutes > 0 ? one->minutes : LENGTH_UNKNOWN,
		.stamp = work_now(cw),
	};
}

/* Whose: one's own, of some chairs, or everybody's; of everybody's what was given up is nobody's any more. A chair who
 * names another gets nothing, never their own in its place. */
static bool is_wanted(struct casework *cw, const struct meeting *one, const char *chairs, bool only_own)
{
	if (only_own && (!*cw->login || strcmp(one->login, cw->login) != 0))
		return false;
	if (only_own && !*chairs)
		return true;
	return *chairs ? chair_is_in(chairs, one->chair_id) : !one->is_gone || one->is_core_group;
}

static bool make(struct casework *cw, const char *chairs, bool only_own, struct arena *mem, struct press_bytes *out,
		 size_t *count, struct fault *f)
{
	struct meeting_list all;
	struct calendar_event *events;

	*count = 0;
	if (!meetings_since(cw->store, cw->user_id, casework_today(cw) - WEEKS_BACK * 7,
			    work_now(cw) - (int64_t)WEEKS_BACK * 7 * DAY_SECONDS, mem, &all, f))
		return false;
	events = arena_alloc(mem, (all.count + 1) * sizeof *events);
	if (!events)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write a calendar file.");
	for (size_t i = 0; i < all.count; i++)
		if (is_wanted(cw, &all.items[i], chairs, only_own))
			events[(*count)++] = event_of(cw, &all.items[i], mem);
	if (*count == 0)
		return fault_set(f, FAULT_NOT_FOUND, "No conference or core group stands in this diary%s.",
				 only_own && *chairs ? ", and a chair exports their own: leave the name out" : "");
	return press_calendar(events, *count, mem, out, f);
}

bool casework_chair_calendar(struct casework *cw, const char *chair, struct arena *mem, struct press_bytes *out,
			     size_t *count, struct fault *f)
{
	bool only_own = roles_permission(cw->roles, ACTION_EXPORT) == ALLOWED_OWN;
	const char *chairs;

	*out = (struct press_bytes){0};
	if (!look_begin(cw, ACTION_EXPORT, f))
		return false;
	if (!chair_filter(cw, chair, mem, &chairs, f) || !make(cw, chairs, only_own, mem, out, count, f))
		return look_undo(cw);
	return look_end(cw, f, "export.calendar", SUBJECT_NONE, 0, 0, "%zu meetings%s%s", *count,
			only_own || (chair && *chair) ? " of " : "",
			only_own ? cw->login
			: chair  ? chair
				 : "");
}
