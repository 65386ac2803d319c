/* Keeping who asked the list of children on plans, how it was made sure who they are, and what they were told. */
#include "plan_list_reading.h"

#include "base/text.h"
#include "london.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "telling.h"

#include <string.h>

enum { MOST_SHOWN = 500, LEAST_FIGURES = 6 };

/* --- Recording --- */

static bool tidy(const char **text, const char *field, const char *what, struct arena *mem, struct fault *f)
{
	*text = text_tidy(mem, *text ? *text : "", false);
	return *text || fault_field(f, field, "%s holds characters that cannot be kept. Type it again.", what);
}

static bool tidy_all(struct list_enquiry *e, struct arena *mem, struct fault *f)
{
	return tidy(&e->asker, "asker", "The name of who asks", mem, f) &&
	       tidy(&e->asker_role, "asker_role", "What they are", mem, f) &&
	       tidy(&e->agency, "agency", "The agency", mem, f) &&
	       tidy(&e->purpose, "purpose", "Why they ask", mem, f) &&
	       tidy(&e->checked_with, "checked_with", "How it was checked", mem, f) &&
	       tidy(&e->unchecked_why, "unchecked_why", "The reason", mem, f) &&
	       tidy(&e->words, "words", "Whom they asked about", mem, f);
}

static bool says_who(const struct list_enquiry *e, struct fault *f)
{
	if (!*e->asker)
		return fault_field(f, "asker", "Enter the name of who asks.");
	if (!*e->agency)
		return fault_field(f, "agency", "Enter the agency they ask for, such as the hospital or the school.");
	if (!*e->words)
		return fault_field(f, "words",
				   "Enter whom they asked about: the name, and the birth date if they said it.");
	return *e->purpose || fault_field(f, "purpose", "Enter why they need to know.");
}

static int figures_in(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += *text >= '0' && *text <= '9';
	return count;
}

static bool says_how(const struct list_enquiry *e, struct fault *f)
{
	if (e->checked == LIST_CHECK_CALL_BACK && figures_in(e->checked_with) < LEAST_FIGURES)
		return fault_field(
			f, "checked_with",
			"Enter the whole number that was rung back: the agency's own, not one the caller gave.");
	if (e->checked == LIST_CHECK_SECURE_MAIL && !strchr(e->checked_with, '@'))
		return fault_field(f, "checked_with", "Enter the address the secure e-mail came from.");
	if (e->checked == LIST_CHECK_IN_PERSON && !*e->checked_with)
		return fault_field(f, "checked_with",
				   "Enter what card was seen, such as the warrant card and its number.");
	if (e->answer == LIST_ANSWER_TOLD && !list_check_is_enough(e->checked) && !*e->unchecked_why)
		return fault_field(
			f, "unchecked_why",
			"It was not made sure who asks. Ring back through the agency's switchboard first, or "
			"enter why they were told all the same.");
	return true;
}

/* What they were told, from the list as it is now. */
static bool settle_answer(struct casework *cw, struct list_enquiry *e, int64_t *family, struct arena *mem,
			  struct fault *f)
{
	struct plan_list_entry entry = {.may_say = ""};
	char day[DATE_TEXT_ROOM];
	int64_t kept_back = 0;

	*family = 0;
	e->standing = LIST_NOT_LISTED;
	if (e->person_id) {
		if (!plan_list_entry_read(cw, e->person_id, e->as_at, mem, &entry, f))
			return false;
		e->standing = entry.line.standing;
		*family = entry.line.family_id;
	} else if (!plan_list_is_kept_back(cw, e->words, mem, &kept_back, f)) {
		return false;
	}
	if (kept_back && e->answer == LIST_ANSWER_TOLD)
		return fault_field(
			f, "answer",
			"This one is for the duty manager to answer, whatever the list shows: send them there.");
	e->person_id = e->person_id ? e->person_id : kept_back;
	if (e->answer != LIST_ANSWER_TOLD)
		e->told = e->answer == LIST_ANSWER_MANAGER ? "Sent to the duty manager." : "Told nothing.";
	else if (e->person_id)
		e->told = entry.may_say;
	else
		e->told = arena_printf(mem, "Nobody who was described so was on the list on %s.",
				       date_plain(e->as_at, day));
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to keep the enquiry.");
}

