#!/usr/bin/env bash
# Builds the contracts into wasm/:  ./build.sh [--check] [CONTRACT...]   (./build.sh --help tells more)
# Needs rustup's target wasm32v1-none, or Debian's rustc-web, cargo-web, rust-web-src and lld-19.
set -euo pipefail
cd "$(dirname "$0")"
# A build brings Cargo.lock up to date, as cargo does; a check changes nothing.
locked=()
for argument in "$@"; do
  if [ "$argument" = --check ]; then locked=(--locked); fi
done
exec cargo run --quiet --release "${locked[@]}" -p wasm-artefacts -- "$@"
