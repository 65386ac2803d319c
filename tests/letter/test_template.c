/* A template is read whole or refused with its place; filled, it holds what the facts say and nothing else. */
#include "letter/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct {
	const char *text, *message, *why;
} refused[] = {
	{"title: T\n---\nDear {{recipient.nmae}},\n",
	 "t:3:6: there is no field \"recipient.nmae\"; did you mean \"recipient.name\"?", "a misspelt field"},
	{"title: T\n---\n\xC3\xA9\xC3\xA9 {{recipient.nmae}}\n",
	 "t:3:4: there is no field \"recipient.nmae\"; did you mean \"recipient.name\"?", "columns count letters"},
	{"title: T\n---\n{{quite.another}}\n",
	 "t:3:1: there is no field \"quite.another\"; docs/letters.md names them all.", "a field near nothing"},
	{"title: T\n---\n{{#each chidren}}\n{{/each}}\n",
	 "t:3:1: there is no list \"chidren\"; did you mean \"children\"?", "a misspelt list"},
	{"title: T\n---\n{{#if waya}}x{{/if}}\n", "t:3:1: there is no field \"waya\"; did you mean \"way\"?",
	 "a misspelt subject"},
	{"title: T\n---\n{{child.name}}\n",
	 "t:3:1: \"child.name\" belongs to a list; write it between {{#each children}} and {{/each}}.",
	 "a field outside its list"},
	{"title: T\n---\n{{#each people}}\n{{child.name}}\n{{/each}}\n",
	 "t:4:1: \"child.name\" belongs to a list; write it between {{#each children}} and {{/each}}.",
	 "a field in another list"},
	{"title: T\n---\n{{children}}\n", "t:3:1: \"children\" is a list; write {{#each children}} ... {{/each}}.",
	 "a list as a field"},
	{"title: T\n---\n{{#if is.child}}\nx\n", "t:3:1: {{#if is.child}} is not closed.", "a section not closed"},
	{"title: T\n---\n{{#if is.child}}\n{{/unless}}\n",
	 "t:4:1: {{/unless}} stands where {{/if}} must close the {{#if is.child}} of line 3.", "closed by another"},
	{"title: T\n---\nx {{/if}}\n", "t:3:3: {{/if}} closes nothing.", "closed without being open"},
	{"title: T\n---\nx {{#if date}} y\n\nz {{/if}}\n",
	 "t:3:3: {{#if date}} begins inside a line and must be closed before that paragraph ends; give it a line of "
	 "its "
	 "own to go over several.",
	 "an inline section over two paragraphs"},
	{"title: T\n---\n# x {{#if date}} y\nz {{/if}}\n",
	 "t:3:5: {{#if date}} begins inside a line and must be closed before that paragraph ends; give it a line of "
	 "its "
	 "own to go over several.",
	 "a heading is one line"},
	{"title: T\n---\n{{#else}}\n", "t:3:1: {{#else}} has no {{#if}} or {{#unless}} before it.", "a lone else"},
	{"title: T\n---\n{{#each ways}}\n{{#else}}\n{{/each}}\n",
	 "t:4:1: {{#else}} has no {{#if}} or {{#unless}} before it.", "a list has no else"},
	{"title: T\n---\n{{#if date}}{{#else}}{{#else}}{{/if}}\n",
	 "t:3:22: {{#else}} is here a second time; the section begins in line 3.", "two elses"},
	{"title: T\n---\n{{#fi date}}{{/if}}\n", "t:3:1: there is no section \"#fi\"; did you mean \"#if\"?",
	 "a misspelt section"},
	{"title: T\n---\n{{#if}}x{{/if}}\n", "t:3:1: a field is not named here.", "a section about nothing"},
	{"title: T\n---\n{{date today}}\n", "t:3:1: a field is one word; \"today\" is more.", "a field of two words"},
	{"title: T\n---\n{{#if date}}{{/if date}}\n", "t:3:13: write {{/if}} without \"date\".", "a close with a name"},
	{"title: T\n---\n{{date\n}}\n", "t:3:1: {{ is not closed by }} in this line.", "a mark over two lines"},
	{"title: T\n---\n{{#each ways}}\n{{#each needs}}\n{{/each}}\n{{/each}}\n",
	 "t:4:1: a list cannot stand inside a list; close {{#each ways}} first.", "a list in a list"},
	{"title: T\n---\n{{#if date}}- x{{/if}}\n",
	 "t:3:13: write the section's mark on a line of its own, above this \"-\".", "an item that is none"},
	{"title: T\n---\n| a | b\n", "t:3:1: a row is written | label | value |.", "a row without its end"},
	{"title: T\n---\n| a |\n", "t:3:1: a row is written | label | value |.", "a row without a value"},
	{"title: T\n---\n| a | b | c |\n", "t:3:9: a row has one label and one value; here is another |.",
	 "three cells"},
	{"title: T\n---\n| a {{#if date}} | b {{/if}} |\n", "t:3:18: a section that begins in a label must end in it.",
	 "a section over two cells"},
	{"title: T\n---\n_ 0\n", "t:3:3: write how many lines to leave, from 1 to 60.", "no lines"},
	{"title: T\n---\n_ 61\n", "t:3:3: write how many lines to leave, from 1 to 60.", "too many lines"},
	{"title: T\n---\n_ some\n", "t:3:3: write how many lines to leave as a number, or as one field.",
	 "lines in words"},
	{"title: T\n---\n\x1B[1m\n", "t:3:1: there is a character that cannot be seen; delete it.", "an escape"},
	{"title: T\n---\nab\xFF\n", "t:3:3: this is not UTF-8 text; save the file as UTF-8.", "not UTF-8"},
	{"title: T\nx\n", "t:2:1: the head holds lines such as \"title: ...\", and ends with ---.",
	 "words in the head"},
	{"title: T\n", "t:1:1: the head does not end; write --- under it.", "a head alone"},
	{"---\nx\n", "t:1:1: the head has no \"title: ...\".", "no title"},
	{"title:\n---\n", "t:1:7: the title is empty; it is the subject of a mail.", "an empty title"},
	{"title: T\ntitle: U\n---\n", "t:2:1: \"title\" is written twice.", "two titles"},
	{"titel: T\n---\n", "t:1:1: the head has no \"titel\"; did you mean \"title\"?", "a misspelt key"},
	{"title: {{#if date}}\n---\n{{/if}}\n", "t:1:8: {{#if date}} is not closed in the title.",
	 "a section from the head into the body"},
	{"title: T\nversion: {{date}}\n---\n", "t:2:10: \"version\" holds no fields; only the title does.",
	 "a field in the version"},
	{"title: T\n---\n{{#if date}}{{#if date}}{{#if date}}{{#if date}}{{#if date}}{{#if date}}{{#if date}}{{#if "
	 "date}}"
	 "{{#if date}}",
	 "t:3:97: more than 8 sections stand inside each other here.", "depth"},
	{"", "t:0:1: the head does not end; write --- under it.", "nothing at all"},
};

