/* The fields of the booking form, as texts, and what they come to. */
#include "booking_fields.h"
#include "base/text.h"
#include "date_field.h"
#include "domain/clock_entry.h"

#include <stdio.h>
#include <string.h>

static struct date_context day_context(const struct booking_lists *lists)
{
	return (struct date_context){
		.kind = DATE_FIELD_FUTURE,
		.today = lists->today,
		.calendar = lists->calendar,
		.anchors = lists->anchors,
		.anchor_count = lists->anchor_count,
		.label = "Date",
	};
}

static bool day_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct date_context context = day_context(world);

	(void)values;
	return date_field_echo(&context, typed, out, room);
}

static bool day_step(void *world, const void *values, char *typed, size_t room, int by)
{
	struct date_context context = day_context(world);

	(void)values;
	return date_field_step(&context, typed, room, by);
}

static bool day_check(void *world, const void *values, const char *typed, struct fault *f)
{
	struct date_context context = day_context(world);
	struct date_entry entry;

	(void)values;
	return date_entry_parse(&entry, typed, &context, f);
}

static bool starts_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	const struct booking_values *v = values;
	int starts, minutes;
	char from[8], to[8];

	(void)world;
	out[0] = '\0';
	if (!typed[0] || !clock_entry_parse(&starts, typed, "Starts", NULL))
		return false;
	if (!v->length[0] || !length_entry_parse(&minutes, v->length, "Length", NULL))
		snprintf(out, room, "= %s", date_clock(starts, from));
	else
		snprintf(out, room, "= %s to %s", date_clock(starts, from), date_clock((starts + minutes) % 1440, to));
	return true;
}

static bool starts_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minutes;

	(void)world, (void)values;
	return clock_entry_parse(&minutes, typed, "Starts", f);
}

static bool length_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minutes;

	(void)world, (void)values;
	return length_entry_parse(&minutes, typed, "Length", f);
}

/* Every word typed begins some word of the name. */
static bool name_matches(const char *name, const char *typed, struct arena *mem)
{
	const char *folded = text_fold(mem, name);
	char *words = text_fold(mem, typed), *rest = NULL;

	for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		const char *at = folded;
		bool found = false;

		while (at && !found) {
			found = strncmp(at, word, strlen(word)) == 0;
			at = strchr(at, ' ');
			at = at ? at + 1 : NULL;
		}
		if (!found)
			return false;
	}
	return true;
}

static bool suggest_from(const struct resource_list *list, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out)
{
	for (size_t i = 0; i < list->count; i++) {
		struct field_suggestion *item;

		if (!name_matches(list->items[i].name, typed, mem))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		item->value = arena_text(
			mem, list->items[i].name); /* the list may be read again while suggestions are shown */
		item->label = item->value;
		item->detail = arena_text(mem, list->items[i].access);
	}
	return true;
}

static bool suggest_chair(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct booking_lists *lists = world;

	(void)values;
	return suggest_from(lists->knows_free ? &lists->free_chairs : &lists->chairs, typed, mem, out);
}

static bool suggest_room(void *world, const void *values, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out)
{
	const struct booking_lists *lists = world;

	(void)values;
	return suggest_from(lists->knows_free ? &lists->free_rooms : &lists->rooms, typed, mem, out);
}

static bool suggest_minute_taker(void *world, const void *values, const char *typed, struct arena *mem,
				 struct field_suggestion_list *out)
{
	const struct booking_lists *lists = world;

	(void)values;
	return suggest_from(lists->knows_free ? &lists->free_minute_takers : &lists->minute_takers, typed, mem, out);
}

static bool is_late(const void *values)
{
	return ((const struct booking_values *)values)->is_late;
}

static bool is_move(const void *values)
{
	return ((const struct booking_values *)values)->is_move;
}

static bool is_later(const void *values)
{
	return ((const struct booking_values *)values)->is_later;
}

