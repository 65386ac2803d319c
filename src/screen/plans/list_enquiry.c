/* Recording an enquiry to the list of children on plans: who asks, for whom, why, how that was made sure, what they are
 * told. */
#include "casework/drafts.h"
#include "casework/pages.h"
#include "form_screen.h"
#include "plan_list.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct enquiry_values {
	char words[200], asker[120], asker_role[120], agency[120], purpose[300];
	char checked[16], checked_with[160], answer[16], unchecked_why[300];
};

struct enquiry_state {
	struct form_screen form; /* first */
	struct enquiry_values values;
	struct list_question question;
};

static const struct field_choice check_choices[] = {
#define X(id, token, label) {token, label},
	LIST_CHECKS(X)
#undef X
		{NULL, NULL},
};
static const struct field_choice answer_choices[] = {
#define X(id, token, label) {token, label},
	LIST_ANSWERS(X)
#undef X
		{NULL, NULL},
};

static enum list_check check_of(const struct enquiry_values *values)
{
	enum list_check check = LIST_CHECK_NOT_CHECKED;

	list_check_from_token(values->checked, &check);
	return check;
}

static enum list_answer answer_of(const struct enquiry_values *values)
{
	enum list_answer answer = LIST_ANSWER_NOTHING;

	list_answer_from_token(values->answer, &answer);
	return answer;
}

static bool is_checked(const void *values)
{
	return list_check_is_enough(check_of(values));
}

static bool wants_a_reason(const void *values)
{
	return !is_checked(values) && answer_of(values) == LIST_ANSWER_TOLD;
}

#define VALUE(member) offsetof(struct enquiry_values, member), sizeof(((struct enquiry_values *)0)->member)

static const struct field enquiry_fields[] = {
	{"asker", "Who asks", "The name of the person, such as Dr Imran Shah.", NULL, FIELD_TEXT, VALUE(asker),
	 .required = true},
	{"asker_role", "As what", "Registrar, custody sergeant, head teacher.", NULL, FIELD_TEXT, VALUE(asker_role),
	 .required = false},
	{"agency", "Agency", "The hospital, force, school or authority they ask for.", NULL, FIELD_TEXT, VALUE(agency),
	 .required = true},
	{"purpose", "Why", "Why they need to know: what happened, where the child is now.", NULL, FIELD_TEXT,
	 VALUE(purpose), .required = true},
	{"words", "About", "Whom they asked about, as they said it: name, birth date, address.", NULL, FIELD_TEXT,
	 VALUE(words), .required = true},
	{"checked", "Made sure by", "Left and right choose. A voice that is known is no check.",
	 "Ring back through the agency's own switchboard, never on a number the caller gives; or answer only to a "
	 "secure "
	 "e-mail address of the agency; or look at the card of somebody who is there.",
	 FIELD_CHOICE, VALUE(checked), .required = true, .choices = check_choices},
	{"checked_with", "Checked with", "The number rung back, the e-mail address, or the card and its number.", NULL,
	 FIELD_TEXT, VALUE(checked_with), .required = true, .shown = is_checked},
	{"answer", "They are", "Left and right choose. The words that are told stand above.", NULL, FIELD_CHOICE,
	 VALUE(answer), .required = true, .choices = answer_choices},
	{"unchecked_why", "Told although", "Why they are told although it was not made sure who asks.", NULL,
	 FIELD_TEXT, VALUE(unchecked_why), .required = true, .shown = wants_a_reason},
};
enum { ENQUIRY_FIELD_COUNT = sizeof enquiry_fields / sizeof *enquiry_fields };

static struct list_enquiry wanted(const struct enquiry_state *state)
{
	const struct enquiry_values *values = &state->values;

	return (struct list_enquiry){.asker = values->asker,
				     .asker_role = values->asker_role,
				     .agency = values->agency,
				     .purpose = values->purpose,
				     .checked = check_of(values),
				     .checked_with = is_checked(values) ? values->checked_with : "",
				     .unchecked_why = wants_a_reason(values) ? values->unchecked_why : "",
				     .words = values->words,
				     .person_id = state->question.person,
				     .as_at = state->question.as_at,
				     .answer = answer_of(values)};
}

