#!/bin/sh
# The long form of what the suite tries in short: every step of every failure, thousands of kills and of images after a
# power cut, a million random keys: sh tests/soak.sh [FOLDER], two at a time (QUORATE_JOBS) at low priority. Two builds:
# with sanitizers where mistakes with memory are looked for, without them where the same work is done ten thousand times; each
# day another eighth of the verbs is swept with them as well. Each prints what it counted; the last line what passed,
# what failed and how long it took.
set -eu

say() {
  # What it counted, and what went wrong.
  grep -E '^[^\[].*[0-9]|ERROR|FAILED' "$1" | grep -vE '^\[ +(OK|RUN|PASSED)|^casework_[a-z_]*$' | tail -n 20 | sed 's/^/  /' || true
}

# BUILD:TEST:SHARE:SEED, of which the last two may be empty.
if [ "${1:-}" = --one ]; then
  folder=$2
  IFS=: read -r build test share seed <<EOF
$3
EOF
  log=$folder/$(echo "$3" | tr ':/' '__').log
  begun=$(date +%s)
  [ -z "$share" ] || export QUORATE_SHARE="$share"
  [ -z "$seed" ] || export QUORATE_SEED="$seed" QUORATE_TURNS=250000
  if (cd "$folder/$build" && exec nice -n 19 "tests/$test") >"$log" 2>&1; then said=passed; else said=FAILED; fi
  echo "$test $share$seed ($build): $said in $(($(date +%s) - begun)) s
$(say "$log")"
  echo "$said" >>"$folder/said"
  exit 0
fi

cd "$(dirname "$0")/.."
folder=${1:-build-soak}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
eighth=$(($(date +%j | sed 's/^0*//') % 8))
# The longest first, so that none is left over alone.
plan="plain:fault_test_every_verb:0/4: plain:fault_test_every_verb:1/4: plain:fault_test_every_verb:2/4:
plain:fault_test_every_verb:3/4: asan:screen_test_random_keys::1 asan:screen_test_random_keys::2
asan:screen_test_random_keys::3 asan:screen_test_random_keys::4 asan:fault_test_every_verb:$eighth/8:
plain:fault_test_backup_sweep:: plain:fault_test_power_loss:: plain:app_test_demo:: asan:fault_test_kill::
asan:fault_test_store_sweep:: plain:fault_test_erase_sweep:: asan:fault_test_close_sweep:: asan:fault_test_end_sweep::
plain:fault_test_letter_sweep:: asan:fault_test_backup_beside:: plain:fault_test_forty::
asan:screen_test_hang_up:: asan:screen_test_two_save:: asan:screen_test_hostile_text:: plain:store_test_seal:: asan:store_test_seal_bytes::
asan:store_test_backup:: asan:casework_test_booking_race:: asan:casework_test_letter_facts::
asan:screen_test_two_act::"

for build in asan plain; do
  [ "$build" = asan ] && sanitize=ON || sanitize=OFF
  [ -f "$folder/$build/build.ninja" ] || cmake -S . -B "$folder/$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_C_FLAGS_DEBUG="-O1 -g" -DQUORATE_SANITIZE="$sanitize" >/dev/null
  # shellcheck disable=SC2046 # a list of names
  nice -n 19 cmake --build "$folder/$build" --target quorate_press \
    $(echo "$plan" | tr ' ' '\n' | grep "^$build:" | cut -d: -f2 | sort -u) >/dev/null
done

# Where there is memory to lie in, no disk is waited for: what a disk loses is played.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
export QUORATE_SOAK=1 LC_ALL=C.UTF-8 TZ=Europe/London
: >"$folder/said"
begun=$(date +%s)
echo "$plan" | tr ' ' '\n' | xargs -P "${QUORATE_JOBS:-2}" -n 1 sh tests/soak.sh --one "$folder"
failed=$(grep -c FAILED "$folder/said" || true)
echo "$(grep -c passed "$folder/said" || true) passed, $failed failed, in $((($(date +%s) - begun) / 60)) minutes"
[ "$failed" -eq 0 ]
