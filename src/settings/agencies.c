/* Which agencies are asked to a conference of what kind, and which are told of a plan, from agencies.yaml. */
#include "fields.h"
#include "files.h"

enum { NAME_MOST = 80, SOURCE_MOST = 200, OLDEST_CHILD = 17 };

enum { FOR_BORN, FOR_UNBORN, FOR_ALL };
static const char *const whom[] = {[FOR_BORN] = "born", [FOR_UNBORN] = "unborn", [FOR_ALL] = "all", NULL};

enum { REPORT_NO };
static const char *const report_words[] = {[REPORT_NO] = "none",  "agency", "social_work", "police",
					   "written_information", NULL};

/* One line of the file, before its words are put to use. */
struct standing_entry {
	struct settings_standing standing;
	int children, report;
};

#define MEMBER(name, field_kind, member, ...)                                                                          \
	{                                                                                                              \
		.key = (name), .kind = (field_kind), .offset = offsetof(struct standing_entry, member), __VA_ARGS__    \
	}
static const struct field fields[] = {
	MEMBER("agency", FIELD_TEXT, standing.agency, .required = true, .most = NAME_MOST),
	MEMBER("role", FIELD_TEXT, standing.role, .most = NAME_MOST),
	MEMBER("children", FIELD_CHOICE, children, .choices = whom),
	MEMBER("age_from", FIELD_WHOLE, standing.age_from, .most = OLDEST_CHILD),
	MEMBER("age_to", FIELD_WHOLE, standing.age_to, .most = OLDEST_CHILD),
	MEMBER("report", FIELD_CHOICE, report, .choices = report_words),
	MEMBER("report_only", FIELD_YES_NO, standing.is_report_only),
	MEMBER("wanted", FIELD_YES_NO, standing.is_wanted),
	MEMBER("source", FIELD_TEXT, standing.source, .required = true, .most = SOURCE_MOST),
};

static bool read_entry(struct settings_standing *out, const struct yaml_node *item, struct arena *mem, struct fault *f)
{
	struct standing_entry entry = {
		.standing = {.agency = "", .role = "", .age_to = OLDEST_CHILD, .is_wanted = true, .source = ""},
		.children = FOR_ALL,
		.report = REPORT_NO + 1};

	if (!fields_read(item, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	if (entry.standing.age_to < entry.standing.age_from)
		return yaml_refuse(yaml_find(item, "age_to"), f, "\"age_to\" is below \"age_from\".");
	if (entry.standing.is_report_only && entry.report == REPORT_NO)
		return yaml_refuse(yaml_find(item, "report_only"), f,
				   "an agency that is asked for its report only owes one; take \"report: none\" out.");
	entry.standing.when_born = entry.children != FOR_UNBORN;
	entry.standing.when_unborn = entry.children != FOR_BORN;
	entry.standing.report_kind = entry.report == REPORT_NO ? "" : report_words[entry.report];
	*out = entry.standing;
	return true;
}

#define NOTICE_MEMBER(name, field_kind, member, ...)                                                                   \
	{                                                                                                              \
		.key = (name), .kind = (field_kind), .offset = offsetof(struct settings_notice, member), __VA_ARGS__   \
	}
static const struct field notice_fields[] = {
	NOTICE_MEMBER("agency", FIELD_TEXT, agency, .required = true, .most = NAME_MOST),
	NOTICE_MEMBER("role", FIELD_TEXT, role, .most = NAME_MOST),
	NOTICE_MEMBER("always", FIELD_YES_NO, is_always),
	NOTICE_MEMBER("nhs_number", FIELD_YES_NO, has_nhs_number),
	NOTICE_MEMBER("source", FIELD_TEXT, source, .required = true, .most = SOURCE_MOST),
};

/* A file of an earlier version names none: then nobody is told but those on the list. */
static bool read_notices(struct settings *into, const struct yaml_node *notices, struct arena *mem, struct fault *f)
{
	struct settings_notice_list list = {0};

	for (const struct yaml_node *item = notices ? notices->first : NULL; item; item = item->next) {
		struct settings_notice *notice = ARENA_PUSH(mem, &list);

		if (!notice)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the list of agencies.");
		*notice = (struct settings_notice){.agency = "", .role = "", .source = ""};
		if (!fields_read(item, notice_fields, sizeof notice_fields / sizeof *notice_fields, notice, mem, f))
			return false;
	}
	into->notices = list;
	return true;
}

bool agencies_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f)
{
	struct record {
		const struct yaml_node *standing, *notices;
	} record = {NULL, NULL};
	static const struct field top[] = {
		{.key = "standing", .kind = FIELD_LIST, .offset = offsetof(struct record, standing), .required = true},
		{.key = "plan_notices", .kind = FIELD_LIST, .offset = offsetof(struct record, notices)},
	};
	struct settings_standing_list list = {0};

	if (!fields_read(root, top, sizeof top / sizeof *top, &record, mem, f))
		return false;
	for (const struct yaml_node *item = record.standing->first; item; item = item->next) {
		struct settings_standing *standing = ARENA_PUSH(mem, &list);

		if (!standing)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the list of agencies.");
		if (!read_entry(standing, item, mem, f))
			return false;
	}
	into->standing = list;
	return read_notices(into, record.notices, mem, f);
}
