/* What was changed in a text, so that it can be taken back and done again. */
#ifndef TUI_EDIT_UNDO_H
#define TUI_EDIT_UNDO_H

#include <stdbool.h>
#include <stddef.h>

#define UNDO_STEPS 200

/* Changes of one run that touch each other become one step. */
enum undo_run { UNDO_ALONE, UNDO_TYPED, UNDO_PASTED, UNDO_BACKSPACED, UNDO_DELETED };

/* At `at`, `removed` bytes were replaced by `inserted` bytes; `bytes` holds the removed ones, then the inserted ones.
 */
struct undo_step {
	size_t at, removed, inserted, room;
	enum undo_run run;
	char *bytes;
};

/* Start with {0}, end with undo_finish. */
struct undo_log {
	struct undo_step steps[UNDO_STEPS];
	size_t count; /* steps known */
	size_t done;  /* of them not taken back; count - done can be done again */
	bool closed;  /* the next change begins a step of its own */
};

/* Notes a change before it is made. False when memory ran out: then the change must not be made. */
bool undo_note(struct undo_log *log, size_t at, const char *removed, size_t removed_bytes, const char *inserted,
	       size_t inserted_bytes, enum undo_run run);
/* The step to take back or to do again, NULL when there is none; it stays the log's. */
const struct undo_step *undo_back(struct undo_log *log);
const struct undo_step *undo_again(struct undo_log *log);
void undo_finish(struct undo_log *log);

#endif
