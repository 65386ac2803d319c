/* `quorate doctor`: whether all is well with the case file, the settings and the terminal; nothing about any person. */
#include "app.h"

#include "casework/letters.h"
#include "tui/terminal_facts.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct listing_column columns[] = {{"what", "What"}, {"found", "Found"}, {"act", "Act on it"}};

static void tell(struct listing *listing, const char *what, const char *found, bool is_worry)
{
	listing_text(listing, what);
	listing_text(listing, found);
	listing_yes_no(listing, is_worry);
}

/* --- The terminal --- */

static const char *or_not_set(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : "not set";
}

/* What the screens ask of a terminal, and whether it is there. A key that is missing has a twin in plain letters. */
static void tell_terminal_kind(struct listing *listing)
{
	const char *name = getenv("TERM");
	struct terminal_facts facts;

	tui_terminal_facts(name, listing->mem, &facts);
	if (!name || !*name)
		tell(listing, "terminal", "TERM is not set", false);
	else if (!facts.is_known)
		tell(listing, "terminal",
		     arena_printf(listing->mem,
				  "%.40s: this machine does not know its keys; set TERM to xterm-256color, or have its "
				  "description installed",
				  name),
		     true);
	else if (!facts.shows_screens)
		tell(listing, "terminal",
		     arena_printf(listing->mem,
				  "%.40s: it cannot show screens; use \"quorate today\" and \"quorate show\"", name),
		     false);
	else
		tell(listing, "terminal",
		     arena_printf(listing->mem, "%.40s, %s, %s%s", name,
				  facts.colours ? arena_printf(listing->mem, "%d colours", facts.colours)
						: "no colours",
				  *facts.missing ? "without the keys " : "with every key that is used", facts.missing),
		     false);
}

static void tell_terminal(struct listing *listing, const struct app *app)
{
	struct winsize size = {0};
	bool is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);

	tell_terminal_kind(listing);
	if (is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		tell(listing, "terminal size",
		     arena_printf(listing->mem, "%d columns, %d rows%s", size.ws_col, size.ws_row,
				  size.ws_col < 80 || size.ws_row < 24 ? ": 80 by 24 shows every screen whole" : ""),
		     size.ws_col < 80 || size.ws_row < 24);
	else
		tell(listing, "terminal size", "this is not run in a terminal", false);
	tell(listing, "characters",
	     app->is_ascii ? "the locale is not UTF-8: lines are drawn plainly; set LANG=C.UTF-8"
			   : nl_langinfo(CODESET),
	     app->is_ascii);
	tell(listing, "NO_COLOR", or_not_set("NO_COLOR"), false);
}

/* --- The process --- */

static const char *confined_words(const struct confinement *held)
{
	if (held->by_seccomp)
		return held->by_landlock ? "starting programs, and the network (Landlock, seccomp)"
					 : "starting programs, and the network (seccomp)";
	return held->by_landlock ? "starting programs (Landlock)"
				 : "nothing: this machine offers neither Landlock nor seccomp";
}

/* What process_prepare asked for, as the kernel has it. */
static void tell_process(const struct app *app, struct listing *listing)
{
	mode_t mask = umask(077);
	struct rlimit core = {0};
	bool is_open = prctl(PR_GET_DUMPABLE) != 0 || getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_cur != 0;

	umask(mask);
	tell(listing, "memory of the program",
	     is_open ? "open to other programs of this account: this is a build for finding faults"
		     : "closed to other programs, and no core file",
	     false);
	tell(listing, "denied by the kernel", confined_words(&app->held), false);
	tell(listing, "attendant",
	     "quorate-attends, beside the full screen, send and demo: it starts the mail and print commands of the "
	     "settings and asks PAM, nothing else",
	     false);
	tell(listing, "files it makes", mask == 077 ? "for their owner alone" : "readable by others", mask != 077);
}

/* --- The lock --- */

static void tell_lock(struct listing *listing)
{
	static const char *const services[] = {"/etc/pam.d/quorate", "/usr/lib/pam.d/quorate"};
	bool is_there = false;

	for (size_t i = 0; i < sizeof services / sizeof *services; i++)
		is_there = is_there || access(services[i], R_OK) == 0;
	tell(listing, "locked screen",
	     is_there ? "the account's password opens it (PAM service quorate)"
		      : "no PAM service quorate: the machine's \"other\" decides whether a password opens it; "
			"see docs/install.md",
	     !is_there && access("/etc/pam.d/other", R_OK) != 0);
}

/* --- Settings without a case file --- */

/* Whoever changes it changes when things are due and what is started for a mail. */
static void tell_settings_folder(struct app *app, const char *folder, struct listing *listing)
{
	struct stat about;
	bool is_open = *folder && stat(app_config_folder(app), &about) == 0 && (about.st_mode & S_IWOTH);

	tell(listing, "settings folder",
	     !*folder  ? "none: this account has no home folder"
	     : is_open ? arena_printf(listing->mem,
				      "%s: everybody on this machine may change it; take that right away "
				      "(chmod o-w)",
				      folder)
		       : folder,
	     !*folder || is_open);
}

