/* Writing and reading the manifest: one "key: value" a line, always all of them, always in this order. */
#include "manifest.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

static const char first_line[] = "quorate back-up 1\n";

/* --- Writing --- */

struct page {
	char *at;
	size_t room;
	bool is_full;
};

__attribute__((format(printf, 2, 3))) static void add(struct page *page, const char *format, ...)
{
	va_list arguments;
	int bytes;

	va_start(arguments, format);
	bytes = vsnprintf(page->at, page->room, format, arguments);
	va_end(arguments);
	if (bytes < 0 || (size_t)bytes >= page->room) {
		page->is_full = true;
		return;
	}
	page->at += bytes;
	page->room -= (size_t)bytes;
}

static void add_hash(struct page *page, const char *key, const unsigned char *hash)
{
	char digits[2 * BACKUP_HASH_BYTES + 1];

	add(page, "%s: %s\n", key, sodium_bin2hex(digits, sizeof digits, hash, BACKUP_HASH_BYTES));
}

bool manifest_write(const struct backup_manifest *manifest, unsigned char out[SEAL_MANIFEST_BYTES], struct fault *f)
{
	struct page page = {.at = (char *)out, .room = SEAL_MANIFEST_BYTES};

	memset(out, 0, SEAL_MANIFEST_BYTES);
	add(&page, "%sprogram: %s\nauthority: %s\ncode: %s\n", first_line, manifest->program, manifest->authority,
	    manifest->la_code);
	add(&page, "form: %d\nmade: %" PRId64 "\nbytes: %" PRId64 "\n", manifest->form, manifest->made_at,
	    manifest->bytes);
	add_hash(&page, "hash", manifest->hash);
	add(&page, "audit: %" PRId64 "\n", manifest->anchor.row);
	add_hash(&page, "head", manifest->anchor.hash);
	for (size_t i = 0; i < manifest->counts.count; i++)
		add(&page, "%s: %" PRId64 "\n", manifest->counts.items[i].table, manifest->counts.items[i].rows);
	return !page.is_full ||
	       fault_set(f, FAULT_STORAGE,
			 "The back-up could not be made: what it says of itself is too long for its place.");
}

/* --- Reading --- */

struct lines {
	const char *at, *end;
	struct arena *mem;
};

/* The value of the next line, which must be of this key (any key when NULL: *found gets it). NULL when it is not. */
static char *next_value(struct lines *in, const char *key, char **found)
{
	const char *end = memchr(in->at, '\n', (size_t)(in->end - in->at));
	const char *colon = end ? memmem(in->at, (size_t)(end - in->at), ": ", 2) : NULL;
	size_t bytes = colon ? (size_t)(colon - in->at) : 0;
	char *value;

	if (!colon || bytes == 0 || (key && (bytes != strlen(key) || memcmp(in->at, key, bytes) != 0)))
		return NULL;
	if (found)
		*found = arena_text_n(in->mem, in->at, bytes);
	value = arena_text_n(in->mem, colon + 2, (size_t)(end - colon) - 2);
	in->at = end + 1;
	return value;
}

static bool read_number(const char *text, int64_t *out)
{
	size_t digits = text ? strspn(text, "0123456789") : 0;

	if (digits == 0 || digits > 18 || text[digits] != '\0')
		return false;
	*out = 0;
	for (size_t i = 0; i < digits; i++)
		*out = *out * 10 + (text[i] - '0');
	return true;
}

static bool next_number(struct lines *in, const char *key, int64_t *out)
{
	return read_number(next_value(in, key, NULL), out);
}

static bool next_hash(struct lines *in, const char *key, unsigned char *out)
{
	const char *text = next_value(in, key, NULL);
	size_t bytes = 0;

	return text && strlen(text) == 2 * BACKUP_HASH_BYTES &&
	       sodium_hex2bin(out, BACKUP_HASH_BYTES, text, strlen(text), NULL, &bytes, NULL) == 0 &&
	       bytes == BACKUP_HASH_BYTES;
}

static bool read_counts(struct lines *in, struct backup_count_list *out)
{
	while (in->at < in->end && *in->at) {
		char *table = NULL;
		const char *value = next_value(in, NULL, &table);
		struct backup_count *item = value ? ARENA_PUSH(in->mem, out) : NULL;

		if (!item || !read_number(value, &item->rows))
			return false;
		item->table = table;
	}
	return true;
}

static bool read_all(struct lines *in, struct backup_manifest *out)
{
	int64_t form;

	if (strncmp(in->at, first_line, strlen(first_line)) != 0)
		return false;
	in->at += strlen(first_line);
	out->program = next_value(in, "program", NULL);
	out->authority = out->program ? next_value(in, "authority", NULL) : NULL;
	out->la_code = out->authority ? next_value(in, "code", NULL) : NULL;
	if (!out->la_code || !next_number(in, "form", &form) || form < 1 || form > INT16_MAX)
		return false;
	out->form = (int)form;
	return next_number(in, "made", &out->made_at) && next_number(in, "bytes", &out->bytes) &&
	       next_hash(in, "hash", out->hash) && next_number(in, "audit", &out->anchor.row) &&
	       next_hash(in, "head", out->anchor.hash) && read_counts(in, &out->counts);
}

bool manifest_read(const unsigned char in[SEAL_MANIFEST_BYTES], struct arena *mem, struct backup_manifest *out,
		   struct fault *f)
{
	struct lines lines = {(const char *)in, (const char *)in + strnlen((const char *)in, SEAL_MANIFEST_BYTES), mem};

	*out = (struct backup_manifest){0};
	if (read_all(&lines, out) && out->bytes > 0)
		return !arena_exhausted(mem) ||
		       fault_set(f, FAULT_MEMORY, "There is not enough memory to read the back-up.");
	return fault_set(
		f, FAULT_CORRUPT,
		"What this back-up says of itself cannot be read: it was made by a newer version of Quorate, or by "
		"another program. Use the newest program.");
}
