/* What is asked about a record in one line, a menu or with yes and no: drafted again, approved, given back, reopened, a
 * section of one's own, the answer to a correction. */
#include "record.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum {
	ANSWER_DRAFT = 8801,
	ANSWER_APPROVE,
	ANSWER_RETURN,
	ANSWER_REOPEN,
	ANSWER_READERS,
	ANSWER_SECTION,
	ANSWER_ACCEPTED,
	ANSWER_ANSWERED
};
enum { READERS_ALL = 1, READERS_PROFESSIONALS, READERS_OF_NO_CHILD, ACCEPTED, NOT_ACCEPTED };
enum { READERS_OF_CHILD = 100, CHILDREN_MOST = 24 }; /* and the child's id */

static void aim(struct tui *t, const struct record_page *page)
{
	desk_of(t)->record_asked = (struct record_asked){.conference_id = page->conference.id,
							 .version = page->record.version};
	snprintf(desk_of(t)->record_asked.reference, sizeof desk_of(t)->record_asked.reference, "%s",
		 page->conference.reference);
}

/* --- Drafting --- */

static bool draft(struct tui *t, struct fault *f)
{
	if (!casework_record_draft(casework_of(t), desk_of(t)->record_asked.conference_id, f))
		return false;
	tui_say(t, "The record of %s is drafted: Enter opens a section; what you write there is never overwritten.",
		desk_of(t)->record_asked.reference);
	tui_refresh(t);
	return true;
}

bool record_ask_draft(struct tui *t, const struct record_page *page, struct fault *f)
{
	aim(t, page);
	if (!page->record.id)
		return draft(t, f);
	return prompt_yes_no(t, ANSWER_DRAFT, "Draft the record again?",
			     "Sections that nobody wrote in are made anew; what was written stays.", f);
}

/* --- By the chair --- */

bool record_ask_approve(struct tui *t, const struct record_page *page, struct fault *f)
{
	char question[160];

	if (page->record.state == RECORD_DRAFTING || page->record.state == RECORD_CORRECTIONS)
		return fault_set(f, FAULT_REFUSED,
				 "The record of %s is still being written: its writer gives it to the chair first (c).",
				 page->conference.reference);
	if (page->unanswered)
		return fault_set(f, FAULT_REFUSED, "%zu correction%s not answered: Enter on it answers it.",
				 page->unanswered, page->unanswered == 1 ? " is" : "s are");
	aim(t, page);
	snprintf(question, sizeof question, "Approve the record of %s?", page->conference.reference);
	return prompt_yes_no(t, ANSWER_APPROVE, question, "It is never changed afterwards, and may be sent.", f);
}

static bool approve(struct tui *t, struct fault *f)
{
	const struct record_asked *asked = &desk_of(t)->record_asked;

	if (!casework_record_approve(casework_of(t), asked->conference_id, asked->version, f))
		return false;
	tui_say(t, "Approved: the record of %s. It may be sent now.", asked->reference);
	tui_refresh(t);
	return true;
}

static bool return_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_record_return(desk->cw, desk->record_asked.conference_id, desk->record_asked.version, typed, f);
}

bool record_ask_return(struct tui *t, const struct record_page *page, struct fault *f)
{
	const struct line_question question = {.code = ANSWER_RETURN,
					       .label = "What is to be mended?",
					       .hint = "The writer reads it, and answers it before the record is "
						       "approved.",
					       .check = return_why};

	aim(t, page);
	return prompt_question(t, &question, f);
}

static bool reopen_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_record_reopen(desk->cw, desk->record_asked.conference_id, typed, f);
}

bool record_ask_reopen(struct tui *t, const struct record_page *page, struct fault *f)
{
	const struct line_question question = {.code = ANSWER_REOPEN,
					       .label = "Why is it reopened?",
					       .hint = "The approved one stays as it is; a next edition begins with "
						       "its words.",
					       .check = reopen_why};

	aim(t, page);
	return prompt_question(t, &question, f);
}

/* --- A section of one's own --- */

static const char *given_name(const struct person *child, struct arena *mem)
{
	char name[NAME_ROOM];

	return *child->known_as      ? child->known_as
	       : *child->given_names ? child->given_names
				     : arena_text(mem, person_full_name(child, name));
}

/* Where not everybody may read of every child, who gets it follows from of whom it speaks. */
static size_t readers_by_child(const struct record_page *page, struct arena *mem, struct menu_item *items)
{
	size_t count = 0;

	items[count++] = (struct menu_item){.key = 'e',
					    .label = "It speaks of all the children",
					    .detail = "for those who may read of each",
					    .number = READERS_ALL};
	items[count++] = (struct menu_item){.key = 'n',
					    .label = "It speaks of no child",
					    .detail = "it stands in every copy",
					    .number = READERS_OF_NO_CHILD};
	for (size_t i = 0; i < page->children.count && i < CHILDREN_MOST; i++) {
		const char *name = given_name(&page->children.items[i], mem);

		items[count++] = (struct menu_item){.key = i < 9 ? (tui_key)('1' + i) : 0,
						    .label = arena_printf(mem, "It speaks of %s alone", name),
						    .detail = arena_printf(mem, "for those who may read of %s", name),
						    .number = READERS_OF_CHILD + page->children.items[i].id};
	}
	return count;
}

