#!/bin/sh
# Every source that opens a form, or keeps a draft, is opened by the tests of hang-ups and of two who save one record:
# it has a row in tests/screen/every_form.h. So has every kind of the two forms that are many in one.
set -u
cd "$1" || exit 1
rows=tests/screen/every_form.h
frames='
parts/form_screen.c
parts/keep_typed.c
booking/booking_take.c
booking/request_begin.c
challenges/challenge_step.c
changes/child_event.c
live/live_note_store.c
'	# what forms share, how each keeps a draft, and the other halves of booking_form.c and request_form.c; the editor of
	# a note stores by the last
bad=0
for file in $(grep -rlE --include='*.c' '(form_screen|challenge_step|child_event)_begin\(|[^_a-z]form_open\(|[^_a-z]keep_typed\(' src/screen | sort); do
	name=${file#src/screen/}
	case "$frames" in
	*"
$name
"*) continue ;;
	esac
	grep -q "{\"$name\"," $rows || { echo "$file opens a form that $rows does not open"; bad=1; }
done
# Two people save each of them, or take the step of it at once, in a test, or it stands there why nobody can be first.
for open in $(sed -n 's/^	{"[^"]*\.c", "[^"]*", \(open_[a-z_]*\),.*/\1/p' $rows | sort -u); do
	case $open in
	open_review_looked_after) grep -q ', open_looked_after_known,' tests/screen/test_two_save.c && continue ;; # with something to change
	open_restriction_of_family) grep -q ', open_restriction_of_mother,' tests/screen/test_two_save.c && continue ;; # the same form
	esac
	grep -qE "[{ ]$open," tests/screen/test_two_save.c tests/screen/test_two_act.c ||
		{ echo "$rows: $open stands neither in tests/screen/test_two_save.c nor in test_two_act.c"; bad=1; }
done
# What is read again when another person saved first is in one of the two whatever its kind.
for file in $(grep -rlE --include='*.c' 'again = (child_event_)?again;' src/screen | sort); do
	name=${file#src/screen/}
	grep -q "{\"$name\"," tests/screen/test_two_save.c tests/screen/test_two_act.c ||
		{ echo "$file: neither tests/screen/test_two_save.c nor test_two_act.c has two people save it"; bad=1; }
done
for name in $(sed -n 's/^	{"\([^"]*\.c\)".*/\1/p' $rows | sort -u); do
	test -f "src/screen/$name" || { echo "$rows: there is no src/screen/$name"; bad=1; }
done
kinds() { # of the table $2 in the header $1, which $rows names after the prefix $3
	sed -n "/^#define $2(X)/,/[^\\]\$/p" "src/screen/$1" | sed -n 's/^	X(\([A-Z_]*\),.*/\1/p' | while read -r kind; do
		grep -qE "$3$kind," $rows || echo "$rows opens no $kind of src/screen/$1"
	done
}
{
	kinds core_groups/core_groups.h CORE_GROUP_FORMS 'GROUP_FORM\([a-z]*, '
	kinds reviews/reviews.h REVIEW_FORMS 'REVIEW_FORM_'
} | { ! grep .; } || bad=1
exit $bad
