/* The words that may stand in each place of the command line: for completion, help and "did you mean". */
#include "arguments.h"

#include "casework/letters.h"
#include "domain/audit_kind.h"
#include "domain/deadline.h"
#include "domain/role.h"
#include "exchange/import.h"
#include "settings/settings.h"

struct words {
	const char **items;
	size_t count, room;
};

static void add(struct words *words, const char *word, struct arena *mem)
{
	const char **item = ARENA_PUSH(mem, words);

	if (item)
		*item = word;
}

static void add_all(struct words *words, const char *const *list, struct arena *mem)
{
	for (; *list; list++)
		add(words, *list, mem);
}

static void add_verbs(struct words *words, struct arena *mem)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			add(words, verbs[i].name, mem);
}

static void add_letters(struct words *words, enum argument_kind kind, struct arena *mem)
{
	const char *name, *description;

	for (size_t i = 0; kind == ARGUMENT_LETTER && (name = casework_letter_name(i, &description)); i++)
		add(words, name, mem);
}

static void add_kind(struct words *words, enum argument_kind kind, const char *config_folder, struct arena *mem)
{
	static const char *const colours[] = {"never", "auto", "always", NULL};
	static const char *const shells[] = {"bash", "zsh", "fish", NULL};
	static const char *const export_kinds[] = {"plans", "actions", "calendar", NULL};
	static const char *const audit_acts[] = {"verify", NULL};
	static const char *const retention_acts[] = {"certificate", NULL};
	static const char *const user_acts[] = {"list", "add", "disable", NULL};
	const char **profiles = kind == ARGUMENT_PROFILE ? settings_profiles(config_folder, mem) : NULL;

	if (kind == ARGUMENT_COLOUR)
		add_all(words, colours, mem);
	if (kind == ARGUMENT_SHELL)
		add_all(words, shells, mem);
	if (kind == ARGUMENT_EXPORT_KIND)
		add_all(words, export_kinds, mem);
	if (kind == ARGUMENT_AUDIT_ACT)
		add_all(words, audit_acts, mem);
	if (kind == ARGUMENT_RETENTION_ACT)
		add_all(words, retention_acts, mem);
	if (kind == ARGUMENT_USER_ACT)
		add_all(words, user_acts, mem);
	if (profiles)
		add_all(words, profiles, mem);
	if (kind == ARGUMENT_VERB)
		add_verbs(words, mem);
	add_letters(words, kind, mem);
	for (int i = 0; kind == ARGUMENT_RULE && i < RULE_COUNT; i++)
		add(words, rule_token((enum rule_key)i), mem);
	for (int i = 0; kind == ARGUMENT_LANE && i < LANE_COUNT; i++)
		add(words, lane_token((enum lane)i), mem);
	for (int i = 0; kind == ARGUMENT_IMPORT_KIND && i < IMPORT_KIND_COUNT; i++)
		add(words, import_kind_token((enum import_kind)i), mem);
	for (int i = 0; kind == ARGUMENT_AUDIT_KIND && i < AUDIT_KIND_COUNT; i++)
		add(words, audit_kind_token((enum audit_kind)i), mem);
	for (int i = 0; kind == ARGUMENT_ROLE && i < ROLE_COUNT; i++)
		add(words, role_token((enum role)i), mem);
}

const char **argument_words(enum argument_kind kind, const char *config_folder, struct arena *mem)
{
	struct words words = {0};

	add_kind(&words, kind, config_folder, mem);
	add(&words, NULL, mem);
	return words.items;
}
