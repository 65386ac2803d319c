/* What was written to whom, as it was written, and what went with it. */
#include "store/letter_store.h"

#include "answer.h"
#include "statement_list.h"

static const char *kind_word(int value)
{
	static const char *const words[] = {
#define X(id, token) token,
		ENCLOSURE_KINDS(X)
#undef X
	};

	return (unsigned)value < ENCLOSURE_KIND_COUNT ? words[value] : "";
}
static const struct token_words kind_words = {kind_word, ENCLOSURE_KIND_COUNT};

static const struct column letter_columns[] = {
	COLUMN(struct letter, id, ID),
	COLUMN(struct letter, family_id, ID),
	COLUMN(struct letter, conference_id, ID),
	COLUMN(struct letter, invitee_id, ID),
	COLUMN(struct letter, replaces_id, ID),
	COLUMN(struct letter, template, TEXT),
	COLUMN(struct letter, template_version, TEXT),
	COLUMN(struct letter, recipient, TEXT),
	COLUMN(struct letter, subject, TEXT),
	COLUMN(struct letter, content, TEXT),
	COLUMN(struct letter, digest, TEXT),
	COLUMN(struct letter, by_user, TEXT),
	COLUMN(struct letter, written_at, INTEGER),
};
static const struct column_list letters = COLUMN_LIST(struct letter, letter_columns);

static const struct column enclosure_columns[] = {
	COLUMN(struct enclosure, letter_id, ID), COLUMN(struct enclosure, paper_id, ID),
	COLUMN(struct enclosure, position, INT), COLUMN_AS(struct enclosure, kind, kind_words),
	COLUMN(struct enclosure, name, TEXT),    COLUMN(struct enclosure, content, TEXT),
};
static const struct column_list enclosures = COLUMN_LIST(struct enclosure, enclosure_columns);

static const struct statement letter_add = {
	"INSERT INTO letter (template, template_version, family_id, conference_id, invitee_id, recipient, subject,"
	" content, digest, written_at, by_user, replaces_id) VALUES (:template, :template_version, :family_id,"
	" :conference_id, :invitee_id, :recipient, :subject, :content, :digest, :written_at, :by_user, :replaces_id)",
	true};
static const struct statement by_id = {
	"SELECT id, family_id, conference_id, invitee_id, replaces_id, template, template_version, recipient, subject,"
	" content, digest, by_user, written_at FROM letter WHERE id = :id",
	true};
static const struct statement enclosure_add = {
	"INSERT INTO enclosure (letter_id, position, name, kind, content, paper_id)"
	" VALUES (:letter_id, :position, :name, :kind, :content, :paper_id)",
	true};
static const struct statement enclosures_read = {
	"SELECT letter_id, paper_id, position, kind, name, content FROM enclosure WHERE letter_id = :letter"
	" ORDER BY position",
	true};

const struct statement *const letter_statements[] = {&letter_add, &by_id, &enclosure_add, &enclosures_read, NULL};

bool letter_insert(struct store *s, struct letter *letter, struct fault *f)
{
	if (!store_change(s, &letter_add, &letters, letter, NULL, NULL, f))
		return false;
	letter->id = store_last_id(s);
	return true;
}

bool letter_by_id(struct store *s, int64_t id, struct arena *mem, struct letter *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &letters, mem, out, &found) ||
	       answer_not_found(&found, f, "This letter is not in the case file any more. Open the conference again.");
}

bool enclosure_insert(struct store *s, const struct enclosure *enclosure, struct fault *f)
{
	return store_change(s, &enclosure_add, &enclosures, enclosure, NULL, NULL, f);
}

bool enclosures_of(struct store *s, int64_t letter, struct arena *mem, struct enclosure_list *out, struct fault *f)
{
	return store_select(s, &enclosures_read, PARAMETERS(PARAMETER_ID("letter", letter)), &enclosures, mem, out, f);
}
