/* A mail is read as it was meant by any server, whatever was typed into it. */
#include "letter/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct desk {
	struct arena mem;
	struct press_mail mail;
	struct press_attachment attachments[3];
	struct press_bytes out;
	struct fault fault;
};

static int begin(void **state)
{
	static struct desk desk;

	memset(&desk, 0, sizeof desk);
	desk.mail = (struct press_mail){.from_name = "Conference unit",
					.from_address = "conferences@newham.example",
					.reply_to = "",
					.to_name = "Oluwaseun Adébáyọ̀",
					.to_address = "o.adebayo@mail.example",
					.subject = "Your conference",
					.text = "Dear Ms Adébáyọ̀,\n\nFrom here on.\n.\nYours\n",
					.message_id = "letter-42.1@case-file.example",
					.at = 1775120400,
					.attachments = desk.attachments};
	*state = &desk;
	return 0;
}

static int finish(void **state)
{
	arena_finish(&((struct desk *)*state)->mem);
	return 0;
}

static const char *write_mail(struct desk *desk)
{
	if (!press_mail_bytes(&desk->mail, &desk->mem, &desk->out, &desk->fault))
		fail_msg("%s", desk->fault.message);
	return arena_text_n(&desk->mem, (const char *)desk->out.bytes, desk->out.count);
}

static void attach(struct desk *desk, const char *file_name, const char *media_type, const char *content)
{
	desk->attachments[desk->mail.attachment_count++] = (struct press_attachment){
		file_name, media_type, {(const unsigned char *)content, strlen(content)}};
}

/* The head unfolded, one header a line. */
static const char *head(struct desk *desk, const char *mail)
{
	const char *end = strstr(mail, "\r\n\r\n");
	char *text, *to;

	assert_non_null(end);
	text = to = arena_text_n(&desk->mem, mail, (size_t)(end - mail) + 2);
	for (const char *from = text; *from; from++)
		if (from[0] == '\r' && from[1] == '\n' && (from[2] == ' ' || from[2] == '\t'))
			from += 1;
		else
			*to++ = *from;
	*to = '\0';
	return text;
}

static void assert_holds(const char *text, const char *expected)
{
	if (!strstr(text, expected))
		fail_msg("\"%s\" is not in:\n%s", expected, text);
}

static void a_plain_mail_reads_so(void **state)
{
	struct desk *desk = *state;
	const char *mail, *about;

	desk->mail.to_name = "Ann Smith";
	desk->mail.text = "Dear Ann,\n\nSee you on 2 April.\n";
	desk->mail.reply_to = "desk@newham.example";
	mail = write_mail(desk);
	about = head(desk, mail);
	assert_holds(about, "From: Conference unit <conferences@newham.example>\r\n");
	assert_holds(about, "Reply-To: desk@newham.example\r\n");
	assert_holds(about, "To: Ann Smith <o.adebayo@mail.example>\r\n");
	assert_holds(about, "Subject: Your conference\r\n");
	assert_holds(about, "Date: Thu, 02 Apr 2026 09:00:00 +0000\r\n");
	assert_holds(about, "Message-Id: <letter-42.1@case-file.example>\r\n");
	assert_holds(about, "MIME-Version: 1.0\r\n");
	assert_holds(about, "Content-Type: text/plain; charset=utf-8\r\n");
	assert_holds(about, "Content-Transfer-Encoding: quoted-printable\r\n");
	assert_null(strcasestr(about, "Auto-Submitted"));
	assert_null(strcasestr(about, "Sensitivity"));
	assert_holds(mail, "\r\n\r\nDear Ann,\r\n\r\nSee you on 2 April.\r\n");
}

static void letters_of_every_alphabet_travel_in_utf8(void **state)
{
	struct desk *desk = *state;
	const char *mail, *about;

	desk->mail.subject = "Zaproszenie dla rodziny Łukasiewicz – 欧阳修";
	desk->mail.from_name = "Zoë";
	mail = write_mail(desk);
	about = head(desk, mail);
	assert_null(strcasestr(mail, "iso-8859"));
	assert_holds(about, "From: =?UTF-8?");
	assert_holds(mail, "Dear Ms Ad=C3=A9b=C3=A1y=E1=BB=8D=CC=80,\r\n");
	for (const char *at = mail; *at; at++)
		assert_in_range((unsigned char)*at, 1, 126);
}

