/* The parts of what doctor is told. Private to src/casework. */
#ifndef CASEWORK_EXAMINE_H
#define CASEWORK_EXAMINE_H

#include "work.h"

struct report {
	struct arena *mem;
	struct finding_list *out;
};
__attribute__((format(printf, 4, 5))) void examine_tell(struct report *to, const char *label, bool is_worry,
							const char *format, ...);

/* The last back-up, what lies beside the file, who may read it, the clock, the mail that waits, the deadlines. */
bool examine_keeping(struct casework *cw, const struct store_health *health, struct report *to, struct fault *f);

#endif
