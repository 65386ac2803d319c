/* Whether the disk under the file is encrypted, told from a kernel's own files: made-up ones, in a folder. */
#include "disk_cover.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/sysmacros.h>

#include <cmocka.h>

/* Each is a file with its text, below the folder; what is between is made too. */
static void put(const struct scratch *scratch, const char *name, const char *text)
{
	char path[500];
	FILE *out;

	snprintf(path, sizeof path, "%s/%s", scratch->folder, name);
	for (char *at = path + strlen(scratch->folder) + 1; (at = strchr(at, '/')); at++) {
		*at = '\0';
		mkdir(path, 0700);
		*at = '/';
	}
	out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static void each_layer_is_looked_through(void **state)
{
	static const struct {
		const char *files[3][2];
		enum disk_cover expected;
		const char *why;
	} rows[] = {
		{{{"sys/dev/block/8:2/dev", "8:2\n"}}, DISK_COVER_NONE, "a plain partition"},
		{{{"sys/dev/block/8:2/dm/uuid", "CRYPT-LUKS2-5a1b-luks\n"}}, DISK_COVER_CRYPT, "LUKS"},
		{{{"sys/dev/block/8:2/dm/uuid", "LVM-Xy\n"}, {"sys/dev/block/8:2/slaves/sda3/dev", "8:3\n"}},
		 DISK_COVER_NONE,
		 "a volume on a plain disk"},
		{{{"sys/dev/block/8:2/dm/uuid", "LVM-Xy\n"},
		  {"sys/dev/block/8:2/slaves/dm-0/dm/uuid", "CRYPT-LUKS1-ab\n"}},
		 DISK_COVER_CRYPT,
		 "a volume on an encrypted disk"},
		{{{"sys/dev/block/8:2/slaves/dm-0/dm/uuid", "CRYPT-LUKS1-ab\n"},
		  {"sys/dev/block/8:2/slaves/sdb1/dev", "8:17\n"}},
		 DISK_COVER_NONE,
		 "two disks of which one is plain"},
		{{{"proc/self/mountinfo", "36 35 0:44 / / rw - overlay overlay rw\n"}},
		 DISK_COVER_UNKNOWN,
		 "a disk the kernel does not show"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct scratch scratch;

		scratch_begin(&scratch);
		for (size_t k = 0; k < 3 && rows[i].files[k][0]; k++)
			put(&scratch, rows[i].files[k][0], rows[i].files[k][1]);
		if (disk_cover_of(scratch.folder, makedev(8, 2)) != rows[i].expected)
			fail_msg("%s: %d", rows[i].why, (int)disk_cover_of(scratch.folder, makedev(8, 2)));
		assert_int_equal(disk_cover_of(scratch.folder, makedev(0, 44)), DISK_COVER_UNKNOWN);
		scratch_end(&scratch);
	}
}

static void swap_is_looked_at(void **state)
{
	struct scratch scratch;

	(void)state;
	scratch_begin(&scratch);
	assert_int_equal(disk_cover_of_swap(scratch.folder), DISK_COVER_UNKNOWN); /* no such file */
	put(&scratch, "proc/swaps", "Filename Type Size Used Priority\n");
	assert_int_equal(disk_cover_of_swap(scratch.folder), DISK_COVER_CRYPT); /* nothing can get out */
	put(&scratch, "proc/swaps", "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 5\n");
	assert_int_equal(disk_cover_of_swap(scratch.folder), DISK_COVER_CRYPT);
	put(&scratch, "proc/swaps", "Filename Type Size Used Priority\n/dev/sda9 partition 1 0 -2\n");
	assert_int_equal(disk_cover_of_swap(scratch.folder), DISK_COVER_UNKNOWN); /* it cannot be found */
	scratch_end(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_layer_is_looked_through),
		cmocka_unit_test(swap_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
