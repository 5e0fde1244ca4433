#!/usr/bin/env bash
# Runs every suite that this machine can run, and says which it left out and why.
#   ./test.sh               all suites
#   ./test.sh contracts     only the suites named: contracts, story, host, dotnet
#   ./test.sh --help
# Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0"; }
suites=()
for argument in "$@"; do
  case $argument in
    -h | --help) usage; exit 0 ;;
    contracts | story | host | dotnet) suites+=("$argument") ;;
    *) echo "test.sh: '$argument' is no suite" >&2; usage >&2; exit 2 ;;
  esac
done
[ ${#suites[@]} -gt 0 ] || suites=(contracts story host dotnet)

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

say() { printf '\n== %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }
skip() { skipped=$((skipped + 1)); say "left out: $1: $2"; }

# Adds up the first number of every line.
sum() { grep -oE '[0-9]+' | awk '{ total += $1 } END { print total + 0 }'; }

# One command that passes or fails as a whole.
check() {
  local name=$1; shift
  say "$name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); say "failed: $name"; fi
}

# One command whose output counts its tests, in cargo's or dotnet's words.
count() {
  local name=$1; shift
  say "$name"
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]} good bad ignored
  good=$(grep -aoE '(ok|FAILED)\. [0-9]+ passed|succeeded: [0-9]+' "$log" | sum)
  bad=$(grep -aoE '; [0-9]+ failed;|^ *failed: [0-9]+' "$log" | sum)
  ignored=$(grep -aoE '; [0-9]+ ignored;|skipped: [0-9]+' "$log" | sum)
  passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${ignored:-0}))
  if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then failed=$((failed + 1)); fi
  if [ "$status" -ne 0 ]; then say "failed: $name"; fi
  if [ "$status" -eq 0 ] && [ "${good:-0}" -eq 0 ]; then failed=$((failed + 1)); say "failed: $name ran no test"; fi
}

suite_contracts() {
  have cargo || { skip contracts 'cargo is not installed'; return; }
  pushd contracts >/dev/null || exit 1
  check 'contracts: formatting' cargo fmt --check
  check 'contracts: clippy' cargo clippy --quiet --locked --release --workspace --all-targets -- -D warnings
  count 'contracts: tests' cargo test --locked --release --workspace
  check 'contracts: costs.sh prints its table' ./costs.sh
  popd >/dev/null || exit 1
}

suite_story() {
  have cargo || { skip story 'cargo is not installed'; return; }
  pushd contracts >/dev/null || exit 1
  local pool mode
  for pool in lab blend; do
    for mode in staged atomic; do
      check "story: --pool $pool --mode $mode" \
        cargo run --quiet --locked --release -p liquidation-story -- --pool "$pool" --mode "$mode"
    done
  done
  popd >/dev/null || exit 1
}

suite_host() {
  [ -f Nectar.LocalNet/host/Cargo.toml ] || return
  have cargo || { skip host 'cargo is not installed'; return; }
  pushd Nectar.LocalNet/host >/dev/null || exit 1
  check 'host: formatting' cargo fmt --check
  check 'host: clippy' cargo clippy --quiet --locked --release --all-targets -- -D warnings
  count 'host: tests' cargo test --locked --release
  check 'host: artefact and sources agree' ./build.sh --check
  popd >/dev/null || exit 1
  if have node; then
    check 'host: the reference caller deploys and calls a contract' node Nectar.LocalNet/host/reference-caller.mjs
  else
    skip 'host: the reference caller' 'node is not installed'
  fi
  pushd Nectar.Tests/Vectors/writer >/dev/null || exit 1
  check 'vectors: formatting' cargo fmt --check
  check 'vectors: clippy' cargo clippy --quiet --locked --release --all-targets -- -D warnings
  popd >/dev/null || exit 1
}

suite_dotnet() {
  [ -f Nectar.Web.sln ] || return
  have dotnet || { skip dotnet 'the .NET SDK is not installed'; return; }
  check 'dotnet: restore' dotnet restore --locked-mode Nectar.Web.sln
  check 'dotnet: formatting' dotnet format --verify-no-changes --no-restore Nectar.Web.sln
  check 'dotnet: build' dotnet build --no-restore -c Release Nectar.Web.sln
  if ! have npm; then
    skip 'dotnet: the stories of the Stellar SDK' 'npm is not installed'
  elif ! npm ci --prefix Nectar.Tests/StellarSdk --no-audit --no-fund --loglevel error; then
    skip 'dotnet: the stories of the Stellar SDK' 'npm ci could not fetch it'
  fi
  count 'dotnet: tests' dotnet test --no-build -c Release Nectar.Web.sln
}

for suite in "${suites[@]}"; do "suite_$suite"; done

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
