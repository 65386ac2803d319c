/* Papers kept in the case file with their digest, and bundles made of them. */
#ifndef STORE_PAPER_STORE_H
#define STORE_PAPER_STORE_H

#include "domain/record.h"
#include "store/store.h"

#define PAPER_MOST_BYTES (25 * 1024 * 1024)

struct paper {
	int64_t id, family_id, conference_id, report_id;
	const char *name, *media_type, *digest, *by_user;
	int64_t bytes, kept_at;
	bool is_withdrawn;
};
struct paper_list {
	struct paper *items;
	size_t count, room;
};

/* Digest, bytes and id are filled in. Content is bound as it is, never copied. FAULT_REFUSED above PAPER_MOST_BYTES. */
bool paper_insert(struct store *s, struct paper *paper, const void *content, struct arena *mem, struct fault *f);
bool paper_by_id(struct store *s, int64_t id, struct arena *mem, struct paper *out, struct fault *f);
bool papers_of_conference(struct store *s, int64_t conference, struct arena *mem, struct paper_list *out,
			  struct fault *f);
bool papers_of_report(struct store *s, int64_t report, struct arena *mem, struct paper_list *out, struct fault *f);
bool paper_withdraw(struct store *s, int64_t id, struct fault *f);
/* The content again; FAULT_CORRUPT when it no longer has its digest. */
bool paper_read(struct store *s, int64_t id, struct arena *mem, const unsigned char **out, size_t *bytes,
		struct fault *f);

/* BLAKE2b-256 of anything, 64 hexadecimal digits. */
char *store_digest(struct arena *mem, const void *content, size_t bytes);

struct bundle {
	int64_t id, conference_id, person_id, paper_id;
	int pages, reports, missing;
	const char *merged, *beside; /* ids of the papers in it and beside it, parted by blanks */
	int64_t made_at;
	const char *by_user;
};
struct bundle_list {
	struct bundle *items;
	size_t count, room;
};
bool bundle_insert(struct store *s, struct bundle *bundle, struct fault *f);
bool bundles_of(struct store *s, int64_t conference, struct arena *mem, struct bundle_list *out,
		struct fault *f); /* newest first */

#endif
