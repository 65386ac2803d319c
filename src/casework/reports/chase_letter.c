/* Chasers by letter: one to each who owes a report, and one to the manager of whoever was asked often enough. */
#include "casework/reports.h"
#include "chase.h"
#include "chase_check.h"
#include "letter_facts.h"
#include "letter_queue.h"
#include "letter_reader.h"
#include "report_reach.h"
#include "report_reader.h"
#include "report_words.h"
#include "store/directory_store.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

#include <stdlib.h>
#include <string.h>

/* One report that is asked for. */
struct chase_work {
	struct casework *cw;
	struct arena *mem;
	struct fault *f;
	struct report report;
	struct conference conference;
	struct invitee owes;
	struct chaser_list earlier;
	const struct contact *manager; /* NULL: it does not go there, or nobody is known */
	size_t written;
};

static const char *number_words(int number, struct arena *mem)
{
	static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth"};

	if (number >= 1 && number <= (int)(sizeof words / sizeof *words))
		return words[number - 1];
	return arena_printf(mem, "%dth", number);
}

static const char *earlier_words(const struct chase_work *w)
{
	struct chase_day_list days = {0};

	for (size_t i = 0; i < w->earlier.count; i++) {
		const struct chaser *one = &w->earlier.items[i];
		struct chase_day *day;

		if (one->is_to_manager || (days.count && days.items[days.count - 1].chased_on == one->chased_on))
			continue;
		day = ARENA_PUSH(w->mem, &days);
		if (day)
			*day = (struct chase_day){w->report.id, one->chased_on};
	}
	return chase_days_words(&days, w->report.id, w->mem);
}

static const char *owed_by_words(const struct chase_work *w)
{
	const struct report *r = &w->report;

	return *r->shown_agency ? arena_printf(w->mem, "%s, %s", r->shown_name, r->shown_agency) : r->shown_name;
}

/* What both letters say of the report beside what their reader may see of the conference. */
static void say_chaser(const struct chase_work *w, struct letter_facts *facts)
{
	const char **fields = facts->top.fields;
	char due[DATE_TEXT_ROOM];
	int left;
	const char *late = chase_late_words(w->cw, &w->report, &left, w->mem);

	fields[LETTER_FIELD_REPORT_TITLE] = report_kind_label(w->report.kind);
	fields[LETTER_FIELD_REPORT_DUE] = arena_text(w->mem, date_long(w->report.due_on, due));
	fields[LETTER_FIELD_REPORT_OWED_BY] = owed_by_words(w);
	fields[LETTER_FIELD_CHASER_NUMBER] = number_words(w->report.chased + 1, w->mem);
	fields[LETTER_FIELD_CHASER_LATE] = left < 0 ? late : "";
	fields[LETTER_FIELD_CHASER_EARLIER] = earlier_words(w);
	fields[LETTER_FIELD_MANAGER_NAME] = w->manager ? w->manager->name : "";
	fields[LETTER_FIELD_MANAGER_TOLD] = w->manager && chase_goes_to_manager(w->cw, &w->report) ? "yes" : "";
}

static bool write_to(struct chase_work *w, struct invitee *reader, enum letter_template_key key, struct chaser *chaser)
{
	struct letter_facts facts;
	struct letter_order order = {.key = key, .conference = &w->conference, .reader = reader, .facts = &facts};
	struct fault why = {0};

	reader->method = chaser->how = order.method = reader_written_method(reader);
	if (!letter_facts_of(w->cw, &w->conference, reader, w->mem, &facts, w->f) ||
	    !letter_reader_address(w->cw, reader, order.method, w->mem, &order.address, w->f))
		return false;
	say_chaser(w, &facts);
	if (!letter_queue(w->cw, &order, w->mem, &chaser->letter_id, &why)) {
		if (why.code != FAULT_REFUSED || !*why.field) {
			if (w->f)
				*w->f = why;
			return false;
		}
		return fault_set(w->f, FAULT_REFUSED, "%s cannot be written to: %s. Nothing was written to anybody.",
				 reader->shown_name, letter_way_problem(order.method, order.address));
	}
	w->written++;
	return chaser_insert(w->cw->store, chaser, w->f);
}

