/* Questions and small windows pushed over a screen: yes or no, one line, a menu, a text to read, the go-to palette. */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/screen.h"

/* Yes or no, naming the thing. Enter does not confirm; what was typed ahead cannot answer. Answer: code, number 1 yes 0
 * no; Esc answers code 0. */
bool prompt_yes_no(struct tui *t, int code, const char *question, const char *consequence, struct fault *f);

/* One line of text. Answer: code and text; Esc answers code 0. The words are copied. */
struct line_question {
	int code;
	const char *label, *hint;
	const char *start; /* what stands there; the first letter typed takes its place. NULL: nothing */
	/* Asked on Enter with the program's world. False: the prompt stays open with what was typed and shows the
	 * sentence. It may do the thing itself, so that what only the doing can refuse is mended here as well. NULL:
	 * every text is an answer. */
	bool (*check)(void *world, const char *typed, struct fault *f);
	/* What was understood, shown under the line as it is typed; false for a hint. NULL: nothing. */
	bool (*echo)(void *world, const char *typed, char *out, size_t room);
	int64_t whole; /* what it is about (struct screen_about) where the screen beneath does not say; 0 */
};
bool prompt_question(struct tui *t, const struct line_question *question, struct fault *f);

/* The same without check and echo. */
bool prompt_line(struct tui *t, int code, const char *label, const char *hint, const char *start, struct fault *f);

/* Leaving with unsaved work: answer number 1 save, 2 keep as draft, 3 discard; Esc stays (code 0). */
bool prompt_leave(struct tui *t, int code, const char *what, struct fault *f);

struct menu_item {
	tui_key key; /* letter that picks it at once; 0 none */
	const char *label;
	const char *detail;
	const char *why_not; /* not possible now: shown greyed with the reason; NULL: possible */
	int64_t number;      /* the answer */
};
bool prompt_menu(struct tui *t, int code, const char *title, const struct menu_item *items, size_t count,
		 struct fault *f);

/* A text to read, with scrolling and '/'. The text is copied. */
bool pager_open(struct tui *t, const char *title, const char *text, struct fault *f);

/* The palette: a line, and answers as you type. */
struct palette_item {
	const char *label;   /* "Okonkwo, Chidi · born 3 Mar 2014" */
	const char *detail;  /* "child · FAM-0123" */
	const char *keys;    /* the direct key of an action, "" for none */
	const char *why_not; /* cannot be run now and why; NULL: can */
	int kind;            /* the asker's own */
	int64_t number;
};
struct palette_list {
	struct palette_item *items;
	size_t count, room;
	size_t total; /* found in all, when more than are listed */
	/* NULL, or asked where Enter finds nothing: false with why, or true when there is nothing to say of it. */
	bool (*why_none)(void *world, const char *typed, struct fault *f);
};
/* `find` fills up to 50 items for what is typed, best first; it is asked from the start (typed "": what was used last,
 * or actions), with one letter (exact references only: names need two) and after every change. Answer: code; number is
 * the item's, text the item's kind in digits, a blank and what was typed. */
bool palette_open(struct tui *t, int code,
		  bool (*find)(void *world, const char *typed, struct arena *mem, struct palette_list *out,
			       struct fault *f),
		  struct fault *f);
/* The same, to choose one of many: `title` stands over the box, `asked` is said while nothing is found; both are
 * copied. */
bool palette_choose(struct tui *t, int code, const char *title, const char *asked,
		    bool (*find)(void *world, const char *typed, struct arena *mem, struct palette_list *out,
				 struct fault *f),
		    struct fault *f);

#endif
