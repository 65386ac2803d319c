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

char *form_to_draft(const struct form *form, struct arena *mem)
{
	size_t bytes = 1;
	char *draft, *out;

	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].kind != FIELD_HEADING)
			bytes += strlen(form->fields[i].name) + escaped_bytes(form_text(form, i)) + 2;
	draft = out = arena_alloc(mem, bytes);
	if (!draft)
		return arena_text(mem, "");
	for (size_t i = 0; i < form->count; i++) {
		const char *name = form->fields[i].name;

		if (form->fields[i].kind == FIELD_HEADING)
			continue;
		memcpy(out, name, strlen(name));
		out += strlen(name);
		*out++ = ' ';
		out = escape(out, form_text(form, i));
		*out++ = '\n';
	}
	*out = '\0';
	return draft;
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
