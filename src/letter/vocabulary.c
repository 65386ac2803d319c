/* The words a template may name, from the one table. */
#include "letter/vocabulary.h"

#include <string.h>

static const struct {
	const char *name, *description;
} lists[] = {
#define X(id, name, description) {name, description},
	LETTER_LISTS(X)
#undef X
};

static const struct {
	enum letter_list list;
	const char *name, *description;
} fields[] = {
#define X(id, list, name, description) {LETTER_LIST_##list, name, description},
	LETTER_FIELDS(X)
#undef X
};

const char *letter_list_name(enum letter_list list)
{
	return lists[list].name;
}

const char *letter_list_description(enum letter_list list)
{
	return lists[list].description;
}

const char *letter_field_name(enum letter_field field)
{
	return fields[field].name;
}

const char *letter_field_description(enum letter_field field)
{
	return fields[field].description;
}

enum letter_list letter_field_list(enum letter_field field)
{
	return fields[field].list;
}

bool letter_field_from_name(const char *name, enum letter_field *out)
{
	for (int field = 0; field < LETTER_FIELD_COUNT; field++)
		if (strcmp(fields[field].name, name) == 0) {
			*out = (enum letter_field)field;
			return true;
		}
	return false;
}

bool letter_list_from_name(const char *name, enum letter_list *out)
{
	for (int list = 0; list < LETTER_LIST_COUNT; list++)
		if (strcmp(lists[list].name, name) == 0) {
			*out = (enum letter_list)list;
			return true;
		}
	return false;
}
