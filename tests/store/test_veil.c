/* What is written under a veil is read again as it was, and lies nowhere that anybody could read it. */
#include "store_fixture.h"
#include "veil.h"
#include "veil_vfs.h"

#include <dirent.h>
#include <unistd.h>

enum { MODEL_BYTES = 200000, TURNS = 2000 };

static struct veil *begin(struct fixture *x)
{
	struct veil *v = veil_begin(x->scratch.folder, &x->f);

	if (!v)
		fail_msg("%s", x->f.message);
	return v;
}

/* Against an array: any places and lengths, across blocks, behind the end, cut off again. */
static void it_is_read_as_it_was_written(void **state)
{
	struct fixture *x = *state;
	struct veil *v = begin(x);
	unsigned char *model = arena_alloc(&x->mem, MODEL_BYTES), *back = arena_alloc(&x->mem, MODEL_BYTES);
	unsigned random = 11;
	size_t end = 0;

	for (int i = 0; i < TURNS; i++) {
		size_t at, bytes;

		random = random * 1103515245u + 12345u;
		at = (random >> 4) % MODEL_BYTES;
		bytes = (random >> 9) % 9000 % (MODEL_BYTES - at) + 1;
		if (i % 50 == 49 && end > 10) {
			end = at % end;
			assert_true(veil_file_cut(v, veil_find(v, "one"), (int64_t)end));
			memset(model + end, 0, MODEL_BYTES - end);
			continue;
		}
		for (size_t b = 0; b < bytes; b++)
			model[at + b] = (unsigned char)(random >> b % 24);
		assert_true(veil_write(v, "one", model + at, bytes, (int64_t)at, &x->f));
		end = at + bytes > end ? at + bytes : end;
		assert_int_equal(veil_bytes(v, "one"), end);
		assert_true(veil_read(v, "one", back, end, 0, &x->f));
		assert_memory_equal(back, model, end);
	}
	veil_end(v);
}

static void nobody_can_read_or_change_it_on_the_disk(void **state)
{
	struct fixture *x = *state;
	struct veil *v = begin(x);
	static const char words[] = "CANARY of a family that nobody may read";
	unsigned char raw[5000], byte, back[sizeof words];
	DIR *folder = opendir(x->scratch.folder);
	struct dirent *entry;
	ssize_t got;

	assert_true(veil_write(v, "one", words, sizeof words, 0, &x->f));
	while ((entry = readdir(folder)))
		assert_true(entry->d_name[0] == '.' || strncmp(entry->d_name, "case.db", 7) == 0);
	closedir(folder);
	got = pread(veil_find(v, "one")->fd, raw, sizeof raw, 0);
	assert_true(got > 4096);
	assert_null(memmem(raw, (size_t)got, "CANARY", 6));
	byte = raw[100] ^ 1;
	assert_int_equal(pwrite(veil_find(v, "one")->fd, &byte, 1, 100), 1);
	assert_false(veil_read(v, "one", back, sizeof back, 0, &x->f));
	assert_true(*x->f.message);
	veil_end(v);
}

/* A block is sealed with its place: the first does not pass for the second. */
static void a_block_stays_in_its_place(void **state)
{
	struct fixture *x = *state;
	struct veil *v = begin(x);
	enum { SEALED = VEIL_NONCE_BYTES + VEIL_BLOCK + VEIL_TAG_BYTES };
	unsigned char blocks[2 * VEIL_BLOCK] = {1}, raw[SEALED];
	int fd;

	assert_true(veil_write(v, "one", blocks, sizeof blocks, 0, &x->f));
	fd = veil_find(v, "one")->fd;
	assert_int_equal(pread(fd, raw, sizeof raw, 0), SEALED);
	assert_int_equal(pwrite(fd, raw, sizeof raw, SEALED), SEALED);
	assert_true(veil_read(v, "one", blocks, VEIL_BLOCK, 0, &x->f));
	assert_false(veil_read(v, "one", blocks, VEIL_BLOCK, VEIL_BLOCK, &x->f));
	veil_end(v);
}

static void another_folder_is_found_when_that_one_may_not_be_written_to(void **state)
{
	struct fixture *x = *state;
	struct veil *v = veil_begin("/no/such/folder", &x->f);

	assert_non_null(v);
	assert_string_not_equal(v->folder, "/no/such/folder");
	veil_end(v);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_begin, fixture_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_read_as_it_was_written),
		TEST(nobody_can_read_or_change_it_on_the_disk),
		TEST(a_block_stays_in_its_place),
		TEST(another_folder_is_found_when_that_one_may_not_be_written_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