static void save(struct screen *s, struct tui *t)
{
	struct enquiry_state *state = screen_state(s);
	struct list_enquiry enquiry;
	struct arena mem = {0};
	struct fault f = {0};

	if (!form_check(&state->form.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	enquiry = wanted(state);
	if (casework_plan_list_record(casework_of(t), &enquiry, &mem, &f)) {
		tui_say(t, "Kept: %s, %s: %s.", enquiry.asker, enquiry.agency, list_answer_label(enquiry.answer));
		form_screen_saved(s, t);
	} else {
		form_screen_refused(&state->form, t, &f);
	}
	arena_finish(&mem);
}

/* What they would be told stands over the form, to be read out. */
static bool read_question(struct enquiry_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct plan_list_entry entry;
	const struct list_question *question = &state->question;
	char name[NAME_ROOM];

	if (question->ask_manager) {
		const char *manager = casework_settings(casework_of(t))->office.duty_manager;

		snprintf(state->form.about, sizeof state->form.about,
			 "The duty manager answers this one, whatever the list shows. Send them there%s%s.",
			 *manager ? ": " : "", manager);
		snprintf(state->values.answer, sizeof state->values.answer, "%s",
			 list_answer_token(LIST_ANSWER_MANAGER));
	} else if (question->person) {
		if (!casework_plan_list_entry(casework_of(t), question->person, question->as_at, mem, &entry, f))
			return false;
		snprintf(state->form.about, sizeof state->form.about, "%s", entry.may_say);
		snprintf(state->values.words, sizeof state->values.words, "%s", person_full_name(&entry.child, name));
		snprintf(state->form.title, sizeof state->form.title, "Enquiry · %s", entry.line.name);
		snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s", entry.child.reference);
		return true;
	} else {
		snprintf(state->form.about, sizeof state->form.about,
			 "Nobody who was described so is on the list. Was another spelling tried, and a birth date?");
	}
	snprintf(state->form.title, sizeof state->form.title, "Enquiry · nobody found");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "about %.50s", question->words);
	return true;
}

/* What was typed about the same child and not saved goes on where it was left: this account may have no list of
 * drafts. */
static bool take_up_draft(struct enquiry_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct draft_list drafts;

	if (state->form.draft[0])
		return true;
	if (!casework_drafts(casework_of(t), mem, &drafts, f))
		return false;
	for (size_t i = 0; i < drafts.count; i++) {
		const struct draft *draft = &drafts.items[i];

		if (!list_draft_is(draft) || strcmp(draft->subject, state->form.draft_for) != 0)
			continue;
		snprintf(state->form.draft, sizeof state->form.draft, "%s", draft->fields);
		tui_say(t, "What was typed on %s and not kept is here again.", draft->when);
		return casework_draft_take_over(casework_of(t), draft->id, f);
	}
	return true;
}

static bool list_enquiry_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct enquiry_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	snprintf(state->values.words, sizeof state->values.words, "%s", state->question.words);
	snprintf(state->values.checked, sizeof state->values.checked, "%s", list_check_token(LIST_CHECK_CALL_BACK));
	snprintf(state->values.answer, sizeof state->values.answer, "%s", list_answer_token(LIST_ANSWER_TOLD));
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "list");
	if (!read_question(state, t, screen_arena(s), f) || !take_up_draft(state, t, screen_arena(s), f))
		return false;
	state->form.save = save;
	state->form.what = "this enquiry";
	return form_screen_begin(&state->form, t, enquiry_fields, ENQUIRY_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class list_enquiry_screen = {
	.name = "enquiry",
	.purpose = "Who asks the list of children on plans, how that was made sure, and what they are told.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct enquiry_state),
	.load = list_enquiry_load,
	.dispose = form_screen_dispose,
};

bool list_enquiry_open(struct tui *t, const struct list_question *question, const char *draft, struct fault *f)
{
	struct enquiry_state *state;

	if (!casework_may(casework_of(t), ACTION_LOOK_UP_PLANS, f))
		return false;
	state = form_screen_blank(&list_enquiry_screen, draft, f);
	if (!state)
		return false;
	state->question = *question;
	return form_screen_push(t, &list_enquiry_screen, state, f);
}

bool list_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "list") == 0;
}

/* Its subject is the child, or "about" and the words of whoever asked. */
bool list_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	struct list_question question = {.as_at = DAY_NONE};
	enum found_kind kind;

	if (strncmp(draft->subject, "about ", 6) == 0)
		snprintf(question.words, sizeof question.words, "%s", draft->subject + 6);
	else if (!casework_resolve(casework_of(t), draft->subject, &kind, &question.person, f))
		return false;
	return list_enquiry_open(t, &question, draft->fields, f);
}
