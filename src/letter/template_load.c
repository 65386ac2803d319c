/* Where templates lie: the authority's own before the shipped one. */
#include "template_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *name, *description;
} templates[] = {
#define X(id, name, description) {name, description},
	LETTER_TEMPLATES(X)
#undef X
};

const char *letter_template_name(enum letter_template_key key)
{
	return templates[key].name;
}

const char *letter_template_description(enum letter_template_key key)
{
	return templates[key].description;
}

bool letter_template_from_name(const char *name, enum letter_template_key *out)
{
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++)
		if (strcmp(templates[key].name, name) == 0) {
			*out = (enum letter_template_key)key;
			return true;
		}
	return false;
}

const char *letter_template_version(const struct letter_template *template)
{
	return template->version;
}

struct template_file {
	const char *path;
	char *text;
	size_t bytes;
};

static bool refuse_file(struct fault *f, const char *path, const char *why)
{
	return fault_set(f, FAULT_STORAGE, "The letter template %s cannot be read: %s.", path, why);
}

/* One byte more than may be there, so that a file over the limit is told so and is not read to its end. */
static bool read_whole_file(int file, struct template_file *into, struct arena *mem, struct fault *f)
{
	const size_t most = TEMPLATE_BYTES_MOST + 1;
	struct stat about;

	if (fstat(file, &about) != 0)
		return refuse_file(f, into->path, strerror(errno));
	if (!S_ISREG(about.st_mode))
		return refuse_file(f, into->path, "it is not a plain file");
	into->text = arena_alloc(mem, most);
	if (!into->text)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", into->path);
	while (into->bytes < most) {
		ssize_t got = read(file, into->text + into->bytes, most - into->bytes);

		if (got == 0)
			break;
		if (got < 0 && errno != EINTR)
			return refuse_file(f, into->path, strerror(errno));
		into->bytes += got > 0 ? (size_t)got : 0;
	}
	return true;
}

enum finding { FOUND, NOT_THERE, FAILED };

static enum finding read_from(const char *folder, enum letter_template_key key, struct template_file *out,
			      struct arena *mem, struct fault *f)
{
	int file;
	bool is_read;

	*out = (struct template_file){.path = arena_printf(mem, "%s/letters/%s", folder, letter_template_name(key))};
	/* Not blocking: a named pipe in the folder must not hang the program. */
	file = open(out->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (file < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return NOT_THERE;
		refuse_file(f, out->path, strerror(errno));
		return FAILED;
	}
	is_read = read_whole_file(file, out, mem, f);
	close(file);
	return is_read ? FOUND : FAILED;
}

bool letter_template_load(enum letter_template_key key, const char *config_folder, const char *data_folder,
			  struct arena *mem, struct letter_template **out, struct fault *f)
{
	struct template_file file;
	enum finding finding = NOT_THERE;

	if (config_folder && *config_folder)
		finding = read_from(config_folder, key, &file, mem, f);
	if (finding == NOT_THERE)
		finding = read_from(data_folder, key, &file, mem, f);
	if (finding == NOT_THERE)
		return fault_set(f, FAULT_NOT_FOUND, "The letter template %s is missing; install quorate's data again.",
				 file.path);
	return finding == FOUND && letter_template_parse(file.path, file.text, file.bytes, mem, out, f);
}
