/* A letter that is held back: it waits no more, and who was to be told by it is to be told again. */
#include "letter_hold.h"

#include "deadline_keeping.h"
#include "letter/template.h"
#include "mailing_inside.h"
#include "notice_hold.h"
#include "store/conference_store.h"
#include "store/report_store.h"

#include <string.h>

/* The invitations of its conference are not all out any more. */
static bool open_invitations(struct casework *cw, const struct letter *held, struct arena *mem, struct fault *f)
{
	struct conference c;
	enum rule_key rule;

	if (!conference_by_id(cw->store, held->conference_id, mem, &c, f))
		return false;
	rule = c.type == CONFERENCE_REVIEW ? RULE_INVITE_REVIEW : RULE_INVITE_INITIAL;
	return deadline_undone(cw, rule, SUBJECT_CONFERENCE, c.id, f) &&
	       (strcmp(held->template, letter_template_name(LETTER_POLICE_NOTICE)) != 0 ||
		deadline_undone(cw, RULE_POLICE_NOTICE, SUBJECT_CONFERENCE, c.id, f));
}

/* Whoever does not come any more needs no bundle. */
static bool open_bundle(struct casework *cw, const struct letter *held, struct arena *mem, struct fault *f)
{
	struct invitee reader = {0};

	if (held->invitee_id && !invitee_by_id(cw->store, held->invitee_id, mem, &reader, f))
		return false;
	return reader.is_withdrawn || reader.exclusion == EXCLUSION_WHOLE ||
	       deadline_undone(cw, RULE_BUNDLE, SUBJECT_CONFERENCE, held->conference_id, f);
}

/* What has not gone out is to be done again: invited, sent the bundle, chased. */
static bool open_task(struct casework *cw, int64_t letter, struct arena *mem, struct fault *f)
{
	struct letter held;
	bool is_notice;

	if (!letter_by_id(cw->store, letter, mem, &held, f) || !notice_drop(cw, letter, mem, &is_notice, f))
		return false;
	if (is_notice || !held.conference_id)
		return true;
	if (letter_tells_a_day(held.template))
		return open_invitations(cw, &held, mem, f);
	if (strcmp(held.template, letter_template_name(LETTER_BUNDLE_SENT)) == 0)
		return open_bundle(cw, &held, mem, f);
	if (strcmp(held.template, letter_template_name(LETTER_RECORD_SENT)) == 0)
		return deadline_undone(cw, RULE_RECORD_DISTRIBUTE, SUBJECT_CONFERENCE, held.conference_id, f);
	if (strncmp(held.template, "decision-", strlen("decision-")) == 0)
		return deadline_undone(cw, RULE_DECISION_LETTER, SUBJECT_CONFERENCE, held.conference_id, f);
	return chaser_drop(cw->store, letter, f);
}

bool letter_hold_back(struct casework *cw, struct delivery *delivery, const char *why, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	delivery->state = DELIVERY_WITHDRAWN;
	delivery->settled_at = work_now(cw);
	delivery->said = why;
	ok = delivery_save(cw->store, delivery, DELIVERY_WAITING, f) && open_task(cw, delivery->letter_id, &mem, f);
	arena_finish(&mem);
	return ok;
}
