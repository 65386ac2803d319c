/* Papers kept in the case file, each with the digest it is held to when it is read again. */
#include "store/paper_store.h"

#include "answer.h"
#include "statement_list.h"

#include <sodium.h>
#include <string.h>

static const struct column paper_columns[] = {
	COLUMN(struct paper, id, ID),
	COLUMN(struct paper, family_id, ID),
	COLUMN(struct paper, conference_id, ID),
	COLUMN(struct paper, report_id, ID),
	COLUMN(struct paper, name, TEXT),
	COLUMN(struct paper, media_type, TEXT),
	COLUMN(struct paper, digest, TEXT),
	COLUMN(struct paper, by_user, TEXT),
	COLUMN(struct paper, bytes, INTEGER),
	COLUMN(struct paper, kept_at, INTEGER),
	COLUMN(struct paper, is_withdrawn, BOOL),
};
static const struct column_list papers = COLUMN_LIST(struct paper, paper_columns);

struct kept_content {
	const char *name, *digest;
	struct blob content;
};
static const struct column content_columns[] = {
	COLUMN(struct kept_content, name, TEXT),
	COLUMN(struct kept_content, digest, TEXT),
	COLUMN(struct kept_content, content, BLOB),
};
static const struct column_list contents = COLUMN_LIST(struct kept_content, content_columns);

#define PAPERS                                                                                                         \
	"SELECT id, family_id, conference_id, report_id, name, media_type, digest, by_user, bytes, kept_at,"           \
	" is_withdrawn FROM paper "

static const struct statement paper_add = {
	"INSERT INTO paper (family_id, conference_id, report_id, name, media_type, bytes, digest, kept_at, by_user,"
	" is_withdrawn, content) VALUES (:family_id, :conference_id, :report_id, :name, :media_type, :bytes, :digest,"
	" :kept_at, :by_user, :is_withdrawn, :content)",
	true};
static const struct statement by_id = {PAPERS "WHERE id = :id", true};
static const struct statement of_conference = {PAPERS "WHERE conference_id = :conference ORDER BY id", true};
static const struct statement of_report = {PAPERS "WHERE report_id = :report ORDER BY id", true};
static const struct statement withdraw = {"UPDATE paper SET is_withdrawn = 1 WHERE id = :id", true};
static const struct statement read_content = {"SELECT name, digest, content FROM paper WHERE id = :id", true};

const struct statement *const paper_statements[] = {&paper_add,    &by_id, &of_conference, &of_report, &withdraw,
						    &read_content, NULL};

char *store_digest(struct arena *mem, const void *content, size_t bytes)
{
	unsigned char hash[crypto_generichash_BYTES];
	char digits[2 * sizeof hash + 1];

	crypto_generichash(hash, sizeof hash, content, bytes, NULL, 0);
	return arena_text(mem, sodium_bin2hex(digits, sizeof digits, hash, sizeof hash));
}

bool paper_insert(struct store *s, struct paper *paper, const void *content, struct arena *mem, struct fault *f)
{
	size_t bytes = (size_t)paper->bytes;

	if (paper->bytes < 0 || paper->bytes > PAPER_MOST_BYTES)
		return fault_set(
			f, FAULT_REFUSED,
			"%s is larger than %d MB, the most a case file takes for one paper: make it smaller, or "
			"keep it elsewhere and note where.",
			paper->name, PAPER_MOST_BYTES / (1024 * 1024));
	paper->digest = store_digest(mem, content, bytes);
	if (arena_exhausted(mem))
		return answer_too_much(f);
	if (!store_change(s, &paper_add, &papers, paper, PARAMETERS(PARAMETER_BLOB("content", content, paper->bytes)),
			  NULL, f))
		return false;
	paper->id = store_last_id(s);
	return true;
}

static bool is_gone(const struct fault *found, struct fault *f)
{
	return answer_not_found(found, f, "This paper is not in the case file any more. Open the conference again.");
}

bool paper_by_id(struct store *s, int64_t id, struct arena *mem, struct paper *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &papers, mem, out, &found) ||
	       is_gone(&found, f);
}

bool papers_of_conference(struct store *s, int64_t conference, struct arena *mem, struct paper_list *out,
			  struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &papers, mem, out,
			    f);
}

bool papers_of_report(struct store *s, int64_t report, struct arena *mem, struct paper_list *out, struct fault *f)
{
	return store_select(s, &of_report, PARAMETERS(PARAMETER_ID("report", report)), &papers, mem, out, f);
}

bool paper_withdraw(struct store *s, int64_t id, struct fault *f)
{
	return store_change(s, &withdraw, NULL, NULL, PARAMETERS(PARAMETER_ID("id", id)), NULL, f);
}

bool paper_read(struct store *s, int64_t id, struct arena *mem, const unsigned char **out, size_t *bytes,
		struct fault *f)
{
	struct kept_content kept;
	struct fault found = {0};

	*out = NULL;
	*bytes = 0;
	if (!store_select_one(s, &read_content, PARAMETERS(PARAMETER_ID("id", id)), &contents, mem, &kept, &found))
		return is_gone(&found, f);
	if (strcmp(store_digest(mem, kept.content.bytes, kept.content.count), kept.digest) != 0)
		return arena_exhausted(mem)
			       ? answer_too_much(f)
			       : fault_set(f, FAULT_CORRUPT,
					   "%s is not as it was kept: the case file is damaged. Ask for the "
					   "paper again, and run \"quorate doctor\".",
					   kept.name);
	*out = kept.content.bytes;
	*bytes = kept.content.count;
	return true;
}
