//! One run's world, and doing an action in it.

use crate::action::{Action, Feeds, Part, Trick, Who};
use crate::people::People;
use crate::picture::Picture;
use nectar_vault::{Plan, Purchase, Repayment};
use soroban_sdk::{Address, String, Vec};
use test_suites::args;
use test_suites::ledger::xdr::ScVal;
use test_suites::ledger::{env, Account, Addressed, Contract, Failure, Ledger, Prepared, Receipt};
use test_suites::market::{Market, PoolKind, ONE, SEED_PRICES};
use test_suites::pool::AuctionType;

/// Place of XLM among the market's prices.
const XLM: usize = 1;
/// Percents that are tried for an auction.
const PERCENTS: [u32; 6] = [20, 35, 50, 65, 85, 100];

pub struct Scene {
    pub ledger: Ledger,
    pub market: Market,
    pub people: People,
    /// Prices of all assets with 7 decimals, on the pool's feed and on the vault's own.
    prices: [[i128; 5]; 2],
}

/// A call that is yet to be made.
pub struct Call {
    source: Account,
    contract: Contract,
    function: &'static str,
    arguments: std::vec::Vec<ScVal>,
}

impl Scene {
    /// The funded market with the thief in it.
    pub fn new(kind: PoolKind) -> Scene {
        let (mut ledger, market) = Market::funded(kind);
        let people = People::of(&mut ledger, &market);
        Scene { ledger, market, people, prices: [SEED_PRICES; 2] }
    }

    pub fn picture(&self) -> Picture {
        Picture::take(&self.ledger, &self.market, &self.people)
    }

    fn account(&self, who: Who) -> Account {
        self.people.accounts[who].clone()
    }

    /// Simulates and signs a call.
    pub fn prepare(&self, call: &Call) -> Result<Prepared, Failure> {
        self.ledger.prepare(&call.source, &[], &call.contract, call.function, call.arguments.clone())
    }

    /// Does an action; what is not one call of the vault or the registry gives no receipt.
    pub fn act(&mut self, action: &Action, now: &Picture) -> Result<Option<Receipt>, Failure> {
        if let Some(call) = self.call(action, now)? {
            let prepared = self.prepare(&call)?;
            return self.ledger.apply(prepared).map(Some);
        }
        let market = self.market.clone();
        match action {
            Action::Borrow => self.borrow()?,
            Action::Price(feeds, permille) => {
                for (feed, prices) in self.prices.iter_mut().enumerate() {
                    let moved = matches!((feeds, feed), (Feeds::Both, _) | (Feeds::Pool, 0) | (Feeds::Own, 1));
                    if moved {
                        prices[XLM] = (prices[XLM] * permille / 1_000).clamp(1_000_000, 20_000_000);
                    }
                }
                market.set_pool_price(&mut self.ledger, market.xlm(), self.prices[0][XLM])?;
                market.set_own_price(&mut self.ledger, market.xlm(), self.prices[1][XLM])?;
            }
            Action::Refresh => self.refresh()?,
            Action::OpenAuction(who) => self.open_auction(*who)?,
            Action::FillAndSell(who) => {
                let keeper = self.account(*who);
                let prepared = market.prepare_fill(&self.ledger, &keeper)?;
                self.ledger.apply(prepared)?;
                market.sell_xlm(&mut self.ledger, &keeper)?;
            }
            Action::Ledgers(count) => self.ledger.close(*count),
            other => unreachable!("{other:?} is a call"),
        }
        Ok(None)
    }

    /// The call that an action is, if it is one.
    pub fn call(&self, action: &Action, now: &Picture) -> Result<Option<Call>, Failure> {
        let Market { vault, registry, exchange, usdc, .. } = &self.market;
        let by = |who: Who, contract: &Contract, function, arguments| {
            Ok(Some(Call { source: self.account(who), contract: *contract, function, arguments }))
        };
        let admin = |contract: &Contract, function, arguments| {
            let source = self.market.people.admin.clone();
            Ok(Some(Call { source, contract: *contract, function, arguments }))
        };
        let named = |who: Who| self.account(who);
        match action {
            Action::Deposit(who, part) => by(*who, vault, "deposit", args![named(*who), part.of(now.usdc[*who])]),
            Action::Withdraw(who, part) => by(*who, vault, "withdraw", args![named(*who), part.of(now.shares[*who])]),
            Action::TransferShares(from, to, part) => {
                by(*from, vault, "transfer", args![named(*from), named(*to), part.of(now.shares[*from])])
            }
            Action::BurnShares(who, part) => by(*who, vault, "burn", args![named(*who), part.of(now.shares[*who])]),
            Action::Donate(who, to_registry, part) => {
                let to = if *to_registry { registry } else { vault };
                let amount = part.of(now.usdc[*who] / 100);
                by(*who, &usdc.contract(), "transfer", args![named(*who), *to, amount])
            }
            Action::Register(who, part) => {
                let name = String::from_str(&env(), "keeper");
                by(*who, registry, "register", args![named(*who), name, part.of(now.usdc[*who])])
            }
            Action::AddStake(who, part) => by(*who, registry, "add_stake", args![named(*who), part.of(now.usdc[*who])]),
            Action::RemoveStake(who, part) => {
                by(*who, registry, "remove_stake", args![named(*who), part.of(now.stakes[*who])])
            }
            Action::Deregister(who) => by(*who, registry, "deregister", args![named(*who)]),
            Action::Draw(who, part) => {
                let covered = now.stakes[*who] * 10_000 / (10_000 + i128::from(now.config.default_penalty_bps));
                by(*who, vault, "draw", args![named(*who), part.of(covered)])
            }
            Action::Return(who, part) => {
                by(*who, vault, "return_proceeds", args![named(*who), part.of(now.records[*who].drawn)])
            }
            Action::Settle(caller, keeper) => by(*caller, vault, "settle_overdue", args![named(*keeper)]),
            Action::Liquidate(who, percent, trick) => {
                let plan = self.plan(*who, *percent, *trick, now)?;
                by(*who, vault, "liquidate", args![named(*who), plan])
            }
            Action::Pause(on) => admin(registry, if *on { "pause" } else { "unpause" }, args![]),
            Action::Configure(config) => admin(vault, "set_config", args![config.as_ref()]),
            Action::MinStake(amount) => admin(registry, "set_min_stake", args![*amount]),
            Action::AllowExchange(allowed) => admin(vault, "allow_exchange", args![*exchange, *allowed]),
            Action::Skew(bps) => admin(exchange, "set_price_skew", args![self.market.xlm(), usdc, *bps]),
            Action::Spread(bps) => admin(exchange, "set_spread_bps", args![*bps]),
            Action::Clawback(part) => Ok(Some(Call {
                source: self.market.people.usdc_issuer.clone(),
                contract: usdc.contract(),
                function: "clawback",
                arguments: args![*registry, part.of(now.registry_usdc)],
            })),
            _ => Ok(None),
        }
    }

