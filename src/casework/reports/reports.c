/* The matrix of reports: of one conference, or of all conferences of some days. */
#include "casework/reports.h"

#include "booking_facts.h"
#include "conference_reach.h"
#include "report_whose.h"
#include "report_words.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/report_store.h"
#include "store/worklist_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the reports.");
}

static bool fill_lines(struct casework *cw, const struct report_list *reports, struct report_known *known,
		       struct arena *mem, struct reports_page *out, struct fault *f)
{
	known->calendar = casework_calendar(cw);
	known->today = casework_today(cw);
	known->copies_asked = casework_policy(cw)->report_copies;
	for (size_t i = 0; i < reports->count; i++) {
		struct report_line *line = ARENA_PUSH(mem, &out->lines);

		if (!line)
			return too_much(f);
		line->report = reports->items[i];
		report_line_fill(line, known, mem);
	}
	return !arena_exhausted(mem) || too_much(f);
}

static bool fill_readers(const struct reading_list *readings, struct arena *mem, struct reports_page *out,
			 struct fault *f)
{
	for (size_t i = 0; i < readings->count; i++) {
		const struct reading *one = &readings->items[i];
		struct report_reader *reader = ARENA_PUSH(mem, &out->readers);

		if (!reader)
			return too_much(f);
		*reader = (struct report_reader){one->report_id, one->person_id, one->shared_on, one->seen_on};
	}
	return true;
}

static const char *slot_day_words(day_number day, int starts, struct arena *mem)
{
	char text[DATE_TEXT_ROOM], clock[8];

	if (day == DAY_NONE)
		return "no day";
	return arena_printf(mem, "%s%s%s", date_short(day, text), starts < 0 ? "" : " ", date_clock(starts, clock));
}

/* Nobody hands a report to a child who is not born. */
static void keep_readers(struct member_list *family)
{
	size_t kept = 0;

	for (size_t i = 0; i < family->count; i++)
		if (!person_is_unborn(&family->items[i].person) && family->items[i].person.died_on == DAY_NONE)
			family->items[kept++] = family->items[i];
	family->count = kept;
}

/* Said first: whoever reads on learns why a parent is not offered. */
static bool say_for_whom_not(struct casework *cw, struct arena *mem, struct reports_page *out, struct fault *f)
{
	for (size_t i = 0; i < out->lines.count; i++) {
		struct report_line *line = &out->lines.items[i];
		const char *words;

		if (!line->may_be_shared)
			continue;
		if (!report_not_for_words(cw, &out->conference, &out->family, line->report.id, mem, &words, f))
			return false;
		if (*words)
			line->detail = arena_joined(mem, words, "; ", line->detail);
	}
	return true;
}

static bool read_page(struct casework *cw, int64_t id, struct arena *mem, struct reports_page *out, struct fault *f)
{
	const struct conference *c = &out->conference;
	struct report_list reports;
	struct report_known known = {0};
	struct person_list children;
	struct family family;

	if (!conference_reach(cw, id, mem, &out->conference, f) || !reports_of(cw->store, id, mem, &reports, f) ||
	    !readings_of(cw->store, id, mem, &known.readings, f) ||
	    !chase_days_of(cw->store, id, mem, &known.chases, f) ||
	    !conference_children(cw->store, id, mem, &children, f) ||
	    !family_by_id(cw->store, c->family_id, mem, &family, f) ||
	    !members_of_family(cw->store, c->family_id, mem, &out->family, f) ||
	    !fill_lines(cw, &reports, &known, mem, out, f) || !fill_readers(&known.readings, mem, out, f))
		return false;
	keep_readers(&out->family);
	if (!say_for_whom_not(cw, mem, out, f))
		return false;
	out->family_words = family_words(family.name, family.reference, children.count, mem);
	out->when = slot_day_words(c->held_on, c->starts, mem);
	for (size_t i = 0; i < out->lines.count; i++) {
		out->lines.items[i].reference = c->reference;
		out->lines.items[i].family_words = out->family_words;
		out->lines.items[i].conference_day = c->held_on;
		out->lines.items[i].conference_starts = c->starts;
	}
	reports_count(out, mem);
	return true;
}

bool casework_reports(struct casework *cw, int64_t conference, struct arena *mem, struct reports_page *out,
		      struct fault *f)
{
	*out = (struct reports_page){.summary = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "reports.look", SUBJECT_CONFERENCE, conference, out->conference.family_id, "%s: %s",
			out->conference.reference, out->summary);
}

/* Reports and the diary come by day, time and conference alike: one walk past both. */
static void name_conferences(struct reports_page *out, const struct diary_row_list *diary, struct arena *mem)
{
	size_t at = 0;

	for (size_t i = 0; i < out->lines.count; i++) {
		struct report_line *line = &out->lines.items[i];
		const struct diary_row *row;

		while (at < diary->count && diary->items[at].id != line->report.conference_id)
			at++;
		if (at == diary->count)
			return;
		row = &diary->items[at];
		line->reference = row->reference;
		line->family_words = i > 0 && line[-1].report.conference_id == row->id
					     ? line[-1].family_words
					     : family_words(row->family_name, row->family_reference,
							    (size_t)row->child_count, mem);
		line->conference_day = row->day;
		line->conference_starts = row->starts;
	}
}

static bool read_between(struct casework *cw, day_number from, day_number to, struct arena *mem,
			 struct reports_page *out, struct fault *f)
{
	struct report_list reports;
	struct report_known known = {0};
	struct diary_row_list diary;

	if (!reports_between(cw->store, from, to, cw->user_id, mem, &reports, f) ||
	    !readings_between(cw->store, from, to, cw->user_id, mem, &known.readings, f) ||
	    !chase_days_between(cw->store, from, to, mem, &known.chases, f) ||
	    !diary_rows(cw->store, cw->user_id, from, to, mem, &diary, f) ||
	    !fill_lines(cw, &reports, &known, mem, out, f) || !fill_readers(&known.readings, mem, out, f))
		return false;
	name_conferences(out, &diary, mem);
	reports_count(out, mem);
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_reports_between(struct casework *cw, day_number from, day_number to, struct arena *mem,
			      struct reports_page *out, struct fault *f)
{
	char first[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];

	*out = (struct reports_page){.summary = ""};
	out->conference.held_on = DAY_NONE;
	out->conference.reference = out->family_words = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	date_short(from, first);
	date_short(to, last);
	out->when = arena_printf(mem, "%s to %s", first, last);
	if (!read_between(cw, from, to, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "reports.look", SUBJECT_NONE, 0, 0, "%s to %s: %zu reports", date_to_iso(from, first),
			date_to_iso(to, last), out->lines.count);
}