#define VALUE(member) offsetof(struct booking_values, member), sizeof(((struct booking_values *)0)->member)

const struct field booking_fields[BOOKING_FIELD_COUNT] = {
	{.label = "Or type one", .kind = FIELD_HEADING},
	{"day", "Date", "A day: thu, 14 4, +3wd, sd+10wd. F4 shows the month.", NULL, FIELD_DATE, VALUE(day),
	 .required = true, .echo = day_echo, .step = day_step, .check = day_check},
	{"starts", "Starts", "A time: 9:30, 930, 2pm.", NULL, FIELD_TEXT, VALUE(starts), .required = true,
	 .echo = starts_echo, .check = starts_check},
	{"length", "Length", "How long: 1 h 30, 90, 3h. Proposed by type, children, interpreter, sittings.", NULL,
	 FIELD_TEXT, VALUE(length), .required = true, .check = length_check},
	{"chair", "Chair", "First letters of a name, then Down and Enter.", NULL, FIELD_PICK, VALUE(chair),
	 .required = true, .suggest = suggest_chair},
	{"room", "Room", "First letters of a room; leave empty for an outside place.", NULL, FIELD_PICK, VALUE(room),
	 .suggest = suggest_room},
	{"place", "Place", "An outside place or a video link, when it is in no room of ours.", NULL, FIELD_TEXT,
	 VALUE(place), .required = false},
	{"minute_taker", "Minutes", "First letters of the minute-taker.", NULL, FIELD_PICK, VALUE(minute_taker),
	 .suggest = suggest_minute_taker},
	{"late_reason", "Why late", "Why it cannot be inside the limit. Kept with the conference.", NULL, FIELD_LINES,
	 VALUE(late_reason), .required = true, .rows = 2, .shown = is_late},
	{"late_agreed_by", "Agreed by", "Which manager and chair agreed, and when.", NULL, FIELD_TEXT,
	 VALUE(late_agreed_by), .required = true, .shown = is_late},
	{"reason", "Why moved", "Why it is moved. Kept in its history.", NULL, FIELD_LINES, VALUE(reason),
	 .required = true, .rows = 2, .shown = is_move},
	{"interim_plan", "Until then", "What keeps the children safe until then. Colleagues read it in their letter.",
	 NULL, FIELD_LINES, VALUE(interim_plan), .required = true, .rows = 2, .shown = is_later},
	{"agreed_by", "Agreed by", "Who agreed to the move.", NULL, FIELD_TEXT, VALUE(agreed_by), .required = true,
	 .shown = is_move},
	{.label = "", .kind = FIELD_HEADING},
};

static const char *name_of(const struct resource_list *list, int64_t id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return list->items[i].name;
	return "";
}

void booking_values_from_slot(struct booking_values *values, const struct slot *slot, const struct booking_lists *lists)
{
	char text[DATE_TEXT_ROOM], clock[8], words[LENGTH_WORDS_ROOM];

	snprintf(values->day, sizeof values->day, "%s", slot->day == DAY_NONE ? "" : date_plain(slot->day, text));
	snprintf(values->starts, sizeof values->starts, "%s", slot->starts < 0 ? "" : date_clock(slot->starts, clock));
	snprintf(values->length, sizeof values->length, "%s",
		 slot->minutes < 0 ? "" : length_words(slot->minutes, words));
	snprintf(values->chair, sizeof values->chair, "%s", name_of(&lists->chairs, slot->chair_id));
	snprintf(values->room, sizeof values->room, "%s", name_of(&lists->rooms, slot->room_id));
	snprintf(values->place, sizeof values->place, "%s", slot->place ? slot->place : "");
	snprintf(values->minute_taker, sizeof values->minute_taker, "%s",
		 name_of(&lists->minute_takers, slot->minute_taker_id));
}

void booking_values_late(struct booking_values *values, const struct conference *kept)
{
	snprintf(values->late_reason, sizeof values->late_reason, "%s", kept->late_reason);
	snprintf(values->late_agreed_by, sizeof values->late_agreed_by, "%s", kept->late_agreed_by);
}

