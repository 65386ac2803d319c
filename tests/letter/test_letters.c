/* Every letter that is shipped, filled for every reader with much, little and nothing: no gap shows, and nothing that
 * is for others comes in by the template itself. */
#include "letter/template.h"

#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define DATA_FOLDER SOURCE_FOLDER "/data"

/* What a letter to anybody could say. */
static const struct {
	enum letter_field field;
	const char *value;
} said[] = {
	{LETTER_FIELD_RECIPIENT_NAME, "Nadia Rahman"},
	{LETTER_FIELD_RECIPIENT_ADDRESS, "Flat 3\n18 Canal Street\nNorthgate NG4 7QP"},
	{LETTER_FIELD_RECIPIENT_GREETING, "Nadia Rahman"},
	{LETTER_FIELD_RECIPIENT_CAPACITY, "mother"},
	{LETTER_FIELD_RECIPIENT_METHOD, "post"},
	{LETTER_FIELD_AUTHORITY_NAME, "Northgate Council"},
	{LETTER_FIELD_AUTHORITY_ADDRESS, "Child Protection Conferences\nCivic Centre\nNorthgate NG1 1AA"},
	{LETTER_FIELD_AUTHORITY_PHONE, "01632 960 144"},
	{LETTER_FIELD_AUTHORITY_EMAIL, "conferences@northgate.example"},
	{LETTER_FIELD_AUTHORITY_COMPLAINTS,
	 "Ring 01632 960 170 or write to the complaints manager at the Civic Centre."},
	{LETTER_FIELD_SENDER_NAME, "Marcus Oyelaran"},
	{LETTER_FIELD_DATE, "Thursday 12 March 2026"},
	{LETTER_FIELD_CONFERENCE_REFERENCE, "C-0421"},
	{LETTER_FIELD_CONFERENCE_TYPE, "initial"},
	{LETTER_FIELD_CONFERENCE_DAY, "Thursday 2 April 2026"},
	{LETTER_FIELD_CONFERENCE_TIME, "10:00"},
	{LETTER_FIELD_CONFERENCE_ENDS, "11:30"},
	{LETTER_FIELD_CONFERENCE_ARRIVE, "09:30"},
	{LETTER_FIELD_CONFERENCE_ARRIVE_EARLY, "30"},
	{LETTER_FIELD_CONFERENCE_PLACE, "Room 2, Civic Centre"},
	{LETTER_FIELD_CONFERENCE_LINK, "https://meet.northgate.example/c0421"},
	{LETTER_FIELD_CONFERENCE_REASON, "Ayaan was seen with bruises that his parents explained in different ways."},
	{LETTER_FIELD_CONFERENCE_CHAIR, "Si\xC3\xA2n Pritchard"},
	{LETTER_FIELD_CONFERENCE_CHAIR_TITLE, "conference chair"},
	{LETTER_FIELD_CONFERENCE_SOCIAL_WORKER, "Tom Adeyemi"},
	{LETTER_FIELD_FAMILY_NAME, "Rahman"},
	{LETTER_FIELD_STRATEGY_DAY, "Tuesday 10 March 2026"},
	{LETTER_FIELD_INTERPRETER_LANGUAGE, "Sylheti"},
	{LETTER_FIELD_SIGNING, "British Sign Language"},
	{LETTER_FIELD_ACCESS, "step-free"},
	{LETTER_FIELD_SUPPORTER_NAME, "Ruth Kowalczyk"},
	{LETTER_FIELD_SOLICITOR_NAME, "J. Achterberg of Achterberg and Lowe"},
	{LETTER_FIELD_CHILDCARE, "a crèche place for Samira"},
	{LETTER_FIELD_TRANSPORT, "a taxi there and back"},
	{LETTER_FIELD_ADVOCATE_OFFERED, "yes"},
	{LETTER_FIELD_ENCOURAGE_AGE, "12"},
	{LETTER_FIELD_REPLY_BY, "Thursday 26 March 2026"},
	{LETTER_FIELD_REPORT_TITLE, "Agency report"},
	{LETTER_FIELD_REPORT_DUE, "Tuesday 31 March 2026"},
	{LETTER_FIELD_REPORT_DAYS, "2 working days before the conference"},
	{LETTER_FIELD_REPORT_COPIES, "10"},
	{LETTER_FIELD_REPORT_SHARE_BY, "Tuesday 31 March 2026"},
	{LETTER_FIELD_REPORT_OWED_BY, "K. Evans, Northgate Primary School"},
	{LETTER_FIELD_CHASER_NUMBER, "second"},
	{LETTER_FIELD_CHASER_LATE, "1 working day late"},
	{LETTER_FIELD_CHASER_EARLIER, "Thursday 12 March 2026, Thursday 26 March 2026"},
	{LETTER_FIELD_MANAGER_NAME, "Priya Nair"},
	{LETTER_FIELD_EXCLUSION_PART, "from 10:00 to 10:45"},
	{LETTER_FIELD_EXCLUSION_REASON,
	 "You and another person in the family should not be in one room, because a court has said so."},
	{LETTER_FIELD_EXCLUSION_OTHER_WAY,
	 "The chair will meet you on Monday 30 March at 15:00, if you would like that."},
	{LETTER_FIELD_EXCLUSION_RECORD, "You will get the decision and the record of the part you came to."},
	{LETTER_FIELD_WAS_DAY, "Thursday 26 March 2026"},
	{LETTER_FIELD_WAS_TIME, "14:00"},
	{LETTER_FIELD_CHANGE_REASON, "the interpreter was not free"},
	{LETTER_FIELD_CHANGE_AGREED_BY, "Si\xC3\xA2n Pritchard, conference chair"},
	{LETTER_FIELD_INTERIM_PLAN,
	 "Your social worker visits twice a week.\nThe children stay with their grandmother."},
	{LETTER_FIELD_BUNDLE_MADE, "Wednesday 1 April 2026 at 10:00"},
};

