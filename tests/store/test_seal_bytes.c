/* A small sealed file changed in every bit of it, cut off at every length, made longer, its chunks dropped, doubled and
 * exchanged, and two of them spliced at every byte: none is let through, and each is told in one of a few sentences. */
#include "backup_fixture.h"
#include "seal.h"
#include "soak.h"

enum { CHUNKS = 4, EQUAL = 120, LAST = 40, WHOLE = EQUAL + SEAL_EXTRA_BYTES };
enum { BYTES = SEAL_HEAD_BYTES + (CHUNKS - 1) * WHOLE + LAST + SEAL_EXTRA_BYTES, MOST = 2 * BYTES };

struct small {
	int fd;
	unsigned char bytes[BYTES], other[BYTES]; /* both under one passphrase */
	struct seal seal;
	int refused, by_sentence[6];
};

/* What a person is told; each says what to do. */
static const char *const sentences[] = {
	"The head of this back-up is damaged", "This is not a back-up made by Quorate",
	"The end of this back-up was cut off", "its seal does not hold",
	"Something was added after the end",
};
enum { SENTENCES = sizeof sentences / sizeof *sentences };

static void put(struct small *x, const unsigned char *bytes, size_t count)
{
	assert_int_equal(ftruncate(x->fd, 0), 0);
	assert_int_equal(pwrite(x->fd, bytes, count, 0), count);
	assert_int_equal(lseek(x->fd, 0, SEEK_SET), 0);
}

static void seal_small(struct small *x, unsigned char out[BYTES])
{
	struct fault f = {0};

	assert_int_equal(ftruncate(x->fd, 0), 0);
	assert_int_equal(lseek(x->fd, 0, SEEK_SET), 0);
	assert_true(seal_begin(&x->seal, x->fd, &fixture_key, &f));
	for (int chunk = 0; chunk < CHUNKS; chunk++) {
		memset(x->seal.plain, 'a' + chunk, EQUAL);
		assert_true(seal_write(&x->seal, chunk == CHUNKS - 1 ? LAST : EQUAL, chunk == CHUNKS - 1, &f));
	}
	assert_int_equal(pread(x->fd, out, BYTES, 0), BYTES);
}

static bool opens(struct small *x, struct fault *f)
{
	bool is_last = false, ok;

	*f = (struct fault){0};
	ok = seal_open(&x->seal, x->fd, &fixture_key, f);
	for (int chunk = 0; ok && chunk < CHUNKS; chunk++)
		ok = seal_read(&x->seal, chunk == CHUNKS - 1 ? LAST : EQUAL, &is_last, f) &&
		     is_last == (chunk == CHUNKS - 1);
	return ok;
}

static int begin(void **state)
{
	struct small *x = calloc(1, sizeof *x);
	char path[] = "/tmp/quorate-test-XXXXXX";
	struct fault f = {0};

	assert_non_null(x);
	assert_true(sodium_init() >= 0);
	x->fd = mkstemp(path);
	assert_true(x->fd >= 0 && unlink(path) == 0);
	seal_small(x, x->other);
	seal_small(x, x->bytes);
	put(x, x->bytes, BYTES);
	assert_true(opens(x, &f)); /* it can succeed */
	*state = x;
	return 0;
}

static int finish(void **state)
{
	struct small *x = *state;

	print_message("%d refused:", x->refused);
	for (int i = 0; i < SENTENCES; i++)
		print_message(" %d \"%s\"", x->by_sentence[i], sentences[i]);
	print_message("\n");
	close(x->fd);
	free(x);
	return 0;
}

static void must_refuse(struct small *x, const unsigned char *bytes, size_t count, const char *how, size_t at)
{
	struct fault f;
	int i = 0;

	put(x, bytes, count);
	if (opens(x, &f))
		fail_msg("%s at %zu was let through", how, at);
	while (i < SENTENCES && !strstr(f.message, sentences[i]))
		i++;
	if (f.code != FAULT_CORRUPT || i == SENTENCES)
		fail_msg("%s at %zu: \"%s\"", how, at, f.message);
	x->by_sentence[i]++;
	x->refused++;
}

