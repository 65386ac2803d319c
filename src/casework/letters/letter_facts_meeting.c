/* When and where, as far as a reader may know: the reader's own sitting and no other. */
#include "letter_facts_inside.h"

#include "deadline_keeping.h"
#include "letter_reader.h"
#include "store/directory_store.h"

#include <string.h>

/* A link is a place that nobody can walk to. */
static bool is_link(const char *place)
{
	return strstr(place, "://") != NULL;
}

static const char *in_one_line(const char *lines, struct arena *mem)
{
	const char *words = "";

	while (*lines) {
		size_t bytes = strcspn(lines, "\n");

		if (bytes)
			words = arena_printf(mem, "%s%s%.*s", words, *words ? ", " : "", (int)bytes, lines);
		lines += bytes + (lines[bytes] == '\n');
	}
	return words;
}

static bool room_is_video(struct facts_work *w, bool *out)
{
	struct resource_list rooms;

	*out = false;
	if (!w->conference->room_id)
		return true;
	if (!resources_of_kind(w->cw->store, RESOURCE_ROOM, w->mem, &rooms, w->f))
		return false;
	for (size_t i = 0; i < rooms.count; i++)
		if (rooms.items[i].id == w->conference->room_id)
			*out = rooms.items[i].is_video;
	return true;
}

/* Rooms are named by the settings; one without an address of its own is at the office. */
static const char *address_of_room(const struct facts_work *w)
{
	const struct settings *settings = casework_settings(w->cw);
	const char *office = settings->office.address ? settings->office.address : "";

	for (size_t i = 0; i < settings->rooms.count; i++)
		if (strcmp(settings->rooms.items[i].name, w->conference->room) == 0)
			return *settings->rooms.items[i].address ? settings->rooms.items[i].address
								 : in_one_line(office, w->mem);
	return "";
}

static bool say_place(struct facts_work *w)
{
	const struct conference *c = w->conference;
	const char *address;
	bool is_video;

	if (!room_is_video(w, &is_video))
		return false;
	if (is_video || is_link(c->place)) {
		facts_say(w, LETTER_FIELD_CONFERENCE_LINK, *c->place ? c->place : "a link follows");
		return true;
	}
	address = *c->place ? "" : address_of_room(w);
	facts_say(w, LETTER_FIELD_CONFERENCE_PLACE,
		  *c->place ? c->place
			    : arena_printf(w->mem, "%s%s%s", c->room, *c->room && *address ? ", " : "", address));
	return true;
}

/* From the start of the reader's sitting to its end. Who comes to all of it comes when the conference starts and is
 * free when the last sitting ends: the room is often booked for longer. */
static void own_time(const struct facts_work *w, int *starts, int *minutes)
{
	const struct sitting *last = w->sittings.count ? &w->sittings.items[w->sittings.count - 1] : NULL;

	*starts = w->conference->starts;
	*minutes = last ? last->starts + last->minutes - *starts : w->conference->minutes;
	for (size_t i = 0; w->sitting && i < w->sittings.count; i++) {
		if (w->sittings.items[i].position != w->sitting)
			continue;
		*starts = w->sittings.items[i].starts;
		*minutes = w->sittings.items[i].minutes;
	}
}

/* The chair meets the family before the start, and whoever interprets for one of them is needed by then. */
static bool comes_early(const struct facts_work *w)
{
	return w->sight->meets_chair || (w->reader->capacity == CAPACITY_INTERPRETER && w->principal &&
					 !letter_reader_is_colleague(w->principal));
}

static void say_time(struct facts_work *w)
{
	int early = casework_policy(w->cw)->family_premeet_minutes, starts, minutes;

	own_time(w, &starts, &minutes);
	if (starts < 0)
		return;
	facts_say_clock(w, LETTER_FIELD_CONFERENCE_TIME, starts);
	if (minutes > 0)
		facts_say_clock(w, LETTER_FIELD_CONFERENCE_ENDS, starts + minutes);
	if (!comes_early(w) || early <= 0 || starts < early)
		return;
	facts_say_clock(w, LETTER_FIELD_CONFERENCE_ARRIVE, starts - early);
	facts_say(w, LETTER_FIELD_CONFERENCE_ARRIVE_EARLY, arena_printf(w->mem, "%d", early));
}

/* Who comes when is for colleagues who come to all of it. */
static bool say_parts(struct facts_work *w)
{
	char from[8], to[8];

	if (!w->sight->case_details || w->sitting || w->sittings.count < 2)
		return true;
	for (size_t i = 0; i < w->sittings.count; i++) {
		const struct sitting *sitting = &w->sittings.items[i];
		struct letter_row *row = facts_row(w, LETTER_LIST_PARTS);

		if (!row)
			return false;
		row->fields[LETTER_FIELD_PART_TIME] = arena_printf(w->mem, "%s to %s",
								   date_clock(sitting->starts, from),
								   date_clock(sitting->starts + sitting->minutes, to));
		row->fields[LETTER_FIELD_PART_WHO] = sitting->who;
	}
	return true;
}

/* A day that has gone by cannot be asked for: then as soon as can be, which the letter says itself. */
static void say_reply_day(struct facts_work *w)
{
	day_number by = deadline_compute(casework_policy(w->cw), casework_calendar(w->cw), RULE_REPLIES,
					 w->conference->held_on)
				.due;

	if (by != DAY_NONE && by > casework_today(w->cw))
		facts_say_day(w, LETTER_FIELD_REPLY_BY, by);
}

/* The day they were told before. The row knows the time of the whole conference: who comes to one sitting only is not
 * told that. */
static void say_what_was_told(struct facts_work *w)
{
	facts_say_day(w, LETTER_FIELD_WAS_DAY, w->reader->told_day);
	if (!w->sitting)
		facts_say_clock(w, LETTER_FIELD_WAS_TIME, w->reader->told_starts);
}

bool facts_of_meeting(struct facts_work *w)
{
	say_what_was_told(w);
	if (w->conference->held_on == DAY_NONE)
		return true;
	facts_say_day(w, LETTER_FIELD_CONFERENCE_DAY, w->conference->held_on);
	say_reply_day(w);
	if (w->is_kept_away || w->sight->day_only)
		return true;
	/* Paper for the room tells nobody when others come. */
	if (!w->is_for_room || w->sittings.count < 2)
		say_time(w);
	return say_place(w) && say_parts(w);
}
