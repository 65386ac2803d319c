/* What one reader may see of a conference: whom the letter is for decides what is looked up at all. */
#include "letter_facts_inside.h"

#include "letter_reader.h"

#include <string.h>

/* Nobody's address stands in a letter to the family, and what a colleague typed stays among colleagues. */
static const struct sight sights[AUDIENCE_COUNT] = {
	[AUDIENCE_PROFESSIONAL] = {.case_details = true,
				   .births = true,
				   .who_is_who = true,
				   .own_child = true,
				   .all_children = true,
				   .people = true,
				   .for_whom = true,
				   .decisions = true,
				   .category = true,
				   .reasons = true,
				   .plan = true,
				   .record = true,
				   .restricted = true},
	[AUDIENCE_PARENT] = {.own_child = true,
			     .all_children = true,
			     .people = true,
			     .reports = true,
			     .meets_chair = true,
			     .decisions = true,
			     .category = true,
			     .reasons = true,
			     .plan = true,
			     .record = true},
	[AUDIENCE_FAMILY] =
		{.own_child = true, .all_children = true, .people = true, .meets_chair = true, .decisions = true},
	[AUDIENCE_CHILD] = {.own_child = true, .people = true, .meets_chair = true, .decisions = true},
	[AUDIENCE_COMPANION] = {.own_child = true, .all_children = true, .meets_chair = true},
	[AUDIENCE_GUEST] = {.own_child = false},
};

/* A form goes out to a colleague and comes back as a report, which the family reads: also who was not told when and
 * where. */
static const struct sight form_sight = {
	.case_details = true, .births = true, .own_child = true, .all_children = true, .day_only = true};

/* Printed for everybody who is there, and taken home by them: nobody's birth date or address. */
static const struct sight room_sight = {
	.own_child = true, .all_children = true, .decisions = true, .category = true, .reasons = true, .plan = true};

static bool is_parent(const struct invitee *reader)
{
	return reader->relationship == RELATIONSHIP_MOTHER || reader->relationship == RELATIONSHIP_FATHER ||
	       reader->parental_responsibility == ANSWER_YES;
}

enum audience letter_audience(const struct invitee *reader)
{
	if (letter_reader_is_colleague(reader))
		return AUDIENCE_PROFESSIONAL;
	switch (reader->capacity) {
	case CAPACITY_PROFESSIONAL: return reader->person_id ? AUDIENCE_FAMILY : AUDIENCE_COMPANION;
	case CAPACITY_CHILD: return AUDIENCE_CHILD;
	case CAPACITY_FAMILY: return is_parent(reader) ? AUDIENCE_PARENT : AUDIENCE_FAMILY;
	case CAPACITY_SUPPORTER:
	case CAPACITY_ADVOCATE:
	case CAPACITY_SOLICITOR:
	case CAPACITY_REPRESENTATIVE: return AUDIENCE_COMPANION;
	default: return AUDIENCE_GUEST;
	}
}

const struct sight *letter_sight(enum audience audience)
{
	return &sights[audience];
}

/* --- Saying --- */

void facts_say(struct facts_work *w, enum letter_field field, const char *text)
{
	w->out->top.fields[field] = text && *text ? text : NULL;
}

void facts_say_yes(struct facts_work *w, enum letter_field field, bool is_so)
{
	facts_say(w, field, is_so ? "yes" : "");
}

void facts_say_day(struct facts_work *w, enum letter_field field, day_number day)
{
	char words[DATE_TEXT_ROOM];

	facts_say(w, field, arena_text(w->mem, date_long(day, words)));
}

void facts_say_clock(struct facts_work *w, enum letter_field field, int minutes)
{
	char words[8];

	facts_say(w, field, arena_text(w->mem, date_clock(minutes, words)));
}

struct letter_row *facts_row(struct facts_work *w, enum letter_list list)
{
	struct letter_row *row = ARENA_PUSH(w->mem, &w->out->lists[list]);

	if (!row)
		fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this letter.");
	return row;
}

/* --- The office that writes --- */

