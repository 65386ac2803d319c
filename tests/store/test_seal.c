/* A sealed file that was changed in any byte, cut off anywhere or made longer is refused, and says why. */
#include "backup_fixture.h"
#include "seal.h"
#include "soak.h"

enum { RANDOM_FLIPS = 3000, RANDOM_FLIPS_IN_LONG = 20000, RANDOM_CUTS = 200 };

struct sealed {
	const char *path;
	unsigned char *bytes;
	size_t count;
};

static struct sealed seal_one(struct fixture *x)
{
	struct backup_manifest manifest;
	struct sealed sealed = {.path = backup_path(x, "one.backup")};

	save_agencies(x, 10);
	assert_ok(x, make_backup(x, "one.backup", &fixture_key, &manifest));
	sealed.bytes = whole_file(x, sealed.path, &sealed.count);
	return sealed;
}

/* Only the seal: what is behind it is looked at elsewhere. Reads all chunks as a back-up's reader does. */
static bool opens(const struct sealed *sealed, struct arena *mem, struct fault *f)
{
	struct seal *seal = arena_alloc(mem, sizeof *seal);
	int64_t left = (int64_t)sealed->count - SEAL_HEAD_BYTES - SEAL_MANIFEST_BYTES - SEAL_EXTRA_BYTES;
	int fd = open(sealed->path, O_RDONLY);
	bool is_last = false, ok;

	assert_true(fd >= 0);
	*f = (struct fault){0};
	ok = seal_open(seal, fd, &fixture_key, f) && seal_read(seal, SEAL_MANIFEST_BYTES, &is_last, f) && !is_last;
	for (; ok && left > 0; left -= SEAL_CHUNK_BYTES + SEAL_EXTRA_BYTES) {
		size_t now = left > SEAL_CHUNK_BYTES + SEAL_EXTRA_BYTES ? SEAL_CHUNK_BYTES
									: (size_t)left - SEAL_EXTRA_BYTES;

		ok = seal_read(seal, now, &is_last, f);
	}
	close(fd);
	return ok && is_last;
}

static void flip(const struct sealed *sealed, size_t at, unsigned char bit)
{
	int fd = open(sealed->path, O_WRONLY);
	unsigned char byte = sealed->bytes[at] ^ bit;

	assert_int_equal(pwrite(fd, &byte, 1, (off_t)at), 1);
	close(fd);
}

static void must_refuse_flip(struct fixture *x, const struct sealed *sealed, size_t at, unsigned char bit)
{
	struct arena mem = {0};

	flip(sealed, at, bit);
	if (opens(sealed, &mem, &x->f) || x->f.code != FAULT_CORRUPT || !*x->f.message)
		fail_msg("byte %zu, bit %d: %s", at, bit, x->f.message);
	flip(sealed, at, 0);
	arena_finish(&mem);
}

static void no_changed_byte_is_let_through(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x);
	unsigned random = 20260401;

	assert_true(opens(&sealed, &x->mem, &x->f)); /* it can succeed */
	for (size_t at = 0; at < SEAL_HEAD_BYTES; at++)
		for (int bit = 0; bit < 8; bit++)
			must_refuse_flip(x, &sealed, at, (unsigned char)(1 << bit));
	for (size_t at = SEAL_HEAD_BYTES; at < SEAL_HEAD_BYTES + 64; at++)
		must_refuse_flip(x, &sealed, at, 0x80);
	for (size_t at = sealed.count - 64; at < sealed.count; at++)
		must_refuse_flip(x, &sealed, at, 1);
	for (int i = 0; i < soak_times(RANDOM_FLIPS_IN_LONG, RANDOM_FLIPS); i++) {
		random = random * 1103515245u + 12345u;
		must_refuse_flip(x, &sealed, (random >> 3) % sealed.count, (unsigned char)(1 << (random >> 28) % 8));
	}
	assert_true(opens(&sealed, &x->mem, &x->f)); /* and is as it was */
	print_message("%d changed bits of %zu bytes, each refused\n",
		      8 * SEAL_HEAD_BYTES + 2 * 64 + soak_times(RANDOM_FLIPS_IN_LONG, RANDOM_FLIPS), sealed.count);
}

static void cut_and_refuse(struct fixture *x, const struct sealed *sealed, size_t bytes)
{
	struct backup_manifest manifest;
	struct arena mem = {0};

	put_file(sealed->path, sealed->bytes, bytes);
	x->f = (struct fault){0};
	if (backup_verify(sealed->path, &fixture_key, &mem, &manifest, &x->f) || x->f.code != FAULT_CORRUPT)
		fail_msg("cut off at %zu: %s", bytes, x->f.message);
	arena_finish(&mem);
}