struct said_row {
	enum letter_list list;
	struct letter_row row;
};

static const struct said_row said_rows[] = {
	{LETTER_LIST_CHILDREN,
	 {{[LETTER_FIELD_CHILD_NAME] = "Ayaan Rahman",
	   [LETTER_FIELD_CHILD_GIVEN] = "Ayaan",
	   [LETTER_FIELD_CHILD_BORN] = "3 March 2014",
	   [LETTER_FIELD_CHILD_ADDRESS] = "Flat 3\n18 Canal Street\nNorthgate NG4 7QP",
	   [LETTER_FIELD_CHILD_ALSO_KNOWN] = "Ayan Miah"}}},
	{LETTER_LIST_CHILDREN,
	 {{[LETTER_FIELD_CHILD_NAME] = "Samira Rahman",
	   [LETTER_FIELD_CHILD_GIVEN] = "Samira",
	   [LETTER_FIELD_CHILD_BORN] = "19 November 2023"}}},
	{LETTER_LIST_PEOPLE,
	 {{[LETTER_FIELD_PERSON_NAME] = "K. Evans",
	   [LETTER_FIELD_PERSON_CAPACITY] = "school",
	   [LETTER_FIELD_PERSON_AGENCY] = "Northgate Primary School"}}},
	{LETTER_LIST_PEOPLE,
	 {{[LETTER_FIELD_PERSON_NAME] = "Dr O. Marsh", [LETTER_FIELD_PERSON_CAPACITY] = "family doctor"}}},
	{LETTER_LIST_PEOPLE, {{[LETTER_FIELD_PERSON_AGENCY] = "Northgate Police"}}},
	{LETTER_LIST_ADULTS,
	 {{[LETTER_FIELD_ADULT_NAME] = "Nadia Rahman",
	   [LETTER_FIELD_ADULT_RELATIONSHIP] = "mother",
	   [LETTER_FIELD_ADULT_BORN] = "8 July 1991",
	   [LETTER_FIELD_ADULT_ADDRESS] = "Flat 3\n18 Canal Street\nNorthgate NG4 7QP",
	   [LETTER_FIELD_ADULT_RESPONSIBILITY] = "yes"}}},
	{LETTER_LIST_ADULTS,
	 {{[LETTER_FIELD_ADULT_NAME] = "Imran Miah", [LETTER_FIELD_ADULT_RELATIONSHIP] = "father of Samira"}}},
	{LETTER_LIST_REPORTS,
	 {{[LETTER_FIELD_REPORT_AGENCY] = "Social worker",
	   [LETTER_FIELD_REPORT_FROM] = "Tom Adeyemi",
	   [LETTER_FIELD_REPORT_BY] = "Friday 27 March 2026",
	   [LETTER_FIELD_REPORT_RECEIVED] = "Monday 30 March 2026",
	   [LETTER_FIELD_REPORT_PAGE] = "2"}}},
	{LETTER_LIST_REPORTS,
	 {{[LETTER_FIELD_REPORT_AGENCY] = "Northgate Primary School",
	   [LETTER_FIELD_REPORT_FROM] = "K. Evans",
	   [LETTER_FIELD_REPORT_NOTE] = "a spreadsheet, put beside the bundle"}}},
	{LETTER_LIST_MISSING,
	 {{[LETTER_FIELD_MISSING_AGENCY] = "Health visitor",
	   [LETTER_FIELD_MISSING_WHY] = "not received, chased twice"}}},
	{LETTER_LIST_MISSING, {{[LETTER_FIELD_MISSING_AGENCY] = "Probation"}}},
	{LETTER_LIST_WAYS, {{[LETTER_FIELD_WAY] = "write to the chair"}}},
	{LETTER_LIST_WAYS, {{[LETTER_FIELD_WAY] = "speak to the chair by telephone on Monday 30 March"}}},
	{LETTER_LIST_NEEDS, {{[LETTER_FIELD_NEED] = "A quiet room is kept for you."}}},
	{LETTER_LIST_PARTS,
	 {{[LETTER_FIELD_PART_TIME] = "10:00 to 10:45", [LETTER_FIELD_PART_WHO] = "you and your adviser"}}},
	{LETTER_LIST_PARTS, {{[LETTER_FIELD_PART_TIME] = "10:45 to 11:30", [LETTER_FIELD_PART_WHO] = "the others"}}},
	{LETTER_LIST_QUESTIONS,
	 {{[LETTER_FIELD_QUESTION] = "Anything our partnership asks as well", [LETTER_FIELD_QUESTION_LINES] = "3"}}},
};

