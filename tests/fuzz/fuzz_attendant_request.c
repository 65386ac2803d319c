/* Any bytes as what the attendant is asked by a process that may have been taken over: what is heard names a duty that
 * is there, at a time when it can be asked for, and its password ends within its room. The first byte says how many
 * descriptors came along and whether a program runs. */
#include "attendant_message.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const command[] = {"/bin/true", NULL};
	static const struct attendant_duties duties = {.commands = {command}}; /* the second is none */
	struct attendant_request asked = {0};
	size_t descriptors, came;
	bool is_running;

	if (size == 0)
		return 0;
	descriptors = bytes[0] & 3;
	is_running = bytes[0] >> 7;
	came = size - 1;
	memcpy(&asked, bytes + 1, came < sizeof asked ? came : sizeof asked);
	if (!attendant_request_is_good(&asked, came, descriptors, &duties, is_running))
		return 0;
	require(came == sizeof asked);
	require(asked.wish >= WISH_PASSWORD && asked.wish <= WISH_FORGET);
	require(descriptors == (asked.wish == WISH_START ? START_DESCRIPTORS : 0));
	require(is_running == (asked.wish == WISH_STOP || asked.wish == WISH_FORGET));
	require(asked.wish != WISH_START || asked.number == 0);
	require((asked.password[0] != '\0') == (asked.wish == WISH_PASSWORD));
	require(memchr(asked.password, '\0', sizeof asked.password) != NULL);
	return 0;
}
