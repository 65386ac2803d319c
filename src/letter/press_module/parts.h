/* What the files of the module share: its five calls, a growing run of bytes, and quiet libraries. */
#ifndef PRESS_PARTS_H
#define PRESS_PARTS_H

#include "letter/press.h"

bool pdf_make(const struct document *const *documents, size_t count, struct arena *mem, struct press_bytes *out,
	      int *pages, struct fault *f);
bool pdf_count_pages(const char *name, const struct press_bytes *pdf, int *pages, struct fault *f);
bool pdf_merge(const char *title, const struct press_part *parts, size_t count, struct arena *mem,
	       struct press_bytes *out, struct fault *f);
bool mail_make(const struct press_mail *mail, struct arena *mem, struct press_bytes *out, struct fault *f);
bool calendar_make(const struct calendar_event *events, size_t count, struct arena *mem, struct press_bytes *out,
		   struct fault *f);

/* One copy in the arena; false with the fault set when there is no room for it. */
bool bytes_keep(struct press_bytes *out, const void *bytes, size_t count, struct arena *mem, struct fault *f);

/* Nothing these libraries have to say may be written over a full-screen program. */
void libraries_be_quiet(void);

#endif
