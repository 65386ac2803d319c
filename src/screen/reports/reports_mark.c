/* Marking one state of a report, today or on a day that is asked, for one member of the family or all. */
#include "date_field.h"
#include "reports_inside.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_DAY = 8361, ANSWER_MARK, ANSWER_MEMBER };
enum { ONE_OF_THEM = 100 }; /* added to a mark: one member is chosen */
enum { MENU_MOST = 40 };

/* The menu of another day; the letters are those of the keys. */
static const struct {
	tui_key key;
	int number; /* a mark, or with ONE_OF_THEM */
	const char *label;
} dated_marks[] = {
	{'w', MARK_REQUESTED, "Asked for in writing"},
	{'r', MARK_RECEIVED, "Received in writing"},
	{'v', MARK_VERBAL, "Said, nothing in writing"},
	{'f', MARK_SHARED, "Shared with everybody it may go to"},
	{'F', MARK_SHARED + ONE_OF_THEM, "Shared with one of the family"},
	{'s', MARK_SEEN, "Seen by one of the family"},
	{'h', MARK_TO_CHAIR, "Given to the chair"},
	{'m', MARK_TO_MANAGER, "Given to the team manager"},
};
enum { DATED_MARK_COUNT = sizeof dated_marks / sizeof *dated_marks };

/* NULL: it can be marked. What stands there already can always be taken back. */
static const char *why_not(const struct report_line *line, enum report_mark mark)
{
	const struct report *r = &line->report;
	bool is_in = r->received_on != DAY_NONE;

	switch (mark) {
	case MARK_SIGNED: return is_in || r->is_signed == ANSWER_YES ? NULL : "it is not in yet";
	case MARK_LEGIBLE: return is_in || r->is_legible == ANSWER_YES ? NULL : "it is not in yet";
	case MARK_TO_CHAIR: return is_in || r->to_chair_on != DAY_NONE ? NULL : "it is not in yet";
	case MARK_TO_MANAGER:
		if (r->to_manager_on != DAY_NONE)
			return NULL;
		if (r->kind != REPORT_SOCIAL_WORK)
			return "only the social worker's goes there";
		return is_in ? NULL : "it is not in yet";
	case MARK_SHARED:
	case MARK_SEEN:
		if (!line->may_be_shared)
			return line->shared;
		return is_in || *line->shared ? NULL : "it is not in yet";
	default: return NULL;
	}
}

static bool is_of_family(enum report_mark mark)
{
	return mark == MARK_SHARED || mark == MARK_SEEN;
}

static bool must_be_for_family(const struct report_line *line, struct fault *f)
{
	if (line->may_be_shared)
		return true;
	if (line->report.kind == REPORT_POLICE)
		return fault_set(f, FAULT_REFUSED, "A police report is never given to the family.");
	return fault_set(f, FAULT_REFUSED, "This report is not for the family: %s. p changes who may read it.",
			 line->shared);
}

/* --- Marking --- */

static const char *member_words(const struct member *member)
{
	if (member->relationship != RELATIONSHIP_CHILD)
		return relationship_label(member->relationship);
	return *member->person.known_as      ? member->person.known_as
	       : *member->person.given_names ? member->person.given_names
					     : relationship_label(member->relationship);
}

/* "School: received Wed 1 Apr" */
static void say_mark(const struct report_line *line, const struct report_marking *marking, const char *whose, char *out,
		     size_t room)
{
	bool has_day = marking->mark != MARK_SIGNED && marking->mark != MARK_LEGIBLE &&
		       marking->mark != MARK_NOT_INVOLVED;
	char day[DATE_TEXT_ROOM];
	const char *what = marking->mark == MARK_SHARED && *whose ? "shared with" : report_mark_label(marking->mark);

	snprintf(out, room, "%s: %s%s%s%s%s", reports_owed_by(line), what, *whose ? " " : "", whose, has_day ? " " : "",
		 has_day ? date_short(marking->on, day) : "");
}

static bool mark(struct tui *t, const struct reports_page *page, const struct report_line *line,
		 const struct report_marking *marking, const char *whose, struct fault *f)
{
	struct desk *desk = desk_of(t);
	const char *problem = why_not(line, marking->mark);
	char words[240];
	bool taken_back;

	if (problem && is_of_family(marking->mark) && !line->may_be_shared)
		return must_be_for_family(line, f);
	if (problem)
		return fault_set(f, FAULT_REFUSED, "%s: %s.", reports_owed_by(line), problem);
	if (!casework_report_mark(desk->cw, marking, &taken_back, f))
		return false;
	say_mark(line, marking, whose, words, sizeof words);
	reports_remember(desk, page, line, marking, taken_back, words);
	tui_say(t, "%s%s.%s", taken_back ? "Taken back: " : "", words,
		!desk->report_undo.is_set ? ""
		: taken_back              ? " u marks it again."
					  : " u takes it back.");
	tui_refresh(t);
	return true;
}

