#!/bin/sh
# The program itself links none of the libraries that its letters are made with: most sessions never make one.
set -eu
all=$(ldd "$1")
linked=$(echo "$all" | grep -E 'pango|cairo|qpdf|gmime|libical|libglib|fontconfig' || true)
[ -z "$linked" ] || { echo "$linked"; exit 1; }
# A function of ours that a library calls by its name in the place of its own ends the program: none may be seen from outside.
# (The sanitizers make all of them seen.)
seen=$(nm -D --defined-only "$1")
case "$seen" in
*san_*) ;;
*) ! echo "$seen" | grep ' [TtWw] ' ;;
esac
