//! One liquidation in one transaction: buy the debt, fill, repay, withdraw, sell, and end richer or not at all.

use soroban_sdk::{Address, Env, Vec};

use crate::{
    config::{Config, BPS},
    errors::VaultError,
    events::Liquidated,
    exchange,
    listing::Pool,
    plan::Plan,
    pool,
    price::{self, Price},
    registry, storage, token,
    wide::{mul_div_ceil, mul_div_floor},
};

/// A token of the plan that is not USDC: what the vault held of it before, and its price.
struct Holding {
    asset: Address,
    before: i128,
    price: Price,
}

/// Carries `plan` out and returns the profit measured, fee included, in stroops. The caller has the keeper's
/// authorisation.
pub(crate) fn run(e: &Env, keeper: &Address, plan: &Plan) -> Result<i128, VaultError> {
    let ledger = e.ledger().sequence();
    let config = storage::config(e);
    let usdc = storage::usdc(e);
    let mut books = storage::books(e);
    let mut record = storage::keeper_record(e, keeper);

    let listing = storage::pool(e, &plan.pool).ok_or(VaultError::PoolNotAllowed)?;
    plan.check(e, &usdc)?;
    if record.overdue(ledger) {
        return Err(VaultError::DebtOverdue);
    }
    registry::cleared_stake(e, &storage::registry(e), keeper)?;

    let (usdc_price, holdings) = prices_and_holdings(e, plan, &usdc, &listing)?;
    let before = token::held(e, &usdc)?;
    buy_debts(e, plan, &usdc, &usdc_price, &holdings, &config, books.idle)?;
    for repayment in plan.repay.iter() {
        token::approve_now(e, &repayment.asset, &plan.pool, repayment.amount)?;
    }
    pool::fill(e, plan)?;
    let filled = token::held(e, &usdc)?;
    let spent = before - filled;
    if spent > books.idle {
        return Err(VaultError::InsufficientIdle);
    }
    let Sold { floors, surplus } = sell_everything(e, plan, &usdc, &usdc_price, holdings, config.max_slippage_bps)?;
    let sold = token::held(e, &usdc)?;
    // What the exchange says it paid is checked against what came.
    if sold - filled < floors {
        return Err(VaultError::SwapOutOfBounds);
    }

    let gained = sold - before;
    let profit = gained - surplus;
    if profit < least_profit(plan, spent, &config) {
        return Err(VaultError::ProfitTooSmall);
    }
    // Cannot fail: the fee is a part of the profit.
    let fee = mul_div_floor(profit, config.keeper_fee_bps.into(), BPS).unwrap_or(0);
    if fee > 0 {
        token::transfer(e, &usdc, &e.current_contract_address(), keeper, fee)?;
    }
    books.idle += gained - fee;
    books.book_profit(gained - fee, ledger, config.vesting_ledgers);
    storage::set_books(e, &books);
    record.liquidations += 1;
    record.profit_measured += profit;
    storage::set_keeper_record(e, keeper, &record);
    Liquidated {
        keeper: keeper.clone(),
        pool: plan.pool.clone(),
        user: plan.user.clone(),
        percent: plan.percent,
        spent,
        profit,
        fee,
        surplus,
    }
    .publish(e);
    Ok(profit)
}

/// The USDC price, and for every other token of the plan its price and what the vault holds of it already. Every asset
/// that moves through the pool must agree with the pool's price.
fn prices_and_holdings(
    e: &Env,
    plan: &Plan,
    usdc: &Address,
    pool: &Pool,
) -> Result<(Price, [Option<Holding>; 6]), VaultError> {
    let mut holdings = [const { None }; 6];
    let mut usdc_price = None;
    for (slot, asset) in plan.assets(e).iter().enumerate() {
        let price = price::agreed(e, &asset, pool)?;
        if asset == *usdc {
            usdc_price = Some(price);
        } else {
            let before = token::held(e, &asset)?;
            holdings[slot] = Some(Holding { asset, before, price });
        }
    }
    let usdc_price = match usdc_price {
        Some(price) => price,
        None => price::own(e, usdc)?.1,
    };
    Ok((usdc_price, holdings))
}

/// Buys what the plan buys, each within the ceiling of the oracle price, after seeing that all of it, and the USDC to
/// repay, stays within the booked idle capital.
fn buy_debts(
    e: &Env,
    plan: &Plan,
    usdc: &Address,
    usdc_price: &Price,
    holdings: &[Option<Holding>; 6],
    config: &Config,
    idle: i128,
) -> Result<(), VaultError> {
    let repaid: i128 = plan.repay.iter().filter(|r| r.asset == *usdc).map(|r| r.amount).sum();
    let mut most = repaid;
    let mut ceilings = Vec::from_array(e, []);
    for purchase in plan.swaps_before.iter() {
        let holding = holdings.iter().flatten().find(|h| h.asset == purchase.asset).ok_or(VaultError::InvalidSwaps)?;
        let ceiling = price::ceiling(purchase.amount, &holding.price, usdc_price, config.max_slippage_bps)
            .ok_or(VaultError::InvalidAmount)?;
        most = most.checked_add(ceiling).ok_or(VaultError::InvalidAmount)?;
        ceilings.push_back(ceiling);
    }
    if most > idle {
        return Err(VaultError::InsufficientIdle);
    }
    for (purchase, ceiling) in plan.swaps_before.iter().zip(ceilings.iter()) {
        exchange::buy(e, &purchase.exchange, usdc, &purchase.asset, purchase.amount, ceiling)?;
    }
    Ok(())
}

/// What the sales had to bring at least, and what of it came from tokens that were there before: that is everybody's
/// and earns nobody a fee. The surplus is rounded up.
struct Sold {
    floors: i128,
    surplus: i128,
}

/// Sells the whole balance of every token of the plan, each above the floor of the oracle price.
fn sell_everything(
    e: &Env,
    plan: &Plan,
    usdc: &Address,
    usdc_price: &Price,
    holdings: [Option<Holding>; 6],
    slippage_bps: u32,
) -> Result<Sold, VaultError> {
    let mut sold = Sold { floors: 0, surplus: 0 };
    for Holding { asset, before, price } in holdings.into_iter().flatten() {
        let amount = token::held(e, &asset)?;
        let floor = price::floor(amount, &price, usdc_price, slippage_bps).ok_or(VaultError::InvalidAmount)?;
        // Dust below one stroop cannot be sold; it waits for the next plan that sells this token.
        if amount == 0 || price::ceiling(amount, &price, usdc_price, 0) == Some(0) {
            continue;
        }
        let exchange = plan.sale_of(&asset).ok_or(VaultError::CollateralLeft)?;
        let paid = exchange::sell(e, &exchange, &asset, usdc, amount, floor)?;
        sold.floors = sold.floors.checked_add(floor).ok_or(VaultError::InvalidAmount)?;
        sold.surplus += mul_div_ceil(paid, before.min(amount), amount).ok_or(VaultError::InvalidAmount)?;
    }
    Ok(sold)
}

/// The plan's minimum or the vault's, whichever is more, rounded up.
fn least_profit(plan: &Plan, spent: i128, config: &Config) -> i128 {
    let own = mul_div_ceil(spent.max(0), config.min_profit_bps.into(), BPS).unwrap_or(i128::MAX);
    plan.min_profit.max(own)
}
