/* Letters: as they were written, with what went with them, listed by how they went. */
#include "invitation_fixture.h"

static void a_letter_stays_as_it_was_written(void **state)
{
	static const struct statement change = {"UPDATE letter SET content = 'Dear nobody' WHERE id = :id", false};
	static const struct statement drop = {"DELETE FROM letter WHERE id = :id", false};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct invitee i = invite(x, c.id, CAPACITY_FAMILY, 0, 0, "Akua Mensah");
	struct letter first = a_letter(x, &c, i.id, "Akua Mensah", 1773000000), second = first, back;

	second.replaces_id = first.id;
	second.content = "Dear parent, the day has changed";
	assert_ok(x, letter_insert(x->s, &second, &x->f));
	assert_ok(x, letter_by_id(x->s, second.id, &x->mem, &back, &x->f));
	assert_int_equal(back.replaces_id, first.id);
	assert_int_equal(back.invitee_id, i.id);
	assert_int_equal(back.conference_id, c.id);
	assert_int_equal(back.family_id, family);
	assert_string_equal(back.template, "invitation_parent");
	assert_string_equal(back.template_version, "1");
	assert_string_equal(back.content, second.content);
	assert_string_equal(back.digest, second.digest);
	assert_int_equal(back.written_at, 1773000000);
	assert_false(store_change(x->s, &change, NULL, NULL, PARAMETERS(PARAMETER_ID("id", first.id)), NULL, &x->f));
	assert_true(store_refused_by(x->s, "never changed"));
	assert_false(store_change(x->s, &drop, NULL, NULL, PARAMETERS(PARAMETER_ID("id", first.id)), NULL, &x->f));
	assert_false(letter_by_id(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
}

static void what_goes_with_it_keeps_its_place(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct letter l = a_letter(x, &c, 0, "Elmgrove Primary", 1773000000);
	struct paper paper = {.family_id = family,
			      .name = "bundle.pdf",
			      .media_type = "application/pdf",
			      .by_user = "bexleya",
			      .bytes = 4};
	struct enclosure_list list;

	assert_ok(x, paper_insert(x->s, &paper, "%PDF", &x->mem, &x->f));
	assert_ok(x, enclosure_insert(x->s,
				      &(struct enclosure){.letter_id = l.id,
							  .position = 2,
							  .kind = ENCLOSURE_PAPER,
							  .name = "bundle.pdf",
							  .paper_id = paper.id},
				      &x->f));
	assert_ok(x, enclosure_insert(x->s,
				      &(struct enclosure){.letter_id = l.id,
							  .position = 1,
							  .kind = ENCLOSURE_CALENDAR,
							  .name = "conference.ics",
							  .content = "BEGIN:VCALENDAR"},
				      &x->f));
	assert_ok(x, enclosures_of(x->s, l.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].kind, ENCLOSURE_CALENDAR);
	assert_string_equal(list.items[0].content, "BEGIN:VCALENDAR");
	assert_int_equal(list.items[0].paper_id, 0);
	assert_int_equal(list.items[1].kind, ENCLOSURE_PAPER);
	assert_int_equal(list.items[1].paper_id, paper.id);
}

static void each_letter_is_listed_once_by_its_newest_delivery(void **state)
{
	struct fixture *x = *state;
	struct conference c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
					   STATE_SCHEDULED);
	struct invitee i = invite(x, c.id, CAPACITY_FAMILY, 0, 0, "Akua Mensah");
	struct letter old = a_letter(x, &c, i.id, "Akua Mensah", 1773000000),
		      newer = a_letter(x, &c, 0, "Elmgrove Primary", 1773000500);
	struct letter_listed_list list;
	struct delivery again;
	int64_t count;

	a_delivery(x, old.id, METHOD_EMAIL, DELIVERY_FAILED, 1773000000);
	again = a_delivery(x, old.id, METHOD_POST, DELIVERY_SENT, 1773000900);
	a_delivery(x, newer.id, METHOD_EMAIL, DELIVERY_WAITING, 1773000500);
	assert_ok(x, enclosure_insert(x->s, &(struct enclosure){.letter_id = newer.id, .position = 1, .name = "form"},
				      &x->f));
	assert_ok(x, letters_of_conference(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].letter_id, newer.id);
	assert_int_equal(list.items[0].enclosures, 1);
	assert_int_equal(list.items[0].settled_at, 0);
	assert_int_equal(list.items[0].state, DELIVERY_WAITING);
	assert_int_equal(list.items[1].delivery_id, again.id);
	assert_int_equal(list.items[1].method, METHOD_POST);
	assert_int_equal(list.items[1].state, DELIVERY_SENT);
	assert_int_equal(list.items[1].settled_at, 1773000960);
	assert_string_equal(list.items[1].reference, "C-0001");
	assert_string_equal(list.items[1].family, "Mensah");
	assert_int_equal(list.items[1].conference_day, date_from_iso("2026-03-26"));
	assert_ok(x, deliveries_of_letter(x->s, old.id, &count, &x->f));
	assert_int_equal(count, 2);
	assert_ok(x, letters_of_invitee(x->s, i.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].recipient, "Akua Mensah");
}

static void what_needs_a_look_is_open(void **state)
{
	static const struct {
		const char *why;
		enum delivery_state first, second;
		int64_t queued_at;
		bool open;
	} rows[] = {
		{"waits", DELIVERY_WAITING, DELIVERY_STATE_COUNT, 100, true},
		{"on its way", DELIVERY_SENDING, DELIVERY_STATE_COUNT, 100, true},
		{"failed since", DELIVERY_FAILED, DELIVERY_STATE_COUNT, 1000, true},
		{"came back since", DELIVERY_BOUNCED, DELIVERY_STATE_COUNT, 1000, true},
		{"unsure since", DELIVERY_UNSURE, DELIVERY_STATE_COUNT, 1000, true},
		{"failed long ago", DELIVERY_FAILED, DELIVERY_STATE_COUNT, 100, false},
		{"sent", DELIVERY_SENT, DELIVERY_STATE_COUNT, 1000, false},
		{"overtaken", DELIVERY_WITHDRAWN, DELIVERY_STATE_COUNT, 1000, false},
		{"failed, then sent another way", DELIVERY_FAILED, DELIVERY_SENT, 1000, false},
		{"failed, then failed again", DELIVERY_FAILED, DELIVERY_FAILED, 1000, true},
	};
	struct fixture *x = *state;
	struct conference c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
					   STATE_SCHEDULED);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct letter l = a_letter(x, &c, 0, "Akua Mensah", rows[i].queued_at);
		struct letter_listed_list list;
		size_t found = 0;

		a_delivery(x, l.id, METHOD_EMAIL, rows[i].first, rows[i].queued_at);
		if (rows[i].second != DELIVERY_STATE_COUNT)
			a_delivery(x, l.id, METHOD_POST, rows[i].second, rows[i].queued_at + 10);
		assert_ok(x, letters_open(x->s, 1000, 0, &x->mem, &list, &x->f));
		for (size_t k = 0; k < list.count; k++)
			found += list.items[k].letter_id == l.id;
		if (found != rows[i].open)
			fail_msg("%s: listed %zu times", rows[i].why, found);
	}
}

