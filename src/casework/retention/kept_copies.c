/* Copies of the case file that the program kept beside it, from before an upgrade or a restore. Nothing that is erased
 * here is erased there, and they are not sealed as back-ups are. */
#include "kept_copies.h"

#include "base/text.h"
#include "returned.h"

/* By when it was saved, or by what was said of it when it was replaced; where that cannot be told it does. */
static bool holds(const struct casework *cw, const struct store_kept *one, int64_t let_go_at, struct arena *mem)
{
	bool is_said = true;

	return cw->is_demo || one->saved_at <= let_go_at ||
	       !returned_is_in_kept(cw->store, one->name, mem, &is_said, NULL) || is_said;
}

const char *kept_copies(const struct casework *cw, const struct store_beside *beside, int64_t let_go_at,
			struct arena *mem)
{
	const char *names = "";

	for (size_t i = 0; i < beside->kept.count; i++)
		if (holds(cw, &beside->kept.items[i], let_go_at, mem))
			names = arena_joined(mem, names, "\n", text_safe(mem, beside->kept.items[i].name, false));
	return names;
}

const char *kept_copies_now(const struct casework *cw, int64_t let_go_at, struct arena *mem)
{
	struct store_beside beside;

	if (!store_look_beside(cw->store, mem, &beside, NULL))
		return NULL;
	return kept_copies(cw, &beside, let_go_at, mem);
}
