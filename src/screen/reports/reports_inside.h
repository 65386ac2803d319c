/* Between the files of the keys of a report: marks, and what needs a question. */
#ifndef REPORTS_INSIDE_H
#define REPORTS_INSIDE_H

#include "reports_keys.h"
#include "screen/desk.h"

/* Each takes what the row shows; false with the fault when it cannot be done now. */
bool reports_mark_act(struct tui *t, const struct reports_page *page, const struct report_line *line, int op,
		      struct fault *f);
bool reports_ask_act(struct tui *t, const struct report_line *line, int op, struct fault *f);
bool reports_undo(struct tui *t, struct fault *f);

/* *mine: the answer was to one of its questions. */
bool reports_mark_answered(struct tui *t, const struct reports_page *page, const struct answer *answer, bool *mine,
			   struct fault *f);
bool reports_ask_answered(struct tui *t, const struct answer *answer, bool *mine, struct fault *f);

/* "School": short enough for the message line beside what was done. */
const char *reports_owed_by(const struct report_line *line);
/* What a question is about; the same struct is the desk's. */
struct report_asked *reports_ask_about(struct desk *desk, const struct report_line *line);
/* The line a question was about, as it is shown now; NULL when it is there no more. */
const struct report_line *reports_asked_line(const struct reports_page *page, const struct report_asked *asked);
/* What a member of the family had of a report, NULL nothing. */
const struct report_reader *reports_reader(const struct reports_page *page, int64_t report, int64_t person);
/* `line` as it was before `marked` was done: what `u` puts back. */
void reports_remember(struct desk *desk, const struct reports_page *page, const struct report_line *line,
		      const struct report_marking *marked, bool taken_back, const char *words);
/* Saves handling, copies and the like, and remembers how to take it back. */
bool reports_save(struct desk *desk, const struct report *before, struct report *wanted, const char *words,
		  struct fault *f);

#endif
