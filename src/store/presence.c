/* Who has which family open: places in a file beside the case file, each held by the lock of a living session. */
#include "store/presence.h"

#include "store/store.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One place. Written in one piece; `sum` tells a piece that was read while it was written. */
struct place {
	int64_t user_id, family_id, conference_id, since, is_writing;
	uint64_t sum;
	char spare[16];
};
_Static_assert(sizeof(struct place) == 64, "a place keeps its size whatever is added to it");

struct presence {
	int file;
	int own; /* the number of our place, -1 none is free */
};

static uint64_t sum_of(const struct place *place)
{
	const int64_t parts[] = {place->user_id, place->family_id, place->conference_id, place->since,
				 place->is_writing};
	uint64_t sum = 0x51756f72617465u;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		sum = (sum ^ (uint64_t)parts[i]) * 0x9e3779b97f4a7c15u;
	return sum;
}

static struct flock lock_of(int place)
{
	return (struct flock){.l_type = F_WRLCK,
			      .l_whence = SEEK_SET,
			      .l_start = (off_t)place * (off_t)sizeof(struct place),
			      .l_len = sizeof(struct place)};
}

/* Locks of the open file, not of the process: closing another descriptor of it drops nothing. */
static bool take_place(struct presence *p)
{
	for (p->own = 0; p->own < PRESENCE_MOST; p->own++) {
		struct flock lock = lock_of(p->own);

		if (fcntl(p->file, F_OFD_SETLK, &lock) == 0)
			return true;
	}
	p->own = -1;
	return false;
}

static bool is_held(const struct presence *p, int place)
{
	struct flock lock = lock_of(place);

	return fcntl(p->file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

static int open_file(const char *case_file)
{
	char *path = NULL;
	struct stat about;
	int file = -1;

	if (asprintf(&path, "%s.here", case_file) < 0)
		return -1;
	file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
	if (file >= 0 && (fstat(file, &about) != 0 || !S_ISREG(about.st_mode) || about.st_nlink != 1)) {
		close(file);
		file = -1;
	}
	if (file >= 0 && about.st_uid == geteuid())
		(void)!fchmod(file, store_file_mode(case_file)); /* somebody else's is right already */
	free(path);
	return file;
}

struct presence *presence_open(const char *case_file)
{
	struct presence *p = malloc(sizeof *p);

	if (!p)
		return NULL;
	*p = (struct presence){.file = open_file(case_file), .own = -1};
	if (p->file >= 0 && take_place(p)) {
		presence_say(p, &(struct presence_row){0});
		return p;
	}
	presence_close(p);
	return NULL;
}

void presence_close(struct presence *p)
{
	if (!p)
		return;
	if (p->file >= 0)
		close(p->file); /* and with it the lock */
	free(p);
}

void presence_say(struct presence *p, const struct presence_row *own)
{
	struct place place = {.user_id = own->user_id,
			      .family_id = own->family_id,
			      .conference_id = own->conference_id,
			      .since = own->since,
			      .is_writing = own->is_writing};

	place.sum = sum_of(&place);
	/* Not said is not seen: no reason to trouble anybody. */
	(void)!pwrite(p->file, &place, sizeof place, (off_t)p->own * (off_t)sizeof place);
}

size_t presence_others(struct presence *p, int64_t family, struct presence_row out[PRESENCE_MOST])
{
	struct place places[PRESENCE_MOST];
	ssize_t bytes = pread(p->file, places, sizeof places, 0);
	int count = bytes > 0 ? (int)((size_t)bytes / sizeof *places) : 0;
	size_t found = 0;

	for (int i = 0; family && i < count; i++) {
		const struct place *one = &places[i];

		if (i == p->own || one->family_id != family || one->sum != sum_of(one) || !is_held(p, i))
			continue;
		out[found++] = (struct presence_row){.user_id = one->user_id,
						     .family_id = one->family_id,
						     .conference_id = one->conference_id,
						     .since = one->since,
						     .is_writing = one->is_writing != 0};
	}
	return found;
}
