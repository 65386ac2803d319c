/* A form is a table over a struct of text members: drawing, tab order, hints, required marks, drafts and the saved
 * value all come from the row, and a new field is one line. The form edits text; the screen parses it on saving (parse,
 * then do). */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/edit_line.h"
#include "tui/edit_text.h"
#include "tui/screen.h"

enum field_kind {
	FIELD_TEXT,   /* one line */
	FIELD_LINES,  /* several lines, word wrap; Enter starts a line, so it is better not the last field */
	FIELD_CHOICE, /* one of a few: left, right, first letter, or its code; the member holds the token */
	FIELD_TICK,   /* yes or no: space, y, n; the member holds "yes", "no" or "" */
	FIELD_PICK,   /* type-ahead over a long list: two letters, then Down and Enter; free text is kept unless
			 `must_pick` */
	FIELD_DATE, /* one line, understood at once beside it; + and - and the page keys step it when `step` is given */
	FIELD_HEADING, /* words between groups of fields; cannot have the focus */
};

struct field_choice {
	const char *token, *label;
};

struct field_suggestion {
	const char *value;  /* what goes into the member */
	const char *label;  /* what is listed */
	const char *detail; /* beside it: DOB and reference, so that two people of one name are told apart */
};
struct field_suggestion_list {
	struct field_suggestion *items;
	size_t count, room;
};

struct field {
	const char *name;  /* token for drafts and faults */
	const char *label; /* the field's own words */
	const char *hint;  /* in the form's last row while it has the focus: what to type, with an example */
	const char *help;  /* longer: F1, or '?' before anything is typed; NULL none */
	enum field_kind kind;
	size_t offset, room; /* char member of the values struct */
	bool required;
	bool must_pick;
	int rows;                           /* FIELD_LINES: rows shown; 0 means 3 */
	const struct field_choice *choices; /* FIELD_CHOICE: ends with a NULL token */
	/* FIELD_PICK: what matches `typed`, in `mem`. */
	bool (*suggest)(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out);
	/* What was understood ("= Tue 14 Jul 2026 · in 10 working days"), or a hint while it is not yet whole; returns
	 * false for a hint. */
	bool (*echo)(void *world, const void *values, const char *typed, char *out, size_t room);
	/* FIELD_DATE: the typed text `by` days later, written back into `typed`. On '+' and '-' while the field has not
	 * been typed into (both also begin dates such as "+10wd": a digit after the sign takes the step back), and by a
	 * week on Page Up and Page Down. False: it is not a date yet. */
	bool (*step)(void *world, const void *values, char *typed, size_t room, int by);
	/* Checked on saving, after `required`: false with a fault whose sentence names the remedy. NULL: nothing to
	 * check. */
	bool (*check)(void *world, const void *values, const char *typed, struct fault *f);
	/* Whether the field is there at all, given the other values. NULL: always. */
	bool (*shown)(const void *values);
	/* Do two texts that are not letter for letter the same mean the same? For whoever compares them; NULL: a date
	 * by its echo, anything else does not. */
	bool (*alike)(const char *a, const char *b);
};

#define FIELD_OF(type, member) offsetof(type, member), sizeof((type *)0)->member

#define FORM_FIELDS_MOST       120

/* What was last saved in each field of a name in this session, in whichever form, for Ctrl-R; kept by whoever outlives
 * the screens. Start with {0}, end with form_memory_finish. */
struct form_memory_item {
	const char *name;
	char *text;
	size_t room;
};
struct form_memory {
	struct form_memory_item *items;
	size_t count, room;
	struct arena mem;
};
void form_memory_finish(struct form_memory *memory);

