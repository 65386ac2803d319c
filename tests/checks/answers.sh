#!/bin/sh
# Every question of the screens has a number of its own: a screen hands answers on to what it shares with others, and two
# questions of one number would be taken for each other.
set -u
cd "$1" || exit 1
grep -n -E -A 8 'enum (answer_code )?\{ *(ANSWER_|$)' -r src/screen --include='*.[ch]' |
	awk '
{
	line = $0
	sub(/^[^:]*-[0-9]+-/, "", line)
	if (match($0, /^src\/screen\/[a-z_\/]+\.[ch]/))
		file = substr($0, RSTART, RLENGTH)
	if ($0 == "--" || line ~ /enum/)
		value = -1
	n = split(line, words, /[ ,{};\t]+/)
	for (i = 1; i <= n; i++) {
		if (words[i] !~ /^ANSWER_[A-Z_]+$/)
			continue
		if (words[i + 1] == "=")
			value = words[i + 2] + 0
		else if (value >= 0)
			value++
		if (value <= 0 || seen[file, words[i]]++)
			continue
		if (owner[value] && owner[value] != file)
			print file ": " words[i] " is " value ", as in " owner[value]
		owner[value] = file
	}
}
' | sort -u | {
	bad=0
	while read -r line; do
		echo "$line"
		bad=1
	done
	exit $bad
}
