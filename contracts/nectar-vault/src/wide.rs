//! `a * b / d` without overflow on the way, on amounts, which are signed and never negative here.

/// `a * b / d`, rounded down. `None` where an operand is negative, `d` is 0 or the result does not fit.
pub(crate) fn mul_div_floor(a: i128, b: i128, d: i128) -> Option<i128> {
    signed(a, b, d, wide_ratio::floor)
}

/// `a * b / d`, rounded up. `None` where an operand is negative, `d` is 0 or the result does not fit.
pub(crate) fn mul_div_ceil(a: i128, b: i128, d: i128) -> Option<i128> {
    signed(a, b, d, wide_ratio::ceil)
}

fn signed(a: i128, b: i128, d: i128, divide: fn(u128, u128, u128) -> Option<u128>) -> Option<i128> {
    let quotient = divide(u128::try_from(a).ok()?, u128::try_from(b).ok()?, u128::try_from(d).ok()?)?;
    i128::try_from(quotient).ok()
}
