/* Hostile and mistaken YAML: each refused with its place, none able to hang or fill the memory. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char good[] = "hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nrooms: []\n"
			   "minute_takers: []\n";

static void what_cannot_be_seen_at_a_glance_is_refused(void **state)
{
	static const struct reading_row rows[] = {
		{"an anchor", "rooms: &all []\n",
		 "file.yaml:1:8: anchors (&) are not understood here; write the value out."},
		{"an alias", "rooms: *all\n",
		 "file.yaml:1:8: aliases (*) are not understood here; write the value out."},
		{"a tag", "slot_step: !!int \"30\"\n",
		 "file.yaml:1:12: tags (!) are not understood here; leave it out."},
		{"a tag on a map", "hours: !hours {}\n",
		 "file.yaml:1:8: tags (!) are not understood here; leave it out."},
		{"a bare tag", "slot_step: ! 30\n", "file.yaml:1:12: tags (!) are not understood here; leave it out."},
		{"a merge key", "hours: {<<: {start: \"09:00\"}}\n",
		 "file.yaml:1:9: merge keys (<<) are not understood here; write the keys out."},
		{"an anchor on a key", "&key rooms: []\n",
		 "file.yaml:1:1: anchors (&) are not understood here; write the value out."},
		{"a duplicate key", "rooms: []\nchairs: []\nrooms: []\n",
		 "file.yaml:3:1: \"rooms\" is written twice; it stands first in line 1."},
		{"a duplicate key, in quotes", "hours: {start: \"09:00\", \"start\": \"10:00\"}\n",
		 "file.yaml:1:25: \"start\" is written twice; it stands first in line 1."},
		{"a second document", "rooms: []\n---\nrooms: []\n",
		 "file.yaml:2:1: a second document begins here; keep one to a file."},
		{"a directive", "%YAML 1.1\n---\nrooms: []\n",
		 "file.yaml:1:1: directives (%) are not understood here; leave it out."},
		{"a list as a key", "? [a, b]\n: c\n", "file.yaml:1:3: a key must be one word, not a list or a map."},
		{"no key", "\"\": c\n", "file.yaml:1:1: a key is missing before the colon."},
		{"a tab before a key", "hours:\n\tstart: \"09:00\"\n",
		 "file.yaml:2:1: there is a tab; use blanks instead."},
		{"a tab within a line", "slot_step:\t30\n", "file.yaml:1:11: there is a tab; use blanks instead."},
		{"an escape character", "rooms: [\"\x1b[2J\"]\n",
		 "file.yaml:1:10: there is a character that cannot be seen; delete it."},
		{"an escape character, written as an escape", "rooms: [{name: \"\\e[2J\"}]\n",
		 "file.yaml:1:16: there is a character that cannot be seen; delete it."},
		{"an escape character in a key", "\"\\e[2J\": x\n",
		 "file.yaml:1:1: there is a character that cannot be seen; delete it."},
		{"a key on two lines", "\"a\\nb\": c\n", "file.yaml:1:1: a key must stand on one line."},
		{"a zero byte, written as an escape", "rooms: [{name: \"a\\0b\"}]\n",
		 "file.yaml:1:16: there is a character that cannot be seen; delete it."},
		{"text turned round to deceive", "rooms: [{name: a\u202Eb}]\n",
		 "file.yaml:1:17: there is a character that cannot be seen; delete it."},
		{"Latin-1", "rooms: [{name: caf\xe9}]\n",
		 "file.yaml:1:19: this is not UTF-8 text; save the file as UTF-8."},
		{"nothing at all", "", "file.yaml:1:1: the file is empty."},
		{"remarks only", "# nothing\n\n", "file.yaml:1:1: the file is empty."},
		{"an unclosed list", "rooms: [\n",
		 "file.yaml:2:1: this is not YAML here: did not find expected node content."},
		{"a map left hanging", "rooms: []\n  chairs: []\n",
		 "file.yaml:2:3: this is not YAML here: did not find expected key."},
		{"an unclosed quote", "slot_step: \"30\n",
		 "file.yaml:2:1: this is not YAML here: found unexpected end of stream."},
		{"a list for the whole", "- rooms\n",
		 "file.yaml:1:1: here keys with values are wanted, such as hours: ..."},
		{"one word for the whole", "rooms\n",
		 "file.yaml:1:1: here keys with values are wanted, such as hours: ..."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, "", rows, sizeof rows / sizeof *rows), -1);
}

static void the_file_may_come_from_another_editor(void **state)
{
	static const struct reading_row rows[] = {
		{"a byte order mark",
		 "\xEF\xBB\xBFhours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\n"
		 "rooms: []\nminute_takers: []\n",
		 ""},
		{"Windows line ends",
		 "hours: {start: \"09:00\", end: \"17:00\"}\r\nslot_step: 30\r\nchairs: []\r\nrooms: []\r\n"
		 "minute_takers: []\r\n",
		 ""},
		{"a place is right after Windows line ends", "slot_step: 30\r\nroms: []\r\n",
		 "file.yaml:2:1: unknown key \"roms\"; did you mean \"rooms\"?"},
		{"a place is right after a byte order mark", "\xEF\xBB\xBFroms: []\n",
		 "file.yaml:1:1: unknown key \"roms\"; did you mean \"rooms\"?"},
		{"a document start",
		 "---\nhours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nrooms: []\n"
		 "minute_takers: []\n...\n",
		 ""},
	};
	struct arena mem = {0};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, "", rows, sizeof rows / sizeof *rows), -1);
	assert_string_equal(read_bytes(SETTINGS_AUTHORITY, "\xFF\xFEr\0o\0o\0", 8, NULL, &mem),
			    "file.yaml:1:1: the file is in UTF-16; save it as UTF-8.");
	assert_string_equal(read_bytes(SETTINGS_AUTHORITY, "\xFE\xFF\0r\0o\0o", 8, NULL, &mem),
			    "file.yaml:1:1: the file is in UTF-16; save it as UTF-8.");
	assert_string_equal(read_bytes(SETTINGS_AUTHORITY, "r\0o\0o\0", 6, NULL, &mem),
			    "file.yaml:1:1: the file is in UTF-16; save it as UTF-8.");
	assert_string_equal(read_bytes(SETTINGS_AUTHORITY, "rooms: []\n\0more", 15, NULL, &mem),
			    "file.yaml:2:1: there is a character that cannot be seen; delete it.");
	arena_finish(&mem);
}

static char *repeated(struct arena *mem, const char *piece, size_t times)
{
	size_t length = strlen(piece);
	char *text = arena_alloc(mem, length * times + 1);

	assert_non_null(text);
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, piece, length);
	return text;
}

static void a_bomb_does_not_go_off(void **state)
{
	struct arena mem = {0};
	const char *laughs = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n";

	(void)state;
	assert_string_equal(read_text(SETTINGS_AUTHORITY, laughs, NULL, &mem),
			    "file.yaml:1:4: anchors (&) are not understood here; write the value out.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "[", 100000), NULL, &mem),
			    "file.yaml:1:1: the file is larger than 64 KiB; shorten it.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "[", 65000), NULL, &mem),
			    "file.yaml:1:9: lists and maps stand in one another more than 8 deep.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "{a: ", 16000), NULL, &mem),
			    "file.yaml:1:33: lists and maps stand in one another more than 8 deep.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "- ", 32000), NULL, &mem),
			    "file.yaml:1:17: lists and maps stand in one another more than 8 deep.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY,
				      arena_printf(&mem, "rooms: [%s]\n", repeated(&mem, "x,", 3000)), NULL, &mem),
			    "file.yaml:1:4003: the file holds more than 2000 values; shorten it.");
	assert_string_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "? ", 32000), NULL, &mem),
			    "file.yaml:1:3: a key must be one word, not a list or a map.");
	assert_string_not_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "\"", 65000), NULL, &mem), "");
	assert_string_not_equal(read_text(SETTINGS_AUTHORITY, repeated(&mem, "#", 65536), NULL, &mem), "");
	arena_finish(&mem);
}

/* Every beginning of a good file, and every good file with one byte changed, is taken or refused with a place. */
static void a_damaged_file_is_taken_or_refused(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t length = 0; length <= strlen(good); length++) {
		const char *said = read_bytes(SETTINGS_AUTHORITY, good, length, NULL, &mem);
		assert_true(!*said || strncmp(said, "file.yaml:", 10) == 0);
		arena_reset(&mem);
	}
	for (size_t at = 0; at < strlen(good); at++)
		for (int byte = 0; byte < 256; byte++) {
			char bent[sizeof good];
			const char *said;

			memcpy(bent, good, sizeof good);
			bent[at] = (char)byte;
			said = read_bytes(SETTINGS_AUTHORITY, bent, strlen(good), NULL, &mem);
			assert_true(!*said || strncmp(said, "file.yaml:", 10) == 0);
			arena_reset(&mem);
		}
	assert_string_equal(read_text(SETTINGS_AUTHORITY, good, NULL, &mem), "");
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_seen_at_a_glance_is_refused),
		cmocka_unit_test(the_file_may_come_from_another_editor),
		cmocka_unit_test(a_bomb_does_not_go_off),
		cmocka_unit_test(a_damaged_file_is_taken_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
