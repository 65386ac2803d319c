#!/bin/sh
# No mutable variable at file scope or kept by a function: state lives in structs that are handed over. The terminal itself and
# the program's hang-up flag are the two exceptions; the others named below are never seen to change.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

# The empty text an exhausted arena gives; the folder of shipped data, filled alike on every call.
accepted='src/base/arena\.c:.* nothing\[1\];|src/settings/folder\.c:.* folder\[PATH_ROOM'

find src -name '*.c' ! -path src/tui/term.c ! -path src/app/main.c | sort | xargs awk '
/^[ \t]*static / && !/const/ && !/\(/ && /[;=]/ { print FILENAME ":" FNR ": mutable state: " $0 }
/^(struct|enum|bool|int|char|size_t|day_number|unsigned)[^(]*[;=]/ && !/^struct [a-z_0-9]+( \{|;)/ && !/^enum [a-z_0-9]+( \{|;)/ && !/const/ && !/[{}]$/ && !/^enum \{/ {
	print FILENAME ":" FNR ": mutable state: " $0
}
' | grep -vE "$accepted" >"$bad"
cat "$bad"
[ ! -s "$bad" ]