struct form {
	const struct field *fields;
	size_t count;
	void *values; /* the struct of texts; owned by the screen */
	void *world;
	size_t focus;           /* a shown field that is not a heading, or count: nothing */
	struct edit_line line;  /* of the focused field */
	struct edit_text *text; /* of a focused FIELD_LINES */
	struct field_suggestion_list suggestions;
	int suggestion;                     /* selected, -1 none */
	struct arena mem;                   /* suggestions */
	bool changed;                       /* since form_open or form_mark_saved */
	bool left_field;                    /* a field was left since form_take_left: time to keep a draft */
	bool touched;                       /* the focused field was typed into since it got the focus */
	tui_key sign;                       /* the last key stepped a date by this sign; 0 it did not */
	char before_sign[EDIT_LINE_ROOM];   /* what stood there before that step */
	bool pasting;                       /* between the paste marks every key is text */
	bool refused;                       /* the last key found no room; the hint row says so */
	bool nothing_to_repeat;             /* the last key was Ctrl-R in a field nothing was saved in; so does this */
	int request;                        /* see form_take_request */
	struct form_memory *memory;         /* set by the screen after form_open; NULL: Ctrl-R has nothing to repeat */
	char errors[FORM_FIELDS_MOST][160]; /* sentence for each field, "" for none */
};

bool form_open(struct form *form, const struct field *fields, size_t count, void *values, void *world, struct fault *f);
void form_close(struct form *form);

/* Form operations. A screen names form_keys as its widget_keys, so that key line, help and manual list them, and hands
 * every operation it does not know to form_act. */
enum form_op {
	OP_FORM_NEXT = 60,
	OP_FORM_PREVIOUS,
	OP_FORM_SAVE,
	OP_FORM_ENTER,
	OP_FORM_NEXT_ERROR,
	OP_FORM_CALENDAR,
	OP_FORM_HELP,
	OP_FORM_DOWN,
	OP_FORM_UP,
	OP_FORM_REPEAT,
};

extern const struct binding form_keys[];

/* One operation, or one key as OP_TYPED. What only the screen can do comes back as NOT_MINE: then form_take_request
 * says whether the key asked for saving (Ctrl-S, Enter on the last field), the calendar or help, and 0 when it was none
 * of the form's. */
enum handled form_act(struct form *form, int op, tui_key typed);
/* OP_FORM_SAVE, OP_FORM_CALENDAR, OP_FORM_HELP or 0, once. Everything typed is in the values by then. */
int form_take_request(struct form *form);
/* The help of the focused field, its hint where it has none; for pager_open or tui_say. */
const char *form_help(const struct form *form);
/* The screen saved: nothing is unsaved any more, and Ctrl-R repeats these values. */
void form_mark_saved(struct form *form);
void form_draw(const struct form *form, struct canvas *c); /* label column, value, echo; reflows below 60 columns */

/* Stores the field being edited, then checks every shown field. False: errors are set, the focus is on the first one,
 * and `f` holds the summary ("3 fields need attention; F8 goes to the next"). Nothing typed is lost. */
bool form_check(struct form *form, struct fault *f);
/* Puts a fault from saving at the field it names (fault.field is a field name or label). */
void form_show_fault(struct form *form, const struct fault *f);
void form_focus(struct form *form, const char *name);
const char *form_value(const struct form *form, const char *name);
void form_set(struct form *form, const char *name, const char *text); /* as if typed */
bool form_take_left(struct form *form);                               /* was a field left since the last call? */

/* Drafts: every field as "name value" lines, line breaks escaped; put back by name, unknown names ignored. */
char *form_to_draft(const struct form *form, struct arena *mem);
void form_from_draft(struct form *form, const char *draft);
/* The same, and how the record stood: `was` is the text of each field as it was read. form_draft_was gives it back,
 * each text in `mem`; false for a draft that does not say. */
char *form_to_draft_over(const struct form *form, const char *const *was, struct arena *mem);
bool form_draft_was(const struct form *form, const char *draft, const char **was, struct arena *mem);
/* What was typed, to be read where its form cannot be opened any more: "With care: ring twice" for each field that was
 * changed, by the words of its name; of a draft that does not say how the record stood, each that is not empty. */
const char *form_draft_words(const char *draft, struct arena *mem);
size_t form_filled(const struct form *form, size_t *of); /* "5 of 14 fields" */

#endif