bool booking_values_time(const struct booking_values *values, const struct booking_lists *lists, struct slot *out)
{
	*out = (struct slot){.day = booking_values_day(values, lists), .place = ""};
	return out->day != DAY_NONE && clock_entry_parse(&out->starts, values->starts, "Starts", NULL) &&
	       length_entry_parse(&out->minutes, values->length, "Length", NULL);
}

static void fill_empty(char *value, size_t room, const struct resource_list *best)
{
	if (!value[0] && best->count)
		snprintf(value, room, "%s", best->items[0].name);
}

void booking_values_fill(struct booking_values *values, const struct booking_lists *lists)
{
	if (!lists->knows_free)
		return;
	fill_empty(values->chair, sizeof values->chair, &lists->free_chairs);
	if (!values->place[0])
		fill_empty(values->room, sizeof values->room, &lists->free_rooms);
	fill_empty(values->minute_taker, sizeof values->minute_taker, &lists->free_minute_takers);
}

day_number booking_values_day(const struct booking_values *values, const struct booking_lists *lists)
{
	struct date_context context = day_context(lists);
	struct date_entry entry;

	return date_entry_parse(&entry, values->day, &context, NULL) ? entry.day : DAY_NONE;
}

/* The one resource meant by a name: exactly it, or the only one it can be. */
static bool resource_named(const struct resource_list *list, const char *name, const char *field, const char *when_none,
			   int64_t *out, struct fault *f)
{
	struct arena mem = {0};
	int64_t found = 0;
	int matches = 0;

	*out = 0;
	if (!name[0])
		return true;
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->items[i].name, name) == 0) {
			found = list->items[i].id;
			matches = 1;
			break;
		}
		if (name_matches(list->items[i].name, name, &mem)) {
			found = list->items[i].id;
			matches++;
		}
	}
	arena_finish(&mem);
	*out = found;
	if (matches == 1)
		return true;
	return fault_field(f, field, "%s",
			   matches       ? "More than one is called that. Choose one from the list."
			   : list->count ? "Nobody and nothing on the list is called that. Choose one from the list."
					 : when_none);
}

static const char no_chair[] =
	"No chair is known yet. Whoever keeps the settings names the chairs in authority.yaml, or "
	"imports them with the contacts.";

const char *booking_lists_lack(const struct booking_lists *lists)
{
	if (!lists->chairs.count)
		return no_chair;
	return lists->rooms.count
		       ? NULL
		       : "No room is known yet, so no slot can be proposed. Type one below, with the place, or "
			 "have the rooms named in authority.yaml.";
}

bool booking_values_parse(const struct booking_values *values, const struct booking_lists *lists, struct booking *out,
			  struct fault *f)
{
	struct date_context context = day_context(lists);
	struct date_entry entry;

	if (!date_entry_parse(&entry, values->day, &context, f) ||
	    !clock_entry_parse(&out->slot.starts, values->starts, "Starts", f) ||
	    !length_entry_parse(&out->slot.minutes, values->length, "Length", f) ||
	    !resource_named(&lists->chairs, values->chair, "chair", no_chair, &out->slot.chair_id, f) ||
	    !resource_named(&lists->rooms, values->room, "room",
			    "No room is known yet: leave this empty, and say below where it is held.",
			    &out->slot.room_id, f) ||
	    !resource_named(&lists->minute_takers, values->minute_taker, "minute_taker",
			    "No minute-taker is known yet: leave this empty.", &out->slot.minute_taker_id, f))
		return false;
	out->slot.day = entry.day;
	out->slot.place = values->place;
	out->late_reason = values->late_reason;
	out->late_agreed_by = values->late_agreed_by;
	out->reason = values->reason;
	out->agreed_by = values->agreed_by;
	out->interim_plan = values->is_later ? values->interim_plan : "";
	return true;
}
