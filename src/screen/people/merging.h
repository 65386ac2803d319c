/* A person who was entered twice, from the pages that show people. */
#ifndef SCREEN_MERGING_H
#define SCREEN_MERGING_H

#include "casework/merging.h"
#include "page.h"

/* The lines of what was made one already; `merging_act_on` takes them apart. */
void page_merged(struct page *page, int tab, struct arena *mem, const struct merged_list *merged);

/* Of the person of this line, else of `otherwise` (0: nobody): asks for the other entry. On a line of page_merged asks
 * why they are two after all. */
bool merging_act_on(struct tui *t, const struct page_line *line, int64_t otherwise, struct fault *f);
/* True when the answer was one of these. */
bool merging_answered_to(struct tui *t, const struct answer *answer);

#endif
