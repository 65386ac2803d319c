/* The form as a model: its fields, its focus, and the texts it edits. */
#include "tui/form.h"

#include "base/text.h"
#include "form_inside.h"

#include <assert.h>
#include <string.h>

char *form_text(const struct form *form, size_t i)
{
	return (char *)form->values + form->fields[i].offset;
}

void form_put(struct form *form, size_t i, const char *text)
{
	char *member = form_text(form, i);
	size_t most = form->fields[i].room - 1, length = 0, n;

	if (strlen(text) <= most) { /* forty pages are not measured at every key */
		memmove(member, text, strlen(text) + 1);
		return;
	}
	while ((n = text_cluster(text + length)) > 0 && length + n <= most)
		length += n;
	memmove(member, text, length);
	member[length] = '\0';
}

bool form_is_there(const struct form *form, size_t i)
{
	return !form->fields[i].shown || form->fields[i].shown(form->values);
}

bool form_takes_focus(const struct form *form, size_t i)
{
	return form->fields[i].kind != FIELD_HEADING && form_is_there(form, i);
}

bool form_has_focus(const struct form *form)
{
	return form->focus < form->count;
}

size_t form_named(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].name && strcmp(form->fields[i].name, name) == 0)
			return i;
	return FORM_NOWHERE;
}

size_t form_beside(const struct form *form, size_t from, int direction)
{
	for (size_t i = from + (size_t)direction; i < form->count; i += (size_t)direction)
		if (form_takes_focus(form, i))
			return i;
	return FORM_NOWHERE;
}

static void load_focus(struct form *form)
{
	const struct field *field = &form->fields[form->focus];

	edit_text_destroy(form->text);
	form->text = NULL;
	form->touched = form->pasting = form->refused = false;
	form->sign = 0;
	form_forget_suggestions(form);
	if (field->kind == FIELD_LINES)
		edit_text_create(&form->text, form_text(form, form->focus), field->room - 1, NULL);
	else if (field->kind == FIELD_CHOICE || field->kind == FIELD_TICK)
		edit_line_set(&form->line, "", EDIT_LINE_ROOM - 1); /* letters typed to find a choice */
	else
		edit_line_offer(&form->line, form_text(form, form->focus), field->room - 1);
}

void form_enter(struct form *form, size_t i)
{
	if (i == FORM_NOWHERE)
		return;
	if (form_has_focus(form) && form->focus != i)
		form->left_field = true;
	form->focus = i;
	load_focus(form);
}

void form_forget_suggestions(struct form *form)
{
	form->suggestions = (struct field_suggestion_list){0};
	form->suggestion = -1;
	arena_reset(&form->mem);
}

static void note_change(struct form *form, size_t i)
{
	form->changed = true;
	form->errors[i][0] = '\0';
}

void form_store(struct form *form)
{
	size_t i = form->focus;
	const struct field *field = &form->fields[i];
	const char *typed = field->kind == FIELD_LINES ? (form->text ? edit_text_value(form->text) : NULL)
						       : form->line.text;

	if (!typed || field->kind == FIELD_CHOICE || field->kind == FIELD_TICK ||
	    strcmp(typed, form_text(form, i)) == 0)
		return;
	form_put(form, i, typed);
	form->touched = true;
	note_change(form, i);
	form_forget_suggestions(form);
	if (field->kind == FIELD_PICK && field->suggest && strlen(typed) >= 2 &&
	    !field->suggest(form->world, form->values, typed, &form->mem, &form->suggestions))
		form_forget_suggestions(form);
}

void form_replace(struct form *form, const char *text)
{
	size_t i = form->focus;

	if (strcmp(form_text(form, i), text) == 0)
		return;
	form_put(form, i, text);
	note_change(form, i);
	load_focus(form);
}

static bool is_one_line(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_PICK || field->kind == FIELD_DATE;
}

bool form_open(struct form *form, const struct field *fields, size_t count, void *values, void *world, struct fault *f)
{
	*form = (struct form){
		.fields = fields, .count = count, .values = values, .world = world, .focus = count, .suggestion = -1};
	if (count > FORM_FIELDS_MOST)
		return fault_set(f, FAULT_MEMORY,
				 "This form has %zu fields and there is room for %d; tell your system manager.", count,
				 FORM_FIELDS_MOST);
	for (size_t i = 0; i < count; i++) {
		assert(!fields[i].name || !strpbrk(fields[i].name, " \n")); /* a draft's line is "name value" */
		if (is_one_line(&fields[i]) && fields[i].room > EDIT_LINE_ROOM)
			return fault_field(f, fields[i].name,
					   "%s: there is too much of it for one line; tell your system manager.",
					   fields[i].label);
	}
	form_enter(form, form_beside(form, (size_t)-1, 1));
	return true;
}

void form_close(struct form *form)
{
	edit_text_destroy(form->text);
	form->text = NULL;
	form_forget_suggestions(form);
	arena_finish(&form->mem);
	form->focus = form->count = 0;
}

void form_focus(struct form *form, const char *name)
{
	size_t i = form_named(form, name);

	if (i != FORM_NOWHERE && form_takes_focus(form, i))
		form_enter(form, i);
}

const char *form_value(const struct form *form, const char *name)
{
	size_t i = form_named(form, name);

	return i == FORM_NOWHERE ? "" : form_text(form, i);
}

void form_set(struct form *form, const char *name, const char *text)
{
	size_t i = form_named(form, name);

	if (i == FORM_NOWHERE || strcmp(form_text(form, i), text) == 0)
		return;
	form_put(form, i, text);
	note_change(form, i);
	if (i == form->focus)
		load_focus(form);
}

bool form_take_left(struct form *form)
{
	bool left = form->left_field;

	form->left_field = false;
	return left;
}

int form_take_request(struct form *form)
{
	int request = form->request;

	form->request = 0;
	return request;
}

const char *form_help(const struct form *form)
{
	const struct field *field = form_has_focus(form) ? &form->fields[form->focus] : NULL;

	if (field && field->help)
		return field->help;
	return field && field->hint ? field->hint : "";
}

void form_mark_saved(struct form *form)
{
	form->changed = false;
	form_remember(form);
}

int form_choice_count(const struct field *field)
{
	int count = 0;

	while (field->choices && field->choices[count].token)
		count++;
	return count;
}

int form_choice_at(const struct field *field, const char *token)
{
	for (int i = 0; i < form_choice_count(field); i++)
		if (strcmp(field->choices[i].token, token) == 0)
			return i;
	return -1;
}
