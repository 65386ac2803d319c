/* The files under the veil: opened without a name, each block sealed with its place as it is written. */
#include "veil.h"

#include "veil_vfs.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Static_assert(VEIL_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "the length veil.h names");
_Static_assert(VEIL_NONCE_BYTES == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "the length veil.h names");
_Static_assert(VEIL_TAG_BYTES == crypto_aead_xchacha20poly1305_ietf_ABYTES, "the length veil.h names");

enum { SEALED_BLOCK = VEIL_NONCE_BYTES + VEIL_BLOCK + VEIL_TAG_BYTES };

/* --- Blocks --- */

static bool all_of(struct veil *v, ssize_t done, size_t wanted)
{
	if (done == (ssize_t)wanted)
		return true;
	v->last_errno = done < 0 ? errno : ENOSPC;
	return false;
}

/* The place of a block is part of what is sealed, so that no block passes for another. */
static bool write_block(struct veil *v, const struct veil_file *file, int64_t block, const unsigned char *plain)
{
	unsigned char sealed[SEALED_BLOCK];

	sodium_increment(v->nonce, sizeof v->nonce);
	memcpy(sealed, v->nonce, sizeof v->nonce);
	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + VEIL_NONCE_BYTES, NULL, plain, VEIL_BLOCK,
						   (const unsigned char *)&block, sizeof block, NULL, sealed, v->key);
	return all_of(v, pwrite(file->fd, sealed, sizeof sealed, block * SEALED_BLOCK), sizeof sealed);
}

static bool read_block(struct veil *v, const struct veil_file *file, int64_t block, unsigned char *plain)
{
	unsigned char sealed[SEALED_BLOCK];
	ssize_t got = pread(file->fd, sealed, sizeof sealed, block * SEALED_BLOCK);

	if (got == 0) { /* between the end of a file that was made longer and what was written there */
		memset(plain, 0, VEIL_BLOCK);
		return true;
	}
	if (got != sizeof sealed || crypto_aead_xchacha20poly1305_ietf_decrypt(
					    plain, NULL, NULL, sealed + VEIL_NONCE_BYTES, VEIL_BLOCK + VEIL_TAG_BYTES,
					    (const unsigned char *)&block, sizeof block, sealed, v->key) != 0) {
		v->last_errno = got < 0 ? errno : EIO;
		return false;
	}
	return true;
}

bool veil_file_read(struct veil *v, const struct veil_file *file, void *into, size_t bytes, int64_t from)
{
	unsigned char plain[VEIL_BLOCK];
	unsigned char *out = into;

	while (bytes > 0) {
		size_t inside = (size_t)(from % VEIL_BLOCK),
		       part = VEIL_BLOCK - inside < bytes ? VEIL_BLOCK - inside : bytes;

		if (!read_block(v, file, from / VEIL_BLOCK, plain))
			return false;
		memcpy(out, plain + inside, part);
		out += part;
		from += (int64_t)part;
		bytes -= part;
	}
	return true;
}

/* Blocks between the old end and a write far behind it are written too: what is sealed has no holes. */
static bool fill_up_to(struct veil *v, struct veil_file *file, int64_t block)
{
	static const unsigned char nothing[VEIL_BLOCK];
	int64_t end = (file->bytes + VEIL_BLOCK - 1) / VEIL_BLOCK;

	for (; end < block; end++)
		if (!write_block(v, file, end, nothing))
			return false;
	return true;
}

bool veil_file_write(struct veil *v, struct veil_file *file, const void *from, size_t bytes, int64_t at)
{
	unsigned char plain[VEIL_BLOCK];
	const unsigned char *in = from;

	if (!fill_up_to(v, file, at / VEIL_BLOCK))
		return false;
	while (bytes > 0) {
		size_t inside = (size_t)(at % VEIL_BLOCK),
		       part = VEIL_BLOCK - inside < bytes ? VEIL_BLOCK - inside : bytes;
		int64_t block = at / VEIL_BLOCK;

		if (part < VEIL_BLOCK) {
			memset(plain, 0, sizeof plain);
			if (block * VEIL_BLOCK < file->bytes && !read_block(v, file, block, plain))
				return false;
		}
		memcpy(plain + inside, in, part);
		if (!write_block(v, file, block, plain))
			return false;
		in += part;
		at += (int64_t)part;
		bytes -= part;
		if (at > file->bytes)
			file->bytes = at;
	}
	return true;
}

bool veil_file_cut(struct veil *v, struct veil_file *file, int64_t bytes)
{
	unsigned char plain[VEIL_BLOCK];
	int64_t blocks = (bytes + VEIL_BLOCK - 1) / VEIL_BLOCK;
	size_t inside = (size_t)(bytes % VEIL_BLOCK);

	if (bytes >= file->bytes)
		return true;
	if (inside > 0) { /* what is cut off the last block is gone too */
		if (!read_block(v, file, blocks - 1, plain))
			return false;
		memset(plain + inside, 0, VEIL_BLOCK - inside);
		if (!write_block(v, file, blocks - 1, plain))
			return false;
	}
	if (ftruncate(file->fd, blocks * SEALED_BLOCK) != 0) {
		v->last_errno = errno;
		return false;
	}
	file->bytes = bytes;
	return true;
}

