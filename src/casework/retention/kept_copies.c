/* Copies of the case file that the program kept beside it, from before an upgrade or a restore. Nothing that is erased
 * here is erased there, and they are not sealed as back-ups are. */
#include "kept_copies.h"

#include "base/text.h"

const char *kept_copies(const struct casework *cw, const struct store_beside *beside, int64_t let_go_at,
			struct arena *mem)
{
	const char *names = "";

	for (size_t i = 0; i < beside->kept.count; i++) {
		const struct store_kept *one = &beside->kept.items[i];

		if (cw->is_demo || one->saved_at <= let_go_at)
			names = arena_printf(mem, "%s%s%s", names, *names ? "\n" : "",
					     text_safe(mem, one->name, false));
	}
	return names;
}

const char *kept_copies_now(const struct casework *cw, int64_t let_go_at, struct arena *mem)
{
	struct store_beside beside;

	if (!store_look_beside(cw->store, mem, &beside, NULL))
		return NULL;
	return kept_copies(cw, &beside, let_go_at, mem);
}
