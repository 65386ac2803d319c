/* The invented directory of agencies, and the social worker of each family. */
#ifndef APP_DEMO_DIRECTORY_H
#define APP_DEMO_DIRECTORY_H

#include "casework/casework.h"
#include "demo_family.h"
#include "settings/settings.h"

bool demo_enter_directory(struct casework *cw, const struct demo_world *world, struct fault *f);

#define DEMO_MANAGER "dokafor"
/* An account for each chair and minute-taker of the settings that names one, a manager and the duty team. */
bool demo_enter_accounts(struct casework *cw, const struct settings *settings, struct fault *f);

/* Whoever mail came back from is asked for another address some days later; *mended when somebody was. */
bool demo_mend_directory(struct casework *cw, const struct demo_world *world, day_number day, bool *mended,
			 struct fault *f);

/* Of the family of that number. */
const char *demo_social_worker(const struct demo_world *world, int number, struct arena *mem);

#endif
