/* The last change of a report, and taking it back. */
#include "reports_inside.h"
#include "screens.h"

#include <stdio.h>

const struct report_reader *reports_reader(const struct reports_page *page, int64_t report, int64_t person)
{
	for (size_t i = 0; i < page->readers.count; i++)
		if (page->readers.items[i].report_id == report && page->readers.items[i].person_id == person)
			return &page->readers.items[i];
	return NULL;
}

/* Before the mark a day stood there: it is put back by marking it. */
static void put_back_day(struct report_marking *marking, day_number before, bool taken_back)
{
	if (!taken_back && before != DAY_NONE)
		marking->on = before;
}

static void put_back_received(struct report_marking *marking, const struct report *before, bool taken_back)
{
	put_back_day(marking, before->received_on, taken_back);
	if (!taken_back && before->received_on != DAY_NONE)
		marking->mark = before->is_verbal ? MARK_VERBAL : MARK_RECEIVED;
}

static bool had_any_reader(const struct reports_page *page, int64_t report)
{
	for (size_t i = 0; i < page->readers.count; i++)
		if (page->readers.items[i].report_id == report && page->readers.items[i].shared_on != DAY_NONE)
			return true;
	return false;
}

static void put_back_readers(struct report_undo *undo, const struct reports_page *page, bool taken_back)
{
	struct report_marking *marking = &undo->marking;
	const struct report_reader *reader = reports_reader(page, marking->report_id, marking->person_id);
	day_number before = !reader ? DAY_NONE : marking->mark == MARK_SEEN ? reader->seen_on : reader->shared_on;

	if (marking->person_id)
		put_back_day(marking, before, taken_back);
	else /* some had it on other days: one key cannot tell them apart again */
		undo->is_set = taken_back || !had_any_reader(page, marking->report_id);
}

void reports_remember(struct desk *desk, const struct reports_page *page, const struct report_line *line,
		      const struct report_marking *marked, bool taken_back, const char *words)
{
	const struct report *before = &line->report;
	struct report_undo *undo = &desk->report_undo;

	*undo = (struct report_undo){.is_set = true, .marking = *marked, .conference_id = before->conference_id};
	undo->marking.version = marked->version + 1;
	undo->is_signed = before->is_signed;
	undo->is_legible = before->is_legible;
	undo->handling = before->handling;
	undo->copies = before->copies;
	snprintf(undo->words, sizeof undo->words, "%s", words);
	switch (marked->mark) {
	case MARK_REQUESTED: put_back_day(&undo->marking, before->requested_on, taken_back); break;
	case MARK_TO_CHAIR: put_back_day(&undo->marking, before->to_chair_on, taken_back); break;
	case MARK_TO_MANAGER: put_back_day(&undo->marking, before->to_manager_on, taken_back); break;
	case MARK_RECEIVED:
	case MARK_VERBAL: put_back_received(&undo->marking, before, taken_back); break;
	case MARK_SHARED:
	case MARK_SEEN: put_back_readers(undo, page, taken_back); break;
	case MARK_SIGNED: undo->is_saving = before->is_signed == ANSWER_NO; break;
	case MARK_LEGIBLE: undo->is_saving = before->is_legible == ANSWER_NO; break;
	default: break;
	}
}

static bool undo_saving(struct desk *desk, const struct report_undo *undo, struct fault *f)
{
	struct arena mem = {0};
	struct reports_page page;
	const struct report_asked asked = {.report_id = undo->marking.report_id};
	const struct report_line *line;
	struct report report;
	bool ok = casework_reports(desk->cw, undo->conference_id, &mem, &page, f);

	line = ok ? reports_asked_line(&page, &asked) : NULL;
	if (ok && !line)
		ok = fault_set(f, FAULT_NOT_FOUND, "This report is on the list no more.");
	if (ok) {
		report = line->report;
		report.version = undo->marking.version;
		report.is_signed = undo->is_signed;
		report.is_legible = undo->is_legible;
		report.handling = undo->handling;
		report.copies = undo->copies;
		ok = casework_report_save(desk->cw, &report, f);
	}
	arena_finish(&mem);
	return ok;
}

bool reports_undo(struct tui *t, struct fault *f)
{
	struct desk *desk = desk_of(t);
	struct report_undo *undo = &desk->report_undo;
	bool taken_back;

	if (!undo->is_set)
		return fault_set(f, FAULT_REFUSED, "There is nothing to take back.");
	undo->is_set = false;
	if (undo->is_saving ? !undo_saving(desk, undo, f)
			    : !casework_report_mark(desk->cw, &undo->marking, &taken_back, f))
		return false;
	tui_say(t, "As it was before: %s.", undo->words);
	tui_refresh(t);
	return true;
}

bool reports_save(struct desk *desk, const struct report *before, struct report *wanted, const char *words,
		  struct fault *f)
{
	struct report_undo *undo = &desk->report_undo;

	if (!casework_report_save(desk->cw, wanted, f))
		return false;
	*undo = (struct report_undo){.is_set = true,
				     .is_saving = true,
				     .marking = {.report_id = wanted->id, .version = wanted->version},
				     .conference_id = wanted->conference_id,
				     .is_signed = before->is_signed,
				     .is_legible = before->is_legible,
				     .handling = before->handling,
				     .copies = before->copies};
	snprintf(undo->words, sizeof undo->words, "%s", words);
	return true;
}
