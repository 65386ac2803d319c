/* libyaml's events to a checked tree. */
#include "yaml_map.h"
#include "yaml_library.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One map or list that is being read. */
struct open_node {
	struct yaml_node *node;
	struct yaml_node *last;
	const char *key; /* read, and waiting for its value */
	int key_line, key_column;
};

struct reading {
	const char *file;
	struct yaml_limits limits;
	struct arena *mem;
	struct fault *f;
	struct yaml_node *root;
	struct open_node open[YAML_DEPTH_MOST];
	int depth, nodes, documents;
};

__attribute__((format(printf, 5, 0))) static bool refuse_at(const char *file, int line, int column, struct fault *f,
							    const char *format, va_list args)
{
	char sentence[FAULT_MESSAGE_ROOM];

	vsnprintf(sentence, sizeof sentence, format, args);
	return fault_set(f, FAULT_REFUSED, "%s:%d:%d: %s", file, line, column, sentence);
}

bool yaml_refuse(const struct yaml_node *at, struct fault *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	refuse_at(at->file, at->line, at->column, f, format, args);
	va_end(args);
	return false;
}

bool yaml_refuse_key(const struct yaml_node *at, struct fault *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (at->key)
		refuse_at(at->file, at->key_line, at->key_column, f, format, args);
	else
		refuse_at(at->file, at->line, at->column, f, format, args);
	va_end(args);
	return false;
}

__attribute__((format(printf, 3, 4))) static bool refuse_mark(const struct reading *r, yaml_mark_t mark,
							      const char *format, ...)
{
	va_list args;

	va_start(args, format);
	refuse_at(r->file, (int)mark.line + 1, (int)mark.column + 1, r->f, format, args);
	va_end(args);
	return false;
}

int yaml_quotable(const char *text)
{
	size_t bytes = text_clip(text, 40), fit = 0;
	uint32_t code;

	for (size_t length;
	     fit < bytes && (length = text_decode(text + fit, &code)) > 0 && code != '\n' && fit + length <= 80;)
		fit += length;
	return (int)fit;
}

static const char *unwanted(uint32_t code, unsigned char first_byte)
{
	if (code == '\n' || code == '\r')
		return NULL;
	if (code == '\t')
		return "there is a tab; use blanks instead";
	if (code == 0xFFFD && first_byte != 0xEF)
		return "this is not UTF-8 text; save the file as UTF-8";
	return text_is_safe(code) ? NULL : "there is a character that cannot be seen; delete it";
}

/* libyaml lets tabs and direction marks through in places, and names a broken byte by its offset only. */
static bool check_characters(struct reading *r, const char *text, size_t bytes)
{
	yaml_mark_t mark = {0};

	for (size_t at = 0; at < bytes;) {
		uint32_t code = 0;
		size_t length = text_decode(text + at, &code);
		const char *why = length ? unwanted(code, (unsigned char)text[at]) : unwanted(0, 0);

		if (why)
			return refuse_mark(r, mark, "%s.", why);
		at += length;
		mark.column++;
		if (code == '\n' || (code == '\r' && text[at] != '\n')) {
			mark.line++;
			mark.column = 0;
		}
	}
	return true;
}

/* The characters of the file are checked already; these come from escapes in double quotes: "\0", "\e". */
static bool check_escapes(struct reading *r, const yaml_event_t *event, bool is_key)
{
	const char *at = (const char *)event->data.scalar.value;

	if (strlen(at) != event->data.scalar.length)
		return refuse_mark(r, event->start_mark, "there is a character that cannot be seen; delete it.");
	while (*at) {
		uint32_t code;

		at += text_decode(at, &code);
		if (code == '\n' && is_key)
			return refuse_mark(r, event->start_mark, "a key must stand on one line.");
		if (code != '\n' && !text_is_safe(code))
			return refuse_mark(r, event->start_mark,
					   "there is a character that cannot be seen; delete it.");
	}
	return true;
}

