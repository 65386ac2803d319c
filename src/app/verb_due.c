/* `quorate due`: open deadlines, late first. */
#include "due_listing.h"
#include "within.h"

#include "base/nearest.h"
#include "casework/worklist.h"

#include <string.h>

/* Stable: other programs read them (the contract of the command line). */
static const struct listing_column machine_columns[] = {
	{"lane", "Lane"},
	{"rule", "Rule"},
	{"label", "Task"},
	{"reference", "Reference"},
	{"family", "Family"},
	{"children", "Children"},
	{"trigger", "Counted from"},
	{"due", "Due"},
	{"limit", "Limit"},
	{"working_days_left", "Working days left"},
	{"state", "State"},
	{"owner", "Owner"},
};

static const struct listing_column table_columns[] = {
	{"due", "Due"},
	{"left", "Left"},
	{"lane", "Lane"},
	{"label", "Task"},
	{"family", "Family"},
	{"reference", "Reference"},
	{"missing", "What is missing"},
};

static const char **children_of(const struct due_item *item, struct arena *mem, size_t *count)
{
	char *rest = arena_text(mem, item->children);
	size_t room = 1;
	const char **out;

	for (const char *at = rest; *at; at++)
		room += *at == '\n';
	out = arena_alloc(mem, room * sizeof *out);
	*count = 0;
	for (char *child; out && (child = strsep(&rest, "\n"));)
		if (*child)
			out[(*count)++] = child;
	return out;
}

static void add_machine_row(struct listing *listing, const struct due_item *item)
{
	size_t count;
	const char **children = children_of(item, listing->mem, &count);

	listing_text(listing, lane_token(item->lane));
	listing_text(listing, rule_token(item->rule));
	listing_text(listing, rule_label(item->rule));
	listing_text(listing, item->reference);
	listing_text(listing, item->family);
	listing_texts(listing, children, count);
	listing_day(listing, item->trigger_on);
	listing_day(listing, item->due);
	listing_day(listing, item->limit);
	listing_number(listing, item->working_days_left);
	listing_text(listing, deadline_state_token(item->state));
	listing_text(listing, item->owner);
}

void due_listing(struct listing *listing, const struct due_list *due, struct arena *mem)
{
	listing_begin(listing, machine_columns, sizeof machine_columns / sizeof *machine_columns, mem);
	for (size_t i = 0; i < due->count; i++)
		add_machine_row(listing, &due->items[i]);
}

/* "18 late", "today", "3 wd": a minus sign is too easily overlooked. */
static const char *left_words(const struct due_item *item, struct arena *mem)
{
	if (item->working_days_left < 0)
		return arena_printf(mem, "%d late", -item->working_days_left);
	if (item->state == DEADLINE_LATE)
		return "late"; /* since a day that was none to work on */
	return item->state == DEADLINE_TODAY ? "today" : arena_printf(mem, "%d wd", item->working_days_left);
}

static bool write_table(struct app *app, const struct due_list *due, struct fault *f)
{
	struct listing listing;

	if (due->count == 0)
		app_say("Nothing is due.");
	listing_begin(&listing, table_columns, sizeof table_columns / sizeof *table_columns, &app->mem);
	for (size_t i = 0; i < due->count; i++) {
		const struct due_item *item = &due->items[i];

		listing_day(&listing, item->by);
		listing_text(&listing, left_words(item, &app->mem));
		listing_text(&listing, lane_label(item->lane));
		listing_text(&listing, rule_label(item->rule));
		listing_text(&listing, item->family_words);
		listing_text(&listing, item->reference);
		listing_text(&listing, item->missing);
	}
	return app_write(app, &listing, LISTING_TABLE, f);
}

static bool read_lane(const struct app *app, int *out, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_LANE];
	struct arena mem = {0};
	enum lane lane;
	const char *meant;

	*out = -1;
	if (!typed)
		return true;
	if (lane_from_token(typed, &lane)) {
		*out = (int)lane;
		return true;
	}
	meant = nearest_word(typed, argument_words(ARGUMENT_LANE, NULL, &mem), WORDS_TO_NULL);
	fault_set(f, FAULT_USAGE, "There is no lane \"%.40s\". %s%s%s", typed,
		  meant ? "Did you mean \"" : "The lanes are ",
		  meant ? meant
			: "book, invite, replies, reports, bundle, letters, record, core_groups, reviews, complaints, "
			  "actions",
		  meant ? "\"?" : ".");
	arena_finish(&mem);
	return false;
}

bool run_due(struct app *app, struct fault *f)
{
	struct due_filter filter = {.chair = app->arguments.values[OPTION_CHAIR]};
	struct within within;
	struct due_list due;
	struct listing listing;

	if (!read_lane(app, &filter.lane, f) || !within_read(&within, app->arguments.values[OPTION_WITHIN], f) ||
	    !app_open(app, f))
		return false;
	within_ask(&within, &filter);
	if (!casework_due(app->cw, &filter, &app->mem, &due, f))
		return false;
	if (!app_wants_form(app))
		return write_table(app, &due, f);
	due_listing(&listing, &due, &app->mem);
	return app_write(app, &listing, LISTING_JSON, f);
}
