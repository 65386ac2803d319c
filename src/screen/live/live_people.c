/* Step 3 of a live conference: who is there, by single keys, and whether there is a quorum for each child. */
#include "base/text.h"
#include "domain/clock_entry.h"
#include "invitees.h"
#include "live.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_ADD = OP_FIRST_OWN, OP_LEFT, OP_CAME, OP_PART, OP_NOTE, OP_TAKE_BACK, OP_ATTEND };
enum { ANSWER_DEPUTY = 8721, ANSWER_WHY_THERE, ANSWER_LEFT, ANSWER_CAME, ANSWER_PART, ANSWER_NOTE };

static const struct binding people_keys[] = {
	{'r', 0, 0, OP_ATTEND + ATTENDANCE_ROOM, "Room", "In the room; goes to the next person."},
	{'v', 0, 0, OP_ATTEND + ATTENDANCE_VIDEO, "Video", "There by video."},
	{'t', 0, 0, OP_ATTEND + ATTENDANCE_TELEPHONE, "Phone", "There by telephone."},
	{'a', 0, 0, OP_ATTEND + ATTENDANCE_APOLOGIES, "Apologies", "Sent apologies."},
	{'d', 0, 0, OP_ATTEND + ATTENDANCE_DEPUTY, "Deputy", "Somebody came in their place: who is asked."},
	{'n', 0, 0, OP_ATTEND + ATTENDANCE_ABSENT, "Absent", "Not there, without apologies."},
	{'l', 0, 0, OP_LEFT, "Left", "Left before the end: when is asked."},
	{'+', 0, 0, OP_ADD, "Add", "Somebody who was not on the list is there: add them."},
	{'c', 0, 0, OP_CAME, NULL, "Came late: when is asked."},
	{'x', 0, 0, OP_ATTEND + ATTENDANCE_EXCLUDED, NULL, "Excluded from all of it."},
	{'p', 0, 0, OP_PART, NULL, "How a child took part: came and spoke, an advocate spoke, sent views ..."},
	{'e', 0, 0, OP_NOTE, NULL, "A few words beside this person."},
	{'u', TUI_KEY_DELETE, 0, OP_TAKE_BACK, NULL, "Take back what was said of this person."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

static const struct list_column people_columns[] = {
	{"who", 0, LIST_LEFT, 0, 0}, {"here", 12, LIST_LEFT, 0, 0}, {"note", 28, LIST_LEFT, 0, 0}};
enum { COLUMN_WHO, COLUMN_HERE, COLUMN_NOTE, COLUMN_COUNT };

/* --- Rows --- */

static const struct live_person *person_at(const void *rows, size_t row)
{
	return &((const struct live_person_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return person_at(rows, row)->invitee.id;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct live_person *one = person_at(rows, row);
	bool is_said = one->attendance.state != ATTENDANCE_NONE;

	snprintf(out, room, "%s",
		 column == COLUMN_WHO    ? one->who
		 : column == COLUMN_NOTE ? one->note
		 : is_said               ? attendance_state_label(one->attendance.state)
					 : "-");
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)column;
	return person_at(rows, row)->is_present ? TUI_TEXT : TUI_MUTED;
}

/* After a cut line the chair goes on with the first person of whom nothing is said. */
static void begin_where_it_stands(struct live_screen *live)
{
	for (size_t i = 0; i < live->page.people.count; i++)
		if (live->page.people.items[i].attendance.state == ATTENDANCE_NONE) {
			list_select(&live->list, live->page.people.items[i].invitee.id);
			return;
		}
}

static bool people_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct live_screen *live = screen_state(s);
	struct list_source source = {
		.identity = row_identity, .cell = row_cell, .role = row_role, .rows = &live->page.people};
	struct desk *desk = desk_of(t);

	if (!live_load(s, t, f))
		return false;
	source.count = live->page.people.count;
	if (live_fill(live, people_columns, COLUMN_COUNT, &source, screen_arena(s)))
		begin_where_it_stands(live);
	if (desk->invitee_added)
		list_select(&live->list, desk->invitee_added);
	desk->invitee_added = 0;
	return true;
}

enum { LIST_ROWS = 7, LIST_LEAST = 4 }; /* what the list keeps beside the whole sentence, and at all */

static int rows_of(const char *words, int cells)
{
	size_t taken, shown;
	int rows = 0;

	for (; (taken = text_wrap(words, cells, &shown)) > 0; words += taken)
		rows++;
	return rows;
}

/* The quorum with who counts for it; where there is no room for all of that, whether there is one. Never a part. */
static int quorum_draw(const struct live_page *page, struct canvas *body)
{
	int rows = canvas_rows(body), cells = canvas_columns(body) - 4;
	enum tui_role role = page->is_quorate ? TUI_TEXT : TUI_LATE;
	char verdict[1024];
	const char *words = page->quorum_line;
	int foot = rows_of(words, cells);

	if (foot > rows - LIST_ROWS) {
		snprintf(verdict, sizeof verdict, "%s%s", page->is_quorate ? "" : "No quorum · ", page->quorum_words);
		words = verdict;
		foot = rows_of(words, cells);
	}
	if (foot > rows - LIST_LEAST)
		return 0;
	canvas_paragraph(body, rows - foot, 2, cells, foot, role, words);
	return foot;
}

/* The quorum stands beneath the list, so that a tick repaints little. */
static void people_draw(const struct screen *s, struct canvas *c)
{
	const struct live_screen *live = screen_state(s);
	struct canvas_part whole, part;
	struct canvas *body = live_draw(live, c, &whole);
	int foot = quorum_draw(&live->page, body);

	list_draw(&live->list, canvas_part(body, &part, 0, 0, canvas_rows(body) - foot, canvas_columns(body)), true,
		  "Nobody is on the list: + adds who is there.");
}

static const struct live_person *selected(const struct screen *s)
{
	const struct live_screen *live = screen_state(s);
	size_t row;

	return list_selection(&live->list, &row) ? &live->page.people.items[row] : NULL;
}

/* --- Taking attendance --- */

static bool attend(struct screen *s, struct tui *t, const struct attendance *said, struct fault *f)
{
	struct live_screen *live = screen_state(s);
	struct attendance one = *said;

	if (!casework_live_attend(casework_of(t), &one, f))
		return false;
	if (one.state != ATTENDANCE_NONE)
		list_act(&live->list, OP_DOWN, 0, screen_arena(s));
	return true;
}

static const char *deputy_of(const struct live_person *person)
{
	return *person->attendance.deputy ? person->attendance.deputy : person->invitee.deputy;
}

static bool ask_deputy(struct tui *t, const struct live_person *person, struct fault *f)
{
	return words_ask(t, ANSWER_DEPUTY, "Who came instead?", person->who, deputy_of(person), f);
}

static bool set_state(struct screen *s, struct tui *t, enum attendance_state state, struct fault *f)
{
	const struct live_person *person = selected(s);
	struct attendance one = person->attendance;
	struct line_question why = {.code = ANSWER_WHY_THERE, .label = "Why are they there all the same?"};

	one.state = state;
	if (attend(s, t, &one, f)) {
		tui_refresh(t);
		return true;
	}
	if (state != ATTENDANCE_ROOM || strcmp(f->field, "note") != 0)
		return false;
	why.hint = f->message;
	return words_ask_from(t, &why, person->attendance.note, f);
}

static bool understand_time(void *world, const char *typed, struct fault *f)
{
	int minute;

	(void)world;
	return !*typed || clock_entry_parse(&minute, typed, "The time", f);
}

static bool ask_time(const struct screen *s, struct tui *t, int code, struct fault *f)
{
	const struct live_screen *live = screen_state(s);
	const struct live_person *person = selected(s);
	char now[8];
	int said = code == ANSWER_LEFT ? person->attendance.left_at : person->attendance.came_at;
	int minute = said >= 0 ? said : live->page.minute;
	struct line_question question = {.code = code,
					 .label = code == ANSWER_LEFT ? "Left at" : "Came at",
					 .hint = "A time such as 14:20; empty: there all the time.",
					 .start = minute >= 0 ? date_clock(minute, now) : NULL,
					 .check = understand_time};

	if (!person->is_present)
		return fault_set(f, FAULT_REFUSED, "%s is not said to be there yet: r, v or t first.",
				 person->invitee.shown_name);
	return prompt_question(t, &question, f);
}

static const struct child_decision *decision_of(const struct live_screen *live, int64_t person)
{
	for (size_t i = 0; i < live->page.children.count; i++)
		if (live->page.children.items[i].person.id == person)
			return &live->page.children.items[i].decision;
	return NULL;
}

static bool ask_participation(const struct screen *s, struct tui *t, struct fault *f)
{
	const struct live_person *person = selected(s);
	const struct child_decision *decision = decision_of(screen_state(s), person->invitee.person_id);
	struct menu_item items[PARTICIPATION_COUNT] = {{0}};

	if (person->invitee.capacity != CAPACITY_CHILD)
		return fault_set(f, FAULT_REFUSED, "How somebody took part is said of a child only.");
	for (int i = 1; i < PARTICIPATION_COUNT; i++)
		items[i - 1] = (struct menu_item){.key = (tui_key)('0' + i - 1),
						  .label = participation_label((enum participation)i),
						  .detail = participation_token((enum participation)i),
						  .number = i};
	desk_of(t)->decision_version = decision ? decision->version : 0;
	return prompt_menu(t, ANSWER_PART, person->who, items, PARTICIPATION_COUNT - 1, f);
}

static enum handled people_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct live_screen *live = screen_state(s);
	const struct live_person *person = selected(s);
	struct fault f = {0};
	bool done;

	if (list_act(&live->list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN || (op > OP_ATTEND + ATTENDANCE_EXCLUDED))
		return NOT_MINE;
	if (op == OP_ADD)
		done = invitee_add_open(t, live->conference, &f);
	else if (!person)
		done = fault_set(&f, FAULT_REFUSED, "Choose a person first.");
	else
		switch (op) {
		case OP_ATTEND + ATTENDANCE_DEPUTY: done = ask_deputy(t, person, &f); break;
		case OP_LEFT: done = ask_time(s, t, ANSWER_LEFT, &f); break;
		case OP_CAME: done = ask_time(s, t, ANSWER_CAME, &f); break;
		case OP_PART: done = ask_participation(s, t, &f); break;
		case OP_NOTE: done = words_ask(t, ANSWER_NOTE, "Note", person->who, person->attendance.note, &f); break;
		case OP_TAKE_BACK: done = set_state(s, t, ATTENDANCE_NONE, &f); break;
		default: done = set_state(s, t, (enum attendance_state)(op - OP_ATTEND), &f); break;
		}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

/* --- Answers --- */

/* By the version that was there when it was asked: what another person wrote while the menu was open stands. */
static bool save_participation(const struct screen *s, struct tui *t, int64_t person, enum participation how,
			       struct fault *f)
{
	const struct child_decision *there = decision_of(screen_state(s), person);
	struct child_decision decision;

	if (!there)
		return fault_set(f, FAULT_REFUSED, "This child is not one of the conference.");
	decision = *there;
	decision.version = desk_of(t)->decision_version;
	decision.participation = how;
	return casework_live_participation(casework_of(t), &decision, f);
}

static int minute_of(const char *typed)
{
	int minute;

	return *typed && clock_entry_parse(&minute, typed, "The time", NULL) ? minute : -1;
}

static bool is_of_words(int code)
{
	return code == ANSWER_DEPUTY || code == ANSWER_WHY_THERE || code == ANSWER_NOTE;
}

static bool take_answer(struct screen *s, struct tui *t, const struct live_person *person, const struct answer *answer,
			struct fault *f)
{
	struct attendance one = person->attendance;

	if (is_of_words(answer->code) &&
	    !words_still(t, answer->code == ANSWER_DEPUTY ? deputy_of(person) : one.note, answer->text, f))
		return false;
	switch (answer->code) {
	case ANSWER_DEPUTY:
		one.state = ATTENDANCE_DEPUTY;
		one.deputy = answer->text;
		break;
	case ANSWER_WHY_THERE:
		one.state = ATTENDANCE_ROOM;
		one.note = answer->text;
		break;
	case ANSWER_LEFT: one.left_at = minute_of(answer->text); break;
	case ANSWER_CAME: one.came_at = minute_of(answer->text); break;
	case ANSWER_NOTE: one.note = answer->text; break;
	case ANSWER_PART:
		return save_participation(s, t, person->invitee.person_id, (enum participation)answer->number, f);
	default: return true;
	}
	if (answer->code == ANSWER_LEFT || answer->code == ANSWER_CAME || answer->code == ANSWER_NOTE)
		return casework_live_attend(casework_of(t), &one, f);
	return attend(s, t, &one, f);
}

static void people_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct live_screen *live = screen_state(s);
	const struct live_person *person = selected(s);
	struct fault f = {0};

	if (!answer->code || live_answered(s, t, answer) || invitee_add_answered(t, live->conference, answer))
		return;
	if (!person)
		fault_set(&f, FAULT_REFUSED, "Whom you wrote about is not in the list any more: choose a person.");
	if (!person || !take_answer(s, t, person, answer, &f))
		tui_refuse_answer(t, &f);
}

static bool people_key_is_live(const struct screen *s, int op)
{
	const struct live_screen *live = screen_state(s);
	const struct live_person *person = selected(s);

	if (op == OP_ADD)
		return live_is_going_on(live);
	if (op == OP_PART)
		return person && person->invitee.capacity == CAPACITY_CHILD && live_is_going_on(live);
	if (op >= OP_FIRST_OWN && op <= OP_ATTEND + ATTENDANCE_EXCLUDED)
		return person && live_is_going_on(live);
	return live_key_is_live(s, op);
}

const struct screen_class live_people_screen = {
	.name = "live-people",
	.purpose = "A live conference, step 3: who is there, one key each, and the quorum for each child.",
	.keys = people_keys,
	.state_size = sizeof(struct live_screen),
	.list = LIST_OF(struct live_screen, list),
	.load = people_load,
	.title = live_title,
	.about = live_about,
	.status = live_status,
	.draw = people_draw,
	.act = people_act,
	.takes_text = live_takes_text,
	.answered = people_answered,
	.key_is_live = people_key_is_live,
};
