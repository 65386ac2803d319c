/* What a bundle would hold, worked out once for looking at it and for making it. */
#ifndef CASEWORK_BUNDLE_H
#define CASEWORK_BUNDLE_H

#include "casework/reports.h"
#include "letter/press.h"
#include "store/paper_store.h"
#include "work.h"

/* What becomes of one report. */
enum bundle_fate { BUNDLE_HOLDS, BUNDLE_LEAVES_OUT, BUNDLE_MISSES, BUNDLE_PASSES_BY };

/* For professionals, and for one member of the family. *how says why it is not in. The only place that decides what
 * goes into a bundle. Pure. */
enum bundle_fate bundle_fate_for_professionals(const struct report *report, size_t files, struct arena *mem,
					       const char **how);
/* Only what may go to the family at all, speaks of no child but theirs and was shared with this very member. */
enum bundle_fate bundle_fate_for_member(const struct report *report, bool is_of_theirs, day_number shared_on,
					size_t files, const char **how);

/* One part with what it was made from. */
struct bundle_piece {
	struct bundle_part part;
	const struct report *report;
	const struct paper *paper; /* NULL: nothing to hold */
	struct press_bytes pdf;    /* of a merged one */
};
struct bundle_piece_list {
	struct bundle_piece *items;
	size_t count, room;
};

struct bundle_set {
	struct conference conference;
	int64_t person_id; /* 0: for professionals */
	struct invitee reader;
	const char *for_whom, *short_name; /* "Amelia Loveridge, mother"; "mother" */
	struct report_list reports;
	struct paper_list papers;
	struct bundle_piece_list pieces;
	struct press_bytes contents;
	const char *contents_text; /* the same, to be read */
	int contents_pages, pages;
	size_t report_count, missing;
	const char *fingerprint; /* changes with whatever decides what it holds */
};

/* Reads and decides; with `with_files`, the files too, and what of them cannot be merged. Inside a look or verb of
 * which the right was asked. */
bool bundle_gather(struct casework *cw, enum action action, int64_t conference, int64_t person, bool with_files,
		   struct arena *mem, struct bundle_set *out, struct fault *f);
/* The contents page and the pages of each part. Inside the same. */
bool bundle_lay(struct casework *cw, struct bundle_set *set, struct arena *mem, struct fault *f);

#endif