/* The unit's own name first; the council's, which stands above in every letter, is not said twice. */
static const char *office_address(const struct facts_work *w)
{
	const struct settings_office *office = &casework_settings(w->cw)->office;
	const char *lines = office->address ? office->address : "", *council = casework_authority(w->cw);
	size_t bytes = strcspn(lines, "\n");

	if (bytes == strlen(council) && strncmp(lines, council, bytes) == 0)
		lines += bytes + (lines[bytes] == '\n');
	if (!office->name || !*office->name || !*lines)
		return lines;
	return arena_printf(w->mem, "%s\n%s", office->name, lines);
}

void facts_of_office(struct facts_work *w)
{
	const struct settings_office *office = &casework_settings(w->cw)->office;
	const char *council = casework_authority(w->cw);

	facts_say(w, LETTER_FIELD_AUTHORITY_NAME, council);
	facts_say(w, LETTER_FIELD_AUTHORITY_ADDRESS, office_address(w));
	facts_say(w, LETTER_FIELD_AUTHORITY_PHONE, office->phone);
	facts_say(w, LETTER_FIELD_AUTHORITY_EMAIL, office->email);
	facts_say(w, LETTER_FIELD_AUTHORITY_COMPLAINTS, office->complaints);
	facts_say(w, LETTER_FIELD_SENDER_NAME, casework_user_name(w->cw));
	facts_say_day(w, LETTER_FIELD_DATE, casework_today(w->cw));
}

/* --- The conference, but for when and where --- */

static bool say_strategy_day(struct facts_work *w)
{
	struct enquiry enquiry;

	if (!w->conference->enquiry_id)
		return true;
	if (!enquiry_by_id(w->cw->store, w->conference->enquiry_id, w->mem, &enquiry, w->f))
		return false;
	facts_say_day(w, LETTER_FIELD_STRATEGY_DAY, enquiry.strategy_on);
	return true;
}

static bool say_case_details(struct facts_work *w)
{
	struct family family;

	if (!w->sight->case_details)
		return true;
	if (!family_by_id(w->cw->store, w->conference->family_id, w->mem, &family, w->f))
		return false;
	facts_say(w, LETTER_FIELD_FAMILY_NAME, family.name);
	facts_say(w, LETTER_FIELD_CONFERENCE_REASON, w->conference->reason);
	return say_strategy_day(w);
}

/* That a baby is expected is told to nobody who may not read of the baby. */
enum conference_type facts_type_told(const struct facts_work *w)
{
	return w->conference->type == CONFERENCE_PRE_BIRTH && !w->knows_all_children ? CONFERENCE_INITIAL
										     : w->conference->type;
}

static bool say_conference(struct facts_work *w)
{
	const struct conference *c = w->conference;
	enum conference_type type = facts_type_told(w);

	facts_say(w, LETTER_FIELD_CONFERENCE_REFERENCE, c->reference);
	facts_say(w, LETTER_FIELD_CONFERENCE_TYPE, conference_type_brief(type));
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR, c->chair);
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR_TITLE, casework_policy(w->cw)->chair_title);
	facts_say(w, LETTER_FIELD_CONFERENCE_SOCIAL_WORKER, c->social_worker);
	facts_say_yes(w, LETTER_FIELD_IS_INITIAL, conference_type_is_initial(c->type));
	facts_say_yes(w, LETTER_FIELD_IS_REVIEW, c->type == CONFERENCE_REVIEW);
	facts_say_yes(w, LETTER_FIELD_IS_PRE_BIRTH, type == CONFERENCE_PRE_BIRTH);
	return say_case_details(w);
}

/* --- Who reads --- */

static bool prepare(struct facts_work *w)
{
	const struct invitee *reader = w->reader;

	w->is_kept_away = reader->exclusion == EXCLUSION_WHOLE || reader->exclusion == EXCLUSION_ASKED ||
			  reader->is_withdrawn;
	if (!invitees_of(w->cw->store, w->conference->id, false, w->mem, &w->invitees, w->f) ||
	    !sittings_of(w->cw->store, w->conference->id, w->mem, &w->sittings, w->f))
		return false;
	if (w->sight->who_is_who &&
	    !kept_homes_of_family(w->cw, w->conference->family_id, w->mem, &w->kept_homes, w->f))
		return false;
	if (!facts_of_whose(w, w->conference->family_id))
		return false;
	/* Whoever comes for somebody comes when they do. */
	w->sitting = reader->sitting || !w->principal ? reader->sitting : w->principal->sitting;
	return true;
}

