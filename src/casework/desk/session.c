/* What a session writes down of itself when it is told to: locked, unlocked, ended. */
#include "casework/session.h"

#include "work.h"

bool casework_session_note(struct casework *cw, enum session_act act, const char *words, struct fault *f)
{
	static const char *const acts[] = {
#define X(id, act) [SESSION_##id] = (act),
		SESSION_ACTS(X)
#undef X
	};

	if (!casework_may(cw, ACTION_ANYTHING_OWN, f))
		return false;
	if (cw->is_read_only || (act == SESSION_SIGN_OUT && !cw->is_signed_in))
		return true;
	return work_open_noting(cw, f) && work_end(cw, f, acts[act], SUBJECT_NONE, 0, 0, "%s", words);
}
