/* Answers, sexes and relationships as spreadsheets and returns write them. */
#include "written.h"

#include <string.h>
#include <strings.h>

struct word {
	const char *text;
	int value;
};

static bool find(const struct word *words, size_t count, const char *text, int *out)
{
	for (size_t i = 0; i < count; i++)
		if (strcasecmp(words[i].text, text) == 0) {
			*out = words[i].value;
			return true;
		}
	return false;
}

#define FIND(words, text, out) find((words), sizeof(words) / sizeof *(words), (text), (out))

bool written_yes_no(const char *text, enum yes_no *out)
{
	static const struct word words[] = {
		{"", ANSWER_UNKNOWN},  {"yes", ANSWER_YES},         {"y", ANSWER_YES},
		{"true", ANSWER_YES},  {"1", ANSWER_YES},           {"no", ANSWER_NO},
		{"n", ANSWER_NO},      {"false", ANSWER_NO},        {"0", ANSWER_NO},
		{"none", ANSWER_NO},   {"unknown", ANSWER_UNKNOWN}, {"not known", ANSWER_UNKNOWN},
		{"?", ANSWER_UNKNOWN},
	};
	int value = ANSWER_UNKNOWN;
	bool found = FIND(words, text, &value);

	*out = (enum yes_no)value;
	return found;
}

/* 1, 2, 0 and 9 are the codes of returns before 2024-25. */
bool written_sex(const char *text, enum sex *out)
{
	static const struct word words[] = {
		{"", SEX_UNKNOWN},
		{"M", SEX_MALE},
		{"male", SEX_MALE},
		{"boy", SEX_MALE},
		{"man", SEX_MALE},
		{"1", SEX_MALE},
		{"F", SEX_FEMALE},
		{"female", SEX_FEMALE},
		{"girl", SEX_FEMALE},
		{"woman", SEX_FEMALE},
		{"2", SEX_FEMALE},
		{"U", SEX_UNKNOWN},
		{"unknown", SEX_UNKNOWN},
		{"not known", SEX_UNKNOWN},
		{"not recorded", SEX_UNKNOWN},
		{"unborn", SEX_UNKNOWN},
		{"indeterminate", SEX_UNKNOWN},
		{"I", SEX_UNKNOWN},
		{"0", SEX_UNKNOWN},
		{"9", SEX_UNKNOWN},
	};
	int value = SEX_UNKNOWN;
	bool found = FIND(words, text, &value);

	*out = (enum sex)value;
	return found;
}

/* A brother or sister is not here: one may be a child of the conference, the other grown up; the row must say which. */
bool written_relationship(const char *text, enum relationship *out)
{
	static const struct word words[] = {
		{"subject child", RELATIONSHIP_CHILD},
		{"son", RELATIONSHIP_CHILD},
		{"daughter", RELATIONSHIP_CHILD},
		{"unborn", RELATIONSHIP_CHILD},
		{"unborn child", RELATIONSHIP_CHILD},
		{"baby", RELATIONSHIP_CHILD},
		{"mum", RELATIONSHIP_MOTHER},
		{"mam", RELATIONSHIP_MOTHER},
		{"birth mother", RELATIONSHIP_MOTHER},
		{"dad", RELATIONSHIP_FATHER},
		{"birth father", RELATIONSHIP_FATHER},
		{"stepmum", RELATIONSHIP_STEP_MOTHER},
		{"step mum", RELATIONSHIP_STEP_MOTHER},
		{"stepdad", RELATIONSHIP_STEP_FATHER},
		{"step dad", RELATIONSHIP_STEP_FATHER},
		{"mother's partner", RELATIONSHIP_PARTNER},
		{"father's partner", RELATIONSHIP_PARTNER},
		{"boyfriend", RELATIONSHIP_PARTNER},
		{"girlfriend", RELATIONSHIP_PARTNER},
		{"grandma", RELATIONSHIP_GRANDMOTHER},
		{"gran", RELATIONSHIP_GRANDMOTHER},
		{"nan", RELATIONSHIP_GRANDMOTHER},
		{"maternal grandmother", RELATIONSHIP_GRANDMOTHER},
		{"paternal grandmother", RELATIONSHIP_GRANDMOTHER},
		{"grandad", RELATIONSHIP_GRANDFATHER},
		{"granddad", RELATIONSHIP_GRANDFATHER},
		{"grandpa", RELATIONSHIP_GRANDFATHER},
		{"maternal grandfather", RELATIONSHIP_GRANDFATHER},
		{"paternal grandfather", RELATIONSHIP_GRANDFATHER},
		{"auntie", RELATIONSHIP_AUNT},
		{"maternal aunt", RELATIONSHIP_AUNT},
		{"paternal aunt", RELATIONSHIP_AUNT},
		{"maternal uncle", RELATIONSHIP_UNCLE},
		{"paternal uncle", RELATIONSHIP_UNCLE},
		{"adult brother", RELATIONSHIP_SIBLING},
		{"adult sister", RELATIONSHIP_SIBLING},
		{"foster carer", RELATIONSHIP_CARER},
		{"kinship carer", RELATIONSHIP_CARER},
		{"special guardian", RELATIONSHIP_GUARDIAN},
		{"legal guardian", RELATIONSHIP_GUARDIAN},
		{"relative", RELATIONSHIP_OTHER},
		{"family friend", RELATIONSHIP_OTHER},
		{"friend", RELATIONSHIP_OTHER},
	};
	int value;

	if (relationship_from_token(text, out))
		return true;
	if (!FIND(words, text, &value))
		return false;
	*out = (enum relationship)value;
	return true;
}
