#!/usr/bin/env bash
# Prints what the contracts' calls cost on the built wasm, as a table:  ./costs.sh
# Instructions are those of a fresh Env from a snapshot; "on the network" adds the decoding of entries, as a node meters it.
set -euo pipefail
cd "$(dirname "$0")"
exec cargo run --quiet --release --locked -p test-suites --bin costs -- "$@"
