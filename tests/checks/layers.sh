#!/bin/sh
# Layers see only what their row allows, each library's header stays in one layer, and nothing below the program's own layer ends
# the process or starts a shell. The rows are those of docs/architecture.md.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

find src include -name '*.[ch]' | sort | xargs awk '
BEGIN {
	sees["base"] = "base"
	sees["domain"] = "domain base"
	sees["settings"] = "settings domain base"
	sees["store"] = "store domain base"
	sees["letter"] = "letter domain base"
	sees["casework"] = "casework store letter settings domain base"
	sees["exchange"] = "exchange casework domain base"
	sees["tui"] = "tui base"
	sees["screen"] = "screen casework settings domain tui base"
	sees["app"] = "app screen exchange casework settings domain tui base"

	home["sqlite3.h"] = "store"; home["sodium.h"] = "store"; home["yaml.h"] = "settings"; home["utf8proc.h"] = "base"
	home["curses.h"] = "tui"; home["ncurses.h"] = "tui"; home["term.h"] = "tui"; home["termcap.h"] = "tui"
	home["security/pam_appl.h"] = "app"
	home["csv.h"] = "exchange"; home["jansson.h"] = "exchange"
}
FNR == 1 {
	split(FILENAME, part, "/")
	layer = part[2]
	if (!(layer in sees))
		print FILENAME ": the layer " layer " has no row in tests/checks/layers.sh"
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
	name = $0
	sub(/^[^"]*"/, "", name)
	sub(/".*/, "", name)
	if (index(name, "/")) {
		other = name
		sub(/\/.*/, "", other)
		if (index(" " sees[layer] " ", " " other " ") == 0)
			print FILENAME ":" FNR ": " layer " may not include " name
	}
}
/^[ \t]*#[ \t]*include[ \t]*</ {
	name = $0
	sub(/^[^<]*</, "", name)
	sub(/>.*/, "", name)
	owner = index(name, "libxml/") == 1 ? "exchange" : home[name]
	if (name ~ /^(pango|cairo|qpdf|gmime|libical|glib)(\/|[a-z-]*\.h$)/)
		owner = "letter"
	if (index(name, "ncursesw/") == 1)
		owner = "tui"
	if (owner != "" && owner != layer)
		print FILENAME ":" FNR ": " name " belongs to " owner " alone"
}
/"(\/bin\/)?sh"/ { print FILENAME ":" FNR ": a shell is never started" }
{
	code = $0
	gsub(/"([^"\\]|\\.)*"/, "\"\"", code)
	if (code ~ /^[ \t]*(\*|\/\*|\/\/)/)
		code = ""
}
code ~ /(^|[^a-zA-Z0-9_])(system|popen)[ ]*\(/ { print FILENAME ":" FNR ": a shell is never started" }
layer != "app" && code ~ /(^|[^a-zA-Z0-9_])(exit|_exit|abort|perror)[ ]*\(/ {
	print FILENAME ":" FNR ": only src/app may end the process; return a fault"
}
' >"$bad"
cat "$bad"
[ ! -s "$bad" ]
