/* What a case file and its journal can be after the power failed: all that was synced, and of what was written since
 * any part, in any order, torn between sectors. */
#ifndef TESTS_POWER_CUT_H
#define TESTS_POWER_CUT_H

#include "fault_vfs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { ACTS_MOST = 20000, SECTOR = 512, CASE_FILE = 0, JOURNAL = 1 };

struct act {
	enum fault_vfs_act what;
	bool is_journal;
	int64_t at;
	int bytes;
	char *from;
};

struct disk_file {
	char *bytes;
	int64_t size;
	bool exists;
};

static struct {
	struct act acts[ACTS_MOST];
	int count;
} heard;

static inline void power_hear(enum fault_vfs_act what, bool is_journal, const void *from, int64_t at, int bytes)
{
	struct act *act = &heard.acts[heard.count];

	assert_true(heard.count < ACTS_MOST);
	*act = (struct act){what, is_journal, at, bytes, NULL};
	if (bytes) {
		act->from = malloc((size_t)bytes);
		assert_non_null(act->from);
		memcpy(act->from, from, (size_t)bytes);
	}
	heard.count++;
}

static inline void power_forget(void)
{
	for (int i = 0; i < heard.count; i++)
		free(heard.acts[i].from);
	heard.count = 0;
}

static inline void disk_resize(struct disk_file *file, int64_t size)
{
	if (size > file->size) {
		char *longer = calloc(1, (size_t)size);

		assert_non_null(longer);
		if (file->size > 0)
			memcpy(longer, file->bytes, (size_t)file->size);
		free(file->bytes);
		file->bytes = longer;
	}
	file->size = size;
}

static inline void disk_apply(struct disk_file *file, const struct act *act, int from, int bytes)
{
	if (act->what == VFS_TRUNCATES) {
		disk_resize(file, act->at);
	} else if (act->what == VFS_DELETES) {
		disk_resize(file, 0);
		file->exists = false;
	} else if (act->what == VFS_WRITES && bytes > 0) {
		if (act->at + from + bytes > file->size)
			disk_resize(file, act->at + from + bytes);
		memcpy(file->bytes + act->at + from, act->from + from, (size_t)bytes);
	}
	if (act->what != VFS_DELETES)
		file->exists = true;
}

static inline unsigned power_chance(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*seed >> 40);
}

/* An act that no sync followed: done, not done, or a write of which some sectors came to be. */
static inline void disk_perhaps(struct disk_file *file, const struct act *act, uint64_t *seed)
{
	unsigned chance = power_chance(seed) % 4;

	if (chance == 0)
		return;
	if (chance < 3 || act->what != VFS_WRITES) {
		disk_apply(file, act, 0, act->bytes);
		return;
	}
	for (int at = 0; at < act->bytes; at += SECTOR)
		if (power_chance(seed) % 2)
			disk_apply(file, act, at, act->bytes - at < SECTOR ? act->bytes - at : SECTOR);
}

/* Of one file, when the power failed after so many acts. A change of the folder that was asked to be synced is. */
static inline void disk_after(struct disk_file *file, bool is_journal, int cut, uint64_t *seed)
{
	int synced = 0;

	for (int i = 0; i < cut; i++)
		if (heard.acts[i].is_journal == is_journal &&
		    (heard.acts[i].what == VFS_SYNCS || (heard.acts[i].what == VFS_DELETES && heard.acts[i].at)))
			synced = i + 1;
	for (int i = 0; i < cut; i++) {
		const struct act *act = &heard.acts[i];

		if (act->is_journal != is_journal || act->what == VFS_SYNCS)
			continue;
		if (i < synced)
			disk_apply(file, act, 0, act->bytes);
		else
			disk_perhaps(file, act, seed);
	}
}

static inline void disk_write(const struct disk_file *file, const char *path)
{
	FILE *out;

	unlink(path);
	if (!file->exists)
		return;
	out = fopen(path, "wb");
	assert_non_null(out);
	assert_int_equal(fwrite(file->bytes, 1, (size_t)file->size, out), (size_t)file->size);
	assert_int_equal(fclose(out), 0);
}

/* Two files with the same mark are the same for all that chance can do. */
static inline uint64_t disk_mark(const struct disk_file *file, uint64_t mark)
{
	int64_t at = 0;

	mark = (mark ^ (uint64_t)file->size ^ (uint64_t)file->exists << 62) * 0x9e3779b97f4a7c15u;
	for (uint64_t word; at + (int64_t)sizeof word <= file->size; at += (int64_t)sizeof word) {
		memcpy(&word, file->bytes + at, sizeof word);
		mark = (mark ^ word) * 0x9e3779b97f4a7c15u;
		mark ^= mark >> 29;
	}
	for (; at < file->size; at++)
		mark = (mark ^ (unsigned char)file->bytes[at]) * 0x9e3779b97f4a7c15u;
	return mark;
}

#endif
