/* The run-sheet a chair steps through on the day, and what is said and asked at each step. */
#ifndef DOMAIN_RUN_SHEET_H
#define DOMAIN_RUN_SHEET_H

#include <stdbool.h>

/* id, token, label in the step row, key on the screen */
#define RUN_STEPS(X)                                                                                                   \
	X(PRE_MEETING, "pre_meeting", "Pre-meet", '1')                                                                 \
	X(STATEMENTS, "statements", "Statements", '2')                                                                 \
	X(PEOPLE, "people", "People", '3')                                                                             \
	X(REPORTS, "reports", "Reports", '4')                                                                          \
	X(NOTES, "notes", "Notes", '5')                                                                                \
	X(VIEWS, "views", "Views", '6')                                                                                \
	X(DECIDE, "decide", "Decide", '7')                                                                             \
	X(PLAN, "plan", "Plan", '8')                                                                                   \
	X(DATES, "dates", "Dates", '9')                                                                                \
	X(CHECK, "check", "Check", '0')

enum run_step {
#define X(id, token, label, key) RUN_##id,
	RUN_STEPS(X)
#undef X
		RUN_STEP_COUNT
};
const char *run_step_token(enum run_step step);
const char *run_step_label(enum run_step step);
bool run_step_from_token(const char *text, enum run_step *out);
char run_step_key(enum run_step step);
bool run_step_from_key(char key, enum run_step *out);

/* What is ticked or asked at the first two steps. id, token, step, of each person, words */
#define RUN_ITEMS(X)                                                                                                   \
	X(LEAFLET, "leaflet", PRE_MEETING, true, "has had the leaflet about conferences and complaints")               \
	X(REPORTS_READ, "reports_read", PRE_MEETING, true, "has read, or been read, the reports")                      \
	X(NAMES_RIGHT, "names_right", PRE_MEETING, true, "says names and birth dates are right")                       \
	X(RIGHTS, "rights", PRE_MEETING, true, "knows about disagreeing and complaining")                              \
	X(WELCOME, "welcome", STATEMENTS, false, "Welcome, safety, who everybody is and why they are here")            \
	X(APOLOGIES, "apologies", STATEMENTS, false, "Apologies read")                                                 \
	X(CONFIDENTIALITY, "confidentiality", STATEMENTS, false, "Confidentiality statement read")                     \
	X(EQUALITY, "equality", STATEMENTS, false, "Equality statement read")                                          \
	X(DIFFERENCE, "difference", STATEMENTS, false, "Statement on professional differences read")                   \
	X(PURPOSE, "purpose", STATEMENTS, false, "Purpose and agenda said")                                            \
	X(INTERPRETER, "interpreter", STATEMENTS, false, "Interpreter is understood by everybody who needs one")       \
	X(RECORDING, "recording", STATEMENTS, true, "agrees to the sound recording")

enum run_item {
#define X(id, token, step, of_each, words) RUN_ITEM_##id,
	RUN_ITEMS(X)
#undef X
		RUN_ITEM_COUNT
};
const char *run_item_token(enum run_item item);
const char *run_item_words(enum run_item item);
enum run_step run_item_step(enum run_item item);
bool run_item_is_of_each(enum run_item item); /* asked of each member of the family who is there */
bool run_item_from_token(const char *token, enum run_item *out);
/* What is read out, in full; NULL for an item that has no text. */
const char *run_item_statement(enum run_item item);

#endif
