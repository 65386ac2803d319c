/* A person who was entered twice: choosing the other entry, what follows side by side, making them one, and taking them
 * apart. */
#include "merging.h"

#include "about.h"
#include "page.h"
#include "screens.h"

#include "casework/merging.h"
#include "casework/people.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_OTHER = 8901, ANSWER_REASON, ANSWER_APART };
enum { LISTED_MOST = 20 };
enum { OP_MAKE_ONE = OP_FIRST_OWN, OP_EXCHANGE };

static const struct binding merging_keys[] = {
	{'m', 0, 0, OP_MAKE_ONE, "Make one", "Make the two entries one: asks how you know."},
	{'x', 0, 0, OP_EXCHANGE, "Exchange", "Keep the other entry instead of this one."},
	{0},
};

struct merging_state {
	struct page page; /* first: page.c draws by it */
	int64_t kept, gone;
	struct merging_page data;
};

static const char *const tab_labels[] = {"Two entries"};

/* --- Choosing the other entry --- */

static bool push(struct palette_list *out, struct arena *mem, const char *label, const char *detail, int64_t person)
{
	struct palette_item *row = ARENA_PUSH(mem, out);

	if (!row)
		return false;
	*row = (struct palette_item){.label = label, .detail = detail, .keys = "", .number = person};
	return true;
}

static bool offer_look_alikes(struct desk *desk, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct look_alike_list alike;
	struct person person;
	bool ok = casework_person(desk->cw, desk->merging, mem, &person, f) &&
		  casework_people_like(desk->cw, &person, mem, &alike, f);

	for (size_t i = 0; ok && i < alike.count && out->count < LISTED_MOST; i++) {
		const struct look_alike *one = &alike.items[i];
		char name[NAME_ROOM];

		if (one->member.person_id == desk->merging)
			continue;
		person_listed_name(&one->member.person, name);
		ok = push(out, mem, arena_text(mem, name), one->words, one->member.person_id);
	}
	return ok;
}

static bool find_other(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct found_list found;
	bool ok = true;

	if (!typed[0])
		return casework_search_ends(desk->cw, f) && offer_look_alikes(desk, mem, out, f);
	if (!casework_find(desk->cw, typed, LISTED_MOST, false, mem, &found, f))
		return false;
	for (size_t i = 0; ok && i < found.count; i++)
		if (found.items[i].kind == FOUND_PERSON && found.items[i].id != desk->merging)
			ok = push(out, mem, found.items[i].label, found.items[i].detail, found.items[i].id);
	return ok || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}

static bool choose_other(struct tui *t, int64_t person, struct fault *f)
{
	if (!casework_may(casework_of(t), ACTION_RECORD_PEOPLE, f))
		return false;
	desk_of(t)->merging = person;
	return palette_choose(t, ANSWER_OTHER, "Entered twice: which is the other entry?",
			      "Nobody on file looks alike. Type letters of a name.", find_other, f);
}

/* --- What follows --- */

static void add_details(struct page *page, const struct merging_page *data, struct arena *mem)
{
	page_heading(page, 0, mem, "What the entry will say");
	for (size_t i = 0; i < data->rows.count; i++) {
		const struct merging_row *row = &data->rows.items[i];
		const char *words = row->kept;

		if (row->outcome == MERGING_IS_TAKEN)
			words = arena_printf(mem, "%s, from the second entry", row->gone);
		else if (row->outcome == MERGING_STAYS && row->gone[0])
			words = arena_printf(mem, "%s; the second says %s", row->kept, row->gone);
		page_add(page, 0, mem, row->label, words)->role = row->outcome == MERGING_STAYS && row->gone[0]
									  ? TUI_SOON
									  : TUI_TEXT;
	}
}

static void add_entry(struct page *page, const char *heading, const struct person *person, const char *family,
		      const char *words, struct arena *mem)
{
	char name[NAME_ROOM];

	page_heading(page, 0, mem, heading);
	page_add(page, 0, mem, person->reference, arena_text(mem, person_full_name(person, name)));
	page_add(page, 0, mem, "", family);
	page_add(page, 0, mem, "", words);
}

