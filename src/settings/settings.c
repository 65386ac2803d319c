/* The settings files, found, read and checked into one struct. */
#include "settings/settings.h"
#include "fields.h"
#include "files.h"
#include "yaml_library.h"

#include "base/nearest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	struct yaml_limits limits;
	bool (*read)(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);
} kinds[] = {
	[SETTINGS_PROFILE] = {{64 * 1024, 2000}, profile_read},
	[SETTINGS_HOLIDAYS] = {{64 * 1024, 4000}, holidays_read}, /* eight a year, five values each, and room to grow */
	[SETTINGS_AUTHORITY] = {{64 * 1024, 2000}, authority_read},
	[SETTINGS_AGENCIES] = {{64 * 1024, 2000}, agencies_read},
	[SETTINGS_FORMAT] = {{64 * 1024, 2000}, format_read},
};

/* Larger than any limit, so that a file over its limit is told so and is not read to its end. */
enum { READ_MOST = 64 * 1024 + 1 };

bool settings_read_text(struct settings *into, enum settings_file which, const char *name, const char *text,
			size_t bytes, struct arena *mem, struct fault *f)
{
	struct yaml_node *root;
	struct arena tree = {0}; /* what is kept of it is copied */
	bool ok = yaml_read(&root, name, text, bytes, kinds[which].limits, &tree, f) &&
		  kinds[which].read(into, root, mem, f);

	arena_finish(&tree);
	return ok;
}

struct source_file {
	const char *path; /* where it was found */
	char *text;
	size_t bytes;
};

static bool refuse_file(struct fault *f, const char *path, const char *why)
{
	fault_set(f, FAULT_STORAGE, "The settings file %s cannot be read: %s.", path, why);
	fault_detail(f, "%s: %s", path, why);
	return false;
}

static bool read_whole_file(int file, struct source_file *out, struct arena *mem, struct fault *f)
{
	struct stat about;

	if (fstat(file, &about) != 0)
		return refuse_file(f, out->path, strerror(errno));
	if (!S_ISREG(about.st_mode))
		return refuse_file(f, out->path, "it is not a plain file");
	out->text = arena_alloc(mem, READ_MOST + 1);
	if (!out->text)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", out->path);
	while (out->bytes < READ_MOST) {
		ssize_t got = read(file, out->text + out->bytes, READ_MOST - out->bytes);

		if (got == 0)
			break;
		if (got < 0 && errno != EINTR)
			return refuse_file(f, out->path, strerror(errno));
		out->bytes += got > 0 ? (size_t)got : 0;
	}
	return true;
}

enum finding { FOUND, NOT_THERE, FAILED };

static enum finding read_from(const char *folder, const char *name, struct source_file *out, struct arena *mem,
			      struct fault *f)
{
	int file;
	bool read;

	*out = (struct source_file){.path = arena_printf(mem, "%s/%s", folder, name)};
	/* Not blocking: a named pipe in the folder must not hang the program. */
	file = open(out->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (file < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return NOT_THERE;
		refuse_file(f, out->path, strerror(errno));
		return FAILED;
	}
	read = read_whole_file(file, out, mem, f);
	close(file);
	return read ? FOUND : FAILED;
}

static bool take_found(struct settings *into, enum settings_file which, const char *name, const char *config_folder,
		       struct arena *scratch, struct arena *mem, struct fault *f)
{
	struct source_file file;
	enum finding finding = NOT_THERE;

	if (config_folder && *config_folder)
		finding = read_from(config_folder, name, &file, scratch, f);
	if (finding == NOT_THERE)
		finding = read_from(settings_data_folder(), name, &file, scratch, f);
	if (finding == NOT_THERE)
		return fault_set(f, FAULT_NOT_FOUND, "The settings file %s is missing; install quorate's data again.",
				 file.path);
	if (finding == FAILED)
		return false;
	into->sources = arena_joined(mem, into->sources, "\n", file.path);
	if (settings_read_text(into, which, name, file.text, file.bytes, mem, f))
		return true;
	fault_detail(f, "%s", file.path);
	return false;
}

static bool take_file(struct settings *into, enum settings_file which, const char *name, const char *config_folder,
		      struct arena *mem, struct fault *f)
{
	struct arena scratch = {0}; /* the text of the file: not wanted once it is read */
	bool ok = take_found(into, which, name, config_folder, &scratch, mem, f);

