/* Files and folders as people type them. */
#include "reports_place.h"
#include "screens.h"

#include "base/rights.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *home_folder(void)
{
	const char *home = rights_home();

	return home ? home : ".";
}

static const char *trimmed(const char *typed, struct arena *mem)
{
	size_t length;

	typed += strspn(typed, " ");
	length = strlen(typed);
	while (length && typed[length - 1] == ' ')
		length--;
	if (length >= 2 && (typed[0] == '\'' || typed[0] == '"') && typed[length - 1] == typed[0]) {
		typed++;
		length -= 2;
	}
	return arena_printf(mem, "%.*s", (int)length, typed);
}

const char *place_typed(const char *typed, struct arena *mem)
{
	const char *path = trimmed(typed, mem);

	if (path && path[0] == '~' && (path[1] == '/' || path[1] == '\0'))
		return arena_printf(mem, "%s%s", home_folder(), path + 1);
	return path ? path : "";
}

bool place_ask_folder(struct tui *t, struct line_question *question, struct fault *f)
{
	const char *last = desk_of(t)->folder;

	question->start = last[0] ? last : "~";
	return prompt_question(t, question, f);
}

const char *place_folder(struct desk *desk, const char *typed, struct arena *mem)
{
	snprintf(desk->folder, sizeof desk->folder, "%s", typed);
	return place_typed(typed, mem);
}
