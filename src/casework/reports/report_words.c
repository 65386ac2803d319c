/* How a report reads in a list. */
#include "report_words.h"

#include "report_reach.h"

#include <string.h>

const char *report_mark_label(enum report_mark mark)
{
	static const char *const labels[] = {
#define X(id, label) label,
		REPORT_MARKS(X)
#undef X
	};

	return (unsigned)mark < REPORT_MARK_COUNT ? labels[mark] : "";
}

bool report_is_wanted(const struct report *report)
{
	return report->is_required && report->involved != ANSWER_NO;
}

const char *reading_label(const struct reading *reading)
{
	if (reading->relationship != RELATIONSHIP_CHILD)
		return relationship_label(reading->relationship);
	return *reading->known_as ? reading->known_as : *reading->given_names ? reading->given_names : "child";
}

static const char *in_words(const struct report_line *line, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	switch (line->standing) {
	case REPORT_NOT_INVOLVED: return "not involved";
	case REPORT_NOT_ASKED: return "not asked";
	case REPORT_OVERDUE: return arena_printf(mem, "! %d wd late", line->working_days);
	case REPORT_ON_TIME: return arena_printf(mem, "ok %s", date_short(line->report.received_on, day));
	case REPORT_LATE:
		return arena_printf(mem, "%d wd late, %s", line->working_days,
				    date_short(line->report.received_on, day));
	case REPORT_VERBAL: return arena_printf(mem, "verbal only %s", date_short(line->report.received_on, day));
	case REPORT_AWAITED: break;
	}
	if (line->report.due_on == DAY_NONE)
		return "awaited";
	return line->working_days == 0 ? "due today" : arena_printf(mem, "due in %d wd", line->working_days);
}

/* Whoever had it on one day stands before that day: "mother, father Fri 27 Mar; Kai Mon 30 Mar". */
static const char *readers_words(const struct reading_list *all, int64_t report, bool seen, struct arena *mem)
{
	const char *words = "", *names = "";
	day_number day = DAY_NONE;
	char text[DATE_TEXT_ROOM];

	for (size_t i = 0; i < all->count; i++) {
		const struct reading *one = &all->items[i];
		day_number on = seen ? one->seen_on : one->shared_on;

		if (one->report_id != report || on == DAY_NONE)
			continue;
		if (day != DAY_NONE && on != day) {
			words = arena_joined(mem, words, "; ",
					     arena_printf(mem, "%s %s", names, date_short(day, text)));
			names = "";
		}
		day = on;
		names = arena_joined(mem, names, ", ", reading_label(one));
	}
	return *names ? arena_joined(mem, words, "; ", arena_printf(mem, "%s %s", names, date_short(day, text))) : "";
}

static const char *why_kept(const struct report *report, struct arena *mem)
{
	if (report_is_police(report))
		return "never (police)";
	if (report->handling != HANDLING_SHARE)
		return arena_printf(mem, "never (%s)", report_handling_label(report->handling));
	return arena_printf(mem, "not shared: %s", report->not_shared_why);
}

static const char *shared_words(const struct report_line *line, const struct reading_list *readings, struct arena *mem)
{
	const char *readers = readers_words(readings, line->report.id, false, mem);

	if (!line->may_be_shared)
		return *readers ? arena_printf(mem, "%s, now %s", readers, why_kept(&line->report, mem))
				: why_kept(&line->report, mem);
	if (*readers)
		return readers;
	return line->report.received_on != DAY_NONE ? "not yet" : "";
}

/* The month stands after the last of its days. */
const char *chase_days_words(const struct chase_day_list *days, int64_t report, struct arena *mem)
{
	const char *words = "";

	for (size_t i = 0; i < days->count; i++) {
		const struct chase_day *one = &days->items[i];
		bool last = i + 1 == days->count || days->items[i + 1].report_id != report;
		struct civil_date on, next;

		if (one->report_id != report)
			continue;
		on = date_civil(one->chased_on);
		next = last ? on : date_civil(days->items[i + 1].chased_on);
		words = arena_joined(mem, words, ", ",
				     last || next.month != on.month || next.year != on.year
					     ? arena_printf(mem, "%d %.3s", on.day, date_month_name(on.month))
					     : arena_printf(mem, "%d", on.day));
	}
	return words;
}