static void every_line_ends_as_mail_has_it(void **state)
{
	struct desk *desk = *state;
	const char *mail;
	size_t line = 0;

	desk->mail.text = "one\r\ntwo\nthree\n\nlast without an end";
	attach(desk, "report.pdf", "application/pdf", "%PDF-1.7\nx\r\ny");
	mail = write_mail(desk);
	for (const char *at = mail; *at; at++, line++) {
		if (*at == '\r')
			assert_int_equal(at[1], '\n');
		if (*at == '\n') {
			assert_int_equal(at[-1], '\r');
			assert_true(line <= 998);
			line = 0;
		}
	}
	assert_holds(mail, "\r\n\r\none\r\ntwo\r\nthree\r\n\r\nlast without an end");
	assert_string_equal(mail + strlen(mail) - 2, "\r\n");
}

static void a_sensitive_mail_says_so(void **state)
{
	struct desk *desk = *state;
	const char *about;

	desk->mail.is_sensitive = true;
	about = head(desk, write_mail(desk));
	assert_holds(about, "Subject: OFFICIAL-SENSITIVE: Your conference\r\n");
	assert_holds(about, "Sensitivity: Company-Confidential\r\n");
	desk->mail.subject = "OFFICIAL-SENSITIVE Your conference";
	about = head(desk, write_mail(desk));
	assert_holds(about, "Subject: OFFICIAL-SENSITIVE Your conference\r\n");
}

static void files_and_an_invitation_go_with_it(void **state)
{
	struct desk *desk = *state;
	const char *mail;

	attach(desk, "conference.ics", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
	attach(desk, "Bericht für Ọ̀ṣúndé.pdf", "application/pdf", "Man");
	attach(desk, "x", "a\r\nBcc: x@y.example", "Man");
	mail = write_mail(desk);
	assert_holds(head(desk, mail), "Content-Type: multipart/mixed; boundary=\"=_quorate_");
	assert_holds(mail, "Content-Type: text/calendar; method=REQUEST; charset=utf-8");
	assert_holds(mail, "Content-Disposition: inline; filename=conference.ics\r\n");
	assert_holds(mail, "Content-Type: application/pdf");
	assert_holds(mail, "\tname*=UTF-8''Bericht%20f%C3%BCr%20%E1%BB%8C%CC%80%E1%B9%A3%C3%BAnd%C3%A9.pdf");
	assert_holds(mail, "Content-Type: application/octet-stream");
	assert_holds(mail, "Content-Transfer-Encoding: base64\r\n");
	assert_holds(mail, "\r\n\r\nTWFu\r\n");
	assert_holds(mail, "QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=");
	assert_null(strstr(mail, "Bcc"));
}

static void the_same_mail_gives_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	const char *first;

	attach(desk, "report.pdf", "application/pdf", "%PDF-1.7");
	first = write_mail(desk);
	assert_string_equal(first, write_mail(desk));
}

/* None of these can begin a header of its own, wherever it was typed. */
static void nothing_typed_becomes_a_header(void **state)
{
	static const char *const typed[] = {
		"A\r\nBcc: x@y.example",
		"A\nBcc: x@y.example",
		"A\rBcc: x@y.example",
		"A\r\n\r\nBcc: x@y.example",
		"\r\nBcc: x@y.example",
		"\nBcc: x@y.example\n",
		"A\xe2\x80\xa8"
		"Bcc: x@y.example",
		"A\xc2\x85"
		"Bcc: x@y.example",
		"A\v\fBcc: x@y.example",
		"A\" <z@y.example>\r\nBcc: x@y.example",
		"=?utf-8?q?A=0D=0ABcc:_x@y.example?=",
		"A, x@y.example",
		"\\\"",
		"A\xff\r\nBcc: x@y.example",
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		const char *mail, *about;
		int people = 0;
		bool quoted = false;

		desk->mail.from_name = desk->mail.to_name = desk->mail.subject = typed[i];
		desk->mail.attachment_count = 0;
		attach(desk, typed[i], typed[i], "x");
		mail = write_mail(desk);
		about = head(desk, mail);
		if (strstr(mail, "\nBcc") || strstr(mail, "\rBcc") || strstr(about, "\nx@y"))
			fail_msg("%s became:\n%s", typed[i], mail);
		for (const char *at = strstr(about, "To: "); *at != '\r'; at++)
			if (*at == '"' && at[-1] != '\\')
				quoted = !quoted;
			else
				people += *at == '<' && !quoted;
		assert_int_equal(people, 1);
		assert_holds(about, "<o.adebayo@mail.example>\r\n");
	}
}

