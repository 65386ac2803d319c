/* The sealed file: a head that says how it was sealed, then chunks that can only be opened whole, in order and to the
 * end.
 *
 *	bytes      what
 *	0..7       "QUORBK01"
 *	8          1: under a passphrase, 2: for a public key; 9..15 are zero
 *	16..143    passphrase: salt 16, passes 4, memory in KiB 4 (little-endian), nonce 24, the sealed key 48, zeros
 *	           public key: the key 32, the sealed key 80, zeros
 *	144..167   head of the stream (crypto_secretstream_xchacha20poly1305)
 *	168..199   BLAKE2b of bytes 0..167, so that damage is told from another passphrase
 *	200..      the manifest, SEAL_MANIFEST_BYTES filled up with zeros, as one chunk; it seals the head with it
 *	           the pages of the case file in chunks of SEAL_CHUNK_BYTES; the last is marked as the last
 *
 * Each chunk is 17 bytes longer than what is in it. Private to src/store. */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include "store/backup.h"

#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>

enum {
	SEAL_KIND_AT = 8,
	SEAL_LOCK_AT = 16,
	SEAL_STREAM_AT = 144,
	SEAL_HASH_AT = 168,
	SEAL_HEAD_BYTES = 200,
	SEAL_CHUNK_BYTES = 64 * 1024,
	SEAL_MANIFEST_BYTES = 16 * 1024,
	SEAL_EXTRA_BYTES = 17, /* of each chunk */
	SEAL_KEY_BYTES = 32,
};

/* Writes or reads one sealed file. What is read of it never leaves before its chunk is known to be whole. */
struct seal {
	int fd;
	crypto_secretstream_xchacha20poly1305_state stream;
	unsigned char head[SEAL_HEAD_BYTES];
	bool is_first, is_ended; /* the next chunk seals the head; the last chunk has gone by */
	unsigned char plain[SEAL_CHUNK_BYTES], sealed[SEAL_CHUNK_BYTES + SEAL_EXTRA_BYTES];
};

/* A new head with a new stream key, written. The key is gone from memory when it returns. */
bool seal_begin(struct seal *out, int fd, const struct backup_key *key, struct fault *f);
/* `bytes` at most SEAL_CHUNK_BYTES, in s->plain. */
bool seal_write(struct seal *s, size_t bytes, bool is_last, struct fault *f);

/* Reads the head and opens its key. FAULT_CORRUPT: damaged, or no back-up of ours; FAULT_NOT_ALLOWED: another key. */
bool seal_open(struct seal *out, int fd, const struct backup_key *key, struct fault *f);
/* The next chunk, which must hold exactly `bytes`, into s->plain. *is_last: it says that it is the last, and nothing
 * stands after it. */
bool seal_read(struct seal *s, size_t bytes, bool *is_last, struct fault *f);

void seal_forget(struct seal *s); /* the stream's key */

/* The key of the stream, by what the head holds of it (bytes 16..143). */
bool seal_lock(unsigned char *head, const struct backup_key *key, unsigned char stream[SEAL_KEY_BYTES],
	       struct fault *f);
bool seal_unlock(const unsigned char *head, const struct backup_key *key, unsigned char stream[SEAL_KEY_BYTES],
		 struct fault *f);
/* Whether the head is one of ours and whole; FAULT_CORRUPT when not. */
bool seal_head_check(const unsigned char head[SEAL_HEAD_BYTES], struct fault *f);

#endif
