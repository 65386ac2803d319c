/* The undo log of the many-line editor. */
#include "edit_undo.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct undo_step *step, size_t bytes)
{
	size_t room = step->room ? step->room : 32;
	char *grown;

	while (room < bytes)
		room *= 2;
	if (room == step->room)
		return true;
	grown = realloc(step->bytes, room);
	if (!grown)
		return false;
	step->bytes = grown;
	step->room = room;
	return true;
}

static void forget_undone(struct undo_log *log)
{
	while (log->count > log->done)
		free(log->steps[--log->count].bytes);
}

static bool continues(const struct undo_log *log, const struct undo_step *last, size_t at, size_t removed,
		      enum undo_run run)
{
	if (log->closed || run == UNDO_ALONE || last->run != run)
		return false;
	switch (run) {
	case UNDO_TYPED:
	case UNDO_PASTED: return !removed && at == last->at + last->inserted;
	case UNDO_BACKSPACED: return at + removed == last->at;
	case UNDO_DELETED: return at == last->at;
	default: return false;
	}
}

static bool extend(struct undo_step *last, size_t at, const char *removed, size_t removed_bytes, const char *inserted,
		   size_t inserted_bytes)
{
	size_t length = last->removed + last->inserted;

	if (!make_room(last, length + removed_bytes + inserted_bytes))
		return false;
	if (last->run == UNDO_BACKSPACED) {
		memmove(last->bytes + removed_bytes, last->bytes, length);
		memcpy(last->bytes, removed, removed_bytes);
		last->at = at;
	} else if (removed_bytes) {
		memcpy(last->bytes + length, removed, removed_bytes);
	} else {
		memcpy(last->bytes + length, inserted, inserted_bytes);
	}
	last->removed += removed_bytes;
	last->inserted += inserted_bytes;
	return true;
}

bool undo_note(struct undo_log *log, size_t at, const char *removed, size_t removed_bytes, const char *inserted,
	       size_t inserted_bytes, enum undo_run run)
{
	struct undo_step step = {.at = at, .removed = removed_bytes, .inserted = inserted_bytes, .run = run};

	forget_undone(log);
	if (log->count && continues(log, &log->steps[log->count - 1], at, removed_bytes, run))
		return extend(&log->steps[log->count - 1], at, removed, removed_bytes, inserted, inserted_bytes);
	if (!make_room(&step, removed_bytes + inserted_bytes))
		return false;
	memcpy(step.bytes, removed, removed_bytes);
	memcpy(step.bytes + removed_bytes, inserted, inserted_bytes);
	if (log->count == UNDO_STEPS) {
		free(log->steps[0].bytes);
		memmove(log->steps, log->steps + 1, --log->count * sizeof *log->steps);
	}
	log->steps[log->count++] = step;
	log->done = log->count;
	log->closed = false;
	return true;
}

const struct undo_step *undo_back(struct undo_log *log)
{
	log->closed = true;
	return log->done ? &log->steps[--log->done] : NULL;
}

const struct undo_step *undo_again(struct undo_log *log)
{
	log->closed = true;
	return log->done < log->count ? &log->steps[log->done++] : NULL;
}

void undo_finish(struct undo_log *log)
{
	for (size_t i = 0; i < log->count; i++)
		free(log->steps[i].bytes);
	*log = (struct undo_log){0};
}
