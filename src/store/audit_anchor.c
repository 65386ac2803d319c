/* The newest row of an audit log as a text short enough to print, to log and to type: its number and its hash. */
#include "store/audit.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

void audit_anchor_write(const struct audit_anchor *anchor, char out[AUDIT_ANCHOR_ROOM])
{
	char digits[2 * AUDIT_DIGEST_BYTES + 1], moment[22] = "";

	if (anchor->at > 0)
		snprintf(moment, sizeof moment, "@%" PRId64, anchor->at);
	snprintf(out, AUDIT_ANCHOR_ROOM, "%" PRId64 ":%s%s", anchor->row,
		 sodium_bin2hex(digits, sizeof digits, anchor->hash, sizeof anchor->hash), moment);
}

/* A whole number that fits, before `end`; nothing else. */
static bool read_number(const char *text, const char *end, int64_t *out)
{
	size_t digits = strspn(text, "0123456789");

	*out = 0;
	if (digits == 0 || digits > 18 || text + digits != end)
		return false;
	for (size_t i = 0; i < digits; i++)
		*out = *out * 10 + (text[i] - '0');
	return true;
}

bool audit_anchor_read(const char *text, struct audit_anchor *out, struct fault *f)
{
	const char *colon = strchr(text, ':'), *at = strchr(text, '@'), *end = at ? at : text + strlen(text);
	size_t bytes = 0;

	*out = (struct audit_anchor){0};
	if (colon && read_number(text, colon, &out->row) && end - colon - 1 == 2 * AUDIT_DIGEST_BYTES &&
	    sodium_hex2bin(out->hash, sizeof out->hash, colon + 1, 2 * AUDIT_DIGEST_BYTES, NULL, &bytes, NULL) == 0 &&
	    bytes == sizeof out->hash && (!at || read_number(at + 1, at + strlen(at), &out->at)))
		return true;
	return fault_set(f, FAULT_USAGE,
			 "The head of an audit log is a row's number, a colon and 64 digits from 0 to f, as the log of "
			 "the machine has it, with the moment behind an @.");
}
