/* What managers are told of who saw, or must not see, which family; and that they have read it. */
#include "access_keeping.h"
#include "london.h"
#include "telling.h"
#include "words_tidy.h"

static bool add_line(struct casework *cw, const struct access_event *event, const struct user_row_list *users,
		     struct arena *mem, struct access_line_list *out, struct fault *f)
{
	struct access_line *line = ARENA_PUSH(mem, out);
	const char *reference;
	char clock[8];

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what managers are told.");
	if (!access_family_reference(cw, event->family_id, mem, &reference, f))
		return false;
	*line = (struct access_line){.event = *event, .family = reference, .who = "", .until = "", .seen = ""};
	for (size_t i = 0; i < users->count; i++)
		if (users->items[i].id == event->user_id)
			line->who = users->items[i].name;
	line->at = work_moment_words(cw, event->at, mem);
	if (event->minutes)
		line->until = arena_text(
			mem, date_clock(london_second(event->at + (int64_t)event->minutes * 60) / 60, clock));
	if (event->seen_at)
		line->seen = arena_printf(mem, "%s, %s: %s", user_name_of(cw, event->seen_by, mem),
					  work_moment_words(cw, event->seen_at, mem), event->seen_note);
	return true;
}

static bool gather(struct casework *cw, bool all, struct arena *mem, struct access_line_list *out, struct fault *f)
{
	struct access_event_list events;
	struct user_row_list users;

	if (!access_events(cw->store, all, mem, &events, f) || !user_all(cw->store, mem, &users, f))
		return false;
	for (size_t i = 0; i < events.count; i++)
		if (!add_line(cw, &events.items[i], &users, mem, out, f))
			return false;
	return true;
}

bool casework_access_events(struct casework *cw, bool all, struct arena *mem, struct access_line_list *out,
			    struct fault *f)
{
	*out = (struct access_line_list){0};
	if (!look_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	if (!gather(cw, all, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "access.look", SUBJECT_NONE, 0, 0, "%zu lines", out->count);
}

bool casework_access_waiting(struct casework *cw, struct arena *mem, size_t *out, struct fault *f)
{
	struct access_event_list events;
	bool ok;

	*out = 0;
	if (!look_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	ok = access_events(cw->store, false, mem, &events, f);
	look_undo(cw);
	*out = ok ? events.count : 0;
	return ok;
}

static bool acknowledge(struct casework *cw, struct access_event *event, int64_t id, const char *note,
			struct arena *mem, struct fault *f)
{
	if (!access_event_by_id(cw->store, id, mem, event, f) || !words_tidy(&note, "note", true, mem, f))
		return false;
	if (event->user_id == cw->user_id)
		return fault_set(f, FAULT_REFUSED, "This is about yourself: another manager acknowledges it.");
	if (event->seen_at)
		return fault_set(f, FAULT_REFUSED, "This was acknowledged already.");
	if (!*note)
		return fault_field(f, "note", "Say what you found: was it right to look?");
	event->seen_at = work_now(cw);
	event->seen_by = cw->login;
	event->seen_note = note;
	return true;
}

/* Nobody else is related and nobody restricted it: everybody sees it again. */
static bool open_again(struct casework *cw, int64_t family, struct arena *mem, struct fault *f)
{
	struct restriction restriction;
	bool has_relatives = false;

	return restriction_of(cw->store, family, mem, &restriction, f) &&
	       family_has_relatives(cw->store, family, &has_relatives, f) &&
	       family_restrict(cw->store, family, has_relatives || restriction.id != 0, f);
}

static bool settle(struct casework *cw, int64_t id, int64_t version, const char *note, bool is_mistaken,
		   struct fault *f)
{
	struct access_event event;
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	ok = acknowledge(cw, &event, id, note, &mem, f);
	if (ok && is_mistaken && event.kind == ACCESS_GLASS)
		ok = fault_set(f, FAULT_REFUSED, "The glass was broken: acknowledge it with what you found.");
	event.version = ok ? version : 0;
	event.is_mistaken = is_mistaken;
	ok = ok && access_event_save(cw->store, &event, f) &&
	     (!is_mistaken || open_again(cw, event.family_id, &mem, f));
	ok = ok ? work_end(cw, f, is_mistaken ? "relative.mistaken" : "access.acknowledge", SUBJECT_FAMILY,
			   event.family_id, event.family_id, "%s: %s", access_kind_token(event.kind), event.seen_note)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_access_acknowledge(struct casework *cw, int64_t id, int64_t version, const char *note, struct fault *f)
{
	return settle(cw, id, version, note, false, f);
}

bool casework_access_mistaken(struct casework *cw, int64_t id, int64_t version, const char *note, struct fault *f)
{
	return settle(cw, id, version, note, true, f);
}
