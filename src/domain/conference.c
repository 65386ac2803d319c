/* The tables of a conference: its types, categories of abuse, and how people belong to a family. */
#include "domain/conference.h"
#include "word_match.h"

static const struct {
	const char *token, *label, *brief;
} types[] = {
#define X(id, token, label, brief) [CONFERENCE_##id] = {token, label, brief},
	CONFERENCE_TYPES(X)
#undef X
};

static const struct {
	const char *token, *label;
} categories[] = {
#define X(id, token, label) [CATEGORY_##id] = {token, label},
	CATEGORIES(X)
#undef X
};

static const struct {
	const char *token, *label;
} relationships[] = {
#define X(id, token, label) [RELATIONSHIP_##id] = {token, label},
	RELATIONSHIPS(X)
#undef X
};

const char *conference_type_token(enum conference_type type)
{
	return (unsigned)type < CONFERENCE_TYPE_COUNT ? types[type].token : "";
}

const char *conference_type_label(enum conference_type type)
{
	return (unsigned)type < CONFERENCE_TYPE_COUNT ? types[type].label : "";
}

const char *conference_type_brief(enum conference_type type)
{
	return (unsigned)type < CONFERENCE_TYPE_COUNT ? types[type].brief : "";
}

bool conference_type_from_token(const char *token, enum conference_type *out)
{
	for (int i = 0; i < CONFERENCE_TYPE_COUNT; i++)
		if (word_match(token, types[i].token) || word_match(token, types[i].label) ||
		    word_match(token, types[i].brief)) {
			*out = (enum conference_type)i;
			return true;
		}
	return false;
}

bool conference_type_is_initial(enum conference_type type)
{
	return type == CONFERENCE_INITIAL || type == CONFERENCE_PRE_BIRTH || type == CONFERENCE_TRANSFER_IN;
}

enum rule_key conference_rule(enum conference_type type, bool earlier_review)
{
	switch (type) {
	case CONFERENCE_INITIAL: return RULE_ICPC;
	case CONFERENCE_PRE_BIRTH: return RULE_PREBIRTH;
	case CONFERENCE_TRANSFER_IN: return RULE_TRANSFER_IN;
	case CONFERENCE_REVIEW: return earlier_review ? RULE_REVIEW_NEXT : RULE_REVIEW_FIRST;
	case CONFERENCE_RECONVENED: return RULE_INQUORATE_REBOOK;
	case CONFERENCE_SECOND: return RULE_COMPLAINT_SECOND;
	case CONFERENCE_TYPE_COUNT: break;
	}
	return RULE_COUNT;
}

const char *category_token(enum category category)
{
	return (unsigned)category < CATEGORY_COUNT ? categories[category].token : "";
}

const char *category_label(enum category category)
{
	return (unsigned)category < CATEGORY_COUNT ? categories[category].label : "";
}

bool category_from_token(const char *token, enum category *out)
{
	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (word_match(token, categories[i].token) || word_match(token, categories[i].label)) {
			*out = (enum category)i;
			return true;
		}
	return false;
}

const char *relationship_token(enum relationship relationship)
{
	return (unsigned)relationship < RELATIONSHIP_COUNT ? relationships[relationship].token : "";
}

const char *relationship_label(enum relationship relationship)
{
	return (unsigned)relationship < RELATIONSHIP_COUNT ? relationships[relationship].label : "";
}

bool relationship_from_token(const char *token, enum relationship *out)
{
	for (int i = 0; i < RELATIONSHIP_COUNT; i++)
		if (word_match(token, relationships[i].token) || word_match(token, relationships[i].label)) {
			*out = (enum relationship)i;
			return true;
		}
	return false;
}

const char *sex_token(enum sex sex)
{
	return sex == SEX_MALE ? "M" : sex == SEX_FEMALE ? "F" : "U";
}

const char *sex_label(enum sex sex)
{
	return sex == SEX_MALE ? "male" : sex == SEX_FEMALE ? "female" : "not recorded";
}
