//! Accounts: a key pair with a name, and its entry in the ledger.

use super::{admit, Addressed, Ledger, Recorded};
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::{
    AccountEntry, AccountEntryExt, AccountEntryExtensionV1, AccountEntryExtensionV1Ext, AccountEntryExtensionV2,
    AccountEntryExtensionV2Ext, AccountEntryExtensionV3, AccountId, ExtensionPoint, LedgerEntry, LedgerEntryData,
    LedgerEntryExt, LedgerKey, LedgerKeyAccount, Liabilities, PublicKey, ScAddress, SequenceNumber, String32,
    Thresholds, TimePoint, Uint256,
};
use std::fmt;
use std::sync::Arc;

/// What [`Ledger::account`] funds an account with: 1,000,000 XLM, in stroops.
const FUNDED: i64 = 10_000_000_000_000;

/// An ed25519 key pair with a name, from which the key is derived: the same name is the same
/// account in every run.
#[derive(Clone)]
pub struct Account {
    name: Arc<str>,
    key: Arc<SigningKey>,
}

impl Account {
    /// The key pair of `name`; it is in no ledger yet.
    pub fn named(name: &str) -> Self {
        let seed: [u8; 32] = Sha256::digest(format!("nectar account {name}")).into();
        Self { name: name.into(), key: Arc::new(SigningKey::from_bytes(&seed)) }
    }

    /// The name it was made from.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key.
    pub fn public_key(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    /// The secret seed, for records from which another ledger is to be built.
    pub fn seed(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// Signature over `message`.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }

    /// The account's id in XDR.
    pub fn id(&self) -> AccountId {
        AccountId(PublicKey::PublicKeyTypeEd25519(Uint256(self.public_key())))
    }

    /// Its address (G…) in the calling thread's conversion `Env`.
    pub fn address(&self) -> soroban_sdk::Address {
        self.sdk_address()
    }

    pub(super) fn ledger_key(&self) -> LedgerKey {
        LedgerKey::Account(LedgerKeyAccount { account_id: self.id() })
    }
}

impl Addressed for Account {
    fn sc_address(&self) -> ScAddress {
        ScAddress::Account(self.id())
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.strkey())
    }
}

impl Ledger {
    /// The account of `name`, funded with 1,000,000 XLM when it is new to this ledger.
    pub fn account(&mut self, name: &str) -> Account {
        let account = Account::named(name);
        if self.state.get(&account.ledger_key()).is_none() {
            self.put(new_entry(&account, self.sequence), None);
            self.record(Recorded::Account { account: account.clone(), balance: FUNDED });
        }
        account
    }

    /// XLM balance of `account` in stroops; 0 when it does not exist.
    pub fn stroops(&self, account: &Account) -> i64 {
        self.account_entry(account).map_or(0, |entry| entry.balance)
    }

    /// Lowest balance that `account` must keep, in stroops: two base reserves and one for each trust line.
    pub fn minimum_balance(&self, account: &Account) -> i64 {
        self.account_entry(account).map_or(0, admit::reserve)
    }

    pub(super) fn account_entry(&self, account: &Account) -> Option<&AccountEntry> {
        match &self.state.get(&account.ledger_key())?.entry.data {
            LedgerEntryData::Account(entry) => Some(entry),
            _ => None,
        }
    }

    /// Changes the entry of `account`, which must exist.
    pub(super) fn change_account(&mut self, id: &AccountId, change: impl FnOnce(&mut AccountEntry)) {
        let key = LedgerKey::Account(LedgerKeyAccount { account_id: id.clone() });
        let mut entry = self.state.get(&key).expect("the account exists").entry.clone();
        if let LedgerEntryData::Account(account) = &mut entry.data {
            change(account);
        }
        self.put(entry, None);
    }
}

/// A new account as the network writes it, with the extensions that the first transaction would
/// add, so that its size does not change under measurement.
fn new_entry(account: &Account, sequence: u32) -> LedgerEntry {
    let extension = AccountEntryExtensionV2 {
        num_sponsored: 0,
        num_sponsoring: 0,
        signer_sponsoring_i_ds: Default::default(),
        ext: AccountEntryExtensionV2Ext::V3(AccountEntryExtensionV3 {
            ext: ExtensionPoint::V0,
            seq_ledger: 0,
            seq_time: TimePoint(0),
        }),
    };
    LedgerEntry {
        last_modified_ledger_seq: sequence,
        data: LedgerEntryData::Account(AccountEntry {
            account_id: account.id(),
            balance: FUNDED,
            seq_num: SequenceNumber(i64::from(sequence) << 32),
            num_sub_entries: 0,
            inflation_dest: None,
            flags: 0,
            home_domain: String32::default(),
            thresholds: Thresholds([1, 0, 0, 0]),
            signers: Default::default(),
            ext: AccountEntryExt::V1(AccountEntryExtensionV1 {
                liabilities: Liabilities { buying: 0, selling: 0 },
                ext: AccountEntryExtensionV1Ext::V2(extension),
            }),
        }),
        ext: LedgerEntryExt::V0,
    }
}
