/* A file that a verb writes: new, whole or not at all, for nobody but its owner. */
#ifndef APP_NEW_FILE_H
#define APP_NEW_FILE_H

#include "base/fault.h"

#include <stddef.h>

/* Before anything is read and logged: nothing is there by that name. `field`: what the name was given as ("pdf"). */
bool new_file_check(const char *path, const char *field, struct fault *f);
bool new_file_write(const char *path, const char *field, const unsigned char *bytes, size_t count, struct fault *f);

#endif
