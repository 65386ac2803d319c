/* A policy profile: the rules of practice and the figures of one council, each with its source. */
#include "fields.h"
#include "files.h"

#include "domain/role.h"

#include <stdio.h>
#include <string.h>

enum { SOURCE_MOST = sizeof((struct rule *)0)->source - 1 };

static const char *const rule_keys[] = {
#define X(id, key, lane, trigger, label) key,
	RULES(X)
#undef X
};

static const char *const unit_tokens[] = {
#define X(id, token, label) token,
	RULE_UNITS(X)
#undef X
		NULL,
};

static const char *const role_tokens[] = {
#define X(id, token, label, brief) token,
	ROLES(X)
#undef X
		NULL,
};

static const struct figure {
	const char *key;
	size_t member, source;
	int least, most;
} figures[] = {
#define X(member, key, least, most, unit)                                                                              \
	{key, offsetof(struct policy, member), offsetof(struct settings_figure_sources, member), least, most},
	POLICY_FIGURES(X)
#undef X
};

enum { FIGURE_COUNT = sizeof figures / sizeof *figures };

static const char *const figure_keys[] = {
#define X(member, key, least, most, unit) key,
	POLICY_FIGURES(X)
#undef X
};

/* A rule as the file writes it. Choices are -1 while they are not there. */
struct rule_entry {
	bool in_force, inclusive, statutory;
	int count, unit, owner;
	const char *after, *before, *source;
};

static bool read_rule_entry(struct rule_entry *out, const struct yaml_node *node, struct arena *mem, struct fault *f)
{
#define MEMBER(name, field_kind, ...)                                                                                  \
	{                                                                                                              \
		.key = #name, .kind = (field_kind), .offset = offsetof(struct rule_entry, name), __VA_ARGS__           \
	}
	static const struct field fields[] = {
		MEMBER(in_force, FIELD_YES_NO, .required = false),
		MEMBER(count, FIELD_WHOLE, .least = 0, .most = 400),
		MEMBER(unit, FIELD_CHOICE, .choices = unit_tokens),
		MEMBER(after, FIELD_TEXT, .required = false),
		MEMBER(before, FIELD_TEXT, .required = false),
		MEMBER(inclusive, FIELD_YES_NO, .required = false),
		MEMBER(statutory, FIELD_YES_NO, .required = false),
		MEMBER(owner, FIELD_CHOICE, .choices = role_tokens),
		MEMBER(source, FIELD_TEXT, .required = true, .most = SOURCE_MOST),
	};
#undef MEMBER

	*out = (struct rule_entry){.in_force = true, .count = -1, .unit = -1, .owner = -1};
	return fields_read(node, fields, sizeof fields / sizeof *fields, out, mem, f);
}

static bool check_rule_entry(const struct rule_entry *entry, const struct yaml_node *node, enum rule_key key,
			     struct fault *f)
{
	const char *trigger = trigger_label(rule_trigger(key));
	const char *from = entry->after ? entry->after : entry->before;

	if (entry->count < 0 || entry->unit < 0)
		return yaml_refuse_key(node, f, "\"%s\" lacks \"%s\".", node->key, entry->count < 0 ? "count" : "unit");
	if (!from || (entry->after && entry->before))
		return yaml_refuse_key(node, f, "\"%s\" wants either \"after: %s\" or \"before: %s\".", node->key,
				       trigger, trigger);
	if (strcmp(from, trigger) != 0)
		return yaml_refuse(yaml_find(node, entry->after ? "after" : "before"), f,
				   "\"%s\" counts from \"%s\" and from nothing else.", node->key, trigger);
	if (entry->inclusive && entry->count == 0)
		return yaml_refuse(yaml_find(node, "inclusive"), f,
				   "a rule that counts its own day needs a count of 1 or more.");
	return true;
}

/* `rule` holds what the profile extends; only its owner is carried over, so that a rule is read in one place. */
static bool read_rule(struct rule *rule, const struct yaml_node *node, enum rule_key key, bool is_national,
		      struct arena *mem, struct fault *f)
{
	struct rule_entry entry;
	char owner[sizeof rule->owner];

	if (!read_rule_entry(&entry, node, mem, f))
		return false;
	if (entry.in_force && !check_rule_entry(&entry, node, key, f))
		return false;
	if (entry.statutory && !is_national)
		return yaml_refuse(yaml_find(node, "statutory"), f,
				   "only the profile \"national\" says what is statutory; leave it out.");
	if (is_national && entry.in_force && entry.owner < 0)
		return yaml_refuse_key(node, f, "\"%s\" lacks \"owner\".", node->key);
	snprintf(owner, sizeof owner, "%s", entry.owner < 0 ? rule->owner : role_tokens[entry.owner]);
	*rule = (struct rule){.in_force = entry.in_force, .inclusive = entry.inclusive, .statutory = entry.statutory};
	if (entry.in_force) {
		rule->n = entry.count;
		rule->unit = (enum rule_unit)entry.unit;
		rule->before = entry.before != NULL;
	}
	snprintf(rule->owner, sizeof rule->owner, "%s", owner);
	snprintf(rule->source, sizeof rule->source, "%s", entry.source);
	return true;
}

static bool read_rules(struct policy *policy, const struct yaml_node *map, bool is_national, struct arena *mem,
		       struct fault *f)
{
	for (const struct yaml_node *node = map ? map->first : NULL; node; node = node->next) {
		enum rule_key key;

		if (!rule_from_token(node->key, &key))
			return fields_refuse_unknown(node, true, "rule", node->key, rule_keys, RULE_COUNT, f);
		if (!read_rule(&policy->rules[key], node, key, is_national, mem, f))
			return false;
	}
	for (int key = 0; is_national && key < RULE_COUNT; key++)
		if (!map || !yaml_find(map, rule_keys[key]))
			return yaml_refuse_key(map, f, "the rule \"%s\" is missing; \"national\" says every rule.",
					       rule_keys[key]);
	return true;
}

