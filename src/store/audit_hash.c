/* The hash of one audit row. Changing anything here makes every log kept so far fail its check. */
#include "audit_hash.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

_Static_assert(AUDIT_HASH_BYTES == crypto_generichash_BYTES, "the length the table and the documents name");

static void add_length(crypto_generichash_state *state, uint64_t number)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(number >> 8 * i);
	crypto_generichash_update(state, bytes, sizeof bytes);
}

static void add_number(crypto_generichash_state *state, int64_t number)
{
	add_length(state, 8);
	add_length(state, (uint64_t)number);
}

static void add_text(crypto_generichash_state *state, const char *text)
{
	size_t bytes = strlen(text);

	add_length(state, bytes);
	crypto_generichash_update(state, (const unsigned char *)text, bytes);
}

static void add_hash(crypto_generichash_state *state, const unsigned char hash[AUDIT_HASH_BYTES])
{
	add_length(state, AUDIT_HASH_BYTES);
	crypto_generichash_update(state, hash, AUDIT_HASH_BYTES);
}

void audit_detail_hash(const char *detail, const unsigned char salt[AUDIT_SALT_BYTES],
		       unsigned char out[AUDIT_HASH_BYTES])
{
	crypto_generichash(out, AUDIT_HASH_BYTES, (const unsigned char *)detail, strlen(detail), salt,
			   AUDIT_SALT_BYTES);
}

void audit_erased_hash(unsigned char sum[AUDIT_HASH_BYTES], int64_t seq, const unsigned char detail[AUDIT_HASH_BYTES])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, AUDIT_HASH_BYTES);
	add_hash(&state, sum);
	add_number(&state, seq);
	add_hash(&state, detail);
	crypto_generichash_final(&state, sum, AUDIT_HASH_BYTES);
}

void audit_erased_words(int64_t rows, const unsigned char sum[AUDIT_HASH_BYTES], char out[AUDIT_ERASED_ROOM])
{
	char digits[2 * AUDIT_HASH_BYTES + 1];

	snprintf(out, AUDIT_ERASED_ROOM, "%" PRId64 " rows, %s", rows,
		 sodium_bin2hex(digits, sizeof digits, sum, AUDIT_HASH_BYTES));
}

void audit_hash(const struct audit_row *row, const unsigned char detail[AUDIT_HASH_BYTES],
		const unsigned char previous[AUDIT_HASH_BYTES], unsigned char out[AUDIT_HASH_BYTES])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, AUDIT_HASH_BYTES);
	add_hash(&state, previous);
	add_number(&state, row->seq);
	add_number(&state, row->at);
	add_number(&state, row->uid);
	add_text(&state, row->login);
	add_text(&state, row->roles);
	add_text(&state, row->terminal);
	add_text(&state, row->address);
	add_text(&state, row->session);
	add_text(&state, row->kind);
	add_text(&state, row->action);
	add_text(&state, row->subject_kind);
	add_number(&state, row->subject_id);
	add_number(&state, row->family_id);
	add_hash(&state, detail);
	add_text(&state, row->program);
	crypto_generichash_final(&state, out, AUDIT_HASH_BYTES);
}
