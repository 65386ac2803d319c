/* The screens of plans that end outside a review, of births, losses and moves, as they open one another. */
#ifndef PLAN_END_SCREENS_H
#define PLAN_END_SCREENS_H

#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class plan_end_screen, birth_screen, loss_screen, move_form_screen, moves_screen,
	move_step_screen;

/* How the plan of a child ends outside a review; a child is born; a child is lost; the children of a family move. */
bool plan_end_open(struct tui *t, int64_t child, const char *draft, struct fault *f);
bool birth_open(struct tui *t, int64_t child, const char *draft, struct fault *f);
bool loss_open(struct tui *t, int64_t child, const char *draft, struct fault *f);
bool move_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f);
/* The move of a family: away, of one with a plan of ours or a transfer-in conference that waits; of any other the
 * arrival, which asks for that conference. */
bool move_register_open(struct tui *t, int64_t family, struct fault *f);

/* Moves under way and plans whose end is asked for; family 0: all. */
bool moves_open(struct tui *t, int64_t family, struct fault *f);
/* One step of a move or of an ending. */
bool move_step_open(struct tui *t, bool is_move, int64_t id, int step, const char *draft, struct fault *f);

bool plan_end_draft_is(const struct draft *draft);
bool plan_end_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
