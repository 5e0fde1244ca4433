//! What the exchange and its oracle cost on chain: instructions of the built wasm, every call from a fresh state.
//!
//! `cargo run --release -p lab-exchange --example costs [FOLDER]` (default: the workspace's `wasm`).

use lab_exchange::LabExchangeClient;
use lab_oracle::{Asset, LabOracleClient};
use soroban_sdk::{
    testutils::{Address as _, Ledger, MockAuth, MockAuthInvoke, Snapshot},
    token::{StellarAssetClient, TokenClient},
    vec, Address, Bytes, Env, IntoVal, Symbol, Val, Vec,
};
use std::path::{Path, PathBuf};

const UNIT: i128 = 10_000_000;

struct Wasm {
    oracle: std::vec::Vec<u8>,
    router: std::vec::Vec<u8>,
    pair: std::vec::Vec<u8>,
}

/// A market of XLM and USDC; addresses are kept as strings, since every measurement has an environment of its own.
struct Market {
    snapshot: Snapshot,
    oracle: String,
    router: String,
    usdc: String,
    xlm: String,
    trader: String,
}

fn main() {
    let given = std::env::args().nth(1).map(PathBuf::from);
    let folder = given.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm"));
    let read = |stem: &str| {
        let file = folder.join(format!("{stem}.wasm"));
        std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}; run ./build.sh first", file.display()))
    };
    let wasm = Wasm { oracle: read("lab_oracle"), router: read("lab_exchange"), pair: read("lab_exchange_pair") };
    println!("{:<34}{:>14}{:>12}", "call", "instructions", "memory");
    let market = market(&wasm);
    measure(&market, "lastprice", |m, e| {
        LabOracleClient::new(e, &m.address(e, &m.oracle)).lastprice(&Asset::Stellar(m.address(e, &m.xlm)));
    });
    measure(&market, "set_prices of 2 assets", |m, e| {
        let assets = vec![e, Asset::Stellar(m.address(e, &m.usdc)), Asset::Stellar(m.address(e, &m.xlm))];
        let prices = vec![e, UNIT, UNIT / 11];
        let owner = m.address(e, &m.trader);
        let oracle = m.address(e, &m.oracle);
        let arguments = (assets.clone(), prices.clone()).into_val(e);
        authorise(e, &owner, &oracle, "set_prices", arguments, None);
        LabOracleClient::new(e, &oracle).set_prices(&assets, &prices);
    });
    measure(&market, "router_pair_for", |m, e| {
        m.router(e).router_pair_for(&m.address(e, &m.usdc), &m.address(e, &m.xlm));
    });
    measure(&market, "router_get_amounts_in", |m, e| {
        m.router(e).router_get_amounts_in(&UNIT, &m.path(e, &m.usdc, &m.xlm));
    });
    measure(&market, "swap_exact_tokens_for_tokens", |m, e| {
        let (path, trader) = (m.path(e, &m.xlm, &m.usdc), m.address(e, &m.trader));
        let arguments = (100 * UNIT, 1i128, path.clone(), trader.clone(), 10_000u64).into_val(e);
        m.authorise_swap(e, "swap_exact_tokens_for_tokens", arguments, &m.xlm, 100 * UNIT);
        m.router(e).swap_exact_tokens_for_tokens(&(100 * UNIT), &1, &path, &trader, &10_000);
    });
    measure(&market, "swap_tokens_for_exact_tokens", |m, e| {
        let (path, trader) = (m.path(e, &m.usdc, &m.xlm), m.address(e, &m.trader));
        let paid = m.router(e).router_get_amounts_in(&(100 * UNIT), &path).first_unchecked();
        let arguments = (100 * UNIT, paid, path.clone(), trader.clone(), 10_000u64).into_val(e);
        m.authorise_swap(e, "swap_tokens_for_exact_tokens", arguments, &m.usdc, paid);
        m.router(e).swap_tokens_for_exact_tokens(&(100 * UNIT), &paid, &path, &trader, &10_000);
    });
    println!();
    for (name, bytes) in
        [("lab_oracle", &wasm.oracle), ("lab_exchange", &wasm.router), ("lab_exchange_pair", &wasm.pair)]
    {
        println!("{name:<34}{:>14} bytes", bytes.len());
    }
}

