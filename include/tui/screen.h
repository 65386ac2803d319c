/* A screen is a class table plus a state on a stack. There are no nested loops: asking a question pushes a screen and
 * returns; the answer comes back through `answered`. The toolkit knows nothing of children or cases. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/arena.h"
#include "base/fault.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct tui;
struct screen;

enum handled { HANDLED, NOT_MINE };

/* What a screen is about, in the program's own numbers: a whole and a part of it; 0: nothing. */
struct screen_about {
	int64_t whole, part;
};

/* What a screen that closes tells the one beneath it. `code` is the asker's own number, `text` lives until the next
 * key. */
struct answer {
	int code; /* 0: closed without an answer (Esc) */
	int64_t number;
	const char *text;
};

struct screen_class {
	const char *name;           /* one word, for help, goldens and the manual: "today" */
	const char *purpose;        /* one sentence for help */
	const struct binding *keys; /* ends with an all-zero row; the common keys need not be repeated */
	size_t state_size;

	/* Reads what is shown, into screen_arena(s): on opening, after an answer, on refresh and when the data changed.
	 * The only place that asks for data. Keeps the selection by identity, not by row. False: the fault is shown
	 * and, on opening, the screen does not open. */
	bool (*load)(struct screen *s, struct tui *t, struct fault *f);
	/* The words of the title line, e.g. "Today · Wednesday 1 April 2026". Written into `out`. */
	void (*title)(const struct screen *s, char *out, size_t room);
	/* One line about what is selected, shown in the message line while there is no message. NULL: nothing. */
	void (*status)(const struct screen *s, char *out, size_t room);
	/* Draws the body, between title and message line. Cannot change state; places the cursor last. */
	void (*draw)(const struct screen *s, struct canvas *c);
	/* One operation; `typed` is the key for OP_TYPED. NOT_MINE lets the common keys have it. */
	enum handled (*act)(struct screen *s, struct tui *t, int op, tui_key typed);
	/* True while letters are text, not actions (a form field, a filter being typed). NULL: never. */
	bool (*takes_text)(const struct screen *s);
	/* Answer of the screen that closed above; called before load. NULL: ignored. */
	void (*answered)(struct screen *s, struct tui *t, const struct answer *answer);
	/* The screen beneath has heard the answer of this one, and did it; or `refused` says why it did not (explained,
	 * see tui_refuse_answer), and this screen is open again with everything in it. NULL: it is never opened again.
	 */
	void (*heard)(struct screen *s, struct tui *t, const struct fault *refused);
	/* Keeps a draft of what was typed: called on hang-up, on lock, and 5 s after the last key. NULL: nothing to
	 * keep. */
	void (*keep)(struct screen *s, struct tui *t);
	/* Asked before Esc or quitting: false when the screen wants to ask first (it pushes its own question). NULL:
	 * may close. */
	bool (*may_close)(struct screen *s, struct tui *t);
	/* Which keys to offer now, most used first; NULL: all labelled rows of `keys` in order. */
	bool (*key_is_live)(const struct screen *s, int op);
	/* The window has become wider or narrower: what load cut to its width (tui_columns) is cut anew, from what is
	 * loaded already. NULL: nothing is. */
	void (*resized)(struct screen *s, struct tui *t);
	/* A long act in small steps: one step each time no key waits, with the screen painted between them, so that a
	 * key (Esc) is heard. False: nothing is left to do. NULL: never. */
	bool (*work)(struct screen *s, struct tui *t);
	void (*dispose)(struct screen *s);
	/* A popup is drawn over the screen beneath instead of in its place: it is given the whole body and draws its
	 * own box. */
	bool is_popup;
	/* NULL: what the screen beneath is about. */
	void (*about)(const struct screen *s, struct screen_about *out);
	/* Where in the state its list is (LIST_OF, list.h), so that rows which others changed are marked; 0: none. */
	size_t list;
	/* The rows of the widget inside (form_keys): looked up after `keys`, shown in the key line and in help after
	 * them. */
	const struct binding *widget_keys;
};

/* How a key finds its operation. Letters are text: OP_TYPED, nothing else. Other keys while takes_text: OP_TYPED first,
 * so that arrows move the caret, then as below. Otherwise: `keys`, `widget_keys`, the common keys (key.h), and last
 * OP_TYPED. Each step is taken only when the one before said NOT_MINE.
 *
 * Life: push, load, then any of draw, act, answered + load, keep; a screen that closes is answered for at once but
 * lives until the next key, then dispose. dispose is also called when the first load failed. When a later load fails,
 * the state's bytes and the arena from before it are put back and the fault is shown: load must not free what state
 * owns. */

void *screen_state(const struct screen *s);   /* state_size bytes, zeroed at push */
struct arena *screen_arena(struct screen *s); /* reset by the toolkit before each load */

/* Opens a screen above the present one. `start`, when not NULL, is copied into the state (state_size bytes). */
bool tui_push(struct tui *t, const struct screen_class *class, const void *start, struct fault *f);
/* Closes the top screen. The one beneath hears the answer (code 0 for NULL), then loads, when the present act has
 * returned. */
void tui_close(struct tui *t, const struct answer *answer);
/* Puts a screen in the place of the top one, as another tab of it: Esc then leads where it led before. Nobody hears an
 * answer. Only for a screen that may close at any time. When the new one cannot open, the old one stays. */
bool tui_replace(struct tui *t, const struct screen_class *class, const void *start, struct fault *f);
/* Replaces everything above the first screen: "go to" another place keeps Esc meaning back. Happens when the present
 * act has returned; a screen that may not close asks first, and staying there calls it off. */
bool tui_go(struct tui *t, const struct screen_class *class, const void *start, struct fault *f);
int tui_columns(const struct tui *t); /* of the window now */
void tui_refresh(struct tui *t);      /* load again at the next turn */
void tui_quit(struct tui *t);
/* Throws away what was typed ahead, for a question that must not be answered by it. */
void tui_forget_typed_ahead(struct tui *t);
struct screen_about tui_about(const struct tui *t);             /* what the screen on top is about */
bool tui_is_writing(const struct tui *t);                       /* does it keep what is typed into it? */
bool tui_is_first(const struct tui *t, const struct screen *s); /* the screen that never closes by Esc */

/* The one message line: what changed or what is wrong; stays until the next key that changes something. */
__attribute__((format(printf, 2, 3))) void tui_say(struct tui *t, const char *format, ...);
void tui_say_fault(struct tui *t, const struct fault *f);
/* Within `answered`: what was answered could not be done. The screen that asked for it opens again, with what was typed
 * and why; where it cannot, and outside `answered`, it is said. */
void tui_refuse_answer(struct tui *t, const struct fault *f);

/* An operation as if its key had been pressed (OP_BLANK, or a screen's own), on the screen that is on top once the
 * present act or answer has returned. */
void tui_do(struct tui *t, int op);
/* For a palette of actions: whose rows to list before it is pushed, and which of them are live. */
const struct screen_class *tui_top_class(const struct tui *t);
bool tui_top_op_is_live(const struct tui *t, int op);

void *tui_world(const struct tui *t); /* what the program gave tui_run: screens know what it is */

#endif
