/* A map of known keys read into a struct, by a table. */
#include "fields.h"

#include "base/nearest.h"
#include "base/text.h"
#include "domain/date.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_MOST = 500, FIELD_COUNT_MOST = 32 };

static void join_words(const char *const *words, size_t count, char *out, size_t room)
{
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < count && used < room; i++)
		used += (size_t)snprintf(out + used, room - used, "%s%s", i ? ", " : "", words[i]);
}

bool fields_refuse_unknown(const struct yaml_node *at, bool is_key, const char *what, const char *typed,
			   const char *const *words, size_t count, struct fault *f)
{
	const char *nearest = nearest_word(typed, words, count);
	int clipped = yaml_quotable(typed);
	char remedy[160], known[140];

	join_words(words, count, known, sizeof known);
	if (nearest)
		snprintf(remedy, sizeof remedy, "did you mean \"%s\"?", nearest);
	else if (count <= 12 && strlen(known) < sizeof known - 1)
		snprintf(remedy, sizeof remedy, "known here: %s.", known);
	else
		snprintf(remedy, sizeof remedy, "docs/settings.md lists what is known here.");
	if (is_key)
		return yaml_refuse_key(at, f, "unknown %s \"%.*s\"; %s", what, clipped, typed, remedy);
	return yaml_refuse(at, f, "unknown %s \"%.*s\"; %s", what, clipped, typed, remedy);
}

static bool read_line(const char **out, const struct yaml_node *node, int most, struct arena *mem, struct fault *f)
{
	const char *text;

	if (node->kind != NODE_TEXT)
		return yaml_refuse(node, f, "\"%s\" wants one line of text.", node->key);
	text = text_tidy(mem, node->text, false);
	if (!text)
		return yaml_refuse(node, f, "\"%s\" wants one line of text.", node->key);
	if (!*text)
		return yaml_refuse_key(node, f, "\"%s\" is empty; write its text or leave the key out.", node->key);
	if (strlen(text) > (size_t)most)
		return yaml_refuse(node, f, "\"%s\" is longer than %d letters; shorten it.", node->key, most);
	*out = text;
	return true;
}

static bool read_whole(int *out, const struct yaml_node *node, int least, int most, struct fault *f)
{
	const char *at = node->text;
	int value = 0;

	if (node->kind != NODE_TEXT || !node->plain || !*at || strlen(at) > 6 || (at[0] == '0' && at[1]))
		return yaml_refuse(node, f, "\"%s\" wants a whole number from %d to %d, without quotes.", node->key,
				   least, most);
	for (; *at; at++) {
		if (*at < '0' || *at > '9')
			return yaml_refuse(node, f, "\"%s\" wants a whole number from %d to %d, without quotes.",
					   node->key, least, most);
		value = value * 10 + (*at - '0');
	}
	if (value < least || value > most)
		return yaml_refuse(node, f, "\"%s\" is %d; it may be from %d to %d.", node->key, value, least, most);
	*out = value;
	return true;
}

static bool read_yes_no(bool *out, const struct yaml_node *node, struct fault *f)
{
	bool is_true = node->kind == NODE_TEXT && node->plain && strcmp(node->text, "true") == 0;
	bool is_false = node->kind == NODE_TEXT && node->plain && strcmp(node->text, "false") == 0;

	if (!is_true && !is_false)
		return yaml_refuse(node, f, "\"%s\" wants true or false, in small letters and without quotes.",
				   node->key);
	*out = is_true;
	return true;
}

static bool read_day(day_number *out, const struct yaml_node *node, struct fault *f)
{
	day_number day = node->kind == NODE_TEXT ? date_from_iso(node->text) : DAY_NONE;

	if (day == DAY_NONE)
		return yaml_refuse(node, f,
				   "\"%s\" wants a real date, year first and in quotes, such as \"2026-12-29\".",
				   node->key);
	if (node->plain)
		return yaml_refuse(node, f, "\"%s\" wants its date in quotes: \"%s\".", node->key, node->text);
	*out = day;
	return true;
}

static bool digits_at(const char *text, const char *shape)
{
	for (; *shape; shape++, text++)
		if (*shape == '0' ? *text < '0' || *text > '9' : *text != *shape)
			return false;
	return *text == '\0';
}

