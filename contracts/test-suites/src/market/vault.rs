//! Calling the vault and the registry.

use super::Market;
use crate::args;
use crate::ledger::{env, Account, Addressed, Failure, Ledger, Receipt};
use nectar_vault::{Config, KeeperRecord, Plan, VaultState};
use soroban_sdk::String;

impl Market {
    /// The admin sets the vault.
    pub fn configure(&self, ledger: &mut Ledger, config: Config) -> Result<Receipt, Failure> {
        ledger.invoke(&self.people.admin, &self.vault, "set_config", args![config])
    }

    /// `user` deposits `amount` stroops; the value is the shares issued.
    pub fn deposit(&self, ledger: &mut Ledger, user: &Account, amount: i128) -> Result<Receipt, Failure> {
        ledger.invoke(user, &self.vault, "deposit", args![user, amount])
    }

    /// `user` redeems `shares`; the value is the USDC paid.
    pub fn withdraw(&self, ledger: &mut Ledger, user: &Account, shares: i128) -> Result<Receipt, Failure> {
        ledger.invoke(user, &self.vault, "withdraw", args![user, shares])
    }

    /// `keeper` registers with `stake` stroops.
    pub fn register(&self, ledger: &mut Ledger, keeper: &Account, name: &str, stake: i128) -> Result<Receipt, Failure> {
        let name = String::from_str(&env(), name);
        ledger.invoke(keeper, &self.registry, "register", args![keeper, name, stake])
    }

    /// `keeper` leaves the registry.
    pub fn deregister(&self, ledger: &mut Ledger, keeper: &Account) -> Result<Receipt, Failure> {
        ledger.invoke(keeper, &self.registry, "deregister", args![keeper])
    }

    /// `keeper` draws `amount` stroops.
    pub fn draw(&self, ledger: &mut Ledger, keeper: &Account, amount: i128) -> Result<Receipt, Failure> {
        ledger.invoke(keeper, &self.vault, "draw", args![keeper, amount])
    }

    /// `keeper` returns `amount` stroops; the value is the profit, fee included.
    pub fn return_proceeds(&self, ledger: &mut Ledger, keeper: &Account, amount: i128) -> Result<Receipt, Failure> {
        ledger.invoke(keeper, &self.vault, "return_proceeds", args![keeper, amount])
    }

    /// `caller` has the overdue debt of `keeper` settled.
    pub fn settle(&self, ledger: &mut Ledger, caller: &Account, keeper: &Account) -> Result<Receipt, Failure> {
        ledger.invoke(caller, &self.vault, "settle_overdue", args![keeper])
    }

    /// `keeper` liquidates in one transaction; the value is the profit measured.
    pub fn liquidate(&self, ledger: &mut Ledger, keeper: &Account, plan: &Plan) -> Result<Receipt, Failure> {
        ledger.invoke(keeper, &self.vault, "liquidate", args![keeper, plan])
    }

    /// The vault's state.
    pub fn state(&self, ledger: &Ledger) -> VaultState {
        self.read(ledger, "get_state", args![])
    }

    /// Shares of `user` and what they redeem.
    pub fn position(&self, ledger: &Ledger, user: &impl Addressed) -> (i128, i128) {
        self.read(ledger, "position", args![user.sdk_address()])
    }

    /// Debt and history of `keeper`.
    pub fn record(&self, ledger: &Ledger, keeper: &impl Addressed) -> KeeperRecord {
        self.read(ledger, "get_keeper_record", args![keeper.sdk_address()])
    }

    fn read<T>(&self, ledger: &Ledger, function: &str, arguments: Vec<crate::ledger::xdr::ScVal>) -> T
    where
        T: soroban_sdk::TryFromVal<soroban_sdk::Env, soroban_sdk::Val>,
    {
        ledger.read(&self.vault, function, arguments).unwrap_or_else(|e| panic!("{function}: {e}"))
    }
}
