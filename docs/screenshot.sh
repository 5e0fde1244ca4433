#!/usr/bin/env bash
# Takes pictures of the real pages on the embedded network, in the machine's Chromium, which the tests know how to drive.
#   docs/screenshot.sh [file]          the home page after the first liquidation, 1280 by 1500 pixels; default docs/home.png
#   docs/screenshot.sh --all folder    every page at 360, 768 and 1280 pixels, whole: the vault without a wallet, connected,
#                                      before signing, after a deposit and for a watched address; the console signed
#                                      out and in; the sandbox before, in and after a run
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-docs/home.png}
case $file in
  -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --all) [ $# -eq 2 ] || { echo "screenshot.sh: --all needs a folder" >&2; exit 2; } ;;
esac

# draw TEST VARIABLE PLACE
draw() {
  if [ -z "${NECTAR_BUILT:-}" ]; then dotnet build --nologo -v q -c Release Nectar.Tests/Nectar.Tests.csproj; fi
  env "$2=$(realpath -m "$3")" Nectar.Tests/bin/Release/net10.0/Nectar.Tests -method "*.PicturesTests.$1" -explicit only
}

if [ "$file" = --all ]; then
  mkdir -p "$2"
  draw Every_page_is_drawn_in_its_states_at_three_widths NECTAR_PICTURES "$2"
  ls "$2"/*.png
else
  draw The_home_page_is_drawn_with_its_first_liquidation NECTAR_PICTURE "$file"
  echo "$file"
fi
