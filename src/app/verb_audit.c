/* `quorate audit verify`: whether the audit log is as it was written. */
#include "app.h"

#include "casework/oversight.h"

#include <inttypes.h>
#include <string.h>

static const struct listing_column columns[] = {
	{"sound", "Sound"}, {"rows", "Rows"}, {"bad_row", "First bad row"}, {"missing", "Taken out"}};

static bool write_listing(struct app *app, const struct audit_check *check, struct fault *f)
{
	struct listing listing;

	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	listing_yes_no(&listing, check->is_sound);
	listing_number(&listing, check->rows);
	if (check->is_sound)
		listing_nothing(&listing);
	else
		listing_number(&listing, check->bad_row);
	listing_yes_no(&listing, check->is_missing);
	return app_write_one(app, &listing, f);
}

bool run_audit(struct app *app, struct fault *f)
{
	struct audit_check check;

	if (strcmp(app->arguments.operands[0], "verify") != 0)
		return fault_set(f, FAULT_USAGE,
				 "\"audit %.40s\" is not in this version. \"quorate audit verify\" checks the log.",
				 app->arguments.operands[0]);
	if (!app_open(app, f) || !casework_audit_check(app->cw, &check, f))
		return false;
	if (app_wants_form(app) && !write_listing(app, &check, f))
		return false;
	if (!check.is_sound)
		return fault_set(
			f, FAULT_CORRUPT,
			"Row %" PRId64 " of the audit log %s. Keep the file as it is and tell whoever looks after "
			"information security.",
			check.bad_row, check.is_missing ? "was taken out" : "was changed after it was written");
	if (!app_wants_form(app))
		printf("The audit log is unbroken: %" PRId64 " rows.\n", check.rows);
	return true;
}
