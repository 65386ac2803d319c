/* Where the case file and the authority's own settings lie. */
#include "app.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool works_elsewhere(const struct app *app)
{
	const struct verb *verb = app->arguments.verb;

	return app->arguments.given[OPTION_FILE] || app->arguments.given[OPTION_CONFIG] ||
	       (verb && (verb->run == run_demo || verb->run == run_init));
}

static bool is_of_root(const char *folder)
{
	struct stat about;

	return stat(folder, &about) == 0 && about.st_uid == 0 && !(about.st_mode & (S_IWGRP | S_IWOTH));
}

/* Its data and settings lie beside it: only the owner of the machine may have put it there. A second name of the
 * program (a hard link) in a folder of one's own would make that folder the council's. */
static bool check_installed(struct app *app, struct fault *f)
{
	const char *root = settings_installed_root(&app->mem);

	return (is_of_root(settings_data_folder()) && is_of_root(*root ? root : "/")) ||
	       fault_set(f, FAULT_NOT_ALLOWED,
			 "This copy of the program is not the one that was installed. Run the installed one, or name "
			 "a file of your own with --file.");
}

static bool lends_its_group(void)
{
	struct stat program;

	return stat("/proc/self/exe", &program) == 0 && (program.st_mode & S_ISGID);
}

static const char *council_file(struct app *app)
{
	return arena_printf(&app->mem, "%s/var/lib/quorate/casefile.db", settings_installed_root(&app->mem));
}

bool app_opens_by_itself(struct app *app, const char *path)
{
	const char *own = lends_its_group() ? council_file(app) : app_own_file(app, "casefile.db");

	return own && strcmp(own, path) == 0;
}

bool app_take_place(struct app *app, struct fault *f)
{
	if (!lends_its_group())
		return true;
	app->is_shared = !works_elsewhere(app);
	if (app->is_shared)
		return check_installed(app, f);
	return rights_give_up() || fault_set(f, FAULT_NOT_ALLOWED,
					     "The rights to the council's case file could not be given up, so no other "
					     "file is opened. Tell the administrator.");
}

static const char *data_folder(struct app *app)
{
	const char *own = secure_getenv("XDG_DATA_HOME");

	if (own && own[0] == '/')
		return arena_printf(&app->mem, "%s/quorate", own);
	return rights_home() ? arena_printf(&app->mem, "%s/.local/share/quorate", rights_home()) : NULL;
}

const char *app_own_file(struct app *app, const char *name)
{
	const char *folder = data_folder(app);

	return folder ? arena_printf(&app->mem, "%s/%s", folder, name) : NULL;
}

/* access() asks for the person alone, who may not enter the folder of an installed case file. */
bool app_is_there(const char *path)
{
	return faccessat(AT_FDCWD, path, F_OK, AT_EACCESS) == 0;
}

static const char *named_by_environment(void)
{
	const char *named = secure_getenv("QUORATE_FILE");

	return named && *named ? named : NULL;
}

bool app_names_case_file(const struct app *app)
{
	return app->is_shared || app->arguments.given[OPTION_FILE] || named_by_environment();
}

const char *app_case_file(struct app *app)
{
	if (app->is_shared)
		return council_file(app);
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

	if (app->is_shared)
		return arena_printf(&app->mem, "%s/etc/quorate", settings_installed_root(&app->mem));
	return given ? given : settings_default_folder(&app->mem);
}

const char *app_tilde(struct app *app, const char *path)
{
	const char *home = rights_home();
	size_t length = home ? strlen(home) : 0;

	if (length > 1 && strncmp(path, home, length) == 0 && path[length] == '/')
		return arena_printf(&app->mem, "~%s", path + length);
	return path;
}
