use crate::ownership::{self, Numbers};
use crate::table::Table;
use crate::values::{unborn, undeployed, AMOUNTS};
use crate::{plan, shares};
use nectar_vault::{Config, VaultError as E};
use soroban_sdk::Val;
use test_suites::args;
use test_suites::ledger::xdr::ScVal;
use test_suites::ledger::Addressed;
use test_suites::market::{terms, Market, PoolKind, ONE};
use test_suites::wasm;

#[test]
fn every_function_of_the_vault_answers_bad_values_with_a_number_of_its_own_and_changes_nothing() {
    let (ledger, market) = Market::with_auction(PoolKind::Lab, 250);
    let mut table = Table::new(ledger, market.vault, &wasm::NECTAR_VAULT, &[200..=299, 100..=114]);
    depositors(&mut table, &market);
    keepers(&mut table, &market);
    plan::rows(&mut table, &market);
    shares::rows(&mut table, &market);
    settings(&mut table, &market);
    listings(&mut table, &market);
    let numbers = Numbers {
        renounced: E::OwnerRequired as u32,
        not_proposed: E::UpgradeNotProposed as u32,
        too_early: E::UpgradeTooEarly as u32,
    };
    ownership::rows(&mut table, &market.people.admin, &market.vault, numbers);
    table.elsewhere("__constructor");
    table.close(&["decimals", "get_config", "get_state", "name", "share_price", "symbol"]);
}

/// A vault that lost all but nothing sells shares for next to nothing; their count is bounded before it overflows.
#[test]
fn a_deposit_that_would_buy_more_shares_than_can_be_counted_is_refused() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    let (alice, alpha, issuer) = (&people.alice, &people.alpha, &people.usdc_issuer);
    let config = Config { max_drawn_bps: 10_000, withdraw_cooldown: 120_960, ..terms() };
    market.configure(&mut ledger, config).unwrap();
    ledger.mint(&market.usdc, alpha, 200_000 * ONE).unwrap();
    ledger.invoke(alpha, &market.registry, "add_stake", args![alpha, 200_000 * ONE]).unwrap();
    market.draw(&mut ledger, alpha, 100_010 * ONE).unwrap();
    let stakes = ledger.balance(&market.usdc, &market.registry);
    ledger.invoke(issuer, &market.usdc, "clawback", args![market.registry, stakes]).unwrap();
    ledger.close(361);
    market.settle(&mut ledger, alice, alpha).unwrap();
    assert_eq!(market.state(&ledger).total_assets, 0);

    ledger.mint(&market.usdc, alice, 2_000_000_000 * ONE).unwrap();
    let mut table = Table::new(ledger, market.vault, &wasm::NECTAR_VAULT, &[200..=299]);
    let amounts = [10_i128.pow(15), 10_i128.pow(16)];
    table.refused(alice, "deposit", E::InvalidAmount as u32, amounts.map(|n| args![alice, n]));
    market.deposit(&mut table.ledger, alice, ONE).unwrap();
    table.refused(alice, "deposit", E::InvalidAmount as u32, amounts.map(|n| args![alice, n]));
    table.check();
}

fn nobodies(market: &Market) -> [Vec<ScVal>; 4] {
    [args![unborn()], args![undeployed()], args![market.usdc], args![market.registry]]
}

fn depositors(table: &mut Table, market: &Market) {
    let (alice, stranger) = (&market.people.alice, &market.people.stranger);
    table.refused(alice, "deposit", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alice, n]));
    table.refused(alice, "deposit", E::DepositCapExceeded as u32, [args![alice, 10_i128.pow(17)]]);
    table.refused(alice, "deposit", E::TokenRefused as u32, [args![alice, 40_001 * ONE]]);
    table.refused(stranger, "deposit", E::TokenRefused as u32, [args![stranger, 1_i128]]);

    table.refused(alice, "withdraw", E::InvalidAmount as u32, [0, -1, i128::MIN].map(|n| args![alice, n]));
    let all = 60_000 * ONE * 1_000_000;
    table.refused(alice, "withdraw", E::InsufficientShares as u32, [all + 1, i128::MAX].map(|n| args![alice, n]));
    table.refused(alice, "withdraw", E::AmountTooSmall as u32, [1_i128, 999_999].map(|n| args![alice, n]));
    table.refused(stranger, "withdraw", E::InsufficientShares as u32, [1, i128::MAX].map(|n| args![stranger, n]));

    table.answered("position", &(0_i128, 0_i128), nobodies(market));
    table.answered("max_withdraw", &0_i128, nobodies(market));
    table.answered("preview_deposit", &0_i128, AMOUNTS.map(|n| args![n]));
    table.answered("preview_redeem", &0_i128, [0, -1, i128::MIN, 1].map(|n| args![n]));
}

