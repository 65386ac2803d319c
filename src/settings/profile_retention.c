/* How long a profile keeps records: one rule for each kind of child, each with its years, what they count from and why.
 */
#include "fields.h"
#include "files.h"

#include <string.h>

static const char *const rule_keys[] = {
#define X(id, key, label) key,
	RETENTION_RULES(X)
#undef X
};

static const char *const trigger_tokens[] = {
#define X(id, token, label) token,
	RETENTION_TRIGGERS(X)
#undef X
		NULL,
};

/* A day that no such child has would keep every record for ever. */
static bool fits(enum retention_rule_key key, enum retention_trigger from)
{
	return from == RETENTION_FROM_CLOSURE || from == RETENTION_FROM_BIRTH ||
	       (from == RETENTION_FROM_DEATH && key == RETENTION_LOOKED_AFTER_DIED) ||
	       (from == RETENTION_FROM_ADOPTION && key == RETENTION_ADOPTED);
}

static bool read_rule(struct retention_rule *rule, const struct yaml_node *node, enum retention_rule_key key,
		      struct arena *mem, struct fault *f)
{
	struct entry {
		int years, from;
		const char *source;
	} entry = {0};
	const struct field fields[] = {
		{.key = "years",
		 .kind = FIELD_WHOLE,
		 .offset = offsetof(struct entry, years),
		 .required = true,
		 .least = 1,
		 .most = RETENTION_MOST_YEARS},
		{.key = "from",
		 .kind = FIELD_CHOICE,
		 .offset = offsetof(struct entry, from),
		 .required = true,
		 .choices = trigger_tokens},
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct entry, source), .required = true},
	};

	if (!fields_read(node, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	if (!fits(key, (enum retention_trigger)entry.from))
		return yaml_refuse(yaml_find(node, "from"), f,
				   "\"%s\" cannot count from \"%s\": not every such child has one.", node->key,
				   trigger_tokens[entry.from]);
	*rule = (struct retention_rule){entry.years, (enum retention_trigger)entry.from, entry.source};
	return true;
}

bool profile_read_retention(struct settings *into, const struct yaml_node *map, bool is_national, struct arena *mem,
			    struct fault *f)
{
	for (const struct yaml_node *node = map ? map->first : NULL; node; node = node->next) {
		enum retention_rule_key key = 0;

		while (key < RETENTION_RULE_COUNT && strcmp(node->key, rule_keys[key]) != 0)
			key++;
		if (key == RETENTION_RULE_COUNT)
			return fields_refuse_unknown(node, true, "retention rule", node->key, rule_keys,
						     RETENTION_RULE_COUNT, f);
		if (!read_rule(&into->policy.retention[key], node, key, mem, f))
			return false;
	}
	for (int key = 0; is_national && key < RETENTION_RULE_COUNT; key++)
		if (!map || !yaml_find(map, rule_keys[key]))
			return yaml_refuse_key(map, f,
					       "the retention rule \"%s\" is missing; \"national\" says every one.",
					       rule_keys[key]);
	return true;
}
