/* Who is invited to a conference, and what they were told. */
#include "store/invitee_store.h"

#include "answer.h"
#include "came_back.h"
#include "invitation_tokens.h"
#include "shown_name.h"
#include "statement_list.h"

/* An invitee as it is read, with the parts of its name. The invitee stands first, so that one table of columns serves
 * both. */
struct invitee_read {
	struct invitee invitee;
	struct shown shown;
};
_Static_assert(offsetof(struct invitee_read, invitee) == 0, "the columns of an invitee fit both");
struct invitee_read_list {
	struct invitee_read *items;
	size_t count, room;
};

static const struct column invitee_columns[] = {
	COLUMN(struct invitee, id, ID),
	COLUMN(struct invitee, conference_id, ID),
	COLUMN(struct invitee, person_id, ID),
	COLUMN(struct invitee, contact_id, ID),
	COLUMN(struct invitee, for_invitee_id, ID),
	COLUMN_AS(struct invitee, capacity, capacity_tokens),
	COLUMN(struct invitee, name, TEXT),
	COLUMN(struct invitee, agency, TEXT),
	COLUMN(struct invitee, role, TEXT),
	COLUMN(struct invitee, email, TEXT),
	COLUMN(struct invitee, phone, TEXT),
	COLUMN(struct invitee, address, TEXT),
	COLUMN_AS(struct invitee, method, invite_method_tokens),
	COLUMN_AS(struct invitee, direct_contact, yes_no_tokens),
	COLUMN_AS(struct invitee, involved, yes_no_tokens),
	COLUMN(struct invitee, language, TEXT),
	COLUMN(struct invitee, signing, TEXT),
	COLUMN(struct invitee, access, TEXT),
	COLUMN(struct invitee, childcare, TEXT),
	COLUMN(struct invitee, transport, TEXT),
	COLUMN(struct invitee, sitting, INT),
	COLUMN(struct invitee, represented_why, TEXT),
	COLUMN(struct invitee, understanding, TEXT),
	COLUMN_AS(struct invitee, chair_invites, yes_no_tokens),
	COLUMN(struct invitee, advocate_offered_on, DAY),
	COLUMN(struct invitee, other_way, TEXT),
	COLUMN_AS(struct invitee, reply, reply_tokens),
	COLUMN(struct invitee, reply_on, DAY),
	COLUMN(struct invitee, reply_how, TEXT),
	COLUMN(struct invitee, reply_note, TEXT),
	COLUMN(struct invitee, deputy, TEXT),
	COLUMN_AS(struct invitee, exclusion, exclusion_tokens),
	COLUMN_AS(struct invitee, exclusion_reason, exclusion_reason_tokens),
	COLUMN(struct invitee, exclusion_part, TEXT),
	COLUMN(struct invitee, exclusion_words, TEXT),
	COLUMN(struct invitee, exclusion_asked_by, TEXT),
	COLUMN(struct invitee, exclusion_asked_on, DAY),
	COLUMN(struct invitee, exclusion_decided_by, TEXT),
	COLUMN(struct invitee, exclusion_decided_on, DAY),
	COLUMN(struct invitee, invited_on, DAY),
	COLUMN(struct invitee, told_day, DAY),
	COLUMN(struct invitee, told_starts, OPTIONAL_INT),
	COLUMN(struct invitee, calendar_sequence, INT),
	COLUMN(struct invitee, is_withdrawn, BOOL),
	COLUMN(struct invitee, withdrawn_why, TEXT),
	COLUMN(struct invitee, version, INTEGER),
	COLUMN(struct invitee, shown_agency, TEXT),
	COLUMN(struct invitee, shown_role, TEXT),
	COLUMN(struct invitee, shown_email, TEXT),
	COLUMN(struct invitee, shown_phone, TEXT),
	COLUMN(struct invitee, quorum_group, TEXT),
	COLUMN_AS(struct invitee, relationship, relationship_tokens),
	COLUMN_AS(struct invitee, parental_responsibility, yes_no_tokens),
	COLUMN(struct invitee, contact_bounced_on, DAY),
	COLUMN(struct invitee, contact_checked_on, DAY),
	COLUMN(struct invitee, deputy_name, TEXT),
	SHOWN_COLUMNS(struct invitee_read, shown.),
};
static const struct column_list invitees = COLUMN_LIST(struct invitee_read, invitee_columns);

struct told_row {
	int64_t told, behind;
};
static const struct column told_columns[] = {
	COLUMN(struct told_row, told, INTEGER),
	COLUMN(struct told_row, behind, INTEGER),
};
static const struct column_list told_counts = COLUMN_LIST(struct told_row, told_columns);

