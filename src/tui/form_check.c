/* Checks a form on saving, and puts what is wrong at the field it concerns. */
#include "base/text.h"
#include "form_inside.h"

#include <stdio.h>
#include <string.h>

/* Fills errors[i] with a whole sentence; a longer one is cut between clusters. */
static void put_error(struct form *form, size_t i, const char *sentence)
{
	size_t most = sizeof form->errors[i] - 1, length = 0, n;

	while ((n = text_cluster(sentence + length)) > 0 && length + n <= most)
		length += n;
	memcpy(form->errors[i], sentence, length);
	form->errors[i][length] = '\0';
}

/* Fields that belong to the one above begin with blanks. */
static const char *label_of(const struct field *field)
{
	return field->label + strspn(field->label, " ");
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \n")] == '\0';
}

/* The label stands before a sentence of its own: "Reasons", "Because" and "What they said" are no subjects of "is". */
static bool check_required(const struct field *field, const char *typed, struct fault *f)
{
	const char *label = label_of(field);

	if (!field->required || !is_blank(typed))
		return true;
	switch (field->kind) {
	case FIELD_CHOICE:
		return fault_field(f, field->name,
				   "%s: an answer is needed. Choose with Left and Right or its first letter.", label);
	case FIELD_TICK: return fault_field(f, field->name, "%s: an answer is needed, y or n.", label);
	case FIELD_PICK:
		return fault_field(f, field->name, "%s: an answer is needed. Type two letters and choose.", label);
	default: return fault_field(f, field->name, "%s: an answer is needed. Type it here.", label);
	}
}

static bool check_choice(const struct field *field, const char *typed, struct fault *f)
{
	if (field->kind != FIELD_CHOICE || !typed[0] || form_choice_at(field, typed) >= 0)
		return true;
	return fault_field(f, field->name, "%s: “%s” is none of the choices. Choose with Left and Right.",
			   label_of(field), typed);
}

static bool check_picked(struct form *form, const struct field *field, const char *typed, struct fault *f)
{
	struct field_suggestion_list found = {0};
	struct arena mem = {0};
	bool picked = !field->must_pick || !field->suggest || is_blank(typed);

	if (!picked && field->suggest(form->world, form->values, typed, &mem, &found))
		for (size_t i = 0; i < found.count && !picked; i++)
			picked = strcmp(found.items[i].value, typed) == 0;
	arena_finish(&mem);
	if (picked)
		return true;
	if (found.count > 1)
		return fault_field(f, field->name,
				   "%s: several match “%s”. Type more letters, or choose with Down and Enter.",
				   label_of(field), typed);
	return fault_field(f, field->name,
			   "%s: none of the list matches “%s”. Type two letters of one, then choose with Down and "
			   "Enter.",
			   label_of(field), typed);
}

static bool check_field(struct form *form, size_t i, struct fault *f)
{
	const struct field *field = &form->fields[i];
	const char *typed = form_text(form, i);

	if (!check_required(field, typed, f) || !check_choice(field, typed, f) || !check_picked(form, field, typed, f))
		return false;
	return !field->check || field->check(form->world, form->values, typed, f);
}

bool form_check(struct form *form, struct fault *f)
{
	size_t wrong = 0, first = FORM_NOWHERE;
	struct fault one = {0};

	for (size_t i = 0; i < form->count; i++) {
		struct fault found = {0};

		form->errors[i][0] = '\0';
		if (!form_takes_focus(form, i) || check_field(form, i, &found))
			continue;
		put_error(form, i, found.message);
		if (wrong++ == 0) {
			first = i;
			one = found;
		}
	}
	if (!wrong)
		return true;
	form_enter(form, first);
	if (wrong == 1)
		return fault_field(f, form->fields[first].name, "%s", one.message);
	return fault_set(f, FAULT_REFUSED, "%zu fields need attention; F8 goes to the next.", wrong);
}

void form_show_fault(struct form *form, const struct fault *f)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];

		if (!form_takes_focus(form, i) || !f->field[0] ||
		    (strcmp(field->name, f->field) != 0 && strcmp(field->label, f->field) != 0))
			continue;
		put_error(form, i, f->message);
		form_enter(form, i);
		return;
	}
}
