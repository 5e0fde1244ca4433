//! Applying a signed transaction to the ledger.

use super::bytes::{decode, encode};
use super::{
    entries, limits, measure, modules, transaction, Exceeded, Failure, Fee, Ledger, Limit, Prepared, Receipt, Recorded,
    RecordedTransaction, Resources, Settings, Stage,
};
use soroban_env_host::budget::Budget;
use soroban_env_host::e2e_invoke::{extract_rent_changes, invoke_host_function, InvokeHostFunctionResult};
use soroban_env_host::fees::compute_rent_fee;
use soroban_env_host::xdr::{AccountId, ContractEvent, ScVal, SorobanTransactionData, TransactionV1Envelope};
use std::sync::Arc;

impl Ledger {
    /// Applies a transaction. One that the ledger refuses changes nothing at all; one that fails
    /// pays its fee and moves its source's sequence number, as on the network.
    pub fn apply(&mut self, prepared: Prepared) -> Result<Receipt, Failure> {
        let envelope = prepared.envelope;
        let (source, declared) = self.admit(&envelope)?;
        let seed = self.seed(&[&encode(&envelope)]);
        self.pay(&source, &envelope);
        let result = self.execute(&source, &envelope, &declared, seed);
        let (_, _, _, data) = transaction::parts(&envelope.tx)?;
        let refund = match &result {
            Ok(receipt) => i64::from(envelope.tx.fee) - receipt.fee.total(),
            Err(_) => data.resource_fee - self.settings.fee(&declared).non_refundable,
        };
        self.change_account(&source, |account| account.balance += refund);
        self.applied += 1;
        self.record(Recorded::Transaction(Box::new(RecordedTransaction {
            sequence: self.sequence,
            timestamp: self.timestamp,
            seed,
            envelope,
            result: result.clone(),
        })));
        result
    }

    fn execute(
        &mut self,
        source: &AccountId,
        envelope: &TransactionV1Envelope,
        declared: &Resources,
        seed: [u8; 32],
    ) -> Result<Receipt, Failure> {
        let settings = self.settings.clone();
        let (_, function, auth, data) = transaction::parts(&envelope.tx)?;
        let budget = budget(&settings, data.resources.instructions);
        let inputs = self.inputs(data, &budget)?;
        let mut used = Resources { disk_read_bytes: inputs.disk_read_bytes, ..*declared };
        let mut diagnostics = Vec::new();
        let outcome = invoke_host_function(
            &budget,
            true,
            encode(function),
            encode(&data.resources),
            &inputs.restored,
            encode(source),
            auth.iter().map(encode).collect::<Vec<_>>().into_iter(),
            self.info(),
            inputs.entries.into_iter(),
            seed.to_vec(),
            &mut diagnostics,
            None,
            Some(modules::cache()),
        );
        used.instructions = budget.get_cpu_insns_consumed().unwrap_or(u64::MAX);
        used.memory = budget.get_mem_bytes_consumed().unwrap_or(u64::MAX);
        let failed = |error| {
            let failure = Failure::from_host(Stage::Applied, &error, &diagnostics);
            match over_budget(&used, data, &settings) {
                Err(exceeded) => {
                    Failure { error: failure.error, trail: failure.trail, ..Failure::over(Stage::Applied, exceeded) }
                }
                Ok(()) => failure,
            }
        };
        let outcome = outcome.map_err(failed)?;
        let returned = outcome.encoded_invoke_result.as_ref();
        let returned = returned.map_err(|error| failed(error.clone()))?.clone();
        measure::output(&mut used, &outcome, &returned);
        measure::check(&used, &outcome.ledger_changes, data, &settings)
            .and_then(|()| limits::check(&used, &settings))
            .map_err(|exceeded| Failure::over(Stage::Applied, exceeded))?;
        let fee = self.fee(&used, data, &outcome)?;
        let state = Arc::make_mut(&mut self.state);
        for change in outcome.ledger_changes {
            entries::commit(state, change, self.sequence);
        }
        Ok(Receipt {
            returned: decode::<ScVal>(&returned),
            events: outcome.encoded_contract_events.iter().map(|event| decode::<ContractEvent>(event).into()).collect(),
            resources: used,
            fee,
            ledger: self.sequence,
        })
    }

    /// The fee with rent and events, which what was paid must cover.
    fn fee(
        &self,
        used: &Resources,
        data: &SorobanTransactionData,
        outcome: &InvokeHostFunctionResult,
    ) -> Result<Fee, Failure> {
        // What is not refundable is charged on what was declared, the rest on what was used.
        let charged = Resources {
            instructions: data.resources.instructions.into(),
            disk_read_bytes: data.resources.disk_read_bytes,
            write_bytes: data.resources.write_bytes,
            ..*used
        };
        let rent_changes = extract_rent_changes(&outcome.ledger_changes);
        let fee = Fee {
            rent: compute_rent_fee(&rent_changes, &self.settings.network.rent_fee_configuration, self.sequence),
            ..self.settings.fee(&charged)
        };
        let refundable = data.resource_fee - fee.non_refundable;
        if fee.rent + fee.events > refundable {
            return Err(Failure::plain(
                Stage::Applied,
                format!("INSUFFICIENT_REFUNDABLE_FEE: rent {} and events {} of {refundable}", fee.rent, fee.events),
            ));
        }
        Ok(fee)
    }
}

fn budget(settings: &Settings, instructions: u32) -> Budget {
    let network = &settings.network;
    let (cpu, memory) = (u64::from(instructions), u64::from(network.tx_memory_limit));
    // The shadow budget is that of diagnostics, as generous as the simulation's.
    Budget::try_from_configs_with_shadow_limits(
        cpu,
        memory,
        cpu * 10,
        memory * 10,
        network.cpu_cost_params.clone(),
        network.memory_cost_params.clone(),
    )
    .expect("the host's own cost parameters")
}

fn over_budget(used: &Resources, data: &SorobanTransactionData, settings: &Settings) -> Result<(), Exceeded> {
    let declared = data.resources.instructions;
    Exceeded::check(Limit::Instructions, used.instructions, declared)?;
    Exceeded::check(Limit::Memory, used.memory, settings.network.tx_memory_limit)
}
