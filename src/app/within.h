/* How far ahead a person looks: "10wd", "2w", "30d". */
#ifndef APP_WITHIN_H
#define APP_WITHIN_H

#include "base/fault.h"
#include "casework/worklist.h"

struct within {
	int n; /* negative: everything */
	enum rule_unit unit;
};

/* A number alone counts working days. NULL looks at everything. */
bool within_read(struct within *out, const char *typed, struct fault *f);

void within_ask(const struct within *within, struct due_filter *filter);

#endif
