#!/bin/sh
# Measures start, bytes and milliseconds per key, memory and imports, beside less, tig and calcurse where they are
# installed. Not part of the tests. Usage: sh tests/bench/run.sh [--largest] [--write]
#   --largest  also ten years of the largest council (about two minutes to make)
#   --write    also writes docs/benchmarks.md
set -eu
cd "$(dirname "$0")/../.."

largest=no
write=
for word; do
  case $word in
  --largest) largest=yes ;;
  --write) write="--write docs/benchmarks.md" ;;
  *)
    echo "usage: sh tests/bench/run.sh [--largest] [--write]" >&2
    exit 2
    ;;
  esac
done

build=build-bench
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$build" -j 2 --target quorate letters_bench reports_bench record_bench plan_list_bench core_groups_bench backup_bench review_horizon_bench audit_bench forty_bench erase_bench >/dev/null
quorate=$PWD/$build/quorate

scratch=$(mktemp -d "${TMPDIR:-/tmp}/quorate-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT INT TERM
demo() { # demo FILE FAMILIES YEARS
  echo "making $2 families over $3 years ..." >&2
  "$quorate" demo --families "$2" --years "$3" --seed 1 --today 2026-04-01 --out "$1" --no-open >/dev/null
}
demo "$scratch/median.db" 450 2
demo "$scratch/large.db" 5000 2
council=large
set -- --file "450 families=$scratch/median.db" --file "5,000 families=$scratch/large.db"
if [ "$largest" = yes ]; then
  demo "$scratch/largest.db" 12000 10
  council=largest
  set -- "$@" --file "12,000 families, 10 years=$scratch/largest.db"
fi
# shellcheck disable=SC2086
python3 -B tests/bench/bench.py --quorate "$quorate" --folder "$scratch" --samples tests/fixtures/samples "$@" $write

also() {
  printf '\n## Letters, reports and the list\n\nWhat `tests/letters_bench`, `tests/reports_bench` and `tests/plan_list_bench` print: to be under 300 ms, 10 s, 50 ms, and 10 ms a letter\nwith 5,000 families.\n\n```\n'
  "$build/tests/letters_bench"
  "$build/tests/reports_bench" | grep ' ms$'
  "$build/tests/plan_list_bench" "$scratch/large.db"
  "$build/tests/core_groups_bench" "$scratch/$council.db"
  printf '```\n\n## Reviews to come\n\nWhat `tests/review_horizon_bench` prints of ten years of the largest council, beside a plain SELECT of the same rows: opening is to cost\nunder 60 ms of CPU.\n\n```\n'
  "$build/tests/review_horizon_bench"
  printf '```\n\n## A section of forty pages\n\nWhat `tests/record_bench` prints: a letter is to cost at most 40 bytes.\n\n```\n'
  "$build/tests/record_bench" 2>/dev/null | grep -a '^120 KB\|bytes$'
  printf '```\n\n## Back-ups\n\nWhat `tests/backup_bench` prints of 5,000 families: the best of three turns each.\n\n```\n'
  "$build/tests/backup_bench" "$scratch/large.db" "$scratch"
  printf '```\n\n## The audit log\n\nWhat `tests/audit_bench` prints of two million rows: each page is to open at once.\n\n```\n'
  "$build/tests/audit_bench" "$scratch"
  printf '```\n\n## Forty people\n\nWhat `tests/forty_bench` prints: forty processes look every three seconds and save every twenty, with a back-up beside; then six times as\nfast. In turns with it the same pages are read by the same SELECTs and the same rows are written on bare SQLite, with the same journal, the\nsame guards and as many syncs, without permission or audit row: a save is to cost at most twice as much. A look leaves a row\nin the audit log before anything is shown, and so costs what it costs on bare SQLite and a save.\n\n```\n'
  "$build/tests/forty_bench" "$scratch/median.db" "$scratch" 12
  printf '```\n\n## Forty who watch\n\nWhat `tests/bench/watching.py` prints: forty screens are open and nobody types there, while one other person saves every second.\n\n```\n'
  python3 -B tests/bench/watching.py "$quorate" "$scratch/median.db" "$scratch"
  printf '```\n\n## A record that goes\n\nWhat `tests/erase_bench` prints: others wait while it is erased, and while the file is packed.\n\n```\n'
  "$build/tests/erase_bench" "$scratch/$council.db" "$scratch"
  printf '```\n'
  cat tests/bench/keys.md
}
if [ -n "$write" ]; then
  also | tee -a docs/benchmarks.md
else
  also
fi
