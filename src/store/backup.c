/* Making a back-up: a copy of one moment, looked through, sealed, and named when it is whole. */
#include "manifest.h"
#include "new_file.h"
#include "snapshot.h"
#include "unseal.h"

#include <string.h>

static const char what[] = "back-up";

/* A damaged case file is found now, while good back-ups are still kept, and not when one is wanted. */
static bool describe(struct veil *v, const char *program, struct arena *mem, struct backup_manifest *out,
		     struct fault *f)
{
	struct store *copy = NULL;
	bool ok;

	*out = (struct backup_manifest){.program = program, .bytes = veil_bytes(v, SNAPSHOT_PAGES)};
	ok = snapshot_open(v, &copy, f) && snapshot_check(copy, "The case file", NULL, mem, f) &&
	     snapshot_describe(copy, mem, out, f);
	store_close(copy);
	return ok && snapshot_hash(v, out->hash, f);
}

static bool write_chunks(struct seal *seal, struct veil *v, const struct backup_manifest *manifest, struct fault *f)
{
	if (!manifest_write(manifest, seal->plain, f) || !seal_write(seal, SEAL_MANIFEST_BYTES, false, f))
		return false;
	for (int64_t at = 0; at < manifest->bytes; at += SEAL_CHUNK_BYTES) {
		int64_t left = manifest->bytes - at;
		size_t now = left < SEAL_CHUNK_BYTES ? (size_t)left : SEAL_CHUNK_BYTES;

		if (!veil_read(v, SNAPSHOT_PAGES, seal->plain, now, at, f) ||
		    !seal_write(seal, now, left <= SEAL_CHUNK_BYTES, f))
			return false;
	}
	return true;
}

static bool write_sealed(int fd, const struct backup_key *key, struct veil *v, const struct backup_manifest *manifest,
			 struct arena *mem, struct fault *f)
{
	struct seal *seal = arena_alloc(mem, sizeof *seal);
	bool ok;

	if (!seal)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the back-up.");
	ok = seal_begin(seal, fd, key, f) && write_chunks(seal, v, manifest, f);
	seal_forget(seal);
	return ok;
}

bool backup_make(struct store *s, const struct backup_order *order, struct arena *mem, struct backup_manifest *out,
		 struct fault *f)
{
	struct veil *v = NULL;
	struct new_file file;
	bool ok = new_file_begin(&file, order->path, NEW_FILE_FOR_A_PERSON, what, f);

	if (ok)
		v = veil_begin(unseal_folder(file.path, mem), f);
	ok = v && snapshot_take(s, v, f) && describe(v, order->program, mem, out, f) &&
	     write_sealed(file.fd, order->key, v, out, mem, f) && new_file_sync(&file, what, f) &&
	     (!order->announce || order->announce(order->payload, out, f)) && new_file_name(&file, what, f);
	veil_end(v);
	new_file_end(&file);
	return ok;
}
