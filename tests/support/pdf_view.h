/* What another program sees in a PDF: its words, its pages, its tags. */
#ifndef SUPPORT_PDF_VIEW_H
#define SUPPORT_PDF_VIEW_H

#include "base/arena.h"
#include "letter/press.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The output of `tool`, in which %s stands for the file: "pdftotext -layout %s -". Its complaints are part of it. */
static inline char *pdf_view(const char *tool, const struct press_bytes *pdf, struct arena *mem)
{
	enum { ROOM = 1 << 20 };
	char path[] = "/tmp/quorate-view-XXXXXX", command[400];
	char *out = arena_alloc(mem, ROOM);
	int fd = mkstemp(path);
	size_t length = 0;
	FILE *pipe;

	if (!out || fd < 0 || write(fd, pdf->bytes, pdf->count) != (ssize_t)pdf->count)
		abort();
	close(fd);
	snprintf(command, sizeof command, "exec 2>&1; ");
	for (const char *at = tool; *at; at++)
		if (at[0] == '%' && at[1] == 's')
			strcat(command, path), at++;
		else
			strcat(command, (char[]){*at, '\0'});
	pipe = popen(command, "r");
	if (!pipe)
		abort();
	length = fread(out, 1, ROOM - 1, pipe);
	out[length] = '\0';
	pclose(pipe);
	unlink(path);
	return out;
}

#endif
