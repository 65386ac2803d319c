/* Opening the case file that was asked for, and the settings that go with it. */
#include "app.h"

#include <string.h>

static void say_waiting(void *payload)
{
	(void)payload;
	app_say("Another person is saving. Waiting for it to finish ...");
}

/* A bare "not found" would leave a newcomer with nothing to do next. */
static bool say_how_to_start(struct app *app, const char *path, struct fault *f)
{
	const char *shown = app_tilde(app, path);

	if (app_names_case_file(app))
		return fault_set(
			f, FAULT_NOT_FOUND,
			"There is no case file at %.160s. Make one with \"quorate init\", or name another with "
			"--file.",
			shown);
	return fault_set(f, FAULT_NOT_FOUND,
			 "There is no case file yet.\n"
			 "  quorate demo    look around in a fictional authority\n"
			 "  quorate init %.90s --authority NAME --la-code NNN --profile national\n"
			 "                  make your authority's own\n"
			 "  quorate help    say what else there is",
			 shown);
}

/* The demonstration is made by one verb and gone on with by the screens. */
static bool starts_screen(const struct app *app)
{
	return !app->arguments.verb || app->arguments.verb->run == run_demo;
}

/* Settings that cannot be read have no commands; whoever opens the case file is told what is wrong with them. */
void app_call_attendant(struct app *app)
{
	struct settings_commands commands;
	struct fault unread = {0};

	if (settings_commands_load(&commands, app_config_folder(app), &app->mem, &unread)) {
		app->duties.commands[0] = commands.mail;
		app->duties.commands[1] = commands.print;
	}
	attendant_begin(&app->attendant, &app->duties);
}

struct casework_opening app_opening(struct app *app, const char *path)
{
	return (struct casework_opening){
		.path = path,
		.config_folder = app_config_folder(app),
		.demo_config_folder = app->arguments.given[OPTION_CONFIG]
					      ? NULL
					      : arena_printf(&app->mem, "%s/demo", settings_data_folder()),
		.today = app->today,
		.started_for = starts_screen(app) ? "full screen"
						  : arena_printf(&app->mem, "quorate %s", app->arguments.verb->name),
		.user = app->arguments.values[OPTION_USER],
		.waiting = app->arguments.verb ? say_waiting : NULL,
		.starter = app->attendant.duties ? &app->attendant.starter : NULL,
	};
}

bool app_open_path(struct app *app, const char *path, struct fault *f)
{
	struct casework_opening how = app_opening(app, path);

	return casework_open(&app->cw, &how, f);
}

bool app_open(struct app *app, struct fault *f)
{
	const char *path = app_case_file(app);

	if (!path)
		return fault_set(f, FAULT_USAGE, "This account has no home folder. Name the case file with --file.");
	if (app_open_path(app, path, f))
		return true;
	return f->code == FAULT_NOT_FOUND && !app_is_there(path) ? say_how_to_start(app, path, f) : false;
}

day_number app_today(const struct app *app)
{
	if (app->cw)
		return casework_today(app->cw);
	return app->today != DAY_NONE ? app->today : casework_day_of_now();
}

bool app_settings(struct app *app, const struct settings **out, struct fault *f)
{
	const char *profile = app->arguments.values[OPTION_PROFILE];
	struct settings *settings = NULL;

	if (!profile && app_names_case_file(app) && app_is_there(app_case_file(app))) {
		if (!app->cw && !app_open(app, f))
			return false;
		*out = casework_settings(app->cw);
		return true;
	}
	if (!settings_load(&settings, app_config_folder(app), profile ? profile : "national", &app->mem, f))
		return false;
	*out = settings;
	return true;
}
