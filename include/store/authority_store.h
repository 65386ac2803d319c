/* Whose case file it is, and who may work in it. */
#ifndef STORE_AUTHORITY_STORE_H
#define STORE_AUTHORITY_STORE_H

#include "domain/role.h"
#include "store/store.h"

struct authority_row {
	const char *name, *la_code, *profile;
	bool is_demo;
	int64_t created_at;
};
bool authority_row_insert(struct store *s, const struct authority_row *row, struct fault *f);
/* FAULT_NOT_FOUND, without a sentence, in a file that was never founded. */
bool authority_row_read(struct store *s, struct arena *mem, struct authority_row *out, struct fault *f);

struct user_row {
	int64_t id;
	const char *login, *name;
	int64_t roles; /* role_set */
	bool is_active;
	int64_t version;
};
struct user_row_list {
	struct user_row *items;
	size_t count, room;
};
bool user_insert(struct store *s, struct user_row *user, struct fault *f); /* id and version are filled in */
/* By Unix account; FAULT_NOT_FOUND, without a sentence. */
bool user_by_login(struct store *s, const char *login, struct arena *mem, struct user_row *out, struct fault *f);

bool user_all(struct store *s, struct arena *mem, struct user_row_list *out, struct fault *f); /* by login */
/* Name, roles and is_active; FAULT_CONFLICT when another person changed the row since it was read. */
bool user_update(struct store *s, const struct user_row *user, struct fault *f);

#endif
