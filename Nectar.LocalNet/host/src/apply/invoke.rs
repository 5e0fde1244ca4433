//! Applies an `InvokeHostFunctionOp`.

use super::charges::{fees, Declared, Meter};
use super::footprint::{bytes_of, transaction_data, Footprint, Slot, State};
use super::outcome::{failed, respond, Stop, INVOKE_CODES};
use super::prepare::{prepare, Prepared};
use crate::frame::{
    Applied, ApplyInvoke, Change, Failure, Refusal, RentChange, Response, Status, TtlChange, DIAGNOSTICS,
};
use crate::modules::Modules;
use crate::settings::{EntryLimits, Settings};
use crate::xdr::{decode, encode, encode_all, encode_error};
use soroban_env_host::budget::Budget;
use soroban_env_host::e2e_invoke::{
    extract_rent_changes, invoke_host_function, InvokeHostFunctionResult, LedgerEntryChange,
};
use soroban_env_host::xdr::{
    AccountId, DiagnosticEvent, HostFunction, InvokeHostFunctionResultCode, SorobanAuthorizationEntry,
    SorobanTransactionData,
};
use soroban_env_host::{HostError, LedgerInfo, ModuleCache};

/// Carries out the invocation.
pub fn invoke(request: &ApplyInvoke, modules: &mut Modules) -> Result<Response, Refusal> {
    respond(try_invoke(request, modules))
}

fn try_invoke(request: &ApplyInvoke, modules: &mut Modules) -> Result<Applied, Stop> {
    let submitted = &request.submitted;
    let settings = Settings::load(&submitted.context.settings)?;
    let limits = settings.entry_limits()?;
    let ledger = settings.ledger_info(&submitted.context)?;
    let data = transaction_data(submitted.transaction_data)?;
    check_values(request)?;
    let footprint = Footprint::load(submitted, &data, &settings, &ledger)?;
    let mut disk_read = Meter::disk_read(&data, INVOKE_CODES);
    let prepared = prepare(&footprint, &ledger, &limits, &mut disk_read)?;
    let cache = modules
        .with(ledger.protocol_version, &prepared.live_code, &prepared.restored_code)
        .map_err(|error| Refusal::new(Status::Internal, format!("the module cache: {error:?}")))?;

    let run = run(request, &data, &settings, &ledger, prepared, cache)?;
    let declared = Declared {
        data: &data,
        footprint: &footprint,
        settings: &settings,
        ledger: &ledger,
        transaction_size_bytes: submitted.transaction_size_bytes,
        codes: INVOKE_CODES,
    };
    let diagnostic_events = encode_all(&run.diagnostic_events)?;
    match conclude(run.result?, &declared, &limits) {
        Ok(applied) => Ok(Applied {
            diagnostic_events,
            instructions: run.instructions,
            memory_bytes: run.memory_bytes,
            disk_read_bytes: disk_read.used,
            ..applied
        }),
        Err(Stop::Failed(failure)) => Err(Stop::Failed(Failure {
            diagnostic_events,
            instructions: run.instructions,
            memory_bytes: run.memory_bytes,
            ..failure
        })),
        Err(refused) => Err(refused),
    }
}

/// Holds what the host did against limits and fees.
fn conclude(result: InvokeHostFunctionResult, declared: &Declared, limits: &EntryLimits) -> Result<Applied, Stop> {
    let mut write = Meter::write(declared.data, INVOKE_CODES);
    for (slot, change) in declared.footprint.slots.iter().zip(&result.ledger_changes) {
        if let Some(value) = &change.encoded_new_value {
            limits.check(&slot.key, bytes_of(value), INVOKE_CODES)?;
            write.count(bytes_of(value))?;
        }
    }
    let return_value = result.encoded_invoke_result.map_err(|_| contradiction("a result"))?;
    let events = result.encoded_contract_events;
    let events_bytes = events.iter().map(|e| bytes_of(e)).fold(bytes_of(&return_value), u32::saturating_add);
    if events_bytes > limits.events_and_return_value_bytes {
        let most = limits.events_and_return_value_bytes;
        let message = format!("events and return value have {events_bytes} bytes, the network allows {most}");
        return Err(failed(INVOKE_CODES.resource_limit_exceeded, message));
    }
    let rent_changes: Vec<_> = extract_rent_changes(&result.ledger_changes).iter().map(RentChange::from_host).collect();
    Ok(Applied {
        return_value,
        fees: fees(declared, events_bytes, &rent_changes)?,
        changes: changes(declared.footprint, result.ledger_changes)?,
        events,
        write_bytes: write.used,
        events_and_return_value_bytes: events_bytes,
        rent_changes,
        ..Applied::default()
    })
}