static bool merging_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct merging_state *state = screen_state(s);
	struct merging_page *data = &state->data;
	struct arena *mem = screen_arena(s);
	struct page *page = &state->page;

	if (!casework_merge_try(casework_of(t), state->kept, state->gone, mem, data, f))
		return false;
	page_begin(page, tab_labels, 1);
	if (data->warning[0])
		page_add(page, 0, mem, "Look twice", data->warning)->role = TUI_LATE;
	add_entry(page, "This entry stays", &data->kept, data->kept_family, data->kept_words, mem);
	add_entry(page, "This one becomes part of it", &data->gone, data->gone_family, data->gone_words, mem);
	page_add(page, 0, mem, "Families", data->families)->role = TUI_SOON;
	add_details(page, data, mem);
	page_show(page, mem);
	return true;
}

static void merging_title(const struct screen *s, char *out, size_t room)
{
	const struct merging_state *state = screen_state(s);

	snprintf(out, room, "Entered twice · %s and %s", state->data.kept.reference, state->data.gone.reference);
}

/* Asked while the question is open, so that what only the doing can refuse is mended there. */
static bool make_one(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct merging merging = desk->merge;

	merging.reason = typed;
	return casework_merge(desk->cw, &merging, f);
}

static bool ask_reason(struct merging_state *state, struct tui *t, struct fault *f)
{
	const struct line_question question = {
		.code = ANSWER_REASON,
		.label = "How do you know?",
		.hint = "Kept in the history: the same birth certificate, the school says so.",
		.check = make_one};

	desk_of(t)->merge = (struct merging){.kept_id = state->kept,
					     .gone_id = state->gone,
					     .kept_version = state->data.kept.version,
					     .gone_version = state->data.gone.version};
	return prompt_question(t, &question, f);
}

static void exchange(struct merging_state *state, struct tui *t)
{
	const int64_t kept = state->kept;

	state->kept = state->gone;
	state->gone = kept;
	tui_refresh(t);
}

static enum handled merging_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct merging_state *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_MAKE_ONE && op != OP_EXCHANGE)
		return NOT_MINE;
	if (op == OP_EXCHANGE)
		exchange(state, t);
	else if (!ask_reason(state, t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void merging_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct merging_state *state = screen_state(s);

	if (answer->code != ANSWER_REASON)
		return;
	tui_say(t, "%s is part of %s now. Under Family d takes them apart again.", state->data.gone.reference,
		state->data.kept.reference);
	tui_close(t, NULL);
}

ABOUT_FAMILY(merging_state, data.family_id)

const struct screen_class merging_screen = {
	.name = "entered-twice",
	.purpose = "Two entries of one person: what each says, and what follows when they become one.",
	.keys = merging_keys,
	.state_size = sizeof(struct merging_state),
	.list = LIST_OF(struct merging_state, page.list),
	.load = merging_load,
	.title = merging_title,
	.about = about,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = merging_act,
	.takes_text = page_screen_takes_text,
	.answered = merging_answered,
};

/* --- From a page --- */

void page_merged(struct page *page, int tab, struct arena *mem, const struct merged_list *merged)
{
	if (merged->count)
		page_heading(page, tab, mem, "Entered twice");
	for (size_t i = 0; i < merged->count; i++) {
		struct page_line *line = page_add(page, tab, mem, merged->items[i].kept, merged->items[i].words);

		line->go = GO_MERGE;
		line->id = merged->items[i].id;
	}
}

static bool take_apart(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_merge_undo(desk->cw, desk->merging, typed, f);
}

bool merging_act_on(struct tui *t, const struct page_line *line, int64_t otherwise, struct fault *f)
{
	const struct line_question question = {.code = ANSWER_APART,
					       .label = "Why are they two people after all?",
					       .hint = "Every row goes back to where it was. Kept in the history.",
					       .check = take_apart};

	if (line && line->go == GO_MERGE) {
		desk_of(t)->merging = line->id;
		return prompt_question(t, &question, f);
	}
	if (line && (line->go == GO_CHILD || line->go == GO_ADULT))
		return choose_other(t, line->id, f);
	if (!otherwise)
		return fault_set(f, FAULT_REFUSED, "Choose a member under Family first: 2 shows them.");
	return choose_other(t, otherwise, f);
}

bool merging_answered_to(struct tui *t, const struct answer *answer)
{
	struct merging_state start = {.kept = desk_of(t)->merging, .gone = answer->number};
	struct fault f = {0};

	if (answer->code == ANSWER_APART)
		tui_say(t, "They are two entries again.");
	else if (answer->code != ANSWER_OTHER)
		return false;
	else if (!tui_push(t, &merging_screen, &start, &f))
		tui_refuse_answer(t, &f);
	return true;
}
