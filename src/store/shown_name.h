/* What an invitee is called and how reached, wherever it is kept: with the person, in the directory, or typed. Private
 * to src/store. */
#ifndef STORE_SHOWN_NAME_H
#define STORE_SHOWN_NAME_H

#include "person_columns.h"

/* What a name is made of; a person's is put together by person_full_name, so that there is one idea of it. */
struct shown {
	const char *other_name;
	struct person person; /* reference "" when it is none; only what person_full_name reads */
};

/* `at` is where the struct shown stands in `type`, its dot included. */
#define SHOWN_COLUMNS(type, at)                                                                                        \
	PERSON_COLUMN(type, at other_name, "other_name", TEXT),                                                        \
		PERSON_COLUMN(type, at person.reference, "person_reference", TEXT),                                    \
		PERSON_COLUMN(type, at person.la_child_id, "person_la_child_id", TEXT),                                \
		PERSON_COLUMN(type, at person.surname, "person_surname", TEXT),                                        \
		PERSON_COLUMN(type, at person.given_names, "person_given_names", TEXT),                                \
		PERSON_COLUMN(type, at person.born_on, "person_born_on", DAY),                                         \
		PERSON_COLUMN(type, at person.expected_on, "person_expected_on", DAY)

/* `i` stands for the invitee. What was typed for this conference goes before what is kept of the person or contact. */
#define SHOWN_RESULTS                                                                                                  \
	"coalesce(k.name, i.name) AS other_name, p.reference AS person_reference,"                                     \
	" p.la_child_id AS person_la_child_id, p.surname AS person_surname, p.given_names AS person_given_names,"      \
	" p.born_on AS person_born_on, p.expected_on AS person_expected_on, coalesce(a.name, i.agency) AS "            \
	"shown_agency,"                                                                                                \
	" coalesce(nullif(i.email, ''), p.email, k.email) AS shown_email,"                                             \
	" coalesce(nullif(i.phone, ''), p.phone, k.phone) AS shown_phone, a.quorum_group"
#define SHOWN_JOINS                                                                                                    \
	" LEFT JOIN person AS p ON p.id = i.person_id LEFT JOIN contact AS k ON k.id = i.contact_id"                   \
	" LEFT JOIN agency AS a ON a.id = k.agency_id"
#define BY_AGENCY_AND_NAME                                                                                             \
	"coalesce(a.name, i.agency) COLLATE NOCASE, coalesce(k.name, nullif(i.name, ''), p.surname) COLLATE NOCASE"

const char *shown_name(const struct shown *who, struct arena *mem);

#endif
