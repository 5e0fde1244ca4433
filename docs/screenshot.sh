#!/usr/bin/env bash
# Takes pictures of the real pages: starts the app on its embedded network, waits for the first liquidation, and lets
# the machine's Chromium draw them.
#   docs/screenshot.sh [file [width [height]]]     the home page; default docs/home.png 1280 1500
#   docs/screenshot.sh --all folder                every page at 360, 768 and 1280 pixels
set -euo pipefail
cd "$(dirname "$0")/.."
file=${1:-docs/home.png} width=${2:-1280} height=${3:-1500} port=${API_PORT:-18080}
case $file in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --all) [ $# -eq 2 ] || { echo "screenshot.sh: --all needs a folder" >&2; exit 2; } ;;
esac
# file, path, width, height
shoot() {
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$data/browser" \
    --window-size="$3,$4" --timeout=6000 --screenshot="$(realpath -m "$1")" "http://localhost:$port$2" >"$data/browser.log" 2>&1
  echo "$1"
}

shoot_all() {
  local folder=$1 size last
  mkdir -p "$folder"
  last=$(curl -fs "http://localhost:$port/performance" | grep -oE '/liquidations/[0-9a-f-]{36}' | head -1)
  for size in 360,6400 768,3200 1280,2400; do
    for page in home:/ vault:/vault performance:/performance "liquidation:$last" features:/features console:/console; do
      shoot "$folder/${page%%:*}-${size%,*}.png" "${page#*:}" "${size%,*}" "${size#*,}"
    done
  done
}

. docs/running-app.sh
sleep 5
if [ "$file" = --all ]; then shoot_all "$2"; else shoot "$file" / "$width" "$height"; fi
