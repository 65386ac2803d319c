/* What a worker does, as verbs and queries: the only door to the case file. Every verb checks the permission, writes,
 * and leaves its audit row in one transaction; every query checks the permission and leaves one audit row for the look.
 */
#ifndef CASEWORK_CASEWORK_H
#define CASEWORK_CASEWORK_H

#include "base/arena.h"
#include "base/fault.h"
#include "base/program.h"
#include "domain/record.h"
#include "settings/settings.h"

struct casework;

struct casework_opening {
	const char *path;          /* the case file */
	const char *config_folder; /* NULL: the shipped settings only */
	const char *
		demo_config_folder; /* used instead in a demonstration file: its own rooms and chairs; NULL: the same */
	day_number today;           /* DAY_NONE: Europe/London's today; a demonstration's own day */
	const char *started_for;    /* "full screen", "quorate due": for the audit log; NULL nothing */
	const char *user; /* another login to work as: demo and test files only (refused otherwise); NULL: getuid() */
	bool read_only;
	/* Who starts the mail and print commands; NULL: this process. Must outlast the casework. */
	const struct program_starter *starter;
	void (*waiting)(void *payload); /* another person is saving; may be NULL */
	void *payload;
};

/* Opens the file, reads the settings for its profile, brings its lists of rooms, chairs and minute-takers up to date
 * with the settings, and finds out who is at work. FAULT_NOT_ALLOWED when the account is not a user of this file. */
bool casework_open(struct casework **out, const struct casework_opening *how, struct fault *f);
void casework_close(struct casework *cw);

/* Makes a new case file. The account that makes it is its first and only user: business support for the daily work,
 * administrator to add the others, manager so that somebody can waive a limit or restrict a family until a manager is
 * added. */
struct casework_founding {
	const char *path, *config_folder, *authority, *la_code, *profile;
	bool is_demo;
	day_number plays_on; /* of a demonstration: the day it is opened on ever after; DAY_NONE or 0: today */
};
bool casework_found(const struct casework_founding *founding, struct fault *f);

day_number casework_today(const struct casework *cw);
day_number casework_day_of_now(void); /* Europe/London's today, for what needs no case file */
const struct settings *casework_settings(const struct casework *cw);
const struct policy *casework_policy(const struct casework *cw);
const struct working_calendar *casework_calendar(const struct casework *cw);
const char *casework_authority(const struct casework *cw); /* "Northgate Council" */
const char *casework_user_name(const struct casework *cw);
const char *casework_user_login(const struct casework *cw);
role_set casework_roles(const struct casework *cw);
const char *casework_la_code(const struct casework *cw); /* "201", "" when the file has none */
bool casework_is_demo(const struct casework *cw);
bool casework_is_read_only(const struct casework *cw);
/* Did another session save a change since this was last asked? What others only looked at is no change. */
bool casework_changed_elsewhere(struct casework *cw);
/* How far the news has been heard, and who else changed something of a family since then (0: of none, such as the
 * directory): who is "Aoife Brennan at 10:42" and "" when it was nobody or several, what is a sentence on the newest
 * change or "". The family is one that is on the screen of this person; one that may no longer be seen says nothing. */
struct by_others {
	char who[120], what[300];
};
int64_t casework_heard(const struct casework *cw);
void casework_by_others(struct casework *cw, int64_t family, int64_t since, struct by_others *out);
/* The same of the last ten minutes. */
void casework_by_others_lately(struct casework *cw, int64_t family, struct by_others *out);

/* Between these two what is on the screen is read again because others changed it: nobody opened anything, so that a
 * look which left its audit row in this session leaves none again. */
void casework_reading_again(struct casework *cw, bool is_on);
bool casework_is_at_rest(const struct casework *cw);
/* Nobody asks anything for a while: memory that was read into is given back to the machine. */
void casework_rest(struct casework *cw);

/* May this person do it at all? Without `f` it is only asked, as for greying keys; the verbs check again. With `f`
 * somebody tries: false fills it with FAULT_NOT_ALLOWED, and the refusal stands in the audit log. */
bool casework_may(struct casework *cw, enum action action, struct fault *f);

/* The same for one conference: a right may end at those that one chairs. */
bool casework_may_for(struct casework *cw, enum action action, int64_t conference, struct fault *f);

/* Many verbs as one: an import, the demo. Each verb still audits itself. A failed verb inside a batch dooms nothing: it
 * undoes its own changes only; what it was refused for stands in the audit log when the batch ends.
 * `casework_batch_end` with keep false leaves the file otherwise as it was (--dry-run). */
bool casework_batch_begin(struct casework *cw, struct fault *f);
bool casework_batch_end(struct casework *cw, bool keep, struct fault *f);

/* For doctor: what is true of the file and its host, as "label: value" lines without personal data. */
struct finding {
	const char *label, *value;
	bool is_worry; /* something to act on */
};
struct finding_list {
	struct finding *items;
	size_t count, room;
};
bool casework_examine(struct casework *cw, struct arena *mem, struct finding_list *out, struct fault *f);

#endif
