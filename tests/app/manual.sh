#!/bin/sh
# The tables in docs/man say what the program itself says: sh tests/app/manual.sh SOURCE PROGRAM. With --write at the end the pages are
# brought up to date instead.
set -eu
source=$1
program=$2
mode=${3:-check}
page=$(mktemp)
table=$(mktemp)
trap 'rm -f "$page" "$table"' EXIT
failed=0

for manual in "$source"/docs/man/quorate.[15]; do
  cp "$manual" "$page"
  for section in $(sed -n 's/^\.\\" begin \([a-z]*\)$/\1/p' "$manual"); do
    "$program" help --man "$section" >"$table"
    awk -v section="$section" -v table="$table" '
    $0 == ".\\\" begin " section {
    	print
    	while ((getline line < table) > 0)
    		print line
    	inside = 1
    	next
    }
    $0 == ".\\\" end" { inside = 0 }
    !inside { print }
    ' "$page" >"$page.new"
    mv "$page.new" "$page"
  done
  if [ "$mode" = --write ]; then
    cat "$page" >"$manual"
  elif ! diff "$manual" "$page"; then
    echo "docs/man/$(basename "$manual") is behind the program: sh tests/app/manual.sh . build/quorate --write"
    failed=1
  fi
done
exit $failed
