/* The notice of a core group's meeting: asked to it, told that it was moved or is cancelled. Each member's letter
 * names nobody else; whoever is kept from a home is asked on their own and learns neither time nor place. */
#include "notice_core_group.h"

#include "letter_facts_inside.h"
#include "letter_reader.h"
#include "store/core_group_said_store.h"
#include "store/core_group_store.h"
#include "store/find_store.h"

#include <string.h>

enum { REFERENCES_MOST = 50 };

struct meeting_notice {
	struct core_group group;
	const char *family; /* the name it is listed under */
	struct core_group_telling_list of;
};

static const struct meeting_notice *meeting_in(const struct notice_case *c)
{
	return c->own;
}

/* Of the family whose reference it is, or whose plan's or conference's; 0 none that this person may see. */
static bool family_of_reference(struct casework *cw, const char *reference, struct arena *mem, int64_t *family,
				struct fault *f)
{
	struct find_row_list rows;

	*family = 0;
	if (!find_references(cw->store, reference, cw->user_id, REFERENCES_MOST, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct find_row *row = &rows.items[i];

		if (strcmp(row->reference, reference) == 0 &&
		    (strcmp(row->kind, "family") == 0 || strcmp(row->kind, "plan") == 0 ||
		     strcmp(row->kind, "conference") == 0))
			*family = row->family_id;
	}
	return true;
}

static int64_t meeting_wanted(const struct core_group_meeting_list *all, enum core_group_meeting_state state,
			      day_number today)
{
	int64_t id = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct core_group_meeting *one = &all->items[i];

		if (one->state != state || (state == CORE_GROUP_MEETING_BOOKED && (id || one->day < today)))
			continue;
		id = one->id;
	}
	return id;
}

bool notice_of_meeting_find(struct casework *cw, const char *reference, enum core_group_meeting_state state,
			    int64_t *id, struct fault *f)
{
	struct core_group_meeting_list all;
	struct arena mem = {0};
	int64_t family;
	bool ok;

	*id = 0;
	ok = family_of_reference(cw, reference, &mem, &family, f);
	if (ok && family) {
		ok = core_group_meetings_of_family(cw->store, family, &mem, &all, f);
		*id = ok ? meeting_wanted(&all, state, casework_today(cw)) : 0;
		if (ok && !*id)
			ok = fault_set(
				f, FAULT_REFUSED,
				state == CORE_GROUP_MEETING_HELD
					? "No core group of %s was held yet: there is no record to write."
					: "No core group of %s is booked for a day to come: nobody is asked to one.",
				reference);
	}
	arena_finish(&mem);
	return ok;
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return notice_of_meeting_find(cw, reference, CORE_GROUP_MEETING_BOOKED, id, f);
}

static bool read(struct notice_case *c, struct fault *f)
{
	struct meeting_notice *own = arena_alloc(c->mem, sizeof *own);
	struct core_group_meeting meeting;
	struct family family;
	char day[DATE_TEXT_ROOM];

	if (!own)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	if (!core_group_meeting_by_id(c->cw->store, c->id, c->mem, &meeting, &own->group, f) ||
	    !family_by_id(c->cw->store, own->group.family_id, c->mem, &family, f) ||
	    !core_group_tellings(c->cw, own->group.family_id, &meeting, c->mem, &own->of, f))
		return false;
	c->own = own;
	c->family_id = own->group.family_id;
	c->reference = family.reference;
	own->family = family.name;
	c->when = arena_printf(c->mem, "core group %s", date_short(meeting.day, day));
	return true;
}

static bool can_be_told(const struct notice_case *c, struct fault *f)
{
	const struct core_group_meeting *meeting = &meeting_in(c)->of.meeting;
	char day[DATE_TEXT_ROOM];

	if (meeting->day < casework_today(c->cw))
		return fault_set(f, FAULT_REFUSED, "The day of this meeting, %s, is over: there is nothing to tell.",
				 date_medium(meeting->day, day));
	return meeting->state == CORE_GROUP_MEETING_BOOKED || meeting->state == CORE_GROUP_MEETING_CANCELLED ||
	       fault_set(f, FAULT_REFUSED, "This meeting is %s: nobody is asked to it any more.",
			 core_group_meeting_state_label(meeting->state));
}

bool notice_reader_member(const struct notice_case *c, const struct core_group *group,
			  const struct core_group_member *member, struct invitee_list *out, struct fault *f)
{
	bool is_lead = strcmp(member->name, group->lead) == 0;

	if (member->person_id)
		return notice_reader_person(c, member->person_id, out, f);
	if (member->contact_id)
		return notice_reader_contact(c, member->contact_id, out, f);
	return notice_reader_named(c, group->conference_id, member->name,
				   is_lead ? CAPACITY_PROFESSIONAL : CAPACITY_SUPPORTER, "", out, f);
}

void notice_say_family(const struct notice_case *c, struct facts_work *w, const char *name)
{
	if (w->audience != AUDIENCE_PROFESSIONAL)
		return;
	facts_say(w, LETTER_FIELD_FAMILY_NAME, name);
	facts_say(w, LETTER_FIELD_FAMILY_REFERENCE, c->reference);
}

