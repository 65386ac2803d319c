#!/bin/sh
# Whoever saves second in a form is shown both: a form says how its record is read again (form_screen.h), or stands here
# with the reason why nothing in it is saved by version.
set -u
cd "$1" || exit 1
by_state='
changes/plan_end_form.c
'	# what ends a plan goes by the state it is in, which is checked when it is saved
always_new='
challenges/escalation_form.c
changes/move_form.c
plans/list_enquiry.c
challenges/complaint_form.c
plans/plan_scale_form.c
access/glass_form.c
retention/hold_form.c
record/correction_ask_form.c
'	# a row of its own each time: nothing is there that another person could have changed
bad=0
for file in $(grep -rlE --include='*.c' '(form_screen|challenge_step|child_event)_begin\(' src/screen | sort); do
	name=${file#src/screen/}
	case $name in parts/form_screen.c | challenges/challenge_step.c | changes/child_event.c) continue ;; esac # the frames themselves
	if grep -qE 'again = (child_event_)?again;' "$file"; then
		case "$by_state$always_new" in
		*"
$name
"*) echo "$file reads its record again: take it off the list in tests/checks/conflicts.sh"; bad=1 ;;
		esac
		continue
	fi
	case "$by_state$always_new" in
	*"
$name
"*) ;;
	*) echo "$file does not say how its record is read again when another person saved it first"; bad=1 ;;
	esac
done
# A slot and a request are looked up anew at each step, and are no record until they are saved.
grep -rl --include='*.c' '[^_a-z]form_open(' src/screen | sort | while read -r file; do
	case ${file#src/screen/} in
	parts/form_screen.c | booking/booking_form.c | booking/booking_take.c | booking/request_begin.c) ;;
	*) echo "$file opens a form of its own: the frame of form_screen.h asks before it overwrites" ;;
	esac
done | { ! grep .; } || bad=1
exit $bad