static void no_changed_bit(void **state)
{
	struct small *x = *state;

	for (size_t at = 0; at < BYTES; at++)
		for (int bit = 0; bit < 8; bit++) {
			x->bytes[at] ^= (unsigned char)(1 << bit);
			must_refuse(x, x->bytes, BYTES, "a bit", at);
			x->bytes[at] ^= (unsigned char)(1 << bit);
		}
}

/* Every value of a byte; in the short form of one in so many. */
static void no_other_byte(void **state)
{
	struct small *x = *state;

	for (size_t at = 0; at < BYTES; at += (size_t)soak_times(1, 41)) {
		unsigned char was = x->bytes[at];

		for (int value = 0; value < 256; value++)
			if (value != was) {
				x->bytes[at] = (unsigned char)value;
				must_refuse(x, x->bytes, BYTES, "a byte", at);
			}
		x->bytes[at] = was;
	}
}

static void no_length_but_its_own(void **state)
{
	struct small *x = *state;
	unsigned char longer[MOST];

	for (size_t bytes = 0; bytes < BYTES; bytes++)
		must_refuse(x, x->bytes, bytes, "cut off", bytes);
	for (int filling = 0; filling < 3; filling++) {
		memcpy(longer, x->bytes, BYTES);
		memset(longer + BYTES, filling == 1 ? 0xff : 0, MOST - BYTES);
		if (filling == 2)
			memcpy(longer + BYTES, x->bytes, BYTES);
		for (size_t bytes = BYTES + 1; bytes <= MOST; bytes++)
			must_refuse(x, longer, bytes, "added to", bytes);
	}
}

static size_t chunk_at(int chunk)
{
	return SEAL_HEAD_BYTES + (size_t)chunk * WHOLE;
}

static void no_chunk_in_another_place(void **state)
{
	struct small *x = *state;
	unsigned char mixed[MOST];

	for (int to = 0; to < CHUNKS - 1; to++) {
		for (int from = 0; from < CHUNKS - 1; from++) {
			if (from == to)
				continue;
			memcpy(mixed, x->bytes, BYTES);
			memcpy(mixed + chunk_at(to), x->bytes + chunk_at(from), WHOLE);
			must_refuse(x, mixed, BYTES, "a chunk twice", (size_t)to);
			memcpy(mixed + chunk_at(from), x->bytes + chunk_at(to), WHOLE);
			must_refuse(x, mixed, BYTES, "two exchanged", (size_t)to);
		}
		memcpy(mixed, x->bytes, chunk_at(to));
		memcpy(mixed + chunk_at(to), x->bytes + chunk_at(to + 1), BYTES - chunk_at(to + 1));
		must_refuse(x, mixed, BYTES - WHOLE, "a chunk dropped", (size_t)to);
		memcpy(mixed, x->bytes, chunk_at(to + 1));
		memcpy(mixed + chunk_at(to + 1), x->bytes + chunk_at(to), BYTES - chunk_at(to));
		must_refuse(x, mixed, BYTES + WHOLE, "a chunk put in", (size_t)to);
	}
}

/* The beginning of one and the end of the other, cut at every byte, and each chunk of the other. */
static void no_splice_of_two(void **state)
{
	struct small *x = *state;
	unsigned char mixed[BYTES];

	for (size_t at = 1; at < BYTES; at++) {
		memcpy(mixed, x->bytes, at);
		memcpy(mixed + at, x->other + at, BYTES - at);
		if (memcmp(mixed, x->bytes, BYTES) != 0 && memcmp(mixed, x->other, BYTES) != 0)
			must_refuse(x, mixed, BYTES, "spliced", at);
	}
	for (int chunk = 0; chunk < CHUNKS; chunk++) {
		memcpy(mixed, x->bytes, BYTES);
		memcpy(mixed + chunk_at(chunk), x->other + chunk_at(chunk),
		       chunk == CHUNKS - 1 ? BYTES - chunk_at(chunk) : WHOLE);
		must_refuse(x, mixed, BYTES, "a chunk of another", (size_t)chunk);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_changed_bit),        TEST(no_other_byte),
		TEST(no_length_but_its_own), TEST(no_chunk_in_another_place),
		TEST(no_splice_of_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
