/* What doctor tells about the case file. */
#include "health.h"

#include "disk_cover.h"
#include "safe_place.h"
#include "statement.h"
#include "statement_list.h"
#include "transaction.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

static const struct statement health_pages = {"PRAGMA page_count", false};
static const struct statement health_free_pages = {"PRAGMA freelist_count", false};
static const struct statement health_version = {"PRAGMA user_version", false};
static const struct statement health_mode = {"PRAGMA journal_mode", false};
static const struct statement health_integrity = {"SELECT integrity_check AS complaint FROM pragma_integrity_check(10)",
						  false};
/* Rows of a table without row numbers have none to name. */
static const struct statement health_foreign_keys = {"SELECT 'row ' || coalesce(rowid, '?') || ' of ' || \"table\" || "
						     "' points at nothing in ' || parent AS complaint"
						     " FROM pragma_foreign_key_check LIMIT 10",
						     false};

const struct statement *const health_statements[] = {&health_pages, &health_free_pages, &health_version,
						     &health_mode,  &health_integrity,  &health_foreign_keys,
						     NULL};

struct word_row {
	const char *word;
};

static const struct column mode_columns[] = {{"journal_mode", COLUMN_TEXT, offsetof(struct word_row, word), NULL}};
static const struct column_list mode_list = COLUMN_LIST(struct word_row, mode_columns);
static const struct column complaint_columns[] = {{"complaint", COLUMN_TEXT, offsetof(struct word_row, word), NULL}};
static const struct column_list complaint_list = COLUMN_LIST(struct word_row, complaint_columns);

static bool first_word(struct store *s, const struct statement *q, const struct column_list *columns, struct arena *mem,
		       const char **out, struct fault *f)
{
	struct word_row row;
	struct fault why = {0};

	*out = "ok";
	if (store_select_one(s, q, NULL, columns, mem, &row, &why)) {
		*out = row.word;
		return true;
	}
	if (why.code != FAULT_NOT_FOUND && f)
		*f = why;
	return why.code == FAULT_NOT_FOUND;
}

static int64_t microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* One small write and sync in the folder, in a file without a name. -1 where that cannot be done. */
static int64_t measure_sync(const char *folder)
{
	char page[4096] = {0};
	int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
	int64_t from, took = -1;

	if (fd < 0)
		return -1;
	from = microseconds();
	if (write(fd, page, sizeof page) == (ssize_t)sizeof page && fsync(fd) == 0)
		took = microseconds() - from;
	close(fd);
	return took;
}

static bool look_at_disk(struct store *s, struct arena *mem, struct store_health *out, struct fault *f)
{
	char *folder = arena_text_n(mem, s->path, (size_t)(strrchr(s->path, '/') - s->path) + 1);
	enum disk_cover cover;
	struct statvfs room;
	struct stat file;

	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to look at the case file.");
	safe_place_is_local(folder, &out->file_system);
	out->sync_microseconds = measure_sync(folder);
	out->disk_free_bytes = statvfs(folder, &room) == 0 ? (int64_t)room.f_bavail * (int64_t)room.f_frsize : -1;
	out->bytes = lstat(s->path, &file) == 0 ? (int64_t)file.st_size : -1;
	out->mode = out->bytes >= 0 ? file.st_mode & 07777 : 0;
	out->folder_mode = stat(folder, &file) == 0 ? file.st_mode & 07777 : 0;
	out->folder_group = out->folder_mode ? file.st_gid : 0;
	cover = out->folder_mode ? disk_cover_of("", file.st_dev) : DISK_COVER_UNKNOWN;
	out->is_encrypted = cover == DISK_COVER_CRYPT;
	out->is_in_clear = cover == DISK_COVER_NONE;
	out->is_swap_in_clear = disk_cover_of_swap("") == DISK_COVER_NONE;
	return true;
}

bool health_soundness(struct store *s, struct arena *mem, const char **integrity, const char **foreign_keys,
		      struct fault *f)
{
	return first_word(s, &health_integrity, &complaint_list, mem, integrity, f) &&
	       first_word(s, &health_foreign_keys, &complaint_list, mem, foreign_keys, f);
}

bool store_examine(struct store *s, struct arena *mem, struct store_health *out, struct fault *f)
{
	int64_t version;

	*out = (struct store_health){.library = sqlite3_libversion(), .why_mode = s->why_mode};
	if (!look_at_disk(s, mem, out, f) || !store_select_number(s, &health_pages, NULL, 0, &out->page_count, f) ||
	    !store_select_number(s, &health_free_pages, NULL, 0, &out->free_pages, f) ||
	    !store_select_number(s, &health_version, NULL, 0, &version, f))
		return false;
	out->schema_version = (int)version;
	return first_word(s, &health_mode, &mode_list, mem, &out->journal_mode, f) &&
	       health_soundness(s, mem, &out->integrity, &out->foreign_keys, f) && store_shape(s, mem, &out->shape, f);
}
