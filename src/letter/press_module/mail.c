/* Writes a mail as the bytes that are handed to the mail command. */
#include "mail_words.h"
#include "parts.h"

#include "base/text.h"

#include <gmime/gmime.h>
#include <inttypes.h>
#include <string.h>

enum { NAME_CELLS = 120, SUBJECT_CELLS = 200 };

#define CLASSIFICATION "OFFICIAL-SENSITIVE"

static bool check_address(const char *whose, const char *address, struct fault *f)
{
	struct arena mem = {0};

	if (!mail_address_is_good(address))
		fault_set(f, FAULT_REFUSED,
			  "The mail address of %s, \"%s\", cannot be written to. Correct it and send again.", whose,
			  mail_line(&mem, address, 80));
	arena_finish(&mem);
	return mail_address_is_good(address);
}

static bool check_mail(const struct press_mail *mail, struct arena *mem, struct fault *f)
{
	const char *to = mail_line(mem, mail->to_name, 60);
	size_t bytes = 0;

	if (!check_address(*to ? to : "the recipient", mail->to_address, f) ||
	    !check_address("the sender", mail->from_address, f))
		return false;
	if (mail->reply_to && *mail->reply_to && !check_address("the sender for replies", mail->reply_to, f))
		return false;
	if (!message_id_is_good(mail->message_id))
		return fault_set(f, FAULT_REFUSED, "The mail to %s has no name of its own to go by. Make it again.",
				 *to ? to : "the recipient");
	for (size_t i = 0; i < mail->attachment_count; i++)
		bytes += mail->attachments[i].content.count;
	if (bytes > PRESS_MAIL_MOST)
		return fault_set(
			f, FAULT_REFUSED,
			"The files with the mail to %s come to %zu MB; mail takes %d MB. Send them another way.",
			*to ? to : "the recipient", bytes / 1000000, PRESS_MAIL_MOST / 1000000);
	return true;
}

/* In UTF-8 always: left to itself the library would choose the narrowest of many charsets. */
static void add_person(GMimeMessage *message, GMimeAddressType type, const char *name, const char *address)
{
	InternetAddress *person = internet_address_mailbox_new(name && *name ? name : NULL, address);

	internet_address_set_charset(person, "utf-8");
	internet_address_list_add(g_mime_message_get_addresses(message, type), person);
	g_object_unref(person);
}

static const char *subject_line(const struct press_mail *mail, struct arena *mem)
{
	const char *subject = mail_line(mem, mail->subject, SUBJECT_CELLS);

	if (!mail->is_sensitive || strstr(subject, CLASSIFICATION))
		return subject;
	return arena_printf(mem, CLASSIFICATION ": %s", subject);
}

static GMimeMessage *message_head(const struct press_mail *mail, struct arena *mem)
{
	GMimeMessage *message = g_mime_message_new(TRUE);
	GDateTime *at = g_date_time_new_from_unix_utc(mail->at);

	add_person(message, GMIME_ADDRESS_TYPE_FROM, mail_line(mem, mail->from_name, NAME_CELLS), mail->from_address);
	if (mail->reply_to && *mail->reply_to)
		add_person(message, GMIME_ADDRESS_TYPE_REPLY_TO, NULL, mail->reply_to);
	add_person(message, GMIME_ADDRESS_TYPE_TO, mail_line(mem, mail->to_name, NAME_CELLS), mail->to_address);
	g_mime_message_set_subject(message, subject_line(mail, mem), "utf-8");
	if (at) {
		g_mime_message_set_date(message, at);
		g_date_time_unref(at);
	}
	g_mime_message_set_message_id(message, mail->message_id);
	if (mail->is_sensitive)
		g_mime_object_set_header(GMIME_OBJECT(message), "Sensitivity", "Company-Confidential", NULL);
	return message;
}

