/* Sending mail: one sender at a time, and a mail made of a letter. Private to src/casework/letters/sending*.c. */
#ifndef CASEWORK_SENDING_INSIDE_H
#define CASEWORK_SENDING_INSIDE_H

#include "letter/press.h"
#include "store/letter_store.h"
#include "work.h"

/* Held by whoever sends; the kernel lets go of it when the sender dies. */
struct sending_lock {
	char *path;
	int file; /* -1: not held */
};

/* FAULT_BUSY while another sends. Beside the case file, never the case file itself: closing any descriptor of that one
 * would drop the locks of SQLite in this process. */
bool sending_lock_take(const struct casework *cw, struct sending_lock *out, struct fault *f);
void sending_lock_give(struct sending_lock *lock);

/* The bytes of this delivery's mail: the letter as text, what is enclosed attached. The same at every attempt. Inside a
 * look; FAULT_REFUSED when it cannot be written to its address. */
bool sending_mail(struct casework *cw, const struct delivery *delivery, struct arena *mem, struct press_bytes *out,
		  struct fault *f);

#endif
