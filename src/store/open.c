/* The one way to open, make and close a case file. docs/reliability.md gives the reason for each step. */
#include "folder_lock.h"
#include "guard.h"
#include "journal_mode.h"
#include "migrate.h"
#include "safe_place.h"
#include "sqlite_fault.h"
#include "statement.h"
#include "transaction.h"
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct store *new_store(const struct store_opening *how, struct fault *f)
{
	struct store *s = calloc(1, sizeof *s);

	if (!s) {
		sqlite_fault(NULL, STORE_OPENING, f);
		return NULL;
	}
	s->waiting.tell = how->waiting;
	s->waiting.payload = how->payload;
	s->waiting.most_milliseconds = (how->busy_seconds > 0 ? how->busy_seconds : 10) * (int64_t)1000;
	s->waiting.jitter = (unsigned)getpid();
	s->read_only = how->read_only ? ASKED_TO_LOOK_ONLY : MAY_WRITE;
	s->presence = -1;
	s->path = safe_place_resolve(how->path, "case file", f);
	if (!s->path) {
		free(s);
		return NULL;
	}
	return s;
}

static bool connect(struct store *s, struct fault *f)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;

	/* Pages are had one by one: else twenty are kept for the one that is looked at each second. Too late for it
	 * where SQLite is at work already, and no worse then. */
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	/* Without the journal's place nothing can be saved, so look only. */
	if (s->read_only == MAY_WRITE && !safe_place_folder_is_writable(s->path))
		s->read_only = FILE_IS_READ_ONLY;
	flags |= s->read_only == MAY_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
	if (sqlite3_open_v2(s->path, &s->db, flags, NULL) != SQLITE_OK)
		return sqlite_fault(s->db, STORE_OPENING, f);
	if (s->read_only == MAY_WRITE && sqlite3_db_readonly(s->db, "main") == 1)
		s->read_only = FILE_IS_READ_ONLY;
	return guard_connection(s, f);
}

/* The first reading of the file: a hot journal is played back here, and damage at its head shows. */
static bool check_identity(struct store *s, int newest, struct fault *f)
{
	int64_t id, version;

	if (!guard_number(s, "PRAGMA application_id", &id, f) || !guard_number(s, "PRAGMA user_version", &version, f))
		return false;
	if (id != CASE_FILE_APPLICATION_ID || version < 1)
		return fault_set(
			f, FAULT_CORRUPT,
			"This file belongs to another program: it is not a case file. Check the name that was given.");
	if (version > newest)
		return fault_set(f, FAULT_REFUSED,
				 "This case file was made by a newer version of Quorate (its form is %lld, this "
				 "program knows %d). "
				 "Use the newer program.",
				 (long long)version, newest);
	if (version < newest && s->read_only != MAY_WRITE)
		return fault_set(f, FAULT_REFUSED,
				 "This case file was made by an older version of Quorate. Open it once with the right "
				 "to write, so "
				 "that it can be brought up to date.");
	return true;
}

static bool read_whole(struct store *s, const struct store_seams *seams, bool is_new, struct fault *f)
{
	const struct migration *list = seams->migrations ? seams->migrations : schema_migrations;
	int library = seams->library_version ? seams->library_version : sqlite3_libversion_number();

	return (is_new || check_identity(s, migrate_newest(list), f)) && journal_mode_set(s, library, f) &&
	       (s->read_only != MAY_WRITE || migrate(s, list, is_new, f));
}

/* The pages that tell the tables are each used for the next meanwhile: left between what stays for the whole session
 * they would keep 0.09 MiB of it from being given back. */
static bool make_ready(struct store *s, const struct store_seams *seams, bool is_new, struct fault *f)
{
	sqlite3_int64 most;
	bool ok;

	if (!connect(s, f))
		return false;
	most = sqlite3_soft_heap_limit64(1);
	ok = read_whole(s, seams, is_new, f);
	sqlite3_soft_heap_limit64(most);
	if (!ok)
		return false;
	guard_authorize(s);
	return transaction_prepare(s, f) && watch_begin(s, f);
}

bool store_open_with(struct store **out, const struct store_opening *how, const struct store_seams *seams,
		     struct fault *f)
{
	struct store *s = new_store(how, f);
	struct stat file;

	*out = NULL;
	if (!s)
		return false;
	if (!safe_place_folder(s->path, seams->is_local, f) || !folder_lock_share(s, f) ||
	    !safe_place_file(s->path, &file, f))
		goto failed;
	s->device = file.st_dev;
	s->inode = file.st_ino;
	if (!make_ready(s, seams, false, f) || !store_still_ours(s, f))
		goto failed;
	*out = s;
	return true;
failed:
	store_close(s);
	return false;
}

bool store_open(struct store **out, const struct store_opening *how, struct fault *f)
{
	return store_open_with(out, how, &(struct store_seams){0}, f);
}

static bool make_empty_file(const char *path, struct fault *f)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd >= 0) {
		bool ok = fchmod(fd, store_file_mode(path)) == 0;

		return (close(fd) == 0 && ok) ||
		       fault_set(f, FAULT_STORAGE, "The case file could not be made. Check the disk.");
	}
	if (errno == EEXIST)
		return fault_set(f, FAULT_REFUSED,
				 "There is already a file of that name, and it was left as it is. Give another name.");
	fault_set(f, FAULT_STORAGE,
		  "The case file could not be made. Check that you may write to its folder and that the "
		  "disk is not full.");
	fault_detail(f, "open: %s", strerror(errno));
	return false;
}

void store_discard(const char *path)
{
	char *journal = NULL;

	unlink(path);
	if (asprintf(&journal, "%s-journal", path) >= 0) {
		unlink(journal);
		free(journal);
	}
}

bool store_create_with(const char *path, const struct store_seams *seams, struct fault *f)
{
	struct store *s = new_store(&(struct store_opening){.path = path}, f);
	bool ok = false, made = false;

	if (!s)
		return false;
	if (safe_place_folder(s->path, seams->is_local, f))
		made = make_empty_file(s->path, f);
	if (made)
		ok = make_ready(s, seams, true, f);
	if (ok)
		safe_place_sync_folder(s->path);
	else if (made)
		store_discard(s->path);
	store_close(s);
	return ok;
}

bool store_create(const char *path, struct fault *f)
{
	return store_create_with(path, &(struct store_seams){0}, f);
}

void store_close(struct store *s)
{
	if (!s)
		return;
	statement_forget_all(s);
	sqlite3_close(s->db);
	folder_lock_give(s->presence);
	free(s->path);
	free(s);
}

bool store_is_read_only(const struct store *s)
{
	return s->read_only != MAY_WRITE;
}
