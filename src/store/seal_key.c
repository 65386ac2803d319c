/* The lock in the head of a sealed file: the stream's key under a passphrase, or for a public key. */
#include "seal.h"

#include <ctype.h>
#include <string.h>

enum {
	SALT_BYTES = crypto_pwhash_SALTBYTES,
	NONCE_BYTES = crypto_secretbox_NONCEBYTES,
	PASSES_AT = SEAL_LOCK_AT + SALT_BYTES,
	MEMORY_AT = PASSES_AT + 4,
	NONCE_AT = MEMORY_AT + 4,
	BOX_AT = NONCE_AT + NONCE_BYTES,
	PUBLIC_AT = SEAL_LOCK_AT,
	SEALED_AT = PUBLIC_AT + crypto_box_PUBLICKEYBYTES,
	MOST_PASSES = 16,
	MOST_MEMORY_KIB = 1024 * 1024, /* so that a made-up head cannot take all the memory there is */
};

_Static_assert(BOX_AT + SEAL_KEY_BYTES + crypto_secretbox_MACBYTES <= SEAL_STREAM_AT, "the lock fits its place");
_Static_assert(SEALED_AT + SEAL_KEY_BYTES + crypto_box_SEALBYTES <= SEAL_STREAM_AT, "the lock fits its place");
_Static_assert(SEAL_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES, "the length seal.h names");
_Static_assert(SEAL_HASH_AT - SEAL_STREAM_AT == crypto_secretstream_xchacha20poly1305_HEADERBYTES, "its place");

static void put_number(unsigned char *at, uint32_t number)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(number >> 8 * i);
}