static bool check_key(struct reading *r, const struct open_node *in, const char *key, yaml_mark_t mark)
{
	if (!*key)
		return refuse_mark(r, mark, "a key is missing before the colon.");
	if (strcmp(key, "<<") == 0)
		return refuse_mark(r, mark, "merge keys (<<) are not understood here; write the keys out.");
	if (yaml_find(in->node, key))
		return refuse_mark(r, mark, "\"%.*s\" is written twice; it stands first in line %d.",
				   yaml_quotable(key), key, yaml_find(in->node, key)->key_line);
	return true;
}

static bool take_key(struct reading *r, struct open_node *in, const yaml_event_t *event)
{
	const char *key;

	if (event->type != YAML_SCALAR_EVENT)
		return refuse_mark(r, event->start_mark, "a key must be one word, not a list or a map.");
	key = arena_text(r->mem, (const char *)event->data.scalar.value);
	if (!check_escapes(r, event, true) || !check_key(r, in, key, event->start_mark))
		return false;
	in->key = key;
	in->key_line = (int)event->start_mark.line + 1;
	in->key_column = (int)event->start_mark.column + 1;
	return true;
}

static struct yaml_node *add_node(struct reading *r, const yaml_event_t *event, enum node_kind kind)
{
	struct open_node *in = r->depth ? &r->open[r->depth - 1] : NULL;
	struct yaml_node *node = arena_alloc(r->mem, sizeof *node);

	if (!node) {
		fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read %s.", r->file);
		return NULL;
	}
	node->kind = kind;
	node->file = r->file;
	node->line = (int)event->start_mark.line + 1;
	node->column = (int)event->start_mark.column + 1;
	if (!in) {
		r->root = node;
		return node;
	}
	node->key = in->key;
	node->key_line = in->key_line;
	node->key_column = in->key_column;
	in->key = NULL;
	if (in->last)
		in->last->next = node;
	else
		in->node->first = node;
	in->last = node;
	return node;
}

static bool open_node(struct reading *r, const yaml_event_t *event, enum node_kind kind)
{
	struct yaml_node *node;

	if (r->depth == YAML_DEPTH_MOST)
		return refuse_mark(r, event->start_mark, "lists and maps stand in one another more than %d deep.",
				   YAML_DEPTH_MOST);
	node = add_node(r, event, kind);
	if (!node)
		return false;
	r->open[r->depth++] = (struct open_node){.node = node};
	return true;
}

static bool add_text(struct reading *r, const yaml_event_t *event)
{
	struct yaml_node *node = check_escapes(r, event, false) ? add_node(r, event, NODE_TEXT) : NULL;

	if (!node)
		return false;
	node->text = arena_text(r->mem, (const char *)event->data.scalar.value);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return true;
}

static const yaml_char_t *anchor_of(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT: return event->data.scalar.anchor;
	case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.anchor;
	case YAML_MAPPING_START_EVENT: return event->data.mapping_start.anchor;
	default: return NULL;
	}
}

static const yaml_char_t *tag_of(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT: return event->data.scalar.tag;
	case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.tag;
	case YAML_MAPPING_START_EVENT: return event->data.mapping_start.tag;
	default: return NULL;
	}
}

static bool take_node(struct reading *r, const yaml_event_t *event)
{
	struct open_node *in = r->depth ? &r->open[r->depth - 1] : NULL;

	if (anchor_of(event))
		return refuse_mark(r, event->start_mark, "anchors (&) are not understood here; write the value out.");
	if (tag_of(event))
		return refuse_mark(r, event->start_mark, "tags (!) are not understood here; leave it out.");
	if (++r->nodes > r->limits.nodes)
		return refuse_mark(r, event->start_mark, "the file holds more than %d values; shorten it.",
				   r->limits.nodes);
	if (in && in->node->kind == NODE_MAP && !in->key)
		return take_key(r, in, event);
	if (event->type == YAML_SCALAR_EVENT)
		return add_text(r, event);
	return open_node(r, event, event->type == YAML_MAPPING_START_EVENT ? NODE_MAP : NODE_LIST);
}

