//! How each part of a request is read and written; both directions side by side, so that they stay mirrors.

use super::request::{
    Adjustment, ApplyInvoke, ApplyTtl, AuthMode, Context, Entry, RentChange, SimulateInvoke, SimulateTtl, Submitted,
    DIAGNOSTICS, RESTORE_PREAMBLE,
};
use super::{Reader, Refusal, Status, Writer};

impl<'a> Context<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(Self {
            protocol_version: r.u32("protocol version")?,
            sequence: r.u32("ledger sequence")?,
            close_time: r.u64("close time")?,
            network_id: r.fixed("network id")?,
            base_reserve: r.u32("base reserve")?,
            settings: read_opaques(r, "settings")?,
        })
    }

    fn write(&self, w: &mut Writer) {
        w.u32(self.protocol_version).u32(self.sequence).u64(self.close_time);
        w.fixed(&self.network_id).u32(self.base_reserve);
        write_opaques(w, &self.settings);
    }
}

impl<'a> SimulateInvoke<'a> {
    pub(super) fn read(r: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(Self {
            context: Context::read(r)?,
            flags: read_flags(r, DIAGNOSTICS | RESTORE_PREAMBLE)?,
            adjustments: read_adjustments(r)?,
            source_account: r.opaque("source account")?,
            host_function: r.opaque("host function")?,
            seed: r.fixed("seed")?,
            auth_mode: read_auth_mode(r)?,
            auth: read_opaques(r, "authorization entries")?,
        })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        self.context.write(w);
        w.u32(self.flags);
        write_adjustments(w, &self.adjustments);
        w.opaque(self.source_account).opaque(self.host_function).fixed(&self.seed).u32(self.auth_mode as u32);
        write_opaques(w, &self.auth);
    }
}

impl<'a> SimulateTtl<'a> {
    pub(super) fn read(r: &mut Reader<'a>, extends: bool) -> Result<Self, Refusal> {
        Ok(Self {
            context: Context::read(r)?,
            flags: read_flags(r, DIAGNOSTICS | RESTORE_PREAMBLE)?,
            adjustments: read_adjustments(r)?,
            keys: read_opaques(r, "keys")?,
            extend_to: if extends { Some(r.u32("extend to")?) } else { None },
        })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        self.context.write(w);
        w.u32(self.flags);
        write_adjustments(w, &self.adjustments);
        write_opaques(w, &self.keys);
        self.extend_to.iter().for_each(|ledgers| {
            w.u32(*ledgers);
        });
    }
}

impl<'a> Submitted<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(Self {
            context: Context::read(r)?,
            flags: read_flags(r, DIAGNOSTICS)?,
            transaction_size_bytes: r.u32("transaction size")?,
            transaction_data: r.opaque("transaction data")?,
            entries: r.array("entries", |r| r.optional("entry", Entry::read))?,
        })
    }

    fn write(&self, w: &mut Writer) {
        self.context.write(w);
        w.u32(self.flags).u32(self.transaction_size_bytes).opaque(self.transaction_data);
        w.array(&self.entries, |w, entry| {
            w.optional(entry.as_ref(), |w, entry| entry.write(w));
        });
    }
}

impl<'a> Entry<'a> {
    /// Reads an entry: in requests, and in the answers of the entry source.
    pub fn read(r: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(Self {
            entry: r.opaque("ledger entry")?,
            live_until: r.optional("live until", |r| r.u32("live until ledger"))?,
        })
    }

    /// Writes an entry.
    pub fn write(&self, w: &mut Writer) {
        w.opaque(self.entry).optional(self.live_until, |w, ledger| {
            w.u32(ledger);
        });
    }
}

impl<'a> ApplyInvoke<'a> {
    pub(super) fn read(r: &mut Reader<'a>) -> Result<Self, Refusal> {
        Ok(Self {
            submitted: Submitted::read(r)?,
            source_account: r.opaque("source account")?,
            host_function: r.opaque("host function")?,
            seed: r.fixed("seed")?,
            auth: read_opaques(r, "authorization entries")?,
        })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        self.submitted.write(w);
        w.opaque(self.source_account).opaque(self.host_function).fixed(&self.seed);
        write_opaques(w, &self.auth);
    }
}

impl<'a> ApplyTtl<'a> {
    pub(super) fn read(r: &mut Reader<'a>, extends: bool) -> Result<Self, Refusal> {
        let submitted = Submitted::read(r)?;
        Ok(Self { submitted, extend_to: if extends { Some(r.u32("extend to")?) } else { None } })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        self.submitted.write(w);
        self.extend_to.iter().for_each(|ledgers| {
            w.u32(*ledgers);
        });
    }
}

impl RentChange {
    pub(super) fn read(r: &mut Reader) -> Result<Self, Refusal> {
        Ok(Self {
            is_persistent: r.bool("is persistent")?,
            is_code: r.bool("is code")?,
            old_size_bytes: r.u32("old size")?,
            new_size_bytes: r.u32("new size")?,
            old_live_until: r.u32("old live until ledger")?,
            new_live_until: r.u32("new live until ledger")?,
        })
    }

    pub(super) fn write(&self, w: &mut Writer) {
        w.bool(self.is_persistent).bool(self.is_code).u32(self.old_size_bytes).u32(self.new_size_bytes);
        w.u32(self.old_live_until).u32(self.new_live_until);
    }
}

pub(super) fn read_resources(r: &mut Reader) -> Result<[u32; 7], Refusal> {
    let mut resources = [0; 7];
    for value in &mut resources {
        *value = r.u32("resource")?;
    }
    Ok(resources)
}

pub(super) fn read_opaques<'a>(r: &mut Reader<'a>, what: &str) -> Result<Vec<&'a [u8]>, Refusal> {
    r.array(what, |r| r.opaque(what))
}

pub(super) fn write_opaques(w: &mut Writer, values: &[&[u8]]) {
    w.array(values, |w, value| {
        w.opaque(value);
    });
}

fn read_flags(r: &mut Reader, known: u32) -> Result<u32, Refusal> {
    match r.u32("flags")? {
        flags if flags & !known == 0 => Ok(flags),
        flags => Err(Refusal::new(Status::MalformedFrame, format!("flags {flags:#x} has bits outside {known:#x}"))),
    }
}

fn read_auth_mode(r: &mut Reader) -> Result<AuthMode, Refusal> {
    Ok(match r.u32("authorization mode")? {
        0 => AuthMode::Record,
        1 => AuthMode::RecordNonRoot,
        2 => AuthMode::Enforce,
        3 => AuthMode::RecordV2,
        4 => AuthMode::RecordNonRootV2,
        other => {
            return Err(Refusal::new(Status::MalformedFrame, format!("there is no authorization mode {other}")));
        }
    })
}

fn read_adjustments(r: &mut Reader) -> Result<Option<[Adjustment; 5]>, Refusal> {
    r.optional("adjustments", |r| {
        let mut adjustments = [Adjustment { factor: 1.0, addend: 0 }; 5];
        for adjustment in &mut adjustments {
            *adjustment = Adjustment { factor: r.factor("adjustment factor")?, addend: r.u32("adjustment addend")? };
        }
        Ok(adjustments)
    })
}

fn write_adjustments(w: &mut Writer, adjustments: &Option<[Adjustment; 5]>) {
    w.optional(adjustments.as_ref(), |w, adjustments| {
        for adjustment in adjustments {
            w.f64(adjustment.factor).u32(adjustment.addend);
        }
    });
}
