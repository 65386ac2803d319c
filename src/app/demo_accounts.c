/* Who works in the invented authority: its chairs and minute-takers, a manager and the duty team out of hours. */
#include "casework/oversight.h"
#include "demo_directory.h"

#include <string.h>

/* Whoever makes the demonstration keeps the roles they have. */
static bool add_all(struct casework *cw, const struct settings_resource_list *people, enum role role, struct fault *f)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct settings_resource *one = &people->items[i];

		if (one->login && *one->login && strcmp(one->login, casework_user_login(cw)) != 0 &&
		    !casework_user_add(cw, one->login, one->name, ROLE_BIT(role), f))
			return false;
	}
	return true;
}

bool demo_enter_accounts(struct casework *cw, const struct settings *settings, struct fault *f)
{
	return add_all(cw, &settings->chairs, ROLE_CHAIR, f) &&
	       add_all(cw, &settings->minute_takers, ROLE_BUSINESS_SUPPORT, f) &&
	       casework_user_add(cw, DEMO_MANAGER, "Dayo Okafor", ROLE_BIT(ROLE_MANAGER), f) &&
	       casework_user_add(cw, "duty", "Emergency duty team", ROLE_BIT(ROLE_OUT_OF_HOURS), f) &&
	       casework_user_add(cw, "imorgan", "Ifan Morgan", ROLE_BIT(ROLE_AUDITOR), f);
}
