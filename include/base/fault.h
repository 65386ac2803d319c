/* What went wrong, as a value: filled where it happened, carried up, shown once at the top. */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include <stdbool.h>

/* The command line's exit codes follow from these (fault_exit_code). */
enum fault_code {
	FAULT_NONE,
	FAULT_NOT_FOUND,   /* what was asked for is not there */
	FAULT_USAGE,       /* the command line was not understood */
	FAULT_REFUSED,     /* a rule of practice or a check on what was typed refuses it */
	FAULT_NOT_ALLOWED, /* this person's role may not */
	FAULT_BUSY,        /* another person is saving; trying again may work */
	FAULT_CONFLICT,    /* another person changed the same record since it was read */
	FAULT_CORRUPT,     /* the case file is damaged, foreign or tampered with */
	FAULT_STORAGE,     /* the disk or the operating system said no */
	FAULT_MEMORY,
};

#define FAULT_FIELD_ROOM   40
#define FAULT_MESSAGE_ROOM 320
#define FAULT_DETAIL_ROOM  240

struct fault {
	enum fault_code code;
	char field[FAULT_FIELD_ROOM];     /* which field or column it is about; empty when none */
	char message[FAULT_MESSAGE_ROOM]; /* one plain sentence for the worker: what happened, what to do */
	char detail[FAULT_DETAIL_ROOM];   /* for the log and doctor: errno, SQLite's words; no personal data */
};

/* All always return false, so that callers write `return fault_set(...)`. `f` may be NULL. What a field says is refused
 * by fault_field; what it names and is not there is missing. */
__attribute__((format(printf, 3, 4))) bool fault_set(struct fault *f, enum fault_code code, const char *format, ...);
__attribute__((format(printf, 3, 4))) bool fault_field(struct fault *f, const char *field, const char *format, ...);
__attribute__((format(printf, 3, 4))) bool fault_missing(struct fault *f, const char *field, const char *format, ...);

/* Adds the technical detail to a fault already set. */
__attribute__((format(printf, 2, 3))) void fault_detail(struct fault *f, const char *format, ...);

/* 0 done, 1 failed or not found, 2 usage, 3 refused, 4 not allowed, 5 busy, 6 corrupt. */
int fault_exit_code(enum fault_code code);

#endif
