/* Every letter that is shipped, filled for every reader with much, little and nothing: no gap shows, and nothing that
 * is for others comes in by the template itself. */
#include "letter/template.h"

#include "golden.h"
#include "letter_said.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define DATA_FOLDER SOURCE_FOLDER "/data"

/* The next of a row of numbers that looks like chance and is the same every time. */
static unsigned next_number(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

/* Keeps `of_eight` of eight fields and rows. */
static struct letter_facts facts_for(const struct reader *reader, unsigned of_eight, unsigned *seed, struct arena *mem)
{
	struct letter_facts facts = {0};

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (next_number(seed) % 8 < of_eight)
			facts.top.fields[said[i].field] = said[i].value;
	for (size_t i = 0; i < sizeof said_rows / sizeof *said_rows; i++) {
		struct letter_row *row;
		bool is_first = true; /* a row says at least what it is about */

		if (next_number(seed) % 8 >= of_eight)
			continue;
		row = ARENA_PUSH(mem, &facts.lists[said_rows[i].list]);
		for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
			if (is_first || next_number(seed) % 8 < of_eight)
				row->fields[field] = said_rows[i].row.fields[field];
			is_first = is_first && !row->fields[field];
		}
	}
	for (int i = 0; i < reader->count; i++)
		facts.top.fields[reader->flags[i]] = "yes";
	return facts;
}

/* Marks that a value which was not there has left a gap. */
static const char *const gaps[] = {"{{", "}}", "  ", " ,", " .", " ;",  " :",
				   "( ", " )", "()", ",,", ",.", ": .", " / "};

static const char *gap_in(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
		if (strstr(text, gaps[i]))
			return gaps[i];
	if (length && strchr(",;(", text[length - 1]) && strncmp(text, "Dear ", 5) != 0 && strcmp(text, "Hello,") != 0)
		return "an end that goes on";
	return NULL;
}

/* What a heading or a colon promises must follow. */
static const char *empty_promise(const struct document *document, size_t at)
{
	const struct block *block = &document->blocks.items[at];
	enum block_kind next = at + 1 < document->blocks.count ? block[1].kind : BLOCK_RULE;
	size_t length = strlen(block->text);

	if (block->kind == BLOCK_HEADING && (next == BLOCK_HEADING || next == BLOCK_RULE || next == BLOCK_PAGE))
		return "a heading over nothing";
	if (length && block->text[length - 1] == ':' && (block->kind != BLOCK_PARAGRAPH || next != BLOCK_ITEM))
		return "a colon before nothing";
	return NULL;
}

static void check_letter(const char *name, const struct reader *reader, const struct document *document,
			 struct arena *mem)
{
	const char *text = document_text(document, 78, mem), *wrong = strstr(text, "\n\n\n") ? "two empty lines" : NULL;

	if (gap_in(document->title) || !*document->title)
		fail_msg("%s to %s: the title \"%s\"", name, reader->name, document->title);
	for (size_t i = 0; !wrong && i < document->blocks.count; i++) {
		const struct block *block = &document->blocks.items[i];

		wrong = gap_in(block->text);
		wrong = wrong ? wrong : gap_in(block->label);
		wrong = wrong ? wrong : empty_promise(document, i);
	}
	if (wrong)
		fail_msg("%s to %s shows \"%s\":\n%s", name, reader->name, wrong, text);
}

static struct letter_template *load(enum letter_template_key key, struct arena *mem)
{
	struct fault f = {0};
	struct letter_template *template;

	if (!letter_template_load(key, NULL, DATA_FOLDER, mem, &template, &f))
		fail_msg("%s: %s", letter_template_name(key), f.message);
	return template;
}

static void fill(const struct letter_template *template, const struct letter_facts *facts, struct arena *mem,
		 struct document *out)
{
	struct fault f = {0};

	if (!letter_template_fill(template, facts, mem, out, &f))
		fail_msg("%s", f.message);
}

static void write_letter(enum letter_template_key key, const struct letter_facts *facts, struct arena *mem,
			 struct document *out)
{
	fill(load(key, mem), facts, mem, out);
}