static uint32_t number_at(const unsigned char *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* --- A passphrase --- */

static bool stretch(const unsigned char *head, const char *passphrase, unsigned char *out, struct fault *f)
{
	uint32_t passes = number_at(head + PASSES_AT), kib = number_at(head + MEMORY_AT);

	if (passes < crypto_pwhash_OPSLIMIT_MIN || passes > MOST_PASSES || kib < crypto_pwhash_MEMLIMIT_MIN / 1024 ||
	    kib > MOST_MEMORY_KIB)
		return fault_set(f, FAULT_CORRUPT,
				 "The head of this back-up asks for more work than any back-up of ours does: it was "
				 "tampered with. Take another back-up.");
	if (crypto_pwhash(out, SEAL_KEY_BYTES, passphrase, strlen(passphrase), head + SEAL_LOCK_AT, passes,
			  (size_t)kib * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0)
		return true;
	return fault_set(
		f, FAULT_MEMORY,
		"There is not enough memory to work on the passphrase: it takes %u MB. Close other programs and "
		"try again.",
		kib / 1024);
}

static bool lock_by_passphrase(unsigned char *head, const struct backup_key *key, const unsigned char *stream,
			       struct fault *f)
{
	unsigned char wrap[SEAL_KEY_BYTES];
	bool ok;

	randombytes_buf(head + SEAL_LOCK_AT, SALT_BYTES);
	put_number(head + PASSES_AT, key->is_quick ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE);
	put_number(head + MEMORY_AT,
		   (key->is_quick ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_MODERATE) / 1024);
	randombytes_buf(head + NONCE_AT, NONCE_BYTES);
	ok = stretch(head, key->passphrase, wrap, f);
	if (ok)
		crypto_secretbox_easy(head + BOX_AT, stream, SEAL_KEY_BYTES, head + NONCE_AT, wrap);
	sodium_memzero(wrap, sizeof wrap);
	return ok;
}

static bool unlock_by_passphrase(const unsigned char *head, const struct backup_key *key, unsigned char *stream,
				 struct fault *f)
{
	unsigned char wrap[SEAL_KEY_BYTES];
	bool ok;

	if (!key->passphrase)
		return fault_set(f, FAULT_USAGE, "This back-up was sealed under a passphrase, not for a key.");
	if (!stretch(head, key->passphrase, wrap, f))
		return false;
	ok = crypto_secretbox_open_easy(stream, head + BOX_AT, SEAL_KEY_BYTES + crypto_secretbox_MACBYTES,
					head + NONCE_AT, wrap) == 0;
	sodium_memzero(wrap, sizeof wrap);
	return ok || fault_set(f, FAULT_NOT_ALLOWED, "This passphrase does not open the back-up. Type it again.");
}

/* --- Keys --- */

static const char public_words[] = "quorate back-up public key", secret_words[] = "quorate back-up secret key";

/* The digits after the words, or alone; blanks around them do not matter. */
static bool read_key(const char *text, const char *words, unsigned char out[SEAL_KEY_BYTES])
{
	size_t bytes = 0, digits;
	const char *end;

	if (!text)
		return false;
	if (strncmp(text, words, strlen(words)) == 0)
		text += strlen(words);
	text += strspn(text, " \t\r\n");
	digits = strspn(text, "0123456789abcdefABCDEF");
	end = text + digits;
	return digits == 2 * SEAL_KEY_BYTES && end[strspn(end, " \t\r\n")] == '\0' &&
	       sodium_hex2bin(out, SEAL_KEY_BYTES, text, digits, NULL, &bytes, NULL) == 0 && bytes == SEAL_KEY_BYTES;
}

static bool no_public_key(struct fault *f)
{
	return fault_set(f, FAULT_REFUSED,
			 "This is not the public key of a back-up: it has 64 digits from 0 to f. \"quorate backup "
			 "--new-key\" makes one.");
}

bool backup_public_key_check(const char *public_key, struct fault *f)
{
	unsigned char key[SEAL_KEY_BYTES];

	return read_key(public_key, public_words, key) || no_public_key(f);
}

bool backup_new_keys(char public_key[BACKUP_KEY_ROOM], char secret_key[BACKUP_KEY_ROOM], struct fault *f)
{
	unsigned char public_bytes[SEAL_KEY_BYTES], secret_bytes[SEAL_KEY_BYTES];
	char digits[2 * SEAL_KEY_BYTES + 1];

	if (sodium_init() < 0)
		return fault_set(f, FAULT_STORAGE, "This machine gives no random numbers: no key was made.");
	crypto_box_keypair(public_bytes, secret_bytes);
	snprintf(public_key, BACKUP_KEY_ROOM, "%s\n%s\n", public_words,
		 sodium_bin2hex(digits, sizeof digits, public_bytes, sizeof public_bytes));
	snprintf(secret_key, BACKUP_KEY_ROOM, "%s\n%s\n", secret_words,
		 sodium_bin2hex(digits, sizeof digits, secret_bytes, sizeof secret_bytes));
	sodium_memzero(secret_bytes, sizeof secret_bytes);
	sodium_memzero(digits, sizeof digits);
	return true;
}

static bool lock_by_key(unsigned char *head, const struct backup_key *key, const unsigned char *stream, struct fault *f)
{
	if (!read_key(key->public_key, public_words, head + PUBLIC_AT))
		return no_public_key(f);
	return crypto_box_seal(head + SEALED_AT, stream, SEAL_KEY_BYTES, head + PUBLIC_AT) == 0 || no_public_key(f);
}

static bool unlock_by_key(const unsigned char *head, const struct backup_key *key, unsigned char *stream,
			  struct fault *f)
{
	unsigned char secret[SEAL_KEY_BYTES], public[SEAL_KEY_BYTES];
	bool ok;

	if (!key->secret_key)
		return fault_set(f, FAULT_USAGE,
				 "This back-up was sealed for a key, not under a passphrase: name the key's file with "
				 "--key.");
	if (!read_key(key->secret_key, secret_words, secret))
		return fault_set(f, FAULT_REFUSED, "The file named by --key holds no secret key of a back-up.");
	crypto_scalarmult_base(public, secret);
	ok = sodium_memcmp(public, head + PUBLIC_AT, sizeof public) == 0;
	if (!ok)
		fault_set(f, FAULT_NOT_ALLOWED,
			  "This back-up was sealed for another key. Name the one that belongs to it with --key.");
	else if (crypto_box_seal_open(stream, head + SEALED_AT, SEAL_KEY_BYTES + crypto_box_SEALBYTES, public,
				      secret) != 0)
		ok = fault_set(f, FAULT_CORRUPT, "The head of this back-up was tampered with. Take another back-up.");
	sodium_memzero(secret, sizeof secret);
	return ok;
}

/* --- Either --- */

bool seal_lock(unsigned char *head, const struct backup_key *key, unsigned char stream[SEAL_KEY_BYTES], struct fault *f)
{
	head[SEAL_KIND_AT] = key->passphrase ? BACKUP_BY_PASSPHRASE : BACKUP_BY_KEY;
	return key->passphrase ? lock_by_passphrase(head, key, stream, f) : lock_by_key(head, key, stream, f);
}

bool seal_unlock(const unsigned char *head, const struct backup_key *key, unsigned char stream[SEAL_KEY_BYTES],
		 struct fault *f)
{
	return head[SEAL_KIND_AT] == BACKUP_BY_PASSPHRASE ? unlock_by_passphrase(head, key, stream, f)
							  : unlock_by_key(head, key, stream, f);
}
