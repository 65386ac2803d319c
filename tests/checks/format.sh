#!/bin/sh
# Every C file reads as .clang-format says.
set -u
cd "$1" || exit 1
find src include tests -name '*.[ch]' ! -path '*/corpus/*' | sort | xargs clang-format --dry-run -Werror 2>&1 | sed "s|^$PWD/||" | head -n 60 |
  { if grep . ; then echo "Run clang-format -i on these files."; exit 1; fi; }
