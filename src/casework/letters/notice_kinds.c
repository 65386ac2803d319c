/* The table of notices: what each is called, which template it is written from, and the right it needs. */
#include "notice_inside.h"

#include <string.h>

static const struct {
	const char *token, *label;
	enum notice_subject about;
	enum letter_template_key template, to_child;
	enum action action;
	enum notice_repeat repeat;
	const struct notice_kind *kind;
} notices[] = {
#define X(id, token, subject, template, to_child, action, repeat, label)                                               \
	{#token,          label,           NOTICE_ABOUT_##subject, LETTER_##template, LETTER_##to_child,               \
	 ACTION_##action, NOTICE_##repeat, &notice_##token},
	NOTICES(X)
#undef X
};

static const struct {
	enum subject_kind logged;
	const char *leads;
} subjects[] = {
#define X(id, token, logged, leads) {logged, leads},
	NOTICE_SUBJECTS(X)
#undef X
};

const char *notice_token(enum notice notice)
{
	return notices[notice].token;
}

const char *notice_label(enum notice notice)
{
	return notices[notice].label;
}

enum notice_subject notice_about(enum notice notice)
{
	return notices[notice].about;
}

const struct notice_kind *notice_kind_of(enum notice notice)
{
	return notices[notice].kind;
}

enum action notice_action(enum notice notice)
{
	return notices[notice].action;
}

enum notice_repeat notice_repeat_of(enum notice notice)
{
	return notices[notice].repeat;
}

enum letter_template_key notice_template(enum notice notice, const struct invitee *reader)
{
	return reader->capacity == CAPACITY_CHILD ? notices[notice].to_child : notices[notice].template;
}

enum subject_kind notice_logged(enum notice_subject about)
{
	return subjects[about].logged;
}

const char *notice_reference_taken(enum notice notice)
{
	return subjects[notices[notice].about].leads;
}

bool notice_from_token(const char *token, enum notice *out)
{
	for (int i = 0; i < NOTICE_COUNT; i++)
		if (strcmp(notices[i].token, token) == 0) {
			*out = (enum notice)i;
			return true;
		}
	return false;
}

bool notice_from_template(enum letter_template_key key, enum notice *out)
{
	for (int i = 0; i < NOTICE_COUNT; i++)
		if (notices[i].template == key || notices[i].to_child == key) {
			*out = (enum notice)i;
			return true;
		}
	return false;
}
