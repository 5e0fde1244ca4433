//! Whether the world is as the pool says: every asset of a plan has an oracle of its own, and both must agree.
//! On 22 February 2026 a pool's only price source was pushed a hundredfold; a vault that had believed it would have
//! bought that collateral.

use soroban_sdk::{Address, Env};

use crate::{
    config::BPS,
    errors::VaultError,
    listing::{Asset, Pool},
    oracle::{self, PriceData, MAX_DECIMALS},
    storage,
    wide::{mul_div_ceil, mul_div_floor},
};

const POWERS_OF_TEN: [u64; MAX_DECIMALS as usize + 1] = {
    let mut powers = [1; MAX_DECIMALS as usize + 1];
    let mut exponent = 1;
    while exponent < powers.len() {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

/// The own price of an asset, with what is needed to reckon in it.
pub(crate) struct Price {
    price: i128,
    price_scale: i128,
    asset_scale: i128,
}

/// The own price of `asset`: positive, not from the future, no older than its listing allows.
pub(crate) fn own(e: &Env, asset: &Address) -> Result<(Asset, Price), VaultError> {
    let listing = storage::asset(e, asset).ok_or(VaultError::AssetNotAllowed)?;
    let PriceData { price, timestamp } = oracle::last_price(e, &listing.oracle, asset)?;
    let now = e.ledger().timestamp();
    if timestamp > now || now - timestamp > listing.max_age {
        return Err(VaultError::PriceUnusable);
    }
    let price = Price {
        price,
        price_scale: power_of_ten(listing.oracle_decimals),
        asset_scale: power_of_ten(listing.decimals),
    };
    Ok((listing, price))
}

/// The own price of `asset`, where the pool's price of it agrees within the listing's bound, either way.
pub(crate) fn agreed(e: &Env, asset: &Address, pool: &Pool) -> Result<Price, VaultError> {
    let (listing, own) = own(e, asset)?;
    if listing.oracle == pool.oracle {
        return Err(VaultError::OracleNotIndependent);
    }
    let theirs = oracle::last_price(e, &pool.oracle, asset)?.price;
    if deviates(&own, theirs, pool.oracle_decimals, listing.max_deviation_bps) {
        return Err(VaultError::PriceDeviates);
    }
    Ok(own)
}

/// `10^exponent`, for decimals that a listing accepts: at most 18. From a table, since a call reckons ten of them.
fn power_of_ten(exponent: u32) -> i128 {
    POWERS_OF_TEN[exponent as usize].into()
}

/// Whether `theirs` is further from the own price than `max_bps` of it. A price too large to compare is too far.
fn deviates(own: &Price, theirs: i128, decimals: u32, max_bps: u32) -> bool {
    let Some(theirs) = mul_div_ceil(theirs, own.price_scale, power_of_ten(decimals)) else {
        return true;
    };
    let difference = (theirs - own.price).abs();
    match (difference.checked_mul(BPS), own.price.checked_mul(i128::from(max_bps))) {
        (Some(difference), Some(bound)) => difference > bound,
        _ => true,
    }
}

/// Least USDC for `amount` of an asset: the oracle's value less the slippage, every step rounded up. `None` where it
/// does not fit.
pub(crate) fn floor(amount: i128, asset: &Price, usdc: &Price, slippage_bps: u32) -> Option<i128> {
    let (num, den) = rate(asset, usdc)?;
    let value = mul_div_ceil(mul_div_ceil(amount, asset.price, asset.asset_scale)?, num, den)?;
    mul_div_ceil(value, BPS - i128::from(slippage_bps), BPS)
}

/// Most USDC for `amount` of an asset: the oracle's value plus the slippage, every step rounded down. `None` where it
/// does not fit.
pub(crate) fn ceiling(amount: i128, asset: &Price, usdc: &Price, slippage_bps: u32) -> Option<i128> {
    let (num, den) = rate(asset, usdc)?;
    let value = mul_div_floor(mul_div_floor(amount, asset.price, asset.asset_scale)?, num, den)?;
    mul_div_floor(value, BPS + i128::from(slippage_bps), BPS)
}

/// What turns a value in the asset's oracle units into USDC units, as a fraction.
fn rate(asset: &Price, usdc: &Price) -> Option<(i128, i128)> {
    Some((usdc.price_scale.checked_mul(usdc.asset_scale)?, usdc.price.checked_mul(asset.price_scale)?))
}

#[cfg(test)]
mod test {
    use super::*;

    fn price(price: i128, price_decimals: u32, asset_decimals: u32) -> Price {
        Price { price, price_scale: 10i128.pow(price_decimals), asset_scale: 10i128.pow(asset_decimals) }
    }

    #[test]
    fn floor_and_ceiling_convert_decimals_and_round_against_the_trader() {
        let usdc = price(1_0000000, 7, 7);
        let xlm = price(11_200_000_000_000, 14, 7); // 0.112
        assert_eq!(floor(10_000_000_000, &xlm, &usdc, 100), Some(110_8800000));
        assert_eq!(ceiling(10_000_000_000, &xlm, &usdc, 100), Some(113_1200000));
        assert_eq!(floor(1, &xlm, &usdc, 0), Some(1));
        assert_eq!(ceiling(1, &xlm, &usdc, 0), Some(0));
        let eighteen = price(2_0000000, 7, 18);
        assert_eq!(floor(1_500_000_000_000_000_000, &eighteen, &usdc, 0), Some(3_0000000));
    }

    #[test]
    fn a_dollar_off_its_peg_changes_what_a_sale_must_bring() {
        let usdc = price(5_000_000, 7, 7);
        let xlm = price(1_0000000, 7, 7);
        assert_eq!(floor(10_0000000, &xlm, &usdc, 0), Some(20_0000000));
    }

    #[test]
    fn deviation_is_bounded_both_ways_to_the_last_unit_and_over_decimals() {
        let own = price(1_0000000, 7, 7);
        assert!(!deviates(&own, 1_0500000, 7, 500));
        assert!(deviates(&own, 1_0500001, 7, 500));
        assert!(!deviates(&own, 9_500_000, 7, 500));
        assert!(deviates(&own, 9_499_999, 7, 500));
        assert!(!deviates(&own, 105_000_000_000_000, 14, 500));
        assert!(deviates(&own, 105_000_000_000_001, 14, 500));
        assert!(deviates(&own, 10i128.pow(30), 0, 500));
    }
}
