/* Reports from outside become one file that can be read and cannot act. */
#include "letter/press.h"

#include "pdf_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct desk {
	struct arena mem;
	struct press_bytes pdf;
	struct fault fault;
	int pages;
};

static int begin(void **state)
{
	static struct desk desk;

	memset(&desk, 0, sizeof desk);
	*state = &desk;
	return 0;
}

static int finish(void **state)
{
	arena_finish(&((struct desk *)*state)->mem);
	return 0;
}

static struct press_bytes bytes_of(const char *text)
{
	return (struct press_bytes){(const unsigned char *)text, strlen(text)};
}

/* Objects 1 and 2 are the catalog and the pages; there is no table of objects, as in many files that were damaged on
 * their way and can be mended. */
static struct press_bytes by_hand(struct desk *desk, const char *catalog, const char *objects, const char *trailer)
{
	return bytes_of(arena_printf(&desk->mem,
				     "%%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n%s\n"
				     "trailer\n<< /Root 1 0 R %s >>\n%%%%EOF\n",
				     catalog, objects, trailer));
}

#define ONE_PAGE                                                                                                       \
	"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>\nendobj\n"                         \
	"3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n"

/* A report of so many pages, each with its number in words of its own. */
static struct press_bytes report(struct desk *desk, const char *name, int pages)
{
	struct document document = {.title = name, .classification = "", .reference = "", .language = "en-GB"};
	const struct document *documents[] = {&document};
	struct press_bytes out;

	for (int i = 1; i <= pages; i++) {
		struct block *text = ARENA_PUSH(&desk->mem, &document.blocks);

		*text = (struct block){BLOCK_PARAGRAPH, arena_printf(&desk->mem, "%s leaf %d.", name, i), ""};
		text = ARENA_PUSH(&desk->mem, &document.blocks);
		*text = (struct block){BLOCK_PAGE, "", ""};
	}
	assert_true(press_pdf(documents, 1, &desk->mem, &out, NULL, &desk->fault));
	return out;
}

static void merge(struct desk *desk, const struct press_part *parts, size_t count)
{
	if (!press_merge("Bundle for Ọ̀ṣúndé", parts, count, &desk->mem, &desk->pdf, &desk->fault))
		fail_msg("%s (%s)", desk->fault.message, desk->fault.detail);
	assert_true(press_count_pages("it", &desk->pdf, &desk->pages, &desk->fault));
}

static void assert_in_order(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *at = strstr(text, words[i]);

		if (!at)
			fail_msg("\"%s\" is not where it belongs in:\n%s", words[i], text);
		text = at + 1;
	}
}

static void pages_come_in_order_under_their_names(void **state)
{
	static const char *const words[] = {"School leaf 1", "School leaf 2", "Police leaf 1", "GP leaf 1",
					    "GP leaf 2",     "GP leaf 3",     "School leaf 1"};
	static const char *const outline[] = {"page=\"1\">School report, K. Évans<", "page=\"3\">Police<",
					      "page=\"4\">GP<", "page=\"7\">The school again<"};
	struct desk *desk = *state;
	const struct press_part parts[] = {{"School report, K. Évans", report(desk, "School", 2)},
					   {"Police", report(desk, "Police", 1)},
					   {"GP\r\nsurgery", report(desk, "GP", 3)},
					   {"The school again", report(desk, "School", 2)}};
	const char *about;

	merge(desk, parts, 4);
	assert_int_equal(desk->pages, 8);
	assert_in_order(pdf_view("pdftotext %s -", &desk->pdf, &desk->mem), words, 7);
	about = pdf_view("pdftohtml -xml -i -stdout %s", &desk->pdf, &desk->mem);
	assert_in_order(about, outline, 2);
	assert_in_order(about, outline + 3, 1);
	about = pdf_view("pdfinfo %s", &desk->pdf, &desk->mem);
	assert_non_null(strstr(about, "Title:           Bundle for Ọ̀ṣúndé\n"));
	assert_null(strstr(about, "Date"));
	assert_null(strstr(about, "Warning"));
}

static void the_same_parts_give_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	const struct press_part parts[] = {{"School", report(desk, "School", 2)}, {"GP", report(desk, "GP", 1)}};
	const struct timespec moment = {0, 10000000};
	struct press_bytes first;
	time_t second;

	merge(desk, parts, 2);
	first = desk->pdf;
	for (second = time(NULL); time(NULL) == second;) /* nothing in the file is made from the clock */
		nanosleep(&moment, NULL);
	merge(desk, parts, 2);
	assert_int_equal(first.count, desk->pdf.count);
	assert_memory_equal(first.bytes, desk->pdf.bytes, first.count);
}

