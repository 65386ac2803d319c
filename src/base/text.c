/* UTF-8 text as people see it. utf8proc knows the tables; this file knows the rules of the house. */
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

size_t text_decode(const char *text, uint32_t *code)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	*code = 0;
	if (!text[0])
		return 0;
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
		utf8proc_ssize_t n =
			utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(bytes - at), &c);
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return true;
}

size_t text_cluster(const char *text)
{
	utf8proc_int32_t state = 0;
	uint32_t code, next;
	size_t at = text_decode(text, &code);

	while (at && text[at]) {
		size_t n = text_decode(text + at, &next);

		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)code, (utf8proc_int32_t)next, &state))
			break;
		at += n;
		code = next;
	}
	return at;
}

/* Looks back to a line start or at most 32 code points: no name has a longer cluster, and broken text must not cost more. */
size_t text_cluster_before(const char *text, size_t at)
{
	size_t from = at, last = 0;

	for (int back = 0; from > 0 && back < 32; back++)
		do
			from--;
		while (from > 0 && ((unsigned char)text[from] & 0xC0) == 0x80);
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

/* A cluster is as wide as its widest code point: marks add nothing, and a lone mark still takes a cell. */
static int cluster_width(const char *text, size_t bytes)
{
	int width = 0;

	for (size_t at = 0; at < bytes;) {
		uint32_t code;
		at += text_decode(text + at, &code);
		if (code_width(code) > width)
			width = code_width(code);
	}
	return width;
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

size_t text_wrap(const char *text, int cells, size_t *line_bytes)
{
	size_t hard = strcspn(text, "\n");
	size_t fits = text_clip(text, cells);
	size_t end;

	*line_bytes = 0;
	if (!text[0])
		return 0;
	if (hard <= fits) {
		*line_bytes = hard;
		return text[hard] ? hard + 1 : hard;
	}
	for (end = fits; end > 0 && text[end] != ' '; end--)
		;
	if (end == 0) {
		end = fits ? fits : text_cluster(text); /* a word longer than the line is cut between clusters */
		*line_bytes = end;
		return end;
	}
	*line_bytes = end;
	while (text[end] == ' ')
		end++;
	return end;
}

/* Letters that Unicode does not decompose but people type plainly. */
static const char *plain_spelling(uint32_t code)
{
	static const struct {
		uint32_t code;
		const char *plain;
	} spellings[] = {
		{0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"}, {0x0111, "d"}, {0x0127, "h"},
		{0x0131, "i"},  {0x0142, "l"},  {0x014B, "ng"}, {0x0153, "oe"}, {0x0167, "t"},  {0x0256, "d"}, {0x0257, "d"},
		{0x025B, "e"},  {0x0253, "b"},  {0x0199, "k"},  {0x01B4, "y"},  {0x0254, "o"},
	};

	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (spellings[i].code == code)
			return spellings[i].plain;
	return NULL;
}

static bool is_apostrophe(uint32_t code)
{
	return code == '\'' || code == '`' || code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x02BB ||
	       code == 0x00B4 || code == 0x02BE || code == 0x02BF || code == 0xFF07;
}

static bool is_letter_or_digit(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL: return true;
	default: return false;
	}
}

/* Appends the folded form of one decomposed code point; returns the new length. Room is checked by the caller. */
static size_t fold_code(char *out, size_t length, uint32_t code)
{
	char bytes[5];
	const char *plain = plain_spelling(code);

	if (is_apostrophe(code) || utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_MN ||
	    utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_CF)
		return length;
	if (plain) {
		memcpy(out + length, plain, strlen(plain));
		return length + strlen(plain);
	}
	if (!is_letter_or_digit(code)) {
		if (length && out[length - 1] != ' ')
			out[length++] = ' ';
		return length;
	}
	text_encode(code, bytes);
	memcpy(out + length, bytes, strlen(bytes));
	return length + strlen(bytes);
}

char *text_fold(struct arena *mem, const char *text)
{
	char *out = arena_alloc(mem, strlen(text) * 18 + 4); /* the longest decomposition of one code point is 18 times */
	size_t length = 0;
	uint32_t code;

	if (!out)
		return arena_text(mem, "");
	for (size_t n; (n = text_decode(text, &code)) > 0; text += n) {
		utf8proc_int32_t parts[18];
		int last_class = 0;
		utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 18,
								 UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_COMPAT,
								 &last_class);
		for (utf8proc_ssize_t i = 0; i < count && i < 18; i++)
			length = fold_code(out, length, (uint32_t)parts[i]);
	}
	while (length && out[length - 1] == ' ')
		length--;
	out[length] = '\0';
	return out;
}

static bool is_direction_mark(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069);
}

static bool is_invisible(uint32_t code)
{
	return code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x00AD || code == 0x180E ||
	       (code >= 0x2061 && code <= 0x2064) || (code >= 0xFFF9 && code <= 0xFFFB) || (code >= 0xE0000 && code <= 0xE007F);
}

static bool is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

static bool is_blank(uint32_t code)
{
	return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
	       code == 0x205F || code == 0x3000;
}

bool text_is_safe(uint32_t code)
{
	return !is_control(code) && !is_direction_mark(code) && !is_invisible(code) &&
	       utf8proc_codepoint_valid((utf8proc_int32_t)code);
}

static bool is_joiner(uint32_t code)
{
	return code == 0x200C || code == 0x200D;
}

char *text_tidy(struct arena *mem, const char *text, bool lines)
{
	char *out = arena_alloc(mem, strlen(text) + 1);
	size_t length = 0;
	bool blank = false;
	uint32_t code;

	if (!out || !text_is_utf8(text, strlen(text)))
		return NULL;
	for (size_t n; (n = text_decode(text, &code)) > 0; text += n) {
		if (lines && code == '\n') {
			out[length++] = '\n';
			blank = false;
		} else if (is_blank(code)) {
			blank = length > 0 && out[length - 1] != '\n';
		} else if (is_control(code)) {
			return NULL;
		} else if (!is_direction_mark(code) && !is_invisible(code) && !(is_joiner(code) && (blank || !length))) {
			if (blank)
				out[length++] = ' ';
			blank = false;
			memcpy(out + length, text, n);
			length += n;
		}
	}
	while (length && (out[length - 1] == '\n' || out[length - 1] == ' '))
		length--;
	out[length] = '\0';
	return out;
}

char *text_safe(struct arena *mem, const char *text, bool lines)
{
	char *out = arena_alloc(mem, strlen(text) * 3 + 1); /* one bad byte may become three */
	size_t length = 0;
	uint32_t code;

	if (!out)
		return arena_text(mem, "");
	for (size_t n; (n = text_decode(text, &code)) > 0; text += n) {
		bool keep = text_is_safe(code) || (lines && code == '\n');
		char bytes[5];

		text_encode(keep ? code : 0xFFFD, bytes);
		memcpy(out + length, bytes, strlen(bytes));
		length += strlen(bytes);
	}
	out[length] = '\0';
	return out;
}
