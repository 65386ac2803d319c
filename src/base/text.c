/* UTF-8 text as people see it. utf8proc knows the tables; this file knows the rules of the house. */
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

size_t text_decode(const char *text, uint32_t *code)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	*code = (unsigned char)text[0];
	if (*code < 0x80)
		return *code != 0;
	n = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strnlen(text, 4), &c);
	if (n <= 0) {
		*code = 0xFFFD;
		return 1;
	}
	*code = (uint32_t)c;
	return (size_t)n;
}

size_t text_encode(uint32_t code, char out[5])
{
	utf8proc_ssize_t n = 0;

	if (utf8proc_codepoint_valid((utf8proc_int32_t)code))
		n = utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
	out[n] = '\0';
	return (size_t)n;
}

bool text_is_utf8(const char *text, size_t bytes)
{
	size_t at = 0;

	while (at < bytes) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
						      (utf8proc_ssize_t)(bytes - at), &c);
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

size_t text_cluster(const char *text)
{
	utf8proc_int32_t state = 0;
	uint32_t code, next;
	size_t at = text_decode(text, &code);

	if (at && is_ascii(text[0]) && is_ascii(text[1]) && text[0] != '\r') /* nothing in ASCII joins but CR and LF */
		return at;
	while (at && text[at]) {
		size_t n = text_decode(text + at, &next);

		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)code, (utf8proc_int32_t)next, &state))
			break;
		at += n;
		code = next;
	}
	return at;
}

static size_t code_before(const char *text, size_t at)
{
	size_t from = at - 1;

	while (from > 0 && at - from < 4 && ((unsigned char)text[from] & 0xC0) == 0x80)
		from--;
	return from;
}

/* Looks back at most 32 code points: no name has a longer cluster, and broken text must not cost more. */
size_t text_cluster_before(const char *text, size_t at)
{
	size_t from = at, last = 0;

	if (at > 1 && is_ascii(text[at - 1]) && is_ascii(text[at - 2]) && text[at - 1] != '\n')
		return 1;
	for (int back = 0; from > 0 && back < 32; back++)
		from = code_before(text, from);
	while (from < at) {
		last = text_cluster(text + from);
		if (last > at - from)
			last = at - from;
		from += last;
	}
	return last;
}

static int code_width(uint32_t code)
{
	if (code == 0xFFFD)
		return 1;
	return utf8proc_charwidth((utf8proc_int32_t)code);
}

static bool is_mark(uint32_t code)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);

	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

/* A cluster is as wide as its widest code point, and a cell more for each vowel sign that terminals set beside it
 * (spacing marks of Indian scripts). Other marks add nothing; one on its own still takes a cell. */
static int cluster_width(const char *text, size_t bytes)
{
	int width = 0, beside = 0;
	uint32_t code;

	if (bytes == 1 && text[0] >= ' ' && text[0] < 0x7F)
		return 1;
	for (size_t at = 0; at < bytes;) {
		at += text_decode(text + at, &code);
		if (code_width(code) > width)
			width = code_width(code);
		beside += utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_MC;
	}
	text_decode(text, &code);
	return width + beside == 0 && is_mark(code) ? 1 : width + beside;
}

int text_width_n(const char *text, size_t bytes)
{
	int cells = 0;

	for (size_t at = 0; at < bytes && text[at];) {
		size_t n = text_cluster(text + at);
		cells += cluster_width(text + at, n);
		at += n;
	}
	return cells;
}

int text_width(const char *text)
{
	return text_width_n(text, strlen(text));
}

size_t text_clip(const char *text, int cells)
{
	size_t at = 0;

	while (text[at]) {
		size_t n = text_cluster(text + at);
		int width = cluster_width(text + at, n);

		if (width > cells)
			break;
		cells -= width;
		at += n;
	}
	return at;
}

char *text_clipped(struct arena *mem, const char *text, int cells)
{
	size_t fits = text_clip(text, cells);

	if (!text[fits])
		return arena_text(mem, text);
	if (cells < 1)
		return arena_text(mem, "");
	return arena_printf(mem, "%.*s…", (int)text_clip(text, cells - 1), text);
}

static size_t line_break(const char *text)
{
	return text[0] == '\n' ? 1 : text[0] == '\r' && text[1] == '\n' ? 2 : 0;
}

/* Like text_clip, but not past the line break: a long text must not be looked through for every line of it. */
static size_t clip_line(const char *text, int cells)
{
	size_t at = 0;

	while (text[at] && !line_break(text + at)) {
		size_t n = text_cluster(text + at);
		int width = cluster_width(text + at, n);

		if (width > cells)
			break;
		cells -= width;
		at += n;
	}
	return at;
}

/* Past the blanks that the break replaces, and past the line break they may run into. */
static size_t skip_break(const char *text, size_t at)
{
	while (text[at] == ' ')
		at++;
	return at + line_break(text + at);
}

static size_t without_last_blanks(const char *text, size_t bytes)
{
	while (bytes && text[bytes - 1] == ' ')
		bytes--;
	return bytes;
}

size_t text_wrap(const char *text, int cells, size_t *line_bytes)
{
	size_t fits = clip_line(text, cells);
	size_t end = fits;

	*line_bytes = fits;
	if (!text[fits])
		return fits;
	if (line_break(text + fits))
		return fits + line_break(text + fits);
	while (end > 0 && text[end] != ' ')
		end--;
	*line_bytes = without_last_blanks(text, end);
	if (*line_bytes > 0)
		return skip_break(text, end);
	*line_bytes = fits ? fits : text_cluster(text); /* a word longer than the line is cut between clusters */
	return *line_bytes;
}
