/* The choices of a policy profile: values that are words, each with its source. */
#include "fields.h"
#include "files.h"

#include <stdio.h>

static const char *const distinct_words[] = {[QUORUM_BY_AGENCY] = "agency", [QUORUM_BY_GROUP] = "group", NULL};
static const char *const start_words[] = {[TRANSFER_NOTICE_WRITTEN] = "notice_written",
					  [TRANSFER_REFERRAL_RECEIVED] = "referral_received",
					  [TRANSFER_REFERRAL_ACCEPTED] = "referral_accepted",
					  [TRANSFER_MOVE_NOTIFIED] = "move_notified",
					  NULL};
static const char *const multiple_words[] = {"no", "yes", NULL};
static const char *const format_words[] = {
#define X(id, token, label, file) token,
	NOTE_FORMATS(X)
#undef X
		NULL,
};

static const char *const shown_words[] = {
#define X(id, token, label) token,
	RESTRICTED_SHOWN(X)
#undef X
		NULL,
};

struct choices {
	const struct yaml_node *quorum_distinct, *transfer_start, *chair_title, *multiple, *note_format,
		*restricted_shown;
};

static bool read_choice(int *value, const char **source, const struct yaml_node *node, const char *const *words,
			struct arena *mem, struct fault *f)
{
	struct entry {
		int value;
		const char *source;
	} entry = {0};
	const struct field fields[] = {
		{.key = "value",
		 .kind = FIELD_CHOICE,
		 .offset = offsetof(struct entry, value),
		 .required = true,
		 .choices = words},
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct entry, source), .required = true},
	};

	if (!node)
		return true;
	if (!fields_read(node, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	*value = entry.value;
	*source = entry.source;
	return true;
}

static bool read_chair_title(struct settings *into, const struct yaml_node *node, struct arena *mem, struct fault *f)
{
	struct entry {
		const char *value, *source;
	} entry = {0};
	static const struct field fields[] = {
		{.key = "value",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct entry, value),
		 .required = true,
		 .most = sizeof((struct policy *)0)->chair_title - 1},
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct entry, source), .required = true},
	};

	if (!node)
		return true;
	if (!fields_read(node, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	snprintf(into->policy.chair_title, sizeof into->policy.chair_title, "%s", entry.value);
	into->chair_title_source = entry.source;
	return true;
}

static bool take_choices(struct settings *into, const struct choices *choices, struct arena *mem, struct fault *f)
{
	struct policy *policy = &into->policy;
	int distinct = (int)policy->quorum_distinct, start = (int)policy->transfer_start;
	int multiple = policy->may_be_multiple, format = (int)policy->note_format;
	int shown = (int)policy->restricted_shown;

	if (!read_choice(&distinct, &into->quorum_distinct_source, choices->quorum_distinct, distinct_words, mem, f) ||
	    !read_choice(&start, &into->transfer_start_source, choices->transfer_start, start_words, mem, f) ||
	    !read_choice(&multiple, &into->multiple_source, choices->multiple, multiple_words, mem, f) ||
	    !read_choice(&format, &into->note_format_source, choices->note_format, format_words, mem, f) ||
	    !read_choice(&shown, &into->restricted_shown_source, choices->restricted_shown, shown_words, mem, f))
		return false;
	policy->quorum_distinct = (enum quorum_distinct)distinct;
	policy->transfer_start = (enum transfer_start)start;
	policy->may_be_multiple = multiple != 0;
	policy->note_format = (enum note_format)format;
	policy->restricted_shown = (enum restricted_shown)shown;
	return read_chair_title(into, choices->chair_title, mem, f);
}

bool profile_read_choices(struct settings *into, const struct yaml_node *map, bool is_national, struct arena *mem,
			  struct fault *f)
{
#define CHOICE(name, member)                                                                                           \
	{                                                                                                              \
		.key = (name), .kind = FIELD_MAP, .offset = offsetof(struct choices, member), .required = is_national  \
	}
	const struct field fields[] = {
		CHOICE("quorum.distinct", quorum_distinct), CHOICE("transfer.start", transfer_start),
		CHOICE("chair.title", chair_title),         CHOICE("categories.multiple", multiple),
		CHOICE("note.format", note_format),         CHOICE("restricted.shown", restricted_shown),
	};
#undef CHOICE
	struct choices choices = {0};

	return !map || (fields_read(map, fields, sizeof fields / sizeof *fields, &choices, mem, f) &&
			take_choices(into, &choices, mem, f));
}