static void no_gap_shows(void **state)
{
	unsigned seed = 421;

	(void)state;
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++) {
		struct arena kept = {0};
		const struct letter_template *template = load((enum letter_template_key)key, &kept);

		for (unsigned n = 0; n < READER_COUNT * 9 * 2; n++) {
			const struct reader *reader = &readers[n % READER_COUNT];
			struct arena mem = {0};
			struct letter_facts facts = facts_for(reader, n / READER_COUNT % 9, &seed, &mem);
			struct document document;

			fill(template, &facts, &mem, &document);
			check_letter(letter_template_name((enum letter_template_key)key), reader, &document, &mem);
			arena_finish(&mem);
		}
		arena_finish(&kept);
	}
}

/* A subject line and a diary are read by others: no child's name stands in a title, and every letter is marked. */
static void titles_name_nobody(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++)
		for (size_t n = 0; n < READER_COUNT; n++) {
			struct arena mem = {0};
			struct letter_facts facts = facts_for(&readers[n], 8, &seed, &mem);
			struct document document;

			write_letter((enum letter_template_key)key, &facts, &mem, &document);
			assert_null(strstr(document.title, "Rahman"));
			assert_null(strstr(document.title, "Ayaan"));
			assert_string_equal(document.classification, "OFFICIAL-SENSITIVE");
			assert_string_equal(document.reference, "C-0421");
			arena_finish(&mem);
		}
}

/* What a letter must say, whoever writes its template anew. */
static const struct {
	enum letter_template_key key;
	size_t reader;
	const char *words;
} musts[] = {
	{LETTER_INVITATION_PARENT, 1, "30 minutes before the start"},
	{LETTER_INVITATION_PARENT, 1, "a friend, a relative, an advocate or a solicitor"},
	{LETTER_INVITATION_PARENT, 1, "An interpreter who speaks Sylheti will be there"},
	{LETTER_INVITATION_PARENT, 1, "Families are not given police reports"},
	{LETTER_INVITATION_PARENT, 1, "Social worker: by Friday 27 March 2026"},
	{LETTER_INVITATION_PARENT, 1, "If you are in hospital or in prison, someone can come in your place"},
	{LETTER_INVITATION_PARENT, 1, "write to the chair"},
	{LETTER_INVITATION_PARENT, 1, "Ring 01632 960 170"},
	{LETTER_INVITATION_PARENT, 2, "before the baby is born"},
	{LETTER_INVITATION_PARENT, 3, "if the plan should go on, change or stop"},
	{LETTER_INVITATION_CHILD, 5, "You can have an advocate"},
	{LETTER_INVITATION_CHILD, 5, "would like to hear from you"},
	{LETTER_INVITATION_CHILD, 6, "You can come to all of the meeting, to part of it, or not at all"},
	{LETTER_INVITATION_PROFESSIONAL, 7, "Flat 3, 18 Canal Street, Northgate NG4 7QP"},
	{LETTER_INVITATION_PROFESSIONAL, 7, "The report is still owed"},
	{LETTER_INVITATION_PROFESSIONAL, 7, "Sign the report"},
	{LETTER_INVITATION_PROFESSIONAL, 9, "We ask the probation service for written information at every conference"},
	{LETTER_POLICE_NOTICE, 8, "never given to the family"},
	{LETTER_INVITATION_SUPPORTER, 13, "in their place"},
	{LETTER_EXCLUSION, 4, "should not be at this meeting"},
	{LETTER_EXCLUSION, 1, "from 10:00 to 10:45"},
	{LETTER_MOVED, 1, "The earlier invitation for Thursday 26 March 2026 at 14:00 no longer holds"},
	{LETTER_POSTPONED, 7, "The earlier invitation for Thursday 26 March 2026 at 14:00 no longer holds"},
	{LETTER_CANCELLED, 6, "The earlier invitation for Thursday 26 March 2026 at 14:00 no longer holds"},
	{LETTER_REPORT_FORM, 7, "Anything our partnership asks as well"},
	{LETTER_REPORT_CHASER, 7, "It is 1 working day late"},
	{LETTER_REPORT_NOT_RECEIVED, 0, "K. Evans, Northgate Primary School"},
	{LETTER_BUNDLE_CONTENTS, 7, "not received, chased twice"},
	{LETTER_BUNDLE_FAMILY, 1, "for you alone"},
	{LETTER_BUNDLE_SENT, 7, "Do not give them to the family"},
	{LETTER_DECISION_PARENT, 1, "There will be a child protection plan"},
	{LETTER_DECISION_PARENT, 1, "physical abuse"},
	{LETTER_DECISION_PARENT, 1, "Ayaan was hurt twice, and nobody could say how."},
	{LETTER_DECISION_PARENT, 1, "Tuesday 14 April 2026"},
	{LETTER_DECISION_PARENT, 1, "Thursday 25 June 2026"},
	{LETTER_DECISION_PARENT, 1, "Please do it by Thursday 30 April 2026"},
	{LETTER_DECISION_PARENT, 1, "You do not have to complain for that"},
	{LETTER_DECISION_PARENT, 1, "You can also ask a friend, an advocate or a solicitor"},
	{LETTER_DECISION_PARENT, 1, "only a court can decide that"},
	{LETTER_DECISION_CHILD, 5, "There will be a plan to help keep you safe"},
	{LETTER_DECISION_CHILD, 5, "The meeting is not your fault"},
	{LETTER_DECISION_CHILD, 6, "An advocate does not work for your social worker"},
	{LETTER_DECISION_CHILD, 6, "You can also complain"},
	{LETTER_DECISION_CHILD, 6, "only a court can decide that"},
	{LETTER_DECISION_PROFESSIONAL, 7, "Tell the lead social worker at once of any change"},
	{LETTER_DECISION_PROFESSIONAL, 7, "your partnership's procedure for professional differences"},
	{LETTER_DECISION_SUPPORTER, 11, "as far as Imran Miah is told"},
	{LETTER_OUTLINE_PLAN, 1, "If Ayaan is hurt again, a legal planning meeting is held."},
	{LETTER_OUTLINE_PLAN, 1, "Meet the parenting worker every week; Nadia Rahman; by Friday 10 April 2026"},
	{LETTER_AGENDA, 0, "The decision for each child, and why"},
	{LETTER_ATTENDANCE_SHEET, 0, "Attendance, 10:45 to 11:30"},
	{LETTER_STATEMENTS, 0, "Nobody may pass it on"},
	{LETTER_PLAN_NOTICE, 7, "943 476 5919"},
	{LETTER_RECORD_SENT, 1, "You do not have to complain for that"},
	{LETTER_RECORD, 1, "The school saw them first."},
	{LETTER_FEEDBACK_PARENT, 1, "not used against you"},
};

