/* `quorate user`: who may work in the case file. */
#include "app.h"

#include "base/nearest.h"
#include "base/text.h"
#include "casework/oversight.h"

#include <string.h>

static const struct listing_column columns[] = {
	{"account", "Account"}, {"name", "Name"}, {"roles", "Roles"}, {"enabled", "Enabled"}};

static void put_roles(struct listing *listing, role_set roles)
{
	const char *tokens[ROLE_COUNT];
	size_t count = 0;

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role))
			tokens[count++] = role_token((enum role)role);
	listing_texts(listing, tokens, count);
}

static bool list_users(struct app *app, struct fault *f)
{
	struct user_list users;
	struct listing listing;

	if (!casework_users(app->cw, &app->mem, &users, f))
		return false;
	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	for (size_t i = 0; i < users.count; i++) {
		listing_text(&listing, users.items[i].login);
		listing_text(&listing, users.items[i].name);
		put_roles(&listing, users.items[i].roles);
		listing_yes_no(&listing, users.items[i].is_active);
	}
	return app_write(app, &listing, LISTING_TABLE, f);
}

static bool read_roles(struct app *app, role_set *out, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_ROLES];
	char *rest = arena_text(&app->mem, typed ? typed : "");
	enum role role;

	*out = 0;
	for (char *word; (word = strsep(&rest, ", "));) {
		const char *meant;

		if (!*word)
			continue;
		if (role_from_token(word, &role)) {
			*out |= ROLE_BIT(role);
			continue;
		}
		meant = nearest_word(word, argument_words(ARGUMENT_ROLE, NULL, &app->mem), WORDS_TO_NULL);
		return fault_set(f, FAULT_USAGE, "There is no role \"%.40s\". %s%s%s", word,
				 meant ? "Did you mean \"" : "\"quorate roles\" lists them.", meant ? meant : "",
				 meant ? "\"?" : "");
	}
	return *out || fault_set(f, FAULT_USAGE, "user add needs --roles, for example --roles business_support.");
}

static bool put_details(struct app *app, const char *account, struct fault *f)
{
	const char *born = app->arguments.values[OPTION_BORN], *postcode = app->arguments.values[OPTION_POSTCODE],
		   *phone = app->arguments.values[OPTION_PHONE];
	struct user_details details = {.born_on = born ? date_from_iso(born) : DAY_NONE,
				       .postcode = postcode ? postcode : "",
				       .phone = phone ? phone : ""};

	if (born && details.born_on == DAY_NONE)
		return fault_set(f, FAULT_USAGE, "--born takes a real date as YYYY-MM-DD, not \"%.40s\".", born);
	return (!born && !postcode && !phone) || casework_user_details(app->cw, account, &details, f);
}

static bool add_user(struct app *app, const char *account, struct fault *f)
{
	role_set roles;

	if (!read_roles(app, &roles, f) || !app_open(app, f) ||
	    !casework_user_add(app->cw, account, app->arguments.values[OPTION_NAME], roles, f) ||
	    !put_details(app, account, f))
		return false;
	printf("%s may work in the case file of %s.\n", text_safe(&app->mem, account, false),
	       casework_authority(app->cw));
	return true;
}

static bool disable_user(struct app *app, const char *account, struct fault *f)
{
	if (!app_open(app, f) || !casework_user_disable(app->cw, account, f))
		return false;
	printf("%s may no longer work in the case file of %s.\n", text_safe(&app->mem, account, false),
	       casework_authority(app->cw));
	return true;
}

bool run_user(struct app *app, struct fault *f)
{
	const char *act = app->arguments.operands[0];
	const char *account = app->arguments.operand_count > 1 ? app->arguments.operands[1] : "";
	bool is_add = strcmp(act, "add") == 0;

	if (strcmp(act, "list") == 0)
		return app_open(app, f) && list_users(app, f);
	if (!is_add && strcmp(act, "disable") != 0)
		return fault_set(f, FAULT_USAGE, "\"user %.40s\" is not known. What is: list, add, disable.", act);
	if (!*account)
		return fault_set(f, FAULT_USAGE, "user %s needs the name of an account.", act);
	return is_add ? add_user(app, account, f) : disable_user(app, account, f);
}
