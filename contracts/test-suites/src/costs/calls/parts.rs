//! What a liquidation is made of, apart from the pool's own work.

use super::{measure, Call};
use crate::args;
use crate::costs::Cost;
use crate::ledger::Failure;
use crate::market::{Market, PoolKind};

pub(super) fn measure_calls(costs: &mut Vec<Cost>) -> Result<(), Failure> {
    let (ledger, market) = Market::funded(PoolKind::Lab);
    let keeper = &market.people.alpha;
    let part = |name, contract, function, args| Call {
        name,
        source: keeper,
        contract,
        function,
        args,
        goal: None,
        original: None,
    };
    let asset = lab_oracle::Asset::Stellar(market.xlm().address());
    let tokens = args![market.xlm(), market.usdc];
    costs.push(measure(&ledger, part("registry: clearance", &market.registry, "clearance", args![keeper]))?);
    costs.push(measure(&ledger, part("feed: lastprice", &market.own_feed, "lastprice", args![asset]))?);
    costs.push(measure(&ledger, part("exchange: router_pair_for", &market.exchange, "router_pair_for", tokens))?);
    costs.push(measure(&ledger, part("USDC: balance", &market.usdc, "balance", args![keeper]))?);
    Ok(())
}
