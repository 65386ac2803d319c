/* The request form's texts, parsed. */
#ifndef REQUEST_PARSE_H
#define REQUEST_PARSE_H

#include "request_fields.h"

struct date_context request_past_context(const struct request_desk *desk);
struct date_context request_any_context(const struct request_desk *desk);
/* DAY_NONE when it is not asked or nothing is typed. `field` is where a fault is shown. */
bool request_day_parse(const struct request_desk *desk, const char *typed, const char *field, bool asked,
		       day_number *out, struct fault *f);
/* "3 3 2014", or "due 15 6" for an unborn child: sets born_on or expected_on. */
bool request_born_parse(const struct request_desk *desk, const char *typed, struct person *out, struct fault *f);

/* The person that the fields of new child `n` describe, texts in `mem`. */
bool request_child_parse(const struct request_desk *desk, const struct request_values *values, int n, struct arena *mem,
			 struct person *out, struct fault *f);

/* Who in the directory is meant by a name typed: the id, 0 for nobody. */
bool request_worker_named(const struct request_desk *desk, const char *typed, struct arena *mem, int64_t *out,
			  struct fault *f);

#endif
