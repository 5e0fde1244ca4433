#!/usr/bin/env bash
# Prints what the contracts' calls cost when they are built in other ways, as CSV: how the build's settings were chosen.
#   ./variants.sh [--only CONTRACT] [OPT_LEVEL:STACK:OPTIMISER...]     e.g. 3:32768:-O3, which is how they are built
# STACK is in bytes; OPTIMISER is wasm-opt's level, of which -O0 leaves the compiler's code as it is. Without arguments
# every setting is varied by itself. VARIANTS_KEEP=FOLDER keeps what was built. Every variant is built in a copy of the
# workspace, a few minutes each; what is committed stays as it is. With --only one contract is built in other ways and
# its size printed: a test of its own measures what VARIANTS_KEEP kept.
set -euo pipefail
cd "$(dirname "$0")"
case ${1:-} in -h | --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
only=()
if [ "${1:-}" = --only ]; then
  [ -d "${2:-}" ] || { echo "variants.sh: --only needs a contract, not '${2:-}'" >&2; exit 2; }
  only=("$2"); shift 2
fi
[ $# -gt 0 ] || set -- 3:32768:-O3 2:32768:-O3 s:32768:-O3 z:32768:-O3 3:16384:-O3 3:65536:-O3 3:32768:-O0
for variant in "$@"; do
  [[ $variant =~ ^[0-3sz]:[0-9]+:-O[0-4sz]$ ]] || { echo "variants.sh: '$variant' is not OPT_LEVEL:STACK:OPTIMISER" >&2; exit 2; }
done

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar -c --exclude ./target --exclude test_snapshots . | tar -x -C "$copy"
cd "$copy"
# The programs are built once for all variants.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$copy/target}
cp Cargo.toml Cargo.toml.committed
cp wasm-artefacts/src/compile.rs compile.committed
cp wasm-artefacts/src/optimise.rs optimise.committed

header=
for variant in "$@"; do
  IFS=: read -r level stack optimiser <<<"$variant"
  echo "opt-level $level, stack of $stack bytes, wasm-opt $optimiser" >&2
  quoted=$level
  case $level in s | z) quoted="\"$level\"" ;; esac
  sed "/^\[profile.contract/,\$s/^opt-level = .*/opt-level = $quoted/" Cargo.toml.committed >Cargo.toml
  sed "s/zstack-size=[0-9]*/zstack-size=$stack/" compile.committed >wasm-artefacts/src/compile.rs
  sed "s/\"-O3\"/\"$optimiser\"/" optimise.committed >wasm-artefacts/src/optimise.rs
  ./build.sh "${only[@]}" >build.log 2>&1 || { cat build.log >&2; exit 1; }
  if [ -n "${VARIANTS_KEEP:-}" ]; then cp -r wasm "$VARIANTS_KEEP/$level-$stack$optimiser"; fi
  if [ ${#only[@]} -gt 0 ]; then
    echo "$level,$stack,$optimiser,$(stat -c %s "wasm/${only[0]//-/_}.wasm")"
    continue
  fi
  ./costs.sh >costs.md 2>costs.log || { cat costs.log >&2; exit 1; }
  if [ -z "$header" ]; then
    header=$(awk -F' [|] ' 'NR > 2 { sub(/^[|] /, "", $1); printf ",\"%s\"", $1 }' costs.md)
    echo "opt-level,stack,wasm-opt$(for wasm in wasm/*.wasm; do printf ',%s' "$(basename "$wasm")"; done)$header"
  fi
  printf '%s,%s,%s' "$level" "$stack" "$optimiser"
  for wasm in wasm/*.wasm; do printf ',%s' "$(stat -c %s "$wasm")"; done
  awk -F' [|] ' 'NR > 2 { gsub(/,| .*/, "", $2); printf ",%s", $2 } END { print "" }' costs.md
done
