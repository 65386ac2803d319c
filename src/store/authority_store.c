/* The one row that says whose case file this is, and the accounts that may work in it. */
#include "store/authority_store.h"

#include "statement_list.h"

static const struct column authority_columns[] = {
	COLUMN(struct authority_row, name, TEXT),          COLUMN(struct authority_row, la_code, TEXT),
	COLUMN(struct authority_row, profile, TEXT),       COLUMN(struct authority_row, is_demo, BOOL),
	COLUMN(struct authority_row, created_at, INTEGER),
};
static const struct column_list authority_list = COLUMN_LIST(struct authority_row, authority_columns);

static const struct column user_columns[] = {
	COLUMN(struct user_row, id, ID),          COLUMN(struct user_row, login, TEXT),
	COLUMN(struct user_row, name, TEXT),      COLUMN(struct user_row, roles, INTEGER),
	COLUMN(struct user_row, is_active, BOOL), COLUMN(struct user_row, version, INTEGER),
};
static const struct column_list user_list = COLUMN_LIST(struct user_row, user_columns);

static const struct statement add_authority = {
	"INSERT INTO authority (id, name, la_code, profile, is_demo, created_at) "
	"VALUES (1, :name, :la_code, :profile, :is_demo, :created_at)",
	true};
static const struct statement the_authority = {
	"SELECT name, la_code, profile, is_demo, created_at FROM authority WHERE id = 1", true};
static const struct statement add_user = {
	"INSERT INTO user_account (login, name, roles, is_active) VALUES (:login, :name, :roles, :is_active)", true};
static const struct statement user_of_login = {
	"SELECT id, login, name, roles, is_active, version FROM user_account WHERE login = :login", true};
static const struct statement users = {
	"SELECT id, login, name, roles, is_active, version FROM user_account ORDER BY login", false};
static const struct statement change_user = {
	"UPDATE user_account SET name = :name, roles = :roles, is_active = :is_active, version = version + 1 "
	"WHERE id = :id AND version = :version",
	true};

const struct statement *const authority_statements[] = {&add_authority, &the_authority, &add_user, &user_of_login,
							&users,         &change_user,   NULL};

bool authority_row_insert(struct store *s, const struct authority_row *row, struct fault *f)
{
	return store_change(s, &add_authority, &authority_list, row, NULL, NULL, f);
}

bool authority_row_read(struct store *s, struct arena *mem, struct authority_row *out, struct fault *f)
{
	return store_select_one(s, &the_authority, NULL, &authority_list, mem, out, f);
}

bool user_insert(struct store *s, struct user_row *user, struct fault *f)
{
	if (!store_change(s, &add_user, &user_list, user, NULL, NULL, f))
		return false;
	user->id = store_last_id(s);
	user->version = 1;
	return true;
}

bool user_by_login(struct store *s, const char *login, struct arena *mem, struct user_row *out, struct fault *f)
{
	return store_select_one(s, &user_of_login, PARAMETERS(PARAMETER_TEXT("login", login)), &user_list, mem, out, f);
}

bool user_all(struct store *s, struct arena *mem, struct user_row_list *out, struct fault *f)
{
	return store_select(s, &users, NULL, &user_list, mem, out, f);
}

bool user_update(struct store *s, const struct user_row *user, struct fault *f)
{
	int64_t changed = 0;

	if (!store_change(s, &change_user, &user_list, user, NULL, &changed, f))
		return false;
	return changed == 1 || fault_set(f, FAULT_CONFLICT,
					 "Another person changed this user in between. List the users and try again.");
}