static void very_long_texts_are_cut_or_folded(void **state)
{
	struct desk *desk = *state;
	char *name = arena_alloc(&desk->mem, 20001);
	const char *mail;

	memset(name, 'n', 20000);
	desk->mail.from_name = desk->mail.to_name = desk->mail.subject = name;
	attach(desk, arena_printf(&desk->mem, "%s.pdf", name), "application/pdf", "x");
	mail = write_mail(desk);
	assert_true(strlen(mail) < 4000);
	assert_holds(mail, "filename*0");
}

static const struct {
	const char *why, *typed, *name;
} names[] = {
	{"as it is", "report.pdf", "report.pdf"},
	{"a folder before it", "../../etc/passwd", "passwd"},
	{"a folder of another system", "C:\\Users\\ann\\report.pdf", "report.pdf"},
	{"a hidden file", ".profile", "profile"},
	{"nothing but dots", "...", "attachment"},
	{"nothing", "", "attachment"},
	{"a stream of another system", "report.pdf:evil", "report.pdf-evil"},
	{"an ending in dots and blanks", "report.exe. . ", "report.exe"},
	{"text turned round to hide its ending",
	 "report\xe2\x80\xae"
	 "fdp.exe",
	 "\"report fdp.exe\""},
};

static void file_names_are_made_safe(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *mail;

		desk->mail.attachment_count = 0;
		attach(desk, names[i].typed, "application/pdf", "x");
		mail = write_mail(desk);
		if (!strstr(mail, arena_printf(&desk->mem, "Content-Disposition: attachment; filename=%s\r\n",
					       names[i].name)))
			fail_msg("%s:\n%s", names[i].why, mail);
	}
}

static void assert_refused(struct desk *desk, const char *says)
{
	assert_false(press_mail_bytes(&desk->mail, &desk->mem, &desk->out, &desk->fault));
	assert_int_equal(desk->fault.code, FAULT_REFUSED);
	assert_holds(desk->fault.message, says);
}

static void what_cannot_be_sent_is_named(void **state)
{
	struct desk *desk = *state;
	struct press_mail good = desk->mail;

	desk->mail.to_address = "a@b.example\r\nBcc: x@y.example";
	assert_refused(desk, "The mail address of Oluwaseun Adébáyọ̀, \"a@b.example Bcc: x@y.example\", cannot");
	desk->mail = good;
	desk->mail.from_address = "conferences";
	assert_refused(desk, "The mail address of the sender, \"conferences\", cannot");
	desk->mail = good;
	desk->mail.reply_to = "a b@c.example";
	assert_refused(desk, "for replies, \"a b@c.example\"");
	desk->mail = good;
	desk->mail.message_id = "a>\r\nBcc: x@y.example";
	assert_refused(desk, "no name of its own");
	desk->mail = good;
	attach(desk, "film.mp4", "video/mp4", "");
	desk->attachments[0].content.count = 200000000; /* never looked at */
	desk->mail.attachment_count = 1;
	assert_refused(desk, "come to 200 MB; mail takes 24 MB");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_plain_mail_reads_so, begin, finish),
		cmocka_unit_test_setup_teardown(letters_of_every_alphabet_travel_in_utf8, begin, finish),
		cmocka_unit_test_setup_teardown(every_line_ends_as_mail_has_it, begin, finish),
		cmocka_unit_test_setup_teardown(a_sensitive_mail_says_so, begin, finish),
		cmocka_unit_test_setup_teardown(files_and_an_invitation_go_with_it, begin, finish),
		cmocka_unit_test_setup_teardown(the_same_mail_gives_the_same_bytes, begin, finish),
		cmocka_unit_test_setup_teardown(nothing_typed_becomes_a_header, begin, finish),
		cmocka_unit_test_setup_teardown(very_long_texts_are_cut_or_folded, begin, finish),
		cmocka_unit_test_setup_teardown(file_names_are_made_safe, begin, finish),
		cmocka_unit_test_setup_teardown(what_cannot_be_sent_is_named, begin, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
