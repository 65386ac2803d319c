/* The keys of a report, and the answers to what they ask. */
#include "reports_inside.h"
#include "screens.h"

#include <stdio.h>

const char *reports_owed_by(const struct report_line *line)
{
	return *line->report.shown_agency ? line->report.shown_agency : line->report.shown_name;
}

struct report_asked *reports_ask_about(struct desk *desk, const struct report_line *line)
{
	struct report_asked *asked = &desk->report_asked;

	*asked = (struct report_asked){.report_id = line->report.id,
				       .conference_id = line->report.conference_id,
				       .version = line->report.version,
				       .on = casework_today(desk->cw),
				       .typed_day = asked->typed_day,
				       .has_typed_day = asked->has_typed_day};
	snprintf(asked->who, sizeof asked->who, "%s", line->who);
	snprintf(asked->owed_by, sizeof asked->owed_by, "%s", reports_owed_by(line));
	return asked;
}

const struct report_line *reports_asked_line(const struct reports_page *page, const struct report_asked *asked)
{
	for (size_t i = 0; i < page->lines.count; i++)
		if (page->lines.items[i].report.id == asked->report_id)
			return &page->lines.items[i];
	return NULL;
}

static bool act(struct tui *t, const struct reports_page *page, const struct report_line *line, int op, struct fault *f)
{
	if (op == OP_REPORT_UNDO)
		return reports_undo(t, f);
	if (!casework_may(casework_of(t), ACTION_RECORD_REPORTS, f))
		return false;
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	switch (op) {
	case OP_REPORT_EDIT: return report_form_open(t, line->report.conference_id, line->report.id, NULL, f);
	case OP_REPORT_COPIES:
	case OP_REPORT_HANDLING:
	case OP_REPORT_CHASE:
	case OP_REPORT_TELEPHONED:
	case OP_REPORT_ATTACH: return reports_ask_act(t, line, op, f);
	default: return reports_mark_act(t, page, line, op, f);
	}
}

/* Somebody else was faster: what they did is shown beside the sentence that says so. */
static void say(struct tui *t, const struct fault *f)
{
	if (f->code == FAULT_CONFLICT)
		tui_refresh(t);
	tui_say_fault(t, f);
}

enum handled reports_act(struct tui *t, const struct reports_page *page, const struct report_line *line, int op)
{
	struct fault f = {0};

	if (op < OP_REPORT_RECEIVED || op >= OP_REPORT_END)
		return NOT_MINE;
	if (!act(t, page, line, op, &f))
		say(t, &f);
	return HANDLED;
}

bool reports_answered(struct tui *t, const struct reports_page *page, const struct answer *answer)
{
	struct fault f = {0};
	bool mine = false;
	bool done = reports_mark_answered(t, page, answer, &mine, &f) &&
		    (mine || reports_ask_answered(t, answer, &mine, &f));

	if (!done)
		say(t, &f);
	return mine;
}
