#!/usr/bin/env bash
# Prints what the contracts' calls cost on the built wasm, as a table:  ./costs.sh [--write]
# --write renews costs.md, from which no call may depart by more than 1 %.
set -euo pipefail
cd "$(dirname "$0")"
exec cargo run --quiet --release --locked -p test-suites --bin costs -- "$@"
