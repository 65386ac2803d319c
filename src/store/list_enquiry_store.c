/* The log of who asked the list of children on plans, and what they were told. */
#include "statement_list.h"
#include "store/plan_list_store.h"
#include "token_words.h"

TOKENS(list_standing, LIST_STANDING_COUNT)
TOKENS(list_check, LIST_CHECK_COUNT)
TOKENS(list_answer, LIST_ANSWER_COUNT)

static const struct column enquiry_columns[] = {
	COLUMN(struct list_enquiry, id, ID),
	COLUMN(struct list_enquiry, asked_at, INTEGER),
	COLUMN(struct list_enquiry, by_user, TEXT),
	COLUMN(struct list_enquiry, asker, TEXT),
	COLUMN(struct list_enquiry, asker_role, TEXT),
	COLUMN(struct list_enquiry, agency, TEXT),
	COLUMN(struct list_enquiry, purpose, TEXT),
	COLUMN_AS(struct list_enquiry, checked, list_check_tokens),
	COLUMN(struct list_enquiry, checked_with, TEXT),
	COLUMN(struct list_enquiry, unchecked_why, TEXT),
	COLUMN(struct list_enquiry, words, TEXT),
	COLUMN(struct list_enquiry, person_id, ID),
	COLUMN(struct list_enquiry, as_at, DAY),
	COLUMN_AS(struct list_enquiry, standing, list_standing_tokens),
	COLUMN_AS(struct list_enquiry, answer, list_answer_tokens),
	COLUMN(struct list_enquiry, told, TEXT),
};
static const struct column_list enquiries = COLUMN_LIST(struct list_enquiry, enquiry_columns);

#define ENQUIRY_MEMBERS                                                                                                \
	"asked_at, by_user, asker, asker_role, agency, purpose, checked, checked_with, unchecked_why, words, "         \
	"person_id, as_at, standing, answer, told"

static const struct statement add = {
	"INSERT INTO list_enquiry (" ENQUIRY_MEMBERS ") VALUES (:asked_at, :by_user, :asker, :asker_role, :agency, "
	":purpose, :checked, :checked_with, :unchecked_why, :words, :person_id, :as_at, :standing, :answer, :told)",
	true};
#define LATEST_FIRST " asked_at >= :from AND asked_at < :until ORDER BY asked_at DESC, id DESC LIMIT :most"
static const struct statement of_days = {"SELECT id, " ENQUIRY_MEMBERS " FROM list_enquiry WHERE" LATEST_FIRST, true};
static const struct statement of_child = {
	"SELECT id, " ENQUIRY_MEMBERS " FROM list_enquiry WHERE person_id = :person AND" LATEST_FIRST, true};

const struct statement *const list_enquiry_statements[] = {&add, &of_days, &of_child, NULL};

bool list_enquiry_insert(struct store *s, struct list_enquiry *enquiry, struct fault *f)
{
	if (!store_change(s, &add, &enquiries, enquiry, NULL, NULL, f))
		return false;
	enquiry->id = store_last_id(s);
	return true;
}

bool list_enquiries(struct store *s, int64_t from, int64_t until, int64_t person, int most, struct arena *mem,
		    struct list_enquiry_list *out, struct fault *f)
{
	const struct parameter about[] = {PARAMETER_INTEGER("from", from), PARAMETER_INTEGER("until", until),
					  PARAMETER_INTEGER("most", most), PARAMETER_ID("person", person),
					  PARAMETER_END};
	const struct parameter anybody[] = {PARAMETER_INTEGER("from", from), PARAMETER_INTEGER("until", until),
					    PARAMETER_INTEGER("most", most), PARAMETER_END};

	return person ? store_select(s, &of_child, about, &enquiries, mem, out, f)
		      : store_select(s, &of_days, anybody, &enquiries, mem, out, f);
}
