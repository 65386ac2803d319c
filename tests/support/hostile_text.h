/* What a stored text may hold that must never reach a terminal: every class of code points that drives one, cannot be
 * seen, turns the direction of writing, or has no meaning, and bytes that are no UTF-8. Ranges by the Unicode Standard,
 * not by a library. */
#ifndef SUPPORT_HOSTILE_TEXT_H
#define SUPPORT_HOSTILE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static const struct hostile_range {
	const char *class;
	uint32_t first, last;
} hostile_ranges[] = {
	{"C0 controls", 0x01, 0x1F},
	{"delete", 0x7F, 0x7F},
	{"C1 controls", 0x80, 0x9F},
	{"soft hyphen", 0xAD, 0xAD},
	{"Arabic letter mark", 0x61C, 0x61C},
	{"Hangul fillers", 0x115F, 0x1160},
	{"Khmer vowels that are not seen", 0x17B4, 0x17B5},
	{"Mongolian vowel separator", 0x180E, 0x180E},
	{"zero width space", 0x200B, 0x200B},
	{"direction marks", 0x200E, 0x200F},
	{"line and paragraph separators", 0x2028, 0x2029},
	{"direction embeddings and overrides", 0x202A, 0x202E},
	{"word joiner, invisible operators", 0x2060, 0x2065},
	{"direction isolates", 0x2066, 0x2069},
	{"deprecated format characters", 0x206A, 0x206F},
	{"Hangul filler", 0x3164, 0x3164},
	{"surrogates", 0xD800, 0xDFFF},
	{"private use", 0xE000, 0xF8FF},
	{"noncharacters of Arabic forms", 0xFDD0, 0xFDEF},
	{"byte order mark", 0xFEFF, 0xFEFF},
	{"halfwidth filler", 0xFFA0, 0xFFA0},
	{"interlinear annotation", 0xFFF9, 0xFFFB},
	{"noncharacters of plane 0", 0xFFFE, 0xFFFF},
	{"unassigned", 0x378, 0x379},
	{"unassigned", 0x2FE0, 0x2FEF},
	{"Egyptian format controls", 0x13430, 0x13438},
	{"shorthand format controls", 0x1BCA0, 0x1BCA3},
	{"musical format controls", 0x1D173, 0x1D17A},
	{"noncharacters of plane 1", 0x1FFFE, 0x1FFFF},
	{"language tag", 0xE0000, 0xE001F},
	{"tags", 0xE0020, 0xE007F},
	{"unassigned, ignorable", 0xE0080, 0xE00FF},
	{"unassigned of plane 14", 0xE01F0, 0xE0FFF},
	{"private use, plane 15", 0xF0000, 0xFFFFD},
	{"noncharacters of plane 15", 0xFFFFE, 0xFFFFF},
	{"private use, plane 16", 0x100000, 0x10FFFD},
	{"noncharacters of plane 16", 0x10FFFE, 0x10FFFF},
};
enum { HOSTILE_RANGES = sizeof hostile_ranges / sizeof *hostile_ranges };

/* Longer ones, and bytes that mean nothing. */
static const struct hostile_sequence {
	const char *class, *bytes;
} hostile_sequences[] = {
	{"clear the screen", "\033[2J\033[H"},
	{"a title", "\033]2;owned\007"},
	{"the clipboard", "\033]52;c;b3duZWQ=\007"},
	{"a question the terminal answers", "\033[6n\033[c\033Z"},
	{"another character set", "\033(0\016qqq"},
	{"an 8-bit introducer", "\x9B"
				"31m"},
	{"a device control string", "\033P1$r0m\033\\"},
	{"an introducer as UTF-8", "\xC2\x9B"
				   "2J"},
	{"a name backwards", "\xE2\x80\xAE"
			     "gnp.exe"},
	{"bytes that are no UTF-8", "\xFF\xFE\x80\xBF"},
	{"an overlong NUL", "\xC0\x80"},
	{"an overlong escape", "\xC1\x9B\xE0\x80\x9B"},
	{"a character cut off", "\xE2\x82"},
	{"beyond Unicode", "\xF4\x90\x80\x80\xF8\x88\x80\x80\x80"},
	{"carriage return and bell", "\rX\b\b\007\f\v"},
	{"a tower of marks",
	 "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\x89\xCC\x8A\xCC\x8B"},
	{"variation selectors", "a\xEF\xB8\x8F\xEF\xB8\x8E\xF3\xA0\x84\x80"},
	{"a formula of a spreadsheet", "=HYPERLINK(\"http://a.example\";\"Ada\")"},
	{"a formula behind a blank", "\t =cmd|'/c calc'!A1"},
	{"a head of a mail", "Ada\r\nBcc: all@a.example\r\n\r\nHello"},
	{"a line of a calendar", "Ada\nATTENDEE:mailto:all@a.example\nEND:VEVENT"},
	{"the end of a text of JSON", "\", \"owned\": \"\\"},
	{"joiners alone", "\xE2\x80\x8D\xE2\x80\x8C\xE2\x80\x8D"},
};
enum { HOSTILE_SEQUENCES = sizeof hostile_sequences / sizeof *hostile_sequences };

static inline bool is_hostile(uint32_t code)
{
	for (size_t i = 0; i < HOSTILE_RANGES; i++)
		if (code >= hostile_ranges[i].first && code <= hostile_ranges[i].last)
			return true;
	return code == 0 || code > 0x10FFFF;
}

/* Also of what cannot be encoded: surrogates, as three bytes. Returns the bytes; `out` has room for five. */
static inline size_t hostile_encode(uint32_t code, char *out)
{
	size_t n = 0;

	if (code < 0x80) {
		out[n++] = (char)code;
	} else if (code < 0x800) {
		out[n++] = (char)(0xC0 | code >> 6);
	} else if (code < 0x10000) {
		out[n++] = (char)(0xE0 | code >> 12);
		out[n++] = (char)(0x80 | (code >> 6 & 0x3F));
	} else {
		out[n++] = (char)(0xF0 | code >> 18);
		out[n++] = (char)(0x80 | (code >> 12 & 0x3F));
		out[n++] = (char)(0x80 | (code >> 6 & 0x3F));
	}
	if (code >= 0x80)
		out[n++] = (char)(0x80 | (code & 0x3F));
	out[n] = '\0';
	return n;
}

#endif
