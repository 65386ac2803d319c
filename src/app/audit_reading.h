/* `quorate audit` without a further word: the rows of the log. */
#ifndef APP_AUDIT_READING_H
#define APP_AUDIT_READING_H

#include "app.h"

bool audit_read(struct app *app, struct fault *f);

#endif
