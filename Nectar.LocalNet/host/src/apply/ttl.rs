//! Applies an `ExtendFootprintTTLOp` or a `RestoreFootprintOp`. No contract runs: these are the network's own rules.

use super::charges::{fees, Declared, Meter};
use super::footprint::{bytes_of, transaction_data, Footprint, Found, Slot, State};
use super::outcome::{respond, ResultCodes, Stop, EXTEND_CODES, RESTORE_CODES};
use crate::frame::{Applied, ApplyTtl, Change, Refusal, RentChange, Response, Status, TtlChange};
use crate::settings::{check_extension, EntryLimits, Settings};
use crate::xdr::{encode, name_key};
use sha2::{Digest, Sha256};
use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::xdr::{ContractDataDurability, LedgerKey, SorobanTransactionData};
use soroban_env_host::LedgerInfo;

/// Carries out the extension or restoration.
pub fn ttl(request: &ApplyTtl) -> Result<Response, Refusal> {
    respond(try_ttl(request))
}

fn try_ttl(request: &ApplyTtl) -> Result<Applied, Stop> {
    let submitted = &request.submitted;
    let settings = Settings::load(&submitted.context.settings)?;
    let limits = settings.entry_limits()?;
    let ledger = settings.ledger_info(&submitted.context)?;
    let data = transaction_data(submitted.transaction_data)?;
    let footprint = Footprint::load(submitted, &data, &settings, &ledger)?;
    let (codes, mut applied) = match request.extend_to {
        Some(extend_to) => (EXTEND_CODES, extend(&footprint, check_extension(&ledger, extend_to)?, &limits)?),
        None => (RESTORE_CODES, restore(&data, &footprint, &ledger, &limits)?),
    };
    let declared = Declared {
        data: &data,
        footprint: &footprint,
        settings: &settings,
        ledger: &ledger,
        transaction_size_bytes: submitted.transaction_size_bytes,
        codes,
    };
    applied.fees = fees(&declared, 0, &applied.rent_changes)?;
    Ok(applied)
}

/// Missing and archived entries are passed over, and so are those that live as long already.
fn extend(footprint: &Footprint, new_live_until: u32, limits: &EntryLimits) -> Result<Applied, Stop> {
    if let Some(slot) = footprint.slots.iter().find(|slot| !slot.read_only) {
        return Err(misplaced(&slot.key, "an extension names read-only keys only"));
    }
    let mut applied = Applied::default();
    for slot in &footprint.slots {
        if get_key_durability(&slot.key).is_none() {
            return Err(misplaced(&slot.key, "only contract data and code have a lifetime"));
        }
        let (State::Live(found), old_live_until) = (&slot.state, live_until(&slot.state)) else {
            continue;
        };
        if old_live_until >= new_live_until {
            continue;
        }
        limits.check(&slot.key, bytes_of(found.bytes), EXTEND_CODES)?;
        push(&mut applied, slot, found, found.size_for_rent, (old_live_until, new_live_until))?;
    }
    Ok(applied)
}

/// Missing and live entries are passed over.
fn restore(
    data: &SorobanTransactionData,
    footprint: &Footprint,
    ledger: &LedgerInfo,
    limits: &EntryLimits,
) -> Result<Applied, Stop> {
    let codes: ResultCodes = RESTORE_CODES;
    let new_live_until = ledger.min_live_until_ledger_checked(ContractDataDurability::Persistent).ok_or_else(|| {
        Refusal::new(Status::BadSettings, "the shortest lifetime reaches beyond the last ledger there can be")
    })?;
    let (mut disk_read, mut write) = (Meter::disk_read(data, codes), Meter::write(data, codes));
    let mut applied = Applied::default();
    for slot in &footprint.slots {
        if slot.read_only {
            return Err(misplaced(&slot.key, "a restoration names read-write keys only"));
        }
        if get_key_durability(&slot.key) != Some(ContractDataDurability::Persistent) {
            return Err(misplaced(&slot.key, "only persistent entries can be restored"));
        }
        if let State::Archived(found) = &slot.state {
            disk_read.count(bytes_of(found.bytes))?;
            write.count(bytes_of(found.bytes))?;
            limits.check(&slot.key, bytes_of(found.bytes), codes)?;
            push(&mut applied, slot, found, 0, (0, new_live_until))?;
        }
    }
    (applied.disk_read_bytes, applied.write_bytes) = (disk_read.used, write.used);
    Ok(applied)
}

fn push(
    applied: &mut Applied,
    slot: &Slot,
    found: &Found,
    old_size_bytes: u32,
    (old_live_until, new_live_until): (u32, u32),
) -> Result<(), Refusal> {
    let restored = matches!(slot.state, State::Archived(_));
    let key = encode(&slot.key)?;
    let key_hash = Sha256::digest(&key).into();
    applied.changes.push(Change {
        key,
        read_only: slot.read_only,
        restored,
        new_value: restored.then(|| found.bytes.to_vec()),
        ttl: Some(TtlChange { key_hash, old_live_until, new_live_until }),
    });
    applied.rent_changes.push(RentChange {
        is_persistent: get_key_durability(&slot.key) == Some(ContractDataDurability::Persistent),
        is_code: matches!(slot.key, LedgerKey::ContractCode(_)),
        old_size_bytes,
        new_size_bytes: found.size_for_rent,
        old_live_until,
        new_live_until,
    });
    Ok(())
}

fn live_until(state: &State) -> u32 {
    match state {
        State::Absent => 0,
        State::Live(found) | State::Archived(found) => found.live_until.unwrap_or(0),
    }
}

fn misplaced(key: &LedgerKey, rule: &str) -> Stop {
    Stop::Refused(Refusal::new(Status::BadFootprint, format!("{rule}, the footprint has the {}", name_key(key))))
}
