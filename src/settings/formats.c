/* The headings under which a conference is noted, from formats/<format>.yaml. */
#include "fields.h"
#include "files.h"

#include <string.h>

enum { KEY_MOST = 40, HEADING_MOST = 80, HINTS_MOST = 6, HINT_MOST = 120, HEADINGS_MOST = 20 };

enum { OF_FAMILY, OF_CHILD };
static const char *const whose[] = {[OF_FAMILY] = "family", [OF_CHILD] = "child", NULL};

static const char *const tokens[] = {
#define X(id, token, label, file) token,
	NOTE_FORMATS(X)
#undef X
		NULL,
};

struct heading_entry {
	struct settings_heading heading;
	int of;
	const struct yaml_node *hints;
};

static bool read_hints(const char **out, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	const char *lines = "";
	int count = 0;

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		if (item->kind != NODE_TEXT || !*item->text || strchr(item->text, '\n') ||
		    strlen(item->text) > HINT_MOST)
			return yaml_refuse(item, f, "a hint is one line of at most %d letters.", HINT_MOST);
		if (++count > HINTS_MOST)
			return yaml_refuse(item, f, "a heading has at most %d hints.", HINTS_MOST);
		lines = arena_printf(mem, "%s%s%s", lines, *lines ? "\n" : "", item->text);
	}
	*out = lines;
	return true;
}

static bool is_key(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(text);
}

static bool read_heading(struct settings_heading *out, const struct yaml_node *item, struct arena *mem, struct fault *f)
{
	struct heading_entry entry = {.heading = {.key = "", .heading = "", .hints = ""}, .of = OF_FAMILY};
	static const struct field fields[] = {
		{.key = "key",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct heading_entry, heading.key),
		 .required = true,
		 .most = KEY_MOST},
		{.key = "heading",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct heading_entry, heading.heading),
		 .required = true,
		 .most = HEADING_MOST},
		{.key = "of",
		 .kind = FIELD_CHOICE,
		 .offset = offsetof(struct heading_entry, of),
		 .required = true,
		 .choices = whose},
		{.key = "hints", .kind = FIELD_LIST, .offset = offsetof(struct heading_entry, hints)},
	};

	if (!fields_read(item, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	if (!is_key(entry.heading.key))
		return yaml_refuse(yaml_find(item, "key"), f,
				   "a key is written in small letters, digits and underscores.");
	entry.heading.is_of_child = entry.of == OF_CHILD;
	*out = entry.heading;
	return read_hints(&out->hints, entry.hints, mem, f);
}

static bool read_headings(struct settings_format *out, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	for (const struct yaml_node *item = list->first; item; item = item->next) {
		struct settings_heading heading, *kept;

		if (!read_heading(&heading, item, mem, f))
			return false;
		if (settings_heading_find(out, heading.key))
			return yaml_refuse(yaml_find(item, "key"), f, "the key \"%s\" is there twice.", heading.key);
		if (out->headings.count == HEADINGS_MOST)
			return yaml_refuse(item, f, "a format has at most %d headings.", HEADINGS_MOST);
		kept = ARENA_PUSH(mem, &out->headings);
		if (!kept)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the headings.");
		*kept = heading;
	}
	return out->headings.count > 0 || yaml_refuse_key(list, f, "a format needs one heading at least.");
}

/* A file taken over later replaces the one before. */
static struct settings_format *place_for(struct settings *into, enum note_format format, struct arena *mem)
{
	for (size_t i = 0; i < into->formats.count; i++)
		if (into->formats.items[i].format == format)
			return &into->formats.items[i];
	return ARENA_PUSH(mem, &into->formats);
}

bool format_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f)
{
	struct record {
		int format;
		const char *label, *source;
		const struct yaml_node *headings;
	} record = {0};
	static const struct field fields[] = {
		{.key = "format",
		 .kind = FIELD_CHOICE,
		 .offset = offsetof(struct record, format),
		 .required = true,
		 .choices = tokens},
		{.key = "label",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct record, label),
		 .required = true,
		 .most = HEADING_MOST},
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct record, source), .required = true},
		{.key = "headings", .kind = FIELD_LIST, .offset = offsetof(struct record, headings), .required = true},
	};
	struct settings_format format = {0}, *place;

	if (!fields_read(root, fields, sizeof fields / sizeof *fields, &record, mem, f))
		return false;
	format = (struct settings_format){
		.format = (enum note_format)record.format, .label = record.label, .source = record.source};
	if (!read_headings(&format, record.headings, mem, f))
		return false;
	place = place_for(into, format.format, mem);
	if (!place)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for the formats.");
	*place = format;
	return true;
}

const struct settings_format *settings_format_find(const struct settings *settings, const char *token)
{
	enum note_format wanted;

	if (!note_format_from_token(token, &wanted))
		return NULL;
	for (size_t i = 0; i < settings->formats.count; i++)
		if (settings->formats.items[i].format == wanted)
			return &settings->formats.items[i];
	return NULL;
}

const struct settings_heading *settings_heading_find(const struct settings_format *format, const char *key)
{
	for (size_t i = 0; i < format->headings.count; i++)
		if (strcmp(format->headings.items[i].key, key) == 0)
			return &format->headings.items[i];
	return NULL;
}
