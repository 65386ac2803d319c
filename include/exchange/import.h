/* An authority's own files taken in: its census return and its spreadsheets. A file is read once, from front to back, a
 * row or a child at a time, so that one larger than memory is as good as a small one. What cannot be understood is a
 * problem with its line, its field and what to do; that row is left out and the rest go on. */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include "casework/intake.h"

#include <stdio.h>

/* id, token, what to call the file */
#define IMPORT_KINDS(X)                                                                                                \
	X(CENSUS, "census", "census return")                                                                           \
	X(PEOPLE, "people", "list of people")                                                                          \
	X(CONTACTS, "contacts", "list of contacts")                                                                    \
	X(REQUESTS, "requests", "list of requests")

enum import_kind {
#define X(id, token, label) IMPORT_##id,
	IMPORT_KINDS(X)
#undef X
		IMPORT_KIND_COUNT
};

const char *import_kind_token(enum import_kind kind);
const char *import_kind_label(enum import_kind kind);
bool import_kind_from_token(const char *token, enum import_kind *out);

/* A column of a spreadsheet: found by its heading, in any order; what is not known here is left out, and said. */
struct import_column {
	const char *name; /* as our own list heads it, and as problems name it */
	const char *also; /* other headings, folded as text_fold does, parted by '|' */
	bool is_needed;   /* the file is refused without it */
	const char *holds;
};
/* The columns of a kind, NULL past the last; a census has none. */
const struct import_column *import_column(enum import_kind kind, size_t at);
/* "The agency, its team or its school. Also headed: organisation, service." */
const char *import_column_words(const struct import_column *column, struct arena *mem);

struct import_problem {
	size_t line;         /* counted from 1; 0 when it is about the whole file */
	const char *subject; /* "F000122" in a census; "" in a spreadsheet, where the line says it */
	const char *field;   /* the column or element; "" when it is about the whole row */
	const char *message; /* what is wrong and what to do, in one or two sentences */
};
struct import_problem_list {
	struct import_problem *items;
	size_t count, room;
};

/* The list holds the first problems only, so that a file of nothing else cannot fill the memory. */
enum { IMPORT_PROBLEMS_KEPT = 10000 };

struct import_report {
	const char *file; /* its name without the folder */
	const char *of;   /* what a census says it is: "CIN 2026 of authority 201"; "" for a spreadsheet */
	size_t read;      /* rows, or children of a census */
	size_t added, changed, unchanged, refused;
	size_t problem_count; /* of rows and of parts inside a child; may be more than the list holds */
	struct import_problem_list problems;
	struct import_problem_list notes; /* said once, nothing refused: columns or elements that were left out */
	bool kept;                        /* false after a dry run, and when the file was refused as a whole */
};

/* "people.csv, line 20, DOB: 31/02/2026 is not a real date. Type ..." */
const char *import_problem_text(const struct import_report *report, const struct import_problem *problem,
				struct arena *mem);

/* Told now and then how far the reading is. `percent` is -1 when the size is not known (a pipe). */
struct import_watch {
	void (*moved)(void *payload, int percent, size_t rows);
	void *payload;
};

/* All of a file as one batch: kept at its end, or, with `dry_run`, done and undone so that the same report comes out.
 * False when the file is refused as a whole; then nothing of it is kept, `f` says why, and the report says how far it
 * came. `watch` may be NULL. */
bool import_file(struct casework *cw, enum import_kind kind, const char *path, bool dry_run,
		 const struct import_watch *watch, struct arena *mem, struct import_report *out, struct fault *f);

/* Where rows go: to casework (import_file), or to a check or test. Each verb is as in casework/intake.h. */
struct import_sink {
	void *payload;
	bool (*contact)(void *payload, const struct intake_contact *row, enum intake_result *out, struct fault *f);
	bool (*person)(void *payload, const struct intake_person *row, enum intake_result *out, struct fault *f);
	bool (*request)(void *payload, const struct intake_request *row, enum intake_result *out, struct fault *f);
	bool (*child)(void *payload, const struct intake_child *child, struct arena *mem,
		      struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f);
	const char
		*la_code; /* whose file it is, "201": another authority's return is noted first; NULL: not compared */
};

/* The reading alone. `name` is what the report calls the file; `file` stays the caller's. */
bool import_read(enum import_kind kind, FILE *file, const char *name, const struct import_sink *sink,
		 const struct import_watch *watch, struct arena *mem, struct import_report *out, struct fault *f);

#endif
