/* Which suggestion a pick field takes when it is left: the marked one, or the one that was meant. */
#include "base/text.h"
#include "form_inside.h"

#include <string.h>

static bool is_whole(const struct field_suggestion *s, const char *folded, struct arena *mem)
{
	size_t reference = strcspn(s->value, " ");

	return strcmp(text_fold(mem, s->label), folded) == 0 || strcmp(text_fold(mem, s->value), folded) == 0 ||
	       strcmp(text_fold(mem, arena_text_n(mem, s->value, reference)), folded) == 0;
}

/* A name that stands for itself is only completed, from the start of one of its words. A value that is more than its
 * label links to somebody's record: that is never guessed from a part of a name. */
static bool is_completed(const struct field *field, const struct field_suggestion *s, const char *folded,
			 struct arena *mem)
{
	const char *label = text_fold(mem, s->label), *at = strstr(label, folded);

	if (field->must_pick)
		return true;
	if (strcmp(s->value, s->label) != 0)
		return false;
	while (at && at != label && at[-1] != ' ')
		at = strstr(at + 1, folded);
	return at != NULL;
}

/* The position of the one that was meant among those listed, -1 when there is none or more than one. */
static int meant(const struct form *form)
{
	const struct field_suggestion_list *list = &form->suggestions;
	const char *typed = form_text(form, form->focus);
	struct arena mem = {0};
	const char *folded = text_fold(&mem, typed);
	int found = -1, whole = 0;

	for (size_t i = 0; i < list->count && *folded; i++) {
		if (strcmp(list->items[i].value, typed) == 0) { /* it is taken already */
			whole = 2;
			break;
		}
		if (!is_whole(&list->items[i], folded, &mem))
			continue;
		found = (int)i;
		whole++;
	}
	if (whole == 0 && list->count == 1 && *folded &&
	    is_completed(&form->fields[form->focus], &list->items[0], folded, &mem))
		found = 0;
	arena_finish(&mem);
	return whole > 1 ? -1 : found;
}

void form_take_suggestion(struct form *form)
{
	int chosen = form->suggestion >= 0 ? form->suggestion : meant(form);

	if (chosen >= 0 && (size_t)chosen < form->suggestions.count) {
		char value[EDIT_LINE_ROOM];
		const char *from = form->suggestions.items[chosen].value;
		size_t bytes = strnlen(from, sizeof value - 1);

		memcpy(value, from, bytes); /* the list's memory goes with the list */
		value[bytes] = '\0';
		form_replace(form, value);
	}
	form_forget_suggestions(form);
}
