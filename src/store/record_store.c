/* The record of a conference in sections, and the corrections asked of it. */
#include "store/record_store.h"

#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"

static const struct column record_columns[] = {
	COLUMN(struct conference_record, id, ID),
	COLUMN(struct conference_record, conference_id, ID),
	COLUMN(struct conference_record, edition, INT),
	COLUMN_AS(struct conference_record, state, record_state_tokens),
	COLUMN(struct conference_record, writer, TEXT),
	COLUMN(struct conference_record, approver, TEXT),
	COLUMN(struct conference_record, drafted_on, DAY),
	COLUMN(struct conference_record, approved_on, DAY),
	COLUMN(struct conference_record, distributed_on, DAY),
	COLUMN(struct conference_record, version, INTEGER),
};
static const struct column_list records = COLUMN_LIST(struct conference_record, record_columns);
struct record_list {
	struct conference_record *items;
	size_t count, room;
};

static const struct column section_columns[] = {
	COLUMN(struct record_section, id, ID),        COLUMN(struct record_section, record_id, ID),
	COLUMN(struct record_section, position, INT), COLUMN(struct record_section, key, TEXT),
	COLUMN(struct record_section, heading, TEXT), COLUMN(struct record_section, text, TEXT),
	COLUMN(struct record_section, by_user, TEXT), COLUMN(struct record_section, is_restricted, BOOL),
	COLUMN(struct record_section, at, INTEGER),   COLUMN(struct record_section, version, INTEGER),
	COLUMN(struct record_section, person_id, ID), COLUMN(struct record_section, is_of_no_child, BOOL),
};
static const struct column_list sections = COLUMN_LIST(struct record_section, section_columns);

static const struct column correction_columns[] = {
	COLUMN(struct record_correction, id, ID),
	COLUMN(struct record_correction, record_id, ID),
	COLUMN(struct record_correction, asked_by, TEXT),
	COLUMN(struct record_correction, words, TEXT),
	COLUMN(struct record_correction, answer, TEXT),
	COLUMN(struct record_correction, answered_by, TEXT),
	COLUMN(struct record_correction, asked_on, DAY),
	COLUMN(struct record_correction, answered_on, DAY),
	COLUMN_AS(struct record_correction, accepted, opinion_tokens),
};
static const struct column_list corrections = COLUMN_LIST(struct record_correction, correction_columns);

static const struct statement next_edition = {
	"SELECT max(edition) + 1 FROM conference_record WHERE conference_id = :conference", true};
static const struct statement record_add = {
	"INSERT INTO conference_record (conference_id, edition, state, writer, approver, drafted_on, approved_on,"
	" distributed_on) VALUES (:conference_id, :edition, :state, :writer, :approver, :drafted_on, :approved_on,"
	" :distributed_on)",
	true};
static const struct statement record_save = {
	"UPDATE conference_record SET state = :state, writer = :writer, approver = :approver, drafted_on = :drafted_on,"
	" approved_on = :approved_on, distributed_on = :distributed_on, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement newest_of = {
	"SELECT id, conference_id, edition, state, writer, approver, drafted_on, approved_on, distributed_on, version"
	" FROM conference_record WHERE conference_id = :conference ORDER BY edition DESC LIMIT 1",
	true};

static const struct statement section_add = {
	"INSERT INTO record_section (record_id, position, key, heading, text, is_restricted, by_user, at, person_id,"
	" is_of_no_child) VALUES (:record_id, :position, :key, :heading, :text, :is_restricted, :by_user, :at,"
	" :person_id, :is_of_no_child) ON CONFLICT DO NOTHING",
	true};
static const struct statement section_save = {
	"UPDATE record_section SET position = :position, heading = :heading, text = :text,"
	" is_restricted = :is_restricted, by_user = :by_user, at = :at, person_id = :person_id,"
	" is_of_no_child = :is_of_no_child, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement section_delete = {"DELETE FROM record_section WHERE id = :id AND version = :version",
						true};
static const struct statement sections_read = {
	"SELECT id, record_id, position, key, heading, text, is_restricted, by_user, at, version, person_id,"
	" is_of_no_child FROM record_section"
	" WHERE record_id = :record ORDER BY position, id",
	true};
static const struct statement sections_carry = {
	"INSERT INTO record_section (record_id, position, key, heading, text, is_restricted, by_user, at, person_id,"
	" is_of_no_child) SELECT :to, position, key, heading, text, is_restricted, by_user, at, person_id,"
	" is_of_no_child FROM record_section"
	" WHERE record_id = :from",
	true};

