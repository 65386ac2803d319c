/* The table through which the program calls the module that holds the heavy libraries. */
#ifndef LETTER_PRESS_MODULE_H
#define LETTER_PRESS_MODULE_H

#include "letter/press.h"

/* Counts up whenever the table, or a struct that goes through it, changes: a session that runs on while a new version
 * is installed must not call the new module by the old table. */
#define PRESS_MODULE_VERSION 2
#define PRESS_MODULE_TABLE   "quorate_press_table"

struct press_module {
	int version;
	bool (*pdf)(const struct document *const *documents, size_t count, struct arena *mem, struct press_bytes *out,
		    int *pages, struct fault *f);
	bool (*count_pages)(const char *name, const struct press_bytes *pdf, int *pages, struct fault *f);
	bool (*merge)(const char *title, const struct press_part *parts, size_t count, struct arena *mem,
		      struct press_bytes *out, struct fault *f);
	bool (*mail)(const struct press_mail *mail, struct arena *mem, struct press_bytes *out, struct fault *f);
	bool (*calendar)(const struct calendar_event *events, size_t count, struct arena *mem, struct press_bytes *out,
			 struct fault *f);
};

#endif
