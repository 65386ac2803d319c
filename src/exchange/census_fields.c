/* Elements of a census group read into a struct by a table, each problem said with its child, line, element and remedy.
 */
#include "census_fields.h"
#include "base/text.h"
#include "written.h"

#include <string.h>

enum { ODDITIES_MOST = 100, TEXT_MOST = 64 };

xmlNode *census_element(xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

bool census_is(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

size_t census_line(const struct census_run *census, const xmlNode *node)
{
	long line = census->xml->xmlGetLineNo(node);

	return line > 0 ? (size_t)line : 0;
}

const char *census_text(struct census_run *census, const xmlNode *node)
{
	struct arena *mem = &census->run->row;
	const char *all = "";

	for (const xmlNode *part = node->children; part; part = part->next)
		if ((part->type == XML_TEXT_NODE || part->type == XML_CDATA_SECTION_NODE) && part->content)
			all = all[0] ? arena_printf(mem, "%s%s", all, (const char *)part->content)
				     : arena_text(mem, (const char *)part->content);
	all = text_tidy(mem, all + strspn(all, " \t\r\n"), true);
	return all && !strchr(all, '\n') && strlen(all) <= TEXT_MOST ? all : NULL;
}

/* Appended to a problem: what it cost. */
static const char *cost(const struct census_field *field, const char *group, struct arena *mem)
{
	if (field->weight == WEIGHT_NONE)
		return arena_printf(mem, "The field was left out. %s", field->remedy);
	return arena_printf(mem, "The whole of %s was left out. %s", group, field->remedy);
}

static bool refuse(struct census_run *census, const char *group, const xmlNode *node, const struct census_field *field,
		   const char *said, const char *wrong)
{
	run_problem(census->run, census_line(census, node), census->child, field->element, "%s %s %s",
		    said ? run_quoted(census->run, said) : "What stands here", wrong,
		    cost(field, group, &census->run->row));
	return false;
}

static bool number_of(const char *text, int *out)
{
	size_t digits = strspn(text, "0123456789");

	*out = 0;
	if (digits == 0 || digits > 3 || text[digits])
		return false;
	for (size_t i = 0; i < digits; i++)
		*out = *out * 10 + (text[i] - '0');
	return true;
}

/* A return writes the year first, and nothing else is guessed. */
static const char *understand_day(const char *text, day_number *place)
{
	enum written_date read = WRITTEN_NO_DATE;

	if (strspn(text, "0123456789") == 4 && text[4] == '-')
		read = written_date(text, place);
	if (read == WRITTEN_DATE_NOT_REAL)
		return "is not a real date between 1900 and 2200.";
	return read == WRITTEN_DATE ? "" : "is not a date as year-month-day.";
}

/* The words for what is wrong; "" when the text was understood and put into its place. */
static const char *understand(struct census_run *census, enum census_kind kind, const char *text, void *place)
{
	enum yes_no answer = ANSWER_UNKNOWN;

	switch (kind) {
	case CENSUS_TEXT: *(const char **)place = arena_text(&census->run->row, text); return "";
	case CENSUS_DATE: return understand_day(text, place);
	case CENSUS_YES_NO:
	case CENSUS_BOOLEAN:
		if (!text[0] || !written_yes_no(text, &answer) || answer == ANSWER_UNKNOWN)
			return "is neither true nor false.";
		if (kind == CENSUS_YES_NO)
			*(enum yes_no *)place = answer;
		else
			*(bool *)place = answer == ANSWER_YES;
		return "";
	case CENSUS_SEX: return written_sex(text, place) ? "" : "is not a sex of the census.";
	case CENSUS_CATEGORY:
		return category_from_token(text, place) ? "" : "is not a category of abuse of the census.";
	case CENSUS_NUMBER: return number_of(text, place) ? "" : "is not a whole number from 0 to 999.";
	case CENSUS_PASSED_OVER:
	case CENSUS_NOT_KEPT: break;
	}
	return "";
}

bool census_value(struct census_run *census, const char *group, const xmlNode *node, const struct census_field *field,
		  void *into)
{
	const char *text = census_text(census, node);
	const char *wrong;

	if (!text)
		return refuse(census, group, node, field, NULL,
			      "is too long or holds a character that cannot be shown.");
	if (!text[0] && field->weight != WEIGHT_NEEDED)
		return true; /* an empty element says as much as none */
	if (!text[0])
		return refuse(census, group, node, field, NULL, "is empty.");
	wrong = understand(census, field->kind, text, into);
	return !wrong[0] || refuse(census, group, node, field, text, wrong);
}

static const struct census_field *field_of(const struct census_fields *fields, const xmlNode *node)
{
	for (size_t i = 0; i < fields->count; i++)
		if (census_is(node, fields->fields[i].element))
			return &fields->fields[i];
	return NULL;
}

static bool missing(struct census_run *census, const struct census_fields *fields, const xmlNode *group,
		    const struct census_field *field)
{
	run_problem(census->run, census_line(census, group), census->child, field->element, "is missing. %s",
		    cost(field, fields->group, &census->run->row));
	return false;
}

bool census_group(struct census_run *census, const struct census_fields *fields, xmlNode *group, void *into)
{
	unsigned seen = 0; /* bit per field */
	bool stands = true;

	for (xmlNode *node = census_element(group->children); node; node = census_element(node->next)) {
		const struct census_field *field = field_of(fields, node);

		if (!field || field->kind == CENSUS_NOT_KEPT)
			census_odd(census, node, field != NULL);
		if (!field || field->kind == CENSUS_PASSED_OVER || field->kind == CENSUS_NOT_KEPT)
			continue;
		seen |= 1U << (field - fields->fields);
		if (!census_value(census, fields->group, node, field, (char *)into + field->offset) &&
		    field->weight != WEIGHT_NONE)
			stands = false;
	}
	for (size_t i = 0; i < fields->count; i++)
		if (fields->fields[i].weight == WEIGHT_NEEDED && !(seen & 1U << i))
			stands = missing(census, fields, group, &fields->fields[i]);
	return stands;
}

const char *census_codes(struct census_run *census, xmlNode *wrapper, const char *name)
{
	const char *all = "";

	for (xmlNode *node = census_element(wrapper->children); node; node = census_element(node->next)) {
		const char *code = census_is(node, name) ? census_text(census, node) : NULL;

		if (!census_is(node, name))
			census_odd(census, node, false);
		if (code && code[0])
			all = arena_joined(&census->run->row, all, " ", code);
	}
	return all;
}

void census_odd(struct census_run *census, const xmlNode *node, bool is_known)
{
	struct census_oddity_list *list = &census->oddities;
	struct census_oddity *oddity;

	for (size_t i = 0; i < list->count; i++)
		if (census_is(node, list->items[i].element)) {
			list->items[i].times++;
			return;
		}
	if (list->count == ODDITIES_MOST)
		return;
	oddity = ARENA_PUSH(census->run->mem, list);
	if (oddity)
		*oddity = (struct census_oddity){arena_text(census->run->mem, (const char *)node->name), is_known, 1};
}

void census_tell_oddities(struct census_run *census)
{
	for (size_t i = 0; i < census->oddities.count; i++) {
		const struct census_oddity *oddity = &census->oddities.items[i];

		run_note(census->run, run_quoted(census->run, oddity->element),
			 oddity->is_known
				 ? "Quorate does not keep this element, so it was left out (%zu in the file)."
				 : "This element is not part of the census, so it was left out (%zu in the file).",
			 oddity->times);
	}
}
