/* Any bytes as text: clusters cover it, cells add up, and what leaves by the last gate is fit to be shown. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_cells(const char *text)
{
	size_t at = 0;
	int cells = 0;

	while (text[at]) {
		size_t n = text_cluster(text + at);

		require(n > 0 && n <= strlen(text + at));
		cells += text_width_n(text + at, n);
		at += n;
		require(text_cluster_before(text, at) > 0 && text_cluster_before(text, at) <= at);
	}
	require(cells == text_width(text));
}

static void check_lines(const char *text, int cells)
{
	size_t at = 0, used, shown;

	require(text_width_n(text, text_clip(text, cells)) <= cells);
	for (; (used = text_wrap(text + at, cells, &shown)) > 0; at += used)
		require(shown <= used && !memchr(text + at, '\n', shown));
	require(at == strlen(text));
}

static void check_made_fit(struct arena *mem, const char *text, bool lines)
{
	const char *safe = text_safe(mem, text, lines), *tidy = text_tidy(mem, text, lines),
		   *fold = text_fold(mem, text);
	uint32_t code;

	for (size_t n; (n = text_decode(safe, &code)) > 0; safe += n)
		require(text_is_safe(code) || (lines && code == '\n'));
	if (tidy)
		require(text_is_utf8(tidy, strlen(tidy)) && strlen(tidy) <= strlen(text));
	if (tidy)
		require(strcmp(text_tidy(mem, tidy, lines), tidy) == 0);
	require(strcmp(text_fold(mem, fold), fold) == 0);
}

/* The first byte chooses a width and whether lines are kept. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena mem = {0};
	char *text;

	if (size < 1 || size > 4096)
		return 0;
	text = strndup((const char *)bytes + 1, size - 1);
	require(text != NULL);
	check_cells(text);
	check_lines(text, bytes[0] >> 1);
	check_made_fit(&mem, text, bytes[0] & 1);
	arena_finish(&mem);
	free(text);
	return 0;
}
