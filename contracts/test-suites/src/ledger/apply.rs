//! Applying a signed transaction to the ledger.

use super::state::{Found, Held, State};
use super::{
    limits, modules, prepare, transaction, xdr_len, Exceeded, Failure, Fee, Ledger, Limit, Prepared, Receipt, Recorded,
    RecordedTransaction, Resources, Settings, Stage, INCLUSION_FEE,
};
use soroban_env_host::budget::Budget;
use soroban_env_host::e2e_invoke::{
    entry_size_for_rent, extract_rent_changes, invoke_host_function, InvokeHostFunctionResult, LedgerEntryChange,
    TtlLedgerEntryMeta,
};
use soroban_env_host::fees::compute_rent_fee;
use soroban_env_host::xdr::{
    AccountId, ContractEvent, LedgerEntry, LedgerEntryData, LedgerKey, Limits, ReadXdr, ScVal, SorobanTransactionData,
    TimePoint, TransactionV1Envelope, WriteXdr,
};
use std::sync::Arc;

type Input = (Option<Vec<u8>>, Option<TtlLedgerEntryMeta>);

impl Ledger {
    /// Applies a transaction. One that the ledger refuses changes nothing at all; one that fails
    /// pays its fee and moves its source's sequence number, as on the network.
    pub fn apply(&mut self, prepared: Prepared) -> Result<Receipt, Failure> {
        let envelope = prepared.envelope;
        let source = self.admit(&envelope)?;
        let seed = self.seed(&[&bytes(&envelope)]);
        self.pay(&source, &envelope);
        let result = self.execute(&source, &envelope, seed);
        let (_, _, _, data) = transaction::parts(&envelope.tx)?;
        let refund = match &result {
            Ok(receipt) => i64::from(envelope.tx.fee) - receipt.fee.total(),
            Err(_) => data.resource_fee - self.settings.fee(&declared(&envelope)).non_refundable,
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

    /// Checks whether the transaction may enter the ledger at all.
    fn admit(&self, envelope: &TransactionV1Envelope) -> Result<AccountId, Failure> {
        let (source, _, _, data) = transaction::parts(&envelope.tx)?;
        transaction::verify(envelope)?;
        let key = LedgerKey::Account(soroban_env_host::xdr::LedgerKeyAccount { account_id: source.clone() });
        let account = match self.state.get(&key).map(|held| &held.entry.data) {
            Some(LedgerEntryData::Account(account)) => account,
            _ => return Err(Failure::refused("txNO_ACCOUNT: the source does not exist")),
        };
        if envelope.tx.seq_num.0 != account.seq_num.0 + 1 {
            return Err(Failure::refused(format!(
                "txBAD_SEQ: sequence number {} after {}",
                envelope.tx.seq_num.0, account.seq_num.0
            )));
        }
        if account.balance < i64::from(envelope.tx.fee) {
            return Err(Failure::refused(format!(
                "txINSUFFICIENT_BALANCE: {} stroops for a fee of {}",
                account.balance, envelope.tx.fee
            )));
        }
        let declared = prepare::declared(envelope)?;
        limits::check(&declared, &self.settings).map_err(|exceeded| Failure::over(Stage::Refused, exceeded))?;
        let needed = self.settings.fee(&declared).non_refundable;
        if data.resource_fee < needed || i64::from(envelope.tx.fee) < INCLUSION_FEE + needed {
            return Err(Failure::refused(format!(
                "txSOROBAN_INVALID: resource fee {} below {needed}",
                data.resource_fee
            )));
        }
        Ok(source)
    }

    fn pay(&mut self, source: &AccountId, envelope: &TransactionV1Envelope) {
        let (sequence, timestamp) = (self.sequence, self.timestamp);
        self.change_account(source, |account| {
            account.balance -= i64::from(envelope.tx.fee);
            account.seq_num = envelope.tx.seq_num.clone();
            use soroban_env_host::xdr::{
                AccountEntryExt as E1, AccountEntryExtensionV1Ext as E2, AccountEntryExtensionV2Ext as E3,
            };
            if let E1::V1(v1) = &mut account.ext {
                if let E2::V2(v2) = &mut v1.ext {
                    if let E3::V3(v3) = &mut v2.ext {
                        v3.seq_ledger = sequence;
                        v3.seq_time = TimePoint(timestamp);
                    }
                }
            }
        });
    }

    fn execute(
        &mut self,
        source: &AccountId,
        envelope: &TransactionV1Envelope,
        seed: [u8; 32],
    ) -> Result<Receipt, Failure> {
        let settings = self.settings.clone();
        let (_, function, auth, data) = transaction::parts(&envelope.tx)?;
        let budget = budget(&settings, data.resources.instructions);
        let inputs = self.inputs(data, &budget)?;
        let mut used = declared(envelope);
        used.disk_read_bytes = inputs.disk_read_bytes;
        let mut diagnostics = Vec::new();
        let outcome = invoke_host_function(
            &budget,
            true,
            bytes(function),
            bytes(&data.resources),
            prepare::archived(data),
            bytes(source),
            auth.iter().map(bytes).collect::<Vec<_>>().into_iter(),
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
        measure(&mut used, &outcome, &returned);
        check_written(&outcome.ledger_changes, &settings)
            .and_then(|()| declared_covers(&used, data))
            .and_then(|()| limits::check(&used, &settings))
            .map_err(|exceeded| Failure::over(Stage::Applied, exceeded))?;
        let fee = self.fee(&used, data, &outcome)?;
        let state = Arc::make_mut(&mut self.state);
        for change in outcome.ledger_changes {
            commit(state, change, self.sequence);
        }
        Ok(Receipt {
            returned: decode::<ScVal>(&returned),
            events: outcome.encoded_contract_events.iter().map(|event| decode::<ContractEvent>(event).into()).collect(),
            resources: used,
            fee,
            ledger: self.sequence,
        })
    }

    /// The entries of the footprint as the host wants them: read-only then read-write.
    fn inputs(&self, data: &SorobanTransactionData, budget: &Budget) -> Result<Inputs, Failure> {
        let footprint = &data.resources.footprint;
        let restored = prepare::archived(data);
        let mut inputs = Inputs::default();
        let read_only = footprint.read_only.iter().map(|key| (key, None));
        let read_write = footprint.read_write.iter().zip(0_u32..);
        let read_write = read_write.map(|(key, index)| (key, Some(index)));
        for (key, index) in read_only.chain(read_write) {
            let restoring = index.is_some_and(|index| restored.contains(&index));
            match self.state.find(key, self.sequence) {
                Found::Nothing => inputs.entries.push((None, None)),
                Found::Live(held) => inputs.add(key, held, held.live_until, budget),
                Found::Archived(held) if restoring => {
                    let ttl = self.settings.network.min_persistent_entry_ttl;
                    inputs.add(key, held, Some(self.sequence + ttl - 1), budget);
                    inputs.disk_read_bytes += len(xdr_len(&held.entry));
                }
                Found::Archived(_) => {
                    return Err(Failure::plain(Stage::Applied, format!("an archived entry is not restored: {key:?}")));
                }
            }
        }
        Ok(inputs)
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

#[derive(Default)]
struct Inputs {
    entries: Vec<Input>,
    disk_read_bytes: u32,
}

impl Inputs {
    fn add(&mut self, key: &LedgerKey, held: &Held, live_until: Option<u32>, budget: &Budget) {
        let encoded = bytes(&held.entry);
        if !prepare::is_soroban(key) {
            self.disk_read_bytes += len(encoded.len());
        }
        let meta = live_until.map(|live_until_ledger| TtlLedgerEntryMeta {
            live_until_ledger,
            entry_size_for_rent: entry_size_for_rent(budget, &held.entry, len(encoded.len()))
                .expect("a size by the cost parameters"),
        });
        self.entries.push((Some(encoded), meta));
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

fn measure(used: &mut Resources, outcome: &InvokeHostFunctionResult, returned: &[u8]) {
    let written = outcome.ledger_changes.iter();
    let written = written.filter_map(|change| change.encoded_new_value.as_ref());
    used.write_bytes = written.map(|entry| len(entry.len())).sum();
    let events = outcome.encoded_contract_events.iter();
    used.event_bytes = events.map(|event| len(event.len())).sum::<u32>() + len(returned.len());
}

/// A transaction may read and write no more bytes than it declared.
fn declared_covers(used: &Resources, data: &SorobanTransactionData) -> Result<(), Exceeded> {
    let declared = &data.resources;
    Exceeded::check(Limit::DiskReadBytes, used.disk_read_bytes, declared.disk_read_bytes)?;
    Exceeded::check(Limit::WriteBytes, used.write_bytes, declared.write_bytes)
}

/// Contract data that is written must be within the sizes of keys and entries.
fn check_written(changes: &[LedgerEntryChange], settings: &Settings) -> Result<(), Exceeded> {
    for change in changes {
        let Some(value) = &change.encoded_new_value else {
            continue;
        };
        if let LedgerKey::ContractData(_) = decode::<LedgerKey>(&change.encoded_key) {
            Exceeded::check(Limit::DataKeyBytes, len(change.encoded_key.len()), settings.data_key_bytes)?;
            Exceeded::check(Limit::DataEntryBytes, len(value.len()), settings.data_entry_bytes)?;
        }
    }
    Ok(())
}

fn commit(state: &mut State, change: LedgerEntryChange, sequence: u32) {
    let key: LedgerKey = decode(&change.encoded_key);
    let live_until = change.ttl_change.as_ref().map(|c| c.new_live_until_ledger);
    if let (true, Some(live_until)) = (change.read_only, live_until) {
        // An absent entry stays absent: its change has a lifetime of 0.
        if state.get(&key).and_then(|held| held.live_until) < Some(live_until) {
            state.set_live_until(&key, live_until);
        }
        return;
    }
    match change.encoded_new_value {
        Some(value) => {
            let mut entry: LedgerEntry = decode(&value);
            entry.last_modified_ledger_seq = sequence;
            state.put(entry, live_until);
        }
        None if !change.read_only => state.remove(&key),
        None => {}
    }
}

fn declared(envelope: &TransactionV1Envelope) -> Resources {
    prepare::declared(envelope).expect("checked when it was admitted")
}

fn bytes(value: &impl WriteXdr) -> Vec<u8> {
    value.to_xdr(Limits::none()).expect("XDR into memory")
}

fn decode<T: ReadXdr>(bytes: &[u8]) -> T {
    T::from_xdr(bytes, Limits::none()).expect("XDR that the host wrote")
}

fn len(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("entries are far below 4 GiB")
}
