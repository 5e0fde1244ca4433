//! Classic assets and their Stellar Asset Contracts.

use super::{Account, Addressed, Contract, Failure, Ledger, Receipt, Recorded};
use crate::args;
use soroban_env_host::xdr::Asset as XdrAsset;
use soroban_env_host::xdr::{
    AccountFlags, AlphaNum12, AlphaNum4, AssetCode12, AssetCode4, ContractExecutable, ContractIdPreimage,
    CreateContractArgs, HostFunction, LedgerEntry, LedgerEntryData, LedgerEntryExt, ScAddress, TrustLineAsset,
    TrustLineEntry, TrustLineEntryExt, TrustLineFlags,
};

/// What the issuer of an asset reserves for itself. Set before balances exist: a trust line or a
/// contract's balance takes the flags over when it is created.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IssuerFlags {
    /// Every holder must be authorised first.
    pub auth_required: bool,
    /// An authorisation can be taken back.
    pub auth_revocable: bool,
    /// The issuer can take balances back. Needs `auth_revocable`, as on the network.
    pub clawback_enabled: bool,
}

impl IssuerFlags {
    fn bits(self) -> u32 {
        [
            (self.auth_required, AccountFlags::RequiredFlag),
            (self.auth_revocable, AccountFlags::RevocableFlag),
            (self.clawback_enabled, AccountFlags::ClawbackEnabledFlag),
        ]
        .into_iter()
        .filter(|(set, _)| *set)
        .map(|(_, flag)| flag as u32)
        .sum()
    }
}

/// A classic asset with its deployed Stellar Asset Contract. As an argument it is that contract.
#[derive(Clone, Debug)]
pub struct Asset {
    code: String,
    issuer: Account,
    contract: Contract,
}

impl Asset {
    fn new(code: &str, issuer: &Account) -> Self {
        let contract = Contract::of(ContractIdPreimage::Asset(xdr_asset(code, issuer)));
        Self { code: code.into(), issuer: issuer.clone(), contract }
    }

    /// Its code, 1 to 12 letters and digits.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The account that issues it.
    pub fn issuer(&self) -> &Account {
        &self.issuer
    }

    /// Its Stellar Asset Contract.
    pub fn contract(&self) -> Contract {
        self.contract
    }

    /// Address of that contract in the calling thread's conversion `Env`.
    pub fn address(&self) -> soroban_sdk::Address {
        self.sdk_address()
    }

    fn trust_line_asset(&self) -> TrustLineAsset {
        match xdr_asset(&self.code, &self.issuer) {
            XdrAsset::CreditAlphanum4(asset) => TrustLineAsset::CreditAlphanum4(asset),
            XdrAsset::CreditAlphanum12(asset) => TrustLineAsset::CreditAlphanum12(asset),
            XdrAsset::Native => TrustLineAsset::Native,
        }
    }
}

impl Addressed for Asset {
    fn sc_address(&self) -> ScAddress {
        self.contract.sc_address()
    }
}

fn xdr_asset(code: &str, issuer: &Account) -> XdrAsset {
    let usable = (1..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric());
    assert!(usable, "asset code {code:?} is not 1 to 12 letters and digits");
    let mut padded = [0; 12];
    padded[..code.len()].copy_from_slice(code.as_bytes());
    if let (1..=4, Some(short)) = (code.len(), padded.first_chunk()) {
        XdrAsset::CreditAlphanum4(AlphaNum4 { asset_code: AssetCode4(*short), issuer: issuer.id() })
    } else {
        XdrAsset::CreditAlphanum12(AlphaNum12 { asset_code: AssetCode12(padded), issuer: issuer.id() })
    }
}

impl Ledger {
    /// Deploys the Stellar Asset Contract of `code` by `issuer`, paid by the issuer.
    pub fn issue(&mut self, code: &str, issuer: &Account) -> Result<Asset, Failure> {
        let create = HostFunction::CreateContract(CreateContractArgs {
            contract_id_preimage: ContractIdPreimage::Asset(xdr_asset(code, issuer)),
            executable: ContractExecutable::StellarAsset,
        });
        let prepared = self.prepare_function(issuer, create, &[])?;
        self.apply(prepared)?;
        Ok(Asset::new(code, issuer))
    }

    /// Sets the flags of an issuer, as its `SetOptions` operation would.
    pub fn set_issuer_flags(&mut self, issuer: &Account, flags: IssuerFlags) {
        assert!(flags.auth_revocable || !flags.clawback_enabled, "clawback_enabled needs auth_revocable");
        self.change_account(&issuer.id(), |entry| entry.flags = flags.bits());
        self.record(Recorded::IssuerFlags { issuer: issuer.clone(), flags });
    }

    /// Opens a trust line of `account` to `asset` without a limit, as its `ChangeTrust` operation
    /// would: authorised unless the issuer requires authorisation. An open line stays as it is.
    pub fn trust(&mut self, account: &Account, asset: &Asset) {
        let issuer = self.account_entry(&asset.issuer).expect("the issuer exists");
        let has = |flag: AccountFlags| issuer.flags & flag as u32 != 0;
        let authorised = !has(AccountFlags::RequiredFlag);
        let clawback = has(AccountFlags::ClawbackEnabledFlag);
        let flag = |set: bool, flag: TrustLineFlags| if set { flag as u32 } else { 0 };
        let entry = LedgerEntry {
            last_modified_ledger_seq: self.sequence,
            data: LedgerEntryData::Trustline(TrustLineEntry {
                account_id: account.id(),
                asset: asset.trust_line_asset(),
                balance: 0,
                limit: i64::MAX,
                flags: flag(authorised, TrustLineFlags::AuthorizedFlag)
                    | flag(clawback, TrustLineFlags::TrustlineClawbackEnabledFlag),
                ext: TrustLineEntryExt::V0,
            }),
            ext: LedgerEntryExt::V0,
        };
        if self.state.get(&entry.to_key()).is_some() {
            return;
        }
        self.put(entry, None);
        self.change_account(&account.id(), |entry| entry.num_sub_entries += 1);
        self.record(Recorded::TrustLine { account: account.clone(), asset: asset.clone() });
    }

    /// The issuer mints `amount` (in the asset's 7 decimals) to an account with a trust line or to
    /// a contract.
    pub fn mint(&mut self, asset: &Asset, to: &impl Addressed, amount: i128) -> Result<Receipt, Failure> {
        let arguments = args![to.sdk_address(), amount];
        self.invoke(&asset.issuer.clone(), asset, "mint", arguments)
    }

    /// Balance of `holder` in any SEP-41 token, in its own decimals.
    pub fn balance(&self, token: &impl Addressed, holder: &impl Addressed) -> i128 {
        self.read(token, "balance", args![holder.sdk_address()])
            .unwrap_or_else(|e| panic!("balance of {} in {}: {e}", holder.strkey(), token.strkey()))
    }
}
