/* No form opens for somebody who may not save it: what takes ten minutes to type is not refused at its end. */
#include "form_desk.h"

#include "domain/role.h"

struct person_at_work {
	const char *login;
	enum role role;
	bool is_chair; /* of every conference of the world */
};

static const struct person_at_work people[] = {
	{"chair", ROLE_CHAIR, true},
	{"another", ROLE_CHAIR, false}, /* whose rights end at conferences of their own */
	{"desk", ROLE_BUSINESS_SUPPORT, false},
	{"boss", ROLE_MANAGER, false},
	{"night", ROLE_OUT_OF_HOURS, false},
};

static bool may(const struct person_at_work *who, enum action right)
{
	enum permission permission = role_permission(who->role, right);

	return permission == ALLOWED || (permission == ALLOWED_OWN && who->is_chair);
}

static int mistakes_of(struct form_desk *h, const struct person_at_work *who)
{
	int mistakes = 0;

	for (size_t i = 0; i < EVERY_FORM_COUNT; i++) {
		const struct form_row *form = &every_form[i];
		struct fault why = {0};
		bool opened = form->open(h->desk.tui, &h->world, &why), refused = why.code == FAULT_NOT_ALLOWED;

		if (opened)
			desk_keys(&h->desk, "Esc");
		if (may(who, form->right) ? refused : opened || !refused) {
			fprintf(stderr, "%s as %s: %s\n", form->name, who->login, opened ? "opened" : why.message);
			mistakes++;
		}
	}
	return mistakes;
}

static void who_may_not_save_is_told_before_they_type(void **state)
{
	struct form_desk *h = *state;
	struct casework_fixture *file = h->desk.file;
	int mistakes = 0;

	number(file, "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE login = 'chair')");
	number(file, "UPDATE user_account SET roles = %d WHERE login = 'chair'", (int)ROLE_BIT(ROLE_CHAIR));
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		desk_restart_as(&h->desk, people[i].login, ROLE_BIT(people[i].role));
		mistakes += mistakes_of(h, &people[i]);
	}
	assert_int_equal(mistakes, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(who_may_not_save_is_told_before_they_type)};

	return cmocka_run_group_tests(tests, form_desk_begin, form_desk_end);
}
