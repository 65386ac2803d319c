/* The visit form's state, and the fields it asks (visit_fields.c); what is known and saved is visit_form.c. */
#ifndef VISIT_FIELDS_H
#define VISIT_FIELDS_H

#include "casework/visits.h"
#include "domain/date_entry.h"
#include "form_screen.h"

enum { VISIT_CHILDREN_MOST = 16, VISIT_FIELDS_MOST = 8 + 3 * VISIT_CHILDREN_MOST };

struct visit_values {
	char day[48], by_whom[160], place[160], announced[16], noted[4000], correction_why[600], is_struck[8];
	char seen[VISIT_CHILDREN_MOST][24], bedroom[VISIT_CHILDREN_MOST][8], why[VISIT_CHILDREN_MOST][300];
};

struct visit_form {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t family, corrects;
	struct casework *cw;
	struct arena mem; /* the page as it was read: as long as the form */
	struct visit_page page;
	int64_t children[VISIT_CHILDREN_MOST];
	size_t child_count;
	struct field fields[VISIT_FIELDS_MOST];
	size_t field_count;
	struct visit_values values, now;
};

/* The table for the children of the page: those who left are asked about only when a visit is corrected. Once. */
void visit_fields_make(struct visit_form *form);
/* The days a visit can have been on. */
struct date_context visit_days(const struct visit_form *form);
/* It is not struck out. */
bool visit_is_made(const void *values);

/* How a child was seen, as the one choice of the form: outcome and alone. "" where the visit was not to this child. */
const char *visit_seen_token(enum visit_outcome outcome, enum yes_no alone);
/* false: the visit was not to this child. */
bool visit_seen_read(const char *token, enum visit_outcome *outcome, enum yes_no *alone);

#endif