/* --- Files --- */

/* Where the file system knows no files without a name, one is made and its name taken away at once. */
static int open_nameless(const char *folder)
{
	char path[560];
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
		return fd;
	snprintf(path, sizeof path, "%s/.veil-XXXXXX", folder);
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		unlink(path);
	return fd;
}

struct veil_file *veil_find(struct veil *v, const char *name)
{
	for (size_t i = 0; i < VEIL_FILES; i++)
		if (v->files[i].fd >= 0 && *name && strcmp(v->files[i].name, name) == 0)
			return &v->files[i];
	return NULL;
}

struct veil_file *veil_make(struct veil *v, const char *name)
{
	for (size_t i = 0; i < VEIL_FILES; i++) {
		struct veil_file *file = &v->files[i];

		if (file->fd >= 0)
			continue;
		*file = (struct veil_file){.fd = open_nameless(v->folder)};
		if (file->fd < 0) {
			v->last_errno = errno;
			return NULL;
		}
		snprintf(file->name, sizeof file->name, "%s", name);
		return file;
	}
	v->last_errno = EMFILE;
	return NULL;
}

void veil_drop(struct veil_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	*file = (struct veil_file){.fd = -1};
}

void veil_forget(struct veil *v, const char *name)
{
	struct veil_file *file = veil_find(v, name);

	if (file)
		veil_drop(file);
}

int64_t veil_bytes(const struct veil *v, const char *name)
{
	for (size_t i = 0; i < VEIL_FILES; i++)
		if (v->files[i].fd >= 0 && strcmp(v->files[i].name, name) == 0)
			return v->files[i].bytes;
	return -1;
}

bool veil_read(struct veil *v, const char *name, void *into, size_t bytes, int64_t from, struct fault *f)
{
	const struct veil_file *file = veil_find(v, name);

	return (file && veil_file_read(v, file, into, bytes, from)) || veil_fault(v, f);
}

bool veil_write(struct veil *v, const char *name, const void *from, size_t bytes, int64_t at, struct fault *f)
{
	struct veil_file *file = veil_find(v, name);

	if (!file)
		file = veil_make(v, name);
	return (file && veil_file_write(v, file, from, bytes, at)) || veil_fault(v, f);
}

bool veil_fault(const struct veil *v, struct fault *f)
{
	bool is_full = v->last_errno == ENOSPC || v->last_errno == EDQUOT || v->last_errno == EFBIG;

	if (is_full)
		fault_set(f, FAULT_STORAGE,
			  "The disk is full: there was no room for the working copy, and nothing was left behind. Make "
			  "room, then try again.");
	else
		fault_set(f, FAULT_STORAGE,
			  "The disk reported an error while the working copy was made; nothing was left behind. Have "
			  "the disk checked.");
	fault_detail(f, "under the veil: %s", strerror(v->last_errno));
	return false;
}

/* --- The veil itself --- */

static bool choose_folder(struct veil *v, const char *folder)
{
	static const char *const places[] = {"/var/tmp", "/tmp"};
	size_t next = 0;

	for (;;) {
		int fd;

		if (folder) {
			snprintf(v->folder, sizeof v->folder, "%s", folder);
			fd = strlen(folder) < sizeof v->folder ? open_nameless(folder) : -1;
			if (fd >= 0)
				return close(fd) == 0;
		}
		if (next == sizeof places / sizeof *places)
			return false;
		folder = places[next++];
	}
}

struct veil *veil_begin(const char *folder, struct fault *f)
{
	struct veil *v = sodium_init() < 0 ? NULL : calloc(1, sizeof *v);

	if (!v) {
		fault_set(f, FAULT_MEMORY, "There is not enough memory for the working copy.");
		return NULL;
	}
	for (size_t i = 0; i < VEIL_FILES; i++)
		v->files[i].fd = -1;
	if (!choose_folder(v, folder)) {
		fault_set(f, FAULT_STORAGE,
			  "No folder could be found for the working copy. Give the right to write to the folder of the "
			  "back-up or to /var/tmp.");
		free(v);
		return NULL;
	}
	randombytes_buf(v->key, sizeof v->key);
	randombytes_buf(v->nonce, sizeof v->nonce);
	if (veil_register(v))
		return v;
	fault_set(f, FAULT_MEMORY, "There is not enough memory for the working copy.");
	free(v);
	return NULL;
}

void veil_end(struct veil *v)
{
	if (!v)
		return;
	sqlite3_vfs_unregister(&v->vfs);
	for (size_t i = 0; i < VEIL_FILES; i++)
		veil_drop(&v->files[i]);
	sodium_memzero(v, sizeof *v);
	free(v);
}

bool veil_open(struct veil *v, const char *name, sqlite3 **out, struct fault *f)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

	if (sqlite3_open_v2(name, out, flags, v->vfs_name) == SQLITE_OK) {
		sqlite3_extended_result_codes(*out, 1);
		return true;
	}
	sqlite3_close(*out);
	*out = NULL;
	return veil_fault(v, f);
}