fn measure(market: &Market, name: &str, call: impl Fn(&Market, &Env)) {
    let e = Env::from_snapshot(market.snapshot.clone());
    call(market, &e);
    let used = e.cost_estimate().resources();
    println!("{name:<34}{:>14}{:>12}", used.instructions, used.mem_bytes);
}

fn market(wasm: &Wasm) -> Market {
    let e = Env::default();
    e.ledger().set_timestamp(1_000);
    e.mock_all_auths();
    let admin = Address::generate(&e);
    let token = || e.register_stellar_asset_contract_v2(admin.clone()).address();
    let (usdc, xlm) = (token(), token());
    let base = Asset::Other(Symbol::new(&e, "USD"));
    let oracle = e.register(wasm.oracle.as_slice(), (&admin, base, 7u32, 300u32));
    let prices = LabOracleClient::new(&e, &oracle);
    prices.set_price(&Asset::Stellar(usdc.clone()), &UNIT);
    prices.set_price(&Asset::Stellar(xlm.clone()), &(UNIT / 10));
    let pair_wasm = e.deployer().upload_contract_wasm(Bytes::from_slice(&e, &wasm.pair));
    let router = e.register(wasm.router.as_slice(), (&admin, &oracle, pair_wasm, 30u32));
    let pair = LabExchangeClient::new(&e, &router).create_pair(&usdc, &xlm);
    for token in [&usdc, &xlm] {
        for holder in [&admin, &pair] {
            StellarAssetClient::new(&e, token).mint(holder, &(1_000_000 * UNIT));
        }
        assert_eq!(TokenClient::new(&e, token).balance(&pair), 1_000_000 * UNIT);
    }
    let text = |address: &Address| address.to_string().to_string();
    Market {
        oracle: text(&oracle),
        router: text(&router),
        usdc: text(&usdc),
        xlm: text(&xlm),
        trader: text(&admin),
        snapshot: e.to_snapshot(),
    }
}

impl Market {
    fn address(&self, e: &Env, text: &str) -> Address {
        Address::from_str(e, text)
    }

    fn router<'a>(&self, e: &'a Env) -> LabExchangeClient<'a> {
        LabExchangeClient::new(e, &self.address(e, &self.router))
    }

    fn path(&self, e: &Env, token_in: &str, token_out: &str) -> Vec<Address> {
        vec![e, self.address(e, token_in), self.address(e, token_out)]
    }

    fn authorise_swap(&self, e: &Env, function: &str, arguments: Vec<Val>, token: &str, amount: i128) {
        let (trader, token) = (self.address(e, &self.trader), self.address(e, token));
        let pair = self.router(e).router_pair_for(&self.address(e, &self.usdc), &self.address(e, &self.xlm));
        let transfer = (trader.clone(), pair, amount).into_val(e);
        authorise(e, &trader, &self.address(e, &self.router), function, arguments, Some((token, transfer)));
    }
}

fn authorise(
    e: &Env,
    signer: &Address,
    contract: &Address,
    function: &str,
    args: Vec<Val>,
    transfer: Option<(Address, Vec<Val>)>,
) {
    let inner: std::vec::Vec<_> = transfer
        .iter()
        .map(|(token, args)| MockAuthInvoke {
            contract: token,
            fn_name: "transfer",
            args: args.clone(),
            sub_invokes: &[],
        })
        .collect();
    let invoke = MockAuthInvoke { contract, fn_name: function, args, sub_invokes: &inner };
    e.mock_auths(&[MockAuth { address: signer, invoke: &invoke }]);
}
