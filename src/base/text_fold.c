/* Text reduced to what people type when they look for it. */
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

/* Letters that Unicode does not decompose but people type plainly. */
static const char *plain_spelling(uint32_t code)
{
	static const struct {
		uint32_t code;
		const char *plain;
	} spellings[] = {
		{0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
		{0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x014B, "ng"},
		{0x0153, "oe"}, {0x0167, "t"},  {0x0256, "d"}, {0x0257, "d"}, {0x025B, "e"},
		{0x0253, "b"},  {0x0199, "k"},  {0x01B4, "y"}, {0x0254, "o"},
	};

	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (spellings[i].code == code)
			return spellings[i].plain;
	return NULL;
}

static bool is_apostrophe(uint32_t code)
{
	return code == '\'' || code == '`' || code == 0x00B4 || code == 0x2018 || code == 0x2019 || code == 0x201B ||
	       code == 0x2032 || code == 0x02B9 || (code >= 0x02BB && code <= 0x02BF) || code == 0x02C8 ||
	       code == 0xA78C || code == 0xFF07;
}

static bool is_letter_or_digit(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MC: /* the vowel signs of South Asian scripts stand inside words */
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL: return true;
	default: return false;
	}
}

/* Where folded text goes: first only counted, then written into exactly the room it needs. */
struct folded {
	char *out; /* NULL while counting */
	size_t length;
	bool blank; /* a word has ended and no other has begun */
};

static void fold_bytes(struct folded *to, const char *bytes, size_t count)
{
	if (to->blank && to->length) {
		if (to->out)
			to->out[to->length] = ' ';
		to->length++;
	}
	to->blank = false;
	if (to->out)
		memcpy(to->out + to->length, bytes, count);
	to->length += count;
}

/* One decomposed code point. */
static void fold_code(struct folded *to, uint32_t code)
{
	const char *plain = plain_spelling(code);
	char bytes[5];

	if (is_apostrophe(code) || utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_MN ||
	    utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_ME ||
	    utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_CF)
		return;
	if (plain)
		fold_bytes(to, plain, strlen(plain));
	else if (is_letter_or_digit(code))
		fold_bytes(to, bytes, text_encode(code, bytes));
	else
		to->blank = true;
}

static void fold_ascii(struct folded *to, char c)
{
	char lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;

	if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9'))
		fold_bytes(to, &lower, 1);
	else if (!is_apostrophe((uint32_t)c))
		to->blank = true;
}

/* Apostrophes first: some decompose into a blank and a mark. */
static void fold_text(struct folded *to, const char *text)
{
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n) {
		utf8proc_int32_t parts[18]; /* the longest decomposition of one code point */
		utf8proc_ssize_t count;
		int last_class = 0;

		if (code < 0x80) {
			fold_ascii(to, text[0]);
			continue;
		}
		if (is_apostrophe(code))
			continue;
		count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 18,
						UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_COMPAT, &last_class);
		for (utf8proc_ssize_t i = 0; i < count && i < 18; i++)
			fold_code(to, (uint32_t)parts[i]);
	}
}

char *text_fold(struct arena *mem, const char *text)
{
	struct folded count = {0}, written = {0};

	fold_text(&count, text);
	written.out = arena_alloc(mem, count.length + 1);
	if (!written.out)
		return arena_text(mem, "");
	fold_text(&written, text);
	return written.out;
}

bool text_begins_words(struct arena *mem, const char *name, const char *typed)
{
	const char *folded = text_fold(mem, name), *word = text_fold(mem, typed);

	while (*word) {
		size_t length = strcspn(word, " ");
		const char *at = folded;

		while (at && strncmp(at, word, length) != 0)
			at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL;
		if (!at)
			return false;
		word += length + strspn(word + length, " ");
	}
	return true;
}
