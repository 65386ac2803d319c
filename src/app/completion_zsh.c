/* The completion script of zsh. */
#include "completion.h"

#include <stdio.h>
#include <string.h>

/* What _arguments offers for a word: "(one two)", "_files", or nothing. */
static const char *offer(const struct completion *completion, enum argument_kind kind)
{
	if (kind == ARGUMENT_FILE)
		return "_files";
	if (kind == ARGUMENT_FOLDER)
		return "_files -/";
	if (*completion_words(completion, kind))
		return arena_printf(completion->mem, "(%s)", completion_words(completion, kind));
	return " ";
}

/* ':' and brackets part the fields of _arguments. */
static const char *escaped(const struct completion *completion, const char *text)
{
	char *out = arena_alloc(completion->mem, 2 * strlen(text) + 1), *to = out;

	for (; out && *text; text++) {
		if (strchr(":[]\\", *text))
			*to++ = '\\';
		*to++ = *text;
	}
	return completion_quoted(completion, out ? out : "");
}

static void put_option(const struct completion *completion, enum option option)
{
	const struct option_row *row = option_row(option);
	const char *purpose = completion_quoted(completion, row->purpose);
	const char *value = *row->argument ? arena_printf(completion->mem, ":value:%s", offer(completion, row->kind))
					   : "";

	printf(" \\\n    '--%s[%s]%s'", row->name, purpose, value);
	if (row->letter)
		printf(" \\\n    '-%c[%s]%s'", row->letter, purpose, value);
}

static void put_options(const struct completion *completion, const struct verb *verb)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (verb_takes(verb, (enum option)i))
			put_option(completion, (enum option)i);
}

static void put_verb(const struct completion *completion, const struct verb *verb)
{
	int place = 1;

	printf("  %s) _arguments", verb->name);
	put_options(completion, verb);
	for (const struct operand *operand = verb->operands; operand->word; operand++)
		printf(" \\\n    '%d:%s:%s'", place++, escaped(completion, operand->word),
		       offer(completion, operand->kind));
	printf(" ;;\n");
}

void completion_zsh(const struct completion *completion)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	printf("#compdef quorate\n"
	       "_quorate() {\n"
	       "  local state line curcontext=$curcontext\n"
	       "  local -a verbs\n"
	       "  verbs=(\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			printf("    '%s:%s'\n", verbs[i].name, completion_quoted(completion, verbs[i].purpose));
	printf("  )\n"
	       "  _arguments -C");
	put_options(completion, NULL);
	printf(" \\\n    '1:verb:->verb' '*::argument:->rest'\n"
	       "  case $state in\n"
	       "  verb) _describe verb verbs; return ;;\n"
	       "  esac\n"
	       "  case $line[1] in\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			put_verb(completion, &verbs[i]);
	printf("  esac\n"
	       "}\n"
	       "_quorate \"$@\"\n");
}
