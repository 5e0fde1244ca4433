use crate::ownership::{self, Numbers};
use crate::table::Table;
use crate::values::list;
use lab_oracle::{Asset, OracleError as E, PriceData, MAX_ASSETS, MAX_PRICE};
use soroban_sdk::{Address, Symbol, Vec};
use test_suites::args;
use test_suites::ledger::{env, Addressed, Contract};
use test_suites::market::{Market, PoolKind};
use test_suites::wasm;

#[test]
fn every_function_of_the_oracle_answers_bad_values_with_a_number_of_its_own_and_changes_nothing() {
    let (ledger, market) = Market::funded(PoolKind::Lab);
    let admin = &market.people.admin;
    let mut table = Table::new(ledger, market.own_feed, &wasm::LAB_ORACLE, &[600..=699]);
    let (now, xlm) = (table.ledger.timestamp(), priced(market.xlm()));
    let unknown = [
        priced(&Contract([0xee; 32])),
        priced(&market.people.alice),
        priced(&market.vault),
        symbol("XLM"),
        symbol(""),
        symbol("thirty_two_characters_of_a_symbo"),
    ];

    let no_prices = [0, -1, i128::MIN];
    let high = [MAX_PRICE + 1, i128::MAX];
    for asset in unknown.iter().chain([&xlm]) {
        table.refused(admin, "set_price", E::PriceNotPositive as u32, no_prices.map(|n| args![asset, n]));
        table.refused(admin, "set_price", E::PriceTooHigh as u32, high.map(|n| args![asset, n]));
        table.refused(admin, "set_price_at", E::PriceNotPositive as u32, no_prices.map(|n| args![asset, n, now]));
        table.refused(admin, "set_price_at", E::PriceTooHigh as u32, high.map(|n| args![asset, n, now]));
        let future = [now + 1, u64::MAX].map(|at| args![asset, 1_i128, at]);
        table.refused(admin, "set_price_at", E::TimestampInFuture as u32, future);
    }

    let many = |n: usize| (std::vec![xlm.clone(); n], std::vec![1_i128; n]);
    let uneven = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 500), (500, 0)];
    let uneven = uneven.map(|(assets, prices)| args![list(&many(assets).0), list(&many(prices).1)]);
    table.refused(admin, "set_prices", E::LengthsDiffer as u32, uneven);
    let one_wrong = |n: i128| args![list(&[xlm.clone(), xlm.clone()]), list(&[1, n])];
    table.refused(admin, "set_prices", E::PriceNotPositive as u32, no_prices.map(one_wrong));
    table.refused(admin, "set_prices", E::PriceTooHigh as u32, high.map(one_wrong));
    let too_long = [MAX_ASSETS as usize + 1, 100, 500].map(|n| args![list(&many(n).0), list(&many(n).1)]);
    table.refused(admin, "set_prices", E::TooManyAssets as u32, too_long);
    let new: std::vec::Vec<Asset> = (0..MAX_ASSETS - 4).map(|n| symbol(&format!("A{n}"))).collect();
    let one_too_many = args![list(&new), list(&std::vec![1_i128; new.len()])];
    table.refused(admin, "set_prices", E::TooManyAssets as u32, [one_too_many]);

    table.refused(admin, "set_unit", E::DecimalsTooHigh as u32, [19, u32::MAX].map(|n| args![xlm, n]));
    let resolutions = [0, 86_401, u32::MAX].map(|n| args![n]);
    table.refused(admin, "set_resolution", E::ResolutionOutOfRange as u32, resolutions);

    let no_price: Option<PriceData> = None;
    let no_prices: Option<Vec<PriceData>> = None;
    table.answered("lastprice", &no_price, unknown.iter().map(|asset| args![asset]));
    let none_each: Vec<Option<PriceData>> = Vec::from_slice(&env(), &std::vec![None; unknown.len()]);
    table.answered("lastprices", &none_each, [args![list(&unknown)]]);
    table.answered("price", &no_price, unknown.iter().map(|asset| args![asset, now]));
    table.answered("price", &no_price, [0, 1, now + 1, u64::MAX].map(|at| args![xlm, at]));
    table.answered("prices", &no_prices, unknown.iter().map(|asset| args![asset, u32::MAX]));
    table.answered("prices", &no_prices, [args![xlm, 0_u32]]);
    let known: Option<Vec<PriceData>> = table.ledger.read(&market.own_feed, "prices", args![xlm, 1_000_u32]).unwrap();
    assert!(known.is_some());
    table.answered("prices", &known, [args![xlm, u32::MAX]]);

    let numbers = Numbers {
        renounced: E::RenounceRefused as u32,
        not_proposed: E::UpgradeNotProposed as u32,
        too_early: E::UpgradeTooEarly as u32,
    };
    ownership::rows(&mut table, admin, &market.own_feed, numbers);
    table.elsewhere("__constructor");
    table.close(&["assets", "base", "decimals", "resolution"]);
}

fn priced(asset: &impl Addressed) -> Asset {
    let address: Address = asset.sdk_address();
    Asset::Stellar(address)
}

fn symbol(name: &str) -> Asset {
    Asset::Other(Symbol::new(&env(), name))
}
