/* Back-ups of a small case file, for the tests that make, break and restore them. */
#ifndef BACKUP_FIXTURE_H
#define BACKUP_FIXTURE_H

#include "store/backup.h"
#include "store_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

static const struct backup_key fixture_key = {.passphrase = "seven plain words in a row", .is_quick = true};

static inline const char *backup_path(struct fixture *x, const char *name)
{
	return arena_printf(&x->mem, "%s/%s", x->scratch.folder, name);
}

static inline bool make_backup(struct fixture *x, const char *name, const struct backup_key *key,
			       struct backup_manifest *out)
{
	struct backup_order order = {.path = backup_path(x, name), .key = key, .program = "quorate test"};

	x->f = (struct fault){0};
	return backup_make(x->s, &order, &x->mem, out, &x->f);
}

static inline bool restore_backup(struct fixture *x, const char *name, const struct backup_key *key, const char **kept)
{
	struct restore_order order = {.path = backup_path(x, name), .case_file = x->scratch.file, .key = key};
	struct backup_manifest manifest;

	x->f = (struct fault){0};
	return backup_restore(&order, &x->mem, &manifest, kept, &x->f);
}

static inline void save_agencies(struct fixture *x, int count)
{
	static const char *const names[] = {"Ọ̀ṣun Family Centre", "Health Visiting, East", "Y Bont School",
					    "Police, Public Protection"};

	int64_t there = fixture_agencies(x->s);

	for (int64_t i = there; i < there + count; i++)
		assert_ok(x, fixture_save(x->s, arena_printf(&x->mem, "%s %d", names[i % 4], (int)i), &x->f));
}

static inline int64_t count_of(const struct backup_manifest *manifest, const char *table)
{
	for (size_t i = 0; i < manifest->counts.count; i++)
		if (strcmp(manifest->counts.items[i].table, table) == 0)
			return manifest->counts.items[i].rows;
	return -1;
}

/* Names in the scratch folder; `but_of`: not those that begin with it. */
static inline int files_in_folder(struct fixture *x, const char *but_of)
{
	DIR *folder = opendir(x->scratch.folder);
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)))
		count += entry->d_name[0] != '.' && (!but_of || strncmp(entry->d_name, but_of, strlen(but_of)) != 0);
	closedir(folder);
	return count;
}

static inline unsigned char *whole_file(struct fixture *x, const char *path, size_t *bytes)
{
	FILE *file = fopen(path, "rb");
	struct stat about;
	unsigned char *all;

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &about), 0);
	all = arena_alloc(&x->mem, (size_t)about.st_size + 1);
	*bytes = fread(all, 1, (size_t)about.st_size, file);
	fclose(file);
	return all;
}

static inline void put_file(const char *path, const unsigned char *bytes, size_t count)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	fclose(file);
}

#endif
