//! Who is in a run: two depositors, two keepers, and a thief that deposits and keeps.

use nectar_vault::KeeperRecord;
use test_suites::ledger::xdr::{AccountId, ScAddress};
use test_suites::ledger::{Account, Addressed, Ledger};
use test_suites::market::{Market, ONE};

/// The accounts by number.
pub struct People {
    pub accounts: Vec<Account>,
    /// What the vault says of a keeper that never drew.
    pub fresh: KeeperRecord,
}

impl People {
    /// The market's people, and the thief with 50,000 USDC of its own.
    pub fn of(ledger: &mut Ledger, market: &Market) -> People {
        let thief = ledger.account("thief");
        for asset in market.all_assets() {
            ledger.trust(&thief, asset);
        }
        ledger.mint(&market.usdc, &thief, 50_000 * ONE).expect("the thief is paid");
        let fresh = market.record(ledger, &thief);
        let people = market.people.clone();
        People { accounts: vec![people.alice, people.bob, people.alpha, people.beta, thief], fresh }
    }

    /// Whose address it is.
    pub fn number_of(&self, address: &ScAddress) -> Option<usize> {
        self.accounts.iter().position(|account| account.sc_address() == *address)
    }

    /// Whose account it is.
    pub fn number_of_id(&self, id: &AccountId) -> Option<usize> {
        self.number_of(&ScAddress::Account(id.clone()))
    }
}
