/* Who gets which letter of a mailing, and sending all of them in one act. */
#ifndef MAILING_H
#define MAILING_H

#include "casework/letters.h"
#include "tui/tui.h"

/* Opens the list on top: each letter with who gets it, how and where to; Space leaves one out, s sends those ticked
 * after one question. False, with the reason in the fault, for whoever may not send or may not see the conference. */
bool mailing_open(struct tui *t, int64_t conference, enum mailing mailing, struct fault *f);

#endif
