/* How long letters take and what they cost in memory: `ninja letters_bench && tests/letters_bench`. No test: it judges
 * nothing, it prints what docs/benchmarks.md quotes. */
#include "letter/press.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LETTERS = 500, INVITED = 14 };

static const struct block blocks[] = {
	{BLOCK_ADDRESS, "Ms Oluwaseun Adébáyọ̀\n14 Balaam Street\nLondon\nE13 8AQ", ""},
	{BLOCK_PARAGRAPH, "Thursday 12 March 2026", ""},
	{BLOCK_PARAGRAPH, "Dear Ms Adébáyọ̀", ""},
	{BLOCK_HEADING, "Your child protection conference", ""},
	{BLOCK_PARAGRAPH,
	 "We are writing to invite you to a meeting about your children. It is called a child protection conference. "
	 "People who know your family will come, and together you will talk about how to keep your children safe.",
	 ""},
	{BLOCK_ROW, "Thursday 2 April 2026 at 10:00", "When"},
	{BLOCK_ROW, "Room 3, 1000 Dockside Road, London E16 2QU", "Where"},
	{BLOCK_ROW, "09:30, to meet the chair before the others", "Come at"},
	{BLOCK_PARAGRAPH, "You can bring someone to support you. If you would rather not come, you can:", ""},
	{BLOCK_ITEM, "write a letter to the chair, in any language", ""},
	{BLOCK_ITEM, "record what you want to say, and the chair will play it", ""},
	{BLOCK_ITEM, "speak through an advocate, which costs you nothing", ""},
	{BLOCK_PARAGRAPH,
	 "You will get the reports before the conference, so that you can read them and say what you think of them. If "
	 "something in them is wrong, tell your social worker or the chair.",
	 ""},
	{BLOCK_PARAGRAPH, "If you are unhappy with how we work, you can complain to the manager of the unit.", ""},
	{BLOCK_PARAGRAPH, "Yours sincerely", ""},
};

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static long memory_kilobytes(void)
{
	long pages = 0, resident = 0, shared = 0;
	FILE *file = fopen("/proc/self/statm", "r");

	if (!file || fscanf(file, "%ld %ld %ld", &pages, &resident, &shared) != 3)
		resident = shared = 0;
	if (file)
		fclose(file);
	printf("  memory: %ld kB resident, %ld kB of them its own\n", resident * sysconf(_SC_PAGESIZE) / 1024,
	       (resident - shared) * sysconf(_SC_PAGESIZE) / 1024);
	return resident;
}

static bool letter(struct arena *mem, struct press_bytes *out, struct fault *f)
{
	struct document document = {.title = "Invitation to your child protection conference",
				    .classification = "OFFICIAL-SENSITIVE",
				    .reference = "C-0421",
				    .language = "en-GB"};
	const struct document *one = &document;

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		struct block *block = ARENA_PUSH(mem, &document.blocks);

		if (block)
			*block = blocks[i];
	}
	return press_pdf(&one, 1, mem, out, NULL, f);
}

/* One of an invitation set: its letter as PDF, its calendar file, its mail with both. */
static bool invitation(struct arena *mem, struct fault *f)
{
	struct press_bytes pdf, calendar, mail_bytes;
	struct calendar_event event = {.uid = "conference-421-7@case-file.example",
				       .summary = "Review conference C-0421",
				       .place = "Room 3",
				       .description = "Arrive by 09:30.",
				       .organiser_name = "Conference unit",
				       .organiser_address = "conferences@newham.example",
				       .attendee_name = "Oluwaseun Adébáyọ̀",
				       .attendee_address = "o.adebayo@mail.example",
				       .day = date_from_iso("2026-04-02"),
				       .starts = 600,
				       .minutes = 90,
				       .stamp = 1775120400};

	if (!letter(mem, &pdf, f) || !press_calendar(&event, 1, mem, &calendar, f))
		return false;
	struct press_attachment files[] = {{"Invitation.pdf", "application/pdf", pdf},
					   {"conference.ics", "text/calendar; method=REQUEST", calendar}};
	struct press_mail mail = {.from_name = "Conference unit",
				  .from_address = "conferences@newham.example",
				  .reply_to = "",
				  .to_name = "Oluwaseun Adébáyọ̀",
				  .to_address = "o.adebayo@mail.example",
				  .subject = "Your conference",
				  .text = "Dear Ms Adébáyọ̀",
				  .message_id = "letter-42.1@case-file.example",
				  .at = 1775120400,
				  .attachments = files,
				  .attachment_count = 2};
	return press_mail_bytes(&mail, mem, &mail_bytes, f);
}

int main(void)
{
	struct arena mem = {0};
	struct press_bytes pdf;
	struct fault f = {0};
	bool all = true;
	double began;

	printf("before the module is loaded\n");
	memory_kilobytes();
	began = milliseconds();
	all = letter(&mem, &pdf, &f);
	printf("first letter, with loading: %.1f ms, %zu bytes\n", milliseconds() - began, pdf.count);
	memory_kilobytes();
	began = milliseconds();
	for (int i = 0; all && i < LETTERS; i++, arena_reset(&mem))
		all = letter(&mem, &pdf, &f);
	printf("%d letters: %.2f ms each, %.0f ms\n", LETTERS, (milliseconds() - began) / LETTERS,
	       milliseconds() - began);
	memory_kilobytes();
	began = milliseconds();
	for (int i = 0; all && i < INVITED; i++, arena_reset(&mem))
		all = invitation(&mem, &f);
	printf("%d invitations, PDF, calendar file and mail: %.0f ms\n", INVITED, milliseconds() - began);
	memory_kilobytes();
	arena_finish(&mem);
	if (!all)
		fprintf(stderr, "%s\n", f.message);
	return all ? 0 : 1;
}
