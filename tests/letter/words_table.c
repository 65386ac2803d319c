/* The tables of docs/letters.md, written from the vocabulary itself: words_table letters|lists|fields. */
#include "letter/template.h"

#include <stdio.h>
#include <string.h>

static void print_letters(void)
{
	printf("| file | what it is |\n| --- | --- |\n");
	for (int key = 0; key < LETTER_TEMPLATE_COUNT; key++)
		printf("| `%s` | %s |\n", letter_template_name((enum letter_template_key)key),
		       letter_template_description((enum letter_template_key)key));
}

static void print_lists(void)
{
	printf("| list | one row is |\n| --- | --- |\n");
	for (int list = 0; list < LETTER_LIST_COUNT; list++)
		printf("| `%s` | %s |\n", letter_list_name((enum letter_list)list),
		       letter_list_description((enum letter_list)list));
}

static void print_fields_of(enum letter_list list)
{
	for (int field = 0; field < LETTER_FIELD_COUNT; field++)
		if (letter_field_list((enum letter_field)field) == list)
			printf("| `%s` | %s%s%s | %s |\n", letter_field_name((enum letter_field)field),
			       list == LETTER_LIST_NONE ? "" : "`",
			       list == LETTER_LIST_NONE ? "" : letter_list_name(list),
			       list == LETTER_LIST_NONE ? "" : "`", letter_field_description((enum letter_field)field));
}

static void print_fields(void)
{
	printf("| field | inside | what it holds |\n| --- | --- | --- |\n");
	for (int list = LETTER_LIST_NONE; list < LETTER_LIST_COUNT; list++)
		print_fields_of((enum letter_list)list);
}

int main(int argc, char **argv)
{
	const char *table = argc == 2 ? argv[1] : "";

	if (strcmp(table, "letters") == 0)
		print_letters();
	else if (strcmp(table, "lists") == 0)
		print_lists();
	else if (strcmp(table, "fields") == 0)
		print_fields();
	else
		return 2;
	return 0;
}
