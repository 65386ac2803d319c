/* The running program's own state, shared by the files of the toolkit. */
#ifndef TUI_PRIVATE_H
#define TUI_PRIVATE_H

#include "surface.h"

#include "tui/tui.h"

#define MESSAGE_ROOM        400
#define MESSAGES_KEPT       50
#define KEEP_AFTER_SECONDS  5  /* without a key */
#define KEEP_WITHIN_SECONDS 10 /* of the first key that no draft holds, however many follow */
#define LEAST_ROWS          10
#define LEAST_COLUMNS       40

struct screen {
	const struct screen_class *class;
	struct tui *tui;
	struct screen *below;
	void *state;
	struct arena mem[2]; /* what is shown, and what a load is filling: a load that fails leaves the first alone */
	int present;
	bool must_load;
	bool is_for_others; /* and why: another person changed something */
	bool has_worked;    /* its class's work has nothing left to do */
	bool is_of_start;   /* pushed by start->go_to: its answer goes to start->gone_to */
};

/* A screen that closed lives until the next key: its act may still be running, and its answer's text is read. */
struct closed {
	struct screen *screen; /* NULL: open again */
	struct screen *asker;  /* who hears the answer; NULL nobody */
	struct answer answer;
	bool is_told;
	struct closed *next;
};

struct message {
	char text[MESSAGE_ROOM];
	enum tui_role role;
};

/* Leaving several screens at once: each may ask first. */
struct leaving {
	bool is_quitting, is_going;
	struct screen *asked; /* put its question; the leaving waits for it */
	const struct screen_class *class;
	void *state;
};

/* While the screen is locked. */
struct locked {
	bool is_on, asks_to_leave;
	char typed[256]; /* wiped as soon as it was tried */
	size_t used;
	char said[MESSAGE_ROOM];
};

struct tui {
	struct tui_start start;
	struct surface *surface;
	struct screen *top;
	struct closed *closed; /* oldest first */
	struct closed *told;   /* whose answer is heard just now; NULL none */
	struct leaving leaving;
	struct message message;
	bool message_is_new;                /* said while the present key was acted on */
	struct message said[MESSAGES_KEPT]; /* a ring */
	size_t said_count;                  /* in all; the newest is at (said_count - 1) % MESSAGES_KEPT */
	int op_to_run;                      /* chosen in help, for the screen beneath it */
	bool has_quit, is_blank, is_pasting, is_at_go_to;
	struct locked lock;
	bool is_warned;    /* that the screen will lock */
	int64_t last_work; /* when a key was last taken that was work: tui_now */
	enum tui_end end;  /* once it has quit */
	bool must_go_on;   /* the screen somebody wrote on was taken away: Enter or Esc, before any key acts again */
	bool must_forget;  /* tui_forget_typed_ahead was called */
	bool has_unkept;   /* keys since drafts were last kept */
	bool must_repaint; /* every cell: Ctrl-L */
	bool is_afresh;    /* what is loaded next was asked for with r */
	int columns;       /* at the last paint */
};

extern const struct binding common_keys[];

/* stack.c */
struct tui *tui_create(const struct tui_start *start, bool ascii);
void tui_destroy(struct tui *t);
void stack_bury(struct tui *t);   /* what closed before this key */
void stack_settle(struct tui *t); /* answers, leaving, loads: until nothing is left to do */
void stack_must_load(struct tui *t);
bool stack_hear(struct tui *t, bool of_data); /* what happened outside; true when it is to be painted */
bool stack_works(const struct tui *t);        /* is there a step of a long act to take? */
void stack_work(struct tui *t);               /* takes it */
void stack_keep(struct tui *t);               /* drafts of every screen */
bool stack_covers(const struct tui *t, const struct screen *s); /* is `s` hidden by a screen above it? */

/* leave.c */
bool stack_load(struct tui *t, struct screen *s, struct fault *f);
bool stack_no_memory(struct fault *f); /* says so: false */
bool leave_step(struct tui *t);        /* true when it did something */
struct screen *stack_pop(struct tui *t);
void stack_retire(struct tui *t, struct screen *s, struct screen *asker, const struct answer *answer);

/* dispatch.c */
void tui_take_key(struct tui *t, tui_key key);
void dispatch_op(struct tui *t, int op, tui_key key);

/* lock.c */
int64_t tui_now(const struct tui *t);
bool lock_step(struct tui *t); /* is it time to warn, lock or end? true when something looks different */
void lock_on(struct tui *t, bool by_key);
void lock_unwarn(struct tui *t); /* a key came */
void lock_take_key(struct tui *t, tui_key key);
void lock_draw(struct tui *t, struct canvas *c);

/* frame.c */
void frame_paint(struct tui *t);
bool binding_is_live(const struct screen *s, const struct binding *b);
tui_key binding_usable_key(const struct binding *b, bool is_text); /* the first that works now, 0 none */
bool screen_takes_text(const struct screen *s);
const struct binding *everywhere_keys(const struct tui *t); /* that work now; NULL none */

/* help.c, messages.c */
bool help_open(struct tui *t, const char *about_focus); /* words on top, "" none */
bool messages_open(struct tui *t);
const struct message *tui_said(const struct tui *t, size_t back); /* 0 the newest; NULL beyond what is kept */

#endif
