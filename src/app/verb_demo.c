/* `quorate demo`: a fictional authority made and opened. */
#include "app.h"
#include "demo.h"

#include "base/text.h"

#include <unistd.h>

enum { FAMILIES = 450, YEARS = 2, SEED = 1 };

static void say_progress(void *payload, int percent, const char *what)
{
	(void)payload;
	fprintf(stderr, "\r%3d %% %-50.50s", percent, what);
	if (percent >= 100)
		fprintf(stderr, "\r%60s\r", "");
}

static bool read_size(const struct app *app, struct demo_options *out, struct fault *f)
{
	long long families, years, seed;

	if (!arguments_number(&app->arguments, OPTION_FAMILIES, 1, 100000, FAMILIES, &families, f) ||
	    !arguments_number(&app->arguments, OPTION_YEARS, 1, 14, YEARS, &years, f) ||
	    !arguments_number(&app->arguments, OPTION_SEED, 0, 999999999, SEED, &seed, f))
		return false;
	out->families = (int)families;
	out->years = (int)years;
	out->seed = (uint64_t)seed;
	return true;
}

/* Numbers ask for a particular authority, which the one that is there may not be. */
static bool asks_for_another(const struct app *app)
{
	return app->arguments.given[OPTION_FAMILIES] || app->arguments.given[OPTION_YEARS] ||
	       app->arguments.given[OPTION_SEED] || app->arguments.given[OPTION_OUT];
}

/* It stays on its day, and says so, rather than filling with late rows as the days go by. */
static void say_its_day(const struct app *app)
{
	char day[DATE_TEXT_ROOM];

	if (casework_today(app->cw) != casework_day_of_now())
		app_say("The demonstration plays on %s.", date_long(casework_today(app->cw), day));
}

static bool make(struct app *app, const char *path, struct fault *f)
{
	struct demo_options options = {.out = path,
				       .today = app_today(app),
				       .config_folder = app->arguments.values[OPTION_CONFIG],
				       .progress = isatty(STDERR_FILENO) ? say_progress : NULL};

	if (!read_size(app, &options, f) || !app_make_own_folder(app, path, f))
		return false;
	if (!app_is_there(path)) {
		if (!demo_make(&options, f))
			return false;
		printf("Made the demonstration: %s\n", text_safe(&app->mem, app_tilde(app, path), false));
		return true;
	}
	if (asks_for_another(app))
		return fault_set(f, FAULT_REFUSED,
				 "There is already a file at %.180s. Remove it, or name another with --out.",
				 app_tilde(app, path));
	app_say("Opening the demonstration made before, %s. Remove it for a new one.", app_tilde(app, path));
	return true;
}

bool run_demo(struct app *app, struct fault *f)
{
	const char *out = app->arguments.values[OPTION_OUT];
	const char *path = out ? out : app_own_file(app, "demo.db");

	if (!path)
		return fault_set(f, FAULT_USAGE, "This account has no home folder. Say where with --out.");
	if (!make(app, path, f))
		return false;
	if (app->arguments.given[OPTION_NO_OPEN])
		return true;
	if (!app_open_path(app, path, f))
		return false;
	say_its_day(app);
	return run_full_screen(app, f);
}
