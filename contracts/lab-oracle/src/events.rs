use soroban_sdk::contractevent;

use crate::sep40::Asset;

/// An asset has a new last price.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceSet {
    /// What the price is of.
    #[topic]
    pub asset: Asset,
    /// Price of one whole unit in the base asset, with the feed's decimals.
    pub price: i128,
    /// When it held, in seconds since 1970.
    pub timestamp: u64,
}

/// The feed's terms were set anew.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedSet {
    /// What prices are in.
    pub base: Asset,
    /// Decimals of every price.
    pub decimals: u32,
    /// Seconds between two prices, as announced.
    pub resolution: u32,
}
