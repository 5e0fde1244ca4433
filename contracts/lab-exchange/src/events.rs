use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// A swap went through.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swapped {
    /// Who paid and was paid.
    #[topic]
    pub to: Address,
    /// The tokens, from the one paid in to the one paid out.
    pub path: Vec<Address>,
    /// What moved of each token of the path, in its smallest unit.
    pub amounts: Vec<i128>,
}

/// A pair was created.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairCreated {
    /// The lower token address.
    #[topic]
    pub token_0: Address,
    /// The higher token address.
    #[topic]
    pub token_1: Address,
    /// Where the inventory goes.
    pub pair: Address,
}

/// A pair's price was moved away from the oracle's.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceSkewSet {
    /// The token whose price is moved.
    #[topic]
    pub token_a: Address,
    /// The token it is priced in.
    #[topic]
    pub token_b: Address,
    /// By how much, in basis points; 0 is the oracle's price.
    pub skew_bps: i32,
}

/// The owner took inventory back.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InventoryWithdrawn {
    /// The pair that paid.
    #[topic]
    pub pair: Address,
    /// What was paid.
    pub token: Address,
    /// In the token's smallest unit.
    pub amount: i128,
    /// Who was paid.
    pub to: Address,
}

/// The spread was set.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadSet {
    /// In basis points, of every pair.
    pub spread_bps: u32,
}

/// The oracle was set.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OracleSet {
    /// A SEP-40 feed.
    pub oracle: Address,
}

/// The wasm of pairs to come was set.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairWasmSet {
    /// Hash of the uploaded wasm.
    pub pair_wasm: BytesN<32>,
}
