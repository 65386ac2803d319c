/* Papers on the disk: read whole and checked, written whole or not at all. */
#include "paper_file.h"

#include "base/rights.h"
#include "base/text.h"
#include "store/paper_store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_ALIKE  99 /* "report (99).pdf" */
#define SHOWN_CELLS 60
#define MEGABYTES   (PAPER_MOST_BYTES / (1024 * 1024))

/* --- In --- */

static bool not_opened(const char *shown, struct fault *f)
{
	switch (errno) {
	case ENOENT:
	case ENOTDIR: return fault_field(f, "path", "There is no file %s. Look at the name and the folder.", shown);
	case EACCES:
	case EPERM: return fault_field(f, "path", "You may not read %s. Ask whoever owns the file.", shown);
	case ELOOP: return fault_field(f, "path", "%s is a link. Name the file itself.", shown);
	default:
		fault_field(f, "path", "%s cannot be read. Copy it to your own folder and try again.", shown);
		fault_detail(f, "open: %s", strerror(errno));
		return false;
	}
}

static bool check_file(int fd, const char *shown, size_t *count, struct fault *f)
{
	struct stat is;

	if (fstat(fd, &is) != 0)
		return not_opened(shown, f);
	if (S_ISDIR(is.st_mode))
		return fault_field(f, "path", "%s is a folder. Name one file in it.", shown);
	if (!S_ISREG(is.st_mode))
		return fault_field(f, "path", "%s is not an ordinary file. Copy what is in it to one.", shown);
	if (is.st_size == 0)
		return fault_field(f, "path", "%s is empty. Ask for the report again.", shown);
	if (is.st_size > PAPER_MOST_BYTES)
		return fault_field(f, "path",
				   "%s has %lld MB, more than the %d MB a paper may have. Ask for a smaller one, "
				   "black and white or at a lower resolution.",
				   shown, (long long)is.st_size / (1024 * 1024), MEGABYTES);
	*count = (size_t)is.st_size;
	return true;
}

/* A file that grows or shrinks while it is read was not finished yet. */
static bool read_whole(int fd, unsigned char *into, size_t count, const char *shown, struct fault *f)
{
	size_t at = 0;
	ssize_t got;

	do {
		got = read(fd, into + at, count + 1 - at);
		if (got > 0)
			at += (size_t)got;
	} while ((got > 0 && at <= count) || (got < 0 && errno == EINTR));
	if (got < 0)
		return not_opened(shown, f);
	return at == count ||
	       fault_field(f, "path", "%s changed while it was read. Wait until it is saved, and try again.", shown);
}

static bool is_program(const struct paper_file *file)
{
	static const struct {
		const char *begins;
		size_t bytes;
	} programs[] = {{"\x7f"
			 "ELF",
			 4},
			{"MZ", 2},
			{"#!", 2}};

	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		if (file->count >= programs[i].bytes && memcmp(file->bytes, programs[i].begins, programs[i].bytes) == 0)
			return true;
	return false;
}

static bool read_open(int fd, const char *path, const char *shown, struct arena *mem, struct paper_file *out,
		      struct fault *f)
{
	unsigned char *bytes;

	if (!check_file(fd, shown, &out->count, f))
		return false;
	bytes = arena_alloc(mem, out->count + 1);
	if (!bytes)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", shown);
	if (!read_whole(fd, bytes, out->count, shown, f))
		return false;
	out->bytes = bytes;
	out->name = paper_safe_name(path, mem);
	out->media_type = paper_media_type(out->name, bytes, out->count);
	return !is_program(out) || fault_field(f, "path", "%s is a program and not a paper.", shown);
}

bool paper_file_read(const char *path, struct arena *mem, struct paper_file *out, struct fault *f)
{
	const char *shown;
	int fd;
	bool ok;

	*out = (struct paper_file){0};
	if (!path || !*path)
		return fault_field(f, "path", "Enter the name of the file, with its folder.");
	shown = text_clipped(mem, text_safe(mem, path, false), SHOWN_CELLS);
	/* Never through a link, and never waiting at a pipe nobody writes to. */
	fd = rights_own_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
	if (fd < 0)
		return not_opened(shown, f);
	ok = read_open(fd, path, shown, mem, out, f);
	close(fd);
	return ok;
}

/* --- Out --- */

static bool no_folder(const char *folder, struct fault *f)
{
	int why = errno;

	fault_field(f, "folder", "%s cannot take the file. Name a folder of your own that is there.", folder);
	fault_detail(f, "open: %s", strerror(why));
	return false;
}

static int open_folder(const char *folder)
{
	return rights_own_open(folder && *folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
}

bool paper_folder_check(const char *folder, struct fault *f)
{
	int fd = open_folder(folder);
	bool ok = fd >= 0 && faccessat(fd, ".", W_OK | X_OK, 0) == 0;

	if (!ok)
		no_folder(folder, f);
	if (fd >= 0)
		close(fd);
	return ok;
}

static const char *numbered(const char *name, int number, struct arena *mem)
{
	const char *ending = strrchr(name, '.');

	if (number == 1)
		return name;
	if (!ending || ending == name)
		return arena_printf(mem, "%s (%d)", name, number);
	return arena_printf(mem, "%.*s (%d)%s", (int)(ending - name), name, number, ending);
}

static bool write_whole(int fd, const unsigned char *bytes, size_t count)
{
	size_t at = 0;

	while (at < count) {
		ssize_t done = write(fd, bytes + at, count - at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += (size_t)done;
	}
	return fsync(fd) == 0;
}

static bool not_written(const char *name, struct fault *f)
{
	int why = errno;

	fault_set(f, FAULT_STORAGE, "%s could not be written: %s. Nothing was left there; choose another folder.", name,
		  why == ENOSPC || why == EDQUOT || why == EFBIG ? "there is not enough room" : "the disk refused it");
	fault_detail(f, "write: %s", strerror(why));
	return false;
}

/* A name that is taken is never written over. */
static int create(int folder, const char *name, struct arena *mem, const char **taken)
{
	int fd = -1;

	for (int number = 1; fd < 0 && number <= MOST_ALIKE; number++) {
		*taken = numbered(name, number, mem);
		fd = openat(folder, *taken, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

static bool write_in(int folder, const char *words, const char *name, const void *bytes, size_t count,
		     struct arena *mem, const char **path, struct fault *f)
{
	const char *taken;
	int fd = create(folder, name, mem, &taken), why;
	bool ok;

	if (fd < 0)
		return no_folder(words, f);
	ok = fchmod(fd, 0600) == 0 && write_whole(fd, bytes, count);
	why = errno;
	if (close(fd) != 0 && ok) {
		ok = false;
		why = errno;
	}
	if (!ok) {
		unlinkat(folder, taken, 0);
		errno = why;
		return not_written(taken, f);
	}
	*path = arena_printf(mem, "%s%s%s", words, words[strlen(words) - 1] == '/' ? "" : "/", taken);
	return true;
}

bool paper_file_write(const char *folder, const char *name, const void *bytes, size_t count, struct arena *mem,
		      const char **path, struct fault *f)
{
	const char *words = folder && *folder ? folder : ".";
	int fd = open_folder(folder);
	bool ok;

	*path = "";
	if (fd < 0)
		return no_folder(words, f);
	ok = write_in(fd, words, paper_safe_name(name, mem), bytes, count, mem, path, f);
	close(fd);
	return ok;
}