bool facts_is_at_the_same_sitting(const struct facts_work *w, int sitting)
{
	return !w->sitting || !sitting || sitting == w->sitting;
}

static bool gather(struct facts_work *w)
{
	memset(w->out, 0, sizeof *w->out);
	if (!prepare(w))
		return false;
	facts_of_office(w);
	return say_conference(w) && facts_of_meeting(w) && facts_of_earlier(w) && facts_of_reader(w) &&
	       facts_of_people(w) && facts_of_reports(w);
}

/* To look up what a reader may read of a record, without writing a letter to them. */
static struct facts_work work_for(struct casework *cw, const struct conference *conference,
				  const struct invitee *reader, struct arena *mem, struct letter_facts *unsaid,
				  struct fault *f)
{
	enum audience audience = letter_audience(reader);

	memset(unsaid, 0, sizeof *unsaid);
	return (struct facts_work){.cw = cw,
				   .conference = conference,
				   .reader = reader,
				   .audience = audience,
				   .sight = &sights[audience],
				   .mem = mem,
				   .out = unsaid,
				   .f = f};
}

bool letter_copy_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		    struct arena *mem, enum letter_copy *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = LETTER_COPY_NONE;
	if (!prepare(&w) || !facts_of_told(&w))
		return false;
	*out = facts_copy(&w);
	return true;
}

bool letter_record_sections_of(struct casework *cw, const struct conference *conference, int64_t record,
			       const struct invitee *reader, struct arena *mem, enum letter_copy *copy,
			       struct record_section_list *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*copy = LETTER_COPY_NONE;
	return prepare(&w) && facts_of_told(&w) && facts_record_sections(&w, record, copy, out);
}

bool letter_may_have_report(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    int64_t report, struct arena *mem, bool *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);
	struct report_child_list children;

	*out = false;
	if (!prepare(&w) || !report_children_of(cw->store, conference->id, mem, &children, f))
		return false;
	*out = facts_may_have_report(&w, &children, report);
	return true;
}

bool letter_reads_of_all(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			 struct arena *mem, bool *out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = false;
	if (!prepare(&w))
		return false;
	*out = w.knows_all_children;
	return true;
}

bool letter_children_words(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			   struct arena *mem, const char **out, struct fault *f)
{
	struct letter_facts unsaid;
	struct facts_work w = work_for(cw, conference, reader, mem, &unsaid, f);

	*out = "";
	if (!prepare(&w))
		return false;
	*out = facts_children_words(&w);
	return true;
}

static bool start(struct facts_work *w, struct casework *cw, const struct conference *conference,
		  const struct invitee *reader, const struct sight *sight)
{
	w->cw = cw;
	w->conference = conference;
	w->reader = reader;
	w->audience = sight == &form_sight   ? AUDIENCE_PROFESSIONAL
		      : sight == &room_sight ? AUDIENCE_GUEST
					     : letter_audience(reader);
	w->sight = sight ? sight : &sights[w->audience];
	w->is_for_room = sight == &room_sight;
	return gather(w);
}

static bool finish(const struct facts_work *w)
{
	return !arena_exhausted(w->mem) ||
	       fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this letter.");
}

bool letter_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		     struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader, NULL) && finish(&w);
}

bool letter_form_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			  struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader, &form_sight) && finish(&w);
}

bool letter_decision_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			      struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader, NULL) && facts_of_told(&w) && facts_of_decisions(&w) &&
	       facts_of_plan(&w) && facts_of_notices(&w) && facts_of_feedback(&w) && finish(&w);
}

bool letter_record_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    struct arena *mem, struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};

	return start(&w, cw, conference, reader, NULL) && facts_of_told(&w) && facts_of_record(&w) && finish(&w);
}

bool letter_room_facts_of(struct casework *cw, const struct conference *conference, struct arena *mem,
			  struct letter_facts *out, struct fault *f)
{
	struct facts_work w = {.mem = mem, .out = out, .f = f};
	struct invitee nobody = invitee_blank();

	nobody.capacity = CAPACITY_OBSERVER;
	return start(&w, cw, conference, &nobody, &room_sight) && facts_of_told(&w) && facts_of_decisions(&w) &&
	       facts_of_plan(&w) && facts_of_room(&w) && finish(&w);
}
