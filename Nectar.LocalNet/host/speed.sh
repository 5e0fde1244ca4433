#!/usr/bin/env bash
# Prints how the wasm file's speed compares to the native library's, measured side by side in one run.
set -euo pipefail
cd "$(dirname "$0")"
if [ $# -gt 0 ]; then
  cat <<'TEXT'
usage: ./speed.sh

Times the calls of a market's story at Blend's pool, natively and in the wasm file, which is built with the same
optimisation. The shortest of many turns counts.
TEXT
  [ "$1" = --help ] && exit 0 || exit 2
fi
cargo run --profile speed --example speed
node -p 'const r = JSON.parse(require("fs").readFileSync("nectar-host.build.json")); `\n${r.wasm_bytes} bytes, ${r.brotli_bytes} with brotli`'
