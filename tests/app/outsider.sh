#!/bin/sh
# What somebody outside sees of an installed case file while people work in it, as root: sh tests/app/outsider.sh BUILD.
set -eu
build=$1
if [ "$(id -u)" -ne 0 ]; then
  echo "Not run as root: an outsider's view of the installed program was not tried."
  exit 0
fi
root=$(mktemp -d)
screen=
trap 'kill $screen 2>/dev/null || true; rm -rf "$root"' EXIT
failed=0

complain() {
  echo "$*"
  failed=1
}

# Accounts that every Debian has: nobody's group lends, games works here, backup looks after the program, news is a stranger.
DESTDIR=$root cmake --install "$build" --prefix /usr >"$root/log" 2>&1 || { cat "$root/log"; exit 1; }
program=$root/usr/bin/quorate
place=$root/var/lib/quorate
mkdir -p "$place/backups" "$root/games" "$root/news" "$root/etc/quorate"
chmod 755 "$root"
chown root:nogroup "$place" "$place/backups" "$program"
chmod 2770 "$place" "$place/backups"
chmod 2755 "$program"
chown games:games "$root/games"
chown news:news "$root/news"
as() {
  account=$1
  shift
  setpriv --reuid="$account" --regid="$account" --clear-groups env -i HOME="$root/$account" TERM=dumb LANG=C.UTF-8 PATH="$PATH" "$@" 2>"$root/said"
}
refused() {
  why=$1
  status=$2
  shift 2
  got=0
  as "$@" >"$root/out" || got=$?
  [ "$got" -eq "$status" ] || complain "$why: exit $got, and said: $(cat "$root/said")"
  [ ! -s "$root/out" ] || complain "$why: it printed $(head -c 200 "$root/out")"
}

said=$("$program" init "$place/casefile.db" --authority "Northgate Council" --la-code 201 --profile national)
case $said in *"Open it with: quorate") ;; *) complain "who made the file was told: $said" ;; esac
"$program" user add games --roles business_support >/dev/null
"$program" user add backup --roles administrator >/dev/null
"$program" backup --new-key "$root/key" >/dev/null
"$program" backup --public-key "$root/key.public" "$place/backups/night.sealed" >/dev/null

# Somebody at work: a full screen in a terminal of its own.
mkfifo "$root/keys"
setpriv --reuid=games --regid=games --clear-groups env -i HOME="$root/games" TERM=xterm LANG=C.UTF-8 PATH="$PATH" SECRET=of-the-caller \
  script -qfc "$program" /dev/null <"$root/keys" >"$root/seen" 2>&1 &
screen=$!
exec 7>"$root/keys"
at_work=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  at_work=$(pgrep -o -u games -f "^$program\$" || true) # the elder of two: the other is its attendant
  [ -n "$at_work" ] && [ -e "$place/casefile.db.here" ] && break
  sleep 0.2
done
if [ -z "$at_work" ]; then
  complain "nobody is at work: $(cat "$root/seen")"
  exit 1
fi
attendant=$(pgrep -P "$at_work" || true)
[ "$(cat "/proc/$attendant/comm")" = quorate-attends ] || complain "beside the screen is not its attendant but: $attendant"
[ "$(awk '/^Gid:/ { print $2, $3, $4, $5 }' "/proc/$attendant/status")" = "$(id -g games) $(id -g games) $(id -g games) $(id -g games)" ] ||
  complain "the attendant has the lent group"
grep -q '^NoNewPrivs:.1$' "/proc/$at_work/status" || complain "the screen may gain rights"

