/* Rows of an authority's own spreadsheets and census return taken into the case file, one verb a row. Each says what it
 * did, so that a second import of the same file changes nothing and says so. Parsing files is exchange's; practice and
 * identity are here.
 *
 * True: *out says what became of the row. False with FAULT_REFUSED, FAULT_NOT_FOUND or FAULT_CONFLICT: *out is
 * INTAKE_REFUSED, the row left nothing behind, the fault names the field and the remedy, and the next row may go well.
 * Any other fault: stop. A row that changes nothing leaves no audit row. Inside a batch a second row about the same
 * person is refused. */
#ifndef CASEWORK_INTAKE_H
#define CASEWORK_INTAKE_H

#include "casework/casework.h"

enum intake_result { INTAKE_ADDED, INTAKE_CHANGED, INTAKE_UNCHANGED, INTAKE_REFUSED };

struct intake_contact {
	const char *agency, *quorum_group, *name, *role, *email, *phone;
	const char *method, *address, *deputy; /* token or label; postal, lines; a name. NULL or "": as they are */
	day_number checked_on;
};
/* Keeps what is newer by checked_on; a row of group "chair" also becomes a chair that can be booked. A deputy is
 * somebody of the same agency, else the only one of that name in the directory; one whose own row is still to come is
 * added to the agency by name. */
bool intake_contact(struct casework *cw, const struct intake_contact *row, enum intake_result *out, struct fault *f);

struct intake_person {
	const char *family_reference;
	enum relationship relationship;
	enum yes_no parental_responsibility;
	/* Of an adult: which children of the family are theirs, by LA child id or given names, parted by commas; "none"
	 * for none of them; NULL or "" says nothing. Parental responsibility is for these then. */
	const char *theirs;
	struct person person;
	struct address address;
};
/* A child known by its LA child id from the return gets its names and its family; conferences, enquiries and deadlines
 * of siblings that are one event become one. */
bool intake_person(struct casework *cw, const struct intake_person *row, enum intake_result *out, struct fault *f);

struct intake_request {
	const char *family_reference, *children; /* LA child ids parted by blanks; "" all children of the family */
	enum conference_type type;
	day_number strategy_on;
	const char *social_worker, *reason, *interpreter, *sittings, *avoid;
};
bool intake_request(struct casework *cw, const struct intake_request *row, enum intake_result *out, struct fault *f);

struct intake_section47 {
	day_number strategy_on, conference_on;
	enum yes_no not_required;
};
struct intake_plan {
	day_number started_on, ended_on;
	enum category initial, latest;
	int previous_plans;
	const day_number *reviews;
	size_t review_count;
};
struct intake_assessment {
	day_number started_on, internal_review_on, authorised_on;
	const char *factors;
};
struct intake_need_plan {
	day_number started_on, ended_on;
};
/* One CINdetails episode of one child. */
struct intake_episode {
	day_number referred_on, closed_on, conference_on; /* conference_on: a transfer-in conference */
	const char *referral_source, *primary_need, *closure_reason;
	bool is_no_further_action;
	const struct intake_section47 *section47s;
	size_t section47_count;
	const struct intake_plan *plans;
	size_t plan_count;
	const struct intake_assessment *assessments;
	size_t assessment_count;
	const struct intake_need_plan *need_plans;
	size_t need_plan_count;
};
struct intake_child {
	struct person person;
	const struct intake_episode *episodes;
	size_t episode_count;
};
/* What was refused inside one child: the child is kept, the part is not. */
struct intake_complaint {
	const char *field;   /* element or column */
	const char *message; /* what is wrong and what to do */
};
struct intake_complaint_list {
	struct intake_complaint *items;
	size_t count, room;
};
/* All of one census child in one transaction: person, episodes, enquiries, conferences held, plans, reviews, next
 * limits. */
bool intake_child(struct casework *cw, const struct intake_child *child, struct arena *mem,
		  struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f);

#endif