static void letters_say_what_they_must(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof musts / sizeof *musts; i++) {
		unsigned seed = 1;
		struct arena mem = {0};
		struct letter_facts facts = facts_for(&readers[musts[i].reader], 8, &seed, &mem);
		struct document document;
		const char *text;

		facts.top.fields[LETTER_FIELD_REPRESENTED_NAME] = "Imran Miah";
		write_letter(musts[i].key, &facts, &mem, &document);
		text = document_text(&document, 100000, &mem);
		if (!strstr(text, musts[i].words))
			fail_msg("%s to %s does not say \"%s\":\n%s", letter_template_name(musts[i].key),
				 readers[musts[i].reader].name, musts[i].words, text);
		arena_finish(&mem);
	}
}

/* Words up to the end of a sentence; *after is what follows it. */
static int sentence_words(const char *text, const char **after)
{
	int words = 0;

	while (*text) {
		size_t length = strcspn(text, " ");
		bool ends = length && strchr(".!?:", text[length - 1]);

		words += length > 0;
		text += length + strspn(text + length, " ");
		if (ends)
			break;
	}
	*after = text;
	return words;
}

/* People in distress, and children, read these: sentences of about eleven words, and none much over twice that. */
static void families_get_short_sentences(void **state)
{
	static const struct {
		enum letter_template_key key;
		size_t reader;
		int most; /* words of the longest */
	} rows[] = {{LETTER_INVITATION_PARENT, 1, 28},
		    {LETTER_INVITATION_PARENT, 3, 28},
		    {LETTER_INVITATION_CHILD, 5, 18},
		    {LETTER_INVITATION_CHILD, 6, 24},
		    {LETTER_EXCLUSION, 4, 28},
		    {LETTER_BUNDLE_FAMILY, 1, 24},
		    {LETTER_MOVED, 1, 24},
		    {LETTER_POSTPONED, 5, 20},
		    {LETTER_CANCELLED, 5, 20},
		    {LETTER_DECISION_PARENT, 1, 24},
		    {LETTER_DECISION_PARENT, 4, 24},
		    {LETTER_DECISION_CHILD, 5, 18},
		    {LETTER_DECISION_CHILD, 6, 21},
		    {LETTER_RECORD_SENT, 1, 24},
		    {LETTER_FEEDBACK_YOUNG, 5, 14},
		    {LETTER_FEEDBACK_OLDER, 6, 18},
		    {LETTER_FEEDBACK_PARENT, 1, 18}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		unsigned seed = 1;
		struct arena mem = {0};
		struct letter_facts facts = facts_for(&readers[rows[i].reader], 8, &seed, &mem);
		struct document document;
		int sentences = 0, words = 0;

		write_letter(rows[i].key, &facts, &mem, &document);
		for (size_t b = 0; b < document.blocks.count; b++) {
			const char *text = document.blocks.items[b].text, *from = text;

			while (document.blocks.items[b].kind == BLOCK_PARAGRAPH && *text) {
				int count = sentence_words(from = text, &text);

				if (count > rows[i].most)
					fail_msg("%s: %d words: %s", letter_template_name(rows[i].key), count, from);
				words += count;
				sentences++;
			}
		}
		assert_in_range(words, 1, sentences * 13);
		arena_finish(&mem);
	}
}

