/* Which fields two people have differently, and whose is kept. */
#include "overlap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ECHO_ROOM = 160 };

const char **overlap_texts(const struct form *form, const void *values, struct arena *mem)
{
	const char **texts = arena_alloc(mem, (form->count + 1) * sizeof *texts);

	for (size_t i = 0; texts && i < form->count; i++)
		texts[i] = form->fields[i].kind == FIELD_HEADING
				   ? ""
				   : arena_text(mem, (const char *)values + form->fields[i].offset);
	return arena_exhausted(mem) ? NULL : texts;
}

struct overlap *overlap_create(const struct form *form, const char *const *theirs)
{
	struct overlap *c = calloc(1, sizeof *c);

	if (!c)
		return NULL;
	c->theirs = arena_alloc(&c->mem, (form->count + 1) * sizeof *c->theirs);
	for (size_t i = 0; c->theirs && i < form->count; i++)
		c->theirs[i] = arena_text(&c->mem, theirs[i]);
	if (!arena_exhausted(&c->mem))
		return c;
	overlap_destroy(c);
	return NULL;
}

void overlap_destroy(struct overlap *c)
{
	if (!c)
		return;
	arena_finish(&c->mem);
	arena_finish(&c->row_mem);
	free(c);
}

static const char *words_of(const struct field *field, const char *text)
{
	if (!*text)
		return "(empty)";
	for (const struct field_choice *choice = field->choices; choice && choice->token; choice++)
		if (strcmp(choice->token, text) == 0)
			return choice->label;
	return text;
}

static bool understood(const struct form *form, const struct field *field, const char *text, char out[ECHO_ROOM])
{
	return *text && field->kind == FIELD_DATE && field->echo &&
	       field->echo(form->world, form->values, text, out, ECHO_ROOM);
}

/* "14 7" and "Tue 14 Jul 2026" are one day. What else is echoed may be the same for two different texts. */
static bool is_same(const struct form *form, const struct field *field, const char *a, const char *b)
{
	char a_words[ECHO_ROOM], b_words[ECHO_ROOM];

	return strcmp(a, b) == 0 || (field->alike && field->alike(a, b)) ||
	       (understood(form, field, a, a_words) && understood(form, field, b, b_words) &&
		strcmp(a_words, b_words) == 0);
}

static const char *between_both(const struct field *field)
{
	return field->kind == FIELD_LINES ? "\n" : "; ";
}

static bool has_room_for_both(const struct field *field, const char *mine, const char *theirs)
{
	return (field->kind == FIELD_TEXT || field->kind == FIELD_LINES) && *mine && *theirs &&
	       strlen(mine) + strlen(between_both(field)) + strlen(theirs) + 1 <= field->room;
}

static struct overlap_row row_of(const struct form *form, const struct field *field, const char *was, const char *mine,
				 const char *theirs)
{
	bool by_me = !is_same(form, field, was, mine), by_them = !is_same(form, field, was, theirs);

	return (struct overlap_row){
		.field = field,
		.was = was,
		.mine = mine,
		.theirs = theirs,
		.was_words = words_of(field, was),
		.my_words = words_of(field, mine),
		.their_words = words_of(field, theirs),
		.is_changed_by_both = by_me && by_them,
		.may_keep_both = has_room_for_both(field, mine, theirs),
		.keeps = by_me && by_them ? KEEPS_NOTHING_YET
			 : by_them        ? KEEPS_THEIRS
					  : KEEPS_MINE,
	};
}

/* Of several rows of one member, the one that is shown; else the first. */
static bool is_row_of_its_member(const struct form *form, size_t i)
{
	const struct field *field = &form->fields[i];

	for (size_t k = 0; k < form->count; k++) {
		const struct field *other = &form->fields[k];

		if (k == i || other->kind == FIELD_HEADING || other->offset != field->offset)
			continue;
		if (other->shown && other->shown(form->values))
			return false;
		if (k < i && !(field->shown && field->shown(form->values)))
			return false;
	}
	return true;
}

/* What was chosen before somebody went back to the form is still chosen, where both texts are as they were. */
static enum overlap_keeps keeps_of(const struct overlap_row *row, const struct overlap_row *before, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (before[i].field == row->field && strcmp(before[i].mine, row->mine) == 0 &&
		    strcmp(before[i].theirs, row->theirs) == 0)
			return before[i].keeps;
	return row->keeps;
}

/* Those both changed come first: they are to be chosen. */
static bool add_rows(struct overlap *c, const struct form *form, const char *const *was, bool by_both)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		struct overlap_row row;

		if (field->kind == FIELD_HEADING || !is_row_of_its_member(form, i) ||
		    is_same(form, field, form_value(form, field->name), c->theirs[i]))
			continue;
		row = row_of(form, field, was[i], arena_text(&c->row_mem, form_value(form, field->name)), c->theirs[i]);
		if (row.is_changed_by_both == by_both)
			c->rows[c->count++] = row;
	}
	return !arena_exhausted(&c->row_mem);
}

bool overlap_compare(struct overlap *c, const struct form *form, const char *const *was, struct fault *f)
{
	struct arena before_mem = c->row_mem;
	const struct overlap_row *before = c->rows;
	size_t count = c->count;
	bool ok;

	c->row_mem = (struct arena){0};
	c->count = 0;
	c->rows = arena_alloc(&c->row_mem, (form->count + 1) * sizeof *c->rows);
	ok = c->rows && add_rows(c, form, was, true) && add_rows(c, form, was, false);
	for (size_t i = 0; ok && i < c->count; i++)
		c->rows[i].keeps = keeps_of(&c->rows[i], before, count);
	arena_finish(&before_mem);
	return ok || fault_set(f, FAULT_MEMORY,
			       "There is not enough memory to show both. What you typed is kept as a draft.");
}

bool overlap_is_met(const struct overlap *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->rows[i].is_changed_by_both || c->rows[i].keeps == KEEPS_THEIRS)
			return true;
	return false;
}

static void keep_both(const struct overlap_row *row, struct form *form)
{
	struct arena mem = {0};

	form_set(form, row->field->name,
		 arena_printf(&mem, "%s%s%s", row->theirs, between_both(row->field), row->mine));
	arena_finish(&mem);
}

void overlap_settle(const struct overlap *c, struct form *form)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct overlap_row *row = &c->rows[i];

		if (row->keeps == KEEPS_THEIRS)
			form_set(form, row->field->name, row->theirs);
		else if (row->keeps == KEEPS_BOTH)
			keep_both(row, form);
	}
}
