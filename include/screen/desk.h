/* The full-screen program over one open case file: what the app starts and the screens share. */
#ifndef SCREEN_DESK_H
#define SCREEN_DESK_H

#include "casework/letters.h"
#include "casework/merging.h"
#include "casework/reports.h"
#include "domain/idle.h"
#include "domain/run_sheet.h"
#include "tui/form.h"
#include "tui/tui.h"

/* Deadlines about to be ticked or waived, or ticked and waived last. */
struct ticked {
	int64_t family_id;
	char ids[256];
	char words[160];
};

/* The report a question is about. */
struct report_asked {
	int64_t report_id, conference_id, version, paper_id, person_id;
	enum report_mark mark;
	day_number on;
	day_number typed_day; /* the last one typed here: offered again */
	bool has_typed_day, to_manager;
	char who[160], owed_by[120]; /* "School · K. Evans", "School" */
	char said[400];              /* what was done, for the message */
};
/* The last change of a report: how it is taken back. The report stands at `marking.version` unless somebody changed it
 * since. */
struct report_undo {
	bool is_set, is_saving; /* saving: by the four below; else by a mark */
	struct report_marking marking;
	int64_t conference_id;
	enum yes_no is_signed, is_legible;
	enum report_handling handling;
	int copies;
	char words[240];
};

/* The letter a question is about. */
struct letter_asked {
	int64_t letter_id, delivery_id, family_id;
	enum invite_method method; /* to be sent by again */
	day_number on;
	char who[160];
	char said[400]; /* where a file was put */
};

/* The record a question is about. */
struct record_asked {
	int64_t conference_id, version, correction;
	int64_t section, section_version; /* whose readers are said anew; 0 a new one is added */
	int64_t child;                    /* of whom a new section speaks, 0 of none or all */
	bool is_restricted, is_of_no_child, is_accepted;
	char reference[32];
	char found[120]; /* looked for last in a section, "" nothing yet */
};

/* What the machine says of a password that was typed at the lock. */
enum desk_password { PASSWORD_RIGHT, PASSWORD_WRONG, PASSWORD_CLOSED, PASSWORD_UNKNOWABLE };

/* The lock of the screens (access/lock.c). */
struct desk_lock {
	struct idle_limits limits;
	enum desk_password (*password)(void *asked, const char *typed);
	void *asked;
	struct tui_lock toolkit; /* what tui_run is given */
	bool by_key;
	int wrong;
	int64_t wrong_at; /* milliseconds */
};

struct desk {
	struct casework *cw;
	struct desk_lock lock;
	char glass[240];           /* what is open by broken glass, as the title line says it; "" nothing */
	struct ticked asked, undo; /* `u` takes back the second */
	bool drafts_offered;
	int64_t beside;            /* the family whose other readers were looked for last */
	bool hides_restricted;     /* briefs leave out what is for professionals only, until it is asked for again */
	struct form_memory memory; /* what was saved in forms, for repeating it */
	/* The screen the palette was opened over: its actions are listed too, one bit a row that could be run. */
	const struct screen_class *acting;
	uint32_t acting_live;
	/* The invitee a one-line question is about, the conference the search for another one is about, and whom the
	 * list shows next (0: nobody). */
	int64_t invitee, invitee_version, inviting, invitee_added;
	int64_t decision_version; /* of the child a menu is about */
	struct report_asked report_asked;
	struct report_undo report_undo;
	struct letter_asked letter_asked;
	struct record_asked record_asked;
	int64_t words_heard;    /* when a question of one line was asked: the newest that was known of others' acts */
	char words_before[512]; /* what stood where an answer of one line goes, when it was asked for */
	char folder[400];       /* where papers were put last, "" nowhere yet */
	int64_t merging;        /* the person, or the merge, a question about two entries is about */
	struct merging merge;   /* about to be made one */
	int64_t contact;        /* of the directory: for whom another one is searched */
	struct printed_plan {
		int64_t family, version, person; /* person 0: colleagues */
	} printed;                               /* the plan that is put on paper */
	int64_t core_group_family;               /* whose core group somebody joins */
	/* The conference being held that a question is about, and the step of it that is about to open. */
	int64_t live_conference;
	enum run_step live_step;
};

struct desk_options {
	enum tui_colour colour;
	bool ascii;
	/* Is this the password of the account that runs the program? NULL: this machine cannot say. */
	enum desk_password (*password)(void *asked, const char *typed);
	void *asked; /* handed to it */
	/* Milliseconds that never go back, for the lock; NULL: the machine's. For tests. */
	int64_t (*now)(void *world);
	const char *open_reference; /* go straight to this conference, family or child; NULL: Today */
};

/* Fills `start` for tui_run or tui_headless_start: Today first, drafts offered when there are any. */
void desk_start(struct desk *desk, const struct desk_options *options, struct tui_start *start);

/* Gives back what the screens kept; the casework is the caller's. */
void desk_finish(struct desk *desk);

/* Every screen, in the order of the manual; ends with NULL. For the manual and for tests of the key tables. */
const struct screen_class *const *desk_screens(void);
/* The keys that go somewhere from every screen; ends with an all-zero row. */
const struct binding *desk_everywhere_keys(void);

#endif