fn keepers(table: &mut Table, market: &Market) {
    let (alice, alpha, stranger) = (&market.people.alice, &market.people.alpha, &market.people.stranger);
    table.refused(alpha, "draw", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alpha, n]));
    table.refused(alpha, "draw", E::StakeTooSmall as u32, [18_182 * ONE, 10_i128.pow(17)].map(|n| args![alpha, n]));
    table.refused(alice, "draw", E::KeeperNotCleared as u32, [args![alice, 1_i128]]);

    table.refused(alpha, "return_proceeds", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alpha, n]));
    table.refused(alpha, "return_proceeds", E::NoDebt as u32, [1, 10_i128.pow(17)].map(|n| args![alpha, n]));
    table.refused(stranger, "return_proceeds", E::NoDebt as u32, [args![stranger, 1_i128]]);

    table.refused(stranger, "settle_overdue", E::NoDebt as u32, nobodies(market));
    table.refused(stranger, "settle_overdue", E::NoDebt as u32, [args![market.vault], args![alpha]]);

    let [untouched, ..] = nobodies(market);
    let record: Val = table.ledger.read(&market.vault, "get_keeper_record", untouched).unwrap();
    table.answered("get_keeper_record", &record, nobodies(market));
    table.answered("stake_needed", &0_i128, nobodies(market));

    // With a debt: what is returned beyond what the keeper owns is the token's refusal, by our number.
    table.ledger.invoke(alpha, &market.vault, "draw", args![alpha, 1_i128]).unwrap();
    table.refused(alpha, "return_proceeds", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alpha, n]));
    table.refused(alpha, "return_proceeds", E::TokenRefused as u32, [args![alpha, 10_i128.pow(17)]]);
    table.refused(stranger, "settle_overdue", E::NotOverdue as u32, [args![alpha]]);
    table.ledger.invoke(alpha, &market.vault, "return_proceeds", args![alpha, 1_i128]).unwrap();
}

fn settings(table: &mut Table, market: &Market) {
    let with = |change: &dyn Fn(&mut Config)| {
        let mut config = terms();
        change(&mut config);
        args![config]
    };
    let amounts = [-1, i128::MIN, i128::MAX, 100_000_000_000_000_001];
    let mut rows = Vec::new();
    rows.extend([0, 10_001, u32::MAX].map(|n| with(&|c| c.default_penalty_bps = n)));
    rows.extend(amounts.map(|n| with(&|c| c.deposit_cap = n)));
    rows.extend([0, 11, 17_281, u32::MAX].map(|n| with(&|c| c.draw_deadline = n)));
    rows.extend([10_000, u32::MAX].map(|n| with(&|c| c.keeper_fee_bps = n)));
    rows.extend(amounts.map(|n| with(&|c| c.max_draw_per_keeper = n)));
    rows.extend([10_001, u32::MAX].map(|n| with(&|c| c.max_drawn_bps = n)));
    rows.extend([101, u32::MAX].map(|n| with(&|c| c.max_slippage_bps = n)));
    rows.extend([10_001, u32::MAX].map(|n| with(&|c| c.min_profit_bps = n)));
    rows.extend([0, 518_401, u32::MAX].map(|n| with(&|c| c.vesting_ledgers = n)));
    rows.extend([120_961, u32::MAX].map(|n| with(&|c| c.withdraw_cooldown = n)));
    table.refused(&market.people.admin, "set_config", E::InvalidConfig as u32, rows);
}

fn listings(table: &mut Table, market: &Market) {
    let admin = &market.people.admin;
    // None of these is a pool, an exchange, a token or an oracle: accounts with and without an entry, a contract that
    // does not exist, contracts of another kind, the vault itself.
    let no_pools = [
        admin.sdk_address(),
        unborn().address(),
        undeployed().address(),
        market.usdc.address(),
        market.own_feed.address(),
        market.registry.address(),
        market.vault.address(),
    ];
    table.refused(admin, "allow_pool", E::NotAsExpected as u32, no_pools.iter().map(|a| args![a, true]));
    table.refused(admin, "allow_pool", E::PoolNotAllowed as u32, no_pools.iter().map(|a| args![a, false]));
    table.refused(admin, "allow_exchange", E::NotAsExpected as u32, no_pools.iter().map(|a| args![a, true]));
    table.refused(admin, "allow_exchange", E::NotAsExpected as u32, [args![market.pool.0, true]]);
    table.refused(admin, "allow_exchange", E::ExchangeNotAllowed as u32, no_pools.iter().map(|a| args![a, false]));
    table.refused(
        admin,
        "remove_asset",
        E::AssetNotAllowed as u32,
        no_pools.iter().filter(|a| **a != market.usdc.address()).map(|a| args![a]),
    );

    let [xlm, ..] = &market.assets;
    let asset = |asset: &dyn Addressed, oracle: &dyn Addressed, age: u64, deviation: u32| {
        args![asset.sdk_address(), oracle.sdk_address(), age, deviation]
    };
    let feed = &market.own_feed;
    let ages = [0, 86_401, u64::MAX].map(|age| asset(xlm, feed, age, 300));
    table.refused(admin, "set_asset", E::InvalidConfig as u32, ages);
    let deviations = [0, 10_001, u32::MAX].map(|bps| asset(xlm, feed, 600, bps));
    table.refused(admin, "set_asset", E::InvalidConfig as u32, deviations);
    let no_tokens = [admin.sdk_address(), unborn().address(), undeployed().address(), market.pool.0.address()];
    table.refused(admin, "set_asset", E::NotAsExpected as u32, no_tokens.iter().map(|a| asset(a, feed, 600, 300)));
    let registry = [asset(&market.registry, feed, 600, 300), asset(xlm, &market.registry, 600, 300)];
    table.refused(admin, "set_asset", E::NotAsExpected as u32, registry);
    table.refused(admin, "set_asset", E::NotAsExpected as u32, no_tokens.iter().map(|a| asset(xlm, a, 600, 300)));
    let own = [asset(xlm, &market.vault, 600, 300), asset(&market.vault, feed, 600, 300)];
    table.refused(admin, "set_asset", E::NotAsExpected as u32, own);
}
