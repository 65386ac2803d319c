/* Files and folders as people type them, and the folder papers are put into. */
#ifndef REPORTS_PLACE_H
#define REPORTS_PLACE_H

#include "screen/desk.h"

/* "~/x", blanks around it, and the quotation marks that a terminal puts round a file that is dropped on it. */
const char *place_typed(const char *typed, struct arena *mem);
/* A prompt for a folder: the one used last stands there, at first the user's own. */
struct line_question;
bool place_ask_folder(struct tui *t, struct line_question *question, struct fault *f);
/* The folder typed, remembered for the next time. */
const char *place_folder(struct desk *desk, const char *typed, struct arena *mem);

#endif
