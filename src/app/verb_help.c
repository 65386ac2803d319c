/* `quorate help`: what every verb is for, how one is used, and the tables of the manual. */
#include "app.h"
#include "manual.h"

#include "base/nearest.h"
#include "base/text.h"
#include "casework/letters.h"
#include "domain/deadline.h"
#include "exchange/import.h"

#include <string.h>

enum { TERM_WIDTH = 26 };

static const char *operand_words(const struct operand *operand, struct arena *mem)
{
	return arena_printf(mem, operand->may_be_left_out ? " [%s]" : " %s", operand->word);
}

static const char *option_words(enum option option, struct arena *mem)
{
	const struct option_row *row = option_row(option);

	return arena_printf(mem, "--%s%s%s", row->name, *row->argument ? " " : "", row->argument);
}

const char *verb_usage(const struct verb *verb, struct arena *mem)
{
	const char *words = arena_printf(mem, "quorate %s", verb->name);

	for (const struct operand *operand = verb->operands; operand->word; operand++)
		words = arena_printf(mem, "%s%s", words, operand_words(operand, mem));
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (verb->needs & 1ull << i)
			words = arena_printf(mem, "%s %s", words, option_words((enum option)i, mem));
		else if (verb->takes & 1ull << i)
			words = arena_printf(mem, "%s [%s]", words, option_words((enum option)i, mem));
	}
	return words;
}

/* "  term        what it is", the term on a line of its own where it is too long. */
static void put_term(const char *term, const char *text)
{
	int width = text_width(term);

	printf("  %s", term);
	if (width + 2 >= TERM_WIDTH)
		putchar('\n');
	app_put_wrapped(text, TERM_WIDTH, width + 2 >= TERM_WIDTH ? TERM_WIDTH : TERM_WIDTH - width - 2);
}

static void put_option(enum option option, struct arena *mem)
{
	const struct option_row *row = option_row(option);
	const char *words = option_words(option, mem);

	put_term(row->letter ? arena_printf(mem, "-%c, %s", row->letter, words) : words, row->purpose);
}

static void put_options(const struct verb *verb, enum option_scope scope, struct arena *mem)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_row((enum option)i)->scope == scope && (!verb || verb_takes(verb, (enum option)i)))
			put_option((enum option)i, mem);
}

static void put_rules(struct arena *mem)
{
	printf("\nRules\n");
	for (int i = 0; i < RULE_COUNT; i++)
		put_term(rule_token((enum rule_key)i),
			 arena_printf(mem, "%s, counted from: %s", rule_label((enum rule_key)i),
				      trigger_label(rule_trigger((enum rule_key)i))));
}

static void put_letters(struct arena *mem)
{
	const char *name, *description;

	printf("\nLetters\n");
	for (size_t i = 0; (name = casework_letter_name(i, &description)); i++)
		put_term(name, arena_text(mem, description));
}

static void put_columns(struct arena *mem)
{
	const struct import_column *column;

	for (int kind = 0; kind < IMPORT_KIND_COUNT; kind++)
		for (size_t i = 0; (column = import_column((enum import_kind)kind, i)); i++) {
			if (i == 0)
				printf("\nColumns of a %s; those with * must be there\n",
				       import_kind_label((enum import_kind)kind));
			put_term(arena_printf(mem, "%s%s", column->name, column->is_needed ? " *" : ""),
				 import_column_words(column, mem));
		}
}

static void put_words(const struct verb *verb, struct app *app)
{
	for (const struct operand *operand = verb->operands; operand->word; operand++)
		if (operand->kind == ARGUMENT_RULE)
			put_rules(&app->mem);
		else if (operand->kind == ARGUMENT_LETTER)
			put_letters(&app->mem);
		else if (operand->kind == ARGUMENT_IMPORT_KIND)
			put_columns(&app->mem);
	if (verb_takes(verb, OPTION_PROFILE)) {
		printf("\nProfiles\n ");
		for (const char **p = argument_words(ARGUMENT_PROFILE, app_config_folder(app), &app->mem); *p; p++)
			printf(" %s", *p);
		printf("\n");
	}
}

static void help_one(struct app *app, const struct verb *verb)
{
	app_put_wrapped(verb_usage(verb, &app->mem), 2, 0);
	printf("\n");
	app_put_wrapped(verb->manual, 0, 0);
	if (verb->takes | verb->needs) {
		printf("\nOptions\n");
		put_options(verb, SCOPE_VERB, &app->mem);
	}
	put_words(verb, app);
	printf("\nOptions of every verb: see \"quorate help\".\n");
}

static void help_all(struct app *app)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	printf("Quorate runs the child protection conferences of one authority.\n\n"
	       "  quorate                 open the case file full screen\n"
	       "  quorate VERB ...        one of these:\n\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			put_term(verbs[i].name, verbs[i].purpose);
	printf("\nOptions, before or after the verb\n");
	put_options(NULL, SCOPE_ALL, &app->mem);
	printf("\nOptions of every listing\n");
	put_options(NULL, SCOPE_LISTINGS, &app->mem);
	printf("\nExit status: 0 done, 1 failed or not found, 2 not understood, 3 refused by a rule,\n"
	       "4 not allowed, 5 busy, 6 damaged or tampered with.\n"
	       "\"quorate help VERB\" says more; so does the manual, \"man quorate\".\n");
}

bool help_verb(struct app *app, const struct verb *verb, struct fault *f)
{
	if (verb && !verb->run)
		return fault_set(f, FAULT_USAGE, "This version of Quorate does not have \"%s\" yet.", verb->name);
	if (verb)
		help_one(app, verb);
	else
		help_all(app);
	return true;
}

bool run_help(struct app *app, struct fault *f)
{
	const char *topic = app->arguments.operand_count ? app->arguments.operands[0] : NULL;
	const struct verb *verb = topic ? verb_find(topic) : NULL;
	const char *meant;

	if (app->arguments.given[OPTION_MAN])
		return manual_write(topic, f);
	if (!topic || verb)
		return help_verb(app, verb, f);
	meant = nearest_word(topic, argument_words(ARGUMENT_VERB, NULL, &app->mem), WORDS_TO_NULL);
	if (meant)
		return fault_set(f, FAULT_USAGE, "There is no verb \"%.60s\". Did you mean \"%s\"?", topic, meant);
	return fault_set(f, FAULT_USAGE, "There is no verb \"%.60s\". \"quorate help\" lists them.", topic);
}
