//! The slow path of fixed-point arithmetic: a 256-bit product divided by 127 bits.

/// `x * y / divisor` rounded towards zero, with a remainder that has the sign of the product. Panics when the
/// quotient does not fit. The divisor is positive.
#[cold]
#[inline(never)]
pub fn mul_div(x: i128, y: i128, divisor: i128) -> (i128, i128) {
    let negative = (x < 0) != (y < 0);
    let (high, low) = product(x.unsigned_abs(), y.unsigned_abs());
    let (quotient, remainder) = divide(high, low, divisor as u128);
    assert!(quotient <= i128::MAX as u128);
    let (quotient, remainder) = (quotient as i128, remainder as i128);
    if negative {
        (-quotient, -remainder)
    } else {
        (quotient, remainder)
    }
}

/// Schoolbook product of two 128-bit numbers by 64-bit halves: (high, low).
fn product(x: u128, y: u128) -> (u128, u128) {
    const MASK: u128 = u64::MAX as u128;
    let (x1, x0) = (x >> 64, x & MASK);
    let (y1, y0) = (y >> 64, y & MASK);
    let low = x0 * y0;
    let middle = x1 * y0 + (low >> 64);
    let carried = x0 * y1 + (middle & MASK);
    let high = x1 * y1 + (middle >> 64) + (carried >> 64);
    (high, (carried << 64) | (low & MASK))
}

/// Shift-and-subtract division; the remainder stays below 2^127, so that its double fits.
fn divide(high: u128, mut low: u128, divisor: u128) -> (u128, u128) {
    assert!(high < divisor);
    let mut remainder = high;
    for _ in 0..128 {
        remainder = (remainder << 1) | (low >> 127);
        low <<= 1;
        if remainder >= divisor {
            remainder -= divisor;
            low |= 1;
        }
    }
    (low, remainder)
}

#[cfg(test)]
mod tests {
    use super::mul_div;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_wide_path_agrees_with_128_bits_where_both_are_possible(
            x in any::<i64>(), y in any::<i64>(), d in 1..i128::MAX,
        ) {
            let product = i128::from(x) * i128::from(y);
            prop_assert_eq!(mul_div(x.into(), y.into(), d), (product / d, product % d));
        }

        #[test]
        fn multiplying_and_dividing_by_the_same_number_gives_the_number_back(
            x in any::<i128>().prop_filter("has a negation", |x| *x != i128::MIN), d in 1..i128::MAX,
        ) {
            prop_assert_eq!(mul_div(x, d, d), (x, 0));
        }

        #[test]
        fn quotient_and_remainder_rebuild_the_product(
            x in 1i128 << 100..i128::MAX, y in 1i128 << 20..1i128 << 60, d in 1i128 << 90..1i128 << 120,
        ) {
            let high_quotient = (x / d).checked_mul(y);
            prop_assume!(high_quotient.is_some());
            let (quotient, remainder) = mul_div(x, y, d);
            prop_assert!((0..d).contains(&remainder));
            // Modulo 2^128 the identity x*y = q*d + r must hold.
            prop_assert_eq!(x.wrapping_mul(y), quotient.wrapping_mul(d).wrapping_add(remainder));
        }
    }

    #[test]
    #[should_panic]
    fn a_quotient_beyond_128_bits_panics() {
        mul_div(i128::MAX, i128::MAX, 1);
    }
}
