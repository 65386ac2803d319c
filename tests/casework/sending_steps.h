/* Letters that wait, at an authority whose mail and print commands are whatever a test needs. */
#ifndef TESTS_SENDING_STEPS_H
#define TESTS_SENDING_STEPS_H

#include "carrier_steps.h"
#include "mailing_steps.h"

static inline int sending_setup(void **state)
{
	return casework_fixture_setup(state);
}

static inline int sending_teardown(void **state)
{
	struct casework_fixture *fixture = *state;
	char path[200];

	for (const char *const *name =
		     (const char *const[]){"config/authority.yaml", "mails", "printed", "casefile.db.sending", NULL};
	     *name; name++) {
		snprintf(path, sizeof path, "%s/%s", fixture->folder, *name);
		unlink(path);
	}
	snprintf(path, sizeof path, "%s/config", fixture->folder);
	rmdir(path);
	return casework_fixture_teardown(state);
}

#define SENDING_TEST(name) cmocka_unit_test_setup_teardown(name, sending_setup, sending_teardown)

#endif
