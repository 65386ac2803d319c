/* The command line understood: options before or after the verb, "--" ends them. */
#include "arguments.h"

#include "base/nearest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const struct option_row *option_row(enum option option)
{
	static const struct option_row rows[] = {
#define X(id, name, letter, argument, kind, scope, purpose)                                                            \
	[OPTION_##id] = {name, letter, argument, ARGUMENT_##kind, SCOPE_##scope, purpose},
		OPTIONS(X)
#undef X
	};
	return &rows[option];
}

bool verb_takes(const struct verb *verb, enum option option)
{
	switch (option_row(option)->scope) {
	case SCOPE_ALL: return true;
	case SCOPE_LISTINGS: return verb && verb->has_listing;
	case SCOPE_VERB: return verb && ((verb->takes | verb->needs) & 1ull << option);
	}
	return false;
}

/* --- One option --- */

static bool unknown_option(const char *typed, const char *name, struct fault *f)
{
	const char *names[OPTION_COUNT + 1] = {0};
	const char *meant;

	for (int i = 0; i < OPTION_COUNT; i++)
		names[i] = option_row((enum option)i)->name;
	meant = nearest_word(name, names, WORDS_TO_NULL);
	if (meant)
		return fault_set(f, FAULT_USAGE, "There is no option \"%.60s\". Did you mean \"--%s\"?", typed, meant);
	return fault_set(f, FAULT_USAGE, "There is no option \"%.60s\". \"quorate help\" lists them.", typed);
}

/* `name` may go on with "=value". OPTION_COUNT when there is none. */
static enum option find_option(const char *name, size_t length)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (strlen(option_row((enum option)i)->name) == length &&
		    strncmp(option_row((enum option)i)->name, name, length) == 0)
			return (enum option)i;
	return OPTION_COUNT;
}

static enum option find_letter(char letter)
{
	for (int i = 0; i < OPTION_COUNT; i++)
		if (letter && option_row((enum option)i)->letter == letter)
			return (enum option)i;
	return OPTION_COUNT;
}

/* `value` is what followed '=', or NULL; `next` the argument after it. *used_next says whether that was taken. */
static bool keep_option(struct arguments *out, enum option option, const char *value, const char *next, bool *used_next,
			struct fault *f)
{
	const struct option_row *row = option_row(option);
	bool is_flag = *row->argument == '\0';

	*used_next = false;
	if (is_flag && value)
		return fault_set(f, FAULT_USAGE, "--%s takes no value. Leave out \"=%.60s\".", row->name, value);
	if (!is_flag && !value) {
		if (!next || (next[0] == '-' && next[1] == '-'))
			return fault_set(f, FAULT_USAGE, "--%s needs a value: --%s %s.", row->name, row->name,
					 row->argument);
		value = next;
		*used_next = true;
	}
	if (!is_flag && out->given[option])
		return fault_set(f, FAULT_USAGE, "--%s was given twice. Give it once.", row->name);
	out->given[option] = true;
	out->values[option] = value;
	return true;
}

static bool read_option(struct arguments *out, const char *typed, const char *next, bool *used_next, struct fault *f)
{
	bool is_long = typed[1] == '-';
	const char *name = typed + (is_long ? 2 : 1);
	size_t length = strcspn(name, "=");
	enum option option = is_long ? find_option(name, length) : find_letter(length == 1 ? *name : '\0');
	char bare[64];

	if (option != OPTION_COUNT)
		return keep_option(out, option, name[length] ? name + length + 1 : NULL, next, used_next, f);
	memcpy(bare, name, length < sizeof bare ? length : sizeof bare - 1);
	bare[length < sizeof bare ? length : sizeof bare - 1] = '\0';
	return unknown_option(typed, bare, f);
}

/* --- Words that are not options --- */

static bool unknown_verb(const char *typed, struct fault *f)
{
	const char *names[32] = {0};
	const char *meant;
	size_t count, kept = 0;
	const struct verb *verbs = verb_table(&count);

	for (size_t i = 0; i < count && kept + 1 < sizeof names / sizeof *names; i++)
		if (verbs[i].run)
			names[kept++] = verbs[i].name;
	meant = nearest_word(typed, names, WORDS_TO_NULL);
	if (meant)
		return fault_set(f, FAULT_USAGE, "There is no verb \"%.60s\". Did you mean \"quorate %s\"?", typed,
				 meant);
	return fault_set(f, FAULT_USAGE, "There is no verb \"%.60s\". \"quorate help\" lists them.", typed);
}

static bool keep_word(struct arguments *out, const char *word, struct fault *f)
{
	if (!out->verb) {
		out->verb = verb_find(word);
		return out->verb || unknown_verb(word, f);
	}
	/* What is not in this version takes anything: the answer is the same. */
	if (!out->verb->run)
		return true;
	if (out->operand_count == OPERANDS_MOST || !out->verb->operands[out->operand_count].word)
		return fault_set(f, FAULT_USAGE,
				 "\"%.60s\" is one word too many. \"quorate help %s\" says how it is used.", word,
				 out->verb->name);
	out->operands[out->operand_count++] = word;
	return true;
}

