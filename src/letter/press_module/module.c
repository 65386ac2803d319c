/* The module's one exported name: its table of calls. */
#include "press_module.h"

#include "parts.h"

#include <glib.h>
#include <string.h>

__attribute__((visibility("default"))) extern const struct press_module quorate_press_table;

const struct press_module quorate_press_table = {
	.version = PRESS_MODULE_VERSION,
	.pdf = pdf_make,
	.count_pages = pdf_count_pages,
	.merge = pdf_merge,
	.mail = mail_make,
	.calendar = calendar_make,
};

bool bytes_keep(struct press_bytes *out, const void *bytes, size_t count, struct arena *mem, struct fault *f)
{
	unsigned char *copy = arena_alloc(mem, count + 1);

	if (!copy)
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory for this file. Close other programs and "
				 "try again.");
	if (count)
		memcpy(copy, bytes, count);
	*out = (struct press_bytes){copy, count};
	return true;
}

static void say_nothing(const char *domain, GLogLevelFlags level, const char *message, void *payload)
{
	(void)domain;
	(void)level;
	(void)message;
	(void)payload;
}

void libraries_be_quiet(void)
{
	g_log_set_default_handler(say_nothing, NULL);
}
