# For the scripts here to source: starts the built app on its embedded network, and waits for its first liquidation.
# Needs `port`; sets `chromium`, `data` (a folder that goes with the app) and `app`.
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
