/* A chair's day in plain sentences: each conference, what it lacks, how its quorum looks, and its brief. */
#include "chair_day.h"

#include <string.h>

static bool read_briefs(struct app *app, struct chair_day *out, struct fault *f)
{
	out->briefs = arena_alloc(&app->mem, (out->list.count + 1) * sizeof *out->briefs);
	if (!out->briefs)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the briefs.");
	for (size_t i = 0; i < out->list.count; i++) {
		out->briefs[i] = (struct brief){.count = 0};
		if (out->list.items[i].conference_id &&
		    !casework_brief(app->cw, out->list.items[i].conference_id, &app->mem, &out->briefs[i], f))
			return false;
	}
	return true;
}

bool chair_day_read(struct app *app, const char *chair, day_number day, bool with_briefs, struct chair_day *out,
		    struct fault *f)
{
	*out = (struct chair_day){.mem = &app->mem};
	return casework_my_day(app->cw, chair, day, 1, &app->mem, &out->list, f) &&
	       (!with_briefs || read_briefs(app, out, f));
}

/* "quorum at risk · 1 not invited" read aloud: commas, not dots. */
static const char *with_commas(const char *words, struct arena *mem)
{
	static const char dot[] = " · ";
	const char *at, *out = "";

	for (; (at = strstr(words, dot)); words = at + sizeof dot - 1)
		out = arena_printf(mem, "%s%.*s, ", out, (int)(at - words), words);
	return arena_printf(mem, "%s%s", out, words);
}

static const char *capital(const char *words, struct arena *mem)
{
	char *out = arena_text(mem, words);

	if (*out >= 'a' && *out <= 'z')
		*out = (char)(*out - 'a' + 'A');
	return out;
}

/* What ends with a full stop already gets no second. */
static const char *stopped(const char *words, struct arena *mem)
{
	size_t bytes = strlen(words);

	return bytes && words[bytes - 1] == '.' ? words : arena_printf(mem, "%s.", words);
}

static void say_item(const struct chair_day *day, const struct my_day_item *item)
{
	struct arena *mem = day->mem;
	const char *words;

	if (!item->conference_id) {
		app_put_wrapped(arena_printf(mem, "%s: taken by a family whose record is restricted.", item->when), 4,
				2);
		return;
	}
	words = arena_printf(mem, "%s %s for %s (%s)%s%s, %s%s.", item->when, item->type, item->family_words,
			     item->reference, *item->place ? ", " : "", item->place,
			     *item->chair ? "chair " : "no chair yet", item->chair);
	if (!conference_state_is_to_be_held(item->state))
		words = arena_printf(mem, "%s %s.", words, conference_state_label(item->state));
	else
		words = arena_printf(mem, "%s %s%s.", words, *item->missing ? "To settle: " : "Nothing is missing",
				     with_commas(item->missing, mem));
	if (*item->reports)
		words = arena_printf(mem, "%s Reports in: %s.", words, item->reports);
	if (*item->quorum)
		words = arena_printf(mem, "%s %s", words, stopped(capital(item->quorum, mem), mem));
	app_put_wrapped(words, 4, 2);
}

/* Words in place of the signs of the screen. */
static void say_brief(const struct chair_day *day, const struct brief *brief)
{
	for (size_t i = 0; i < brief->count; i++) {
		const struct brief_line *line = &brief->items[i];

		app_put_wrapped(arena_printf(day->mem, "%s%s%s: %s", line->heading,
					     line->is_restricted ? ", professionals only" : "",
					     line->is_worry ? ", attention" : "",
					     stopped(with_commas(line->text, day->mem), day->mem)),
				8, 6);
	}
}

void chair_day_say(const struct chair_day *day, const char *when)
{
	size_t count = day->list.count;

	putchar('\n');
	if (count == 0) {
		app_put_wrapped(arena_printf(day->mem, "There is no conference of %s %s.", day->list.whose, when), 0,
				0);
		return;
	}
	app_put_wrapped(arena_printf(day->mem, "There %s %zu conference%s of %s %s.", count == 1 ? "is" : "are", count,
				     count == 1 ? "" : "s", day->list.whose, when),
			0, 0);
	for (size_t i = 0; i < count; i++) {
		say_item(day, &day->list.items[i]);
		if (day->briefs)
			say_brief(day, &day->briefs[i]);
	}
}
