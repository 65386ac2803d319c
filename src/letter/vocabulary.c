/* The words a template may name, from the one table. */
#include "letter/vocabulary.h"

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
