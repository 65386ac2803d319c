/* The restricted part of a record, for professionals only: why it was asked for, who was kept apart and why, and where
 * people live. */
#include "record_writing.h"

#include "invitee_words.h"

#include <string.h>

#define KEPT_BACK "kept confidential: ask the social worker"

static void say_reason(struct record_writing *w)
{
	record_begin(w, "restricted.reason", "Why it was asked for, in the words of the request", true);
	record_line(w, "%s", w->facts->conference.reason);
	record_end(w);
}

/* --- Who was kept apart --- */

static void say_exclusion(struct record_writing *w, const struct invitee *one)
{
	const char *who = invitee_who(one, w->mem);

	if (one->exclusion != EXCLUSION_WHOLE && one->exclusion != EXCLUSION_PART)
		return;
	record_gap(w);
	record_line(w, "%s was excluded from %s: %s.", who,
		    one->exclusion == EXCLUSION_WHOLE ? "all of it"
		    : *one->exclusion_part            ? one->exclusion_part
						      : "a part",
		    exclusion_reason_label(one->exclusion_reason));
	if (*one->exclusion_decided_by)
		record_line(w, "Decided by %s on %s; asked by %s.", one->exclusion_decided_by,
			    record_day(w, one->exclusion_decided_on),
			    *one->exclusion_asked_by ? one->exclusion_asked_by : "nobody named");
	record_lead(w, "They were told", one->exclusion_words);
	record_lead(w, "How they gave their views", one->other_way);
}

/* Said at the door, and not before the day. */
static void say_sent_away(struct record_writing *w, const struct invitee *one)
{
	const struct attendance *how = record_attendance(w->facts, one->id);

	if (how && how->state == ATTENDANCE_EXCLUDED && one->exclusion != EXCLUSION_WHOLE)
		record_line(w, "%s was sent away on the day%s%s", invitee_who(one, w->mem), *how->note ? ": " : ".",
			    how->note);
}

static void say_companion(struct record_writing *w, const struct invitee *one)
{
	const struct attendance *how = record_attendance(w->facts, one->id);

	if (record_is_told_apart(w->facts, one))
		record_line(w, "%s: %s.", invitee_who(one, w->mem),
			    attendance_state_label(how ? how->state : ATTENDANCE_NONE));
}

static void say_apart(struct record_writing *w)
{
	char from[8], to[8];

	record_begin(w, "restricted.apart", "Who was kept apart, and why", true);
	for (size_t i = 0; i < w->facts->invitees.count; i++)
		say_exclusion(w, &w->facts->invitees.items[i]);
	for (size_t i = 0; i < w->facts->invitees.count; i++)
		say_sent_away(w, &w->facts->invitees.items[i]);
	if (w->facts->sittings.count)
		record_gap(w);
	for (size_t i = 0; i < w->facts->sittings.count; i++) {
		const struct sitting *one = &w->facts->sittings.items[i];

		record_line(w, "Separate sitting, %s to %s: %s.", date_clock(one->starts, from),
			    date_clock(one->starts + one->minutes, to), *one->who ? one->who : "nobody named");
	}
	for (size_t i = 0; i < w->facts->invitees.count; i++)
		say_companion(w, &w->facts->invitees.items[i]);
	record_end(w);
}

/* --- Where people live --- */

static const char *in_one_line(const struct record_writing *w, const char *lines)
{
	char *line = arena_text(w->mem, lines);

	for (char *at = strchr(line, '\n'); at; at = strchr(at, '\n'))
		*at = ' ';
	return line;
}

/* A home that is kept from anybody stands in no record: a record travels. */
static const char *home_of(struct record_writing *w, const struct member *member)
{
	const char *lines = "";

	if (!w->has_failed && !person_home(w->cw, member->person_id, w->mem, &lines, w->f))
		w->has_failed = true;
	return kept_home_stands_in(&w->facts->kept_homes, lines, "", w->mem) ? KEPT_BACK : in_one_line(w, lines);
}

static const char *birth_of(const struct record_writing *w, const struct person *person)
{
	char day[DATE_TEXT_ROOM];

	if (person->born_on != DAY_NONE)
		return arena_printf(w->mem, ", born %s", date_plain(person->born_on, day));
	return person->expected_on == DAY_NONE
		       ? ""
		       : arena_printf(w->mem, ", expected %s", date_plain(person->expected_on, day));
}

static void say_homes(struct record_writing *w)
{
	record_begin(w, "restricted.homes", "Names, birth dates and addresses", true);
	for (size_t i = 0; i < w->facts->members.count; i++) {
		const struct member *one = &w->facts->members.items[i];
		const char *home = home_of(w, one);

		record_line(w, "- %s, %s%s%s%s", record_full_name(w, &one->person),
			    relationship_label(one->relationship), birth_of(w, &one->person), *home ? ": " : "", home);
	}
	record_end(w);
}

void record_restricted(struct record_writing *w)
{
	say_reason(w);
	say_apart(w);
	say_homes(w);
}
