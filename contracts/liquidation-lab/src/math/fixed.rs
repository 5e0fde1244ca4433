//! Fixed-point multiplication and division in `i128`, with a 256-bit product where 128 bits are too few.

use super::wide;

/// One with 7 decimals.
pub const SCALAR_7: i128 = 10_000_000;
/// One with 12 decimals.
pub const SCALAR_12: i128 = 1_000_000_000_000;

/// `x * y / divisor`, rounded towards minus infinity. Panics when the divisor is not positive or the result
/// does not fit.
pub fn mul_floor(x: i128, y: i128, divisor: i128) -> i128 {
    let (quotient, remainder) = mul_div(x, y, divisor);
    if remainder < 0 {
        quotient - 1
    } else {
        quotient
    }
}

/// `x * y / divisor`, rounded up when positive and **towards zero when negative**, as Blend does. Panics when
/// the divisor is not positive or the result does not fit.
pub fn mul_ceil(x: i128, y: i128, divisor: i128) -> i128 {
    let (quotient, remainder) = mul_div(x, y, divisor);
    if remainder > 0 {
        quotient + 1
    } else {
        quotient
    }
}

/// Quotient rounded towards zero, and a remainder with the sign of the product. Never inlined: the overflow check of
/// a 128-bit product is long in wasm, and it is wanted in some fifty places.
#[inline(never)]
fn mul_div(x: i128, y: i128, divisor: i128) -> (i128, i128) {
    assert!(divisor > 0);
    match x.checked_mul(y) {
        // The remainder is taken by multiplying back: a second 128-bit division would cost far more.
        Some(product) => {
            let quotient = product / divisor;
            (quotient, product - quotient * divisor)
        }
        None => wide::mul_div(x, y, divisor),
    }
}

/// 10 to the power of `decimals`. Panics above 38.
#[inline]
pub fn pow10(decimals: u32) -> i128 {
    10i128.pow(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn floor_of_a_negative_goes_down_and_ceil_of_a_negative_goes_to_zero() {
        assert_eq!(mul_floor(-7, 1, 2), -4);
        assert_eq!(mul_ceil(-7, 1, 2), -3);
        assert_eq!(mul_floor(7, 1, 2), 3);
        assert_eq!(mul_ceil(7, 1, 2), 4);
        assert_eq!(mul_floor(-8, 1, 2), -4);
        assert_eq!(mul_ceil(8, 1, 2), 4);
    }

    #[test]
    #[should_panic]
    fn a_zero_divisor_panics() {
        mul_floor(1, 1, 0);
    }

    proptest! {
        #[test]
        fn ceil_exceeds_floor_by_one_exactly_when_a_positive_division_leaves_a_rest(
            x in 0..i64::MAX as i128, y in 0..i64::MAX as i128, d in 1..i64::MAX as i128,
        ) {
            let rest = (x * y) % d != 0;
            prop_assert_eq!(mul_ceil(x, y, d) - mul_floor(x, y, d), i128::from(rest));
            prop_assert_eq!(mul_floor(x, y, d), x * y / d);
        }
    }
}
