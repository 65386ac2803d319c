#!/bin/sh
# The program itself links none of the libraries that its letters are made with: most sessions never make one.
set -eu
all=$(ldd "$1")
linked=$(echo "$all" | grep -E 'pango|cairo|qpdf|gmime|libical|libglib|fontconfig' || true)
[ -z "$linked" ] || { echo "$linked"; exit 1; }