	arena_finish(&scratch);
	return ok;
}

/* A name becomes part of a path, so only the letters of a profile's file name are let through. */
static bool is_profile_name(const char *name)
{
	return *name && strlen(name) < sizeof((struct policy *)0)->name &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static bool check_profile(const char *profile, const char *config_folder, struct arena *mem, struct fault *f)
{
	const char **known = settings_profiles(config_folder, mem);
	const char *nearest;
	const char *all = "";
	size_t count = 0;

	for (; known && known[count]; count++) {
		if (is_profile_name(profile) && strcmp(profile, known[count]) == 0)
			return true;
		all = arena_printf(mem, "%s%s%s", all, count ? ", " : "", known[count]);
	}
	nearest = nearest_word(profile, known, count);
	if (nearest)
		return fault_set(f, FAULT_NOT_FOUND, "There is no profile \"%.*s\"; did you mean \"%s\"?",
				 yaml_quotable(profile), profile, nearest);
	return fault_set(f, FAULT_NOT_FOUND, "There is no profile \"%.*s\"; there are: %s.", yaml_quotable(profile),
			 profile, all);
}

static bool take_profile(struct settings *into, const char *profile, const char *config_folder, struct arena *mem,
			 struct fault *f)
{
	const char *name = arena_printf(mem, "policy/%s.yaml", profile);

	if (!take_file(into, SETTINGS_PROFILE, name, config_folder, mem, f))
		return false;
	if (strcmp(into->policy.name, profile) != 0)
		return fault_set(f, FAULT_REFUSED,
				 "%s:1:1: the file says \"profile: %s\"; it must say \"%s\" as its name does.", name,
				 into->policy.name, profile);
	return true;
}

/* All of them: a conference keeps the format it began with when the authority changes to another. */
static bool take_formats(struct settings *into, const char *config_folder, struct arena *mem, struct fault *f)
{
	static const char *const names[] = {
#define X(id, token, label, file) file,
		NOTE_FORMATS(X)
#undef X
	};

	for (int i = 0; i < NOTE_FORMAT_COUNT; i++) {
		if (!take_file(into, SETTINGS_FORMAT, names[i], config_folder, mem, f))
			return false;
		if (!settings_format_find(into, note_format_token((enum note_format)i)))
			return fault_set(f, FAULT_REFUSED,
					 "%s:1:1: the file must say \"format: %s\", as its name does.", names[i],
					 note_format_token((enum note_format)i));
	}
	return true;
}

static bool load_all(struct settings *settings, const char *config_folder, const char *profile, struct arena *mem,
		     struct fault *f)
{
	return check_profile(profile, config_folder, mem, f) &&
	       take_profile(settings, "national", config_folder, mem, f) &&
	       (strcmp(profile, "national") == 0 || take_profile(settings, profile, config_folder, mem, f)) &&
	       take_file(settings, SETTINGS_HOLIDAYS, "holidays/england-and-wales.yaml", config_folder, mem, f) &&
	       take_file(settings, SETTINGS_AUTHORITY, "authority.yaml", config_folder, mem, f) &&
	       take_file(settings, SETTINGS_AGENCIES, "agencies.yaml", config_folder, mem, f) &&
	       take_formats(settings, config_folder, mem, f);
}

bool settings_load(struct settings **out, const char *config_folder, const char *profile, struct arena *mem,
		   struct fault *f)
{
	struct settings *settings = arena_alloc(mem, sizeof *settings);
	struct yaml_library yaml; /* from the first file to the last */
	bool ok;

	if (!settings)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the settings.");
	settings->sources = "";
	ok = yaml_library_open(&yaml, f) &&
	     load_all(settings, config_folder, profile && *profile ? profile : "national", mem, f);
	yaml_library_close(&yaml);
	if (ok && arena_exhausted(mem))
		ok = fault_set(f, FAULT_MEMORY, "There is not enough memory to read the settings.");
	if (ok)
		*out = settings;
	return ok;
}

static const char *const *command_copied(const char *const *command, struct arena *mem)
{
	size_t count = 0;
	const char **copy;

	while (command && command[count])
		count++;
	copy = command ? arena_alloc(mem, (count + 1) * sizeof *copy) : NULL;
	for (size_t i = 0; copy && i < count; i++)
		copy[i] = arena_text(mem, command[i]);
	return copy;
}

bool settings_commands_load(struct settings_commands *out, const char *config_folder, struct arena *mem,
			    struct fault *f)
{
	struct arena all = {0}; /* what is not asked for */
	struct settings *settings = arena_alloc(&all, sizeof *settings);
	bool ok = settings || fault_set(f, FAULT_MEMORY, "There is not enough memory to read the settings.");

	if (ok) {
		settings->sources = "";
		ok = take_file(settings, SETTINGS_AUTHORITY, "authority.yaml", config_folder, &all, f);
	}
	if (ok)
		*out = (struct settings_commands){.mail = command_copied(settings->carriers.mail_command, mem),
						  .print = command_copied(settings->carriers.print_command, mem)};
	arena_finish(&all);
	return ok;
}
