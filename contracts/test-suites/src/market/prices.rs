//! Moving prices: on the pool's feed, on the vault's own, or on both.

use super::Market;
use crate::args;
use crate::ledger::{env, Asset, Contract, Failure, Ledger, Receipt};
use lab_oracle::PriceData;
use soroban_sdk::Vec;

/// Prices here have 7 decimals, as the pool's feed; the vault's own feed has 14.
pub const PRICE_SCALE: i128 = 10_000_000;

impl Market {
    /// Sets the prices of USDC and the four others on both feeds.
    pub fn set_prices(&self, ledger: &mut Ledger, prices: &[i128; 5]) -> Result<(), Failure> {
        for (feed, scale) in self.feeds() {
            let assets: std::vec::Vec<_> = self.all_assets().iter().map(|a| priced(a)).collect();
            let scaled: std::vec::Vec<_> = prices.iter().map(|price| price * scale).collect();
            let arguments = args![Vec::from_slice(&env(), &assets), Vec::from_slice(&env(), &scaled)];
            ledger.invoke(&self.people.admin, &feed, "set_prices", arguments)?;
        }
        Ok(())
    }

    /// Sets one price on both feeds.
    pub fn set_price(&self, ledger: &mut Ledger, asset: &Asset, price: i128) -> Result<(), Failure> {
        self.set_pool_price(ledger, asset, price)?;
        self.set_own_price(ledger, asset, price)?;
        Ok(())
    }

    /// Sets one price on the pool's feed alone.
    pub fn set_pool_price(&self, ledger: &mut Ledger, asset: &Asset, price: i128) -> Result<Receipt, Failure> {
        ledger.invoke(&self.people.admin, &self.pool_feed, "set_price", args![priced(asset), price])
    }

    /// Sets one price on the vault's own feed alone.
    pub fn set_own_price(&self, ledger: &mut Ledger, asset: &Asset, price: i128) -> Result<Receipt, Failure> {
        let scaled = price * 10_i128.pow(7);
        ledger.invoke(&self.people.admin, &self.own_feed, "set_price", args![priced(asset), scaled])
    }

    /// The price of `asset` on the pool's feed.
    pub fn price(&self, ledger: &Ledger, asset: &Asset) -> Result<i128, Failure> {
        let last: Option<PriceData> = ledger.read(&self.pool_feed, "lastprice", args![priced(asset)])?;
        Ok(last.map_or(0, |last| last.price))
    }

    /// Publishes every price anew as it is, as a feed does in every round.
    pub fn refresh_prices(&self, ledger: &mut Ledger) -> Result<(), Failure> {
        let mut prices = [0; 5];
        for (price, asset) in prices.iter_mut().zip(self.all_assets()) {
            *price = self.price(ledger, asset)?;
        }
        self.set_prices(ledger, &prices)
    }

    fn feeds(&self) -> [(Contract, i128); 2] {
        [(self.pool_feed, 1), (self.own_feed, 10_i128.pow(7))]
    }
}

fn priced(asset: &Asset) -> lab_oracle::Asset {
    lab_oracle::Asset::Stellar(asset.address())
}
