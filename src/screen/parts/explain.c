/* What another person did, for whoever comes second. */
#include "screens.h"

#include <stdio.h>
#include <string.h>

void desk_explain(struct desk *desk, int64_t family, struct fault *f)
{
	size_t used = strlen(f->message);
	struct by_others others;

	/* Of one field it is said already what stands there now. */
	if (f->code != FAULT_CONFLICT || *f->field || !family)
		return;
	casework_by_others_lately(desk->cw, family, &others);
	if (*others.what)
		snprintf(f->message + used, sizeof f->message - used, " %s%s%s.", others.who, *others.who ? ": " : "",
			 others.what);
}

void desk_tell(struct tui *t, int64_t *since)
{
	struct by_others others;

	casework_by_others(casework_of(t), tui_about(t).whole, *since, &others);
	*since = casework_heard(casework_of(t));
	tui_say(t, "Not saved: %s changed this meanwhile%s%s. What you typed stays. Look, then save again.",
		*others.who ? others.who : "another person", *others.what ? ": " : "", others.what);
}

bool desk_has_moved(struct tui *t, int64_t *since, struct fault *f)
{
	struct by_others others;
	int64_t family = tui_about(t).whole;

	if (!f)
		*since = casework_heard(casework_of(t));
	if (!f || !family)
		return false;
	casework_by_others(casework_of(t), family, *since, &others);
	if (!*others.who && !*others.what)
		return false;
	fault_set(f, FAULT_REFUSED, "Nothing was done: %s changed this meanwhile%s%s. Look, then ask for it again.",
		  *others.who ? others.who : "another person", *others.what ? ": " : "", others.what);
	return true;
}
