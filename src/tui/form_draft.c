/* A form as text that survives a lost connection: one "name value" line for each field. */
#include "base/text.h"
#include "edit_motion.h"
#include "form_inside.h"

#include <stdlib.h>
#include <string.h>

static size_t escaped_bytes(const char *text)
{
	size_t bytes = 0;

	for (; *text; text++)
		bytes += *text == '\n' || *text == '\\' ? 2 : 1;
	return bytes;
}

static char *escape(char *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n' || *text == '\\')
			*out++ = '\\';
		*out++ = *text == '\n' ? 'n' : *text;
	}
	return out;
}

static size_t line_bytes(const char *name, const char *text)
{
	return strlen(name) + escaped_bytes(text) + 2;
}

static char *write_line(char *out, const char *name, const char *text)
{
	memcpy(out, name, strlen(name));
	out += strlen(name);
	*out++ = ' ';
	out = escape(out, text);
	*out++ = '\n';
	return out;
}

char *form_to_draft(const struct form *form, struct arena *mem)
{
	size_t bytes = 1;
	char *draft, *out;

	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].kind != FIELD_HEADING)
			bytes += line_bytes(form->fields[i].name, form_text(form, i));
	draft = out = arena_alloc(mem, bytes);
	if (!draft)
		return arena_text(mem, "");
	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].kind != FIELD_HEADING)
			out = write_line(out, form->fields[i].name, form_text(form, i));
	*out = '\0';
	return draft;
}

/* Before the name of a field: what was read in it. No form has such a name, and alone it says that the fields without
 * one are as they were read. */
#define WAS "was:"

static bool is_other_than(const struct form *form, size_t i, const char *was)
{
	return form->fields[i].kind != FIELD_HEADING && strcmp(form_text(form, i), was) != 0;
}

char *form_to_draft_over(const struct form *form, const char *const *was, struct arena *mem)
{
	const char *draft = form_to_draft(form, mem);
	size_t bytes = strlen(draft) + sizeof WAS + 2;
	char *whole, *out;

	for (size_t i = 0; i < form->count; i++)
		if (is_other_than(form, i, was[i]))
			bytes += sizeof WAS + line_bytes(form->fields[i].name, was[i]);
	whole = arena_alloc(mem, bytes);
	if (!whole)
		return arena_text(mem, draft);
	memcpy(whole, draft, strlen(draft));
	out = write_line(whole + strlen(draft), WAS, "");
	for (size_t i = 0; i < form->count; i++)
		if (is_other_than(form, i, was[i])) {
			memcpy(out, WAS, strlen(WAS));
			out = write_line(out + strlen(WAS), form->fields[i].name, was[i]);
		}
	*out = '\0';
	return whole;
}

/* Undoes escape in a copy of `bytes` bytes. A backslash before anything else stands for itself. */
static char *unescape(struct arena *mem, const char *text, size_t bytes)
{
	char *out = arena_alloc(mem, bytes + 1);
	size_t length = 0;

	for (size_t i = 0; out && i < bytes; i++) {
		bool escaped = text[i] == '\\' && i + 1 < bytes && (text[i + 1] == 'n' || text[i + 1] == '\\');

		if (escaped)
			i++;
		out[length++] = escaped && text[i] == 'n' ? '\n' : text[i];
	}
	return out;
}

static bool fits_kind(const struct field *field, const char *value)
{
	switch (field->kind) {
	case FIELD_HEADING: return false;
	case FIELD_CHOICE: return !value[0] || form_choice_at(field, value) >= 0;
	case FIELD_TICK: return !value[0] || strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
	default: return true;
	}
}

/* A draft was on disk: what comes from it passes the gate that typing passes. */
static void put_drafted(struct form *form, size_t i, const char *escaped, size_t bytes, struct arena *mem)
{
	const struct field *field = &form->fields[i];
	char *value = unescape(mem, escaped, bytes), *kept;
	size_t room;

	if (!value)
		return;
	room = motion_gate(NULL, 0, value, field->kind == FIELD_LINES) + 1;
	kept = arena_alloc(mem, room);
	if (!kept)
		return;
	motion_gate(kept, room, value, field->kind == FIELD_LINES);
	if (fits_kind(field, kept))
		form_put(form, i, kept);
}

