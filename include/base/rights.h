/* The rights a process runs with. Installed for a council, the program has the group of the case file's folder, which
 * nobody at work has (setgid); what a person names is opened with the person's own rights all the same. */
#ifndef BASE_RIGHTS_H
#define BASE_RIGHTS_H

#include <stdbool.h>
#include <sys/types.h>

/* Started with rights its person does not have: nothing in the environment is trusted. */
bool rights_are_lent(void);

/* open(2) of a file or folder that the person named, with their own rights: what they may not read or write, the
 * program does not for them. */
int rights_own_open(const char *path, int flags, mode_t mode);

/* unlink(2) with the person's own rights. False when it is still there. */
bool rights_own_unlink(const char *path);

/* linkat(2) of an open file, or of the name `part` it has so far, to a name that the person gave, with their own
 * rights. */
bool rights_own_name(int file, const char *part, const char *path);

/* Can the person see that something lies there? */
bool rights_own_is_there(const char *path);

/* The lent rights are given up for good. False when the kernel refuses. */
bool rights_give_up(void);

/* The person's home folder: of the environment, or of their account where the rights are lent. NULL when there is none;
 * valid until the next call. */
const char *rights_home(void);

#endif
