/* Reading a settings text in a test, and the sentence that comes back. */
#ifndef TESTS_SETTINGS_READING_H
#define TESTS_SETTINGS_READING_H

#include "settings/settings.h"

#include <stdio.h>
#include <string.h>

/* "" when the text was taken over, else what was said. `settings` may be NULL. */
static inline const char *read_bytes(enum settings_file which, const char *text, size_t bytes,
				     struct settings *settings, struct arena *mem)
{
	static struct fault fault;
	struct settings own = {0};

	fault = (struct fault){0};
	if (settings_read_text(settings ? settings : &own, which, "file.yaml", text, bytes, mem, &fault))
		return "";
	return fault.code == FAULT_REFUSED ? fault.message : "refused with another code than FAULT_REFUSED";
}

static inline const char *read_text(enum settings_file which, const char *text, struct settings *settings,
				    struct arena *mem)
{
	return read_bytes(which, text, strlen(text), settings, mem);
}

struct reading_row {
	const char *why, *text, *message;
};

/* The first row whose message is another, or -1. */
static inline int first_other_message(enum settings_file which, const char *before, const struct reading_row *rows,
				      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena mem = {0};
		const char *got = read_text(which, arena_printf(&mem, "%s%s", before, rows[i].text), NULL, &mem);
		bool same = strcmp(got, rows[i].message) == 0;

		if (!same)
			fprintf(stderr, "%s:\n  got    %s\n  wanted %s\n", rows[i].why, got, rows[i].message);
		arena_finish(&mem);
		if (!same)
			return (int)i;
	}
	return -1;
}

#endif
