/* What the case file already holds of one child on one day. */
#include "store/child_events_store.h"

#include "statement_list.h"
#include "store/conference_store.h"

static const struct statement enquiry_about = {
	"SELECT enquiry_id FROM enquiry_child JOIN enquiry ON enquiry.id = enquiry_id "
	"WHERE person_id = :person AND strategy_on = :day ORDER BY enquiry_id LIMIT 1",
	true};
static const struct statement joinable = {
	"SELECT id FROM enquiry WHERE family_id = :family AND strategy_on = :day AND conference_required = :required "
	"AND source = 'census' AND NOT EXISTS (SELECT 1 FROM conference WHERE enquiry_id = enquiry.id AND "
	"conference.source <> 'census') ORDER BY id LIMIT 1",
	true};
static const struct statement drop_child = {
	"DELETE FROM enquiry_child WHERE enquiry_id = :enquiry AND person_id = :person", true};
static const struct statement drop_from_limits = {
	"DELETE FROM deadline_child WHERE person_id = :person AND deadline_id IN "
	"(SELECT id FROM deadline WHERE subject_kind = 'enquiry' AND subject_id = :enquiry)",
	true};
static const struct statement count_children = {"SELECT count(*) FROM enquiry_child WHERE enquiry_id = :enquiry", true};
static const struct statement led_to = {
	"SELECT count(*) FROM conference JOIN conference_child ON conference_id = conference.id "
	"WHERE enquiry_id = :enquiry AND person_id = :person",
	true};
static const struct statement conference_about = {
	"SELECT conference_id FROM conference_child JOIN conference ON conference.id = conference_id "
	"WHERE person_id = :person AND held_on = :day AND type IN (:type, 'reconvened') AND state <> 'cancelled' "
	"ORDER BY conference_id LIMIT 1",
	true};
static const struct statement beginning = {
	"SELECT conference_id FROM conference_child JOIN conference ON conference.id = conference_id "
	"WHERE person_id = :person AND held_on = :day AND type IN ('initial', 'pre_birth', 'transfer_in', "
	"'reconvened') "
	"AND state <> 'cancelled' ORDER BY conference_id LIMIT 1",
	true};
const struct statement *const child_events_statements[] = {&enquiry_about,    &joinable,       &drop_child,
							   &drop_from_limits, &count_children, &led_to,
							   &conference_about, &beginning,      NULL};

bool enquiry_of_child(struct store *s, int64_t person, day_number strategy_on, struct arena *mem, struct enquiry *out,
		      struct fault *f)
{
	int64_t id = 0;

	*out = (struct enquiry){0};
	if (!store_select_number(s, &enquiry_about,
				 PARAMETERS(PARAMETER_ID("person", person), PARAMETER_DAY("day", strategy_on)), 0, &id,
				 f))
		return false;
	return id == 0 || enquiry_by_id(s, id, mem, out, f);
}

bool enquiry_to_join(struct store *s, int64_t family, day_number strategy_on, enum yes_no required, int64_t *out,
		     struct fault *f)
{
	return store_select_number(s, &joinable,
				   PARAMETERS(PARAMETER_ID("family", family), PARAMETER_DAY("day", strategy_on),
					      PARAMETER_TEXT("required", yes_no_token(required))),
				   0, out, f);
}

bool enquiry_child_drop(struct store *s, int64_t enquiry, int64_t person, struct fault *f)
{
	const struct parameter *whom = PARAMETERS(PARAMETER_ID("enquiry", enquiry), PARAMETER_ID("person", person));

	return store_change(s, &drop_child, NULL, NULL, whom, NULL, f) &&
	       store_change(s, &drop_from_limits, NULL, NULL, whom, NULL, f);
}

bool enquiry_child_count(struct store *s, int64_t enquiry, int64_t *out, struct fault *f)
{
	return store_select_number(s, &count_children, PARAMETERS(PARAMETER_ID("enquiry", enquiry)), 0, out, f);
}

bool enquiry_led_child_to_conference(struct store *s, int64_t enquiry, int64_t person, bool *out, struct fault *f)
{
	int64_t count = 0;

	if (!store_select_number(s, &led_to,
				 PARAMETERS(PARAMETER_ID("enquiry", enquiry), PARAMETER_ID("person", person)), 0,
				 &count, f))
		return false;
	*out = count > 0;
	return true;
}

bool conference_of_child(struct store *s, enum conference_type type, int64_t person, day_number day, int64_t *out,
			 struct fault *f)
{
	return store_select_number(s, &conference_about,
				   PARAMETERS(PARAMETER_ID("person", person), PARAMETER_DAY("day", day),
					      PARAMETER_TEXT("type", conference_type_token(type))),
				   0, out, f);
}

bool conference_that_began(struct store *s, int64_t person, day_number day, int64_t *out, struct fault *f)
{
	return store_select_number(s, &beginning, PARAMETERS(PARAMETER_ID("person", person), PARAMETER_DAY("day", day)),
				   0, out, f);
}