/* `h` is the one an invitee comes for, or the invitee itself: it decides where both stand in the list. */
#define INVITEE_ROWS                                                                                                   \
	"SELECT i.id, i.conference_id, i.person_id, i.contact_id, i.for_invitee_id, i.capacity, i.name, i.agency,"     \
	" i.role, i.email, i.phone, i.address, i.method, i.direct_contact, i.involved, i.language, i.signing,"         \
	" i.access, i.childcare, i.transport, i.sitting, i.represented_why, i.understanding, i.chair_invites,"         \
	" i.advocate_offered_on, i.other_way, i.reply, i.reply_on, i.reply_how, i.reply_note, i.deputy, i.exclusion,"  \
	" i.exclusion_reason, i.exclusion_part, i.exclusion_words, i.exclusion_asked_by, i.exclusion_asked_on,"        \
	" i.exclusion_decided_by, i.exclusion_decided_on, i.invited_on, i.told_day, i.told_starts,"                    \
	" i.calendar_sequence, i.is_withdrawn, i.withdrawn_why, i.version, " SHOWN_RESULTS                             \
	", coalesce(nullif(i.role, ''), k.role) AS shown_role, coalesce(m.relationship, 'other') AS relationship,"     \
	" coalesce(m.parental_responsibility, 'unknown') AS parental_responsibility,"                                  \
	" coalesce(k.bounced_on, " MAIL_CAME_BACK(                                                                     \
		"p") ") AS contact_bounced_on, k.checked_on AS contact_checked_on, d.name AS deputy_name"              \
		     " FROM invitee AS i JOIN conference AS c ON c.id = i.conference_id"                               \
		     " JOIN invitee AS h ON h.id = coalesce(i.for_invitee_id, i.id)" SHOWN_JOINS                       \
		     " LEFT JOIN contact AS d ON d.id = k.deputy_id"                                                   \
		     " LEFT JOIN family_member AS m ON m.family_id = c.family_id AND m.person_id = i.person_id"        \
		     " LEFT JOIN person AS hp ON hp.id = h.person_id LEFT JOIN contact AS hk ON hk.id = h.contact_id"  \
		     " LEFT JOIN agency AS ha ON ha.id = hk.agency_id "

static const struct statement invitee_add = {
	"INSERT INTO invitee (conference_id, person_id, contact_id, for_invitee_id, capacity, name, agency, role, "
	"email,"
	" phone, address, method, direct_contact, involved, language, signing, access, childcare, transport, sitting,"
	" represented_why, understanding, chair_invites, advocate_offered_on, other_way, reply, reply_on, reply_how,"
	" reply_note, deputy, exclusion, exclusion_reason, exclusion_part, exclusion_words, exclusion_asked_by,"
	" exclusion_asked_on, exclusion_decided_by, exclusion_decided_on, invited_on, told_day, told_starts,"
	" calendar_sequence, is_withdrawn, withdrawn_why) VALUES (:conference_id, :person_id, :contact_id,"
	" :for_invitee_id, :capacity, :name, :agency, :role, :email, :phone, :address, :method, :direct_contact,"
	" :involved, :language, :signing, :access, :childcare, :transport, :sitting, :represented_why, :understanding,"
	" :chair_invites, :advocate_offered_on, :other_way, :reply, :reply_on, :reply_how, :reply_note, :deputy,"
	" :exclusion, :exclusion_reason, :exclusion_part, :exclusion_words, :exclusion_asked_by, :exclusion_asked_on,"
	" :exclusion_decided_by, :exclusion_decided_on, :invited_on, :told_day, :told_starts, :calendar_sequence,"
	" :is_withdrawn, :withdrawn_why)",
	true};
