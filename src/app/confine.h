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

/* There is no way back, and gaining rights is over for this process and all it starts: PAM's helper and most mail
 * commands live by that, so whoever needs them has an attendant (attendant.h) that was there before. */
struct confinement process_confine(void);

#endif
