/* Counts for doctor: what waits to be sent, and deadlines that do not fit what they are about. They name nobody. */
#include "store/check_store.h"

#include "statement_list.h"

/* One column each, so that one function reads them all. */
static const struct statement mail_waiting = {
	"SELECT count(*) FROM delivery WHERE state IN ('waiting', 'sending') AND method = 'email'", false};
static const struct statement mail_oldest = {
	"SELECT min(queued_at) FROM delivery WHERE state IN ('waiting', 'sending') AND method = 'email'", false};
static const struct statement mail_trouble = {
	"SELECT count(*) FROM delivery WHERE state IN ('failed', 'unsure', 'bounced')", false};
static const struct statement deadlines_open = {"SELECT count(*) FROM deadline WHERE state = 'open'", false};
/* About something that is not there, or of a conference that is not to be; done without a day, or with one and open. */
static const struct statement deadlines_adrift = {
	"SELECT count(*) FROM deadline d WHERE (d.state = 'done') <> (d.done_on IS NOT NULL)"
	" OR d.state = 'open' AND CASE d.subject_kind"
	"  WHEN 'conference' THEN NOT EXISTS (SELECT 1 FROM conference WHERE id = d.subject_id AND state <> "
	"'cancelled')"
	"  WHEN 'enquiry' THEN NOT EXISTS (SELECT 1 FROM enquiry WHERE id = d.subject_id)"
	"  WHEN 'plan' THEN NOT EXISTS (SELECT 1 FROM plan WHERE id = d.subject_id)"
	"  WHEN 'person' THEN NOT EXISTS (SELECT 1 FROM person WHERE id = d.subject_id)"
	"  WHEN 'complaint' THEN NOT EXISTS (SELECT 1 FROM complaint WHERE id = d.subject_id)"
	"  WHEN 'core_group' THEN NOT EXISTS (SELECT 1 FROM core_group WHERE id = d.subject_id)"
	"  WHEN 'escalation' THEN NOT EXISTS (SELECT 1 FROM escalation WHERE id = d.subject_id)"
	"  WHEN 'transfer' THEN NOT EXISTS (SELECT 1 FROM transfer WHERE id = d.subject_id AND state = 'open')"
	"  ELSE 0 END",
	false};

const struct statement *const check_statements[] = {&mail_waiting,   &mail_oldest,      &mail_trouble,
						    &deadlines_open, &deadlines_adrift, NULL};

bool check_counts_read(struct store *s, struct check_counts *out, struct fault *f)
{
	return store_select_number(s, &mail_waiting, NULL, 0, &out->mail_waiting, f) &&
	       store_select_number(s, &mail_oldest, NULL, 0, &out->mail_oldest_at, f) &&
	       store_select_number(s, &mail_trouble, NULL, 0, &out->mail_trouble, f) &&
	       store_select_number(s, &deadlines_open, NULL, 0, &out->deadlines_open, f) &&
	       store_select_number(s, &deadlines_adrift, NULL, 0, &out->deadlines_adrift, f);
}
