//! What a run's ledger holds, read from its entries: the books and every purse.

use crate::people::People;
use keeper_registry::KeeperInfo;
use nectar_vault::{Books, Config, KeeperRecord};
use test_suites::ledger::xdr::{
    ContractDataDurability, ContractDataEntry, LedgerEntryData, LedgerKey, ScAddress, ScVal, TrustLineAsset,
};
use test_suites::ledger::{from_scval, Addressed, Ledger};
use test_suites::market::Market;

/// Amounts in stroops, shares with 13 decimals; people by their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub ledger: u32,
    pub books: Books,
    pub config: Config,
    /// USDC that the vault's and the registry's contracts hold.
    pub vault_usdc: i128,
    pub registry_usdc: i128,
    pub usdc: Vec<i128>,
    pub shares: Vec<i128>,
    /// Shares locked in the vault itself.
    pub seed_shares: i128,
    /// Shares of anybody else: there is nobody.
    pub other_shares: i128,
    pub records: Vec<KeeperRecord>,
    pub stakes: Vec<i128>,
    /// Stakes of all that the registry knows.
    pub all_stakes: i128,
}

impl Picture {
    /// Reads it.
    pub fn take(ledger: &Ledger, market: &Market, people: &People) -> Picture {
        let count = people.accounts.len();
        let (books, config) = instance(ledger, market);
        let mut picture = Picture {
            ledger: ledger.sequence(),
            books,
            config,
            vault_usdc: 0,
            registry_usdc: 0,
            usdc: vec![0; count],
            shares: vec![0; count],
            seed_shares: 0,
            other_shares: 0,
            records: vec![people.fresh.clone(); count],
            stakes: vec![0; count],
            all_stakes: 0,
        };
        let [vault, registry, usdc] =
            [market.vault.sc_address(), market.registry.sc_address(), market.usdc.sc_address()];
        for (key, entry, _) in ledger.entries() {
            match (key, &entry.data) {
                (LedgerKey::Trustline(key), LedgerEntryData::Trustline(line)) => {
                    if let (TrustLineAsset::CreditAlphanum4(asset), Some(who)) =
                        (&line.asset, people.number_of_id(&key.account_id))
                    {
                        if &asset.asset_code.0 == b"USDC" {
                            picture.usdc[who] = line.balance.into();
                        }
                    }
                }
                (_, LedgerEntryData::ContractData(data)) if data.contract == vault => {
                    picture.of_vault(data, people, &vault)
                }
                (_, LedgerEntryData::ContractData(data)) if data.contract == registry => {
                    picture.of_registry(data, people)
                }
                (_, LedgerEntryData::ContractData(data)) if data.contract == usdc => {
                    if let Some(("Balance", holder)) = keyed(&data.key) {
                        let amount = from_scval::<TokenBalance>(&data.val).map_or(0, |balance| balance.amount);
                        if *holder == vault {
                            picture.vault_usdc = amount;
                        } else if *holder == registry {
                            picture.registry_usdc = amount;
                        }
                    }
                }
                _ => {}
            }
        }
        picture
    }

    fn of_vault(&mut self, data: &ContractDataEntry, people: &People, vault: &ScAddress) {
        match keyed(&data.key) {
            Some(("Balance", holder)) => {
                let shares: i128 = from_scval(&data.val).expect("shares");
                match people.number_of(holder) {
                    Some(who) => self.shares[who] = shares,
                    None if holder == vault => self.seed_shares = shares,
                    None => self.other_shares += shares,
                }
            }
            Some(("Keeper", holder)) => {
                if let Some(who) = people.number_of(holder) {
                    self.records[who] = from_scval(&data.val).expect("a keeper's record");
                }
            }
            _ => {}
        }
    }

    fn of_registry(&mut self, data: &ContractDataEntry, people: &People) {
        if let Some(("Keeper", holder)) = keyed(&data.key) {
            let info: KeeperInfo = from_scval(&data.val).expect("a keeper's stake");
            self.all_stakes += info.stake;
            if let Some(who) = people.number_of(holder) {
                self.stakes[who] = info.stake;
            }
        }
    }

    /// What the vault owes to nobody yet: profit that vests, rounded up.
    pub fn unvested(&self) -> i128 {
        let books = &self.books;
        if self.ledger >= books.vest_until {
            return 0;
        }
        let left = i128::from(books.vest_until - self.ledger.max(books.vest_from));
        let whole = i128::from(books.vest_until - books.vest_from);
        (books.vest_amount * left + whole - 1) / whole
    }

    /// Idle and drawn.
    pub fn gross(&self) -> i128 {
        self.books.idle + self.books.drawn
    }

    /// What all shares redeem.
    pub fn total_assets(&self) -> i128 {
        (self.gross() - self.unvested()).max(0)
    }

    /// What `shares` redeem, rounded down.
    pub fn value_of(&self, shares: i128) -> i128 {
        let (assets, supply) = self.price();
        (num_bigint::BigInt::from(shares) * assets / supply).try_into().expect("a value of 128 bits")
    }

    /// The price of a share as a fraction.
    pub fn price(&self) -> (num_bigint::BigInt, num_bigint::BigInt) {
        ((self.total_assets() + 1).into(), (self.books.shares + 1_000_000).into())
    }

    /// What somebody owns in USDC: purse, stake and shares, less its debt.
    pub fn wealth(&self, who: usize) -> i128 {
        self.usdc[who] + self.stakes[who] - self.records[who].drawn + self.value_of(self.shares[who])
    }
}

/// A contract's balance as the Stellar Asset Contract stores it.
#[soroban_sdk::contracttype]
struct TokenBalance {
    amount: i128,
    authorized: bool,
    clawback: bool,
}

fn keyed(key: &ScVal) -> Option<(&str, &ScAddress)> {
    let ScVal::Vec(Some(parts)) = key else { return None };
    match parts.as_slice() {
        [ScVal::Symbol(name), ScVal::Address(holder)] => Some((std::str::from_utf8(name.0.as_slice()).ok()?, holder)),
        _ => None,
    }
}

/// What the vault keeps in its instance.
fn instance(ledger: &Ledger, market: &Market) -> (Books, Config) {
    let data = ledger.data(&market.vault, ScVal::LedgerKeyContractInstance, ContractDataDurability::Persistent);
    let Some(ScVal::ContractInstance(instance)) = data else { panic!("the vault has an instance") };
    let storage = instance.storage.expect("the vault stores something");
    let find = |name: &str| {
        let named = |key: &ScVal| matches!(key, ScVal::Symbol(symbol) if symbol.0.as_slice() == name.as_bytes());
        &storage.iter().find(|entry| named(&entry.key)).expect(name).val
    };
    (from_scval(find("Books")).expect("books"), from_scval(find("Config")).expect("a config"))
}