static bool ask_readers(struct tui *t, const struct record_page *page, const char *question, struct fault *f)
{
	struct menu_item items[CHILDREN_MOST + 3];
	struct arena mem = {0};
	size_t count = 1;
	bool ok;

	items[0] = (struct menu_item){.key = 'e',
				      .label = "Everybody who gets a copy",
				      .detail = "it stands in every copy",
				      .number = READERS_ALL};
	if (page->is_divided)
		count = readers_by_child(page, &mem, items);
	items[count++] = (struct menu_item){.key = 'p',
					    .label = "Professionals only",
					    .detail = "it is in no family's copy",
					    .number = READERS_PROFESSIONALS};
	ok = prompt_menu(t, ANSWER_READERS, question, items, count, f);
	arena_finish(&mem);
	return ok;
}

bool record_ask_section(struct tui *t, const struct record_page *page, struct fault *f)
{
	aim(t, page);
	return ask_readers(t, page, "Who reads the new section?", f);
}

bool record_ask_readers(struct tui *t, const struct record_page *page, const struct record_section *section,
			struct fault *f)
{
	char question[200];

	aim(t, page);
	desk_of(t)->record_asked.section = section->id;
	desk_of(t)->record_asked.section_version = section->version;
	snprintf(question, sizeof question, "Who reads \"%s\"?", section->heading);
	return ask_readers(t, page, question, f);
}

static void take_readers(struct record_asked *asked, int64_t readers)
{
	asked->is_restricted = readers == READERS_PROFESSIONALS;
	asked->is_of_no_child = readers == READERS_OF_NO_CHILD;
	asked->child = readers > READERS_OF_CHILD ? readers - READERS_OF_CHILD : 0;
}

static bool say_readers(struct tui *t, struct fault *f)
{
	const struct record_asked *asked = &desk_of(t)->record_asked;
	const struct record_section section = {.id = asked->section,
					       .version = asked->section_version,
					       .is_restricted = asked->is_restricted,
					       .person_id = asked->child,
					       .is_of_no_child = asked->is_of_no_child};

	if (!casework_record_section_readers(casework_of(t), asked->conference_id, &section, f))
		return false;
	tui_say(t, "Saved: who reads the section.");
	tui_refresh(t);
	return true;
}

static bool add_section(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	const struct record_asked *asked = &desk->record_asked;
	const struct record_section section = {.heading = typed,
					       .is_restricted = asked->is_restricted,
					       .person_id = asked->child,
					       .is_of_no_child = asked->is_of_no_child};

	return casework_record_section_add(desk->cw, asked->conference_id, &section, f);
}

static bool ask_heading(struct tui *t, int64_t readers, struct fault *f)
{
	struct record_asked *asked = &desk_of(t)->record_asked;
	const struct line_question question = {.code = ANSWER_SECTION,
					       .label = "What is it called?",
					       .hint = readers == READERS_PROFESSIONALS
							       ? "Professionals only. A heading, such as "
								 "Told in confidence."
							       : "A heading, such as Housing.",
					       .check = add_section};

	take_readers(asked, readers);
	return asked->section ? say_readers(t, f) : prompt_question(t, &question, f);
}

/* --- Answering a correction --- */

bool record_ask_answer(struct tui *t, const struct record_page *page, const struct record_correction *correction,
		       struct fault *f)
{
	const struct menu_item items[] = {
		{.key = 'a', .label = "Accepted", .detail = "what was changed is asked", .number = ACCEPTED},
		{.key = 'n', .label = "Not accepted", .detail = "why is asked", .number = NOT_ACCEPTED},
	};

	aim(t, page);
	desk_of(t)->record_asked.correction = correction->id;
	return prompt_menu(t, ANSWER_ACCEPTED, correction->words, items, sizeof items / sizeof *items, f);
}

static bool answer_it(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	const struct record_asked *asked = &desk->record_asked;

	return casework_record_correction_answer(desk->cw, asked->conference_id, asked->correction, asked->is_accepted,
						 typed, f);
}

static bool ask_words(struct tui *t, bool is_accepted, struct fault *f)
{
	const struct line_question question = {.code = ANSWER_ANSWERED,
					       .label = is_accepted ? "What was changed?"
								    : "Why does it stay as it is?",
					       .hint = "Kept beside the record, and told to whoever asked.",
					       .check = answer_it};

	desk_of(t)->record_asked.is_accepted = is_accepted;
	return prompt_question(t, &question, f);
}

/* --- Answers --- */

/* What was done by the question's own check. */
static const char *done_words(int code)
{
	switch (code) {
	case ANSWER_RETURN: return "Given back to its writer with what is to be mended.";
	case ANSWER_REOPEN: return "Reopened: the next edition begins with the words of the last.";
	case ANSWER_SECTION: return "Added: the section stands last of its kind; Enter opens it.";
	case ANSWER_ANSWERED: return "Answered: kept beside the record.";
	default: return NULL;
	}
}

bool record_asked_answered(struct tui *t, const struct answer *answer)
{
	const char *done = done_words(answer->code);
	struct fault f = {0};
	bool ok = true;

	if (done) {
		tui_say(t, "%s", done);
		return true;
	}
	switch (answer->code) {
	case ANSWER_DRAFT: ok = answer->number != 1 || draft(t, &f); break;
	case ANSWER_APPROVE: ok = answer->number != 1 || approve(t, &f); break;
	case ANSWER_READERS: ok = ask_heading(t, answer->number, &f); break;
	case ANSWER_ACCEPTED: ok = ask_words(t, answer->number == ACCEPTED, &f); break;
	default: return false;
	}
	if (!ok)
		tui_say_fault(t, &f);
	return true;
}