static const struct {
	enum letter_template_key key;
	size_t reader;
	const char *golden;
} goldens[] = {
	{LETTER_INVITATION_PARENT, 1, "letter-parent.txt"},
	{LETTER_INVITATION_CHILD, 5, "letter-child.txt"},
	{LETTER_INVITATION_PROFESSIONAL, 7, "letter-school.txt"},
	{LETTER_INVITATION_SUPPORTER, 11, "letter-solicitor.txt"},
	{LETTER_EXCLUSION, 4, "letter-exclusion.txt"},
	{LETTER_MOVED, 7, "letter-moved.txt"},
	{LETTER_REPORT_FORM, 7, "letter-report-form.txt"},
	{LETTER_BUNDLE_CONTENTS, 7, "letter-bundle.txt"},
	{LETTER_DECISION_PARENT, 1, "letter-decision-parent.txt"},
	{LETTER_DECISION_CHILD, 5, "letter-decision-young.txt"},
	{LETTER_DECISION_CHILD, 6, "letter-decision-older.txt"},
	{LETTER_DECISION_PROFESSIONAL, 7, "letter-decision-school.txt"},
	{LETTER_DECISION_SUPPORTER, 11, "letter-decision-solicitor.txt"},
	{LETTER_OUTLINE_PLAN, 0, "letter-outline-plan.txt"},
	{LETTER_ATTENDANCE_SHEET, 0, "letter-attendance.txt"},
	{LETTER_PLAN_NOTICE, 8, "letter-plan-notice.txt"},
	{LETTER_RECORD, 1, "letter-record.txt"},
	{LETTER_FEEDBACK_YOUNG, 5, "letter-feedback-young.txt"},
};

static void letters_read_as_they_did(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i++) {
		unsigned seed = 1;
		struct arena mem = {0};
		struct letter_facts facts = facts_for(&readers[goldens[i].reader], 8, &seed, &mem);
		struct document document;

		facts.top.fields[LETTER_FIELD_REPRESENTED_NAME] = "Imran Miah";
		write_letter(goldens[i].key, &facts, &mem, &document);
		golden_matches(goldens[i].golden, arena_printf(&mem, "Subject: %s\n\n%s", document.title,
							       document_text(&document, 78, &mem)));
		arena_finish(&mem);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_gap_shows),
		cmocka_unit_test(titles_name_nobody),
		cmocka_unit_test(letters_say_what_they_must),
		cmocka_unit_test(families_get_short_sentences),
		cmocka_unit_test(letters_read_as_they_did),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
