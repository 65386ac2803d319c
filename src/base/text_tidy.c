/* What may come in to be stored, and what may go out to be shown. */
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

static bool is_direction_mark(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x206F);
}

static bool is_invisible(uint32_t code)
{
	return code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x00AD || code == 0x180E ||
	       (code >= 0x2061 && code <= 0x2064) || (code >= 0xFFF9 && code <= 0xFFFB) ||
	       (code >= 0xE0000 && code <= 0xE007F);
}

static bool is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
	       (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF); /* no characters: XML refuses them */
}

static bool is_blank(uint32_t code)
{
	return code == ' ' || code == '\t' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
	       code == 0x202F || code == 0x205F || code == 0x3000;
}

static bool is_joiner(uint32_t code)
{
	return code == 0x200C || code == 0x200D;
}

/* Letters by their class that nobody sees. */
static bool is_filler(uint32_t code)
{
	return code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0 || code == 0x17B4 || code == 0x17B5;
}

/* Signs that stand over a whole number in Arabic, Syriac and Kaithi: formats by their class, and seen. */
static bool is_number_sign(uint32_t code)
{
	return (code >= 0x0600 && code <= 0x0605) || code == 0x06DD || code == 0x070F || code == 0x0890 ||
	       code == 0x0891 || code == 0x08E2 || code == 0x110BD || code == 0x110CD;
}

/* What has no meaning that everybody shares (private use, not assigned yet) is no more to be shown than what drives. */
static bool is_meant_to_be_seen(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS: return false;
	case UTF8PROC_CATEGORY_CF: return is_joiner(code) || is_number_sign(code);
	default: return !is_filler(code);
	}
}

bool text_is_safe(uint32_t code)
{
	if (code < 0x7F)
		return code >= ' ';
	return !is_control(code) && !is_direction_mark(code) && !is_invisible(code) &&
	       utf8proc_codepoint_valid((utf8proc_int32_t)code) && is_meant_to_be_seen(code);
}

/* Bytes of a line break at `text` as any system writes it, 0 when there is none. */
static size_t line_break(const char *text)
{
	if (text[0] == '\r')
		return text[1] == '\n' ? 2 : 1;
	return text[0] == '\n';
}

/* Blanks, line breaks and joiners that nothing follows are not part of a text. */
static size_t without_loose_end(const char *out, size_t length)
{
	while (length) {
		if (out[length - 1] == '\n' || out[length - 1] == ' ')
			length--;
		else if (length >= 3 &&
			 (memcmp(out + length - 3, "\u200C", 3) == 0 || memcmp(out + length - 3, "\u200D", 3) == 0))
			length -= 3;
		else
			break;
	}
	return length;
}

char *text_tidy(struct arena *mem, const char *text, bool lines)
{
	size_t bytes = strlen(text), length = 0, n;
	char *out = text_is_utf8(text, bytes) ? arena_alloc(mem, bytes + 1) : NULL;
	bool blank = false;
	uint32_t code;

	if (!out)
		return NULL;
	for (; (n = text_decode(text, &code)) > 0; text += n) {
		if (lines && line_break(text)) {
			n = line_break(text);
			if (length)
				out[length++] = '\n';
			blank = false;
		} else if (is_blank(code)) {
			blank = length > 0 && out[length - 1] != '\n';
		} else if (is_control(code)) {
			return NULL;
		} else if (!is_direction_mark(code) && !is_invisible(code) &&
			   !(is_joiner(code) && (blank || !length))) {
			if (blank)
				out[length++] = ' ';
			blank = false;
			memcpy(out + length, text, n);
			length += n;
		}
	}
	out[without_loose_end(out, length)] = '\0';
	return out;
}

static bool is_safe_ascii(const char *text, bool lines)
{
	while (*text && ((*text >= ' ' && *text < 0x7F) || (lines && *text == '\n')))
		text++;
	return !*text;
}

char *text_safe(struct arena *mem, const char *text, bool lines)
{
	char *out;
	size_t length = 0;
	uint32_t code;

	if (is_safe_ascii(text, lines))
		return arena_text(mem, text);
	out = arena_alloc(mem, strlen(text) * 3 + 1); /* one bad byte may become three */
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
