/* Which requests the attendant hears at all. */
#include "attendant_message.h"

#include <signal.h>
#include <string.h>

static bool is_password(const struct attendant_request *asked)
{
	return asked->number == 0 && asked->password[0] && memchr(asked->password, '\0', sizeof asked->password);
}

static bool is_command(const struct attendant_request *asked, const struct attendant_duties *duties)
{
	return !asked->password[0] && asked->number < ATTENDANT_COMMANDS && duties->commands[asked->number];
}

bool attendant_request_is_good(const struct attendant_request *asked, size_t bytes, size_t descriptors,
			       const struct attendant_duties *duties, bool is_running)
{
	if (bytes != sizeof *asked || descriptors != (asked->wish == WISH_START ? START_DESCRIPTORS : 0))
		return false;
	switch ((enum attendant_wish)asked->wish) {
	case WISH_PASSWORD: return !is_running && is_password(asked);
	case WISH_START: return !is_running && is_command(asked, duties);
	case WISH_STOP:
		return is_running && !asked->password[0] && (asked->number == SIGTERM || asked->number == SIGKILL);
	case WISH_FORGET: return is_running && !asked->password[0] && asked->number == 0;
	}
	return false;
}
