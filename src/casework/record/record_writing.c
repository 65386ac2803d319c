/* Putting a record together section by section, and what its parts ask of the facts. */
#include "record_writing.h"

#include "invitee_apart.h"
#include "invitee_words.h"
#include "outlook.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- Sections --- */

void record_begin(struct record_writing *w, const char *key, const char *heading, bool is_restricted)
{
	w->open = (struct record_section){
		.position = ++w->place + (is_restricted ? RECORD_RESTRICTED_FROM : 0),
		.key = key,
		.heading = heading,
		.text = "",
		.by_user = "",
		.is_restricted = is_restricted,
	};
	w->text = NULL;
	w->bytes = w->room = 0;
}

void record_end(struct record_writing *w)
{
	struct record_section *one;

	while (w->bytes && w->text[w->bytes - 1] == '\n')
		w->text[--w->bytes] = '\0';
	one = w->bytes ? ARENA_PUSH(w->mem, &w->sections) : NULL;
	if (!one)
		return;
	*one = w->open;
	one->text = w->text;
}

bool record_speaks_of(const struct record_writing *w, int64_t child)
{
	if (w->of == RECORD_OF_ANY)
		return true;
	return w->of == RECORD_OF_ALL ? child == 0 : child == w->of;
}

void record_of_no_child(struct record_writing *w)
{
	w->open.is_of_no_child = true;
}

void record_of_each(struct record_writing *w, const char *key, const char *heading,
		    void (*say)(struct record_writing *w))
{
	const struct person_list *children = &w->facts->children.all;

	w->of = w->facts->is_divided ? RECORD_OF_ALL : RECORD_OF_ANY;
	record_begin(w, key, heading, false);
	say(w);
	record_end(w);
	for (size_t i = 0; w->facts->is_divided && i < children->count; i++) {
		const struct person *child = &children->items[i];

		w->of = child->id;
		record_begin(w, arena_printf(w->mem, "%s.%lld", key, (long long)child->id),
			     arena_printf(w->mem, "%s: %s", heading, record_full_name(w, child)), false);
		w->open.person_id = child->id;
		say(w);
		record_end(w);
	}
	w->of = RECORD_OF_ANY;
}

/* Forty pages grow by doubling: a copy for every line would cost the square of them. */
static bool make_room(struct record_writing *w, size_t more)
{
	size_t room = w->room ? w->room : 512;
	char *wider;

	if (w->bytes + more < w->room)
		return true;
	while (room <= w->bytes + more)
		room *= 2;
	wider = arena_alloc(w->mem, room);
	if (!wider)
		return false;
	if (w->bytes)
		memcpy(wider, w->text, w->bytes);
	w->text = wider;
	w->room = room;
	return true;
}

static void add(struct record_writing *w, const char *text, size_t bytes)
{
	if (!make_room(w, bytes + 1))
		return;
	memcpy(w->text + w->bytes, text, bytes);
	w->bytes += bytes;
	w->text[w->bytes] = '\0';
}

void record_line(struct record_writing *w, const char *format, ...)
{
	va_list arguments;
	int bytes;

	va_start(arguments, format);
	bytes = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (bytes <= 0 || !make_room(w, (size_t)bytes + 2))
		return;
	va_start(arguments, format);
	vsnprintf(w->text + w->bytes, (size_t)bytes + 1, format, arguments);
	va_end(arguments);
	w->bytes += (size_t)bytes;
	add(w, "\n", 1);
}

void record_lead(struct record_writing *w, const char *lead, const char *text)
{
	if (text && *text)
		record_line(w, "%s: %s", lead, text);
}

void record_gap(struct record_writing *w)
{
	if (w->bytes && !(w->bytes > 1 && w->text[w->bytes - 2] == '\n'))
		add(w, "\n", 1);
}

/* --- Asked of the facts --- */

const struct invitee *record_invitee(const struct record_facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->invitees.count; i++)
		if (facts->invitees.items[i].id == id)
			return &facts->invitees.items[i];
	return NULL;
}

const struct attendance *record_attendance(const struct record_facts *facts, int64_t invitee)
{
	for (size_t i = 0; i < facts->live.attendances.count; i++)
		if (facts->live.attendances.items[i].invitee_id == invitee)
			return &facts->live.attendances.items[i];
	return NULL;
}

const struct child_decision *record_decision(const struct record_facts *facts, int64_t child)
{
	for (size_t i = 0; i < facts->live.decisions.count; i++)
		if (facts->live.decisions.items[i].person_id == child)
			return &facts->live.decisions.items[i];
	return NULL;
}

bool record_may_be_quoted(const struct record_facts *facts, const struct invitee *invitee)
{
	if (agency_is_police(invitee->quorum_group, invitee->shown_agency))
		return false;
	for (size_t i = 0; i < facts->reports.count; i++)
		if (facts->reports.items[i].invitee_id == invitee->id &&
		    !report_may_go_to_family(&facts->reports.items[i]))
			return false;
	return true;
}

bool record_is_told_apart(const struct record_facts *facts, const struct invitee *invitee)
{
	return invitee->capacity != CAPACITY_FAMILY && invitee->capacity != CAPACITY_CHILD &&
	       invitee->capacity != CAPACITY_PROFESSIONAL && invitee_is_apart(&facts->invitees, invitee);
}

const char *record_who(const struct record_writing *w, const struct invitee *invitee)
{
	if (w->facts->is_divided && invitee->capacity == CAPACITY_CHILD && invitee->person_id != w->of)
		return "a child of the family";
	if (!invitee_is_apart(&w->facts->invitees, invitee))
		return invitee_who(invitee, w->mem);
	if (invitee->capacity == CAPACITY_FAMILY)
		return relationship_label(invitee->relationship);
	return *invitee->shown_role ? invitee->shown_role : arena_text(w->mem, capacity_label(invitee->capacity));
}

const char *record_full_name(const struct record_writing *w, const struct person *person)
{
	char name[NAME_ROOM];

	return arena_text(w->mem, person_full_name(person, name));
}

const char *record_day(const struct record_writing *w, day_number day)
{
	char words[DATE_TEXT_ROOM];

	return arena_text(w->mem, date_long(day, words));
}
