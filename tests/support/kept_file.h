/* A file that takes long to make: made once by the first test of a program, and every other begins with a copy. */
#ifndef SUPPORT_KEPT_FILE_H
#define SUPPORT_KEPT_FILE_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct kept_file {
	char *bytes; /* NULL: not made yet */
	size_t count;
	mode_t mode;
};

static inline void kept_file_must(bool ok, const char *path)
{
	if (ok)
		return;
	perror(path);
	abort();
}

/* Nobody may have the file open: closing it here would take his locks. */
static inline void kept_file_read(struct kept_file *kept, const char *path)
{
	struct stat about;
	FILE *file = fopen(path, "rb");

	kept_file_must(file && fstat(fileno(file), &about) == 0, path);
	kept->count = (size_t)about.st_size;
	kept->mode = about.st_mode & 07777;
	kept->bytes = malloc(kept->count);
	kept_file_must(kept->bytes && fread(kept->bytes, 1, kept->count, file) == kept->count, path);
	fclose(file);
}

static inline void kept_file_write(const struct kept_file *kept, const char *path)
{
	FILE *file = fopen(path, "wbx");

	kept_file_must(file && fchmod(fileno(file), kept->mode) == 0, path);
	kept_file_must(fwrite(kept->bytes, 1, kept->count, file) == kept->count && fclose(file) == 0, path);
}

#endif
