//! `a * b / d` without overflow on the way: 128 bits where they do, 256 bits (crate `ethnum`) where not.
//! OpenZeppelin's fixed-point functions widen through host objects, whose imports every call of the contract pays for.

use ethnum::U256;

/// `a * b / d`, rounded down. `None` where an operand is negative, `d` is 0 or the result does not fit.
pub(crate) fn mul_div_floor(a: i128, b: i128, d: i128) -> Option<i128> {
    mul_div(a, b, d, false)
}

/// `a * b / d`, rounded up. `None` where an operand is negative, `d` is 0 or the result does not fit.
pub(crate) fn mul_div_ceil(a: i128, b: i128, d: i128) -> Option<i128> {
    mul_div(a, b, d, true)
}

fn mul_div(a: i128, b: i128, d: i128, up: bool) -> Option<i128> {
    let (a, b, d) = (u128::try_from(a).ok()?, u128::try_from(b).ok()?, u128::try_from(d).ok()?);
    if d == 0 {
        return None;
    }
    let quotient = match a.checked_mul(b) {
        Some(product) => {
            let floor = product / d;
            floor.checked_add(u128::from(up && floor * d != product))?
        }
        None => {
            let product = U256::from(a) * U256::from(b);
            let d = U256::from(d);
            let floor = product / d;
            let rounded = if up && floor * d != product { floor + U256::ONE } else { floor };
            u128::try_from(rounded).ok()?
        }
    };
    i128::try_from(quotient).ok()
}
