/* Counts for doctor: what waits to be sent, and deadlines that do not fit what they are about. */
#ifndef STORE_CHECK_STORE_H
#define STORE_CHECK_STORE_H

#include "store/store.h"

struct check_counts {
	int64_t mail_waiting, mail_trouble;
	int64_t mail_oldest_at;                   /* Unix seconds, 0 when none waits */
	int64_t deadlines_open, deadlines_adrift; /* adrift: about nothing that is there, or done and not done */
};
bool check_counts_read(struct store *s, struct check_counts *out, struct fault *f);

#endif
