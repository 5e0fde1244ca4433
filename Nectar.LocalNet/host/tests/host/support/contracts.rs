//! Contracts for the tests, written as WebAssembly text.

use std::fmt::Write;

/// The section by which a contract names the protocol it is made for (28).
pub const META: &str = r#"(@custom "contractenvmetav0" "\00\00\00\00\00\00\00\1c\00\00\00\00")"#;

/// (name to call it by, module and name of the import, number of arguments).
type HostFunctionName = (&'static str, &'static str, &'static str, usize);

/// Host functions that the mirror contract hands through.
const MIRRORED: &[HostFunctionName] = &[
    ("ledger_sequence", "x", "3", 0),
    ("ledger_timestamp", "x", "4", 0),
    ("network_id", "x", "6", 0),
    ("current_address", "x", "7", 0),
    ("event", "x", "1", 2),
    ("fail", "x", "5", 1),
    ("put", "l", "_", 3),
    ("has", "l", "0", 2),
    ("get", "l", "1", 2),
    ("del", "l", "2", 2),
    ("create", "l", "e", 4),
    ("upload", "l", "5", 1),
    ("update", "l", "6", 1),
    ("extend", "l", "7", 4),
    ("extend_self", "l", "8", 2),
    ("call", "d", "_", 3),
    ("try_call", "d", "0", 3),
    ("serialize", "b", "_", 1),
    ("deserialize", "b", "0", 1),
    ("require_auth", "a", "0", 1),
    ("require_auth_for_args", "a", "_", 2),
    ("authorize", "a", "3", 1),
    ("strkey_to_address", "a", "1", 1),
    ("address_to_strkey", "a", "2", 1),
    ("executable", "a", "6", 1),
    ("prng_reseed", "p", "_", 1),
    ("prng_bytes", "p", "0", 1),
    ("prng_shuffle", "p", "2", 1),
    ("vec_get", "v", "1", 2),
    ("sha256", "c", "_", 1),
    ("ed25519_verify", "c", "0", 3),
    ("keccak256", "c", "1", 1),
    ("secp256k1_recover", "c", "2", 3),
    ("secp256r1_verify", "c", "3", 3),
    ("bls_g1_in_subgroup", "c", "4", 1),
    ("bls_g1_add", "c", "5", 2),
    ("bls_g1_mul", "c", "6", 2),
    ("bls_g1_msm", "c", "7", 2),
    ("bls_map_fp_to_g1", "c", "8", 1),
    ("bls_hash_to_g1", "c", "9", 2),
    ("bls_g2_in_subgroup", "c", "a", 1),
    ("bls_g2_add", "c", "b", 2),
    ("bls_g2_mul", "c", "c", 2),
    ("bls_g2_msm", "c", "d", 2),
    ("bls_map_fp2_to_g2", "c", "e", 1),
    ("bls_hash_to_g2", "c", "f", 2),
    ("bls_pairing", "c", "g", 2),
    ("bls_fr_add", "c", "h", 2),
    ("bls_fr_sub", "c", "i", 2),
    ("bls_fr_mul", "c", "j", 2),
    ("bls_fr_pow", "c", "k", 2),
    ("bls_fr_inv", "c", "l", 1),
    ("bn_g1_add", "c", "m", 2),
    ("bn_g1_mul", "c", "n", 2),
    ("bn_pairing", "c", "o", 2),
    ("poseidon", "c", "p", 8),
    ("poseidon2", "c", "q", 8),
    ("bn_g1_msm", "c", "r", 2),
    ("bn_fr_add", "c", "s", 2),
    ("bn_fr_sub", "c", "t", 2),
    ("bn_fr_mul", "c", "u", 2),
    ("bn_fr_pow", "c", "v", 2),
    ("bn_fr_inv", "c", "w", 1),
    ("bls_g1_on_curve", "c", "x", 1),
    ("bls_g2_on_curve", "c", "y", 1),
    ("bn_g1_on_curve", "c", "z", 1),
];

/// A random number of a die, which the host draws between plain integers, as a value of type u32.
const DIE: &str = r#"(func (export "prng_die") (result i64)
    (i64.or (i64.const 4) (i64.shl (call $range (i64.const 1) (i64.const 6)) (i64.const 32))))"#;

