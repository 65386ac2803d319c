/* Where the case file and the authority's own settings lie. */
#include "app.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *home_folder(void)
{
	const char *home = secure_getenv("HOME");

	return home && home[0] == '/' ? home : NULL;
}

static const char *data_folder(struct app *app)
{
	const char *own = secure_getenv("XDG_DATA_HOME");

	if (own && own[0] == '/')
		return arena_printf(&app->mem, "%s/quorate", own);
	return home_folder() ? arena_printf(&app->mem, "%s/.local/share/quorate", home_folder()) : NULL;
}

const char *app_own_file(struct app *app, const char *name)
{
	const char *folder = data_folder(app);

	return folder ? arena_printf(&app->mem, "%s/%s", folder, name) : NULL;
}

static const char *named_by_environment(void)
{
	const char *named = secure_getenv("QUORATE_FILE");

	return named && *named ? named : NULL;
}

bool app_names_case_file(const struct app *app)
{
	return app->arguments.given[OPTION_FILE] || named_by_environment();
}

const char *app_case_file(struct app *app)
{
	if (app->arguments.given[OPTION_FILE])
		return app->arguments.values[OPTION_FILE];
	return named_by_environment() ? named_by_environment() : app_own_file(app, "casefile.db");
}

static bool make_folder(const char *path, struct fault *f)
{
	if (mkdir(path, 0700) == 0 || errno == EEXIST)
		return true;
	fault_set(f, FAULT_STORAGE, "The folder %.200s could not be made. Make it, or name another place.", path);
	fault_detail(f, "mkdir: %s", strerror(errno));
	return false;
}

bool app_make_own_folder(struct app *app, const char *path, struct fault *f)
{
	const char *folder = data_folder(app);
	char *part;

	if (!folder || strncmp(path, folder, strlen(folder)) != 0 || path[strlen(folder)] != '/')
		return true;
	part = arena_text(&app->mem, folder);
	for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!make_folder(part, f))
			return false;
		*slash = '/';
	}
	return make_folder(part, f);
}

const char *app_config_folder(struct app *app)
{
	const char *given = app->arguments.values[OPTION_CONFIG];

	return given ? given : settings_default_folder(&app->mem);
}

const char *app_tilde(struct app *app, const char *path)
{
	const char *home = home_folder();
	size_t length = home ? strlen(home) : 0;

	if (length > 1 && strncmp(path, home, length) == 0 && path[length] == '/')
		return arena_printf(&app->mem, "~%s", path + length);
	return path;
}
