/* What people typed, made fit for the head of a mail: one line, nothing that acts, no longer than anyone reads. */
#ifndef PRESS_MAIL_WORDS_H
#define PRESS_MAIL_WORDS_H

#include "base/arena.h"

#include <stdbool.h>

/* Blanks where line breaks and control characters were; clipped to `cells`. */
char *mail_line(struct arena *mem, const char *text, int cells);

/* A name that means a file in no folder on any system, with its ending kept. */
char *mail_file_name(struct arena *mem, const char *name);

/* Letters, figures and "-._" around one "@". */
bool message_id_is_good(const char *message_id);

/* A media type such as this program names; everything else is sent as bytes. */
const char *mail_media_type(const char *type);

#endif