static const struct statement invitee_update = {
	"UPDATE invitee SET for_invitee_id = :for_invitee_id, capacity = :capacity, name = :name, agency = :agency,"
	" role = :role, email = :email, phone = :phone, address = :address, method = :method,"
	" direct_contact = :direct_contact, involved = :involved, language = :language, signing = :signing,"
	" access = :access, childcare = :childcare, transport = :transport, sitting = :sitting,"
	" represented_why = :represented_why, understanding = :understanding, chair_invites = :chair_invites,"
	" advocate_offered_on = :advocate_offered_on, other_way = :other_way, reply = :reply, reply_on = :reply_on,"
	" reply_how = :reply_how, reply_note = :reply_note, deputy = :deputy, exclusion = :exclusion,"
	" exclusion_reason = :exclusion_reason, exclusion_part = :exclusion_part, exclusion_words = :exclusion_words,"
	" exclusion_asked_by = :exclusion_asked_by, exclusion_asked_on = :exclusion_asked_on,"
	" exclusion_decided_by = :exclusion_decided_by, exclusion_decided_on = :exclusion_decided_on,"
	" invited_on = :invited_on, told_day = :told_day, told_starts = :told_starts,"
	" calendar_sequence = :calendar_sequence, is_withdrawn = :is_withdrawn, withdrawn_why = :withdrawn_why,"
	" version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {INVITEE_ROWS "WHERE i.id = :id", true};
static const struct statement of_conference = {
	INVITEE_ROWS
	"WHERE i.conference_id = :conference AND (:withdrawn_too OR i.is_withdrawn = 0)"
	" ORDER BY i.is_withdrawn, CASE h.capacity WHEN 'child' THEN 0 WHEN 'family' THEN 1 ELSE 2 END,"
	" CASE h.capacity WHEN 'child' THEN hp.born_on IS NULL END,"
	" CASE h.capacity WHEN 'child' THEN hp.born_on END,"
	" CASE WHEN h.capacity NOT IN ('child', 'family') THEN coalesce(ha.name, h.agency) END COLLATE NOCASE,"
	" CASE WHEN h.capacity NOT IN ('child', 'family') THEN coalesce(hk.name, nullif(h.name, ''), hp.surname)"
	" END COLLATE NOCASE, h.id, i.for_invitee_id IS NOT NULL, i.id",
	true};
static const struct statement of_person = {INVITEE_ROWS "WHERE i.person_id = :person ORDER BY i.id DESC", true};
/* A conference that is off or has no day is not what anybody was told. */
static const struct statement told = {
	"SELECT count(*) AS told, coalesce(sum(c.state IN ('cancelled', 'postponed') OR i.told_day IS NOT c.held_on"
	" OR i.told_starts IS NOT c.starts), 0) AS behind FROM invitee AS i JOIN conference AS c ON c.id = "
	"i.conference_id"
	" WHERE i.conference_id = :conference AND i.is_withdrawn = 0 AND i.told_day IS NOT NULL",
	true};

const struct statement *const invitee_statements[] = {&invitee_add, &invitee_update, &by_id, &of_conference,
						      &of_person,   &told,           NULL};

static bool read_list(struct store *s, const struct statement *q, const struct parameter *parameters, struct arena *mem,
		      struct invitee_list *out, struct fault *f)
{
	struct invitee_read_list rows;

	*out = (struct invitee_list){0};
	if (!store_select(s, q, parameters, &invitees, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct invitee *invitee = ARENA_PUSH(mem, out);

		if (!invitee)
			return answer_too_much(f);
		*invitee = rows.items[i].invitee;
		invitee->shown_name = shown_name(&rows.items[i].shown, mem);
	}
	return !arena_exhausted(mem) || answer_too_much(f);
}

bool invitee_insert(struct store *s, struct invitee *invitee, struct fault *f)
{
	if (!store_change(s, &invitee_add, &invitees, invitee, NULL, NULL, f))
		return false;
	invitee->id = store_last_id(s);
	invitee->version = 1;
	return true;
}

bool invitee_save(struct store *s, struct invitee *invitee, struct fault *f)
{
	int64_t changed;

	return store_change(s, &invitee_update, &invitees, invitee, NULL, &changed, f) &&
	       answer_saved(changed, &invitee->version, "this invitation", f);
}

bool invitee_by_id(struct store *s, int64_t id, struct arena *mem, struct invitee *out, struct fault *f)
{
	struct invitee_list found;

	*out = (struct invitee){0};
	if (!read_list(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), mem, &found, f))
		return false;
	if (found.count == 0)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This invitation is not in the case file any more. Open the conference again.");
	*out = found.items[0];
	return true;
}

bool invitees_of(struct store *s, int64_t conference, bool withdrawn_too, struct arena *mem, struct invitee_list *out,
		 struct fault *f)
{
	return read_list(
		s, &of_conference,
		PARAMETERS(PARAMETER_ID("conference", conference), PARAMETER_INTEGER("withdrawn_too", withdrawn_too)),
		mem, out, f);
}

bool invitees_of_person(struct store *s, int64_t person, struct arena *mem, struct invitee_list *out, struct fault *f)
{
	return read_list(s, &of_person, PARAMETERS(PARAMETER_ID("person", person)), mem, out, f);
}

bool invitees_told(struct store *s, int64_t conference, int64_t *told_count, int64_t *behind, struct fault *f)
{
	struct arena none = {0};
	struct told_row row;
	bool ok = store_select_one(s, &told, PARAMETERS(PARAMETER_ID("conference", conference)), &told_counts, &none,
				   &row, f);

	*told_count = row.told;
	*behind = row.behind;
	arena_finish(&none);
	return ok;
}
