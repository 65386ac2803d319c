/* What every verb of the command line shares: what was typed, where the case file is, and how answers are written. */
#ifndef APP_APP_H
#define APP_APP_H

#include "arguments.h"
#include "attendant.h"
#include "confine.h"

#include "casework/casework.h"
#include "exchange/output.h"

struct app {
	struct arguments arguments;
	struct arena mem;        /* until the process ends */
	day_number today;        /* of --today, DAY_NONE when it was not given */
	struct casework *cw;     /* NULL until app_open; closed by main */
	struct confinement held; /* what the kernel denies this process */
	struct attendant_duties duties;
	struct attendant
		attendant; /* who does what this process is denied; of verbs that need one and the full screen */
	bool is_shared;    /* installed for a council: one case file, which only the program may enter */
	bool is_ascii;     /* the locale is not UTF-8: lines are drawn plainly */
};

/* --- Places --- */

/* Installed for a council, the program has the group of the case file's folder (setgid) and works on that file alone.
 * What names another file, or settings of its own, runs with the person's own rights. */
bool app_take_place(struct app *app, struct fault *f);
/* --file, else $QUORATE_FILE, else casefile.db in the user's data folder; NULL when the account has no home folder. */
const char *app_case_file(struct app *app);
bool app_names_case_file(const struct app *app);             /* by --file, $QUORATE_FILE or the installation */
const char *app_own_file(struct app *app, const char *name); /* in the user's data folder; NULL as above */
/* The user's data folder is made when it is not there yet and `path` lies in it. */
bool app_make_own_folder(struct app *app, const char *path, struct fault *f);
const char *app_config_folder(struct app *app);              /* --config, else the user's own */
bool app_opens_by_itself(struct app *app, const char *path); /* it is the file that "quorate" alone opens */
bool app_is_there(const char *path);                         /* as the program sees it, with the group it was lent */
const char *app_tilde(struct app *app, const char *path);    /* ~ for the home folder: shorter, and no account's name */

/* --- The case file --- */

/* Opens app_case_file. Where there is none yet the fault says how to start. */
bool app_open(struct app *app, struct fault *f);
bool app_open_path(struct app *app, const char *path, struct fault *f);
/* Before anything else is opened: the attendant learns the commands of the settings, and no other ever. */
void app_call_attendant(struct app *app);
struct casework_opening app_opening(struct app *app, const char *path); /* as the command line says */
day_number app_today(const struct app *app);                            /* with or without a case file */
/* The settings of --profile, else of the case file that was named and is there, else of the national profile. */
bool app_settings(struct app *app, const struct settings **out, struct fault *f);

/* --- Answers --- */

/* As --json or --csv say, else in `otherwise`. */
bool app_write(struct app *app, const struct listing *listing, enum listing_form otherwise, struct fault *f);
bool app_write_one(struct app *app, const struct listing *listing, struct fault *f); /* one record, an object in JSON */
bool app_wants_form(const struct app *app);                                          /* --json or --csv */
/* A text on standard output in lines of at most 78 cells, set in by `indent`, the first line by `first`. Made safe. */
void app_put_wrapped(const char *text, int indent, int first);
/* A sentence for the person, on standard error, made safe for a terminal. */
__attribute__((format(printf, 1, 2))) void app_say(const char *format, ...);
void app_say_fault(const struct fault *f);

/* --- The verbs, each in its own file --- */
bool run_full_screen(struct app *app, struct fault *f); /* of the case file that is open, else of app_case_file */
bool run_demo(struct app *app, struct fault *f);
bool run_init(struct app *app, struct fault *f);
bool run_when(struct app *app, struct fault *f);
bool run_due(struct app *app, struct fault *f);
bool run_today(struct app *app, struct fault *f);
bool run_show(struct app *app, struct fault *f);
bool run_import(struct app *app, struct fault *f);
bool run_letter(struct app *app, struct fault *f);
bool run_send(struct app *app, struct fault *f);
bool run_export(struct app *app, struct fault *f);
bool run_backup(struct app *app, struct fault *f);
bool run_verify(struct app *app, struct fault *f);
bool run_restore(struct app *app, struct fault *f);
bool run_retention(struct app *app, struct fault *f);
bool run_audit(struct app *app, struct fault *f);
bool run_roles(struct app *app, struct fault *f);
bool run_user(struct app *app, struct fault *f);
bool run_doctor(struct app *app, struct fault *f);
bool run_completion(struct app *app, struct fault *f);
bool run_help(struct app *app, struct fault *f);
bool help_verb(struct app *app, const struct verb *verb, struct fault *f); /* NULL: all of it in brief */

#endif
