/* A map of known keys read into a struct, by a table: what each key means, what it may hold, whether it must be there.
 */
#ifndef SETTINGS_FIELDS_H
#define SETTINGS_FIELDS_H

#include "yaml_map.h"

#include <stddef.h>

enum field_kind {
	FIELD_TEXT,     /* const char *: one line, not empty */
	FIELD_ROOM,     /* char[most + 1]: one line, not empty, that must fit */
	FIELD_WHOLE,    /* int: least..most, digits without quotes */
	FIELD_YES_NO,   /* bool: true or false, nothing else */
	FIELD_DAY,      /* day_number: "2026-12-29", in quotes */
	FIELD_CLOCK,    /* int, minutes since midnight: "09:30", in quotes */
	FIELD_CHOICE,   /* int: index into `choices` */
	FIELD_WEEKDAYS, /* unsigned: [mon, tue, ...], Monday = bit 0 */
	FIELD_MAP,      /* const struct yaml_node *: read by the caller */
	FIELD_LIST,     /* const struct yaml_node *: read by the caller */
};

struct field {
	const char *key;
	enum field_kind kind;
	size_t offset;
	bool required;
	int least, most;
	const char *const *choices; /* ends with NULL */
};

/* Fills `record`; members whose key is not there stay as they are. */
bool fields_read(const struct yaml_node *map, const struct field *fields, size_t count, void *record, struct arena *mem,
		 struct fault *f);

/* Refuses a word that is not one of `words`, with the nearest of them when one is near. Always false. */
bool fields_refuse_unknown(const struct yaml_node *at, bool is_key, const char *what, const char *typed,
			   const char *const *words, size_t count, struct fault *f);

#endif
