/* The hash of one audit row. Private to src/store. */
#ifndef STORE_AUDIT_HASH_H
#define STORE_AUDIT_HASH_H

#include "case_file.h"
#include "store/audit.h"

/* What stands in audit.detail_seal: the salt of a detail that is there; of one that was erased, the hash it had and the
 * number of the row that erased it, least byte first. */
enum { AUDIT_SALT_BYTES = 16, AUDIT_ERASED_BYTES = AUDIT_HASH_BYTES + 8 };

/* BLAKE2b of a detail, keyed with its row's salt: without the salt nobody can try out what an erased detail said. */
void audit_detail_hash(const char *detail, const unsigned char salt[AUDIT_SALT_BYTES],
		       unsigned char out[AUDIT_HASH_BYTES]);

/* BLAKE2b over the previous hash and every field in a fixed order, each with its length before it, so that no two
 * different rows give the same bytes. The detail counts by its hash, so that its words can go and the chain still
 * holds. */
void audit_hash(const struct audit_row *row, const unsigned char detail[AUDIT_HASH_BYTES],
		const unsigned char previous[AUDIT_HASH_BYTES], unsigned char out[AUDIT_HASH_BYTES]);

/* Which rows were erased together: BLAKE2b over what came before, the row's number and its detail's hash. */
void audit_erased_hash(unsigned char sum[AUDIT_HASH_BYTES], int64_t seq, const unsigned char detail[AUDIT_HASH_BYTES]);
/* How the row that erased others ends: "12 rows, <64 digits>". */
enum { AUDIT_ERASED_ROOM = 20 + 7 + 2 * AUDIT_HASH_BYTES + 1 };
void audit_erased_words(int64_t rows, const unsigned char sum[AUDIT_HASH_BYTES], char out[AUDIT_ERASED_ROOM]);

#endif
