/* `quorate completion`: the completion script of a shell. */
#include "app.h"
#include "completion.h"

#include <string.h>

const char *completion_words(const struct completion *completion, enum argument_kind kind)
{
	const char *words = "";

	for (const char **word = argument_words(kind, completion->config_folder, completion->mem); word && *word;
	     word++)
		words = arena_joined(completion->mem, words, " ", *word);
	return words;
}

const char *completion_quoted(const struct completion *completion, const char *text)
{
	const char *quote = strchr(text, '\'');
	const char *before;

	if (!quote)
		return text;
	before = arena_text_n(completion->mem, text, (size_t)(quote - text));
	return arena_printf(completion->mem, "%s'\\''%s", before, completion_quoted(completion, quote + 1));
}

bool run_completion(struct app *app, struct fault *f)
{
	static const struct {
		const char *shell;
		void (*write)(const struct completion *completion);
	} shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}, {"fish", completion_fish}};
	const struct completion completion = {.config_folder = app_config_folder(app), .mem = &app->mem};

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shells[i].shell, app->arguments.operands[0]) == 0) {
			shells[i].write(&completion);
			return true;
		}
	return fault_set(f, FAULT_USAGE, "There is no completion for \"%.40s\". There is for bash, zsh and fish.",
			 app->arguments.operands[0]);
}
