/* The chairs, rooms and minute-takers of the settings, taken into the case file. */
#include "resources_sync.h"

#include "store/directory_store.h"

#include <string.h>

/* What is to be written, found by reading alone: the write lock is taken only when there is something. */
struct difference {
	struct resource *items;
	size_t count, room;
};

static const struct settings_resource *named(const struct settings_resource_list *wanted, const char *name)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (strcmp(wanted->items[i].name, name) == 0)
			return &wanted->items[i];
	return NULL;
}

static bool holds(const struct resource_list *kept, const char *name)
{
	for (size_t i = 0; i < kept->count; i++)
		if (strcmp(kept->items[i].name, name) == 0)
			return true;
	return false;
}

static void take_over(struct resource *r, const struct settings_resource *from)
{
	r->name = from->name;
	r->login = from->login;
	r->access = from->access;
	r->is_video = from->is_video;
	r->weekdays = (int)from->weekdays;
	r->is_active = true;
}

static bool differs(const struct resource *a, const struct resource *b)
{
	return strcmp(a->login, b->login) != 0 || strcmp(a->access, b->access) != 0 || a->is_video != b->is_video ||
	       a->weekdays != b->weekdays || a->is_active != b->is_active;
}

static bool note(struct difference *out, struct resource r, struct arena *mem, struct fault *f)
{
	struct resource *item = ARENA_PUSH(mem, out);

	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the list of rooms and chairs.");
	*item = r;
	return true;
}

static bool compare(struct casework *cw, enum resource_kind kind, const struct settings_resource_list *wanted,
		    struct arena *mem, struct difference *out, struct fault *f)
{
	struct resource_list kept;

	if (wanted->count == 0)
		return true;
	if (!resources_of_kind(cw->store, kind, mem, &kept, f))
		return false;
	for (size_t i = 0; i < kept.count; i++) {
		const struct settings_resource *from = named(wanted, kept.items[i].name);
		struct resource r = kept.items[i];

		if (from)
			take_over(&r, from);
		else if (r.contact_id == 0)
			r.is_active = false;
		if (differs(&r, &kept.items[i]) && !note(out, r, mem, f))
			return false;
	}
	for (size_t i = 0; i < wanted->count; i++) {
		struct resource r = {.kind = kind};

		take_over(&r, &wanted->items[i]);
		if (!holds(&kept, r.name) && !note(out, r, mem, f))
			return false;
	}
	return true;
}

static bool write_all(struct casework *cw, struct difference *todo, struct fault *f)
{
	for (size_t i = 0; i < todo->count; i++) {
		struct resource *r = &todo->items[i];

		if (!(r->id ? resource_save(cw->store, r, f) : resource_insert(cw->store, r, f)))
			return false;
	}
	return true;
}

bool resources_sync(struct casework *cw, struct fault *f)
{
	const struct settings *settings = cw->settings;
	struct difference todo = {0};
	struct arena mem = {0};
	bool ok = compare(cw, RESOURCE_CHAIR, &settings->chairs, &mem, &todo, f) &&
		  compare(cw, RESOURCE_ROOM, &settings->rooms, &mem, &todo, f) &&
		  compare(cw, RESOURCE_MINUTE_TAKER, &settings->minute_takers, &mem, &todo, f);

	if (ok && todo.count > 0) {
		ok = work_open(cw, f);
		if (ok)
			ok = write_all(cw, &todo, f)
				     ? work_end(cw, f, "resources.sync", SUBJECT_NONE, 0, 0,
						"%zu chairs, rooms or minute-takers brought up to date with the "
						"settings",
						todo.count)
				     : work_undo(cw);
	}
	arena_finish(&mem);
	return ok;
}