/// Malformed values are the sender's mistake and told as such; the host would call them an internal error.
fn check_values(request: &ApplyInvoke) -> Result<(), Refusal> {
    decode::<AccountId>("the source account", request.source_account)?;
    decode::<HostFunction>("the host function", request.host_function)?;
    for entry in &request.auth {
        decode::<SorobanAuthorizationEntry>("an authorization entry", entry)?;
    }
    Ok(())
}

struct Run {
    result: Result<InvokeHostFunctionResult, Stop>,
    diagnostic_events: Vec<DiagnosticEvent>,
    instructions: u64,
    memory_bytes: u64,
}

fn run(
    request: &ApplyInvoke,
    data: &SorobanTransactionData,
    settings: &Settings,
    ledger: &LedgerInfo,
    prepared: Prepared,
    cache: ModuleCache,
) -> Result<Run, Refusal> {
    let (instructions, memory) = (u64::from(data.resources.instructions), u64::from(settings.network.tx_memory_limit));
    let network = &settings.network;
    let budget = Budget::try_from_configs(
        instructions,
        memory,
        network.cpu_cost_params.clone(),
        network.memory_cost_params.clone(),
    )
    .map_err(|error| Refusal::new(Status::BadSettings, format!("the cost parameters are refused: {error:?}")))?;
    let resources = encode(&data.resources)?;
    let mut diagnostic_events = Vec::new();
    let result = invoke_host_function(
        &budget,
        request.submitted.flags & DIAGNOSTICS != 0,
        request.host_function,
        resources.as_slice(),
        &prepared.restored_indices,
        request.source_account,
        request.auth.iter().copied(),
        ledger.clone(),
        prepared.entries.into_iter(),
        request.seed.as_slice(),
        &mut diagnostic_events,
        None,
        Some(cache),
    );
    let used = |figure: Result<u64, HostError>| {
        figure.map_err(|error| Refusal::new(Status::Internal, format!("the budget: {error:?}")))
    };
    let (instructions_used, memory_used) =
        (used(budget.get_cpu_insns_consumed())?, used(budget.get_mem_bytes_consumed())?);
    let error = match &result {
        Err(error) => Some(error.clone()),
        Ok(result) => result.encoded_invoke_result.as_ref().err().cloned(),
    };
    let result = match (error, result) {
        (None, Ok(result)) => Ok(result),
        (error, _) => {
            let error = error.ok_or_else(|| contradiction("an error"))?;
            let exceeded = instructions_used > instructions || memory_used > memory;
            let code = if exceeded {
                InvokeHostFunctionResultCode::ResourceLimitExceeded
            } else {
                InvokeHostFunctionResultCode::Trapped
            };
            Err(Stop::Failed(Failure {
                result_code: code as i32,
                error: encode_error(&error)?,
                message: format!("{error:?}"),
                diagnostic_events: encode_all(&diagnostic_events)?,
                instructions: instructions_used,
                memory_bytes: memory_used,
            }))
        }
    };
    Ok(Run { result, diagnostic_events, instructions: instructions_used, memory_bytes: memory_used })
}

/// The host answers for every key, in the footprint's order.
fn changes(footprint: &Footprint, changes: Vec<LedgerEntryChange>) -> Result<Vec<Change>, Refusal> {
    if changes.len() != footprint.slots.len() {
        return Err(contradiction("a change for every key"));
    }
    let change = |(slot, change): (&Slot, LedgerEntryChange)| {
        let ttl = change.ttl_change.map(|ttl| {
            let key_hash = ttl.key_hash.try_into().map_err(|_| contradiction("a key hash of 32 bytes"))?;
            let (old_live_until, new_live_until) = (ttl.old_live_until_ledger, ttl.new_live_until_ledger);
            Ok(TtlChange { key_hash, old_live_until, new_live_until })
        });
        Ok(Change {
            key: change.encoded_key,
            read_only: change.read_only,
            restored: matches!(slot.state, State::Archived(_)),
            new_value: change.encoded_new_value,
            ttl: ttl.transpose()?,
        })
    };
    footprint.slots.iter().zip(changes).map(change).collect()
}

fn contradiction(what: &str) -> Refusal {
    Refusal::new(Status::Internal, format!("the host's answer lacks {what}"))
}
