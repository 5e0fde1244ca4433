//! Amounts as people read them.

/// `stroops` of a 7-decimal asset as `12,345.6789` with two to seven decimals.
pub(crate) fn units(stroops: i128) -> String {
    let sign = if stroops < 0 { "-" } else { "" };
    let whole = stroops.unsigned_abs() / 10_000_000;
    let mut fraction = format!("{:07}", stroops.unsigned_abs() % 10_000_000);
    while fraction.len() > 2 && fraction.ends_with('0') {
        fraction.pop();
    }
    format!("{sign}{}.{fraction}", grouped(whole))
}

/// A price with 12 decimals as `1.001234567890`.
pub(crate) fn price(scaled: i128) -> String {
    format!("{}.{:012}", scaled / 1_000_000_000_000, scaled % 1_000_000_000_000)
}

/// A number with a comma between thousands.
pub(crate) fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn amounts_keep_every_stroop_and_at_least_two_decimals() {
        assert_eq!(units(260_000_000_000), "26,000.00");
        assert_eq!(units(1), "0.0000001");
        assert_eq!(units(-12_345_678_900_000), "-1,234,567.89");
        assert_eq!(price(1_000_123_456_789), "1.000123456789");
    }
}
