/* One reading of one file: where its rows go and what is counted and said on the way. */
#ifndef EXCHANGE_IMPORT_RUN_H
#define EXCHANGE_IMPORT_RUN_H

#include "exchange/import.h"

struct import_run {
	const struct import_sink *sink;
	const struct import_watch *watch; /* may be NULL */
	struct arena *mem;                /* the report's */
	struct arena row;                 /* what one row needs; reset before the next */
	struct import_report *report;
	FILE *file;
	int64_t size, done; /* bytes; size 0 when not known */
};

/* Up to `most` bytes more; 0 at the end. -1 with `f` set when the disk said no. */
ptrdiff_t run_bytes(struct import_run *run, void *into, size_t most, struct fault *f);

__attribute__((format(printf, 5, 6))) void run_problem(struct import_run *run, size_t line, const char *subject,
						       const char *field, const char *format, ...);
/* Said once: an element or column that is left out. Nothing is refused by it. */
__attribute__((format(printf, 3, 4))) void run_note(struct import_run *run, const char *field, const char *format, ...);

/* A row was read and refused here, before casework saw it. */
void run_refused(struct import_run *run);
/* What casework did with a row. False ends the import: not the row but the file or the disk is at fault. */
bool run_counted(struct import_run *run, size_t line, const char *subject, bool done, enum intake_result result,
		 const struct fault *why, struct fault *f);

/* What a file said, fit to stand in a sentence: printable and short. Lives as long as the row. */
const char *run_quoted(struct import_run *run, const char *text);

bool run_sheet(struct import_run *run, enum import_kind kind, struct fault *f);
bool run_census(struct import_run *run, struct fault *f);

#endif
