/* The steps of the run-sheet, what is ticked at the first two, and the statements that are read out. */
#include "domain/run_sheet.h"

#include "words.h"

#include <stddef.h>

WORDS_OF(run_step, RUN_STEPS, RUN_STEP_COUNT)

static const struct item {
	struct word words;
	enum run_step step;
	bool is_of_each;
} items[] = {
#define X(id, token, step, of_each, words) {{token, words}, RUN_##step, of_each},
	RUN_ITEMS(X)
#undef X
};

/* Read aloud to a family who may be frightened and to professionals who have heard it before: short sentences. */
static const char *const statements[RUN_ITEM_COUNT] = {
	[RUN_ITEM_WELCOME] =
		"Welcome, and thank you for coming. We are here today to think together about how the children are and "
		"what "
		"would help them to be safe. In a moment each of us will say who we are and what we do. If you need a "
		"break, do not follow something, or do not feel safe at any time, tell me and we will stop. Let me "
		"show you "
		"the way out, the toilets and the place where we meet if an alarm sounds.",
	[RUN_ITEM_CONFIDENTIALITY] = "What is said here is private. It is shared only with people who need it to keep "
				     "the children safe, and with "
				     "those who are sent the record. Nobody may pass it on, or show papers to anyone "
				     "else, without asking me "
				     "first. There is one limit: if we hear that somebody is in danger or that a crime "
				     "was committed, we may have "
				     "to tell those who can act. Keep your papers where others cannot read them.",
	[RUN_ITEM_EQUALITY] = "Everybody here is to be treated with respect, whatever their age, sex, race, religion, "
			      "disability, sexuality, "
			      "language or way of life. We take account of the family's culture and beliefs, and the "
			      "children's safety "
			      "always comes first. If something that is said hurts you or feels unfair, tell me, here "
			      "or afterwards. We "
			      "speak in plain words, one at a time, and explain any word that only professionals use.",
	[RUN_ITEM_DIFFERENCE] = "We may not all see things the same way, and that is useful: a different view can keep "
				"a child safe. I ask "
				"every professional to say openly what they think and why, for each child. We do not "
				"count votes. If you "
				"disagree with the decision, say so today, and it will be written in the record with "
				"your reasons. You can "
				"also take it further afterwards, and I will tell you how.",
	[RUN_ITEM_RECORDING] =
		"We would like to make a sound recording, to help us write down correctly what was said. We record "
		"only if "
		"each of you agrees, and you may say no without giving a reason; then we only write notes. You will "
		"have a "
		"written record either way. I will tell you who may listen to the recording and when it is wiped. "
		"Nobody else may record, and telephones stay off unless you need yours.",
};

static const struct item *item_of(enum run_item item)
{
	return (unsigned)item < RUN_ITEM_COUNT ? &items[item] : NULL;
}

char run_step_key(enum run_step step)
{
	static const char keys[] = {
#define X(id, token, label, key) key,
		RUN_STEPS(X)
#undef X
	};

	return (unsigned)step < RUN_STEP_COUNT ? keys[step] : 0;
}

bool run_step_from_key(char key, enum run_step *out)
{
	for (int i = 0; i < RUN_STEP_COUNT; i++)
		if (run_step_key((enum run_step)i) == key) {
			*out = (enum run_step)i;
			return true;
		}
	return false;
}

const char *run_item_token(enum run_item item)
{
	return item_of(item) ? item_of(item)->words.token : "";
}

const char *run_item_words(enum run_item item)
{
	return item_of(item) ? item_of(item)->words.label : "";
}

enum run_step run_item_step(enum run_item item)
{
	return item_of(item) ? item_of(item)->step : RUN_STEP_COUNT;
}

bool run_item_is_of_each(enum run_item item)
{
	return item_of(item) && item_of(item)->is_of_each;
}

bool run_item_from_token(const char *token, enum run_item *out)
{
	for (int i = 0; i < RUN_ITEM_COUNT; i++)
		if (word_find(&items[i].words, 1, token, &(int){0})) {
			*out = (enum run_item)i;
			return true;
		}
	return false;
}

const char *run_item_statement(enum run_item item)
{
	return (unsigned)item < RUN_ITEM_COUNT ? statements[item] : NULL;
}
