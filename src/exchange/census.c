/* A census return read as a stream, one child in memory at a time. The reader fetches nothing, expands nothing, and
 * gives up on anything that no return holds: a document type, a child of many megabytes, elements within elements
 * without end. */
#include "base/text.h"
#include "census_fields.h"

#include "xml_library.h"

#include <string.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *census_error;
#else
typedef xmlErrorPtr census_error;
#endif

enum { CHILD_BYTES_MOST = 4 * 1024 * 1024 };

struct census_source {
	const struct xml_library *xml;
	struct import_run *run;
	struct fault *f;
	int64_t child_began; /* bytes read when the child in hand began */
	bool failed;         /* the fault is set: the disk, or a child beyond all measure */
	bool has_type;       /* a document type, whose entities may have broken the reading before it was met */
	bool is_xml;         /* by its first bytes */
	size_t error_line;   /* where the XML first broke, 0 while it has not */
	char error[120];
};

struct census_heading {
	char collection[16], year[16], authority[16];
};

/* Markup from the first letter on, in UTF-8 or UTF-16. */
static bool begins_xml(const char *bytes, size_t count)
{
	size_t at = count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	if (count >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return true;
	while (at < count && strchr(" \t\r\n", bytes[at]) && bytes[at])
		at++;
	return at < count && bytes[at] == '<';
}

static int source_read(void *payload, char *into, int most)
{
	struct census_source *source = payload;
	bool is_first;
	ptrdiff_t n;

	if (source->failed)
		return -1;
	if (source->run->done - source->child_began > CHILD_BYTES_MOST) {
		source->failed = true;
		fault_set(source->f, FAULT_REFUSED,
			  "%s holds more than 4 MB between one child and the next, so it is not a census return. "
			  "Export it again.",
			  source->run->report->file);
		return -1;
	}
	is_first = source->run->done == 0;
	n = run_bytes(source->run, into, (size_t)most, source->f);
	if (is_first && n > 0)
		source->is_xml = begins_xml(into, (size_t)n);
	source->failed = n < 0;
	return (int)n;
}

static int source_close(void *payload)
{
	(void)payload; /* the file is the caller's */
	return 0;
}

/* Only the first error counts: what follows is its echo. */
static void note_error(void *payload, census_error error)
{
	struct census_source *source = payload;

	if (source->error_line || error->level < XML_ERR_ERROR)
		return;
	source->has_type = error->code == XML_ERR_ENTITY_LOOP;
	source->error_line = error->line > 0 ? (size_t)error->line : 1;
	snprintf(source->error, sizeof source->error, "%s", error->message ? error->message : "");
	source->error[strcspn(source->error, "\n")] = '\0';
}

static bool refuse_type(struct census_source *source)
{
	return fault_set(source->f, FAULT_REFUSED,
			 "%s holds a document type, which no census return does. Export the return again.",
			 source->run->report->file);
}

static bool broken(struct census_source *source, xmlTextReader *reader)
{
	int line = source->xml->xmlTextReaderGetParserLineNumber(reader);

	if (source->failed)
		return false;
	if (source->has_type)
		return refuse_type(source);
	if (!source->is_xml)
		return fault_set(source->f, FAULT_REFUSED,
				 "%s is not XML, and a census return is. Check that it is the right file; a "
				 "spreadsheet is imported as "
				 "people, contacts or requests.",
				 source->run->report->file);
	if (source->error_line == 0)
		source->error_line = line > 0 ? (size_t)line : 1;
	fault_set(source->f, FAULT_REFUSED,
		  "%s breaks off or is damaged at line %zu, so nothing was taken from it. Export the return again.",
		  source->run->report->file, source->error_line);
	fault_detail(source->f, "xml: %s", source->error);
	return false;
}

static bool is_at(const struct census_source *source, xmlTextReader *reader, const char *name)
{
	const char *here = (const char *)source->xml->xmlTextReaderConstLocalName(reader);

	return here && strcmp(here, name) == 0;
}

/* The texts of the heading are short: what does not fit is no year and no authority. */
static void keep_heading(struct census_run *census, const xmlNode *node, const char *name, char *into, size_t room)
{
	const char *text = census_is(node, name) ? census_text(census, node) : NULL;

	if (text)
		snprintf(into, room, "%.*s", (int)text_clip(text, (int)room / 4), text);
}

static void read_heading(struct census_run *census, xmlNode *header, struct census_heading *heading)
{
	for (xmlNode *group = census_element(header->children); group; group = census_element(group->next))
		for (xmlNode *node = census_element(group->children); node; node = census_element(node->next)) {
			keep_heading(census, node, "Collection", heading->collection, sizeof heading->collection);
			keep_heading(census, node, "Year", heading->year, sizeof heading->year);
			keep_heading(census, node, "LEA", heading->authority, sizeof heading->authority);
		}
}

/* Taken all the same: authorities that share a service bring both returns into one file. But nobody may find out later.
 */
static void note_other_authority(struct census_run *census, const struct census_heading *heading)
{
	const char *ours = census->run->sink->la_code;

	if (ours && *ours && heading->authority[0] && strcmp(ours, heading->authority) != 0)
		run_note(census->run, "LEA",
			 "This is the return of authority %s; the case file is authority %s's. Check that it "
			 "is the right file: --dry-run reads it and keeps nothing.",
			 run_quoted(census->run, heading->authority), ours);
}

static bool take_heading(struct census_run *census, xmlNode *header, struct fault *f)
{
	struct census_heading heading = {0};
	struct import_report *report = census->run->report;

	read_heading(census, header, &heading);
	if (heading.collection[0] && strcmp(heading.collection, "CIN") != 0)
		return fault_set(
			f, FAULT_REFUSED,
			"%s is a return of the collection %s, not of children in need (CIN). Name the CIN return.",
			report->file, run_quoted(census->run, heading.collection));
	report->of = text_safe(census->run->mem,
			       arena_printf(&census->run->row, "CIN%s%s%s%s", heading.year[0] ? " " : "", heading.year,
					    heading.authority[0] ? " of authority " : "", heading.authority),
			       false);
	note_other_authority(census, &heading);
	return true;
}

/* The element in hand with all below it. Wrong in itself or cut short: NULL. */
static xmlNode *whole(xmlTextReader *reader, const struct census_source *source)
{
	xmlNode *node = source->xml->xmlTextReaderExpand(reader);

	return source->failed || source->error_line ? NULL : node;
}

static bool is_census_root(struct census_source *source, xmlTextReader *reader)
{
	if (is_at(source, reader, "Message"))
		return true;
	return fault_set(
		source->f, FAULT_REFUSED,
		"%s is not a census return: it begins with <%s>, not with <Message>. Check that it is the right file.",
		source->run->report->file,
		run_quoted(source->run, (const char *)source->xml->xmlTextReaderConstLocalName(reader)));
}

enum onward { ONWARD_STEP, ONWARD_SKIP, ONWARD_STOP };

/* What the node under the reader asks for: its children by themselves, the heading once, everything else passed over.
 */
static enum onward take_node(struct census_run *census, struct census_source *source, xmlTextReader *reader)
{
	int type = source->xml->xmlTextReaderNodeType(reader), depth = source->xml->xmlTextReaderDepth(reader);
	bool is_child = depth == 2 && is_at(source, reader, "Child"),
	     is_header = depth == 1 && is_at(source, reader, "Header");
	xmlNode *node;
	bool ok;

	if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
		refuse_type(source);
		return ONWARD_STOP;
	}
	if (type != XML_READER_TYPE_ELEMENT)
		return ONWARD_STEP;
	if (depth == 0)
		return is_census_root(source, reader) ? ONWARD_STEP : ONWARD_STOP;
	if (depth == 1 && is_at(source, reader, "Children"))
		return ONWARD_STEP;
	source->child_began = source->run->done;
	node = whole(reader, source);
	if (!node) {
		broken(source, reader);
		return ONWARD_STOP;
	}
	if (!is_child && !is_header)
		census_odd(census, node, false);
	ok = is_child ? census_child(census, node, source->f) : !is_header || take_heading(census, node, source->f);
	arena_reset(&census->run->row);
	return ok ? ONWARD_SKIP : ONWARD_STOP;
}

