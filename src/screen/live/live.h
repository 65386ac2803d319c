/* Live: the conference while it is held. Each step of the run-sheet is a screen of its own that takes the place of the
 * one before, as tabs do; Esc leads back to where it was opened from. Everything is stored as it is done. */
#ifndef LIVE_H
#define LIVE_H

#include "casework/live.h"
#include "casework/live_close.h"
#include "tui/canvas.h"
#include "tui/list.h"
#include "tui/screen.h"

/* What the state of each step's screen begins with. */
struct live_screen {
	int64_t conference;
	enum run_step step;
	struct live_page page;
	struct live_check_list checks; /* what is missing while it is held, and what closing will do */
	const char *follows;
	struct list list; /* opened by the step at its first load */
	bool is_open;
	bool is_restricted; /* shows what is for professionals only */
};

/* The screen of each step. */
#define LIVE_STEP_SCREENS(X)                                                                                           \
	X(PRE_MEETING, live_opening_screen)                                                                            \
	X(STATEMENTS, live_opening_screen)                                                                             \
	X(PEOPLE, live_people_screen)                                                                                  \
	X(REPORTS, live_reports_screen)                                                                                \
	X(NOTES, live_notes_screen)                                                                                    \
	X(VIEWS, live_views_screen)                                                                                    \
	X(DECIDE, live_decide_screen)                                                                                  \
	X(PLAN, live_plan_screen)                                                                                      \
	X(DATES, live_dates_screen)                                                                                    \
	X(CHECK, live_check_screen)
#define X(step, class) extern const struct screen_class class;
LIVE_STEP_SCREENS(X)
#undef X

/* Opens at the step where the run-sheet stands; one that has not begun at its first step, where S starts it. */
bool live_open(struct tui *t, int64_t conference, struct fault *f);
/* Another step in the place of this one. */
bool live_go(struct tui *t, int64_t conference, enum run_step step, struct fault *f);

/* For each step's class: reads the page into the screen's arena and remembers where the chair stands. */
bool live_load(struct screen *s, struct tui *t, struct fault *f);
/* Fills the step's list; at its first load opens it with these columns. True when it was opened now. */
bool live_fill(struct live_screen *live, const struct list_column *columns, int column_count,
	       const struct list_source *source, struct arena *mem);
void live_about(const struct screen *s, struct screen_about *out);
void live_title(const struct screen *s, char *out, size_t room);
/* "saved 14:07:12 · Aoife Brennan, minute-taker, writes too". */
void live_status(const struct screen *s, char *out, size_t room);
/* The row of steps; gives what is left beneath it. */
struct canvas *live_draw(const struct live_screen *live, struct canvas *c, struct canvas_part *part);
/* Steps, starting, and how it ends: hand every operation that is not the step's own to it. */
enum handled live_act(struct screen *s, struct tui *t, int op);
/* Answers of the questions that live_act asks; true when it was one of them. */
bool live_answered(struct screen *s, struct tui *t, const struct answer *answer);
/* While the filter of the list is typed: letters are no keys then. */
bool live_takes_text(const struct screen *s);
/* Of the keys of live_act and of moving: what may be pressed now. */
bool live_key_is_live(const struct screen *s, int op);
/* Was begun and is not over: the keys that write are live. */
bool live_is_going_on(const struct live_screen *live);
bool live_waits_for_decision(const struct live_screen *live); /* about some child nothing is decided yet */
/* Says what was saved, loads again. False: the fault is shown. */
bool live_saved(struct tui *t, bool saved, const struct fault *f, const char *what);

enum { OP_LIVE_NEXT = 240, OP_LIVE_BEFORE, OP_LIVE_START, OP_LIVE_END, OP_LIVE_DRAFTS, OP_LIVE_PRINT, OP_LIVE_STEP };

/* For the key table of each step. A screen whose digits mean something else leaves LIVE_DIGIT_KEYS out. */
#define LIVE_KEYS                                                                                                      \
	{'S', 0, 0, OP_LIVE_START, "Start", "Begin the conference; the run-sheet is stored from then on."},            \
		{TUI_KEY_TAB, ']', 0, OP_LIVE_NEXT, "Next step", "The next step of the run-sheet."},                   \
		{TUI_KEY_BACK_TAB, '[', 0, OP_LIVE_BEFORE, NULL, "The step before."},                                  \
		{'D', 0, 0, OP_LIVE_DRAFTS, NULL, "What was typed and not saved, to go on with it."},                  \
	{                                                                                                              \
		'E', 0, 0, OP_LIVE_END, NULL,                                                                          \
			"No quorum, adjourn, end early, or another chair takes over: asks which, and why."             \
	}
/* For the steps at which the room waits for the plan on paper. */
#define LIVE_PRINT_KEY                                                                                                 \
	{                                                                                                              \
		'P', 0, 0, OP_LIVE_PRINT, "Print plan",                                                                \
			"The outline plan for everybody in the room, as a PDF in a folder."                            \
	}
#define LIVE_DIGIT_KEYS                                                                                                \
	{'1', 0, 0, OP_LIVE_STEP, NULL, "Before it: the meeting with the family."},                                    \
		{'2', 0, 0, OP_LIVE_STEP + 1, NULL, "What is read out at the start."},                                 \
		{'3', 0, 0, OP_LIVE_STEP + 2, NULL, "Who is there."},                                                  \
		{'4', 0, 0, OP_LIVE_STEP + 3, NULL, "Reports, and whether the family has had them."},                  \
		{'5', 0, 0, OP_LIVE_STEP + 4, NULL, "What is said, under the headings of the format."},                \
		{'6', 0, 0, OP_LIVE_STEP + 5, NULL, "What each agency thinks of each child."},                         \
		{'7', 0, 0, OP_LIVE_STEP + 6, NULL, "The decision for each child."},                                   \
		{'8', 0, 0, OP_LIVE_STEP + 7, NULL, "The outline plan."},                                              \
		{'9', 0, 0, OP_LIVE_STEP + 8, NULL, "Core group and next review."},                                    \
	{                                                                                                              \
		'0', 0, 0, OP_LIVE_STEP + 9, NULL, "What is missing, and closing."                                     \
	}

#endif
