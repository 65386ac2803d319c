/* Whether a case file may live where it is: one name, one host, one folder that only its people may write to. */
#ifndef STORE_SAFE_PLACE_H
#define STORE_SAFE_PLACE_H

#include "base/fault.h"

#include <stdbool.h>
#include <sys/stat.h>

/* The path with its folder resolved, to be freed by the caller. NULL with a fault when the folder is not there; `what`
 * is to lie there, as the sentence calls it. */
char *safe_place_resolve(const char *path, const char *what, struct fault *f);

/* Refuses symbolic and hard links, things that are not files, empty files. FAULT_NOT_FOUND when there is none. */
bool safe_place_file(const char *path, struct stat *out, struct fault *f);

/* Refuses a folder everybody may write to, and file systems whose locks cannot be trusted.
 * `is_local` NULL asks the system. */
bool safe_place_folder(const char *path, bool (*is_local)(const char *folder, const char **file_system),
		       struct fault *f);
bool safe_place_folder_is_writable(const char *path);

/* So that a name given in the folder outlives a power cut. */
void safe_place_sync_folder(const char *path);

/* False for file systems shared over a network or with another system, whose locks cannot be trusted. */
bool safe_place_is_local_type(unsigned long type, const char **name);
bool safe_place_is_local(const char *folder, const char **file_system);

#endif
