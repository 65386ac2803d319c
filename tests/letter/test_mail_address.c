/* Which addresses mail can be sent to. */
#include "letter/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LETTERS_60 "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff"

static const struct {
	const char *why, *address;
	bool is_good;
} rows[] = {
	{"as most are", "n.okafor@newham.example", true},
	{"an apostrophe, as in many names", "s.o'brien@school.sch.example", true},
	{"a plus", "duty+icpc@nhs.example", true},
	{"capitals", "A.Begum@NHS.Example", true},
	{"figures", "60123@police.example", true},
	{"a hyphen in the host", "desk@hospital-trust.example", true},
	{"an international host in its plain form", "a@xn--bcher-kva.example", true},
	{"64 before the at", LETTERS_60 "abcd@a.example", true},
	{"65 before the at", LETTERS_60 "abcde@a.example", false},
	{"no at", "school.office.example", false},
	{"two", "a@b@c.example", false},
	{"nobody", "@school.example", false},
	{"nowhere", "school@", false},
	{"a host on this machine", "root@localhost", false},
	{"a blank", "a b@c.example", false},
	{"a blank at the end", "a@c.example ", false},
	{"two addresses", "a@c.example,b@c.example", false},
	{"two addresses as Outlook writes them", "a@c.example;b@c.example", false},
	{"with its name", "Ann <a@c.example>", false},
	{"in brackets", "<a@c.example>", false},
	{"a quoted mailbox", "\"a\"@c.example", false},
	{"a comment", "a(b)@c.example", false},
	{"a line break and another header", "a@b.example\r\nBcc: x@y.example", false},
	{"a lone line feed", "a@b.example\n", false},
	{"a tabulator", "a\t@b.example", false},
	{"a bell", "a\a@b.example", false},
	{"a line separator", "a\xe2\x80\xa8@b.example", false},
	{"a letter beyond ASCII", "jos\xc3\xa9@b.example", false},
	{"a host beyond ASCII",
	 "a@b\xc3\xbc"
	 "cher.example",
	 false},
	{"an option of a command", "-oQ/tmp@b.example", false},
	{"a dot first", ".a@b.example", false},
	{"a dot last", "a.@b.example", false},
	{"two dots", "a..b@c.example", false},
	{"two dots in the host", "a@c..example", false},
	{"a dot at the end", "a@c.example.", false},
	{"a host that begins with a hyphen", "a@-c.example", false},
	{"a host that ends with one", "a@c-.example", false},
	{"a number for a host", "a@192.168.1.1", false},
	{"a literal host", "a@[192.168.1.1]", false},
	{"an underscore in the host", "a@b_c.example", false},
	{"a command to pipe into", "|mail@b.example", false},
	{"a file to append to", "/etc/passwd@b.example", false},
	{"a route of old", "b!a@c.example", false},
	{"another route", "a%b@c.example", false},
	{"a backslash", "a\\b@c.example", false},
	{"a label of 64", "a@" LETTERS_60 "abcd.example", false},
	{"longer than any address", "a@" LETTERS_60 "." LETTERS_60 "." LETTERS_60 "." LETTERS_60 ".abcdefgh.example",
	 false},
	{"nothing", "", false},
	{"not even that", NULL, false},
};

static void addresses_are_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (mail_address_is_good(rows[i].address) != rows[i].is_good)
			fail_msg("%s: %s", rows[i].why, rows[i].address);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_are_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
