/* The parts of reading a typed date, shared by the date_entry_*.c files alone. */
#ifndef DOMAIN_DATE_ENTRY_PARTS_H
#define DOMAIN_DATE_ENTRY_PARTS_H

#include "domain/date_entry.h"

/* Longer than anything the table holds; what does not fit is not a date. */
#define DATE_TYPED_ROOM 64

enum date_reading {
	READING_OTHER,   /* not of this form: another reader may know it */
	READING_DONE,    /* `out` is filled */
	READING_REFUSED, /* of this form, and wrong: the fault is set */
};

/* Lower case, separators of every script plain, blanks folded and trimmed. False when it cannot be a date at all. */
bool date_typed_tidy(char out[DATE_TYPED_ROOM], const char *typed);

/* "<the field's words> <format>", for example "Date of birth must include a year". Always false. */
__attribute__((format(printf, 3, 4))) bool date_entry_refuse(const struct date_context *context, struct fault *f,
							     const char *format, ...);
bool date_entry_refuse_missing(const struct date_context *context, struct fault *f);    /* "Enter the ..." */
bool date_entry_refuse_unreadable(const struct date_context *context, struct fault *f); /* with an example */
bool date_entry_refuse_range(const struct date_context *context, struct fault *f);      /* 1900 to 2200 */

bool date_month_lookup(const char *word, int *month);              /* "jul", "july", "sept" */
bool date_weekday_lookup(const char *word, enum weekday *weekday); /* "tue", "tues", "tuesday" */

/* t, tom, tue, last fri, eom. */
enum date_reading date_words_read(struct date_entry *out, const char *text, const struct date_context *context);

/* sd, icpc: NULL when there is no such anchor. */
const struct date_anchor *date_anchor_find(const char *text, const struct date_context *context);

/* 14 7 2026, 14jul, 2026-07-14, jul 2026. */
enum date_reading date_exact_read(struct date_entry *out, const char *text, const struct date_context *context,
				  struct fault *f);

/* Where the sum begins in "t+10", "-3", "sd +15wd"; NULL when there is none and every "-" is a separator. */
const char *date_sum_start(const char *text, const struct date_context *context);
/* Adds "+10wd -1d" to out->day. */
bool date_sum_apply(struct date_entry *out, const char *sums, const struct date_context *context, struct fault *f);

#endif