/* Who may be written to: what is "yes" for each. */
static const struct reader {
	const char *name;
	enum letter_field flags[5];
	int count;
} readers[] = {
	{"nobody in particular", {0}, 0},
	{"mother", {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_PARENT, LETTER_FIELD_IS_INITIAL}, 3},
	{"mother, of an unborn child",
	 {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_PARENT, LETTER_FIELD_IS_INITIAL, LETTER_FIELD_IS_PRE_BIRTH},
	 4},
	{"aunt, of a review", {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_REVIEW}, 2},
	{"father kept out",
	 {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_PARENT, LETTER_FIELD_IS_REVIEW, LETTER_FIELD_EXCLUSION_WHOLE},
	 4},
	{"young child",
	 {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_CHILD, LETTER_FIELD_IS_YOUNG, LETTER_FIELD_IS_FROM_CHAIR,
	  LETTER_FIELD_IS_INITIAL},
	 5},
	{"older child", {LETTER_FIELD_IS_FAMILY, LETTER_FIELD_IS_CHILD, LETTER_FIELD_IS_REVIEW}, 3},
	{"school", {LETTER_FIELD_IS_PROFESSIONAL, LETTER_FIELD_IS_INITIAL}, 2},
	{"police", {LETTER_FIELD_IS_PROFESSIONAL, LETTER_FIELD_IS_POLICE, LETTER_FIELD_REPORT_NOT_SHARED}, 3},
	{"probation", {LETTER_FIELD_IS_PROFESSIONAL, LETTER_FIELD_IS_PROBATION, LETTER_FIELD_IS_REVIEW}, 3},
	{"friend", {LETTER_FIELD_IS_SUPPORTER}, 1},
	{"solicitor", {LETTER_FIELD_IS_SUPPORTER, LETTER_FIELD_IS_SOLICITOR}, 2},
	{"advocate", {LETTER_FIELD_IS_SUPPORTER, LETTER_FIELD_IS_ADVOCATE}, 2},
	{"grandmother in place of a father in prison", {LETTER_FIELD_IS_REPRESENTATIVE}, 1},
	{"interpreter", {LETTER_FIELD_IS_INTERPRETER}, 1},
};
#define READER_COUNT (sizeof readers / sizeof *readers)

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
		    {LETTER_CANCELLED, 5, 20}};

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
