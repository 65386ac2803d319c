/* The head of the audit log goes to the log of the machine, which may keep it on another one: at the first sign-in of a
 * day and with each back-up. It names no person and no case. */
#include "anchor.h"

#include <stdio.h>
#include <syslog.h>

void anchor_line(const struct casework *cw, const struct audit_anchor *anchor, char out[ANCHOR_LINE_ROOM])
{
	char head[AUDIT_ANCHOR_ROOM];

	audit_anchor_write(anchor, head);
	snprintf(out, ANCHOR_LINE_ROOM, "audit log of authority %.3s: head %s", cw->la_code, head);
}

static void say(int priority, const char *line)
{
	openlog("quorate", 0, LOG_AUTHPRIV);
	syslog(priority, "%s", line);
	closelog();
}

void anchor_alarm(const struct casework *cw, int64_t row, const char *words)
{
	char line[ANCHOR_LINE_ROOM];

	if (cw->is_demo)
		return;
	snprintf(line, sizeof line, "audit log of authority %.3s: row %lld %s", cw->la_code, (long long)row, words);
	say(LOG_ALERT, line);
}

void anchor_log(const struct casework *cw)
{
	struct audit_anchor anchor;
	char line[ANCHOR_LINE_ROOM];

	if (cw->is_demo || !audit_newest(cw->store, &anchor, NULL) || anchor.row == 0)
		return;
	anchor_line(cw, &anchor, line);
	say(LOG_NOTICE, line);
}
