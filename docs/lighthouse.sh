#!/usr/bin/env bash
# Lets Lighthouse look at the public pages as a phone on a slow network, or as a desktop: starts the built app on its embedded
# network, waits for the first liquidation, and prints each page's four scores, the median of three runs. Ends with 1 where
# performance is under 0.95 (0.98 on a desktop) or another score under 1. Needs Chromium and npx, which fetches Lighthouse 13.5.0.
#   docs/lighthouse.sh [--desktop] [runs [path…]]     default: 3 runs of / /vault /performance /features
set -euo pipefail
cd "$(dirname "$0")/.."
case ${1:-} in -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
least=0.95 as=()
if [ "${1:-}" = --desktop ]; then least=0.98 as=(--preset=desktop); shift; fi
runs=${1:-3}
[[ $runs =~ ^[1-9]$ ]] || { echo "lighthouse.sh: runs is '$runs', a digit from 1 to 9 is needed" >&2; exit 2; }
shift || true
paths=("$@"); [ $# -gt 0 ] || paths=(/ /vault /performance /features)
port=${API_PORT:-18081}
chromium=${NECTAR_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || { echo "${0##*/}: no Chromium; install the package chromium or name one in NECTAR_CHROMIUM" >&2; exit 1; }

if [ -z "${NECTAR_BUILT:-}" ]; then dotnet build --nologo -v q -c Release Nectar.Web/Nectar.Web.csproj; fi
data=$(mktemp -d)
API_PORT=$port NECTAR_DATA=$data dotnet Nectar.Web/bin/Release/net10.0/Nectar.Web.dll >"$data/log" 2>&1 &
app=$!
trap 'kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; rm -rf "$data"' EXIT

echo "waiting for the first liquidation" >&2
for second in $(seq 240); do
  if curl -fs "http://localhost:$port/metrics" | grep -Eq '^nectar_liquidations_total [1-9]'; then break; fi
  [ "$second" -lt 240 ] || { echo "${0##*/}: no liquidation within four minutes; the app said:" >&2; tail -20 "$data/log" >&2; exit 1; }
  sleep 1
done

for path in "${paths[@]}"; do
  for run in $(seq "$runs"); do
    echo "$path, run $run of $runs" >&2
    CHROME_PATH=$chromium npx --yes lighthouse@13.5.0 "http://localhost:$port$path" "${as[@]}" --quiet --output=json --output-path="$data/report-$run.json" \
      --only-categories=performance,accessibility,best-practices,seo --chrome-flags="--headless=new --no-sandbox --disable-dev-shm-usage" >"$data/lighthouse.log" 2>&1 \
      || { cat "$data/lighthouse.log" >&2; exit 1; }
  done
  node -e '
    const [path, least, ...files] = process.argv.slice(1);
    const reports = files.map(f => JSON.parse(require("fs").readFileSync(f)));
    const median = of => reports.map(of).sort((a, b) => a - b)[Math.floor((reports.length - 1) / 2)];
    const scores = ["performance", "accessibility", "best-practices", "seo"].map(c => median(r => r.categories[c].score));
    const [lcp, fcp, tbt, shift] = ["largest-contentful-paint", "first-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(a => median(r => r.audits[a].numericValue));
    console.log(`${path}: performance ${scores[0]}, accessibility ${scores[1]}, best practices ${scores[2]}, SEO ${scores[3]}; LCP ${(lcp / 1000).toFixed(1)} s, FCP ${(fcp / 1000).toFixed(1)} s, TBT ${Math.round(tbt)} ms, CLS ${shift.toFixed(3)}`);
    for (const audit of Object.values(reports[0].audits))
      if (audit.score !== null && audit.score < 1 && ["binary"].includes(audit.scoreDisplayMode)) console.log(`  ${audit.id}: ${audit.title}`);
    process.exitCode = scores[0] >= Number(least) && scores.slice(1).every(s => s === 1) ? 0 : 1;
  ' "$path" "$least" "$data"/report-*.json || missed=1
done
exit "${missed:-0}"
