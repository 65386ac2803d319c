/* The authority's own rooms, chairs, minute-takers, hours and closure days, from authority.yaml. */
#include "fields.h"
#include "files.h"

#include "base/text.h"

#include <string.h>

enum { NAME_MOST = 80, ADDRESS_MOST = 160, CLOSURE_DAYS_MOST = 31, ANY_WEEKDAY = 0x7F };

struct closures {
	struct holiday *items;
	size_t count, room;
};

#define RESOURCE(name, field_kind, member)                                                                             \
	{                                                                                                              \
		.key = (name), .kind = (field_kind), .offset = offsetof(struct settings_resource, member),             \
		.most = NAME_MOST                                                                                      \
	}
#define RESOURCE_NAME                                                                                                  \
	{                                                                                                              \
		.key = "name", .kind = FIELD_TEXT, .offset = offsetof(struct settings_resource, name),                 \
		.required = true, .most = NAME_MOST                                                                    \
	}

static const struct field person_fields[] = {
	RESOURCE_NAME,
	RESOURCE("login", FIELD_TEXT, login),
	RESOURCE("weekdays", FIELD_WEEKDAYS, weekdays),
};

static const struct field room_fields[] = {
	RESOURCE_NAME,
	RESOURCE("video", FIELD_YES_NO, is_video),
	RESOURCE("access", FIELD_TEXT, access),
	{.key = "address",
	 .kind = FIELD_TEXT,
	 .offset = offsetof(struct settings_resource, address),
	 .most = ADDRESS_MOST},
	RESOURCE("weekdays", FIELD_WEEKDAYS, weekdays),
};

/* Two rooms of one name could be booked over one another, so names are compared as a person reads them. */
static bool is_named_already(const struct settings_resource_list *list, struct arena *mem)
{
	const char *last = text_fold(mem, list->items[list->count - 1].name);

	for (size_t i = 0; i + 1 < list->count; i++)
		if (strcmp(text_fold(mem, list->items[i].name), last) == 0)
			return true;
	return false;
}

static bool read_resources(struct settings_resource_list *out, const struct yaml_node *list, const struct field *fields,
			   size_t field_count, struct arena *mem, struct fault *f)
{
	*out = (struct settings_resource_list){0};
	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		struct settings_resource *resource = ARENA_PUSH(mem, out);

		if (!resource)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the list of %s.", list->key);
		*resource = (struct settings_resource){
			.login = "", .access = "", .address = "", .weekdays = ANY_WEEKDAY};
		if (!fields_read(item, fields, field_count, resource, mem, f))
			return false;
		if (is_named_already(out, mem))
			return yaml_refuse(item, f, "\"%s\" is listed twice under \"%s\"; give each its own name.",
					   resource->name, list->key);
	}
	return true;
}

struct closure_entry {
	day_number day, from, until;
	const char *name;
};

static bool push_closure(struct closures *out, struct closure_entry entry, const struct yaml_node *item,
			 struct arena *mem, struct fault *f)
{
	bool one_day = entry.day != DAY_NONE && entry.from == DAY_NONE && entry.until == DAY_NONE;
	bool range = entry.day == DAY_NONE && entry.from != DAY_NONE && entry.until != DAY_NONE;

	if (!one_day && !range)
		return yaml_refuse(item, f, "a closure wants \"day\", or \"from\" and \"until\".");
	if (one_day)
		entry.from = entry.until = entry.day;
	if (entry.until < entry.from)
		return yaml_refuse(item, f, "\"until\" lies before \"from\".");
	if (entry.until - entry.from >= CLOSURE_DAYS_MOST)
		return yaml_refuse(item, f, "a closure is at most %d days long.", CLOSURE_DAYS_MOST);
	for (day_number day = entry.from; day <= entry.until; day++) {
		struct holiday *closure = ARENA_PUSH(mem, out);
		if (!closure)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the closure days.");
		*closure = (struct holiday){day, entry.name};
	}
	return true;
}

static bool read_closures(struct settings *into, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	static const struct field fields[] = {
		{.key = "day", .kind = FIELD_DAY, .offset = offsetof(struct closure_entry, day)},
		{.key = "from", .kind = FIELD_DAY, .offset = offsetof(struct closure_entry, from)},
		{.key = "until", .kind = FIELD_DAY, .offset = offsetof(struct closure_entry, until)},
		{.key = "name",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct closure_entry, name),
		 .required = true,
		 .most = NAME_MOST},
	};
	struct closures closures = {0};

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		struct closure_entry entry = {DAY_NONE, DAY_NONE, DAY_NONE, ""};

		if (!fields_read(item, fields, sizeof fields / sizeof *fields, &entry, mem, f) ||
		    !push_closure(&closures, entry, item, mem, f))
			return false;
	}
	if (list && !holiday_list_sort(closures.items, closures.count, list, f))
		return false;
	into->calendar.closures = (struct holiday_list){closures.items, closures.count};
	return true;
}

static bool read_hours(struct settings *into, const struct yaml_node *hours, struct arena *mem, struct fault *f)
{
	static const struct field fields[] = {
		{.key = "start",
		 .kind = FIELD_CLOCK,
		 .offset = offsetof(struct settings, day_starts),
		 .required = true},
		{.key = "end", .kind = FIELD_CLOCK, .offset = offsetof(struct settings, day_ends), .required = true},
	};

	if (!fields_read(hours, fields, sizeof fields / sizeof *fields, into, mem, f))
		return false;
	if (into->day_ends <= into->day_starts)
		return yaml_refuse(yaml_find(hours, "end"), f, "the day ends before it starts.");
	return true;
}

bool authority_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f)
{
	struct record {
		const struct yaml_node *hours, *chairs, *rooms, *minute_takers, *closure_days, *office, *mail, *print,
			*backup;
		int slot_step;
	} record = {0};
#define MEMBER(name, field_kind, needed)                                                                               \
	{                                                                                                              \
		.key = #name, .kind = (field_kind), .offset = offsetof(struct record, name), .required = (needed)      \
	}
	static const struct field fields[] = {
		MEMBER(hours, FIELD_MAP, true),
		{.key = "slot_step",
		 .kind = FIELD_WHOLE,
		 .offset = offsetof(struct record, slot_step),
		 .required = true,
		 .least = 5,
		 .most = 240},
		MEMBER(chairs, FIELD_LIST, true),
		MEMBER(rooms, FIELD_LIST, true),
		MEMBER(minute_takers, FIELD_LIST, true),
		MEMBER(closure_days, FIELD_LIST, false),
		MEMBER(office, FIELD_MAP, false),
		MEMBER(mail, FIELD_MAP, false),
		MEMBER(print, FIELD_MAP, false),
		MEMBER(backup, FIELD_MAP, false),
	};
#undef MEMBER
	const size_t person_count = sizeof person_fields / sizeof *person_fields;
	const size_t room_count = sizeof room_fields / sizeof *room_fields;

	if (!fields_read(root, fields, sizeof fields / sizeof *fields, &record, mem, f))
		return false;
	into->slot_step = record.slot_step;
	return read_hours(into, record.hours, mem, f) &&
	       read_resources(&into->chairs, record.chairs, person_fields, person_count, mem, f) &&
	       read_resources(&into->rooms, record.rooms, room_fields, room_count, mem, f) &&
	       read_resources(&into->minute_takers, record.minute_takers, person_fields, person_count, mem, f) &&
	       read_closures(into, record.closure_days, mem, f) && office_read(into, record.office, mem, f) &&
	       mail_read(into, record.mail, mem, f) && print_read(into, record.print, mem, f) &&
	       backup_read(into, record.backup, mem, f);
}
