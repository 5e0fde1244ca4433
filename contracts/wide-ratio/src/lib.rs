//! `a × b ÷ d` over a product of 256 bits.
//!
//! A contract's machine divides 64 bits at most; beyond that the compiler's `u128` division goes bit by bit, and a 256-bit
//! library's is built upon it: the bounds of one sale took 166,000 instructions of a liquidation. This is schoolbook
//! division in digits of 64 bits (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
#![no_std]

#[cfg(test)]
mod test;

/// The bits of a digit.
const DIGIT: u32 = u64::BITS;
const LOW: u128 = u64::MAX as u128;

/// `a × b ÷ d`, rounded down. `None` where `d` is 0 or the quotient does not fit.
pub fn floor(a: u128, b: u128, d: u128) -> Option<u128> {
    divide(a, b, d).map(|(quotient, _)| quotient)
}

/// `a × b ÷ d`, rounded up. `None` where `d` is 0 or the quotient does not fit.
pub fn ceil(a: u128, b: u128, d: u128) -> Option<u128> {
    let (quotient, remainder) = divide(a, b, d)?;
    quotient.checked_add(u128::from(remainder != 0))
}

/// Quotient and remainder of `a × b ÷ d`.
fn divide(a: u128, b: u128, d: u128) -> Option<(u128, u128)> {
    let (high, low) = multiply(a, b);
    // The quotient fits into 128 bits if and only if the upper half is less than the divisor; so a zero is refused too.
    if high >= d {
        return None;
    }
    if high == 0 && low <= LOW && d <= LOW {
        let (low, d) = (low as u64, d as u64);
        return Some(((low / d).into(), (low % d).into()));
    }
    // Shifted so that the divisor's highest bit is set, which is what makes each guess of a digit off by two at most.
    let shift = d.leading_zeros();
    let d = d << shift;
    let high = if shift == 0 { high } else { high << shift | low >> (u128::BITS - shift) };
    let low = low << shift;
    let (upper, rest) = digit(high, (low >> DIGIT) as u64, d);
    let (lower, rest) = digit(rest, low as u64, d);
    Some((join(upper, lower), rest >> shift))
}

/// The 256 bits of `a × b`, upper and lower half.
fn multiply(a: u128, b: u128) -> (u128, u128) {
    let (a1, a0, b1, b0) = (a >> DIGIT, a & LOW, b >> DIGIT, b & LOW);
    let bottom = a0 * b0;
    if a1 == 0 && b1 == 0 {
        return (0, bottom);
    }
    // Neither sum overflows: the largest product of two digits leaves room for two digits more.
    let middle = a1 * b0 + (bottom >> DIGIT);
    let middle_low = a0 * b1 + (middle & LOW);
    let top = a1 * b1 + (middle >> DIGIT) + (middle_low >> DIGIT);
    (top, middle_low << DIGIT | bottom & LOW)
}

/// The next digit of a quotient and what remains: `(rest, next) ÷ d`, where `rest < d` and the highest bit of `d` is set.
fn digit(rest: u128, next: u64, d: u128) -> (u64, u128) {
    let (d1, d0) = ((d >> DIGIT) as u64, d as u64);
    let (mut guess, mut over) = if (rest >> DIGIT) as u64 >= d1 {
        // The digit cannot be more than the largest; what is over may then exceed a digit.
        (u64::MAX, rest - (u128::from(d1) << DIGIT) + u128::from(d1))
    } else {
        let (guess, over) = two_by_one(rest, d1);
        (guess, over.into())
    };
    // Too large by two at most: the divisor's lower digit was left out of account.
    while over <= LOW && u128::from(guess) * u128::from(d0) > over << DIGIT | u128::from(next) {
        guess -= 1;
        over += u128::from(d1);
    }
    // What remains is less than `d`, so that what a digit further up would lose cancels out.
    let remains = (over << DIGIT | u128::from(next)).wrapping_sub(u128::from(guess) * u128::from(d0));
    (guess, remains)
}

/// Quotient and remainder of two digits by one whose highest bit is set, where the upper digit is less than `d`: in half
/// digits, as the machine's own division takes one digit only.
fn two_by_one(n: u128, d: u64) -> (u64, u64) {
    let (upper, rest) = half((n >> DIGIT) as u64, (n as u64) >> 32, d);
    let (lower, rest) = half(rest, (n as u64) & 0xffff_ffff, d);
    (upper << 32 | lower, rest)
}

/// The next half digit of a quotient and what remains: `(rest, next) ÷ d`, where `rest < d`.
fn half(rest: u64, next: u64, d: u64) -> (u64, u64) {
    let (d1, d0) = (d >> 32, d & 0xffff_ffff);
    let (mut guess, mut over) = (rest / d1, rest % d1);
    while guess >> 32 != 0 || guess * d0 > over << 32 | next {
        guess -= 1;
        over += d1;
        if over >> 32 != 0 {
            break;
        }
    }
    (guess, (over << 32 | next).wrapping_sub(guess.wrapping_mul(d0)))
}

fn join(upper: u64, lower: u64) -> u128 {
    u128::from(upper) << DIGIT | u128::from(lower)
}
