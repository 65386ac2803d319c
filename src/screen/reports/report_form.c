/* How a report is handled: who may read it, why it is not shared, what else is to be known of it. */
#include "casework/reports.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct report_values {
	char handling[24], not_shared_why[400], required[8], is_signed[8], is_legible[8], copies[8], note[600],
		speaks_of[300];
};

struct report_form_state {
	struct form_screen form; /* first */
	struct report_values values, read;
	int64_t conference, report;
	struct report kept; /* as read; its texts are not */
};

static const struct field_choice handling_choices[] = {
#define X(id, token, label) {token, label},
	REPORT_HANDLINGS(X)
#undef X
		{NULL, NULL},
};

/* The police's is never shared, whatever is chosen: then there is no reason to give. */
static bool is_shared(const void *values)
{
	return strcmp(((const struct report_values *)values)->handling, report_handling_token(HANDLING_SHARE)) == 0;
}

static bool check_copies(void *world, const void *values, const char *typed, struct fault *f)
{
	char *end;
	long copies = strtol(typed, &end, 10);

	(void)world;
	(void)values;
	return typed[0] == '\0' || (*end == '\0' && copies >= 0 && copies <= 99) ||
	       fault_field(f, "copies", "Enter how many copies there are, 0 to 99.");
}

#define VALUE(member) offsetof(struct report_values, member), sizeof(((struct report_values *)0)->member)

static const struct field report_fields[] = {
	{"handling", "Who may read it", "Left and right choose. The police's is never shared with the family.", NULL,
	 FIELD_CHOICE, VALUE(handling), .required = true, .choices = handling_choices},
	{"not_shared_why", "Not shared as", "Only when the family must not have it: the reason, such as third party.",
	 "With a reason here the report is not given to the family, though reports of this agency are.", FIELD_TEXT,
	 VALUE(not_shared_why), .shown = is_shared},
	{"speaks_of", "Speaks of", "Ava, Ben: nobody else's parent gets it. Empty: all of the conference.",
	 "Where the children do not have the same parents a report goes to a parent only when it speaks of no child "
	 "but "
	 "theirs. Empty means all of them.",
	 FIELD_TEXT, VALUE(speaks_of), .required = false},
	{"required", "Required", "n: it is asked for, and nothing waits for it.", NULL, FIELD_TICK, VALUE(required),
	 .required = true},
	{"is_signed", "Signed", "y or n; Space when it is not known.", NULL, FIELD_TICK, VALUE(is_signed),
	 .required = false},
	{"is_legible", "Legible", "y or n; Space when it is not known.", NULL, FIELD_TICK, VALUE(is_legible),
	 .required = false},
	{"copies", "Copies", "Paper copies brought or promised.", NULL, FIELD_TEXT, VALUE(copies),
	 .check = check_copies},
	{"note", "Note", "What else is to be known of it.", NULL, FIELD_LINES, VALUE(note), .rows = 3},
};
enum { REPORT_FIELD_COUNT = sizeof report_fields / sizeof *report_fields };

/* --- Report and form --- */

static const char *tick_of(enum yes_no answer)
{
	return answer == ANSWER_YES ? "yes" : answer == ANSWER_NO ? "no" : "";
}

static enum yes_no answer_of(const char *tick)
{
	return tick[0] == 'y' ? ANSWER_YES : tick[0] == 'n' ? ANSWER_NO : ANSWER_UNKNOWN;
}

static void fill(struct report_values *values, const struct report *report)
{
	*values = (struct report_values){0};
	snprintf(values->handling, sizeof values->handling, "%s", report_handling_token(report->handling));
	snprintf(values->not_shared_why, sizeof values->not_shared_why, "%s", report->not_shared_why);
	snprintf(values->speaks_of, sizeof values->speaks_of, "%s", report->speaks_of);
	snprintf(values->required, sizeof values->required, "%s", report->is_required ? "yes" : "no");
	snprintf(values->is_signed, sizeof values->is_signed, "%s", tick_of(report->is_signed));
	snprintf(values->is_legible, sizeof values->is_legible, "%s", tick_of(report->is_legible));
	if (report->copies)
		snprintf(values->copies, sizeof values->copies, "%d", report->copies);
	snprintf(values->note, sizeof values->note, "%s", report->note);
}

/* A reason stands beside the report it was given for: chosen otherwise, it goes. */
static struct report wanted(const struct report_form_state *state)
{
	const struct report_values *values = &state->values;
	struct report report = state->kept;

	report_handling_from_token(values->handling, &report.handling);
	report.not_shared_why = is_shared(values) ? values->not_shared_why : "";
	report.is_required = answer_of(values->required) != ANSWER_NO;
	report.is_signed = answer_of(values->is_signed);
	report.is_legible = answer_of(values->is_legible);
	report.copies = atoi(values->copies);
	report.note = values->note;
	report.speaks_of = values->speaks_of;
	return report;
}

/* --- The screen --- */

/* Read once: a refresh behind the form must not hide that another person saved. */
static bool read_report(struct report_form_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct reports_page page;
	const struct report_line *line = NULL;

	if (!casework_reports(casework_of(t), state->conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.lines.count; i++)
		if (page.lines.items[i].report.id == state->report)
			line = &page.lines.items[i];
	if (!line)
		return fault_set(f, FAULT_NOT_FOUND, "This report is asked for no more.");
	state->kept = line->report;
	fill(&state->read, &line->report);
	snprintf(state->form.title, sizeof state->form.title, "Report · %s · %s", line->who, page.conference.reference);
	snprintf(state->form.about, sizeof state->form.about, "%s · %s", page.family_words, page.when);
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s report %lld", page.conference.reference,
		 (long long)state->report);
	return true;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct report_form_state *state = screen_state(s);

	struct arena mem = {0};
	bool ok = read_report(state, t, &mem, f);

	arena_finish(&mem);
	return ok ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct report_form_state *state = screen_state(s);
	struct fault f = {0};
	struct report report;

	if (!form_check(&state->form.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	report = wanted(state);
	if (casework_report_save(casework_of(t), &report, &f)) {
		tui_say(t, "Saved: %s.", state->form.title);
		form_screen_saved(s, t);
	} else {
		form_screen_refused(&state->form, t, &f);
	}
}

static bool report_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct report_form_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	if (!read_report(state, t, screen_arena(s), f))
		return false;
	state->values = state->read;
	state->form.save = save;
	state->form.again = again;
	state->form.what = "this report";
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "report");
	return form_screen_begin(&state->form, t, report_fields, REPORT_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class report_form_screen = {
	.name = "handling",
	.purpose = "How a report is handled: who may read it, why it is not shared, signed, legible, copies, a note.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct report_form_state),
	.load = report_form_load,
	.dispose = form_screen_dispose,
};

bool report_form_open(struct tui *t, int64_t conference, int64_t report, const char *draft, struct fault *f)
{
	struct report_form_state *state;

	if (!casework_may_for(casework_of(t), ACTION_RECORD_REPORTS, conference, f))
		return false;
	state = form_screen_blank(&report_form_screen, draft, f);
	if (!state)
		return false;
	state->conference = conference;
	state->report = report;
	return form_screen_push(t, &report_form_screen, state, f);
}