static void no_shortened_file_is_let_through(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x);
	unsigned random = 7;

	for (size_t bytes = 0; bytes < 20; bytes++)
		cut_and_refuse(x, &sealed, bytes);
	for (size_t bytes = sealed.count - 20; bytes < sealed.count; bytes++)
		cut_and_refuse(x, &sealed, bytes);
	/* Where a chunk ends: every byte that is there is as it was. */
	for (size_t bytes = SEAL_HEAD_BYTES + SEAL_MANIFEST_BYTES + SEAL_EXTRA_BYTES; bytes < sealed.count;
	     bytes += SEAL_CHUNK_BYTES + SEAL_EXTRA_BYTES)
		cut_and_refuse(x, &sealed, bytes);
	cut_and_refuse(x, &sealed, SEAL_HEAD_BYTES);
	for (int i = 0; i < RANDOM_CUTS; i++) {
		random = random * 1103515245u + 12345u;
		cut_and_refuse(x, &sealed, (random >> 3) % sealed.count);
	}
}

static void nothing_may_be_added(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x);
	struct backup_manifest manifest;
	unsigned char *longer = arena_alloc(&x->mem, sealed.count * 2);

	memcpy(longer, sealed.bytes, sealed.count);
	memcpy(longer + sealed.count, sealed.bytes, sealed.count);
	for (size_t more = 1; more < sealed.count; more = more * 3 + 1) {
		put_file(sealed.path, longer, sealed.count + more);
		assert_false(backup_verify(sealed.path, &fixture_key, &x->mem, &manifest, &x->f));
		assert_int_equal(x->f.code, FAULT_CORRUPT);
		assert_non_null(strstr(x->f.message, "added"));
	}
}

/* Two whole chunks changed about, and a chunk of another back-up under the same passphrase. */
static void no_chunk_passes_for_another(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x), other = {.path = backup_path(x, "two.backup")};
	struct backup_manifest manifest;
	const size_t chunk = SEAL_CHUNK_BYTES + SEAL_EXTRA_BYTES;
	const size_t first = SEAL_HEAD_BYTES + SEAL_MANIFEST_BYTES + SEAL_EXTRA_BYTES;
	unsigned char *mixed = arena_alloc(&x->mem, sealed.count);

	assert_ok(x, make_backup(x, "two.backup", &fixture_key, &manifest));
	other.bytes = whole_file(x, other.path, &other.count);
	assert_int_equal(other.count, sealed.count);
	memcpy(mixed, sealed.bytes, sealed.count);
	memcpy(mixed + first, sealed.bytes + first + chunk, chunk);
	memcpy(mixed + first + chunk, sealed.bytes + first, chunk);
	put_file(sealed.path, mixed, sealed.count);
	assert_false(backup_verify(sealed.path, &fixture_key, &x->mem, &manifest, &x->f));
	memcpy(mixed, sealed.bytes, sealed.count);
	memcpy(mixed + first, other.bytes + first, chunk);
	put_file(sealed.path, mixed, sealed.count);
	assert_false(backup_verify(sealed.path, &fixture_key, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
}

static void a_head_that_asks_for_all_the_memory_is_refused(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x);
	struct backup_manifest manifest;

	memset(sealed.bytes + 32, 0xff, 8); /* passes and memory; then a fitting digest, as a tamperer would make */
	crypto_generichash(sealed.bytes + SEAL_HASH_AT, SEAL_HEAD_BYTES - SEAL_HASH_AT, sealed.bytes, SEAL_HASH_AT,
			   NULL, 0);
	put_file(sealed.path, sealed.bytes, sealed.count);
	assert_false(backup_verify(sealed.path, &fixture_key, &x->mem, &manifest, &x->f));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
	assert_non_null(strstr(x->f.message, "more work"));
}

/* Two of the same are not alike: nobody can tell from the files whether anything was saved in between. */
static void the_same_twice_is_not_alike(void **state)
{
	struct fixture *x = *state;
	struct sealed sealed = seal_one(x);
	struct backup_manifest manifest;
	unsigned char *other;
	size_t count, alike = 0;

	assert_ok(x, make_backup(x, "two.backup", &fixture_key, &manifest));
	other = whole_file(x, backup_path(x, "two.backup"), &count);
	assert_int_equal(count, sealed.count);
	for (size_t i = SEAL_HEAD_BYTES; i < count; i++)
		alike += other[i] == sealed.bytes[i];
	assert_true(alike < count / 128);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_changed_byte_is_let_through),
		TEST(no_shortened_file_is_let_through),
		TEST(nothing_may_be_added),
		TEST(no_chunk_passes_for_another),
		TEST(a_head_that_asks_for_all_the_memory_is_refused),
		TEST(the_same_twice_is_not_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
