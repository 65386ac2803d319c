/* Papers of the case file: put into a folder, or withdrawn with a reason. */
#ifndef REPORTS_PAPERS_H
#define REPORTS_PAPERS_H

#include "casework/reports.h"
#include "tui/prompt.h"

bool paper_ask_folder(struct tui *t, int64_t paper, const char *name, struct fault *f);
bool paper_ask_why(struct tui *t, int64_t paper, const char *name, struct fault *f);
/* True when the answer was to one of the two: it is done, and the message line says so. */
bool paper_answered(struct tui *t, const struct answer *answer);
/* "340 KB" */
const char *paper_size(int64_t bytes, struct arena *mem);

#endif
