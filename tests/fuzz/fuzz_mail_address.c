/* Any bytes as a mail address: what is taken can stand in a mail's head and in nobody's command. */
#include "letter/press.h"

#include <stdint.h>
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
	char *address = strndup((const char *)bytes, size);

	require(address != NULL);
	if (mail_address_is_good(address)) {
		const char *at = strchr(address, '@');

		require(at && strchr(at + 1, '@') == NULL && strchr(at, '.') != NULL);
		require(address[0] != '-' && strlen(address) <= 254);
		require(strpbrk(address, " \t\r\n\v\f,;:<>()[]\\\"|/`$!%") == NULL);
		for (const char *c = address; *c; c++)
			require(*c > 32 && *c < 127);
	}
	free(address);
	return 0;
}