static bool read_figure(struct settings *into, const struct yaml_node *node, const struct figure *figure,
			struct arena *mem, struct fault *f)
{
	struct entry {
		int value;
		const char *source;
	} entry = {0};
	const struct field fields[] = {
		{.key = "value",
		 .kind = FIELD_WHOLE,
		 .offset = offsetof(struct entry, value),
		 .required = true,
		 .least = figure->least,
		 .most = figure->most},
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct entry, source), .required = true},
	};

	if (!fields_read(node, fields, sizeof fields / sizeof *fields, &entry, mem, f))
		return false;
	memcpy((char *)&into->policy + figure->member, &entry.value, sizeof entry.value);
	memcpy((char *)&into->figure_sources + figure->source, &entry.source, sizeof entry.source);
	return true;
}

static bool read_figures(struct settings *into, const struct yaml_node *map, bool is_national, struct arena *mem,
			 struct fault *f)
{
	for (const struct yaml_node *node = map ? map->first : NULL; node; node = node->next) {
		size_t i = 0;

		while (i < FIGURE_COUNT && strcmp(figures[i].key, node->key) != 0)
			i++;
		if (i == FIGURE_COUNT)
			return fields_refuse_unknown(node, true, "figure", node->key, figure_keys, FIGURE_COUNT, f);
		if (!read_figure(into, node, &figures[i], mem, f))
			return false;
	}
	for (size_t i = 0; is_national && i < FIGURE_COUNT; i++)
		if (!map || !yaml_find(map, figures[i].key))
			return yaml_refuse_key(map, f, "the figure \"%s\" is missing; \"national\" says every figure.",
					       figures[i].key);
	return true;
}

static bool read_notes(struct settings *into, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	static const struct field fields[] = {
		{.key = "text", .kind = FIELD_TEXT, .offset = offsetof(struct settings_note, text), .required = true},
		{.key = "source",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct settings_note, source),
		 .required = true},
	};

	into->notes = (struct settings_note_list){0};
	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		struct settings_note *note = ARENA_PUSH(mem, &into->notes);

		if (!note)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the notes.");
		if (!fields_read(item, fields, sizeof fields / sizeof *fields, note, mem, f))
			return false;
	}
	return true;
}

struct profile_record {
	char profile[32], version[16], label[64];
	const char *extends;
	const struct yaml_node *rules, *figures, *choices, *retention, *notes;
};

static bool read_profile_record(struct profile_record *out, const struct yaml_node *root, struct arena *mem,
				struct fault *f)
{
#define MEMBER(name, field_kind, needed)                                                                               \
	{                                                                                                              \
		.key = #name, .kind = (field_kind), .offset = offsetof(struct profile_record, name),                   \
		.required = (needed), .most = (field_kind) == FIELD_ROOM ? sizeof out->name - 1 : 0                    \
	}
	static const struct field fields[] = {
		MEMBER(profile, FIELD_ROOM, true), MEMBER(version, FIELD_ROOM, true),
		MEMBER(label, FIELD_ROOM, true),   MEMBER(extends, FIELD_TEXT, false),
		MEMBER(rules, FIELD_MAP, false),   MEMBER(figures, FIELD_MAP, false),
		MEMBER(choices, FIELD_MAP, false), MEMBER(retention, FIELD_MAP, false),
		MEMBER(notes, FIELD_LIST, false),
	};
#undef MEMBER

	return fields_read(root, fields, sizeof fields / sizeof *fields, out, mem, f);
}

static bool check_extends(const struct profile_record *record, const struct yaml_node *root, bool is_national,
			  struct fault *f)
{
	if (is_national && record->extends)
		return yaml_refuse_key(yaml_find(root, "extends"), f, "\"national\" extends nothing; leave this out.");
	if (!is_national && (!record->extends || strcmp(record->extends, "national") != 0))
		return yaml_refuse(root, f, "a profile other than \"national\" must say \"extends: national\".");
	if (is_national && (!record->rules || !record->figures || !record->choices || !record->retention))
		return yaml_refuse(root, f,
				   "\"national\" must have \"rules\", \"figures\", \"choices\" and \"retention\".");
	return true;
}

bool profile_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f)
{
	struct profile_record record = {0};
	struct policy *policy = &into->policy;
	bool is_national;

	if (!read_profile_record(&record, root, mem, f))
		return false;
	is_national = strcmp(record.profile, "national") == 0;
	if (!check_extends(&record, root, is_national, f) || !read_rules(policy, record.rules, is_national, mem, f) ||
	    !read_figures(into, record.figures, is_national, mem, f) ||
	    !profile_read_choices(into, record.choices, is_national, mem, f) ||
	    !profile_read_retention(into, record.retention, is_national, mem, f) ||
	    !read_notes(into, record.notes, mem, f))
		return false;
	if (policy->idle_end_minutes <= policy->lock_minutes)
		return yaml_refuse_key(
			record.figures ? record.figures : root, f,
			"\"idle_end.minutes\" must be more than \"lock.minutes\": the screen locks first.");
	memcpy(policy->name, record.profile, sizeof policy->name);
	memcpy(policy->version, record.version, sizeof policy->version);
	memcpy(policy->label, record.label, sizeof policy->label);
	if (is_national)
		memcpy(policy->national, policy->rules, sizeof policy->national);
	return true;
}
