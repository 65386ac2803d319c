/* The manifest of a back-up as the lines of text it is sealed with. Private to src/store. */
#ifndef STORE_MANIFEST_H
#define STORE_MANIFEST_H

#include "seal.h"

/* Into SEAL_MANIFEST_BYTES, filled up with zeros. False with a fault when it is too long for that. */
bool manifest_write(const struct backup_manifest *manifest, unsigned char out[SEAL_MANIFEST_BYTES], struct fault *f);

/* FAULT_CORRUPT when a line is not as manifest_write writes it: a newer program's, or made up. */
bool manifest_read(const unsigned char in[SEAL_MANIFEST_BYTES], struct arena *mem, struct backup_manifest *out,
		   struct fault *f);

#endif