static const char *dated(const char *what, day_number on, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return on == DAY_NONE ? "" : arena_printf(mem, "%s %s", what, date_short(on, day));
}

static const char *answered(enum yes_no answer, const char *yes, const char *no)
{
	return answer == ANSWER_YES ? yes : answer == ANSWER_NO ? no : "";
}

static const char *copies_words(const struct report *report, int asked, struct arena *mem)
{
	if (asked == 0)
		return report->copies == 0 ? "" : arena_printf(mem, "copies %d", report->copies);
	return arena_printf(mem, "copies %d of %d", report->copies, asked);
}

static const char *detail_words(const struct report *r, const struct report_known *known, struct arena *mem)
{
	const char *seen = readers_words(&known->readings, r->id, true, mem);
	const char *const parts[] = {
		r->requested_on == DAY_NONE ? "not asked" : dated("asked", r->requested_on, mem),
		r->is_required ? "" : "not required",
		answered(r->is_signed, "signed", "not signed"),
		answered(r->is_legible, "legible", "not legible"),
		copies_words(r, known->copies_asked, mem),
		*seen ? arena_printf(mem, "seen by %s", seen) : "",
		dated("to chair", r->to_chair_on, mem),
		dated("to team manager", r->to_manager_on, mem),
		r->files == 0   ? ""
		: r->files == 1 ? "1 file"
				: arena_printf(mem, "%d files", r->files),
		r->manager_told ? "manager told" : "",
		r->note,
	};
	const char *words = "";

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		words = arena_joined(mem, words, " · ", parts[i]);
	return words;
}

void report_line_fill(struct report_line *line, const struct report_known *known, struct arena *mem)
{
	const char *chased = chase_days_words(&known->chases, line->report.id, mem);

	line->standing = report_standing(&line->report, known->calendar, known->today, &line->working_days);
	line->may_be_shared = report_may_go_to_family(&line->report);
	line->who = report_who(&line->report, mem);
	line->in = in_words(line, mem);
	line->shared = shared_words(line, &known->readings, mem);
	line->chased = *chased ? arena_printf(mem, "chased %s", chased) : "";
	line->detail = detail_words(&line->report, known, mem);
}

static void count_line(struct reports_page *page, const struct report_line *line)
{
	bool is_in = line->report.received_on != DAY_NONE, is_wanted = report_is_wanted(&line->report);

	page->wanted += is_wanted || is_in;
	page->in += is_in;
	page->missing += is_wanted && !is_in;
	page->on_time += line->standing == REPORT_ON_TIME;
	page->late += line->standing == REPORT_LATE;
	page->verbal += line->standing == REPORT_VERBAL;
	page->not_involved += line->standing == REPORT_NOT_INVOLVED;
}

static const char *not_involved_names(const struct report_line_list *lines, struct arena *mem)
{
	const char *names = "";

	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].standing == REPORT_NOT_INVOLVED)
			names = arena_joined(mem, names, ", ", report_owed_by(&lines->items[i].report));
	return names;
}

static const char *counted(const char *what, size_t count, struct arena *mem)
{
	return count == 0 ? "" : arena_printf(mem, "%s %zu", what, count);
}

void reports_count(struct reports_page *page, struct arena *mem)
{
	const char *words;

	for (size_t i = 0; i < page->lines.count; i++)
		count_line(page, &page->lines.items[i]);
	if (page->lines.count == 0) {
		page->summary = "no report is asked for yet";
		return;
	}
	words = arena_printf(mem, "%zu of %zu reports in", page->in, page->wanted);
	words = arena_joined(mem, words, " · ", counted("on time", page->on_time, mem));
	words = arena_joined(mem, words, " · ", counted("late", page->late, mem));
	words = arena_joined(mem, words, " · ", counted("verbal only", page->verbal, mem));
	words = arena_joined(mem, words, " · ", counted("missing", page->missing, mem));
	if (page->not_involved)
		words = arena_printf(mem, "%s · not involved %zu (%s)", words, page->not_involved,
				     not_involved_names(&page->lines, mem));
	page->summary = words;
}
