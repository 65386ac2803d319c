/* What the tests of the directory do over and over: somebody in it, and the list read. */
#ifndef TESTS_DIRECTORY_STEPS_H
#define TESTS_DIRECTORY_STEPS_H

#include "casework/directory.h"
#include "intake_rows.h"
#include "invite_steps.h"

#define FAILS(call, wanted)                                                                                            \
	do {                                                                                                           \
		struct fault fault_ = {0};                                                                             \
		struct fault *f = &fault_;                                                                             \
		if (call)                                                                                              \
			fail_msg("%s:%d: was done", __FILE__, __LINE__);                                               \
		if (fault_.code != (wanted) || !*fault_.message)                                                       \
			fail_msg("%s:%d: %d %s [%s]", __FILE__, __LINE__, (int)fault_.code, fault_.message,            \
				 fault_.detail);                                                                       \
	} while (0)

static inline struct contact somebody_at(const char *agency, const char *name, const char *email)
{
	return (struct contact){.agency = agency,
				.quorum_group = "education",
				.name = name,
				.role = "",
				.email = email,
				.phone = "",
				.address = "",
				.deputy = "",
				.checked_on = DAY_NONE,
				.bounced_on = DAY_NONE,
				.is_active = true};
}

static inline struct contact added(struct casework_fixture *fixture, const char *agency, const char *name,
				   const char *email)
{
	struct contact one = somebody_at(agency, name, email);

	MUST(casework_contact_save(fixture->cw, &one, true, f));
	return one;
}

static inline struct directory_list listed(struct casework_fixture *fixture, bool retired_too, bool only_problems)
{
	struct directory_list list;

	MUST(casework_directory(fixture->cw, retired_too, only_problems, &fixture->mem, &list, f));
	return list;
}

static inline const struct directory_line *entry_of(const struct directory_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].contact.name, name) == 0)
			return &list->items[i];
	fail_msg("%s is not in the list", name);
	return NULL;
}

/* As the case file has them now. */
static inline struct contact kept(struct casework_fixture *fixture, const char *name)
{
	struct directory_list list = listed(fixture, true, false);

	return entry_of(&list, name)->contact;
}

#endif