/* --- The whole --- */

static bool refuse_option(const struct verb *verb, const struct option_row *row, struct fault *f)
{
	if (!verb)
		return fault_set(f, FAULT_USAGE, "--%s belongs to a verb. \"quorate help\" lists the verbs.",
				 row->name);
	return fault_set(f, FAULT_USAGE, "%s does not take --%s. \"quorate help %s\" says what it takes.", verb->name,
			 row->name, verb->name);
}

static bool check_options(const struct arguments *arguments, struct fault *f)
{
	const struct verb *verb = arguments->verb;

	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row((enum option)i);

		if (arguments->given[i] && !verb_takes(verb, (enum option)i))
			return refuse_option(verb, row, f);
		if (verb && (verb->needs & 1ull << i) && !arguments->given[i])
			return fault_set(f, FAULT_USAGE, "%s needs --%s %s.", verb->name, row->name, row->argument);
	}
	if (arguments->given[OPTION_JSON] && arguments->given[OPTION_CSV])
		return fault_set(f, FAULT_USAGE, "--json and --csv are two forms of the same listing. Choose one.");
	return true;
}

static const struct verb_act *find_act(const struct arguments *arguments)
{
	const char *word = arguments->operand_count ? arguments->operands[0] : "";
	const struct verb_act *act = arguments->verb ? arguments->verb->acts : NULL;

	while (act && act->word && strcmp(act->word, word) != 0)
		act++;
	return act && act->word ? act : NULL;
}

/* The first act that takes the option; NULL when it belongs to none. */
static const struct verb_act *act_of_option(const struct verb *verb, enum option option)
{
	for (const struct verb_act *act = verb->acts; act->word; act++)
		if (act->takes & 1ull << option)
			return act;
	return NULL;
}

/* What is taken and does nothing lets whoever typed it believe that it did. A word that is no act is for its verb to
 * refuse. */
static bool check_acts(const struct arguments *arguments, struct fault *f)
{
	const struct verb_act *act = find_act(arguments), *other;

	for (int i = 0; act && i < OPTION_COUNT; i++) {
		const char *name = option_row((enum option)i)->name, *verb = arguments->verb->name;

		if (!arguments->given[i] || act->takes & 1ull << i ||
		    !(other = act_of_option(arguments->verb, (enum option)i)))
			continue;
		return fault_set(f, FAULT_USAGE, "--%s is for \"quorate %s%s%s\", not for \"%s%s%s\". Leave it out.",
				 name, verb, *other->word ? " " : "", other->word, verb, *act->word ? " " : "",
				 act->word);
	}
	return true;
}

static bool check_operands(const struct arguments *arguments, struct fault *f)
{
	const struct verb *verb = arguments->verb;
	const struct operand *next = verb ? &verb->operands[arguments->operand_count] : NULL;

	if (!next || !next->word || next->may_be_left_out)
		return true;
	return fault_set(f, FAULT_USAGE, "%s needs %s. \"quorate help %s\" says how it is used.", verb->name,
			 next->word, verb->name);
}

static bool check_all(const struct arguments *arguments, struct fault *f)
{
	if (arguments->given[OPTION_HELP] || arguments->given[OPTION_VERSION])
		return true;
	if (arguments->verb && !arguments->verb->run)
		return fault_set(f, FAULT_USAGE, "This version of Quorate does not have \"%s\" yet.",
				 arguments->verb->name);
	return check_options(arguments, f) && check_operands(arguments, f) && check_acts(arguments, f);
}

bool arguments_read(struct arguments *out, int argc, char *const *argv, struct fault *f)
{
	bool is_options_ended = false;

	*out = (struct arguments){0};
	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];
		bool used_next = false;

		if (!is_options_ended && strcmp(word, "--") == 0) {
			is_options_ended = true;
		} else if (!is_options_ended && word[0] == '-' && word[1]) {
			if (out->verb && !out->verb->run)
				continue;
			if (!read_option(out, word, i + 1 < argc ? argv[i + 1] : NULL, &used_next, f))
				return false;
			i += used_next;
		} else if (!keep_word(out, word, f)) {
			return false;
		}
	}
	return check_all(out, f);
}

bool arguments_number(const struct arguments *arguments, enum option option, long long least, long long most,
		      long long otherwise, long long *out, struct fault *f)
{
	const char *typed = arguments->values[option];
	char *end = NULL;

	*out = otherwise;
	if (!arguments->given[option])
		return true;
	errno = 0;
	*out = strtoll(typed, &end, 10);
	if (*typed >= '0' && *typed <= '9' && !*end && !errno && *out >= least && *out <= most)
		return true;
	return fault_set(f, FAULT_USAGE, "--%s takes a whole number from %lld to %lld, not \"%.40s\".",
			 option_row(option)->name, least, most, typed);
}
