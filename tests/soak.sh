#!/bin/sh
# The long form of what the suite tries in short: every step of every failure, hundreds of kills, thousands of images
# after a power cut, a million random keys. Takes hours on a small machine: sh tests/soak.sh [FOLDER], at low priority;
# a folder that was built already is used as it is. Each prints what it counted; the last line what passed and failed.
set -eu
cd "$(dirname "$0")/.."

folder=${1:-build-soak}
tests="fault_test_kill fault_test_every_verb fault_test_power_loss fault_test_store_sweep fault_test_backup_sweep
fault_test_backup_beside fault_test_forty fault_test_close_sweep fault_test_end_sweep fault_test_erase_sweep fault_test_letter_sweep
store_test_seal store_test_backup casework_test_booking_race casework_test_letter_facts screen_test_random_keys screen_test_hang_up
screen_test_two_save screen_test_hostile_text app_test_demo"

[ -f "$folder/build.ninja" ] || cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DQUORATE_SANITIZE=ON >/dev/null
# shellcheck disable=SC2086 # a list of names
cmake --build "$folder" --target $tests >/dev/null

export QUORATE_SOAK=1 LC_ALL=C.UTF-8 TZ=Europe/London
passed=0
failed=0
for test in $tests; do
  begun=$(date +%s)
  if nice -n 19 "$folder/tests/$test" >"$folder/$test.log" 2>&1; then
    passed=$((passed + 1))
    said=passed
  else
    failed=$((failed + 1))
    said=FAILED
  fi
  echo "$test: $said in $(($(date +%s) - begun)) s"
  # What it counted, and what went wrong.
  grep -E '^[^\[].*[0-9]|ERROR|FAILED' "$folder/$test.log" | grep -vE '^\[ +(OK|RUN|PASSED)' | head -n 20 | sed 's/^/  /' || true
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
