//! Every cryptographic host function, called through a contract, on both hosts.

use crate::support::contracts::mirror;
use crate::support::deploy::call;
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::on_large_stack;
use crate::support::values::*;
use soroban_env_host::xdr::*;

const SECP256K1_GENERATOR_X: &str = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
/// RFC 6979, A.2.5, P-256 with SHA-256 over "sample"; the signature's s is the lower of its two forms.
const P256_KEY: &str = "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6\
                        7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
const P256_DIGEST: &str = "af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf";
const P256_SIGNATURE: &str = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
                              0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9";
/// The generator of BN254's second group: x and y, each with its imaginary part first.
const BN254_G2: &str = "198e9393920d483a7260bfb731fb5d25f1aa493335a9e71297e485b7aef312c2\
                        1800deef121f1e76426a00665e5c4479674322d4f75edadd46debd5cd992f6ed\
                        090689d0585ff075ec9e99ad690c3395bc4b313370b38ef355acdadcd122975b\
                        12c85ea5db8c6deb4aab71808dcb408fe3d1e7690c43d37b4ce6cc0166fa7daa";
/// -1 × the generator (1, 2) of BN254's first group.
const BN254_MINUS_G1: &str = "0000000000000000000000000000000000000000000000000000000000000001\
                              30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd45";

struct Mirror {
    ledger: Ledger,
    key: Key,
    contract: ScAddress,
}

impl Mirror {
    fn new() -> Self {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let contract = ledger.deploy(&key, 0, &mirror(), vec![]);
        Self { ledger, key, contract }
    }

    fn call(&mut self, function: &str, args: Vec<ScVal>) -> ScVal {
        let function_call = call(&self.contract, function, args);
        self.ledger.seed = [7; 32];
        match self.ledger.invoke(&self.key, &function_call, &[]) {
            Ok((_, applied)) => value(&applied.return_value),
            Err(failure) => panic!("{function}: {}", failure.message),
        }
    }

    fn fails_with(&mut self, function: &str, args: Vec<ScVal>) -> ScError {
        let function_call = call(&self.contract, function, args);
        value(&self.ledger.invoke(&self.key, &function_call, &[]).expect_err("it fails").error)
    }
}

fn bn254_g1() -> ScVal {
    let mut point = [0; 64];
    (point[31], point[63]) = (1, 2);
    bytes(&point)
}

#[test]
fn hashes_are_the_published_ones() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(mirror.call("sha256", vec![bytes(b"abc")]), hex_bytes(sha256));
        let keccak = "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45";
        assert_eq!(mirror.call("keccak256", vec![bytes(b"abc")]), hex_bytes(keccak));
    });
}

#[test]
fn signatures_of_all_three_curves_are_verified() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        let key = mirror.key.clone();
        let good = vec![bytes(&key.public()), bytes(b"message"), bytes(&key.sign(b"message"))];
        assert_eq!(mirror.call("ed25519_verify", good), ScVal::Void);
        let bad = vec![bytes(&key.public()), bytes(b"another"), bytes(&key.sign(b"message"))];
        assert_eq!(mirror.fails_with("ed25519_verify", bad), ScError::Crypto(ScErrorCode::InvalidInput));

        let p256 = vec![hex_bytes(P256_KEY), hex_bytes(P256_DIGEST), hex_bytes(P256_SIGNATURE)];
        assert_eq!(mirror.call("secp256r1_verify", p256.clone()), ScVal::Void);
        let bad = vec![p256[0].clone(), bytes(&[1; 32]), p256[2].clone()];
        assert_eq!(mirror.fails_with("secp256r1_verify", bad), ScError::Crypto(ScErrorCode::InvalidInput));

        let mut signature = hex::decode(SECP256K1_GENERATOR_X).unwrap();
        signature.extend([[0; 31].as_slice(), &[1]].concat());
        let recovered = mirror.call("secp256k1_recover", vec![bytes(&[3; 32]), bytes(&signature), ScVal::U32(0)]);
        assert!(matches!(recovered, ScVal::Bytes(key) if key.len() == 65 && key[0] == 4));
        let bad = vec![bytes(&[3; 32]), bytes(&[0; 64]), ScVal::U32(0)];
        assert_eq!(mirror.fails_with("secp256k1_recover", bad), ScError::Crypto(ScErrorCode::InvalidInput));
    });
}

