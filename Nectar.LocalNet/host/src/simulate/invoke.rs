//! Simulates the invocation of a host function in recording mode.

use super::adjustment::adjustments;
use super::{needs, refused};
use crate::frame::{
    AuthMode, Failure, Needs, Refusal, Response, SimulateInvoke, Simulated, StateChange, Status, DIAGNOSTICS,
    RESTORE_PREAMBLE,
};
use crate::settings::Settings;
use crate::source::{EntrySource, Snapshot};
use crate::xdr::{decode, encode, encode_all, encode_error};
use soroban_env_host::e2e_invoke::RecordingInvocationAuthMode;
use soroban_env_host::storage::SnapshotSource;
use soroban_env_host::xdr::{AccountId, HostFunction};
use soroban_env_host::{HostError, LedgerInfo};
use soroban_simulation::simulation::{
    simulate_invoke_host_function_op, InvokeHostFunctionSimulationResult, LedgerEntryDiff, SimulationAdjustmentConfig,
};
use soroban_simulation::AutoRestoringSnapshotSource;
use std::rc::Rc;

/// Carries out the simulation. An invocation that fails is an answer, not a refusal.
pub fn invoke(request: &SimulateInvoke, source: Rc<dyn EntrySource>) -> Result<Response, Refusal> {
    let settings = Settings::load(&request.context.settings)?;
    let ledger = settings.ledger_info(&request.context)?;
    let source_account: AccountId = decode("the source account", request.source_account)?;
    let host_function: HostFunction = decode("the host function", request.host_function)?;
    let auth_mode = auth_mode(request)?;
    let adjustments = adjustments(&request.adjustments);

    let snapshot = Rc::new(Snapshot::new(source));
    let restoring = restoring(request.flags, &snapshot, &ledger)?;
    let ledger_view: Rc<dyn SnapshotSource> = match &restoring {
        Some(restoring) => restoring.clone(),
        None => snapshot.clone(),
    };
    let result = simulate_invoke_host_function_op(
        ledger_view,
        &settings.network,
        &adjustments,
        &ledger,
        host_function,
        auth_mode,
        &source_account,
        request.seed,
        request.flags & DIAGNOSTICS != 0,
    )
    .map_err(|error| refused(&snapshot, &error))?;
    snapshot.check()?;
    match &result.invoke_result {
        Err(error) => Ok(Response::Failed(failure(error, &result)?)),
        Ok(_) => {
            let preamble = preamble(restoring.as_deref(), &settings, &adjustments, &ledger, &snapshot)?;
            Ok(Response::Simulated(Box::new(simulated(result, preamble)?)))
        }
    }
}

/// The ledger with archived entries shown as live, where the caller wants that.
pub fn restoring(
    flags: u32,
    snapshot: &Rc<Snapshot>,
    ledger: &LedgerInfo,
) -> Result<Option<Rc<AutoRestoringSnapshotSource<Snapshot>>>, Refusal> {
    if flags & RESTORE_PREAMBLE == 0 {
        return Ok(None);
    }
    AutoRestoringSnapshotSource::new(snapshot.clone(), ledger)
        .map(|restoring| Some(Rc::new(restoring)))
        .map_err(|error| Refusal::new(Status::BadSettings, format!("{error:#}")))
}

/// The restoration that must come first.
pub fn preamble(
    restoring: Option<&AutoRestoringSnapshotSource<Snapshot>>,
    settings: &Settings,
    adjustments: &SimulationAdjustmentConfig,
    ledger: &LedgerInfo,
    snapshot: &Snapshot,
) -> Result<Option<Needs>, Refusal> {
    let Some(restoring) = restoring else {
        return Ok(None);
    };
    let result = restoring.simulate_restore_keys_op(&settings.network, adjustments, ledger);
    let result = result.map_err(|error| refused(snapshot, &error))?;
    result.map(|result| needs(&result.transaction_data)).transpose()
}

fn auth_mode(request: &SimulateInvoke) -> Result<RecordingInvocationAuthMode, Refusal> {
    let recording = |disable_non_root, v2| Ok(RecordingInvocationAuthMode::recording(disable_non_root, v2));
    if request.auth_mode != AuthMode::Enforce && !request.auth.is_empty() {
        let message = format!("{} authorization entries come with a mode that records them", request.auth.len());
        return Err(Refusal::new(Status::Refused, message));
    }
    match request.auth_mode {
        AuthMode::Record => recording(true, false),
        AuthMode::RecordNonRoot => recording(false, false),
        AuthMode::RecordV2 => recording(true, true),
        AuthMode::RecordNonRootV2 => recording(false, true),
        AuthMode::Enforce => {
            let decoded = request.auth.iter().map(|bytes| decode("an authorization entry", bytes));
            Ok(RecordingInvocationAuthMode::Enforcing(decoded.collect::<Result<_, _>>()?))
        }
    }
}

fn failure(error: &HostError, result: &InvokeHostFunctionSimulationResult) -> Result<Failure, Refusal> {
    Ok(Failure {
        result_code: 0,
        error: encode_error(error)?,
        message: format!("{error:?}"),
        diagnostic_events: encode_all(&result.diagnostic_events)?,
        instructions: result.simulated_instructions.into(),
        memory_bytes: result.simulated_memory.into(),
    })
}

fn simulated(
    result: InvokeHostFunctionSimulationResult,
    restore_preamble: Option<Needs>,
) -> Result<Simulated, Refusal> {
    let contradiction = |what| Refusal::new(Status::Internal, format!("a simulation that succeeded has no {what}"));
    let state_changes = result.modified_entries.iter().filter_map(|diff| state_change(diff).transpose());
    Ok(Simulated {
        return_value: encode(result.invoke_result.as_ref().map_err(|_| contradiction("result"))?)?,
        needs: needs(result.transaction_data.as_ref().ok_or(contradiction("transaction data"))?)?,
        auth: encode_all(&result.auth)?,
        events: encode_all(&result.contract_events)?,
        diagnostic_events: encode_all(&result.diagnostic_events)?,
        state_changes: state_changes.collect::<Result<_, _>>()?,
        instructions: result.simulated_instructions.into(),
        memory_bytes: result.simulated_memory.into(),
        restore_preamble,
    })
}

/// An entry that was neither there before nor is after (read for writing, or made and removed) is no change.
fn state_change(diff: &LedgerEntryDiff) -> Result<Option<StateChange>, Refusal> {
    let Some(entry) = diff.state_after.as_ref().or(diff.state_before.as_ref()) else {
        return Ok(None);
    };
    Ok(Some(StateChange {
        key: encode(&entry.to_key())?,
        before: diff.state_before.as_ref().map(encode).transpose()?,
        after: diff.state_after.as_ref().map(encode).transpose()?,
    }))
}
