/* A family moves here with a plan of another authority: its people, the move and our conference kept as one. */
#include "casework/arrivals.h"

#include "request_check.h"

#include <string.h>

static const char *words_of(const char *text)
{
	return text ? text : "";
}

static bool is_for_good(const struct arrival *a)
{
	return a->move.transfer.stay == TRANSFER_STAY_FOR_GOOD;
}

static bool check(const struct arrival *a, struct fault *f)
{
	const char *authority = words_of(a->move.transfer.authority);

	if (a->request.type != CONFERENCE_TRANSFER_IN)
		return fault_field(f, "type", "A family that moves here is given a transfer-in conference.");
	return authority[strspn(authority, " \t\n")] ||
	       fault_field(f, "authority", "Enter the authority whose plan it is, such as Newham.");
}

/* Of who is here for a time nothing is asked but that it is known: no clock runs, no conference is held. */
static bool keep_who_stays_a_while(struct casework *cw, struct arrival *a, struct arena *mem, struct fault *f)
{
	const struct request *r = &a->request;
	int64_t *children;

	if (!request_people_check(cw, r, mem, f) || !request_warnings_are_read(cw, r, mem, f) ||
	    !request_people_keep(cw, r, mem, &a->move.transfer.family_id, &children, f))
		return false;
	a->move.children = children;
	a->move.child_count = r->child_count;
	return true;
}

static bool keep(struct casework *cw, struct arrival *a, struct arena *mem, const char **reference, int64_t *conference,
		 struct fault *f)
{
	struct transfer *t = &a->move.transfer;

	*reference = "";
	*conference = 0;
	if (!check(a, f))
		return false;
	t->direction = TRANSFER_IN;
	t->notified_on = a->request.transfer_notified_on;
	t->moved_on = a->request.transfer_moved_on;
	t->family_id = t->conference_id = 0;
	if (is_for_good(a) ? !casework_request_take(cw, &a->request, mem, reference, conference, f)
			   : !keep_who_stays_a_while(cw, a, mem, f))
		return false;
	t->conference_id = *conference;
	if (a->request.transfer_accepted_on != DAY_NONE)
		t->accepted_on = a->request.transfer_accepted_on;
	return casework_transfer_register(cw, &a->move, mem, f);
}

bool casework_arrival_warnings(struct casework *cw, struct arrival *arrival, struct arena *mem, const char **out,
			       struct fault *f)
{
	struct arrival tried = *arrival;
	const char *reference;
	int64_t conference;
	bool ok;

	*out = "";
	tried.request.accept_warnings = true;
	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	ok = keep(cw, &tried, mem, &reference, &conference, f);
	work_undo(cw);
	return ok && request_warnings_read(cw, &arrival->request, mem, out, f);
}

bool casework_arrival_take(struct casework *cw, struct arrival *arrival, struct arena *mem, const char **reference,
			   int64_t *conference, struct fault *f)
{
	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	if (!keep(cw, arrival, mem, reference, conference, f))
		return work_undo(cw);
	return work_end(cw, f, "arrival.take", SUBJECT_FAMILY, arrival->move.transfer.family_id,
			arrival->move.transfer.family_id, "%s, %zu children, from %s", arrival->move.transfer.reference,
			arrival->request.child_count, arrival->move.transfer.authority);
}