static bool read_all(struct census_run *census, struct census_source *source, xmlTextReader *reader)
{
	int got = source->xml->xmlTextReaderRead(reader);

	while (got == 1) {
		enum onward onward = take_node(census, source, reader);

		if (onward == ONWARD_STOP)
			return false;
		if (onward == ONWARD_STEP)
			source->child_began = source->run->done;
		got = onward == ONWARD_SKIP ? source->xml->xmlTextReaderNext(reader)
					    : source->xml->xmlTextReaderRead(reader);
	}
	if (got < 0 || source->error_line)
		return broken(source, reader);
	census_tell_oddities(census);
	return true;
}

bool run_census(struct import_run *run, struct fault *f)
{
	struct xml_library xml;
	struct census_source source = {.xml = &xml, .run = run, .f = f};
	struct census_run census = {.xml = &xml, .run = run, .child = ""};
	xmlTextReader *reader;
	bool ok;

	if (!xml_library_load(&xml, f))
		return false;
	reader = xml.xmlReaderForIO(source_read, source_close, &source, NULL, NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
					    XML_PARSE_COMPACT);
	if (!reader)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read %s.", run->report->file);
	xml.xmlTextReaderSetStructuredErrorHandler(reader, note_error, &source);
	ok = read_all(&census, &source, reader);
	xml.xmlFreeTextReader(reader);
	return ok;
}
