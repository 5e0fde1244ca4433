use ethnum::U256;
use proptest::prelude::*;

use super::{ceil, floor};

/// Numbers of every width, since every width takes another way through the division; many with runs of ones or zeros,
/// where a guessed digit is too large most often.
fn number() -> impl Strategy<Value = u128> {
    let edges = prop_oneof![Just(0u128), Just(1), Just(u64::MAX.into()), Just(1 << 64), Just(u128::MAX)];
    let runs = (0..128u32, 0..128u32, any::<bool>()).prop_map(|(width, low, carry)| {
        let ones = u128::MAX >> width;
        (ones ^ (u128::MAX >> low)).wrapping_add(u128::from(carry))
    });
    prop_oneof![1 => edges, 3 => runs, 6 => (any::<u128>(), 0..128u32).prop_map(|(n, shift)| n >> shift)]
}

fn exact(a: u128, b: u128, d: u128, up: bool) -> Option<u128> {
    if d == 0 {
        return None;
    }
    let (product, d) = (U256::from(a) * U256::from(b), U256::from(d));
    let quotient = product / d;
    let rounded = if up && quotient * d != product { quotient + U256::ONE } else { quotient };
    u128::try_from(rounded).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200_000))]
    #[test]
    fn both_roundings_are_those_of_a_256_bit_library(a in number(), b in number(), d in number()) {
        prop_assert_eq!(floor(a, b, d), exact(a, b, d, false));
        prop_assert_eq!(ceil(a, b, d), exact(a, b, d, true));
    }

    #[test]
    fn what_was_multiplied_divides_back(a in number(), b in 1..=u128::MAX) {
        prop_assert_eq!(floor(a, b, b), Some(a));
        prop_assert_eq!(ceil(a, b, b), Some(a));
    }
}

#[test]
fn a_zero_divisor_and_quotients_that_do_not_fit_are_none() {
    assert_eq!(floor(1, 1, 0), None);
    assert_eq!(floor(0, 0, 0), None);
    assert_eq!(floor(u128::MAX, 2, 1), None);
    assert_eq!(floor(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
    // One and a bit below 2^128 rounds up to what does not fit.
    assert_eq!(floor(u128::MAX, 3, 3), Some(u128::MAX));
    assert_eq!(ceil(u128::MAX, u128::MAX, u128::MAX - 1), None);
}
