/* Every verb and query of casework/notices.h, each called once about the small world. */
#ifndef TESTS_NOTICE_CALLS_H
#define TESTS_NOTICE_CALLS_H

#include "call_world.h"
#include "casework/notices.h"

CALL(notices_due)
{
	struct notices_due out;

	return casework_notices_due(cw, NOTICE_ABOUT_COMPLAINT, w->complaint, mem, &out, f);
}

CALL(notice_preview)
{
	struct mailing_item_list out;

	return casework_notice_preview(cw, NOTICE_COMPLAINT_ACKNOWLEDGED, w->complaint, mem, &out, f);
}

CALL(notice_send)
{
	size_t written;

	(void)mem;
	return casework_notice_send(cw, NOTICE_COMPLAINT_ACKNOWLEDGED, w->complaint, NULL, 0, &written, f);
}

#endif
