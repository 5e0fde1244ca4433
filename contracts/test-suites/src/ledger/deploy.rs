//! Uploading wasm and creating contracts.

use super::{from_scval, modules, Account, Addressed, Contract, Failure, Ledger};
use soroban_env_host::xdr::{
    ContractExecutable, ContractIdPreimage, ContractIdPreimageFromAddress, CreateContractArgsV2, Hash, HostFunction,
    ScVal, Uint256,
};
use soroban_sdk::BytesN;

impl Ledger {
    /// Uploads `wasm` and gives its hash. Then one ledger is closed, since nodes hold a contract
    /// parsed from the ledger after its upload on, and calls are priced for that.
    pub fn upload(&mut self, source: &Account, wasm: &[u8]) -> Result<[u8; 32], Failure> {
        let bytes = wasm.try_into().map_err(|_| Failure::refused("the wasm is too long for a transaction"))?;
        let prepared = self.prepare_function(source, HostFunction::UploadContractWasm(bytes), &[])?;
        let receipt = self.apply(prepared)?;
        modules::remember(wasm);
        self.close(1);
        let hash: BytesN<32> = from_scval(&receipt.returned).map_err(Failure::refused)?;
        Ok(hash.to_array())
    }

    /// Creates a contract of `hash` with `salt`, calling its constructor with `args`.
    pub fn deploy(
        &mut self,
        source: &Account,
        hash: [u8; 32],
        salt: [u8; 32],
        args: Vec<ScVal>,
    ) -> Result<Contract, Failure> {
        let constructor_args = args.try_into().map_err(|_| Failure::refused("too many arguments"))?;
        let create = HostFunction::CreateContractV2(CreateContractArgsV2 {
            contract_id_preimage: ContractIdPreimage::Address(ContractIdPreimageFromAddress {
                address: source.sc_address(),
                salt: Uint256(salt),
            }),
            executable: ContractExecutable::Wasm(Hash(hash)),
            constructor_args,
        });
        let prepared = self.prepare_function(source, create, &[])?;
        self.apply(prepared)?;
        Ok(Contract::created_by(source, salt))
    }
}
