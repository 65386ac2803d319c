#!/bin/sh
# The tables in docs/letters.md are those of the vocabulary: sh tests/letter/words.sh SOURCE PROGRAM, where the program is words_table. With
# --write at the end the page is brought up to date instead.
set -eu
page=$1/docs/letters.md
program=$2
mode=${3:-check}
new=$(mktemp)
table=$(mktemp)
trap 'rm -f "$new" "$new.next" "$table"' EXIT

cp "$page" "$new"
for name in letters lists fields; do
  "$program" "$name" >"$table"
  awk -v name="$name" -v table="$table" '
  $0 == "<!-- begin " name " -->" {
  	print
  	print ""
  	while ((getline line < table) > 0)
  		print line
  	print ""
  	inside = 1
  	found = 1
  	next
  }
  $0 == "<!-- end -->" { inside = 0 }
  !inside { print }
  END { exit !found }
  ' "$new" >"$new.next"
  mv "$new.next" "$new"
done
if [ "$mode" = --write ]; then
  cat "$new" >"$page"
elif ! diff "$page" "$new"; then
  echo "docs/letters.md is behind the vocabulary: sh tests/letter/words.sh . build/tests/words_table --write"
  exit 1
fi
