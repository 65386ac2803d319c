/* What another person did, for whoever comes second with a key that is no form. */
#include "screens.h"

#include <stdio.h>
#include <string.h>

void desk_explain(struct desk *desk, int64_t family, struct fault *f)
{
	size_t used = strlen(f->message);
	struct by_others others;

	if (f->code != FAULT_CONFLICT || !family)
		return;
	casework_by_others_lately(desk->cw, family, &others);
	if (*others.what)
		snprintf(f->message + used, sizeof f->message - used, " %s%s%s.", others.who, *others.who ? ": " : "",
			 others.what);
}
