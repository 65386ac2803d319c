/* The newest row of an audit log as a text short enough to print, to log and to type: its number and its hash. */
#include "store/audit.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

void audit_anchor_write(const struct audit_anchor *anchor, char out[AUDIT_ANCHOR_ROOM])
{
	char digits[2 * AUDIT_DIGEST_BYTES + 1];

	snprintf(out, AUDIT_ANCHOR_ROOM, "%" PRId64 ":%s", anchor->row,
		 sodium_bin2hex(digits, sizeof digits, anchor->hash, sizeof anchor->hash));
}

bool audit_anchor_read(const char *text, struct audit_anchor *out, struct fault *f)
{
	size_t number = strspn(text, "0123456789"), bytes = 0;

	*out = (struct audit_anchor){0};
	if (number > 0 && number < 19 && text[number] == ':' && strlen(text + number + 1) == 2 * AUDIT_DIGEST_BYTES &&
	    sodium_hex2bin(out->hash, sizeof out->hash, text + number + 1, 2 * AUDIT_DIGEST_BYTES, NULL, &bytes,
			   NULL) == 0 &&
	    bytes == sizeof out->hash) {
		for (size_t i = 0; i < number; i++)
			out->row = out->row * 10 + (text[i] - '0');
		return true;
	}
	return fault_set(f, FAULT_USAGE,
			 "The head of an audit log is a row's number, a colon and 64 digits from 0 to f, as the log of "
			 "the machine has it.");
}
