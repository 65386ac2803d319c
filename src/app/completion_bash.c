/* The completion script of bash. */
#include "completion.h"

#include <stdio.h>

static void put_option_values(const struct completion *completion)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row((enum option)i);
		const char *words = completion_words(completion, row->kind);

		if (!*row->argument)
			continue;
		printf("  --%s", row->name);
		if (row->letter)
			printf("|-%c", row->letter);
		if (row->kind == ARGUMENT_FILE || row->kind == ARGUMENT_FOLDER)
			printf(") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -%c -- \"$cur\")); return "
			       ";;\n",
			       row->kind == ARGUMENT_FILE ? 'f' : 'd');
		else
			printf(") COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", words);
	}
}

/* Which options swallow the word after them: it is not the verb. */
static void put_value_takers(void)
{
	const char *bar = "";

	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row((enum option)i);

		if (!*row->argument)
			continue;
		printf("%s--%s", bar, row->name);
		if (row->letter)
			printf("|-%c", row->letter);
		bar = "|";
	}
}

static void put_options_of(const struct verb *verb)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (verb_takes(verb, (enum option)i))
			printf(" --%s", option_row((enum option)i)->name);
}

static void put_verb(const struct completion *completion, const struct verb *verb)
{
	int place = 0;

	for (const struct operand *operand = verb->operands; operand->word; operand++, place++) {
		if (operand->kind == ARGUMENT_FILE)
			printf("  %s.%d) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n",
			       verb->name, place);
		else if (*completion_words(completion, operand->kind))
			printf("  %s.%d) COMPREPLY=($(compgen -W '%s' -- \"$cur\")) ;;\n", verb->name, place,
			       completion_words(completion, operand->kind));
	}
}

static void put_all_options(const struct verb *verbs, size_t count)
{
	printf("  if [[ $cur == -* ]]; then\n"
	       "    case $verb in\n"
	       "    '') words='");
	put_options_of(NULL);
	printf("' ;;\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run) {
			printf("    %s) words='", verbs[i].name);
			put_options_of(&verbs[i]);
			printf("' ;;\n");
		}
	printf("    esac\n"
	       "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	       "    return\n"
	       "  fi\n");
}

void completion_bash(const struct completion *completion)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	printf("# bash completion of quorate\n"
	       "_quorate() {\n"
	       "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= words= place=0 i\n"
	       "  COMPREPLY=()\n"
	       "  case $prev in\n");
	put_option_values(completion);
	printf("  esac\n"
	       "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
	       "    case ${COMP_WORDS[i]} in\n    ");
	put_value_takers();
	printf(") ((i++)) ;;\n"
	       "    -?*) ;;\n"
	       "    *) if [[ -z $verb ]]; then verb=${COMP_WORDS[i]}; else place=$((place + 1)); fi ;;\n"
	       "    esac\n"
	       "  done\n");
	put_all_options(verbs, count);
	printf("  case $verb.$place in\n"
	       "  .0) COMPREPLY=($(compgen -W '%s' -- \"$cur\")) ;;\n",
	       completion_words(completion, ARGUMENT_VERB));
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			put_verb(completion, &verbs[i]);
	printf("  esac\n"
	       "}\n"
	       "complete -F _quorate quorate\n");
}
