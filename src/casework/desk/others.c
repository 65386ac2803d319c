/* What others did to the case file while this person works in it: the audit log, which every change leaves a row in, is
 * the news. A look leaves a row too, and is none: two sessions that read again whenever the other had looked would do
 * so for ever. */
#include "others.h"

#include "domain/audit_kind.h"
#include "history_words.h"
#include "london.h"
#include "store/authority_store.h"

#include <stdio.h>
#include <string.h>

enum {
	ROWS_MOST = 200, /* in a second; more of them are news, whatever they are */
	LATELY_SECONDS = 600
};

bool others_begin(struct casework *cw, struct fault *f)
{
	struct audit_anchor newest;

	if (!audit_newest(cw->store, &newest, f))
		return false;
	cw->heard = newest.row;
	return true;
}

bool casework_changed_elsewhere(struct casework *cw)
{
	struct audit_row_list rows = {0};
	struct arena mem = {0};
	bool is_changed = false;

	if (!store_changed_elsewhere(cw->store))
		return false;
	if (!audit_since(cw->store, cw->heard, cw->identity.session, ROWS_MOST, &mem, &rows, NULL))
		is_changed = true;
	for (size_t i = 0; i < rows.count; i++) {
		is_changed |= audit_act_changes(rows.items[i].action);
		cw->heard = rows.items[i].seq;
	}
	is_changed |= rows.count == ROWS_MOST;
	arena_finish(&mem);
	return is_changed;
}

int64_t casework_heard(const struct casework *cw)
{
	return cw->heard;
}

static void name_who(struct casework *cw, const struct audit_row *row, struct arena *mem, struct by_others *out)
{
	/* In a demonstration the log says under which account somebody played: "twisniewski (account root)". */
	const char *login = arena_text_n(mem, row->login, strcspn(row->login, " "));
	struct user_row user = {.name = ""};
	char clock[8];
	bool is_known = user_by_login(cw->store, login, mem, &user, NULL) && *user.name;

	snprintf(out->who, sizeof out->who, "%s at %s", is_known ? user.name : login,
		 date_clock(london_second(row->at) / 60, clock));
}

/* The newest change of the family by others, and whether two people made changes. Notes of a conference are saved every
 * few seconds while they are written, and change nothing else: they are no news. */
static const struct audit_row *newest_change(const struct audit_row_list *rows, int64_t family, int64_t from,
					     bool *is_several)
{
	const struct audit_row *newest = NULL;

	*is_several = false;
	for (size_t i = 0; i < rows->count; i++) {
		const struct audit_row *row = &rows->items[i];

		if (row->family_id != family || row->at < from || !audit_act_changes(row->action) ||
		    strcmp(row->action, "live.note") == 0)
			continue;
		*is_several |= newest && strcmp(newest->login, row->login) != 0;
		newest = row;
	}
	return newest;
}

static void by_others(struct casework *cw, int64_t family, int64_t since, int64_t from, struct by_others *out)
{
	const struct audit_row *newest = NULL;
	struct audit_row_list rows = {0};
	struct arena mem = {0};
	const char *what;
	bool may = true, is_several;

	*out = (struct by_others){.who = ""};
	if ((!family || work_may_see_family(cw, family, &may, NULL)) && may &&
	    audit_since(cw->store, since, cw->identity.session, ROWS_MOST, &mem, &rows, NULL))
		newest = newest_change(&rows, family, from, &is_several);
	if (newest && !is_several)
		name_who(cw, newest, &mem, out);
	what = newest ? history_sentence(newest, &mem) : NULL;
	if (what)
		snprintf(out->what, sizeof out->what, "%s", what);
	arena_finish(&mem);
}

void casework_by_others(struct casework *cw, int64_t family, int64_t since, struct by_others *out)
{
	by_others(cw, family, since, 0, out);
}

void casework_by_others_lately(struct casework *cw, int64_t family, struct by_others *out)
{
	int64_t since = cw->heard > ROWS_MOST / 2 ? cw->heard - ROWS_MOST / 2 : 0;

	by_others(cw, family, since, work_now(cw) - LATELY_SECONDS, out);
}

void casework_reading_again(struct casework *cw, bool is_on)
{
	cw->is_reading_again = is_on;
}
