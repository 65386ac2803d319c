#!/bin/sh
# docs/architecture.md names every source file and public header with its one job. The job is the first sentence of the file itself,
# so the two cannot drift apart: `sh tests/checks/architecture.sh . --write` brings the list up to date.
set -u
cd "$1" || exit 1
list=$(mktemp)
page=$(mktemp)
trap 'rm -f "$list" "$page"' EXIT
document=docs/architecture.md

# The first sentence of the opening comment, whatever lines it is broken over.
first_sentence() {
  awk '
  {
  	line = $0
  	end = index(line, "*/")
  	if (end)
  		line = substr(line, 1, end - 1)
  	sub(/^[ \t]*\/?\*?[ \t]*/, "", line)
  	all = all (all == "" ? "" : " ") line
  	if (end || FNR > 12)
  		exit
  }
  END {
  	if (match(all, /[.]([ \t]|$)/))
  		all = substr(all, 1, RSTART)
  	sub(/[ \t]+$/, "", all)
  	print all
  }' "$1"
}

for layer in base domain settings store letter casework exchange tui screen app; do
  files=$(find "src/$layer" "include/$layer" -name '*.c' -o -name '*.h' -path 'include/*' 2>/dev/null | sort)
  [ -n "$files" ] || continue
  printf '\n### %s\n\n' "$layer"
  for file in $files; do
    printf -- '- `%s`: %s\n' "$file" "$(first_sentence "$file")"
  done
done >"$list"

awk -v list="$list" '
/^<!-- files end -->$/ { inside = 0 }
!inside { print }
/^<!-- files begin/ {
	inside = 1
	while ((getline line < list) > 0)
		print line
	print ""
}
' "$document" >"$page"

if [ "${2:-}" = --write ]; then
  cat "$page" >"$document"
elif ! diff "$document" "$page"; then
  echo "The list of files is behind. Run: sh tests/checks/architecture.sh . --write"
  exit 1
fi
