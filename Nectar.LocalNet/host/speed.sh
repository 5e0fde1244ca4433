#!/usr/bin/env bash
# Prints how the wasm file's speed compares to the native library's, measured side by side in one run.
set -euo pipefail
cd "$(dirname "$0")"
if [ "${1:-}" = --help ] || [ $# -gt 1 ]; then
  cat <<'TEXT'
usage: ./speed.sh [POOL.wasm]    the wasm of a Blend v2 pool; where none is named, the one that the contracts' tests use

Native and wasm are built with the same profile. The shortest of many turns counts.
TEXT
  [ "${1:-}" = --help ] && exit 0 || exit 2
fi
pool="${1:-}"
if [ -z "$pool" ]; then
  manifest=$(cargo metadata --format-version 1 --locked --manifest-path ../../contracts/Cargo.toml |
    node -p 'JSON.parse(require("fs").readFileSync(0)).packages.find(p => p.name === "blend-contract-sdk").manifest_path')
  pool="$(dirname "$manifest")/wasm/pool.wasm"
fi
cargo run --profile speed --example speed -- "$pool"
node -p 'const r = JSON.parse(require("fs").readFileSync("nectar-host.build.json")); `\n${r.wasm_bytes} bytes, ${r.brotli_bytes} with brotli`'
