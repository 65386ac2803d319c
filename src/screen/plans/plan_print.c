/* The plan on paper: for whom, then read as it would be or put into a folder as a PDF. */
#include "plan_page.h"

#include "reports_place.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_READER = 8895, ANSWER_HOW, ANSWER_PLAN_FOLDER };
enum { HOW_READ = 1, HOW_FILE };
enum { READERS_MOST = 20 };

bool plan_print_ask(struct tui *t, const struct family_plan *plan, struct fault *f)
{
	struct menu_item items[READERS_MOST] = {
		{.key = 'c', .label = "Colleagues", .detail = "all of it, but for homes that are kept from anybody"}};
	size_t count = 1;

	if (!casework_may(casework_of(t), ACTION_WRITE_PLAN, f))
		return false;
	if (!plan->plan.id)
		return fault_set(f, FAULT_REFUSED, "No plan was written here yet: there is none to print.");
	for (size_t i = 0; i < plan->people.count && count < READERS_MOST; i++)
		if (plan->people.items[i].person_id)
			items[count++] = (struct menu_item){.label = plan->people.items[i].name,
							    .detail = plan->people.items[i].words,
							    .number = plan->people.items[i].person_id};
	desk_of(t)->printed = (struct printed_plan){.family = plan->family_id, .version = plan->plan.id};
	return prompt_menu(t, ANSWER_READER, "The plan on paper, for whom?", items, count, f);
}

static bool ask_how(struct tui *t, struct fault *f)
{
	static const struct menu_item items[] = {
		{.key = 'r', .label = "Read it", .detail = "as it would be printed", .number = HOW_READ},
		{.key = 'f', .label = "Into a folder", .detail = "a PDF to print", .number = HOW_FILE}};

	return prompt_menu(t, ANSWER_HOW, "The plan on paper", items, sizeof items / sizeof *items, f);
}

static bool read_it(struct tui *t, struct fault *f)
{
	const struct printed_plan *plan = &desk_of(t)->printed;
	struct arena mem = {0};
	const char *text;
	bool ok = casework_plan_text(casework_of(t), plan->family, plan->version, plan->person, &mem, &text, f) &&
		  pager_open(t, "The plan on paper", text, f);

	arena_finish(&mem);
	return ok;
}

static bool take_out(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	const struct printed_plan *plan = &desk->printed;
	struct arena mem = {0};
	const char *path = "";
	bool ok = casework_plan_take_out(desk->cw, plan->family, plan->version, plan->person,
					 place_folder(desk, typed, &mem), &mem, &path, f);

	snprintf(desk->letter_asked.said, sizeof desk->letter_asked.said, "%s", path);
	arena_finish(&mem);
	return ok;
}

static bool ask_folder(struct tui *t, struct fault *f)
{
	struct line_question question = {.code = ANSWER_PLAN_FOLDER,
					 .label = "The plan: into which folder?",
					 .hint = "As a PDF to print. Only you can read the file; it is logged.",
					 .check = take_out};

	return place_ask_folder(t, &question, f);
}

bool plan_print_answered(struct tui *t, const struct answer *answer)
{
	struct fault f = {0};
	bool ok = true;

	switch (answer->code) {
	case ANSWER_READER:
		desk_of(t)->printed.person = answer->number;
		ok = ask_how(t, &f);
		break;
	case ANSWER_HOW: ok = answer->number == HOW_READ ? read_it(t, &f) : ask_folder(t, &f); break;
	case ANSWER_PLAN_FOLDER: tui_say(t, "To print: %s", desk_of(t)->letter_asked.said); break;
	default: return false;
	}
	if (!ok)
		tui_say_fault(t, &f);
	return true;
}