static void open_letters_of_a_restricted_family_are_seen_by_those_named(void **state)
{
	struct fixture *x = *state;
	int64_t open = a_family(x, "FAM-0001", "Mensah"), closed = a_family(x, "FAM-0002", "Okonkwo");
	int64_t named = a_user(x, "bexleya"), other = a_user(x, "tomf");
	struct conference one = a_conference(x, "C-0001", open, "2026-03-26", 570, STATE_SCHEDULED),
			  two = a_conference(x, "C-0002", closed, "2026-03-26", 570, STATE_SCHEDULED);
	const struct {
		int64_t user;
		size_t count;
		const char *why;
	} rows[] = {{named, 2, "named"}, {other, 1, "not named"}, {0, 2, "the sender itself"}};
	struct letter_listed_list list;

	a_delivery(x, a_letter(x, &two, 0, "Ngozi Okonkwo", 200).id, METHOD_EMAIL, DELIVERY_WAITING, 200);
	a_delivery(x, a_letter(x, &one, 0, "Akua Mensah", 100).id, METHOD_EMAIL, DELIVERY_WAITING, 100);
	restrict_to(x, closed, named);
	for (size_t i = 0; i < 3; i++) {
		assert_ok(x, letters_open(x->s, 0, rows[i].user, &x->mem, &list, &x->f));
		if (list.count != rows[i].count)
			fail_msg("%s: %zu letters", rows[i].why, list.count);
		assert_string_equal(list.items[0].recipient, "Akua Mensah"); /* oldest first */
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_letter_stays_as_it_was_written),
		TEST(what_goes_with_it_keeps_its_place),
		TEST(each_letter_is_listed_once_by_its_newest_delivery),
		TEST(what_needs_a_look_is_open),
		TEST(open_letters_of_a_restricted_family_are_seen_by_those_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
