#!/bin/sh
# Everything that must hold before a change is kept: a gcc build under the address and undefined-behaviour sanitizers with all
# tests, a clang build of the same sources, fuzz targets included, and the optimised program as people build it. The last line counts what
# passed and failed.
set -eu
cd "$(dirname "$0")/.."

sh docs/packages.sh
folder=build-tests
mkdir -p "$folder"

# A build that fails is one failed test of its own, named in the output.
failed=0
passed=0
count() { # count STATUS WHAT
  if [ "$1" -eq 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $2"
  fi
}

build() { # build FOLDER TARGET OPTIONS...
  into=$1
  target=$2
  shift 2
  cmake -S . -B "$into" -G Ninja "$@" >"$into.log" 2>&1 &&
    cmake --build "$into" -j 2 --target "$target" -- -k 0 >>"$into.log" 2>&1 && return 0
  grep -E -A 12 '^FAILED:|^CMake Error|^ninja: error' "$into.log" | head -n 200
  return 1
}

status=0
build "$folder/gcc" all -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=gcc -DQUORATE_SANITIZE=ON || status=$?
count "$status" "the gcc build"
if [ "$status" -eq 0 ]; then
  # One more than the processors there are: some wait for a program in a terminal.
  { ctest --test-dir "$folder/gcc" -j 3 --output-on-failure || true; } | tee "$folder/ctest.log"
  # "100% tests passed, 0 tests failed out of 57"
  totals=$(sed -n 's/.*tests passed, \([0-9]*\) tests* failed out of \([0-9]*\).*/\1 \2/p' "$folder/ctest.log" | tail -n 1)
  if [ -n "$totals" ]; then
    failed=$((failed + ${totals% *}))
    passed=$((passed + ${totals#* } - ${totals% *}))
  else
    count 1 "ctest ran no test"
  fi
fi

status=0
build "$folder/clang" all -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_COMPILER=clang -DQUORATE_FUZZ=ON || status=$?
count "$status" "the clang build"

status=0
build "$folder/release" installed -DCMAKE_BUILD_TYPE=Release || status=$?
count "$status" "the release build"
if [ "$status" -eq 0 ]; then
  sh tests/app/install.sh "$folder/release" || status=$?
  count "$status" "the installed program"
  status=0
  sh tests/app/outsider.sh "$folder/release" || status=$?
  count "$status" "what an outsider sees of it"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
