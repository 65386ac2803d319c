/* PDF, mail and calendar files, by way of a module that is loaded when the first is made. */
#include "letter/press.h"

#include "press_module.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MODULE_FILE "quorate_press.so"

#ifdef QUORATE_SANITIZED
/* fontconfig keeps what it loaded once behind offsets that the leak checker cannot follow. Nothing of ours is allocated
 * from inside it. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig.so\n";
}
#endif

/* A program of the build folder loads the module of that folder; an installed one, bin/quorate, only the one beside
 * it. Never a path that the environment chose: what is loaded runs with the rights to every case file. */
static bool module_path(char *out, size_t room)
{
	const size_t build = strlen(QUORATE_BUILD_FOLDER);
	char program[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);

	if (length <= 0)
		return false;
	program[length] = '\0';
	if (strncmp(program, QUORATE_BUILD_FOLDER, build) == 0 && program[build] == '/')
		return snprintf(out, room, "%s/" MODULE_FILE, QUORATE_BUILD_FOLDER) < (int)room;
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(program, '/');
		if (slash)
			*slash = '\0';
	}
	return snprintf(out, room, "%s/" QUORATE_LIBRARY_FOLDER "/quorate/" MODULE_FILE, program) < (int)room;
}

/* Loading again what is loaded is a look into a list, so nothing is kept between calls. NULL with the fault set. */
static const struct press_module *press_load(struct fault *f)
{
	char path[PATH_MAX + 64];
	void *library = module_path(path, sizeof path) ? dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) : NULL;
	const struct press_module *module = library ? dlsym(library, PRESS_MODULE_TABLE) : NULL;
	const char *reason = library ? "another version" : dlerror();

	if (module && module->version == PRESS_MODULE_VERSION)
		return module;
	fault_set(f, FAULT_STORAGE, "%s",
		  library ? "Letters cannot be made: Quorate was renewed on this machine meanwhile. Leave it, start it "
			    "again and make the letter then."
			  : "Letters cannot be made on this machine: the part of Quorate that makes PDF, mail and "
			    "calendar files, or a library it needs, is not installed. Ask whoever looks after the "
			    "machine.");
	fault_detail(f, "%s", reason ? reason : MODULE_FILE);
	return NULL;
}

bool press_pdf(const struct document *const *documents, size_t count, struct arena *mem, struct press_bytes *out,
	       int *pages, struct fault *f)
{
	const struct press_module *module = press_load(f);

	return module && module->pdf(documents, count, mem, out, pages, f);
}

bool press_count_pages(const char *name, const struct press_bytes *pdf, int *pages, struct fault *f)
{
	const struct press_module *module = press_load(f);

	return module && module->count_pages(name, pdf, pages, f);
}

bool press_merge(const char *title, const struct press_part *parts, size_t count, struct arena *mem,
		 struct press_bytes *out, struct fault *f)
{
	const struct press_module *module = press_load(f);

	return module && module->merge(title, parts, count, mem, out, f);
}

bool press_mail_bytes(const struct press_mail *mail, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	const struct press_module *module = press_load(f);

	return module && module->mail(mail, mem, out, f);
}

bool press_calendar(const struct calendar_event *events, size_t count, struct arena *mem, struct press_bytes *out,
		    struct fault *f)
{
	const struct press_module *module = press_load(f);

	return module && module->calendar(events, count, mem, out, f);
}
