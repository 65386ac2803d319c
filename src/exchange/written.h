/* What spreadsheets and returns write for a day, a yes or no, a sex, a relationship: texts into values, in any case. */
#ifndef EXCHANGE_WRITTEN_H
#define EXCHANGE_WRITTEN_H

#include "domain/conference.h"
#include "domain/date.h"
#include "domain/record.h"

enum written_date {
	WRITTEN_DATE,           /* understood */
	WRITTEN_NO_DATE,        /* not the shape of a date */
	WRITTEN_DATE_NOT_REAL,  /* 31/02/2026 */
	WRITTEN_DATE_SHORT_YEAR /* 17/12/12: which century? */
};

/* Day first, always: 7/3/2026, 07-03-2026, 7.3.2026, 7 Mar 2026, 7-March-2026; or 2026-03-07. A time of midnight after
 * it, as spreadsheets export, is passed over. `*out` is DAY_NONE unless WRITTEN_DATE. */
enum written_date written_date(const char *text, day_number *out);

bool written_yes_no(const char *text, enum yes_no *out); /* yes y true 1, no n false 0, unknown; "" is unknown */
bool written_sex(const char *text, enum sex *out);       /* M F U, words, 1 2 0 9; "" is unknown */
bool written_relationship(const char *text, enum relationship *out); /* the domain's words and what families say */

#endif
