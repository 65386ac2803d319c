/* The fields of the form on one contact, as texts, and what they come to. */
#ifndef CONTACT_FORM_H
#define CONTACT_FORM_H

#include "casework/directory.h"
#include "tui/form.h"

struct contact_values {
	char agency[160], group[80], name[160], role[120], method[16], email[200], phone[80], address[400];
	char deputy[330], at_work[8], checked[4];
	/* Not typed: what is asked follows from these. */
	bool is_adding, is_new_agency;
};

/* What the fields need to know; lives in the screen's state. */
struct contact_desk {
	struct casework *cw;
	struct arena mem; /* as long as the form */
	struct directory_list all;
	struct agency_list agencies;
	struct contact contact; /* as read; id 0: to be added */
};

const struct field *contact_fields(size_t *count);
void contact_values_fill(struct contact_values *values, const struct contact_desk *desk);
/* Whether the agency typed is one that the directory does not know yet. */
bool contact_agency_is_new(const struct contact_desk *desk, const char *typed);
/* Texts to a contact, over the one read; the texts are borrowed. False with a fault at a field by name. */
bool contact_values_parse(const struct contact_desk *desk, const struct contact_values *values, struct contact *out,
			  struct fault *f);

#endif
