/* The toy program in a real terminal: `toy_program [file for the note on the way out]`. TOY_BLANK_AFTER is in seconds.
 */
#include "toy.h"

#include <stdio.h>
#include <stdlib.h>

static struct toy toy;

int main(int argc, char **argv)
{
	struct fault f = {0};
	struct tui_start start;
	enum tui_end end;

	toy_fill(&toy, 300);
	start = toy_start(&toy);
	if (getenv("TOY_BLANK_AFTER"))
		start.blank_after_seconds = atoi(getenv("TOY_BLANK_AFTER"));
	end = tui_run(&start, &f);
	if (end == TUI_END_NO_TERMINAL)
		fprintf(stderr, "%s.\n", f.message);
	if (argc > 1) {
		FILE *out = fopen(argv[1], "w");

		if (out) {
			fputs(toy.kept, out);
			fclose(out);
		}
	}
	return end == TUI_END_QUIT ? 0 : end == TUI_END_HANG_UP ? 3 : 2;
}
