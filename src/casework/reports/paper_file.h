/* Papers on the disk: a file read whole and checked, and a new file written whole or not at all. */
#ifndef CASEWORK_PAPER_FILE_H
#define CASEWORK_PAPER_FILE_H

#include "base/arena.h"
#include "base/fault.h"

struct paper_file {
	const char *name, *media_type; /* name: safe to store, to show and to use again */
	const unsigned char *bytes;
	size_t count;
};

/* A regular file of at most PAPER_MOST_BYTES that holds something; links, devices, pipes and programs are refused.
 * FAULT_REFUSED with field "path". */
bool paper_file_read(const char *path, struct arena *mem, struct paper_file *out, struct fault *f);

/* A new file of mode 0600 in `folder`: never over another ("report (2).pdf"), and none is left when the disk is full.
 * FAULT_REFUSED or FAULT_STORAGE with field "folder". */
bool paper_file_write(const char *folder, const char *name, const void *bytes, size_t count, struct arena *mem,
		      const char **path, struct fault *f);
/* Can files be made there? Asked before anything is kept that is to be written there. */
bool paper_folder_check(const char *folder, struct fault *f);

/* The last part of a path without anything a file system, terminal or mail could trip over; "paper" when nothing is
 * left. */
const char *paper_safe_name(const char *path, struct arena *mem);

/* By what it begins with, then by its ending: "application/pdf"; "application/octet-stream" when it is neither. */
const char *paper_media_type(const char *name, const unsigned char *bytes, size_t count);
/* "a picture", "a Word document", "a file of another kind" */
const char *paper_kind_words(const char *media_type);

#endif