static void refuses_with_a_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct arena mem = {0};
		struct fault f = {0};
		struct letter_template *template;

		if (letter_template_parse("t", refused[i].text, strlen(refused[i].text), &mem, &template, &f))
			fail_msg("%s: was taken", refused[i].why);
		if (f.code != FAULT_REFUSED || strcmp(f.message, refused[i].message) != 0)
			fail_msg("%s:\n- %s\n+ %s", refused[i].why, refused[i].message, f.message);
		arena_finish(&mem);
	}
}

static void refuses_too_much(void **state)
{
	static char text[64 * 1024 + 2];
	struct arena mem = {0};
	struct fault f = {0};
	struct letter_template *template;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	memcpy(text, "title: T\n---\n", 13);
	assert_true(letter_template_parse("t", text, sizeof text - 2, &mem, &template, &f));
	assert_false(letter_template_parse("t", text, sizeof text - 1, &mem, &template, &f));
	assert_string_equal(f.message, "t:1:1: the template is larger than 64 KiB.");
	assert_false(letter_template_parse("t", "title: T\n---\na\0b", 16, &mem, &template, &f));
	assert_string_equal(f.message, "t:3:2: this is not UTF-8 text; save the file as UTF-8.");
	arena_finish(&mem);
}

/* One reader: a mother of two, of whom one is yet to be born. */
static struct letter_row children[] = {
	{.fields = {[LETTER_FIELD_CHILD_NAME] = "Ayaan Rahman", [LETTER_FIELD_CHILD_BORN] = "3 March 2014"}},
	{.fields = {[LETTER_FIELD_CHILD_NAME] = "Unborn Rahman"}},
};
static struct letter_row ways[] = {{.fields = {[LETTER_FIELD_WAY] = "write to us"}}, {.fields = {NULL}}};