for account in games news; do
  for name in "$place/casefile.db" "$place/casefile.db-journal" "$place/casefile.db.here" "$place/backups/night.sealed" "/proc/$at_work/mem" \
    "/proc/$at_work/maps" "/proc/$at_work/environ" "/proc/$at_work/fd/3" "/proc/$at_work/fd/4" "/proc/$at_work/root$place/casefile.db" \
    "/proc/$attendant/mem" "/proc/$attendant/environ" "/proc/$attendant/fd/3"; do
    case $name in "$place"/*) [ -e "$name" ] || complain "$name is not there to be tried" ;; esac
    as "$account" cat "$name" >/dev/null && complain "$account can read $name"
    as "$account" cp "$name" "$root/$account/copy" && complain "$account can copy $name"
    as "$account" ln "$name" "$root/$account/name" && complain "$account can give $name a second name"
    as "$account" rm -f "$name" && complain "$account can remove $name"
  done
  for folder in "$place" "$place/backups" "/proc/$at_work/cwd/" "/proc/$at_work/fd" "/proc/$attendant/fd"; do
    as "$account" ls "$folder" >/dev/null && complain "$account can list $folder"
    as "$account" touch "$folder/casefile.db-wal" && complain "$account can put a file into $folder"
  done
done
[ -z "$(find "$place" -type f ! -perm 660 ! -perm 600)" ] || complain "a file is for others too: $(find "$place" -type f ! -perm 660 ! -perm 600)"

# What the program is while somebody works.
grep -q '^Umask:.0077$' "/proc/$at_work/status" || complain "its files are not for their owner alone"
[ "$(awk '/^Groups:/ { print NF - 1 }' "/proc/$at_work/status")" -le 1 ] || complain "it has further groups"
"$program" doctor | grep -q 'no core file' || complain "this is no released build: memory and core files were not tried"
grep -q '^Max core file size *0 *0 ' "/proc/$at_work/limits" || complain "a core file may be written"
kill -ABRT "$at_work"
wait "$screen" 2>/dev/null || true
for _ in 1 2 3 4 5 6 7 8 9 10; do
  grep -qs '^State:.[^Z]' "/proc/$attendant/status" || break
  sleep 0.1
done
grep -qs '^State:.[^Z]' "/proc/$attendant/status" && complain "the attendant outlives the screen"
screen=
[ -z "$(find "$root" -type f \( -name core -o -name 'core.[0-9]*' \))" ] || complain "a core file was written"
exec 7>&-

# Every verb refuses who is not of the file, and prints nothing of it.
for words in due today "show C-0001" audit "audit verify" "user list" "user add news --roles manager" "export plans" "letter agenda C-0001" send \
  retention "backup $root/news/mine" "backup $place/backups"; do
  # shellcheck disable=SC2086 # words of a command
  refused "a stranger's \"$words\"" 4 news "$program" $words
  grep -q 'news is not a user' "$root/said" || complain "a stranger's \"$words\" was told: $(cat "$root/said")"
done
refused "a stranger named by the environment" 4 news USER=games LOGNAME=games SUDO_UID=0 HOME="$root/games" "$program" due
refused "a stranger under another name" 4 news "$program" --user games due
refused "a stranger's own way to the file" 1 news "$program" --file "$place/casefile.db" due
as news "$program" doctor >"$root/out" && complain "doctor let a stranger in"
grep -qE '^..(audit log|records held|mail queue|size|authority): ' "$root/out" && complain "doctor tells a stranger of the file: $(cat "$root/out")"
as games "$program" doctor >"$root/out" || complain "doctor does not work for whoever works here: $(cat "$root/said")"
grep -q 'form of the file: version' "$root/out" || complain "doctor does not find the installed file: $(cat "$root/out")"

# A second name of the program, in a folder of one's own with settings of one's own and the way to the council's file.
mkdir -p "$root/games/usr/bin" "$root/games/usr/share" "$root/games/etc/quorate" "$root/games/var"
ln "$program" "$root/games/usr/bin/quorate"
ln -s "$root/usr/share/quorate" "$root/games/usr/share/quorate"
ln -s "$root/var/lib" "$root/games/var/lib"
chown -hR games "$root/games/usr/share" "$root/games/etc" "$root/games/var"
refused "a second name of the program" 4 games "$root/games/usr/bin/quorate" due
grep -q 'not the one that was installed' "$root/said" || complain "a second name of the program was told: $(cat "$root/said")"

# A case file of one's own is not brought to the council's place as a back-up: not while it is there, not when it is gone.
as news "$program" --file "$root/news/own.db" init "$root/news/own.db" --authority Mine --la-code 201 --profile national >/dev/null || complain "$(cat "$root/said")"
echo "four plain words here" >"$root/news/words"
chown news "$root/news/words"
as news "$program" --file "$root/news/own.db" backup "$root/news/own.sealed" --passphrase-file "$root/news/words" >/dev/null || complain "$(cat "$root/said")"
refused "a stranger's back-up over the council's file" 4 news "$program" restore "$root/news/own.sealed" --passphrase-file "$root/news/words"
mv "$place/casefile.db" "$root/kept"
refused "a stranger's back-up in the empty place" 4 news "$program" restore "$root/news/own.sealed" --passphrase-file "$root/news/words"
[ ! -e "$place/casefile.db" ] || complain "a stranger's case file is the council's now"
head -c 4096 /dev/zero >"$place/casefile.db"
chown root:nogroup "$place/casefile.db"
refused "a stranger's back-up over a damaged file" 4 news "$program" restore "$root/news/own.sealed" --passphrase-file "$root/news/words"
"$program" restore "$place/backups/night.sealed" --key "$root/key.secret" >/dev/null || complain "root cannot restore"
as games "$program" audit verify >/dev/null 2>&1 || true
as backup "$program" audit verify >/dev/null || complain "what root restored is not sound: $(cat "$root/said")"
exit $failed
