//! Whether a transaction may enter the ledger at all, and what it pays first.

use super::{limits, prepare, transaction, Failure, Ledger, Resources, Stage, BASE_RESERVE, INCLUSION_FEE};
use soroban_env_host::xdr::{
    AccountEntry, AccountEntryExt, AccountEntryExtensionV1Ext, AccountEntryExtensionV2Ext, AccountId, LedgerEntryData,
    LedgerKey, LedgerKeyAccount, TimePoint, TransactionV1Envelope,
};

impl Ledger {
    /// Checks signature, sequence number, balance, declared resources and fee, in the network's
    /// order; gives the source and what is declared.
    pub(super) fn admit(&self, envelope: &TransactionV1Envelope) -> Result<(AccountId, Resources), Failure> {
        let (source, _, _, data) = transaction::parts(&envelope.tx)?;
        let fee = i64::from(envelope.tx.fee);
        let declared = prepare::declared(envelope)?;
        limits::check(&declared, &self.settings).map_err(|exceeded| Failure::over(Stage::Refused, exceeded))?;
        let needed = self.settings.fee(&declared).non_refundable;
        if data.resource_fee < needed || fee < INCLUSION_FEE + data.resource_fee {
            return Err(Failure::refused(format!(
                "txSOROBAN_INVALID: fee {fee} and resource fee {} for {needed}",
                data.resource_fee
            )));
        }
        let key = LedgerKey::Account(LedgerKeyAccount { account_id: source.clone() });
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
        transaction::verify(envelope)?;
        let available = account.balance - reserve(account);
        if available < fee {
            return Err(Failure::refused(format!(
                "txINSUFFICIENT_BALANCE: {available} stroops above the reserve for a fee of {fee}"
            )));
        }
        Ok((source, declared))
    }

    /// Takes the whole fee and moves the sequence number; what is left over comes back later.
    pub(super) fn pay(&mut self, source: &AccountId, envelope: &TransactionV1Envelope) {
        let (sequence, timestamp) = (self.sequence, self.timestamp);
        self.change_account(source, |account| {
            account.balance -= i64::from(envelope.tx.fee);
            account.seq_num = envelope.tx.seq_num.clone();
            let AccountEntryExt::V1(v1) = &mut account.ext else { return };
            let AccountEntryExtensionV1Ext::V2(v2) = &mut v1.ext else { return };
            let AccountEntryExtensionV2Ext::V3(v3) = &mut v2.ext else { return };
            v3.seq_ledger = sequence;
            v3.seq_time = TimePoint(timestamp);
        });
    }
}

/// What an account must keep: two base reserves and one for each sub-entry.
pub fn reserve(account: &AccountEntry) -> i64 {
    (2 + i64::from(account.num_sub_entries)) * i64::from(BASE_RESERVE)
}
