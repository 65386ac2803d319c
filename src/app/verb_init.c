/* `quorate init`: a new case file for an authority. */
#include "app.h"

#include "base/text.h"

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
	if (app_opens_by_itself(app, path))
		printf("Open it with: quorate\n");
	else
		printf("Open it with: quorate --file %s\n", shown);
	return true;
}
