/* `quorate audit`: the log as it is read, and whether it is as it was written. */
#include "audit_reading.h"
#include "secret.h"

#include "casework/oversight.h"

#include <inttypes.h>
#include <string.h>

static const struct listing_column columns[] = {{"sound", "Sound"},           {"rows", "Rows"},
						{"bad_row", "First bad row"}, {"missing", "Taken out"},
						{"finding", "Finding"},       {"head", "Head"}};

static bool write_listing(struct app *app, const struct audit_check *check, struct fault *f)
{
	static const char *const tokens[] = {
		[LOG_SOUND] = "sound", [LOG_ROW_CHANGED] = "changed", [LOG_ROW_MISSING] = "missing",
		[LOG_END_CUT] = "cut", [LOG_REWRITTEN] = "rewritten", [LOG_END_REPLACED] = "cut_and_written_on"};
	struct listing listing;

	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	listing_yes_no(&listing, check->is_sound);
	listing_number(&listing, check->rows);
	if (check->is_sound)
		listing_nothing(&listing);
	else
		listing_number(&listing, check->bad_row);
	listing_yes_no(&listing, check->is_missing);
	listing_text(&listing, tokens[check->finding]);
	listing_text(&listing, check->head);
	return app_write_one(app, &listing, f);
}

/* A key for no back-up would be taken for a check against one. */
static bool opens_nothing(const struct app *app, struct fault *f)
{
	const bool *given = app->arguments.given;

	return (!given[OPTION_KEY] && !given[OPTION_PASSPHRASE_FILE]) ||
	       fault_set(f, FAULT_USAGE,
			 "--%s opens the back-up that --against names, and none was named. Name it, or leave out --%s.",
			 option_row(given[OPTION_KEY] ? OPTION_KEY : OPTION_PASSPHRASE_FILE)->name,
			 option_row(given[OPTION_KEY] ? OPTION_KEY : OPTION_PASSPHRASE_FILE)->name);
}

/* A head as it was typed, or that of a back-up. */
static bool read_head(struct app *app, const char *typed, const char **out, struct fault *f)
{
	struct backup_opener opener;
	struct backup_facts facts;
	const char *colon = strchr(typed, ':');
	bool ok;

	*out = typed;
	if (colon && colon != typed && strspn(typed, "0123456789") == (size_t)(colon - typed))
		return opens_nothing(app, f);
	if (!secret_to_open(app, typed, &opener, f))
		return false;
	ok = backup_facts_read(typed, &opener, &app->mem, &facts, f);
	secret_forget(&opener);
	*out = ok ? facts.head : NULL;
	return ok;
}

static bool check_log(struct app *app, struct fault *f)
{
	const char *against = app->arguments.values[OPTION_AGAINST];
	struct audit_check check;

	if (!(against ? read_head(app, against, &against, f) : opens_nothing(app, f)) || !app_open(app, f) ||
	    !casework_audit_check(app->cw, against, &check, f))
		return false;
	if (app_wants_form(app) && !write_listing(app, &check, f))
		return false;
	if (!check.is_sound)
		return fault_set(f, FAULT_CORRUPT,
				 "Row %" PRId64
				 " of the audit log %s. Keep the file as it is and tell whoever looks after "
				 "information security.",
				 check.bad_row, audit_finding_words(check.finding));
	if (!app_wants_form(app))
		printf("The audit log is unbroken: %" PRId64 " rows.\n%sIts head: %s\n", check.rows,
		       against ? "It goes on from the head it was checked against.\n" : "", check.head);
	return true;
}

bool run_audit(struct app *app, struct fault *f)
{
	if (app->arguments.operand_count == 0)
		return audit_read(app, f);
	if (strcmp(app->arguments.operands[0], "verify") == 0)
		return check_log(app, f);
	return fault_set(
		f, FAULT_USAGE,
		"There is no \"audit %.40s\". \"quorate audit\" lists the log, \"quorate audit verify\" checks "
		"it.",
		app->arguments.operands[0]);
}
