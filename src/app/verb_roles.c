/* `quorate roles`: the table of who may do what. */
#include "app.h"

#include "domain/role.h"

static const char *permission_words(enum permission permission)
{
	switch (permission) {
	case ALLOWED: return "yes";
	case ALLOWED_OWN: return "own";
	case NOT_ALLOWED: break;
	}
	return "no";
}

bool run_roles(struct app *app, struct fault *f)
{
	struct listing_column columns[ROLE_COUNT + 2] = {{"action", "Action"}, {"may", "May"}};
	struct listing listing;

	for (int role = 0; role < ROLE_COUNT; role++)
		columns[role + 2] = (struct listing_column){role_token((enum role)role), role_brief((enum role)role)};
	listing_begin(&listing, columns, ROLE_COUNT + 2, &app->mem);
	for (int action = 0; action < ACTION_COUNT; action++) {
		listing_text(&listing, action_token((enum action)action));
		listing_text(&listing, action_words((enum action)action));
		for (int role = 0; role < ROLE_COUNT; role++)
			listing_text(&listing, permission_words(role_permission((enum role)role, (enum action)action)));
	}
	if (!app_write(app, &listing, LISTING_TABLE, f))
		return false;
	if (!app_wants_form(app)) {
		putchar('\n');
		app_put_wrapped(
			"yes: for every family whose record is not restricted, and for a restricted one where "
			"the person is named. own: the same, in the conferences the person chairs alone. Naming "
			"is asked before each reading, whatever the role; a worker who is related to a family "
			"is not let in by any.",
			0, 0);
	}
	return true;
}