static bool mark_asked(struct tui *t, const struct reports_page *page, int64_t person, const char *whose,
		       struct fault *f)
{
	const struct report_asked *asked = &desk_of(t)->report_asked;
	const struct report_line *line = reports_asked_line(page, asked);
	const struct report_marking marking = {.report_id = asked->report_id,
					       .version = asked->version,
					       .mark = asked->mark,
					       .on = asked->on,
					       .person_id = person};

	if (!line)
		return fault_set(f, FAULT_NOT_FOUND, "This report is on the list no more.");
	return mark(t, page, line, &marking, whose, f);
}

/* --- One member of the family --- */

static const char *had_words(const struct reports_page *page, const struct report_asked *asked, int64_t person,
			     struct arena *mem)
{
	const struct report_reader *reader = reports_reader(page, asked->report_id, person);
	char shared[DATE_TEXT_ROOM], seen[DATE_TEXT_ROOM];

	if (!reader)
		return "";
	return arena_printf(mem, "%s%s%s%s%s", reader->shared_on == DAY_NONE ? "" : "shared ",
			    reader->shared_on == DAY_NONE ? "" : date_short(reader->shared_on, shared),
			    reader->shared_on != DAY_NONE && reader->seen_on != DAY_NONE ? ", " : "",
			    reader->seen_on == DAY_NONE ? "" : "seen ",
			    reader->seen_on == DAY_NONE ? "" : date_short(reader->seen_on, seen));
}

static size_t member_items(const struct reports_page *page, const struct report_asked *asked,
			   struct menu_item items[MENU_MOST], struct arena *mem)
{
	size_t count = 0;

	for (size_t i = 0; i < page->family.count && count < MENU_MOST; i++) {
		const struct member *member = &page->family.items[i];
		const char *had = had_words(page, asked, member->person_id, mem);
		char name[NAME_ROOM];

		items[count] = (struct menu_item){.key = count < 9 ? (tui_key)('1' + count) : 0,
						  .label = arena_text(mem, person_full_name(&member->person, name)),
						  .detail = arena_printf(mem, "%s%s%s",
									 relationship_label(member->relationship),
									 *had ? " · " : "", had),
						  .number = member->person_id};
		count++;
	}
	return count;
}

/* The family of the report that was asked about: in the matrix of several it has to be read. NULL: the fault. */
static const struct reports_page *page_with_family(struct desk *desk, const struct reports_page *page,
						   struct arena *mem, struct fault *f)
{
	struct reports_page *own;

	if (page->conference.id == desk->report_asked.conference_id)
		return page;
	own = arena_alloc(mem, sizeof *own);
	if (!own) {
		fault_set(f, FAULT_MEMORY, "There is no memory to list the family.");
		return NULL;
	}
	return casework_reports(desk->cw, desk->report_asked.conference_id, mem, own, f) ? own : NULL;
}

static bool ask_member_of(struct tui *t, const struct reports_page *page, struct arena *mem, struct fault *f)
{
	const struct report_asked *asked = &desk_of(t)->report_asked;
	struct menu_item items[MENU_MOST];
	char title[240], day[DATE_TEXT_ROOM];

	if (page->family.count == 0)
		return fault_set(f, FAULT_REFUSED, "Nobody of this family is in the case file yet: add them first.");
	snprintf(title, sizeof title, "%s %s: by whom of the family?",
		 asked->mark == MARK_SEEN ? "Read on" : "Received on", date_short(asked->on, day));
	return prompt_menu(t, ANSWER_MEMBER, title, items, member_items(page, asked, items, mem), f);
}

static bool ask_member(struct tui *t, const struct reports_page *page, struct fault *f)
{
	struct arena mem = {0};
	const struct reports_page *with = page_with_family(desk_of(t), page, &mem, f);
	bool ok = with && ask_member_of(t, with, &mem, f);

	arena_finish(&mem);
	return ok;
}

static bool mark_for(struct tui *t, const struct reports_page *page, int64_t person, struct fault *f)
{
	struct arena mem = {0};
	const struct reports_page *with = page_with_family(desk_of(t), page, &mem, f);
	char whose[NAME_ROOM] = "";

	for (size_t i = 0; with && i < with->family.count; i++)
		if (with->family.items[i].person_id == person)
			snprintf(whose, sizeof whose, "%s", member_words(&with->family.items[i]));
	arena_finish(&mem);
	return with && mark_asked(t, page, person, whose, f);
}

/* --- Another day --- */

static struct date_context day_context(const struct desk *desk)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(desk->cw),
				     .calendar = casework_calendar(desk->cw),
				     .label = "Date it happened"};
}

static bool echo_day(void *world, const char *typed, char *out, size_t room)
{
	struct date_context context = day_context(world);

	return date_field_echo(&context, typed, out, room);
}

