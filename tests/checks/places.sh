#!/bin/sh
# No file names the machine it was written on or a host that packages came from: a checkout works anywhere.
set -u
cd "$1" || exit 1
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT

self=tests/checks/places.sh
find .ci CMakeLists.txt README.md cmake data docs include src tests -type f ! -name '*.png' ! -path '*/corpus/*' ! -path $self 2>/dev/null |
  sort | xargs grep -nIE \
    -e '(^|[^A-Za-z0-9_.-])/(home|root|work|Users|mnt|media)/[A-Za-z0-9_]' \
    -e '/tmp/(team|build)' \
    -e 'https?://(localhost|[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+|[A-Za-z0-9-]+(:[0-9]+)?/)' \
    -e '[A-Za-z0-9.-]+\.(local|internal|lan|corp)(:[0-9]+)?/' \
    -e '(deb\.debian|registry\.npmjs|pypi|files\.pythonhosted|proxy\.golang|index\.crates|static\.crates|repo\.maven|rubygems)\.(org|io|com|apache\.org)' \
    >"$bad"
cat "$bad"
[ ! -s "$bad" ]
