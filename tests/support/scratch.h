/* A folder of its own for each test that needs real files, removed at its end. */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct scratch {
	char folder[200];
	char file[240]; /* folder/case.db, not made yet */
};

static inline const char *scratch_root(void)
{
	const char *root = getenv("TMPDIR");

	return root && *root ? root : "/tmp";
}

static inline void scratch_begin(struct scratch *scratch)
{
	snprintf(scratch->folder, sizeof scratch->folder, "%s/quorate-test-XXXXXX", scratch_root());
	if (!mkdtemp(scratch->folder)) {
		perror(scratch->folder);
		abort();
	}
	snprintf(scratch->file, sizeof scratch->file, "%s/case.db", scratch->folder);
}

static inline int scratch_remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	(void)about;
	(void)kind;
	(void)where;
	return remove(path);
}

static inline void scratch_remove(const char *folder)
{
	chmod(folder, 0700);
	nftw(folder, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static inline void scratch_end(struct scratch *scratch)
{
	scratch_remove(scratch->folder);
}

#endif
