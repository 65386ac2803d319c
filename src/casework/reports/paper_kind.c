/* What kind of file a paper is, and what it may be called. */
#include "base/text.h"
#include "paper_file.h"

#include <string.h>
#include <strings.h>

#define MOST_NAME_BYTES 120
#define PDF_WITHIN      1024 /* readers accept a header that begins this far in */

/* How files begin. An ending narrows the containers that several kinds share. */
static const struct {
	const char *begins;
	size_t bytes;
	const char *ending, *media_type;
} kinds[] = {
	{"\x89PNG\r\n\x1a\n", 8, "", "image/png"},
	{"\xff\xd8\xff", 3, "", "image/jpeg"},
	{"II*\0", 4, "", "image/tiff"},
	{"MM\0*", 4, "", "image/tiff"},
	{"GIF8", 4, "", "image/gif"},
	{"PK\x03\x04", 4, ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{"PK\x03\x04", 4, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{"PK\x03\x04", 4, ".odt", "application/vnd.oasis.opendocument.text"},
	{"PK\x03\x04", 4, ".ods", "application/vnd.oasis.opendocument.spreadsheet"},
	{"PK\x03\x04", 4, "", "application/zip"},
	{"\xd0\xcf\x11\xe0", 4, ".doc", "application/msword"},
	{"\xd0\xcf\x11\xe0", 4, ".xls", "application/vnd.ms-excel"},
	{"\xd0\xcf\x11\xe0", 4, ".msg", "application/vnd.ms-outlook"},
	{"{\\rtf", 5, "", "application/rtf"},
};

static const struct {
	const char *begins, *words;
} kind_words[] = {
	{"application/pdf", "a PDF"},
	{"image/", "a picture"},
	{"application/msword", "a Word document"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml", "a Word document"},
	{"application/vnd.oasis.opendocument.text", "a text document"},
	{"application/rtf", "a text document"},
	{"application/vnd.ms-excel", "a spreadsheet"},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml", "a spreadsheet"},
	{"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"},
	{"application/vnd.ms-outlook", "an e-mail"},
	{"message/", "an e-mail"},
	{"text/", "a text file"},
	{"application/zip", "an archive"},
};

static bool ends(const char *name, const char *ending)
{
	size_t all = strlen(name), bytes = strlen(ending);

	return all >= bytes && strcasecmp(name + all - bytes, ending) == 0;
}

static bool is_plain_text(const unsigned char *bytes, size_t count)
{
	return !memchr(bytes, 0, count) && text_is_utf8((const char *)bytes, count);
}

const char *paper_media_type(const char *name, const unsigned char *bytes, size_t count)
{
	if (memmem(bytes, count < PDF_WITHIN ? count : PDF_WITHIN, "%PDF-", 5))
		return "application/pdf";
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (count >= kinds[i].bytes && memcmp(bytes, kinds[i].begins, kinds[i].bytes) == 0 &&
		    ends(name, kinds[i].ending))
			return kinds[i].media_type;
	if (!is_plain_text(bytes, count))
		return "application/octet-stream";
	return ends(name, ".eml") ? "message/rfc822" : "text/plain";
}

const char *paper_kind_words(const char *media_type)
{
	for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++)
		if (strncmp(media_type, kind_words[i].begins, strlen(kind_words[i].begins)) == 0)
			return kind_words[i].words;
	return "a file of another kind";
}

/* A name that is too long loses its middle, never its ending. */
static char *shortened(const char *name, struct arena *mem)
{
	const char *ending = strrchr(name, '.');
	size_t all = strlen(name), keep = MOST_NAME_BYTES, at = 0;

	if (all <= MOST_NAME_BYTES)
		return arena_text(mem, name);
	if (!ending || strlen(ending) > 8)
		ending = "";
	keep -= strlen(ending);
	for (size_t next; (next = text_cluster(name + at)) && at + next <= keep;)
		at += next;
	return arena_printf(mem, "%.*s%s", (int)at, name, ending);
}

const char *paper_safe_name(const char *path, struct arena *mem)
{
	static const char never[] = "/\\:*?\"<>|";
	const char *slash = strrchr(path, '/');
	const char *safe = text_safe(mem, slash ? slash + 1 : path, false);
	char *out = arena_text(mem, safe), *to = out;
	uint32_t code;

	for (const char *at = safe; *at;) {
		size_t bytes = text_decode(at, &code);

		if (code == 0xfffd || (code < 0x80 && strchr(never, (int)code))) {
			*to++ = '_';
		} else {
			memcpy(to, at, bytes);
			to += bytes;
		}
		at += bytes;
	}
	*to = '\0';
	out += strspn(out, ".- ");
	while (*out && (to[-1] == ' ' || to[-1] == '.'))
		*--to = '\0';
	return *out ? shortened(out, mem) : "paper";
}
