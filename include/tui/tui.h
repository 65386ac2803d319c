/* The running terminal program: one loop, one stack of screens. */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include "tui/lock.h"
#include "tui/screen.h"

enum tui_colour { TUI_COLOUR_AUTO, TUI_COLOUR_ALWAYS, TUI_COLOUR_NEVER };

/* What happened outside since it was last asked: nothing; words of the frame are other ones; what is shown changed. */
enum tui_news { TUI_NO_NEWS, TUI_NEW_WORDS, TUI_NEW_DATA };

struct tui_start {
	void *world;                      /* handed to screens by tui_world */
	const struct screen_class *first; /* the screen that never closes by Esc */
	const void *first_state;
	/* The title line's first row: left and right part. Called at each draw. */
	void (*heading)(void *world, char *left, size_t left_room, char *right, size_t right_room);
	/* Asked once a second while idle and before each key is acted on; of what is shown only with `of_data`: while
	 * nobody types it is read again so seldom that a session takes no more than a hundredth of its time for it.
	 * What was not asked for waits. NULL: nothing ever happens outside. */
	enum tui_news (*news)(struct tui *t, bool of_data);
	/* Called with true before, with false after what is on the screen is loaded again for TUI_NEW_DATA: nobody
	 * opened anything. NULL: that makes no difference. */
	void (*reading_again)(struct tui *t, bool is_on);
	/* Called before every wait for a key: asserts that nothing is left open. May be NULL. */
	void (*at_rest)(void *world);
	/* Called whenever what is typed is kept as drafts: with it, what else waits for a pause. May be NULL. */
	void (*rests)(struct tui *t);
	/* Called once when some seconds have passed without a key or news: memory may be given back. May be NULL. */
	void (*quiet)(void *world);
	/* The go-to palette (key ':'), help for words (F1 on a field). May be NULL. */
	bool (*go_to)(struct tui *t, struct fault *f);
	/* Hears the answer of a screen that go_to pushed, whichever screen is beneath. NULL: that screen hears it. */
	void (*gone_to)(struct tui *t, const struct answer *answer);
	/* Keys that go somewhere from every screen that neither takes text nor asks a question, each with an `op` from
	 * OP_FIRST_EVERYWHERE on; the screen's own keys come first. Ends with an all-zero row; NULL: none. */
	const struct binding *everywhere;
	void (*go)(struct tui *t, int op); /* does one of them, as a screen's act would */
	/* Keeps what is typed to a question of one line (prompt_question), as a form keeps its draft; `typed` NULL: it
	 * was answered or left, and what was kept goes. True: something is kept. NULL: such answers are not kept. */
	bool (*keep_answer)(struct tui *t, const char *label, const char *hint, const char *typed);
	/* A yes is an answer to what was asked. Called when a question is put, with `f` NULL, to set `since`; and again
	 * on yes: true, with what was done, when another person changed meanwhile what the question is about. Then
	 * nothing is answered. NULL: nobody else changes anything. */
	bool (*has_moved)(struct tui *t, int64_t *since, struct fault *f);
	/* Completes a fault that is about to be said. May be NULL. */
	void (*explain)(struct tui *t, struct fault *f);
	/* Words on the rule beneath the title; "" none. Called at each draw. May be NULL. */
	void (*beside)(struct tui *t, char *out, size_t room);
	enum tui_colour colour;
	bool ascii;
	const struct tui_lock *lock; /* what is left alone locks and ends; NULL: never */
};

enum tui_end {
	TUI_END_QUIT,
	TUI_END_IDLE,        /* left alone for too long: drafts are kept */
	TUI_END_LEFT_LOCKED, /* from the locked screen */
	TUI_END_LOCKED_OUT,  /* too many tries to open it */
	TUI_END_HANG_UP,     /* also SIGTERM, SIGINT, SIGQUIT */
	TUI_END_NO_TERMINAL, /* the terminal cannot show screens, or the first screen could not load: `f` says which */
};

/* Runs until quitting or hang-up; drafts are kept and the terminal restored on every way out. With QUORATE_TEST_SYNC
 * set in the environment, the private mark ESC ] 5113 ; keys ; rows ; cols BEL follows every repaint. */
enum tui_end tui_run(const struct tui_start *start, struct fault *f);

int64_t tui_milliseconds(void); /* a clock that is never set back and goes on while the machine sleeps */

/* The keys that every screen knows; ends with an all-zero row. For the manual and for tests. */
const struct binding *tui_common_keys(void);

/* --- Headless, for tests: the same program without a terminal --- */
struct tui *tui_headless_start(const struct tui_start *start, int rows, int columns, struct fault *f);
void tui_headless_key(struct tui *t, tui_key key);
void tui_headless_type(struct tui *t, const char *text); /* each character as a key */
void tui_headless_resize(struct tui *t, int rows, int columns);
void tui_headless_turn(struct tui *t); /* as if a second had passed: one step of work, change poll, drafts */
/* The screen as UTF-8 text, one line a row, trailing blanks dropped; the last line is "cursor ROW COLUMN". Caller
 * frees. */
char *tui_headless_text(struct tui *t);
char *tui_headless_roles(struct tui *t); /* one letter a cell: "." plain, b bold, u underlined, B both; r reversed, R
					    bold, U underlined, A all */
bool tui_headless_has_quit(const struct tui *t);
void tui_headless_end(struct tui *t);

#endif
