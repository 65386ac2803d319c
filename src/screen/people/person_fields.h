/* The fields of the form on one person, as texts, and what they come to. */
#ifndef PERSON_FIELDS_H
#define PERSON_FIELDS_H

#include "casework/people.h"
#include "domain/date_entry.h"
#include "tui/form.h"

struct person_values {
	char relationship[24], responsibility[12];
	char given_names[160], surname[160], known_as[160], aliases[400];
	char born[48], expected[48], died[48], sex[4];
	char la_child_id[32], upn[32], nhs_number[32];
	char language[80], interpreter[4], signing[80], access[200];
	char phone[80], email[200], reached_by[12], reach_note[240];
	char lines[400], postcode[16], since[48], keep_from[200];
	/* Not typed: what is asked follows from these. */
	bool is_adding, has_family, was_child;
};

/* What the fields need to know; lives in the screen's state. */
struct person_desk {
	struct casework *cw;
	struct arena mem;            /* the record as it was read: as long as the form */
	struct person_record record; /* as read; for a new member nothing but the family */
	struct family family;        /* id 0: no family */
	struct member_list members;  /* of that family */
};

const struct field *person_fields(size_t *count);
/* Nobody yet, to be a member of this family. */
struct person_record person_record_new(int64_t family);
/* The texts of a record as it was read, or of a new one: there the relationship is left to be chosen. */
void person_values_fill(struct person_values *values, const struct person_record *record);
/* Texts to a record, over the one read; *address is where its address goes. False with a fault at a field by name. */
bool person_values_parse(const struct person_desk *desk, const struct person_values *values, struct person_record *out,
			 struct address *address, struct fault *f);
/* Casework speaks of the record, the form has its own names. */
const char *person_field_of(const struct person_values *values, const char *field);

#endif