static struct letter_facts some_facts(void)
{
	struct letter_facts facts = {0};

	facts.top.fields[LETTER_FIELD_RECIPIENT_NAME] = "Nadia Rahman";
	facts.top.fields[LETTER_FIELD_RECIPIENT_ADDRESS] = "2 Mill Lane\n\n  Northgate ";
	facts.top.fields[LETTER_FIELD_IS_PARENT] = "yes";
	facts.top.fields[LETTER_FIELD_CONFERENCE_TIME] = "10:00";
	facts.top.fields[LETTER_FIELD_CONFERENCE_REFERENCE] = "C-0421";
	facts.top.fields[LETTER_FIELD_INTERIM_PLAN] = "{{date}}\n# Not a heading\n- not an item | nor a row |";
	facts.top.fields[LETTER_FIELD_CHASER_EARLIER] = "One ended. \n\n Another\nand a third\n";
	facts.top.fields[LETTER_FIELD_ACCESS] = "  \n ";
	facts.top.fields[LETTER_FIELD_SIGNING] = "a\x1B[31mb\xFFz";
	facts.top.fields[LETTER_FIELD_REPORT_COPIES] = "3";
	facts.top.fields[LETTER_FIELD_FAMILY_NAME] = "many";
	facts.lists[LETTER_LIST_CHILDREN] = (struct letter_row_list){children, 2, 2};
	facts.lists[LETTER_LIST_WAYS] = (struct letter_row_list){ways, 2, 2};
	return facts;
}

