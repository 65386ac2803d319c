#!/bin/sh
# The installed program at its screen, for install.sh: sh tests/app/screen.sh ROOT. A letter goes by the mail command, and a locked screen is
# opened by PAM and its own helper, neither of which the confined screen could start itself. Where this may have a view of the machine
# of its own (unshare --mount), the account has a password there; elsewhere a wrong one is tried.
set -eu
root=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/usr/bin/quorate
at_work=
trap 'kill $at_work 2>/dev/null || true' EXIT

complain() {
  echo "$*"
  tail -c 3000 "$root/seen" | tr -d '\033'
  exit 1
}

# Types what stands first, then waits until the words are on the screen, as often as is said (since the beginning).
seen() {
  printf '%b' "$1" >&7
  for _ in $(seq 100); do
    [ "$(grep -aoF "$2" "$root/seen" | wc -l)" -ge "${3:-1}" ] && return 0
    sleep 0.1
  done
  complain "after \"$1\": no \"$2\" on the screen"
}

as_games() {
  setpriv --reuid=games --regid=games --clear-groups env -i HOME="$root/games" TERM=xterm LANG=C.UTF-8 PATH="$PATH" "$@"
}

password=
if [ "${QUORATE_OWN_VIEW:-}" = yes ]; then
  password='correct horse'
  cp -a /etc/pam.d "$root/pam.d"
  cp "$root/usr/lib/pam.d/quorate" "$root/pam.d/quorate"
  # shellcheck disable=SC2016 # perl's own names
  PASSWORD=$password perl -pe 's/^games:[^:]*:/"games:" . crypt($ENV{PASSWORD}, q($6$quorate$)) . ":"/e' /etc/shadow >"$root/shadow"
  chown root:shadow "$root/shadow"
  chmod 640 "$root/shadow"
  mount --bind "$root/pam.d" /etc/pam.d
  mount --bind "$root/shadow" /etc/shadow
fi

mkdir -p "$root/etc/quorate"
{
  cat "$here/data/demo/authority.yaml"
  echo "mail: {command: [tee, -a, \"$root/games/mailed\"], from_address: unit@northgate.example.net}"
} >"$root/etc/quorate/authority.yaml"
for kind in contacts people requests; do
  file=$here/tests/fixtures/journeys/$kind.csv
  [ $kind = contacts ] && file=$here/tests/fixtures/samples/median-authority-contacts.csv
  cp "$file" "$root/games/$kind.csv"
  chown games "$root/games/$kind.csv"
  as_games "$program" --today 2026-04-01 import $kind "$root/games/$kind.csv" >/dev/null
done

mkfifo "$root/keys"
: >"$root/seen"
as_games script -qfc "$program --today 2026-04-01" /dev/null <"$root/keys" >"$root/seen" 2>&1 &
exec 7>"$root/keys"
seen '' 'Today'
at_work=$(pgrep -o -u games -f "^$program --today")
grep -q '^NoNewPrivs:.1$' "/proc/$at_work/status" || complain "the installed screen is not confined"

seen 'c/zdziarska\r' 'Zdziarska'
seen 'b' 'Book'
seen '\r' 'Book Zdziarska for'
seen 'y' 'Saved: C-'
reference=$(grep -aoE 'Saved: C-[0-9]+' "$root/seen" | head -n 1)
seen ":${reference#Saved: }\\r" 'Initial conference'
seen '3' 'Nobody is on the list yet'
seen 'p\r' 'put on the list'
seen 'is' 'Send 6 letters'
seen 'y' 'Nobody on the list waits for an invitation'
grep -q '^From: .*unit@northgate.example.net' "$root/games/mailed" || complain "no letter was mailed"
[ "$(stat -c '%U %G' "$root/games/mailed")" = "games games" ] || complain "the mail command had another's rights: $(stat -c '%U %G' "$root/games/mailed")"

seen 'X' 'Password:'
seen 'battery staple\r' 'That is not the password'
[ -z "$password" ] || seen "$password\\r" 'Nobody on the list waits for an invitation' 2
kill "$at_work"
wait
at_work=
exec 7>&-
