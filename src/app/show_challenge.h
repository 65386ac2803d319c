/* What `quorate show` writes of a complaint and of an escalation. */
#ifndef APP_SHOW_CHALLENGE_H
#define APP_SHOW_CHALLENGE_H

#include "app.h"

/* Fills `listing`; for a program tokens, references and ISO days, for a person words. */
bool show_complaint(struct app *app, struct listing *listing, bool is_for_program, int64_t id, struct fault *f);
bool show_escalation(struct app *app, struct listing *listing, bool is_for_program, int64_t id, struct fault *f);

#endif
