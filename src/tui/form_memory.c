/* What was last saved in each field in this session, for repeating it. */
#include "base/text.h"
#include "form_inside.h"

#include <string.h>

static struct form_memory_item *item_named(const struct form_memory *memory, const char *name)
{
	for (size_t i = 0; i < memory->count; i++)
		if (strcmp(memory->items[i].name, name) == 0)
			return &memory->items[i];
	return NULL;
}

static void remember_one(struct form_memory *memory, const struct field *field, const char *text)
{
	struct form_memory_item *item = item_named(memory, field->name);
	size_t bytes = strlen(text);

	if (!bytes)
		return;
	if (!item) {
		item = ARENA_PUSH(&memory->mem, memory);
		if (!item)
			return;
		item->name = arena_text(&memory->mem, field->name);
	}
	if (bytes >= item->room) {
		char *text_room = arena_alloc(&memory->mem, field->room > bytes ? field->room : bytes + 1);

		if (!text_room)
			return;
		item->text = text_room;
		item->room = field->room > bytes ? field->room : bytes + 1;
	}
	memcpy(item->text, text, bytes + 1);
}

void form_remember(struct form *form)
{
	if (!form->memory)
		return;
	for (size_t i = 0; i < form->count; i++)
		if (form_takes_focus(form, i) && form->fields[i].kind != FIELD_LINES)
			remember_one(form->memory, &form->fields[i], form_text(form, i));
}

const char *form_remembered(const struct form *form, const char *name)
{
	const struct form_memory_item *item = form->memory ? item_named(form->memory, name) : NULL;

	return item ? item->text : NULL;
}

void form_memory_finish(struct form_memory *memory)
{
	arena_finish(&memory->mem);
	*memory = (struct form_memory){0};
}
