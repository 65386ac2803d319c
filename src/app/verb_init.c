/* `quorate init`: a new case file for an authority. */
#include "app.h"

#include "base/text.h"

#include <unistd.h>

/* Without a chair no slot is proposed, and nobody can be booked: whoever makes a file is told where they are named. */
static void tell_what_is_next(struct app *app)
{
	const char *settings = arena_printf(&app->mem, "%s/authority.yaml", app_config_folder(app));

	if (settings && access(settings, F_OK) != 0)
		printf("Before the first booking, name your chairs, rooms and minute-takers in %s: docs/settings.md "
		       "says how.\n",
		       text_safe(&app->mem, app_tilde(app, settings), false));
}

bool run_init(struct app *app, struct fault *f)
{
	const char *path = app->arguments.operands[0];
	const struct casework_founding founding = {
		.path = path,
		.config_folder = app_config_folder(app),
		.authority = app->arguments.values[OPTION_AUTHORITY],
		.la_code = app->arguments.values[OPTION_LA_CODE],
		.profile = app->arguments.values[OPTION_PROFILE],
	};
	const char *shown;

	if (!*path)
		return fault_set(f, FAULT_USAGE, "init needs the name of the file to make.");
	if (!app_make_own_folder(app, path, f) || !casework_found(&founding, f))
		return false;
	shown = text_safe(&app->mem, path, false);
	printf("Made the case file of %s: %s\n", text_safe(&app->mem, founding.authority, false), shown);
	tell_what_is_next(app);
	if (app_opens_by_itself(app, path))
		printf("Open it with: quorate\n");
	else
		printf("Open it with: quorate --file %s\n", shown);
	return true;
}