static size_t field_of_line(const struct form *form, const char *line, size_t bytes)
{
	for (size_t i = 0; i < form->count; i++) {
		const char *name = form->fields[i].name;

		if (name && strlen(name) == bytes && memcmp(name, line, bytes) == 0)
			return i;
	}
	return FORM_NOWHERE;
}

bool form_draft_was(const struct form *form, const char *draft, const char **was, struct arena *mem)
{
	bool says = false;

	for (size_t i = 0; i < form->count; i++)
		was[i] = NULL;
	for (size_t bytes; *draft; draft += bytes + (draft[bytes] == '\n')) {
		const char *blank, *name = draft + strlen(WAS);
		size_t i;

		bytes = strcspn(draft, "\n");
		blank = memchr(draft, ' ', bytes);
		if (!blank || strncmp(draft, WAS, strlen(WAS)) != 0)
			continue;
		says = true;
		i = field_of_line(form, name, (size_t)(blank - name));
		for (size_t k = i; i != FORM_NOWHERE && k < form->count; k++) /* several rows may be one member */
			if (form->fields[k].kind != FIELD_HEADING && form->fields[k].offset == form->fields[i].offset)
				was[k] = unescape(mem, blank + 1, bytes - (size_t)(blank + 1 - draft));
	}
	return says;
}

void form_from_draft(struct form *form, const char *draft)
{
	struct arena mem = {0};

	for (size_t bytes; *draft; draft += bytes + (draft[bytes] == '\n')) {
		const char *blank;
		size_t i;

		bytes = strcspn(draft, "\n");
		blank = memchr(draft, ' ', bytes);
		i = blank ? field_of_line(form, draft, (size_t)(blank - draft)) : FORM_NOWHERE;
		if (i == FORM_NOWHERE)
			continue;
		put_drafted(form, i, blank + 1, bytes - (size_t)(blank + 1 - draft), &mem);
		arena_reset(&mem);
	}
	arena_finish(&mem);
	form->changed = true;
	if (form_has_focus(form) && form_takes_focus(form, form->focus))
		form_enter(form, form->focus);
	else
		form_enter(form, form_beside(form, (size_t)-1, 1));
	form->line.offered = false; /* what was half typed is gone on with */
}

/* Is there a line of this name, after `before`, in the draft up to `end`? */
static bool has_line(const char *draft, const char *end, const char *before, const char *name, size_t bytes)
{
	size_t skip = strlen(before);

	for (; draft < end; draft += strcspn(draft, "\n"), draft += *draft == '\n')
		if (strncmp(draft, before, skip) == 0 && strncmp(draft + skip, name, bytes) == 0 &&
		    draft[skip + bytes] == ' ')
			return true;
	return false;
}

static const char *words_of_line(const char *line, size_t name, size_t bytes, struct arena *mem)
{
	const char *value = unescape(mem, line + name + 1, bytes - name - 1);
	char *label = arena_printf(mem, "%.*s", (int)name, line);

	for (char *at = label; at && *at; at++)
		if (*at == '_')
			*at = ' ';
	if (label && *label >= 'a' && *label <= 'z')
		*label = (char)(*label - 'a' + 'A');
	return arena_printf(mem, "%s: %s\n", label ? label : "", !value ? "" : *value ? value : "(emptied)");
}

const char *form_draft_words(const char *draft, struct arena *mem)
{
	const char *end = draft + strlen(draft), *words = "";
	bool says = has_line(draft, end, WAS, "", 0);

	for (const char *line = draft; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t bytes = strcspn(line, "\n"), name = strcspn(line, " ");

		if (!name || name >= bytes || strncmp(line, WAS, strlen(WAS)) == 0 ||
		    has_line(draft, line, "", line, name))
			continue;
		if (says ? has_line(draft, end, WAS, line, name) : bytes > name + 1)
			words = arena_printf(mem, "%s%s", words, words_of_line(line, name, bytes, mem));
	}
	return words;
}

size_t form_filled(const struct form *form, size_t *of)
{
	size_t filled = 0;

	*of = 0;
	for (size_t i = 0; i < form->count; i++) {
		if (!form_takes_focus(form, i))
			continue;
		++*of;
		filled += form_text(form, i)[0] != '\0';
	}
	return filled;
}
