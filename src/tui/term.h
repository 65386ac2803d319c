/* The terminal: starting and stopping it, signals, waiting. The only place with state of its own, as there is one
 * terminal. */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "base/fault.h"

#include <stdbool.h>
#include <stdint.h>

bool term_open(bool *is_plain_locale, struct fault *f);
void term_close(void);

enum term_event { TERM_KEYS, TERM_QUIET, TERM_SIGNAL, TERM_GONE };

/* Waits for keys or a signal, at most so long (negative: for ever). Signals act only in here. TERM_GONE: hang-up. */
enum term_event term_wait(int milliseconds);
bool term_has_gone(void);
bool term_took_resume(void); /* continued after a stop since the last call */
bool term_input_waits(void);
bool term_follow_size(void);     /* without reading a key: true when the size was another */
int64_t term_milliseconds(void); /* a clock that is never set back */

/* ESC ] 5113 ; keys ; rows ; columns BEL behind the drawing, when QUORATE_TEST_SYNC is set. */
void term_sync_mark(uint64_t keys_taken);

bool term_open_headless(int rows, int columns, struct fault *f);
void term_resize_headless(int rows, int columns);
void term_close_headless(void);

#endif
