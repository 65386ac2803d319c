/* Who has which family open: each session's place, held by its lock and let go of however it ends; and a file beside
 * the case file that may be missing, damaged, foreign or full without harm. */
#include "store/presence.h"

#include "scratch.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { PLACE = 64 }; /* bytes */

struct room {
	struct scratch scratch;
	char here[300];
};

static int begin(void **state)
{
	struct room *room = calloc(1, sizeof *room);
	FILE *file;

	assert_non_null(room);
	scratch_begin(&room->scratch);
	file = fopen(room->scratch.file, "w");
	assert_true(file && fclose(file) == 0);
	snprintf(room->here, sizeof room->here, "%s.here", room->scratch.file);
	*state = room;
	return 0;
}

static int end(void **state)
{
	struct room *room = *state;

	unlink(room->here);
	scratch_end(&room->scratch);
	free(room);
	return 0;
}

static struct presence *sits_down(struct room *room, int64_t user, int64_t family)
{
	struct presence *p = presence_open(room->scratch.file);

	assert_non_null(p);
	presence_say(p, &(struct presence_row){.user_id = user, .family_id = family, .since = 1000 + user});
	return p;
}

static size_t others(struct presence *p, int64_t family, struct presence_row *first)
{
	struct presence_row out[PRESENCE_MOST];
	size_t count = presence_others(p, family, out);

	if (count && first)
		*first = out[0];
	return count;
}

static void each_sees_the_others_of_the_same_family(void **state)
{
	struct room *room = *state;
	struct presence *a = sits_down(room, 1, 7), *b = sits_down(room, 2, 7), *c = sits_down(room, 3, 8);
	struct presence_row row = {0};

	assert_int_equal(others(a, 7, &row), 1); /* not oneself */
	assert_int_equal(row.user_id, 2);
	assert_int_equal(row.since, 1002);
	assert_false(row.is_writing);
	assert_int_equal(others(c, 7, NULL), 2);
	assert_int_equal(others(a, 9, NULL), 0);
	assert_int_equal(others(a, 0, NULL), 0); /* nothing is open: nobody is beside it */
	presence_say(b, &(struct presence_row){
				.user_id = 2, .family_id = 8, .conference_id = 5, .since = 2000, .is_writing = true});
	assert_int_equal(others(a, 7, NULL), 0);
	assert_int_equal(others(c, 8, &row), 1);
	assert_true(row.is_writing && row.conference_id == 5 && row.since == 2000);
	presence_close(b);
	assert_int_equal(others(c, 8, NULL), 0);
	presence_close(a);
	presence_close(c);
}

/* The kernel lets go of the place, and the next session takes it. */
static void whoever_is_killed_is_gone(void **state)
{
	struct room *room = *state;
	struct presence *a = sits_down(room, 1, 7), *next;
	struct presence_row row = {0};
	int ready[2], status;
	char byte;
	pid_t other;

	assert_int_equal(pipe(ready), 0);
	other = fork();
	assert_true(other >= 0);
	if (other == 0) {
		sits_down(room, 2, 7);
		(void)!write(ready[1], "", 1);
		pause();
		_exit(0);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(others(a, 7, &row), 1);
	assert_int_equal(row.user_id, 2);
	kill(other, SIGKILL);
	assert_int_equal(waitpid(other, &status, 0), other);
	assert_int_equal(others(a, 7, NULL), 0); /* its words still stand in the file; its lock does not */
	next = sits_down(room, 3, 7);
	assert_int_equal(others(a, 7, &row), 1);
	assert_int_equal(row.user_id, 3);
	presence_close(next);
	presence_close(a);
	close(ready[0]);
	close(ready[1]);
}

/* More sessions than places: one more works as ever and is not seen. */
static void there_are_so_many_places(void **state)
{
	struct room *room = *state;
	struct presence *all[PRESENCE_MOST];
	struct stat about;

	for (int i = 0; i < PRESENCE_MOST; i++)
		all[i] = sits_down(room, i + 1, 7);
	assert_null(presence_open(room->scratch.file));
	assert_int_equal(others(all[0], 7, NULL), PRESENCE_MOST - 1);
	assert_int_equal(stat(room->here, &about), 0);
	assert_int_equal(about.st_size, PRESENCE_MOST * PLACE);
	for (int i = 0; i < PRESENCE_MOST; i++)
		presence_close(all[i]);
}

/* Bytes that no session wrote, or one half of what it wrote, are nobody. */
static void what_is_damaged_is_nobody(void **state)
{
	struct room *room = *state;
	struct presence *a = sits_down(room, 1, 7), *b = sits_down(room, 2, 7);
	int file = open(room->here, O_RDWR);
	unsigned char place[PLACE];

	assert_int_equal(pread(file, place, PLACE, PLACE), PLACE);
	for (int at = 0; at < 48; at++) { /* each byte that is summed, and the sum */
		unsigned char other = place[at] ^ 0x40;

		assert_int_equal(pwrite(file, &other, 1, PLACE + at), 1);
		assert_int_equal(others(a, 7, NULL), 0);
		assert_int_equal(pwrite(file, &place[at], 1, PLACE + at), 1);
	}
	assert_int_equal(others(a, 7, NULL), 1);
	assert_int_equal(ftruncate(file, PLACE + 20), 0); /* cut off in the middle of a place */
	assert_int_equal(others(a, 7, NULL), 0);
	presence_say(b, &(struct presence_row){.user_id = 2, .family_id = 7});
	assert_int_equal(others(a, 7, NULL), 1);
	close(file);
	presence_close(a);
	presence_close(b);
}

/* A link would have another file written to; a folder cannot be. Then nobody is seen, and nothing else is different. */
static void only_a_plain_file_of_one_name_is_written_to(void **state)
{
	struct room *room = *state;
	struct stat about;

	assert_int_equal(symlink(room->scratch.file, room->here), 0);
	assert_null(presence_open(room->scratch.file));
	unlink(room->here);
	assert_int_equal(link(room->scratch.file, room->here), 0);
	assert_null(presence_open(room->scratch.file));
	assert_int_equal(stat(room->scratch.file, &about), 0);
	assert_int_equal(about.st_size, 0);
	unlink(room->here);
	assert_int_equal(mkdir(room->here, 0700), 0);
	assert_null(presence_open(room->scratch.file));
	rmdir(room->here);
	assert_int_equal(mkfifo(room->here, 0600), 0);
	assert_null(presence_open(room->scratch.file)); /* and does not wait for a reader */
	unlink(room->here);
	assert_null(presence_open("/nonexistent/casefile.db"));
	presence_close(NULL);
}

#define ROOM(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ROOM(each_sees_the_others_of_the_same_family),
		ROOM(whoever_is_killed_is_gone),
		ROOM(there_are_so_many_places),
		ROOM(what_is_damaged_is_nobody),
		ROOM(only_a_plain_file_of_one_name_is_written_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
