#!/bin/sh
# What the program says names the field and the remedy; it neither blames nor begs.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

# Only what stands between quotation marks is looked at: names in code are free. A lone word in lower case is a word the program
# reads, not one it says.
find src -name '*.[ch]' | sort | xargs awk '
{
	said = ""
	inside = 0
	for (i = 1; i <= length($0); i++) {
		c = substr($0, i, 1)
		if (inside && c == "\\")
			i++
		else if (c == "\"") {
			if (inside && literal !~ /^[a-z]*$/)
				said = said " " literal " "
			literal = ""
			inside = !inside
		} else if (inside)
			literal = literal c
	}
	if (tolower(said) ~ /[^a-z](invalid|please|oops|sorry|illegal|forbidden|error code)[^a-z]/)
		print FILENAME ":" FNR ": " $0
}
' >"$bad"
cat "$bad"
[ ! -s "$bad" ]
