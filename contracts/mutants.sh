#!/usr/bin/env bash
# Changes the rules that decide about money one operator at a time, and sees whether a test of their crate notices:
#   ./mutants.sh [FILE...]     e.g. nectar-vault/src/books.rs; without arguments all the files of rules, 213 mutants
# Needs cargo-mutants 27. Works in a copy; what became of each mutant stays in mutants.out/. Exits with 2
# when a mutant survives; those that README.md lists as equivalent are left out.
set -euo pipefail
cd "$(dirname "$0")"
case ${1:-} in -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
[ $# -gt 0 ] || set -- nectar-vault/src/{books,keeper_record,wide}.rs \
  liquidation-lab/src/math/{health,auction_size,auction_curve}.rs
options=() crates=()
for file in "$@"; do
  [ -f "$file" ] || { echo "mutants.sh: '$file' is no file" >&2; exit 2; }
  options+=(--file "$file")
  crates+=("--config=profile.release.package.${file%%/*}.opt-level=0")
done
# The crates' own tests alone run natively: the suites run the committed wasm, which no mutant reaches. The mutated crate
# is compiled again a hundred times, so it is not optimised; its dependencies are compiled once.
export CARGO_PROFILE_RELEASE_INCREMENTAL=true
exec cargo mutants --no-config --jobs 1 --gitignore true --profile release --minimum-test-timeout 300 --output . \
  --exclude-re 'replace < with <= in modifiers' "${options[@]}" \
  $(printf -- '--cargo-arg=%s\n' "${crates[@]}" | sort -u) -- --lib
