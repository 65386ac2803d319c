/* How what was done, and by whom, is told to people. */
#include "telling.h"

#include "store/authority_store.h"

const char *user_name_of(struct casework *cw, const char *login, struct arena *mem)
{
	struct user_row user;

	return user_by_login(cw->store, login, mem, &user, NULL) ? user.name : login;
}

bool told_add(struct casework *cw, struct told_list *list, day_number on, const char *what, const char *words,
	      const char *login, struct arena *mem, struct fault *f)
{
	struct told_line *line = ARENA_PUSH(mem, list);
	char day[DATE_TEXT_ROOM];

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show what was done.");
	*line = (struct told_line){.when = arena_text(mem, date_medium(on, day)),
				   .what = what,
				   .words = words,
				   .by = user_name_of(cw, login, mem)};
	return true;
}
