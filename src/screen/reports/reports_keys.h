/* What one key does to one report: the same keys in the tab of a conference, in the week and on a report's own page. */
#ifndef REPORTS_KEYS_H
#define REPORTS_KEYS_H

#include "casework/reports.h"
#include "tui/prompt.h"

enum reports_op {
	OP_REPORT_RECEIVED = 140,
	OP_REPORT_VERBAL,
	OP_REPORT_SIGNED,
	OP_REPORT_LEGIBLE,
	OP_REPORT_SHARED,
	OP_REPORT_SHARED_ONE,
	OP_REPORT_SEEN,
	OP_REPORT_TO_CHAIR,
	OP_REPORT_TO_MANAGER,
	OP_REPORT_NOT_INVOLVED,
	OP_REPORT_DATED,
	OP_REPORT_COPIES,
	OP_REPORT_HANDLING,
	OP_REPORT_CHASE,
	OP_REPORT_TELEPHONED,
	OP_REPORT_ATTACH,
	OP_REPORT_EDIT,
	OP_REPORT_UNDO,
	OP_REPORT_END
};

#define REPORTS_KEYS                                                                                                    \
	{'r', 0, 0, OP_REPORT_RECEIVED, "Received", "It came in writing today; again takes it back."},                  \
		{'v',      0,                                                                                           \
		 0,        OP_REPORT_VERBAL,                                                                            \
		 "Verbal", "It was said today, nothing is in writing; again takes it back."},                           \
		{'f',      0,                                                                                           \
		 0,        OP_REPORT_SHARED,                                                                            \
		 "Shared", "Shared today with everybody of the family it may go to; again takes it back."},             \
		{'c', 0, 0, OP_REPORT_CHASE, "Chase", "Ask for it again by letter."},                                   \
		{'t', 0, 0, OP_REPORT_TELEPHONED, "Phoned", "Asked for it by telephone: with whom you spoke."},         \
		{'a', 0, 0, OP_REPORT_ATTACH, "Attach", "Keep a file of it in the case file."},                         \
		{'x',                                                                                                   \
		 0,                                                                                                     \
		 0,                                                                                                     \
		 OP_REPORT_NOT_INVOLVED,                                                                                \
		 "Not involved",                                                                                        \
		 "They are not involved and owe no report; again takes it back."},                                      \
		{'d', 0, 0, OP_REPORT_DATED, NULL, "What happened on another day: the day is asked, then what."},       \
		{'F', 0, 0, OP_REPORT_SHARED_ONE, NULL, "Shared today with one member of the family."},                 \
		{'s', 0, 0, OP_REPORT_SEEN, NULL, "Seen today by a child, the mother, the father."},                    \
		{'g', 0, 0, OP_REPORT_SIGNED, NULL, "Signed; again takes it back."},                                    \
		{'l', 0, 0, OP_REPORT_LEGIBLE, NULL, "Legible; again takes it back."},                                  \
		{'n', 0, 0, OP_REPORT_COPIES, NULL, "How many paper copies there are."},                                \
		{'h', 0, 0, OP_REPORT_TO_CHAIR, NULL, "Given to the chair today; again takes it back."},                \
		{'m',  0,                                                                                               \
		 0,    OP_REPORT_TO_MANAGER,                                                                            \
		 NULL, "The social worker's report given to the team manager today; again takes it back."},             \
		{'p', 0, 0, OP_REPORT_HANDLING, NULL, "Who may read it: shared, chair only, read out, professionals."}, \
		{'e', 0, 0, OP_REPORT_EDIT, NULL, "Edit how it is handled, why it is not shared, and the note."},       \
	{                                                                                                               \
		'u', 0, 0, OP_REPORT_UNDO, NULL, "Take back the last change of a report."                               \
	}

/* HANDLED when `op` was one of them; why not is in the message line. `line` NULL: no report is chosen. */
enum handled reports_act(struct tui *t, const struct reports_page *page, const struct report_line *line, int op);
/* The screen that calls reports_act hands every answer here first. True when it was to one of its questions. */
bool reports_answered(struct tui *t, const struct reports_page *page, const struct answer *answer);

#endif
