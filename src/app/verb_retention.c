/* `quorate retention`: whose record is due to go and why, and the certificate of one that went. */
#include "app.h"

#include "casework/retention.h"

#include <stdio.h>
#include <string.h>

/* Stable: other programs read them. */
static const struct listing_column columns[] = {
	{"family", "Family"}, {"name", "Name"}, {"stands", "Stands"},     {"rule", "Rule"},   {"from", "From"},
	{"due", "Due"},       {"held", "Held"}, {"proposed", "Proposed"}, {"why", "Because"},
};

static bool list(struct app *app, struct fault *f)
{
	struct retention_line_list lines;
	struct listing listing;

	if (!casework_retention(app->cw, false, &app->mem, &lines, f))
		return false;
	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	for (size_t i = 0; i < lines.count; i++) {
		const struct retention_line *line = &lines.items[i];

		listing_text(&listing, line->reference);
		listing_text(&listing, line->name);
		listing_text(&listing, retention_standing_token(line->review.standing));
		listing_text(&listing,
			     line->review.due_on != DAY_NONE ? retention_rule_key_token(line->review.rule) : "");
		listing_day(&listing, line->review.from);
		listing_day(&listing, line->review.due_on);
		listing_yes_no(&listing, line->is_held);
		listing_yes_no(&listing, line->disposal_id != 0);
		listing_text(&listing, line->why);
	}
	return app_write(app, &listing, LISTING_TABLE, f);
}

bool run_retention(struct app *app, struct fault *f)
{
	const char *act = app->arguments.operands[0], *reference = act ? app->arguments.operands[1] : NULL;
	const char *text;

	if (act && strcmp(act, "certificate") != 0)
		return fault_set(f, FAULT_USAGE,
				 "There is no \"retention %.40s\". Type \"quorate retention\" for the list, or "
				 "\"quorate retention certificate Z-0001\".",
				 act);
	if (act && !reference)
		return fault_set(f, FAULT_USAGE, "Name the disposal: \"quorate retention certificate Z-0001\".");
	if (!app_open(app, f))
		return false;
	if (!act)
		return list(app, f);
	if (!casework_certificate(app->cw, reference, &app->mem, &text, f))
		return false;
	fputs(text, stdout);
	return true;
}
