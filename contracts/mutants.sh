#!/usr/bin/env bash
# Changes the rules that decide about money one at a time and sees whether a test notices:
#   ./mutants.sh [--only TEXT] [FILE...]     e.g. nectar-vault/src/books.rs; without files all the rules; --help tells more
# Needs cargo-mutants 27 and what build.sh needs. Exits with 2 when a mutant survives that README.md does not list as
# equivalent. More than an hour for all of it, so that test.sh leaves it out.
set -euo pipefail
cd "$(dirname "$0")"
chosen=false before=
for argument in "$@"; do
  if [ "$before" != --only ]; then
    case $argument in *.rs | -h | --help) chosen=true ;; esac
  fi
  before=$argument
done
if ! $chosen; then
  set -- "$@" nectar-vault/src/{books,capital,cooldown,deposits,keeper_record,liquidate,plan,price,shares,wide}.rs \
    liquidation-lab/src/auctions/*.rs liquidation-lab/src/math/{auction_curve,auction_size,fixed,health,tokens,wide}.rs
fi
exec cargo run --quiet --release --locked -p mutation-testing -- "$@"
