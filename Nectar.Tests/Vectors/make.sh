#!/usr/bin/env bash
# Writes the golden data of the reference crates and of the host anew: the same sources give the same bytes.
set -euo pipefail
cd "$(dirname "$0")"
if [ $# -gt 0 ]; then
  cat <<'TEXT'
usage: ./make.sh

Writes xdr/, strkey/, hashes/, genesis/, nectar/, blend/ and host/, and the stories that the host's tests play. Needs cargo.
`git diff --stat` says afterwards whether anything changed.
TEXT
  [ "$1" = --help ] && exit 0 || exit 2
fi
# The lock file of writer/ follows the contracts, whose own are its dependencies.
host=../../Nectar.LocalNet/host
cargo run --release --manifest-path writer/Cargo.toml -- . xdr strkey hashes genesis nectar blend
cargo run --release --manifest-path writer/Cargo.toml -- "$host/tests/stories" stories
NECTAR_WRITE=1 cargo test --locked --release --manifest-path "$host/Cargo.toml" --test host golden
