#!/usr/bin/env bash
# Takes pictures of the real pages on the embedded network, in the machine's Chromium.
#   docs/screenshot.sh [file [width [height]]]     the home page after the first liquidation; default docs/home.png 1280 1500
#   docs/screenshot.sh --all folder                every page at 360, 768 and 1280 pixels, whole: the vault without a wallet, connected,
#                                                  before signing and after a deposit; the console signed out and in
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-docs/home.png} width=${2:-1280} height=${3:-1500} port=${API_PORT:-18080}
case $file in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --all) [ $# -eq 2 ] || { echo "screenshot.sh: --all needs a folder" >&2; exit 2; } ;;
esac

if [ "$file" = --all ]; then
  mkdir -p "$2"
  if [ -z "${NECTAR_BUILT:-}" ]; then dotnet build --nologo -v q -c Release Nectar.Tests/Nectar.Tests.csproj; fi
  # Where circuits connect and wallets sign, a browser has to be driven: the tests know how.
  NECTAR_PICTURES=$(realpath "$2") Nectar.Tests/bin/Release/net10.0/Nectar.Tests -class '*.PicturesTests' -explicit only
  ls "$2"/*.png
  exit
fi

. docs/running-app.sh
sleep 5
"$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$data/browser" \
  --window-size="$width,$height" --timeout=6000 --screenshot="$(realpath -m "$file")" "http://localhost:$port/" >"$data/browser.log" 2>&1
echo "$file"