static bool check_day(const struct casework *cw, struct list_enquiry *e, struct fault *f)
{
	if (e->as_at == DAY_NONE)
		e->as_at = cw->today;
	return e->as_at <= cw->today ||
	       fault_field(f, "as_at", "The list cannot tell of a day to come. Enter today or an earlier day.");
}

bool casework_plan_list_record(struct casework *cw, struct list_enquiry *enquiry, struct arena *mem, struct fault *f)
{
	struct list_enquiry *e = enquiry;
	int64_t family;

	if (!work_begin(cw, ACTION_LOOK_UP_PLANS, f))
		return false;
	e->asked_at = work_now(cw);
	e->by_user = cw->login;
	if (!tidy_all(e, mem, f) || !says_who(e, f) || !says_how(e, f) || !check_day(cw, e, f) ||
	    !settle_answer(cw, e, &family, mem, f) || !list_enquiry_insert(cw->store, e, f))
		return work_undo(cw);
	return work_end(cw, f, "list.answer", e->person_id ? SUBJECT_PERSON : SUBJECT_NONE, e->person_id, family,
			"%s, %s: %s; %s", e->asker, e->agency, list_answer_label(e->answer),
			list_check_label(e->checked));
}

/* --- The log --- */

static bool is_hidden(struct casework *cw, int64_t person, struct arena *mem, bool *out, struct fault *f)
{
	struct member_list of;
	bool may = true;

	*out = false;
	if (!members_of_person(cw->store, person, mem, &of, f))
		return false;
	for (size_t i = 0; i < of.count && !*out; i++) {
		if (!work_may_see_family(cw, of.items[i].family_id, &may, f))
			return false;
		*out = !may;
	}
	return true;
}

/* Whoever may not see the family learns that somebody asked, and nothing about whom. */
static bool show_child(struct casework *cw, struct plan_list_asked *asked, struct arena *mem, struct fault *f)
{
	struct list_enquiry *e = &asked->enquiry;
	struct person child;
	char name[NAME_ROOM];
	bool hidden;

	asked->child = "";
	if (!e->person_id)
		return true;
	if (!is_hidden(cw, e->person_id, mem, &hidden, f))
		return false;
	if (hidden) {
		asked->child = "Restricted";
		e->words = e->told = e->purpose = "";
		e->person_id = 0;
		e->standing = LIST_NOT_LISTED;
		return true;
	}
	if (!person_by_id(cw->store, e->person_id, mem, &child, f))
		return false;
	asked->child = arena_text(mem, person_full_name(&child, name));
	return true;
}

static bool show(struct casework *cw, const struct list_enquiry *enquiry, struct arena *mem,
		 struct plan_list_asked_list *out, struct fault *f)
{
	struct plan_list_asked *asked = ARENA_PUSH(mem, out);

	if (!asked)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the log of enquiries.");
	*asked = (struct plan_list_asked){.enquiry = *enquiry, .by_name = user_name_of(cw, enquiry->by_user, mem)};
	asked->when = work_moment_words(cw, enquiry->asked_at, mem);
	return show_child(cw, asked, mem, f);
}

bool casework_plan_list_enquiries(struct casework *cw, day_number from, day_number until, int64_t person,
				  struct arena *mem, struct plan_list_asked_list *out, struct fault *f)
{
	int64_t first = from == DAY_NONE ? INT64_MIN : london_moment(from, 0);
	int64_t end = until == DAY_NONE ? INT64_MAX : london_moment(until + 1, 0);
	struct list_enquiry_list all;
	bool hidden = false;

	*out = (struct plan_list_asked_list){0};
	if (!look_begin(cw, ACTION_LOOK_UP_PLANS, f))
		return false;
	if ((person && !is_hidden(cw, person, mem, &hidden, f)) ||
	    !list_enquiries(cw->store, first, end, hidden ? -1 : person, MOST_SHOWN, mem, &all, f))
		return look_undo(cw);
	for (size_t i = 0; i < all.count; i++)
		if (!show(cw, &all.items[i], mem, out, f))
			return look_undo(cw);
	return look_end(cw, f, "list.enquiries", person ? SUBJECT_PERSON : SUBJECT_NONE, person, 0, "%zu enquiries",
			out->count);
}
