/* Where settings files lie: shipped beside the program, or in the authority's own configuration folder. */
#include "settings/settings.h"

#include "base/rights.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 4096, PROFILES_MOST = 200 };

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* /usr of /usr/bin/quorate: its length in `program`, 0 when the program cannot be found. */
static int prefix_of(char program[PATH_ROOM])
{
	ssize_t length = readlink("/proc/self/exe", program, PATH_ROOM - 1);

	for (int up = 0; length > 0 && up < 2; up++) {
		char *slash = memrchr(program, '/', (size_t)length);
		length = slash ? slash - program : 0;
	}
	return (int)length;
}

const char *settings_installed_root(struct arena *mem)
{
	char program[PATH_ROOM];
	int length = prefix_of(program);

	if (length >= 4 && memcmp(program + length - 4, "/usr", 4) == 0)
		length -= 4;
	return arena_text_n(mem, program, (size_t)length);
}

/* bin/quorate -> share/quorate. The buffer is filled alike on every call. */
const char *settings_data_folder(void)
{
	static char folder[PATH_ROOM + 32];
	char program[PATH_ROOM];
	int length = prefix_of(program);

	if (length > 0) {
		snprintf(folder, sizeof folder, "%.*s/share/quorate", length, program);
		if (is_folder(folder))
			return folder;
	}
	return QUORATE_SOURCE_DATA;
}

const char *settings_default_folder(struct arena *mem)
{
	const char *config = secure_getenv("XDG_CONFIG_HOME");
	const char *home = rights_home();

	if (config && config[0] == '/')
		return arena_printf(mem, "%s/quorate", config);
	if (home)
		return arena_printf(mem, "%s/.config/quorate", home);
	return "";
}

struct names {
	const char **items;
	size_t count, room;
};

static void add_names(struct names *names, const char *folder, struct arena *mem)
{
	DIR *listing = opendir(arena_printf(mem, "%s/policy", folder));
	const struct dirent *entry;

	while (listing && (entry = readdir(listing)) && names->count < PROFILES_MOST) {
		size_t length = strlen(entry->d_name);
		const char **name;

		if (entry->d_name[0] == '.' || length <= 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
			continue;
		name = ARENA_PUSH(mem, names);
		if (!name)
			break;
		*name = arena_text_n(mem, entry->d_name, length - 5);
	}
	if (listing)
		closedir(listing);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **settings_profiles(const char *config_folder, struct arena *mem)
{
	struct names names = {0};
	const char **out;
	size_t kept = 0;

	add_names(&names, settings_data_folder(), mem);
	if (config_folder && *config_folder)
		add_names(&names, config_folder, mem);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, by_name);
	out = arena_alloc(mem, (names.count + 1) * sizeof *out);
	for (size_t i = 0; out && i < names.count; i++)
		if (!kept || strcmp(out[kept - 1], names.items[i]) != 0)
			out[kept++] = names.items[i];
	return out;
}
