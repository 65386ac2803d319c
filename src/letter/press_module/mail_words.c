/* Makes names, subjects and file names fit for the head of a mail. */
#include "mail_words.h"

#include "base/text.h"

#include <stddef.h>
#include <string.h>

enum { FILE_NAME_CELLS = 80, ENDING_MOST = 8 };

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD, which text_safe leaves for what may not be shown */

char *mail_line(struct arena *mem, const char *text, int cells)
{
	char *line = text_safe(mem, text ? text : "", false), *to = line;

	for (const char *from = line; *from;) {
		bool is_unfit = strncmp(from, REPLACEMENT, sizeof REPLACEMENT - 1) == 0;
		char letter = is_unfit ? ' ' : *from;

		from += is_unfit ? sizeof REPLACEMENT - 1 : 1;
		if (letter != ' ' || (to > line && to[-1] != ' '))
			*to++ = letter;
	}
	if (to > line && to[-1] == ' ')
		to--;
	if (*line)
		*to = '\0';
	return text_clipped(mem, line, cells);
}

static void drop_from_both_ends(char **name, const char *unwanted)
{
	size_t length;

	*name += strspn(*name, unwanted);
	for (length = strlen(*name); length > 0 && strchr(unwanted, (*name)[length - 1]); length--)
		(*name)[length - 1] = '\0';
}

char *mail_file_name(struct arena *mem, const char *name)
{
	char *line = mail_line(mem, name, 4 * FILE_NAME_CELLS), *ending;

	for (char *at = line; (at = strpbrk(at, "/\\")) != NULL;)
		line = ++at;
	for (char *at = line; (at = strpbrk(at, "<>:\"|?*")) != NULL;)
		*at = '-';
	drop_from_both_ends(&line, ". ");
	ending = strrchr(line, '.');
	if (!*line)
		return arena_text(mem, "attachment");
	if (text_width(line) <= FILE_NAME_CELLS)
		return line;
	if (!ending || strlen(ending) > ENDING_MOST)
		return text_clipped(mem, line, FILE_NAME_CELLS);
	*ending = '\0';
	return arena_printf(mem, "%s.%s", text_clipped(mem, line, FILE_NAME_CELLS - ENDING_MOST), ending + 1);
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

bool message_id_is_good(const char *id)
{
	const char *at = id ? strchr(id, '@') : NULL;

	return at && at > id && at[1] && strlen(id) <= 200 && strspn(id, LETTERS "-._") == (size_t)(at - id) &&
	       at[1 + strspn(at + 1, LETTERS "-._")] == '\0';
}

const char *mail_media_type(const char *type)
{
	const char *slash = type ? strchr(type, '/') : NULL;

	if (slash && slash > type && slash[1] && strlen(type) < 200 && !type[strspn(type, LETTERS "-._/+;= ")])
		return type;
	return "application/octet-stream";
}
