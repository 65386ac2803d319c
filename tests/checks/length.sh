#!/bin/sh
# A function is at most 60 lines from its signature to its brace, a file at most 600: what is longer does two jobs.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

find src include tests -name '*.[ch]' ! -path '*/corpus/*' | sort | xargs awk '
function file_end() {
	if (lines > 600)
		print name ": " lines " lines"
}
FNR == 1 {
	if (name != "")
		file_end()
	name = FILENAME
	signature = 1
	start = 0
}
{ lines = FNR }
$0 == "{" { start = signature }
$0 == "}" && start {
	if (FNR - start + 1 > 60)
		print FILENAME ":" start ": a function of " FNR - start + 1 " lines"
	start = 0
}
!start && (/^$/ || /[;}]$/ || /\*\/$/ || /^#/) { signature = FNR + 1 }
END { file_end() }
' >"$bad"
cat "$bad"
[ ! -s "$bad" ]
