/* The hash of one audit row. Private to src/store. */
#ifndef STORE_AUDIT_HASH_H
#define STORE_AUDIT_HASH_H

#include "case_file.h"
#include "store/audit.h"

/* BLAKE2b over the previous hash and every field in a fixed order, each with its length before it, so that no two
 * different rows give the same bytes. */
void audit_hash(const struct audit_row *row, const unsigned char previous[AUDIT_HASH_BYTES],
		unsigned char out[AUDIT_HASH_BYTES]);

#endif
