/* `quorate show REF --timeline` and `--shared`: what happened, one sentence each, oldest first; what was shared
 * outside. */
#include "show_timeline.h"

#include "casework/disclosures.h"
#include "casework/timeline.h"

#include <stdio.h>

/* The family of a conference; a child stands for itself. */
static bool scope_of(struct app *app, enum found_kind kind, int64_t id, int64_t *family, int64_t *child,
		     struct fault *f)
{
	struct conference_page page;

	*family = kind == FOUND_FAMILY ? id : 0;
	*child = kind == FOUND_PERSON || kind == FOUND_PLAN ? id : 0;
	if (kind != FOUND_CONFERENCE)
		return true;
	if (!casework_conference_page(app->cw, id, &app->mem, &page, f))
		return false;
	*family = page.family.id;
	return true;
}

static const struct listing_column timeline_columns[] = {
	{"day", "Day"},     {"until", "Until"}, {"lane", "Lane"},     {"kind", "Kind"}, {"reference", "Reference"},
	{"about", "About"}, {"late", "Late"},   {"sentence", "What"},
};

static void put_timeline(struct listing *listing, const struct timeline *line, struct arena *mem)
{
	listing_begin(listing, timeline_columns, sizeof timeline_columns / sizeof *timeline_columns, mem);
	for (size_t i = 0; i < line->events.count; i++) {
		const struct timeline_event *e = &line->events.items[i];

		listing_day(listing, e->on);
		listing_day(listing, e->until);
		listing_text(listing, timeline_lane_token(e->lane));
		listing_text(listing,
			     e->kind == TIMELINE_EVENT_LIMIT ? rule_token(e->rule) : timeline_kind_token(e->kind));
		listing_text(listing, e->reference);
		listing_text(listing, e->about);
		listing_yes_no(listing, e->is_late);
		listing_text(listing, e->sentence);
	}
}

bool show_timeline(struct app *app, enum found_kind kind, int64_t id, struct fault *f)
{
	struct timeline line;
	struct listing listing;
	int64_t family, child;

	if (!scope_of(app, kind, id, &family, &child, f) ||
	    !casework_timeline(app->cw, family, child, &app->mem, &line, f))
		return false;
	if (app_wants_form(app)) {
		put_timeline(&listing, &line, &app->mem);
		return app_write(app, &listing, LISTING_JSON, f);
	}
	app_put_wrapped(line.title, 0, 0);
	for (size_t i = 0; i < line.events.count; i++) {
		const struct timeline_event *e = &line.events.items[i];

		app_put_wrapped(arena_printf(&app->mem, "%s. %s%s", timeline_when(app->cw, e, &app->mem),
					     e->is_late ? "Late: " : "", e->sentence),
				2, 0);
	}
	if (!line.events.count)
		puts("Nothing happened yet that a timeline shows.");
	return true;
}

/* --- What was shared --- */

static const struct listing_column shared_columns[] = {
	{"day", "Day"},
	{"to", "To"},
	{"what", "What"},
	{"why", "Why"},
	{"about", "About"},
	{"ground", "Ground"},
	{"decided_by", "Decided by"},
	{"shared_by", "Shared by"},
	{"paper", "Paper"},
	{"source", "Source"},
	{"stands", "Stands"},
};

bool show_shared(struct app *app, enum found_kind kind, int64_t id, struct fault *f)
{
	struct disclosure_page page;
	struct listing listing;
	int64_t family, child;

	if (!scope_of(app, kind, id, &family, &child, f))
		return false;
	if (child)
		return fault_set(f, FAULT_USAGE, "What was shared is listed for a family: give its reference.");
	if (!casework_disclosures(app->cw, family, &app->mem, &page, f))
		return false;
	listing_begin(&listing, shared_columns, sizeof shared_columns / sizeof *shared_columns, &app->mem);
	for (size_t i = 0; i < page.shared.count; i++) {
		const struct shared_line *line = &page.shared.items[i];
		bool is_written = line->by == SHARED_BY_HAND;

		listing_day(&listing, line->day);
		listing_text(&listing, line->to);
		listing_text(&listing, line->what);
		listing_text(&listing, line->why);
		listing_text(&listing, line->about);
		listing_text(&listing, is_written ? disclosure_ground_token(line->disclosure.ground) : "");
		listing_text(&listing, line->disclosure.decided_by);
		listing_text(&listing, line->disclosure.shared_by);
		listing_text(&listing, line->disclosure.paper);
		listing_text(&listing, shared_by_token(line->by));
		listing_yes_no(&listing, line->stands);
	}
	return app_write(app, &listing, LISTING_TABLE, f);
}
