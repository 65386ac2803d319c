/* Notices: which letter told which reader of which subject. */
#include "store/notice_store.h"

#include "invitation_tokens.h"
#include "statement_list.h"

static const struct column notice_columns[] = {
	COLUMN(struct notice_row, letter_id, ID),
	COLUMN(struct notice_row, subject_id, ID),
	COLUMN(struct notice_row, person_id, ID),
	COLUMN(struct notice_row, contact_id, ID),
	COLUMN(struct notice_row, kind, TEXT),
	COLUMN(struct notice_row, reference, TEXT),
	COLUMN(struct notice_row, reader, TEXT),
	COLUMN(struct notice_row, facts, TEXT),
	COLUMN(struct notice_row, written_at, INTEGER),
	COLUMN(struct notice_row, delivery_id, ID),
	COLUMN_AS(struct notice_row, state, delivery_state_tokens),
};
static const struct column_list notices = COLUMN_LIST(struct notice_row, notice_columns);

struct came_back {
	day_number on;
};
static const struct column came_back_columns[] = {COLUMN(struct came_back, on, DAY)};
static const struct column_list came_back = COLUMN_LIST(struct came_back, came_back_columns);

#define ALL                                                                                                            \
	"SELECT t.letter_id, t.subject_id, t.person_id, t.contact_id, t.kind, t.reference, t.reader, t.facts,"         \
	" l.written_at, d.id AS delivery_id, d.state FROM notice AS t JOIN letter AS l ON l.id = t.letter_id"          \
	" JOIN delivery AS d ON d.id = (SELECT max(n.id) FROM delivery AS n WHERE n.letter_id = l.id) "

static const struct statement add = {
	"INSERT INTO notice (letter_id, kind, subject_id, reference, person_id, contact_id, reader, facts)"
	" VALUES (:letter_id, :kind, :subject_id, :reference, :person_id, :contact_id, :reader, :facts)",
	true};
static const struct statement of_letter = {ALL "WHERE t.letter_id = :letter", true};
static const struct statement of_subject = {
	ALL "WHERE t.subject_id = :subject AND t.kind = :kind ORDER BY t.letter_id DESC", true};
static const struct statement mail_back = {
	"SELECT max(date(b.settled_at, 'unixepoch')) AS \"on\" FROM delivery AS b WHERE b.method = 'email'"
	" AND b.state = 'bounced' AND b.address = :address AND NOT EXISTS (SELECT 1 FROM delivery AS n"
	" WHERE n.letter_id = b.letter_id AND n.id > b.id AND n.state = 'sent' AND n.address = b.address)",
	true};

const struct statement *const notice_statements[] = {&add, &of_letter, &of_subject, &mail_back, NULL};

bool notice_insert(struct store *s, const struct notice_row *row, struct fault *f)
{
	return store_change(s, &add, &notices, row, NULL, NULL, f);
}

bool notice_of_letter(struct store *s, int64_t letter, struct arena *mem, struct notice_row *out, bool *is_one,
		      struct fault *f)
{
	struct notice_row_list found = {0};

	*is_one = false;
	if (!store_select(s, &of_letter, PARAMETERS(PARAMETER_ID("letter", letter)), &notices, mem, &found, f))
		return false;
	*is_one = found.count == 1;
	if (*is_one)
		*out = found.items[0];
	return true;
}

bool notices_of_subject(struct store *s, const char *kind, int64_t subject, struct arena *mem,
			struct notice_row_list *out, struct fault *f)
{
	*out = (struct notice_row_list){0};
	return store_select(s, &of_subject, PARAMETERS(PARAMETER_TEXT("kind", kind), PARAMETER_ID("subject", subject)),
			    &notices, mem, out, f);
}

bool mail_came_back_on(struct store *s, const char *address, struct arena *mem, day_number *out, struct fault *f)
{
	struct came_back found = {.on = DAY_NONE};

	*out = DAY_NONE;
	if (!store_select_one(s, &mail_back, PARAMETERS(PARAMETER_TEXT("address", address)), &came_back, mem, &found,
			      f))
		return false;
	*out = found.on;
	return true;
}
