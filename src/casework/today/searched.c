/* What was looked for letter by letter leaves one row: when it rests, when it is made shorter or another, or is acted
 * on. */
#include "searched.h"

#include "casework/pages.h"
#include "work.h"

#include <stdio.h>
#include <string.h>

static bool begins_with(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

void searched_is_logged(struct casework *cw, const char *typed)
{
	cw->searched.words[0] = '\0';
	snprintf(cw->searched.logged, sizeof cw->searched.logged, "%s", typed);
}

bool casework_search_rests(struct casework *cw, struct fault *f)
{
	struct searched *now = &cw->searched;
	char words[SEARCHED_ROOM];

	if (!*now->words)
		return true;
	snprintf(words, sizeof words, "%s", now->words);
	if (!look_begin(cw, now->right, f) ||
	    !look_end(cw, f, "find", SUBJECT_NONE, 0, 0, "\"%s\": %zu found", words, now->found))
		return false;
	searched_is_logged(cw, words);
	return true;
}

bool searched_note(struct casework *cw, enum action right, const char *typed, size_t found, struct fault *f)
{
	struct searched *now = &cw->searched;
	const char *before = *now->words ? now->words : now->logged;
	bool shrinks = *before && begins_with(before, typed);

	if (strcmp(typed, before) == 0)
		return true; /* read again, because another person saved something */
	if (*now->words && now->grew && !begins_with(typed, now->words) && !casework_search_rests(cw, f))
		return false;
	now->grew = !shrinks;
	now->found = found;
	now->right = right;
	snprintf(now->words, sizeof now->words, "%s", typed);
	return true;
}

bool casework_search_ends(struct casework *cw, struct fault *f)
{
	if (cw->searched.grew && !casework_search_rests(cw, f))
		return false;
	cw->searched.words[0] = cw->searched.logged[0] = '\0';
	return true;
}

void casework_search_was_none(struct casework *cw)
{
	if (!cw->searched.found)
		cw->searched.words[0] = '\0';
}
