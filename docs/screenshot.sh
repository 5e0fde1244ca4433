#!/usr/bin/env bash
# Takes the README's picture from the real page: starts the app on its embedded network, waits for the first
# liquidation, and lets the machine's Chromium draw the page.
#   docs/screenshot.sh [file [width [height]]]     default docs/home.png 1280 1500
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-docs/home.png} width=${2:-1280} height=${3:-1500} port=${API_PORT:-18080}
case $file in -h | --help) sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
chromium=${NECTAR_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || { echo "screenshot.sh: no Chromium; install the package chromium or name one in NECTAR_CHROMIUM" >&2; exit 1; }

dotnet build --nologo -v q -c Release Nectar.Web/Nectar.Web.csproj
data=$(mktemp -d)
API_PORT=$port NECTAR_DATA=$data dotnet Nectar.Web/bin/Release/net10.0/Nectar.Web.dll >"$data/log" 2>&1 &
app=$!
trap 'kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; rm -rf "$data"' EXIT

echo "waiting for the first liquidation" >&2
for _ in $(seq 180); do
  if curl -fs "http://localhost:$port/metrics" | grep -Eq '^nectar_liquidations_total [1-9]'; then
    sleep 5
    "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$data/browser" \
      --window-size="$width,$height" --timeout=6000 --screenshot="$PWD/$file" "http://localhost:$port/" >"$data/browser.log" 2>&1
    echo "$file"
    exit 0
  fi
  sleep 1
done
echo "screenshot.sh: no liquidation within three minutes; the app said:" >&2
tail -20 "$data/log" >&2
exit 1
