/* The program: prepares the process, reads the command line, runs one verb, and ends with the exit status of the
 * contract. */
#include "app.h"
#include "process.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_today(struct app *app, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_TODAY];

	app->today = typed ? date_from_iso(typed) : DAY_NONE;
	if (typed && app->today == DAY_NONE)
		return fault_set(f, FAULT_USAGE, "--today takes a real date as YYYY-MM-DD, not \"%.40s\".", typed);
	return true;
}

static bool check_colour(const struct app *app, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_COLOR];

	if (!typed || strcmp(typed, "never") == 0 || strcmp(typed, "auto") == 0 || strcmp(typed, "always") == 0)
		return true;
	return fault_set(f, FAULT_USAGE, "--color takes never, auto or always, not \"%.40s\".", typed);
}

/* A slip in the name must not quietly bring back the shipped rules. */
static bool check_config(const struct app *app, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_CONFIG];
	struct stat about;

	if (!typed || (stat(typed, &about) == 0 && S_ISDIR(about.st_mode)))
		return true;
	return fault_set(f, FAULT_USAGE, "--config names a folder of settings, and \"%.160s\" is none. Check its name.",
			 typed);
}

static bool run(struct app *app, struct fault *f)
{
	const struct verb *verb = app->arguments.verb;

	if (app->arguments.given[OPTION_VERSION])
		return puts("quorate " QUORATE_VERSION) >= 0;
	if (app->arguments.given[OPTION_HELP])
		return help_verb(app, verb, f);
	if (!app_take_place(app, f) || !read_today(app, f) || !check_colour(app, f) || !check_config(app, f))
		return false;
	if (!verb || verb->has_attendant)
		app_call_attendant(app);
	app->held = process_confine();
	return verb ? verb->run(app, f) : run_full_screen(app, f);
}

/* What was promised to standard output must have arrived: a full disk or a reader that left is a failure. */
static bool finish_output(struct fault *f)
{
	bool is_lost = ferror(stdout) != 0;

	if (fclose(stdout) == 0 && !is_lost)
		return true;
	fault_set(f, FAULT_STORAGE, "The answer could not be written to its end.");
	fault_detail(f, "%s", strerror(errno));
	return false;
}

/* Whoever closed "quorate due | head" early has what was wanted: no sentence about it. */
static bool reader_has_left(void)
{
	struct pollfd pipe = {.fd = STDOUT_FILENO};

	return poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLERR);
}

static bool run_and_finish(struct app *app, int argc, char **argv, struct fault *f)
{
	bool ok = arguments_read(&app->arguments, argc, argv, f) && run(app, f);
	bool is_left = reader_has_left();
	struct fault lost = {0};

	casework_close(app->cw);
	app->cw = NULL;
	attendant_end(&app->attendant);
	if (!ok && !(is_left && f->code == FAULT_STORAGE))
		app_say_fault(f);
	if (!finish_output(&lost) && ok) {
		if (!is_left)
			app_say_fault(&lost);
		*f = lost;
		ok = false;
	}
	return ok;
}

int main(int argc, char **argv)
{
	struct app app = {.today = DAY_NONE, .attendant = {.line = -1}};
	struct fault f = {0};
	bool is_utf8 = false;
	bool ok;

	if (!process_prepare(&is_utf8))
		return fault_exit_code(FAULT_STORAGE);
	app.is_ascii = !is_utf8;
	ok = run_and_finish(&app, argc, argv, &f);
	arena_finish(&app.mem);
	return ok ? 0 : f.code != FAULT_NONE ? fault_exit_code(f.code) : 1;
}