    fn borrow(&mut self) -> Result<(), Failure> {
        let market = self.market.clone();
        market.refresh_feed(&mut self.ledger, &self.prices)?;
        self.ledger.mint(market.xlm(), &market.people.borrower, 100_000 * ONE)?;
        let debt = 100_000 * self.prices[0][XLM] * 65 / 100;
        market.borrow(&mut self.ledger, &[(market.xlm(), 100_000 * ONE)], &[(&market.usdc, debt)])?;
        Ok(())
    }

    fn refresh(&mut self) -> Result<(), Failure> {
        self.market.clone().refresh_feed(&mut self.ledger, &self.prices)
    }

    /// Takes a stale auction away and opens a new one of the first percent that the pool accepts.
    fn open_auction(&mut self, who: Who) -> Result<(), Failure> {
        let (source, market) = (self.account(who), self.market.clone());
        let borrower = market.people.borrower.clone();
        let _ = market.pool.del_auction(&mut self.ledger, &source, AuctionType::UserLiquidation, &borrower);
        let (bid, lot) = market.borrower_sides(&self.ledger)?;
        let mut last = None;
        for percent in PERCENTS {
            let kind = AuctionType::UserLiquidation;
            match market.pool.new_auction(&mut self.ledger, &source, kind, &borrower, &bid, &lot, percent) {
                Ok(_) => return Ok(()),
                Err(failure) => last = Some(failure),
            }
        }
        Err(last.expect("percents were tried"))
    }

    fn plan(&self, keeper: Who, percent: u32, trick: Trick, now: &Picture) -> Result<Plan, Failure> {
        let market = &self.market;
        let mut plan = market.plan(&self.ledger, percent)?;
        let (env, usdc, xlm) = (env(), market.usdc.address(), market.xlm().address());
        let repay = |amount| Vec::from_array(&env, [Repayment { amount, asset: usdc.clone() }]);
        let own = |contract: &Contract| -> Address { contract.address() };
        match trick {
            Trick::Nothing => {}
            Trick::Overpay => plan.repay = repay(now.books.idle + 1),
            Trick::BuyTooMuch => {
                let amount = 1_000_000 * ONE;
                plan.repay.push_back(Repayment { amount, asset: xlm.clone() });
                plan.swaps_before.push_back(Purchase { amount, asset: xlm, exchange: own(&market.exchange) });
            }
            Trick::SellNothing => plan.swaps_after = Vec::new(&env),
            Trick::OwnExchange => {
                let sale = plan.swaps_after.first();
                plan.swaps_after = Vec::from_iter(
                    &env,
                    sale.map(|sale| nectar_vault::Sale { exchange: own(&market.pool_feed), ..sale }),
                );
            }
            Trick::OwnPool => plan.pool = own(&market.exchange),
            Trick::OtherUser => plan.user = self.account(keeper).address(),
            Trick::LeaveLots => plan.lots = Vec::from_array(&env, [usdc]),
            Trick::LeaveDebt => plan.repay = repay(ONE),
            Trick::Greed => plan.min_profit = 1_000_000 * ONE,
        }
        Ok(plan)
    }
}

/// Both feeds publish all their prices.
trait RefreshFeed {
    fn refresh_feed(&self, ledger: &mut Ledger, prices: &[[i128; 5]; 2]) -> Result<(), Failure>;
}

impl RefreshFeed for Market {
    fn refresh_feed(&self, ledger: &mut Ledger, prices: &[[i128; 5]; 2]) -> Result<(), Failure> {
        for (feed, scale, prices) in [(self.pool_feed, 1, prices[0]), (self.own_feed, 10_000_000, prices[1])] {
            let assets = self.all_assets().map(|asset| lab_oracle::Asset::Stellar(asset.address()));
            let prices = prices.map(|price| price * scale);
            let arguments = args![Vec::from_array(&env(), assets), Vec::from_array(&env(), prices)];
            ledger.invoke(&self.people.admin, &feed, "set_prices", arguments)?;
        }
        Ok(())
    }
}

impl Scene {
    /// All of somebody's shares.
    pub fn all_shares(who: Who) -> Action {
        Action::Withdraw(who, Part::Permille(1_000))
    }

    /// Addresses of people, for views.
    pub fn address(&self, who: Who) -> Address {
        self.people.accounts[who].sdk_address()
    }
}
