/* A review of five brothers and sisters, chaired to its end over a line that is cut, by the real program: the decisions
 * differ, the letters go out, another writes the record, and Today is right afterwards. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

/* The line goes away as it does: nobody says good-bye. */
static void cut_the_line(struct journey *j)
{
	int status;

	terminal_hang_up(j->t);
	journey_wait_end(j, &status);
	assert_true(WIFEXITED(status));
}

static void back_at(struct journey *j, const char *step)
{
	journey_open(j);
	journey_do(j, "L");
	journey_shows(j, "LIVE C-0040");
	journey_shows(j, step);
}

static void meet_and_attend(struct journey *j)
{
	journey_do(j, "L S");
	journey_shows(j, "C-0040 has begun");
	journey_do(j, "= 2 = 3 Home");
	j->pressed = 0;
	journey_do(j, "r r r r v r a r r");
	assert_true(j->pressed <= 15);
	journey_shows(j, "quorate");
	cut_the_line(j);
	back_at(j, "[3 People]");
	journey_shows(j, "in the room");
}

static void note_what_is_said(struct journey *j)
{
	journey_do(j, "5 Enter {Jessica has slept at school twice. Café tea is all she}");
	cut_the_line(j); /* in the middle of a word */
	back_at(j, "[5 Notes]");
	journey_shows(j, "Jessica has slept");
	journey_do(j, "Enter Ctrl-E { had.} Esc");
}

static void decide(struct journey *j)
{
	journey_do(j, "7 Home Space Space Space c {Shouted at every night since Christmas.} Ctrl-S");
	journey_shows(j, "All the same, because");
	journey_do(j, "{The advocate speaks with each tomorrow.} Ctrl-S");
	journey_shows(j, "plan continues: EMO");
	journey_do(j, "Home Down Down Down Enter e Tab n Tab {Calm and safe at his father's since May.} Tab {Child in "
		      "need plan.} Tab 7");
	journey_do(j, "Ctrl-S {He is four.} Ctrl-S");
	journey_shows(j, "plan ends");
	journey_do(j, "Down Enter c [reasons] {The baby comes home to the same nights.} Ctrl-S");
}

static void plan_and_dates(struct journey *j)
{
	journey_do(j, "8 Enter {Shouting at night; the children are not asleep before two.}");
	cut_the_line(j);
	back_at(j, "[8 Plan]");
	journey_shows(j, "Shouting at night");
	journey_do(j, "Down Enter {Nights are quiet.} [if it] {The strategy discussion meets the same day.} Esc");
	journey_do(j, "a {Sees each child alone at home} Tab {school} Tab {+3w} Ctrl-S");
	journey_shows(j, "Saved: Sees each child alone at home");
	journey_do(j, "9 p m {+6wd} Tab {2pm} Tab Tab {Quay Street Primary} Ctrl-S");
	journey_shows(j, "the core group meets on");
	journey_do(j, "r Enter y");
	journey_shows(j, "is booked for");
}

static void letters_are_out(struct journey *j)
{
	assert_true(terminal_wait_for(j->t, " sent"));
	assert_true(terminal_wait(j->t));
}

static void close_it(struct journey *j)
{
	journey_do(j, "0");
	journey_shows(j, "When it is closed");
	journey_do(j, "c {The views are in the reports.} Enter");
	journey_shows(j, "is closed. Look at the decision letters now?");
	journey_do(j, "y");
	journey_shows(j, "[Decisions");
	journey_do(j, "s y");
	letters_are_out(j);
	journey_do(j, "Esc Esc");
}

static void as_user(struct journey *j, const char *user)
{
	journey_quit(j);
	j->user = user;
	j->t = journey_start(j, NULL);
	assert_true(terminal_wait(j->t));
	journey_do(j, ": {C-0040} Enter 6");
}

/* Nobody approves what they wrote. */
static void write_and_approve(struct journey *j)
{
	as_user(j, "kboateng");
	journey_do(j, "d");
	journey_shows(j, "is drafted");
	journey_do(j, "c y");
	journey_shows(j, "with the chair");
	as_user(j, "twisniewski");
	journey_do(j, "a y");
	journey_shows(j, "approved");
	journey_do(j, "m s y");
	letters_are_out(j);
	journey_do(j, "Esc");
	journey_shows(j, "distributed");
	journey_quit(j);
}

/* Nothing of this family is owed any more but what comes after a review, and before the next. */
static void assert_figures(struct journey *j)
{
	static const char owed[] =
		"Wed 22 Apr 2026  13 wd    Actions      action of the plan    Dixon-Hale ×4    FAM-0039   1 to be "
		"done\n"
		"Fri 24 Apr 2026  15 wd    Core groups  core group            Dixon-Hale ×4    P-0044     booked Mon "
		"13 Apr 14:00; record of Fri 13 Mar not sent\n"
		"Wed 5 Aug 2026   86 wd    Invite       ask for the update    Dixon-Hale ×4    C-0069     not asked\n"
		"Wed 19 Aug 2026  96 wd    Invite       send invitations      Dixon-Hale ×4    C-0069     not sent\n"
		"Tue 8 Sep 2026   109 wd   Invite       invite police         Dixon-Hale ×4    C-0069     not sent\n"
		"Thu 10 Sep 2026  111 wd   Reports      agency reports        Dixon-Hale ×4    C-0069     not in\n"
		"Thu 10 Sep 2026  111 wd   Reports      report to chair       Dixon-Hale ×4    C-0069     not in\n"
		"Thu 10 Sep 2026  111 wd   Reports      report to family      Dixon-Hale ×4    C-0069     not shared\n"
		"Sun 13 Sep 2026  112 wd   Reports      report to manager     Dixon-Hale ×4    C-0069     not in\n"
		"Mon 14 Sep 2026  113 wd   Replies      answers missing       Dixon-Hale ×4    C-0069     not asked\n"
		"Mon 14 Sep 2026  113 wd   Replies      exclusion requests    Dixon-Hale ×4    C-0069     not asked\n"
		"Wed 16 Sep 2026  115 wd   Bundle       bundle                Dixon-Hale ×4    C-0069     not made\n"
		"Thu 1 Oct 2026   126 wd   Reviews      review                Dixon-Hale ×4    C-0069     booked Thu "
		"17 "
		"Sep 09:30\n";
	char *due, *found = NULL;
	size_t size;
	int status;
	FILE *out = open_memstream(&found, &size);

	due = journey_verb(j, "due --file %F --today 2026-04-01", &status);
	assert_int_equal(status, 0);
	for (char *line = strtok(due, "\n"); line; line = strtok(NULL, "\n"))
		if (strstr(line, "Dixon-Hale"))
			fprintf(out, "%s\n", line);
	fclose(out);
	assert_string_equal(found, owed);
	free(due);
	free(found);
}

static void chaired_to_its_end(void **state)
{
	struct journey *j = *state;

	j->user = "twisniewski";
	journey_open(j);
	meet_and_attend(j);
	note_what_is_said(j);
	decide(j);
	plan_and_dates(j);
	close_it(j);
	write_and_approve(j);
	assert_figures(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {JOURNEY(chaired_to_its_end)};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
