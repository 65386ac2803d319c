/* Golden texts. */
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static char *read_all(const char *path)
{
	FILE *in = fopen(path, "rb");
	char *text = calloc(1, 1 << 20);

	assert_non_null(text);
	if (in) {
		size_t got = fread(text, 1, (1 << 20) - 1, in);
		text[got] = '\0';
		fclose(in);
	}
	return text;
}

/* The first line in which two texts differ, for the eye. */
static void show_difference(const char *name, const char *wanted, const char *got)
{
	int line = 1;

	while (*wanted && *got) {
		size_t w = strcspn(wanted, "\n"), g = strcspn(got, "\n");

		if (w != g || memcmp(wanted, got, w) != 0)
			break;
		wanted += w + (wanted[w] != '\0');
		got += g + (got[g] != '\0');
		line++;
	}
	print_error("%s, line %d\n- %.*s\n+ %.*s\n", name, line, (int)strcspn(wanted, "\n"), wanted,
		    (int)strcspn(got, "\n"), got);
}

void golden_matches(const char *name, const char *text)
{
	char path[512];
	char *wanted;

	snprintf(path, sizeof path, "%s/tests/golden/%s", SOURCE_FOLDER, name);
	if (getenv("UPDATE_GOLDEN")) {
		FILE *out = fopen(path, "wb");

		assert_non_null(out);
		fputs(text, out);
		fclose(out);
		return;
	}
	wanted = read_all(path);
	if (strcmp(wanted, text) != 0) {
		show_difference(name, wanted, text);
		print_error("--- the whole screen now ---\n%s\n", text);
		free(wanted);
		fail_msg("%s is not as it was; if that is right, run the test again with UPDATE_GOLDEN=1", name);
	}
	free(wanted);
}
