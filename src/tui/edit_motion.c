/* Caret positions by what a person sees as a character, and the gate before typed text. */
#include "edit_motion.h"

#include "base/text.h"

#include <string.h>

static bool is_break(char c)
{
	return c == ' ' || c == '\n';
}

size_t motion_left(const char *text, size_t at)
{
	return at - text_cluster_before(text, at);
}

size_t motion_right(const char *text, size_t at)
{
	return at + text_cluster(text + at);
}

size_t motion_word_left(const char *text, size_t at)
{
	while (at > 0 && is_break(text[at - 1]))
		at--;
	while (at > 0 && !is_break(text[at - 1]))
		at--;
	return motion_snap(text, at);
}

size_t motion_word_right(const char *text, size_t at)
{
	while (text[at] && !is_break(text[at]))
		at++;
	while (is_break(text[at]))
		at++;
	return motion_snap(text, at);
}

size_t motion_snap(const char *text, size_t at)
{
	size_t start = motion_left(text, at), end;

	if (start == at)
		return at;
	end = motion_right(text, start);
	return end > at ? end : at;
}

bool motion_joins_previous(uint32_t code)
{
	char pair[6] = "a";
	size_t bytes = text_encode(code, pair + 1);

	return bytes && text_cluster(pair) == bytes + 1;
}

/* The code point as it is kept, or 0 for one that is left out. */
static uint32_t gated(uint32_t code, bool lines)
{
	if (code == '\n')
		return lines ? '\n' : ' ';
	if (code == '\t')
		return ' ';
	return text_is_safe(code) ? code : 0;
}

size_t motion_gate(char *out, size_t room, const char *text, bool lines)
{
	size_t length = 0, kept = 0;
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n) {
		char bytes[5];
		size_t count;

		if (code == '\r') {
			if (text[n] == '\n')
				continue;
			code = '\n';
		}
		code = gated(code, lines);
		count = code ? text_encode(code, bytes) : 0;
		if (count && length + count < room) {
			memcpy(out + length, bytes, count);
			kept = length + count;
		}
		length += count;
	}
	if (room)
		out[kept] = '\0';
	return length;
}
