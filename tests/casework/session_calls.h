/* What the log tells of a session and who reads the log, each called once, for tests that try them all. */
#ifndef TESTS_SESSION_CALLS_H
#define TESTS_SESSION_CALLS_H

#include "call_world.h"
#include "casework/session.h"

CALL(session_note)
{
	UNUSED;
	return casework_session_note(cw, SESSION_LOCK, "after 10 minutes", f);
}

#endif
