//! What must hold after all requests.

use super::Batch;
use crate::auctions::AuctionType;
use crate::errors::PoolError;
use crate::storage;

/// Least health factor after a call, 7 decimals.
const MIN_HEALTH: i128 = 10_000_100;

impl Batch<'_> {
    /// Judges the account and the reserves as the requests left them.
    pub(super) fn validate(&mut self) -> Result<(), PoolError> {
        let market = &mut self.market;
        let positions = &self.account.positions;
        let count = positions.limited_count();
        if count > self.prior_count && count > market.config.max_positions {
            return Err(PoolError::MaxPositionsExceeded);
        }
        let own_auction = AuctionType::UserLiquidation as u32;
        if storage::has_auction(market.env, own_auction, &self.account.address) {
            return Err(PoolError::AuctionInProgress);
        }
        for reserve in market.reserves.iter().filter(|r| r.borrowed) {
            reserve.require_utilisation_below_max()?;
        }
        if self.check_health && !positions.liabilities.is_empty() {
            let health = market.health(positions);
            let scalar = market.oracle_scalar();
            if health.is_under(MIN_HEALTH, scalar) {
                return Err(PoolError::InvalidHf);
            }
            if health.collateral_base < market.config.min_collateral {
                return Err(PoolError::MinCollateralNotMet);
            }
        }
        Ok(())
    }
}