static bool read_clock(int *out, const struct yaml_node *node, struct fault *f)
{
	const char *t = node->text;
	int hours, minutes;

	if (node->kind != NODE_TEXT || node->plain || !digits_at(t, "00:00"))
		return yaml_refuse(node, f, "\"%s\" wants a time in quotes, such as \"09:30\".", node->key);
	hours = (t[0] - '0') * 10 + t[1] - '0';
	minutes = (t[3] - '0') * 10 + t[4] - '0';
	if (hours > 23 || minutes > 59)
		return yaml_refuse(node, f, "\"%s\" is %s; a time is from 00:00 to 23:59.", node->key, t);
	*out = hours * 60 + minutes;
	return true;
}

static size_t words_count(const char *const *words)
{
	size_t count = 0;

	while (words[count])
		count++;
	return count;
}

static bool read_choice(int *out, const struct yaml_node *node, const char *what, const char *const *choices,
			struct fault *f)
{
	if (node->kind != NODE_TEXT)
		return yaml_refuse(node, f, "\"%s\" wants one word.", what);
	for (int i = 0; choices[i]; i++)
		if (strcmp(node->text, choices[i]) == 0) {
			*out = i;
			return true;
		}
	return fields_refuse_unknown(node, false, what, node->text, choices, words_count(choices), f);
}

static bool read_weekdays(unsigned *out, const struct yaml_node *list, struct fault *f)
{
	static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};
	unsigned days = 0;

	for (const struct yaml_node *item = list->first; item; item = item->next) {
		int day;
		if (!read_choice(&day, item, "weekday", names, f))
			return false;
		days |= 1u << day;
	}
	if (list->kind != NODE_LIST || !days)
		return yaml_refuse(list, f, "\"%s\" wants a list of weekdays, such as [mon, tue, thu].", list->key);
	*out = days;
	return true;
}

static bool read_node(const struct yaml_node **out, const struct yaml_node *node, enum node_kind kind, struct fault *f)
{
	if (node->kind != kind)
		return yaml_refuse(node, f,
				   kind == NODE_MAP ? "\"%s\" wants keys with values." : "\"%s\" wants a list.",
				   node->key);
	*out = node;
	return true;
}

static bool read_field(const struct field *field, const struct yaml_node *node, void *member, struct arena *mem,
		       struct fault *f)
{
	const char *line;

	switch (field->kind) {
	case FIELD_TEXT: return read_line(member, node, field->most ? field->most : TEXT_MOST, mem, f);
	case FIELD_ROOM:
		if (!read_line(&line, node, field->most, mem, f))
			return false;
		snprintf(member, (size_t)field->most + 1, "%s", line);
		return true;
	case FIELD_WHOLE: return read_whole(member, node, field->least, field->most, f);
	case FIELD_YES_NO: return read_yes_no(member, node, f);
	case FIELD_DAY: return read_day(member, node, f);
	case FIELD_CLOCK: return read_clock(member, node, f);
	case FIELD_CHOICE: return read_choice(member, node, field->key, field->choices, f);
	case FIELD_WEEKDAYS: return read_weekdays(member, node, f);
	case FIELD_MAP: return read_node(member, node, NODE_MAP, f);
	case FIELD_LIST: return read_node(member, node, NODE_LIST, f);
	}
	return false;
}

static const struct field *find_field(const struct field *fields, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].key, key) == 0)
			return &fields[i];
	return NULL;
}

static bool refuse_key(const struct yaml_node *node, const struct field *fields, size_t count, struct fault *f)
{
	const char *words[FIELD_COUNT_MOST];

	for (size_t i = 0; i < count && i < FIELD_COUNT_MOST; i++)
		words[i] = fields[i].key;
	return fields_refuse_unknown(node, true, "key", node->key, words,
				     count < FIELD_COUNT_MOST ? count : FIELD_COUNT_MOST, f);
}

bool fields_read(const struct yaml_node *map, const struct field *fields, size_t count, void *record, struct arena *mem,
		 struct fault *f)
{
	if (map->kind != NODE_MAP)
		return yaml_refuse(map, f, "here keys with values are wanted, such as %s: ...", fields[0].key);
	for (const struct yaml_node *node = map->first; node; node = node->next) {
		const struct field *field = find_field(fields, count, node->key);

		if (!field)
			return refuse_key(node, fields, count, f);
		if (!read_field(field, node, (char *)record + field->offset, mem, f))
			return false;
	}
	for (size_t i = 0; i < count; i++)
		if (fields[i].required && !yaml_find(map, fields[i].key)) {
			if (map->key)
				return yaml_refuse_key(map, f, "\"%s\" lacks \"%s\".", map->key, fields[i].key);
			return yaml_refuse(map, f, "\"%s\" is missing here.", fields[i].key);
		}
	return true;
}