static struct chaser a_chaser(const struct chase_work *w)
{
	return (struct chaser){.report_id = w->report.id,
			       .chased_on = casework_today(w->cw),
			       .spoke_to = "",
			       .note = "",
			       .by_user = casework_user_name(w->cw)};
}

static bool was_written_today(const struct chase_work *w)
{
	for (size_t i = 0; i < w->earlier.count; i++)
		if (w->earlier.items[i].letter_id && w->earlier.items[i].chased_on == casework_today(w->cw))
			return true;
	return false;
}

static bool write_both(struct chase_work *w)
{
	struct chaser chaser = a_chaser(w), to_manager = a_chaser(w);
	struct invitee manager;

	if (!write_to(w, &w->owes, LETTER_REPORT_CHASER, &chaser))
		return false;
	if (!w->manager || !chase_goes_to_manager(w->cw, &w->report))
		return true;
	manager = reader_from_contact(w->manager, w->conference.id);
	to_manager.is_to_manager = true;
	return write_to(w, &manager, LETTER_REPORT_NOT_RECEIVED, &to_manager);
}

/* One report, a verb of its own inside the act: each conference's history says what was asked for. */
static bool chase_one(struct casework *cw, int64_t id, const struct contact_list *contacts, struct arena *mem,
		      size_t *written, struct fault *f)
{
	struct chase_work w = {.cw = cw, .mem = mem, .f = f};

	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	if (!report_reach(cw, ACTION_RECORD_REPORTS, id, mem, &w.report, &w.conference, f) ||
	    !chase_is_wanted(&w.report, &w.conference, f) ||
	    !invitee_by_id(cw->store, w.report.invitee_id, mem, &w.owes, f) ||
	    !chasers_of(cw->store, id, mem, &w.earlier, f))
		return work_undo(cw);
	if (was_written_today(&w)) {
		work_undo(cw);
		return true;
	}
	w.manager = chase_manager(contacts, &w.report, mem);
	if (!write_both(&w))
		return work_undo(cw);
	*written += w.written;
	return work_end(cw, f, "report.chase", SUBJECT_CONFERENCE, w.conference.id, w.conference.family_id,
			"%s: written to by %s%s%s", report_owed_by(&w.report), invite_method_label(w.owes.method),
			w.written > 1 ? ", and to the manager, " : "", w.written > 1 ? w.manager->name : "");
}

static bool chase_all(struct casework *cw, const char *ids, struct arena *mem, size_t *written, struct fault *f)
{
	struct contact_list contacts;
	size_t named = 0;

	if (!contacts_all(cw->store, "", mem, &contacts, f))
		return false;
	for (const char *at = ids ? ids : ""; *at;) {
		char *end;
		long long id = strtoll(at, &end, 10);

		if (end == at)
			break;
		named++;
		if (!chase_one(cw, id, &contacts, mem, written, f))
			return false;
		at = end + strspn(end, " ");
	}
	if (named == 0)
		return fault_set(f, FAULT_NOT_FOUND, "No report was named. Choose one in the list.");
	return *written > 0 || fault_set(f, FAULT_REFUSED,
					 "A letter about this was written today already. Telephone, or write again "
					 "tomorrow.");
}

bool casework_chase_by_letter(struct casework *cw, const char *report_ids, size_t *written, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	*written = 0;
	if (!casework_may(cw, ACTION_RECORD_REPORTS, f) || !work_open(cw, f))
		return false;
	ok = chase_all(cw, report_ids, &mem, written, f) ? work_keep(cw, f) : work_undo(cw);
	if (!ok)
		*written = 0;
	arena_finish(&mem);
	return ok;
}
