#!/bin/sh
# No file of a layer calls one that, over however many others, calls it back: each can be read with what stands below it.
#   circles.sh LIBRARY...
set -eu
status=0
for library; do
  # "FILE SYMBOL" of what is defined and of what is called, then one line "CALLER CALLED" for each pair of files.
  circle=$(nm -A --defined-only -g "$library" | awk -F'[: ]+' '{print $2, $NF}' | sort -k 2 >"$library.defined"
    nm -A -u "$library" | awk -F'[: ]+' '{print $2, $NF}' | sort -k 2 >"$library.called"
    join -1 2 -2 2 -o 1.1,2.1 "$library.called" "$library.defined" | awk '$1 != $2' | sort -u | tsort 2>&1 >/dev/null || :)
  rm -f "$library.defined" "$library.called"
  [ -z "$circle" ] && continue
  status=1
  echo "Files of $(basename "$library") that call each other in a circle:"
  echo "$circle" | sed -n 's/^tsort: \(.*\)\.c\.o$/  \1/p'
done
exit $status
