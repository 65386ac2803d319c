/* What the list of children on plans holds of one child: what may be said first, then what the worker must know. */
#include "base/text.h"
#include "page.h"
#include "plan_list.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>

enum { OP_ANSWER = OP_FIRST_OWN, OP_CHILD };
enum { TAB_ENTRY, TAB_ASKED, TAB_COUNT };

static const struct binding entry_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Answer", "Record who asks and what they are told; under Enquiries, read one."},
	{'a', TUI_F(6), 0, OP_ANSWER, NULL, "Record who asks and what they are told."},
	{'c', 0, 0, OP_CHILD, "Child", "The child's page, for who may see cases."},
	PAGE_KEYS,
	{0},
};

struct list_entry_state {
	struct page page; /* first */
	struct list_question question;
	struct plan_list_entry entry;
	struct plan_list_asked_list asked;
	bool may_see_cases;
};

static const char *const tab_labels[] = {"Entry", "Enquiries"};

static void add_plan(struct page *page, const struct plan_list_entry *entry, int cells, struct arena *mem)
{
	const struct plan_list_line *line = &entry->line;
	char day[DATE_TEXT_ROOM];

	page_heading(page, TAB_ENTRY, mem, "What may be said");
	page_add_wrapped(page, TAB_ENTRY, mem, cells, "", entry->may_say);
	page_heading(page, TAB_ENTRY, mem, "The plan");
	page_add(page, TAB_ENTRY, mem, "On the list", line->standing_words)->role = line->standing == LIST_ON_PLAN
											    ? TUI_LATE
											    : TUI_TEXT;
	page_add(page, TAB_ENTRY, mem, "Category", category_label(line->category));
	page_add(page, TAB_ENTRY, mem, "Before", entry->earlier);
	page_add(page, TAB_ENTRY, mem, "Social worker",
		 *entry->social_worker ? arena_joined(mem, entry->social_worker, " · ", entry->social_worker_phone)
				       : "not recorded");
	page_add(page, TAB_ENTRY, mem, "Chair", entry->chair);
	page_date(page, TAB_ENTRY, mem, "Next review", entry->review_on);
	if (entry->review_on == DAY_NONE && entry->review_due != DAY_NONE)
		page_add(page, TAB_ENTRY, mem, "Review due by",
			 arena_printf(mem, "%s%s", date_medium(entry->review_due, day),
				      entry->review_due < entry->as_at ? ", late" : ""));
}

static void add_child(struct page *page, const struct plan_list_entry *entry, int cells, struct arena *mem)
{
	const struct person *p = &entry->child;
	char name[NAME_ROOM];

	page_heading(page, TAB_ENTRY, mem, "Child: not to be told");
	page_add(page, TAB_ENTRY, mem, "Name", arena_text(mem, person_full_name(p, name)));
	page_add(page, TAB_ENTRY, mem, "Known as", p->known_as);
	page_add_wrapped(page, TAB_ENTRY, mem, cells, "Also called", entry->also_called);
	page_add(page, TAB_ENTRY, mem, "Age", entry->age);
	page_date(page, TAB_ENTRY, mem, "Born", p->born_on);
	page_date(page, TAB_ENTRY, mem, "Died", p->died_on);
	page_add(page, TAB_ENTRY, mem, "Sex", sex_label(p->sex));
	for (const char *at = entry->address; *at;) {
		size_t bytes = 0;

		while (at[bytes] && at[bytes] != '\n')
			bytes++;
		page_add(page, TAB_ENTRY, mem, at == entry->address ? "Address" : "", arena_text_n(mem, at, bytes));
		at += bytes + (at[bytes] == '\n');
	}
	if (*entry->kept_from)
		page_add(page, TAB_ENTRY, mem, "Address",
			 arena_printf(mem, "confidential, kept from %s: ask the social worker", entry->kept_from))
			->role = TUI_SOON;
}

static void add_people(struct page *page, const struct plan_list_person_list *people, const char *heading, int cells,
		       struct arena *mem)
{
	if (people->count)
		page_heading(page, TAB_ENTRY, mem, heading);
	for (size_t i = 0; i < people->count; i++) {
		const struct plan_list_person *person = &people->items[i];

		page_add_wrapped(page, TAB_ENTRY, mem, cells, person->name,
				 arena_printf(mem, "%s%s%s", person->who, *person->who && *person->phone ? " · " : "",
					      person->phone));
	}
}

static void add_others(struct page *page, const struct plan_list_entry *entry, struct arena *mem)
{
	if (entry->others.count)
		page_heading(page, TAB_ENTRY, mem, "Other children of the family");
	for (size_t i = 0; i < entry->others.count; i++) {
		const struct plan_list_line *line = &entry->others.items[i];

		page_add(page, TAB_ENTRY, mem, line->name, arena_joined(mem, line->birth, " · ", line->standing_words))
			->role = line->standing == LIST_ON_PLAN ? TUI_LATE : TUI_TEXT;
	}
}

