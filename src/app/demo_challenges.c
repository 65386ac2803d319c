/* What was complained of and taken to the managers when the demonstration is opened, each at another stage. */
#include "casework/complaints.h"
#include "casework/escalations.h"
#include "casework/pages.h"
#include "casework/worklist.h"
#include "demo_desk.h"

enum { HELD_DAYS = 90, COMPLAINT_DAYS = 28, CHALLENGES = 5 };

/* The newest conference that was held between two days; one of each family. */
static const struct diary_item *held_between(const struct diary_list *all, day_number from, day_number to,
					     const int64_t *taken, size_t count)
{
	for (size_t i = all->count; i-- > 0;) {
		const struct diary_item *one = &all->items[i];
		bool is_taken = one->state != STATE_CLOSED || one->day < from || one->day > to;

		for (size_t k = 0; k < count; k++)
			is_taken = is_taken || taken[k] == one->family_id;
		if (!is_taken)
			return one;
	}
	return NULL;
}

/* --- Complaints --- */

/* An adult of the family, by name; somebody the family knows where there is none. */
static bool find_who(struct casework *cw, int64_t conference, struct arena *mem, const char **out, struct fault *f)
{
	struct conference_page page;
	char name[NAME_ROOM];

	*out = "Bernadette Quinn";
	if (!casework_conference_page(cw, conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.members.count; i++)
		if (page.members.items[i].relationship == RELATIONSHIP_MOTHER ||
		    page.members.items[i].relationship == RELATIONSHIP_FATHER) {
			*out = arena_text(mem, person_full_name(&page.members.items[i].person, name));
			break;
		}
	return true;
}

struct told {
	enum complaint_ground ground;
	enum complaint_way way;
	int days; /* since it came, but not before its conference */
	const char *words, *advocate;
};

static bool register_one(struct casework *cw, const struct diary_item *about, const struct told *told, day_number day,
			 struct arena *mem, struct complaint *out, struct fault *f)
{
	*out = complaint_blank();
	out->conference_id = about->id;
	out->as = COMPLAINANT_PARENT;
	out->ground = told->ground;
	out->way = told->way;
	out->received_on = day - told->days > about->day ? day - told->days : about->day;
	out->words = told->words;
	out->advocate = told->advocate;
	return find_who(cw, about->id, mem, &out->who, f) && casework_complaint_register(cw, out, mem, f);
}

static bool take(struct casework *cw, struct complaint *c, enum complaint_step step, day_number on, const char *with,
		 const char *words, struct fault *f)
{
	const struct complaint_act act = {.complaint_id = c->id,
					  .version = c->version,
					  .step = step,
					  .on = on > c->received_on ? on : c->received_on,
					  .with = with,
					  .words = words};

	if (!casework_complaint_step(cw, &act, f))
		return false;
	c->version++;
	return true;
}

static bool leave_new(struct casework *cw, const struct diary_item *about, day_number day, struct arena *mem,
		      struct fault *f)
{
	static const struct told told = {
		GROUND_NOT_HEARD, COMPLAINT_BY_TELEPHONE, 2,
		"Everybody read their report out. I was asked at the very end, and then there was no time left.", ""};
	struct complaint c;

	return register_one(cw, about, &told, day, mem, &c, f);
}

static bool leave_raised(struct casework *cw, const struct diary_item *about, day_number day, struct arena *mem,
			 struct fault *f)
{
	static const struct told told = {GROUND_INFORMATION, COMPLAINT_BY_EMAIL, 8,
					 "The school's report says he missed thirty days. Twelve of them he was in "
					 "hospital and the school knew.",
					 "Delroy Osei, advocacy service"};
	struct complaint c;

	return register_one(cw, about, &told, day, mem, &c, f) &&
	       take(cw, &c, COMPLAINT_STEP_ACKNOWLEDGE, day - 7, "", "", f) &&
	       take(cw, &c, COMPLAINT_STEP_SPEAK, day - 5, "", "By telephone; the school is asked for its register.",
		    f) &&
	       take(cw, &c, COMPLAINT_STEP_RAISE, day - 2, "Farah Iqbal and Tom Hargreaves", "", f);
}

static bool leave_settled(struct casework *cw, const struct diary_item *about, day_number day, struct arena *mem,
			  struct fault *f)
{
	static const struct told told = {GROUND_PROCEDURE, COMPLAINT_BY_LETTER, 12,
					 "I did not get the social worker's report until I sat in the waiting room.",
					 ""};
	struct complaint_settlement how = {
		.outcome = COMPLAINT_OUTCOME_SECOND_CONFERENCE,
		.on = day - 1,
		.words = "You should have had the report two working days before, and you did not. Another chair "
			 "will hold the conference again.",
		.review_by = DAY_NONE};
	struct complaint c;
	int64_t second;

	if (!register_one(cw, about, &told, day, mem, &c, f) ||
	    !take(cw, &c, COMPLAINT_STEP_ACKNOWLEDGE, day - 11, "", "", f) ||
	    !take(cw, &c, COMPLAINT_STEP_SPEAK, day - 9, "", "", f))
		return false;
	how.complaint_id = c.id;
	how.version = c.version;
	if (how.on < c.received_on)
		how.on = c.received_on;
	return casework_complaint_settle(cw, &how, mem, &second, f);
}

/* --- Escalations --- */

static bool raise_one(struct casework *cw, const struct diary_item *about, struct escalation e, day_number on,
		      struct arena *mem, struct fault *f)
{
	e.conference_id = about->id;
	e.raised_on = on > about->day ? on : about->day;
	return casework_escalation_raise(cw, &e, mem, f);
}

static bool leave_late(struct casework *cw, const struct diary_item *about, day_number day, struct arena *mem,
		       struct fault *f)
{
	struct escalation e = escalation_blank();

	e.cause = ESCALATION_CAUSE_NO_CORE_GROUP;
	e.about = "North locality team";
	e.words = "No core group met since the conference. I ask for a date within a week, and for one every six "
		  "weeks from then on.";
	e.with = "Priya Raman";
	return raise_one(cw, about, e, day - 14, mem, f);
}

static bool leave_dissent(struct casework *cw, const struct diary_item *about, day_number day, struct arena *mem,
			  struct fault *f)
{
	struct escalation e = escalation_blank();

	e.cause = ESCALATION_CAUSE_DISSENT;
	e.about = "Health visiting";
	e.words = "The health visitor dissents: the baby's weight was not weighed in the decision. She asks for the "
		  "paediatrician's view before the first core group.";
	e.with = "Gareth Pugh";
	return raise_one(cw, about, e, day - 3, mem, f);
}

bool demo_leave_challenges(struct casework *cw, day_number day, struct fault *f)
{
	static const struct {
		bool (*leave)(struct casework *, const struct diary_item *, day_number, struct arena *, struct fault *);
		int days, most; /* since its conference: at least, at most */
	} each[CHALLENGES] = {{leave_new, 3, COMPLAINT_DAYS},
			      {leave_dissent, 5, HELD_DAYS},
			      {leave_raised, 9, COMPLAINT_DAYS},
			      {leave_settled, 13, COMPLAINT_DAYS},
			      {leave_late, 35, HELD_DAYS}};
	int64_t taken[CHALLENGES];
	struct arena mem = {0};
	struct diary_list all;
	size_t count = 0;
	bool ok = casework_diary(cw, day - HELD_DAYS, day - 1, NULL, &mem, &all, f);

	for (size_t i = 0; ok && i < CHALLENGES; i++) {
		const struct diary_item *about = held_between(&all, day - each[i].most, day - each[i].days, taken,
							      count);

		if (!about)
			continue;
		taken[count++] = about->family_id;
		ok = each[i].leave(cw, about, day, &mem, f);
	}
	arena_finish(&mem);
	return ok;
}