/* The body's kept form without its head. */
static const struct {
	const char *body, *kept, *why;
} filled[] = {
	{"Words\ngo on.\n\nOthers.", "paragraph\tWords go on.\nparagraph\tOthers.\n", "paragraphs end at empty lines"},
	{"@ {{recipient.name}}\n@ {{recipient.address}}\n", "address\tNadia Rahman\\n2 Mill Lane\\nNorthgate\n",
	 "an address keeps its lines and no empty one"},
	{"Of {{recipient.address}}.", "paragraph\tOf 2 Mill Lane, Northgate.\n", "an address inside words"},
	{"# Empty\n| Place | {{conference.place}} |\n\n# A\n{{#each needs}}\n- {{need}}\n{{/each}}\n# B\n{{#if "
	 "date}}\nx\n{{/if}}",
	 "", "a heading goes with all that stood under it"},
	{"# Top\n# Under\n| Place | {{conference.place}} |\n| Time | {{conference.time}} |\n# Last",
	 "heading\tTop\nheading\tUnder\nrow\t10:00\tTime\nheading\tLast\n", "and stays when something is left"},
	{"# A\n## B", "heading\tA\nparagraph\t## B\n", "one kind of heading"},
	{"- one\n  more\n- two\nwords", "item\tone more\nitem\ttwo\nparagraph\twords\n",
	 "an item goes on while indented"},
	{"| Time | {{conference.time}} |\n| Place | {{conference.place}} |", "row\t10:00\tTime\n",
	 "a row without a value is not shown"},
	{"|Time|{{conference.time}}, {{conference.place}}|", "row\t10:00,\tTime\n", "no blanks needed"},
	{"- {{conference.place}}, {{conference.link}}\n- x", "item\tx\n", "only the comma was left"},
	{"At {{conference.place}}  noon", "paragraph\tAt noon\n", "no double blank"},
	{"{{access}}", "", "blanks are no value"},
	{"{{#if access}}x{{#else}}y{{/if}}", "paragraph\ty\n", "blanks are not so"},
	{"---\n====\n", "rule\t\npage\t\n", "a rule and a page"},
	{"_ 4\n_ {{report.copies}}\n_ {{date}}\n", "lines\t4\nlines\t3\n", "lines to write on"},
	{"a{{#if is.parent}} b{{/if}}{{#unless is.parent}} c{{/unless}}{{#if children}} d{{/if}}{{#if needs}} e{{/if}}",
	 "paragraph\ta b d\n", "sections inside words"},
	{"{{#if is.child}}\nA.\n\n{{#else}}\nB.\n\n{{/if}}\nC.", "paragraph\tB.\nparagraph\tC.\n",
	 "marks on lines of their own leave no paragraph"},
	{"Words\n{{#if is.parent}}\ngo on\n{{/if}}\nhere.", "paragraph\tWords go on here.\n", "nor do they end one"},
	{"{{#each children}}\n- {{child.name}}{{#if child.born}}, {{child.born}}{{/if}}\n{{/each}}",
	 "item\tAyaan Rahman, 3 March 2014\nitem\tUnborn Rahman\n", "once for each row"},
	{"{{#each ways}}\n- You can {{way}}.\n{{/each}}", "item\tYou can write to us.\nitem\tYou can .\n",
	 "words stay; the row was there"},
	{"{{#each needs}}\n- {{need}}\n{{/each}}\nx", "paragraph\tx\n", "an empty list"},
	{"{{#each children}}\n{{child.name}}\n\n{{#if is.parent}}p{{/if}}\n\n{{/each}}",
	 "paragraph\tAyaan Rahman\nparagraph\tp\nparagraph\tUnborn Rahman\nparagraph\tp\n",
	 "what is above can be named"},
	{"{{chaser.earlier}}", "paragraph\tOne ended. Another; and a third\n",
	 "a line of a value ends as it did, or with a semicolon"},
	{"{{interim.plan}}", "paragraph\t{{date}}; # Not a heading; - not an item | nor a row |\n",
	 "a value is never markup"},
	{"{{interim.plan}}\n@ {{interim.plan}}",
	 "paragraph\t{{date}}; # Not a heading; - not an item | nor a row |\naddress\t{{date}}\\n# Not a heading\\n- "
	 "not "
	 "an "
	 "item | nor a row |\n",
	 "not even where its lines are kept"},
	{"{{signing}}", "paragraph\ta\xEF\xBF\xBD[31mb\xEF\xBF\xBDz\n", "a value is safe"},
	{"  {{#each children}}\n\t- {{ child.name }}\r\n  {{/each}}\r\n", "item\tAyaan Rahman\nitem\tUnborn Rahman\n",
	 "blanks inside marks, tabs and the other line end"},
	{"- {{#if is.parent}}one\n  two{{/if}}", "item\tone two\n", "a section over the lines of an item"},
};

static void fills(void **state)
{
	struct letter_facts facts = some_facts();

	(void)state;
	for (size_t i = 0; i < sizeof filled / sizeof *filled; i++) {
		struct arena mem = {0};
		struct fault f = {0};
		struct letter_template *template;
		struct document out;
		const char *text = arena_printf(&mem, "title: T\n---\n%s", filled[i].body), *kept;

		if (!letter_template_parse("t", text, strlen(text), &mem, &template, &f) ||
		    !letter_template_fill(template, &facts, &mem, &out, &f))
			fail_msg("%s: %s", filled[i].why, f.message);
		kept = strstr(document_keep(&out, &mem), "language\ten-GB\n") + strlen("language\ten-GB\n");
		if (strcmp(kept, filled[i].kept) != 0)
			fail_msg("%s:\n--- wanted\n%s--- got\n%s", filled[i].why, filled[i].kept, kept);
		arena_finish(&mem);
	}
}

