#!/usr/bin/env bash
# Longer proofs than test.sh has time for:
#   ./prove.sh differential --long [--seed N] [--count SEQUENCES]   the lab against Blend (100,000 sequences of 30 calls)
#   ./prove.sh robbery --long [--seed N] [--count STEPS]            the vault against thieves (1,000,000 steps)
# Without --long they run as they do in test.sh. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "prove.sh: $*" >&2; exit 2; }
number() { [[ ${2-} =~ ^[0-9]+$ ]] || fail "$1 needs a number, not '${2-}'"; }

case ${1-} in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
  differential) prefix=DIFFERENTIAL unit=CASES long=100000 package=liquidation-lab test=differential filter=random ;;
  robbery) prefix=ROBBERY unit=STEPS long=1000000 package=test-suites test=robbery filter= ;;
  *) fail "'${1-}' is no proof; --help tells them" ;;
esac
shift
while [ $# -gt 0 ]; do
  case $1 in
    --long) export "${prefix}_${unit}=${count:-$long}"; shift ;;
    --count) number "$@"; count=$2; export "${prefix}_${unit}=$2"; shift 2 ;;
    --seed) number "$@"; export "${prefix}_SEED=$2"; shift 2 ;;
    *) fail "'$1' is no option of it" ;;
  esac
done
exec cargo test --quiet --release --locked -p "$package" --test "$test" -- $filter --nocapture
