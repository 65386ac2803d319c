/* What waits for a manager, said when they begin: one line, whatever there is. */
#include "waiting.h"

#include "casework/restriction.h"
#include "casework/retention.h"
#include "screens.h"

void waiting_offer(struct tui *t)
{
	struct arena mem = {0};
	size_t looks = 0, records = 0;

	if (!casework_access_waiting(casework_of(t), &mem, &looks, NULL))
		looks = 0; /* not this person's to acknowledge */
	if (!casework_disposals_waiting(casework_of(t), &mem, &records, NULL))
		records = 0;
	if (looks && records)
		tui_say(t, "Waiting for you: %zu on :restricted to acknowledge, %zu on :to go to decide.", looks,
			records);
	else if (looks)
		tui_say(t, "%zu to acknowledge of restricted records: type :restricted.", looks);
	else if (records)
		tui_say(t, "%zu record%s proposed to go wait%s for a second manager: type :to go.", records,
			records == 1 ? "" : "s", records == 1 ? "s" : "");
	arena_finish(&mem);
}
