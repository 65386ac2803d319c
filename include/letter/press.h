/* PDF, mail and calendar files. The libraries behind them (pangocairo, qpdf, GMime, libical) are four times the memory
 * of a session, so they live in a module of their own, loaded at the first letter and never by a session that sends
 * none. Every call loads it when needed: FAULT_STORAGE with a sentence when it is not installed. */
#ifndef LETTER_PRESS_H
#define LETTER_PRESS_H

#include "domain/date.h"
#include "letter/document.h"

struct press_bytes {
	const unsigned char *bytes;
	size_t count;
};

/* One PDF of all documents, each on pages of its own numbered from 1: A4, any script, tagged title and language,
 * classification and page number in every foot. *pages may be NULL. */
bool press_pdf(const struct document *const *documents, size_t count, struct arena *mem, struct press_bytes *out,
	       int *pages, struct fault *f);

/* How many pages a PDF has; FAULT_REFUSED when it is not one, is damaged beyond repair or asks for a password. `name`
 * is what the sentence calls it. */
bool press_count_pages(const char *name, const struct press_bytes *pdf, int *pages, struct fault *f);

/* One PDF of several, in order, with an outline entry named after each and its own page labels left out. */
struct press_part {
	const char *name; /* "School report, K. Evans" */
	struct press_bytes pdf;
};
bool press_merge(const char *title, const struct press_part *parts, size_t count, struct arena *mem,
		 struct press_bytes *out, struct fault *f);

/* --- Mail --- */
struct press_attachment {
	const char *file_name;  /* made safe here */
	const char *media_type; /* "application/pdf", "text/calendar; method=REQUEST" */
	struct press_bytes content;
};
/* Bytes of all attachments together: most mail servers take no more once these are encoded. */
#define PRESS_MAIL_MOST 24000000

struct press_mail {
	const char *from_name, *from_address, *reply_to; /* reply_to "" none */
	const char *to_name, *to_address;
	const char *subject, *text;
	const char *message_id; /* "letter-42.1@case-file.example": stays the same at every attempt */
	int64_t at;             /* Unix seconds */
	const struct press_attachment *attachments;
	size_t attachment_count;
	bool is_sensitive; /* "Sensitivity: Company-Confidential" and the classification in the subject */
};
/* RFC 5322 bytes with CRLF. No header can be added by anything typed: line breaks and control characters in a name,
 * address, subject or file name are refused or made plain. FAULT_REFUSED naming the address that cannot be written to.
 */
bool press_mail_bytes(const struct press_mail *mail, struct arena *mem, struct press_bytes *out, struct fault *f);

/* Whether mail can be addressed to this: something, one @, a host with a dot; no blanks, brackets or commas. Pure, and
 * needs no module. */
bool mail_address_is_good(const char *address);

/* --- Calendar --- */
/* Published: a list for a diary that reads it again; it asks nobody for an answer and needs no organiser. */
enum calendar_method { CALENDAR_REQUEST, CALENDAR_CANCEL, CALENDAR_PUBLISH };
struct calendar_event {
	const char *uid; /* stays the same for the conference and reader */
	int sequence;    /* counts up at each change */
	enum calendar_method method;
	bool is_cancelled;   /* of a published one: it stands there to be taken out */
	const char *summary; /* never a child's name: it stands in other people's diaries */
	const char *place, *description;
	const char *organiser_name, *organiser_address, *attendee_name, *attendee_address;
	day_number day;
	int starts, minutes; /* since midnight in Europe/London; a published one: -1, some time that day */
	int64_t stamp;       /* Unix seconds */
};
/* RFC 5545 with a VTIMEZONE for Europe/London; several events make one calendar (method of the first). */
bool press_calendar(const struct calendar_event *events, size_t count, struct arena *mem, struct press_bytes *out,
		    struct fault *f);

#endif