/* A page that holds everything that can act, and a form that the school filled in. */
static const char acting_catalog[] =
	"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /JavaScript /JS (close\\(2\\)) >> >> "
	"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (names\\(3\\)) >>] >> "
	"/EmbeddedFiles << /Names [(virus.exe) 9 0 R] >> >> /AcroForm << /Fields [6 0 R] >>";
static const char acting_objects[] =
	"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] "
	"/Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
	"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /AA << /O << /S /JavaScript /JS (page\\(4\\)) >> >> "
	"/Annots [6 0 R 7 0 R 8 0 R 11 0 R 12 0 R 14 0 R] >>\nendobj\n"
	"4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 12 Tf 72 700 Td (The report) Tj ET     \nendstream\nendobj\n"
	"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
	"6 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (views) /V (Attends daily) /F 4 "
	"/Rect [72 600 300 620] /AP << /N 13 0 R >> /AA << /K << /S /JavaScript /JS (key\\(5\\)) >> >> >>\nendobj\n"
	"7 0 obj\n<< /Type /Annot /Subtype /Link /Rect [72 500 300 520] /A << /S /Launch /F (format.exe) >> "
	">>\nendobj\n"
	"8 0 obj\n<< /Type /Annot /Subtype /FileAttachment /Rect [72 400 90 420] /FS 9 0 R >>\nendobj\n"
	"9 0 obj\n<< /Type /Filespec /F (virus.exe) /EF << /F 10 0 R >> >>\nendobj\n"
	"10 0 obj\n<< /Type /EmbeddedFile /Length 4 >>\nstream\nevil\nendstream\nendobj\n"
	"11 0 obj\n<< /Type /Annot /Subtype /Link /Rect [72 300 300 320] /A << /S /URI /URI (https://school.example/) "
	"/Next << /S /JavaScript /JS 15 0 R >> >> >>\nendobj\n"
	"12 0 obj\n<< /Type /Annot /Subtype /Link /Rect [72 200 300 220] /A << /S /JavaScript /JS (link\\(7\\)) >> "
	">>\nendobj\n"
	"15 0 obj\n<< /Length 7 >>\nstream\nnext(6)\nendstream\nendobj\n"
	"14 0 obj\n<< /Type /Annot /Subtype /Link /Rect [72 100 300 120] /A << /S /URI /URI (file:///etc/passwd) >> "
	">>\nendobj\n"
	"13 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /F1 5 0 R >> >> "
	"/Length 46 >>\nstream\nBT /F1 12 Tf 2 5 Td (Attends daily) Tj ET       \nendstream\nendobj";

static void what_acts_is_left_out_and_what_was_written_stays(void **state)
{
	static const char *const acts[] = {"close(2)", "names(3)", "page(4)", "key(5)", "link(7)"};
	struct desk *desk = *state;
	struct press_part part = {"School", by_hand(desk, acting_catalog, acting_objects, "")};
	const char *before = pdf_view("pdfinfo -js %s", &part.pdf, &desk->mem), *text;

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (!strstr(before, acts[i]))
			fail_msg("the part does not act by %s: %s", acts[i], before);
	assert_non_null(strstr(pdf_view("pdftohtml -xml -i -stdout %s", &part.pdf, &desk->mem), "Attends daily"));
	assert_null(strstr(pdf_view("pdfdetach -list %s", &part.pdf, &desk->mem), "0 embedded files"));
	merge(desk, &part, 1);
	assert_non_null(strstr(pdf_view("pdfinfo %s", &desk->pdf, &desk->mem), "JavaScript:      no"));
	text = pdf_view("pdfinfo -js %s", &desk->pdf, &desk->mem);
	assert_null(strchr(text, '('));
	assert_non_null(strstr(pdf_view("pdfdetach -list %s", &desk->pdf, &desk->mem), "0 embedded files"));
	text = pdf_view("pdftotext %s -", &desk->pdf, &desk->mem);
	assert_non_null(strstr(text, "The report"));
	assert_non_null(strstr(text, "Attends daily"));
	text = pdf_view("pdfinfo -url %s", &desk->pdf, &desk->mem);
	assert_non_null(strstr(text, "https://school.example/"));
	assert_null(strstr(text, "passwd"));
	assert_null(memmem(desk->pdf.bytes, desk->pdf.count, "evil", 4));
	assert_null(memmem(desk->pdf.bytes, desk->pdf.count, "next(6)", 7));
}

#define LOCK                                                                                                           \
	"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "                                 \
	"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "                                                               \
	"/O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> "                                       \
	"/U <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> >>"

static const struct {
	const char *why, *catalog, *objects, *trailer, *says;
} refused[] = {
	{"a password", "", ONE_PAGE, LOCK, "The school's report asks for a password."},
	{"a lock nobody knows", "", ONE_PAGE,
	 "/ID [<00> <00>] /Encrypt << /Filter /Elsewhere /V 9 /R 9 /P -4 /O (x) /U (y) >>",
	 "The school's report is locked in a way that cannot be read here."},
	{"no page at all", "", "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n", "",
	 "The school's report is damaged and cannot be read."},
	{"pages that are not there", "", "", "", "The school's report is damaged and cannot be read."},
	{"pages that hold themselves", "", "2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n", "",
	 "The school's report is damaged and cannot be read."},
};