static bool take_day(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct date_context context = day_context(desk);
	struct date_entry entry;

	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	desk->report_asked.on = desk->report_asked.typed_day = entry.day;
	desk->report_asked.has_typed_day = true;
	return true;
}

static bool ask_day(struct tui *t, const struct report_line *line, struct fault *f)
{
	struct desk *desk = desk_of(t);
	struct line_question question = {
		.code = ANSWER_DAY, .label = "On which day?", .check = take_day, .echo = echo_day};
	char hint[240], start[DATE_TEXT_ROOM];
	struct report_asked *asked = reports_ask_about(desk, line);

	snprintf(hint, sizeof hint, "%s. Type the day: y, mon, 14 4. What happened is asked next.", asked->who);
	question.hint = hint;
	question.start = asked->has_typed_day ? date_plain(asked->typed_day, start) : "y";
	return prompt_question(t, &question, f);
}

static bool ask_mark(struct tui *t, const struct reports_page *page, struct fault *f)
{
	struct report_asked *asked = &desk_of(t)->report_asked;
	const struct report_line *line = reports_asked_line(page, asked);
	struct menu_item items[DATED_MARK_COUNT];
	char title[240], day[DATE_TEXT_ROOM];

	if (!line)
		return fault_set(f, FAULT_NOT_FOUND, "This report is on the list no more.");
	for (size_t i = 0; i < DATED_MARK_COUNT; i++)
		items[i] = (struct menu_item){
			.key = dated_marks[i].key,
			.label = dated_marks[i].label,
			.detail = "",
			.why_not = why_not(line, (enum report_mark)(dated_marks[i].number % ONE_OF_THEM)),
			.number = dated_marks[i].number};
	snprintf(title, sizeof title, "%s: what happened on %s?", asked->owed_by, date_medium(asked->on, day));
	return prompt_menu(t, ANSWER_MARK, title, items, DATED_MARK_COUNT, f);
}

static bool take_mark(struct tui *t, const struct reports_page *page, int number, struct fault *f)
{
	struct report_asked *asked = &desk_of(t)->report_asked;

	asked->mark = (enum report_mark)(number % ONE_OF_THEM);
	if (number >= ONE_OF_THEM || asked->mark == MARK_SEEN)
		return ask_member(t, page, f);
	return mark_asked(t, page, 0, "", f);
}

/* --- The keys and their answers --- */

static enum report_mark mark_of_op(int op)
{
	switch (op) {
	case OP_REPORT_RECEIVED: return MARK_RECEIVED;
	case OP_REPORT_VERBAL: return MARK_VERBAL;
	case OP_REPORT_SIGNED: return MARK_SIGNED;
	case OP_REPORT_LEGIBLE: return MARK_LEGIBLE;
	case OP_REPORT_SHARED:
	case OP_REPORT_SHARED_ONE: return MARK_SHARED;
	case OP_REPORT_SEEN: return MARK_SEEN;
	case OP_REPORT_TO_CHAIR: return MARK_TO_CHAIR;
	case OP_REPORT_TO_MANAGER: return MARK_TO_MANAGER;
	default: return MARK_NOT_INVOLVED;
	}
}

static bool can_go_to_family(const struct report_line *line, struct fault *f)
{
	const char *problem = why_not(line, MARK_SHARED);

	if (!must_be_for_family(line, f))
		return false;
	return !problem || fault_set(f, FAULT_REFUSED, "%s: %s.", reports_owed_by(line), problem);
}

bool reports_mark_act(struct tui *t, const struct reports_page *page, const struct report_line *line, int op,
		      struct fault *f)
{
	struct report_asked *asked;

	if (op == OP_REPORT_DATED)
		return ask_day(t, line, f);
	asked = reports_ask_about(desk_of(t), line);
	asked->mark = mark_of_op(op);
	if (op == OP_REPORT_SHARED_ONE || op == OP_REPORT_SEEN)
		return can_go_to_family(line, f) && ask_member(t, page, f);
	if (mark_asked(t, page, 0, "", f))
		return true;
	/* Where the parents are kept apart nobody is "the family": then it is asked to whom of them it went. */
	return op == OP_REPORT_SHARED && strcmp(f->field, "person") == 0 && can_go_to_family(line, f) &&
	       ask_member(t, page, f);
}

bool reports_mark_answered(struct tui *t, const struct reports_page *page, const struct answer *answer, bool *mine,
			   struct fault *f)
{
	*mine = true;
	switch (answer->code) {
	case ANSWER_DAY: return ask_mark(t, page, f);
	case ANSWER_MARK: return take_mark(t, page, (int)answer->number, f);
	case ANSWER_MEMBER: return mark_for(t, page, answer->number, f);
	default: *mine = false; return true;
	}
}
