#!/bin/sh
# The Debian 12 packages that building, testing and looking after Quorate need; `sh docs/packages.sh` installs what is missing.
# `sh docs/packages.sh --list` only names them, one a line. This is the one place that lists them.
set -eu

build="build-essential cmake ninja-build pkg-config libncurses-dev libsqlite3-dev libyaml-dev libsodium-dev libxml2-dev
libutf8proc-dev libjansson-dev libcsv-dev ncurses-term libpango1.0-dev libqpdf-dev libgmime-3.0-dev libical-dev libpam0g-dev
fonts-dejavu-core fonts-droid-fallback fonts-freefont-ttf msmtp"
tests="clang lld clang-format libclang-rt-14-dev libcmocka-dev libvterm-dev poppler-utils"

if [ "${1:-}" = --list ]; then
  for package in $build $tests; do echo "$package"; done
  exit 0
fi

missing=
for package in $build $tests; do
  case "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)" in
  "install ok installed") ;;
  *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "These packages are missing:$missing" >&2
    echo "Ask an administrator to install them with apt-get, then run this again." >&2
    exit 1
  fi
  as_root=sudo
fi
echo "Installing:$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
# shellcheck disable=SC2086 # a list of package names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null
