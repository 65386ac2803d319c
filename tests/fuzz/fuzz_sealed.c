/* Any bytes as a sealed file: no more is done for them than a back-up of ours asks for, and nothing that was not sealed
 * comes out. The same bytes are tried with a head whose digest fits, as a manifest, and as the head of an audit log. */
#include "manifest.h"
#include "seal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static int file_of(const uint8_t *bytes, size_t size)
{
	int fd = memfd_create("sealed", MFD_CLOEXEC);

	require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size && lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

/* What no key of ours made is refused with a sentence. */
static void open_any(const uint8_t *bytes, size_t size)
{
	const struct backup_key words = {.passphrase = "x"};
	const struct backup_key key = {
		.secret_key = "0000000000000000000000000000000000000000000000000000000000000001"};
	struct seal *seal = calloc(1, sizeof *seal);
	struct fault f = {0};
	int fd = file_of(bytes, size);
	bool is_last;

	require(seal != NULL);
	if (size > SEAL_KIND_AT && bytes[SEAL_KIND_AT] == BACKUP_BY_KEY) {
		if (seal_open(seal, fd, &key, &f))
			require(!seal_read(seal, SEAL_MANIFEST_BYTES, &is_last, &f));
	} else if (size < SEAL_HEAD_BYTES || !seal_head_check(bytes, &f)) {
		require(!seal_open(seal, fd, &words,
				   &f)); /* a fitting passphrase head takes too long to search through */
	}
	require(f.code == FAULT_NONE || *f.message);
	close(fd);
	free(seal);
}

/* A manifest that reads well is written back as it was read. */
static void read_manifest(const uint8_t *bytes, size_t size)
{
	unsigned char in[SEAL_MANIFEST_BYTES] = {0}, out[SEAL_MANIFEST_BYTES];
	struct backup_manifest manifest, again;
	struct arena mem = {0};
	struct fault f = {0};

	memcpy(in, bytes, size < sizeof in ? size : sizeof in);
	if (manifest_read(in, &mem, &manifest, &f)) {
		require(manifest.bytes > 0 && manifest.form > 0);
		require(manifest_write(&manifest, out, &f));
		require(manifest_read(out, &mem, &again, &f));
		require(again.bytes == manifest.bytes && again.counts.count == manifest.counts.count);
		require(memcmp(again.hash, manifest.hash, sizeof again.hash) == 0);
	} else {
		require(*f.message != '\0');
	}
	arena_finish(&mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	uint8_t *fitted = malloc(size + SEAL_HEAD_BYTES);
	struct audit_anchor anchor;
	struct fault f = {0};
	char text[AUDIT_ANCHOR_ROOM + 8] = "";

	require(sodium_init() >= 0 && fitted != NULL);
	open_any(bytes, size);
	read_manifest(bytes, size);
	if (size >= SEAL_HEAD_BYTES) { /* the same with a digest that fits, as whoever tampers would make it */
		memcpy(fitted, bytes, size);
		crypto_generichash(fitted + SEAL_HASH_AT, SEAL_HEAD_BYTES - SEAL_HASH_AT, fitted, SEAL_HASH_AT, NULL,
				   0);
		open_any(fitted, size);
	}
	memcpy(text, bytes, size < sizeof text - 1 ? size : sizeof text - 1);
	if (audit_anchor_read(text, &anchor, &f))
		require(anchor.row >= 0);
	free(fitted);
	return 0;
}
