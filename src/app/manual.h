/* The tables of the manual pages, as mdoc, from the tables the program itself goes by. */
#ifndef APP_MANUAL_H
#define APP_MANUAL_H

#include "base/fault.h"

/* `section` is one of: synopsis, verbs, options, rules, lanes, columns, figures, keys. FAULT_USAGE names them. */
bool manual_write(const char *section, struct fault *f);

#endif
