/* Elements of a census group read into a struct by a table. */
#ifndef EXCHANGE_CENSUS_FIELDS_H
#define EXCHANGE_CENSUS_FIELDS_H

#include "import_run.h"
#include "xml_library.h"

enum census_kind {
	CENSUS_TEXT,
	CENSUS_DATE,
	CENSUS_YES_NO,
	CENSUS_BOOLEAN,
	CENSUS_SEX,
	CENSUS_CATEGORY,
	CENSUS_NUMBER,
	CENSUS_PASSED_OVER /* read by the caller, or worked out anew from other fields */,
	CENSUS_NOT_KEPT /* said once: the case file has no place for it */
};

/* What becomes of the group when the field cannot be used. A plan without its end would stand as an open plan, so that
 * field decides; a date of birth that is wrong is left out and the child stays. */
enum census_weight { WEIGHT_NONE, WEIGHT_DECIDES, WEIGHT_NEEDED };

struct census_field {
	const char *element;
	enum census_kind kind;
	size_t offset; /* of the member in the group's struct */
	enum census_weight weight;
	const char *remedy;
};

struct census_fields {
	const char *group; /* "the plan": completes "so ... was left out" */
	const struct census_field *fields;
	size_t count;
};

/* An element met that is no field of its group, how often; told once at the end. */
struct census_oddity {
	const char *element;
	bool is_known;
	size_t times;
};
struct census_oddity_list {
	struct census_oddity *items;
	size_t count, room;
};

struct census_run {
	const struct xml_library *xml;
	struct import_run *run;
	const char *child; /* LA child id, "" before it is known */
	struct census_oddity_list oddities;
};

/* The next element at or after `node`; text that strayed between elements is passed over. NULL at the end. */
xmlNode *census_element(xmlNode *node);
bool census_is(const xmlNode *node, const char *name);
size_t census_line(const struct census_run *census, const xmlNode *node);

/* The texts of an element, tidied; NULL when a control character stands in it. Lives in run->row. */
const char *census_text(struct census_run *census, const xmlNode *node);
/* One element of a kind into `into`; lists the problem and gives false when it cannot be used. */
bool census_value(struct census_run *census, const char *group, const xmlNode *node, const struct census_field *field,
		  void *into);

/* All fields of a group into the struct at `into`, whose dates must be DAY_NONE before. False when the group cannot
 * stand: the problems are listed. */
bool census_group(struct census_run *census, const struct census_fields *fields, xmlNode *group, void *into);

/* Texts of the elements called `name` inside `wrapper`, parted by a blank. */
const char *census_codes(struct census_run *census, xmlNode *wrapper, const char *name);

void census_odd(struct census_run *census, const xmlNode *node, bool is_known);
void census_tell_oddities(struct census_run *census);

/* What one Child element holds, handed on to the sink. False ends the import. */
bool census_child(struct census_run *census, xmlNode *child, struct fault *f);
/* One episode of need; false when it cannot stand. */
bool census_episode(struct census_run *census, xmlNode *details, struct intake_episode *out);

#endif
