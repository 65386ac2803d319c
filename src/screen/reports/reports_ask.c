/* What a report is asked for or told in words: letters and calls, files, copies, who may read it. */
#include "base/text.h"
#include "reports_inside.h"
#include "reports_place.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_COPIES = 8381, ANSWER_HANDLING, ANSWER_CHASE, ANSWER_WHOM, ANSWER_SPOKE, ANSWER_FILE };
enum { WHOM_THEM = 1, WHOM_MANAGER };

static bool goes_to_manager(const struct casework *cw, const struct report *report)
{
	return report->chased >= casework_policy(cw)->chasers_before_manager;
}

/* The report as it is kept now, in `mem`. */
static bool read_asked(struct desk *desk, struct arena *mem, struct report *out, struct fault *f)
{
	struct reports_page page;
	const struct report_line *line;

	if (!casework_reports(desk->cw, desk->report_asked.conference_id, mem, &page, f))
		return false;
	line = reports_asked_line(&page, &desk->report_asked);
	if (!line)
		return fault_set(f, FAULT_NOT_FOUND, "This report is on the list no more.");
	*out = line->report;
	out->version = desk->report_asked.version;
	return true;
}

/* --- Copies, and who may read it --- */

static bool copies_of(const char *typed, int *out, struct fault *f)
{
	char *end;
	long number = strtol(typed, &end, 10);

	*out = (int)number;
	return (end != typed && end[strspn(end, " ")] == '\0' && number >= 0 && number <= 99) ||
	       fault_field(f, "copies", "Enter how many copies there are, 0 to 99.");
}

static bool take_copies(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct report_asked *asked = &desk->report_asked;
	struct arena mem = {0};
	struct report before, wanted;
	int copies;
	bool ok = copies_of(typed, &copies, f) && read_asked(desk, &mem, &before, f);

	if (ok) {
		wanted = before;
		wanted.copies = copies;
		snprintf(asked->said, sizeof asked->said, "%s: %d cop%s", asked->owed_by, copies,
			 copies == 1 ? "y" : "ies");
		ok = reports_save(desk, &before, &wanted, asked->said, f);
	}
	arena_finish(&mem);
	return ok;
}

static bool ask_copies(struct tui *t, const struct report_line *line, struct fault *f)
{
	struct desk *desk = desk_of(t);
	int asked_for = casework_policy(desk->cw)->report_copies;
	char start[16], hint[240];
	struct line_question question = {
		.code = ANSWER_COPIES, .label = "Copies on paper", .hint = hint, .start = start, .check = take_copies};

	reports_ask_about(desk, line);
	snprintf(start, sizeof start, "%d", line->report.copies ? line->report.copies : asked_for);
	if (asked_for)
		snprintf(hint, sizeof hint, "%s. %d are asked for.", line->who, asked_for);
	else
		snprintf(hint, sizeof hint, "%s. How many are there?", line->who);
	return prompt_question(t, &question, f);
}

static bool ask_handling(struct tui *t, const struct report_line *line, struct fault *f)
{
	static const tui_key keys[REPORT_HANDLING_COUNT] = {[HANDLING_SHARE] = 's',
							    [HANDLING_CHAIR_ONLY] = 'c',
							    [HANDLING_READ_OUT] = 'r',
							    [HANDLING_PROFESSIONALS_ONLY] = 'p'};
	struct menu_item items[REPORT_HANDLING_COUNT];
	char title[240];

	reports_ask_about(desk_of(t), line);
	for (int i = 0; i < REPORT_HANDLING_COUNT; i++)
		items[i] = (struct menu_item){.key = keys[i],
					      .label = report_handling_label((enum report_handling)i),
					      .detail = (int)line->report.handling == i ? "now" : "",
					      .why_not = line->report.kind == REPORT_POLICE && i == HANDLING_SHARE
								 ? "a police report never is"
								 : NULL,
					      .number = i};
	snprintf(title, sizeof title, "%s: who may read it?", line->who);
	return prompt_menu(t, ANSWER_HANDLING, title, items, REPORT_HANDLING_COUNT, f);
}

static bool take_handling(struct tui *t, enum report_handling handling, struct fault *f)
{
	struct desk *desk = desk_of(t);
	struct report_asked *asked = &desk->report_asked;
	struct arena mem = {0};
	struct report before, wanted;
	bool ok = read_asked(desk, &mem, &before, f);

	if (ok) {
		wanted = before;
		wanted.handling = handling;
		snprintf(asked->said, sizeof asked->said, "%s: %s", asked->owed_by, report_handling_label(handling));
		ok = reports_save(desk, &before, &wanted, asked->said, f);
	}
	arena_finish(&mem);
	return ok;
}

/* --- Asking again --- */

static bool must_be_owed(const struct report_line *line, struct fault *f)
{
	if (line->standing == REPORT_ON_TIME || line->standing == REPORT_LATE)
		return fault_set(f, FAULT_REFUSED, "The report of %s is in: there is nothing to ask for.",
				 reports_owed_by(line));
	if (line->standing == REPORT_NOT_INVOLVED)
		return fault_set(f, FAULT_REFUSED, "%s is not involved and owes no report.", reports_owed_by(line));
	return true;
}

