/* Whether mail can be sent to an address, by its shape alone. */
#include "letter/press.h"

#include <string.h>

/* RFC 5321 4.5.3.1 */
enum { ADDRESS_MOST = 254, MAILBOX_MOST = 64, LABEL_MOST = 63 };

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS  "0123456789"

/* What RFC 5322's dot-atom and people's mailboxes have in common: nothing that an old mail command could take for an
 * option, a file, a pipe or a route. */
static bool mailbox_is_good(const char *mailbox, size_t bytes)
{
	const char allowed[] = LETTERS DIGITS "'+-_.&=~#";

	return bytes > 0 && bytes <= MAILBOX_MOST && strspn(mailbox, allowed) == bytes && mailbox[0] != '-' &&
	       mailbox[0] != '.' && mailbox[bytes - 1] != '.' && !memmem(mailbox, bytes, "..", 2);
}

static bool label_is_good(const char *label, size_t bytes)
{
	return bytes > 0 && bytes <= LABEL_MOST && label[0] != '-' && label[bytes - 1] != '-' &&
	       strspn(label, LETTERS DIGITS "-") >= bytes;
}

/* Two labels or more; the last is no number, as an IP address would be. */
static bool host_is_good(const char *host)
{
	size_t labels = 0, bytes;

	for (;; host += bytes + 1) {
		bytes = strcspn(host, ".");
		if (!label_is_good(host, bytes))
			return false;
		labels++;
		if (!host[bytes])
			return labels > 1 && strspn(host, DIGITS) < bytes;
	}
}

bool mail_address_is_good(const char *address)
{
	const char *at = address ? strchr(address, '@') : NULL;

	return at && strlen(address) <= ADDRESS_MOST && mailbox_is_good(address, (size_t)(at - address)) &&
	       host_is_good(at + 1);
}