static GMimeObject *text_part(const char *text, struct arena *mem)
{
	GMimeTextPart *part = g_mime_text_part_new_with_subtype("plain");
	char *lines = arena_text(mem, text), *to = lines;

	for (const char *from = lines; *from; from++)
		if (from[0] != '\r' || from[1] != '\n')
			*to++ = *from;
	if (*lines)
		*to = '\0';
	g_mime_text_part_set_text(part, text_safe(mem, lines, true));
	g_mime_text_part_set_charset(part, "utf-8"); /* last: the text would choose a narrower one */
	g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	return GMIME_OBJECT(part);
}

/* A calendar stands in the mail itself, where mail programs look for an invitation; other files are enclosed. */
static GMimeObject *attachment_part(const struct press_attachment *attachment, struct arena *mem)
{
	const char *media_type = mail_media_type(attachment->media_type);
	GMimeContentType *type = g_mime_content_type_parse(NULL, media_type);
	GMimePart *part = g_mime_part_new();
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)attachment->content.bytes,
								attachment->content.count);
	GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
	bool is_text = g_mime_content_type_is_type(type, "text", "*");

	if (is_text)
		g_mime_content_type_set_parameter(type, "charset", "utf-8");
	g_mime_object_set_content_type(GMIME_OBJECT(part), type);
	g_mime_object_set_disposition(GMIME_OBJECT(part), g_mime_content_type_is_type(type, "text", "calendar")
								  ? GMIME_DISPOSITION_INLINE
								  : GMIME_DISPOSITION_ATTACHMENT);
	g_mime_part_set_filename(part, mail_file_name(mem, attachment->file_name));
	g_mime_part_set_content(part, content);
	g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
	g_object_unref(content);
	g_object_unref(stream);
	g_object_unref(type);
	return GMIME_OBJECT(part);
}

/* The same at every attempt, and found in no part: "=_" stands in neither quoted-printable nor base64. */
static const char *boundary(const char *message_id, struct arena *mem)
{
	uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */

	for (; *message_id; message_id++)
		hash = (hash ^ (unsigned char)*message_id) * UINT64_C(1099511628211);
	return arena_printf(mem, "=_quorate_%016" PRIx64, hash);
}

static GMimeObject *message_body(const struct press_mail *mail, struct arena *mem)
{
	GMimeObject *text = text_part(mail->text, mem);
	GMimeMultipart *whole;

	if (mail->attachment_count == 0)
		return text;
	whole = g_mime_multipart_new_with_subtype("mixed");
	g_mime_multipart_set_boundary(whole, boundary(mail->message_id, mem));
	g_mime_multipart_add(whole, text);
	g_object_unref(text);
	for (size_t i = 0; i < mail->attachment_count; i++) {
		GMimeObject *part = attachment_part(&mail->attachments[i], mem);

		g_mime_multipart_add(whole, part);
		g_object_unref(part);
	}
	return GMIME_OBJECT(whole);
}

static bool write_message(GMimeMessage *message, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	GMimeFormatOptions *options = g_mime_format_options_new();
	GMimeStream *stream = g_mime_stream_mem_new();
	const GByteArray *bytes;
	bool written;

	g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
	g_mime_format_options_set_param_encoding_method(options, GMIME_PARAM_ENCODING_METHOD_RFC2231);
	written = g_mime_object_write_to_stream(GMIME_OBJECT(message), options, stream) > 0;
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	if (written)
		written = bytes_keep(out, bytes->data, bytes->len, mem, f);
	else
		fault_set(f, FAULT_STORAGE, "The mail could not be written. Try again.");
	g_object_unref(stream);
	g_mime_format_options_free(options);
	return written;
}

bool mail_make(const struct press_mail *mail, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	struct arena scratch = {0};
	bool written = false;

	libraries_be_quiet();
	if (check_mail(mail, &scratch, f)) {
		GMimeMessage *message;
		GMimeObject *body;

		g_mime_init();
		message = message_head(mail, &scratch);
		body = message_body(mail, &scratch);
		g_mime_message_set_mime_part(message, body);
		g_object_unref(body);
		written = !arena_exhausted(&scratch) && write_message(message, mem, out, f);
		g_object_unref(message);
		if (arena_exhausted(&scratch))
			fault_set(f, FAULT_MEMORY, "There is not enough memory to write this mail.");
	}
	arena_finish(&scratch);
	return written;
}
