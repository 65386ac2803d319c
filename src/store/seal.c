/* Sealing a stream of chunks into a file, and opening it again. */
#include "seal.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const unsigned char mark[] = {'Q', 'U', 'O', 'R', 'B', 'K', '0', '1'};

/* --- Bytes --- */

static bool put(int fd, const unsigned char *bytes, size_t count, struct fault *f)
{
	while (count > 0) {
		ssize_t done = write(fd, bytes, count);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			bool is_full = done == 0 || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;

			fault_set(f, FAULT_STORAGE,
				  is_full ? "The disk is full: no back-up was made, and nothing was left behind. Make "
					    "room, then try again."
					  : "The disk reported an error: no back-up was made, and nothing was left "
					    "behind. "
					    "Have the disk checked, or name another folder.");
			fault_detail(f, "write: %s", strerror(errno));
			return false;
		}
		bytes += done;
		count -= (size_t)done;
	}
	return true;
}

/* *got is less than `count` only at the end of the file. */
static bool get(int fd, unsigned char *bytes, size_t count, size_t *got, struct fault *f)
{
	*got = 0;
	while (*got < count) {
		ssize_t done = read(fd, bytes + *got, count - *got);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			fault_set(f, FAULT_STORAGE,
				  "The disk reported an error while the back-up was read. Try again; if it happens "
				  "twice, "
				  "take another back-up.");
			fault_detail(f, "read: %s", strerror(errno));
			return false;
		}
		if (done == 0)
			break;
		*got += (size_t)done;
	}
	return true;
}

/* --- The head --- */

static void hash_head(const unsigned char *head, unsigned char out[SEAL_HEAD_BYTES - SEAL_HASH_AT])
{
	crypto_generichash(out, SEAL_HEAD_BYTES - SEAL_HASH_AT, head, SEAL_HASH_AT, NULL, 0);
}

bool seal_head_check(const unsigned char head[SEAL_HEAD_BYTES], struct fault *f)
{
	unsigned char hash[SEAL_HEAD_BYTES - SEAL_HASH_AT];
	bool is_ours = memcmp(head, mark, sizeof mark) == 0;

	hash_head(head, hash);
	if (is_ours && memcmp(hash, head + SEAL_HASH_AT, sizeof hash) == 0 &&
	    (head[SEAL_KIND_AT] == BACKUP_BY_PASSPHRASE || head[SEAL_KIND_AT] == BACKUP_BY_KEY))
		return true;
	return fault_set(f, FAULT_CORRUPT,
			 is_ours ? "The head of this back-up is damaged, so it cannot be opened. Take another back-up."
				 : "This is not a back-up made by Quorate, or its first bytes are damaged. Check the "
				   "name that was given.");
}

bool seal_begin(struct seal *out, int fd, const struct backup_key *key, struct fault *f)
{
	unsigned char stream[SEAL_KEY_BYTES];
	bool ok;

	*out = (struct seal){.fd = fd, .is_first = true};
	if (sodium_init() < 0)
		return fault_set(f, FAULT_STORAGE, "This machine gives no random numbers: no back-up was made.");
	memcpy(out->head, mark, sizeof mark);
	crypto_secretstream_xchacha20poly1305_keygen(stream);
	ok = seal_lock(out->head, key, stream, f);
	if (ok) {
		crypto_secretstream_xchacha20poly1305_init_push(&out->stream, out->head + SEAL_STREAM_AT, stream);
		hash_head(out->head, out->head + SEAL_HASH_AT);
		ok = put(fd, out->head, sizeof out->head, f);
	}
	sodium_memzero(stream, sizeof stream);
	return ok;
}

bool seal_open(struct seal *out, int fd, const struct backup_key *key, struct fault *f)
{
	unsigned char stream[SEAL_KEY_BYTES];
	size_t got;
	bool ok;

	*out = (struct seal){.fd = fd, .is_first = true};
	if (sodium_init() < 0)
		return fault_set(f, FAULT_STORAGE, "The library that opens seals could not be started.");
	if (!get(fd, out->head, sizeof out->head, &got, f) || !seal_head_check(out->head, f))
		return false;
	ok = seal_unlock(out->head, key, stream, f);
	if (ok &&
	    crypto_secretstream_xchacha20poly1305_init_pull(&out->stream, out->head + SEAL_STREAM_AT, stream) != 0)
		ok = fault_set(f, FAULT_CORRUPT, "The head of this back-up was tampered with. Take another back-up.");
	sodium_memzero(stream, sizeof stream);
	return ok;
}

/* --- Chunks --- */

bool seal_write(struct seal *s, size_t bytes, bool is_last, struct fault *f)
{
	unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
	bool with_head = s->is_first;

	s->is_first = false;
	crypto_secretstream_xchacha20poly1305_push(&s->stream, s->sealed, NULL, s->plain, bytes,
						   with_head ? s->head : NULL, with_head ? sizeof s->head : 0, tag);
	return put(s->fd, s->sealed, bytes + SEAL_EXTRA_BYTES, f);
}

static bool nothing_follows(struct seal *s, bool *yes, struct fault *f)
{
	unsigned char one;
	size_t got;

	if (!get(s->fd, &one, 1, &got, f))
		return false;
	*yes = got == 0;
	return true;
}

bool seal_read(struct seal *s, size_t bytes, bool *is_last, struct fault *f)
{
	bool with_head = s->is_first, is_end = true;
	unsigned char tag = 0;
	size_t got;

	s->is_first = false;
	if (!get(s->fd, s->sealed, bytes + SEAL_EXTRA_BYTES, &got, f))
		return false;
	if (got < bytes + SEAL_EXTRA_BYTES)
		return fault_set(f, FAULT_CORRUPT, "The end of this back-up was cut off. Take another back-up.");
	if (crypto_secretstream_xchacha20poly1305_pull(&s->stream, s->plain, NULL, &tag, s->sealed, got,
						       with_head ? s->head : NULL, with_head ? sizeof s->head : 0) != 0)
		return fault_set(f, FAULT_CORRUPT,
				 "This back-up is damaged or was tampered with: its seal does not hold. Take another "
				 "back-up.");
	*is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	if (*is_last && !nothing_follows(s, &is_end, f))
		return false;
	return is_end ||
	       fault_set(f, FAULT_CORRUPT, "Something was added after the end of this back-up. Take another back-up.");
}

void seal_forget(struct seal *s)
{
	sodium_memzero(s, sizeof *s);
}
