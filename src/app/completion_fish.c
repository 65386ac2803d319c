/* The completion script of fish. */
#include "completion.h"

#include <stdio.h>

static void put_option(const struct completion *completion, const struct option_row *row, const char *condition)
{
	const char *words = completion_words(completion, row->kind);

	printf("complete -c quorate%s -l %s", condition, row->name);
	if (row->letter)
		printf(" -s %c", row->letter);
	if (row->kind == ARGUMENT_FILE || row->kind == ARGUMENT_FOLDER)
		printf(" -r -F");
	else if (*words)
		printf(" -x -a '%s'", words);
	else if (*row->argument)
		printf(" -x");
	printf(" -d '%s'\n", completion_quoted(completion, row->purpose));
}

static void put_verb(const struct completion *completion, const struct verb *verb)
{
	const char *condition = arena_printf(completion->mem, " -n '__fish_seen_subcommand_from %s'", verb->name);

	for (const struct operand *operand = verb->operands; operand->word; operand++) {
		if (operand->kind == ARGUMENT_FILE)
			printf("complete -c quorate%s -F\n", condition);
		else if (*completion_words(completion, operand->kind))
			printf("complete -c quorate%s -a '%s'\n", condition,
			       completion_words(completion, operand->kind));
	}
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_row((enum option)i)->scope != SCOPE_ALL && verb_takes(verb, (enum option)i))
			put_option(completion, option_row((enum option)i), condition);
}

void completion_fish(const struct completion *completion)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	printf("# fish completion of quorate\ncomplete -c quorate -f\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			printf("complete -c quorate -n __fish_use_subcommand -a %s -d '%s'\n", verbs[i].name,
			       completion_quoted(completion, verbs[i].purpose));
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_row((enum option)i)->scope == SCOPE_ALL)
			put_option(completion, option_row((enum option)i), "");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			put_verb(completion, &verbs[i]);
}
