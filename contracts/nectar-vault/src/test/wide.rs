use ethnum::U256;
use proptest::prelude::*;

use crate::wide::{mul_div_ceil, mul_div_floor};

fn wide(x: i128) -> U256 {
    U256::from(x as u128)
}

proptest! {
    #[test]
    fn floor_and_ceil_enclose_the_exact_quotient(a in 0..=i128::MAX, b in 0..=i128::MAX, d in 1..=i128::MAX) {
        let product = wide(a) * wide(b);
        let exact_fits = product / wide(d) <= wide(i128::MAX);
        match mul_div_floor(a, b, d) {
            Some(floor) => {
                prop_assert!(wide(floor) * wide(d) <= product);
                prop_assert!(product - wide(floor) * wide(d) < wide(d));
            }
            None => prop_assert!(!exact_fits),
        }
        if let Some(ceil) = mul_div_ceil(a, b, d) {
            prop_assert!(wide(ceil) * wide(d) >= product);
            prop_assert!(wide(ceil) * wide(d) - product < wide(d));
        }
    }

    #[test]
    fn small_and_wide_products_agree(a in 0..=1_000_000_000_000i128, b in 0..=1_000_000_000_000i128, d in 10_000..=1_000_000i128) {
        // The same quotient with both sides scaled beyond 128 bits; the divisor is large enough for it to fit.
        let scale = 1i128 << 60;
        prop_assert_eq!(mul_div_floor(a * scale, b, d).map(|x| x / scale), mul_div_floor(a, b, d));
    }
}

#[test]
fn negative_operands_a_zero_divisor_and_results_that_do_not_fit_are_none() {
    assert_eq!(mul_div_floor(-1, 1, 1), None);
    assert_eq!(mul_div_floor(1, -1, 1), None);
    assert_eq!(mul_div_floor(1, 1, -1), None);
    assert_eq!(mul_div_floor(1, 1, 0), None);
    assert_eq!(mul_div_floor(i128::MAX, 2, 1), None);
    assert_eq!(mul_div_ceil(i128::MAX, i128::MAX, i128::MAX - 1), None);
    assert_eq!(mul_div_ceil(i128::MAX, i128::MAX, i128::MAX), Some(i128::MAX));
}
