#!/bin/sh
# docs/install.md followed on a root folder: sh tests/app/install.sh BUILD. What needs another account is tried when this runs as root.
set -eu
build=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
failed=0

complain() {
  echo "$*"
  failed=1
}

DESTDIR=$root cmake --install "$build" --prefix /usr >"$root/log" 2>&1 || { cat "$root/log"; exit 1; }
rm "$root/log"
for file in usr/bin/quorate usr/share/quorate/policy/national.yaml usr/share/quorate/holidays usr/share/quorate/letters/agenda \
  usr/share/man/man1/quorate.1 usr/lib/systemd/system/quorate-send.service usr/lib/systemd/system/quorate-send.timer usr/lib/systemd/system/quorate-backup.timer \
  usr/lib/sysusers.d/quorate.conf usr/lib/tmpfiles.d/quorate.conf usr/share/doc/quorate/examples/sshd.conf; do
  [ -e "$root/$file" ] || complain "$file is not installed"
done
for page in $(grep -rhoE '"[^"]*docs/[a-z]+\.md' "$(dirname "$0")/../../src" --include='*.c' | grep -oE 'docs/[a-z]+\.md' | sort -u); do
  [ -e "$root/usr/share/doc/quorate/$page" ] || complain "a message names $page, which is not installed"
done
[ ! -e "$root/usr/share/quorate/schema" ] || complain "the schema travels in the program, not beside it"
if grep -rn '@CMAKE' "$root/usr/lib" "$root/usr/share/doc"; then complain "a place was not filled in"; fi
grep -q '^ExecStart=/.*/quorate send$' "$root/usr/lib/systemd/system/quorate-send.service" || complain "the timer starts something else"
grep -q 'ForceCommand /.*/quorate$' "$root/usr/share/doc/quorate/examples/sshd.conf" || complain "the SSH example starts something else"
"$root/usr/bin/quorate" --version | grep -q '^quorate ' || complain "the installed program does not start"

if [ "$(id -u)" -ne 0 ]; then
  echo "Not run as root: the lent group was not tried."
  exit $failed
fi

# The folder that only the program may enter. The accounts are of every Debian: nobody's group lends, games works, news is a stranger.

program=$root/usr/bin/quorate
case_folder=$root/var/lib/quorate
mkdir -p "$case_folder" "$root/games"
chown root:nogroup "$case_folder" "$program"
chmod 2770 "$case_folder"
chmod 2755 "$program"
chown games:games "$root/games"
as() {
  account=$1
  shift
  setpriv --reuid="$account" --regid="$account" --clear-groups env -i HOME="$root/$account" TERM=dumb LANG=C.UTF-8 \
    LD_PRELOAD=/nowhere/evil.so QUORATE_FILE="$root/games/other.db" XDG_CONFIG_HOME=/nowhere TERMINFO=/nowhere "$@" 2>"$root/said"
}

grep -q '^ExecStart=/.*/quorate backup /var/lib/quorate/backups$' "$root/usr/lib/systemd/system/quorate-backup.service" ||
  complain "the nightly back-up starts something else"
"$program" init "$case_folder/casefile.db" --authority "Northgate Council" --la-code 201 --profile national >/dev/null
[ "$(stat -c '%a %G' "$case_folder/casefile.db")" = "660 nogroup" ] || complain "the case file is not its group's: $(stat -c '%a %G' "$case_folder/casefile.db")"
"$program" user add games --roles business_support >/dev/null || complain "root cannot add a user to the installed file"

as games "$program" due --json >"$root/due" || complain "the account that was added cannot work: $(cat "$root/said")"
[ "$(tr -d ' \n' <"$root/due")" = "[]" ] || complain "another file was opened: $(cat "$root/due")"
as games cat "$case_folder/casefile.db" >/dev/null && complain "an account could read the case file by itself"
as games "$program" --file "$case_folder/casefile.db" due >/dev/null && complain "a named file was opened with the lent group"
as games "$program" --config "$root/games" due >/dev/null && complain "settings of one's own were taken for the council's file"
as games "$program" import people "$case_folder/casefile.db" >/dev/null && complain "the case file could be taken in as a spreadsheet"
grep -q 'could not be opened' "$root/said" || complain "the refusal to read a file was: $(cat "$root/said")"
as games "$program" demo --families 40 --years 1 --out "$case_folder/mine.db" --no-open >/dev/null && complain "a file could be put beside the case file"
[ ! -e "$case_folder/mine.db" ] || complain "a file was put beside the case file"
mkdir "$case_folder/backups"
"$program" backup --new-key "$root/key" >/dev/null
mkdir "$root/backup"
chown backup "$root/key.public" "$root/backup"
"$program" user add backup --roles administrator >/dev/null || complain "root cannot add an administrator"
"$program" backup --public-key "$root/key.public" "$case_folder/backups" >/dev/null || complain "no back-up into a folder"
[ -e "$case_folder/backups/quorate-$(TZ=Europe/London date +%F).sealed" ] || complain "a back-up in a folder is not called after its day"
as backup "$program" backup --public-key "$root/key.public" "$case_folder/mine.sealed" >/dev/null && complain "a back-up could be put beside the case file"
as backup "$program" backup --public-key "$root/key.public" "$root/backup/mine.sealed" >/dev/null || complain "whoever may back up cannot: $(cat "$root/said")"
[ "$(stat -c '%U %a' "$root/backup/mine.sealed")" = "backup 600" ] || complain "a back-up is not its maker's own"
"$program" restore --key "$root/key.secret" "$root/backup/mine.sealed" >/dev/null || complain "a back-up cannot be put back"
[ "$(stat -c '%a %G' "$case_folder/casefile.db")" = "660 nogroup" ] || complain "restored, the case file is not its group's: $(stat -c '%a %G' "$case_folder/casefile.db")"
as games "$program" due >/dev/null || complain "nobody can work in what was restored: $(cat "$root/said")"
as news "$program" due >/dev/null && complain "a stranger could open the case file"
grep -q 'news' "$root/said" || complain "the stranger was told: $(cat "$root/said")"
as games "$program" demo --families 40 --years 1 --out "$root/games/demo.db" --no-open >/dev/null || complain "a demonstration cannot be made: $(cat "$root/said")"
[ "$(stat -c '%U %G %a' "$root/games/demo.db")" = "games games 600" ] || complain "the demonstration is not its maker's own: $(stat -c '%U %G %a' "$root/games/demo.db")"

# At the screen: mail, and the lock, as somebody who has a password in a view of the machine that only this test has.
here=$(cd "$(dirname "$0")" && pwd)
if unshare --mount true 2>/dev/null; then
  QUORATE_OWN_VIEW=yes unshare --mount sh "$here/screen.sh" "$root" || failed=1
else
  echo "No view of the machine of one's own is to be had here: the lock was not opened."
  sh "$here/screen.sh" "$root" || failed=1
fi

# A copy of the program with settings beside it that anybody may change is not the installed one.
mkdir -p "$root/games/usr/bin"
cp -a "$program" "$root/games/usr/bin/quorate"
cp -a "$root/usr/share" "$root/games/usr/share"
chown -R games "$root/games/usr/share"
as games "$root/games/usr/bin/quorate" due >/dev/null && complain "a copy with settings of its own was let in"
grep -q 'not the one that was installed' "$root/said" || complain "the copy was told: $(cat "$root/said")"
exit $failed
