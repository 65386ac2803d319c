/* What the process may never do from here on, whoever should take it over: the kernel keeps to it. */
#ifndef APP_CONFINE_H
#define APP_CONFINE_H

#include <stdbool.h>

/* What took hold; a kernel, or what the machine runs the program in, may know neither. */
struct confinement {
	bool by_landlock; /* no program can be started */
	bool by_seccomp;  /* that too, and no socket but those of this machine, and nobody else's process is looked into
			   */
};

/* For a verb that starts no program. There is no way back, and gaining rights is over for this process and all it
 * starts: for the full screen and for sending it would stop the password check and the mail command. */
struct confinement process_confine(void);

#endif
