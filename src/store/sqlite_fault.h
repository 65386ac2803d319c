/* SQLite's result codes as sentences for the person at work. The only place where they are told apart. */
#ifndef STORE_SQLITE_FAULT_H
#define STORE_SQLITE_FAULT_H

#include "base/fault.h"

#include <sqlite3.h>

/* Noting: saving the row that says who looked at what, where nobody asked to save anything. */
enum store_doing { STORE_OPENING, STORE_READING, STORE_SAVING, STORE_NOTING, STORE_DOING_COUNT };

/* Always false. Takes the code and the words from the connection's last failed call; `db` may be NULL (out of memory).
 */
bool sqlite_fault(sqlite3 *db, enum store_doing doing, struct fault *f);

#endif
