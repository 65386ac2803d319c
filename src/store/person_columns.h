/* How a person lies in the table: one spelling, for a struct person and for one that stands inside another struct. */
#ifndef STORE_PERSON_COLUMNS_H
#define STORE_PERSON_COLUMNS_H

#include "domain/record.h"
#include "store/store.h"

extern const struct token_words sex_words, contact_way_words;

/* PERSON_COLUMN(struct member, person.surname, "surname", TEXT) */
#define PERSON_COLUMN(type, member, name, kind)                                                                        \
	{                                                                                                              \
		(name), COLUMN_##kind, offsetof(type, member), NULL                                                    \
	}

/* Every member of a person; `at` is where the person stands in `type`, its dot included, or nothing. */
#define PERSON_COLUMNS(type, at)                                                                                       \
	PERSON_COLUMN(type, at reference, "reference", TEXT),                                                          \
		PERSON_COLUMN(type, at la_child_id, "la_child_id", OPTIONAL_TEXT),                                     \
		PERSON_COLUMN(type, at upn, "upn", TEXT), PERSON_COLUMN(type, at upn_unknown, "upn_unknown", TEXT),    \
		PERSON_COLUMN(type, at nhs_number, "nhs_number", TEXT),                                                \
		PERSON_COLUMN(type, at surname, "surname", TEXT),                                                      \
		PERSON_COLUMN(type, at given_names, "given_names", TEXT),                                              \
		PERSON_COLUMN(type, at known_as, "known_as", TEXT),                                                    \
		{"sex", COLUMN_TOKEN, offsetof(type, at sex), &sex_words},                                             \
		PERSON_COLUMN(type, at born_on, "born_on", DAY),                                                       \
		PERSON_COLUMN(type, at expected_on, "expected_on", DAY),                                               \
		PERSON_COLUMN(type, at died_on, "died_on", DAY), PERSON_COLUMN(type, at ethnicity, "ethnicity", TEXT), \
		PERSON_COLUMN(type, at disabilities, "disabilities", TEXT),                                            \
		PERSON_COLUMN(type, at language, "language", TEXT),                                                    \
		PERSON_COLUMN(type, at needs_interpreter, "needs_interpreter", BOOL),                                  \
		PERSON_COLUMN(type, at signing, "signing", TEXT), PERSON_COLUMN(type, at access, "access", TEXT),      \
		PERSON_COLUMN(type, at phone, "phone", TEXT), PERSON_COLUMN(type, at email, "email", TEXT),            \
		{"reached_by", COLUMN_TOKEN, offsetof(type, at reached_by), &contact_way_words},                       \
		PERSON_COLUMN(type, at reach_note, "reach_note", TEXT)

#define PERSON_MEMBERS                                                                                                 \
	"reference, la_child_id, upn, upn_unknown, nhs_number, surname, given_names, known_as, sex, born_on, "         \
	"expected_on, died_on, ethnicity, disabilities, language, needs_interpreter, signing, access, "                \
	"phone, email, reached_by, reach_note"

#endif
