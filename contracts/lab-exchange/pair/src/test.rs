use soroban_sdk::{
    testutils::{Address as _, EnvTestConfig, MockAuth, MockAuthInvoke},
    token::{StellarAssetClient, TokenClient},
    Address, Env, IntoVal,
};

use crate::{LabExchangePair, LabExchangePairClient, PairError};

const HELD: i128 = 1_000;

/// A pair of a router that is a plain address, and a token of which it holds [`HELD`].
struct Stock {
    e: Env,
    router: Address,
    pair: LabExchangePairClient<'static>,
    token: TokenClient<'static>,
    issuer: Address,
}

fn stock() -> Stock {
    // No file is written for every test: nobody compares them.
    let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    let router = Address::generate(&e);
    let pair = LabExchangePairClient::new(&e, &e.register(LabExchangePair, (&router,)));
    let token = e.register_stellar_asset_contract_v2(Address::generate(&e));
    let issuer = token.issuer().address();
    let token = TokenClient::new(&e, &token.address());
    e.mock_all_auths();
    StellarAssetClient::new(&e, &token.address).mint(&pair.address, &HELD);
    e.set_auths(&[]);
    Stock { e, router, pair, token, issuer }
}

impl Stock {
    fn pay(&self, signer: &Address, to: &Address, amount: i128) -> Result<(), Option<PairError>> {
        let args = (self.token.address.clone(), to.clone(), amount).into_val(&self.e);
        let invoke = MockAuthInvoke { contract: &self.pair.address, fn_name: "pay", args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: signer, invoke: &invoke }]);
        let paid = self.pair.try_pay(&self.token.address, to, &amount);
        paid.map(|answer| assert_eq!(answer, Ok(()))).map_err(|refused| refused.ok())
    }
}

#[test]
fn the_router_has_the_pair_pay_from_its_inventory() {
    let stock = stock();
    let to = Address::generate(&stock.e);
    assert_eq!(stock.pay(&stock.router, &to, HELD), Ok(()));
    assert_eq!((stock.token.balance(&to), stock.token.balance(&stock.pair.address)), (HELD, 0));
}

#[test]
fn nobody_but_the_router_has_the_pair_pay() {
    let stock = stock();
    let stranger = Address::generate(&stock.e);
    assert_eq!(stock.pay(&stranger, &stranger, 1), Err(None));
    assert_eq!(stock.token.balance(&stock.pair.address), HELD);
}

#[test]
fn more_than_the_inventory_and_less_than_one_are_refused_by_number() {
    let stock = stock();
    let to = Address::generate(&stock.e);
    for amount in [HELD + 1, i128::MAX, -1, i128::MIN] {
        assert_eq!(stock.pay(&stock.router, &to, amount), Err(Some(PairError::InventoryShort)));
    }
    assert_eq!(stock.token.balance(&stock.pair.address), HELD);
}

#[test]
fn what_is_no_token_has_no_inventory() {
    let stock = stock();
    let nobody = Address::generate(&stock.e);
    stock.e.mock_all_auths();
    let refused = stock.pair.try_pay(&nobody, &nobody, &1);
    assert_eq!(refused, Err(Ok(PairError::InventoryShort)));
}

#[test]
fn a_token_that_refuses_although_the_pair_holds_enough_is_told_apart() {
    let stock = stock();
    // An account that does not exist has no trustline.
    let to = Address::from_str(&stock.e, "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ");
    assert_ne!(to, stock.issuer);
    assert_eq!(stock.pay(&stock.router, &to, HELD), Err(Some(PairError::TokenRefused)));
}
