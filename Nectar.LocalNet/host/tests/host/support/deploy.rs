//! Host functions as transactions carry them, and what they deploy.

use super::keys::Key;
use super::ledger::{value, xdr, Ledger};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::*;

/// Calls a function of a contract.
pub fn call(contract: &ScAddress, function: &str, args: Vec<ScVal>) -> HostFunction {
    HostFunction::InvokeContract(InvokeContractArgs {
        contract_address: contract.clone(),
        function_name: function.try_into().unwrap(),
        args: args.try_into().unwrap(),
    })
}

/// Uploads code.
pub fn upload(wasm: &[u8]) -> HostFunction {
    HostFunction::UploadContractWasm(wasm.to_vec().try_into().unwrap())
}

/// Creates a contract of uploaded code.
pub fn create(deployer: &Key, salt: u8, wasm: &[u8], constructor_args: Vec<ScVal>) -> HostFunction {
    HostFunction::CreateContractV2(CreateContractArgsV2 {
        contract_id_preimage: ContractIdPreimage::Address(ContractIdPreimageFromAddress {
            address: deployer.address(),
            salt: Uint256([salt; 32]),
        }),
        executable: ContractExecutable::Wasm(Hash(Sha256::digest(wasm).into())),
        constructor_args: constructor_args.try_into().unwrap(),
    })
}

/// Creates an asset's contract.
pub fn create_asset_contract(asset: &Asset) -> HostFunction {
    HostFunction::CreateContract(CreateContractArgs {
        contract_id_preimage: ContractIdPreimage::Asset(asset.clone()),
        executable: ContractExecutable::StellarAsset,
    })
}

/// The asset `NECT` of an issuer.
pub fn asset(issuer: &Key) -> Asset {
    Asset::CreditAlphanum4(AlphaNum4 { asset_code: AssetCode4(*b"NECT"), issuer: issuer.account() })
}

impl Ledger {
    /// Opens an account with 1,000 XLM; `signers` come with their weights, thresholds are (low, medium, high).
    pub fn open(&mut self, key: &Key, signers: &[(&Key, u32)], thresholds: [u8; 3], flags: u32) {
        let signer =
            |(key, weight): &(&Key, u32)| Signer { key: SignerKey::Ed25519(Uint256(key.public())), weight: *weight };
        let mut signers: Vec<_> = signers.iter().map(signer).collect();
        signers.sort_by_key(|signer| xdr(&signer.key));
        let entry = AccountEntry {
            account_id: key.account(),
            balance: 10_000_000_000,
            seq_num: SequenceNumber(0),
            num_sub_entries: signers.len() as u32,
            inflation_dest: None,
            flags,
            home_domain: Default::default(),
            thresholds: Thresholds([1, thresholds[0], thresholds[1], thresholds[2]]),
            signers: signers.try_into().unwrap(),
            ext: AccountEntryExt::V0,
        };
        self.put(LedgerEntryData::Account(entry), None);
    }

    /// Opens a plain account.
    pub fn open_plain(&mut self, key: &Key) {
        self.open(key, &[], [0; 3], 0);
    }

    /// Opens a trust line with a balance; flags as in `TrustLineFlags`.
    pub fn trust(&mut self, key: &Key, issuer: &Key, balance: i64, flags: u32) {
        let Asset::CreditAlphanum4(code) = asset(issuer) else { unreachable!() };
        let entry = TrustLineEntry {
            account_id: key.account(),
            asset: TrustLineAsset::CreditAlphanum4(code),
            balance,
            limit: i64::MAX,
            flags,
            ext: TrustLineEntryExt::V0,
        };
        self.put(LedgerEntryData::Trustline(entry), None);
    }

    /// Uploads code and creates a contract of it.
    pub fn deploy(&mut self, deployer: &Key, salt: u8, wasm: &[u8], args: Vec<ScVal>) -> ScAddress {
        self.invoke(deployer, &upload(wasm), &[deployer]).expect("the upload succeeds");
        self.create(deployer, &create(deployer, salt, wasm, args))
    }

    /// Creates a contract.
    pub fn create(&mut self, deployer: &Key, function: &HostFunction) -> ScAddress {
        let (_, applied) = self.invoke(deployer, function, &[deployer]).expect("the creation succeeds");
        match value(&applied.return_value) {
            ScVal::Address(address) => address,
            other => panic!("{other:?}"),
        }
    }
}