static const struct statement correction_add = {
	"INSERT INTO record_correction (record_id, asked_by, asked_on, words) VALUES (:record_id, :asked_by, :asked_on,"
	" :words)",
	true};
static const struct statement correction_answer = {
	"UPDATE record_correction SET accepted = :accepted, answer = :answer, answered_by = :answered_by,"
	" answered_on = :answered_on WHERE id = :id AND answered_on IS NULL",
	true};
static const struct statement corrections_read = {
	"SELECT id, record_id, asked_by, asked_on, words, accepted, answer, answered_by, answered_on"
	" FROM record_correction WHERE record_id = :record ORDER BY asked_on, id",
	true};
static const struct statement corrections_of_conference = {
	"SELECT id, record_id, asked_by, asked_on, words, accepted, answer, answered_by, answered_on"
	" FROM record_correction WHERE record_id IN (SELECT id FROM conference_record WHERE conference_id = "
	":conference)"
	" ORDER BY asked_on, id",
	true};

const struct statement *const record_statements[] = {&next_edition,
						     &record_add,
						     &record_save,
						     &newest_of,
						     &section_add,
						     &section_save,
						     &section_delete,
						     &sections_read,
						     &sections_carry,
						     &correction_add,
						     &correction_answer,
						     &corrections_read,
						     &corrections_of_conference,
						     NULL};

/* After a failed save. Always false. */
static bool frozen(struct store *s, struct fault *f)
{
	return keep_refused(s, "an approved record is never changed",
			    "This record was approved and stays as it is. Reopen it, with a reason, to write its next "
			    "edition.",
			    f);
}

static bool number_edition(struct store *s, struct conference_record *record, struct fault *f)
{
	int64_t edition;

	if (!store_select_number(s, &next_edition, PARAMETERS(PARAMETER_ID("conference", record->conference_id)), 1,
				 &edition, f))
		return false;
	record->edition = (int)edition;
	return true;
}

bool conference_record_keep(struct store *s, struct conference_record *record, struct fault *f)
{
	static const struct keeping how = {&record_add, &record_save, "this record"};

	if (record->version == 0 && !number_edition(s, record, f))
		return false;
	return keep_row_by_id(s, &how, &records, record, &record->id, &record->version, f) || frozen(s, f);
}

bool conference_record_of(struct store *s, int64_t conference, struct arena *mem, struct conference_record *out,
			  struct fault *f)
{
	struct record_list found;

	*out = conference_record_blank();
	if (!store_select(s, &newest_of, PARAMETERS(PARAMETER_ID("conference", conference)), &records, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool record_section_keep(struct store *s, struct record_section *section, struct fault *f)
{
	static const struct keeping how = {&section_add, &section_save, "this section"};

	return keep_row_by_id(s, &how, &sections, section, &section->id, &section->version, f) || frozen(s, f);
}

bool record_section_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	return keep_drop(s, &section_delete, "this section", id, version, f) || frozen(s, f);
}

bool record_sections_of(struct store *s, int64_t record, struct arena *mem, struct record_section_list *out,
			struct fault *f)
{
	return store_select(s, &sections_read, PARAMETERS(PARAMETER_ID("record", record)), &sections, mem, out, f);
}

bool record_sections_carry_over(struct store *s, int64_t from, int64_t to, struct fault *f)
{
	return store_change(s, &sections_carry, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("from", from), PARAMETER_ID("to", to)), NULL, f) ||
	       frozen(s, f);
}

bool record_correction_insert(struct store *s, struct record_correction *correction, struct fault *f)
{
	if (!store_change(s, &correction_add, &corrections, correction, NULL, NULL, f))
		return false;
	correction->id = store_last_id(s);
	return true;
}

bool record_correction_answer(struct store *s, const struct record_correction *correction, struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &correction_answer, &corrections, correction, NULL, &changed, f))
		return false;
	return changed > 0 ||
	       fault_set(f, FAULT_CONFLICT,
			 "Another person answered this correction since you opened it. Look at their answer.");
}

bool record_corrections_of(struct store *s, int64_t record, struct arena *mem, struct record_correction_list *out,
			   struct fault *f)
{
	return store_select(s, &corrections_read, PARAMETERS(PARAMETER_ID("record", record)), &corrections, mem, out,
			    f);
}

bool record_corrections_of_conference(struct store *s, int64_t conference, struct arena *mem,
				      struct record_correction_list *out, struct fault *f)
{
	return store_select(s, &corrections_of_conference, PARAMETERS(PARAMETER_ID("conference", conference)),
			    &corrections, mem, out, f);
}
