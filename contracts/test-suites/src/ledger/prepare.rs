//! From a call to a signed transaction: simulate, sign, declare resources.

use super::bytes::encode;
use super::{
    auth, base_info, limits, state::Source, transaction, Account, Addressed, Exceeded, Failure, Ledger, Limit,
    Resources, Stage,
};
use sha2::{Digest, Sha256};
use soroban_env_host::e2e_invoke::RecordingInvocationAuthMode;
use soroban_env_host::xdr::{
    ContractId, HostFunction, InvokeContractArgs, LedgerKey, ScAddress, ScSymbol, ScVal, SorobanTransactionData,
    SorobanTransactionDataExt, TransactionV1Envelope,
};
use soroban_simulation::simulation::{
    simulate_invoke_host_function_op, InvokeHostFunctionSimulationResult, SimulationAdjustmentConfig,
};
use std::rc::Rc;

/// Ledgers for which signatures of authorisation entries are valid.
const SIGNATURE_LEDGERS: u32 = 100;

/// A simulated and signed transaction that is not in the ledger yet.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The signed transaction.
    pub envelope: TransactionV1Envelope,
    /// Value that the simulation returned.
    pub simulated: ScVal,
}

impl Prepared {
    /// Signs the transaction anew, after a test has tampered with it, as `source` itself could.
    pub fn sign_again(&mut self, source: &Account) -> Result<(), Failure> {
        self.envelope = transaction::sign(source, self.envelope.tx.clone())?;
        Ok(())
    }
}

impl Ledger {
    /// Simulates a call of `function` and makes the transaction that does it: paid and signed by
    /// `source`, with the authorisation entries of `signers` signed. Changes nothing.
    pub fn prepare(
        &self,
        source: &Account,
        signers: &[&Account],
        contract: &impl Addressed,
        function: &str,
        args: Vec<ScVal>,
    ) -> Result<Prepared, Failure> {
        self.prepare_function(source, call(contract, function, args)?, signers)
    }

    /// The same for any host function.
    pub fn prepare_function(
        &self,
        source: &Account,
        host_function: HostFunction,
        signers: &[&Account],
    ) -> Result<Prepared, Failure> {
        let sequence = match self.account_entry(source) {
            Some(entry) => entry.seq_num.0 + 1,
            None => return Err(Failure::refused(format!("txNO_ACCOUNT: {source:?}"))),
        };
        if let HostFunction::UploadContractWasm(wasm) = &host_function {
            Exceeded::check(Limit::ContractBytes, wasm.len() as u64, self.settings.contract_bytes)
                .map_err(|exceeded| Failure::over(Stage::Refused, exceeded))?;
        }
        let simulation = self.simulate(source, host_function.clone())?;
        let simulated = simulation.invoke_result.expect("a failure has left above");
        let mut auth = simulation.auth;
        for entry in &mut auth {
            auth::sign(entry, signers, self.sequence + SIGNATURE_LEDGERS);
        }
        let mut data = simulation.transaction_data.expect("a success has resources");
        // The reserve that simulation adds must not make a call too big that is not.
        let most = self.settings.network.tx_max_instructions;
        let most = u32::try_from(most).expect("a limit of 32 bits");
        data.resources.instructions = data.resources.instructions.min(most);
        let envelope = transaction::signed(source, sequence, host_function, auth, data)?;
        let prepared = Prepared { envelope, simulated };
        limits::check(&declared(&prepared.envelope)?, &self.settings)
            .map_err(|exceeded| Failure::over(Stage::Refused, exceeded))?;
        Ok(prepared)
    }

    /// Simulates `host_function` in recording mode, as a node's RPC does.
    pub(super) fn simulate(
        &self,
        source: &Account,
        host_function: HostFunction,
    ) -> Result<InvokeHostFunctionSimulationResult, Failure> {
        let settings = &self.settings;
        let seed = self.seed(&[&source.public_key(), &encode(&host_function)]);
        let simulation = simulate_invoke_host_function_op(
            Rc::new(Source(self.state.clone())),
            &settings.network,
            &SimulationAdjustmentConfig::default_adjustment(),
            &base_info(settings, self.sequence, self.timestamp),
            host_function,
            RecordingInvocationAuthMode::recording(true, false),
            &source.id(),
            seed,
            true,
        )
        .map_err(|e| Failure::plain(Stage::Simulated, format!("simulation: {e}")))?;
        let Err(error) = &simulation.invoke_result else {
            return Ok(simulation);
        };
        let used = Resources {
            instructions: simulation.simulated_instructions.into(),
            memory: simulation.simulated_memory.into(),
            ..Resources::default()
        };
        let failure = Failure::from_host(Stage::Simulated, error, &simulation.diagnostic_events);
        match limits::check(&used, settings) {
            Err(exceeded) => {
                Err(Failure { error: failure.error, trail: failure.trail, ..Failure::over(Stage::Simulated, exceeded) })
            }
            Ok(()) => Err(failure),
        }
    }

    /// Seed of random numbers for what happens next in this ledger with `parts`.
    pub(super) fn seed(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(super::network_id());
        hash.update(self.sequence.to_be_bytes());
        hash.update(self.applied.to_be_bytes());
        for part in parts {
            hash.update(Sha256::digest(part));
        }
        hash.finalize().into()
    }
}

/// The host function that calls `function` of `contract`.
pub fn call(contract: &impl Addressed, function: &str, args: Vec<ScVal>) -> Result<HostFunction, Failure> {
    let contract_address = match contract.sc_address() {
        ScAddress::Contract(ContractId(id)) => ScAddress::Contract(ContractId(id)),
        other => return Err(Failure::refused(format!("{other} is not a contract"))),
    };
    let name = function.try_into();
    Ok(HostFunction::InvokeContract(InvokeContractArgs {
        contract_address,
        function_name: ScSymbol(name.map_err(|_| Failure::refused(format!("{function:?} is not a function's name")))?),
        args: args.try_into().map_err(|_| Failure::refused("too many arguments"))?,
    }))
}

/// What a transaction declares to use. Memory and events are not declared.
pub fn declared(envelope: &TransactionV1Envelope) -> Result<Resources, Failure> {
    let (.., data) = transaction::parts(&envelope.tx)?;
    let (read_only, read_write) = (&data.resources.footprint.read_only, &data.resources.footprint.read_write);
    let keys = || read_only.iter().chain(read_write.iter());
    let classic = keys().filter(|key| !is_soroban(key)).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Resources {
        instructions: data.resources.instructions.into(),
        memory: 0,
        footprint_entries: count(keys().count()),
        disk_read_entries: count(classic + archived(data).len()),
        disk_read_bytes: data.resources.disk_read_bytes,
        write_entries: count(read_write.len()),
        write_bytes: data.resources.write_bytes,
        event_bytes: 0,
        transaction_bytes: count(encode(envelope).len()),
    })
}

/// Indices in the read-write footprint of entries to be restored.
pub fn archived(data: &SorobanTransactionData) -> &[u32] {
    match &data.ext {
        SorobanTransactionDataExt::V0 => &[],
        SorobanTransactionDataExt::V1(ext) => &ext.archived_soroban_entries,
    }
}

/// Whether an entry is held in memory by nodes: contract data and code.
pub fn is_soroban(key: &LedgerKey) -> bool {
    matches!(key, LedgerKey::ContractData(_) | LedgerKey::ContractCode(_))
}
