//! SEP-40 price feeds, as much of them as the exchange asks.

use soroban_sdk::{contractclient, contracttype, Address, Env, Symbol, Vec};

use crate::{callee::is_contract, errors::ExchangeError};

/// SEP-40's name of an asset.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// A token contract.
    Stellar(Address),
    /// Anything else, by symbol. The exchange never asks for one.
    Other(Symbol),
}

/// SEP-40's price.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceData {
    /// Price of one whole unit, in the feed's decimals.
    pub price: i128,
    /// When it held.
    pub timestamp: u64,
}

/// What the exchange asks the lab's feed for: SEP-40's last prices, several in one call, since entering a contract costs
/// far more than a price.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "OracleClient")]
trait Oracle {
    fn lastprices(e: Env, assets: Vec<Asset>) -> Vec<Option<PriceData>>;
}

/// The address, if a feed with `lastprices` answers there. Its decimals are of no interest: they cancel out in every rate.
pub(crate) fn checked(e: &Env, oracle: Address) -> Result<Address, ExchangeError> {
    if !is_contract(e, &oracle) {
        return Err(ExchangeError::OracleUnreadable);
    }
    match OracleClient::new(e, &oracle).try_lastprices(&Vec::from_array(e, [])) {
        Ok(Ok(none)) if none.is_empty() => Ok(oracle),
        _ => Err(ExchangeError::OracleUnreadable),
    }
}

/// The last price of one whole token each, positive, in the order of `tokens`.
pub(crate) fn prices(e: &Env, oracle: &Address, tokens: &Vec<Address>) -> Result<Prices, ExchangeError> {
    let mut assets = Vec::from_array(e, []);
    for token in tokens.iter() {
        assets.push_back(Asset::Stellar(token));
    }
    match OracleClient::new(e, oracle).try_lastprices(&assets) {
        Ok(Ok(prices)) => Ok(Prices(prices)),
        _ => Err(ExchangeError::NoPrice),
    }
}

/// What an oracle answered; each price is checked when it is used.
pub(crate) struct Prices(Vec<Option<PriceData>>);

impl Prices {
    /// The price of the `index`-th token asked for.
    pub(crate) fn get(&self, index: u32) -> Result<u128, ExchangeError> {
        match self.0.try_get(index) {
            Ok(Some(Some(data))) if data.price > 0 => Ok(data.price.unsigned_abs()),
            _ => Err(ExchangeError::NoPrice),
        }
    }
}
