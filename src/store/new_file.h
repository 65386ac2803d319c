/* A file that appears whole under its name or not at all, whatever stops the program. Private to src/store. */
#ifndef STORE_NEW_FILE_H
#define STORE_NEW_FILE_H

#include "base/fault.h"

#include <stdbool.h>

/* For a person, where they may write, and for nobody else; or in the place of the case file, for whoever it is for. */
enum new_file_for { NEW_FILE_FOR_A_PERSON, NEW_FILE_FOR_THE_CASE };

struct new_file {
	int fd;
	enum new_file_for whom;
	char *path; /* what it will be called */
	char *part; /* what it is called until then, where the file system knows no files without a name; else NULL */
};

/* Refuses (FAULT_REFUSED) when the name is taken. `what` names it in sentences: "back-up". */
bool new_file_begin(struct new_file *out, const char *path, enum new_file_for whom, const char *what, struct fault *f);

/* Everything on the disk, then the name. A name that was taken meanwhile is never written over. */
bool new_file_sync(const struct new_file *file, const char *what, struct fault *f);
bool new_file_name(struct new_file *file, const char *what, struct fault *f);

/* Gives back what is held; a file that has no name yet is gone. */
void new_file_end(struct new_file *file);

#endif