#[test]
fn bls12_381_adds_multiplies_maps_and_pairs() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        for (group, map, zero) in [("g1", "bls_map_fp_to_g1", 48), ("g2", "bls_map_fp2_to_g2", 96)] {
            let name = |function: &str| format!("bls_{group}_{function}");
            let mapped = mirror.call(map, vec![bytes(&vec![0; zero])]);
            let hashed = mirror.call(&format!("bls_hash_to_{group}"), vec![bytes(b"m"), bytes(b"domain")]);
            assert_eq!(mirror.call(&name("on_curve"), vec![mapped.clone()]), ScVal::Bool(true));
            // A mapped point keeps its cofactor; hashing clears it.
            assert_eq!(mirror.call(&name("in_subgroup"), vec![mapped]), ScVal::Bool(false));
            assert_eq!(mirror.call(&name("in_subgroup"), vec![hashed.clone()]), ScVal::Bool(true));
            let doubled = mirror.call(&name("add"), vec![hashed.clone(), hashed.clone()]);
            assert_eq!(mirror.call(&name("mul"), vec![hashed.clone(), u256(2)]), doubled);
            let sum = vec![list(vec![hashed.clone(), hashed.clone()]), list(vec![u256(1), u256(1)])];
            assert_eq!(mirror.call(&name("msm"), sum), doubled);
        }
        let g1 = mirror.call("bls_hash_to_g1", vec![bytes(b"m"), bytes(b"domain")]);
        let g2 = mirror.call("bls_hash_to_g2", vec![bytes(b"m"), bytes(b"domain")]);
        let paired = mirror.call("bls_pairing", vec![list(vec![g1]), list(vec![g2])]);
        assert_eq!(paired, ScVal::Bool(false));
        assert_eq!(mirror.call("bls_fr_add", vec![u256(40), u256(2)]), u256(42));
        assert_eq!(mirror.call("bls_fr_sub", vec![u256(44), u256(2)]), u256(42));
        assert_eq!(mirror.call("bls_fr_mul", vec![u256(21), u256(2)]), u256(42));
        assert_eq!(mirror.call("bls_fr_pow", vec![u256(2), ScVal::U64(5)]), u256(32));
        let inverse = mirror.call("bls_fr_inv", vec![u256(7)]);
        assert_eq!(mirror.call("bls_fr_mul", vec![inverse, u256(7)]), u256(1));
        let off_curve = mirror.fails_with("bls_g1_add", vec![bytes(&[9; 96]), bytes(&[9; 96])]);
        assert_eq!(off_curve, ScError::Crypto(ScErrorCode::InvalidInput));
    });
}

#[test]
fn bn254_adds_multiplies_and_pairs() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        let doubled = mirror.call("bn_g1_add", vec![bn254_g1(), bn254_g1()]);
        assert_eq!(mirror.call("bn_g1_mul", vec![bn254_g1(), u256(2)]), doubled);
        let sum = vec![list(vec![bn254_g1(), bn254_g1()]), list(vec![u256(1), u256(1)])];
        assert_eq!(mirror.call("bn_g1_msm", sum), doubled);
        assert_eq!(mirror.call("bn_g1_on_curve", vec![doubled]), ScVal::Bool(true));
        let ones = list(vec![bn254_g1(), hex_bytes(BN254_MINUS_G1)]);
        let twos = list(vec![hex_bytes(BN254_G2), hex_bytes(BN254_G2)]);
        assert_eq!(mirror.call("bn_pairing", vec![ones, twos]), ScVal::Bool(true));
        assert_eq!(mirror.call("bn_fr_add", vec![u256(40), u256(2)]), u256(42));
        assert_eq!(mirror.call("bn_fr_sub", vec![u256(44), u256(2)]), u256(42));
        assert_eq!(mirror.call("bn_fr_mul", vec![u256(21), u256(2)]), u256(42));
        assert_eq!(mirror.call("bn_fr_pow", vec![u256(2), ScVal::U64(5)]), u256(32));
        let inverse = mirror.call("bn_fr_inv", vec![u256(7)]);
        assert_eq!(mirror.call("bn_fr_mul", vec![inverse, u256(7)]), u256(1));
    });
}

#[test]
fn poseidon_permutes_over_both_fields() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        let row = |from: u64| list((from..from + 3).map(u256).collect());
        let rounds: Vec<_> = (0..8 + 56).map(|round| row(3 * round)).collect();
        let matrix = list((1..=3).map(|at| row(10 * at)).collect());
        let args = |field: &str, last: ScVal| {
            let (t, d, full, partial) = (ScVal::U32(3), ScVal::U32(5), ScVal::U32(8), ScVal::U32(56));
            vec![row(1), symbol(field), t, d, full, partial, last, list(rounds.clone())]
        };
        for field in ["BLS12_381", "BN254"] {
            for (function, last) in [("poseidon", matrix.clone()), ("poseidon2", row(1))] {
                let permuted = mirror.call(function, args(field, last.clone()));
                assert!(matches!(&permuted, ScVal::Vec(Some(state)) if state.len() == 3));
                let mut odd = args(field, last);
                odd[4] = ScVal::U32(7);
                assert_eq!(mirror.fails_with(function, odd), ScError::Crypto(ScErrorCode::InvalidInput));
            }
        }
    });
}

#[test]
fn random_numbers_follow_the_seed() {
    on_large_stack(|| {
        let mut mirror = Mirror::new();
        let first = mirror.call("prng_bytes", vec![ScVal::U32(16)]);
        assert_eq!(first, mirror.call("prng_bytes", vec![ScVal::U32(16)]));
        let ScVal::U32(die) = mirror.call("prng_die", vec![]) else { panic!("a die shows a number") };
        assert!((1..=6).contains(&die));
        let numbers = list((0..9).map(ScVal::U32).collect());
        assert_ne!(mirror.call("prng_shuffle", vec![numbers.clone()]), numbers);
        assert_eq!(mirror.call("prng_reseed", vec![bytes(&[5; 32])]), ScVal::Void);
    });
}
