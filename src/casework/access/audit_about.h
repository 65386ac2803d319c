/* What rows of the audit log are asked for by a reference. */
#ifndef CASEWORK_AUDIT_ABOUT_H
#define CASEWORK_AUDIT_ABOUT_H

#include "store/audit_trail_store.h"
#include "work.h"

/* Of a record that went. */
struct audit_about {
	const char *gone_by; /* by which disposal: "Z-0001"; "" it is there */
	day_number gone_on;
};

/* The part of the query that a reference as it was typed stands for; "" everything. Field: "about". Inside a look. */
bool audit_about_find(struct casework *cw, const char *typed, struct trail_query *q, struct audit_about *out,
		      struct arena *mem, struct fault *f);

#endif
