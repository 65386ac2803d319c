/* Opening a sealed file into a veil, and looking through it to its last byte. */
#include "unseal.h"

#include "manifest.h"
#include "migrate.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *unseal_folder(const char *path, struct arena *mem)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return slash == path ? "/" : arena_text_n(mem, path, (size_t)(slash - path));
}

/* --- The file --- */

/* -1 with the fault set. */
static int open_sealed(const char *path, struct fault *f)
{
	struct stat about;
	int fd = rights_own_open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);

	if (fd >= 0 && fstat(fd, &about) == 0 && S_ISREG(about.st_mode))
		return fd;
	if (fd >= 0) {
		close(fd);
		fault_set(f, FAULT_NOT_FOUND, "This is no file with a back-up in it. Check the name that was given.");
		return -1;
	}
	fault_set(f, errno == ENOENT ? FAULT_NOT_FOUND : FAULT_STORAGE,
		  errno == ENOENT ? "There is no back-up of that name. Check the name that was given."
				  : "The back-up could not be opened. Check that you may read it.");
	fault_detail(f, "open: %s", strerror(errno));
	return -1;
}

bool backup_lock_of(const char *path, enum backup_lock *out, struct fault *f)
{
	unsigned char head[SEAL_HEAD_BYTES] = {0};
	int fd = open_sealed(path, f);
	ssize_t got;

	if (fd < 0)
		return false;
	got = read(fd, head, sizeof head);
	close(fd);
	if (got < 0) {
		fault_set(f, FAULT_STORAGE, "The disk reported an error while the back-up was read. Try again.");
		fault_detail(f, "read: %s", strerror(errno));
		return false;
	}
	if (!seal_head_check(head, f))
		return false;
	*out = (enum backup_lock)head[SEAL_KIND_AT];
	return true;
}

static bool read_manifest(struct seal *seal, struct arena *mem, struct backup_manifest *out, struct fault *f)
{
	bool is_last;

	if (!seal_read(seal, SEAL_MANIFEST_BYTES, &is_last, f))
		return false;
	return is_last ? fault_set(f, FAULT_CORRUPT, "There is no case file in this back-up. Take another back-up.")
		       : manifest_read(seal->plain, mem, out, f);
}

static bool read_pages(struct seal *seal, const struct backup_manifest *manifest, struct veil *v, struct fault *f)
{
	bool is_last = false;

	for (int64_t at = 0; at < manifest->bytes; at += SEAL_CHUNK_BYTES) {
		int64_t left = manifest->bytes - at;
		size_t now = left < SEAL_CHUNK_BYTES ? (size_t)left : SEAL_CHUNK_BYTES;

		if (!seal_read(seal, now, &is_last, f) || !veil_write(v, SNAPSHOT_PAGES, seal->plain, now, at, f))
			return false;
		if (is_last != (left <= SEAL_CHUNK_BYTES))
			return fault_set(f, FAULT_CORRUPT,
					 "The parts of this back-up are not as many as it says. Take another back-up.");
	}
	return true;
}

/* `v` NULL: the manifest alone. */
static bool read_sealed(const char *path, const struct backup_key *key, struct veil *v, struct arena *mem,
			struct backup_manifest *out, struct fault *f)
{
	struct seal *seal = arena_alloc(mem, sizeof *seal);
	int fd = seal ? open_sealed(path, f) : -1;
	bool ok = fd >= 0;

	if (!seal)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to open the back-up.");
	ok = ok && seal_open(seal, fd, key, f) && read_manifest(seal, mem, out, f) &&
	     (!v || read_pages(seal, out, v, f));
	seal_forget(seal);
	if (fd >= 0)
		close(fd);
	return ok;
}

bool backup_manifest_read(const char *path, const struct backup_key *key, struct arena *mem,
			  struct backup_manifest *out, struct fault *f)
{
	return read_sealed(path, key, NULL, mem, out, f);
}

/* --- What is in it --- */

static bool is_what_was_sealed(struct veil *v, const struct backup_manifest *manifest, struct fault *f)
{
	unsigned char hash[BACKUP_HASH_BYTES];

	if (!snapshot_hash(v, hash, f))
		return false;
	return memcmp(hash, manifest->hash, sizeof hash) == 0 ||
	       fault_set(
		       f, FAULT_CORRUPT,
		       "The case file in this back-up is not the one it was made of: its digest differs. Take another "
		       "back-up.");
}

static bool is_known_form(int form, struct fault *f)
{
	return form <= migrate_newest(schema_migrations) ||
	       fault_set(f, FAULT_REFUSED,
			 "This back-up was made by a newer version of Quorate (its form is %d, this program knows %d). "
			 "Use the newer program.",
			 form, migrate_newest(schema_migrations));
}

static bool counts_agree(const struct backup_manifest *manifest, const struct backup_manifest *found, struct fault *f)
{
	for (size_t i = 0; i < manifest->counts.count || i < found->counts.count; i++) {
		const struct backup_count *said = i < manifest->counts.count ? &manifest->counts.items[i] : NULL;
		const struct backup_count *is = i < found->counts.count ? &found->counts.items[i] : NULL;

		if (!said || !is || strcmp(said->table, is->table) != 0)
			return fault_set(f, FAULT_CORRUPT,
					 "This back-up does not have the tables it says it has. Take another back-up.");
		if (said->rows != is->rows)
			return fault_set(f, FAULT_CORRUPT,
					 "This back-up says that its table %.40s has %" PRId64
					 " rows, and it has %" PRId64 ". Take another back-up.",
					 said->table, said->rows, is->rows);
	}
	return true;
}

static bool look_through(struct veil *v, const struct backup_manifest *manifest, struct arena *mem, struct fault *f)
{
	struct backup_manifest found = {0};
	struct store *copy = NULL;
	bool ok = snapshot_open(v, &copy, f) && snapshot_describe(copy, mem, &found, f) &&
		  snapshot_check(copy, "This back-up", &manifest->anchor, mem, f);

	store_close(copy);
	if (ok && (found.form != manifest->form || found.anchor.row != manifest->anchor.row))
		ok = fault_set(f, FAULT_CORRUPT,
			       "This back-up holds another case file than it says it does. Take another back-up.");
	return ok && counts_agree(manifest, &found, f);
}

bool unseal(const char *path, const struct backup_key *key, struct veil *v, struct arena *mem,
	    struct backup_manifest *out, struct fault *f)
{
	return read_sealed(path, key, v, mem, out, f) && is_known_form(out->form, f) && is_what_was_sealed(v, out, f) &&
	       look_through(v, out, mem, f);
}

bool backup_verify(const char *path, const struct backup_key *key, struct arena *mem, struct backup_manifest *out,
		   struct fault *f)
{
	struct veil *v = veil_begin(unseal_folder(path, mem), f);
	bool ok = v && unseal(path, key, v, mem, out, f);

	veil_end(v);
	return ok;
}