static void fills_the_head(void **state)
{
	static const char text[] = "\xEF\xBB\xBFversion: 7\nlanguage: cy\nclassification: OFFICIAL\n"
				   "title: For {{recipient.name}}{{#if date}} on {{date}}{{/if}}\n---\nx\n";
	struct letter_facts facts = some_facts();
	struct arena mem = {0};
	struct fault f = {0};
	struct letter_template *template;
	struct document out;

	(void)state;
	assert_true(letter_template_parse("t", text, sizeof text - 1, &mem, &template, &f));
	assert_string_equal(letter_template_version(template), "7");
	assert_true(letter_template_fill(template, &facts, &mem, &out, &f));
	assert_string_equal(out.title, "For Nadia Rahman");
	assert_string_equal(out.classification, "OFFICIAL");
	assert_string_equal(out.language, "cy");
	assert_string_equal(out.reference, "C-0421");
	arena_finish(&mem);
}

static void refuses_lines_that_are_no_number(void **state)
{
	static const char text[] = "title: T\n---\n_ {{family.name}}\n";
	struct letter_facts facts = some_facts();
	struct arena mem = {0};
	struct fault f = {0};
	struct letter_template *template;
	struct document out;

	(void)state;
	assert_true(letter_template_parse("t", text, sizeof text - 1, &mem, &template, &f));
	assert_false(letter_template_fill(template, &facts, &mem, &out, &f));
	assert_string_equal(f.message, "Lines to write on are counted from 1 to 60; \"many\" was given.");
	arena_finish(&mem);
}

static void names_are_found_again(void **state)
{
	enum letter_template_key found;

	(void)state;
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++) {
		assert_true(letter_template_from_name(letter_template_name((enum letter_template_key)key), &found));
		assert_int_equal(found, key);
		assert_true(*letter_template_description(found));
	}
	assert_false(letter_template_from_name("invitation", &found));
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void the_authority_s_own_comes_first(void **state)
{
	char folder[] = "/tmp/quorate-letters-XXXXXX";
	struct arena mem = {0};
	struct fault f = {0};
	struct letter_template *template;
	const char *path;

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_false(letter_template_load(LETTER_MOVED, folder, folder, &mem, &template, &f));
	assert_int_equal(f.code, FAULT_NOT_FOUND);
	assert_true(letter_template_load(LETTER_MOVED, folder, SOURCE_FOLDER "/data", &mem, &template, &f));
	assert_string_equal(letter_template_version(template), "1");
	assert_int_equal(mkdir(arena_printf(&mem, "%s/letters", folder), 0700), 0);
	path = arena_printf(&mem, "%s/letters/moved", folder);
	write_file(path, "title: Ours\nversion: 2\n---\nx\n");
	assert_true(letter_template_load(LETTER_MOVED, folder, SOURCE_FOLDER "/data", &mem, &template, &f));
	assert_string_equal(letter_template_version(template), "2");
	write_file(path, "title: Ours\n---\n{{x}}\n");
	assert_false(letter_template_load(LETTER_MOVED, folder, SOURCE_FOLDER "/data", &mem, &template, &f));
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_non_null(strstr(f.message, "letters/moved:3:1: "));
	unlink(path);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_false(letter_template_load(LETTER_MOVED, folder, SOURCE_FOLDER "/data", &mem, &template, &f));
	assert_int_equal(f.code, FAULT_STORAGE);
	rmdir(path);
	rmdir(arena_printf(&mem, "%s/letters", folder));
	rmdir(folder);
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_with_a_place),
		cmocka_unit_test(refuses_too_much),
		cmocka_unit_test(fills),
		cmocka_unit_test(fills_the_head),
		cmocka_unit_test(refuses_lines_that_are_no_number),
		cmocka_unit_test(names_are_found_again),
		cmocka_unit_test(the_authority_s_own_comes_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