/// A contract whose functions are the host's, called with the arguments as they come.
pub fn mirror() -> Vec<u8> {
    let mut text = String::from("(module\n(import \"p\" \"1\" (func $range (param i64 i64) (result i64)))\n");
    for (name, module, import, arity) in MIRRORED {
        let params = "i64 ".repeat(*arity);
        writeln!(text, r#"(import "{module}" "{import}" (func $i_{name} (param {params}) (result i64)))"#).unwrap();
    }
    for (name, _, _, arity) in MIRRORED {
        let params = "i64 ".repeat(*arity);
        let gets: String = (0..*arity).map(|at| format!("(local.get {at}) ")).collect();
        writeln!(text, r#"(func (export "{name}") (param {params}) (result i64) {gets} (call $i_{name}))"#).unwrap();
    }
    writeln!(text, "{DIE}").unwrap();
    writeln!(text, "{META})").unwrap();
    parse(&text)
}

/// A contract that keeps the argument of its constructor under the symbol `k` of its instance and gives it back.
pub fn keeper_of_one_value() -> Vec<u8> {
    parse(&format!(
        r#"(module
            (import "l" "_" (func $put (param i64 i64 i64) (result i64)))
            (import "l" "1" (func $get (param i64 i64) (result i64)))
            (func (export "__constructor") (param i64) (result i64)
                (drop (call $put (i64.const {key}) (local.get 0) (i64.const {INSTANCE}))) (i64.const 2))
            (func (export "value") (result i64) (call $get (i64.const {key}) (i64.const {INSTANCE})))
            {META})"#,
        key = symbol('k'),
    ))
}

/// A contract that misbehaves in one way by each function.
pub fn hostile() -> Vec<u8> {
    parse(&format!(
        r#"(module
            (import "d" "_" (func $call (param i64 i64 i64) (result i64)))
            (import "x" "7" (func $self (result i64)))
            (import "v" "_" (func $vec_new (result i64)))
            (import "v" "6" (func $push_back (param i64 i64) (result i64)))
            (import "v" "3" (func $vec_len (param i64) (result i64)))
            (memory (export "memory") 1)
            (func (export "spin") (result i64) (loop $l (br $l)) (i64.const 2))
            (func (export "trap") (result i64) unreachable)
            (func (export "divide") (result i64) (i64.div_u (i64.const 1) (i64.const 0)))
            (func (export "grow") (result i64)
                (loop $l (drop (memory.grow (i32.const 16))) (br $l)) (i64.const 2))
            (func (export "out_of_bounds") (result i64) (i64.load (i32.const -8)))
            (func $recurse (export "recurse") (result i64) (call $recurse))
            (func (export "nest") (result i64) (local $v i64)
                (local.set $v (call $vec_new))
                (loop $l
                    (local.set $v (call $push_back (call $vec_new) (local.get $v)))
                    (br $l))
                (local.get $v))
            (func (export "wide") (result i64) (local $v i64)
                (local.set $v (call $vec_new))
                (loop $l
                    (local.set $v (call $push_back (local.get $v) (i64.const 2)))
                    (br $l))
                (local.get $v))
            (func (export "bad_value") (result i64) (i64.const 0x7f))
            (func (export "bad_handle") (result i64) (call $vec_len (i64.const 0xffffff4b)))
            (func (export "relay") (param $next i64) (param $name i64) (param $args i64) (result i64)
                (call $call (local.get $next) (local.get $name) (local.get $args)))
            {META})"#
    ))
}

/// A contract that goes down a list of contracts of its own kind, one call deeper for each.
pub fn descender() -> Vec<u8> {
    parse(&format!(
        r#"(module
            (import "d" "_" (func $call (param i64 i64 i64) (result i64)))
            (import "v" "_" (func $vec_new (result i64)))
            (import "v" "3" (func $len (param i64) (result i64)))
            (import "v" "5" (func $pop_front (param i64) (result i64)))
            (import "v" "6" (func $push_back (param i64 i64) (result i64)))
            (import "v" "8" (func $front (param i64) (result i64)))
            (func (export "descend") (param $list i64) (result i64)
                (if (result i64) (i64.eq (call $len (local.get $list)) (i64.const 4))
                    (then (i64.const 2))
                    (else (call $call
                        (call $front (local.get $list))
                        (i64.const {name})
                        (call $push_back (call $vec_new) (call $pop_front (local.get $list)))))))
            {META})"#,
        name = symbol_of("descend"),
    ))
}

/// An account contract that takes a signature for good exactly when it is the value true.
pub fn trusting_account() -> Vec<u8> {
    parse(&format!(
        r#"(module
            (func (export "__check_auth") (param $payload i64) (param $signature i64) (param $contexts i64) (result i64)
                (if (i64.ne (local.get $signature) (i64.const 1)) (then unreachable))
                (i64.const 2))
            {META})"#
    ))
}

/// The instance storage, as an argument of storage functions.
pub const INSTANCE: u64 = 2;

/// Reads WebAssembly text.
pub fn parse(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap_or_else(|error| panic!("{error}"))
}

fn symbol(letter: char) -> u64 {
    symbol_of(&letter.to_string())
}

/// A symbol of up to nine characters as the value that a contract sees: six bits for each, above the tag 14.
pub fn symbol_of(text: &str) -> u64 {
    let code = |letter: u8| match letter {
        b'_' => 1,
        b'0'..=b'9' => 2 + u64::from(letter - b'0'),
        b'A'..=b'Z' => 12 + u64::from(letter - b'A'),
        b'a'..=b'z' => 38 + u64::from(letter - b'a'),
        other => panic!("{other} is not part of a symbol"),
    };
    text.bytes().fold(0, |body, letter| body << 6 | code(letter)) << 8 | 14
}