static bool ask_letter(struct tui *t, const struct report_line *line, struct fault *f)
{
	struct desk *desk = desk_of(t);
	char question[240], consequence[400];

	if (!must_be_owed(line, f))
		return false;
	reports_ask_about(desk, line);
	snprintf(question, sizeof question, "Ask %s for the report by letter?", line->who);
	snprintf(consequence, sizeof consequence, "By %s.%s%s%s%s", invite_method_label(line->report.method),
		 *line->chased ? " They were " : "", line->chased, *line->chased ? " already." : "",
		 goes_to_manager(desk->cw, &line->report)
			 ? " This one goes to their manager too, when the directory names one."
			 : "");
	return prompt_yes_no(t, ANSWER_CHASE, question, consequence, f);
}

static bool take_letter(struct tui *t, struct fault *f)
{
	struct desk *desk = desk_of(t);
	char id[24];
	size_t written;

	snprintf(id, sizeof id, "%lld", (long long)desk->report_asked.report_id);
	if (!casework_chase_by_letter(desk->cw, id, &written, f))
		return false;
	tui_say(t, "%s: %zu letter%s written; %s to be sent.", desk->report_asked.owed_by, written,
		written == 1 ? "" : "s", written == 1 ? "it waits" : "they wait");
	tui_refresh(t);
	return true;
}

/* "K. Evans: it comes tomorrow": whom, and what they said. */
static bool take_call(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct report_asked *asked = &desk->report_asked;
	struct arena mem = {0};
	const char *colon = strchr(typed, ':');
	const char *whom = colon ? arena_printf(&mem, "%.*s", (int)(colon - typed), typed) : typed;
	bool ok = casework_chase_by_telephone(desk->cw, asked->report_id, whom, colon ? colon + 1 : "",
					      asked->to_manager, f);

	snprintf(asked->said, sizeof asked->said, "%s: telephoned%s, spoke to %s", asked->owed_by,
		 asked->to_manager ? " the manager" : "", whom);
	arena_finish(&mem);
	return ok;
}

static bool ask_call(struct tui *t, bool to_manager, struct fault *f)
{
	struct report_asked *asked = &desk_of(t)->report_asked;
	char hint[240];
	struct line_question question = {
		.code = ANSWER_SPOKE, .label = "Telephoned: spoke to whom?", .hint = hint, .check = take_call};

	asked->to_manager = to_manager;
	snprintf(hint, sizeof hint, "%s%s. What was said may follow a colon: \"K. Evans: comes tomorrow\", \"nobody\".",
		 to_manager ? "The manager of " : "", asked->who);
	return prompt_question(t, &question, f);
}

static bool ask_whom(struct tui *t, const struct report_line *line, struct fault *f)
{
	static const struct menu_item items[] = {
		{'t', "Whoever owes the report", "", NULL, WHOM_THEM},
		{'m', "Their manager", "", NULL, WHOM_MANAGER},
	};
	struct desk *desk = desk_of(t);

	if (!must_be_owed(line, f))
		return false;
	reports_ask_about(desk, line);
	if (!goes_to_manager(desk->cw, &line->report))
		return ask_call(t, false, f);
	return prompt_menu(t, ANSWER_WHOM, "They were asked often enough. Who was telephoned?", items, 2, f);
}

/* --- Files --- */

static bool take_file(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct report_asked *asked = &desk->report_asked;
	struct arena mem = {0};
	const char *path = place_typed(typed, &mem);
	bool ok = casework_report_attach(desk->cw, asked->report_id, path, &mem, f);
	const char *slash = strrchr(path, '/');

	snprintf(asked->said, sizeof asked->said, "%s: %s is in the case file", asked->owed_by,
		 text_safe(&mem, slash ? slash + 1 : path, false));
	arena_finish(&mem);
	return ok;
}

static bool ask_file(struct tui *t, const struct report_line *line, struct fault *f)
{
	char hint[240];
	struct line_question question = {.code = ANSWER_FILE, .label = "Which file?", .hint = hint, .check = take_file};

	reports_ask_about(desk_of(t), line);
	snprintf(hint, sizeof hint, "%s. The name with its folder: ~/Downloads/report.pdf. At most 25 MB.%s", line->who,
		 line->report.received_on == DAY_NONE ? " The report is then in, today." : "");
	return prompt_question(t, &question, f);
}

/* --- The keys and their answers --- */

bool reports_ask_act(struct tui *t, const struct report_line *line, int op, struct fault *f)
{
	switch (op) {
	case OP_REPORT_COPIES: return ask_copies(t, line, f);
	case OP_REPORT_HANDLING: return ask_handling(t, line, f);
	case OP_REPORT_CHASE: return ask_letter(t, line, f);
	case OP_REPORT_TELEPHONED: return ask_whom(t, line, f);
	default: return ask_file(t, line, f);
	}
}

static bool say_done(struct tui *t, const char *how_back)
{
	tui_say(t, "%s.%s", desk_of(t)->report_asked.said, how_back);
	return true;
}

bool reports_ask_answered(struct tui *t, const struct answer *answer, bool *mine, struct fault *f)
{
	*mine = true;
	switch (answer->code) {
	case ANSWER_COPIES: return say_done(t, " u takes it back.");
	case ANSWER_HANDLING:
		return take_handling(t, (enum report_handling)answer->number, f) && say_done(t, " u takes it back.");
	case ANSWER_CHASE: return answer->number != 1 || take_letter(t, f);
	case ANSWER_WHOM: return ask_call(t, answer->number == WHOM_MANAGER, f);
	case ANSWER_SPOKE:
	case ANSWER_FILE: return say_done(t, "");
	default: *mine = false; return true;
	}
}
