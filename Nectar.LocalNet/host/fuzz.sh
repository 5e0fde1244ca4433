#!/usr/bin/env bash
# Runs the mutation tests for a given time, with other random numbers in every round.
set -euo pipefail
cd "$(dirname "$0")"
if [ "${1:-}" = --help ] || [ $# -gt 1 ]; then
  cat <<'TEXT'
usage: ./fuzz.sh [SECONDS]    600 seconds where nothing is said

Every round takes new random numbers. What fails is kept in tests/seeds and tried first by every later test.
TEXT
  [ "${1:-}" = --help ] && exit 0 || exit 2
fi
seconds="${1:-600}"
started=$SECONDS
round=0
while [ $((SECONDS - started)) -lt "$seconds" ]; do
  round=$((round + 1))
  NECTAR_MUTATION_CASES="${NECTAR_MUTATION_CASES:-4000}" cargo test --release --quiet --test host -- mutations >/dev/null
  echo "round $round: nothing found after $((SECONDS - started)) s" >&2
done
