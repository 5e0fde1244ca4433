//! The market at real Blend v2 that every state starts from, with people rich enough for any fill.

use test_suites::args;
use test_suites::ledger::{Account, Contract, Failure, Ledger};
use test_suites::market::{Market, PoolKind};

/// What the filler and the pool hold of every asset, in its units.
const PLENTY: i128 = 4_000_000_000_000_000_000;

/// Where states start.
pub struct World {
    /// The ledger with everything deployed.
    pub ledger: Ledger,
    /// The market; its pool is Blend's.
    pub market: Market,
    /// Whose positions are random.
    pub user: Account,
    /// Who fills, and can pay every debt.
    pub filler: Account,
    /// Who can take over every debt without paying it.
    pub whale: Account,
    /// Stands for an asset whose units are worth one unit of the oracle: sums are measured with it.
    pub ruler: Contract,
    /// Feeds with 7 and with 14 decimals.
    pub feeds: [Contract; 2],
}

impl World {
    /// Deploys and funds everything.
    pub fn new() -> Result<Self, Failure> {
        let (mut ledger, market) = Market::open(PoolKind::Blend);
        let (filler, whale) = (ledger.account("filler"), ledger.account("whale"));
        for asset in market.all_assets() {
            ledger.trust(&filler, asset);
            ledger.mint(asset, &filler, PLENTY)?;
            ledger.mint(asset, &market.pool, PLENTY)?;
        }
        Ok(Self {
            user: market.people.borrower.clone(),
            filler,
            whale,
            ruler: market.vault,
            feeds: [market.pool_feed, market.own_feed],
            ledger,
            market,
        })
    }

    /// The reserves' assets, in the order of their indexes.
    pub fn assets(&self) -> Vec<soroban_sdk::Address> {
        self.market.all_assets().map(|asset| asset.address()).to_vec()
    }

    /// Sets the prices of all assets, and the ruler's to 10^7, on the feed with these decimals.
    pub fn set_prices(&self, ledger: &mut Ledger, feed: &Contract, prices: &[i128]) -> Result<(), Failure> {
        let named = self.assets().into_iter().chain([self.ruler.address()]);
        let assets: Vec<_> = named.map(lab_oracle::Asset::Stellar).collect();
        let prices: Vec<_> = prices.iter().copied().chain([10_000_000]).collect();
        let env = test_suites::ledger::env();
        let arguments = args![soroban_sdk::Vec::from_slice(&env, &assets), soroban_sdk::Vec::from_slice(&env, &prices)];
        ledger.invoke(&self.market.people.admin, feed, "set_prices", arguments)?;
        Ok(())
    }
}