static bool take_document(struct reading *r, const yaml_event_t *event)
{
	if (r->documents++)
		return refuse_mark(r, event->start_mark, "a second document begins here; keep one to a file.");
	if (event->data.document_start.version_directive ||
	    event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
		return refuse_mark(r, event->start_mark, "directives (%%) are not understood here; leave it out.");
	return true;
}

static bool take_event(struct reading *r, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT: return take_document(r, event);
	case YAML_ALIAS_EVENT:
		return refuse_mark(r, event->start_mark, "aliases (*) are not understood here; write the value out.");
	case YAML_SCALAR_EVENT:
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT: return take_node(r, event);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: r->depth--; return true;
	default: return true;
	}
}

static bool take_events(struct reading *r, const struct yaml_library *yaml, yaml_parser_t *parser)
{
	for (bool ended = false; !ended;) {
		yaml_event_t event;
		bool taken;

		if (!yaml->yaml_parser_parse(parser, &event)) {
			if (parser->error == YAML_MEMORY_ERROR)
				return fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read %s.", r->file);
			return refuse_mark(r, parser->problem_mark, "this is not YAML here: %s.",
					   parser->problem ? parser->problem : "it could not be read");
		}
		ended = event.type == YAML_STREAM_END_EVENT;
		taken = take_event(r, &event);
		yaml->yaml_event_delete(&event);
		if (!taken)
			return false;
	}
	return true;
}

static bool is_utf16(const char *text, size_t bytes)
{
	return bytes >= 2 &&
	       (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0 || !text[0] || !text[1]);
}

static bool parse_with(struct reading *r, const struct yaml_library *yaml, const char *text, size_t bytes)
{
	yaml_parser_t parser;
	bool read;

	if (!yaml->yaml_parser_initialize(&parser))
		return fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read %s.", r->file);
	yaml->yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml->yaml_parser_set_input_string(&parser, (const unsigned char *)text, bytes);
	read = take_events(r, yaml, &parser);
	yaml->yaml_parser_delete(&parser);
	return read;
}

static bool parse(struct reading *r, const char *text, size_t bytes)
{
	struct yaml_library yaml;
	bool ok = yaml_library_open(&yaml, r->f) && parse_with(r, &yaml, text, bytes);

	yaml_library_close(&yaml);
	return ok;
}

bool yaml_read(struct yaml_node **out, const char *name, const char *text, size_t bytes, struct yaml_limits limits,
	       struct arena *mem, struct fault *f)
{
	struct reading reading = {.limits = limits, .mem = mem, .f = f};

	reading.file = arena_text(mem, name);
	if (bytes > limits.bytes)
		return fault_set(f, FAULT_REFUSED, "%s:1:1: the file is larger than %zu KiB; shorten it.", name,
				 limits.bytes / 1024);
	if (is_utf16(text, bytes))
		return fault_set(f, FAULT_REFUSED, "%s:1:1: the file is in UTF-16; save it as UTF-8.", name);
	if (bytes >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		bytes -= 3;
	}
	text = arena_text_n(mem, text, bytes); /* the characters are decoded up to a NUL */
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", name);
	if (!check_characters(&reading, text, bytes) || !parse(&reading, text, bytes))
		return false;
	if (!reading.root)
		return fault_set(f, FAULT_REFUSED, "%s:1:1: the file is empty.", name);
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", name);
	*out = reading.root;
	return true;
}

const struct yaml_node *yaml_find(const struct yaml_node *map, const char *key)
{
	for (const struct yaml_node *at = map->first; at; at = at->next)
		if (at->key && strcmp(at->key, key) == 0)
			return at;
	return NULL;
}
