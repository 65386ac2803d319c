/* Makes the invented authority that `quorate demo` opens. */
#ifndef APP_DEMO_H
#define APP_DEMO_H

#include "base/fault.h"
#include "domain/date.h"

#include <stdbool.h>
#include <stdint.h>

struct demo_options {
	const char *out; /* the case file to make; refused when there is one already */
	int families, years;
	uint64_t seed; /* the same seed and day give the same authority */
	day_number today;
	const char *config_folder; /* NULL: the demonstration's own rooms and chairs */
	void (*progress)(void *payload, int percent, const char *what); /* may be NULL */
	void *payload;
};

bool demo_make(const struct demo_options *options, struct fault *f);

#endif
