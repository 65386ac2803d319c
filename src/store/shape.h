/* Whether a case file has the tables, indexes and triggers that this program makes. Private to src/store. */
#ifndef STORE_SHAPE_H
#define STORE_SHAPE_H

#include "case_file.h"

#include <sqlite3.h>

/* A schema of this version with nothing in it, in memory. Closed by the caller, whatever is answered. */
bool shape_empty(int form, sqlite3 **out, struct fault *f);

#endif
