/* What people type for a date, understood. Pure: today, the calendar and the case's own dates are arguments. */
#ifndef DOMAIN_DATE_ENTRY_H
#define DOMAIN_DATE_ENTRY_H

#include "base/fault.h"
#include "domain/working_day.h"

/* The field decides how a missing or two-digit year is read. */
enum date_field_kind {
	DATE_FIELD_PAST,   /* has happened: no year means the last such day; two digits -79 to +20; never after today */
	DATE_FIELD_FUTURE, /* a meeting: no year means the next such day; two digits within -1 to +5 years of today */
	DATE_FIELD_BIRTH,  /* two digits within the last 100 years; never after today; a year is required */
	DATE_FIELD_EXPECTED, /* expected date of delivery: read as FUTURE */
	DATE_FIELD_ANY,      /* nearest such day; two digits -79 to +20 */
};

/* A date of this case that may be named: sd (strategy discussion), icpc, conf, edd, ... as in `sd+15wd`. */
struct date_anchor {
	const char *name;
	day_number day; /* DAY_NONE: not known yet; naming it gets a sentence that says so */
};

struct date_context {
	enum date_field_kind kind;
	day_number today;
	const struct working_calendar *calendar; /* NULL: weekends only */
	const struct date_anchor *anchors;
	size_t anchor_count;
	const char *label;        /* the field's own words: "Strategy discussion" */
	bool approximate_allowed; /* "jul 2026", "2019" */
};

enum date_precision { DATE_EXACT, DATE_TO_MONTH, DATE_TO_YEAR };

struct date_entry {
	day_number day; /* for a month or year: its first day */
	enum date_precision precision;
	bool clamped; /* the end of the month was reached: "31 Jan + 1 month" */
};

/* False with a sentence in `f` (field = label) that says what to type. An empty text is FAULT_REFUSED "Enter the ...".
 * Accepts every row of the table in docs/dates.md. */
bool date_entry_parse(struct date_entry *out, const char *typed, const struct date_context *context, struct fault *f);

/* The echo beside the field: "= Tue 14 Jul 2026 · in 10 working days · week 29", naming a bank holiday or weekend,
 * a clamp, and a calendar not known that far. A date of birth is answered with the age: "= Mon 14 Jul 2014 · aged 11".
 */
#define DATE_ECHO_ROOM 160
char *date_entry_echo(const struct date_entry *entry, const struct date_context *context, char out[DATE_ECHO_ROOM]);

#endif
