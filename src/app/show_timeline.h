/* `quorate show REF --timeline` and `--shared`. */
#ifndef APP_SHOW_TIMELINE_H
#define APP_SHOW_TIMELINE_H

#include "app.h"

#include "casework/pages.h"

/* Of the family of a conference, of a family, or of one child. */
bool show_timeline(struct app *app, enum found_kind kind, int64_t id, struct fault *f);
/* Of a family only. */
bool show_shared(struct app *app, enum found_kind kind, int64_t id, struct fault *f);

#endif
