/* The reports that are owed, kept as the list of invitees and the conference's day say. */
#include "report_keeping.h"

#include "base/text.h"
#include "report_progress.h"
#include "social_worker.h"
#include "standing_agencies.h"
#include "store/directory_store.h"
#include "store/report_store.h"

#include <string.h>

static enum rule_key report_rule(const struct conference *conference)
{
	return conference->type == CONFERENCE_REVIEW ? RULE_REPORT_REVIEW : RULE_REPORT_INITIAL;
}

day_number report_due_of(const struct casework *cw, const struct conference *conference)
{
	return deadline_compute(casework_policy(cw), casework_calendar(cw), report_rule(conference),
				conference->held_on)
		.due;
}

bool invitee_is_social_worker(const struct conference *conference, const struct invitee *invitee, struct arena *mem)
{
	const struct list_entry entry = {.contact_id = invitee->contact_id,
					 .name = invitee->shown_name,
					 .role = invitee->shown_role,
					 .quorum_group = invitee->quorum_group};

	return !invitee->person_id && social_worker_is(conference, &entry, mem);
}

/* What each group owes where the settings say nothing of it. */
static const struct {
	const char *group;
	enum report_kind kind;
} usual_kinds[] = {
	{"social care", REPORT_SOCIAL_WORK},
	{"probation", REPORT_WRITTEN_INFORMATION},
};

static enum report_kind usual_kind(const struct invitee *invitee, struct arena *mem)
{
	const char *group = text_fold(mem, invitee->quorum_group), *agency = text_fold(mem, invitee->shown_agency);

	for (size_t i = 0; i < sizeof usual_kinds / sizeof *usual_kinds; i++)
		if (strcmp(group, usual_kinds[i].group) == 0 ||
		    strncmp(agency, usual_kinds[i].group, strlen(usual_kinds[i].group)) == 0)
			return usual_kinds[i].kind;
	return REPORT_AGENCY;
}

static bool role_begins(const char *role, const char *wanted, struct arena *mem)
{
	const char *folded = text_fold(mem, wanted);

	return *folded && strncmp(text_fold(mem, role), folded, strlen(folded)) == 0;
}

/* False: this agency owes nothing. A conference has one social worker's report: a colleague of theirs who is asked too
 * writes an ordinary one. */
static bool kind_of(const struct casework *cw, const struct conference *conference, const struct invitee *invitee,
		    struct arena *mem, enum report_kind *out)
{
	const struct settings_standing *said = standing_of(cw, invitee->quorum_group, invitee->shown_agency, mem);
	bool named = conference->social_worker_id || *conference->social_worker;

	if (invitee_is_social_worker(conference, invitee, mem)) {
		*out = REPORT_SOCIAL_WORK;
		return true;
	}
	if (said && strcmp(said->report_kind, "none") == 0)
		return false;
	if (agency_is_police(invitee->quorum_group, invitee->shown_agency))
		*out = REPORT_POLICE; /* whatever the settings call it */
	else if (!said || !report_kind_from_token(said->report_kind, out))
		*out = usual_kind(invitee, mem);
	if (*out == REPORT_SOCIAL_WORK && (named || !role_begins(invitee->shown_role, "social worker", mem)))
		*out = REPORT_AGENCY;
	return true;
}

/* The police's report never goes to the family, whatever the directory says of the agency. */
static bool handling_of(struct casework *cw, const struct invitee *invitee, enum report_kind kind, struct arena *mem,
			enum report_handling *out, struct fault *f)
{
	struct agency agency;
	struct fault why = {0};

	*out = HANDLING_SHARE;
	if (*invitee->shown_agency) {
		if (agency_by_name(cw->store, invitee->shown_agency, mem, &agency, &why)) {
			(void)report_handling_from_token(agency.report_handling, out);
		} else if (why.code != FAULT_NOT_FOUND) {
			if (f)
				*f = why;
			return false;
		}
	}
	if (kind == REPORT_POLICE && *out == HANDLING_SHARE)
		*out = HANDLING_PROFESSIONALS_ONLY;
	return true;
}

bool report_owed_keep(struct casework *cw, const struct conference *conference, const struct invitee *invitee,
		      struct arena *mem, struct fault *f)
{
	struct report row, report = {.conference_id = conference->id,
				     .invitee_id = invitee->id,
				     .is_required = true,
				     .due_on = report_due_of(cw, conference),
				     .requested_on = DAY_NONE,
				     .received_on = DAY_NONE,
				     .to_chair_on = DAY_NONE,
				     .to_manager_on = DAY_NONE,
				     .not_shared_why = "",
				     .note = ""};

	if (invitee->capacity != CAPACITY_PROFESSIONAL || invitee->involved == ANSWER_NO ||
	    !kind_of(cw, conference, invitee, mem, &report.kind))
		return true;
	if (!report_of_invitee(cw->store, invitee->id, mem, &row, f))
		return false;
	if (row.id)
		return true;
	return handling_of(cw, invitee, report.kind, mem, &report.handling, f) && report_insert(cw->store, &report, f);
}

bool reports_follow_day(struct casework *cw, const struct conference *conference, struct fault *f)
{
	day_number due = report_due_of(cw, conference);
	struct arena mem = {0};
	const struct report_progress none = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
	struct report_list reports;
	bool ok = reports_of(cw->store, conference->id, &mem, &reports, f);

	for (size_t i = 0; ok && i < reports.count; i++) {
		struct report *one = &reports.items[i];

		if (one->received_on != DAY_NONE || one->due_on == due)
			continue;
		one->due_on = due;
		ok = report_save(cw->store, one, f);
	}
	ok = ok && report_progress_keep(cw, conference, &none, &mem, f); /* of the new day's deadlines */
	arena_finish(&mem);
	return ok;
}
