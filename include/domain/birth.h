/* An unborn child who is born, and one who is lost. Sources: docs/practice.md. */
#ifndef DOMAIN_BIRTH_H
#define DOMAIN_BIRTH_H

#include "domain/record.h"

#define LOSSES(X)                                                                                                      \
	X(MISCARRIAGE, "miscarriage", "miscarriage")                                                                   \
	X(STILLBIRTH, "stillbirth", "stillbirth")                                                                      \
	X(DEATH, "death", "death")

enum loss_kind {
#define X(id, token, label) LOSS_##id,
	LOSSES(X)
#undef X
		LOSS_KIND_COUNT
};
const char *loss_kind_token(enum loss_kind value);
const char *loss_kind_label(enum loss_kind value);
bool loss_kind_from_token(const char *text, enum loss_kind *out);

/* May this child be recorded as born on the day? Not twice, not to come, not months away from the day it was expected
 * on (field: "born_on"). */
bool birth_check(const struct person *child, day_number born_on, day_number today, struct fault *f);
/* May this loss be recorded for the child? A child who was born alive died; one who was not is lost before or at birth
 * (field: "kind", "on"). */
bool loss_check(const struct person *child, enum loss_kind kind, day_number on, day_number today, struct fault *f);

#endif
