/* Many verbs as one: an import, the demo. Each verb still audits itself and undoes only itself. */
#include "work.h"

bool casework_batch_begin(struct casework *cw, struct fault *f)
{
	if (!work_open(cw, f))
		return false;
	if (cw->batch++ == 0)
		seen_forget(&cw->people_seen);
	return true;
}

bool casework_batch_end(struct casework *cw, bool keep, struct fault *f)
{
	if (cw->batch == 0)
		return fault_set(f, FAULT_STORAGE, "Nothing was saved: no batch was begun.");
	if (--cw->batch == 0)
		seen_forget(&cw->people_seen);
	if (keep)
		return work_keep(cw, f);
	work_undo(cw);
	return true;
}