static void add_asked(struct page *page, const struct plan_list_asked_list *asked, struct arena *mem)
{
	for (size_t i = 0; i < asked->count; i++) {
		const struct list_enquiry *e = &asked->items[i].enquiry;

		page_add(page, TAB_ASKED, mem, asked->items[i].when,
			 arena_printf(mem, "%s, %s · %s", e->asker, e->agency, list_answer_label(e->answer)));
	}
}

static void make_page(struct list_entry_state *state, const struct tui *t, struct arena *mem)
{
	struct page *page = &state->page;
	int cells = page_text_columns(t);

	page_begin(page, tab_labels, TAB_COUNT);
	add_plan(page, &state->entry, cells, mem);
	add_child(page, &state->entry, cells, mem);
	add_people(page, &state->entry.family, "Family: not to be told", cells, mem);
	add_others(page, &state->entry, mem);
	add_people(page, &state->entry.workers, "Who works with the family", cells, mem);
	add_asked(page, &state->asked, mem);
	page_show(page, mem);
}

static bool list_entry_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct list_entry_state *state = screen_state(s);
	struct casework *cw = casework_of(t);

	if (!casework_plan_list_entry(cw, state->question.person, state->question.as_at, screen_arena(s), &state->entry,
				      f) ||
	    !casework_plan_list_enquiries(cw, DAY_NONE, DAY_NONE, state->question.person, screen_arena(s),
					  &state->asked, f))
		return false;
	state->may_see_cases = casework_may(cw, ACTION_SEE_CASES, NULL);
	make_page(state, t, screen_arena(s));
	return true;
}

static void list_entry_resized(struct screen *s, struct tui *t)
{
	make_page(screen_state(s), t, screen_arena(s));
}

static void list_entry_title(const struct screen *s, char *out, size_t room)
{
	const struct list_entry_state *state = screen_state(s);
	const struct plan_list_line *line = &state->entry.line;
	char day[DATE_TEXT_ROOM];

	snprintf(out, room, "%s · %s%s%s", line->name, line->standing == LIST_ON_PLAN ? "ON A PLAN" : "NOT ON A PLAN",
		 state->question.as_at == DAY_NONE ? "" : " as at ",
		 state->question.as_at == DAY_NONE ? "" : date_medium(state->question.as_at, day));
}

static bool read_one(struct list_entry_state *state, struct tui *t, struct fault *f)
{
	const struct page_line *line = page_selected(&state->page);
	struct arena mem = {0};
	size_t at = line ? (size_t)(line - state->page.tabs[TAB_ASKED].items) : 0;
	bool ok = !line || at >= state->asked.count ||
		  pager_open(t, "Enquiry", list_asked_text(&state->asked.items[at], &mem), f);

	arena_finish(&mem);
	return ok;
}

static bool act_own(struct list_entry_state *state, struct tui *t, int op, struct fault *f)
{
	if (op == OP_CHILD)
		return child_open(t, state->question.person, f);
	if (op == OP_OPEN && state->page.tab == TAB_ASKED)
		return read_one(state, t, f);
	return list_enquiry_open(t, &state->question, NULL, f);
}

static enum handled list_entry_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct list_entry_state *state = screen_state(s);
	struct fault f = {0};

	if (op != OP_OPEN && op != OP_ANSWER && op != OP_CHILD)
		return page_act(&state->page, t, op, typed, screen_arena(s));
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool list_entry_key_is_live(const struct screen *s, int op)
{
	return op != OP_CHILD || ((const struct list_entry_state *)screen_state(s))->may_see_cases;
}

const struct screen_class list_entry_screen = {
	.name = "list_entry",
	.purpose = "What the list of children on plans holds of one child, and what of it may be said.",
	.keys = entry_keys,
	.state_size = sizeof(struct list_entry_state),
	.list = LIST_OF(struct list_entry_state, page.list),
	.load = list_entry_load,
	.title = list_entry_title,
	.draw = page_screen_draw,
	.act = list_entry_act,
	.takes_text = page_screen_takes_text,
	.resized = list_entry_resized,
	.key_is_live = list_entry_key_is_live,
};

bool list_entry_open(struct tui *t, int64_t person, day_number as_at, const char *words, struct fault *f)
{
	struct list_entry_state *state = calloc(1, sizeof *state);
	bool opened;

	if (!state)
		return fault_set(f, FAULT_MEMORY, "There is no memory to open the entry.");
	state->question.person = person;
	state->question.as_at = as_at;
	snprintf(state->question.words, sizeof state->question.words, "%s", words);
	opened = tui_push(t, &list_entry_screen, state, f);
	free(state);
	return opened;
}
