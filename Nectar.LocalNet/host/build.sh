#!/usr/bin/env bash
# Builds nectar-host.wasm, its SHA-256 and its build record, or checks that they belong to the sources.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
usage: ./build.sh            build nectar-host.wasm, nectar-host.wasm.sha256 and nectar-host.build.json
       ./build.sh --check    say whether the committed file belongs to the sources: rebuilt and compared byte for byte
                             where the toolchain is the recorded one, by the hash of the sources otherwise
       ./build.sh --help     this text

Needs cargo, Node.js with npm (for wasm-opt), and either a Rust toolchain with the target wasm32-wasip1
(rustup target add wasm32-wasip1) or Debian's packages rustc, cargo, rust-src, lld-19, wasi-libc.
TEXT
}

artefact=nectar-host.wasm
record=nectar-host.build.json
target=wasm32-wasip1
target_dir="${CARGO_TARGET_DIR:-$PWD/target}"
# Linear memory for the stack: README.md, "Stack", tells what it is measured against.
stack_bytes=$((8 << 20))

# The sources that the file is made of, by content; the order is the same in every locale.
source_sha256() {
  find Cargo.toml Cargo.lock build.sh package.json src -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1
}

sha256_of() { sha256sum "$1" | cut -d' ' -f1; }
recorded() { node -p "JSON.parse(require('fs').readFileSync('$record', 'utf8'))['$1']"; }

# Sets `toolchain` (what the record names), `cargo_command`, `cargo_flags` and the variables that rustc reads.
choose_toolchain() {
  local rustc=rustc
  cargo_command=(cargo)
  cargo_flags=(--target "$target")
  local rustflags="-C link-arg=-zstack-size=$stack_bytes -C target-feature=+simd128"
  if [ -z "$(find "$(rustc --print target-libdir --target "$target")" -name 'libstd-*' 2>/dev/null)" ]; then
    [ -d /usr/lib/wasm32-wasi ] && [ -x /usr/bin/rustc ] || { usage >&2; echo "no toolchain has $target" >&2; return 1; }
    rustc=/usr/bin/rustc
    cargo_command=(env RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo)
    cargo_flags+=(-Zbuild-std=std,panic_abort)
    # Since the standard library is built here anyway, it is built without the text of panics.
    rustflags+=" -Zunstable-options -Cpanic=immediate-abort -C link-self-contained=no -L native=/usr/lib/wasm32-wasi"
    export CARGO_TARGET_WASM32_WASIP1_LINKER=wasm-ld-19
  fi
  # The file names no folder of the machine that built it.
  local crates sysroot
  crates=$(dirname "$(dirname "$("${cargo_command[@]}" metadata --format-version 1 --locked |
    node -p 'JSON.parse(require("fs").readFileSync(0)).packages.find(p => p.name === "soroban-env-host").manifest_path')")")
  sysroot=$("$rustc" --print sysroot)
  rustflags+=" --remap-path-prefix=$crates=crates --remap-path-prefix=$PWD=nectar-host"
  rustflags+=" --remap-path-prefix=$sysroot/lib/rustlib/src/rust=rust"
  export CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS="$rustflags"
  toolchain="$("$rustc" --version), binaryen $(node -p 'require("./package.json").devDependencies.binaryen')"
}

# Builds into $1.
build() {
  [ -x node_modules/.bin/wasm-opt ] || npm ci --no-audit --no-fund >&2
  # LLVM inlines a little less than it would at this level, which is worth 8 %. The cold threshold is LLVM's own: it has to
  # be said, since a threshold that is given counts for cold calls, too.
  "${cargo_command[@]}" rustc --lib --locked --crate-type cdylib --profile artefact "${cargo_flags[@]}" -- \
    -C llvm-args=-inline-threshold=212 -C llvm-args=-inlinecold-threshold=45 >&2
  # Generic code comes out many times with other constants: merging it after the optimisation is worth 3 %.
  node_modules/.bin/wasm-opt -O3 --merge-similar-functions --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int \
    --enable-mutable-globals --enable-multivalue --enable-reference-types --enable-simd \
    --strip-debug --strip-producers --strip-target-features \
    "$target_dir/$target/artefact/nectar_host.wasm" -o "$1"
}

write_record() {
  node -e '
    const fs = require("fs"), zlib = require("zlib"), [file, source, sha256, toolchain] = process.argv.slice(1);
    const bytes = fs.readFileSync(file);
    const brotli = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    process.stdout.write(JSON.stringify({ source_sha256: source, wasm_sha256: sha256, toolchain,
      wasm_bytes: bytes.length, brotli_bytes: brotli.length }, null, 2) + "\n");
  ' "$artefact" "$(source_sha256)" "$(sha256_of "$artefact")" "$toolchain" >"$record"
}

check() {
  [ "$(sha256_of "$artefact")" = "$(recorded wasm_sha256)" ] || { echo "$artefact is not the file that $record describes" >&2; exit 1; }
  sha256sum --check --quiet "$artefact.sha256"
  if [ "$(source_sha256)" != "$(recorded source_sha256)" ]; then
    echo "$artefact was built from other sources than these: run ./build.sh" >&2
    exit 1
  fi
  choose_toolchain 2>/dev/null || toolchain="none with $target"
  if [ "$toolchain" != "$(recorded toolchain)" ]; then
    echo "$artefact: the hash of the sources is the recorded one."
    echo "Not rebuilt: it was built by $(recorded toolchain), here is $toolchain."
    return
  fi
  local rebuilt
  rebuilt=$(mktemp)
  trap 'rm -f "$rebuilt"' RETURN
  build "$rebuilt"
  cmp "$rebuilt" "$artefact" || { echo "$artefact differs from what its sources build with the same toolchain" >&2; exit 1; }
  echo "$artefact: rebuilt with $toolchain, every byte is the same."
}

case "${1:-}" in
  --help) usage ;;
  --check) check ;;
  "")
    choose_toolchain
    echo "building with $toolchain" >&2
    build "$artefact"
    sha256sum "$artefact" >"$artefact.sha256"
    write_record
    cat "$record"
    ;;
  *) usage >&2; exit 2 ;;
esac