static void assert_refused(struct desk *desk, const char *why, const struct press_bytes *bytes, const char *says)
{
	struct press_part parts[] = {{"The surgery's report", report(desk, "GP", 1)}, {"The school's report", *bytes}};

	if (press_count_pages("The school's report", bytes, &desk->pages, &desk->fault) ||
	    desk->fault.code != FAULT_REFUSED || !strstr(desk->fault.message, says))
		fail_msg("%s: counted, or \"%s\"", why, desk->fault.message);
	desk->fault = (struct fault){0};
	if (press_merge("Bundle", parts, 2, &desk->mem, &desk->pdf, &desk->fault) ||
	    desk->fault.code != FAULT_REFUSED || !strstr(desk->fault.message, says))
		fail_msg("%s: merged, or \"%s\"", why, desk->fault.message);
}

static void a_part_that_cannot_be_read_is_named(void **state)
{
	struct desk *desk = *state;
	struct press_bytes bytes, whole = report(desk, "School", 1);

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		bytes = by_hand(desk, refused[i].catalog, refused[i].objects, refused[i].trailer);
		assert_refused(desk, refused[i].why, &bytes, refused[i].says);
	}
	bytes = bytes_of("");
	assert_refused(desk, "nothing", &bytes, "The school's report is not a PDF.");
	bytes = bytes_of("PK\003\004 a document of a word processor");
	assert_refused(desk, "another kind of file", &bytes, "The school's report is not a PDF.");
	bytes = (struct press_bytes){whole.bytes, 300};
	assert_refused(desk, "cut short on its way", &bytes, "The school's report is damaged");
}

/* Standard error, held back in a file while a library may speak. */
struct held_back {
	FILE *file;
	int before;
};

static void hold_back(struct held_back *held)
{
	fflush(stderr);
	held->file = tmpfile();
	held->before = dup(STDERR_FILENO);
	assert_non_null(held->file);
	assert_true(dup2(fileno(held->file), STDERR_FILENO) >= 0);
}

/* How many bytes were written to it. */
static long let_go(struct held_back *held)
{
	long said;

	fflush(stderr);
	said = lseek(STDERR_FILENO, 0, SEEK_END);
	dup2(held->before, STDERR_FILENO);
	close(held->before);
	fclose(held->file);
	return said;
}

/* No damage ends the program, writes to its terminal or gives anything but a PDF or a sentence. */
static void no_damage_does_harm(void **state)
{
	struct desk *desk = *state;
	struct press_bytes whole = by_hand(desk, acting_catalog, acting_objects, "");
	unsigned char *broken = arena_alloc(&desk->mem, whole.count);
	uint32_t random = 20260402;
	struct held_back terminal;
	int taken = 0, left = 0;

	assert_non_null(broken);
	hold_back(&terminal);
	for (int round = 0; round < 300; round++) {
		struct press_part part = {"School", {broken, whole.count}};

		memcpy(broken, whole.bytes, whole.count);
		for (int i = 0; i < 12; i++) {
			random = random * 1664525 + 1013904223;
			broken[(random >> 8) % whole.count] = (unsigned char)(random >> 3);
		}
		desk->fault = (struct fault){0};
		if (press_merge("Bundle", &part, 1, &desk->mem, &desk->pdf, &desk->fault)) {
			taken++;
			assert_true(press_count_pages("it", &desk->pdf, &desk->pages, &desk->fault));
		} else {
			left++;
			assert_true(desk->fault.message[0]);
		}
	}
	assert_int_equal(let_go(&terminal), 0);
	assert_true(taken > 0);
	assert_true(left > 0);
}

static void an_empty_bundle_is_refused(void **state)
{
	struct desk *desk = *state;

	assert_false(press_merge("Bundle", NULL, 0, &desk->mem, &desk->pdf, &desk->fault));
	assert_int_equal(desk->fault.code, FAULT_REFUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pages_come_in_order_under_their_names, begin, finish),
		cmocka_unit_test_setup_teardown(the_same_parts_give_the_same_bytes, begin, finish),
		cmocka_unit_test_setup_teardown(what_acts_is_left_out_and_what_was_written_stays, begin, finish),
		cmocka_unit_test_setup_teardown(a_part_that_cannot_be_read_is_named, begin, finish),
		cmocka_unit_test_setup_teardown(no_damage_does_harm, begin, finish),
		cmocka_unit_test_setup_teardown(an_empty_bundle_is_refused, begin, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