static bool readers(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct core_group_telling_list *of = &meeting_in(c)->of;

	for (size_t i = 0; i < of->count; i++) {
		const struct core_group_telling_line *line = &of->items[i];
		bool is_by_letter = line->last.id && line->last.how == CORE_GROUP_WAY_LETTER;

		/* whoever was told another way gets none; a letter that waits keeps its reader */
		if ((is_by_letter || line->to_tell != CORE_GROUP_TELLING_COUNT) &&
		    !notice_reader_member(c, &meeting_in(c)->group, &line->member, out, f))
			return false;
	}
	return true;
}

const struct core_group_telling_line *notice_line_of(const struct core_group_telling_list *of,
						     const struct invitee *reader)
{
	for (size_t i = 0; i < of->count; i++) {
		const struct core_group_member *one = &of->items[i].member;

		if (one->person_id || one->contact_id
			    ? one->person_id == reader->person_id && one->contact_id == reader->contact_id
			    : strcmp(one->shown_name, reader->shown_name) == 0)
			return &of->items[i];
	}
	return NULL;
}

static const struct core_group_telling_line *line_of(const struct notice_case *c, const struct invitee *reader)
{
	return notice_line_of(&meeting_in(c)->of, reader);
}

static bool say(const struct notice_case *c, struct facts_work *w)
{
	const struct meeting_notice *own = meeting_in(c);
	const struct core_group_meeting *meeting = &own->of.meeting;
	const struct core_group_telling_line *line = line_of(c, w->reader);
	bool is_apart = !line || line->is_apart;

	facts_say_day(w, LETTER_FIELD_CORE_GROUP_DAY, meeting->day);
	facts_say(w, LETTER_FIELD_CORE_GROUP_LEAD, own->group.lead);
	notice_say_family(c, w, own->family);
	facts_say_yes(w, LETTER_FIELD_CORE_GROUP_CANCELLED, meeting->state == CORE_GROUP_MEETING_CANCELLED);
	facts_say_yes(w, LETTER_FIELD_CORE_GROUP_APART, is_apart);
	if (is_apart)
		return true;
	if (line->told_before != DAY_NONE)
		facts_say_day(w, LETTER_FIELD_CORE_GROUP_TOLD_BEFORE, line->told_before);
	if (meeting->starts >= 0)
		facts_say_clock(w, LETTER_FIELD_CORE_GROUP_TIME, meeting->starts);
	facts_say(w, LETTER_FIELD_CORE_GROUP_PLACE, facts_place_words(w, meeting->place));
	return true;
}

/* Whoever is asked on their own learns no hour from it, and loses one they had. */
static void diary(const struct notice_case *c, const struct notice_letter *letter, const struct letter_facts *facts,
		  struct diary_file *out)
{
	const struct core_group_meeting *meeting = &meeting_in(c)->of.meeting;
	const struct core_group_telling_line *line = line_of(c, &letter->reader);
	const char *place = facts->top.fields[LETTER_FIELD_CORE_GROUP_PLACE];
	bool is_booked = meeting->state == CORE_GROUP_MEETING_BOOKED && line && !line->is_apart && meeting->starts >= 0;

	if (!line || (!is_booked && !letter->earlier))
		return;
	out->entry = is_booked ? DIARY_REQUEST : DIARY_CANCEL;
	out->uid = arena_printf(c->mem, "core-group-%lld-%lld-%llx@quorate.example", (long long)c->id,
				(long long)line->member.id, (unsigned long long)c->cw->created_at);
	out->sequence = letter->earlier + 1;
	out->summary = letter_reader_is_colleague(&letter->reader) ? arena_printf(c->mem, "Core group %s", c->reference)
								   : diary_summary_for_family(c->cw, c->mem);
	out->place = place ? place : "";
	out->day = is_booked ? meeting->day : line->last.id ? line->last.day : meeting->day;
	out->starts = is_booked ? meeting->starts : line->last.id ? line->last.starts : -1;
	out->minutes = meeting->minutes;
}

static bool follow(const struct notice_case *c, const struct invitee *reader, struct fault *f)
{
	const struct core_group_telling_line *line = line_of(c, reader);

	if (!line || line->to_tell == CORE_GROUP_TELLING_COUNT)
		return true;
	return core_group_told(c->cw, &meeting_in(c)->of, line, CORE_GROUP_WAY_LETTER, f);
}

static bool take_back(const struct notice_case *c, const struct invitee *reader, struct fault *f)
{
	const struct core_group_telling_line *line = line_of(c, reader);

	return !line || core_group_asked_drop_letter(c->cw->store, c->id, line->member.id, f);
}

const struct notice_kind notice_core_group_meeting = {
	.find = find,
	.read = read,
	.ready = can_be_told,
	.readers = readers,
	.say = say,
	.diary = diary,
	.follow = follow,
	.undo = take_back,
};