static void tell_settings(struct app *app, struct listing *listing)
{
	const char *profile = app->arguments.values[OPTION_PROFILE];
	const char *folder = app_tilde(app, app_config_folder(app));
	struct settings *settings;
	struct fault f = {0};

	tell_settings_folder(app, folder, listing);
	tell(listing, "shipped data", app_tilde(app, settings_data_folder()),
	     access(settings_data_folder(), R_OK) != 0);
	/* What is read for the case file's own profile stands with the case file. */
	if (app->cw && !profile)
		return;
	if (settings_load(&settings, app_config_folder(app), profile ? profile : "national", &app->mem, &f))
		tell(listing, profile ? arena_printf(&app->mem, "settings read for %s", profile) : "settings read",
		     settings->sources, false);
	else
		tell(listing, "settings", f.message, true);
}

/* A slip in the name is the caller's and not the machine's. Without any profile the data is gone, which is told with
 * all else. */
static bool check_profile(struct app *app, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_PROFILE];
	const char **known = argument_words(ARGUMENT_PROFILE, app_config_folder(app), &app->mem);
	struct settings *settings;

	if (!typed || !known || !*known)
		return true;
	while (*known && strcmp(*known, typed) != 0)
		known++;
	return *known || settings_load(&settings, app_config_folder(app), typed, &app->mem, f);
}

/* A wording of their own that cannot be read is better found here than on the day a letter is due. */
static void tell_letters(struct app *app, struct listing *listing)
{
	struct fault f = {0};
	bool ok = casework_letter_wordings_check(app_config_folder(app), &f);

	tell(listing, "letters", ok ? "every wording can be read" : arena_text(&app->mem, f.message), !ok);
}

/* --- The case file --- */

static bool tell_file(struct app *app, struct listing *listing, struct fault *f)
{
	const char *path = app_case_file(app);
	struct finding_list findings;

	tell(listing, "case file", path ? app_tilde(app, path) : "nowhere: this account has no home folder", !path);
	if (!path)
		return true;
	if (!app_is_there(path)) {
		tell(listing, "state", "there is none yet: \"quorate init\" makes one", false);
		return true;
	}
	if (!app_open(app, f) || !casework_examine(app->cw, &app->mem, &findings, f)) {
		tell(listing, "state", f->message, true);
		return false;
	}
	for (size_t i = 0; i < findings.count; i++)
		if (strcmp(findings.items[i].label, "program") != 0) /* the first line has said it */
			tell(listing, findings.items[i].label, findings.items[i].value, findings.items[i].is_worry);
	return true;
}

/* --- The answer --- */

static bool is_worry(const struct listing *listing, size_t row)
{
	return listing->cells.items[row * listing->column_count + 2].yes;
}

static void say_findings(const struct listing *listing)
{
	size_t worries = 0;

	for (size_t row = 0; row < listing_rows(listing); row++) {
		const struct listing_cell *cells = &listing->cells.items[row * listing->column_count];

		worries += is_worry(listing, row);
		app_put_wrapped(arena_printf(listing->mem, "%s%s: %s", is_worry(listing, row) ? "! " : "  ",
					     cells[0].text, cells[1].text),
				4, 0);
	}
	if (worries)
		printf("\n%zu thing%s to act on, marked with !.\n", worries, worries == 1 ? "" : "s");
	else
		printf("\nAll is well.\n");
}

static bool audit_is_broken(const struct listing *listing)
{
	for (size_t row = 0; row < listing_rows(listing); row++) {
		const char *what = listing->cells.items[row * listing->column_count].text;

		if (is_worry(listing, row) && (!strcmp(what, "audit log") || !strcmp(what, "form of the file") ||
					       !strcmp(what, "soundness") || !strcmp(what, "references")))
			return true;
	}
	return false;
}

bool run_doctor(struct app *app, struct fault *f)
{
	struct listing listing;
	struct fault unwritten = {0};
	bool ok;

	if (!check_profile(app, f))
		return false;
	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	tell(&listing, "version", "quorate " QUORATE_VERSION, false);
	ok = tell_file(app, &listing, f);
	tell_settings(app, &listing);
	tell_letters(app, &listing);
	tell_terminal(&listing, app);
	tell_lock(&listing);
	tell_process(app, &listing);
	if (!app_wants_form(app))
		say_findings(&listing);
	else if (!app_write(app, &listing, LISTING_TABLE, ok ? f : &unwritten))
		return false;
	if (ok && audit_is_broken(&listing))
		return fault_set(
			f, FAULT_CORRUPT,
			"The case file is damaged or was tampered with. Make no change to it; bring back a back-up.");
	return ok;
}
