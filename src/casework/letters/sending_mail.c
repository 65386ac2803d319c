/* A mail made of a letter: its text, and what is enclosed as attachments. */
#include "sending_inside.h"

#include "store/paper_store.h"

#include <string.h>

#define LETTER_COLUMNS 78

struct attachment_list {
	struct press_attachment *items;
	size_t count, room;
};

static bool document_as_pdf(const char *kept, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	struct document document;
	const struct document *documents[] = {&document};

	return document_read(kept, mem, &document, f) && press_pdf(documents, 1, mem, out, NULL, f);
}

static const char *calendar_type(const char *content)
{
	return strstr(content, "METHOD:CANCEL") ? "text/calendar; method=CANCEL; charset=utf-8"
						: "text/calendar; method=REQUEST; charset=utf-8";
}

static bool read_paper(struct casework *cw, int64_t id, struct arena *mem, struct press_attachment *out,
		       struct fault *f)
{
	struct paper paper;

	if (!paper_by_id(cw->store, id, mem, &paper, f) ||
	    !paper_read(cw->store, id, mem, &out->content.bytes, &out->content.count, f))
		return false;
	out->media_type = paper.media_type;
	return true;
}

static bool attach(struct casework *cw, const struct enclosure *enclosure, struct arena *mem,
		   struct press_attachment *out, struct fault *f)
{
	*out = (struct press_attachment){.file_name = enclosure->name, .media_type = "application/pdf"};
	switch (enclosure->kind) {
	case ENCLOSURE_CALENDAR:
		out->media_type = calendar_type(enclosure->content);
		out->content = (struct press_bytes){(const unsigned char *)enclosure->content,
						    strlen(enclosure->content)};
		return true;
	case ENCLOSURE_DOCUMENT:
		out->file_name = arena_printf(mem, "%s.pdf", enclosure->name);
		return document_as_pdf(enclosure->content, mem, &out->content, f);
	default: return read_paper(cw, enclosure->paper_id, mem, out, f);
	}
}

static bool attach_all(struct casework *cw, int64_t letter, struct arena *mem, struct attachment_list *out,
		       struct fault *f)
{
	struct enclosure_list enclosed;

	if (!enclosures_of(cw->store, letter, mem, &enclosed, f))
		return false;
	for (size_t i = 0; i < enclosed.count; i++) {
		struct press_attachment *attachment = ARENA_PUSH(mem, out);

		if (!attachment)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to send this letter.");
		if (!attach(cw, &enclosed.items[i], mem, attachment, f))
			return false;
	}
	return true;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

bool sending_mail(struct casework *cw, const struct delivery *delivery, struct arena *mem, struct press_bytes *out,
		  struct fault *f)
{
	const struct settings_carriers *carriers = &casework_settings(cw)->carriers;
	struct attachment_list attachments = {0};
	struct document document;
	struct letter letter;
	struct press_mail mail;

	if (!letter_by_id(cw->store, delivery->letter_id, mem, &letter, f) ||
	    !document_read(letter.content, mem, &document, f) || !attach_all(cw, letter.id, mem, &attachments, f))
		return false;
	mail = (struct press_mail){
		.from_name = or_empty(carriers->from_name),
		.from_address = or_empty(carriers->from_address),
		.reply_to = or_empty(carriers->reply_to),
		.to_name = letter.recipient,
		.to_address = delivery->address,
		.subject = letter.subject,
		.text = document_text(&document, LETTER_COLUMNS, mem),
		.message_id = delivery->message_id,
		.at = delivery->queued_at,
		.attachments = attachments.items,
		.attachment_count = attachments.count,
		.is_sensitive = *document.classification != '\0',
	};
	return press_mail_bytes(&mail, mem, out, f);
}
